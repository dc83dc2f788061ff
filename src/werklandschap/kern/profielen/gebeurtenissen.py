"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "competentie.vastgelegd",
    _("Competentie vastgelegd"),
    _("{competentie}: niveau {niveau}. Bewijs: {bewijs}."),
    voor_betrokkene=True,
)
registreer(
    "competentie.verwijderd",
    _("Competentie verwijderd"),
    _("{competentie} staat niet meer in het profiel."),
    voor_betrokkene=True,
)
registreer("certificaat.vastgelegd", _("Certificaat vastgelegd"), _("{certificaat}: {stand}."), voor_betrokkene=True)
registreer("taal.vastgelegd", _("Taal vastgelegd"), _("{taal}: {niveau}."), voor_betrokkene=True)
registreer("werkervaring.toegevoegd", _("Werkervaring toegevoegd"), _("{functie}."), voor_betrokkene=True)
registreer("opleiding.toegevoegd", _("Opleiding toegevoegd"), _("{opleiding}."), voor_betrokkene=True)
registreer(
    "kandidaatgegevens.gewijzigd",
    _("Gegevens voor het zoeken naar werk gewijzigd"),
    _("Gewijzigd: {velden}."),
    voor_betrokkene=True,
)
registreer("cv.gekozen", _("Keuze voor het cv"), _("U koos {aantal} onderdelen."), voor_betrokkene=True)
