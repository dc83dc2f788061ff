"""A counter on standard error for work that takes longer than two seconds."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self, TextIO


class Voortgang:
    """Says how far it is: on a terminal on one line, elsewhere once in ten seconds. `totaal` 0: unknown."""

    def __init__(self, eenheid: str, stroom: TextIO, totaal: int = 0) -> None:
        self.eenheid, self.stroom, self.totaal = eenheid, stroom, totaal
        self.aantal = 0
        self._begin = self._laatst = time.monotonic()
        self._getoond = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if self._getoond and self.stroom.isatty():
            self.stroom.write("\n")

    def erbij(self, aantal: int) -> None:
        """So many more are done."""
        self.aantal += aantal
        nu = time.monotonic()
        op_scherm = self.stroom.isatty()
        if nu - self._begin < 2 or nu - self._laatst < (0.2 if op_scherm else 10):
            return
        self._laatst, self._getoond = nu, True
        deel = f" van {self.totaal}" if self.totaal else ""
        regel = f"  {self.aantal}{deel} {self.eenheid} ({nu - self._begin:.0f} s)"
        self.stroom.write(f"\r{regel}" if op_scherm else f"{regel}\n")
        self.stroom.flush()
