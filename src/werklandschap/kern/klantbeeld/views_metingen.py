"""Results of tests: what there is and until when it counts, and recording a new one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld import actions
from werklandschap.kern.klantbeeld.forms import Metingformulier
from werklandschap.kern.klantbeeld.meetinstrumenten import meetinstrument, meetinstrumenten
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten


@require_GET
def metingen(request: HttpRequest, nummer: int) -> HttpResponse:
    """All results this user may see, newest first; what no longer counts is marked."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="metingen")
    gebruiker = gebruiker_van(request)
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    soorten = meetinstrumenten()
    rijen = dossier.metingen.filter(vervangen_door__isnull=True).select_related("door")
    regels = []
    for meting in rijen.prefetch_related("waarnemingen"):
        gemeten = list(meting.waarnemingen.all())
        uitslag = [
            (zichtbaar[w.aspect].naam, zichtbaar[w.aspect].toon(w.waarde)) for w in gemeten if w.aspect in zichtbaar
        ]
        # The explanation may be about what this user may not see.
        toelichting = meting.toelichting if len(uitslag) == len(gemeten) else ""
        if uitslag:
            regels.append((meting, meting.naam or naam_van(soorten, meting.instrument), uitslag, toelichting))
    context = {
        "regels": regels,
        "soorten": soorten,
        "mag_bewerken": mag_dossier_bewerken(gebruiker, dossier),
    }
    return toon_dossierpagina(request, dossier, "klantbeeld/metingen.html", context)


@require_http_methods(["GET", "POST"])
def nieuwe_meting(request: HttpRequest, nummer: int, soort: str) -> HttpResponse:
    """Record the result of a test of this kind."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="metingen")
    gebruiker = gebruiker_van(request)
    instrument = meetinstrument(soort)
    if instrument is None:
        raise Http404
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    lijst = [zichtbaar[code] for code in instrument.aspecten if code in zichtbaar]
    formulier = Metingformulier(request.POST or None, aspecten=lijst)
    if request.method == "POST" and formulier.is_valid():
        schoon = formulier.cleaned_data
        schoon["geldig_tot"] = schoon["geldig_tot"] or instrument.geldig_tot(schoon["afgenomen_op"])
        with fouten_op(formulier):
            actions.leg_meting_vast(
                dossier=dossier, instrument=instrument.code, bron=Waarneming.Bron.TEST, door=gebruiker, **schoon
            )
            messages.success(request, _("De uitslag is vastgelegd en staat in het klantbeeld. Bespreek hem samen."))
            return redirect("klantbeeld:metingen", dossier.pk)
    context = {"instrument": instrument, "formulier": formulier}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "klantbeeld/meting.html", context, status=status)
