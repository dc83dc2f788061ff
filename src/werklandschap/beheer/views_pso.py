"""The norms of the PSO for the region, from a day on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.orientatie.forms import Normenformulier
from werklandschap.werkgever.orientatie.pso import bewaar_normen, normen_op, normversies


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def pso(request: HttpRequest) -> HttpResponse:
    """The norms of today, every version there was or will be, and a new one."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    versies = normversies(gemeente.pk)
    nu = normen_op(versies, timezone.localdate())
    formulier = Normenformulier(request.POST or None, nu=nu)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            rij = bewaar_normen(door=beheerder, **formulier.cleaned_data)
            messages.success(request, _("De normen vanaf {dag} zijn bewaard.").format(dag=datum(rij.vanaf)))
            return redirect("beheer:pso")
    context = {"formulier": formulier, "nu": nu, "versies": versies.rijen[::-1], "regio": gemeente.regio}
    return render(request, "beheer/pso.html", context)
