"""Speed dates on the own page: the wishes before, the talks with their time and table, and yes, maybe or no after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.portaal.toegang import eigen_bedrijf, gebruiker_met
from werklandschap.portaal.views_mijn import van
from werklandschap.samen.bemiddeling import speeddate_queries
from werklandschap.samen.bemiddeling.forms_speeddate import Wensenformulier
from werklandschap.samen.bemiddeling.models import (
    Speeddate,
    Speeddateafspraak,
    Speeddatekandidaat,
    Speeddatewerkgever,
)
from werklandschap.samen.bemiddeling.speeddate_wensen import zet_bedrijfswensen, zet_wensen
from werklandschap.samen.bemiddeling.speeddates import zeg_na_gesprek


def _kandidaat(request: HttpRequest, sleutel: int) -> tuple[Gebruiker, Speeddatekandidaat]:
    gebruiker, dossier = van(request)
    kandidaat = speeddate_queries.van_kandidaat(dossier, sleutel)
    if kandidaat is None:
        raise Http404
    return gebruiker, kandidaat


def _werkgever(request: HttpRequest, sleutel: int) -> tuple[Gebruiker, Speeddatewerkgever]:
    gebruiker = gebruiker_met(request, Recht.BEDRIJF)
    bedrijf = eigen_bedrijf(gebruiker)
    if bedrijf is None:
        raise Http404
    return gebruiker, get_object_or_404(speeddate_queries.van_bedrijf(bedrijf), pk=sleutel)


@require_http_methods(["GET", "POST"])
def mijn_speeddate(request: HttpRequest, sleutel: int) -> HttpResponse:
    """A resident at an event; `sleutel` is the number of the event."""
    gebruiker, kandidaat = _kandidaat(request, sleutel)
    voorkeuren = speeddate_queries.voorkeuren_van(kandidaat)
    formulier = Wensenformulier(
        request.POST or None,
        initial={"grens": kandidaat.grens},
        voorkeuren=voorkeuren,
        kant="kandidaat",
        voor_collega=False,
    )

    def bewaar(velden: dict[str, Any]) -> None:
        zet_wensen(
            kandidaat=kandidaat,
            wensen=formulier.wensen(),
            grens=velden["grens"],
            vanaf_ronde=kandidaat.vanaf_ronde,
            door=gebruiker,
        )

    gesprekken = speeddate_queries.gesprekken_van(kandidaat)
    context = {"kant": "mijn", "gesprekken": gesprekken, "is_gevraagd": kandidaat.status == "uitgenodigd"}
    return _pagina(request, kandidaat.speeddate, sleutel, formulier, bewaar, context)


@require_http_methods(["GET", "POST"])
def bedrijf_speeddate(request: HttpRequest, sleutel: int) -> HttpResponse:
    """An employer at an event, for one job; `sleutel` is the number of that row."""
    gebruiker, werkgever = _werkgever(request, sleutel)
    voorkeuren = speeddate_queries.voorkeuren_bij(werkgever, alleen_bekend=True)
    formulier = Wensenformulier(request.POST or None, voorkeuren=voorkeuren, kant="werkgever", voor_collega=False)

    def bewaar(_velden: dict[str, Any]) -> None:
        zet_bedrijfswensen(werkgever=werkgever, wensen=formulier.wensen(), door=gebruiker)

    context = {"kant": "bedrijf", "werkgever": werkgever, "gesprekken": speeddate_queries.gesprekken_bij(werkgever)}
    return _pagina(request, werkgever.speeddate, sleutel, formulier, bewaar, context)


def _pagina(
    request: HttpRequest,
    speeddate: Speeddate,
    sleutel: int,
    formulier: Wensenformulier,
    bewaar: Callable[[dict[str, Any]], None],
    context: dict[str, Any],
) -> HttpResponse:
    mag_wensen = not speeddate.is_begonnen(1) and speeddate.status != Speeddate.Status.AFGEROND
    if request.method == "POST" and not mag_wensen:
        raise Http404
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            bewaar(formulier.cleaned_data)
            messages.success(request, _("Uw wensen staan erin. Dank u wel."))
            return redirect(request.path)
    gegevens = {
        "speeddate": speeddate,
        "sleutel": sleutel,
        "formulier": formulier if mag_wensen and formulier.voorkeuren else None,
        "antwoorden": Speeddateafspraak.Antwoord.choices,
        "open": speeddate.status != Speeddate.Status.AFGEROND,
        **context,
    }
    return render(request, "portaal/speeddate.html", gegevens, status=422 if formulier.errors else 200)


@require_POST
def mijn_antwoord(request: HttpRequest, sleutel: int, afspraak: int) -> HttpResponse:
    """Yes, maybe or no by the resident."""
    gebruiker, kandidaat = _kandidaat(request, sleutel)
    return _antwoord(request, gebruiker, get_object_or_404(kandidaat.afspraken, pk=afspraak), "mijn", sleutel)


@require_POST
def bedrijf_antwoord(request: HttpRequest, sleutel: int, afspraak: int) -> HttpResponse:
    """Yes, maybe or no by the employer."""
    gebruiker, werkgever = _werkgever(request, sleutel)
    return _antwoord(request, gebruiker, get_object_or_404(werkgever.afspraken, pk=afspraak), "bedrijf", sleutel)


def _antwoord(
    request: HttpRequest, gebruiker: Gebruiker, afspraak: Speeddateafspraak, kant: str, sleutel: int
) -> HttpResponse:
    try:
        zeg_na_gesprek(afspraak=afspraak, antwoord=request.POST.get("antwoord", ""), door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("Uw antwoord staat erin. Alleen de gemeente leest het."))
    return redirect(f"portaal:{kant}_speeddate", sleutel=sleutel)
