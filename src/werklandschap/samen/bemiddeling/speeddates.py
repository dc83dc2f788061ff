"""Speed dates as actions: the event, who comes, the schedule, the day itself, and what follows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, trek_toestemming_in, vraag_toestemming
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.rules import mag_werkprofiel_zien
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum_tijd
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import (
    Speeddate,
    Speeddateafspraak,
    Speeddatekandidaat,
    Speeddatewerkgever,
)
from werklandschap.samen.bemiddeling.models.speeddate import lees_rondes
from werklandschap.samen.bemiddeling.speeddate_rooster import vul_voorkeuren
from werklandschap.samen.bemiddeling.stappen import SLUG

Komt = Speeddatekandidaat.Status
Antwoord = Speeddateafspraak.Antwoord
OPVOLG_DAGEN = 3
TOESTEMMING_NA_DAGEN = 14
VELDEN = ("naam", "begin", "waar", "rondes", "minuten", "wissel", "pauze_na", "pauze_minuten", "max_gesprekken")


@actie
def maak_speeddate(*, door: Gebruiker, **velden: Any) -> Speeddate:
    """A new event of the own municipality; `velden` are those of `VELDEN`. Raises Invoerfout."""
    vereis(door.heeft(Recht.VOORDRAGEN) and door.gemeente is not None)
    assert door.gemeente is not None
    _keur(velden)
    return Speeddate.objects.create(gemeente=door.gemeente, **velden)


@actie
def wijzig_speeddate(*, speeddate: Speeddate, door: Gebruiker, versie: int | None = None, **velden: Any) -> Speeddate:
    """Change the event. A schedule that no longer fits in the rounds is to be made again. Raises Invoerfout."""
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast))
    _keur(velden, was=vast.begin)
    return vast.wijzig(verwacht=versie, **velden)


def _keur(velden: dict[str, Any], was: datetime | None = None) -> None:
    onbekend = set(velden) - set(VELDEN)
    if onbekend:
        raise TypeError(f"unknown fields: {sorted(onbekend)}")
    fouten = {naam: _("Vul dit in.") for naam in ("naam", "waar") if not str(velden.get(naam, "")).strip()}
    if velden["begin"] != was and velden["begin"] < timezone.now():
        fouten["begin"] = _("Dit moment is al voorbij. Kies een moment in de toekomst.")
    if not _zijn_pauzes(velden.get("pauze_na", ""), velden["rondes"]):
        fouten["pauze_na"] = _("Schrijf na welke rondes er pauze is, bijvoorbeeld 3, 6. Niet na de laatste ronde.")
    if fouten:
        raise Invoerfout(fouten)


def _zijn_pauzes(tekst: str, rondes: int) -> bool:
    try:
        return all(1 <= ronde < rondes for ronde in lees_rondes(tekst))
    except ValueError:
        return False


def open_speeddate(speeddate: Speeddate) -> Speeddate:
    """The event, locked, for an action inside this room. Raises Invoerfout when the day is over."""
    vast = Speeddate.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=speeddate.pk)
    if vast.status == Speeddate.Status.AFGEROND:
        raise Invoerfout(_("Deze speeddate is al afgerond."))
    return vast


def maak_verouderd(speeddate: Speeddate) -> None:
    """Something changed that the schedule does not know of."""
    Speeddate.objects.filter(pk=speeddate.pk, status=Speeddate.Status.GEPLAND).update(verouderd=True)


@actie
def voeg_werkgever_toe(
    *, speeddate: Speeddate, werkprofiel: Werkprofiel, door: Gebruiker, tafels: int = 1, ruimte: str = ""
) -> Speeddatewerkgever:
    """An employer comes, for one job profile. Already there: tables and room are changed."""
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast) and mag_werkprofiel_zien(door, werkprofiel))
    if not 1 <= tafels <= 20:
        raise Invoerfout({"tafels": _("Kies 1 tot en met 20 tafels.")})
    rij, nieuw = Speeddatewerkgever.objects.update_or_create(
        speeddate=vast,
        werkprofiel=werkprofiel,
        defaults={"tafels": tafels, "ruimte": ruimte.strip()[:60], "afgemeld": False},
    )
    vul_voorkeuren(vast, door)
    maak_verouderd(vast)
    if nieuw:
        wanneer = datum_tijd(vast.begin)
        noteer_bij_bedrijf(rij, "speeddate.bedrijf", door, wanneer=wanneer, functie=werkprofiel.titel)
    return rij


def noteer_bij_bedrijf(rij: Speeddatewerkgever, soort: str, door: Gebruiker, **meer: str) -> None:
    """An event on the employer's chain; no candidate is named there."""
    gegevens = {"naam": rij.speeddate.naam, **meer}
    leg_vast(keten=rij.werkprofiel.werkgever.keten, soort=soort, door=door, gegevens=gegevens)


@actie
def meld_werkgever_af(*, werkgever: Speeddatewerkgever, door: Gebruiker) -> Speeddatewerkgever:
    """An employer does not come; talks to come are planned again by `maak_rooster`."""
    vast = open_speeddate(werkgever.speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast))
    rij = Speeddatewerkgever.objects.select_for_update(of=("self",)).get(pk=werkgever.pk)
    if not rij.afgemeld:
        rij.afgemeld = True
        rij.save(update_fields=["afgemeld"])
        rij.afspraken.filter(gesproken__isnull=True).delete()
        maak_verouderd(vast)
        noteer_bij_bedrijf(werkgever, "speeddate.bedrijf_af", door)
    return rij


@actie
def nodig_uit(*, speeddate: Speeddate, dossier: Dossier, door: Gebruiker) -> Speeddatekandidaat:
    """Ask a person to come; the employers hear a name only after a yes. Twice invites once."""
    vast = open_speeddate(speeddate)
    mag = rules.mag_speeddate_bewerken(door, vast) and dossier.gemeente_id == vast.gemeente_id
    vereis(mag and dossier.status == Dossier.Status.OPEN)
    rij, nieuw = Speeddatekandidaat.objects.get_or_create(speeddate=vast, dossier=dossier)
    if not nieuw and rij.status != Komt.AFGEMELD:
        return rij
    rij.toestemming = vraag_toestemming(
        dossier=dossier,
        soort=Toestemming.Soort.VOORDRACHT,
        voor_wie=_("de bedrijven bij {naam}").format(naam=vast.naam),
        onderwerp=f"speeddate:{vast.pk}",
        wat=_("Komt u naar de speeddates op {wanneer}, {waar}? De bedrijven zien dan uw naam.").format(
            wanneer=datum_tijd(vast.begin), waar=vast.waar
        ),
        tot=timezone.localdate(vast.einde) + timedelta(days=TOESTEMMING_NA_DAGEN),
        door=door,
    )
    rij.status = Komt.UITGENODIGD
    rij.save(update_fields=["toestemming", "status"])
    noteer_bij_mens(rij, "speeddate.uitgenodigd", door, wanneer=datum_tijd(vast.begin))
    vul_voorkeuren(vast, door, [rij])
    return rij


def noteer_bij_mens(rij: Speeddatekandidaat, soort: str, door: Gebruiker, **meer: str) -> None:
    """An event on the person's chain."""
    gegevens = {"naam": rij.speeddate.naam, **meer}
    leg_vast(keten=rij.dossier.keten, soort=soort, door=door, gegevens=gegevens)


@actie
def leg_komst_vast(*, kandidaat: Speeddatekandidaat, komt: bool, hoe: str, door: Gebruiker) -> Speeddatekandidaat:
    """Record the person's answer to the invitation; no, also later, works at once."""
    vereis(rules.mag_speeddate_bewerken(door, kandidaat.speeddate))
    toestemming = kandidaat.toestemming
    if toestemming is None:
        raise Invoerfout(_("Deze kandidaat is nog niets gevraagd."))
    if toestemming.antwoord is None:
        beantwoord_toestemming(toestemming=toestemming, antwoord=komt, hoe=hoe, door=door)
    elif not komt:
        trek_toestemming_in(toestemming=toestemming, door=door)
    return Speeddatekandidaat.objects.select_related("toestemming", "dossier").get(pk=kandidaat.pk)


@actie
def na_toestemming_speeddate(*, toestemming: Toestemming, door: Gebruiker) -> None:
    """Yes: the person comes. Runs in the transaction of the answer."""
    rijen = Speeddatekandidaat.objects.select_for_update(of=("self",)).filter(toestemming=toestemming)
    for rij in rijen.select_related("speeddate", "dossier__keten"):
        if rij.status == Komt.UITGENODIGD:
            _zet_status(rij, Komt.KOMT, "speeddate.komt", door)


@actie
def na_intrekking_speeddate(*, toestemming: Toestemming, door: Gebruiker) -> None:
    """No, or withdrawn: talks to come are gone at once. Runs in the transaction of the answer."""
    rijen = Speeddatekandidaat.objects.select_for_update(of=("self",)).filter(toestemming=toestemming)
    for rij in rijen.select_related("speeddate", "dossier__keten"):
        rij.afspraken.filter(gesproken__isnull=True).delete()
        if rij.status in {Komt.UITGENODIGD, Komt.KOMT}:
            _zet_status(rij, Komt.AFGEMELD, "speeddate.afgemeld", door)


def _zet_status(rij: Speeddatekandidaat, status: str, soort: str, door: Gebruiker) -> None:
    rij.status = status
    rij.save(update_fields=["status"])
    maak_verouderd(rij.speeddate)
    noteer_bij_mens(rij, soort, door)


@actie
def zet_aanwezig(*, kandidaat: Speeddatekandidaat, aanwezig: bool, door: Gebruiker) -> Speeddatekandidaat:
    """Present on the day, or not. Who is not there gets a call, no blame."""
    vast = open_speeddate(kandidaat.speeddate)
    vereis(rules.mag_speeddate_bijhouden(door, vast))
    rij = (
        Speeddatekandidaat.objects.select_for_update(of=("self",))
        .select_related("speeddate", "dossier__keten", "toestemming")
        .get(pk=kandidaat.pk)
    )
    nieuw = Komt.AANWEZIG if aanwezig else Komt.NIET_GEKOMEN
    if rij.status not in {Komt.KOMT, Komt.AANWEZIG, Komt.NIET_GEKOMEN}:
        raise Invoerfout(_("Deze kandidaat heeft zich afgemeld of nog geen ja gezegd."))
    if rij.status != nieuw:
        if Komt.NIET_GEKOMEN in {rij.status, nieuw}:
            maak_verouderd(vast)
        rij.status = nieuw
        rij.save(update_fields=["status"])
    return rij


@actie
def begin_ronde(*, speeddate: Speeddate, ronde: int, door: Gebruiker) -> Speeddate:
    """The round that is on now; planning again leaves this one and earlier ones alone."""
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bijhouden(door, vast))
    if not 0 <= ronde <= vast.rondes:
        raise Invoerfout(_("Kies een ronde die er is."))
    return vast if vast.ronde_nu == ronde else vast.wijzig(verwacht=None, ronde_nu=ronde)


@actie
def leg_gesprek_vast(
    *,
    afspraak: Speeddateafspraak,
    door: Gebruiker,
    gesproken: bool | None = None,
    zegt_kandidaat: str | None = None,
    zegt_werkgever: str | None = None,
) -> Speeddateafspraak:
    """Done or not, and yes, maybe or no of each side; None leaves what is there. An answer means: they talked."""
    vast = open_speeddate(afspraak.speeddate)
    vereis(rules.mag_speeddate_bijhouden(door, vast))
    rij = Speeddateafspraak.objects.select_for_update(of=("self",)).get(pk=afspraak.pk)
    for naam, antwoord in (("zegt_kandidaat", zegt_kandidaat), ("zegt_werkgever", zegt_werkgever)):
        if antwoord is None:
            continue
        if antwoord not in Antwoord.values:
            raise Invoerfout(_("Kies ja, misschien of nee."))
        setattr(rij, naam, antwoord)
        rij.gesproken = True
    if gesproken is not None:
        rij.gesproken = gesproken
        if not gesproken:
            rij.zegt_kandidaat = rij.zegt_werkgever = ""
    rij.save(update_fields=["gesproken", "zegt_kandidaat", "zegt_werkgever"])
    return rij


@actie
def zeg_na_gesprek(*, afspraak: Speeddateafspraak, antwoord: str, door: Gebruiker) -> Speeddateafspraak:
    """Yes, maybe or no by one of the two themselves; the other side never reads it. Raises Invoerfout, GeenRecht."""
    vast = open_speeddate(afspraak.speeddate)
    rij = (
        Speeddateafspraak.objects.select_for_update(of=("self",))
        .select_related(
            "kandidaat__toestemming", "kandidaat__dossier__werkzoekende", "werkgever__werkprofiel__werkgever"
        )
        .get(pk=afspraak.pk)
    )
    is_mens = rules.is_speeddatekandidaat(door, rij.kandidaat)
    vereis(is_mens or (rij.kandidaat.mag_naam_weten and rules.is_speeddatewerkgever(door, rij.werkgever)))
    if antwoord not in Antwoord.values:
        raise Invoerfout(_("Kies ja, misschien of nee."))
    if not vast.is_begonnen(rij.ronde):
        raise Invoerfout(_("Dit gesprek komt nog. Kies daarna."))
    setattr(rij, "zegt_kandidaat" if is_mens else "zegt_werkgever", antwoord)
    rij.gesproken = True
    rij.save(update_fields=["gesproken", "zegt_kandidaat", "zegt_werkgever"])
    return rij


@actie
def rond_af(*, speeddate: Speeddate, door: Gebruiker) -> int:
    """The day is over: talks on the time line, and a task for each pair that wants on and each person who missed it.

    Returns how many tasks. Twice: Invoerfout.
    """
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast))
    gesprekken = vast.afspraken.filter(gesproken=True).select_related(
        "kandidaat__dossier__keten",
        "kandidaat__dossier__gemeente",
        "kandidaat__dossier__verantwoordelijke",
        "werkgever__werkprofiel__werkgever",
    )
    aantal = 0
    for gesprek in gesprekken:
        bedrijf = gesprek.werkgever.werkprofiel.werkgever.naam
        leg_vast(
            keten=gesprek.kandidaat.dossier.keten,
            soort="speeddate.gesproken",
            door=door,
            gegevens={"werkgever": bedrijf},
        )
        titel = _vervolg(gesprek).format(bedrijf=bedrijf)
        if titel:
            _taak(vast, gesprek.kandidaat, titel, f"gesprek:{gesprek.pk}", door)
            aantal += 1
    gemist = vast.kandidaten.filter(status=Komt.NIET_GEKOMEN).select_related(
        "speeddate", "dossier__keten", "dossier__gemeente", "dossier__verantwoordelijke"
    )
    for kandidaat in gemist:
        noteer_bij_mens(kandidaat, "speeddate.niet_gekomen", door)
        _taak(vast, kandidaat, _("Bel: was er niet bij de speeddates. Hoe gaat het?"), f"gemist:{kandidaat.pk}", door)
        aantal += 1
    vast.wijzig(verwacht=None, status=Speeddate.Status.AFGEROND)
    return aantal


def _vervolg(gesprek: Speeddateafspraak) -> str:
    antwoorden = {gesprek.zegt_kandidaat, gesprek.zegt_werkgever}
    if antwoorden == {Antwoord.JA}:
        return _("Allebei ja na de speeddate: stel voor bij {bedrijf}")
    if Antwoord.NEE in antwoorden or "" in antwoorden:
        return ""
    return _("Misschien na de speeddate: praat verder over {bedrijf}")


def _taak(speeddate: Speeddate, kandidaat: Speeddatekandidaat, titel: str, wat: str, door: Gebruiker) -> None:
    maak_taak(
        gemeente=speeddate.gemeente,
        eigenaar=kandidaat.dossier.verantwoordelijke or door,
        keten=kandidaat.dossier.keten,
        titel=titel,
        voor_op=timezone.localdate() + timedelta(days=OPVOLG_DAGEN),
        door=door,
        bron=f"speeddate:{speeddate.pk}:{wat}",
        tegel=("werkzoekenden", SLUG),
        url=reverse("samen_bemiddeling:speeddate", args=[speeddate.pk]),
    )
