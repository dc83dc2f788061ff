"""Counting tries per address, shared by every process of the installation. The address itself is never kept."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.toegang.models import Teller

UUR = 3600
HOOGUIT_PER_UUR = 20


def adres_van(request: HttpRequest) -> str:
    """The address of the visitor; behind a proxy the last one that the proxy itself noted."""
    doorgegeven = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return _huis(doorgegeven.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", "")))


def _huis(adres: str) -> str:
    """One house has billions of IPv6 addresses: its network (/64) counts."""
    try:
        ip = ip_address(adres)
    except ValueError:
        return adres
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else adres


def tel(soort: str, adres: str, *, per_seconden: int) -> int:
    """Count one try in the present period and return how many there are; safe with several processes at once.

    Periods are fixed blocks of `per_seconden`. The key is a keyed hash that differs per period.
    """
    sleutel, periode = _sleutel(soort, adres, per_seconden)
    vervalt_op = datetime.fromtimestamp((periode + 1) * per_seconden, tz=UTC)
    with transaction.atomic():
        Teller.objects.get_or_create(sleutel=sleutel, defaults={"vervalt_op": vervalt_op})
        Teller.objects.filter(sleutel=sleutel).update(aantal=F("aantal") + 1)
        return Teller.objects.values_list("aantal", flat=True).get(sleutel=sleutel)


def geteld(soort: str, adres: str, *, per_seconden: int) -> int:
    """How many there were in the present period, without counting one."""
    sleutel, _periode = _sleutel(soort, adres, per_seconden)
    return Teller.objects.filter(sleutel=sleutel).values_list("aantal", flat=True).first() or 0


def _sleutel(soort: str, adres: str, per_seconden: int) -> tuple[str, int]:
    periode = int(time.time()) // per_seconden
    return zoekwaarde("teller", soort, str(periode), adres), periode


def te_vaak(request: HttpRequest, soort: str, *, hooguit: int, per_seconden: int) -> bool:
    """Count one try of this visitor; True when it is more than `hooguit` in the period."""
    return tel(soort, adres_van(request), per_seconden=per_seconden) > hooguit


def tel_verzending(request: HttpRequest, soort: str, hooguit: int = HOOGUIT_PER_UUR) -> None:
    """Count one form from this visitor. Raises Invoerfout beyond `hooguit` an hour."""
    if te_vaak(request, soort, hooguit=hooguit, per_seconden=UUR):
        raise Invoerfout(_("Er kwamen te veel formulieren van dit adres. Probeer het over een uur weer, of bel ons."))


def ruim_tellers_op() -> int:
    """Remove counts of periods that are over; returns how many."""
    return Teller.objects.filter(vervalt_op__lt=timezone.now()).delete()[0]
