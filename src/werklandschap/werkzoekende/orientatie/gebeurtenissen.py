"""Kinds of events of this tile."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("interessetest.gedaan", _("Interessetest gedaan"), _("Dit kwam eruit: {uitslag}."), voor_betrokkene=True)
registreer("beroep.gekozen", _("Beroep gekozen om te verkennen"), _("{beroep}. {waarom}"), voor_betrokkene=True)
registreer("beroep.losgelaten", _("Beroep niet meer gekozen"), _("{beroep}."), voor_betrokkene=True)
registreer("huiswerk.gegeven", _("Opdracht voor thuis"), _("{opdracht}. Klaar voor {voor_op}."), voor_betrokkene=True)
registreer("huiswerk.gedaan", _("Opdracht gedaan"), _("{opdracht}. {uitkomst}"), voor_betrokkene=True)
registreer("test.gedaan", _("Test gedaan"), _("{test} Dit kwam eruit: {uitslag}."), voor_betrokkene=True)
registreer(
    "test.telt_niet_mee",
    _("Antwoorden van een test tellen niet meer mee"),
    _("{test} Deze antwoorden tellen niet meer mee voor de test zelf."),
    voor_betrokkene=True,
)
registreer(
    "plek.afgesproken",
    _("Plek om werk te proberen"),
    _("{soort} bij {bedrijf}, vanaf {van}, {weken} weken. Doel: {doel}"),
    voor_betrokkene=True,
)
registreer("plek.afgerond", _("Plek afgerond"), _("{soort} bij {bedrijf}. {evaluatie}"), voor_betrokkene=True)
registreer("plek.gestopt", _("Plek gestopt"), _("{soort} bij {bedrijf}. Reden: {reden}."), voor_betrokkene=True)
registreer(
    "arbeidsmarkt.ingelezen",
    _("Kansen op de arbeidsmarkt ingelezen"),
    _("{aantal} beroepen, peildatum {peildatum}. Bron: {bron}."),
)
