"""Making a plan, agreeing on it, and setting its steps. One version counts; an agreed one changes by a new version."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.plannen import rules
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.plannen.sjablonen import plansjablonen
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker


@actie
def nieuw_plan(*, dossier: Dossier, door: Gebruiker, perspectief: str = "", evalueren_op: date | None = None) -> Plan:
    """The first plan of a dossier. Raises Invoerfout when there is one: then `nieuwe_versie` is meant."""
    vereis(rules.mag_plan_maken(door, dossier))
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if dossier.plannen.exists():
        raise Invoerfout(_("Er is al een plan. Maak een nieuwe versie van dat plan."))
    plan = Plan.objects.create(
        dossier=dossier, nummer=1, perspectief=perspectief.strip(), evalueren_op=evalueren_op, door=door
    )
    _noteer(plan, "plan.gemaakt", door)
    return plan


@actie
def nieuwe_versie(*, plan: Plan, door: Gebruiker) -> Plan:
    """Start the next version with the goals and steps that still run; the old version is kept as it was."""
    dossier = plan.dossier
    vereis(rules.mag_plan_maken(door, dossier))
    vast = _vergrendel(plan)
    if vast.status == Plan.Status.VERVANGEN:
        raise Invoerfout(_("Er is al een nieuwere versie van dit plan."))
    nummer = (dossier.plannen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    nieuw = Plan.objects.create(
        dossier=dossier, nummer=nummer, perspectief=vast.perspectief, evalueren_op=vast.evalueren_op, door=door
    )
    for doel in vast.doelen.filter(status=Doel.Status.OPEN).prefetch_related("stappen"):
        _kopieer_doel(doel, nieuw, dossier, door)
    vast.wijzig(verwacht=None, status=Plan.Status.VERVANGEN)
    _noteer(nieuw, "plan.gemaakt", door)
    return nieuw


def _kopieer_doel(doel: Doel, plan: Plan, dossier: Dossier, door: Gebruiker) -> None:
    nieuw = Doel.objects.create(
        plan=plan, tekst=doel.tekst, soort=doel.soort, aspect=doel.aspect, tegel=doel.tegel, volgorde=doel.volgorde
    )
    nieuw.delingen.set(doel.delingen.all())
    for stap in doel.stappen.all():
        if stap.status != Stap.Status.OPEN:
            continue
        kopie = Stap.objects.create(
            doel=nieuw,
            tekst=stap.tekst,
            wie=stap.wie,
            wie_naam=stap.wie_naam,
            voor_op=stap.voor_op,
            vertrouwen=stap.vertrouwen,
            volgorde=stap.volgorde,
        )
        sluit_taken_van(bron=_taakbron(stap), door=door)
        _maak_taak_voor(kopie, dossier, door)


@actie
def wijzig_plan(
    *, plan: Plan, door: Gebruiker, versie: int | None, perspectief: str, evalueren_op: date | None = None
) -> Plan:
    """Change the perspective or the date to look back. Raises VerouderdeVersie when a colleague saved first."""
    vereis(rules.mag_plan_maken(door, plan.dossier))
    _vereis_concept(plan)
    gewijzigd = plan.wijzig(verwacht=versie, perspectief=perspectief.strip(), evalueren_op=evalueren_op)
    _noteer(gewijzigd, "plan.gewijzigd", door)
    return gewijzigd


@actie
def voeg_doel_toe(
    *, plan: Plan, door: Gebruiker, tekst: str, soort: str = "leren", aspect: str = "", tegel: str = ""
) -> Doel:
    """Add a small goal to a plan that is not agreed yet. `soort` is leren or doen."""
    vereis(rules.mag_plan_maken(door, plan.dossier))
    vast = _vergrendel(plan)
    _vereis_concept(vast)
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf het doel op, liefst in de woorden van de klant.")})
    if aspect and aspect not in aspecten():
        raise Invoerfout({"aspect": _("Kies een onderwerp uit de lijst.")})
    doel = Doel.objects.create(
        plan=vast,
        tekst=tekst.strip()[:300],
        soort=soort,
        aspect=aspect,
        tegel=tegel,
        volgorde=vast.doelen.count() + 1,
    )
    leg_vast(keten=plan.dossier.keten, soort="doel.toegevoegd", door=door, gegevens={"doel": doel.tekst})
    return doel


@actie
def gebruik_sjabloon(*, plan: Plan, code: str, door: Gebruiker) -> int:
    """Add the goals and steps of a template that are not in the plan yet; returns how many goals."""
    sjabloon = vind(plansjablonen(), code)
    if sjabloon is None:
        raise Invoerfout({"sjabloon": _("Kies een voorbeeld uit de lijst.")})
    bestaand = set(plan.doelen.values_list("tekst", flat=True))
    nieuwe = [doel for doel in sjabloon.doelen if doel["tekst"] not in bestaand]
    for rij in nieuwe:
        doel = voeg_doel_toe(plan=plan, door=door, tekst=rij["tekst"], soort=rij["soort"], tegel=sjabloon.tegel)
        for stap in rij["stappen"]:
            voor = timezone.localdate() + timedelta(days=stap["dagen"])
            voeg_stap_toe(doel=doel, door=door, tekst=stap["tekst"], wie=stap["wie"], voor_op=voor)
    if not nieuwe:
        raise Invoerfout({"sjabloon": _("De doelen van dit voorbeeld staan al in het plan.")})
    return len(nieuwe)


@actie
def voeg_stap_toe(
    *,
    doel: Doel,
    door: Gebruiker,
    tekst: str,
    wie: str = "klant",
    wie_naam: str = "",
    voor_op: date | None = None,
    vertrouwen: int | None = None,
) -> Stap:
    """Add who does what by when. A step of the professional with a date becomes a task. `vertrouwen` is 1–10."""
    dossier = doel.plan.dossier
    vereis(rules.mag_plan_maken(door, dossier))
    _vereis_geldend(_vergrendel(doel.plan))
    vast = Doel.objects.select_for_update().get(pk=doel.pk)
    fouten: dict[str, str] = {}
    if vast.status != Doel.Status.OPEN:
        fouten[""] = _("Dit doel is al afgerond. Kies een ander doel.")
    if not tekst.strip():
        fouten["tekst"] = _("Schrijf op wat er gaat gebeuren.")
    if wie not in {"klant", "professional", "partner"}:
        fouten["wie"] = _("Kies wie deze stap zet.")
    if vertrouwen is not None and vertrouwen not in range(1, 11):
        fouten["vertrouwen"] = _("Kies een cijfer van 1 tot en met 10.")
    if fouten:
        raise Invoerfout(fouten)
    stap = Stap.objects.create(
        doel=vast,
        tekst=tekst.strip()[:300],
        wie=wie,
        wie_naam=wie_naam.strip()[:120],
        voor_op=voor_op,
        vertrouwen=vertrouwen,
        volgorde=vast.stappen.count() + 1,
    )
    _maak_taak_voor(stap, dossier, door)
    leg_vast(
        keten=dossier.keten,
        soort="stap.afgesproken",
        door=door,
        gegevens={"stap": stap.tekst, "wie": stap.wie_naam or str(stap.get_wie_display()).lower()},
    )
    return stap


@actie
def rond_stap_af(*, stap: Stap, door: Gebruiker, resultaat: str = "", gedaan_op: date | None = None) -> Stap:
    """The step is set; what went well is kept. Doing it twice changes nothing."""
    dossier = stap.doel.plan.dossier
    vereis(rules.mag_stap_afronden(door, dossier, stap))
    _vereis_geldend(_vergrendel(stap.doel.plan))
    vast = Stap.objects.select_for_update().get(pk=stap.pk)
    if vast.status != Stap.Status.OPEN:
        return vast
    op = gedaan_op or timezone.localdate()
    if op > timezone.localdate():
        raise Invoerfout({"gedaan_op": _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")})
    vast.status, vast.gedaan_op, vast.resultaat = Stap.Status.GEDAAN, op, resultaat.strip()[:300]
    vast.save(update_fields=["status", "gedaan_op", "resultaat"])
    sluit_taken_van(bron=_taakbron(vast), door=door)
    leg_vast(
        keten=dossier.keten,
        soort="stap.gedaan",
        door=door,
        gegevens={"stap": vast.tekst, "resultaat": vast.resultaat},
    )
    return vast


@actie
def stop_stap(*, stap: Stap, door: Gebruiker) -> Stap:
    """The step is not needed any more; it stays visible."""
    dossier = stap.doel.plan.dossier
    vereis(rules.mag_plan_maken(door, dossier))
    _vereis_geldend(_vergrendel(stap.doel.plan))
    vast = Stap.objects.select_for_update().get(pk=stap.pk)
    if vast.status != Stap.Status.OPEN:
        return vast
    vast.status, vast.gedaan_op = Stap.Status.GESTOPT, timezone.localdate()
    vast.save(update_fields=["status", "gedaan_op"])
    sluit_taken_van(bron=_taakbron(vast), door=door)
    leg_vast(keten=dossier.keten, soort="stap.gestopt", door=door, gegevens={"stap": vast.tekst})
    return vast


@actie
def rond_doel_af(*, doel: Doel, door: Gebruiker, gehaald: bool) -> Doel:
    """A goal is reached, or stopped; its open steps stop with it and everything stays on the page."""
    dossier = doel.plan.dossier
    vereis(rules.mag_plan_maken(door, dossier))
    _vereis_geldend(_vergrendel(doel.plan))
    vast = Doel.objects.select_for_update().get(pk=doel.pk)
    if vast.status != Doel.Status.OPEN:
        return vast
    for stap in vast.stappen.filter(status=Stap.Status.OPEN):
        stop_stap(stap=stap, door=door)
    vast.status = Doel.Status.GEHAALD if gehaald else Doel.Status.GESTOPT
    vast.afgerond_op = timezone.localdate()
    vast.save(update_fields=["status", "afgerond_op"])
    leg_vast(keten=dossier.keten, soort=f"doel.{vast.status}", door=door, gegevens={"doel": vast.tekst})
    return vast


@actie
def stel_voor_aan_klant(*, plan: Plan, door: Gebruiker) -> Plan:
    """Put the plan before the person. It needs a perspective and at least one goal."""
    vereis(rules.mag_plan_maken(door, plan.dossier))
    vast = _vergrendel(plan)
    _vereis_concept(vast)
    _vereis_inhoud(vast)
    vast.wijzig(verwacht=None, status=Plan.Status.VOORGELEGD)
    _noteer(vast, "plan.voorgelegd", door)
    return vast


@actie
def geef_akkoord(*, plan: Plan, door: Gebruiker, hoe: str, reactie: str = "", op: date | None = None) -> Plan:
    """The person agrees: `hoe` is "mijn" (by the person), "gesprek" or "papier" (recorded by a colleague)."""
    dossier = plan.dossier
    vereis(rules.mag_akkoord_geven(door, dossier, hoe))
    vast = _vergrendel(plan)
    if vast.status == Plan.Status.AKKOORD:
        return vast
    _vereis_geldend(vast)
    if hoe == "mijn" and vast.status != Plan.Status.VOORGELEGD:
        raise Invoerfout(_("Dit plan is nog niet af. U krijgt bericht als u akkoord kunt geven."))
    _vereis_inhoud(vast)
    wanneer = op or timezone.localdate()
    if wanneer > timezone.localdate():
        raise Invoerfout({"op": _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")})
    vast.wijzig(
        verwacht=None, status=Plan.Status.AKKOORD, akkoord_op=wanneer, akkoord_hoe=hoe, reactie_klant=reactie.strip()
    )
    sluit_taken_van(bron=f"plan:{vast.pk}:reactie", door=door)
    _noteer(vast, "plan.akkoord", door, hoe=str(vast.get_akkoord_hoe_display()).lower())
    return vast


@actie
def vraag_aanpassing(*, plan: Plan, door: Gebruiker, reactie: str) -> Plan:
    """The person wants it different: the plan is a draft again, and the responsible colleague gets a task."""
    dossier = plan.dossier
    vereis(rules.is_zelf(door, dossier) or rules.mag_plan_maken(door, dossier))
    vast = _vergrendel(plan)
    if vast.status != Plan.Status.VOORGELEGD:
        raise Invoerfout(_("Dit plan ligt nu niet bij u. Bel uw contactpersoon."))
    if not reactie.strip():
        raise Invoerfout({"reactie": _("Schrijf op wat er anders moet.")})
    vast.wijzig(verwacht=None, status=Plan.Status.CONCEPT, reactie_klant=reactie.strip())
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        titel=_("Pas het plan aan: de klant wil iets anders"),
        toelichting=reactie.strip(),
        voor_op=timezone.localdate(),
        door=door if door.is_medewerker else None,
        keten=dossier.keten,
        bron=f"plan:{vast.pk}:reactie",
        url=reverse("plannen:plan", args=[dossier.pk]),
    )
    _noteer(vast, "plan.reactie", door, reactie=reactie.strip())
    return vast


def _vergrendel(plan: Plan) -> Plan:
    vast = Plan.objects.select_for_update(of=("self",)).select_related("dossier__keten").get(pk=plan.pk)
    vast.dossier = plan.dossier
    return vast


def _vereis_concept(plan: Plan) -> None:
    if plan.status != Plan.Status.CONCEPT:
        raise Invoerfout(_("Over dit plan is al iets afgesproken. Maak eerst een nieuwe versie."))


def _vereis_geldend(plan: Plan) -> None:
    if plan.status == Plan.Status.VERVANGEN:
        raise Invoerfout(_("Dit is een oude versie van het plan. Ga naar de nieuwste versie."))


def _vereis_inhoud(plan: Plan) -> None:
    if not plan.perspectief.strip():
        raise Invoerfout({"perspectief": _("Schrijf eerst op wat de klant wil bereiken, in eigen woorden.")})
    if not plan.doelen.exists():
        raise Invoerfout(_("Voeg eerst ten minste één doel toe."))


def _taakbron(stap: Stap) -> str:
    return f"stap:{stap.pk}"


def _maak_taak_voor(stap: Stap, dossier: Dossier, door: Gebruiker) -> None:
    """Only what the professional promised, with a date; the person's own steps are no tasks of a colleague."""
    if stap.wie != "professional" or stap.voor_op is None:
        return
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=stap.tekst[:200],
        voor_op=stap.voor_op,
        door=door,
        keten=dossier.keten,
        bron=_taakbron(stap),
        url=reverse("plannen:plan", args=[dossier.pk]),
    )


def _noteer(plan: Plan, soort: str, door: Gebruiker, **meer: str) -> None:
    leg_vast(keten=plan.dossier.keten, soort=soort, door=door, gegevens={"versie": plan.nummer, **meer})
