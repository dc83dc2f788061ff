"""The employer's side of the main job, one step per function, as the accountmanager does it in a browser."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.e2e.mens import Mens
from tests.e2e.stappen_dossier import NAAM

BEDRIJF = "Koninklijke BAM"
FUNCTIE = "Timmerman Eindhoven"


def bezoekt_werkgever(accountmanager: Mens) -> None:
    """The employer came in with the vacancy: add who decides there, and record a visit with a promise."""
    accountmanager.volg("Werkgevers")
    accountmanager.volg(BEDRIJF)
    accountmanager.volg("Contactpersoon toevoegen")
    accountmanager.vul_in({"Naam": "Kim Bouwman", "Functie": "teamleider", "E-mail": "werkgever@bedrijf.test"})
    accountmanager.druk("Bewaar de contactpersoon")
    accountmanager.leest("Kim Bouwman")
    accountmanager.volg("Contact vastleggen")
    accountmanager.vul_in(
        {
            "Met wie": "Kim Bouwman",
            "Waarover": "Personeel",
            "Wat is er besproken?": "Er is werk voor een timmerman. Een leerling mag ook.",
            "Wat heeft u beloofd?": "Twee kandidaten zoeken",
            "Klaar voor": f"{timezone.localdate() + timedelta(days=7):%Y-%m-%d}",
        }
    )
    accountmanager.druk("Bewaar het contact")
    accountmanager.leest("Twee kandidaten zoeken")


def bevestigt_werkprofiel(accountmanager: Mens) -> None:
    """What the work asks was suggested from the vacancy; the professional confirms and drops what is not asked."""
    accountmanager.volg("Werkprofielen", accountmanager.pagina.get_by_role("main"))
    accountmanager.volg(FUNCTIE)
    accountmanager.volg("Wat het werk vraagt")
    accountmanager.leest("Wij stellen voor, u bevestigt.")
    accountmanager.veld("Aansturen").uncheck()
    accountmanager.vul_in({"Afrikaans": "geen eis"})
    accountmanager.druk("Bevestig deze eisen")
    accountmanager.leest("timmeren", "stukadoren")
    accountmanager.leest_niet("Afrikaans")


def zet_start_vooruit(accountmanager: Mens) -> None:
    """The vacancy began long ago: agree on a new start, or nobody who is free from now on fits."""
    accountmanager.volg("Werkprofiel bewerken")
    accountmanager.vul_in({"Begint op": f"{timezone.localdate() + timedelta(days=60):%Y-%m-%d}", "Loopt tot": ""})
    accountmanager.druk("Bewaar het werkprofiel")
    accountmanager.leest("Past dit bij onze mensen?")


def stelt_werkprofiel_open(accountmanager: Mens) -> None:
    """Opened with agreements on how many candidates and how fast the employer answers."""
    accountmanager.volg("Stel open")
    accountmanager.vul_in({"Hoe verloopt de selectie?": "Eerst kijken op de bouw, dan een gesprek."})
    accountmanager.druk("Stel open")
    accountmanager.leest("Open")


def selecteert_kandidaat(accountmanager: Mens) -> None:
    """Candidates with a bar per line and what is still unknown; one is selected."""
    accountmanager.volg("Kandidaten", accountmanager.pagina.get_by_role("main"))
    accountmanager.leest(f"Kandidaten voor {FUNCTIE}", NAAM, "uitzoeken")
    rij = accountmanager.pagina.get_by_role("main").get_by_role("listitem").filter(has_text=NAAM).first
    accountmanager.druk(f"Voorselecteren {NAAM}", rij)
    accountmanager.leest("Voorgeselecteerd")


def leest_tijdlijn(accountmanager: Mens) -> None:
    """What happened with the employer, newest first."""
    accountmanager.volg("Werkgevers")
    accountmanager.volg(BEDRIJF)
    accountmanager.volg("Tijdlijn")
    accountmanager.staat_in_volgorde(
        "Probleem beantwoord",
        "Probleem gemeld",
        "Nazorg afgesproken",
        "Plaatsing gestart",
        "Akkoord",
        "Plaatsing in voorbereiding",
        "Besluit: ja",
        "Kandidaat voorgesteld",
        "Kim Bouwman",
    )
    accountmanager.leest_niet("Joris")
