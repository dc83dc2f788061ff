"""Opening a dossier, always through the read log."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from werklandschap.kern.basis.fouten import RedenNodig
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker


def open_dossier(gebruiker: Gebruiker, nummer: int, *, onderdeel: str, reden: str = "") -> Dossier:
    """The dossier with person, chain and responsible colleague; the reading is logged.

    Raises Http404 when it is not there for this user (another municipality looks like nothing), RedenNodig when it
    lies outside the own caseload and no reason was given.
    """
    dossier = (
        Dossier.objects.voor(gebruiker)
        .select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
        .filter(pk=nummer)
        .first()
    )
    if dossier is None or not rules.mag_dossier_lezen(gebruiker, dossier):
        raise Http404
    eigen = rules.is_eigen_dossier(gebruiker, dossier)
    if not eigen and not reden:
        raise RedenNodig(nummer)
    log_lezing(keten=dossier.keten, door=gebruiker, onderdeel=onderdeel, reden="" if eigen else reden)
    return dossier


def dossier_van_verzoek(request: HttpRequest, nummer: int, *, onderdeel: str) -> Dossier:
    """`open_dossier` for a view: the reason given earlier in this session counts."""
    assert isinstance(request.user, Gebruiker)
    redenen: dict[str, str] = request.session.get("leesredenen", {})
    return open_dossier(request.user, nummer, onderdeel=onderdeel, reden=redenen.get(str(nummer), ""))
