"""Adding to the picture of a person. Nothing is overwritten: a new statement points at the one it replaces."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld import rules
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, Aspect, aspecten
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.klantbeeld.queries import taakbron
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum

# From this urgency on, an obstacle becomes a task; days until it is due, per urgency.
DRINGEND = 2
TAAK_BINNEN_DAGEN = {2: 7, 3: 1}


@actie
def leg_waarneming_vast(
    *,
    dossier: Dossier,
    aspect: str,
    waarde: Any,
    bron: str,
    door: Gebruiker,
    urgentie: int | None = None,
    toelichting: str = "",
    waargenomen_op: date | None = None,
    meting: Meting | None = None,
    taak_voor_op: date | None = None,
) -> Waarneming:
    """Add one statement; the newest of the same aspect and source is what it replaces.

    An obstacle with urgency 2 or 3 becomes a task (before `taak_voor_op`, else within a week or a day); when the
    urgency is gone, so is the task. Raises Invoerfout for a value that the aspect cannot have.
    """
    wat = _bekend_aspect(aspect)
    vereis(rules.mag_waarneming_vastleggen(door, dossier, wat, bron))
    op = waargenomen_op or timezone.localdate()
    _controleer(wat, waarde, bron=bron, urgentie=urgentie, toelichting=toelichting, op=op)
    vorige = dossier.waarnemingen.filter(aspect=aspect, bron=bron).order_by("-waargenomen_op", "-id").first()
    waarneming = _schrijf(dossier, wat, waarde, bron, door, urgentie, toelichting, op, meting, vorige)
    leg_vast(keten=dossier.keten, soort="waarneming.vastgelegd", door=door, gegevens=_gebeurtenis(wat, waarneming))
    _werk_taak_bij(dossier, wat, waarneming, door, taak_voor_op)
    return waarneming


@actie
def leg_meting_vast(
    *,
    dossier: Dossier,
    instrument: str,
    waarden: Mapping[str, Any],
    bron: str,
    door: Gebruiker,
    naam: str = "",
    versie: str = "",
    afgenomen_op: date | None = None,
    geldig_tot: date | None = None,
    herzien_op: date | None = None,
    toelichting: str = "",
    urgenties: Mapping[str, int] | None = None,
    vervangt: Meting | None = None,
) -> Meting:
    """Record one use of an instrument of diagnosis with all its results: {aspect: value}, "niet_besproken" included.

    `naam` is what people call the instrument, for the time line. `urgenties` {aspect: 0–3} for obstacles.
    `vervangt` is the use that this one corrects: its results no longer count.
    """
    op = afgenomen_op or timezone.localdate()
    dringend = dict(urgenties or {})
    if geldig_tot is not None and geldig_tot < op:
        raise Invoerfout({"geldig_tot": _("Deze datum is voor de dag van de test. Kies een latere dag.")})
    if not waarden:
        raise Invoerfout(_("Vul ten minste één onderdeel in. Een onderdeel mag u ook overslaan."))
    for code, waarde in waarden.items():
        wat = _bekend_aspect(code)
        vereis(rules.mag_waarneming_vastleggen(door, dossier, wat, bron))
        _controleer(wat, waarde, bron=bron, urgentie=dringend.get(code), toelichting="", op=op, veld=code)
    meting = Meting(
        dossier=dossier,
        instrument=instrument,
        naam=naam[:120],
        versie_instrument=versie[:40],
        afgenomen_op=op,
        geldig_tot=geldig_tot,
        herzien_op=herzien_op,
        toelichting=toelichting,
        door=door,
        vervangt=vervangt,
    )
    meting.save()
    _schrijf_resultaten(meting, waarden, bron, dringend, door)
    besproken = sum(1 for waarde in waarden.values() if waarde != NIET_BESPROKEN)
    leg_vast(
        keten=dossier.keten,
        soort="meting.vastgelegd",
        door=door,
        gegevens={"instrument": naam or instrument, "aantal": besproken, "datum": datum(op)},
    )
    return meting


def _schrijf_resultaten(
    meting: Meting, waarden: Mapping[str, Any], bron: str, urgenties: Mapping[str, int], door: Gebruiker
) -> None:
    dossier = meting.dossier
    vorige: dict[str, Waarneming] = {}
    rijen = dossier.waarnemingen.filter(aspect__in=list(waarden), bron=bron)
    for rij in rijen.order_by("waargenomen_op", "id"):
        vorige[rij.aspect] = rij
    for code, waarde in waarden.items():
        wat = aspecten()[code]
        waarneming = _schrijf(
            dossier,
            wat,
            waarde,
            bron,
            door,
            urgenties.get(code),
            "",
            meting.afgenomen_op,
            meting,
            vorige.get(code),
        )
        _werk_taak_bij(dossier, wat, waarneming, door, None)


def _bekend_aspect(code: str) -> Aspect:
    wat = aspecten().get(code)
    if wat is None:
        raise Invoerfout({"aspect": _("Kies een onderwerp uit de lijst.")})
    return wat


def _controleer(
    wat: Aspect, waarde: Any, *, bron: str, urgentie: int | None, toelichting: str, op: date, veld: str = "waarde"
) -> None:
    fouten: dict[str, str] = {}
    if not wat.is_geldig(waarde):
        fouten[veld] = uitleg_waarde(wat)
    if bron not in Waarneming.Bron.values:
        fouten["bron"] = _("Kies van wie u dit weet.")
    if urgentie is not None and (urgentie not in range(4) or not wat.belemmering):
        fouten["urgentie"] = _("Bij dit onderwerp hoort geen dringendheid. Laat dit veld leeg.")
    if op > timezone.localdate():
        fouten["waargenomen_op"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    if len(toelichting) > 500:
        fouten["toelichting"] = _("Deze toelichting is te lang. Gebruik hooguit 500 tekens.")
    if fouten:
        raise Invoerfout(fouten)


def uitleg_waarde(wat: Aspect) -> str:
    """What can be filled in for this aspect, in one sentence."""
    if wat.soort == "tekst":
        return _("Schrijf in een paar woorden wat u hoorde of zag (hooguit 500 tekens).")
    return _("Kies bij “{naam}” een van deze antwoorden: {keuzes}.").format(
        naam=wat.naam, keuzes=" · ".join(label for _code, label in wat.opties)
    )


def _schrijf(
    dossier: Dossier,
    wat: Aspect,
    waarde: Any,
    bron: str,
    door: Gebruiker,
    urgentie: int | None,
    toelichting: str,
    op: date,
    meting: Meting | None,
    vorige: Waarneming | None,
) -> Waarneming:
    waarneming = Waarneming(
        dossier=dossier,
        aspect=wat.code,
        waarde=waarde.strip() if isinstance(waarde, str) else waarde,
        bron=bron,
        door=door,
        urgentie=urgentie,
        toelichting=toelichting.strip(),
        waargenomen_op=op,
        meting=meting,
        vervangt=vorige,
    )
    waarneming.save()
    return waarneming


def _gebeurtenis(wat: Aspect, waarneming: Waarneming) -> dict[str, Any]:
    bron = str(Waarneming.Bron(waarneming.bron).label).lower()
    if wat.gevoelig != "none":
        return {"aspect": _("Een gevoelig onderwerp"), "waarde": _("zie het klantbeeld"), "bron": bron}
    return {"aspect": wat.naam, "waarde": wat.toon(waarneming.waarde), "bron": bron, "code": wat.code}


def _werk_taak_bij(
    dossier: Dossier, wat: Aspect, waarneming: Waarneming, door: Gebruiker, voor_op: date | None
) -> None:
    """The task of an urgent obstacle comes and goes with the urgency; "not discussed" changes nothing."""
    if not wat.belemmering or waarneming.waarde == NIET_BESPROKEN:
        return
    oorzaak = f"{taakbron(dossier)}{wat.code}"
    urgentie = waarneming.urgentie or 0
    if urgentie < DRINGEND:
        if waarneming.bron != Waarneming.Bron.KLANT:
            sluit_taken_van(bron=oorzaak, door=door)
        return
    onderwerp = wat.naam if wat.gevoelig == "none" else _("een gevoelig onderwerp")
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or (door if door.is_medewerker else None),
        titel=_("Dringend, doe hier iets aan: {onderwerp}").format(onderwerp=onderwerp),
        voor_op=voor_op or timezone.localdate() + timedelta(days=TAAK_BINNEN_DAGEN[urgentie]),
        door=None if not door.is_medewerker else door,
        keten=dossier.keten,
        bron=oorzaak,
        tegel=("werkzoekenden", "maatschappelijk-fit"),
        url=reverse("klantbeeld:klantbeeld", args=[dossier.pk]),
    )
