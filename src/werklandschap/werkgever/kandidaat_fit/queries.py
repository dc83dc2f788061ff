"""Reads over readiness and surveys."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.core.signing import Signer

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.opgeleid import opgeleid_bij
from werklandschap.werkgever.kandidaat_fit.catalogi import (
    Lijn,
    Punt,
    advies_onder,
    antwoorden,
    draagvlakvragen,
    helpt_bij,
    lijnen,
    minimum_antwoorden,
    punten,
    schaal,
)
from werklandschap.werkgever.kandidaat_fit.models import Draagvlakonderzoek, Gereedheid, Gespreksbewijs


def bewijs_van(werkgever: Werkgever) -> dict[str, list[str]]:
    """{point: who is trained for it}; one query. It stands beside the answer and changes nothing in it."""
    uit: dict[str, list[str]] = {}
    for training, zinnen in opgeleid_bij(werkgever).items():
        for punt in helpt_bij().get(training, ()):
            uit.setdefault(punt, []).extend(zinnen)
    return uit


NIET_KLAAR = frozenset({"nee", "deels"})


def stand_van(werkgever: Werkgever) -> dict[str, Gereedheid]:
    """{point: the newest answer}."""
    return {rij.punt: rij for rij in werkgever.gereedheid.select_related("door")}


def zonder_hulp(werkgever: Werkgever) -> list[str]:
    """The points this employer is not ready on and for which nobody was named who helps; one query.

    Starting all the same is possible: then the guidance has to be arranged. What nobody spoke about is not in it.
    """
    stand = stand_van(werkgever)
    return [
        punt.stelling
        for punt in punten()
        if (rij := stand.get(punt.code)) is not None and rij.antwoord in NIET_KLAAR and not rij.wie_helpt.strip()
    ]


TEGENGESTELD = {("ja", Gespreksbewijs.Zegt.ONTBREEKT), ("nee", Gespreksbewijs.Zegt.AANWEZIG)}


@dataclass(frozen=True)
class Puntbeeld:
    """One point: the recorded answer, who is trained for it, and what conversations say, the newest first."""

    punt: Punt
    stand: Gereedheid | None
    antwoord: str
    opgeleid: list[str]
    gezegd: list[Gespreksbewijs]

    @property
    def laatst(self) -> Gespreksbewijs | None:
        """What the newest conversation says."""
        return self.gezegd[0] if self.gezegd else None

    @property
    def eerder(self) -> list[Gespreksbewijs]:
        """What conversations before that one say."""
        return self.gezegd[1:]

    @property
    def spreekt_tegen(self) -> bool:
        """The newest conversation says the opposite of the recorded answer."""
        return bool(self.stand and self.laatst and (self.stand.antwoord, self.laatst.zegt) in TEGENGESTELD)

    @property
    def ontbreekt(self) -> bool:
        """Not ready by the recorded answer; without one, by the newest conversation."""
        if self.stand is not None:
            return self.stand.antwoord in NIET_KLAAR
        return self.laatst is not None and self.laatst.zegt == Gespreksbewijs.Zegt.ONTBREEKT


def puntbeelden(werkgever: Werkgever) -> list[tuple[Lijn, list[Puntbeeld]]]:
    """Every strand with its points; three queries."""
    stand, opgeleid, namen = stand_van(werkgever), bewijs_van(werkgever), antwoorden()
    gezegd: dict[str, list[Gespreksbewijs]] = defaultdict(list)
    for bewijs in werkgever.gespreksbewijs.select_related("contactmoment", "door"):
        gezegd[bewijs.punt].append(bewijs)
    beelden = [
        Puntbeeld(
            punt,
            nu := stand.get(punt.code),
            naam_van(namen, nu.antwoord if nu else "niet_besproken"),
            opgeleid.get(punt.code, []),
            gezegd[punt.code],
        )
        for punt in punten()
    ]
    return [(lijn, [b for b in beelden if b.punt.lijn == lijn.code]) for lijn in lijnen()]


@dataclass(frozen=True)
class Vraaguitslag:
    """How often each answer was given to one question."""

    tekst: str
    aantallen: tuple[tuple[str, int], ...]
    gemiddelde: float
    advies: str = ""


@dataclass(frozen=True)
class Uitslag:
    """What a survey shows: nothing but that it is too early, below the minimum."""

    genoeg: bool
    minimum: int
    aantal: int | None = None
    vragen: tuple[Vraaguitslag, ...] = ()
    teksten: tuple[str, ...] = ()


def uitslag_van(onderzoek: Draagvlakonderzoek) -> Uitslag:
    """The results from the minimum number of answers on; free words in no particular order."""
    rijen = list(onderzoek.antwoorden.all())
    minimum = minimum_antwoorden()
    if len(rijen) < minimum:
        return Uitslag(genoeg=False, minimum=minimum)
    niveaus = schaal()
    vragen = []
    for vraag in draagvlakvragen():
        if vraag.soort != "schaal5":
            continue
        telling = Counter(rij.waarden[vraag.code] for rij in rijen)
        gemiddelde = sum(waarde * n for waarde, n in telling.items()) / len(rijen)
        advies = vraag.advies if gemiddelde < advies_onder() else ""
        aantallen = tuple((s.naam, telling[s.waarde]) for s in niveaus)
        vragen.append(Vraaguitslag(vraag.tekst, aantallen, gemiddelde, advies))
    teksten = [rij.tekst for rij in rijen if rij.tekst]
    random.shuffle(teksten)
    return Uitslag(True, minimum, len(rijen), tuple(vragen), tuple(teksten))


def deelcode(onderzoek: Draagvlakonderzoek) -> str:
    """What stands in the public link: signed, so that nobody guesses another survey."""
    return Signer(salt="werklandschap.draagvlak").sign(str(onderzoek.pk))


def onderzoek_bij(code: str) -> Draagvlakonderzoek:
    """The survey of a link. Raises BadSignature for a changed link, DoesNotExist when it is gone."""
    nummer = Signer(salt="werklandschap.draagvlak").unsign(code)
    return Draagvlakonderzoek.objects.select_related("werkgever").get(pk=int(nummer))
