"""Which part of the plan a partner may see, and stopping that."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.plannen import rules
from werklandschap.kern.plannen.delen import deel_plan, stop_delen
from werklandschap.kern.plannen.forms import Deelformulier
from werklandschap.kern.plannen.models import Plandeling


@require_http_methods(["GET", "POST"])
def delen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Ask the person to share goals with a partner; what is shared and was shared stands beside it."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="plan delen")
    gebruiker = gebruiker_van(request)
    formulier = Deelformulier(request.POST or None, dossier=dossier)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            deel_plan(dossier=dossier, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De vraag aan de klant staat klaar. Na een ja ziet de partner deze doelen."))
            return redirect("plannen:delen", dossier.pk)
    rijen = Plandeling.objects.voor(gebruiker).filter(dossier=dossier).select_related("partner", "toestemming")
    context = {
        "formulier": formulier,
        "delingen": list(rijen.prefetch_related("doelen")),
        "mag_bewerken": rules.mag_plan_maken(gebruiker, dossier),
    }
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "plannen/delen.html", context, status=status)


@require_POST
def stoppen(request: HttpRequest, nummer: int, deling: int) -> HttpResponse:
    """Stop sharing."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="plan delen")
    rijen = Plandeling.objects.voor(gebruiker_van(request)).select_related("toestemming")
    rij = get_object_or_404(rijen, pk=deling, dossier=dossier)
    rij.dossier = dossier
    stop_delen(deling=rij, door=gebruiker_van(request))
    messages.success(request, _("Het delen is gestopt. De partner ziet niets meer van dit plan."))
    return redirect("plannen:delen", dossier.pk)
