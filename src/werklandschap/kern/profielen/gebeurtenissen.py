"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "competentie.vastgelegd",
    _("Competentie vastgelegd"),
    _("{competentie}: niveau {niveau}. Bewijs: {bewijs}."),
    gewoon=(_("Dit staat nu bij wat u kunt"), _("{competentie}.")),
)
registreer(
    "competentie.verwijderd",
    _("Competentie verwijderd"),
    _("{competentie} staat niet meer in het profiel."),
    gewoon=(_("Dit staat niet meer bij wat u kunt"), _("{competentie}.")),
)
registreer(
    "certificaat.vastgelegd",
    _("Certificaat vastgelegd"),
    _("{certificaat}: {stand}."),
    gewoon=(_("Uw certificaat staat erbij"), _("{certificaat}.")),
)
registreer(
    "taal.vastgelegd",
    _("Taal vastgelegd"),
    _("{taal}: {niveau}."),
    gewoon=(_("Uw taal staat erbij"), _("{taal}: {niveau}.")),
)
registreer(
    "werkervaring.toegevoegd",
    _("Werkervaring toegevoegd"),
    _("{functie}."),
    gewoon=(_("Uw werk van eerder staat erbij"), _("{functie}.")),
)
registreer(
    "opleiding.toegevoegd",
    _("Opleiding toegevoegd"),
    _("{opleiding}."),
    gewoon=(_("Uw opleiding staat erbij"), _("{opleiding}.")),
)
registreer(
    "kandidaatgegevens.gewijzigd",
    _("Gegevens voor het zoeken naar werk gewijzigd"),
    _("Gewijzigd: {velden}."),
    voor_betrokkene=True,
)
registreer("cv.gekozen", _("Keuze voor het cv"), _("U koos {aantal} onderdelen."), voor_betrokkene=True)
