"""Speed dates: the schedule with the highest total preference, and a proof that none is higher.

Which pairs meet and in which round are two questions, and the second never limits the first:

1. *Choice* of pairs. A candidate has at most min(maxPerKandidaat, rondes) talks, an employer at most
tafels × rondes, a pair at most one. The best choice is a minimum-cost flow. 2. *Rounds*. Split each
employer into its tables, with at most `rondes` talks each. By Kőnig's theorem the    edges of a bipartite
graph of degree at most d can be coloured with d colours, so the chosen pairs always    fit in the rounds. A
colour is a round.

Every schedule satisfies the limits of 1, so the best choice is the best schedule. The proof does not lean
on the solver: node prices show that the choice cannot be improved (`_is_optimaal`). Pairs with value 0 are
left out. Everything is done in the order of the input, so equal input gives equal output.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Id = str | int
Knoop = tuple[str, Id, int]
HOOGSTE_WAARDE = 10**12
HOOGSTE_AANTAL = 10**6


class SpeeddateFout(ValueError):
    """The input cannot be used; one plain Dutch line says where and why."""


@dataclass(frozen=True, slots=True)
class Voorkeur:
    """How much it is worth that these two meet: a whole number, 0 or more."""

    kandidaat: Id
    werkgever: Id
    waarde: int


@dataclass(frozen=True, slots=True)
class Vraag:
    """A checked request; `tafels` gives per employer how many candidates it meets at once.

    `grenzen` holds a lower limit for who wants fewer talks than `max_per_kandidaat`.
    """

    rondes: int
    minuten_per_ronde: int
    max_per_kandidaat: int
    kandidaten: tuple[Id, ...]
    tafels: Mapping[Id, int]
    voorkeuren: tuple[Voorkeur, ...]
    grenzen: Mapping[Id, int] = field(default_factory=dict)

    def grens(self, kandidaat: Id) -> int:
        """How many talks this candidate has at most."""
        return max(0, min(self.grenzen.get(kandidaat, self.max_per_kandidaat), self.max_per_kandidaat))


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One talk; rounds and tables count from 1, tables per employer."""

    ronde: int
    werkgever: Id
    tafel: int
    kandidaat: Id


@dataclass(frozen=True, slots=True)
class Rooster:
    """The schedule by round, then employer and table in the order of the input."""

    afspraken: tuple[Afspraak, ...]
    waarde: int
    bewezen_optimaal: bool

    def als_json(self) -> dict[str, Any]:
        """As the command line writes it."""
        afspraken = [
            {"ronde": a.ronde, "werkgever": a.werkgever, "tafel": a.tafel, "kandidaat": a.kandidaat}
            for a in self.afspraken
        ]
        return {"afspraken": afspraken, "waarde": self.waarde, "bewezenOptimaal": self.bewezen_optimaal}


def lees_vraag(tekst: str) -> Vraag:
    """Read a request from JSON text. Raises SpeeddateFout."""
    try:
        gegevens = json.loads(tekst, object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal)
    except SpeeddateFout:
        raise
    except (ValueError, RecursionError) as fout:
        raise SpeeddateFout(f"Het bestand is geen geldige JSON: {fout}") from fout
    return maak_vraag(gegevens)


def maak_vraag(gegevens: object) -> Vraag:
    """Check a request that was read from JSON. Raises SpeeddateFout for the first thing that is wrong."""
    velden = ("rondes", "minutenPerRonde", "maxPerKandidaat", "kandidaten", "werkgevers", "voorkeuren")
    vraag = _object(gegevens, "De invoer", velden)
    kandidaten = _kandidaten(_lijst(vraag, "kandidaten"))
    tafels = _tafels(_lijst(vraag, "werkgevers"))
    return Vraag(
        rondes=_aantal(vraag["rondes"], "rondes", 1, HOOGSTE_AANTAL),
        minuten_per_ronde=_aantal(vraag["minutenPerRonde"], "minutenPerRonde", 1, HOOGSTE_AANTAL),
        max_per_kandidaat=_aantal(vraag["maxPerKandidaat"], "maxPerKandidaat", 1, HOOGSTE_AANTAL),
        kandidaten=kandidaten,
        tafels=tafels,
        voorkeuren=_voorkeuren(_lijst(vraag, "voorkeuren"), set(kandidaten), tafels),
    )


def maak_rooster(vraag: Vraag) -> Rooster:
    """The best schedule for a checked request."""
    paren, bewezen = _kies_paren(vraag)
    nummer = {werkgever: plaats for plaats, werkgever in enumerate(vraag.tafels)}
    afspraken = _verdeel(vraag, paren)
    afspraken.sort(key=lambda afspraak: (afspraak.ronde, nummer[afspraak.werkgever], afspraak.tafel))
    return Rooster(tuple(afspraken), sum(paar.waarde for paar in paren), bewezen)


def _zonder_dubbele(paren: Sequence[tuple[str, object]]) -> dict[str, object]:
    velden: dict[str, object] = {}
    for naam, waarde in paren:
        if naam in velden:
            raise SpeeddateFout(f"Het veld '{naam}' staat er twee keer.")
        velden[naam] = waarde
    return velden


def _geen_getal(naam: str) -> None:
    raise SpeeddateFout(f"'{naam}' is geen getal.")


def _object(gegevens: object, waar: str, velden: Sequence[str]) -> dict[str, Any]:
    """Exactly these fields."""
    if not isinstance(gegevens, dict):
        raise SpeeddateFout(f"{waar}: hier hoort een object met {', '.join(velden)}.")
    for veld in velden:
        if veld not in gegevens:
            raise SpeeddateFout(f"{waar}: het veld '{veld}' ontbreekt.")
    onbekend = next((veld for veld in gegevens if veld not in velden), None)
    if onbekend is not None:
        raise SpeeddateFout(f"{waar}: het veld '{onbekend}' is niet bekend.")
    return gegevens


def _lijst(vraag: Mapping[str, Any], veld: str) -> list[Any]:
    waarde = vraag[veld]
    if not isinstance(waarde, list):
        raise SpeeddateFout(f"Het veld '{veld}' is geen lijst.")
    return waarde


def _aantal(waarde: object, waar: str, laagste: int, hoogste: int) -> int:
    """A whole number within bounds; true and 1.0 are not whole numbers."""
    if type(waarde) is not int or not laagste <= waarde <= hoogste:
        raise SpeeddateFout(f"{waar}: vul een heel getal in van {laagste} tot en met {hoogste}.")
    return waarde


def _id(waarde: object, waar: str) -> Id:
    """Text that is not empty, or a whole number."""
    if type(waarde) is int or (isinstance(waarde, str) and waarde.strip()):
        return waarde
    raise SpeeddateFout(f"{waar}: een id is tekst of een heel getal, en niet leeg.")


def _kandidaten(rijen: Sequence[Any]) -> tuple[Id, ...]:
    kandidaten: dict[Id, None] = {}
    for nummer, rij in enumerate(rijen, start=1):
        kandidaat = _id(rij, f"Kandidaat {nummer}")
        if kandidaat in kandidaten:
            raise SpeeddateFout(f"Kandidaat {nummer}: '{kandidaat}' staat er twee keer.")
        kandidaten[kandidaat] = None
    return tuple(kandidaten)


def _tafels(rijen: Sequence[Any]) -> dict[Id, int]:
    tafels: dict[Id, int] = {}
    for nummer, rij in enumerate(rijen, start=1):
        waar = f"Werkgever {nummer}"
        velden = _object(rij, waar, ("id", "tafels"))
        werkgever = _id(velden["id"], waar)
        if werkgever in tafels:
            raise SpeeddateFout(f"{waar}: '{werkgever}' staat er twee keer.")
        tafels[werkgever] = _aantal(velden["tafels"], f"{waar}, tafels", 1, HOOGSTE_AANTAL)
    return tafels


def _voorkeuren(rijen: Sequence[Any], kandidaten: set[Id], tafels: Mapping[Id, int]) -> tuple[Voorkeur, ...]:
    uitkomst: dict[tuple[Id, Id], Voorkeur] = {}
    for nummer, rij in enumerate(rijen, start=1):
        waar = f"Voorkeur {nummer}"
        velden = _object(rij, waar, ("kandidaat", "werkgever", "waarde"))
        paar = _id(velden["kandidaat"], waar), _id(velden["werkgever"], waar)
        if paar[0] not in kandidaten:
            raise SpeeddateFout(f"{waar}: kandidaat '{paar[0]}' is niet bekend.")
        if paar[1] not in tafels:
            raise SpeeddateFout(f"{waar}: werkgever '{paar[1]}' is niet bekend.")
        if paar in uitkomst:
            raise SpeeddateFout(f"{waar}: '{paar[0]}' en '{paar[1]}' staan er twee keer.")
        waarde = _aantal(velden["waarde"], f"{waar}, waarde", 0, HOOGSTE_WAARDE)
        uitkomst[paar] = Voorkeur(paar[0], paar[1], waarde)
    return tuple(uitkomst.values())


@dataclass(frozen=True, slots=True)
class _Net:
    """The choice of pairs as a circulation over arcs; node 0 is the hub.

    hub → candidate (his limit), candidate → employer (1, costs minus the value), employer → hub (its limit).
    The pairs come first. All arrays have one entry per arc.
    """

    staart: Getallen
    kop: Getallen
    ruimte: Getallen
    kosten: Getallen
    paren: int
    knopen: int


def _maak_net(vraag: Vraag, paren: Sequence[Voorkeur]) -> _Net:
    k, w = len(vraag.kandidaten), len(vraag.tafels)
    kandidaat = {naam: plaats for plaats, naam in enumerate(vraag.kandidaten, start=1)}
    werkgever = {naam: plaats for plaats, naam in enumerate(vraag.tafels, start=1 + k)}
    per_kandidaat = [min(vraag.grens(naam), vraag.rondes, w) for naam in vraag.kandidaten]
    per_werkgever = [min(tafels * vraag.rondes, k) for tafels in vraag.tafels.values()]
    staart = [*(kandidaat[paar.kandidaat] for paar in paren), *([0] * k), *werkgever.values()]
    kop = [*(werkgever[paar.werkgever] for paar in paren), *kandidaat.values(), *([0] * w)]
    ruimte = [*([1] * len(paren)), *per_kandidaat, *per_werkgever]
    kosten = [*(-paar.waarde for paar in paren), *([0] * (k + w))]
    return _Net(
        staart=np.array(staart, dtype=np.int64),
        kop=np.array(kop, dtype=np.int64),
        ruimte=np.array(ruimte, dtype=np.int64),
        kosten=np.array(kosten, dtype=np.int64),
        paren=len(paren),
        knopen=1 + k + w,
    )


def _kies_paren(vraag: Vraag) -> tuple[list[Voorkeur], bool]:
    """The pairs that meet, and whether it is proved that no choice is worth more."""
    paren = [paar for paar in vraag.voorkeuren if paar.waarde > 0]
    if not paren:
        return [], True
    net = _maak_net(vraag, paren)
    gekozen = _los_op(net)
    uitkomst = [paar for paar, gekozen_paar in zip(paren, gekozen, strict=True) if gekozen_paar]
    return uitkomst, _is_optimaal(net, gekozen)


def _los_op(net: _Net) -> Getallen:
    """0 or 1 per pair, by minimum-cost flow.

    The solver wants sources and sinks instead of a circulation: the hub becomes a source (node 0) and a
    sink (the last node), and what is not worth sending goes straight from one to the other for nothing.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    bron, put = 0, net.knopen
    aanbod = int(net.ruimte[net.staart == bron].sum())
    stroom = SimpleMinCostFlow()
    stroom.add_arcs_with_capacity_and_unit_cost(
        net.staart, np.where(net.kop == bron, put, net.kop), net.ruimte, net.kosten
    )
    stroom.add_arc_with_capacity_and_unit_cost(bron, put, aanbod, 0)
    stroom.set_node_supply(bron, aanbod)
    stroom.set_node_supply(put, -aanbod)
    if stroom.solve() != stroom.OPTIMAL:
        raise SpeeddateFout("Voor zoveel afspraken met zulke hoge waarden lukt het rekenen niet.")
    return np.asarray(stroom.flows(np.arange(net.paren)), dtype=np.int64)


def _is_optimaal(net: _Net, gekozen: Getallen) -> bool:
    """Whether the choice keeps all limits and nothing is worth more: checked apart from the solver.

    A circulation is cheapest exactly when its residual network has no negative cycle, which holds when
    there are node prices under which no residual arc has negative reduced cost (Bellman-Ford from all nodes
    at once).
    """
    stroom = np.zeros_like(net.ruimte)
    stroom[: net.paren] = gekozen
    uit = np.bincount(net.staart[: net.paren], weights=gekozen, minlength=net.knopen).astype(np.int64)
    erin = np.bincount(net.kop[: net.paren], weights=gekozen, minlength=net.knopen).astype(np.int64)
    naar_hub = net.kop == 0
    stroom[net.staart == 0] = uit[net.kop[net.staart == 0]]
    stroom[naar_hub] = erin[net.staart[naar_hub]]
    if (stroom < 0).any() or (stroom > net.ruimte).any():
        return False
    heen, terug = stroom < net.ruimte, stroom > 0
    van = np.concatenate([net.staart[heen], net.kop[terug]])
    naar = np.concatenate([net.kop[heen], net.staart[terug]])
    kosten = np.concatenate([net.kosten[heen], -net.kosten[terug]])
    prijs = np.zeros(net.knopen, dtype=np.int64)
    for _ in range(net.knopen):
        voor = prijs.copy()
        np.minimum.at(prijs, naar, voor[van] + kosten)
        if (prijs == voor).all():
            return True
    return False


def _verdeel(vraag: Vraag, paren: Sequence[Voorkeur]) -> list[Afspraak]:
    """Give every chosen pair a round and a table, in no more rounds than the busiest person or table needs."""
    rondes = _kleur(_stoelen(vraag, paren))
    bezet: Counter[tuple[Id, int]] = Counter()
    afspraken = []
    for paar, ronde in zip(paren, rondes, strict=True):
        bezet[paar.werkgever, ronde] += 1
        tafel = bezet[paar.werkgever, ronde]
        afspraken.append(Afspraak(ronde + 1, paar.werkgever, tafel, paar.kandidaat))
    return afspraken


def _stoelen(vraag: Vraag, paren: Sequence[Voorkeur]) -> list[tuple[Knoop, Knoop]]:
    """Each pair as an edge from a candidate to one of the tables of the employer, spread evenly."""
    teller: Counter[Id] = Counter()
    randen: list[tuple[Knoop, Knoop]] = []
    for paar in paren:
        tafel = teller[paar.werkgever] % vraag.tafels[paar.werkgever]
        teller[paar.werkgever] += 1
        randen.append((("kandidaat", paar.kandidaat, 0), ("werkgever", paar.werkgever, tafel)))
    return randen


def _kleur(randen: Sequence[tuple[Knoop, Knoop]]) -> list[int]:
    """Colour the edges of a bipartite graph with as many colours as its highest degree; no two alike at a
    node.
    """
    graad = Counter(knoop for rand in randen for knoop in rand)
    kleuren = range(max(graad.values(), default=0))
    bij: dict[Knoop, dict[int, int]] = {knoop: {} for knoop in graad}
    kleur = [-1] * len(randen)
    for rand, (links, rechts) in enumerate(randen):
        vrij_links = next(k for k in kleuren if k not in bij[links])
        vrij_rechts = next(k for k in kleuren if k not in bij[rechts])
        if vrij_links in bij[rechts]:
            _wissel(randen, bij, kleur, rechts, vrij_links, vrij_rechts)
        bij[links][vrij_links] = bij[rechts][vrij_links] = rand
        kleur[rand] = vrij_links
    return kleur


def _wissel(
    randen: Sequence[tuple[Knoop, Knoop]],
    bij: dict[Knoop, dict[int, int]],
    kleur: list[int],
    begin: Knoop,
    een: int,
    ander: int,
) -> None:
    """Swap two colours along the path from `begin` that starts with colour `een`; `ander` is free there.

    In a bipartite graph the path cannot come back to the other end of the edge to be coloured.
    """
    pad = []
    knoop, zoek = begin, een
    while zoek in bij[knoop]:
        rand = bij[knoop][zoek]
        pad.append(rand)
        links, rechts = randen[rand]
        knoop, zoek = (rechts if knoop == links else links), (ander if zoek == een else een)
    for rand in pad:
        for eind in randen[rand]:
            bij[eind].pop(kleur[rand], None)
    for rand in pad:
        kleur[rand] = ander if kleur[rand] == een else een
        for eind in randen[rand]:
            bij[eind][kleur[rand]] = rand
