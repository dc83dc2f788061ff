"""Two small worlds side by side: what the tables hold, without keys and moments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models, transaction

from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Verwerking

# Keys, moments and what hangs on them; everything else must be equal.
ANDERS = {"id", "uuid", "bsn", "laatste_hash"}


def vergelijk(modellen: tuple[type[models.Model], ...], *werelden: Callable[[], None]) -> dict[str, list[Any]]:
    """Make each world, undo it, and hold the tables of all against those of the first, which come back."""
    gezien = []
    for maak in werelden:
        punt = transaction.savepoint()
        maak()
        assert [fout for keten in Keten.objects.all() for fout in controleer(keten)] == []
        gezien.append(_tabellen(modellen))
        transaction.savepoint_rollback(punt)
    eerste, *anderen = gezien
    for ander in anderen:
        for tabel, rijen in eerste.items():
            assert ander[tabel] == rijen, tabel
    return eerste


def _tabellen(modellen: tuple[type[models.Model], ...]) -> dict[str, list[Any]]:
    uit: dict[str, list[Any]] = {}
    for model in modellen:
        velden = [
            v.name
            for v in model._meta.concrete_fields
            if v.name not in ANDERS
            and not isinstance(v, models.DateTimeField)
            and not (v.is_relation and v.related_model in modellen)
        ]
        verwijzingen = [v.name for v in model._meta.concrete_fields if v.is_relation and v.related_model in modellen]
        rijen = [
            [*(_kaal(naam, rij[naam]) for naam in velden), *(rij[naam] is None for naam in verwijzingen)]
            for rij in model._default_manager.values(*velden, *verwijzingen)
        ]
        uit[model.__name__] = sorted(rijen, key=repr)
    soorten = Gebeurtenis.objects.values_list("keten__soort", "soort", "door", "namens", "gegevens")
    uit["gebeurtenissen"] = sorted(([k, s, d, n, _zonder_nummer(g)] for k, s, d, n, g in soorten), key=repr)
    uit["verwerkingen"] = sorted(Verwerking.objects.values_list("activiteit", flat=True))
    return uit


def _kaal(naam: str, waarde: Any) -> Any:
    """Numbers of rows in a cause or address differ between the two worlds."""
    if naam in {"bron", "url", "onderwerp"} and isinstance(waarde, str):
        tekst = "".join("#" if teken.isdigit() else teken for teken in waarde)
        while "##" in tekst:
            tekst = tekst.replace("##", "#")
        return tekst
    return waarde


def _zonder_nummer(gegevens: Any) -> Any:
    return {naam: "#" if naam == "nummer" else _kaal(naam, waarde) for naam, waarde in sorted(gegevens.items())}
