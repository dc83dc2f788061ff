"""Where person and employer meet: presented in every state, placed, and looked after."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Profiel, Voorstel, Werkgeverhanden, als_uren
from werklandschap.samen.bemiddeling.redenen import redenen
from werklandschap.samen.nazorg.catalogus import sjablonen
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan, Probleem
from werklandschap.samen.plaatsing.catalogus import instrumentnaam, valkuilen, voorbereidingen
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing, Risico
from werklandschap.samen.plaatsing.rekenen import reken_lks

# How far a voordracht came, and how often.
AFLOOP = {
    "voorgeselecteerd": 2,
    "gevraagd": 3,
    "afgezien": 2,
    "toegestemd": 2,
    "voorgedragen": 4,
    "in_gesprek": 3,
    "aangenomen": 2,
    "afgewezen": 3,
}
NEE = ("ander_gekozen", "vaardigheid_mist", "uren_tijden", "reistijd", "ervaring_mist")
JA = ("leert_snel", "motivatie", "past_in_team", "praktijk_getoond")
WAT = "Uw naam, wat u kunt en wat u zoekt. Niets over uw gezondheid of uitkering."


class Ontmoeter:
    """Brings people and jobs together; keeps count so that no agreement on numbers is broken."""

    def __init__(self, w: Werkgeverhanden, profielen: list[Profiel]) -> None:
        self.w, self.profielen = w, profielen
        self.bezig: Counter[int] = Counter()
        self.gedaan: set[tuple[int, int]] = set()

    def zoek_profiel(self, p: Persoon, sector: str) -> Profiel | None:
        """An open profile of the same occupation, else of the same sector, where there is room."""
        vrij = [
            pr
            for pr in self.profielen
            if (id(p), id(pr)) not in self.gedaan
            and pr.rij.status == Werkprofiel.Status.OPEN
            and self.bezig[id(pr)] < (pr.rij.max_voordrachten or 3)
        ]
        zelfde = [pr for pr in vrij if pr.rij.beroep is not None and pr.rij.beroep.code == p.beroep]
        buurt = zelfde or [pr for pr in vrij if pr.rij.sector == sector] or vrij
        return self.w.rng.choice(buurt) if buurt else None

    def draag_voor(self, p: Persoon, profiel: Profiel, afloop: str, begin: datetime) -> Voorstel:
        """One voordracht from being chosen up to `afloop`, a few days between the steps and never past now."""
        w = self.w
        self.gedaan.add((id(p), id(profiel)))
        tijd = begin
        nu_score = w.tussen(450, 880)
        v = w.voorselecteer(
            p, profiel, tijd, "Past bij wat de klant wil en kan.", nu_score, nu_score + w.tussen(0, 110)
        )
        if afloop == "voorgeselecteerd":
            return v
        tijd = self._verder(tijd)
        toestemming = w.vraag_kandidaat(v, WAT, tijd)
        if afloop == "gevraagd":
            return v
        tijd = self._verder(tijd)
        w.kandidaat_zegt(v, toestemming, afloop != "afgezien", tijd)
        if afloop in {"afgezien", "toegestemd"}:
            return v
        tijd = self._verder(tijd)
        w.draag_voor(v, w.rng.choice(woorden.INTRODUCTIES), tijd)
        self.bezig[id(profiel)] += 1
        w.begin_bij(profiel.bedrijf, "bemiddeling", tijd)
        if afloop == "voorgedragen":
            return v
        self._ontmoeting(v, afloop, tijd)
        return v

    def _verder(self, tijd: datetime) -> datetime:
        return min(self.w.nu, tijd + timedelta(days=self.w.tussen(1, 3), minutes=1))

    def _ontmoeting(self, v: Voorstel, afloop: str, tijd: datetime) -> None:
        w = self.w
        tijd = self._verder(tijd)
        straks = afloop == "in_gesprek" and w.kans(0.6)
        dag = w.werkdag(w.vandaag + timedelta(days=w.tussen(1, 9))) if straks else tijd.date() + timedelta(days=1)
        wanneer = datetime.combine(dag, time(w.tussen(9, 15)), tzinfo=timezone.get_current_timezone())
        soort = w.kies("verkennend", "sollicitatie", "meelopen")
        waar = v.profiel.bedrijf.vestigingen[0].plaats
        ontmoeting = w.plan_ontmoeting(v, soort, wanneer, waar, tijd)
        if straks or wanneer > w.nu:
            return
        tijd = max(self._verder(tijd), min(w.nu, wanneer))
        w.leg_ontmoeting_vast(v, ontmoeting, "stop" if afloop == "afgewezen" else "verder", tijd)
        if afloop == "in_gesprek":
            return
        tijd = self._verder(tijd)
        ja = afloop != "afgewezen"
        reden = w.rng.choice(JA if ja else NEE)
        w.besluit_werkgever(v, ja, reden, "" if ja else "Het paste dit keer niet. Wel een goed gesprek.", tijd)
        if not ja:
            self.bezig[id(v.profiel)] -= 1
        if not ja and w.kans(0.2):
            return
        w.koppel_terug(v, redenen()[reden].terugkoppeling, self._verder(tijd))

    def plaats(self, p: Persoon, profiel: Profiel, start: date, door_loop: str = "loopt") -> Plaatsing:
        """Placed: presented before, agreed by both sides, started on `start`, with decisions and aftercare."""
        w = self.w
        v = self.draag_voor(p, profiel, "aangenomen", w.tijd(start - timedelta(days=w.tussen(28, 34))))
        plaatsing = self._maak_plaatsing(v, start)
        gestart = start <= w.vandaag and plaatsing.status == Plaatsing.Status.LOOPT
        self._besluiten(v, plaatsing)
        self._risicos(v, plaatsing)
        if gestart:
            self._nazorg(v, plaatsing, door_loop)
        return plaatsing

    def _maak_plaatsing(self, v: Voorstel, start: date) -> Plaatsing:
        w, p, rij = self.w, v.persoon, v.profiel.rij
        tijd = w.tijd(start - timedelta(days=7))
        klant = p.dossier.werkzoekende
        plaatsing = w.rij(
            Plaatsing(
                uuid=w.uuid(),
                voordracht=v.rij,
                dossier=p.dossier,
                werkprofiel=rij,
                soort=w.rng.choices(("baan", "proefplaatsing", "werkervaring", "bbl"), (12, 2, 2, 1))[0],
                van=start,
                tot=start + timedelta(days=w.kies(183, 365)),
                uren=als_uren(w.kies(16, 20, 24, 28, 32)),
                functie=rij.titel,
                afspraken="De eerste maand loopt een collega mee. Daarna bekijken we de uren opnieuw.",
                begeleiding=rij.begeleiding,
                collegas_voorbereid=[punt.code for punt in voorbereidingen() if w.kans(0.6)],
                door=p.door,
                gemaakt_op=tijd,
            )
        )
        wie = {"nummer": plaatsing, "functie": plaatsing.functie}
        werkgever = {**wie, "werkgever": rij.werkgever.naam}
        keten, bedrijf = p.keten, v.profiel.bedrijf.keten
        w.noteer(keten, "plaatsing.gemaakt", p.door, tijd, **werkgever, van=datum(start))
        w.noteer(bedrijf, "werkplek.voorbereiding", p.door, tijd, **wie, van=datum(start))
        w.eindig(p, "bemiddeling", timezone.localdate(tijd), "doel_bereikt")
        p.bezoeken["plaatsing"] = w.start_bezoek(keten, "werkzoekenden", "plaatsing", p.door, tijd)
        if start > w.vandaag and w.kans(0.5):
            return plaatsing
        w.begin_bij(v.profiel.bedrijf, "plaatsing", tijd)
        mens = v.profiel.bedrijf.mensen[0].naam
        dag = timezone.localdate(tijd)
        plaatsing.akkoord_klant_op = plaatsing.akkoord_werkgever_op = dag
        plaatsing.akkoord_klant_wie, plaatsing.akkoord_werkgever_wie = klant.naam, mens
        plaatsing.versie += 2
        w.noteer(keten, "plaatsing.akkoord_werkgever", p.door, tijd, **werkgever, dag=datum(dag), wie=mens)
        w.noteer(bedrijf, "werkplek.akkoord", p.door, tijd, **wie, dag=datum(dag), wie=mens)
        w.noteer(keten, "plaatsing.akkoord_klant", p.door, tijd, **werkgever, dag=datum(dag), wie=klant.naam)
        if start > w.vandaag:
            return plaatsing
        begin = max(tijd, w.tijd(start))
        plaatsing.status = Plaatsing.Status.LOOPT
        plaatsing.versie += 1
        w.stap(v, "plaats", begin)
        w.noteer(keten, "plaatsing.gestart", p.door, begin, **werkgever, van=datum(start))
        w.noteer(bedrijf, "werkplek.gestart", p.door, begin, **wie)
        w.eindig(p, "plaatsing", start, "aan_het_werk")
        if w.kans(0.7):
            w.eindig_bij(v.profiel.bedrijf, "plaatsing", begin, "aan_het_werk")
        self.bezig[id(v.profiel)] -= 1
        bezet = rij.__dict__.setdefault("_demo_bezet", 0) + 1
        rij.__dict__["_demo_bezet"] = bezet
        if bezet >= rij.posities:
            rij.status = Werkprofiel.Status.VERVULD
            rij.versie += 1
            w.noteer(bedrijf, "werkplek.vervuld", p.door, begin, **wie)
        return plaatsing

    def _besluiten(self, v: Voorstel, plaatsing: Plaatsing) -> None:
        """Loonkostensubsidie as the law module computes it, and sometimes another instrument."""
        w = self.w
        if w.kans(0.6):
            forfaitair = w.kans(0.2)
            loonwaarde = None if forfaitair else Decimal(w.tussen(40, 85))
            tot = (
                min(plaatsing.tot, plaatsing.van + timedelta(days=182))
                if forfaitair and plaatsing.tot
                else plaatsing.tot
            )
            uitkomst = reken_lks(plaatsing, van=plaatsing.van, tot=tot, loonwaarde=loonwaarde, forfaitair=forfaitair)
            self._besluit(
                v,
                Besluit(
                    plaatsing=plaatsing,
                    instrument="loonkostensubsidie",
                    van=uitkomst.van,
                    tot=uitkomst.tot,
                    bedrag_per_maand=uitkomst.bedrag_per_maand,
                    invoer={**uitkomst.invoer, "waarschuwingen": list(uitkomst.waarschuwingen)},
                    regels=uitkomst.regels,
                    grondslag=uitkomst.grondslag[:200],
                ),
            )
        if w.kans(0.35):
            self._besluit(
                v, Besluit(plaatsing=plaatsing, instrument="no-risk", van=plaatsing.van, invoer={"waarschuwingen": []})
            )

    def _besluit(self, v: Voorstel, besluit: Besluit) -> None:
        w, p = self.w, v.persoon
        tijd = w.tijd(besluit.van - timedelta(days=6))
        besluit.door, besluit.op = p.door, tijd
        w.rij(besluit)
        maand = besluit.bedrag_per_maand
        bedrag = f"{euro(maand)} per maand." if maand is not None else ""
        regel = {"instrument": instrumentnaam(besluit.instrument), "van": datum(besluit.van), "bedrag": bedrag}
        wie = {"nummer": besluit.plaatsing, "functie": besluit.plaatsing.functie}
        naam = v.profiel.rij.werkgever.naam
        w.noteer(p.keten, "plaatsing.besluit", p.door, tijd, **wie, werkgever=naam, **regel)
        w.noteer(v.profiel.bedrijf.keten, "werkplek.besluit", p.door, tijd, **wie, **regel)

    def _risicos(self, v: Voorstel, plaatsing: Plaatsing) -> None:
        w, p = self.w, v.persoon
        for valkuil in w.rng.sample(list(valkuilen()), w.tussen(0, 2)):
            w.rij(
                Risico(
                    plaatsing=plaatsing, code=valkuil.code, tekst=valkuil.naam, plan_b=valkuil.plan_b, wie=valkuil.wie
                )
            )
            w.noteer(
                p.keten,
                "plaatsing.risico",
                p.door,
                w.tijd(plaatsing.van - timedelta(days=6)),
                nummer=plaatsing,
                functie=plaatsing.functie,
                werkgever=v.profiel.rij.werkgever.naam,
                tekst=valkuil.naam,
                plan_b=valkuil.plan_b,
            )

    def _nazorg(self, v: Voorstel, plaatsing: Plaatsing, door_loop: str) -> None:
        """A plan of aftercare with contacts in the past and to come; sometimes a problem, sometimes late."""
        w, p = self.w, v.persoon
        vorm = w.rng.choice([s for s in sjablonen() if s.code in {"licht", "gewoon", "stevig"}])
        van = plaatsing.van
        plan = w.rij(
            Nazorgplan(
                plaatsing=plaatsing,
                sjabloon=vorm.code,
                van=van,
                tot=van + timedelta(weeks=vorm.duur_weken or 52),
                contactpersoon=p.door,
                inhoud=vorm.uitleg,
            )
        )
        p.bezoeken["nazorg"] = w.start_bezoek(p.keten, "werkzoekenden", "nazorg", p.door, w.tijd(van))
        if "nazorg" not in v.profiel.bedrijf.bezoeken:
            w.begin_bij(v.profiel.bedrijf, "nazorg", w.tijd(van))
        for week in vorm.weken:
            dag = w.werkdag(van + timedelta(weeks=week))
            contact = w.rij(Nazorgcontact(plan=plan, gepland_op=dag, is_evaluatie=week in vorm.evaluatie_weken))
            if dag < w.vandaag - timedelta(days=2) and (dag < w.vandaag - timedelta(days=30) or w.kans(0.7)):
                contact.gehouden_op, contact.door = dag, p.door
                contact.verslag = w.rng.choice(woorden.VERSLAGEN_NAZORG)
                contact.oordeel_klant, contact.oordeel_werkgever = w.tussen(2, 5), w.tussen(3, 5)
        if w.kans(0.45):
            self.probleem(v, plaatsing)

    def probleem(self, v: Voorstel, plaatsing: Plaatsing) -> Probleem:
        """Something goes wrong: mostly answered in time, sometimes late, sometimes still open."""
        w, p = self.w, v.persoon
        soort, tekst, wie = w.rng.choice(woorden.PROBLEMEN)
        gemeld = w.tijd(w.vandaag - timedelta(days=w.tussen(1, min(90, max(1, (w.vandaag - plaatsing.van).days)))))
        probleem = w.rij(
            Probleem(
                plaatsing=plaatsing,
                soort=soort,
                urgentie=w.kies("snel", "gewoon"),
                tekst=tekst,
                gemeld_door_wie=wie,
                gemeld_op=gemeld,
                antwoord_voor=gemeld + timedelta(days=2),
                eigenaar=p.door,
            )
        )
        if gemeld < w.nu - timedelta(days=8) or w.kans(0.3):
            klaar = gemeld + timedelta(days=w.kies(0, 1, 1, 3), hours=2)
            if klaar < w.nu:
                probleem.antwoord = "Samen besproken en een afspraak gemaakt. Over twee weken bellen we terug."
                probleem.beantwoord_op, probleem.beantwoord_door, probleem.opgelost = klaar, p.door, w.kans(0.8)
        return probleem
