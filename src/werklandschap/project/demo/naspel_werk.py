"""From a yes to the end of aftercare, through the actions themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.dossiers.actions import wijs_toe
from werklandschap.kern.taken.actions import rond_taak_af
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_werkgever import Voorstel, Werkgeverhanden, als_uren
from werklandschap.project.demo.klok import op_moment
from werklandschap.regelingen.datums import leeftijd_op
from werklandschap.samen.nazorg import actions as nazorg
from werklandschap.samen.nazorg import problemen
from werklandschap.samen.nazorg.catalogus import sjablonen
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan, Probleem
from werklandschap.samen.plaatsing import actions as plaatsingen
from werklandschap.samen.plaatsing.besluiten import leg_besluit_vast
from werklandschap.samen.plaatsing.catalogus import valkuilen, voorbereidingen
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.subsidie import leg_meting_vast, leg_uitbetaling_vast
from werklandschap.samen.plaatsing.verloop import LKS, subsidieverloop

# Younger people have other wages, which are not known for every date.
VOLWASSEN = 21
EINDE = ("contract_voorbij", "past_niet", "werkgever_stopt", "klant_stopt", "opleiding", "bedrijf_weg")


@dataclass(frozen=True)
class Start:
    """Somebody an employer said yes to, and the first day of the work. `blijft`: the placement does not end."""

    voorstel: Voorstel
    op: date
    blijft: bool = False


class Werkspel:
    """Plays the placements of one municipality."""

    def __init__(self, w: Werkgeverhanden, ploeg: Ploeg) -> None:
        self.w, self.ploeg = w, ploeg

    def speel(self, start: Start) -> Plaatsing:
        """Agreed, started, looked after, and for a part ended or broken off before the first day."""
        plaatsing = self._maak(start)
        if start.op > self.w.vandaag:
            if not start.blijft and self.w.kans(0.2):
                self._breek_af(start, plaatsing)
            return plaatsing
        self._start(start, plaatsing)
        plan = self._nazorg(start, plaatsing)
        self._meet(start, plaatsing)
        einde = None if start.blijft else self._einde(start, plaatsing)
        if plan is not None:
            self._contacten(plan, einde)
            if self.w.kans(0.6):
                self._probleem(start, plaatsing, einde)
        if einde is not None:
            self._beeindig(start, plaatsing, einde)
        elif plaatsing.tot is not None and plaatsing.tot < self.w.vandaag:
            with op_moment(self.w.tijd(plaatsing.tot - timedelta(days=14))):
                plaatsingen.wijzig_plaatsing(
                    plaatsing=plaatsing,
                    versie=None,
                    door=start.voorstel.persoon.door,
                    tot=plaatsing.tot + timedelta(days=(self.w.vandaag - plaatsing.tot).days + 200),
                )
        self._betaal(start, plaatsing)
        return plaatsing

    def _maak(self, start: Start) -> Plaatsing:
        w, v = self.w, start.voorstel
        door, mens = v.persoon.door, v.profiel.bedrijf.mensen[0].naam
        tijd = w.tijd(start.op - timedelta(days=8))
        with op_moment(tijd):
            plaatsing = plaatsingen.maak_plaatsing(
                voordracht=v.rij,
                door=door,
                van=start.op,
                tot=start.op + timedelta(days=w.kies(183, 365)),
                uren=als_uren(w.kies(16, 20, 24, 28, 32)),
                soort=w.rng.choices(("baan", "proefplaatsing", "werkervaring", "bbl"), (12, 2, 2, 1))[0],
                afspraken="De eerste maand loopt een collega mee. Daarna bekijken we de uren opnieuw.",
            )
        if start.op > w.vandaag and w.kans(0.4):
            return plaatsing
        with op_moment(min(w.nu, tijd + timedelta(hours=3))):
            plaatsingen.akkoord_werkgever(plaatsing=plaatsing, door=door, wie=mens)
            plaatsingen.akkoord_klant(plaatsing=plaatsing, door=door)
        with op_moment(min(w.nu, tijd + timedelta(days=1))):
            self._besluit(start, plaatsing)
            for valkuil in w.rng.sample(list(valkuilen()), w.tussen(0, 2)):
                plaatsingen.voeg_risico_toe(plaatsing=plaatsing, door=door, code=valkuil.code)
            klaar = [punt.code for punt in voorbereidingen() if w.kans(0.6)]
            plaatsingen.zet_voorbereiding(plaatsing=plaatsing, klaar=klaar, versie=None, door=door)
        return plaatsing

    def _besluit(self, start: Start, plaatsing: Plaatsing) -> None:
        """Loonkostensubsidie as the law module computes it, and sometimes another instrument."""
        w, door = self.w, start.voorstel.persoon.door
        geboren = start.voorstel.persoon.dossier.werkzoekende.geboortedatum
        if w.kans(0.6) and geboren is not None and leeftijd_op(geboren, plaatsing.van) >= VOLWASSEN:
            forfaitair = w.kans(0.2)
            half_jaar = plaatsing.van + timedelta(days=181)
            leg_besluit_vast(
                plaatsing=plaatsing,
                instrument=LKS,
                van=plaatsing.van,
                tot=min(plaatsing.tot or half_jaar, half_jaar) if forfaitair else plaatsing.tot,
                loonwaarde=None if forfaitair else Decimal(w.tussen(40, 85)),
                forfaitair=forfaitair,
                door=door,
            )
        if w.kans(0.35):
            leg_besluit_vast(plaatsing=plaatsing, instrument="no-risk", van=plaatsing.van, door=door)

    def _breek_af(self, start: Start, plaatsing: Plaatsing) -> None:
        reden = self.w.kies("werkgever_stopt", "klant_stopt")
        with op_moment(self.w.nu - timedelta(hours=1)):
            plaatsingen.breek_af(
                plaatsing=plaatsing, reden=reden, door=start.voorstel.persoon.door, toelichting="Het ging niet door."
            )

    def _start(self, start: Start, plaatsing: Plaatsing) -> None:
        w, p = self.w, start.voorstel.persoon
        with op_moment(w.tijd(start.op)):
            plaatsingen.start_plaatsing(plaatsing=plaatsing, door=p.door)
        later = start.op + timedelta(days=14)
        if not start.blijft and later < w.vandaag and w.kans(0.4):
            with op_moment(w.tijd(later)):
                wijs_toe(dossier=p.dossier, naar=w.rng.choice(self.ploeg.jobcoaches), door=p.door)

    def _meet(self, start: Start, plaatsing: Plaatsing) -> None:
        """A measured loonwaarde after three months, for a part of those with subsidy."""
        w, door = self.w, start.voorstel.persoon.door
        dag = start.op + timedelta(days=84)
        heeft_subsidie = plaatsing.besluiten.filter(instrument=LKS).exists()
        if heeft_subsidie and dag < min(w.vandaag, plaatsing.tot or w.vandaag) and w.kans(0.5):
            with op_moment(w.tijd(dag)):
                leg_meting_vast(
                    plaatsing=plaatsing,
                    gemeten_op=dag,
                    geldt_vanaf=dag,
                    loonwaarde=Decimal(w.tussen(8, 16) * 5),
                    methode="Uniforme loonwaardemethode",
                    door_wie="Loonwaardedeskundige Voorbeeld",
                    door=door,
                )

    def _betaal(self, start: Start, plaatsing: Plaatsing) -> None:
        """What was due month by month, now that the end is known; last month is still to be paid."""
        w, door = self.w, start.voorstel.persoon.door
        plaatsing.refresh_from_db()
        vorige = (w.vandaag.replace(day=1) - timedelta(days=1)).replace(day=1)
        for regel in subsidieverloop(plaatsing).verrekening.maanden:
            if regel.maand >= vorige or not regel.verschil:
                continue
            betaald = w.werkdag(regel.maand + timedelta(days=40))
            with op_moment(w.tijd(betaald)):
                leg_uitbetaling_vast(
                    plaatsing=plaatsing, maand=regel.maand, bedrag=regel.verschil, betaald_op=betaald, door=door
                )

    def _nazorg(self, start: Start, plaatsing: Plaatsing) -> Nazorgplan | None:
        """The plan, made in the first week; who started only just has the task to make one."""
        w, door = self.w, start.voorstel.persoon.door
        dag = w.werkdag(start.op + timedelta(days=w.tussen(1, 4)))
        if dag >= w.vandaag:
            return None
        vorm = w.rng.choices([s for s in sjablonen() if s.code in {"licht", "gewoon", "stevig"}], (5, 5, 1))[0]
        with op_moment(w.tijd(dag)):
            return nazorg.maak_nazorgplan(
                plaatsing=plaatsing,
                sjabloon=vorm.code,
                van=start.op,
                contactpersoon=door if start.blijft else w.rng.choice([door, *self.ploeg.jobcoaches]),
                inhoud=vorm.uitleg,
                door=door,
            )

    def _einde(self, start: Start, plaatsing: Plaatsing) -> date | None:
        """The last day, for a part of those who started long enough ago."""
        w = self.w
        if (w.vandaag - start.op).days < 40:
            return None
        if plaatsing.tot is not None and plaatsing.tot < w.vandaag and w.kans(0.5):
            return plaatsing.tot
        return start.op + timedelta(days=w.tussen(18, (w.vandaag - start.op).days - 5)) if w.kans(0.35) else None

    def _contacten(self, plan: Nazorgplan, einde: date | None) -> None:
        """Contacts until today or the end; a few of the last weeks were not held and are late."""
        w, door = self.w, plan.contactpersoon
        eind = min(w.vandaag, einde or w.vandaag)
        # Asked anew each time: an evaluation may have replaced the contacts that lay ahead.
        while contact := plan.contacten.filter(gehouden_op__isnull=True).order_by("gepland_op", "id").first():
            dag = contact.gepland_op
            if dag >= eind or (dag > w.vandaag - timedelta(days=20) and w.kans(0.25)):
                return
            self._contact(plan, contact, w.tijd(dag), door)

    def _contact(self, plan: Nazorgplan, contact: Nazorgcontact, tijd: datetime, door: Gebruiker) -> None:
        w = self.w
        oordelen = {
            "oordeel_klant": w.rng.choices((2, 3, 4, 5), (1, 4, 8, 5))[0],
            "oordeel_werkgever": w.rng.choices((2, 3, 4, 5), (1, 5, 8, 4))[0],
        }
        verslag = w.rng.choice(woorden.VERSLAGEN_NAZORG)
        dag = timezone.localdate(tijd)
        with op_moment(tijd):
            if contact.is_evaluatie:
                besluit = w.rng.choices(("zo_door", "minder", "meer"), (5, 2, 1))[0]
                nazorg.evalueer(
                    plan=plan, op=dag, besluit=besluit, verslag=verslag, door=door, contact=contact, **oordelen
                )
            else:
                met = w.kies("klant", "werkgever", "beiden")
                nazorg.leg_contact_vast(
                    contact=contact, gehouden_op=dag, met_wie=met, verslag=verslag, door=door, **oordelen
                )
        if min(oordelen.values()) <= nazorg.LAAG_OORDEEL and dag < w.vandaag - timedelta(days=7):
            with op_moment(tijd + timedelta(days=2)):
                for taak in Taak.objects.filter(bron__endswith=f":{contact.pk}:laag", status=Taak.Status.OPEN):
                    rond_taak_af(taak=taak, door=door)

    def _probleem(self, start: Start, plaatsing: Plaatsing, einde: date | None) -> None:
        """Something goes wrong: mostly answered in time, sometimes late, a few of this week still open."""
        w = self.w
        door = start.voorstel.persoon.door
        laatste = min(w.vandaag, einde or w.vandaag) - timedelta(days=1)
        ruimte = (laatste - start.op).days
        if ruimte < 6:
            return
        dag = laatste if w.kans(0.15) else start.op + timedelta(days=w.tussen(5, ruimte))
        soort, tekst, wie = w.rng.choice(woorden.PROBLEMEN)
        gemeld = w.tijd(w.werkdag(dag) if w.werkdag(dag) < w.vandaag else dag)
        with op_moment(gemeld):
            probleem = problemen.meld_probleem(
                plaatsing=plaatsing,
                soort=soort,
                urgentie=w.kies("snel", "gewoon"),
                tekst=tekst,
                gemeld_door_wie=wie,
                door=door,
            )
        self._antwoord(probleem, gemeld)

    def _antwoord(self, probleem: Probleem, gemeld: datetime) -> None:
        w = self.w
        te_laat = w.kans(0.15)
        klaar = (
            probleem.antwoord_voor + timedelta(hours=20) if te_laat else gemeld + timedelta(minutes=w.tussen(30, 240))
        )
        if te_laat and probleem.antwoord_voor < w.nu:
            with op_moment(min(w.nu, probleem.antwoord_voor + timedelta(hours=1))):
                problemen.escaleer(probleem=probleem, door=None)
        if klaar >= w.nu or (gemeld > w.nu - timedelta(days=3) and w.kans(0.5)):
            return
        with op_moment(klaar):
            problemen.beantwoord_probleem(
                probleem=probleem,
                antwoord="Samen besproken en een afspraak gemaakt. Over twee weken bellen we terug.",
                opgelost=w.kans(0.8),
                door=probleem.eigenaar,
            )

    def _beeindig(self, start: Start, plaatsing: Plaatsing, einde: date) -> None:
        w, door = self.w, start.voorstel.persoon.door
        reden = "contract_voorbij" if einde == plaatsing.tot else w.rng.choice(EINDE[1:])
        with op_moment(w.tijd(einde)):
            if w.kans(0.25):
                nazorg.plaats_door(plaatsing=plaatsing, reden="Toe aan meer uren en nieuw werk.", door=door, op=einde)
            else:
                plaatsingen.beeindig_plaatsing(plaatsing=plaatsing, reden=reden, door=door, op=einde)
