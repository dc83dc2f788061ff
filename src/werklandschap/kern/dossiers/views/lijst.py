"""The caseload, searching by BSN, and giving a caseload to a colleague."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import caseload as keuze
from werklandschap.kern.dossiers import queries
from werklandschap.kern.dossiers.actions import draag_caseload_over
from werklandschap.kern.dossiers.duplicaten import zoek_dubbelen
from werklandschap.kern.dossiers.forms import Bsnformulier, Caseloadformulier, Lijstfilter
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.dossiers.rules import mag_exporteren, mag_melden
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.tabellen import sortering

PER_PAGINA = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _lezer(request: HttpRequest) -> Gebruiker:
    gebruiker = gebruiker_van(request)
    if not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        raise Http404
    return gebruiker


def _filter(request: HttpRequest, gebruiker: Gebruiker) -> Lijstfilter:
    """What the address asks; without a question one's own open dossiers, or all for who has none."""
    gevraagd = request.POST if request.method == "POST" else request.GET
    begin = {"wie": "mij" if gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) else "gemeente", "status": "open"}
    return Lijstfilter({**begin, **gevraagd.dict()}, gebruiker=gebruiker)


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """My people, or everybody of the municipality."""
    gebruiker = _lezer(request)
    filter_ = _filter(request, gebruiker)
    gekozen = filter_.cleaned_data if filter_.is_valid() else {"wie": "mij"}
    volgorde = sortering(request, keuze.SORTERING, "gezien" if gekozen.get("niet_gezien") else "naam")
    dossiers = queries.voor_lijst(keuze.kies_dossiers(gebruiker, gekozen)).order_by(*volgorde.velden)
    pagina = Paginator(dossiers, PER_PAGINA).get_page(request.GET.get("pagina"))
    namen = keuze.tegelnamen()
    context = {
        "pagina": pagina,
        "rijen": [(dossier, keuze.tegels_nu(dossier, namen)) for dossier in pagina],
        "filter": filter_,
        "sortering": volgorde,
        "mag_exporteren": mag_exporteren(gebruiker),
        "mag_melden": mag_melden(gebruiker),
        "mag_bsn": gebruiker.heeft(Recht.BSN_ZIEN),
        "exportvelden": {naam: waarde for naam, waarde in filter_.data.items() if naam in filter_.fields},
    }
    return render(request, "dossiers/lijst.html", context)


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The chosen dossiers as a spreadsheet."""
    gebruiker = _lezer(request)
    filter_ = _filter(request, gebruiker)
    if not filter_.is_valid():
        raise Invoerfout({naam: str(fouten[0]) for naam, fouten in filter_.errors.items()})
    inhoud = keuze.exporteer_caseload(dossiers=keuze.kies_dossiers(gebruiker, filter_.cleaned_data), door=gebruiker)
    naam = f"dossiers-{timezone.localdate():%Y-%m-%d}.xlsx"
    return HttpResponse(inhoud, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{naam}"'})


@never_cache
@require_http_methods(["GET", "POST"])
def zoek_bsn(request: HttpRequest) -> HttpResponse:
    """Find a person by BSN; the number never stands in an address."""
    gebruiker = _lezer(request)
    if not gebruiker.heeft(Recht.BSN_ZIEN) or gebruiker.gemeente is None:
        raise Http404
    formulier = Bsnformulier(request.POST or None)
    gezocht = request.method == "POST" and formulier.is_valid()
    if gezocht:
        gevonden = zoek_dubbelen(gemeente=gebruiker.gemeente, bsn=formulier.cleaned_data["bsn"])
        if gevonden:
            return redirect("dossiers:dossier", gevonden[0].dossier.pk)
    return render(
        request,
        "dossiers/zoek_bsn.html",
        {"formulier": formulier, "niets": gezocht, "mag_melden": mag_melden(gebruiker)},
    )


@require_http_methods(["GET", "POST"])
def caseload(request: HttpRequest) -> HttpResponse:
    """All dossiers and tasks of one colleague to another."""
    gebruiker = _lezer(request)
    formulier = Caseloadformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        van, naar = formulier.cleaned_data["van"], formulier.cleaned_data["naar"]
        try:
            aantal = draag_caseload_over(van=van, naar=naar, door=gebruiker)
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            tekst = ngettext(
                "{aantal} dossier is nu van {naam}.", "{aantal} dossiers zijn nu van {naam}.", aantal
            ).format(aantal=aantal, naam=naar.naam)
            messages.success(request, tekst)
            return redirect("dossiers:lijst")
    return render(request, "dossiers/caseload.html", {"formulier": formulier, "titel": _("Dossiers overdragen")})
