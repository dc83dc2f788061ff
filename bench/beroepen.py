"""How well job titles find their occupation: top 1 and top 10 beside a lemma + letter-group baseline.

Use: `python bench/beroepen.py [ESCO-MAP] [--steekproef N]`. Names of one fifth of the ESCO occupations (by a hash of
the URI) are the questions. "alleen hoofdnaam": of those occupations only the preferred name is in the index and every
alternative name is asked. "gevraagde namen weg": the other names of the occupation are in the
index, only the asked ones are left out.
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
from collections.abc import Callable
from pathlib import Path

from werklandschap.competenties.herkenning.taal import plat, woorden
from werklandschap.competenties.herkenning.titels import Titelboek

ESCO = Path(__file__).resolve().parents[2] / "shared" / "data" / "esco"
VIJFDE = range(51, 102)
"""First byte of the hash of the occupations asked; weights were chosen on 0–50."""
Zoeker = Callable[[str], list[str]]


def lees(map_: Path) -> dict[str, list[str]]:
    """{URI: names, the preferred one first}."""
    csv.field_size_limit(10_000_000)
    with (map_ / "occupations_nl.csv").open(encoding="utf-8", newline="") as bestand:
        return {
            rij["conceptUri"]: list(
                dict.fromkeys(n.strip() for n in [rij["preferredLabel"], *rij["altLabels"].split("\n")] if n.strip())
            )
            for rij in csv.DictReader(bestand)
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


def onze(namen: dict[str, list[str]]) -> Zoeker:
    """Our own index as a plain function."""
    boek = Titelboek(namen)
    return lambda titel: [v.beroep for v in boek.zoek(titel)]


def meet(zoek: Zoeker, vragen: list[tuple[str, str]]) -> dict[str, float]:
    """Shares of questions with the right occupation first and among ten, and milliseconds a title."""
    begin = time.perf_counter()
    antwoorden = [zoek(titel) for titel, _ in vragen]
    duur = time.perf_counter() - begin
    raak = [(uit[:1] == [uri], uri in uit) for uit, (_, uri) in zip(antwoorden, vragen, strict=True)]
    return {
        "top1": round(sum(a for a, _ in raak) / len(raak), 3),
        "top10": round(sum(b for _, b in raak) / len(raak), 3),
        "ms": round(1000 * duur / len(raak), 2),
    }


def proeven(namen: dict[str, list[str]], steekproef: int) -> dict[str, dict[str, dict[str, float]]]:
    """Both ways of asking, ours and the baseline."""
    weg = {uri for uri in namen if hashlib.sha256(uri.encode()).digest()[0] in VIJFDE and len(namen[uri]) > 1}
    vragen = [(naam, uri) for uri in sorted(weg) for naam in namen[uri][1:]]
    vragen.sort(key=lambda v: hashlib.sha256("|".join(v).encode()).hexdigest())
    vragen = vragen[:steekproef]
    hoofdnaam = {uri: rij[:1] if uri in weg else rij for uri, rij in namen.items()}
    gevraagd = {(uri, naam.casefold()) for naam, uri in vragen}
    ieder = {
        uri: [naam for nummer, naam in enumerate(rij) if not nummer or (uri, naam.casefold()) not in gevraagd]
        for uri, rij in namen.items()
    }
    uit = {}
    for proef, index in (("alleen hoofdnaam", hoofdnaam), ("gevraagde namen weg", ieder)):
        uit[proef] = {"onze": meet(onze(index), vragen), "uitgangspunt": meet(Uitgangspunt(index), vragen)}
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
    print(f"{platform.machine()}, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}")
    for proef, rijen in uitslag.items():
        for wie, rij in rijen.items():
            print(f"{proef:22} {wie:13} eerste {rij['top1']:.1%}  bij tien {rij['top10']:.1%}  {rij['ms']} ms per naam")
    uit = Path(".bench")
    uit.mkdir(exist_ok=True)
    (uit / "beroepen.json").write_text(json.dumps(uitslag, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
