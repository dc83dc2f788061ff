"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "bezoek.gestart",
    _("Tegel gestart"),
    _("{tegel} is gestart. {reden}"),
    gewoon=(_("Hier werken wij nu aan"), _("{tegel}.")),
)
registreer(
    "bezoek.beeindigd",
    _("Tegel afgerond"),
    _("{tegel} is afgerond. {toelichting}"),
    gewoon=(_("Dit deel is klaar"), _("{tegel}.")),
)
registreer(
    "gegevens.vernietigd", _("Gegevens vernietigd"), _("Gegevens van gebeurtenis {nummer} vernietigd: {grondslag}.")
)
registreer("account.gemaakt", _("Account gemaakt"), _("Account voor {naam} ({email}), als {rol}."))
registreer("account.gewijzigd", _("Account gewijzigd"), _("Account van {naam} ({email}): {wat}."))
registreer(
    "account.tweede_factor_gewist", _("Tweede stap gewist"), _("De tweede inlogstap van {naam} ({email}) is gewist.")
)
registreer("account.eigen", _("Eigen gegevens gewijzigd"), _("{naam} wijzigde: {wat}."))
