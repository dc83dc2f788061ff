"""What happens with people on the tiles and is told by the actions themselves: tests, trainings, checks, feedback."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.dossiers.models import Dossier, Toestemming, Werkzoekende
from werklandschap.kern.dossiers.overdrachten import bied_overdracht_aan
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.taken.actions import rond_taak_af
from werklandschap.kern.taken.models import Taak
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.klok import op_moment
from werklandschap.project.demo.mensen import CERTIFICATEN, Vak
from werklandschap.regelingen.datums import plus_maanden
from werklandschap.werkzoekende.diagnostiek.actions import plan_gesprek
from werklandschap.werkzoekende.maatschappelijk_fit import voorzieningen
from werklandschap.werkzoekende.maatschappelijk_fit.actions import doe_voorzieningencheck, maak_voorzieningtaken
from werklandschap.werkzoekende.melding.actions import (
    beoordeel_wachtende,
    geef_terugkoppeling,
    meld_openbaar,
    vraag_terugkoppeling,
)
from werklandschap.werkzoekende.melding.gegevens import Meldgegevens
from werklandschap.werkzoekende.melding.models import WachtendeMelding
from werklandschap.werkzoekende.opleiden import actions as opleiden
from werklandschap.werkzoekende.opleiden.catalogus import geldig_maanden
from werklandschap.werkzoekende.orientatie import actions as orientatie
from werklandschap.werkzoekende.orientatie import testen
from werklandschap.werkzoekende.orientatie.vragenlijsten import vragenlijsten
from werklandschap.werkzoekende.werk_fit.actions import los_obstakel_op, noteer_obstakel

LETTERS = "RIASEC"
PLEK = "Werkplein, Stationsstraat 1"


@dataclass(frozen=True)
class Mens:
    """A person with the occupation looked for and the stage of the story."""

    persoon: Persoon
    vak: Vak
    stadium: str


class Mensenspel:
    """Plays the people of one municipality."""

    def __init__(self, w: Contacthanden, ploeg: Ploeg) -> None:
        self.w, self.ploeg = w, ploeg

    def speel(self, mensen: list[Mens]) -> None:
        """Everything, for the people whose dossier is open."""
        for mens in mensen:
            if mens.persoon.dossier.status != Dossier.Status.OPEN or mens.stadium in {"nieuw", "diagnostiek"}:
                continue
            if mens.stadium == "maatschappelijk-fit" and self.w.kans(0.5):
                self.voorzieningencheck(mens.persoon)
            if mens.stadium in {"orientatie", "werk-fit"} and self.w.kans(0.6):
                self.orientatie(mens)
            if mens.stadium == "werk-fit" and self.w.kans(0.5):
                self.obstakel(mens.persoon)
            if mens.stadium == "opleiden" or (mens.stadium == "werk-fit" and self.w.kans(0.2)):
                self.opleiding(mens)
            if self.w.kans(0.2):
                self.terugkoppeling(mens.persoon)
        self.intrekkingen([m.persoon for m in mensen])
        self.wachtenden([m.persoon for m in mensen])

    def moment(self, p: Persoon, hoogstens: int, minstens: int = 3) -> datetime:
        """Office hours between so many days ago, never before the person was here a while."""
        w = self.w
        dagen = min(w.tussen(minstens, hoogstens), max(1, (w.vandaag - p.dossier.gemeld_op.date()).days - 20))
        dag = w.vandaag - timedelta(days=dagen)
        return w.tijd(dag - timedelta(days=max(0, dag.weekday() - 4)) if dagen > 3 else dag)

    def voorzieningencheck(self, p: Persoon) -> None:
        """The questions, and a task for one or two chances; most of those are done."""
        w, tijd = self.w, self.moment(p, 100)
        antwoorden = {code: w.kans(0.5) for code in voorzieningen.vragen() if w.kans(0.9)} | {"inkomen_laag": True}
        with op_moment(tijd):
            check = doe_voorzieningencheck(dossier=p.dossier, antwoorden=antwoorden, door=p.door)
            kansen = [code for code, uitkomst in check.uitkomsten.items() if uitkomst == "kansrijk"][: w.tussen(1, 2)]
            if kansen:
                maak_voorzieningtaken(dossier=p.dossier, codes=kansen, door=p.door)
        klaar = tijd + timedelta(days=w.tussen(4, 13))
        if klaar < w.nu:
            with op_moment(klaar):
                for taak in Taak.objects.filter(
                    bron__startswith=f"voorziening:{p.dossier.pk}:", status=Taak.Status.OPEN
                ).order_by("id"):
                    rond_taak_af(taak=taak, door=p.door)

    def obstakel(self, p: Persoon) -> None:
        """Something in the way, with who solves it; most are solved in time."""
        w, tijd = self.w, self.moment(p, 90, 1)
        soort, tekst, oplossing = w.rng.choice(woorden.OBSTAKELS)
        voor = timezone.localdate(tijd) + timedelta(days=21)
        with op_moment(tijd):
            rij = noteer_obstakel(
                dossier=p.dossier, door=p.door, tekst=tekst, wie=p.door.naam, voor_op=w.werkdag(voor), soort=soort
            )
        if voor < w.vandaag and w.kans(0.9):
            with op_moment(w.tijd(voor)):
                los_obstakel_op(obstakel=rij, door=p.door, oplossing=oplossing)

    def orientatie(self, mens: Mens) -> None:
        """The interest test, occupations to look into, and homework."""
        w, p = self.w, mens.persoon
        tijd = self.moment(p, 90, 12)
        voorkeur = mens.vak.beroep.riasec or [50] * 6
        antwoorden = {
            code: max(0, min(4, round(voorkeur[LETTERS.index(letter)] / 25) + w.kies(-1, 0, 0, 1)))
            for code, letter in vragenlijsten()["interesse"].type_van.items()
        }
        with op_moment(tijd):
            afname = testen.doe_test(dossier=p.dossier, soort="interesse", antwoorden=antwoorden, door=p.door)
            testen.bevestig_uitslag(afname=afname, door=p.door)
            orientatie.kies_beroep(
                dossier=p.dossier, beroep=mens.vak.beroep, door=p.door, waarom="Past bij de uitslag van de test."
            )
        with op_moment(tijd + timedelta(hours=1)):
            dag = timezone.localdate(tijd) + timedelta(days=w.tussen(7, 21))
            werk = orientatie.geef_huiswerk(
                dossier=p.dossier, opdracht=w.rng.choice(woorden.HUISWERK), voor_op=dag, door=p.door
            )
        if dag < w.vandaag and w.kans(0.75):
            with op_moment(w.tijd(dag)):
                orientatie.rond_huiswerk_af(
                    huiswerk=werk, door=p.door, uitkomst=w.rng.choice(woorden.HUISWERK_UITKOMSTEN)
                )

    def opleiding(self, mens: Mens) -> None:
        """A training that is planned, runs, was finished with a result, or stopped."""
        w, p = self.w, mens.persoon
        code = next(iter(CERTIFICATEN.get(mens.vak.beroep.sector, ())), "")
        met_papier = bool(code) and not code.startswith("rijbewijs") and w.kans(0.5)
        vorm = "vakcertificaat" if met_papier else w.kies("praktijkverklaring", "leerwerktraject", "mbo_bbl")
        begin = self.moment(p, 150, 10)
        duur = {"vakcertificaat": 30, "praktijkverklaring": 90, "leerwerktraject": 180}.get(vorm, 400)
        gepland = w.kans(0.12)
        van = w.werkdag(w.vandaag + timedelta(days=14)) if gepland else timezone.localdate(begin)
        tot = van + timedelta(days=duur)
        with op_moment(begin):
            traject = opleiden.start_traject(
                dossier=p.dossier,
                door=p.door,
                vorm=vorm,
                naam=mens.vak.beroep.label if vorm != "vakcertificaat" else f"Cursus {code}",
                van=van,
                tot=tot,
                aanbieder=w.kies("Vakschool Denkbeeld", "Ontwikkelbedrijf Samen Bedacht"),
                kosten=Decimal(w.kies(0, 250, 450, 900)),
                certificaat=code if met_papier else "",
            )
        if not gepland and tot < w.vandaag:
            with op_moment(w.tijd(tot)):
                maanden = geldig_maanden(code) if met_papier else None
                opleiden.rond_traject_af(
                    traject=traject,
                    door=p.door,
                    afgerond_op=tot,
                    resultaat="Behaald, met een goed gesprek na afloop.",
                    competenties=[(c, max(1, min(5, niveau))) for c, niveau in mens.vak.competenties[: w.tussen(1, 3)]],
                    certificaat=code if met_papier else "",
                    geldig_tot=plus_maanden(tot, maanden) if maanden else None,
                    bewijs_gezien=w.kans(0.7),
                    werkprocessen=[c.label.capitalize() for c, _niveau in mens.vak.competenties[:3]]
                    if vorm == "praktijkverklaring"
                    else (),
                )
        elif not gepland and w.kans(0.15) and begin < w.nu - timedelta(days=15):
            with op_moment(begin + timedelta(days=10)):
                opleiden.stop_traject(traject=traject, door=p.door, reden="De reis en de opvang gingen niet samen.")

    def terugkoppeling(self, p: Persoon) -> None:
        """The one question afterwards, answered."""
        w, tijd = self.w, self.moment(p, 200)
        antwoord = w.rng.choices(("ja", "beetje", "nee"), (7, 3, 1))[0]
        with op_moment(tijd):
            code = vraag_terugkoppeling(dossier=p.dossier, door=p.door)
        with op_moment(tijd + timedelta(days=1) if tijd + timedelta(days=1) < w.nu else tijd):
            geef_terugkoppeling(code=code, antwoord=antwoord, opmerking=w.rng.choice(woorden.OPMERKINGEN[antwoord]))

    def intrekkingen(self, mensen: list[Persoon]) -> None:
        """Some take their consent back."""
        w = self.w
        dossiers = {p.dossier.pk: p for p in mensen if p.dossier.status == Dossier.Status.OPEN}
        gegeven = Toestemming.objects.filter(
            dossier__in=dossiers, soort=Toestemming.Soort.DELEN_PARTNER, antwoord=True, beantwoord_op__lt=w.nu
        ).select_related("dossier__keten", "dossier__werkzoekende")
        for toestemming in gegeven.order_by("id"):
            if toestemming.beantwoord_op is None or not w.kans(0.12):
                continue
            moment = toestemming.beantwoord_op + timedelta(days=w.tussen(10, 60))
            if moment < w.nu:
                with op_moment(moment):
                    trek_toestemming_in(toestemming=toestemming, door=dossiers[toestemming.dossier_id].door)

    def wachtenden(self, mensen: list[Persoon]) -> None:
        """Requests from the public form that may be of somebody we know: one judged, the others wait."""
        w = self.w
        bekend = [p for p in mensen if p.dossier.werkzoekende.email and p.dossier.status == Dossier.Status.OPEN]
        for nummer, p in enumerate(bekend[5:25:6]):
            wie = p.dossier.werkzoekende
            persoon = Persoonsgegevens(
                voornaam=wie.voornaam,
                tussenvoegsel=wie.tussenvoegsel,
                achternaam=wie.achternaam,
                geboortedatum=wie.geboortedatum,
                email=wie.email,
                telefoon=wie.telefoon,
                postcode=wie.postcode,
                huisnummer=wie.huisnummer,
            )
            gegevens = Meldgegevens(persoon=persoon, hulpvraag=w.rng.choice(woorden.HULPVRAGEN))
            with op_moment(w.nu - timedelta(hours=20 - nummer)):
                meld_openbaar(gegevens=gegevens, gemeente=self.ploeg.gemeente)
        wachtend = WachtendeMelding.objects.filter(gemeente=self.ploeg.gemeente).order_by("ontvangen_op").first()
        if wachtend is not None and wachtend.lijkt_op is not None:
            with op_moment(w.nu - timedelta(minutes=5)):
                beoordeel_wachtende(melding=wachtend, zelfde_als=wachtend.lijkt_op, door=self.ploeg.klantmanagers[0])

    def inwoner(self, mens: Mens) -> None:
        """The resident's account: an appointment and homework to come."""
        w, p = self.w, mens.persoon
        dag = w.werkdag(w.vandaag + timedelta(days=3))
        wanneer = datetime.combine(dag, time(10, 30), tzinfo=timezone.get_current_timezone())
        with op_moment(w.nu - timedelta(hours=2)):
            plan_gesprek(
                dossier=p.dossier,
                gepland_op=wanneer,
                door=p.door,
                soort="verdieping",
                onderwerp="Hoe gaat het met u?",
                waar=PLEK,
            )
            orientatie.geef_huiswerk(
                dossier=p.dossier,
                opdracht="Schrijf drie dingen op die u op een werkdag energie geven.",
                voor_op=dag,
                door=p.door,
            )

    def liever_post(self, mensen: list[Mens]) -> None:
        """People who like a letter best, with an appointment in a few days: the daily round writes their reminders."""
        w = self.w
        dag = w.werkdag(w.vandaag + timedelta(days=3))
        for nummer, mens in enumerate(mensen):
            p = mens.persoon
            wanneer = datetime.combine(dag, time(9 + nummer, 30), tzinfo=timezone.get_current_timezone())
            with op_moment(w.nu - timedelta(hours=3)):
                Werkzoekende.objects.get(pk=p.dossier.werkzoekende_id).wijzig(verwacht=None, contactwijze="post")
                plan_gesprek(dossier=p.dossier, gepland_op=wanneer, door=p.door, soort="verdieping", waar=PLEK)

    def partner(self, p: Persoon, naar: Partnerorganisatie) -> None:
        """The partner's account: one handover of yesterday to accept."""
        w = self.w
        tijd = w.nu - timedelta(hours=21)
        with op_moment(tijd):
            bied_overdracht_aan(
                dossier=p.dossier,
                door=p.door,
                onderwerp="Steun thuis",
                toelichting="Graag een kennismaking thuis. De klant wil hulp bij de dag indelen.",
                naar_partner=naar,
                wie_belt=naar.naam,
            )
