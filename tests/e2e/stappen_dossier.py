"""The person's side of the main job, one step per function, as the klantmanager does it in a browser."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from tests.e2e.mens import Mens

NAAM = "Joris de Metser"
BSN = "999990019"
TROTS = "Ik wil weer trots zijn op wat ik maak."


def vraagt_om_hulp(bezoeker: Mens, voornaam: str, hulpvraag: str) -> None:
    """Somebody without an account asks the municipality for help."""
    bezoeker.open("/")
    bezoeker.volg("Hulp vragen")
    bezoeker.typ_in(
        {
            "Waar wilt u hulp bij?": hulpvraag,
            "Uw voornaam": voornaam,
            "Uw achternaam": "van Zonder",
            "Uw telefoonnummer": "0611111111",
            "Postcode": "1234AB",
        }
    )
    bezoeker.vul_in({"Uw geboortedatum": "1990-03-12"})
    bezoeker.druk("Verstuur")
    bezoeker.leest("Bedankt. Wij hebben uw vraag.")


def neemt_melding_aan(klantmanager: Mens) -> None:
    """The message waits on tile Melding; the klantmanager becomes responsible for the person."""
    klantmanager.volg("Landschap")
    klantmanager.volg("Melding")
    klantmanager.leest("Via de website")
    klantmanager.volg("Noor van Zonder")
    klantmanager.vul_in({"Reden": "Nieuwe melding van de website."})
    klantmanager.druk("Open het dossier")
    klantmanager.druk("Ik word verantwoordelijk")
    klantmanager.leest("Ik wil weer werken met mijn handen.")


def herkent_tweede_melding(klantmanager: Mens) -> None:
    """The same person asks again: no second dossier before a colleague has compared the two."""
    klantmanager.volg("Mijn dag")
    klantmanager.volg("Bekijk Nieuwe melding: kennen wij deze persoon al?")
    klantmanager.leest("Noor van Zonder", "0611111111", "Is er al nieuws?")
    klantmanager.druk("Dit is dezelfde persoon")
    klantmanager.volg("Tijdlijn")
    klantmanager.leest("Is er al nieuws?")


def maakt_melding_af(klantmanager: Mens, nummer: int) -> None:
    """A person came in without a name from another system: become responsible and ask who it is."""
    klantmanager.volg("Dossiers")
    klantmanager.vul_in({"Van wie": "Nog niemand verantwoordelijk"})
    klantmanager.druk("Toon")
    klantmanager.leest("Naam nog onbekend")
    klantmanager.vul_in({"Naam of nummer": str(nummer)})
    klantmanager.druk("Toon")
    klantmanager.volg("Naam nog onbekend", heel=False)
    klantmanager.vul_in({"Reden": "Ik maak de melding af en word verantwoordelijk."})
    klantmanager.druk("Open het dossier")
    klantmanager.leest("Zoekt werk als Metselaar.")
    klantmanager.druk("Ik word verantwoordelijk")
    klantmanager.volg("Gegevens")
    klantmanager.vul_in(
        {
            "Voornaam": "Joris",
            "Tussenvoegsel": "de",
            "Achternaam": "Metser",
            "Geboortedatum": "1988-05-17",
            "Plaats": "Eindhoven",
            "Postcode": "5611 AB",
            "Nieuw BSN": BSN,
        }
    )
    klantmanager.druk("Bewaar")
    klantmanager.leest(NAAM)


def legt_signaal_vast(klantmanager: Mens) -> None:
    """A signal makes a task with a date, on Mijn dag as well."""
    klantmanager.volg("Overzicht")
    klantmanager.volg("Signalen bekijken of toevoegen")
    klantmanager.vul_in({"Wat merkt u?": "Schulden lopen op", "Toelichting": "Twee rekeningen staan open."})
    klantmanager.druk("Leg vast")
    klantmanager.volg("Mijn dag")
    klantmanager.leest(NAAM)


def open_dossier(klantmanager: Mens) -> None:
    """Find the person in the own caseload."""
    klantmanager.volg("Dossiers")
    klantmanager.volg(NAAM)
    klantmanager.leest(NAAM)


def voert_gesprek(klantmanager: Mens) -> None:
    """A conversation is planned, prepared and held."""
    open_dossier(klantmanager)
    klantmanager.volg("Gesprekken")
    klantmanager.vul_in({"Wanneer?": f"{timezone.localdate():%Y-%m-%d}T09:00"})
    klantmanager.druk("Plan het gesprek")
    klantmanager.vul_in({"Wat wilt u vragen of bespreken?": "Wat wilt u over een jaar bereikt hebben?"})
    klantmanager.druk("Bewaar de voorbereiding")
    klantmanager.vul_in({"Wat heeft u besproken?": "Joris wil weer op de bouw werken. Hij heeft twee rekeningen."})
    klantmanager.druk("Leg het gesprek vast")
    klantmanager.volg("Naar alle gesprekken")
    klantmanager.leest("Joris wil weer op de bouw werken.")


def vult_klantbeeld_aan(klantmanager: Mens) -> None:
    """One line each: what was seen or heard, and how urgent it is."""
    klantmanager.volg("Klantbeeld")
    _klantbeeldregel(
        klantmanager,
        "Waarom werk ertoe doet",
        "Wat zou werk u brengen?",
        "Ik wil weer trots zijn op wat ik maak.",
        "Klant",
    )
    klantmanager.leest(TROTS)


def _klantbeeldregel(klantmanager: Mens, onderwerp: str, vraag: str, waarde: str, bron: str) -> None:
    with klantmanager.pagina.expect_response("**/klantbeeld/waardeveld/**"):
        klantmanager.vul_in({"Onderwerp": onderwerp})
    klantmanager.vul_in({vraag: waarde, "Volgens wie": bron})
    klantmanager.druk("Voeg toe")


def bespreekt_zelfredzaamheid(klantmanager: Mens, financien: str = "2 – niet zelfredzaam") -> None:
    """Only what matters is scored; the rest stays undiscussed."""
    klantmanager.volg("Basis op orde")
    klantmanager.volg("Zelfredzaamheid-Matrix")
    klantmanager.vul_in({"Financiën": financien, "Sociaal netwerk": "4 – voldoende zelfredzaam"})
    klantmanager.druk("Leg de meting vast")
    klantmanager.leest(financien.split(" ")[0])


def maakt_plan(klantmanager: Mens) -> None:
    """Perspective in the client's words, a goal and a step, agreed on a date, and on paper."""
    klantmanager.volg("Plan")
    klantmanager.vul_in({"Wat wilt u bereiken?": "Ik wil weer met mijn handen werken op de bouw."})
    klantmanager.druk("Maak het plan")
    klantmanager.vul_in({"Doel": "Elke maand overzicht over mijn rekeningen"})
    klantmanager.druk("Voeg het doel toe")
    klantmanager.leest("Elke maand overzicht over mijn rekeningen")
    klantmanager.volg("Voeg een stap toe")
    klantmanager.vul_in({"Stap": "Post openen en op volgorde leggen"})
    klantmanager.druk("Voeg de stap toe")
    klantmanager.leest("Post openen en op volgorde leggen")
    klantmanager.krijgt_pdf("Plan als PDF")


def legt_plan_voor(klantmanager: Mens) -> None:
    """The plan waits for the person on /mijn/."""
    open_dossier(klantmanager)
    klantmanager.volg("Plan")
    klantmanager.druk("Leg voor aan de klant")
    klantmanager.leest("Akkoord")


def gaat_akkoord_met_plan(inwoner: Mens) -> None:
    """The person reads the own plan and agrees."""
    inwoner.volg("Mijn werklandschap")
    inwoner.leest("Ik wil weer met mijn handen werken op de bouw.", "Elke maand overzicht over mijn rekeningen")
    inwoner.druk("Ja, ik ga akkoord")
    inwoner.leest_niet("Uw plan is klaar.")


def kijkt_terug_op_instrument(klantmanager: Mens) -> None:
    """Looked at together: what changed lands in the klantbeeld and steers what is suggested next, with reasons."""
    klantmanager.volg("Instrumenten")
    klantmanager.volg("Kijk samen terug : Schuldhulp")
    klantmanager.leest("Doel: Rust over geld.", "Bij de start: 2")
    klantmanager.veld("Financiën nu, volgens u").select_option("4")
    klantmanager.veld("Financiën nu, volgens de klant").select_option("3")
    klantmanager.vul_in({"Wat vond de klant ervan? (1 = hielp niet, 5 = hielp heel goed)": "4"})
    klantmanager.druk("Bewaar")
    klantmanager.leest("Oordeel: 4 van 5.", "beter", "Wat kan nu helpen?")
    klantmanager.volg("Klantbeeld")
    klantmanager.leest("Financiën")


def zet_instrument_in(klantmanager: Mens) -> None:
    """What the klantbeeld suggests, with the reason; the professional chooses."""
    klantmanager.volg("Instrumenten")
    klantmanager.leest("Wat kan nu helpen?", "Schuldhulp")
    klantmanager.volg("Zet een instrument in")
    klantmanager.vul_in({"Instrument": "Schuldhulp", "Wat wilt u hiermee samen bereiken?": "Rust over geld."})
    klantmanager.druk("Zet in")
    klantmanager.leest("Schuldhulp", "Rust over geld.")


def vult_profiel(klantmanager: Mens) -> None:
    """Work experience in the person's own words becomes competences after a nod each; then what is still asked."""
    klantmanager.volg("Profiel")
    klantmanager.leest("Nog niet goed te vinden, omdat:")
    klantmanager.volg("Werkervaring toevoegen")
    klantmanager.vul_in(
        {
            "Welk werk deed u?": "Klusser in de bouw",
            "Wat deed u daar?": "Ik timmerde kozijnen en ik stuukte wanden. Ik begeleidde twee leerlingen.",
        }
    )
    klantmanager.druk("Zoek competenties in de tekst")
    klantmanager.leest("Klopt dit?", "timmerde", "stuukte")
    klantmanager.vul_in({"timmeren": "4: kan dit goed, ook als het lastig is"})
    klantmanager.druk("Bewaar")
    klantmanager.leest("timmeren", "stukadoren", "metselen en voegen")


def legt_certificaat_vast(klantmanager: Mens) -> None:
    """What the person can prove, and until when."""
    klantmanager.volg("Certificaat of rijbewijs toevoegen")
    klantmanager.vul_in({"Certificaat of rijbewijs": "BHV", "Geldig tot en met": f"{_over(500):%Y-%m-%d}"})
    klantmanager.vink_aan("Ik heb het bewijs gezien")
    klantmanager.druk("Bewaar")
    klantmanager.leest("BHV")


def maakt_vindbaar(klantmanager: Mens) -> None:
    """Answer what stood in the way of being found."""
    klantmanager.volg("Beschikbaarheid aanpassen")
    klantmanager.vul_in(
        {
            "Minimaal uren per week": "24",
            "Kan werken vanaf": f"{timezone.localdate():%Y-%m-%d}",
            "Hoogstens zo ver van huis (kilometer)": "30",
        }
    )
    klantmanager.druk("Bewaar")
    klantmanager.leest("24 – 32", "30")
    klantmanager.leest_niet("Nog niet goed te vinden, omdat:")


def _over(dagen: int) -> date:
    return timezone.localdate() + timedelta(days=dagen)


def leest_tijdlijn(klantmanager: Mens) -> None:
    """Everything that happened with the person stands there, the newest first."""
    open_dossier(klantmanager)
    klantmanager.volg("Tijdlijn")
    klantmanager.staat_in_volgorde(
        "Samen teruggekeken",
        "Probleem beantwoord",
        "Probleem gemeld",
        "Nazorg afgesproken",
        "Aan het werk",
        "Akkoord van de klant",
        "Plaatsing in voorbereiding",
        "De werkgever ziet dat u snel nieuwe dingen leert.",
        "Voorgeselecteerd",
        "Certificaat vastgelegd",
        "Plan gemaakt",
        "Meting vastgelegd",
        "Gesprek gehouden",
        "Signaal",
    )
