"""Who can grow into a job and wants to: a list of its own, never part of the ranking."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.werkprofielpagina import (
    gebruiker_van,
    toon_werkprofielpagina,
    werkprofiel_van_verzoek,
)
from werklandschap.werkgever.werving import rules, wensen
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.haken_uit import voorselectie, zeiden_nee
from werklandschap.werkgever.werving.models import Groeiwens
from werklandschap.werkgever.werving.open_hiring import open_lijst
from werklandschap.werkgever.werving.views import kandidaatrijen


@require_GET
def groeien(request: HttpRequest, nummer: int) -> HttpResponse:
    """People who miss only hard competences they can learn before the start, and who want to.

    Who was not asked yet is a count, who did not answer yet a name to talk to; who said no is only counted.
    """
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    if open_lijst(profiel) is not None:
        return redirect("werkgever_werving:open_hiring", profiel.pk)
    standen = voorselectie.standen(profiel, gebruiker)
    gevraagd = wensen.wensen_van(profiel, gebruiker.gemeente_id)
    nee = {*zeiden_nee(standen), *(wie for wie, wens in gevraagd.items() if wens.antwoord is False)}
    ja = {wie for wie, stand in standen.items() if stand.wil_zelf}
    ja |= {wie for wie, wens in gevraagd.items() if wens.antwoord}
    bekend = {*gevraagd, *ja, *nee}
    gevonden, aantal = zoeken.zoek_groeiers(werkprofiel=profiel, door=gebruiker, top=wensen.HOOGUIT, ook=bekend)
    matches = {match.dossier.werkzoekende_id: match for match in gevonden}
    willen = [match for wie, match in matches.items() if wie in ja - nee]
    hard = {eis.competentie.code: eis.competentie.naam for eis in profiel.eisen.all() if eis.hard}
    codes = {wie: getattr(wens, "niet", None) for wie, wens in gevraagd.items()}
    afwegingen = {wie: naam_van(redenen_niet(), code) for wie, code in codes.items() if code}
    context = {
        "rijen": [
            replace(rij, plan=getattr(gevraagd.get(rij.match.dossier.werkzoekende_id), "plan", None))
            for rij in kandidaatrijen(willen, standen, gebruiker, 0, afwegingen, hard)
        ],
        "wachten": [gevraagd[wie] for wie in matches if wie in gevraagd and wie not in ja | nee],
        "willen_niet": len(nee & matches.keys()),
        "niet_gevraagd": aantal - len(matches.keys() & bekend),
        "aantal": aantal,
        "hooguit": wensen.HOOGUIT,
        "mag_voorselecteren": voorselectie.kan and rules.mag_voorselecteren(gebruiker, profiel),
    }
    return toon_werkprofielpagina(request, profiel, "werkgever_werving/groeien.html", context)


@require_POST
def vraag(request: HttpRequest, nummer: int) -> HttpResponse:
    """Ask the best of who was not asked yet."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    aantal = wensen.vraag_groeiers(werkprofiel=profiel, door=gebruiker_van(request))
    zin = ngettext("Aan {n} mens is het gevraagd.", "Aan {n} mensen is het gevraagd.", aantal)
    messages.success(request, zin.format(n=aantal))
    return redirect("werkgever_werving:groeien", profiel.pk)


@require_POST
def antwoord(request: HttpRequest, nummer: int, wens: int) -> HttpResponse:
    """What the person told a colleague."""
    profiel = werkprofiel_van_verzoek(request, nummer)
    gebruiker = gebruiker_van(request)
    rijen = Groeiwens.objects.filter(werkprofiel=profiel, dossier__gemeente=gebruiker.gemeente_id)
    rij = get_object_or_404(rijen, pk=wens)
    wensen.beantwoord_groeiwens(wens=rij, ja=request.POST.get("antwoord") == "ja", door=gebruiker)
    messages.success(request, _("Het antwoord is bewaard."))
    if "dossier" in request.POST:
        return redirect("werkgever_werving:dossier_werk", rij.dossier_id)
    return redirect("werkgever_werving:groeien", profiel.pk)
