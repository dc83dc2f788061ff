"""Rows about employers, job profiles and candidates written in bulk are those the actions would have written."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.db import models
from django.utils import timezone
from tests.fabrieken import Beroepfabriek, Competentiefabriek, Gebruikerfabriek, Gemeentefabriek
from tests.project.demo.wereld import vergelijk

from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.kern.dossiers.actions import maak_dossier
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.dossiers.models import Dossier, Toestemming, Werkzoekende
from werklandschap.kern.profielen.models import Certificaateis, Eis, Taaleis, Werkprofiel
from werklandschap.kern.relaties import actions as relaties
from werklandschap.kern.relaties.contacten import Contactinvoer, leg_contact_vast
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Vestiging, Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.project.demo.handen_werkgever import Bedrijf, Profiel, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.samen.bemiddeling import actions as bemiddeling
from werklandschap.samen.bemiddeling import ontmoetingen
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht, Voordrachtstap
from werklandschap.werkgever.werkprofiel import actions as werkprofielen
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel

pytestmark = pytest.mark.django_db

MODELLEN: tuple[type[models.Model], ...] = (
    Werkzoekende,
    Dossier,
    Toestemming,
    Werkgever,
    Vestiging,
    Contactpersoon,
    Contactmoment,
    Werkprofiel,
    Eis,
    Certificaateis,
    Taaleis,
    Voordracht,
    Voordrachtstap,
    Ontmoeting,
    Taak,
    Tegelbezoek,
    Keten,
)
# By mail: who is reached in another way gets a task besides, which the demo leaves out.
MENS = {"voornaam": "Sanne", "achternaam": "Voorbeeld", "email": "sanne@inwoner.test", "contactwijze": "email"}
INTRODUCTIE = "Werkt graag met de handen en komt afspraken na."
# How far a candidate gets with one job profile each.
AFLOPEN = ("afgezien", "afgewezen", "aangenomen")


class Wereld:
    """Who acts, on what; the same for both ways of writing."""

    def __init__(self) -> None:
        gemeente = Gemeentefabriek()
        self.klantmanager: Gebruiker = Gebruikerfabriek(gemeente=gemeente)
        self.accountmanager: Gebruiker = Gebruikerfabriek(gemeente=gemeente, rol=Rol.ACCOUNTMANAGER)
        self.beroep: Beroep = Beroepfabriek(sector="groen")
        self.competentie: Competentie = Competentiefabriek()
        self.vandaag = timezone.localdate()
        self.straks = datetime.combine(
            self.vandaag + timedelta(days=3), time(10), tzinfo=timezone.get_current_timezone()
        )

    def met_acties(self) -> None:
        door = self.accountmanager
        assert door.gemeente is not None
        werkgever = relaties.maak_werkgever(
            gegevens=Werkgevergegevens("Bedrijf Bedacht", sector="groen", grootte="klein"),
            gemeente=door.gemeente,
            door=door,
            accountmanager=door,
        )
        relaties.voeg_vestiging_toe(werkgever=werkgever, gegevens=Vestigingsgegevens(plaats="Nergenshuizen"), door=door)
        mens = relaties.voeg_contactpersoon_toe(
            werkgever=werkgever, gegevens=Contactgegevens("Wim", functie="Eigenaar"), door=door
        )
        leg_contact_vast(
            werkgever=werkgever,
            invoer=Contactinvoer("bezoek", "Kennismaking", self.vandaag, mens, "Goed gesprek", "Bel terug"),
            door=door,
        )
        leg_contact_vast(
            werkgever=werkgever,
            invoer=Contactinvoer("bezoek", "Nog eens", self.vandaag + timedelta(days=9), mens),
            door=door,
        )
        bezoek = start_bezoek(keten=werkgever.keten, kant="werkgevers", tegel="voorzorg", door=door)
        beeindig_bezoek(bezoek=bezoek, door=door, uitkomst="stap_gezet")
        klant = self.klantmanager
        dossier = maak_dossier(
            gegevens=Persoonsgegevens(**MENS), gemeente=door.gemeente, door=klant, verantwoordelijke=klant
        )
        for afloop in AFLOPEN:
            self._kandidaat(dossier, self._profiel(werkgever, afloop), afloop)

    def _profiel(self, werkgever: Werkgever, titel: str) -> Werkprofiel:
        door = self.accountmanager
        rij = werkprofielen.maak_werkprofiel(
            werkgever=werkgever, door=door, titel=titel, start=self.vandaag, beroep=self.beroep
        )
        eisen = Eisen(
            competenties=(Eisregel(self.competentie, 3, 5, True),),
            certificaten=("vog",),
            talen={"nld": 2},
            omstandigheden={"tillen": 1},
            uren_min=16,
            uren_max=24,
            dagdelen=3,
        )
        werkprofielen.bevestig_eisen(werkprofiel=rij, eisen=eisen, verwacht=None, door=door)
        return werkprofielen.stel_open(
            werkprofiel=rij, door=door, opengesteld_op=self.vandaag, max_voordrachten=3, reactie_dagen=7
        )

    def _kandidaat(self, dossier: Dossier, werkprofiel: Werkprofiel, afloop: str) -> None:
        door = self.klantmanager
        v = bemiddeling.voorselecteer(
            dossier=dossier, werkprofiel=werkprofiel, door=door, reden="Past goed", score_nu=500, score_straks=600
        )
        v = bemiddeling.vraag_kandidaat(voordracht=v, door=door, wat="Uw naam")
        v = bemiddeling.leg_antwoord_vast(voordracht=v, antwoord=afloop != "afgezien", hoe="gesprek", door=door)
        if afloop == "afgezien":
            return
        v = bemiddeling.draag_voor(voordracht=v, introductie=INTRODUCTIE, door=door)
        o = ontmoetingen.plan_ontmoeting(
            voordracht=v, soort="verkennend", wanneer=self.straks, door=door, waar="Nergenshuizen"
        )
        ontmoetingen.leg_ontmoeting_vast(ontmoeting=o, uitkomst="verder", door=door)
        ja = afloop == "aangenomen"
        bemiddeling.besluit_werkgever(
            voordracht=v,
            ja=ja,
            reden="motivatie" if ja else "reistijd",
            toelichting="" if ja else "Te ver weg",
            door=door,
        )
        bemiddeling.koppel_terug(voordracht=v, tekst="Zo ging het.", door=door)

    def in_bulk(self) -> None:
        door = self.accountmanager
        assert door.gemeente is not None
        w = Werkgeverhanden(1, self.vandaag)
        tijd = timezone.now()
        b = w.maak_werkgever(
            gemeente=door.gemeente,
            velden={"naam": "Bedrijf Bedacht", "sector": "groen", "grootte": "klein"},
            door=door,
            tijd=tijd,
        )
        w.voeg_vestiging_toe(b, tijd, plaats="Nergenshuizen")
        w.voeg_contactpersoon_toe(b, tijd, naam="Wim", functie="Eigenaar")
        w.leg_contact_vast(
            b, soort="bezoek", onderwerp="Kennismaking", tijd=tijd, verslag="Goed gesprek", afspraken="Bel terug"
        )
        w.leg_contact_vast(b, soort="bezoek", onderwerp="Nog eens", tijd=tijd, dag=self.vandaag + timedelta(days=9))
        w.begin_bij(b, "voorzorg", tijd)
        w.eindig_bij(b, "voorzorg", tijd, "stap_gezet")
        klant = self.klantmanager
        p = w.maak_dossier(
            gemeente=door.gemeente,
            velden=MENS,
            bsn="",
            door=klant,
            verantwoordelijke=klant,
            hulpvraag="",
            kanaal="balie",
            tijd=tijd,
        )
        for afloop in AFLOPEN:
            profiel = self._bulkprofiel(w, b, afloop, tijd)
            v = w.voorselecteer(p, profiel, tijd, "Past goed", 500, 600)
            toestemming = w.vraag_kandidaat(v, "Uw naam", tijd)
            w.kandidaat_zegt(v, toestemming, afloop != "afgezien", tijd)
            if afloop == "afgezien":
                continue
            w.draag_voor(v, INTRODUCTIE, tijd)
            o = w.plan_ontmoeting(v, "verkennend", self.straks, "Nergenshuizen", tijd)
            w.leg_ontmoeting_vast(v, o, "verder", tijd)
            ja = afloop == "aangenomen"
            w.besluit_werkgever(v, ja, "motivatie" if ja else "reistijd", "" if ja else "Te ver weg", tijd)
            w.koppel_terug(v, "Zo ging het.", tijd)
        w.schrijf()

    def _bulkprofiel(self, w: Werkgeverhanden, b: Bedrijf, titel: str, tijd: datetime) -> Profiel:
        profiel = w.maak_werkprofiel(b, titel=titel, beroep=self.beroep, start=self.vandaag, tijd=tijd)
        w.bevestig_eisen(
            profiel,
            competenties=[(self.competentie, 3, 5, True)],
            certificaten=["vog"],
            talen={"nld": 2},
            omstandigheden={"tillen": 1},
            uren=(16, 24),
            dagdelen=3,
            tijd=tijd,
        )
        w.stel_open(profiel, tijd, 3, 7)
        return profiel


def test_werkgevers_en_kandidaten_in_bulk_zijn_die_van_de_acties() -> None:
    wereld = Wereld()
    acties = vergelijk(MODELLEN, wereld.met_acties, wereld.in_bulk)
    assert len(acties["Voordracht"]) == len(AFLOPEN)
    assert len(acties["gebeurtenissen"]) > 50


def test_een_actie_vindt_plaats_op_het_moment_dat_de_demo_kiest() -> None:
    moment = timezone.now() - timedelta(days=100)
    door = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    assert door.gemeente is not None
    with op_moment(moment):
        werkgever = relaties.maak_werkgever(
            gegevens=Werkgevergegevens("Bedrijf Bedacht"), gemeente=door.gemeente, door=door
        )
    assert werkgever.aangemaakt_op == moment
    assert [g.tijd for g in werkgever.keten.gebeurtenissen.all()] == [moment]
    assert timezone.now() > moment
