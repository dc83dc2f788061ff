"""Answering: matching profiles without a name, of people who said yes to this and can be found; then one in detail.

At most a hundred in an answer, in random order; at most ten in detail per question. Every detail stands in the read
log of the dossier. Consent, findability and status are looked at again at every step, so withdrawing works at once.
"""

from __future__ import annotations

import random
import uuid
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.dossiers.models import Dossier, Toestemming, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.organisaties.plaatsen import Plek, coordinaten
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.vindbaarheid import vindbaarheden
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.vum.berichten import met_contact, profiel, vacature
from werklandschap.koppelingen.vum.models import Vumverwijzing
from werklandschap.koppelingen.vum.selectie import Vraag, voldoet
from werklandschap.matching.referentie import afstand_in_meters

MEESTE = 100
MEESTE_DETAILS = 10
GELDIG = timedelta(days=1)
BEWAAR = timedelta(days=90)
ONDERDEEL = "vum"


class TeVeel(Exception):
    """More details of one question than the exchange allows."""


def deelbaar(gemeente: Gemeente) -> QuerySet[Werkzoekende]:
    """People of the municipality with an open dossier who said yes to this; whether they can be found comes later."""
    ja = Toestemming.objects.geldig().filter(soort=Toestemming.Soort.VUM)
    return Werkzoekende.objects.filter(
        gemeente=gemeente, dossier__status=Dossier.Status.OPEN, dossier__in=ja.values("dossier")
    )


def _met_rijen(mensen: QuerySet[Werkzoekende]) -> QuerySet[Werkzoekende]:
    return (
        mensen.select_related("kandidaatgegevens", "dossier__keten")
        .prefetch_related("competenties__competentie", "certificaten", "talen", "opleidingen", "werkervaring__beroep")
        .defer("bsn")
    )


@actie
def beantwoord_profielen(*, gemeente: Gemeente, partij: str, vraag: Vraag, door: Gebruiker) -> list[dict[str, Any]]:
    """The profiles that fit, each under a number of its own for this party; whom we showed is written down."""
    vereis(door.rol == Rol.INVOER and door.gemeente_id == gemeente.pk)
    midden = coordinaten(postcode=vraag.postcode)
    if midden is None:
        return []
    mensen = deelbaar(gemeente)
    vindbaar = {wie for wie, stand in vindbaarheden(mensen, gemeente).items() if stand.vindbaar}
    nummer = uuid.uuid4()
    gekozen: list[tuple[Vumverwijzing, dict[str, Any]]] = []
    for mens in _met_rijen(mensen):
        if mens.pk not in vindbaar or not _dichtbij(mens.lat, mens.lon, midden, vraag.afstand):
            continue
        verwijzing = Vumverwijzing(vraag=nummer, dossier=mens.dossier, partij=partij)
        bericht = profiel(mens, verwijzing.vum_id)
        if voldoet(bericht, vraag):
            gekozen.append((verwijzing, bericht))
    gekozen = random.SystemRandom().sample(gekozen, min(len(gekozen), MEESTE))
    Vumverwijzing.objects.bulk_create([verwijzing for verwijzing, _bericht in gekozen])
    return [bericht for _verwijzing, bericht in gekozen]


def _dichtbij(lat: float | None, lon: float | None, midden: Plek, km: int) -> bool:
    return lat is not None and lon is not None and afstand_in_meters(lat, lon, *midden) <= km * 1000


def profiel_in_detail(*, gemeente: Gemeente, partij: str, vum_id: UUID, door: Gebruiker) -> dict[str, Any]:
    """One profile again, with where to ask on; stands in the read log. Raises Http404, TeVeel."""
    verwijzing = Vumverwijzing.objects.filter(
        pk=vum_id, partij=partij, dossier__gemeente=gemeente, op__gte=timezone.now() - GELDIG
    ).first()
    if verwijzing is None:
        raise Http404
    mensen = deelbaar(gemeente).filter(dossier=verwijzing.dossier_id)
    mens = _met_rijen(mensen).first()
    if mens is None or not vindbaarheden(mensen, gemeente)[mens.pk].vindbaar:
        raise Http404
    reden = f"{partij} {verwijzing.vraag}"
    gezien = Lezing.objects.filter(onderdeel=ONDERDEEL, reden=reden).values("keten")
    if gezien.exclude(keten=mens.dossier.keten_id).distinct().count() >= MEESTE_DETAILS:
        raise TeVeel
    log_lezing(keten=mens.dossier.keten, door=door, onderdeel=ONDERDEEL, reden=reden)
    return met_contact(profiel(mens, verwijzing.vum_id), gemeente)


def vacatures(gemeente: Gemeente) -> QuerySet[Werkprofiel]:
    """Open profiles of the municipality that were opened to everybody, and did not come from the exchange itself."""
    vandaag = timezone.localdate()
    rijen = Werkprofiel.objects.zoekbaar().filter(
        gemeente=gemeente, opengesteld_op__lte=vandaag, open_voor=Werkprofiel.Openvoor.REGIO
    )
    return (
        rijen.exclude(einde__lt=vandaag)
        .exclude(herkomst="vum")
        .select_related("werkgever", "beroep", "vestiging")
        .prefetch_related("eisen__competentie", "certificaateisen", "taaleisen")
    )


def beantwoord_vacatures(gemeente: Gemeente, vraag: Vraag) -> list[dict[str, Any]]:
    """The vacancies that fit, in random order; nothing in them is about a person."""
    midden = coordinaten(postcode=vraag.postcode)
    if midden is None:
        return []
    dichtbij = [
        rij
        for rij in vacatures(gemeente)
        if rij.vestiging is not None and _dichtbij(rij.vestiging.lat, rij.vestiging.lon, midden, vraag.afstand)
    ]
    berichten = [bericht for bericht in map(vacature, dichtbij) if voldoet(bericht, vraag)]
    return random.SystemRandom().sample(berichten, min(len(berichten), MEESTE))


def vacature_in_detail(gemeente: Gemeente, vum_id: UUID) -> dict[str, Any]:
    """One vacancy. Raises Http404."""
    rij = vacatures(gemeente).filter(uuid=vum_id).first()
    if rij is None:
        raise Http404
    return vacature(rij)


def ruim_verwijzingen_op() -> str:
    """Numbers of long ago are worth nothing any more; what was read stays in the read log."""
    weg = Vumverwijzing.objects.filter(op__lt=timezone.now() - BEWAAR).delete()[0]
    return f"{weg} antwoorden aan VUM opgeruimd"
