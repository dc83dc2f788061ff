"""What every page about one employer has around it: the way back, the name, the tabs. Used by the tiles too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from werklandschap.kern.basis.fouten import Samengevoegd
from werklandschap.kern.basis.haken import delen_voor, tabregels, werkgeverdelen, werkgevertabs
from werklandschap.kern.relaties import rules
from werklandschap.kern.relaties.feiten import werkgeverfeiten
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker


def gebruiker_van(request: HttpRequest) -> Gebruiker:
    """The signed-in account."""
    assert isinstance(request.user, Gebruiker)
    return request.user


def werkgever_van_verzoek(request: HttpRequest, nummer: int, *, feiten: bool = False) -> Werkgever:
    """The employer with chain, municipality and fixed contact; with what rooms registered when `feiten`.

    Raises Http404 when it is not there for this colleague (another region looks like nothing); Samengevoegd when it
    goes on under another number.
    """
    gebruiker = gebruiker_van(request)
    rijen = Werkgever.objects.voor(gebruiker).select_related("keten", "gemeente", "accountmanager")
    werkgever = (werkgeverfeiten.bij(rijen) if feiten else rijen).filter(pk=nummer).first()
    if werkgever is None or not rules.mag_werkgever_lezen(gebruiker, werkgever):
        raise Http404
    if werkgever.samengevoegd_in_id is not None:
        raise Samengevoegd(nummer, werkgever.samengevoegd_in_id)
    return werkgever


@dataclass(frozen=True)
class Getoonddeel:
    """A part of the page, rendered."""

    titel: str
    html: str
    kolom: str


def delen_van(request: HttpRequest, werkgever: Werkgever) -> list[Getoonddeel]:
    """The parts other rooms registered, each rendered with its own context."""
    return [
        Getoonddeel(str(d["deel"].titel), render_to_string(d["deel"].sjabloon, d["context"], request), d["deel"].kolom)
        for d in delen_voor(werkgeverdelen, request, werkgever)
    ]


def toon_relatiepagina(
    request: HttpRequest, werkgever: Werkgever, sjabloon: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render a page that extends `relaties/relatiepagina.html`."""
    vast = {
        "werkgever": werkgever,
        "tabregels": tabregels(werkgevertabs, request, werkgever),
        "mag_bewerken": rules.mag_werkgever_bewerken(gebruiker_van(request), werkgever),
        "mag_contact": rules.mag_contact_vastleggen(gebruiker_van(request), werkgever),
    }
    return render(request, sjabloon, {**vast, **context}, status=status)
