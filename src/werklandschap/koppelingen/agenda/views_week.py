"""The week of one colleague, or of a team, on a page."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.agenda.team import afspraken_met_naam, mag_alles_weten, teams_in_beeld, week_van_team
from werklandschap.koppelingen.agenda.week import collegas_in_beeld, maandag_van, week_van


@require_GET
def week(request: HttpRequest) -> HttpResponse:
    """My week, or with `?wie=` that of a colleague; `?dag=` chooses the week."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_medewerker:
        raise PermissionDenied
    collegas = list(collegas_in_beeld(gebruiker).select_related("vervanger"))
    gevraagd = request.GET.get("wie", "")
    wie = gebruiker
    if gevraagd.isdigit() and int(gevraagd) != gebruiker.pk:
        wie = get_object_or_404(collegas_in_beeld(gebruiker), pk=int(gevraagd[:15]))
    maandag = maandag_van(_dag(request.GET.get("dag", "")))
    met_namen = mag_alles_weten(gebruiker, wie)
    context = {
        "wie": wie,
        "is_eigen": wie.pk == gebruiker.pk,
        "dagen": week_van(gebruiker, wie, maandag),
        "maandag": maandag,
        "vorige": maandag - timedelta(days=7),
        "volgende": maandag + timedelta(days=7),
        "weeknummer": maandag.isocalendar().week,
        "collegas": [(collega, collega.wordt_vervangen_door(gebruiker)) for collega in collegas],
        "met_namen": met_namen,
        # Of a colleague one sees that there is something; with whom only of one's own people.
        "bekend": set() if met_namen else afspraken_met_naam(gebruiker, wie, maandag),
    }
    return render(request, "agenda/week.html", context)


@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """The week of a whole team, the own unless `?team=` says another; `?dag=` chooses the week."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_medewerker:
        raise PermissionDenied
    teams = teams_in_beeld(gebruiker)
    gevraagd = request.GET.get("team", "")
    gekozen = next((t for t in teams if str(t.pk) == gevraagd), None)
    if gevraagd and gekozen is None:
        raise Http404
    if gekozen is None:
        gekozen = next((t for t in teams if t.pk == gebruiker.team_id), teams[0] if teams else None)
    maandag = maandag_van(_dag(request.GET.get("dag", "")))
    context = {
        "teams": teams,
        "team": gekozen,
        "rijen": week_van_team(gebruiker, gekozen, maandag) if gekozen else [],
        "maandag": maandag,
        "vorige": maandag - timedelta(days=7),
        "volgende": maandag + timedelta(days=7),
        "weeknummer": maandag.isocalendar().week,
        "vandaag": timezone.localdate(),
    }
    return render(request, "agenda/team.html", context)


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return timezone.localdate()
