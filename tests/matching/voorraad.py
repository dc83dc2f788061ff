"""Hypothesis strategies and random data for the engine: few codes, so that everything touches everything."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from werklandschap.matching.invoer import (
    Kandidaat,
    Taxonomie,
    Werkprofiel,
    lees_kandidaat,
    lees_taxonomie,
    lees_werkprofiel,
)

PEILDATUM = date(2026, 1, 5)
COMPETENTIES = ["lassen", "meten", "zagen", "zorgen", "koken", "rijden"]
CERTIFICATEN = ["vca", "rijbewijs:B", "heftruck"]
TALEN = ["nld", "eng"]
OMSTANDIGHEDEN = ["tillen", "nacht", "drukte"]
SECTOREN = ["bouw", "zorg"]

datums = st.integers(-20, 60).map(lambda dag: (PEILDATUM + timedelta(days=dag)).isoformat())
plaatsen = st.sampled_from([(52.0, 5.0), (52.0, 5.1), (52.05, 5.0), (-33.0, 151.0), (52.0, -175.0), (90.0, 0.0)])


def _misschien(strategie: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategie


def _kaart(codes: list[str], waarden: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(codes), waarden)


def _uren(paar: tuple[int, int]) -> dict[str, int]:
    return {"uren_min": min(paar), "uren_max": max(paar)}


def _deel(velden: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {naam: waarde for veld in velden for naam, waarde in veld.items()}


uren = st.tuples(st.sampled_from([0, 16, 24, 32, 168]), st.sampled_from([0, 16, 24, 32, 168])).map(_uren)
halve_uren = st.sampled_from([{}, {"uren_min": 24}, {"uren_max": 24}])
plek = st.none() | plaatsen
riasec = st.lists(st.sampled_from([0, 1, 50, 99, 100]), min_size=6, max_size=6)
dagdelen = st.sampled_from([0, 1, 7, 1 << 20, (1 << 21) - 1])


def _met_plek(plaats: tuple[float, float] | None) -> dict[str, Any]:
    return {} if plaats is None else {"lat": plaats[0], "lon": plaats[1]}


kandidaat_velden = st.tuples(
    st.fixed_dictionaries(
        {
            "competenties": _misschien(_kaart(COMPETENTIES, st.integers(0, 5))),
            "leertempo": _misschien(st.integers(0, 3)),
            "certificaten": _misschien(_kaart(CERTIFICATEN, st.none() | st.just(False) | datums)),
            "talen": _misschien(_kaart(TALEN, st.integers(0, 6))),
            "beschikbaar_vanaf": _misschien(datums),
            "dagdelen": _misschien(dagdelen),
            "reis_km": _misschien(st.sampled_from([0, 5, 7, 50, 500])),
            "grenzen": _misschien(_kaart(OMSTANDIGHEDEN, st.integers(0, 3))),
            "voorkeur": _misschien(_kaart(OMSTANDIGHEDEN, st.integers(-2, 2))),
            "riasec": _misschien(riasec),
            "sectoren": _misschien(_kaart(SECTOREN, st.integers(-2, 2))),
        }
    ),
    uren | halve_uren,
    plek.map(_met_plek),
).map(_deel)

eisen = st.lists(
    st.fixed_dictionaries(
        {
            "competentie": st.sampled_from(COMPETENTIES),
            "niveau": st.integers(1, 5),
            "gewicht": st.integers(1, 10),
            "hard": st.booleans(),
        }
    ),
    max_size=5,
    unique_by=lambda eis: eis["competentie"],
)
wegingen = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(
    lambda paar: {
        "competentie": min(paar),
        "affiniteit": max(paar) - min(paar),
        "omstandigheden": 100 - max(paar),
    }
)
werkprofiel_velden = st.tuples(
    st.fixed_dictionaries(
        {
            "id": st.just("w"),
            "start": datums,
            "eisen": eisen,
            "certificaten": st.lists(st.sampled_from(CERTIFICATEN), max_size=2, unique=True),
            "talen": _kaart(TALEN, st.integers(0, 6)),
            "dagdelen": _misschien(dagdelen),
            "omstandigheden": _kaart(OMSTANDIGHEDEN, st.integers(0, 3)),
            "riasec": _misschien(riasec),
            "sector": _misschien(st.sampled_from(SECTOREN)),
            "weging": _misschien(wegingen),
        }
    ),
    uren | halve_uren,
    plek.map(_met_plek),
).map(_deel)

ids = st.sampled_from(["a", "b", "c", "A", "é", "z1", "z10", "z2", "🙂", "\uffee"])


def _met_ids(paar: tuple[list[str], list[dict[str, Any]]]) -> list[Kandidaat]:
    return [lees_kandidaat(velden | {"id": naam}) for naam, velden in zip(*paar, strict=False)]


kandidatenlijst = st.tuples(st.lists(ids, unique=True, max_size=8), st.lists(kandidaat_velden, max_size=8)).map(
    _met_ids
)
werkprofielen: st.SearchStrategy[Werkprofiel] = werkprofiel_velden.map(lees_werkprofiel)
taxonomieen: st.SearchStrategy[Taxonomie] = st.fixed_dictionaries(
    {
        "verwantschap": _kaart(COMPETENTIES, _kaart(COMPETENTIES, st.sampled_from([0, 1, 333, 999, 1000]))),
        "leertijd": _kaart(COMPETENTIES, st.integers(1, 9)),
        "vanaf_nul": _kaart(COMPETENTIES, st.booleans()),
    }
).map(
    lambda rauw: lees_taxonomie(
        rauw
        | {
            "verwantschap": {
                k: {s: v for s, v in bronnen.items() if s != k} for k, bronnen in rauw["verwantschap"].items()
            }
        }
    )
)


class Loterij:
    """Random people and jobs on one seed, with skewed popularity, clusters of places and unknown values."""

    def __init__(self, zaad: int, competenties: int = 60) -> None:
        self.lot = random.Random(zaad)
        self.codes = [f"c{n}" for n in range(competenties)]
        self.gewichten = [1 / (n + 1) for n in range(competenties)]
        self.dorpen = [(self.lot.uniform(51.5, 53), self.lot.uniform(4.5, 6.5)) for _ in range(8)]

    def taxonomie(self) -> Taxonomie:
        """Some six related competences each."""
        return lees_taxonomie(
            {
                "verwantschap": {
                    code: {
                        ander: self.lot.randint(100, 950) for ander in self.lot.sample(self.codes, 6) if ander != code
                    }
                    for code in self.codes[::2]
                },
                "leertijd": {code: self.lot.randint(1, 20) for code in self.codes[::3]},
                "vanaf_nul": {code: self.lot.random() < 0.3 for code in self.codes[::4]},
            }
        )

    def kandidaat(self, naam: str) -> Kandidaat:
        """Somebody with about twelve competences."""
        lot = self.lot
        velden: dict[str, Any] = {
            "competenties": {c: lot.randint(0, 5) for c in lot.choices(self.codes, self.gewichten, k=12)},
            "leertempo": lot.randint(0, 3),
            "certificaten": {c: lot.choice([None, False, self._dag(), self._dag()]) for c in CERTIFICATEN[:2]},
            "talen": {"nld": lot.randint(2, 6)},
            "beschikbaar_vanaf": self._dag(),
            "dagdelen": (1 << 15) - 1 if lot.random() < 0.8 else lot.getrandbits(21),
            "reis_km": lot.choice([5, 10, 20, 40, 500]),
            "grenzen": {c: lot.randint(1, 3) for c in OMSTANDIGHEDEN},
            "voorkeur": {c: lot.randint(-2, 2) for c in OMSTANDIGHEDEN},
            "riasec": [lot.randint(0, 100) for _ in range(6)],
            "sectoren": {lot.choice(SECTOREN): lot.randint(-2, 2)},
        }
        velden |= _uren((lot.randint(0, 20), lot.randint(16, 40)))
        bekend = {naam: waarde for naam, waarde in velden.items() if lot.random() > 0.05}
        return lees_kandidaat({"id": naam} | bekend | self._plaats())

    def werkprofiel(self, naam: str) -> Werkprofiel:
        """A job with up to eight eisen and most requirements."""
        lot = self.lot
        codes = dict.fromkeys(lot.choices(self.codes, self.gewichten, k=8))
        velden: dict[str, Any] = {
            "eisen": [
                {
                    "competentie": code,
                    "niveau": lot.randint(1, 5),
                    "gewicht": lot.randint(1, 10),
                    "hard": lot.random() < 0.2,
                }
                for code in codes
            ],
            "certificaten": lot.sample(CERTIFICATEN, lot.randint(0, 1)),
            "talen": {"nld": lot.randint(0, 4)},
            "dagdelen": lot.choice([0, 7, 31]),
            "omstandigheden": {c: lot.randint(0, 2) for c in OMSTANDIGHEDEN[:2]},
            "riasec": [lot.randint(0, 100) for _ in range(6)],
            "sector": lot.choice(SECTOREN),
        }
        velden |= _uren((lot.randint(8, 24), lot.randint(24, 40)))
        bekend = {naam: waarde for naam, waarde in velden.items() if lot.random() > 0.1}
        return lees_werkprofiel({"id": naam, "start": self._dag()} | bekend | self._plaats())

    def _dag(self) -> str:
        return (PEILDATUM + timedelta(days=self.lot.randint(-30, 200))).isoformat()

    def _plaats(self) -> dict[str, float]:
        if self.lot.random() < 0.05:
            return {}
        lat, lon = self.lot.choice(self.dorpen)
        return {"lat": lat + self.lot.gauss(0, 0.03), "lon": lon + self.lot.gauss(0, 0.03)}
