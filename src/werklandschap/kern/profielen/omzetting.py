"""From rows to what the engine reads. Nothing but what matching.md lists goes in: see `matching.invoer`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.db import models
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Cast

from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.models import (
    Certificaat,
    Competentieregel,
    Eis,
    Kandidaatgegevens,
    Taalbeheersing,
    Werkprofiel,
)
from werklandschap.matching import invoer

CERTIFICAAT, COMPETENTIE, TAAL = "certificaat", "competentie", "taal"
Certificaten = dict[str, date | Literal[False] | None]


def kandidaten(mensen: QuerySet[Werkzoekende]) -> Iterator[invoer.Kandidaat]:
    """The candidates of a query set, in two queries however many they are. Absent rows become unknown values."""
    return (kandidaat for _mens, kandidaat in mensen_als_kandidaat(mensen))


def mensen_als_kandidaat(mensen: QuerySet[Werkzoekende]) -> Iterator[tuple[Werkzoekende, invoer.Kandidaat]]:
    """The same beside each person, who comes with the status of the dossier and the own wishes and no more."""
    niveaus: dict[UUID, dict[str, int]] = defaultdict(dict)
    certificaten: dict[UUID, Certificaten] = defaultdict(dict)
    talen: dict[UUID, dict[str, int]] = defaultdict(dict)
    for soort, wie, code, waarde, tot in _losse_rijen(mensen):
        if soort == CERTIFICAAT:
            certificaten[wie][code] = tot if waarde else False
        else:
            (niveaus if soort == COMPETENTIE else talen)[wie][code] = waarde
    met_gegevens = mensen.select_related("kandidaatgegevens", "dossier")
    for mens in met_gegevens.only("lat", "lon", "kandidaatgegevens", "dossier__status").order_by("pk"):
        gegevens: Kandidaatgegevens | None = getattr(mens, "kandidaatgegevens", None)
        eigen = niveaus.get(mens.pk), certificaten.get(mens.pk), talen.get(mens.pk)
        yield mens, _kandidaat(mens.pk, mens.lat, mens.lon, gegevens, *eigen)


def _losse_rijen(mensen: QuerySet[Werkzoekende]) -> QuerySet[Any, tuple[str, UUID, str, int, date]]:
    """(kind, person, code, level or whether they have it, valid until) of everything that hangs from these people."""
    sleutels = mensen.order_by().values("pk")

    def van(soort: str, model: type[models.Model], code: str, waarde: str, tot: Any) -> QuerySet[Any, Any]:
        kolommen = {
            "k_soort": Value(soort),
            "k_wie": F("werkzoekende"),
            "k_code": F(code),
            "k_waarde": Cast(waarde, models.IntegerField()),
            "k_tot": tot,
        }
        rijen: QuerySet[Any] = model._default_manager.filter(werkzoekende__in=sleutels).order_by()
        uit: QuerySet[Any, Any] = rijen.annotate(**kolommen).values_list(*kolommen)
        return uit

    nooit = Cast(Value(None), models.DateField())
    certificaten = van(CERTIFICAAT, Certificaat, "code", "heeft", F("geldig_tot"))
    competenties = van(COMPETENTIE, Competentieregel, "competentie__code", "niveau", nooit)
    talen = van(TAAL, Taalbeheersing, "taal", "niveau", nooit)
    return certificaten.union(competenties, talen, all=True)


def naar_kandidaat(werkzoekende: Werkzoekende) -> invoer.Kandidaat:
    """One person as a candidate."""
    return next(kandidaten(Werkzoekende.objects.filter(pk=werkzoekende.pk)))


def kandidaat_uit(mens: Werkzoekende) -> invoer.Kandidaat:
    """A person as a candidate, from rows that were fetched before (own data, competences, certificates, languages)."""
    gegevens: Kandidaatgegevens | None = getattr(mens, "kandidaatgegevens", None)
    niveaus = {regel.competentie.code: regel.niveau for regel in mens.competenties.all()}
    certificaten: Certificaten = {c.code: c.geldig_tot if c.heeft else False for c in mens.certificaten.all()}
    talen = {taal.taal: taal.niveau for taal in mens.talen.all()}
    return _kandidaat(mens.pk, mens.lat, mens.lon, gegevens, niveaus or None, certificaten or None, talen or None)


def _kandidaat(
    wie: UUID,
    lat: float | None,
    lon: float | None,
    gegevens: Kandidaatgegevens | None,
    niveaus: dict[str, int] | None,
    certificaten: Certificaten | None,
    talen: dict[str, int] | None,
) -> invoer.Kandidaat:
    if gegevens is None:
        return invoer.Kandidaat(
            id=str(wie), competenties=niveaus, certificaten=certificaten, talen=talen, lat=lat, lon=lon
        )
    if niveaus is None and gegevens.competenties_gevraagd:
        niveaus = {}
    return invoer.Kandidaat(
        id=str(wie),
        competenties=niveaus,
        leertempo=gegevens.leertempo,
        certificaten=certificaten,
        talen=talen,
        uren_min=gegevens.uren_min,
        uren_max=gegevens.uren_max,
        beschikbaar_vanaf=gegevens.beschikbaar_vanaf,
        dagdelen=gegevens.dagdelen,
        lat=lat,
        lon=lon,
        reis_km=gegevens.reis_km,
        grenzen=gegevens.grenzen or None,
        voorkeur=gegevens.voorkeuren or None,
        riasec=tuple(gegevens.riasec) if gegevens.riasec else None,
        sectoren=gegevens.sectoren or None,
    )


def naar_werkprofiel(rij: Werkprofiel) -> invoer.Werkprofiel:
    """One job profile for the engine; its place is that of the branch."""
    return invoer.Werkprofiel(
        id=str(rij.uuid),
        start=rij.start,
        eisen=tuple(_eis(eis) for eis in rij.eisen.all()),
        certificaten=tuple(eis.code for eis in rij.certificaateisen.all()),
        talen={eis.taal: eis.minimum for eis in rij.taaleisen.all()},
        uren_min=rij.uren_min,
        uren_max=rij.uren_max,
        dagdelen=rij.dagdelen,
        lat=rij.vestiging.lat if rij.vestiging else None,
        lon=rij.vestiging.lon if rij.vestiging else None,
        omstandigheden=rij.omstandigheden,
        riasec=tuple(rij.riasec) if rij.riasec else None,
        sector=rij.sector or None,
        weging=invoer.Weging(rij.weging_competentie, rij.weging_affiniteit, rij.weging_omstandigheden),
    )


def _eis(eis: Eis) -> invoer.Eis:
    return invoer.Eis(competentie=eis.competentie.code, niveau=eis.niveau, gewicht=eis.gewicht, hard=eis.hard)
