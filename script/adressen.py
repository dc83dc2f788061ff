"""Checks that no file names the host of a package registry: everybody may use a mirror of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
# Written in parts, so that this file doesn't name one either.
GASTHEREN = tuple(
    ".".join(delen)
    for delen in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("deb", "debian", "org"),
    )
)
PATROON = re.compile("|".join(re.escape(naam) for naam in GASTHEREN).encode(), re.IGNORECASE)


def gevonden(map_: Path, namen: list[str]) -> list[str]:
    """One line `file:line` for every place where a registry is named; files that are gone are skipped."""
    regels = []
    for naam in namen:
        bestand = map_ / naam
        if not bestand.is_file():
            continue
        for nummer, regel in enumerate(bestand.read_bytes().splitlines(), start=1):
            if PATROON.search(regel):
                regels.append(f"{naam}:{nummer}")
    return regels


def bestanden(map_: Path) -> list[str]:
    """Every file that is in git, or would be."""
    uitvoer = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=map_,
        check=True,
        capture_output=True,
    ).stdout
    return [naam.decode() for naam in uitvoer.split(b"\0") if naam]


def main() -> int:
    """Print where a registry is named; exit code 1 when there is such a place."""
    regels = gevonden(WORTEL, bestanden(WORTEL))
    for regel in regels:
        print(f"{regel}: noemt een pakketserver", file=sys.stderr)
    return 1 if regels else 0


if __name__ == "__main__":
    sys.exit(main())
