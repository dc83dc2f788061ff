"""Taking part, a plan shared with a partner, and the result of a test: what the demo accounts find."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming
from werklandschap.kern.klantbeeld.actions import leg_meting_vast, leg_waarneming_vast
from werklandschap.kern.klantbeeld.meetinstrumenten import meetinstrument
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.plannen.delen import deel_plan
from werklandschap.kern.plannen.models import Doel, Plan
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkzoekende.maatschappelijk_fit import meedoen

# (kind, what, where, hours a week, contact)
ACTIVITEITEN = (
    ("buurt", "Planten water geven en onkruid halen", "Buurttuin De Bedachte Boon", "4", "Fenna"),
    ("vrijwilligerswerk", "Soep koken op donderdag", "Buurthuis Het Verzonnen Uur", "6", "Dilan"),
    ("ontmoeten", "Koffie drinken en een spel doen", "Huiskamer De Luchtige Stoel", "3", "Wout"),
    ("leren", "Samen Nederlands oefenen", "Taalhuis Het Verzonnen Woord", "2.5", "Ilse"),
    ("dagbesteding", "Houten speelgoed maken", "Werkplaats Zaagsel", "16", "Joost"),
)
MEEDOEN = 5


def speel_meedoen(w: Contacthanden, inwoner: Persoon, anderen: list[Persoon], partner: Partnerorganisatie) -> None:
    """The resident and a few people of the basis take part somewhere; the resident shares a goal with the partner."""
    for nummer, p in enumerate([inwoner, *anderen[: MEEDOEN - 1]]):
        _doe_mee(w, p, nummer)
    _meet_taal(w, inwoner)
    _dringend(w, inwoner)
    _deel(w, inwoner, partner)
    if anderen:
        with op_moment(_moment(w, anderen[0], 20)):
            meedoen.maak_meedoen_doel(
                dossier=anderen[0].dossier,
                door=anderen[0].door,
                eerste_stap="Ik ga een keer mee koffie drinken.",
                waarom="Rust en mensen om zich heen gaan nu voor. Meer lukt nog niet.",
            )


def _moment(w: Contacthanden, p: Persoon, dagen: int) -> datetime:
    """So many days ago, never before the person came."""
    begin = timezone.localdate(p.dossier.gemeld_op) + timedelta(days=1)
    return w.tijd(max(begin, w.vandaag - timedelta(days=dagen)))


def _doe_mee(w: Contacthanden, p: Persoon, nummer: int) -> None:
    soort, wat, plek, uren, contact = ACTIVITEITEN[nummer]
    with op_moment(_moment(w, p, 45)):
        rij = meedoen.start_activiteit(
            dossier=p.dossier, door=p.door, soort=soort, wat=wat, plek=plek, uren=Decimal(uren), contact=contact
        )
    if nummer == 1:
        with op_moment(_moment(w, p, 6)):
            meedoen.kijk_terug(
                activiteit=rij, door=p.door, gaat_door=True, reactie="Ik word blij van koken voor anderen."
            )


def _meet_taal(w: Contacthanden, p: Persoon) -> None:
    toets = meetinstrument("taaltoets")
    assert toets is not None
    moment = _moment(w, p, 30)
    dag = timezone.localdate(moment)
    with op_moment(moment):
        leg_meting_vast(
            dossier=p.dossier,
            instrument=toets.code,
            naam="Taalmeting van het taalhuis",
            versie="2",
            waarden={"taal_lezen": 3, "taal_schrijven": 2, "taal_spreken": 4},
            bron="test",
            door=p.door,
            afgenomen_op=dag,
            geldig_tot=toets.geldig_tot(dag),
        )


def _dringend(w: Contacthanden, p: Persoon) -> None:
    """Something that cannot wait, with its task."""
    with op_moment(w.nu - timedelta(hours=26)):
        leg_waarneming_vast(
            dossier=p.dossier,
            aspect="last_kinderopvang",
            waarde=4,
            bron="professional",
            urgentie=2,
            toelichting="Op maandag is er nog geen opvang.",
            door=p.door,
        )


def _deel(w: Contacthanden, p: Persoon, partner: Partnerorganisatie) -> None:
    open_doelen = Doel.objects.filter(plan__dossier=p.dossier, status=Doel.Status.OPEN)
    doel = open_doelen.exclude(plan__status=Plan.Status.VERVANGEN).select_related("plan").order_by("pk").first()
    if doel is None:
        return
    with op_moment(_moment(w, p, 10)):
        deling = deel_plan(
            dossier=p.dossier, partner=partner, doelen=[doel], tot=w.vandaag + timedelta(days=120), door=p.door
        )
        beantwoord_toestemming(toestemming=deling.toestemming, antwoord=True, hoe="gesprek", door=p.door)
