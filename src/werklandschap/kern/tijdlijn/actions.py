"""Tile visits, and destroying a payload when the law says so."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.tijdlijn import rules
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import tegel as zoek_tegel


@actie
def start_bezoek(
    *, keten: Keten, kant: str, tegel: str, door: Gebruiker | None, reden: str = "", van: date | None = None
) -> Tegelbezoek:
    """Somebody starts on a tile. Already there: the running visit is returned, nothing is doubled.

    `door` is None when nobody was signed in (a public form).
    """
    vereis(door is None or rules.mag_keten_bewerken(door, keten))
    naam = zoek_tegel(kant, tegel).naam
    lopend = keten.bezoeken.select_for_update().filter(tegel=tegel, tot__isnull=True).first()
    if lopend is not None:
        return lopend
    bezoek = Tegelbezoek.objects.create(
        keten=keten, kant=kant, tegel=tegel, van=van or timezone.localdate(), reden=reden[:300], door=door
    )
    leg_vast(keten=keten, soort="bezoek.gestart", door=door, gegevens={"tegel": naam, "slug": tegel, "reden": reden})
    return bezoek


@actie
def beeindig_bezoek(*, bezoek: Tegelbezoek, door: Gebruiker, uitkomst: str, toelichting: str = "") -> Tegelbezoek:
    """End a visit with an outcome."""
    vereis(rules.mag_keten_bewerken(door, bezoek.keten))
    vast = Tegelbezoek.objects.select_for_update().get(pk=bezoek.pk)
    if vast.tot is not None:
        raise Invoerfout(_("Dit is al afgerond."))
    vast.tot = max(timezone.localdate(), vast.van)
    vast.uitkomst, vast.toelichting = uitkomst, toelichting[:300]
    vast.save(update_fields=["tot", "uitkomst", "toelichting"])
    naam = zoek_tegel(vast.kant, vast.tegel).naam
    leg_vast(
        keten=vast.keten,
        soort="bezoek.beeindigd",
        door=door,
        gegevens={"tegel": naam, "slug": vast.tegel, "uitkomst": uitkomst, "toelichting": toelichting},
    )
    return vast


@actie
def vernietig_gegevens(*, gebeurtenis: Gebeurtenis, door: Gebruiker, grondslag: str) -> Gebeurtenis:
    """Destroy the payload of one event. Its hash stays, so the chain still verifies; what was destroyed is recorded."""
    vereis(rules.mag_vernietigen(door))
    if not grondslag.strip():
        raise Invoerfout({"grondslag": _("Noem de grondslag, bijvoorbeeld de regel van de selectielijst.")})
    vast = Gebeurtenis.objects.select_for_update().get(pk=gebeurtenis.pk)
    vast.gegevens, vast.zout = None, None
    vast.save(update_fields=["gegevens", "zout"])
    leg_vast(
        keten=vast.keten,
        soort="gegevens.vernietigd",
        door=door,
        gegevens={"nummer": vast.nummer, "grondslag": grondslag},
    )
    return vast
