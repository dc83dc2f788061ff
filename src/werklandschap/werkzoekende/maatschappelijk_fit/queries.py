"""Reading the basis: the matrix now and before, basic skills, and what is urgent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import Beeldregel, Klantbeeld
from werklandschap.ontwerp.grafieken import Grafiek, radar
from werklandschap.ontwerp.opmaak import datum

BASISVAARDIGHEDEN = (
    ("taal", ("taal_lezen", "taal_schrijven", "taal_spreken")),
    ("rekenen", ("rekenen",)),
    ("sociaal", ("sociaal_vaardig",)),
    ("digitaal", ("digitaal", "last_apparaat")),
)


@dataclass(frozen=True)
class Vaardigheid:
    """One of the four basic skills with what is known of it."""

    naam: str
    regels: list[Beeldregel]
    ontbreekt: list[Aspect]


def domeinen(zichtbaar: dict[str, Aspect]) -> list[Aspect]:
    """The domains of the matrix this user may see, in order."""
    return [aspect for code, aspect in zichtbaar.items() if code.startswith("zrm_")]


def metingen(dossier: Dossier) -> list[Meting]:
    """All uses of the matrix, newest first, with their scores: two queries."""
    return list(dossier.metingen.filter(instrument="zrm").select_related("door").prefetch_related("waarnemingen"))


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
    """Language, arithmetic, social and digital skills: what is known and what is not."""
    namen = {"taal": _("Taal"), "rekenen": _("Rekenen"), "sociaal": _("Sociaal"), "digitaal": _("Digitaal")}
    return [
        Vaardigheid(
            namen[soort],
            [beeld.regels[code] for code in codes if code in beeld.regels],
            [zichtbaar[code] for code in codes if code in zichtbaar and code not in beeld.regels],
        )
        for soort, codes in BASISVAARDIGHEDEN
    ]
