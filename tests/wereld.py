"""A small world: one person, one employer, and everything that can hang from them; and who may look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Contactmomentfabriek,
    Contactpersoonfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Partnerfabriek,
    Partnergebruikerfabriek,
    Regiofabriek,
    Taakfabriek,
    Teamfabriek,
    Vestigingfabriek,
    Waarnemingfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)
from tests.wereld_nummers import nummers_van

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import actions as bemiddelen
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing import actions as plaatsen
from werklandschap.samen.plaatsing import besluiten
from werklandschap.samen.plaatsing.models import Plaatsing

INTRODUCTIE = "Sam werkt graag met zijn handen en kan goed samenwerken."


@dataclass
class Wereld:
    """Accounts by role, the rows they share, and the number that fills a parameter in a path."""

    mensen: dict[str, Gebruiker]
    vreemde: dict[str, Gebruiker]
    dossier: Dossier
    werkgever: Werkgever
    voordracht: Voordracht
    plaatsing: Plaatsing
    in_voorbereiding: Plaatsing = field(init=False)
    nummers: dict[str, Any] = field(default_factory=dict)

    def adres(self, route: str) -> str | None:
        """The path of a route with this world's numbers; None when it asks for a row that is not there."""
        delen = []
        for deel in route.replace("^", "").split("/"):
            waarde = self._vul(deel, "/".join(delen))
            if waarde is None:
                return None
            delen.append(waarde)
        return "/" + "/".join(delen)

    def _vul(self, deel: str, voor: str) -> str | None:
        begin, einde = deel.find("<"), deel.rfind(">")
        if begin < 0:
            return deel
        waarde = self.nummers.get(f"{voor}/{deel[begin : einde + 1]}")
        return None if waarde is None else f"{deel[:begin]}{waarde}{deel[einde + 1 :]}"


def routes() -> Iterator[tuple[str, URLPattern]]:
    """Every path of the product, as (route, pattern); files that people upload and Django's own are left out."""

    def loop(patronen: list[URLPattern | URLResolver], voor: str) -> Iterator[tuple[str, URLPattern]]:
        for patroon in patronen:
            route = voor + str(patroon.pattern)
            if isinstance(patroon, URLResolver):
                yield from loop(patroon.url_patterns, route)
            else:
                yield route, patroon

    yield from loop(get_resolver().url_patterns, "")


def maak_wereld() -> Wereld:
    """Rows through the actions where a chain of steps counts, else by factories."""
    gemeente = Gemeentefabriek(code="9001", naam="Gemeente Voorbeeld")
    mensen = _mensen(gemeente)
    dossier = _dossier(mensen)
    werkgever = _werkgever(mensen)
    voordracht = _voorgedragen(dossier, werkgever, mensen)
    plaatsing = _geplaatst(dossier, werkgever, mensen)
    wereld = Wereld(mensen, _vreemden(), dossier, werkgever, voordracht, plaatsing)
    wereld.nummers = nummers_van(wereld)
    wereld.in_voorbereiding = _in_voorbereiding(wereld)
    return wereld


def _mensen(gemeente: Any) -> dict[str, Gebruiker]:
    team = Teamfabriek(gemeente=gemeente, naam="Team Werk")
    rollen = (Rol.KLANTMANAGER, Rol.JOBCOACH, Rol.ACCOUNTMANAGER, Rol.MANAGER, Rol.BEHEERDER)
    mensen = {
        str(rol): Gebruikerfabriek(rol=rol, gemeente=gemeente, team=team, email=f"{rol}@voorbeeld.test")
        for rol in rollen
    }
    partner = Partnerfabriek(gemeenten=[gemeente], naam="Wijkteam Noord")
    mensen["partner"] = Partnergebruikerfabriek(partnerorganisatie=partner, email="partner@wijkteam.test")
    for rol in (Rol.WERKGEVER, Rol.INWONER):
        mensen[str(rol)] = Gebruikerfabriek(rol=rol, gemeente=None, email=f"{rol}@proef.test")
    return mensen


def _vreemden() -> dict[str, Gebruiker]:
    """The same roles in a municipality of another region, each with a caseload of their own to lose."""
    elders = Gemeentefabriek(code="9009", naam="Gemeente Ver Weg", regio=Regiofabriek(naam="Regio Ver Weg"))
    vreemden: dict[str, Gebruiker] = {}
    for rol in (Rol.KLANTMANAGER, Rol.JOBCOACH, Rol.ACCOUNTMANAGER, Rol.MANAGER, Rol.BEHEERDER):
        vreemden[str(rol)] = Gebruikerfabriek(rol=rol, gemeente=elders, email=f"{rol}@verweg.test")
    vreemden["partner"] = Partnergebruikerfabriek(
        partnerorganisatie=Partnerfabriek(gemeenten=[elders], naam="Wijkteam Ver Weg"), email="partner@verweg.test"
    )
    for rol in (Rol.WERKGEVER, Rol.INWONER):
        vreemden[str(rol)] = Gebruikerfabriek(rol=rol, gemeente=None, email=f"{rol}@verweg.test")
    Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=elders), account=vreemden["werkgever"])
    Dossierfabriek(
        werkzoekende=Werkzoekendefabriek(gemeente=elders, account=vreemden["inwoner"]),
        verantwoordelijke=vreemden["klantmanager"],
    )
    return vreemden


def _dossier(mensen: dict[str, Gebruiker]) -> Dossier:
    klantmanager = mensen["klantmanager"]
    mens = Werkzoekendefabriek(
        gemeente=klantmanager.gemeente, account=mensen["inwoner"], voornaam="Sam", achternaam="de Proef"
    )
    Kandidaatgegevensfabriek(werkzoekende=mens)
    Competentieregelfabriek(werkzoekende=mens, competentie=Competentiefabriek(label="orders verzamelen"))
    dossier: Dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=klantmanager)
    for aspect, waarde in (("zrm_financien", 2), ("zrm_huisvesting", 4), ("motivatie_werk", 4)):
        Waarnemingfabriek(dossier=dossier, aspect=aspect, waarde=waarde)
    Taakfabriek(eigenaar=klantmanager, keten=dossier.keten, voor_op=timezone.localdate() - timedelta(days=3))
    return dossier


def _werkgever(mensen: dict[str, Gebruiker]) -> Werkgever:
    accountmanager = mensen["accountmanager"]
    werkgever: Werkgever = Werkgeverfabriek(
        gemeente=accountmanager.gemeente, accountmanager=accountmanager, naam="Logistiek Proef"
    )
    Vestigingfabriek(werkgever=werkgever)
    Contactpersoonfabriek(werkgever=werkgever, account=mensen["werkgever"], naam="Kim Bedrijf")
    Contactmomentfabriek(werkgever=werkgever, gehouden=False)
    return werkgever


def _voorgedragen(dossier: Dossier, werkgever: Werkgever, mensen: dict[str, Gebruiker]) -> Voordracht:
    door = mensen["klantmanager"]
    werkprofiel = Werkprofielfabriek(werkgever=werkgever, titel="Orderpicker")
    rij = bemiddelen.voorselecteer(dossier=dossier, werkprofiel=werkprofiel, door=door)
    rij = bemiddelen.vraag_kandidaat(voordracht=rij, door=door, wat="Uw naam en wat u kunt.")
    rij = bemiddelen.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="gesprek", door=door)
    return bemiddelen.draag_voor(voordracht=rij, introductie=INTRODUCTIE, door=door)


def _in_voorbereiding(wereld: Wereld) -> Plaatsing:
    """A placement nobody agreed to yet, with a subsidy and without a word on guidance."""
    door = wereld.mensen["klantmanager"]
    rij = plaatsen.maak_plaatsing(
        dossier=wereld.dossier,
        werkprofiel=Werkprofielfabriek(werkgever=wereld.werkgever, titel="Magazijnhulp"),
        van=timezone.localdate() + timedelta(days=7),
        uren=Decimal(24),
        door=door,
    )
    besluiten.leg_besluit_vast(
        plaatsing=rij, instrument="loonkostensubsidie", van=rij.van, loonwaarde=Decimal(55), door=door
    )
    return rij


def _geplaatst(dossier: Dossier, werkgever: Werkgever, mensen: dict[str, Gebruiker]) -> Plaatsing:
    door = mensen["klantmanager"]
    rij = plaatsen.maak_plaatsing(
        dossier=dossier,
        werkprofiel=Werkprofielfabriek(werkgever=werkgever, titel="Inpakker"),
        van=timezone.localdate() - timedelta(days=1),
        uren=Decimal(32),
        door=door,
    )
    besluiten.leg_besluit_vast(
        plaatsing=rij, instrument="loonkostensubsidie", van=rij.van, loonwaarde=Decimal(55), door=door
    )
    plaatsen.akkoord_werkgever(plaatsing=rij, door=door, wie="Kim Bedrijf")
    plaatsen.akkoord_klant(plaatsing=rij, door=door)
    return plaatsen.start_plaatsing(plaatsing=rij, door=door)
