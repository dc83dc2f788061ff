"""What the pages of one voordracht share: the row for this user, the next step, and the form that posts an action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling import queries
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER

Status = Voordracht.Status


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def veilig_terug(request: HttpRequest, anders: str) -> str:
    """The address to go back to when it is one of ours, else `anders`."""
    doel = request.POST.get("terug") or request.GET.get("terug") or ""
    veilig = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return doel if veilig else anders


def voordracht_van_medewerker(request: HttpRequest, nummer: int) -> Voordracht:
    """The row for a colleague; another municipality looks like nothing. The reading is logged."""
    gebruiker = gebruiker_van(request)
    rijen = queries.met_namen(Voordracht.objects.voor(gebruiker)).select_related(
        "dossier__keten", "dossier__gemeente", "dossier__verantwoordelijke", "werkprofiel__gemeente", "besloten_door"
    )
    voordracht = get_object_or_404(rijen, pk=nummer)
    vereis(gebruiker.is_medewerker)
    log_lezing(keten=voordracht.dossier.keten, door=gebruiker, onderdeel="voordracht")
    return voordracht


@dataclass(frozen=True)
class Hoofdstap:
    """The one main action of the page: what to do and where; `url` empty when we wait for somebody."""

    tekst: str
    url: str
    uitleg: str


def hoofdstap(voordracht: Voordracht) -> Hoofdstap | None:
    """What comes next; None when it ended and everything is told."""
    if voordracht.besloten_op and not voordracht.teruggekoppeld_op:
        return Hoofdstap(
            _("Vertel het de kandidaat"),
            _url("terugkoppelen", voordracht),
            _("De werkgever heeft gekozen. De kandidaat weet het nog niet."),
        )
    if voordracht.status in LOOPT_BIJ_WERKGEVER and not _geldig(voordracht):
        return Hoofdstap(
            _("Vraag opnieuw toestemming"),
            _url("vragen", voordracht),
            _("De toestemming geldt niet meer. De werkgever ziet deze kandidaat nu niet."),
        )
    return _per_status(voordracht)


def _per_status(voordracht: Voordracht) -> Hoofdstap | None:
    stappen: dict[str, tuple[str, str, str]] = {
        Status.VOORGESELECTEERD: (
            _("Vraag de kandidaat"),
            "vragen",
            _("De werkgever hoort pas een naam als de kandidaat ja zegt."),
        ),
        Status.GEVRAAGD: (_("Leg het antwoord vast"), "antwoord", _("Wij wachten op het antwoord van de kandidaat.")),
        Status.TOEGESTEMD: (
            _("Stel voor aan de werkgever"),
            "voordragen",
            _("De kandidaat zegt ja. Schrijf een introductie en stel voor."),
        ),
        Status.VOORGEDRAGEN: (
            _("Plan een ontmoeting"),
            "ontmoeting",
            _("De werkgever kent de kandidaat. Plan samen een ontmoeting."),
        ),
        Status.IN_GESPREK: (
            _("Leg het besluit vast"),
            "besluit",
            _("De werkgever kiest. Dat kan ook zelf op de eigen bedrijfspagina."),
        ),
    }
    if voordracht.status == Status.TOEGESTEMD and not _geldig(voordracht):
        return Hoofdstap(_("Vraag opnieuw toestemming"), _url("vragen", voordracht), _("De toestemming is verlopen."))
    stap = stappen.get(voordracht.status)
    return Hoofdstap(stap[0], _url(stap[1], voordracht), stap[2]) if stap else None


def _geldig(voordracht: Voordracht) -> bool:
    return voordracht.toestemming is not None and voordracht.toestemming.is_geldig


def _url(naam: str, voordracht: Voordracht) -> str:
    return reverse(f"samen_bemiddeling:{naam}", args=[voordracht.pk])


def formulierpagina(
    request: HttpRequest,
    voordracht: Voordracht,
    formulier: Basisformulier,
    *,
    titel: str,
    knop: str,
    doe: Callable[[dict[str, Any]], object],
    klaar: str,
    uitleg: str = "",
    sjabloon: str = "samen_bemiddeling/formulier.html",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show a form; when it is valid do `doe(cleaned_data)` and go to the page of the voordracht, or back.

    What an action refuses stands at its field and what was typed stays.
    """
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            doe(formulier.cleaned_data)
            messages.success(request, klaar)
            return HttpResponseRedirect(veilig_terug(request, _url("voordracht", voordracht)))
    gegevens = {
        "voordracht": voordracht,
        "formulier": formulier,
        "titel": titel,
        "knop": knop,
        "uitleg": uitleg,
        "terug": veilig_terug(request, ""),
        **(context or {}),
    }
    return render(request, sjabloon, gegevens, status=422 if formulier.errors else 200)
