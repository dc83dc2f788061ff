"""The health of the installation."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from werklandschap import __version__
from werklandschap.kern.basis.haken import gezondheid


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return connection.vendor


def _wachtrij() -> dict[str, int]:
    return {"wachtend": DBTaskResult.objects.filter(status="READY").count()}


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the state of database, queue, index and version; 503 when the database does not answer."""
    antwoord: dict[str, Any] = {"version": __version__, "database": "?", "queue": "?", "index": "?"}
    try:
        antwoord |= {"database": _database(), "queue": _wachtrij()}
        toestanden = {code: functie() for code, functie in gezondheid.paren()}
        antwoord |= {code: toestand.gegevens or toestand.uitleg for code, toestand in toestanden.items()}
    except DatabaseError as fout:
        return JsonResponse(antwoord | {"database": f"geen antwoord: {type(fout).__name__}"}, status=503)
    goed = all(toestand.goed for toestand in toestanden.values())
    return JsonResponse(antwoord, status=200 if goed else 503)
