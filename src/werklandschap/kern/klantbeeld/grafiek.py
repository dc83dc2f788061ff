"""The picture through time as a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.klantbeeld.queries import Klantbeeld
from werklandschap.ontwerp.grafieken import Grafiek, lijn

MEESTE_LIJNEN = 6


def beeld_door_de_tijd(
    waarnemingen: Sequence[Waarneming], beeld: Klantbeeld, zichtbaar: dict[str, Aspect]
) -> Grafiek | None:
    """At most six scales that were measured more than once, those that ask attention first. None: nothing to draw yet.

    Every line is turned so that up is better.
    """
    punten: dict[str, dict[date, float]] = {}
    for w in waarnemingen:
        wat = zichtbaar.get(w.aspect)
        if wat is None or wat.soort != "schaal5" or w.waargenomen_op > beeld.datum:
            continue
        goed = wat.goed_kant(w.waarde)
        if goed is not None:
            punten.setdefault(w.aspect, {})[w.waargenomen_op] = float(goed)
    gekozen = _kies([code for code, rij in punten.items() if len(rij) > 1], beeld)
    if not gekozen:
        return None
    return lijn(
        _("Het klantbeeld door de tijd"),
        {zichtbaar[code].naam: sorted(punten[code].items()) for code in gekozen},
        minimum=1,
        maximum=5,
        tot=beeld.datum,
        beschrijving=_("Hoger is beter. 1 vraagt nu hulp, 5 gaat goed."),
    )


def _kies(codes: list[str], beeld: Klantbeeld) -> list[str]:
    zorgen = [regel.aspect.code for regel in beeld.aandacht()]
    return sorted(codes, key=lambda code: zorgen.index(code) if code in zorgen else len(zorgen))[:MEESTE_LIJNEN]
