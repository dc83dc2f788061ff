"""The picture through time as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.klantbeeld.queries import PROFESSIONELE_BRONNEN, Klantbeeld
from werklandschap.ontwerp.grafieken import Grafiek, lijn

MEESTE_LIJNEN = 6


def beeld_door_de_tijd(
    waarnemingen: Sequence[Waarneming], beeld: Klantbeeld, zichtbaar: dict[str, Aspect]
) -> Grafiek | None:
    """At most six scales that were measured more than once, those that ask attention first. None: nothing to draw yet.

    Every line is turned so that up is better, and holds one view: the professional's, or the client's alone.
    """
    vakkundig = _punten((w for w in waarnemingen if w.bron in PROFESSIONELE_BRONNEN), beeld, zichtbaar)
    van_klant = _punten((w for w in waarnemingen if w.bron not in PROFESSIONELE_BRONNEN), beeld, zichtbaar)
    punten = {**van_klant, **vakkundig}
    gekozen = _kies(list(punten), beeld)
    if not gekozen:
        return None
    return lijn(
        _("Het klantbeeld door de tijd"),
        {_naam(zichtbaar[code], code in vakkundig): sorted(punten[code].items()) for code in gekozen},
        minimum=1,
        maximum=5,
        tot=beeld.datum,
        beschrijving=_("Hoger is beter. 1 vraagt nu hulp, 5 gaat goed."),
    )


def _naam(aspect: Aspect, vakkundig: bool) -> str:
    return aspect.naam if vakkundig else _("{naam} (volgens de klant)").format(naam=aspect.naam)


def _punten(
    waarnemingen: Iterable[Waarneming], beeld: Klantbeeld, zichtbaar: dict[str, Aspect]
) -> dict[str, dict[date, float]]:
    """{aspect: {day: value}} of scales seen on more than one day."""
    punten: dict[str, dict[date, float]] = {}
    for w in waarnemingen:
        wat = zichtbaar.get(w.aspect)
        if wat is None or wat.soort != "schaal5" or w.waargenomen_op > beeld.datum:
            continue
        goed = wat.goed_kant(w.waarde)
        if goed is not None:
            punten.setdefault(w.aspect, {})[w.waargenomen_op] = float(goed)
    return {code: rij for code, rij in punten.items() if len(rij) > 1}


def _kies(codes: list[str], beeld: Klantbeeld) -> list[str]:
    zorgen = [regel.aspect.code for regel in beeld.aandacht()]
    return sorted(codes, key=lambda code: zorgen.index(code) if code in zorgen else len(zorgen))[:MEESTE_LIJNEN]
