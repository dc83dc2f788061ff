"""Compiles every .po under src/werklandschap to the .mo beside it that Django reads."""

from __future__ import annotations

import sys
from pathlib import Path

import polib

WORTEL = Path(__file__).resolve().parent.parent


def compileer(map_: Path) -> list[Path]:
    """Compile all catalogues under `map_`; a damaged one raises OSError with its name and line."""
    gemaakt = []
    for po in sorted(map_.rglob("*.po")):
        mo = po.with_suffix(".mo")
        polib.pofile(str(po)).save_as_mofile(str(mo))
        gemaakt.append(mo)
    return gemaakt


def main() -> int:
    """Compile the product's own catalogues and name them."""
    try:
        for mo in compileer(WORTEL / "src" / "werklandschap"):
            print(mo.relative_to(WORTEL))
    except (OSError, UnicodeDecodeError) as fout:
        print(f"Een vertaalbestand is niet te lezen: {fout}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
