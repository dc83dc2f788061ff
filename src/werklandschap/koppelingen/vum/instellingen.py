"""How this installation takes part in VUM: off unless the environment says otherwise (docs/beheer/vum.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

OIN: Final = re.compile(r"[0-9]{20}")
KORTSTE_GEHEIM: Final = 32


@dataclass(frozen=True)
class Vum:
    """`oin` per CBS code of a municipality; `partijen` may ask us; `geheim` is known to our own gateway only."""

    aan: bool
    adres: str
    certificaat: Path | None
    sleutel: Path | None
    oin: dict[str, str]
    partijen: frozenset[str]
    geheim: str

    def gemeentecode(self, oin: str) -> str | None:
        """Which municipality of ours has this number."""
        return next((code for code, eigen in self.oin.items() if eigen == oin), None)


def vum() -> Vum:
    """The settings as they are now."""
    gezet = settings.VUM
    return Vum(
        aan=gezet["aan"],
        adres=gezet["adres"],
        certificaat=Path(gezet["certificaat"]) if gezet["certificaat"] else None,
        sleutel=Path(gezet["sleutel"]) if gezet["sleutel"] else None,
        oin={code: oin for code, _punt, oin in (deel.partition(":") for deel in gezet["oin"])},
        partijen=frozenset(gezet["partijen"]),
        geheim=gezet["geheim"],
    )
