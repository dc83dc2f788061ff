"""Every API error as problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_standardized_errors.handler import exception_handler
from rest_framework import exceptions
from rest_framework.response import Response

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, RedenNodig, VerouderdeVersie

TITELS = {
    400: gettext_lazy("De invoer klopt niet"),
    401: gettext_lazy("U bent niet ingelogd"),
    403: gettext_lazy("U mag dit niet"),
    404: gettext_lazy("Niet gevonden"),
    405: gettext_lazy("Dit kan hier niet"),
    406: gettext_lazy("Deze vorm geven we niet"),
    409: gettext_lazy("Iemand anders was u voor"),
    415: gettext_lazy("Deze vorm lezen we niet"),
    429: gettext_lazy("Te vaak geprobeerd"),
    500: gettext_lazy("Er ging iets mis bij ons"),
}


def vertaal(fout: Exception) -> Exception:
    """What our own actions raise, as what DRF knows."""
    if isinstance(fout, Invoerfout):
        return exceptions.ValidationError({naam or "nonFieldErrors": [tekst] for naam, tekst in fout.fouten.items()})
    if isinstance(fout, GeenRecht | PermissionDenied):
        return exceptions.PermissionDenied(str(fout) or None)
    if isinstance(fout, RedenNodig):
        return exceptions.PermissionDenied(_("Dit dossier is niet van u. Geef een reden mee in de kopregel X-Reden."))
    if isinstance(fout, VerouderdeVersie):
        conflict = exceptions.APIException(
            _("Iemand anders heeft dit gewijzigd. Haal het opnieuw op."), code="conflict"
        )
        conflict.status_code = HTTPStatus.CONFLICT
        return conflict
    if isinstance(fout, Http404):
        return exceptions.NotFound()
    return fout


def probleem(status: int, fouten: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The body of an error; `fouten` are those of drf-standardized-errors: attr, code and detail."""
    return {
        "type": "about:blank",
        "title": str(TITELS.get(status, HTTPStatus(status).phrase)),
        "status": status,
        "detail": " ".join(str(f["detail"]) for f in fouten),
        "invalidParams": [
            {"name": f["attr"], "code": f["code"], "reason": str(f["detail"])} for f in fouten if f["attr"]
        ],
    }


def behandel(fout: Exception, context: Any) -> Response | None:
    """DRF's exception handler: the answer as application/problem+json."""
    antwoord = exception_handler(vertaal(fout), context)
    if antwoord is None:
        return None
    status = antwoord.status_code
    fouten = antwoord.data.get("errors", []) if isinstance(antwoord.data, dict) else []
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # The library says this in English, and what went wrong inside is nobody's business outside.
        fouten = [{"attr": None, "detail": _("Probeer het later nog eens.")}]
    antwoord.data = probleem(status, fouten)
    antwoord.content_type = "application/problem+json"
    antwoord["Content-Type"] = "application/problem+json"
    return antwoord
