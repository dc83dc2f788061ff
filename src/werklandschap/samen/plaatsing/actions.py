"""A placement from first agreements to its end: both sides agree before it starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling.actions import zet_geplaatst
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing import rules
from werklandschap.samen.plaatsing.catalogus import REDENEN_EINDE, valkuilen, voorbereidingen
from werklandschap.samen.plaatsing.models import Plaatsing, Risico
from werklandschap.samen.plaatsing.overgangen import vereis_stap
from werklandschap.samen.plaatsing.stappen import (
    SLUG,
    beeindig_bezoeken,
    noteer_bij_klant,
    noteer_bij_werkgever,
    start_bezoeken,
    vergrendel,
)
from werklandschap.werkgever.kandidaat_fit.queries import zonder_hulp


class Gevolg(Protocol):
    """What a later room does when a placement begins or ends, in the same transaction."""

    def __call__(self, *, plaatsing: Plaatsing, door: Gebruiker) -> None: ...


Status = Plaatsing.Status
# What both sides agree to: another value makes an earlier agreement lapse.
AFGESPROKEN = ("soort", "van", "tot", "uren", "functie", "afspraken", "begeleiding")
# Called with (placement, actor) in the transaction of the start or the end.
bij_start: list[Gevolg] = []
bij_einde: list[Gevolg] = []


@actie
def maak_plaatsing(
    *,
    door: Gebruiker,
    van: date,
    uren: Decimal,
    voordracht: Voordracht | None = None,
    dossier: Dossier | None = None,
    werkprofiel: Werkprofiel | None = None,
    functie: str = "",
    soort: str = Plaatsing.Soort.BAAN,
    tot: date | None = None,
    afspraken: str = "",
    begeleiding: str = "",
) -> Plaatsing:
    """Write down what is being agreed, from a voordracht or directly from a dossier and a job profile.

    A voordracht has one placement: made before, that row is returned; did it not go ahead, it starts again.
    """
    if voordracht is not None:
        dossier, werkprofiel = voordracht.dossier, voordracht.werkprofiel
    if dossier is None or werkprofiel is None:
        raise Invoerfout(_("Kies een dossier en een werkprofiel."))
    vereis(rules.mag_plaatsen(door, dossier, werkprofiel))
    velden: dict[str, Any] = {
        "soort": soort,
        "van": van,
        "tot": tot,
        "uren": uren,
        "functie": functie.strip() or werkprofiel.titel,
        "afspraken": afspraken.strip(),
        "begeleiding": begeleiding.strip() or werkprofiel.begeleiding,
    }
    _controleer(velden)
    if voordracht is not None:
        bestaand = _van_voordracht(voordracht, velden)
        if bestaand is not None:
            return bestaand
    plaatsing = Plaatsing.objects.create(
        voordracht=voordracht, dossier=dossier, werkprofiel=werkprofiel, door=door, **velden
    )
    noteer_bij_klant(plaatsing, "plaatsing.gemaakt", door, van=datum(van))
    noteer_bij_werkgever(plaatsing, "werkplek.voorbereiding", door, van=datum(van))
    start_bezoeken(plaatsing, SLUG, door)
    return plaatsing


def _van_voordracht(voordracht: Voordracht, velden: dict[str, Any]) -> Plaatsing | None:
    vast = Voordracht.objects.select_for_update(of=("self",)).get(pk=voordracht.pk)
    bestaand = Plaatsing.objects.filter(voordracht=vast).first()
    if bestaand is None:
        if vast.status != Voordracht.Status.AANGENOMEN:
            raise Invoerfout(_("Leg eerst vast dat de werkgever ja zegt. Daarna maakt u de plaatsing."))
        return None
    if bestaand.status == Status.AFGEBROKEN:
        bestaand.wijzig(verwacht=None, status=Status.VOORBEREIDING, reden_einde="", geeindigd_op=None, **velden)
    return bestaand


def _controleer(velden: dict[str, Any]) -> None:
    fouten = {}
    if velden["tot"] is not None and velden["tot"] < velden["van"]:
        fouten["tot"] = _("Het einde ligt voor het begin.")
    if not 1 <= velden["uren"] <= 60:
        fouten["uren"] = _("Vul 1 tot en met 60 uur per week in.")
    if velden["soort"] not in Plaatsing.Soort.values:
        fouten["soort"] = _("Kies een soort plaatsing.")
    if fouten:
        raise Invoerfout(fouten)


@actie
def wijzig_plaatsing(*, plaatsing: Plaatsing, versie: int | None, door: Gebruiker, **velden: Any) -> Plaatsing:
    """Change what is agreed (AFGESPROKEN). Before the start both sides then agree again."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    vereis_stap(vast, "wijzig")
    onbekend = set(velden) - set(AFGESPROKEN)
    if onbekend:
        raise TypeError(f"not part of the agreement: {', '.join(sorted(onbekend))}")
    if vast.status == Status.LOOPT and velden.get("uren", vast.uren) != vast.uren:
        raise Invoerfout({"uren": _("Het werk loopt. Leg andere uren vast met een datum, bij de subsidie.")})
    _controleer({**{naam: getattr(vast, naam) for naam in AFGESPROKEN}, **velden})
    anders = [naam for naam, waarde in velden.items() if getattr(vast, naam) != waarde]
    extra: dict[str, Any] = {}
    if anders and vast.status == Status.VOORBEREIDING:
        extra = {
            "akkoord_werkgever_op": None,
            "akkoord_werkgever_wie": "",
            "akkoord_klant_op": None,
            "akkoord_klant_wie": "",
        }
    vast.wijzig(verwacht=versie, **velden, **extra)
    if anders:
        wat = ", ".join(str(Plaatsing._meta.get_field(naam).verbose_name) for naam in anders)  # type: ignore[union-attr]
        noteer_bij_klant(vast, "plaatsing.gewijzigd", door, wat=wat)
        noteer_bij_werkgever(vast, "werkplek.gewijzigd", door, wat=wat)
    return vast


@actie
def akkoord_werkgever(*, plaatsing: Plaatsing, door: Gebruiker, wie: str = "", op: date | None = None) -> Plaatsing:
    """The employer agrees: by the company itself, or recorded by a colleague who says who agreed. Twice is once."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_akkoord_werkgever(door, vast))
    dag, naam = _akkoord(vast, door, wie, op, eigen=rules.is_werkgever(door, vast), kant="werkgever")
    if vast.akkoord_werkgever_op is not None:
        return vast
    vast.wijzig(verwacht=None, akkoord_werkgever_op=dag, akkoord_werkgever_wie=naam)
    noteer_bij_klant(vast, "plaatsing.akkoord_werkgever", door, dag=datum(dag), wie=naam)
    noteer_bij_werkgever(vast, "werkplek.akkoord", door, dag=datum(dag), wie=naam)
    return vast


@actie
def akkoord_klant(*, plaatsing: Plaatsing, door: Gebruiker, wie: str = "", op: date | None = None) -> Plaatsing:
    """The person agrees: on the own page, or recorded by a colleague. Twice is once."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_akkoord_klant(door, vast))
    eigen = rules.is_klant(door, vast)
    dag, naam = _akkoord(vast, door, wie or vast.dossier.werkzoekende.naam, op, eigen=eigen, kant="klant")
    if vast.akkoord_klant_op is not None:
        return vast
    vast.wijzig(verwacht=None, akkoord_klant_op=dag, akkoord_klant_wie=naam)
    noteer_bij_klant(vast, "plaatsing.akkoord_klant", door, dag=datum(dag), wie=naam)
    return vast


def _akkoord(
    vast: Plaatsing, door: Gebruiker, wie: str, op: date | None, *, eigen: bool, kant: str
) -> tuple[date, str]:
    vereis_stap(vast, "akkoord_werkgever" if kant == "werkgever" else "akkoord_klant")
    dag = op or timezone.localdate()
    naam = door.naam if eigen else wie.strip()
    if dag > timezone.localdate():
        raise Invoerfout({"op": _("Een akkoord kan niet in de toekomst liggen.")})
    if not naam:
        raise Invoerfout({"wie": _("Schrijf op wie akkoord gaf.")})
    return dag, naam[:120]


def ontbreekt_voor_start(plaatsing: Plaatsing) -> list[str]:
    """What is still needed before it can start, in sentences."""
    tekort = []
    if plaatsing.akkoord_werkgever_op is None:
        tekort.append(_("De werkgever is nog niet akkoord."))
    if plaatsing.akkoord_klant_op is None:
        tekort.append(_("De klant is nog niet akkoord."))
    geregeld = plaatsing.status != Status.VOORBEREIDING or plaatsing.begeleiding.strip()
    if not geregeld and (punten := zonder_hulp(plaatsing.werkprofiel.werkgever)):
        tekst = _("Het bedrijf is nog niet helemaal klaar ({punten}). Schrijf bij Begeleiding op wie helpt.")
        tekort.append(tekst.format(punten="; ".join(punten)))
    return tekort


@actie
def start_plaatsing(*, plaatsing: Plaatsing, door: Gebruiker) -> Plaatsing:
    """The work begins: needs both agreements. The voordracht ends as placed, the job profile fills, nazorg opens."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    if vast.status == Status.LOOPT:
        return vast
    vereis_stap(vast, "start")
    tekort = ontbreekt_voor_start(vast)
    if tekort:
        raise Invoerfout(" ".join(tekort))
    vast.wijzig(verwacht=None, status=Status.LOOPT)
    if vast.voordracht is not None:
        zet_geplaatst(voordracht=vast.voordracht, door=door)
    noteer_bij_klant(vast, "plaatsing.gestart", door, van=datum(vast.van))
    noteer_bij_werkgever(vast, "werkplek.gestart", door)
    _vul_werkprofiel(vast, door)
    beeindig_bezoeken(vast, SLUG, door, "aan_het_werk")
    for functie in bij_start:
        functie(plaatsing=vast, door=door)
    return vast


def _vul_werkprofiel(plaatsing: Plaatsing, door: Gebruiker) -> None:
    profiel = Werkprofiel.objects.select_for_update(of=("self",)).get(pk=plaatsing.werkprofiel_id)
    bezet = Plaatsing.objects.filter(werkprofiel=profiel, status=Status.LOOPT).count()
    if profiel.status == Werkprofiel.Status.OPEN and bezet >= profiel.posities:
        profiel.wijzig(verwacht=None, status=Werkprofiel.Status.VERVULD)
        noteer_bij_werkgever(plaatsing, "werkplek.vervuld", door, functie=profiel.titel)


@actie
def beeindig_plaatsing(
    *, plaatsing: Plaatsing, reden: str, door: Gebruiker, op: date | None = None, toelichting: str = ""
) -> Plaatsing:
    """The work ends, with a reason from REDENEN_EINDE. Twice changes nothing."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    if vast.status == Status.GEEINDIGD:
        return vast
    vereis_stap(vast, "beeindig")
    dag = op or timezone.localdate()
    if dag < vast.van:
        raise Invoerfout({"op": _("Het einde ligt voor het begin.")})
    _sluit(vast, Status.GEEINDIGD, reden, toelichting, dag, door)
    return vast


@actie
def breek_af(*, plaatsing: Plaatsing, reden: str, door: Gebruiker, toelichting: str = "") -> Plaatsing:
    """It never starts. Twice changes nothing."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    if vast.status == Status.AFGEBROKEN:
        return vast
    vereis_stap(vast, "breek_af")
    _sluit(vast, Status.AFGEBROKEN, reden, toelichting, timezone.localdate(), door)
    beeindig_bezoeken(vast, SLUG, door, "niet_passend")
    return vast


def _sluit(vast: Plaatsing, status: Plaatsing.Status, reden: str, toelichting: str, dag: date, door: Gebruiker) -> None:
    if reden not in REDENEN_EINDE:
        raise Invoerfout({"reden": _("Kies een reden.")})
    vast.wijzig(verwacht=None, status=status, reden_einde=reden, geeindigd_op=dag)
    zin = str(REDENEN_EINDE[reden])
    noteer_bij_klant(vast, f"plaatsing.{status}", door, reden=zin, toelichting=toelichting.strip())
    noteer_bij_werkgever(vast, f"werkplek.{status}", door)
    for functie in bij_einde:
        functie(plaatsing=vast, door=door)


@actie
def voeg_risico_toe(
    *, plaatsing: Plaatsing, door: Gebruiker, code: str = "", tekst: str = "", plan_b: str = "", wie: str = ""
) -> Risico:
    """A pitfall with its plan B, from the catalogue (`code`) or in own words. The same pitfall is not added twice."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    valkuil = vind(valkuilen(), code) if code else None
    if code and valkuil is None:
        raise Invoerfout({"code": _("Kies een valkuil uit de lijst.")})
    if valkuil is not None:
        tekst, plan_b, wie = tekst or valkuil.naam, plan_b or valkuil.plan_b, wie or valkuil.wie
    leeg = {"tekst": tekst, "plan_b": plan_b}
    fouten = {naam: _("Vul dit in, of kies een valkuil uit de lijst.") for naam, w in leeg.items() if not w.strip()}
    if fouten:
        raise Invoerfout(fouten)
    bestaand = vast.risicos.filter(code=code, tekst=tekst.strip()).first()
    if bestaand is not None:
        return bestaand
    risico = Risico.objects.create(
        plaatsing=vast, code=code, tekst=tekst.strip()[:300], plan_b=plan_b.strip(), wie=wie.strip()[:120]
    )
    noteer_bij_klant(vast, "plaatsing.risico", door, tekst=risico.tekst, plan_b=risico.plan_b)
    return risico


@actie
def zet_voorbereiding(*, plaatsing: Plaatsing, klaar: Sequence[str], versie: int | None, door: Gebruiker) -> Plaatsing:
    """Which points of the checklist for colleagues are done."""
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    codes = [punt.code for punt in voorbereidingen()]
    if set(klaar) - set(codes):
        raise Invoerfout(_("Een punt van de lijst is niet bekend. Laad de pagina opnieuw."))
    nieuw = [code for code in codes if code in klaar]
    if nieuw == vast.collegas_voorbereid:
        return vast
    vast.wijzig(verwacht=versie, collegas_voorbereid=nieuw)
    noteer_bij_klant(vast, "plaatsing.voorbereiding", door, aantal=len(nieuw), totaal=len(codes))
    return vast
