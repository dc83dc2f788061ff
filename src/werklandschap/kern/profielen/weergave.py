"""Parts of the profile as a page shows them."""

from __future__ import annotations

from werklandschap.competenties.models import Omstandigheid
from werklandschap.kern.profielen.catalogi import GRENZEN, VOORKEUREN
from werklandschap.kern.profielen.models import Kandidaatgegevens


def omstandighedentabel(gegevens: Kandidaatgegevens | None) -> list[tuple[str, str, str]]:
    """[(condition, what somebody can take, what somebody wants)] for what is known; no query when nothing is."""
    if gegevens is None or not (gegevens.grenzen or gegevens.voorkeuren):
        return []
    grens, wil = dict(GRENZEN), dict(VOORKEUREN)
    codes = {*gegevens.grenzen, *gegevens.voorkeuren}
    return [
        (str(o), str(grens.get(gegevens.grenzen.get(o.code), "")), str(wil.get(gegevens.voorkeuren.get(o.code), "")))
        for o in Omstandigheid.objects.filter(code__in=codes)
    ]
