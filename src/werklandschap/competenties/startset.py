"""Puts the starter set in the database. Running it again updates what changed and doubles nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from werklandschap.competenties import startgegevens as gegevens
from werklandschap.competenties.models import (
    RIASEC_VELDEN,
    Beroep,
    BeroepCompetentie,
    BeroepOmstandigheid,
    Beroepssynoniem,
    Bron,
    Competentie,
    Groeipad,
    Importverslag,
    Omstandigheid,
    Synoniem,
    Verwantschap,
)

BUNDEL = 1000


def vingerafdruk() -> str:
    """SHA-256 over the data files, so that an unchanged set need not be written again."""
    som = hashlib.sha256()
    for pad in sorted(gegevens.DATA.rglob("*.yaml")):
        som.update(pad.relative_to(gegevens.DATA).as_posix().encode())
        som.update(pad.read_bytes())
    return som.hexdigest()


@transaction.atomic
def laad_startset(*, opnieuw: bool = False) -> dict[str, int]:
    """Write the starter set and return the counts per kind of row.

    Does nothing when the same data were loaded before, unless `opnieuw`. Rows of ESCO are left alone; what has
    disappeared from the data is set inactive (competences and occupations), since others may refer to it.
    """
    versie = vingerafdruk()
    vorige = Importverslag.objects.filter(bron=Bron.EIGEN).first()
    if vorige is not None and vorige.versie == versie and not opnieuw:
        return dict(vorige.aantallen)
    begonnen = timezone.now()
    _schrijf_omstandigheden()
    competentie_pk = _schrijf_competenties()
    beroep_pk = _schrijf_beroepen()
    _schrijf_verwantschap(competentie_pk)
    _schrijf_beroepsgegevens(beroep_pk, competentie_pk)
    aantallen = _tel()
    Importverslag.objects.create(
        bron=Bron.EIGEN,
        versie=versie,
        herkomst="startset",
        begonnen_op=begonnen,
        klaar_op=timezone.now(),
        aantallen=aantallen,
    )
    return aantallen


def _werk_bij(model: type[models.Model], rijen: Iterable[models.Model], sleutel: str, velden: list[str]) -> None:
    """Insert or update rows by their unique field."""
    model._default_manager.bulk_create(
        list(rijen), update_conflicts=True, unique_fields=[sleutel], update_fields=velden, batch_size=BUNDEL
    )


def _schrijf_omstandigheden() -> None:
    rijen = []
    for volgorde, rij in enumerate(gegevens.omstandigheden()):
        niveaus: dict[str, Any] = {}
        for nummer, (nl, en) in enumerate(zip(rij["niveaus"], rij["niveaus_en"], strict=True), start=1):
            niveaus[f"niveau_{nummer}"], niveaus[f"niveau_{nummer}_en"] = nl, en
        rijen.append(
            Omstandigheid(
                code=rij["code"],
                soort=rij["soort"],
                naam=rij["nl"],
                naam_en=rij["en"],
                uitleg=rij["uitleg"],
                uitleg_en=rij["uitleg_en"],
                volgorde=volgorde,
                **niveaus,
            )
        )
    velden = [veld.name for veld in Omstandigheid._meta.concrete_fields if veld.name not in ("id", "code")]
    _werk_bij(Omstandigheid, rijen, "code", velden)


def _schrijf_competenties() -> dict[str, int]:
    """Write the competences and their synonyms; returns the primary key per code."""
    bron = gegevens.competenties()
    rijen = [
        Competentie(
            code=c.code,
            bron=Bron.EIGEN,
            label=c.label,
            label_en=c.label_en,
            soort=c.soort,
            omschrijving=c.uitleg,
            omschrijving_en=c.uitleg_en,
            leertijd_weken=c.weken,
            vanaf_nul=c.vanaf_nul,
        )
        for c in bron
    ]
    _werk_bij(
        Competentie,
        rijen,
        "code",
        [
            "bron",
            "label",
            "label_en",
            "soort",
            "omschrijving",
            "omschrijving_en",
            "leertijd_weken",
            "vanaf_nul",
            "actief",
        ],
    )
    eigen = Competentie.objects.filter(bron=Bron.EIGEN)
    eigen.exclude(code__in=[c.code for c in bron]).update(actief=False)
    pk = dict(eigen.values_list("code", "pk"))
    Synoniem.objects.filter(competentie__in=Competentie.objects.filter(bron=Bron.EIGEN)).delete()
    Synoniem.objects.bulk_create(
        [Synoniem(competentie_id=pk[c.code], tekst=tekst) for c in bron for tekst in c.synoniemen], batch_size=BUNDEL
    )
    return pk


def _schrijf_beroepen() -> dict[str, int]:
    """Write the occupations and their synonyms; returns the primary key per code."""
    bron = gegevens.beroepen()
    rijen = [
        Beroep(
            code=b.code,
            bron=Bron.EIGEN,
            label=b.label,
            label_en=b.label_en,
            omschrijving=b.uitleg,
            omschrijving_en=b.uitleg_en,
            isco=b.isco,
            sector=b.sector,
            **dict(zip(RIASEC_VELDEN, b.riasec, strict=True)),
        )
        for b in bron
    ]
    teksten = ["label", "label_en", "omschrijving", "omschrijving_en"]
    velden = ["bron", *teksten, "isco", "sector", "actief", *RIASEC_VELDEN]
    _werk_bij(Beroep, rijen, "code", velden)
    eigen = Beroep.objects.filter(bron=Bron.EIGEN)
    eigen.exclude(code__in=[b.code for b in bron]).update(actief=False)
    pk = dict(eigen.values_list("code", "pk"))
    Beroepssynoniem.objects.filter(beroep__in=Beroep.objects.filter(bron=Bron.EIGEN)).delete()
    Beroepssynoniem.objects.bulk_create(
        [Beroepssynoniem(beroep_id=pk[b.code], tekst=tekst) for b in bron for tekst in b.synoniemen], batch_size=BUNDEL
    )
    return pk


def _schrijf_verwantschap(pk: dict[str, int]) -> None:
    Verwantschap.objects.filter(naar__in=Competentie.objects.filter(bron=Bron.EIGEN)).delete()
    Verwantschap.objects.bulk_create(
        [
            Verwantschap(van_id=pk[van], naar_id=pk[naar], promille=promille)
            for naar, rij in gegevens.verwantschap().items()
            for van, promille in rij.items()
        ],
        batch_size=BUNDEL,
    )


def _schrijf_beroepsgegevens(beroep_pk: dict[str, int], competentie_pk: dict[str, int]) -> None:
    """Competences, conditions and growth paths of the occupations."""
    bron = gegevens.beroepen()
    BeroepCompetentie.objects.filter(beroep__in=Beroep.objects.filter(bron=Bron.EIGEN)).delete()
    BeroepOmstandigheid.objects.filter(beroep__in=Beroep.objects.filter(bron=Bron.EIGEN)).delete()
    Groeipad.objects.filter(van__in=Beroep.objects.filter(bron=Bron.EIGEN)).delete()
    BeroepCompetentie.objects.bulk_create(
        [
            BeroepCompetentie(
                beroep_id=beroep_pk[b.code], competentie_id=competentie_pk[code], soort=soort, niveau=niveau
            )
            for b in bron
            for soort, rij in (("essentieel", b.essentieel), ("nuttig", b.nuttig))
            for code, niveau in rij.items()
        ],
        batch_size=BUNDEL,
    )
    BeroepOmstandigheid.objects.bulk_create(
        [
            BeroepOmstandigheid(beroep_id=beroep_pk[b.code], omstandigheid_id=code, niveau=niveau)
            for b in bron
            for code, niveau in b.omstandigheden.items()
        ],
        batch_size=BUNDEL,
    )
    Groeipad.objects.bulk_create(
        [Groeipad(van_id=beroep_pk[b.code], naar_id=beroep_pk[naar]) for b in bron for naar in b.groei],
        batch_size=BUNDEL,
    )


def _tel() -> dict[str, int]:
    eigen = Bron.EIGEN
    return {
        "competenties": Competentie.objects.filter(bron=eigen, actief=True).count(),
        "synoniemen": Synoniem.objects.filter(competentie__bron=eigen).count(),
        "verwantschappen": Verwantschap.objects.filter(naar__bron=eigen).count(),
        "beroepen": Beroep.objects.filter(bron=eigen, actief=True).count(),
        "omstandigheden": Omstandigheid.objects.count(),
        "groeipaden": Groeipad.objects.filter(van__bron=eigen).count(),
    }
