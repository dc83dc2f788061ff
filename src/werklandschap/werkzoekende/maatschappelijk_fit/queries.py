"""Reading the basis: the matrix now and before, basic skills, and what is urgent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import lees_catalogus
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import Beeldregel, Klantbeeld
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.ontwerp.grafieken import Grafiek, radar
from werklandschap.ontwerp.opmaak import datum

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Basisvaardigheid:
    """One of the four basic skills: the aspects that hold it, and what helps at each level (1 to 5, 5 is good)."""

    code: str
    naam: str
    aspecten: tuple[str, ...]
    stappen: tuple[str, ...]


@dataclass(frozen=True)
class Vaardigheid:
    """One of the four basic skills with what is known of it: its level (the lowest aspect) and what could be next."""

    naam: str
    niveau: int | None
    volgende_stap: str
    regels: list[Beeldregel]
    ontbreekt: list[Aspect]


def domeinen(zichtbaar: dict[str, Aspect]) -> list[Aspect]:
    """The domains of the matrix this user may see, in order."""
    return [aspect for code, aspect in zichtbaar.items() if code.startswith("zrm_")]


def metingen(dossier: Dossier) -> list[Meting]:
    """All uses of the matrix that count, newest first, with their scores: two queries."""
    return list(_zrm(dossier).select_related("door").prefetch_related("waarnemingen"))


def laatste_zrm(dossier: Dossier) -> Meting | None:
    """The newest matrix that counts."""
    return _zrm(dossier).first()


def _zrm(dossier: Dossier) -> QuerySet[Meting]:
    return dossier.metingen.filter(instrument="zrm", vervangen_door__isnull=True)


def volgende_meting_op(dossier: Dossier, laatste: Meting | None) -> date | None:
    """From when the matrix may be used again without saying why; None when that is today."""
    if laatste is None:
        return None
    vanaf = laatste.afgenomen_op + timedelta(weeks=instelling(dossier.gemeente, "zrm_interval_weken"))
    return vanaf if vanaf > timezone.localdate() else None


def scores_van(meting: Meting | None) -> dict[str, Any]:
    """{aspect: value} of one use."""
    return {w.aspect: w.waarde for w in meting.waarnemingen.all()} if meting else {}


def zrm_radar(rijen: list[Meting], lijst: list[Aspect]) -> Grafiek | None:
    """The newest matrix as a web, with the one before; None when there is none, or too few domains to draw."""
    if not rijen or len(lijst) < 3:
        return None
    nu, vorige = scores_van(rijen[0]), scores_van(rijen[1]) if len(rijen) > 1 else None
    return radar(
        _("Zelfredzaamheid-Matrix"),
        [aspect.naam for aspect in lijst],
        [_score(nu, aspect) for aspect in lijst],
        [_score(vorige, aspect) for aspect in lijst] if vorige is not None else None,
        beschrijving=_("1 is acute problematiek, 5 is volledig zelfredzaam. Een open plek is niet besproken."),
        nu_label=datum(rijen[0].afgenomen_op),
        vorige_label=datum(rijen[1].afgenomen_op) if vorige is not None else "",
    )


def _score(scores: dict[str, Any], aspect: Aspect) -> int | None:
    return aspect.goed_kant(scores.get(aspect.code))


def basisvaardigheden(beeld: Klantbeeld, zichtbaar: dict[str, Aspect]) -> list[Vaardigheid]:
    """Language, arithmetic, social and digital skills: the level, the next step, and what is not known yet."""
    rijen = lees_catalogus(DATA / "basisvaardigheden.yaml", Basisvaardigheid)
    return [_vaardigheid(rij, beeld, zichtbaar) for rij in rijen]


def _vaardigheid(rij: Basisvaardigheid, beeld: Klantbeeld, zichtbaar: dict[str, Aspect]) -> Vaardigheid:
    regels = [beeld.regels[code] for code in rij.aspecten if code in beeld.regels]
    niveau = min((r.goed_kant for r in regels if r.is_besproken and r.goed_kant is not None), default=None)
    return Vaardigheid(
        rij.naam,
        niveau,
        rij.stappen[niveau - 1] if niveau else "",
        regels,
        [zichtbaar[code] for code in rij.aspecten if code in zichtbaar and code not in beeld.regels],
    )
