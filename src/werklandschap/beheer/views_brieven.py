"""The municipality's own words for letters and messages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.berichten import sjablonen
from werklandschap.kern.berichten.actions import LANGSTE, herstel_brieftekst, wijzig_brieftekst
from werklandschap.kern.berichten.models import Brieftekst
from werklandschap.kern.dossiers.forms import TALEN
from werklandschap.kern.dossiers.leesniveau import Leesinvoer, grens_voor
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.ontwerp.leesbaarheid import beoordeel


class Brieftekstformulier(Basisformulier):
    """Subject and text of one form of a template; Dutch shows how it reads."""

    onderwerp = forms.CharField(label=gettext_lazy("Onderwerp"), max_length=150)
    tekst = forms.CharField(label=gettext_lazy("Tekst"), max_length=LANGSTE)

    def __init__(self, *args: Any, vorm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nederlands = vorm in sjablonen.NEDERLANDS
        ruim = {"rows": 14}
        self.fields["tekst"].widget = Leesinvoer(vorm, ruim) if nederlands else forms.Textarea(attrs=ruim)
        self.vorm = vorm

    def clean_tekst(self) -> str:
        """A Dutch template must be readable at its own level: everybody gets it."""
        tekst: str = self.cleaned_data["tekst"]
        if self.vorm in sjablonen.NEDERLANDS:
            oordeel = beoordeel(sjablonen.vul(tekst, {}), grens_voor(self.vorm))
            if not oordeel.past:
                raise forms.ValidationError(" ".join(oordeel.klachten))
        return tekst


def vormnaam(vorm: str) -> str:
    """What a form is called: its level, or the name of its language."""
    return str(dict(TALEN).get(vorm, vorm))


@alleen_beheerders
@require_GET
def brieven(request: HttpRequest) -> HttpResponse:
    """All templates with their forms, and which are the municipality's own."""
    _beheerder, gemeente = beheerder_en_gemeente(request)
    eigen = set(Brieftekst.objects.filter(gemeente=gemeente).values_list("code", "vorm"))
    rijen = [
        (sjabloon, [(vorm, vormnaam(vorm), (sjabloon.code, vorm) in eigen) for vorm in sjabloon.vormen])
        for sjabloon in sjablonen.sjablonen()
    ]
    return render(request, "beheer/brieven.html", {"rijen": rijen})


def _gekozen(code: str, vorm: str) -> sjablonen.Sjabloon:
    sjabloon = sjablonen.sjabloon_met(code)
    if sjabloon is None or vorm not in sjabloon.vormen:
        raise Http404
    return sjabloon


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """Change one."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    sjabloon = _gekozen(code, vorm)
    onderwerp, tekst = sjablonen.woorden_van(gemeente, sjabloon, vorm)
    formulier = Brieftekstformulier(request.POST or None, vorm=vorm, initial={"onderwerp": onderwerp, "tekst": tekst})
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            wijzig_brieftekst(gemeente=gemeente, code=code, vorm=vorm, door=beheerder, **formulier.cleaned_data)
            messages.success(request, _("De brief is bewaard."))
            return redirect("beheer:brieven")
    context = {
        "formulier": formulier,
        "sjabloon": sjabloon,
        "vorm": vorm,
        "naam": vormnaam(vorm),
        "woorden": sjablonen.WOORDEN,
        "is_eigen": Brieftekst.objects.filter(gemeente=gemeente, code=code, vorm=vorm).exists(),
    }
    return render(request, "beheer/brief.html", context, status=422 if formulier.errors else 200)


@alleen_beheerders
@require_POST
def brief_herstel(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """Back to the words of the product."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    _gekozen(code, vorm)
    herstel_brieftekst(gemeente=gemeente, code=code, vorm=vorm, door=beheerder)
    messages.success(request, _("De tekst van Werklandschap staat er weer."))
    return redirect("beheer:brieven")
