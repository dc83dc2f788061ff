"""What is not asked is not suggested: the same task in sentences that ask it and in sentences that do not."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning import herken

TAKEN = (
    ("de ramen wassen", "wast de ramen", "ramen-wassen"),
    ("roosters maken", "maakt de roosters", "roosters-maken"),
    ("medicijnen delen", "deelt de medicijnen", "medicijnen-delen"),
    ("facturen verwerken", "verwerkt de facturen", "facturen-verwerken"),
    ("hagen snoeien", "snoeit de hagen", "hagen-en-heesters-snoeien"),
    ("soep koken", "kookt de soep", "koken"),
)
"""(infinitive, third person, competence)."""

NIET_GEVRAAGD = (
    "{Inf} hoef je niet te kunnen.",
    "{Inf} hoeft niet.",
    "{Inf} is niet nodig.",
    "Ervaring met {inf} is geen vereiste.",
    "Ervaring met {inf} is geen must.",
    "{Inf} hoort niet bij je taken.",
    "{Inf} hoort er niet bij.",
    "{Inf} doet onze eigen technische dienst.",
    "{Inf} doet Marloes.",
    "{Inf} doen de collega's van de avondploeg.",
    "{Inf} laten we over aan een ander bedrijf.",
    "{Inf} is uitbesteed.",
    "{Inf} gebeurt door een vaste ploeg.",
    "{Inf} gebeurt bij de leverancier.",
    "{Inf} is het werk van de thuiszorg.",
    "{Inf} ligt bij een andere afdeling.",
    "{Inf} valt onder een ander team.",
    "{Inf} is ondergebracht bij een ander team.",
    "Voor {inf} hebben we een vaste collega.",
    "Voor {inf} komt er iemand van buiten.",
    "{Inf} wordt gedaan door vrijwilligers.",
    "{Inf}, dat doet de verpleging.",
    "Daar is Ahmed voor: {inf}.",
    "Onze planner {fin}.",
    "De praktijkmanager {fin}.",
    "Sanne van kantoor {fin}.",
    "Een collega {fin}.",
    "Je krijgt een begeleider die {bijzin}.",
    "Je werkt samen met een collega die {bijzin}.",
    "Onze technische dienst {fin} voor je.",
    "Een extern bedrijf {fin}.",
    "{Inf} leer je bij ons.",
    "{Inf} leren we je.",
    "Wij leren je {inf}.",
    "Je krijgt van ons een cursus {inf}.",
    "Wil je later {inf}? Dan betalen wij de cursus.",
    "We leiden je op voor {inf}.",
    "Na een jaar kun je doorgroeien naar {inf}.",
    "Een opleiding {inf} kun je bij ons volgen.",
    "Een training {inf} krijg je van ons.",
    "Je mag een cursus {inf} doen.",
    "Wil je leren {inf}? Dat kan hier.",
    "{Inf} kan ik niet.",
    "{Inf} heb ik nooit gedaan.",
    "{Inf} heb ik nog nooit gedaan.",
    "{Inf} lukt me niet meer.",
    "{Inf} mag ik niet meer van de dokter.",
    "{Inf} wil ik niet.",
    "{Inf} wil ik niet meer doen.",
    "{Inf} is niks voor mij.",
    "{Inf} is niets voor mij.",
    "Van {inf} heb ik geen verstand.",
    "Met {inf} heb ik geen ervaring.",
    "{Inf} vind ik vreselijk, dat nooit meer.",
    "Ik ben gestopt met {inf}.",
    "{Inf} deed mijn man altijd.",
    "{Inf} deden de jongens.",
    "Mijn broer {fin}.",
    "Mijn collega {fin}.",
    "Liever geen {inf}.",
    "Ik wil alles doen behalve {inf}.",
    "Ik heb een hekel aan {inf}.",
    "{Inf} zou ik graag nog willen leren.",
    "{Inf} kan ik nog niet.",
    "{Inf} heb ik nooit geleerd.",
    "Niet {inf}, dat gaat niet met mijn rug.",
    "Wij zijn een bedrijf dat {bijzin}.",
    "Ons bedrijf {fin} al sinds 1960.",
    "Wat je niet hoeft te doen: {inf}.",
    "Wat niet bij je werk hoort: {inf}.",
    "Wat doen we niet: {inf}.",
    "{Inf} vragen wij nooit.",
    "{Inf} doen we al jaren niet meer.",
    "{Inf} is bij ons niet aan de orde.",
    "{Inf} is niet van toepassing.",
    "{Inf} behoort niet tot de functie.",
    "Geen {inf} dus.",
    "Je hoeft geen {inf}.",
    "Daarvoor heb je geen {inf} nodig.",
    "Zonder {inf} kun je ook reageren.",
    "{Inf} is niet van belang.",
    "{Inf} is verboden.",
    "{Inf} mag je niet doen.",
)
WEL_GEVRAAGD = (
    "Je gaat {inf}.",
    "Ervaring met {inf} is een pre.",
    "{Inf} is voor jou geen probleem.",
    "Je vindt {inf} niet erg.",
    "Je draait je hand niet om voor {inf}.",
    "Je hebt geen hekel aan {inf}.",
    "Ik kan goed {inf}.",
    "{Inf} vind ik leuk.",
    "{Inf} hoort er ook bij.",
    "- {inf}",
    "Wij zoeken iemand die {bijzin}.",
    "Jij bent degene die {bijzin}.",
    "Geen dag is hetzelfde: {inf}, bellen en plannen.",
    "Samen met je collega's {inf}.",
    "{Inf} doe je samen met een collega.",
    "{Inf} doe je met onze nieuwe machine.",
    "{Inf} is jouw taak.",
    "{Inf} kan ik als de beste.",
    "Je helpt de collega met {inf}.",
    "Wat ga je doen: {inf}.",
    "Ik werkte bij de gemeente: {inf}.",
    "{Inf} heb ik vaak gedaan.",
    "{Inf} met ons team, zonder stress.",
    "Ben je niet bang om te {inf}?",
    "Ik zou graag weer {inf}.",
    "Ik mocht ook {inf}.",
)


def _zinnen(kader: str) -> list[tuple[str, str]]:
    """(sentence, competence) for every task in a frame."""
    uit = []
    for inf, fin, code in TAKEN:
        werkwoord, ding = fin.split(" ", 1)
        zin = kader.format(inf=inf, Inf=inf[0].upper() + inf[1:], fin=fin, bijzin=f"{ding} {werkwoord}")
        uit.append((zin, code))
    return uit


def _gevonden(zin: str) -> set[str]:
    return {v.id for v in herken(zin, soort="competentie")}


@pytest.mark.parametrize("kader", NIET_GEVRAAGD)
def test_g6_1_wat_niet_gevraagd_wordt_is_geen_suggestie(kader: str) -> None:
    assert [zin for zin, code in _zinnen(kader) if code in _gevonden(zin)] == []


@pytest.mark.parametrize("kader", WEL_GEVRAAGD)
def test_g6_1_dezelfde_taak_wordt_wel_gevonden_als_hij_gevraagd_wordt(kader: str) -> None:
    assert [zin for zin, code in _zinnen(kader) if code not in _gevonden(zin)] == []


def test_g6_1_een_opsomming_na_wat_niet_hoeft_telt_niet() -> None:
    tekst = "Kok gezocht\n\nDit hoef je niet te doen:\n- afwassen\n- tafels dekken\n\nWat ga je doen?\n- soep koken\n"
    assert _gevonden(tekst) == {"koken"}


def test_g6_1_een_verlopen_papier_telt_niet_en_het_volgende_wel() -> None:
    vondsten = herken("Ik heb EHBO (verlopen in 2021) en VCA basis.")
    assert [v.id for v in vondsten if v.soort == "certificaat"] == ["vca-basis"]
    assert herken("Een rijbewijs uit Marokko heb ik wel, maar dat is hier niet geldig.", soort="rijbewijs") == []


@pytest.mark.parametrize(
    ("tekst", "term"),
    [
        ("Twaalf tot zestien uur zou mooi zijn.", "12-16 uur per week"),
        ("Developer | 32-40u | Eindhoven", "32-40 uur per week"),
        ("Kapper m/v, 3 à 4 dagen", "24-32 uur per week"),
        ("Een 36-urige werkweek.", "36 uur per week"),
    ],
)
def test_g6_1_uren_in_woorden_en_korte_vormen(tekst: str, term: str) -> None:
    assert [v.term for v in herken(tekst, soort="uren")] == [term]


def test_g6_1_een_cv_met_alleen_afkortingen() -> None:
    assert {v.id for v in herken("Talen: NL, TR", soort="taal")} == {"nld", "tur"}
    assert {v.id for v in herken("B, C, CE, code 95", soort="rijbewijs")} == {
        "rijbewijs:B",
        "rijbewijs:C",
        "rijbewijs:CE",
    }
    assert [v.id for v in herken("A2 heb ik al gehaald, spreken gaat goed.", soort="taal")] == ["nld"]
