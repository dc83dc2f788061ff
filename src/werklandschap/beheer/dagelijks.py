"""The daily round: every task that rooms registered, once a day, by one worker, whatever the number of workers.

And the short round in between, for what is due by the hour.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from werklandschap.beheer.models import Dagronde
from werklandschap.kern.basis.haken import dagtaken, rondetaken

logboek = logging.getLogger(__name__)
# A worker that stopped half-way leaves its claim; after this somebody else may take over.
OVERNEMEN_NA = timedelta(hours=2)
# Work that failed is tried again after this.
OPNIEUW_NA = timedelta(minutes=30)


@dataclass(frozen=True)
class Uitkomst:
    """What one task did; `gelukt` is False when it broke off."""

    code: str
    verslag: str
    gelukt: bool


def werk_dag_af(dag: date | None = None) -> list[Uitkomst]:
    """Do what was not done yet today; a second call does nothing. One task that fails does not stop the others."""
    vandaag = dag or timezone.localdate()
    return [_voer_uit(code, vandaag) for code, _taak in dagtaken.paren() if _claim(code, vandaag)]


def loop_ronde() -> dict[str, int]:
    """Do what is due by now: code of the task → how many things it did. One that fails does not stop the others."""
    gedaan = {}
    for code, taak in rondetaken.paren():
        try:
            gedaan[code] = taak()
        except Exception:
            logboek.exception("task %s of the short round failed", code)
    return gedaan


def _claim(code: str, dag: date) -> bool:
    """Take this task for this day; False when another worker has it or it is done."""
    try:
        with transaction.atomic():
            Dagronde.objects.create(code=code, dag=dag)
    except IntegrityError:
        return _neem_over(code, dag)
    return True


def _neem_over(code: str, dag: date) -> bool:
    nu = timezone.now()
    mag = Q(fout="", begonnen_op__lt=nu - OVERNEMEN_NA) | (~Q(fout="") & Q(begonnen_op__lt=nu - OPNIEUW_NA))
    open_ = Dagronde.objects.filter(mag, code=code, dag=dag, klaar_op__isnull=True)
    return open_.update(begonnen_op=nu, fout="") == 1


def _voer_uit(code: str, dag: date) -> Uitkomst:
    ronde = Dagronde.objects.filter(code=code, dag=dag)
    try:
        verslag = dict(dagtaken.paren())[code]()
    except Exception as fout:
        logboek.exception("daily task %s failed", code)
        tekst = f"{type(fout).__name__}: {fout}"[:500]
        ronde.update(fout=tekst)
        return Uitkomst(code, tekst, False)
    ronde.update(klaar_op=timezone.now(), verslag=verslag[:500])
    return Uitkomst(code, verslag, True)
