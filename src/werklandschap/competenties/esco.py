"""Import of ESCO. Running it again updates and doubles nothing; the starter set stays beside it, untouched."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import models, transaction
from django.utils import timezone

from werklandschap.competenties import escobestanden as bestanden
from werklandschap.competenties.escobestanden import EscoFout, Verslag
from werklandschap.competenties.escoverwant import leid_af
from werklandschap.competenties.models import (
    Beroep,
    BeroepCompetentie,
    Beroepssynoniem,
    Bron,
    Competentie,
    Competentiesoort,
    Importverslag,
    Synoniem,
    Verwantschap,
)

__all__ = ["ESCO_BRON", "EscoFout", "Verslag", "importeer_esco"]

ESCO_BRON = "This service uses the ESCO classification of the European Commission."
"""The sentence the Commission asks every user of ESCO to show."""

TALEN_GROEP = "http://data.europa.eu/esco/skill/e35a5936-091d-4e87-bafe-f264e55bd656"
"""The group "taalvaardigheden en taalkennis" (code L) of the hierarchy."""
BUNDEL = 2000
NIVEAU_ESSENTIEEL, NIVEAU_NUTTIG = 3, 2
STAPPEN = 6
_SOORT = {"knowledge": Competentiesoort.KENNIS, "skill/competence": Competentiesoort.VAK}
_RELATIE = {"essential": True, "optional": False}
Voortgang = Callable[[int, int, str], None]


def _stil(stap: int, van: int, tekst: str) -> None:
    """Show no progress."""


@transaction.atomic
def importeer_esco(map_: Path, *, voortgang: Voortgang = _stil) -> Verslag:
    """Import the folder and return counts and refused rows; `voortgang(step, of, text)` hears how far it is.

    Skills without a Dutch label are left out and counted. Raises EscoFout when the folder is not usable; then nothing
    has changed. ESCO rows that are no longer in the files become inactive.
    """
    bestanden.controleer_map(map_)
    verslag = Verslag()
    begonnen = timezone.now()
    voortgang(1, STAPPEN, "Vaardigheden lezen")
    ouders = _ouders(map_, verslag)
    vaardigheid_pk = _vaardigheden(map_, verslag, talen=_onder(TALEN_GROEP, ouders))
    voortgang(2, STAPPEN, "Beroepen lezen")
    beroep_pk = _beroepen(map_, verslag)
    voortgang(3, STAPPEN, "Vaardigheden per beroep lezen")
    _beroepsrelaties(map_, verslag, beroep_pk, vaardigheid_pk)
    voortgang(4, STAPPEN, "Verwantschap afleiden")
    verwant = leid_af(_relaties(map_, verslag), ouders, vaardigheid_pk)
    voortgang(5, STAPPEN, "Verwantschap opslaan")
    _schrijf_verwantschap(verwant, vaardigheid_pk, verslag)
    voortgang(6, STAPPEN, "Verslag opslaan")
    Importverslag.objects.create(
        bron=Bron.ESCO,
        versie=_vingerafdruk(map_),
        herkomst=str(map_)[:500],
        begonnen_op=begonnen,
        klaar_op=timezone.now(),
        aantallen=verslag.aantallen,
        fouten=verslag.fouten,
    )
    return verslag


def _vingerafdruk(map_: Path) -> str:
    som = hashlib.sha256()
    for naam in (*bestanden.VERPLICHT, *bestanden.OPTIONEEL):
        pad = map_ / naam
        if pad.is_file():
            som.update(naam.encode())
            som.update(pad.read_bytes())
    return som.hexdigest()


def _maak_of_werk_bij(model: type[models.Model], rijen: list[models.Model], velden: list[str]) -> None:
    model._default_manager.bulk_create(
        rijen, update_conflicts=True, unique_fields=["code"], update_fields=velden, batch_size=BUNDEL
    )


def _vaardigheden(map_: Path, verslag: Verslag, *, talen: set[str]) -> dict[str, int]:
    """Write the skills and their alternative labels; returns the primary key per address."""
    engels = bestanden.engelse_namen(map_ / "skills_en.csv", verslag)
    rijen: list[models.Model] = []
    namen: dict[str, list[str]] = {}
    for _, rij in bestanden.lees_begrippen(map_ / "skills_nl.csv", verslag, "vaardigheden"):
        uri = rij["conceptUri"]
        rijen.append(
            Competentie(
                code=uri,
                uri=uri,
                bron=Bron.ESCO,
                label=rij["preferredLabel"],
                label_en=engels.get(uri, ""),
                soort=Competentiesoort.TAAL if uri in talen else _vaardigheidssoort(rij),
                omschrijving=rij.get("description", "").strip(),
                actief=rij.get("status", "released") in ("released", ""),
            )
        )
        namen[uri] = bestanden.andere_namen(rij["altLabels"], rij["preferredLabel"])
    zonder = len(engels.keys() - namen.keys()) - verslag.aantallen.get("vaardigheden zonder Nederlandse naam", 0)
    verslag.tel("vaardigheden zonder Nederlandse naam", max(0, zonder))
    velden = ["uri", "bron", "label", "label_en", "soort", "omschrijving", "actief"]
    _maak_of_werk_bij(Competentie, rijen, velden)
    verslag.tel("vaardigheden", len(rijen))
    esco = Competentie.objects.filter(bron=Bron.ESCO)
    pk = {code: sleutel for code, sleutel in esco.values_list("code", "pk") if code in namen}
    _zet_uit(esco, pk.values())
    Synoniem.objects.filter(competentie__in=Competentie.objects.filter(bron=Bron.ESCO)).delete()
    synoniemen = [Synoniem(competentie_id=pk[uri], tekst=tekst) for uri, lijst in namen.items() for tekst in lijst]
    Synoniem.objects.bulk_create(synoniemen, batch_size=BUNDEL)
    verslag.tel("synoniemen", len(synoniemen))
    return pk


def _vaardigheidssoort(rij: dict[str, str]) -> str:
    if rij.get("reuseLevel") == "transversal" and rij.get("skillType") != "knowledge":
        return Competentiesoort.WERKNEMER
    return _SOORT.get(rij.get("skillType", ""), Competentiesoort.VAK)


def _zet_uit(rijen: models.QuerySet, gebleven: Iterable[int]) -> None:
    """Make rows inactive that the files no longer hold. By key in memory: a long NOT IN has too many parameters."""
    weg = set(rijen.filter(actief=True).values_list("pk", flat=True)) - set(gebleven)
    for begin in range(0, len(weg), BUNDEL // 4):
        rijen.filter(pk__in=sorted(weg)[begin : begin + BUNDEL // 4]).update(actief=False)


def _beroepen(map_: Path, verslag: Verslag) -> dict[str, int]:
    """Write the occupations and their other names; returns the primary key per address."""
    engels = bestanden.engelse_namen(map_ / "occupations_en.csv", verslag)
    rijen: list[models.Model] = []
    namen: dict[str, list[str]] = {}
    for _, rij in bestanden.lees_begrippen(map_ / "occupations_nl.csv", verslag, "beroepen"):
        uri = rij["conceptUri"]
        rijen.append(
            Beroep(
                code=uri,
                bron=Bron.ESCO,
                label=rij["preferredLabel"],
                label_en=engels.get(uri, ""),
                isco=rij.get("iscoGroup", "").strip()[:10],
                omschrijving=rij.get("description", "").strip(),
                actief=rij.get("status", "released") in ("released", ""),
            )
        )
        cellen = "\n".join((rij["altLabels"], rij.get("hiddenLabels", "")))
        namen[uri] = bestanden.andere_namen(cellen, rij["preferredLabel"])
    _maak_of_werk_bij(Beroep, rijen, ["bron", "label", "label_en", "isco", "omschrijving", "actief"])
    verslag.tel("beroepen", len(rijen))
    esco = Beroep.objects.filter(bron=Bron.ESCO)
    pk = {code: sleutel for code, sleutel in esco.values_list("code", "pk") if code in namen}
    _zet_uit(esco, pk.values())
    Beroepssynoniem.objects.filter(beroep__in=Beroep.objects.filter(bron=Bron.ESCO)).delete()
    andere = [Beroepssynoniem(beroep_id=pk[uri], tekst=tekst) for uri, lijst in namen.items() for tekst in lijst]
    Beroepssynoniem.objects.bulk_create(andere, batch_size=BUNDEL)
    verslag.tel("namen van beroepen", len(andere))
    return pk


def _beroepsrelaties(map_: Path, verslag: Verslag, beroep_pk: dict[str, int], vaardigheid_pk: dict[str, int]) -> None:
    """Write which skills an occupation needs (level 3) or likes (level 2); needing wins when both are given."""
    pad = map_ / "occupationSkillRelations_nl.csv"
    nodig: dict[tuple[int, int], bool] = {}
    if pad.is_file():
        kolommen = ("occupationUri", "relationType", "skillUri")
        for regel, rij in bestanden.lees_rijen(pad, kolommen, verslag):
            if rij["relationType"] not in _RELATIE:
                verslag.fout(pad.name, regel, f"onbekende relatie {rij['relationType']!r}")
                continue
            beroep, vaardigheid = beroep_pk.get(rij["occupationUri"]), vaardigheid_pk.get(rij["skillUri"])
            if beroep is None or vaardigheid is None:
                verslag.tel("relaties zonder bekend beroep of bekende vaardigheid")
                continue
            nodig[beroep, vaardigheid] = nodig.get((beroep, vaardigheid), False) or _RELATIE[rij["relationType"]]
    BeroepCompetentie.objects.filter(beroep__in=Beroep.objects.filter(bron=Bron.ESCO)).delete()
    BeroepCompetentie.objects.bulk_create(
        [
            BeroepCompetentie(
                beroep_id=beroep,
                competentie_id=vaardigheid,
                soort="essentieel" if echt else "nuttig",
                niveau=NIVEAU_ESSENTIEEL if echt else NIVEAU_NUTTIG,
            )
            for (beroep, vaardigheid), echt in nodig.items()
        ],
        batch_size=BUNDEL,
    )
    verslag.tel("vaardigheden per beroep", len(nodig))


def _relaties(map_: Path, verslag: Verslag) -> list[tuple[str, str, bool]]:
    """(skill, skill it needs or gains from, whether it needs it)."""
    pad = map_ / "skillSkillRelations_nl.csv"
    uit: list[tuple[str, str, bool]] = []
    if not pad.is_file():
        return uit
    for regel, rij in bestanden.lees_rijen(pad, ("originalSkillUri", "relationType", "relatedSkillUri"), verslag):
        if rij["relationType"] in _RELATIE:
            uit.append((rij["originalSkillUri"], rij["relatedSkillUri"], _RELATIE[rij["relationType"]]))
        else:
            verslag.fout(pad.name, regel, f"onbekende relatie {rij['relationType']!r}")
    return uit


def _ouders(map_: Path, verslag: Verslag) -> list[tuple[str, str]]:
    """(skill, broader skill or group)."""
    pad = map_ / "broaderRelationsSkillPillar_nl.csv"
    if not pad.is_file():
        return []
    return [
        (rij["conceptUri"], rij["broaderUri"])
        for _, rij in bestanden.lees_rijen(pad, ("conceptUri", "broaderUri"), verslag)
    ]


def _onder(groep: str, ouders: list[tuple[str, str]]) -> set[str]:
    """All addresses under a group, at any depth."""
    kinderen: dict[str, list[str]] = defaultdict(list)
    for kind, ouder in ouders:
        kinderen[ouder].append(kind)
    uit: set[str] = set()
    open_ = [groep]
    while open_:
        nieuw = [kind for kind in kinderen[open_.pop()] if kind not in uit]
        uit.update(nieuw)
        open_.extend(nieuw)
    return uit


def _schrijf_verwantschap(verwant: dict[str, dict[str, int]], pk: dict[str, int], verslag: Verslag) -> None:
    Verwantschap.objects.filter(naar__in=Competentie.objects.filter(bron=Bron.ESCO)).delete()
    rijen = [
        Verwantschap(van_id=pk[van], naar_id=pk[naar], promille=promille)
        for naar, rij in verwant.items()
        for van, promille in rij.items()
    ]
    Verwantschap.objects.bulk_create(rijen, batch_size=BUNDEL)
    verslag.tel("verwantschappen", len(rijen))
