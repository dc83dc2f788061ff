"""What an account manager of the shown municipality finds at a few employers: orders, stories, a meeting."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.contacten import Contactinvoer, leg_contact_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkgever.contact import arbeidsmarkt, netwerk
from werklandschap.werkgever.contact.actions import noteer_kans
from werklandschap.werkgever.kandidaat_fit.actions import (
    beantwoord_draagvlak,
    leg_gereedheid_vast,
    start_draagvlakonderzoek,
    voeg_bewijs_toe,
)
from werklandschap.werkgever.kandidaat_fit.catalogi import draagvlakvragen, punten
from werklandschap.werkgever.opleiden.actions import leg_training_vast
from werklandschap.werkgever.orientatie import actions as orientatie
from werklandschap.werkgever.orientatie import beleid, sroi
from werklandschap.werkgever.orientatie.haken_uit import werkplekken_van
from werklandschap.werkgever.orientatie.pso import tel_pso
from werklandschap.werkgever.voorzorg.risico import meld_risico
from werklandschap.werkgever.werkprofiel.actions import wijzig_afspraken
from werklandschap.werkgever.werkprofiel.verwachting import leg_verwachting_vast
from werklandschap.werkgever.werving import open_hiring, overleg
from werklandschap.werkgever.werving.models import Overlegkandidaat

TABEL = """beroepsgroep;sector;vacatures;werkzoekenden
Magazijnmedewerkers;logistiek;420;190
Chauffeurs;logistiek;260;110
Verzorgenden;zorg;510;90
Schoonmakers;schoonmaak;300;340
Hoveniers;groen;95;120
Timmerlieden;bouw;210;70
Monteurs;techniek;380;85
Koks;horeca;170;160
Verkopers;detailhandel;240;410
Secretaresses;kantoor;90;210
"""
# (step, days from the day it was agreed, whether one of us takes it)
STAPPEN = (
    ("Kies één taak en één begeleider.", 30, False),
    ("Zoek twee mensen die willen meelopen.", 44, True),
)
VERHALEN = (
    (
        "personeel",
        "Zo vonden wij drie collega’s",
        "Wij vroegen geen diploma meer. Een rondleiding zei meer dan een brief.",
    ),
    (
        "groeien",
        "Groeien met mensen uit de buurt",
        "Wij begonnen met één plek en een vaste begeleider. Nu zijn het er vier.",
    ),
    (
        "innoveren",
        "Taken anders verdeeld",
        "Onze vakmensen hielden uren over. Daar maakten wij een nieuwe functie van.",
    ),
)


class Netwerkspel:
    """Plays the employers of the shown municipality together."""

    def __init__(self, w: Werkgeverhanden, ploeg: Ploeg) -> None:
        self.w, self.ploeg = w, ploeg

    def speel(
        self, bedrijven: list[Bedrijf], personen: list[Persoon], partner: Gebruiker, ez: Partnerorganisatie
    ) -> None:
        """The first employers of the list and the one of the demo account."""
        op_naam = sorted(bedrijven, key=lambda b: b.werkgever.naam)
        gekozen = list({b.werkgever.pk: b for b in (bedrijven[0], *op_naam[:2])}.values())
        with op_moment(self.w.nu - timedelta(days=20)):
            self._markt(op_naam[2:])
            for nummer, b in enumerate(gekozen):
                self._afspraken(b, 9 + 7 * nummer)
                self._klaar(b)
                self._orientatie(b)
                self._straks(b, ez)
        with op_moment(self.w.nu - timedelta(days=2)):
            self._overleg(bedrijven, personen, partner)
            self._open_hiring(op_naam, personen)

    def _markt(self, bedrijven: list[Bedrijf]) -> None:
        door = self.ploeg.accountmanagers[0]
        arbeidsmarkt.lees_arbeidsmarkt_in(
            naam="Vacatures en werkzoekenden",
            bron="Verzonnen cijfers van de voorbeeldregio",
            peildatum=self.w.vandaag - timedelta(days=60),
            tekst=TABEL,
            door=door,
        )
        for (kans, kop, verhaal), b in zip(VERHALEN, [b for b in bedrijven if b.mensen], strict=False):
            netwerk.vertel_verhaal(
                werkgever=b.werkgever,
                kop=kop,
                kans=kans,
                verhaal=verhaal,
                toestemming_van=b.mensen[0],
                toestemming_op=self.w.vandaag - timedelta(days=25),
                door=b.door,
            )

    def _klaar(self, b: Bedrijf) -> None:
        """How ready the company is, what its colleagues say, and a training that is planned."""
        oordelen = {}
        for nummer, punt in enumerate(punten()):
            antwoord = ("ja", "ja", "deels", "ja", "nee")[nummer % 5]
            oordelen[punt.code] = (antwoord, "" if antwoord == "ja" else b.door.naam)
        leg_gereedheid_vast(werkgever=b.werkgever, oordelen=oordelen, door=b.door)
        zinnen = {
            "missie": ("aanwezig", "De directeur wil dat iedereen uit de buurt hier een kans krijgt."),
            "begeleider": ("ontbreekt", "Op de werkvloer heeft nog niemand tijd om te begeleiden."),
        }
        gesprek = leg_contact_vast(
            werkgever=b.werkgever,
            invoer=Contactinvoer(
                soort="bezoek",
                onderwerp="Is het bedrijf klaar?",
                datum=timezone.localdate(),
                contactpersoon=b.mensen[0] if b.mensen else None,
                verslag=" ".join(zin for _zegt, zin in zinnen.values()),
            ),
            door=b.door,
        )
        for code, (zegt, zin) in zinnen.items():
            voeg_bewijs_toe(werkgever=b.werkgever, moment=gesprek, punt=code, zegt=zegt, fragment=zin, door=b.door)
        if not b.werkgever.draagvlakonderzoeken.exists():
            onderzoek = start_draagvlakonderzoek(
                werkgever=b.werkgever, sluit_op=self.w.vandaag + timedelta(days=9), door=b.door
            )
            schaalvragen = [v.code for v in draagvlakvragen() if v.soort == "schaal5"]
            for mens in range(7):
                waarden = {code: 2 + (mens + nummer) % 4 for nummer, code in enumerate(schaalvragen)}
                beantwoord_draagvlak(onderzoek=onderzoek, waarden=waarden, door=None)
        gedaan, straks = self.w.vandaag - timedelta(days=80), self.w.vandaag + timedelta(days=12)
        leg_training_vast(werkgever=b.werkgever, training="harrie", naam="Femke Proef", behaald_op=gedaan, door=b.door)
        leg_training_vast(
            werkgever=b.werkgever, training="mentorwijs", naam="Youssef Test", gepland_op=straks, door=b.door
        )

    def _afspraken(self, b: Bedrijf, dagen: int) -> None:
        """Agreements on selection with a date, for the open jobs of this employer."""
        for profiel in b.werkgever.werkprofielen.filter(status="open").select_related("werkgever__keten"):
            wijzig_afspraken(
                werkprofiel=profiel,
                opengesteld_op=profiel.opengesteld_op,
                open_voor=profiel.open_voor,
                voordragen_voor=self.w.vandaag + timedelta(days=dagen),
                max_voordrachten=profiel.max_voordrachten,
                reactie_dagen=profiel.reactie_dagen,
                selectieafspraken="Eerst een rondleiding, dan een gesprek met de teamleider.",
                door=b.door,
            )

    def _orientatie(self, b: Bedrijf) -> None:
        w, werkgever, door = self.w, b.werkgever, b.door
        ja = {"aanbesteding": True, "groep": True, "begeleider": True, "leerbedrijf": False, "risico": True}
        orientatie.vul_checklist_in(werkgever=werkgever, antwoorden=ja, door=door)
        orientatie.bekijk_functie(
            werkgever=werkgever, naam="Inpakker", geschikt="ja", mensen=6, manier="open_hiring", door=door
        )
        orientatie.bekijk_functie(
            werkgever=werkgever, naam="Planner", geschikt="nee", mensen=2, waarom="Vraagt veel ervaring.", door=door
        )
        opdracht = sroi.maak_opdracht(
            werkgever=werkgever,
            naam="Onderhoud van gemeentelijke gebouwen",
            opdrachtgever="Gemeente Voorbeeld",
            waarde=Decimal(600_000),
            percentage=Decimal(5),
            van=w.vandaag - timedelta(days=200),
            tot=w.vandaag + timedelta(days=530),
            door=door,
        )
        for sleutel in list(werkplekken_van(werkgever))[:2]:
            try:
                sroi.vul_in(opdracht=opdracht, bouwblok="participatiewet", plek=sleutel, door=door)
            except Invoerfout:
                continue  # a placement that ended before the order began
        sroi.vul_in(
            opdracht=opdracht, bouwblok="kennis", aantal=Decimal(24), omschrijving="Les op de vakschool", door=door
        )
        tel_pso(werkgever=werkgever, mensen=60, fte=Decimal(48), fte_doelgroep=Decimal("1.5"), door=door)
        teksten = beleid.begintekst(werkgever, "missie")
        beleid.bewaar_beleid(werkgever=werkgever, soort="missie", teksten=teksten, door=door)
        orientatie.kies_manier(werkgever=werkgever, manier="werkervaringsplek", functies="Inpakker", door=door)
        for tekst, dagen, wie in STAPPEN:
            orientatie.voeg_stap_toe(
                werkgever=werkgever,
                tekst=tekst,
                voor_op=w.vandaag + timedelta(days=dagen),
                wie=door if wie else None,
                door=door,
            )

    def _straks(self, b: Bedrijf, ez: Partnerorganisatie) -> None:
        w = self.w
        leg_verwachting_vast(
            werkgever=b.werkgever,
            functie="Inpakker",
            mensen=40,
            groei=4,
            verloop_procent=Decimal(12),
            met_pensioen=3,
            doorstroom=2,
            instroom=1,
            door=b.door,
        )
        meld_risico(
            werkgever=b.werkgever,
            soort="zwaar_werk",
            functie="Magazijnmedewerker",
            werk="Tillen boven de schouder",
            aanpak="instrument",
            instrument="jobcarving",
            terug_op=w.vandaag + timedelta(days=40),
            door=b.door,
        )
        noteer_kans(
            werkgever=b.werkgever,
            code="personeel",
            volgende_stap="",
            toelichting="Drie collega’s gaan met pensioen.",
            voor_op=w.vandaag + timedelta(days=18),
            wie=b.door,
            door=b.door,
        )
        netwerk.verwijs_door(
            werkgever=b.werkgever, vraag="Mogen wij ons terrein uitbreiden?", naar=ez, wie_daar="Robin", door=b.door
        )

    def _overleg(self, bedrijven: list[Bedrijf], personen: list[Persoon], partner: Gebruiker) -> None:
        door = self.ploeg.klantmanagers[0]
        zoekers = Counter(persoon.beroep for persoon in personen)
        open_ = [p.rij for b in bedrijven for p in b.profielen if p.rij.status == "open"]
        profielen = sorted(open_, key=lambda p: -zoekers[p.beroep.code] if p.beroep else 0)[:2]
        if not profielen:
            return
        rij = overleg.plan_overleg(
            naam="Samen zoeken in de regio",
            wanneer=self.w.nu + timedelta(days=4),
            waar="Werkplein",
            werkprofielen=profielen,
            deelnemers=[partner, self.ploeg.accountmanagers[0]],
            door=door,
        )
        ingebracht: list[Overlegkandidaat] = []
        for profiel in profielen:
            code = profiel.beroep.code if profiel.beroep else ""
            tot = len(ingebracht) + 2
            bekend = [persoon for persoon in personen if persoon.dossier.gemeld_op < self.w.nu]
            for persoon in sorted(bekend, key=lambda persoon: persoon.beroep != code):
                if len(ingebracht) == tot:
                    break
                try:
                    ingebracht.append(
                        overleg.breng_in(overleg=rij, werkprofiel=profiel, dossier=persoon.dossier, door=door)
                    )
                except Invoerfout:
                    continue  # another hard requirement does not fit
        if ingebracht:
            overleg.besluit(
                kandidaat=ingebracht[0], besluit="voordragen", toelichting="Begin met een rondleiding.", door=partner
            )

    def _open_hiring(self, bedrijven: list[Bedrijf], personen: list[Persoon]) -> None:
        """A job without hard competences, not one of the first in the list, with a line of three."""
        for b in bedrijven[3:]:
            for profiel in (p.rij for p in b.profielen if p.rij.status == "open"):
                if open_hiring.eisen_in_de_weg(profiel):
                    continue
                lijst = open_hiring.open_de_lijst(werkprofiel=profiel, door=b.door)
                for persoon in personen[-3:]:
                    open_hiring.meld_aan(lijst=lijst, dossier=persoon.dossier, door=self.ploeg.klantmanagers[0])
                return
