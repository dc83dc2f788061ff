"""Drawings of a match: a bar per competence, and how the totals are spread."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from werklandschap.kern.profielen.zoeken import PAST_VANAF, Match
from werklandschap.ontwerp.grafieken import Balk, Deel, Grafiek, histogram, staafbalken


def competentiebalken(match: Match) -> Grafiek | None:
    """Per asked competence the points now, what can be learned before the start, and the mark to reach."""
    soorten = {"nu": _("Nu"), "leren": _("Te leren voor de start")}
    balken = []
    for regel in match.regels:
        if regel.eis is None:
            continue
        eis = regel.eis
        leren = eis.punten_straks - eis.punten_nu
        delen = [Deel(eis.punten_nu / 1000, "nu"), Deel(leren / 1000, "leren")]
        balken.append(Balk(regel.label, delen, doel=eis.punten_max / 1000))
    titel = _("Punten per competentie")
    return staafbalken(titel, balken, soorten) if balken else None


def verdeling(klassen: Sequence[int]) -> Grafiek:
    """How many people reach which total at the start, in classes of 100 points."""
    namen = [f"{100 * n}–{100 * n + 99}" if n < 9 else "900–1000" for n in range(len(klassen))]
    return histogram(
        _("Hoe goed passen de mensen?"),
        list(zip(namen, klassen, strict=True)),
        drempel=PAST_VANAF // 100,
        drempel_label=_("past goed"),
        x_label=_("Punten bij de start"),
    )
