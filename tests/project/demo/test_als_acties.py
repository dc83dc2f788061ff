"""Rows written in bulk are those the actions would have written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Partnerfabriek, Partnergebruikerfabriek
from tests.project.demo.wereld import vergelijk

from werklandschap.kern.dossiers import actions as dossiers
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.dossiers.models import Doelgroepperiode, Dossier, Overdracht, Toestemming, Werkzoekende
from werklandschap.kern.dossiers.overdrachten import beantwoord_overdracht, bied_overdracht_aan
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, vraag_toestemming
from werklandschap.kern.instrumenten import actions as instrumenten
from werklandschap.kern.instrumenten.models import Evaluatie, Inzet
from werklandschap.kern.klantbeeld.actions import leg_meting_vast, leg_waarneming_vast
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.plannen import actions as plannen
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.handen_contact import Contacthanden as Dossierhanden
from werklandschap.regelingen.bsn import maak_test_bsn
from werklandschap.werkzoekende.diagnostiek.models import Gesprek
from werklandschap.werkzoekende.melding.actions import handel_signaal_af, meld_signaal
from werklandschap.werkzoekende.melding.models import Signaal

pytestmark = pytest.mark.django_db

MODELLEN: tuple[type[models.Model], ...] = (
    Werkzoekende,
    Dossier,
    Doelgroepperiode,
    Toestemming,
    Overdracht,
    Waarneming,
    Meting,
    Plan,
    Doel,
    Stap,
    Inzet,
    Evaluatie,
    Signaal,
    Gesprek,
    Taak,
    Tegelbezoek,
    Keten,
)
MENS = {"voornaam": "Sanne", "achternaam": "Voorbeeld", "telefoon": "0612345678"}
BSN = maak_test_bsn(7)


def _met_acties(door: Gebruiker, partner: Gebruiker) -> None:
    gemeente = door.gemeente
    assert gemeente is not None
    assert partner.partnerorganisatie is not None
    vandaag = timezone.localdate()
    dossier = dossiers.maak_dossier(
        gegevens=Persoonsgegevens(**MENS, bsn=BSN),
        gemeente=gemeente,
        door=door,
        hulpvraag="Ik zoek werk.",
        verantwoordelijke=door,
    )
    bezoek = start_bezoek(keten=dossier.keten, kant="werkzoekenden", tegel="melding", door=door)
    beeindig_bezoek(bezoek=bezoek, door=door, uitkomst="stap_gezet")
    dossiers.zet_doelgroep(dossier=dossier, code="participatiewet", van=vandaag, door=door)
    handel_signaal_af(signaal=meld_signaal(dossier=dossier, code="laaggeletterdheid", door=door), door=door)
    leg_waarneming_vast(dossier=dossier, aspect="ritme", waarde=2, bron="professional", door=door)
    leg_waarneming_vast(dossier=dossier, aspect="last_vervoer", waarde=5, bron="professional", door=door, urgentie=2)
    leg_meting_vast(
        dossier=dossier,
        instrument="zrm",
        naam="Zelfredzaamheid-Matrix",
        waarden={"zrm_financien": 2, "zrm_justitie": "niet_besproken"},
        bron="professional",
        door=door,
    )
    inzet = instrumenten.zet_in(keten=dossier.keten, instrument="werknemersvaardigheden", doel="Ritme", door=door)
    instrumenten.evalueer(inzet=inzet, door=door, oordeel_klant=4, effect={"ritme": 3}, toelichting="Ging goed.")
    plan = plannen.nieuw_plan(dossier=dossier, door=door, perspectief="Weer werken")
    doel = plannen.voeg_doel_toe(plan=plan, door=door, tekst="Op tijd beginnen", aspect="ritme", tegel="werk-fit")
    stap = plannen.voeg_stap_toe(doel=doel, door=door, tekst="Bellen", wie="professional", voor_op=vandaag)
    plannen.rond_stap_af(stap=stap, door=door, resultaat="Gelukt")
    plannen.rond_doel_af(doel=doel, door=door, gehaald=True)
    plannen.stel_voor_aan_klant(plan=plan, door=door)
    plannen.geef_akkoord(plan=plan, door=door, hoe="gesprek")
    vraag = vraag_toestemming(dossier=dossier, soort="delen_partner", voor_wie="Een partner", door=door)
    beantwoord_toestemming(toestemming=vraag, antwoord=True, hoe="gesprek", door=door)
    overdracht = bied_overdracht_aan(
        dossier=dossier, door=door, onderwerp="Geld", toelichting="Post", naar_partner=partner.partnerorganisatie
    )
    beantwoord_overdracht(overdracht=overdracht, accepteren=True, door=partner)


def _in_bulk(door: Gebruiker, partner: Gebruiker) -> None:
    assert door.gemeente is not None
    assert partner.partnerorganisatie is not None
    w = Dossierhanden(1, timezone.localdate())
    tijd = timezone.now()
    p = w.maak_dossier(
        gemeente=door.gemeente,
        velden=MENS,
        bsn=BSN,
        door=door,
        verantwoordelijke=door,
        hulpvraag="Ik zoek werk.",
        kanaal="balie",
        tijd=tijd,
    )
    bezoek = w.start_bezoek(p.keten, "werkzoekenden", "melding", door, tijd)
    w.beeindig_bezoek(bezoek, door, tijd, "stap_gezet")
    w.zet_doelgroep(p, "participatiewet", w.vandaag, tijd)
    w.meld_signaal(p, "laaggeletterdheid", tijd, tijd)
    w.leg_waarneming_vast(p, "ritme", 2, "professional", tijd)
    w.leg_waarneming_vast(p, "last_vervoer", 5, "professional", tijd, urgentie=2)
    w.leg_meting_vast(p, "zrm", "Zelfredzaamheid-Matrix", {"zrm_financien": 2, "zrm_justitie": "niet_besproken"}, tijd)
    inzet, taak = w.zet_in(p, "werknemersvaardigheden", "Ritme", tijd)
    w.evalueer(p, inzet, taak, tijd, {"ritme": 3}, 4, "Ging goed.")
    w.maak_plan(p, "Weer werken", tijd)
    doel = w.voeg_doel_toe(p, "Op tijd beginnen", tijd, aspect="ritme", tegel="werk-fit")
    stap, staptaak = w.voeg_stap_toe(p, doel, "Bellen", 1, tijd, "professional", w.vandaag)
    w.rond_stap_af(p, stap, staptaak, tijd, "Gelukt")
    w.rond_doel_af(p, doel, tijd)
    w.leg_plan_voor(p, tijd)
    w.geef_akkoord(p, tijd)
    vraag = w.vraag_toestemming(p, "delen_partner", "Een partner", tijd)
    w.beantwoord_toestemming(p, vraag, True, tijd)
    overdracht, bewaaktaak = w.bied_overdracht_aan(p, partner.partnerorganisatie, "Geld", "Post", tijd)
    w.sluit_overdracht(p, overdracht, bewaaktaak, Overdracht.Status.GEACCEPTEERD, partner, tijd)
    w.schrijf()


def test_in_bulk_geschreven_rijen_zijn_die_van_de_acties() -> None:
    gemeente = Gemeentefabriek()
    door = Gebruikerfabriek(gemeente=gemeente, naam="Kim Klantmanager")
    partner = Partnergebruikerfabriek(partnerorganisatie=Partnerfabriek(gemeenten=[gemeente]))
    acties = vergelijk(MODELLEN, lambda: _met_acties(door, partner), lambda: _in_bulk(door, partner))
    assert len(acties["gebeurtenissen"]) > 20


def test_wat_geschreven_is_wordt_niet_nog_eens_geschreven() -> None:
    w = Dossierhanden(1, timezone.localdate() - timedelta(days=1))
    door = Gebruikerfabriek()
    w.maak_dossier(
        gemeente=door.gemeente,
        velden=MENS,
        bsn="",
        door=door,
        verantwoordelijke=door,
        hulpvraag="Werk",
        kanaal="balie",
        tijd=w.nu,
    )
    assert w.schrijf() > 0
    assert w.schrijf() == 0
    assert Dossier.objects.count() == 1
