"""A task about one person, from the dossier."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.taken.forms import Taakformulier


@require_http_methods(["GET", "POST"])
def taak(request: HttpRequest, nummer: int) -> HttpResponse:
    """Make a task about this person, for oneself or a colleague; then back to the dossier."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="taak")
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_dossier_bewerken(gebruiker, dossier))
    formulier = Taakformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            maak_taak(gemeente=dossier.gemeente, keten=dossier.keten, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De taak staat erbij."))
            return redirect("dossiers:dossier", dossier.pk)
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "dossiers/taak.html", {"formulier": formulier}, status=status)
