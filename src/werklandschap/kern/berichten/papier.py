"""A message as a letter."""

from __future__ import annotations

from werklandschap.kern.berichten.models import Bericht
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.pdf import maak_pdf


def bericht_als_pdf(bericht: Bericht) -> bytes:
    """The letter with the address where a window shows it, in the language of contact."""
    dossier = bericht.dossier
    persoon = dossier.werkzoekende
    taal = "en" if persoon.contacttaal == "eng" else "nl"
    adres = [
        persoon.naam,
        f"{persoon.straat} {persoon.huisnummer}".strip(),
        f"{persoon.postcode}  {persoon.plaats}".strip(),
    ]
    gegevens = {
        "titel": bericht.onderwerp,
        "gemeente": dossier.gemeente.naam,
        "adres": [regel for regel in adres if regel],
        "datum": datum(bericht.op),
        "alineas": [deel.split("\n") for deel in bericht.tekst.split("\n\n") if deel.strip()],
    }
    return maak_pdf("bericht.typ", gegevens, taal=taal)
