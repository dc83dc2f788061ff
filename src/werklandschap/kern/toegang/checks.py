"""Checks that refuse to start an unsafe production."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError


@register(Tags.security)
def veilige_productie(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """In production: no demo mode, no DEBUG, no default key."""
    if not settings.PRODUCTIE:
        return []
    fouten: list[CheckMessage] = []
    if settings.DEBUG:
        fouten.append(
            Error("DEBUG staat aan in productie.", hint="Zet WERKLANDSCHAP_DEBUG uit.", id="werklandschap.E001")
        )
    if settings.DEMO:
        fouten.append(
            Error("Demo staat aan in productie.", hint="Zet WERKLANDSCHAP_DEMO uit.", id="werklandschap.E002")
        )
    if settings.SECRET_KEY == settings.ONVEILIGE_SLEUTEL or len(settings.SECRET_KEY) < 50:
        fouten.append(
            Error(
                "De geheime sleutel is die van de demo of te kort.",
                hint="Zet WERKLANDSCHAP_SECRET_KEY (50 tekens of meer).",
                id="werklandschap.E003",
            )
        )
    return fouten


def demo_accounts_aanwezig() -> bool:
    """Are there demo accounts in this database? False when there is no table yet."""
    from werklandschap.kern.toegang.models import Gebruiker

    try:
        return Gebruiker.objects.filter(is_demo=True).exists()
    except DatabaseError:
        return False


@register(Tags.database)
def geen_demo_accounts(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Demo accounts, with their public password, exist in demo mode only."""
    if settings.DEMO or not databases or not demo_accounts_aanwezig():
        return []
    return [
        Error(
            "In deze database staan demo-accounts met een openbaar wachtwoord.",
            hint="Begin met een lege database, of start met script/demo.",
            id="werklandschap.E004",
        )
    ]
