"""The public form, chances, preparing a visit, and the regional plan."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.queries import relatiebeeld
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.kern.toegang.tellen import tel_verzending
from werklandschap.werkgever.contact import actions
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.forms import Kansformulier, Marktdoelformulier, Marktfilter, Meldformulier
from werklandschap.werkgever.contact.models import Marktdoel

PER_PAGINA = 25


@login_not_required
@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest) -> HttpResponse:
    """A company asks for contact. The thanks come after everything was saved."""
    formulier = Meldformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        if formulier.is_machine:
            return redirect("werkgever_contact:bedankt")
        try:
            tel_verzending(request, "werkgever-melden")
            actions.meld_werkgever(melding=formulier.melding(), gemeente=formulier.cleaned_data["gemeente"], door=None)
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            return redirect("werkgever_contact:bedankt")
    return render(request, "werkgever_contact/melden.html", {"formulier": formulier})


@login_not_required
@require_GET
def bedankt(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "werkgever_contact/bedankt.html", {"dagen": actions.TERUGBELLEN_BINNEN})


@require_http_methods(["GET", "POST"])
def kansen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Chances with this employer, and a new one."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    formulier = Kansformulier(request.POST or None, gebruiker=gebruiker)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.noteer_kans(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            messages.success(request, _("De kans staat erbij. De volgende stap is een taak."))
            return redirect("werkgever_contact:kansen", werkgever.pk)
    soorten = kanssoorten()
    rijen = [(kans, naam_van(soorten, kans.code)) for kans in werkgever.kansen.select_related("wie")]
    context = {"formulier": formulier, "kansen": rijen, "soorten": soorten}
    return toon_relatiepagina(request, werkgever, "werkgever_contact/kansen.html", context)


@require_POST
def kans_klaar(request: HttpRequest, nummer: int, kans: int) -> HttpResponse:
    """What came of a chance."""
    werkgever = werkgever_van_verzoek(request, nummer)
    rij = get_object_or_404(werkgever.kansen.select_related("werkgever"), pk=kans)
    actions.rond_kans_af(kans=rij, uitkomst=request.POST.get("uitkomst", ""), door=gebruiker_van(request))
    messages.success(request, _("De kans is afgerond."))
    return redirect("werkgever_contact:kansen", werkgever.pk)


@require_GET
def voorbereiden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Everything for a visit on one page, also on paper: who, what was said, what to ask."""
    werkgever = werkgever_van_verzoek(request, nummer)
    soorten = kanssoorten()
    open_kansen = [(kans, vind(soorten, kans.code)) for kans in werkgever.kansen.filter(afgerond_op__isnull=True)]
    context = {
        "beeld": relatiebeeld(werkgever),
        "contactpersonen": list(werkgever.contactpersonen.filter(actief=True)),
        "open_kansen": open_kansen,
        "soorten": soorten,
    }
    return toon_relatiepagina(request, werkgever, "werkgever_contact/voorbereiden.html", context)


@require_GET
def marktplan(request: HttpRequest) -> HttpResponse:
    """Which companies should be in our network, and who approaches them: one list for the region."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    filter_ = Marktfilter(request.GET)
    rijen = Marktdoel.objects.voor(gebruiker).select_related("wie", "gemeente", "werkgever")
    if filter_.is_valid():
        keuze, vandaag = filter_.cleaned_data, timezone.localdate()
        rijen = rijen.filter(naam__icontains=keuze["q"]) if keuze["q"] else rijen
        rijen = rijen.filter(sector=keuze["sector"]) if keuze["sector"] else rijen
        rijen = {
            "open": rijen.filter(benaderd_op__isnull=True),
            "bezig": rijen.filter(vergrendeld_tot__gte=vandaag),
            "klaar": rijen.filter(benaderd_op__isnull=False),
        }.get(keuze["stand"], rijen)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    sectornamen, soorten = sectoren(), kanssoorten()
    regels = [
        {
            "doel": doel,
            "sector": naam_van(sectornamen, doel.sector) if doel.sector else "",
            "kans": naam_van(soorten, doel.kans) if doel.kans else "",
            "vast": doel.is_vast_voor_ander(gebruiker),
            "van_mij": doel.wie_id == gebruiker.pk and doel.vergrendeld_tot is not None,
        }
        for doel in pagina
    ]
    context = {"pagina": pagina, "regels": regels, "filter": filter_, "mag_bewerken": mag_werkgever_maken(gebruiker)}
    return render(request, "werkgever_contact/marktplan.html", context)


@require_http_methods(["GET", "POST"])
def marktdoel_nieuw(request: HttpRequest) -> HttpResponse:
    """Another company in the plan."""
    gebruiker = gebruiker_van(request)
    vereis(mag_werkgever_maken(gebruiker))
    formulier = Marktdoelformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.zet_op_marktplan(door=gebruiker, **formulier.cleaned_data)
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
        else:
            messages.success(request, _("Het bedrijf staat in het plan."))
            return redirect("werkgever_contact:marktplan")
    return render(request, "werkgever_contact/marktdoel.html", {"formulier": formulier})


@require_POST
def marktdoel_benader(request: HttpRequest, doel: int) -> HttpResponse:
    """I approach this company."""
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(Marktdoel.objects.voor(gebruiker), pk=doel)
    actions.benader(doel=rij, door=gebruiker)
    messages.success(request, _("U benadert {naam}. Collega's zien dat.").format(naam=rij.naam))
    return redirect("werkgever_contact:marktplan")


@require_POST
def marktdoel_resultaat(request: HttpRequest, doel: int) -> HttpResponse:
    """What it brought."""
    gebruiker = gebruiker_van(request)
    rij = get_object_or_404(Marktdoel.objects.voor(gebruiker), pk=doel)
    actions.leg_resultaat_vast(doel=rij, resultaat=request.POST.get("resultaat", ""), door=gebruiker)
    messages.success(request, _("Het resultaat is bewaard."))
    return redirect("werkgever_contact:marktplan")
