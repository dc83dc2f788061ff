"""Finding a person of the own municipality for a job by hand: by number or by name."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker

HOOGUIT = 8


@dataclass(frozen=True)
class Gevonden:
    """Somebody found by name: the totals, or what stands in the way, as a sentence."""

    dossier: Dossier
    nu: int | None
    straks: int | None
    let_op: str


def dossier_van(gebruiker: Gebruiker, nummer: str) -> Dossier:
    """The open dossier of somebody of the own municipality; who matches need not see dossiers. Raises Http404."""
    rijen = Dossier.objects.lopend().select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
    schoon = int(nummer) if nummer.isdigit() and len(nummer) < 12 else 0
    dossier = rijen.filter(pk=schoon, gemeente=gebruiker.gemeente_id).first()
    if dossier is None:
        raise Http404
    return dossier


def mensen_op_naam(vraag: str, door: Gebruiker) -> list[Dossier]:
    """Running dossiers of the own municipality of people whose name holds every word; none without a word."""
    woorden = vraag.lower().split()[:4]
    if not woorden:
        return []
    rijen = Dossier.objects.lopend().filter(gemeente=door.gemeente_id).select_related("werkzoekende")
    for woord in woorden:
        rijen = rijen.filter(werkzoekende__zoeknaam__contains=woord)
    return list(rijen.order_by("werkzoekende__achternaam", "pk")[:HOOGUIT])


def zoek_op_naam(werkprofiel: Werkprofiel, vraag: str, door: Gebruiker) -> list[Gevonden]:
    """People of the own municipality whose name holds every word, with how they fit; logged as a search."""
    gekozen = mensen_op_naam(vraag, door)
    if not gekozen:
        return []
    scores = zoeken.scores_van(werkprofiel=werkprofiel, mensen=[d.werkzoekende_id for d in gekozen], door=door)
    uit = []
    for dossier in gekozen:
        uitslag, redenen = scores.get(dossier.werkzoekende_id, (None, [_("nog niet vindbaar")]))
        let_op = _("Let op: {redenen}.").format(redenen=", ".join(redenen)) if redenen else ""
        uit.append(Gevonden(dossier, uitslag.nu if uitslag else None, uitslag.straks if uitslag else None, let_op))
    return uit
