"""Learns what each reason counts when a job title is matched, and writes `data/titelgewichten.json`.

Use: `python bench/leer_titels.py [ESCO-MAP]`. Questions are alternative names of ESCO occupations of three folds (by a
hash of the URI, the fold that `beroepen.py` measures on is never among them); of every fold the asked names are left
out of its index. The weights maximise the likelihood of the right occupation among the candidates (softmax, Adam, a
fixed seed), so the same files give the same numbers. Prints what each fold gets with weights learnt on the others.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from beroepen import ESCO, Beschrijving, lees, vragen_en_index

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.titelboek import KENMERKEN, Gewichten, Titelboek

VOUWEN = (range(102, 153), range(153, 204), range(204, 256))
VRAGEN = 1500
RONDEN, STAP, KRIMP, BUNDEL = 20, 0.05, 1e-3, 64
Voorbeeld = tuple[int, npt.NDArray[np.float32]]


def voorbeelden(esco: Beschrijving, vouw: range) -> list[Voorbeeld]:
    """(place of the right one among the candidates or -1, reasons) per question of a fold."""
    vragen, index = vragen_en_index(esco.namen, vouw, VRAGEN)
    boek = Titelboek(index, esco.inhoud, esco.groep)
    uit = []
    for titel, uri in vragen:
        kandidaten, kenmerken = boek.kenmerken(titel)
        plek = [i for i, b in enumerate(kandidaten) if boek.beroepen[b] == uri]
        uit.append((plek[0] if plek else -1, kenmerken))
    return uit


def leer(rijen: list[Voorbeeld]) -> Gewichten:
    """The weights that make the right candidates likeliest."""
    bruikbaar = [(plek, kenmerken) for plek, kenmerken in rijen if plek >= 0]
    alles = np.concatenate([kenmerken for _, kenmerken in bruikbaar])
    midden, spreiding = alles.mean(axis=0, dtype=np.float64), alles.std(axis=0, dtype=np.float64) + 1e-6
    gewogen = [(plek, (kenmerken - midden) / spreiding) for plek, kenmerken in bruikbaar]
    gewicht = np.zeros(len(KENMERKEN))
    eerste, tweede = np.zeros_like(gewicht), np.zeros_like(gewicht)
    toeval = np.random.default_rng(0)
    stap = 0
    for _ in range(RONDEN):
        volgorde = toeval.permutation(len(gewogen))
        for begin in range(0, len(gewogen), BUNDEL):
            helling = KRIMP * gewicht
            for nummer in volgorde[begin : begin + BUNDEL]:
                plek, z = gewogen[nummer]
                kans = np.exp(z @ gewicht - (z @ gewicht).max())
                helling = helling + (z.T @ (kans / kans.sum()) - z[plek]) / BUNDEL
            stap += 1
            eerste = 0.9 * eerste + 0.1 * helling
            tweede = 0.99 * tweede + 0.01 * helling**2
            gewicht = gewicht - STAP * (eerste / (1 - 0.9**stap)) / (np.sqrt(tweede / (1 - 0.99**stap)) + 1e-8)
    return Gewichten(midden, spreiding, gewicht)


def score(rijen: list[Voorbeeld], gewichten: Gewichten) -> tuple[float, float]:
    """Shares with the right occupation first and among ten."""
    plaatsen = []
    for plek, kenmerken in rijen:
        volgorde = np.argsort(-gewichten.punten(kenmerken), kind="stable")
        plaatsen.append(int(np.flatnonzero(volgorde == plek)[0]) if plek >= 0 else 99)
    return sum(p == 0 for p in plaatsen) / len(plaatsen), sum(p < 10 for p in plaatsen) / len(plaatsen)


def main() -> int:
    """Print the cross-validation, write the weights learnt on all folds."""
    parser = argparse.ArgumentParser(description="Leer wat elk kenmerk van een beroepsnaam telt.")
    parser.add_argument("map", type=Path, nargs="?", default=ESCO)
    opties = parser.parse_args()
    if not (opties.map / "occupations_nl.csv").is_file():
        print(f"Geen ESCO-map gevonden in {opties.map}: niets geleerd.")
        return 2
    esco = lees(opties.map)
    vouwen = [voorbeelden(esco, vouw) for vouw in VOUWEN]
    for nummer, vouw in enumerate(vouwen):
        andere = [rij for ander, rijen in enumerate(vouwen) if ander != nummer for rij in rijen]
        eerste, tien = score(vouw, leer(andere))
        print(f"vouw {nummer + 1}: eerste {eerste:.1%}, bij tien {tien:.1%} ({len(vouw)} namen)")
    geleerd = leer([rij for rijen in vouwen for rij in rijen])
    rijen = [
        {"naam": naam, "midden": round(float(m), 5), "spreiding": round(float(s), 5), "gewicht": round(float(g), 4)}
        for naam, m, s, g in zip(KENMERKEN, geleerd.midden, geleerd.spreiding, geleerd.gewicht, strict=True)
    ]
    bron = "Geleerd met bench/leer_titels.py uit de alternatieve namen van beroepen in ESCO 1.2 (Europese Commissie)."
    tekst = json.dumps({"bron": bron, "kenmerken": rijen}, ensure_ascii=False, indent=1)
    (startgegevens.DATA / "titelgewichten.json").write_text(tekst + "\n", encoding="utf-8")
    for rij in sorted(rijen, key=lambda r: -abs(float(str(r["gewicht"])))):
        print(f"{rij['naam']:18} {rij['gewicht']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
