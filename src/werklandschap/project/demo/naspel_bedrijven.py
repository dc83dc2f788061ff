"""What happens with employers beside jobs and placements, told by the actions: routes, questions, ways, trainings."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.duplicaten import kernnaam
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkgever.contact.actions import noteer_kans, rond_kans_af
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.marktplan import (
    Bedrijfsdoel,
    benader,
    bewaar_marktplan,
    leg_resultaat_vast,
    zet_op_marktplan,
)
from werklandschap.werkgever.kandidaat_fit.actions import (
    beantwoord_draagvlak,
    leg_gereedheid_vast,
    start_draagvlakonderzoek,
)
from werklandschap.werkgever.kandidaat_fit.catalogi import draagvlakvragen, punten
from werklandschap.werkgever.opleiden.actions import leg_training_vast, voeg_sectorplan_toe
from werklandschap.werkgever.opleiden.catalogi import trainingen
from werklandschap.werkgever.orientatie.actions import kies_manier, rond_stap_af, voeg_stap_toe
from werklandschap.werkgever.orientatie.catalogi import manieren
from werklandschap.werkgever.voorzorg.actions import beantwoord_vraag, bespreek_route, stel_vraag
from werklandschap.werkgever.voorzorg.catalogi import routes
from werklandschap.werkgever.voorzorg.models import Nieuwsontvangst
from werklandschap.werkgever.voorzorg.nieuws import Selectie, maak_nieuws, verstuur_nieuws

ADRES = "http://127.0.0.1:8000"


class Bedrijvenspel:
    """Plays the employers of one municipality."""

    def __init__(self, w: Werkgeverhanden, ploeg: Ploeg) -> None:
        self.w, self.ploeg = w, ploeg

    def speel(self, bedrijven: list[Bedrijf]) -> None:
        """Every employer a part; the survey only at a few."""
        for nummer, b in enumerate(bedrijven):
            for kans, deel in (
                (0.5, self.route),
                (0.4, self.vraag),
                (0.45, self.manieren),
                (0.4, self.training),
                (0.4, self.gereedheid),
                (0.4, self.kans),
            ):
                if self.w.kans(kans):
                    deel(b)
            if nummer % 5 == 1:
                self.draagvlak(b)

    def moment(self, b: Bedrijf, hoogstens: int = 240, minstens: int = 3) -> datetime:
        """Office hours between so many days ago, not before the first weeks with this employer."""
        w = self.w
        ruimte = (w.vandaag - timezone.localdate(b.werkgever.aangemaakt_op)).days - 20
        return w.tijd(w.vandaag - timedelta(days=max(1, min(w.tussen(minstens, hoogstens), ruimte))))

    def route(self, b: Bedrijf) -> None:
        """A route of sustainable employability, some with a date to come back to it."""
        w, tijd = self.w, self.moment(b)
        dag = timezone.localdate(tijd)
        with op_moment(tijd):
            bespreek_route(
                werkgever=b.werkgever,
                route=w.rng.choice(routes()).code,
                besproken_op=dag,
                uitkomst=w.rng.choice(woorden.ROUTE_UITKOMSTEN),
                door=b.door,
                opnieuw_op=w.werkdag(w.vandaag + timedelta(days=w.tussen(5, 120))) if w.kans(0.3) else None,
            )

    def kans(self, b: Bedrijf) -> None:
        """A shared-interest chance with its next step; some have come to something."""
        w, tijd = self.w, self.moment(b, 50, 5)
        voor = w.werkdag(timezone.localdate(tijd) + timedelta(days=w.tussen(14, 40)))
        with op_moment(tijd):
            code = w.rng.choice(kanssoorten()).code
            rij = noteer_kans(werkgever=b.werkgever, code=code, volgende_stap="", voor_op=voor, wie=b.door, door=b.door)
        if voor < w.vandaag and w.kans(0.7):
            with op_moment(w.tijd(voor)):
                rond_kans_af(kans=rij, uitkomst="Samen een plan gemaakt.", door=b.door)

    def vraag(self, b: Bedrijf) -> None:
        """A question; answered within days, or still open when it is of this week."""
        w, tijd = self.w, self.moment(b, 150, 1)
        vraag, antwoord = w.rng.choice(woorden.VRAGEN)
        with op_moment(tijd):
            rij = stel_vraag(werkgever=b.werkgever, vraag=vraag, door=b.door)
        klaar = tijd + timedelta(days=w.tussen(1, 5))
        if klaar < w.nu:
            with op_moment(klaar):
                beantwoord_vraag(vraag=rij, antwoord=antwoord, door=b.door)

    def manieren(self, b: Bedrijf) -> None:
        """Ways on the short list with a plan in steps."""
        w, tijd = self.w, self.moment(b, 200, 10)
        with op_moment(tijd):
            for manier in w.rng.sample(list(manieren()), w.tussen(1, 2)):
                kies_manier(werkgever=b.werkgever, manier=manier.code, door=b.door)
            tekst = w.rng.choice(woorden.WERKGEVERSTAPPEN)
            voor = timezone.localdate(tijd) + timedelta(days=w.tussen(14, 40))
            wie = w.kies(None, b.door)
            stap = voeg_stap_toe(werkgever=b.werkgever, tekst=tekst, voor_op=w.werkdag(voor), door=b.door, wie=wie)
        if voor < w.vandaag - timedelta(days=10) or (voor < w.vandaag and w.kans(0.5)):
            with op_moment(w.tijd(voor)):
                rond_stap_af(stap=stap, door=b.door, vervallen=w.kans(0.1))

    def training(self, b: Bedrijf) -> None:
        """Somebody of the company followed a training, or will."""
        w, tijd = self.w, self.moment(b, 400, 10)
        straks = w.kans(0.3)
        with op_moment(w.nu - timedelta(days=2) if straks else tijd):
            leg_training_vast(
                werkgever=b.werkgever,
                training=w.rng.choice(trainingen()).code,
                naam=f"{w.rng.choice(woorden.VOORNAMEN)} {w.rng.choice(woorden.ACHTERNAMEN)}",
                behaald_op=None if straks else timezone.localdate(tijd),
                gepland_op=w.werkdag(w.vandaag + timedelta(days=w.tussen(5, 60))) if straks else None,
                door=b.door,
            )

    def gereedheid(self, b: Bedrijf) -> None:
        """How ready the employer is; what is missing has somebody who helps."""
        w = self.w
        oordelen = {}
        for punt in w.rng.sample(list(punten()), w.tussen(6, 12)):
            antwoord = w.rng.choices(("ja", "deels", "nee"), (5, 3, 1))[0]
            oordelen[punt.code] = (antwoord, "" if antwoord == "ja" else b.door.naam)
        with op_moment(self.moment(b, 120)):
            leg_gereedheid_vast(werkgever=b.werkgever, oordelen=oordelen, door=b.door)

    def draagvlak(self, b: Bedrijf) -> None:
        """A survey among colleagues; some have fewer answers than may be shown."""
        w, tijd = self.w, self.moment(b, 90, 16)
        vragen = [v.code for v in draagvlakvragen() if v.soort == "schaal5"]
        with op_moment(tijd):
            dag = timezone.localdate(tijd) + timedelta(days=14)
            onderzoek = start_draagvlakonderzoek(werkgever=b.werkgever, sluit_op=dag, door=b.door)
        for _keer in range(w.tussen(3, 10)):
            with op_moment(tijd + timedelta(days=w.tussen(1, 9))):
                waarden = {code: w.rng.choices((2, 3, 4, 5), (1, 3, 5, 2))[0] for code in vragen}
                beantwoord_draagvlak(onderzoek=onderzoek, waarden=waarden, door=None)

    def nieuws(self) -> None:
        """Two messages that were sent and one that waits."""
        w, door = self.w, self.ploeg.accountmanagers[0]
        for nummer, (onderwerp, titel, tekst) in enumerate(woorden.NIEUWS):
            tijd = w.nu - timedelta(days=60 - 28 * nummer)
            with op_moment(tijd):
                bericht = maak_nieuws(titel=titel, tekst=tekst, voor=Selectie(onderwerpen=[onderwerp]), door=door)
            if nummer == len(woorden.NIEUWS) - 1:
                return
            with op_moment(tijd + timedelta(hours=1)):
                verstuur_nieuws(bericht=bericht, door=door, adres=ADRES)
            # The queue sent them long ago; mail of the past is not sent again.
            Nieuwsontvangst.objects.filter(bericht=bericht).update(verzonden_op=tijd + timedelta(hours=1, minutes=2))

    def _vorig_plan(self, bedrijven: list[Bedrijf], door: Gebruiker, met: list[Partnerorganisatie]) -> None:
        """The plan of last year, with what it brought."""
        w = self.w
        with op_moment(w.nu - timedelta(days=440)):
            bewaar_marktplan(
                van=w.vandaag - timedelta(days=440),
                tot=w.vandaag - timedelta(days=76),
                doelen={"": len(bedrijven) + 1},
                met=met,
                ambitie="Kennismaken met werkgevers in de regio.",
                door=door,
            )
            doelen = [
                zet_op_marktplan(
                    gegevens=Bedrijfsdoel(b.werkgever.naam, b.werkgever.sector, b.werkgever.grootte, "personeel"),
                    werkgever=b.werkgever,
                    door=door,
                )
                for b in bedrijven
            ]
        for nummer, doel in enumerate(doelen):
            with op_moment(w.nu - timedelta(days=300 - 40 * nummer)):
                benader(doel=doel, door=door)
                leg_resultaat_vast(doel=doel, uitkomst="netwerk", resultaat="Kennis gemaakt en afspraken.", door=door)

    def markt(self, bedrijven: list[Bedrijf], collega_s: list[Gebruiker], samen: list[Partnerorganisatie]) -> None:
        """The plan of the region: new companies and some we know; some taken, by a partner too, some with a result."""
        w = self.w
        bezet = {
            kernnaam(naam)
            for naam in (*(rij[0] for rij in woorden.MARKTDOELEN), *(b.werkgever.naam for b in bedrijven[2:6]))
        }
        eerder = {kernnaam(b.werkgever.naam): b for b in bedrijven[6:] if kernnaam(b.werkgever.naam) not in bezet}
        self._vorig_plan(list(eerder.values())[:4], collega_s[0], samen[1:2])
        with op_moment(w.nu - timedelta(days=75)):
            for sector, soort, naam, uitleg, dagen in woorden.SECTORPLANNEN:
                tot = w.vandaag + timedelta(days=dagen) if dagen else None
                voeg_sectorplan_toe(sector=sector, soort=soort, naam=naam, uitleg=uitleg, tot=tot, door=collega_s[0])
            bewaar_marktplan(
                van=w.vandaag - timedelta(days=75),
                tot=w.vandaag + timedelta(days=200),
                doelen=woorden.MARKTSTREVEN,
                met=samen[:2],
                ambitie="Meer werkgevers met werk dicht bij huis.",
                door=collega_s[0],
            )
            doelen = [zet_op_marktplan(gegevens=Bedrijfsdoel(*rij), door=collega_s[0]) for rij in woorden.MARKTDOELEN]
            doelen += [
                zet_op_marktplan(
                    gegevens=Bedrijfsdoel(b.werkgever.naam, b.werkgever.sector, b.werkgever.grootte, "groeien"),
                    werkgever=b.werkgever,
                    door=b.door,
                )
                for b in bedrijven[2:6]
            ]
        for nummer, doel in enumerate(doelen[::2]):
            door = w.rng.choice(collega_s)
            with op_moment(w.nu - timedelta(days=w.tussen(3, 25))):
                if nummer == 3:
                    benader(doel=doel, door=door, partner=samen[0])
                    continue
                benader(doel=doel, door=door)
                if nummer % 4 != 3:
                    uitkomst, zin = woorden.MARKTRESULTATEN[nummer % 4]
                    leg_resultaat_vast(doel=doel, uitkomst=uitkomst, resultaat=zin, door=door)
