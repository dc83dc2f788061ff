"""The public form, chances, and preparing a visit."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.relaties.pagina import gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.relaties.queries import relatiebeeld
from werklandschap.kern.toegang.tellen import tel_verzending
from werklandschap.werkgever.contact import actions
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.forms import Kansformulier, Meldformulier


@login_not_required
@require_http_methods(["GET", "POST"])
def melden(request: HttpRequest) -> HttpResponse:
    """A company asks for contact. The thanks come after everything was saved."""
    formulier = Meldformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        if formulier.is_machine:
            return redirect("werkgever_contact:bedankt")
        with fouten_op(formulier):
            tel_verzending(request, "werkgever-melden")
            actions.meld_werkgever(melding=formulier.melding(), gemeente=formulier.cleaned_data["gemeente"], door=None)
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
        with fouten_op(formulier):
            actions.noteer_kans(werkgever=werkgever, door=gebruiker, **formulier.cleaned_data)
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
