"""How well job titles find their occupation: top 1 and top 10 beside a lemma + letter-group baseline.

Use: `python bench/beroepen.py [ESCO-MAP] [--steekproef N]`. Names of one fifth of the ESCO occupations (by a hash of
the URI) are the questions. "alleen hoofdnaam": of those occupations only the preferred name is in the index and every
alternative name is asked. "gevraagde namen weg": the other names of the occupation are in the
index, only the asked ones are left out. One asked name in seven belongs to two occupations or more; "met dezelfde naam"
also counts the others that have it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import platform
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from werklandschap.competenties.herkenning.taal import plat, woorden
from werklandschap.competenties.herkenning.titelboek import Titelboek

ESCO = Path(__file__).resolve().parents[2] / "shared" / "data" / "esco"
VIJFDE = range(51, 102)
"""First byte of the hash of the occupations asked; weights are learnt on 102–255 (`leer_titels.py`)."""
Zoeker = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """What ESCO says of its occupations, per URI: names (the preferred one first), texts and ISCO group."""

    namen: dict[str, list[str]]
    inhoud: dict[str, list[str]]
    groep: dict[str, str]


def lees(map_: Path) -> Beschrijving:
    """The names, descriptions, essential competences and groups of all occupations."""
    csv.field_size_limit(10_000_000)
    uit = Beschrijving({}, {}, {})
    for rij in _rijen(map_ / "occupations_nl.csv"):
        namen = dict.fromkeys(n.strip() for n in [rij["preferredLabel"], *rij["altLabels"].split("\n")] if n.strip())
        uit.namen[rij["conceptUri"]] = list(namen)
        uit.inhoud[rij["conceptUri"]] = [rij["description"]]
        uit.groep[rij["conceptUri"]] = rij["iscoGroup"]
    competentie = {rij["conceptUri"]: rij["preferredLabel"] for rij in _rijen(map_ / "skills_nl.csv")}
    for rij in _rijen(map_ / "occupationSkillRelations_nl.csv"):
        if rij["relationType"] == "essential" and rij["skillUri"] in competentie and rij["occupationUri"] in uit.inhoud:
            uit.inhoud[rij["occupationUri"]].append(competentie[rij["skillUri"]])
    return uit


def _rijen(pad: Path) -> Iterator[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        yield from csv.DictReader(bestand)


def vragen_en_index(
    namen: dict[str, list[str]], vouw: range, hoeveel: int
) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """Alternative names of the occupations of a fold with their URI, and all names without the asked ones."""
    weg = {uri for uri in namen if hashlib.sha256(uri.encode()).digest()[0] in vouw and len(namen[uri]) > 1}
    vragen = [(naam, uri) for uri in sorted(weg) for naam in namen[uri][1:]]
    vragen.sort(key=lambda v: hashlib.sha256("|".join(v).encode()).hexdigest())
    vragen = vragen[:hoeveel]
    gevraagd = {(uri, naam.casefold()) for naam, uri in vragen}
    return vragen, {
        uri: [naam for nummer, naam in enumerate(rij) if not nummer or (uri, naam.casefold()) not in gevraagd]
        for uri, rij in namen.items()
    }


class Uitgangspunt:
    """The baseline: tf-idf over lemmas and letter groups of three to five, cosine, best name per occupation."""

    def __init__(self, namen: dict[str, list[str]]) -> None:
        paren = [(uri, naam) for uri, rij in namen.items() for naam in rij]
        self.eigenaar = [uri for uri, _ in paren]
        telling = [self.tel(naam) for _, naam in paren]
        aantal = Counter(k for zak in telling for k in zak)
        self.idf = {k: math.log((1 + len(paren)) / (1 + n)) + 1 for k, n in aantal.items()}
        self.lijst: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for nummer, zak in enumerate(telling):
            norm = math.sqrt(sum((n * self.idf[k]) ** 2 for k, n in zak.items())) or 1.0
            for k, n in zak.items():
                self.lijst[k].append((nummer, n * self.idf[k] / norm))

    @staticmethod
    def tel(naam: str) -> Counter[str]:
        """Lemmas and letter groups of a name."""
        vlak = f" {plat(naam)} "
        zak = Counter(f"w:{w.stam}" for w in woorden(naam))
        zak.update(vlak[i : i + n] for n in (3, 4, 5) for i in range(len(vlak) - n + 1))
        return zak

    def __call__(self, titel: str) -> list[str]:
        punten: dict[int, float] = defaultdict(float)
        for k, n in self.tel(titel).items():
            for nummer, waarde in self.lijst.get(k, ()):
                punten[nummer] += n * self.idf[k] * waarde
        beste: dict[str, float] = {}
        for nummer, p in punten.items():
            beste[self.eigenaar[nummer]] = max(beste.get(self.eigenaar[nummer], 0.0), p)
        return sorted(beste, key=lambda uri: (-beste[uri], uri))[:10]


def onze(namen: dict[str, list[str]], esco: Beschrijving) -> Zoeker:
    """Our own index as a plain function."""
    boek = Titelboek(namen, esco.inhoud, esco.groep)
    return lambda titel: [v.beroep for v in boek.zoek(titel)]


def meet(zoek: Zoeker, vragen: list[tuple[str, str]], heten: dict[str, set[str]]) -> dict[str, float]:
    """Shares of questions with the right occupation first and among ten, and milliseconds a title.

    `heten` tells which occupations have a name, in lower case.
    """
    begin = time.perf_counter()
    antwoorden = [zoek(titel) for titel, _ in vragen]
    duur = time.perf_counter() - begin
    raak = [(uit[:1] == [uri], uri in uit) for uit, (_, uri) in zip(antwoorden, vragen, strict=True)]
    zo_heet = [bool(heten[titel.casefold()] & set(uit[:1])) for uit, (titel, _) in zip(antwoorden, vragen, strict=True)]
    return {
        "top1": round(sum(a for a, _ in raak) / len(raak), 3),
        "top1_met_dezelfde_naam": round(sum(zo_heet) / len(zo_heet), 3),
        "top10": round(sum(b for _, b in raak) / len(raak), 3),
        "ms": round(1000 * duur / len(raak), 2),
    }


def proeven(esco: Beschrijving, steekproef: int) -> dict[str, dict[str, dict[str, float]]]:
    """Both ways of asking, ours and the baseline."""
    vragen, ieder = vragen_en_index(esco.namen, VIJFDE, steekproef)
    weg = {uri for uri in esco.namen if hashlib.sha256(uri.encode()).digest()[0] in VIJFDE}
    hoofdnaam = {uri: rij[:1] if uri in weg else rij for uri, rij in esco.namen.items()}
    heten: dict[str, set[str]] = defaultdict(set)
    for uri, rij in esco.namen.items():
        for naam in rij:
            heten[naam.casefold()].add(uri)
    uit = {}
    for proef, index in (("alleen hoofdnaam", hoofdnaam), ("gevraagde namen weg", ieder)):
        uit[proef] = {
            "onze": meet(onze(index, esco), vragen, heten),
            "uitgangspunt": meet(Uitgangspunt(index), vragen, heten),
        }
    return uit


def main() -> int:
    """Print the table; JSON goes to .bench/beroepen.json."""
    parser = argparse.ArgumentParser(description="Meet hoe goed beroepsnamen hun beroep vinden.")
    parser.add_argument("map", type=Path, nargs="?", default=ESCO)
    parser.add_argument("--steekproef", type=int, default=400)
    opties = parser.parse_args()
    if not (opties.map / "occupations_nl.csv").is_file():
        print(f"Geen ESCO-map gevonden in {opties.map}: niets gemeten.")
        return 0
    uitslag = proeven(lees(opties.map), opties.steekproef)
    print("tussen haakjes: de eerste is het gevraagde beroep, of een ander met precies deze naam")
    print(f"{platform.machine()}, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}")
    for proef, rijen in uitslag.items():
        for wie, rij in rijen.items():
            delen = f"eerste {rij['top1']:.1%} ({rij['top1_met_dezelfde_naam']:.1%})  bij tien {rij['top10']:.1%}"
            print(f"{proef:22} {wie:13} {delen}  {rij['ms']} ms per naam")
    uit = Path(".bench")
    uit.mkdir(exist_ok=True)
    (uit / "beroepen.json").write_text(json.dumps(uitslag, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
