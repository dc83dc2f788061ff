"""A municipality's own tile texts, handed to the landscape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import get_language

from werklandschap.kern.organisaties.models import Tegeltekst
from werklandschap.landschap import overschrijvingen
from werklandschap.landschap.tegels import Tegel


def eigen_teksten(tegels: Sequence[Tegel], gemeente_code: str | None) -> list[Tegel]:
    """The tiles with what this municipality changed, in one query; unchanged without a municipality."""
    if gemeente_code is None:
        return list(tegels)
    taal = (get_language() or "nl")[:2]
    rijen = Tegeltekst.objects.filter(gemeente__code=gemeente_code, taal=taal, slug__in=[t.slug for t in tegels])
    per_tegel = {(rij.kant, rij.slug): rij for rij in rijen}
    return [_met_eigen_tekst(tegel, per_tegel.get((tegel.kant, tegel.slug))) for tegel in tegels]


def _met_eigen_tekst(tegel: Tegel, rij: Tegeltekst | None) -> Tegel:
    if rij is None:
        return tegel
    return replace(
        tegel,
        kort=rij.kort or tegel.kort,
        inhoud=rij.tekst or tegel.inhoud,
        instrumenten=tegel.instrumenten if rij.instrumenten is None else tuple(rij.instrumenten),
    )


overschrijvingen.registreer(eigen_teksten)
