"""The read log: the one function that may write during a GET."""

from __future__ import annotations

from werklandschap.kern.basis.middleware import leeslog_toegestaan
from werklandschap.kern.tijdlijn.models import Keten, Lezing
from werklandschap.kern.tijdlijn.verwerkingen import log_verwerking
from werklandschap.kern.toegang.models import Gebruiker


def log_lezing(*, keten: Keten, door: Gebruiker, onderdeel: str, reden: str = "") -> None:
    """Note that `door` opened a part of this record."""
    with leeslog_toegestaan():
        verwerking = (
            log_verwerking(betrokkene=str(keten.pk), activiteit=f"lezen:{onderdeel}")
            if keten.soort == "dossier"
            else None
        )
        Lezing(keten=keten, door=door, onderdeel=onderdeel, reden=reden, verwerking=verwerking).save()
