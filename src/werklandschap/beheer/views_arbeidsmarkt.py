"""The table of chances on work in the region."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.orientatie.kansen import MAX_BYTES, lees_kansen_in
from werklandschap.werkzoekende.orientatie.models import Arbeidsmarktkans

HOOGUIT = 200


class Kansenformulier(Basisformulier):
    """The file, and what its figures rest on."""

    bestand = forms.FileField(
        label=gettext_lazy("Bestand (csv)"),
        help_text=gettext_lazy("Met de kolommen beroep en kans: een cijfer van 1 (heel klein) tot 5 (heel groot)."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt"}),
    )
    peildatum = forms.DateField(label=gettext_lazy("Van welke dag zijn de cijfers?"))
    bron = forms.CharField(label=gettext_lazy("Waar komen de cijfers vandaan?"), max_length=200)


@alleen_beheerders
@require_http_methods(["GET", "POST"])
def arbeidsmarkt(request: HttpRequest) -> HttpResponse:
    """What is known of the region; POST brings in a newer table."""
    beheerder, gemeente = beheerder_en_gemeente(request)
    formulier = Kansenformulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        inhoud = velden.pop("bestand").read(MAX_BYTES + 1)
        with fouten_op(formulier):
            uitslag = lees_kansen_in(gemeente=gemeente, door=beheerder, inhoud=inhoud, **velden)
            tekst = ngettext("{aantal} beroep ingelezen.", "{aantal} beroepen ingelezen.", uitslag.aantal)
            messages.success(request, tekst.format(aantal=uitslag.aantal))
            for nummer, waarom in uitslag.geweigerd:
                messages.warning(request, _("Rij {rij}: {waarom}").format(rij=nummer, waarom=waarom))
            return redirect("beheer:arbeidsmarkt")
    rijen = Arbeidsmarktkans.objects.filter(regio=gemeente.regio_id).select_related("beroep")[:HOOGUIT]
    context = {"formulier": formulier, "rijen": rijen, "regio": gemeente.regio}
    return render(request, "beheer/arbeidsmarkt.html", context, status=422 if formulier.errors else 200)
