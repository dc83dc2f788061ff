"""A trade register of invented companies, so that the look-up can be seen in the demo without the real one."""

from __future__ import annotations

from typing import Final

from werklandschap.kern.relaties.handelsregister import Inschrijving, aan, opzoekers

INSCHRIJVINGEN: Final = {
    rij.kvk_nummer: rij
    for rij in (
        Inschrijving("99900001", "Zaadhandel De Verzonnen Tuin", "4622", "Proefdorp", 23),
        Inschrijving("99900002", "Drukkerij Bedacht Papier", "1812", "Denkerveen", 8),
        Inschrijving("99900003", "Zorgboerderij Het Denkbeeldige Hek", "8810", "Proefdorp", 61),
    )
}


def registreer() -> None:
    """Answer for invented numbers; only the demo calls this."""
    aan.registreer("proef", lambda: True)
    opzoekers.registreer("proef", INSCHRIJVINGEN.get)
