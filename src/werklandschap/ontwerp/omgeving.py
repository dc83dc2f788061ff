"""What the base page shows around its content when no request tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings


@dataclass(frozen=True)
class Standaardomgeving:
    """Same attributes as the `omgeving` of kern.toegang.context; for error pages that render without a request."""

    gemeente_naam: str = "Werklandschap"
    gemeente_logo_url: str = ""
    gemeente_kleur_css_url: str = ""
    navigatie: list[tuple[str, str, bool]] = field(default_factory=list)
    demo: bool = False
    versie: str = field(default_factory=lambda: str(getattr(settings, "VERSIE", "")))
    gebruiker_naam: str = ""
    rol_naam: str = ""
    is_ingelogd: bool = False
    # Pages for residents can be read aloud.
    voorlezen: bool = False
    # Where the search box goes; empty hides it (residents and employers have nothing to search).
    zoek_url: str = ""
