"""The matrix, quick help and the check of provisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld.actions import leg_meting_vast
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, aspecten
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.werkzoekende.maatschappelijk_fit import queries, rules, voorzieningen
from werklandschap.werkzoekende.maatschappelijk_fit.models import Snellehulp, Voorzieningencheck

TEGEL = ("werkzoekenden", "maatschappelijk-fit")
# The two lowest levels of the matrix are urgent: acute problems now, not self-reliant soon.
URGENTIE_PER_NIVEAU = {1: 3, 2: 2}


@actie
def leg_zrm_vast(
    *,
    dossier: Dossier,
    scores: Mapping[str, Any],
    door: Gebruiker,
    afgenomen_op: date | None = None,
    herzien_op: date | None = None,
    toelichting: str = "",
    verbetert: Meting | None = None,
) -> Meting:
    """Record the matrix: {zrm_ aspect: 1–5 or "niet_besproken"}. No domain is forced; a review date is always set.

    The two lowest levels of a domain that can be an obstacle become tasks. Sooner than the municipality wants asks a
    reason in `toelichting`. `verbetert` corrects the last matrix, within a day.
    """
    op = afgenomen_op or timezone.localdate()
    if verbetert is not None and not rules.mag_zrm_verbeteren(door, verbetert, queries.laatste_zrm(dossier)):
        raise Invoerfout(_("Alleen de laatste meting kunt u verbeteren, tot een dag nadat die is vastgelegd."))
    if verbetert is None:
        _keur_tussentijd(dossier, op, toelichting)
    herzien = herzien_op or op + timedelta(weeks=instelling(dossier.gemeente, "zrm_herzien_weken"))
    if herzien <= op:
        raise Invoerfout({"herzien_op": _("Kies een datum na de meting.")})
    if not any(waarde != NIET_BESPROKEN for waarde in scores.values()):
        raise Invoerfout(_("Bespreek ten minste één gebied. De andere mag u overslaan."))
    alles = aspecten()
    meting = leg_meting_vast(
        dossier=dossier,
        instrument="zrm",
        naam=_("Zelfredzaamheid-Matrix"),
        waarden=scores,
        bron=Waarneming.Bron.PROFESSIONAL,
        door=door,
        afgenomen_op=op,
        herzien_op=herzien,
        toelichting=toelichting.strip(),
        urgenties={
            code: URGENTIE_PER_NIVEAU[waarde]
            for code, waarde in scores.items()
            if waarde in URGENTIE_PER_NIVEAU and code in alles and alles[code].belemmering
        },
        vervangt=verbetert,
    )
    bron = f"zrm:{dossier.pk}:herzien"
    sluit_taken_van(bron=bron, door=door)
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=_("Bekijk de Zelfredzaamheid-Matrix opnieuw"),
        voor_op=herzien,
        door=door,
        keten=dossier.keten,
        bron=bron,
        tegel=TEGEL,
        url=reverse("werkzoekende_maatschappelijk_fit:zrm", args=[dossier.pk]),
    )
    return meting


def _keur_tussentijd(dossier: Dossier, op: date, toelichting: str) -> None:
    """The matrix tells little when it is used often: within the interval somebody writes why it is needed now."""
    weken = instelling(dossier.gemeente, "zrm_interval_weken")
    laatste = queries.laatste_zrm(dossier)
    if laatste is None or toelichting.strip() or op >= laatste.afgenomen_op + timedelta(weeks=weken):
        return
    zin = _(
        "De vorige meting is van {dag}. Meet niet vaker dan elke {weken} weken, of schrijf hier waarom het nodig is."
    )
    raise Invoerfout({"toelichting": zin.format(dag=datum(laatste.afgenomen_op), weken=weken)})


@actie
def vraag_snelle_hulp(
    *, dossier: Dossier, door: Gebruiker, wat: str, waarom: str = "", bedrag: Decimal = Decimal(0)
) -> Snellehulp:
    """Ask for quick help. Up to the municipality's limit it is decided at once; above it a manager decides."""
    vereis(mag_dossier_bewerken(door, dossier))
    fouten: dict[str, str] = {}
    if not wat.strip():
        fouten["wat"] = _("Schrijf op wat er nodig is.")
    if bedrag < 0:
        fouten["bedrag"] = _("Vul een bedrag in van 0 of hoger.")
    if fouten:
        raise Invoerfout(fouten)
    hulp = Snellehulp.objects.create(
        dossier=dossier, wat=wat.strip()[:150], waarom=waarom.strip()[:300], bedrag=bedrag, gevraagd_door=door
    )
    _noteer(hulp, "hulp.gevraagd", door)
    if rules.mag_zelf_besluiten(door, dossier, bedrag):
        _besluit(hulp, door, akkoord=True, besluit="")
    else:
        _vraag_besluit(hulp, door)
    return hulp


def _vraag_besluit(hulp: Snellehulp, door: Gebruiker) -> None:
    dossier = hulp.dossier
    besluiter = Gebruiker.objects.collega_s_van(door).filter(rol="manager").exclude(pk=door.pk).order_by("naam").first()
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=besluiter,
        titel=_("Besluit over snelle hulp: {wat}").format(wat=hulp.wat),
        voor_op=timezone.localdate() + timedelta(days=1),
        door=door,
        keten=dossier.keten,
        bron=f"snellehulp:{hulp.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_maatschappelijk_fit:overzicht", args=[dossier.pk]),
    )


@actie
def besluit_snelle_hulp(*, hulp: Snellehulp, door: Gebruiker, akkoord: bool, besluit: str = "") -> Snellehulp:
    """Yes or no, by somebody who may; a no needs a reason."""
    vereis(rules.mag_besluiten(door, hulp))
    if hulp.status != Snellehulp.Status.GEVRAAGD:
        raise Invoerfout(_("Hierover is al besloten."))
    if not akkoord and not besluit.strip():
        raise Invoerfout({"besluit": _("Schrijf op waarom niet.")})
    _besluit(hulp, door, akkoord=akkoord, besluit=besluit.strip()[:300])
    sluit_taken_van(bron=f"snellehulp:{hulp.pk}", door=door)
    return hulp


def _besluit(hulp: Snellehulp, door: Gebruiker, *, akkoord: bool, besluit: str) -> None:
    status = Snellehulp.Status.AKKOORD if akkoord else Snellehulp.Status.AFGEWEZEN
    hulp.wijzig(verwacht=None, status=status, besloten_door=door, besloten_op=timezone.now(), besluit=besluit)
    _noteer(hulp, f"hulp.{status}", door)


@actie
def regel_snelle_hulp(*, hulp: Snellehulp, door: Gebruiker) -> Snellehulp:
    """It is done."""
    vereis(mag_dossier_bewerken(door, hulp.dossier))
    if hulp.status == Snellehulp.Status.GEREGELD:
        return hulp
    if hulp.status != Snellehulp.Status.AKKOORD:
        raise Invoerfout(_("Hierover is nog geen akkoord."))
    hulp.wijzig(verwacht=None, status=Snellehulp.Status.GEREGELD, geregeld_op=timezone.localdate())
    _noteer(hulp, "hulp.geregeld", door)
    return hulp


def _noteer(hulp: Snellehulp, soort: str, door: Gebruiker) -> None:
    leg_vast(
        keten=hulp.dossier.keten,
        soort=soort,
        door=door,
        gegevens={"wat": hulp.wat, "bedrag": euro(hulp.bedrag), "besluit": hulp.besluit},
    )


@actie
def doe_voorzieningencheck(*, dossier: Dossier, antwoorden: Mapping[str, bool], door: Gebruiker) -> Voorzieningencheck:
    """Record the answers and what they hint at. Skipped questions are left out of `antwoorden`."""
    vereis(rules.mag_voorzieningen_checken(door, dossier))
    bekend = {code: bool(waarde) for code, waarde in antwoorden.items() if code in voorzieningen.vragen()}
    if not bekend:
        raise Invoerfout(_("Beantwoord ten minste één vraag. De andere mag u overslaan."))
    uitkomsten = voorzieningen.beoordeel(bekend, dossier.gemeente)
    check = Voorzieningencheck(dossier=dossier, antwoorden=bekend, uitkomsten=uitkomsten, door=door)
    check.save()
    tellingen = {uitkomst: list(uitkomsten.values()).count(uitkomst) for uitkomst in ("kansrijk", "vraag_na")}
    leg_vast(keten=dossier.keten, soort="voorzieningen.gecheckt", door=door, gegevens=tellingen)
    return check


@actie
def maak_voorzieningtaken(
    *, dossier: Dossier, codes: Collection[str], door: Gebruiker, voor_op: date | None = None
) -> int:
    """A task per chance chosen. Returns how many provisions were asked for."""
    vereis(rules.mag_voorzieningen_checken(door, dossier))
    lijst = voorzieningen.voorzieningen(dossier.gemeente)
    gekozen = [lijst[code] for code in codes if code in lijst]
    if not gekozen:
        raise Invoerfout(_("Kies ten minste één voorziening."))
    for voorziening in gekozen:
        maak_taak(
            gemeente=dossier.gemeente,
            eigenaar=dossier.verantwoordelijke or door,
            titel=_("Vraag aan of vraag na: {naam}").format(naam=voorziening.naam),
            toelichting=_("Bij: {waar}.").format(waar=voorziening.waar),
            voor_op=voor_op or timezone.localdate() + timedelta(days=14),
            door=door,
            keten=dossier.keten,
            bron=f"voorziening:{dossier.pk}:{voorziening.code}",
            tegel=TEGEL,
            url=reverse("werkzoekende_maatschappelijk_fit:voorzieningen", args=[dossier.pk]),
        )
    return len(gekozen)
