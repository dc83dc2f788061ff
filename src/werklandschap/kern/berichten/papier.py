"""Messages as letters on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from werklandschap.kern.berichten.models import Bericht
from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.pdf import maak_pdf


def bericht_als_pdf(bericht: Bericht) -> bytes:
    """The letter with the address where a window shows it, in the language of contact."""
    brief = _brief(bericht)
    return maak_pdf("bericht.typ", {**brief, "titel": brief["onderwerp"]}, taal=taal_van(bericht.dossier.werkzoekende))


def stapel_als_pdf(berichten: Sequence[Bericht]) -> bytes:
    """Letters to several people, each on a sheet of its own; the first gives the document its title."""
    brieven = [_brief(bericht) for bericht in berichten]
    gegevens = {
        "titel": brieven[0]["onderwerp"],
        "gemeente": brieven[0]["gemeente"],
        "losse_vellen": True,
        "brieven": brieven,
    }
    return maak_pdf("berichten.typ", gegevens, taal=brieven[0]["taal"])


def _brief(bericht: Bericht) -> dict[str, Any]:
    persoon = bericht.dossier.werkzoekende
    adres = [
        persoon.naam,
        f"{persoon.straat} {persoon.huisnummer}".strip(),
        f"{persoon.postcode}  {persoon.plaats}".strip(),
    ]
    return {
        "onderwerp": bericht.onderwerp,
        "gemeente": bericht.dossier.gemeente.naam,
        "adres": [regel for regel in adres if regel],
        "datum": datum(bericht.op),
        "alineas": [deel.split("\n") for deel in bericht.tekst.split("\n\n") if deel.strip()],
        "taal": taal_van(persoon),
    }
