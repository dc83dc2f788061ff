"""Whose page it is: the resident's own dossier, the employer's own company, the partner's own organisation."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def gebruiker_met(request: HttpRequest, recht: Recht) -> Gebruiker:
    """The signed-in account, when its role holds the right these pages are for. Raises PermissionDenied."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(recht):
        raise PermissionDenied
    return gebruiker


def eigen_dossier(gebruiker: Gebruiker) -> Dossier | None:
    """The dossier of this resident; None while the account is not linked."""
    return (
        Dossier.objects.voor(gebruiker)
        .select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .first()
    )


def eigen_bedrijf(gebruiker: Gebruiker) -> Werkgever | None:
    """The company of this employer; None while the account is not linked, or not any more."""
    return (
        Werkgever.objects.voor(gebruiker).select_related("keten", "gemeente", "accountmanager").order_by("pk").first()
    )
