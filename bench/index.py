"""How much memory do web processes take together with many people, and how long does the first search of one take?

    script/bench index [--mensen 100000] [--processen 4] [--data MAP]

Makes the people once with `simuleer` in a folder of its own; then starts processes one after the other that search for
one job, as web processes do, and asks the kernel what each takes (PSS: a page that n processes share counts 1/n).
Writes .bench/index.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

GEMEENTE = "9009"
KIND = """
import os, sys, time
import django
django.setup()
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen import index
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.matching.verwarmen import verwarm
verwarm()
gemeente = Gemeente.objects.get(code=sys.argv[1]).pk
vraag = naar_werkprofiel(Werkprofiel.objects.filter(gemeente=gemeente).order_by("pk")[0])
def pss():
    with open("/proc/self/smaps_rollup") as regels:
        return next(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:"))
leeg = pss()
begin = time.monotonic()
stand = index.zoekindex(gemeente)
gevonden = stand.index.zoek(vraag, 50)
eerste = time.monotonic() - begin
tijden = []
for _ in range(20):
    begin = time.monotonic()
    index.zoekindex(gemeente).index.zoek(vraag, 50)
    tijden.append(time.monotonic() - begin)
print(leeg, eerste, sorted(tijden)[10], len(stand.index), len(gevonden), flush=True)
for _ in sys.stdin:
    print(pss(), flush=True)
"""


def main() -> int:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mensen", type=int, default=100_000)
    parser.add_argument("--processen", type=int, default=4)
    parser.add_argument("--data", type=Path, default=Path(".bench/index-data"))
    opties = parser.parse_args()
    omgeving = {
        **os.environ,
        "WERKLANDSCHAP_DATA": str(opties.data.resolve()),
        "DJANGO_SETTINGS_MODULE": "werklandschap.project.settings",
    }
    omgeving.pop("DATABASE_URL", None)
    if not (opties.data / "werklandschap.sqlite3").exists():
        for opdracht in (["klaarzetten"], ["simuleer", "--inwoners", str(opties.mensen)]):
            subprocess.run([sys.executable, "-m", "werklandschap", *opdracht], env=omgeving, check=True)
    processen = _meet(opties.processen, omgeving)
    uitkomst = {
        "machine": f"{platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}",
        "belasting": [round(x, 1) for x in os.getloadavg()],
        "datum": time.strftime("%Y-%m-%d"),
        "processen": processen,
        "samen_mb": round(sum(proces["pss_mb"] for proces in processen)),
    }
    for proces in processen:
        print("  ".join(f"{naam} {waarde}" for naam, waarde in proces.items()))
    print(f"samen {uitkomst['samen_mb']} MB")
    Path(".bench").mkdir(exist_ok=True)
    Path(".bench/index.json").write_text(json.dumps(uitkomst, indent=2), encoding="utf-8")
    return 0


def _meet(aantal: int, omgeving: dict[str, str]) -> list[dict[str, Any]]:
    kinderen, regels = [], []
    for _nummer in range(aantal):
        kind = subprocess.Popen(
            [sys.executable, "-c", KIND, GEMEENTE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=omgeving,
        )
        kinderen.append(kind)
        assert kind.stdout is not None
        regels.append(kind.stdout.readline().split())
        print("eerste zoekvraag na", regels[-1][1], "s", file=sys.stderr)
    uit = []
    for kind, (leeg, eerste, gewoon, mensen, gevonden) in zip(kinderen, regels, strict=True):
        assert kind.stdin is not None
        assert kind.stdout is not None
        kind.stdin.write("\n")
        kind.stdin.flush()
        pss = int(kind.stdout.readline())
        uit.append(
            {
                "mensen": int(mensen),
                "gevonden": int(gevonden),
                "eerste_s": round(float(eerste), 2),
                "gewoon_ms": round(1000 * float(gewoon), 1),
                "pss_leeg_mb": round(int(leeg) / 1024),
                "pss_mb": round(pss / 1024),
            }
        )
    for kind in kinderen:
        kind.communicate()
    return uit


if __name__ == "__main__":
    sys.exit(main())
