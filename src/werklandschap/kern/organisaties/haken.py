"""A municipality's own tile texts, handed to the landscape."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import get_language

from werklandschap.kern.organisaties.models import Tegeltekst
from werklandschap.landschap import overschrijvingen
from werklandschap.landschap.tegels import Tegel


def eigen_tekst(tegel: Tegel, gemeente_code: str | None) -> Tegel:
    """The tile with what this municipality changed; unchanged without a municipality."""
    if gemeente_code is None:
        return tegel
    taal = (get_language() or "nl")[:2]
    rij = Tegeltekst.objects.filter(gemeente__code=gemeente_code, kant=tegel.kant, slug=tegel.slug, taal=taal).first()
    if rij is None:
        return tegel
    return replace(
        tegel,
        kort=rij.kort or tegel.kort,
        tekst=rij.tekst or tegel.tekst,
        instrumenten=tegel.instrumenten if rij.instrumenten is None else tuple(rij.instrumenten),
    )


overschrijvingen.registreer(eigen_tekst)
