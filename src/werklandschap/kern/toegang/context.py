"""What every page shows around its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import navigatie
from werklandschap.kern.toegang.models import Gebruiker

# Pages that residents read: these can be read aloud.
VOOR_INWONERS = ("/mijn/", "/hulp-vragen/")


@dataclass(frozen=True)
class Omgeving:
    """Read by ontwerp/basis.html."""

    gemeente_naam: str = "Werklandschap"
    gemeente_logo_url: str = ""
    gemeente_kleur_css_url: str = ""
    navigatie: list[tuple[str, str, bool]] = field(default_factory=list)
    demo: bool = False
    versie: str = ""
    gebruiker_naam: str = ""
    rol_naam: str = ""
    is_ingelogd: bool = False
    zoek_url: str = ""
    voorlezen: bool = False


def omgeving(request: HttpRequest) -> dict[str, Omgeving]:
    """Context processor: `omgeving`."""
    gebruiker: Any = getattr(request, "user", None)
    if not isinstance(gebruiker, Gebruiker):
        openbaar = [
            (reverse("landschap:werkzoekenden"), _("Ik zoek werk")),
            (reverse("landschap:werkgevers"), _("Ik ben werkgever")),
        ]
        return {
            "omgeving": Omgeving(
                navigatie=_met_actief(request, openbaar),
                demo=settings.DEMO,
                versie=settings.VERSIE,
                voorlezen=_is_voor_inwoners(request),
            )
        }
    links = [(url, str(label)) for deel in navigatie.alle() for url, label in deel(gebruiker)]
    gemeente = gebruiker.gemeente
    return {
        "omgeving": Omgeving(
            gemeente_naam=gemeente.naam if gemeente else "Werklandschap",
            gemeente_logo_url=gemeente.logo.url if gemeente and gemeente.logo else "",
            gemeente_kleur_css_url=reverse("beheer:kleur", args=[gemeente.code, gemeente.versie]) if gemeente else "",
            navigatie=_met_actief(request, links),
            demo=settings.DEMO,
            versie=settings.VERSIE,
            gebruiker_naam=gebruiker.naam,
            rol_naam=gebruiker.get_rol_display(),
            is_ingelogd=True,
            zoek_url=reverse("taken:zoeken") if gebruiker.is_medewerker else "",
            voorlezen=_is_voor_inwoners(request),
        )
    }


def _is_voor_inwoners(request: HttpRequest) -> bool:
    return request.path.startswith(VOOR_INWONERS)


def _met_actief(request: HttpRequest, links: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    return [(url, label, request.path == url or (url != "/" and request.path.startswith(url))) for url, label in links]
