"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("bezoek.gestart", _("Tegel gestart"), _("{tegel} is gestart. {reden}"), voor_betrokkene=True)
registreer("bezoek.beeindigd", _("Tegel afgerond"), _("{tegel} is afgerond. {toelichting}"), voor_betrokkene=True)
registreer(
    "gegevens.vernietigd", _("Gegevens vernietigd"), _("Gegevens van gebeurtenis {nummer} vernietigd: {grondslag}.")
)
