"""What can happen to a job profile, on the employer's time line."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "werkprofiel.gemaakt",
    _("Werkprofiel gemaakt"),
    _("Werkprofiel {titel} gemaakt. {hoe}"),
    gewoon=(_("Uw vacature is opgeschreven"), _("{titel}.")),
)
registreer("werkprofiel.open_plek", _("Plek voor een open voorstel"), _("Voor een open voorstel: {titel}. {hoe}"))
registreer("werkprofiel.gewijzigd", _("Werkprofiel gewijzigd"), _("Werkprofiel {titel} gewijzigd: {velden}."))
registreer(
    "werkprofiel.eisen",
    _("Eisen bevestigd"),
    _("Van werkprofiel {titel} zijn {aantal} competenties bevestigd, waarvan {hard} hard."),
)
registreer(
    "werkprofiel.opengesteld",
    _("Werkprofiel opengesteld"),
    _("Werkprofiel {titel} staat open vanaf {datum}. {afspraak}"),
    gewoon=(_("Uw vacature staat open"), _("{titel}, vanaf {datum}. {afspraak}")),
)
registreer(
    "werkprofiel.gesloten",
    _("Werkprofiel gesloten"),
    _("Werkprofiel {titel}: {uitkomst}. {toelichting}"),
    gewoon=(_("Uw vacature is gesloten"), _("{titel}: {uitkomst}.")),
)
registreer(
    "werkprofiel.heropend",
    _("Werkprofiel weer open"),
    _("Werkprofiel {titel} staat weer open."),
    gewoon=(_("Uw vacature staat weer open"), _("{titel}.")),
)
registreer(
    "werkprofiel.advies", _("Advies bij werkprofiel"), _("Er passen weinig mensen bij {titel}. Advies: {advies}.")
)
registreer(
    "werkprofiel.gecarved",
    _("Taken anders verdeeld"),
    _("{titel} komt uit {oud}: {aantal} taken, {uren} uur per week. Zoveel tijd krijgen collega’s terug."),
    voor_betrokkene=True,
)
registreer(
    "werkprofiel.verwachting",
    _("Verwachting over personeel"),
    _("{functie}: nu {mensen} mensen."),
    voor_betrokkene=True,
)
