"""Agree to a placement, or report a problem: the same two pages for the resident and for the employer."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.portaal.forms import Probleemformulier
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.nazorg.problemen import meld_probleem
from werklandschap.samen.nazorg.queries import regel_van
from werklandschap.samen.plaatsing.actions import akkoord_klant, akkoord_werkgever
from werklandschap.samen.plaatsing.models import Plaatsing

EERDER = 20


def _van(request: HttpRequest, sleutel: int) -> tuple[Gebruiker, Plaatsing, str]:
    """The user, the placement and the side: klant or werkgever."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker):
        raise PermissionDenied
    is_bedrijf = gebruiker.heeft(Recht.BEDRIJF) and request.path.startswith("/bedrijf/")
    is_klant = gebruiker.heeft(Recht.MIJN) and request.path.startswith("/mijn/")
    if not (is_bedrijf or is_klant):
        raise PermissionDenied
    plaatsing = get_object_or_404(
        Plaatsing.objects.voor(gebruiker).select_related("dossier__werkzoekende", "werkprofiel__werkgever"), pk=sleutel
    )
    return gebruiker, plaatsing, "werkgever" if is_bedrijf else "klant"


def _begin(kant: str) -> str:
    return "portaal:bedrijf" if kant == "werkgever" else "portaal:mijn"


@require_POST
def akkoord(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Agree to what was arranged."""
    gebruiker, plaatsing, kant = _van(request, sleutel)
    actie = akkoord_werkgever if kant == "werkgever" else akkoord_klant
    actie(plaatsing=plaatsing, door=gebruiker)
    messages.success(request, _("U gaat akkoord. Dank u wel."))
    return redirect(_begin(kant))


@require_http_methods(["GET", "POST"])
def probleem(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Report a problem; somebody answers within the agreed time."""
    gebruiker, plaatsing, kant = _van(request, sleutel)
    formulier = Probleemformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            meld_probleem(plaatsing=plaatsing, gemeld_door_wie=kant, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Wij hebben uw bericht. U hoort snel van ons."))
            return redirect(_begin(kant))
    eerder = Probleem.objects.voor(gebruiker).filter(plaatsing=plaatsing).order_by("-gemeld_op", "-pk")
    context = {
        "plaatsing": plaatsing,
        "formulier": formulier,
        "begin": _begin(kant),
        "eerder": [regel_van(p) for p in eerder[:EERDER]],
    }
    return render(request, "portaal/probleem.html", context, status=422 if formulier.errors else 200)
