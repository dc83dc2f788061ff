"""Is this company known already? By KVK number in the region, then by a name that looks alike in the same place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from werklandschap.kern.basis.tekst import zonder_accenten
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.gegevens import cijfers
from werklandschap.kern.relaties.models import Werkgever

# Likeness of names, 0–100 (rapidfuzz): typing errors pass, other names don't.
NAAM_LIJKT = 88
HOOGUIT_TONEN = 5
RECHTSVORMEN = re.compile(r"\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|holding|stichting|nederland)(?=\s|$)")


@dataclass(frozen=True)
class Dubbel:
    """A known employer this may be; `zeker` when the KVK number is the same."""

    werkgever: Werkgever
    zeker: bool
    reden: str


def kernnaam(naam: str) -> str:
    """The name as it is compared: lower case, without accents and legal form."""
    schoon = RECHTSVORMEN.sub(" ", zonder_accenten(naam))
    return " ".join(re.sub(r"[^\w\s]", " ", schoon).split())


def zoek_dubbelen(
    *, gemeente: Gemeente, naam: str, kvk_nummer: str = "", plaats: str = "", behalve: int | None = None
) -> list[Dubbel]:
    """Employers in the region this may be, surest first; two queries.

    Without a place on either side the name alone decides.
    """
    nummer = cijfers(kvk_nummer)
    bekend = Werkgever.objects.filter(gemeente__regio=gemeente.regio_id, samengevoegd_in__isnull=True)
    bekend = bekend.exclude(pk=behalve or 0).select_related("gemeente").prefetch_related("vestigingen")
    gevonden = []
    for werkgever in bekend.only("id", "naam", "kvk_nummer", "gemeente__naam", "gemeente__regio"):
        if nummer and werkgever.kvk_nummer == nummer:
            gevonden.append(Dubbel(werkgever, True, _("Hetzelfde KVK-nummer.")))
        elif _lijkt(werkgever, naam, plaats) and not (nummer and werkgever.kvk_nummer):
            gevonden.append(Dubbel(werkgever, False, _("De naam en de plaats lijken erg op elkaar.")))
    return sorted(gevonden, key=lambda d: (not d.zeker, d.werkgever.naam))[:HOOGUIT_TONEN]


def zoek_dubbelen_van(werkgever: Werkgever) -> list[Dubbel]:
    """Other employers this one may be, seen from each of its places; without a place the name alone decides."""
    plaatsen = sorted({v.plaats for v in werkgever.vestigingen.all() if v.plaats}) or [""]
    per_nummer = {
        dubbel.werkgever.pk: dubbel
        for plaats in plaatsen
        for dubbel in zoek_dubbelen(
            gemeente=werkgever.gemeente,
            naam=werkgever.naam,
            kvk_nummer=werkgever.kvk_nummer,
            plaats=plaats,
            behalve=werkgever.pk,
        )
    }
    return sorted(per_nummer.values(), key=lambda d: (not d.zeker, d.werkgever.naam))


def _lijkt(werkgever: Werkgever, naam: str, plaats: str) -> bool:
    een, ander = kernnaam(naam), kernnaam(werkgever.naam)
    if not een or fuzz.ratio(een, ander) < NAAM_LIJKT:
        return False
    plaatsen = {zonder_accenten(v.plaats) for v in werkgever.vestigingen.all() if v.plaats}
    return not plaats or not plaatsen or zonder_accenten(plaats) in plaatsen
