"""Pages of speed dates: the list, one event, wishes, the schedule, the day itself and the papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling import rules, speeddate_queries, speeddates
from werklandschap.samen.bemiddeling.forms_speeddate import (
    Kandidaaterbij,
    Speeddateformulier,
    Wensenformulier,
    Werkgevererbij,
)
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddateafspraak
from werklandschap.samen.bemiddeling.pagina import gebruiker_van
from werklandschap.samen.bemiddeling.speeddate_papier import SOORTEN, papier
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster, zoekstand
from werklandschap.samen.bemiddeling.speeddate_rooster import Roosteruitslag
from werklandschap.samen.bemiddeling.speeddate_wensen import zet_bedrijfswensen, zet_wensen

VELDEN = speeddates.VELDEN


def _van(request: HttpRequest, nummer: int) -> Speeddate:
    """The event of the own municipality; another one looks like nothing."""
    return get_object_or_404(Speeddate.objects.voor(gebruiker_van(request)).select_related("gemeente"), pk=nummer)


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All events."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.KANDIDATEN_ZIEN))
    rijen = list(speeddate_queries.alle_speeddates(gebruiker)[:100])
    context = {"speeddates": rijen, "mag_maken": gebruiker.heeft(Recht.VOORDRAGEN)}
    return render(request, "samen_bemiddeling/speeddates.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Make an event."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.VOORDRAGEN))
    return _formulier(
        request,
        Speeddateformulier(request.POST or None),
        titel=_("Nieuwe speeddates"),
        knop=_("Maak de speeddates"),
        terug=reverse("samen_bemiddeling:speeddates"),
        doe=lambda velden: speeddates.maak_speeddate(door=gebruiker, **{naam: velden[naam] for naam in VELDEN}),
        naar=lambda rij: reverse("samen_bemiddeling:speeddate", args=[rij.pk]),
    )


@require_http_methods(["GET", "POST"])
def bewerken(request: HttpRequest, nummer: int) -> HttpResponse:
    """Change an event."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    vereis(rules.mag_speeddate_bewerken(gebruiker, rij))
    begin = {naam: getattr(rij, naam) for naam in (*VELDEN, "versie")}
    hier = reverse("samen_bemiddeling:speeddate", args=[rij.pk])
    return _formulier(
        request,
        Speeddateformulier(request.POST or None, initial=begin),
        titel=_("Pas de speeddates aan"),
        knop=_("Bewaar"),
        terug=hier,
        doe=lambda velden: speeddates.wijzig_speeddate(
            speeddate=rij, door=gebruiker, versie=velden["versie"], **{naam: velden[naam] for naam in VELDEN}
        ),
        naar=lambda _rij: hier,
    )


def _formulier(
    request: HttpRequest,
    formulier: Basisformulier,
    *,
    titel: str,
    knop: str,
    terug: str,
    doe: Callable[[dict[str, Any]], Any],
    naar: Callable[[Any], str],
) -> HttpResponse:
    """A form on its own page; what the action refuses stands at its field."""
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = doe(formulier.cleaned_data)
            messages.success(request, _("Bewaard."))
            return redirect(naar(rij))
    context = {"formulier": formulier, "titel": titel, "uitleg": "", "knop": knop, "terug_url": terug}
    return render(request, "samen_bemiddeling/los_formulier.html", context, status=422 if formulier.errors else 200)


@require_GET
def een(request: HttpRequest, nummer: int) -> HttpResponse:
    """One event: who comes, the schedule with its proof, and what can be done now."""
    return _toon(request, _van(request, nummer))


def _toon(request: HttpRequest, rij: Speeddate, **formulieren: Basisformulier) -> HttpResponse:
    gebruiker = gebruiker_van(request)
    open_ = rij.status != Speeddate.Status.AFGEROND
    mag = open_ and rules.mag_speeddate_bewerken(gebruiker, rij)
    afspraken = list(speeddate_queries.afspraken_van(rij))
    context = {
        "speeddate": rij,
        "werkgevers": list(rij.werkgevers.select_related("werkprofiel__werkgever")),
        "kandidaten": list(rij.kandidaten.select_related("dossier__werkzoekende", "toestemming")),
        "rondes": speeddate_queries.per_ronde(rij, afspraken) if afspraken else [],
        "aantal_afspraken": len(afspraken),
        "mag_bewerken": mag,
        "zoekstand": zoekstand(rij),
        "papieren": [(soort, titel) for soort, (titel, _maak) in SOORTEN.items()] if afspraken else [],
        "werkgeverformulier": Werkgevererbij(gebruiker=gebruiker) if mag else None,
        "kandidaatformulier": Kandidaaterbij(gebruiker=gebruiker, speeddate=rij) if mag else None,
        **formulieren,
    }
    status = 422 if any(f.errors for f in formulieren.values()) else 200
    return render(request, "samen_bemiddeling/speeddate.html", context, status=status)


@require_POST
def werkgever_erbij(request: HttpRequest, nummer: int) -> HttpResponse:
    """An employer comes."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    formulier = Werkgevererbij(request.POST, gebruiker=gebruiker)
    if not formulier.is_valid():
        return _toon(request, rij, werkgeverformulier=formulier)
    return _doe(
        request,
        rij,
        lambda: speeddates.voeg_werkgever_toe(speeddate=rij, door=gebruiker, **formulier.cleaned_data),
    )


@require_POST
def werkgever_af(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """An employer does not come."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    werkgever = get_object_or_404(rij.werkgevers, pk=sleutel)
    return _doe(request, rij, lambda: speeddates.meld_werkgever_af(werkgever=werkgever, door=gebruiker))


@require_POST
def kandidaat_erbij(request: HttpRequest, nummer: int) -> HttpResponse:
    """Invite somebody."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    formulier = Kandidaaterbij(request.POST, gebruiker=gebruiker, speeddate=rij)
    if not formulier.is_valid():
        return _toon(request, rij, kandidaatformulier=formulier)
    dossier = formulier.cleaned_data["dossier"]
    return _doe(request, rij, lambda: speeddates.nodig_uit(speeddate=rij, dossier=dossier, door=gebruiker))


@require_POST
def komst(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """The person comes, or does not."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    kandidaat = get_object_or_404(rij.kandidaten.select_related("toestemming", "speeddate"), pk=sleutel)
    komt = request.POST.get("komt") == "ja"
    return _doe(
        request,
        rij,
        lambda: speeddates.leg_komst_vast(kandidaat=kandidaat, komt=komt, hoe="gesprek", door=gebruiker),
    )


@require_http_methods(["GET", "POST"])
def wensen(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Who this person likes to meet."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    vereis(rules.mag_speeddate_bewerken(gebruiker, rij))
    kandidaat = get_object_or_404(rij.kandidaten.select_related("dossier__werkzoekende", "speeddate"), pk=sleutel)
    formulier = Wensenformulier(
        request.POST or None,
        initial={"grens": kandidaat.grens, "vanaf_ronde": kandidaat.vanaf_ronde},
        voorkeuren=speeddate_queries.voorkeuren_van(kandidaat),
        kant="kandidaat",
        voor_collega=True,
    )
    return _wensenpagina(
        request,
        rij,
        formulier,
        kandidaat.dossier.werkzoekende.naam,
        lambda velden: zet_wensen(
            kandidaat=kandidaat,
            wensen=formulier.wensen(),
            grens=velden["grens"],
            vanaf_ronde=velden["vanaf_ronde"],
            door=gebruiker,
        ),
    )


@require_http_methods(["GET", "POST"])
def bedrijfswensen(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Who this employer likes to meet, as a colleague heard it."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    vereis(rules.mag_speeddate_bewerken(gebruiker, rij))
    werkgever = get_object_or_404(rij.werkgevers.select_related("werkprofiel__werkgever", "speeddate"), pk=sleutel)
    voorkeuren = speeddate_queries.voorkeuren_bij(werkgever, alleen_bekend=False)
    formulier = Wensenformulier(request.POST or None, voorkeuren=voorkeuren, kant="werkgever", voor_collega=True)
    return _wensenpagina(
        request,
        rij,
        formulier,
        werkgever.werkprofiel.werkgever.naam,
        lambda _velden: zet_bedrijfswensen(werkgever=werkgever, wensen=formulier.wensen(), door=gebruiker),
    )


def _wensenpagina(
    request: HttpRequest, rij: Speeddate, formulier: Wensenformulier, naam: str, doe: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    hier = reverse("samen_bemiddeling:speeddate", args=[rij.pk])
    return _formulier(
        request,
        formulier,
        titel=_("Wensen van {naam}").format(naam=naam),
        knop=_("Bewaar de wensen"),
        terug=hier,
        doe=doe,
        naar=lambda _rij: hier,
    )


@require_POST
def rooster(request: HttpRequest, nummer: int) -> HttpResponse:
    """Make the schedule, or make it again; a long search goes on in the queue."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    had = rij.status == Speeddate.Status.GEPLAND
    try:
        uitslag = maak_rooster(speeddate=rij, door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        if uitslag is not None:
            messages.success(request, _wat_er_kwam(uitslag, had))
    return redirect("samen_bemiddeling:speeddate", nummer=rij.pk)


def _wat_er_kwam(uitslag: Roosteruitslag, had: bool) -> str:
    tekst = ngettext("{aantal} gesprek gepland.", "{aantal} gesprekken gepland.", uitslag.afspraken)
    delen = [tekst.format(aantal=uitslag.afspraken)]
    if had:
        delen.append(
            _("{blijft} blijven zoals ze waren, {anders} zijn anders of vervallen.").format(
                blijft=uitslag.blijft, anders=uitslag.anders
            )
        )
    if uitslag.bewezen:
        delen.append(_("Bewezen: geen rooster is beter."))
    else:
        delen.append(_("Er was niet genoeg tijd om te bewijzen dat geen rooster beter is."))
    return " ".join(delen)


@require_GET
def dag(request: HttpRequest, nummer: int) -> HttpResponse:
    """The day itself: who is there, the round that is on, and what both sides say."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    vereis(rules.mag_speeddate_bijhouden(gebruiker, rij))
    afspraken = list(speeddate_queries.afspraken_van(rij))
    rondes = speeddate_queries.per_ronde(rij, afspraken)
    nu = max(1, rij.ronde_nu)
    gekozen = request.GET.get("ronde", "")
    toon = int(gekozen) if gekozen.isdecimal() and 1 <= int(gekozen) <= rij.rondes else nu
    basis = reverse("samen_bemiddeling:speeddate_dag", args=[rij.pk])
    context = {
        "speeddate": rij,
        "ronde": rondes[toon - 1],
        "kandidaten": list(
            rij.kandidaten.exclude(status__in=["uitgenodigd", "afgemeld"]).select_related("dossier__werkzoekende")
        ),
        "tabregels": [(f"{basis}?ronde={r.nummer}", str(r.nummer), r.nummer == toon) for r in rondes],
        "antwoorden": Speeddateafspraak.Antwoord.choices,
        "open": rij.status != Speeddate.Status.AFGEROND,
        "mag_afronden": rules.mag_speeddate_bewerken(gebruiker, rij),
    }
    return render(request, "samen_bemiddeling/speeddate_dag.html", context)


@require_POST
def aanwezig(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Present or not."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    kandidaat = get_object_or_404(rij.kandidaten.select_related("speeddate"), pk=sleutel)
    is_er = request.POST.get("aanwezig") == "ja"
    return _doe(
        request, rij, lambda: speeddates.zet_aanwezig(kandidaat=kandidaat, aanwezig=is_er, door=gebruiker), dag_=True
    )


@require_POST
def ronde_begint(request: HttpRequest, nummer: int) -> HttpResponse:
    """This round is on now."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    ronde = _getal(request, "ronde")
    return _doe(request, rij, lambda: speeddates.begin_ronde(speeddate=rij, ronde=ronde, door=gebruiker), dag_=True)


@require_POST
def gesprek(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """What came of one talk."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    afspraak = get_object_or_404(rij.afspraken.select_related("speeddate"), pk=sleutel)
    velden: dict[str, Any] = {n: request.POST[n] for n in ("zegt_kandidaat", "zegt_werkgever") if n in request.POST}
    if "gesproken" in request.POST:
        velden["gesproken"] = request.POST["gesproken"] == "ja"
    return _doe(
        request, rij, lambda: speeddates.leg_gesprek_vast(afspraak=afspraak, door=gebruiker, **velden), dag_=True
    )


@require_POST
def afronden(request: HttpRequest, nummer: int) -> HttpResponse:
    """The day is over."""
    gebruiker, rij = gebruiker_van(request), _van(request, nummer)
    return _doe(request, rij, lambda: speeddates.rond_af(speeddate=rij, door=gebruiker))


@require_GET
def papieren(request: HttpRequest, nummer: int, soort: str) -> HttpResponse:
    """The schedule on paper: per person, per table or per room."""
    rij = _van(request, nummer)
    if soort not in SOORTEN:
        raise Http404
    antwoord = HttpResponse(papier(rij, soort), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="speeddate-{rij.pk}-{soort}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def _doe(request: HttpRequest, rij: Speeddate, doe: Callable[[], object], dag_: bool = False) -> HttpResponse:
    """Do it, say what was refused, and go back to where the button was."""
    try:
        doe()
    except Invoerfout as fout:
        messages.error(request, str(fout))
    if not dag_:
        return redirect("samen_bemiddeling:speeddate", nummer=rij.pk)
    ronde = request.POST.get("toon", "")
    adres = reverse("samen_bemiddeling:speeddate_dag", args=[rij.pk])
    return redirect(f"{adres}?ronde={ronde}" if ronde.isdecimal() else adres)


def _getal(request: HttpRequest, naam: str) -> int:
    waarde = request.POST.get(naam, "")
    if not waarde.isdecimal():
        raise Http404
    return int(waarde)
