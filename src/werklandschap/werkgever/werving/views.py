"""Who fits a job and why; who can grow into it; and the best jobs for one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.werkprofielpagina import (
    gebruiker_van,
    toon_werkprofielpagina,
    werkprofiel_van_verzoek,
)
from werklandschap.kern.profielen.zoeken import Filters, Match
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.grafieken import Grafiek
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.forms import Kandidatenfilter, Voorselectieformulier
from werklandschap.werkgever.werving.grafiek import competentiebalken, verdeling
from werklandschap.werkgever.werving.haken_uit import Stand, voorselectie, zeiden_nee

PER_PAGINA = 25


@dataclass(frozen=True)
class Kandidaatrij:
    """A match as the list shows it."""

    match: Match
    rang: int
    grafiek: Grafiek | None
    url: str
    stand: Stand | None


@require_GET
def kandidaten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who fits, best at the start first, line by line; what is unknown stands beside it."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    standen = voorselectie.standen(profiel, gebruiker)
    filter_ = Kandidatenfilter(request.GET or None)
    keuze = filter_.cleaned_data if filter_.is_valid() else {}
    filters = Filters(
        max_km=keuze.get("max_km"),
        alleen_bekend=keuze.get("onbekend") == "verberg",
        zonder=frozenset(zeiden_nee(standen)) if keuze.get("nee") == "verberg" else frozenset(),
    )
    van = PER_PAGINA * (_paginanummer(request) - 1)
    uitslag = zoeken.zoek_kandidaten(werkprofiel=profiel, door=gebruiker, top=PER_PAGINA, van=van, filters=filters)
    context = {
        "filter": filter_,
        "uitslag": uitslag,
        "rijen": _rijen(uitslag.matches, standen, gebruiker, van),
        "pagina": _pagina(uitslag.gevonden, request),
        "verdeling": verdeling(uitslag.verdeling) if uitslag.passend else None,
        "past_vanaf": zoeken.PAST_VANAF,
        "mag_voorselecteren": voorselectie.kan and rules.mag_voorselecteren(gebruiker, profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/kandidaten.html", context)


def _paginanummer(request: HttpRequest) -> int:
    tekst = request.GET.get("pagina", "1")
    return max(1, int(tekst)) if tekst.isdigit() and len(tekst) < 6 else 1


def _pagina(aantal: int, request: HttpRequest) -> Page[Any]:
    return Paginator(range(aantal), PER_PAGINA).get_page(_paginanummer(request))


def _rijen(matches: list[Match], standen: dict[Any, Stand], gebruiker: Gebruiker, van: int) -> list[Kandidaatrij]:
    return [
        Kandidaatrij(
            match=match,
            rang=van + plaats,
            grafiek=competentiebalken(match),
            url=_kandidaaturl(match, gebruiker),
            stand=standen.get(match.dossier.werkzoekende_id),
        )
        for plaats, match in enumerate(matches, 1)
    ]


def _kandidaaturl(match: Match, gebruiker: Gebruiker) -> str:
    """The competence profile; without such a page the dossier, for who may open dossiers."""
    try:
        return reverse("profielen:kandidaat", args=[match.dossier.werkzoekende_id])
    except NoReverseMatch:
        mag = gebruiker.heeft(Recht.DOSSIERS_LEZEN)
        return reverse("dossiers:dossier", args=[match.dossier.pk]) if mag else ""


@require_GET
def groeien(request: HttpRequest, nummer: int) -> HttpResponse:
    """People who miss only hard competences that they can learn before the start."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    matches, aantal = zoeken.zoek_groeiers(werkprofiel=profiel, door=gebruiker, top=PER_PAGINA)
    context = {
        "rijen": _rijen(matches, voorselectie.standen(profiel, gebruiker), gebruiker, 0),
        "aantal": aantal,
        "getoond": len(matches),
        "mag_voorselecteren": voorselectie.kan and rules.mag_voorselecteren(gebruiker, profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/groeien.html", context)


@require_POST
def voorselecteren(request: HttpRequest, nummer: int) -> HttpResponse:
    """Put somebody on the list for this profile; back in the list at the same place."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voorselecteren(gebruiker, profiel))
    formulier = Voorselectieformulier(request.POST)
    if not formulier.is_valid():
        raise Http404
    dossier = _dossier(gebruiker, formulier.cleaned_data["dossier"])
    uitslag = zoeken.score_nu(werkprofiel=profiel, werkzoekende=dossier.werkzoekende, door=gebruiker)
    try:
        voorselectie.voer_uit(
            dossier=dossier,
            werkprofiel=profiel,
            door=gebruiker,
            reden=formulier.cleaned_data["reden"],
            score_nu=uitslag.nu if uitslag else 0,
            score_straks=uitslag.straks if uitslag else 0,
        )
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        naam = dossier.werkzoekende.naam
        messages.success(request, _("{naam} is voorgeselecteerd. Vraag nu of hij of zij dit wil.").format(naam=naam))
    return _terug(request, profiel)


def _dossier(gebruiker: Gebruiker, nummer: int) -> Dossier:
    """The open dossier of somebody of the own municipality; who matches need not see dossiers themselves."""
    rijen = Dossier.objects.lopend().select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
    dossier = rijen.filter(pk=nummer, gemeente=gebruiker.gemeente_id).first()
    if dossier is None:
        raise Http404
    return dossier


def _terug(request: HttpRequest, profiel: Werkprofiel) -> HttpResponseRedirect:
    doel = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(doel if veilig else reverse("werkgever_werving:kandidaten", args=[profiel.pk]))


@require_GET
def dossier_werk(request: HttpRequest, nummer: int) -> HttpResponse:
    """The best jobs for one person, with the same explanation."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="werk dat past")
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_werk_zien(gebruiker, dossier))
    matches = zoeken.zoek_werkprofielen(werkzoekende=dossier.werkzoekende, door=gebruiker, top=PER_PAGINA)
    standen = voorselectie.standen_van(dossier, gebruiker)
    rijen = [
        {
            "match": match,
            "rang": rang,
            "grafiek": competentiebalken(match),
            "stand": standen.get(match.werkprofiel.pk),
            "mag": voorselectie.kan and rules.mag_voorselecteren(gebruiker, match.werkprofiel),
        }
        for rang, match in enumerate(matches, 1)
    ]
    return toon_dossierpagina(request, dossier, "werkgever_werving/dossier_werk.html", {"rijen": rijen})
