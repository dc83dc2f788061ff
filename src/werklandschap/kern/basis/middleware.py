"""A GET does not write, and errors reach people as a page that helps them on."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from werklandschap.kern.basis.fouten import (
    GeenRecht,
    Invoerfout,
    RedenNodig,
    Samengevoegd,
    SchrijvenBijGet,
    VerouderdeVersie,
)

logboek = logging.getLogger(__name__)
SCHRIJFT = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE|CREATE|ALTER|DROP|TRUNCATE)\b", re.IGNORECASE)
MAG_ALTIJD = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"django_session"', re.IGNORECASE)
# The identity provider answers with a GET; signing in there updates the account.
UITGEZONDERD = ("/account/oidc/",)
_leeslog_open: ContextVar[bool] = ContextVar("leeslog_open", default=False)


@contextmanager
def leeslog_toegestaan() -> Iterator[None]:
    """Opened by `kern.tijdlijn.leeslog.log_lezing` only: the read log may be written during a GET."""
    teken = _leeslog_open.set(True)
    try:
        yield
    finally:
        _leeslog_open.reset(teken)


def _bewaak(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if SCHRIJFT.match(sql) and not MAG_ALTIJD.match(sql) and not _leeslog_open.get():
        if settings.PRODUCTIE:
            logboek.error("write during a GET: %s", sql[:200])
        else:
            raise SchrijvenBijGet(sql[:200])
    return execute(sql, params, many, context)


class AlleenLezenBijGet:
    """Put every GET and HEAD on a read-only guard."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "OPTIONS"} or request.path.startswith(UITGEZONDERD):
            return self.get_response(request)
        with connection.execute_wrapper(_bewaak):
            return self.get_response(request)


class FoutenVoorMensen:
    """Turn what an action raises into a page; the API has its own handler."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Errors that a view did not handle itself."""
        if request.path.startswith("/api/"):
            return None
        if isinstance(fout, GeenRecht):
            raise PermissionDenied(str(fout)) from fout
        if isinstance(fout, RedenNodig):
            return render(
                request,
                "dossiers/reden.html",
                {"nummer": fout.dossier_nummer, "volgende": request.get_full_path()},
                status=403,
            )
        if isinstance(fout, Samengevoegd):
            return redirect(request.get_full_path().replace(f"/{fout.oud}/", f"/{fout.nieuw}/", 1))
        if isinstance(fout, VerouderdeVersie):
            return render(request, "ontwerp/conflict.html", conflictcontext(fout), status=409)
        if isinstance(fout, Invoerfout):
            return render(request, "ontwerp/invoerfout.html", {"fouten": list(fout.fouten.values())}, status=422)
        return None


def conflictcontext(fout: VerouderdeVersie) -> dict[str, Any]:
    """The two texts, field by field, for the page that shows both."""
    model = type(fout.huidig)
    verschillen = []
    for naam, mijn_tekst in fout.ingevuld.items():
        veld = next((v for v in model._meta.get_fields() if v.name == naam), None)
        hun_tekst = getattr(fout.huidig, naam, "")
        if str(hun_tekst) != str(mijn_tekst):
            label = getattr(veld, "verbose_name", naam)
            verschillen.append({"naam": naam, "label": label, "mijn": mijn_tekst, "hun": hun_tekst})
    return {"verschillen": verschillen, "huidig": fout.huidig, "versie": getattr(fout.huidig, "versie", 0)}
