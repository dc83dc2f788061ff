"""What changes a running subsidy: hours and wage, a measured loonwaarde, and what was paid."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, euro, getal
from werklandschap.regelingen.getallen import als_getal
from werklandschap.regelingen.kalender import tel_werkdagen_op
from werklandschap.samen.plaatsing import rules
from werklandschap.samen.plaatsing.besluiten import vervang_besluit
from werklandschap.samen.plaatsing.models import Arbeidsstand, Besluit, Loonwaardemeting, Plaatsing, Uitbetaling
from werklandschap.samen.plaatsing.stappen import SLUG, adres, noteer_bij_klant, noteer_bij_werkgever, vergrendel
from werklandschap.samen.plaatsing.verloop import LKS, lees_maand

DOORGEEF_DAGEN = 5
LOPENDE = (Plaatsing.Status.VOORBEREIDING, Plaatsing.Status.LOOPT)


def _besluiten_vanaf(plaatsing: Plaatsing, dag: date) -> list[Besluit]:
    """The subsidy decisions that hold on a day or after it, in order."""
    rijen = plaatsing.besluiten.geldig().filter(instrument=LKS).order_by("van", "id")
    return [rij for rij in rijen if rij.tot is None or rij.tot >= dag]


def _vereis_geen_wachtend_besluit(plaatsing: Plaatsing) -> None:
    if any(besluit.wacht for besluit in plaatsing.besluiten.open().filter(instrument=LKS)):
        raise Invoerfout(_("Er wacht nog een besluit over deze subsidie op een tweede collega. Rond dat eerst af."))


@actie
def leg_stand_vast(
    *,
    plaatsing: Plaatsing,
    vanaf: date,
    uren: Decimal,
    door: Gebruiker,
    loon_per_uur: Decimal | None = None,
    reden: str = "",
) -> Arbeidsstand:
    """Hours (per week, 1–60) and wage (euros per hour) from a day on. A running subsidy gets a new decision from then.

    Raises Invoerfout for a day outside the placement.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    _controleer_dag(vast, vanaf, "vanaf")
    if not 1 <= uren <= 60:
        raise Invoerfout({"uren": _("Vul 1 tot en met 60 uur per week in.")})
    if loon_per_uur is not None and loon_per_uur <= 0:
        raise Invoerfout({"loon_per_uur": _("Vul een loon boven 0 in, of laat dit leeg.")})
    _vereis_geen_wachtend_besluit(vast)
    if vanaf > vast.van and not vast.standen.filter(vanaf__lte=vast.van).exists():
        Arbeidsstand.objects.create(plaatsing=vast, vanaf=vast.van, uren=vast.uren, reden=_("Bij de start"), door=door)
    stand = Arbeidsstand.objects.create(
        plaatsing=vast, vanaf=vanaf, uren=uren, loon_per_uur=loon_per_uur, reden=reden.strip()[:300], door=door
    )
    gegevens = {"uren": getal(uren, 1), "vanaf": datum(vanaf)}
    noteer_bij_klant(vast, "plaatsing.uren", door, **gegevens)
    noteer_bij_werkgever(vast, "werkplek.uren", door, **gegevens)
    if (
        vanaf <= timezone.localdate()
        and not vast.standen.filter(vanaf__gt=vanaf, vanaf__lte=timezone.localdate()).exists()
    ):
        vast.wijzig(verwacht=None, uren=uren)
    zin = _("De uren zijn {uren} per week vanaf {dag}.")
    _herzie_uren(vast, vanaf, door, zin.format(uren=getal(uren, 1), dag=datum(vanaf)))
    return stand


@actie
def leg_meting_vast(
    *,
    plaatsing: Plaatsing,
    gemeten_op: date,
    geldt_vanaf: date,
    loonwaarde: Decimal,
    methode: str,
    door_wie: str,
    door: Gebruiker,
    praktijkroute: bool = False,
    toelichting: str = "",
) -> Loonwaardemeting:
    """A measured loonwaarde (percent of the minimum wage, 0–100). A running subsidy gets a new decision from
    `geldt_vanaf`. Measured for the praktijkroute and below 100: a task to report it for the doelgroepregister.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    _controleer_dag(vast, geldt_vanaf, "geldt_vanaf")
    fouten = {naam: _("Vul dit in.") for naam, w in (("methode", methode), ("door_wie", door_wie)) if not w.strip()}
    if gemeten_op > timezone.localdate():
        fouten["gemeten_op"] = _("Dit ligt in de toekomst. Leg een meting vast als die is geweest.")
    if not 0 <= loonwaarde <= 100:
        fouten["loonwaarde"] = _("Vul een percentage in van 0 tot en met 100.")
    if fouten:
        raise Invoerfout(fouten)
    _vereis_geen_wachtend_besluit(vast)
    meting = Loonwaardemeting.objects.create(
        plaatsing=vast,
        gemeten_op=gemeten_op,
        geldt_vanaf=geldt_vanaf,
        loonwaarde=loonwaarde,
        methode=methode.strip()[:120],
        door_wie=door_wie.strip()[:120],
        praktijkroute=praktijkroute,
        toelichting=toelichting.strip(),
        door=door,
    )
    procent = als_getal(Decimal(loonwaarde))
    noteer_bij_klant(vast, "plaatsing.meting", door, procent=procent, vanaf=datum(geldt_vanaf))
    reden = _("De gemeten loonwaarde is {procent} % vanaf {dag}.").format(procent=procent, dag=datum(geldt_vanaf))
    _herzie_loonwaarde(vast, geldt_vanaf, Decimal(loonwaarde), door, reden)
    if praktijkroute and loonwaarde < 100:
        maak_taak(
            gemeente=vast.dossier.gemeente,
            eigenaar=vast.dossier.verantwoordelijke or door,
            keten=vast.dossier.keten,
            titel=_("Praktijkroute: geef de loonwaarde van {procent} procent door voor het doelgroepregister").format(
                procent=procent
            ),
            voor_op=tel_werkdagen_op(timezone.localdate(), DOORGEEF_DAGEN),
            door=door,
            bron=f"plaatsing:{vast.pk}:praktijkroute:{meting.pk}",
            tegel=("werkzoekenden", SLUG),
            url=adres(vast),
        )
    return meting


def _controleer_dag(plaatsing: Plaatsing, dag: date, veld: str) -> None:
    if plaatsing.status not in LOPENDE:
        raise Invoerfout(_("Deze plaatsing loopt niet meer."))
    if dag < plaatsing.van or (plaatsing.tot is not None and dag > plaatsing.tot):
        raise Invoerfout({veld: _("Kies een dag binnen de plaatsing, vanaf {dag}.").format(dag=datum(plaatsing.van))})


def _herzie_uren(plaatsing: Plaatsing, vanaf: date, door: Gebruiker, reden: str) -> None:
    """New decisions with the new hours, for the one that holds on this day and for all after it."""
    for oud in _besluiten_vanaf(plaatsing, vanaf):
        bekend = oud.invoer.get("loonwaarde")
        vervang_besluit(
            besluit=oud,
            van=max(vanaf, oud.van),
            tot=oud.tot,
            loonwaarde=Decimal(bekend) if bekend else None,
            forfaitair=not bekend,
            grondslag=oud.grondslag,
            reden=reden,
            door=door,
        )


def _herzie_loonwaarde(plaatsing: Plaatsing, vanaf: date, loonwaarde: Decimal, door: Gebruiker, reden: str) -> None:
    """A new decision with this loonwaarde until the next one. It ends the fixed share and its six months."""
    lopend = _besluiten_vanaf(plaatsing, vanaf)
    if not lopend:
        return
    oud, later = lopend[0], lopend[1:]
    tot = plaatsing.tot if oud.invoer.get("forfaitair") else oud.tot
    if later:
        voor_de_volgende = later[0].van - timedelta(days=1)
        tot = min(tot, voor_de_volgende) if tot else voor_de_volgende
    vervang_besluit(
        besluit=oud,
        van=max(vanaf, oud.van),
        tot=tot,
        loonwaarde=loonwaarde,
        grondslag=oud.grondslag,
        reden=reden,
        door=door,
    )


@actie
def leg_uitbetaling_vast(
    *, plaatsing: Plaatsing, maand: date, bedrag: Decimal, betaald_op: date, door: Gebruiker, kenmerk: str = ""
) -> Uitbetaling:
    """What was paid for a month, in euros; below zero when money came back. Rows are added, never changed."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    fouten = {}
    if bedrag == 0:
        fouten["bedrag"] = _("Vul een bedrag in. Kwam er geld terug? Zet er een min voor.")
    if betaald_op > timezone.localdate():
        fouten["betaald_op"] = _("Dit ligt in de toekomst. Leg vast wat betaald is.")
    eerste = lees_maand(maand)
    if eerste < vast.van.replace(day=1):
        fouten["maand"] = _("Deze maand ligt voor het begin van de plaatsing.")
    if fouten:
        raise Invoerfout(fouten)
    rij = Uitbetaling.objects.create(
        plaatsing=vast, maand=eerste, bedrag=bedrag, betaald_op=betaald_op, kenmerk=kenmerk.strip()[:60], door=door
    )
    noteer_bij_klant(vast, "plaatsing.uitbetaling", door, maand=f"{eerste:%m-%Y}", bedrag=euro(bedrag))
    return rij
