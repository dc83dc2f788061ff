"""Aftercare: a plan with a rhythm and one contact, held contacts, changes that are announced, and its end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.bezorgen import als_brief, laat_weten_zonder_mail
from werklandschap.kern.dossiers.bereik import mailadres_voor
from werklandschap.kern.profielen.actions import voeg_werkervaring_toe
from werklandschap.kern.profielen.rules import mag_profiel_bewerken
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.rules import mag_keten_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.regelingen.kalender import tel_werkdagen_op
from werklandschap.samen.nazorg import rules
from werklandschap.samen.nazorg.catalogus import EVALUATIEBESLUITEN, REDENEN_STOP, buurvorm, sjabloon
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan
from werklandschap.samen.nazorg.planning import SLUG, contactbron, nazorg_url, op_werkdag, zorg_voor_taken
from werklandschap.samen.plaatsing.actions import beeindig_plaatsing
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.stappen import (
    beeindig_bezoeken,
    noteer_bij_klant,
    noteer_bij_werkgever,
    start_bezoeken,
    vergrendel,
)

LAAG_OORDEEL = 2
PLANTAAK_DAGEN = 5


@actie
def maak_nazorgplan(
    *,
    plaatsing: Plaatsing,
    sjabloon: str,
    van: date,
    contactpersoon: Gebruiker,
    door: Gebruiker,
    tot: date | None = None,
    inhoud: str = "",
    aanbieder: str = "",
    uren: Decimal | None = None,
    kosten: Decimal | None = None,
) -> Nazorgplan:
    """Agree how long, how often and by whom; every contact is planned on a working day. A placement has one plan."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    vorm = _sjabloon(sjabloon)
    einde = tot or vorm.einde(van)
    _controleer(vast, van, einde, contactpersoon)
    if Nazorgplan.objects.filter(plaatsing=vast).exists():
        raise Invoerfout(_("Er is al een nazorgplan. Verleng het of wissel het vaste contact."))
    plan = Nazorgplan.objects.create(
        plaatsing=vast,
        sjabloon=vorm.code,
        van=van,
        tot=einde,
        contactpersoon=contactpersoon,
        inhoud=inhoud.strip(),
        aanbieder=aanbieder.strip(),
        uren=uren,
        kosten=kosten,
    )
    _plan_contacten(plan, vorm.momenten(van, einde))
    noteer_bij_klant(vast, "nazorg.gestart", door, vorm=vorm.naam, tot=datum(einde), wie=contactpersoon.naam)
    noteer_bij_werkgever(vast, "werkplek.nazorg", door, wie=contactpersoon.naam)
    sluit_taken_van(bron=planbron(vast), door=door)
    start_bezoeken(vast, SLUG, door)
    zorg_voor_taken(plan, door)
    return plan


def _sjabloon(code: str) -> Any:
    vorm = sjabloon(code)
    if vorm is None:
        raise Invoerfout({"sjabloon": _("Kies een vorm van nazorg.")})
    return vorm


def _controleer(plaatsing: Plaatsing, van: date, tot: date, contactpersoon: Gebruiker) -> None:
    if plaatsing.status not in {Plaatsing.Status.VOORBEREIDING, Plaatsing.Status.LOOPT}:
        raise Invoerfout(_("Deze plaatsing loopt niet meer."))
    if tot < van:
        raise Invoerfout({"tot": _("Het einde ligt voor het begin.")})
    if not rules.kan_contactpersoon_zijn(contactpersoon, plaatsing):
        raise Invoerfout({"contactpersoon": _("Kies een collega van deze gemeente die nazorg geeft.")})


def _plan_contacten(plan: Nazorgplan, momenten: Iterable[tuple[date, bool]]) -> None:
    per_dag: dict[date, bool] = {}
    for dag, evaluatie in momenten:
        werkdag = op_werkdag(dag)
        per_dag[werkdag] = per_dag.get(werkdag, False) or evaluatie
    Nazorgcontact.objects.bulk_create(
        Nazorgcontact(plan=plan, gepland_op=dag, is_evaluatie=evaluatie) for dag, evaluatie in sorted(per_dag.items())
    )


def planbron(plaatsing: Plaatsing) -> str:
    """The cause of the task to make a plan."""
    return f"plaatsing:{plaatsing.pk}:nazorgplan"


@actie
def na_start(*, plaatsing: Plaatsing, door: Gebruiker) -> None:
    """The work began: aftercare opens, and without a plan somebody makes one. Runs in the same transaction."""
    start_bezoeken(plaatsing, SLUG, door)
    if Nazorgplan.objects.filter(plaatsing=plaatsing).exists():
        return
    maak_taak(
        gemeente=plaatsing.dossier.gemeente,
        eigenaar=plaatsing.dossier.verantwoordelijke or door,
        keten=plaatsing.dossier.keten,
        titel=_("Maak een nazorgplan: {functie}").format(functie=plaatsing.functie),
        voor_op=tel_werkdagen_op(timezone.localdate(), PLANTAAK_DAGEN),
        door=door,
        bron=planbron(plaatsing),
        tegel=("werkzoekenden", SLUG),
        url=nazorg_url(plaatsing),
    )


@actie
def na_einde(*, plaatsing: Plaatsing, door: Gebruiker) -> None:
    """The work ended: no more contacts are planned. Runs in the same transaction."""
    sluit_taken_van(bron=planbron(plaatsing), door=door)
    plan = Nazorgplan.objects.filter(plaatsing=plaatsing, gestopt_op__isnull=True).first()
    if plan is not None:
        _stop(plan, plaatsing, door, "einde_werk", "")


@actie
def leg_contact_vast(
    *,
    contact: Nazorgcontact,
    gehouden_op: date,
    met_wie: str,
    door: Gebruiker,
    verslag: str = "",
    oordeel_klant: int | None = None,
    oordeel_werkgever: int | None = None,
) -> Nazorgcontact:
    """Record how it goes, with both sides' mark (1–5). A low mark gives a task to call within two working days."""
    vast = vergrendel(contact.plan.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    rij = Nazorgcontact.objects.select_for_update().get(pk=contact.pk)
    _controleer_contact(gehouden_op, met_wie, oordeel_klant, oordeel_werkgever)
    was_gehouden = rij.gehouden_op is not None
    rij.gehouden_op, rij.met_wie, rij.verslag, rij.door = gehouden_op, met_wie, verslag.strip(), door
    rij.oordeel_klant, rij.oordeel_werkgever = oordeel_klant, oordeel_werkgever
    rij.save()
    sluit_taken_van(bron=contactbron(rij), door=door)
    if not was_gehouden:
        noteer_bij_klant(
            vast, "nazorg.contact", door, dag=datum(gehouden_op), met_wie=str(rij.get_met_wie_display()).lower()
        )
    plan = Nazorgplan.objects.select_related("contactpersoon").get(pk=rij.plan_id)
    plan.plaatsing = vast
    _waak_over_oordeel(plan, rij, door)
    zorg_voor_taken(plan, door)
    return rij


def _controleer_contact(op: date, met_wie: str, klant: int | None, werkgever: int | None) -> None:
    fouten = {}
    if op > timezone.localdate():
        fouten["gehouden_op"] = _("Dit ligt in de toekomst. Leg een gesprek vast als het is geweest.")
    if met_wie not in {"klant", "werkgever", "beiden"}:
        fouten["met_wie"] = _("Kies met wie u sprak.")
    for naam, oordeel in (("oordeel_klant", klant), ("oordeel_werkgever", werkgever)):
        if oordeel is not None and not 1 <= oordeel <= 5:
            fouten[naam] = _("Kies een cijfer van 1 tot en met 5.")
    if fouten:
        raise Invoerfout(fouten)


def _waak_over_oordeel(plan: Nazorgplan, contact: Nazorgcontact, door: Gebruiker) -> None:
    oordelen = [o for o in (contact.oordeel_klant, contact.oordeel_werkgever) if o is not None]
    if not oordelen or min(oordelen) > LAAG_OORDEEL:
        return
    maak_taak(
        gemeente=plan.plaatsing.dossier.gemeente,
        eigenaar=plan.contactpersoon,
        keten=plan.plaatsing.dossier.keten,
        titel=_("Laag cijfer bij {functie}: bel en kijk wat helpt").format(functie=plan.plaatsing.functie),
        voor_op=tel_werkdagen_op(timezone.localdate(), 2),
        door=door,
        bron=f"{contactbron(contact)}:laag",
        tegel=("werkzoekenden", SLUG),
        url=nazorg_url(plan.plaatsing),
    )


@actie
def evalueer(
    *,
    plan: Nazorgplan,
    op: date,
    besluit: str,
    verslag: str,
    door: Gebruiker,
    contact: Nazorgcontact | None = None,
    oordeel_klant: int | None = None,
    oordeel_werkgever: int | None = None,
) -> Nazorgcontact:
    """Look back together and decide how to go on; takes the planned evaluation, or an extra one.

    `minder` and `meer` change the rhythm at once to the form before or after this one. The others open a page.
    """
    vereis(rules.mag_nazorg_geven(door, plan.plaatsing))
    if besluit not in EVALUATIEBESLUITEN:
        raise Invoerfout({"besluit": _("Kies hoe het verder gaat.")})
    if not verslag.strip():
        raise Invoerfout({"verslag": _("Schrijf kort op wat klant en werkgever zeggen.")})
    if contact is None:
        contact = (
            plan.contacten.filter(is_evaluatie=True, gehouden_op__isnull=True, gepland_op__lte=op + timedelta(days=28))
            .order_by("gepland_op")
            .first()
        )
    if contact is None:
        contact = Nazorgcontact.objects.create(plan=plan, gepland_op=op, is_evaluatie=True)
    rij = leg_contact_vast(
        contact=contact,
        gehouden_op=op,
        met_wie="beiden",
        verslag=verslag,
        oordeel_klant=oordeel_klant,
        oordeel_werkgever=oordeel_werkgever,
        door=door,
    )
    rij.besluit = besluit
    rij.save(update_fields=["besluit"])
    vast = vergrendel(plan.plaatsing)
    noteer_bij_klant(vast, "nazorg.evaluatie", door, dag=datum(op), besluit=str(EVALUATIEBESLUITEN[besluit]))
    andere = buurvorm(plan.sjabloon, besluit)
    if andere is not None:
        wissel_vorm(plan=plan, sjabloon=andere.code, door=door)
    return rij


@actie
def wissel_vorm(*, plan: Nazorgplan, sjabloon: str, door: Gebruiker, versie: int | None = None) -> Nazorgplan:
    """Another rhythm from today on: planned contacts that still lie ahead make place for those of the new form."""
    vast = vergrendel(plan.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    rij = Nazorgplan.objects.select_for_update(of=("self",)).select_related("contactpersoon").get(pk=plan.pk)
    rij.plaatsing = vast
    vorm = _sjabloon(sjabloon)
    if rij.gestopt_op is not None:
        raise Invoerfout(_("De nazorg is gestopt."))
    if rij.sjabloon == vorm.code:
        return rij
    vandaag = timezone.localdate()
    rij.wijzig(verwacht=versie, sjabloon=vorm.code)
    for contact in rij.contacten.filter(gehouden_op__isnull=True, gepland_op__gt=vandaag):
        sluit_taken_van(bron=contactbron(contact), door=door)
        contact.delete()
    _plan_contacten(rij, [moment for moment in vorm.momenten(rij.van, rij.tot) if op_werkdag(moment[0]) > vandaag])
    noteer_bij_klant(vast, "nazorg.vorm", door, vorm=vorm.naam)
    zorg_voor_taken(rij, door)
    return rij


@actie
def leg_los_contact_vast(
    *,
    plan: Nazorgplan,
    gehouden_op: date,
    met_wie: str,
    door: Gebruiker,
    verslag: str = "",
    oordeel_klant: int | None = None,
    oordeel_werkgever: int | None = None,
) -> Nazorgcontact:
    """A contact that was not planned: somebody called, or came by. Goes into the same log."""
    vereis(rules.mag_nazorg_geven(door, plan.plaatsing))
    contact = Nazorgcontact.objects.create(plan=plan, gepland_op=gehouden_op)
    return leg_contact_vast(
        contact=contact,
        gehouden_op=gehouden_op,
        met_wie=met_wie,
        verslag=verslag,
        oordeel_klant=oordeel_klant,
        oordeel_werkgever=oordeel_werkgever,
        door=door,
    )


@actie
def wissel_contactpersoon(
    *, plan: Nazorgplan, naar: Gebruiker, reden: str, door: Gebruiker, versie: int | None = None
) -> Nazorgplan:
    """Somebody else becomes the fixed contact: tasks and open problems go along, employer and person are told."""
    vast = vergrendel(plan.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    oud = plan.contactpersoon
    if naar.pk == oud.pk:
        return plan
    if not rules.kan_contactpersoon_zijn(naar, vast):
        raise Invoerfout({"naar": _("Kies een collega van deze gemeente die nazorg geeft.")})
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom. Klant en werkgever lezen dit.")})
    plan.wijzig(verwacht=versie, contactpersoon=naar)
    bronnen = [contactbron(c) for c in plan.contacten.filter(gehouden_op__isnull=True)]
    problemen = list(vast.problemen.filter(beantwoord_op__isnull=True, eigenaar=oud))
    bronnen += [f"probleem:{p.pk}" for p in problemen]
    for taak in Taak.objects.filter(bron__in=bronnen, status=Taak.Status.OPEN):
        taak.wijzig(verwacht=None, eigenaar=naar)
    for probleem in problemen:
        probleem.eigenaar = naar
        probleem.save(update_fields=["eigenaar"])
    gegevens = {"nieuw": naar.naam, "oud": oud.naam, "reden": reden.strip()}
    noteer_bij_klant(vast, "nazorg.contact_gewisseld", door, **gegevens)
    noteer_bij_werkgever(vast, "werkplek.contact_gewisseld", door, **gegevens)
    _kondig_aan(vast, naar)
    return plan


def _kondig_aan(plaatsing: Plaatsing, naar: Gebruiker) -> None:
    """Mail the people at the company who have an address, and tell the person as they like; neither reads the other's
    name.
    """
    adressen = list(
        plaatsing.werkprofiel.werkgever.contactpersonen.filter(actief=True)
        .exclude(email="")
        .values_list("email", flat=True)
    )
    bereik = " ".join(deel for deel in (naar.telefoon, naar.email) if deel)
    tekst = _("Uw vaste contact bij de gemeente is vanaf nu {naam}. U bereikt {naam} zo: {bereik}.").format(
        naam=naar.naam, bereik=bereik
    )
    onderwerp = _("U krijgt een ander vast contact")
    dossier = plaatsing.dossier
    if adres := mailadres_voor(dossier.werkzoekende):
        adressen.append(adres)
    else:
        brief, bron = als_brief(dossier, tekst), f"nazorg:{plaatsing.pk}:nieuw_contact"
        laat_weten_zonder_mail(dossier=dossier, onderwerp=onderwerp, tekst=brief, eigenaar=naar, bron=bron, door=None)
    for adres in adressen:
        na_vastleggen(lambda adres=adres: send_mail(onderwerp, tekst, None, [adres]))  # type: ignore[misc]


@actie
def verleng(*, plan: Nazorgplan, tot: date, door: Gebruiker, versie: int | None = None) -> Nazorgplan:
    """Aftercare goes on longer in the same rhythm."""
    vast = vergrendel(plan.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    if plan.gestopt_op is not None or tot <= plan.tot:
        raise Invoerfout({"tot": _("Kies een dag na {dag}.").format(dag=datum(plan.tot))})
    vorm = _sjabloon(plan.sjabloon)
    laatste = plan.contacten.order_by("-gepland_op").values_list("gepland_op", flat=True).first() or plan.van
    plan.wijzig(verwacht=versie, tot=tot)
    _plan_contacten(plan, [moment for moment in vorm.momenten(plan.van, tot) if moment[0] > laatste])
    noteer_bij_klant(vast, "nazorg.verlengd", door, tot=datum(tot))
    zorg_voor_taken(plan, door)
    return plan


@actie
def beeindig_nazorg(
    *, plan: Nazorgplan, reden: str, door: Gebruiker, toelichting: str = "", versie: int | None = None
) -> Nazorgplan:
    """No more contacts; what was held stays. Twice changes nothing."""
    vast = vergrendel(plan.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    rij = Nazorgplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if rij.gestopt_op is not None:
        return rij
    if reden not in REDENEN_STOP:
        raise Invoerfout({"reden": _("Kies een reden.")})
    return _stop(rij, vast, door, reden, toelichting, versie)


def _stop(
    plan: Nazorgplan, plaatsing: Plaatsing, door: Gebruiker, reden: str, toelichting: str, versie: int | None = None
) -> Nazorgplan:
    plan.wijzig(verwacht=versie, gestopt_op=timezone.localdate())
    for contact in plan.contacten.filter(gehouden_op__isnull=True):
        sluit_taken_van(bron=contactbron(contact), door=door)
    zin = str(REDENEN_STOP[reden])
    noteer_bij_klant(plaatsing, "nazorg.gestopt", door, reden=zin, toelichting=toelichting.strip())
    noteer_bij_werkgever(plaatsing, "werkplek.nazorg_gestopt", door)
    beeindig_bezoeken(plaatsing, SLUG, door, "doel_bereikt" if reden == "klaar" else "stap_gezet")
    return plan


@actie
def plaats_door(*, plaatsing: Plaatsing, reden: str, door: Gebruiker, op: date | None = None) -> Plaatsing:
    """The job ends or the person outgrew it: close this placement and go on looking for the next job (W7).

    The work that was done goes into the profile, so that the next match counts it.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_doorplaatsen(door, vast))
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom ander werk nu beter past.")})
    uit = beeindig_plaatsing(plaatsing=vast, reden="doorgroei", door=door, op=op, toelichting=reden)
    mens = vast.dossier.werkzoekende
    if mag_profiel_bewerken(door, mens) and uit.van <= timezone.localdate():
        voeg_werkervaring_toe(
            werkzoekende=mens,
            functie=uit.functie,
            werkgever_naam=uit.werkprofiel.werkgever.naam,
            beroep=uit.werkprofiel.beroep,
            van=uit.van,
            tot=uit.geeindigd_op,
            door=door,
        )
    noteer_bij_klant(vast, "nazorg.doorplaatsing", door, reden=reden.strip())
    if mag_keten_bewerken(door, vast.dossier.keten):
        start_bezoek(
            keten=vast.dossier.keten, kant="werkzoekenden", tegel="bemiddeling", door=door, reden=reden.strip()
        )
    return uit
