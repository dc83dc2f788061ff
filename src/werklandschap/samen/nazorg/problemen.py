"""Problems after the start: answered within an agreed number of working hours, and the manager hears when not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.bezorgen import als_brief, laat_weten_zonder_mail
from werklandschap.kern.dossiers.bereik import mailadres_voor
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.inlognaam import is_inlognaam
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum, datum_tijd
from werklandschap.regelingen.kalender import tel_werkuren_op
from werklandschap.samen.bemiddeling.controle import keur_voor_werkgever
from werklandschap.samen.nazorg import rules
from werklandschap.samen.nazorg.catalogus import URGENTIES, Probleemsoort, probleemsoort
from werklandschap.samen.nazorg.models import Nazorgplan, Probleem, Probleemgesprek
from werklandschap.samen.nazorg.planning import SLUG, aanwezige, probleembron
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.rules import is_klant, is_werkgever
from werklandschap.samen.plaatsing.stappen import noteer_bij_klant, noteer_bij_werkgever, vergrendel

VAN_WERKGEVER = {"werkgever", "collega"}


def antwoord_voor(gemeente: Gemeente, soort: Probleemsoort, urgentie: str, gemeld_op: datetime) -> datetime:
    """When the first answer is due: the shorter of what the kind and the urgency ask, in working hours.

    Weekends and Dutch holidays do not count; a municipality sets the hours per urgency.
    """
    uren = min(soort.werkuren, instelling(gemeente, f"probleem_{urgentie}_werkuren"))
    return tel_werkuren_op(gemeld_op, uren)


@actie
def meld_probleem(
    *,
    plaatsing: Plaatsing,
    soort: str,
    urgentie: str,
    tekst: str,
    gemeld_door_wie: str,
    door: Gebruiker,
    kanaal: str = Probleem.Kanaal.GESPREK,
    gemeld_op: datetime | None = None,
) -> Probleem:
    """Somebody reports a problem; the fixed contact gets a task and a mail, with a term in working hours.

    `soort` from `catalogus.probleemsoorten`, `urgentie` nu, snel or gewoon; `gemeld_door_wie` werkgever, klant,
    collega or professional; `kanaal` how a colleague heard it. The employer never hears what the person reported.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_probleem_melden(door, vast, gemeld_door_wie))
    eigen = is_werkgever(door, vast) or is_klant(door, vast)
    return schrijf_probleem(
        vast,
        soort=soort,
        urgentie=urgentie,
        tekst=tekst,
        gemeld_door_wie=gemeld_door_wie,
        door=door,
        kanaal=Probleem.Kanaal.PORTAAL if eigen else kanaal,
        gemeld_op=gemeld_op,
    )


def schrijf_probleem(
    vast: Plaatsing,
    *,
    soort: str,
    urgentie: str,
    tekst: str,
    gemeld_door_wie: str,
    door: Gebruiker | None,
    kanaal: str,
    gemeld_op: datetime | None = None,
) -> Probleem:
    """Write a report about a locked placement, with its term, task, events and mail; inside an action."""
    gekozen = _controleer(vast, soort, urgentie, tekst, gemeld_door_wie)
    if kanaal not in Probleem.Kanaal.values:
        raise Invoerfout({"kanaal": _("Kies hoe u het hoorde.")})
    moment = gemeld_op or timezone.now()
    eigenaar = eigenaar_van(vast)
    probleem = Probleem.objects.create(
        plaatsing=vast,
        soort=soort,
        urgentie=urgentie,
        tekst=tekst.strip(),
        gemeld_door_wie=gemeld_door_wie,
        gemeld_door=door,
        kanaal=kanaal,
        gemeld_op=moment,
        antwoord_voor=antwoord_voor(vast.dossier.gemeente, gekozen, urgentie, moment),
        eigenaar=eigenaar,
    )
    voor = datum_tijd(probleem.antwoord_voor)
    noteer_bij_klant(
        vast,
        "probleem.gemeld",
        door,
        soort=gekozen.naam,
        van_wie=str(probleem.get_gemeld_door_wie_display()).lower(),
        voor=voor,
    )
    if gemeld_door_wie in VAN_WERKGEVER:
        noteer_bij_werkgever(vast, "werkplek.probleem", door, voor=voor)
    _zet_taak(probleem, eigenaar, _("Probleem: {soort}").format(soort=gekozen.naam), door, probleembron(probleem.pk))
    adres = eigenaar.email
    na_vastleggen(
        lambda: send_mail(
            _("Er is een probleem gemeld"),
            _("Antwoord voor {voor}. Log in om het te lezen.").format(voor=voor),
            None,
            [adres],
        )
    )
    return probleem


def _controleer(plaatsing: Plaatsing, soort: str, urgentie: str, tekst: str, wie: str) -> Probleemsoort:
    fouten = {}
    gekozen = probleemsoort(soort)
    if gekozen is None:
        fouten["soort"] = _("Kies wat er aan de hand is.")
    if urgentie not in URGENTIES:
        fouten["urgentie"] = _("Kies hoe dringend het is.")
    if not tekst.strip():
        fouten["tekst"] = _("Schrijf kort op wat er aan de hand is.")
    if wie not in {"werkgever", "klant", "collega", "professional"}:
        fouten["gemeld_door_wie"] = _("Kies wie het meldt.")
    if plaatsing.status != Plaatsing.Status.LOOPT:
        fouten[""] = _("Deze plaatsing loopt nu niet. Bel uw contact bij de gemeente.")
    if fouten or gekozen is None:
        raise Invoerfout(fouten)
    return gekozen


def eigenaar_van(plaatsing: Plaatsing) -> Gebruiker:
    """Who answers: the fixed contact, else who is responsible; when away, who stands in. Raises Invoerfout."""
    plan = Nazorgplan.objects.filter(plaatsing=plaatsing).select_related("contactpersoon__vervanger").first()
    kandidaten = [plan.contactpersoon if plan else None, plaatsing.dossier.verantwoordelijke, plaatsing.door]
    for wie in kandidaten:
        aanwezig = aanwezige(wie)
        if aanwezig is not None:
            return aanwezig
    raise Invoerfout(_("Er is nu niemand die dit kan oppakken. Bel de gemeente."))


def _zet_taak(probleem: Probleem, eigenaar: Gebruiker | None, titel: str, door: Gebruiker | None, bron: str) -> None:
    dossier = probleem.plaatsing.dossier
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=eigenaar,
        keten=dossier.keten,
        titel=titel,
        voor_op=timezone.localdate(probleem.antwoord_voor),
        door=door if door is not None and door.gemeente_id == dossier.gemeente_id else None,
        bron=bron,
        tegel=("werkzoekenden", SLUG),
        url=reverse("samen_nazorg:probleem", args=[probleem.pk]),
    )


@actie
def beantwoord_probleem(
    *,
    probleem: Probleem,
    antwoord: str,
    opgelost: bool,
    door: Gebruiker,
    waarschuwing_gelezen: bool = False,
) -> Probleem:
    """The answer, and whether it solved the matter. A later answer takes its place; the first moment counts.

    Who reported it reads it on the own page and gets a mail; what an employer may not know is held back.
    """
    vast = vergrendel(probleem.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    rij = Probleem.objects.select_for_update(of=("self",)).get(pk=probleem.pk)
    if not antwoord.strip():
        raise Invoerfout({"antwoord": _("Schrijf op wat u heeft gedaan of afgesproken.")})
    if rij.antwoord == antwoord.strip() and rij.opgelost == opgelost:
        return rij
    if rij.gemeld_door_wie in VAN_WERKGEVER:
        keur_voor_werkgever(antwoord, veld="antwoord", gelezen=waarschuwing_gelezen)
    eerste = rij.beantwoord_op is None
    rij.antwoord, rij.opgelost, rij.beantwoord_door = antwoord.strip(), opgelost, door
    rij.beantwoord_op = rij.beantwoord_op or timezone.now()
    rij.save(update_fields=["antwoord", "opgelost", "beantwoord_door", "beantwoord_op"])
    for bron in (probleembron(rij.pk), f"{probleembron(rij.pk)}:te_laat"):
        sluit_taken_van(bron=bron, door=door)
    soort = probleemsoort(rij.soort)
    stand = _("opgelost") if opgelost else _("beantwoord, nog niet opgelost")
    noteer_bij_klant(vast, "probleem.beantwoord", door, soort=soort.naam if soort else rij.soort, stand=stand)
    if eerste and rij.gemeld_door_wie in VAN_WERKGEVER:
        noteer_bij_werkgever(vast, "werkplek.probleem_beantwoord", door)
    if rij.gemeld_door_wie == "klant":
        noteer_bij_klant(vast, "probleem.antwoord", door, dag=datum(rij.gemeld_op))
    rij.plaatsing = vast
    _mail_melder(rij)
    return rij


def _mail_melder(probleem: Probleem) -> None:
    """Tell who reported it. With an account the answer waits on the own page; without one it stands in the mail."""
    melder = probleem.gemeld_door
    met_account = melder is not None and not melder.is_medewerker
    dag = datum(probleem.gemeld_op)
    antwoord = _("U meldde iets op {dag}. Dit is ons antwoord:\n\n{antwoord}").format(
        dag=dag, antwoord=probleem.antwoord
    )
    eigen_pagina = _("U meldde iets op {dag}. Ons antwoord staat op uw eigen pagina.").format(dag=dag)
    adressen = _adressen_van_melder(probleem, melder if met_account else None)
    for adres in adressen:
        na_vastleggen(_verzending(adres, eigen_pagina if met_account else antwoord))
    if probleem.gemeld_door_wie == "klant" and not adressen:
        dossier = probleem.plaatsing.dossier
        laat_weten_zonder_mail(
            dossier=dossier,
            onderwerp=_("Antwoord op wat u meldde"),
            tekst=als_brief(dossier, antwoord),
            eigenaar=probleem.beantwoord_door,
            bron=f"{probleembron(probleem.pk)}:klant",
            door=None,
        )


def _verzending(adres: str, inhoud: str) -> Callable[[], int]:
    return lambda: send_mail(_("Antwoord op wat u meldde"), inhoud, None, [adres])


def _adressen_van_melder(probleem: Probleem, account: Gebruiker | None) -> list[str]:
    """Where mail about it goes; none for a colleague at work, and for a person whom mail does not reach."""
    plaatsing = probleem.plaatsing
    if probleem.gemeld_door_wie == "klant":
        adressen = [_adres_van_klant(plaatsing.dossier.werkzoekende, account)]
    elif account is not None:
        adressen = [account.email]
    elif probleem.gemeld_door_wie == "werkgever":
        personen = plaatsing.werkprofiel.werkgever.contactpersonen.filter(actief=True)
        adressen = list(personen.values_list("email", flat=True))
    else:
        adressen = []
    return [adres for adres in adressen if adres]


def _adres_van_klant(persoon: Werkzoekende, account: Gebruiker | None) -> str:
    """Who signs in with an address gave it to be mailed, also when the dossier holds none."""
    if account is None or persoon.email or is_inlognaam(account.email):
        return mailadres_voor(persoon)
    return account.email


@actie
def leg_probleemgesprek_vast(*, probleem: Probleem, met_wie: str, tekst: str, door: Gebruiker) -> Probleemgesprek:
    """A talk about a problem, added to its log. It is no answer: the term goes on."""
    vast = vergrendel(probleem.plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    velden = {"met_wie": met_wie, "tekst": tekst}
    fouten = {naam: _("Vul dit in.") for naam, waarde in velden.items() if not waarde.strip()}
    if fouten:
        raise Invoerfout(fouten)
    rij = Probleemgesprek.objects.create(
        probleem=probleem, met_wie=met_wie.strip()[:120], tekst=tekst.strip(), door=door
    )
    noteer_bij_klant(vast, "probleem.gesprek", door, met_wie=rij.met_wie)
    return rij


@actie
def escaleer(*, probleem: Probleem, door: Gebruiker | None) -> Probleem:
    """The answer is late: a manager gets a task, once. `door` is None for the daily watch."""
    vast = vergrendel(probleem.plaatsing)
    vereis(door is None or rules.mag_nazorg_geven(door, vast))
    rij = Probleem.objects.select_for_update(of=("self",)).get(pk=probleem.pk)
    if rij.geescaleerd_op is not None or rij.beantwoord_op is not None or rij.antwoord_voor > timezone.now():
        return rij
    rij.geescaleerd_op = timezone.now()
    rij.save(update_fields=["geescaleerd_op"])
    rij.plaatsing = vast
    manager = Gebruiker.objects.met_recht(Recht.CASELOAD_VERDELEN).filter(gemeente=vast.dossier.gemeente_id).first()
    soort = probleemsoort(rij.soort)
    naam = soort.naam if soort else rij.soort
    titel = _("Te laat met antwoord: {soort} ({werkgever})").format(
        soort=naam, werkgever=vast.werkprofiel.werkgever.naam
    )
    _zet_taak(rij, manager, titel, door, f"{probleembron(rij.pk)}:te_laat")
    noteer_bij_klant(vast, "probleem.geescaleerd", door, soort=naam)
    return rij
