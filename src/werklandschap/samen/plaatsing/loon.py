"""A wage below the minimum wage of the law is said, where the wage and the subsidy are seen. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.regelingen.minimumloon import eerste_tekort
from werklandschap.samen.plaatsing.models import Arbeidsstand, Plaatsing


def loonwaarschuwingen(plaatsing: Plaatsing, standen: Sequence[Arbeidsstand]) -> list[str]:
    """One sentence per wage that is too low; `standen` in order of date and entry. Looks as far as today.

    A wage that starts later is judged on its first day. Without a date of birth nothing can be said.
    """
    geboren = plaatsing.dossier.werkzoekende.geboortedatum
    if geboren is None:
        return []
    laatste = min(timezone.localdate(), plaatsing.tot or date.max)
    per_dag = {stand.vanaf: stand for stand in standen}
    rijen: list[Arbeidsstand | None] = [*per_dag.values(), None]
    uit = []
    for stand, volgende in pairwise(rijen):
        if stand is None or stand.loon_per_uur is None:
            continue
        einde = min(laatste, volgende.vanaf - timedelta(days=1)) if volgende else laatste
        tekort = eerste_tekort(
            stand.loon_per_uur,
            van=stand.vanaf,
            tot=max(einde, stand.vanaf),
            geboren=geboren,
            bbl=plaatsing.soort == Plaatsing.Soort.BBL,
        )
        if tekort is not None:
            zin = _(
                "Het loon van {loon} per uur is vanaf {dag} lager dan het minimumloon van {minimum}. "
                "Bespreek dit met de werkgever. De subsidie rekent met het minimumloon."
            )
            uit.append(
                zin.format(loon=euro(stand.loon_per_uur), dag=datum(tekort.dag), minimum=euro(tekort.minimum.waarde))
            )
            if tekort.minimum.waarschuwing:
                uit.append(tekort.minimum.waarschuwing)
    return list(dict.fromkeys(uit))
