"""Where person and employer meet: asked first, presented, chosen, placed, and looked after."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.e2e.mens import Mens
from tests.e2e.stappen_dossier import NAAM, TROTS, open_dossier
from tests.e2e.stappen_werkgever import BEDRIJF, FUNCTIE

INWONER = "joris@inwoner.test"
WERKGEVER = "werkgever@bedrijf.test"
RUZIE = "Twee collega's maken ruzie met Joris."


def _dag(over: int = 0) -> str:
    return f"{timezone.localdate() + timedelta(days=over):%Y-%m-%d}"


def geeft_inwoner_toegang(klantmanager: Mens) -> None:
    """The person gets a page of their own."""
    open_dossier(klantmanager)
    klantmanager.volg("Gegevens")
    klantmanager.vul_in({"E-mailadres van het account": INWONER})
    klantmanager.druk("Koppel")
    klantmanager.leest(INWONER)


def geeft_werkgever_toegang(accountmanager: Mens) -> None:
    """The contact person of the company gets one too."""
    accountmanager.volg("Werkgevers")
    accountmanager.volg(BEDRIJF)
    accountmanager.volg("Laat Kim Bouwman inloggen")
    accountmanager.druk("Koppel")
    accountmanager.leest("Kan inloggen")


def open_voordracht(collega: Mens) -> None:
    """Tile Bemiddeling holds what runs."""
    collega.volg("Landschap")
    collega.volg("Bemiddeling")
    collega.volg(NAAM)
    collega.leest(NAAM, FUNCTIE)


def vraagt_kandidaat(accountmanager: Mens) -> None:
    """No name goes to an employer before the person said yes."""
    open_voordracht(accountmanager)
    accountmanager.volg("Vraag de kandidaat")
    accountmanager.druk("Stel de vraag")
    accountmanager.leest("Wij wachten op het antwoord van de kandidaat.")


def ziet_nog_niemand(werkgever: Mens) -> None:
    """Before the yes the company sees no name."""
    werkgever.open("/")
    werkgever.volg("Mijn bedrijf")
    werkgever.leest_niet(NAAM, "Joris")


def zegt_ja(inwoner: Mens) -> None:
    """The person reads what is told to whom, and agrees."""
    inwoner.volg("Mijn werklandschap")
    inwoner.leest("Mogen wij dit vertellen aan", "Niets over uw gezondheid")
    inwoner.druk("Ja, dat mag")
    inwoner.leest("Hier zei ik ja tegen")


def stelt_voor(accountmanager: Mens) -> None:
    """The introduction is written from the profile; the employer gets it as a PDF as well."""
    accountmanager.volg("Mijn dag")
    accountmanager.leest("Kandidaat zei ja")
    open_voordracht(accountmanager)
    accountmanager.volg("Stel voor aan de werkgever")
    accountmanager.druk("Stel voor")
    accountmanager.leest("De werkgever kent de kandidaat.")
    accountmanager.krijgt_pdf("Bekijk als PDF")


def kiest_kandidaat(werkgever: Mens) -> None:
    """The company sees what the person can, nothing of the rest, and chooses with a reason."""
    werkgever.volg("Mijn bedrijf")
    werkgever.volg(NAAM)
    werkgever.leest("timmeren")
    werkgever.leest_niet("rekeningen", "Schuldhulp", "999990019", TROTS)
    werkgever.krijgt_pdf("Bekijk als PDF")
    werkgever.vink_aan("Ja, wij willen verder")
    werkgever.vul_in({"Belangrijkste reden": "Leert snel", "Toelichting": "Wij hebben er zin in."})
    werkgever.druk("Stuur uw keuze")
    werkgever.leest("Met hen gaat u verder")


def vertelt_besluit(accountmanager: Mens) -> None:
    """What the employer said comes back in plain words."""
    open_voordracht(accountmanager)
    accountmanager.leest("Leert snel", "De kandidaat weet het nog niet.")
    accountmanager.volg("Vertel het de kandidaat")
    accountmanager.druk("Bewaar en laat zien")
    accountmanager.leest("Aan de kandidaat verteld:")


def leest_besluit(inwoner: Mens) -> None:
    """The person reads it on the own page."""
    inwoner.volg("Mijn werklandschap")
    inwoner.leest("De werkgever ziet dat u snel nieuwe dingen leert.")


def maakt_plaatsing(klantmanager: Mens) -> None:
    """Agreements, with subsidy calculated line by line and a plan B."""
    open_voordracht(klantmanager)
    klantmanager.volg("Maak de plaatsing")
    klantmanager.vul_in({"Begint op": _dag(), "Contract tot": _dag(365), "Uren per week": "32"})
    klantmanager.druk("Maak de plaatsing")
    klantmanager.leest(f"{FUNCTIE} bij {BEDRIJF}")
    klantmanager.volg("Reken uit en spreek af")
    klantmanager.vul_in({"Instrument": "Loonkostensubsidie", "Vanaf": _dag(), "Loonwaarde in procent": "55"})
    klantmanager.druk("Reken eerst uit")
    klantmanager.leest("Zo is het berekend", "minimumloon")
    klantmanager.druk("Leg het besluit vast")
    klantmanager.leest("per maand voor de werkgever")
    klantmanager.volg("Voeg een valkuil met plan B toe")
    klantmanager.vul_in({"Of beschrijf zelf wat mis kan gaan": "De bus rijdt niet.", "Wat doen we dan?": "Meerijden."})
    klantmanager.druk("Voeg toe")
    klantmanager.leest("Meerijden.")
    klantmanager.krijgt_pdf("Afspraken als PDF")


def gaat_akkoord(iemand: Mens, begin: str) -> None:
    """Both sides agree on their own page."""
    iemand.volg(begin)
    iemand.krijgt_pdf("Lees de afspraken (PDF)")
    iemand.druk("Ik ga akkoord")
    iemand.leest_niet("Ik ga akkoord")


def open_plaatsing(collega: Mens) -> None:
    """Tile Plaatsing holds what is prepared and what runs."""
    collega.volg("Landschap")
    collega.volg("Plaatsing")
    collega.volg(NAAM)


def start_plaatsing(klantmanager: Mens) -> None:
    """With both agreed the work begins."""
    open_plaatsing(klantmanager)
    klantmanager.leest("Beide kanten zijn akkoord.")
    klantmanager.druk("Start de plaatsing")
    klantmanager.leest("Blijf in beeld")


def maakt_nazorgplan(klantmanager: Mens) -> None:
    """Rhythm and one fixed contact become tasks of that contact."""
    klantmanager.volg("Naar de nazorg")
    klantmanager.volg("Maak het nazorgplan")
    vorm = klantmanager.veld("Hoe vaak is er contact?")
    vorm.select_option("gewoon")
    klantmanager.vul_in({"Vanaf": _dag(), "Vast contact": "Jobcoach Proef"})
    klantmanager.druk("Bewaar het plan")
    klantmanager.leest("Gepland", "Jobcoach Proef")


def meldt_probleem(werkgever: Mens) -> None:
    """The employer says that something goes wrong."""
    werkgever.volg("Mijn bedrijf")
    werkgever.volg("Er gaat iets niet goed")
    werkgever.vul_in({"Waar gaat het over?": "Ruzie of pesten", "Wat is er aan de hand?": RUZIE})
    werkgever.druk("Meld dit")


def beantwoordt_probleem(jobcoach: Mens) -> None:
    """The fixed contact sees it today, with the term, talks, and answers."""
    jobcoach.volg("Mijn dag")
    jobcoach.leest(NAAM)
    jobcoach.volg("Landschap")
    jobcoach.volg("Nazorg")
    jobcoach.leest("Problemen die op antwoord wachten")
    jobcoach.volg(NAAM)
    jobcoach.leest(RUZIE, "Antwoord voor", "Praat met elk apart en daarna samen.")
    jobcoach.volg("Leg een gesprek vast")
    jobcoach.vul_in({"Met wie sprak u?": "Kim Bouwman", "Wat is besproken?": "Er komt een vaste maat."})
    jobcoach.druk("Bewaar het gesprek")
    jobcoach.vul_in({"Wat heeft u gedaan of afgesproken?": "Joris krijgt een vaste maat."})
    jobcoach.vink_aan("Het is opgelost")
    jobcoach.druk("Bewaar het antwoord")
    jobcoach.leest("beantwoord op")


def kijkt_samen_terug(jobcoach: Mens) -> None:
    """Client and employer say how it goes."""
    jobcoach.volg("Kijk samen terug")
    jobcoach.vul_in(
        {
            "Wanneer?": _dag(),
            "Hoe gaat het volgens de klant?": "4",
            "Hoe gaat het volgens de werkgever?": "4",
            "Wat zeggen klant en werkgever?": "Het gaat weer goed.",
            "Hoe gaan we verder?": "Zo doorgaan",
        }
    )
    jobcoach.druk("Bewaar de evaluatie")
    jobcoach.leest("De evaluatie is vastgelegd.", "Het gaat weer goed.")
