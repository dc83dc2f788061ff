"""Refuses to start with settings of SMS that cannot work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

from werklandschap.koppelingen.sms import dienst


@register()
def sms_kan_werken(**_alles: Any) -> list[Error]:
    """Address over HTTPS, the token in the header, and only fields that exist."""
    if not dienst.is_aan():
        return []
    fouten = []
    if not dienst.adres_is_veilig(settings.SMS["adres"]):
        fouten.append(Error("WERKLANDSCHAP_SMS_URL moet met https:// beginnen.", id="sms.E001"))
    if "{token}" not in settings.SMS["kop"] or ":" not in settings.SMS["kop"]:
        fouten.append(Error("WERKLANDSCHAP_SMS_KOP heeft de vorm 'Naam: … {token}'.", id="sms.E002"))
    if vreemd := sorted(set(settings.SMS["velden"]) - set(dienst.VELDEN)):
        bekend = ", ".join(dienst.VELDEN)
        fouten.append(
            Error(f"WERKLANDSCHAP_SMS_VELDEN: {', '.join(vreemd)} kennen wij niet, wel: {bekend}.", id="sms.E003")
        )
    return fouten
