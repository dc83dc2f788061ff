"""Presenting a candidate: the candidate is asked first, the employer decides, and the answer comes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, trek_toestemming_in, vraag_toestemming
from werklandschap.kern.klantbeeld.actions import leg_waarneming_vast
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.taken.actions import sluit_taken_van
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.rules import mag_keten_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.controle import keur_voor_werkgever
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER, OVERGANGEN
from werklandschap.samen.bemiddeling.redenen import redenen
from werklandschap.samen.bemiddeling.stappen import (
    SLUG,
    maak_wachttaak,
    noteer_bij_kandidaat,
    taakbron,
    vergrendel,
    zet_stap,
)

Status = Voordracht.Status
ANTWOORD_DAGEN = 5
VOORDRAAG_DAGEN = 2
TERUGKOPPEL_DAGEN = 2


@actie
def voorselecteer(
    *,
    dossier: Dossier,
    werkprofiel: Werkprofiel,
    door: Gebruiker,
    reden: str = "",
    score_nu: int | None = None,
    score_straks: int | None = None,
) -> Voordracht:
    """Choose somebody for a job profile. Already chosen: that row; ended before: it starts again, history kept."""
    vereis(rules.mag_voorselecteren(door, dossier, werkprofiel))
    keuze: dict[str, Any] = {
        "reden_keuze": reden.strip()[:300],
        "score_nu": score_nu,
        "score_straks": score_straks,
        "door": door,
    }
    voordracht, nieuw = Voordracht.objects.get_or_create(dossier=dossier, werkprofiel=werkprofiel, defaults=keuze)
    if nieuw:
        Voordrachtstap.objects.create(voordracht=voordracht, naar=Status.VOORGESELECTEERD, door=door, toelichting=reden)
        noteer_bij_kandidaat(voordracht, OVERGANGEN["voorselecteer"].gebeurtenis, door, toelichting=reden)
        _start_bezoeken(voordracht, door)
        return voordracht
    vast = vergrendel(voordracht)
    if vast.status not in OVERGANGEN["opnieuw"].van:
        return vast
    leeg: dict[str, Any] = {
        "toestemming": None,
        "introductie": "",
        "reactie_voor": None,
        "besluit_reden": "",
        "besluit_toelichting": "",
        "besloten_op": None,
        "besloten_door": None,
        "terugkoppeling": "",
        "teruggekoppeld_op": None,
    }
    tekort = OVERGANGEN["opnieuw"].nodig[0](vast)
    if tekort:
        raise Invoerfout(tekort)
    return zet_stap(vast, "opnieuw", door, toelichting=reden, velden={**keuze, **leeg})


def _start_bezoeken(voordracht: Voordracht, door: Gebruiker) -> None:
    ketens = (
        ("werkzoekenden", voordracht.dossier.keten),
        ("werkgevers", voordracht.werkprofiel.werkgever.keten),
    )
    for kant, keten in ketens:
        if mag_keten_bewerken(door, keten):
            start_bezoek(keten=keten, kant=kant, tegel=SLUG, door=door)


@actie
def vraag_kandidaat(*, voordracht: Voordracht, door: Gebruiker, wat: str) -> Voordracht:
    """Ask the person: may this employer get name and profile? `wat` says in plain words what is shared.

    With an employer already, the consent that ended is asked again and the step stays.
    """
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if vast.status == Status.GEVRAAGD:
        return vast
    geldig = vast.toestemming is not None and vast.toestemming.is_geldig
    if geldig and vast.status != Status.VOORGESELECTEERD:
        raise Invoerfout(_("De kandidaat heeft al ja gezegd."))
    if not wat.strip():
        raise Invoerfout({"wat": _("Schrijf in gewone woorden op wat u aan de werkgever vertelt.")})
    toestemming = vraag_toestemming(
        dossier=vast.dossier,
        soort=Toestemming.Soort.VOORDRACHT,
        voor_wie=vast.werkprofiel.werkgever.naam,
        onderwerp=f"voordracht:{vast.pk}",
        wat=wat.strip(),
        tot=timezone.localdate() + timedelta(days=instelling(vast.dossier.gemeente, "toestemming_voordracht_dagen")),
        door=door,
    )
    if vast.status in LOOPT_BIJ_WERKGEVER:
        vast.wijzig(verwacht=None, toestemming=toestemming)
    else:
        zet_stap(vast, "vraag", door, velden={"toestemming": toestemming})
    maak_wachttaak(vast, "antwoord", _("Wil de kandidaat dit werk? Vraag om een antwoord"), ANTWOORD_DAGEN, door)
    return vast


@actie
def leg_antwoord_vast(*, voordracht: Voordracht, antwoord: bool, hoe: str, door: Gebruiker) -> Voordracht:
    """Record what the candidate said; the step follows from the consent. Said no later: the consent is withdrawn."""
    vereis(rules.mag_voordracht_bewerken(door, voordracht) or rules.is_kandidaat(door, voordracht))
    toestemming = vergrendel(voordracht).toestemming
    if toestemming is None:
        raise Invoerfout(_("De kandidaat is nog niets gevraagd."))
    if toestemming.antwoord is None:
        beantwoord_toestemming(toestemming=toestemming, antwoord=antwoord, hoe=hoe, door=door)
    elif not antwoord:
        trek_toestemming_in(toestemming=toestemming, door=door)
    return vergrendel(voordracht)


@actie
def na_toestemming(*, toestemming: Toestemming, door: Gebruiker) -> None:
    """Consent was given: the candidate can be presented. Runs in the same transaction."""
    for voordracht in Voordracht.objects.filter(toestemming=toestemming):
        vast = vergrendel(voordracht)
        if vast.status == Status.GEVRAAGD:
            zet_stap(vast, "stem_toe", door)
            maak_wachttaak(
                vast, "voordragen", _("De kandidaat zegt ja: stel voor aan de werkgever"), VOORDRAAG_DAGEN, door
            )
        else:
            sluit_taken_van(bron=taakbron(vast, "antwoord"), door=door)


@actie
def na_intrekking(*, toestemming: Toestemming, door: Gebruiker) -> None:
    """Consent was refused or withdrawn: the employer sees the candidate no longer. Runs in the same transaction."""
    for voordracht in Voordracht.objects.filter(toestemming=toestemming):
        vast = vergrendel(voordracht)
        if vast.status in OVERGANGEN["zie_af"].van:
            zet_stap(vast, "zie_af", door)


@actie
def draag_voor(
    *,
    voordracht: Voordracht,
    introductie: str,
    door: Gebruiker,
    versie: int | None = None,
    waarschuwing_gelezen: bool = False,
) -> Voordracht:
    """Present the candidate to the employer, who answers within the agreed days.

    Needs valid consent, an introduction without anything an employer may not know, and a free place in what was
    agreed. Twice changes nothing.
    """
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if vast.status in LOOPT_BIJ_WERKGEVER:
        return vast
    if not introductie.strip():
        raise Invoerfout({"introductie": _("Schrijf een introductie: wat kan en wil de kandidaat?")})
    keur_voor_werkgever(introductie, veld="introductie", gelezen=waarschuwing_gelezen)
    Werkprofiel.objects.select_for_update(of=("self",)).get(pk=vast.werkprofiel_id)
    reactie_voor = timezone.localdate() + timedelta(days=vast.werkprofiel.reactie_dagen)
    zet_stap(
        vast,
        "draag_voor",
        door,
        verwacht=versie,
        velden={"introductie": introductie.strip(), "reactie_voor": reactie_voor, "door": door},
    )
    maak_wachttaak(
        vast,
        "reactie",
        _("Reactie van {werkgever} op de kandidaat?").format(werkgever=vast.werkprofiel.werkgever.naam),
        vast.werkprofiel.reactie_dagen,
        door,
        kant="werkgevers",
    )
    return vast


@actie
def besluit_werkgever(
    *, voordracht: Voordracht, ja: bool, reden: str, door: Gebruiker, toelichting: str = "", versie: int | None = None
) -> Voordracht:
    """The employer says yes or no, with a reason from the list; by the employer, or recorded by a professional.

    A no gives the professional the task to tell the candidate. The same decision twice changes nothing.
    """
    vast = vergrendel(voordracht)
    code = "neem_aan" if ja else "wijs_af"
    if vast.status == OVERGANGEN[code].naar and vast.besluit_reden == reden:
        vereis(rules.mag_voordracht_bewerken(door, vast) or rules.is_werkgever_van(door, vast) or _zelf(door, vast))
        return vast
    gekozen = redenen().get(reden)
    if gekozen is None or gekozen.besluit != ("ja" if ja else "nee"):
        raise Invoerfout({"reden": _("Kies een reden die bij uw besluit past.")})
    if not ja and not toelichting.strip():
        raise Invoerfout({"toelichting": _("Schrijf kort op waarom. Daar leert de kandidaat van.")})
    zet_stap(
        vast,
        code,
        door,
        verwacht=versie,
        toelichting=gekozen.naam,
        voor_werkgever=gekozen.naam,
        velden={
            "besluit_reden": reden,
            "besluit_toelichting": toelichting.strip(),
            "besloten_op": timezone.now(),
            "besloten_door": door,
        },
    )
    maak_wachttaak(vast, "terugkoppelen", _("Vertel de kandidaat wat de werkgever zei"), TERUGKOPPEL_DAGEN, door)
    if ja:
        maak_wachttaak(vast, "plaatsen", _("De werkgever zegt ja: maak afspraken over de start"), VOORDRAAG_DAGEN, door)
    return vast


def _zelf(door: Gebruiker, voordracht: Voordracht) -> bool:
    return voordracht.besloten_door_id == door.pk


@actie
def koppel_terug(
    *,
    voordracht: Voordracht,
    tekst: str,
    door: Gebruiker,
    versie: int | None = None,
    waarnemingen: Mapping[str, Any] | None = None,
) -> Voordracht:
    """Tell the candidate what the employer said, in plain words that a professional wrote or checked.

    `waarnemingen` {aspect: value} become statements of the employer in the klantbeeld, as the professional chose.
    """
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if vast.besloten_op is None:
        raise Invoerfout(_("De werkgever heeft nog niet gekozen."))
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf op wat u de kandidaat vertelt.")})
    if vast.teruggekoppeld_op and vast.terugkoppeling == tekst.strip():
        return vast
    vast.wijzig(verwacht=versie, terugkoppeling=tekst.strip(), teruggekoppeld_op=timezone.now())
    for aspect, waarde in (waarnemingen or {}).items():
        leg_waarneming_vast(
            dossier=vast.dossier,
            aspect=aspect,
            waarde=waarde,
            bron="werkgever",
            door=door,
            toelichting=_("Na een gesprek bij {werkgever}").format(werkgever=vast.werkprofiel.werkgever.naam),
        )
    sluit_taken_van(bron=taakbron(vast, "terugkoppelen"), door=door)
    noteer_bij_kandidaat(vast, "voordracht.teruggekoppeld", door, tekst=vast.terugkoppeling)
    return vast


@actie
def trek_in(*, voordracht: Voordracht, door: Gebruiker, reden: str, versie: int | None = None) -> Voordracht:
    """Stop this voordracht; the employer sees the candidate no longer. Twice changes nothing."""
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if vast.status == Status.INGETROKKEN:
        return vast
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom u stopt.")})
    return zet_stap(vast, "trek_in", door, verwacht=versie, toelichting=reden.strip())


@actie
def zet_geplaatst(*, voordracht: Voordracht, door: Gebruiker) -> Voordracht:
    """The placement starts; called by the room of placements. Twice changes nothing."""
    vast = vergrendel(voordracht)
    if vast.status == Status.GEPLAATST:
        return vast
    return zet_stap(vast, "plaats", door)
