"""Who fits a job and why, and the best jobs for one person. Who can grow into it is in `views_groeien.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen
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
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.afwegen import (
    draag_niet_voor,
    laatste_afwegingen,
    leerstappen,
    maak_voorbereiding,
)
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.forms import (
    Kandidatenfilter,
    Persoonlijkformulier,
    Voorselectieformulier,
    Zoekmensformulier,
)
from werklandschap.werkgever.werving.grafiek import competentiebalken, verdeling
from werklandschap.werkgever.werving.haken_uit import Stand, voorselectie, zeiden_nee
from werklandschap.werkgever.werving.models import Groeiwens, Overleg
from werklandschap.werkgever.werving.open_hiring import open_lijst
from werklandschap.werkgever.werving.zoekmens import dossier_van, zoek_op_naam

PER_PAGINA = 20


@dataclass(frozen=True)
class Kandidaatrij:
    """A match as the list shows it."""

    match: Match
    rang: int
    url: str
    stand: Stand | None
    niet: str = ""
    leren: Sequence[dict[str, Any]] = ()
    plan: date | None = None

    @property
    def onbekend_tekst(self) -> str:
        """How much must still be asked."""
        aantal = len(self.match.onbekend)
        return ngettext("{n} punt nog uitzoeken", "{n} punten nog uitzoeken", aantal).format(n=aantal)


@require_GET
def kandidaten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Who fits, best at the start first, line by line; what is unknown stands beside it."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    if open_lijst(profiel) is not None:
        return redirect("werkgever_werving:open_hiring", profiel.pk)
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
        "rijen": kandidaatrijen(
            uitslag.matches, standen, gebruiker, van, laatste_afwegingen(profiel, gebruiker.gemeente_id)
        ),
        "pagina": _pagina(uitslag.gevonden, request),
        "verdeling": verdeling(uitslag.verdeling) if uitslag.passend else None,
        "past_vanaf": zoeken.PAST_VANAF,
        "mag_voorselecteren": voorselectie.kan and rules.mag_voorselecteren(gebruiker, profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/kandidaten.html", context)


def _mag_afzien(profiel: Werkprofiel, match: Match, gebruiker: Gebruiker) -> bool:
    """Nothing was decided about this person yet, and this colleague may."""
    mag = voorselectie.kan and rules.mag_voorselecteren(gebruiker, profiel)
    return mag and match.dossier.werkzoekende_id not in voorselectie.standen(profiel, gebruiker)


def overleggen_over(profiel: Werkprofiel, gebruiker: Gebruiker) -> list[Overleg]:
    """Meetings to come that speak about this job."""
    return list(Overleg.objects.voor(gebruiker).filter(werkprofielen=profiel, afgerond_op__isnull=True)[:5])


def _paginanummer(request: HttpRequest) -> int:
    tekst = request.GET.get("pagina", "1")
    return max(1, int(tekst)) if tekst.isdigit() and len(tekst) < 6 else 1


def _pagina(aantal: int, request: HttpRequest) -> Page[Any]:
    return Paginator(range(aantal), PER_PAGINA).get_page(_paginanummer(request))


def kandidaatrijen(
    matches: list[Match],
    standen: dict[Any, Stand],
    gebruiker: Gebruiker,
    van: int,
    afwegingen: dict[Any, str],
    hard: dict[str, str] | None = None,
) -> list[Kandidaatrij]:
    """Matches as the list shows them; with `hard` {code: name} also what is to be learned."""
    return [
        Kandidaatrij(
            match=match,
            rang=van + plaats,
            url=_kandidaaturl(match, gebruiker),
            stand=standen.get(match.dossier.werkzoekende_id),
            niet=afwegingen.get(match.dossier.werkzoekende_id, ""),
            leren=leerstappen(match.uitslag, hard) if hard else (),
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
def uitleg(request: HttpRequest, nummer: int, dossier: int) -> HttpResponse:
    """Why one person of the list fits, line by line, and the way to say no: a page, or what unfolds in the list."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    if open_lijst(profiel) is not None:
        return redirect("werkgever_werving:open_hiring", profiel.pk)
    gebruiker = gebruiker_van(request)
    match = zoeken.zoek_een(werkprofiel=profiel, dossier=dossier, door=gebruiker)
    if match is None:
        raise Http404
    lijst = reverse("werkgever_werving:kandidaten", args=[profiel.pk])
    context = {
        "match": match,
        # Headings go on from the person in the list, or from the title of the page.
        "kop": 4 if request.headers.get("HX-Request") else 2,
        "grafiek": competentiebalken(match),
        "mag_afzien": _mag_afzien(profiel, match, gebruiker),
        "redenen_niet": redenen_niet(),
        "overleggen": overleggen_over(profiel, gebruiker),
        "terug": f"{request.htmx.current_url_abs_path or lijst}#kandidaat-{dossier}",  # type: ignore[attr-defined]
        "werkprofiel": profiel,
    }
    if request.headers.get("HX-Request"):
        return render(request, "werkgever_werving/_uitleg_met_keuze.html", context)
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/uitleg.html", context)


@require_POST
def voorselecteren(request: HttpRequest, nummer: int) -> HttpResponse:
    """Put somebody on the list for this profile; back in the list at the same place."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voorselecteren(gebruiker, profiel))
    if open_lijst(profiel) is not None:
        messages.error(request, _("Bij open hiring telt alleen de volgorde van aanmelden."))
        return redirect("werkgever_werving:open_hiring", profiel.pk)
    formulier = Voorselectieformulier(request.POST)
    if not formulier.is_valid():
        raise Http404
    dossier = dossier_van(gebruiker, str(formulier.cleaned_data["dossier"]))
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


@require_POST
def niet_voordragen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record why somebody is not presented."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    dossier = dossier_van(gebruiker, request.POST.get("dossier", ""))
    try:
        draag_niet_voor(
            dossier=dossier,
            werkprofiel=profiel,
            reden=request.POST.get("reden", ""),
            toelichting=request.POST.get("toelichting", ""),
            door=gebruiker,
        )
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("De reden is bewaard."))
    return _terug(request, profiel)


@require_POST
def voorbereiden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Make the plan that closes the gap."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    dossier = dossier_van(gebruiker, request.POST.get("dossier", ""))
    try:
        maak_voorbereiding(dossier=dossier, werkprofiel=profiel, door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
    else:
        messages.success(request, _("Het plan staat in het dossier. De klantmanager bespreekt het met de kandidaat."))
    return _terug(request, profiel)


@require_http_methods(["GET", "POST"])
def persoonlijk(request: HttpRequest, nummer: int) -> HttpResponse:
    """A personal match: somebody the professional knows, also outside the ranking, with a reason."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voorselecteren(gebruiker, profiel))
    if open_lijst(profiel) is not None:
        return redirect("werkgever_werving:open_hiring", profiel.pk)
    formulier = Persoonlijkformulier(request.POST or None)
    zoeker = Zoekmensformulier(request.GET or None)
    if request.method == "POST" and formulier.is_valid() and voorselectie.kan:
        dossier = dossier_van(gebruiker, str(formulier.cleaned_data["dossier"]))
        uitslag = zoeken.score_nu(werkprofiel=profiel, werkzoekende=dossier.werkzoekende, door=gebruiker)
        with fouten_op(formulier):
            voorselectie.voer_uit(
                dossier=dossier,
                werkprofiel=profiel,
                door=gebruiker,
                reden=formulier.cleaned_data["reden"],
                score_nu=uitslag.nu if uitslag else 0,
                score_straks=uitslag.straks if uitslag else 0,
            )
            naam = dossier.werkzoekende.naam
            messages.success(request, _("{naam} is gekozen. Vraag nu of hij of zij dit wil.").format(naam=naam))
            return redirect("werkgever_werving:kandidaten", profiel.pk)
    vraag = zoeker.cleaned_data["q"] if zoeker.is_valid() else ""
    gevonden = zoek_op_naam(profiel, vraag, gebruiker)
    standen = voorselectie.standen(profiel, gebruiker)
    context = {
        "filter": zoeker,
        "vraag": vraag,
        "formulier": formulier,
        "rijen": [(g, standen.get(g.dossier.werkzoekende_id)) for g in gevonden],
        "mag_voorselecteren": voorselectie.kan,
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/persoonlijk.html", context)


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
    lees_samen(
        [
            Meelezen(dossier, "voorbereidingen", mee={"werkprofiel": ()}),
            Meelezen(
                dossier, "groeiwensen", Groeiwens.objects.zonder_antwoord(), {"werkprofiel": ()}, naar="groeivragen"
            ),
        ]
    )
    rijen = [
        {
            "match": match,
            "rang": rang,
            "stand": standen.get(match.werkprofiel.pk),
            "mag": voorselectie.kan and rules.mag_voorselecteren(gebruiker, match.werkprofiel),
        }
        for rang, match in enumerate(matches, 1)
    ]
    context = {
        "rijen": rijen,
        "voorbereidingen": dossier.voorbereidingen.all(),
        "groeivragen": dossier.groeivragen,  # type: ignore[attr-defined]
        "mag_antwoorden": gebruiker.heeft(Recht.VOORDRAGEN),
    }
    return toon_dossierpagina(request, dossier, "werkgever_werving/dossier_werk.html", context)
