"""Only administrators come in here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def alleen_beheerders(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """403 for who may not administer."""

    @wraps(view)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        gebruiker = request.user
        if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.BEHEREN):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bewaakt


def beheerder_en_gemeente(request: HttpRequest) -> tuple[Gebruiker, Gemeente]:
    """Who administers, and which municipality."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)
    assert gebruiker.gemeente is not None
    return gebruiker, gebruiker.gemeente
