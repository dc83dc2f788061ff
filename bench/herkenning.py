"""How well texts are recognised: recall, precision and traps per kind, on texts with known answers.

Use: `python bench/herkenning.py [TEKSTEN.json] [--fouten]`; without a file all sets, each apart: the shared
development texts, our own that were tuned on, those that were meant to stay unseen but lent phrases to the synonyms,
the twelve frozen ones, spent since their errors were read, and two rounds of 44 texts: the odd numbers to develop on,
the even ones frozen (only to be measured, their errors are not to be read), and 146 more to develop on, of which 120
by other hands; the eighth and tenth round, by other hands again, are frozen.
Loose clauses follow (`herkenning_deelzinnen.txt`). A file holds a list of {tekst, verwacht,
valstrikken}: an expectation has a kind and regular expressions of which one must match the term; a trap has a
fragment, a kind (aard) and expressions that no term may match. A suggestion is right when it answers an expectation
of its kind in the same text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from werklandschap.competenties.herkenning import SOORTEN, Vondst, herken
from werklandschap.competenties.herkenning.zinnen import zinnen

GEGEVENS = Path(__file__).resolve().parent / "gegevens"
ONTWIKKEL = Path(__file__).resolve().parents[2] / "shared" / "data" / "vacatures" / "ontwikkel.json"
DEELZINNEN = GEGEVENS / "herkenning_deelzinnen.txt"
SETS = {
    "ontwikkelteksten": ONTWIKKEL,
    "eigen, mee ontwikkeld": GEGEVENS / "herkenning_eigen.json",
    "eigen, gezien": GEGEVENS / "herkenning_gezien.json",
    "eigen, bevroren (op)": GEGEVENS / "herkenning_bevroren.json",
    "nieuw, ontwikkel": GEGEVENS / "herkenning_nieuw.json",
    "nieuw, bevroren": GEGEVENS / "herkenning_nieuw_bevroren.json",
    "derde, ontwikkel": GEGEVENS / "herkenning_derde.json",
    "vierde, ontwikkel": GEGEVENS / "herkenning_vierde.json",
    "vijfde, ontwikkel": GEGEVENS / "herkenning_vijfde.json",
    "zesde, ontwikkel": GEGEVENS / "herkenning_zesde.json",
    "zevende, ontwikkel": GEGEVENS / "herkenning_zevende.json",
    "negende, ontwikkel": GEGEVENS / "herkenning_negende.json",
    "elfde, ontwikkel": GEGEVENS / "herkenning_elfde.json",
    "twaalfde, ontwikkel": GEGEVENS / "herkenning_twaalfde.json",
    "derde, bevroren": GEGEVENS / "herkenning_derde_bevroren.json",
    "achtste, bevroren": GEGEVENS / "herkenning_achtste_bevroren.json",
    "tiende, bevroren": GEGEVENS / "herkenning_tiende_bevroren.json",
    "dertiende, bevroren": GEGEVENS / "herkenning_dertiende_bevroren.json",
}


def past(patronen: list[str], vondst: Vondst) -> bool:
    """Whether one of the expressions matches the term."""
    return any(re.search(patroon, vondst.term, re.IGNORECASE) for patroon in patronen)


def meet(teksten: list[dict[str, Any]], *, fouten: bool = False) -> dict[str, Any]:
    """Per kind and over all {recall, precisie, verwacht, gevonden}, the share of traps and the speed."""
    verwacht, geraakt, gevonden, juist = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    strikken, gevallen = Counter[str](), Counter[str]()
    herken("opwarmen")
    begin = time.process_time()
    for tekst in teksten:
        vondsten = herken(tekst["tekst"])
        for eis in tekst["verwacht"]:
            raak = any(v.soort == eis["soort"] and past(eis["accepteer"], v) for v in vondsten)
            verwacht[eis["soort"]] += 1
            geraakt[eis["soort"]] += raak
            if fouten and not raak:
                print(f"{tekst['id']} gemist {eis['soort']}: {eis['fragment']}", file=sys.stderr)
        for vondst in vondsten:
            goed = any(eis["soort"] == vondst.soort and past(eis["accepteer"], vondst) for eis in tekst["verwacht"])
            gevonden[vondst.soort] += 1
            juist[vondst.soort] += goed
            if fouten and not goed:
                print(
                    f"{tekst['id']} teveel {vondst.soort}: {vondst.term} | {vondst.fragment} {vondst.zekerheid}",
                    file=sys.stderr,
                )
        for strik in tekst["valstrikken"]:
            aard = strik.get("aard", "onbekend")
            strikken[aard] += 1
            mis = [v for v in vondsten if past(strik["weiger"], v)]
            gevallen[aard] += bool(mis)
            if fouten and mis:
                print(f"{tekst['id']} valstrik: {strik['fragment']} | {[v.term for v in mis]}", file=sys.stderr)
    duur = time.process_time() - begin
    uit: dict[str, Any] = {
        soort: {
            "recall": round(geraakt[soort] / verwacht[soort], 3) if verwacht[soort] else None,
            "precisie": round(juist[soort] / gevonden[soort], 3) if gevonden[soort] else None,
            "verwacht": verwacht[soort],
            "gevonden": gevonden[soort],
            "gemist": verwacht[soort] - geraakt[soort],
            "teveel": gevonden[soort] - juist[soort],
        }
        for soort in SOORTEN
    }
    uit["alles"] = {
        "recall": round(geraakt.total() / max(1, verwacht.total()), 3),
        "precisie": round(juist.total() / max(1, gevonden.total()), 3),
        "verwacht": verwacht.total(),
        "gevonden": gevonden.total(),
        "gemist": verwacht.total() - geraakt.total(),
        "teveel": gevonden.total() - juist.total(),
    }
    uit["valstrikken"] = round(gevallen.total() / strikken.total(), 3) if strikken else 0.0
    uit["valstrikken_naar_aard"] = {aard: [gevallen[aard], keer] for aard, keer in strikken.most_common()}
    uit["ms_per_tekst"] = round(1000 * duur / max(1, len(teksten)), 1)
    return uit


def meet_deelzinnen(pad: Path) -> dict[str, list[int]]:
    """{"gevraagd": [read well, all], "niet gevraagd": …} of the clauses marked in a file of loose sentences."""
    uit = {"gevraagd": [0, 0], "niet gevraagd": [0, 0]}
    for regel in pad.read_text(encoding="utf-8").splitlines():
        if not regel.startswith(("+ ", "- ")):
            continue
        stukken = re.split(r"[\[\]]", regel[2:])
        plekken = [len("".join(stukken[:nummer])) for nummer in range(1, len(stukken), 2)]
        for zin in zinnen("".join(stukken)):
            for deel in zin.delen:
                if any(deel.start <= plek < deel.eind for plek in plekken):
                    gevraagd = deel.reden is None and zin.zone.vraagt
                    telling = uit["gevraagd" if regel[0] == "+" else "niet gevraagd"]
                    telling[0] += gevraagd == (regel[0] == "+")
                    telling[1] += 1
    return uit


def _druk_af(naam: str, uitslag: dict[str, Any]) -> None:
    """One table: a row per kind with recall, precision and both kinds of error."""
    print(f"── {naam}")
    for soort in (*SOORTEN, "alles"):
        rij = uitslag[soort]
        print(
            f"{soort:14} recall {rij['recall']!s:6} precisie {rij['precisie']!s:6}",
            f"verwacht {rij['verwacht']}, gevonden {rij['gevonden']}, gemist {rij['gemist']}, teveel {rij['teveel']}",
        )
    naar_aard = ", ".join(f"{aard} {mis} van {keer}" for aard, (mis, keer) in uitslag["valstrikken_naar_aard"].items())
    print(f"valstrikken {uitslag['valstrikken']:.1%} ({naar_aard}), {uitslag['ms_per_tekst']} ms per tekst")


def main() -> int:
    """Print a table per set; JSON goes to .bench/herkenning.json, or where --json says."""
    parser = argparse.ArgumentParser(description="Meet hoe goed teksten herkend worden.")
    parser.add_argument("bestand", type=Path, nargs="?")
    parser.add_argument("--fouten", action="store_true")
    parser.add_argument("--json", type=Path, default=Path(".bench/herkenning.json"))
    opties = parser.parse_args()
    sets = {opties.bestand.stem: opties.bestand} if opties.bestand else SETS
    uitslagen = {}
    for naam, pad in sets.items():
        if not pad.is_file():
            print(f"── {naam}: overgeslagen, {pad} is er niet")
            continue
        uitslagen[naam] = meet(json.loads(pad.read_text(encoding="utf-8")), fouten=opties.fouten)
        _druk_af(naam, uitslagen[naam])
    if not opties.bestand:
        for naam, (goed, alle) in meet_deelzinnen(DEELZINNEN).items():
            print(f"losse deelzinnen, {naam}: {goed} van {alle} goed gelezen")
    opties.json.parent.mkdir(parents=True, exist_ok=True)
    opties.json.write_text(json.dumps(uitslagen, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
