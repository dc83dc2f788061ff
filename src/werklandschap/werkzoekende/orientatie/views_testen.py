"""Tests done together with a professional, and what came out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.toegang.models import Gebruiker
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


@dataclass(frozen=True)
class Scherm:
    """One screen of a test: what the page shows, and after a POST where to go on or what came out."""

    context: dict[str, Any]
    volgende: str = ""
    klaar: Testafname | None = None


def doe_scherm(request: HttpRequest, dossier: Dossier, soort: str, door: Gebruiker) -> Scherm:
    """Show or keep one screen of a test: every answer is kept at once, so one can stop and go on later."""
    lijst = lijst_van(soort)
    delen = lijst.delen()
    bezig = Testafname.objects.filter(dossier=dossier, soort=soort, klaar=False).first()
    deel = _deel(request, len(delen))
    formulier = Testformulier(
        request.POST or None, lijst=lijst, items=delen[deel - 1], initial=bezig.antwoorden if bezig else {}
    )
    meetellen = Meetelformulier(request.POST or None) if deel == len(delen) else None
    if request.method == "POST" and formulier.is_valid() and (meetellen is None or meetellen.is_valid()):
        bewaard = testen.bewaar_antwoorden(dossier=dossier, soort=soort, antwoorden=formulier.antwoorden(), door=door)
        if meetellen is None:
            return Scherm({}, volgende=f"{request.path}?deel={deel + 1}")
        try:
            return Scherm({}, klaar=testen.rond_test_af(afname=bewaard, door=door, **meetellen.cleaned_data))
        except Invoerfout as fout:
            formulier.zet_fouten(fout.fouten)
    context = {"lijst": lijst, "formulier": formulier, "meetellen": meetellen}
    return Scherm({**context, "deel": deel, "delen": len(delen), "vorige": deel - 1})


def _deel(request: HttpRequest, aantal: int) -> int:
    gevraagd = request.GET.get("deel", "1")
    return min(max(int(gevraagd), 1), aantal) if gevraagd.isdecimal() and len(gevraagd) < 4 else 1


@require_http_methods(["GET", "POST"])
def test(request: HttpRequest, nummer: int, soort: str) -> HttpResponse:
    """A test to go through together, a screen at a time."""
    dossier = _open(request, nummer)
    scherm = doe_scherm(request, dossier, soort, gebruiker_van(request))
    if scherm.klaar is not None:
        messages.success(request, _("De test is bewaard. Bespreek samen of de uitslag klopt."))
        return redirect("werkzoekende_orientatie:uitslag", dossier.pk, scherm.klaar.pk)
    if scherm.volgende:
        return redirect(scherm.volgende)
    status = 422 if scherm.context["formulier"].errors else 200
    return toon_dossierpagina(request, dossier, "werkzoekende_orientatie/test.html", scherm.context, status=status)


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
