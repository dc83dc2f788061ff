"""What this room does every day."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from werklandschap.beheer.alarm import meld_raden
from werklandschap.beheer.models import Dagronde
from werklandschap.kern.basis.haken import dagtaken
from werklandschap.kern.toegang import raden
from werklandschap.kern.toegang.tellen import ruim_tellers_op

BEWAAR_DAGEN = 90


def ruim_op() -> str:
    """Sessions, counts, and records of finished work that nobody needs any more."""
    call_command("clearsessions")
    tellers = ruim_tellers_op()
    grens = timezone.now() - timedelta(days=BEWAAR_DAGEN)
    werk = DBTaskResult.objects.finished().filter(finished_at__lt=grens).delete()[0]
    Dagronde.objects.filter(dag__lt=grens.date()).delete()
    return f"{tellers} tellers, {werk} regels van de wachtrij"


dagtaken.registreer("opruimen", ruim_op)
raden.alarmen.registreer("beheer", lambda aantal: meld_raden(aantal=aantal, door=None))
