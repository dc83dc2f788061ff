"""Trainings of one person."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.competenties.models import Competentie
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen import suggesties
from werklandschap.kern.profielen.queries import certificaatregel
from werklandschap.werkzoekende.opleiden import actions, catalogus
from werklandschap.werkzoekende.opleiden.forms import Afrondformulier, Stopformulier, Trajectformulier
from werklandschap.werkzoekende.opleiden.models import Traject


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="opleiden")


def _traject(dossier: Dossier, pk: int) -> Traject:
    traject = get_object_or_404(Traject, pk=pk, dossier=dossier)
    traject.dossier = dossier
    return traject


@require_GET
def opleiden(request: HttpRequest, nummer: int) -> HttpResponse:
    """What runs, what is done, and which certificates end soon."""
    dossier = _open(request, nummer)
    namen = {vorm.code: vorm.naam for vorm in catalogus.vormen()}
    rijen = [(traject, namen.get(traject.vorm, traject.vorm)) for traject in Traject.objects.filter(dossier=dossier)]
    certificaten = dossier.werkzoekende.certificaten.filter(heeft=True)
    context = {
        "lopend": [rij for rij in rijen if rij[0].is_lopend],
        "klaar": [rij for rij in rijen if not rij[0].is_lopend],
        "certificaten": [certificaatregel(c, timezone.localdate()) for c in certificaten],
        "vormen": catalogus.vormen(),
        "mag_bewerken": mag_dossier_bewerken(gebruiker_van(request), dossier),
    }
    return toon_dossierpagina(request, dossier, "werkzoekende_opleiden/opleiden.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, nummer: int) -> HttpResponse:
    """Agree on a training."""
    dossier = _open(request, nummer)
    formulier = Trajectformulier(request.POST or None, initial={"naam": request.GET.get("naam", "")})
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.start_traject(dossier=dossier, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De opleiding is afgesproken."))
            return redirect("werkzoekende_opleiden:opleiden", dossier.pk)
    context = {"formulier": formulier, "titel": _("Opleiding afspreken"), "knop": _("Spreek af"), "voorstel": None}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_opleiden/formulier.html", context, status=status)


@require_POST
def begin(request: HttpRequest, nummer: int, traject: int) -> HttpResponse:
    """The first day."""
    dossier = _open(request, nummer)
    actions.begin_traject(traject=_traject(dossier, traject), door=gebruiker_van(request))
    messages.success(request, _("De opleiding is begonnen."))
    return redirect("werkzoekende_opleiden:opleiden", dossier.pk)


def _tekst_van(request: HttpRequest, traject: Traject) -> str:
    """What somebody learned, in words: the training, and the work processes on a practical statement."""
    return f"{traject.naam}.\n{traject.inhoud}\n{request.POST.get('werkprocessen', '')}"


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, nummer: int, traject: int) -> HttpResponse:
    """The result: levels per competence, and the certificate."""
    dossier = _open(request, nummer)
    welk = _traject(dossier, traject)
    formulier = Afrondformulier(request.POST or None, traject=welk)
    gevonden = [s for s in suggesties.lees(_tekst_van(request, welk)) if s.soort == "competentie"]
    voorstel = suggesties.Suggestieformulier(request.POST or None, suggesties=gevonden)
    nog_te_kiezen = bool(request.POST.get("werkprocessen")) and any(s.veld not in request.POST for s in gevonden)
    if nog_te_kiezen and formulier.is_valid():
        messages.info(request, _("Op de verklaring staan competenties die wij herkennen. Kies wat klopt."))
    elif request.method == "POST" and formulier.is_valid() and voorstel.is_valid():
        gekozen = {suggestie.code: niveau for suggestie, niveau in voorstel.gekozen()}
        competenties = [(c, gekozen[c.code]) for c in Competentie.objects.filter(code__in=gekozen)]
        with fouten_op(formulier):
            actions.rond_traject_af(
                traject=welk, door=gebruiker_van(request), competenties=competenties, **formulier.cleaned_data
            )
            messages.success(request, _("Mooi, de opleiding is afgerond. Het resultaat staat in het profiel."))
            return redirect("werkzoekende_opleiden:opleiden", dossier.pk)
    context = {
        "formulier": formulier,
        "voorstel": voorstel,
        "titel": _("Afronden: {naam}").format(naam=welk.naam),
        "knop": _("Rond af"),
    }
    status = 422 if formulier.errors or voorstel.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_opleiden/formulier.html", context, status=status)


@require_http_methods(["GET", "POST"])
def stoppen(request: HttpRequest, nummer: int, traject: int) -> HttpResponse:
    """Stop before the end."""
    dossier = _open(request, nummer)
    welk = _traject(dossier, traject)
    formulier = Stopformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.stop_traject(traject=welk, door=gebruiker_van(request), **formulier.cleaned_data)
            messages.success(request, _("De opleiding is gestopt. U ziet haar nog in de lijst."))
            return redirect("werkzoekende_opleiden:opleiden", dossier.pk)
    titel = _("Stoppen: {naam}").format(naam=welk.naam)
    context = {"formulier": formulier, "titel": titel, "knop": _("Stop deze opleiding"), "voorstel": None}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_opleiden/formulier.html", context, status=status)
