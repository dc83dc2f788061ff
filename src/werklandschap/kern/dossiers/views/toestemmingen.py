"""Consent: asked, answered, withdrawn."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.forms import Toestemmingantwoord, Toestemmingformulier
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.toestemming import (
    beantwoord_toestemming,
    trek_toestemming_in,
    vraag_toestemming,
)


@require_http_methods(["GET", "POST"])
def toestemmingen(request: HttpRequest, nummer: int) -> HttpResponse:
    """What the person agreed to, and asking for more."""
    if request.method == "GET":
        dossier = dossier_van_verzoek(request, nummer, onderdeel="toestemmingen")
        return _toon(request, dossier, Toestemmingformulier())
    dossier = dossier_om_te_wijzigen(request, nummer)
    formulier = Toestemmingformulier(request.POST)
    if formulier.is_valid():
        with fouten_op(formulier):
            vraag_toestemming(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De vraag staat klaar. Leg het antwoord hier vast zodra u het hoort."))
            return redirect("dossiers:toestemmingen", dossier.pk)
    return _toon(request, dossier, formulier)


def _toon(request: HttpRequest, dossier: Dossier, formulier: Toestemmingformulier) -> HttpResponse:
    alle = list(dossier.toestemmingen.select_related("gevraagd_door"))
    wacht = [t for t in alle if t.antwoord is None and t.ingetrokken_op is None]
    geldig = [t for t in alle if t.is_geldig]
    context = {
        "formulier": formulier,
        "antwoordformulier": Toestemmingantwoord(),
        "wachtend": wacht,
        "geldig": geldig,
        "oud": [t for t in alle if t not in wacht and t not in geldig],
        "mag": rules.mag_toestemming_beantwoorden(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(request, dossier, "dossiers/toestemmingen.html", context)


@require_POST
def antwoord(request: HttpRequest, nummer: int, toestemming: int) -> HttpResponse:
    """Record what the person said."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(dossier.toestemmingen, pk=toestemming)
    formulier = Toestemmingantwoord(request.POST)
    if not formulier.is_valid() or request.POST.get("antwoord") not in {"ja", "nee"}:
        raise Invoerfout({"hoe": _("Kies hoe de klant antwoord gaf, en of het ja of nee was.")})
    beantwoord_toestemming(
        toestemming=rij,
        antwoord=request.POST["antwoord"] == "ja",
        hoe=formulier.cleaned_data["hoe"],
        door=gebruiker_van(request),
    )
    messages.success(request, _("Het antwoord is vastgelegd."))
    return redirect("dossiers:toestemmingen", dossier.pk)


@require_POST
def intrekken(request: HttpRequest, nummer: int, toestemming: int) -> HttpResponse:
    """Withdraw; it works at once."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    rij = get_object_or_404(dossier.toestemmingen, pk=toestemming)
    trek_toestemming_in(toestemming=rij, door=gebruiker_van(request))
    messages.success(request, _("De toestemming is ingetrokken. Dat geldt vanaf nu overal."))
    return redirect("dossiers:toestemmingen", dossier.pk)
