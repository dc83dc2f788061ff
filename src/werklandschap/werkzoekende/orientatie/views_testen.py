"""Tests done together with a professional, and what came out of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.werkzoekende.orientatie import queries, testen
from werklandschap.werkzoekende.orientatie.forms import Meetelformulier, Testformulier
from werklandschap.werkzoekende.orientatie.models import Testafname
from werklandschap.werkzoekende.orientatie.vragenlijsten import MINSTENS_VOOR_ALFA, Vragenlijst, vragenlijsten


@dataclass(frozen=True)
class Laatste:
    """A questionnaire with the last time it was finished, when it was, and whether somebody is filling it in."""

    lijst: Vragenlijst
    afname: Testafname | None
    bezig: Testafname | None

    @property
    def woorden(self) -> str:
        """The strongest types."""
        return ", ".join(self.lijst.sterkste(self.afname.uitslag)) if self.afname else ""


def laatste_testen(dossier: Dossier) -> list[Laatste]:
    """Every questionnaire with how it stands for this person; one query."""
    afnamen = list(Testafname.objects.filter(dossier=dossier))
    uit = []
    for lijst in vragenlijsten().values():
        eigen = [a for a in afnamen if a.soort == lijst.code]
        klaar, bezig = ([a for a in eigen if a.klaar is stand] for stand in (True, False))
        uit.append(Laatste(lijst, klaar[0] if klaar else None, bezig[0] if bezig else None))
    return uit


def lijst_van(soort: str) -> Vragenlijst:
    """The questionnaire of an address. Raises Http404."""
    lijst = vragenlijsten().get(soort)
    if lijst is None:
        raise Http404
    return lijst


def uitslagregels(afname: Testafname) -> list[tuple[str, str, int | None]]:
    """(name, explanation, points) per type."""
    types = lijst_van(afname.soort).types()
    return [(naam, uitleg, punten) for (_c, naam, uitleg), punten in zip(types, afname.uitslag, strict=True)]


def _open(request: HttpRequest, nummer: int) -> Dossier:
    return dossier_van_verzoek(request, nummer, onderdeel="orientatie")


@require_http_methods(["GET", "POST"])
def test(request: HttpRequest, nummer: int, soort: str) -> HttpResponse:
    """All questions on one page, to go through together."""
    dossier, lijst = _open(request, nummer), lijst_van(soort)
    formulier = Testformulier(request.POST or None, lijst=lijst)
    meetellen = Meetelformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid() and meetellen.is_valid():
        with fouten_op(formulier):
            afname = testen.doe_test(
                dossier=dossier,
                soort=soort,
                antwoorden=formulier.antwoorden(),
                door=gebruiker_van(request),
                **meetellen.cleaned_data,
            )
            messages.success(request, _("De test is bewaard. Bespreek samen of de uitslag klopt."))
            return redirect("werkzoekende_orientatie:uitslag", dossier.pk, afname.pk)
    context = {"formulier": formulier, "meetellen": meetellen, "lijst": lijst}
    status = 422 if formulier.errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_orientatie/test.html", context, status=status)


def _door_collega(afname: Testafname) -> bool:
    return afname.bevestigd_door is not None and afname.bevestigd_door.is_medewerker


@require_http_methods(["GET", "POST"])
def uitslag(request: HttpRequest, nummer: int, afname: int) -> HttpResponse:
    """The result, occupations that go with it and how reliable the test is; POST confirms it."""
    dossier = _open(request, nummer)
    welke = get_object_or_404(
        Testafname.objects.select_related("bevestigd_door"), pk=afname, dossier=dossier, klaar=True
    )
    welke.dossier = dossier
    if request.method == "POST":
        testen.bevestig_uitslag(afname=welke, door=gebruiker_van(request))
        messages.success(request, _("De uitslag staat in het klantbeeld en in het profiel."))
        return redirect("werkzoekende_orientatie:orientatie", dossier.pk)
    lijst = lijst_van(welke.soort)
    context = {
        "afname": welke,
        "lijst": lijst,
        "regels": uitslagregels(welke),
        "sterkste": ", ".join(lijst.sterkste(welke.uitslag)),
        "beroepen": queries.passende_beroepen(welke.uitslag) if welke.soort == "interesse" else [],
        "betrouwbaar": queries.betrouwbaarheid(lijst),
        "minstens": MINSTENS_VOOR_ALFA,
        "te_bevestigen": mag_dossier_bewerken(gebruiker_van(request), dossier) and not _door_collega(welke),
    }
    return toon_dossierpagina(request, dossier, "werkzoekende_orientatie/uitslag.html", context)
