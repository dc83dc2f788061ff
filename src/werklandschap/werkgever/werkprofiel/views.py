"""Job profiles: the list, a new one from a text or an occupation, what it asks, opening and closing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.competenties.models import Competentie
from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.profielen.werkprofielpagina import (
    STATUSBADGE,
    gebruiker_van,
    toon_werkprofielpagina,
    werkprofiel_van_verzoek,
)
from werklandschap.kern.relaties.pagina import toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.werkgever.werkprofiel import actions, queries, rules
from werklandschap.werkgever.werkprofiel.convenant import convenantgegevens
from werklandschap.werkgever.werkprofiel.eisen import Eisen, zonder_elke_harde_eis
from werklandschap.werkgever.werkprofiel.eisenformulier import Eisenformulier
from werklandschap.werkgever.werkprofiel.forms import (
    Adviesformulier,
    Bewerkformulier,
    Filterformulier,
    Nieuwformulier,
    Openformulier,
    Sluitformulier,
)
from werklandschap.werkgever.werkprofiel.herkennen import voorstellen_voor

PER_PAGINA = 25
# Fewer well-fitting people than this per place: we say so and ask what to advise.
RUIM_GENOEG = 3


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All profiles of the region, with filters."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    filter_ = Filterformulier(request.GET or {"status": "open"})
    wens = queries.Zoekwens(**filter_.cleaned_data) if filter_.is_valid() else queries.Zoekwens()
    rijen = queries.zoek(gebruiker, wens).order_by("start", "pk")
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "filter": filter_, "rijen": _rijen(pagina.object_list)}
    return render(request, "werkgever_werkprofiel/lijst.html", context)


def _rijen(profielen: Any) -> list[tuple[Werkprofiel, str]]:
    return [(profiel, STATUSBADGE[profiel.status]) for profiel in profielen]


@require_GET
def bij_werkgever(request: HttpRequest, nummer: int) -> HttpResponse:
    """The profiles of one employer, all of them."""
    werkgever = werkgever_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    rijen = queries.zoek(gebruiker, queries.Zoekwens(werkgever=werkgever)).order_by("-start", "pk")
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "pagina": pagina,
        "rijen": _rijen(pagina.object_list),
        "mag_maken": rules.mag_werkprofiel_maken(gebruiker, werkgever),
    }
    return toon_relatiepagina(request, werkgever, "werkgever_werkprofiel/bij_werkgever.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """A new profile; the next page asks to confirm what we read in the text."""
    werkgever = werkgever_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_werkprofiel_maken(gebruiker, werkgever))
    begin = {naam: request.GET[naam][:150] for naam in ("titel", "start", "posities", "reden") if naam in request.GET}
    formulier = Nieuwformulier(request.POST or None, werkgever=werkgever, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            profiel = actions.maak_werkprofiel(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("Het werkprofiel staat klaar als concept. Bevestig nu wat het werk vraagt."))
            return redirect("werkgever_werkprofiel:eisen", profiel.pk)
    return toon_relatiepagina(request, werkgever, "werkgever_werkprofiel/nieuw.html", {"formulier": formulier})


@require_GET
def werkprofiel(request: HttpRequest, nummer: int) -> HttpResponse:
    """One profile: what it asks, how many of our people fit, and the next step."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    cijfers = None
    if gebruiker.heeft(Recht.KANDIDATEN_ZIEN):
        cijfers = zoeken.telling(werkprofiel=naar_werkprofiel(profiel), door=gebruiker)
    context = {
        "cijfers": cijfers,
        "past_vanaf": zoeken.PAST_VANAF,
        "te_weinig": cijfers is not None and cijfers.past_straks < RUIM_GENOEG * profiel.posities,
        "adviesformulier": Adviesformulier(initial={"advies": profiel.niet_passend_advies}),
        "adviestekst": actions.ADVIEZEN.get(profiel.niet_passend_advies, ""),
        "sluitformulier": Sluitformulier(),
        "gegevens": _gegevens(profiel),
        "eisrijen": [
            [eis.competentie.naam, eis.niveau, eis.gewicht, _("hard") if eis.hard else _("wens"), eis.fragment]
            for eis in profiel.eisen.all()
        ],
        "eiskop": [_("Competentie"), _("Niveau"), _("Gewicht"), _("Soort"), _("Uit de tekst")],
        "overige_eisen": _overige_eisen(profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/werkprofiel.html", context)


def _gegevens(profiel: Werkprofiel) -> list[tuple[str, Any]]:
    return [
        (_("Plekken"), profiel.posities),
        (_("Waarom komt deze plek"), profiel.get_reden_display()),
        (_("Waar"), profiel.vestiging or ""),
        (_("Uren per week"), _uren(profiel)),
        (_("Loon"), profiel.loon),
        (_("Contract"), profiel.contract),
        (_("Werkomgeving"), profiel.omgeving),
        (_("Cultuur"), profiel.cultuur),
        (_("Begeleiding op de werkplek"), profiel.begeleiding),
    ]


def _uren(profiel: Werkprofiel) -> str:
    grenzen = {str(uren) for uren in (profiel.uren_min, profiel.uren_max) if uren is not None}
    return _(" tot ").join(sorted(grenzen, key=int))


def _overige_eisen(profiel: Werkprofiel) -> list[str]:
    cefr = ("", "A1", "A2", "B1", "B2", "C1", "C2")
    uit = [naam_van_code(eis.code) for eis in profiel.certificaateisen.all()]
    uit += [f"{naam_van_code(eis.taal)} {cefr[eis.minimum]}" for eis in profiel.taaleisen.all()]
    return uit + [naam_van_code(code) for code, niveau in profiel.omstandigheden.items() if niveau]


@require_http_methods(["GET", "POST"])
def bewerken(request: HttpRequest, nummer: int) -> HttpResponse:
    """Change a profile; who saved first is never overwritten unseen."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    vereis(rules.mag_werkprofiel_bewerken(gebruiker_van(request), profiel))
    formulier = Bewerkformulier(request.POST or None, instance=profiel)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_werkprofiel(
                werkprofiel=Werkprofiel.objects.select_related("gemeente", "werkgever__keten").get(pk=profiel.pk),
                verwacht=formulier.cleaned_data["versie"],
                door=gebruiker_van(request),
                **formulier.velden(),
            )
            messages.success(request, _("Het werkprofiel is bewaard."))
            return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/bewerken.html", {"formulier": formulier})


@require_http_methods(["GET", "POST"])
def eisen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Confirm what the job asks. "Tel opnieuw" counts with what is filled in and saves nothing."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_werkprofiel_bewerken(gebruiker, profiel))
    vast, voorstellen = voorstellen_voor(profiel)
    formulier = Eisenformulier(request.POST or None, vast=vast, voorstellen=voorstellen, versie=profiel.versie)
    if request.method == "POST" and formulier.is_valid() and "tel" not in request.POST:
        with fouten_op(formulier):
            verwacht = formulier.cleaned_data["versie"]
            actions.bevestig_eisen(werkprofiel=profiel, eisen=formulier.eisen(), verwacht=verwacht, door=gebruiker)
            messages.success(request, _("De eisen zijn bewaard."))
            return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)
    context = {
        **_geteld(profiel, formulier.eisen(), gebruiker),
        "formulier": formulier,
        "namen": Competentie.objects.filter(actief=True, bron="eigen").values_list("label", flat=True),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/eisen.html", context)


@require_POST
def tel_eisen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Only the counts, for what is filled in now; saves nothing. Wrong input leaves the counts as they are (204)."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_werkprofiel_bewerken(gebruiker, profiel))
    vast, voorstellen = voorstellen_voor(profiel)
    formulier = Eisenformulier(request.POST, vast=vast, voorstellen=voorstellen, versie=profiel.versie)
    if not formulier.is_valid():
        return HttpResponse(status=204)
    return render(request, "werkgever_werkprofiel/_telling.html", _geteld(profiel, formulier.eisen(), gebruiker))


def _geteld(profiel: Werkprofiel, gekozen: Eisen, gebruiker: Gebruiker) -> dict[str, Any]:
    """How many people stay, and how many without each hard requirement."""
    varianten = zonder_elke_harde_eis(gekozen)
    vragen = [variant.voor_motor(profiel) for _naam, variant in varianten]
    aantallen = zoeken.tel_overblijvers(werkprofielen=vragen, door=gebruiker)
    return {
        "telling": zoeken.telling(werkprofiel=gekozen.voor_motor(profiel), door=gebruiker),
        "zonder": [(naam, aantal) for (naam, _variant), aantal in zip(varianten, aantallen, strict=True)],
    }


@require_http_methods(["GET", "POST"])
def openstellen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Open the profile with agreements on selection, or change them while it is open."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    vereis(rules.mag_werkprofiel_bewerken(gebruiker_van(request), profiel))
    al_open = profiel.status == Werkprofiel.Status.OPEN
    begin = {naam: getattr(profiel, naam) for naam in Openformulier.base_fields} if al_open else None
    formulier = Openformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        bewaar = actions.wijzig_afspraken if al_open else actions.stel_open
        with fouten_op(formulier):
            bewaar(werkprofiel=profiel, door=gebruiker_van(request), **formulier.cleaned_data)
            tekst = _("De afspraken zijn bewaard.") if al_open else _("Het werkprofiel staat open. U kunt nu zoeken.")
            messages.success(request, tekst)
            return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)
    context = {"formulier": formulier, "al_open": al_open}
    return toon_werkprofielpagina(request, profiel, "werkgever_werkprofiel/openstellen.html", context)


@require_POST
def sluiten(request: HttpRequest, nummer: int) -> HttpResponse:
    """Filled, or closed without."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    actions.sluit_werkprofiel(
        werkprofiel=profiel,
        uitkomst=request.POST.get("uitkomst", ""),
        toelichting=request.POST.get("toelichting", "")[:300],
        door=gebruiker_van(request),
    )
    messages.success(request, _("Het werkprofiel is gesloten. U kunt het weer openen als dat nodig is."))
    return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)


@require_POST
def heropenen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Undo closing."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    actions.heropen_werkprofiel(werkprofiel=profiel, door=gebruiker_van(request))
    messages.success(request, _("Het werkprofiel is weer in gebruik."))
    return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)


@require_POST
def kopieren(request: HttpRequest, nummer: int) -> HttpResponse:
    """A new concept with the same content; it opens for editing."""
    nieuw_profiel = actions.kopieer(werkprofiel=werkprofiel_van_verzoek(request, nummer), door=gebruiker_van(request))
    messages.success(request, _("Dit is de kopie. Pas aan wat anders is."))
    return redirect("werkgever_werkprofiel:bewerken", nieuw_profiel.pk)


@require_POST
def advies(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record what we advise when few people fit."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    actions.kies_advies(werkprofiel=profiel, advies=request.POST.get("advies", ""), door=gebruiker_van(request))
    messages.success(request, _("Het advies is bewaard."))
    return redirect("werkgever_werkprofiel:werkprofiel", profiel.pk)


@require_GET
def convenant(request: HttpRequest, nummer: int) -> HttpResponse:
    """The cooperation covenant as a PDF to sign."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    inhoud = maak_pdf("convenant.typ", convenantgegevens(profiel))
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="convenant-{profiel.pk}.pdf"'
    return antwoord
