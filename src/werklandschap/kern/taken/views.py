"""Mijn dag, tasks, and the search box."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.taken import actions, queries
from werklandschap.kern.taken.forms import Overdraagformulier, Taakformulier, Takenfilter
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.adapters import startpagina
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht

PER_PAGINA = 25


def _medewerker(request: HttpRequest) -> Gebruiker:
    """The signed-in colleague. Raises PermissionDenied: tasks and search are of nobody else."""
    if not isinstance(request.user, Gebruiker) or not request.user.is_medewerker:
        raise PermissionDenied
    return request.user


def _terug(request: HttpRequest) -> HttpResponseRedirect:
    doel = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(
        doel, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(doel if veilig else reverse("taken:mijn_dag"))


@require_GET
def mijn_dag(request: HttpRequest) -> HttpResponse:
    """What is late, what is today, who waits for me."""
    if isinstance(request.user, Gebruiker) and not request.user.is_medewerker:
        return redirect(startpagina(request.user))
    gebruiker = _medewerker(request)
    context = {"dag": queries.dag_van(gebruiker), "mag_dossiers": gebruiker.heeft(Recht.DOSSIERS_LEZEN)}
    return render(request, "taken/mijn_dag.html", context)


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """All tasks, with filters."""
    gebruiker = _medewerker(request)
    filter_ = Takenfilter(request.GET or {"status": "open", "van": "mij"})
    taken = Taak.objects.voor(gebruiker)
    if filter_.is_valid():
        if filter_.cleaned_data["status"]:
            taken = taken.filter(status=filter_.cleaned_data["status"])
        if filter_.cleaned_data["van"] != "alle":
            taken = taken.filter(eigenaar=gebruiker)
    pagina = Paginator(queries.taken_met_onderwerp(taken.order_by("voor_op", "id")), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    return render(request, "taken/lijst.html", {"pagina": pagina, "filter": filter_})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new task."""
    gebruiker = _medewerker(request)
    formulier = Taakformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        assert gebruiker.gemeente is not None
        with fouten_op(formulier):
            actions.maak_taak(gemeente=gebruiker.gemeente, door=gebruiker, **formulier.cleaned_data)
            messages.success(request, _("De taak staat erbij."))
            return redirect("taken:mijn_dag")
    return render(request, "taken/nieuw.html", {"formulier": formulier})


@require_POST
def klaar(request: HttpRequest, nummer: int) -> HttpResponse:
    """Done; the message offers to undo it."""
    gebruiker = _medewerker(request)
    taak = get_object_or_404(Taak.objects.voor(gebruiker), pk=nummer)
    actions.rond_taak_af(taak=taak, door=gebruiker, vervallen="vervallen" in request.POST)
    messages.success(request, _("Klaar: {titel}").format(titel=taak.titel), extra_tags=f"ongedaan:{taak.pk}")
    return _terug(request)


@require_POST
def heropen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Undo."""
    gebruiker = _medewerker(request)
    taak = get_object_or_404(Taak.objects.voor(gebruiker), pk=nummer)
    actions.heropen_taak(taak=taak, door=gebruiker)
    messages.info(request, _("De taak staat weer open: {titel}").format(titel=taak.titel))
    return _terug(request)


@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, nummer: int | None = None) -> HttpResponse:
    """Hand over one task, or all of them."""
    gebruiker = _medewerker(request)
    taak = get_object_or_404(Taak.objects.voor(gebruiker), pk=nummer) if nummer else None
    formulier = Overdraagformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        naar = formulier.cleaned_data["naar"]
        if taak is not None:
            actions.draag_taak_over(taak=taak, naar=naar, door=gebruiker)
            messages.success(request, _("De taak is nu van {naam}.").format(naam=naar.naam))
        else:
            aantal = actions.draag_alle_taken_over(van=gebruiker, naar=naar, door=gebruiker)
            messages.success(request, _("{aantal} taken zijn nu van {naam}.").format(aantal=aantal, naam=naar.naam))
        return redirect("taken:mijn_dag")
    aantal = Taak.objects.filter(eigenaar=gebruiker).open().count()
    return render(request, "taken/overdragen.html", {"formulier": formulier, "taak": taak, "aantal": aantal})


@require_GET
def zoeken(request: HttpRequest) -> HttpResponse:
    """Search over people, employers and profiles."""
    vraag = request.GET.get("q", "")
    return render(
        request, "taken/zoeken.html", {"vraag": vraag, "groepen": queries.zoek_overal(_medewerker(request), vraag)}
    )
