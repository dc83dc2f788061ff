"""Kinds of events of this room: on the dossier of the candidate, and of meetings in the log of the municipality."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("overleg.ingebracht", _("Ingebracht in een overleg"), _("Zonder naam, als nummer {nummer} in {overleg}."))
registreer("overleg.besluit", _("Besluit in een overleg"), _("{overleg}, {titel}: {besluit}. {toelichting}"))
registreer("kandidaat.niet_voorgedragen", _("Niet voorgedragen"), _("Voor {titel}: {reden}. {toelichting}"))
registreer("kandidaat.voorbereiding", _("Voorbereiding op werk"), _("Voor {titel}, klaar op {dag}: {wat}."))
registreer(
    "groeien.gevraagd",
    _("Wilt u in dit werk groeien?"),
    _("{titel}. Te leren voor {dag}: {wat}. U kunt antwoorden bij Werk dat openstaat."),
    voor_betrokkene=True,
)
registreer(
    "groeien.herinnerd",
    _("Wij wachten op uw antwoord"),
    _("Wilt u in dit werk groeien? {titel}. U kunt antwoorden bij Werk dat openstaat."),
    voor_betrokkene=True,
)
registreer("groeien.ja", _("Wil in dit werk groeien"), _("{titel}"), voor_betrokkene=True)
registreer("groeien.nee", _("Wil niet in dit werk groeien"), _("{titel}"), voor_betrokkene=True)
registreer("openhiring.aangemeld", _("Aangemeld voor open hiring"), _("Voor {titel}."), voor_betrokkene=True)
registreer("openhiring.beurt", _("Aan de beurt bij open hiring"), _("Voor {titel}."), voor_betrokkene=True)
registreer("openhiring.gestopt", _("Van de lijst af"), _("Wil {titel} niet meer."), voor_betrokkene=True)
registreer(
    "openhiring.geopend",
    _("Open hiring geopend"),
    _("{titel}: wie zich het eerst meldt, begint het eerst."),
    voor_betrokkene=True,
)
registreer("openhiring.gesloten", _("Open hiring gesloten"), _("{titel}."), voor_betrokkene=True)
_WAT = _("{naam}, {wanneer}: {banen} werkprofielen, {mensen} deelnemers.")
registreer("overleg.gepland", _("Matchingsoverleg gepland"), _WAT)
registreer("overleg.gewijzigd", _("Matchingsoverleg gewijzigd"), _WAT)
registreer("overleg.afgerond", _("Matchingsoverleg afgerond"), _WAT)
