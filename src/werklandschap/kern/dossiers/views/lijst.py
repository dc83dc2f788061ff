"""The caseload as a list, kept lists, taking it out, and searching by BSN."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import caseload as keuze
from werklandschap.kern.dossiers import kolommen, queries
from werklandschap.kern.dossiers.duplicaten import zoek_dubbelen
from werklandschap.kern.dossiers.forms import Bewaarformulier, Bsnformulier, Lijstfilter
from werklandschap.kern.dossiers.models import BewaardeLijst, Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van
from werklandschap.kern.dossiers.rules import mag_exporteren, mag_melden, mag_verdelen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.tabellen import Sortering, sortering

PER_PAGINA = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def lezer(request: HttpRequest) -> Gebruiker:
    """The signed-in colleague; 404 for who may not list dossiers."""
    gebruiker = gebruiker_van(request)
    if not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        raise Http404
    return gebruiker


@dataclass(frozen=True)
class Gevraagd:
    """What an address asks: the filled filter, the dossiers it finds, and the query part that gives it again."""

    filter: Lijstfilter
    dossiers: QuerySet[Dossier]
    kolommen: list[kolommen.Kolom]
    vraag: str


def lees_vraag(gebruiker: Gebruiker, gevraagd: QueryDict) -> Gevraagd:
    """Without a question one's own open dossiers, or all for who has none."""
    begin = {"wie": "mij" if gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) else "gemeente", "status": "open"}
    vraag = gevraagd.copy()
    for naam, waarde in begin.items():
        vraag.setdefault(naam, waarde)
    filter_ = Lijstfilter(vraag, gebruiker=gebruiker)
    goed = filter_.is_valid()
    gekozen = filter_.cleaned_data if goed else {"wie": "mij"}
    kort = QueryDict(mutable=True)
    for naam in (*filter_.fields, "sorteer"):
        if naam in vraag:
            kort.setlist(naam, vraag.getlist(naam))
    return Gevraagd(
        filter_,
        keuze.kies_dossiers(gebruiker, gekozen),
        filter_.cleaned_data.get("kolom") or kolommen.gekozen_kolommen(gebruiker, ()),
        kort.urlencode(),
    )


class _Sleutels(Paginator[int]):
    """Keys in order, counted without what only the order needs."""

    def __init__(self, op_volgorde: QuerySet[Dossier], alle: QuerySet[Dossier]) -> None:
        super().__init__(op_volgorde.values_list("pk", flat=True), PER_PAGINA)
        self._alle = alle

    @cached_property
    def count(self) -> int:
        """How many dossiers the whole list has."""
        return self._alle.count()


def _pagina(request: HttpRequest, gevraagd: Gevraagd, volgorde: Sortering) -> Paginator[int]:
    """Only the keys, in order: what a row shows is read for the rows of one page."""
    dossiers = gevraagd.dossiers
    if volgorde.veld == "gezien":
        dossiers = queries.met_laatst_gezien(dossiers)
    elif volgorde.veld == "naam" and gevraagd.filter.is_valid() and keuze.van_iedereen(gevraagd.filter.cleaned_data):
        dossiers = queries.in_hele_gemeente(dossiers)
    return _Sleutels(dossiers.order_by(*volgorde.velden), gevraagd.dossiers)


def _cel(kolom: kolommen.Kolom, dossier: Dossier) -> tuple[str | int, str]:
    """What a cell says, and the sign it says it with, if any (see `status_badge`)."""
    waarde = kolom.waarde(dossier)
    if kolom.code == "status":
        return str(waarde), "bezig" if dossier.status == Dossier.Status.OPEN else "neutraal"
    if kolom.code == "laat" and isinstance(waarde, int):
        return waarde, "fout" if waarde else ""
    if kolom.code == "wie" and not waarde:
        return _("nog niemand"), "let_op"
    return datum(waarde) if isinstance(waarde, date) else waarde or "–", ""


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """My people, or everybody of the municipality."""
    gebruiker = lezer(request)
    bewaard = list(gebruiker.bewaarde_lijsten.all())
    eerste = next((rij for rij in bewaard if rij.opent_hiermee), None)
    if eerste is not None and not request.GET:
        return redirect(f"{reverse('dossiers:lijst')}?{eerste.vraag}")
    gevraagd = lees_vraag(gebruiker, request.GET)
    gezien = gevraagd.filter.is_valid() and gevraagd.filter.cleaned_data.get("niet_gezien")
    volgorde = sortering(request, keuze.SORTERING, "gezien" if gezien else "naam")
    pagina = _pagina(request, gevraagd, volgorde).get_page(request.GET.get("pagina"))
    gekozen = gevraagd.kolommen
    labels = [(str(kolom.label), kolom) for kolom in gekozen]
    context = {
        "pagina": pagina,
        "rijen": [
            (dossier, [(label, *_cel(kolom, dossier)) for label, kolom in labels])
            for dossier in kolommen.rijen_op_volgorde(list(pagina), gekozen)
        ],
        "filter": gevraagd.filter,
        "kolommen": gekozen,
        "alle_kolommen": kolommen.mogelijke_kolommen(gebruiker),
        "sortering": volgorde,
        "bewaard": [(rij, rij.vraag == gevraagd.vraag) for rij in bewaard],
        "bewaren": Bewaarformulier(initial={"vraag": gevraagd.vraag}),
        "vraag": gevraagd.vraag,
        "vraagvelden": [(n, w) for n, ws in QueryDict(gevraagd.vraag).lists() if n != "kolom" for w in ws],
        "mag_exporteren": mag_exporteren(gebruiker),
        "mag_verdelen": mag_verdelen(gebruiker),
        "mag_melden": mag_melden(gebruiker),
        "mag_bsn": gebruiker.heeft(Recht.BSN_ZIEN),
    }
    return render(request, "dossiers/lijst.html", context)


@require_POST
def bewaar(request: HttpRequest) -> HttpResponse:
    """Keep the list as it stands under a name."""
    gebruiker = lezer(request)
    formulier = Bewaarformulier(request.POST)
    if not formulier.is_valid():
        raise Invoerfout({naam: str(fouten[0]) for naam, fouten in formulier.errors.items()})
    rij = keuze.bewaar_lijst(**formulier.cleaned_data, door=gebruiker)
    messages.success(request, _("De lijst “{naam}” is bewaard.").format(naam=rij.naam))
    return redirect(f"{reverse('dossiers:lijst')}?{rij.vraag}")


@require_POST
def weg(request: HttpRequest, sleutel: int) -> HttpResponse:
    """Throw a kept list away."""
    gebruiker = lezer(request)
    rij = get_object_or_404(BewaardeLijst, pk=sleutel, gebruiker=gebruiker)
    keuze.gooi_lijst_weg(lijst=rij, door=gebruiker)
    messages.success(request, _("De lijst “{naam}” is weg. De dossiers zijn er nog.").format(naam=rij.naam))
    return redirect("dossiers:lijst")


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The chosen dossiers as a spreadsheet, with the columns of the page."""
    gebruiker = lezer(request)
    gevraagd = lees_vraag(gebruiker, QueryDict(request.POST.get("lijst", "")))
    if not gevraagd.filter.is_valid():
        raise Invoerfout({naam: str(fouten[0]) for naam, fouten in gevraagd.filter.errors.items()})
    inhoud = keuze.exporteer_caseload(dossiers=gevraagd.dossiers, kolommen=gevraagd.kolommen, door=gebruiker)
    naam = f"dossiers-{timezone.localdate():%Y-%m-%d}.xlsx"
    return HttpResponse(inhoud, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{naam}"'})


@never_cache
@require_http_methods(["GET", "POST"])
def zoek_bsn(request: HttpRequest) -> HttpResponse:
    """Find a person by BSN; the number never stands in an address."""
    gebruiker = lezer(request)
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
