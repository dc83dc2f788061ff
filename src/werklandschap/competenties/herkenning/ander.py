"""Whether a clause tells what somebody else does: a colleague, another company, one's husband, a person by name.

Three shapes: somebody comes first ("De planner maakt de roosters", "Sanne van kantoor regelt dat"), what is done comes
first ("De roosters maakt onze planner", "Kleuradvies geeft Linda"), or it is said to happen elsewhere ("Uitbenen
gebeurt bij de leverancier").
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

from werklandschap.competenties.herkenning.taal import VOORZETSELS, bekend, plat
from werklandschap.competenties.herkenning.talen import TALEN

ONDERWERP = re.compile(r"\b(je|jij|jou|ik|u|jullie)\b")
LANGSTE_NAAM = 10
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ANDEREN = re.compile(
    r"^(?:chef|chefs|baas|bazin|bazen|directeur|directie|hr|td|poh|collega|collega's|dochter|zoon|broer|broers|zus|"
    r"zussen|man|vrouw|vader|moeder|oom|tante|neef|nicht|zwager|vriend|vriendin|buurman|buurvrouw|juf|meester|"
    r"docent|leerkracht|leraar|accountant|boekhouder|garage|keuken|meldkamer|administratie|kantoor|hoofdkantoor|"
    r"uitvoerder|aannemer|leverancier|leveranciers|vrijwilligers|taxi|wasserij|verpleging|thuiszorg|specialisten|"
    r"specialist|coach|mentor|therapeut|kok|koks|jurist|juristen|ingenieur|verpleegkundige|transporteur|derden|"
    r"onderaannemer|onderaannemers|ploeg|team|afdeling|dienst|bedrijf|partij|\w*(?:manager|managers|leider|leidster|"
    r"leidinggevende|planner|planners|monteur|monteurs|arts|artsen|chauffeur|chauffeurs|begeleider|machinist|"
    r"adviseur|specialist|specialisten|bureau|bedrijf|dienst|afdeling|ploeg|team|partij|binnendienst|verpleging|"
    r"technicus|coach|trainer|meester|voorbereider|directie|vakdocent|boekhouder|schoonmaakbedrijf|wasserij|"
    r"leverancier))$"
)
"""Nouns for somebody or something that works and is not the reader."""
_LIDWOORDEN = frozenset(
    ["de", "het", "een", "onze", "ons", "mijn", "m'n", "me", "hun", "je", "jouw", "uw", "andere", "zijn", "haar"]
)
_GEZOCHT = frozenset(["nieuwe", "ideale", "gezochte", "toekomstige", "volgende", "jij", "goede"])
_VRAAGWOORDEN = frozenset(
    ["wat", "wie", "hoe", "waar", "wanneer", "waarom", "welke", "als", "dat", "die", "of", "iemand"]
)
_HULPWERKWOORDEN = frozenset(
    ["is", "heeft", "wordt", "kan", "moet", "mag", "wil", "zal", "bent", "hebt", "kunt", "gaat", "staat", "vraagt",
     "biedt", "past", "zoekt", "verwacht", "niet", "met", "het", "dat", "uit", "bestaat", "valt", "komt", "spreekt"]
)  # fmt: skip
_PERSOON_ZELF = re.compile(r"(medewerk\w*|er|ster|eur|euse|ist|aar|kracht|hulp|kandidaat|assistent\w*|kok|persoon)$")
_ELDERS = re.compile(
    r"\bgebeur(?:t|en|de|den) (?:door|bij|op|in|via|elders)\b"
    r"|\b(?:is|zijn|wordt|worden|ligt|liggen) (?:\w+ )?(?:ondergebracht|belegd|neergelegd|uitbesteed|weggelegd|"
    r"ingehuurd|ingekocht)\b"
    r"|\bis (?:het|een) (?:werk|taak|zaak|klus) (?:van|voor) (?!je\b|jou)"
    r"|\b(?:blijft|blijven) bij (?:de|het|onze|een)\b"
    r"|^(?:voor|daarvoor|hiervoor)\b.*\b(?:hebben|heeft|is|zijn|komt|komen|staat|staan|huren) (?:we|wij|er|onze)\b"
    r"(?!.*\b(?:nodig|gezocht|zoeken)\b)"
    r"|\b(?:laten|laat) (?:we|wij|ik) .*\b(?:doen|over|maken|komen)\b|\b(?:laten|laat) (?:we|wij) doen\b"
    r"|\bhoort bij (?:de|het|een|onze) (?!baan\b|functie\b|taken\b|werkzaamheden\b|job\b|rol\b|werk\b)"
    r"|^in (?:de|het|onze) \w+ (?:werken|werkt|staan|staat) (?:vaste|onze|andere|ervaren|een)\b"
    r"|\bbuiten (?:het|je|jouw) (?:pakket|takenpakket|functie|werk)\b"
)
_VAN_NAAM = re.compile(
    r"\b(?:is|zijn) (?:het|de) \w+ van [A-Z][a-z]+\W*$"
    r"|\b(?:gaat|gaan|komt|komen|loopt|lopen) (?:naar|van|via|bij) [A-Z][a-z]+\W*$"
)
"""Work that a firm or person by name gets: "Spuitwerk gaat naar Schadenet", "Kaas is het rijk van Ine"."""
_EIGEN_WERK = frozenset(
    ["functie", "baan", "job", "rol", "werk", "taak", "dag", "nieuwe", "ideale", "dienst", "week", "uren", "hal",
     "winkel", "eerste", "tweede", "laatste", "hele", "helft", "grootste", "beste", "afgelopen", "vacature", "aantal",
     "beetje"]
)  # fmt: skip
_STERK_VERLEDEN = frozenset(
    ["reed", "gaf", "bracht", "hielp", "molk", "sneed", "schreef", "nam", "droeg", "stond", "hield", "sloot", "kocht",
     "verkocht"]
)  # fmt: skip
_KORT_EN_ZEKER = frozenset(["doet", "doen", "deed", "regelt", "verzorgt", "geeft", "maakt"])
"""Verbs after which any capital is a name, also one that is a Dutch word: "Busje rijden doet Roos"."""
_WIE_NA = re.compile(r"^(?:onze|ons|de|het|een|mijn|m'n|me|hun|andere|collega|collega's|vrijwilligers|derden)$")


@lru_cache(maxsize=20_000)
def vervoegd(woord: str) -> bool:
    """Whether a word is a verb in the third person: "regelt", "kookte"."""
    if woord in _HULPWERKWOORDEN or len(woord) < 4 or not woord.endswith(("t", "te", "de", "ten", "den")):
        return woord in {"doet", "doen", "deed", "deden"}
    lemma = plat(simplemma.lemmatize(woord, lang="nl"))
    if woord.startswith("ge") and not lemma.startswith("ge"):
        return False
    if lemma != woord:
        return lemma.endswith("n")
    return woord.endswith("t") and not bekend(woord) and any(bekend(heel) for heel in hele_werkwoorden(woord[:-1]))


def hele_werkwoorden(kern: str) -> tuple[str, ...]:
    """The infinitives a first person may belong to: "kook" → koken, "pak" → pakken, "beheer" → beheren."""
    enkel = kern[:-2] + kern[-1] if len(kern) > 3 and kern[-2] == kern[-3] else kern
    zacht = enkel[:-1] + {"f": "v", "s": "z"}.get(enkel[-1], enkel[-1])
    return f"{kern}en", f"{kern}{kern[-1]}en", f"{enkel}en", f"{zacht}en"


@lru_cache(maxsize=20_000)
def is_naam(woord: str) -> bool:
    """Whether a word as written is a name of a person: a capital and no Dutch word."""
    vorm = woord[:1].isupper() and woord[1:].islower() and 3 <= len(woord) <= LANGSTE_NAAM
    return vorm and not bekend(plat(woord)) and not (len(woord) > 7 and _PERSOON_ZELF.search(plat(woord)))


@lru_cache(maxsize=20_000)
def iemand(woord: str) -> bool:
    """Whether a word is somebody who works and is not the reader: "planner", "wasserij"."""
    return bool(_ANDEREN.match(woord))


def doet_een_ander(ruw: str) -> bool:
    """Whether a clause, as written, is about work somebody else does."""
    kaal = plat(ruw).strip(" ,;:()-–.!?")
    if _ELDERS.search(kaal) or _VAN_NAAM.search(ruw):
        return True
    woorden = _WOORD.findall(ruw)
    while woorden and plat(woorden[0]) in {"en", "want", "maar", "terwijl", "dus", "ook", "verder", "soms"}:
        woorden = woorden[1:]
    vlak = [plat(woord) for woord in woorden]
    if len(vlak) < 2 or vlak[0] in _VRAAGWOORDEN:
        return False
    return _iemand_eerst(woorden, vlak) or _werk_eerst(woorden, vlak) or _iets_anders(vlak)


def _iets_anders(vlak: list[str]) -> bool:
    """ "Het ziekenhuis verzorgt …", "Mijn man reed …": not the reader's own work, and a verb."""
    if vlak[0] not in _LIDWOORDEN - {"een", "je", "jouw", "uw"} or len(vlak) < 4 or ONDERWERP.search(" ".join(vlak)):
        return False
    wie, doet = vlak[1], vlak[2]
    eigen = _PERSOON_ZELF.search(wie) or wie in _EIGEN_WERK
    return not eigen and wie not in VOORZETSELS and (vervoegd(doet) or doet in _STERK_VERLEDEN)


def _iemand_eerst(woorden: list[str], vlak: list[str]) -> bool:
    """ "Onze technische dienst regelt …", "Linda geeft …", "Sanne van kantoor maakt …"."""
    if is_naam(woorden[0]):
        rest = vlak[1:5]
        while len(rest) > 1 and not vervoegd(rest[0]) and (rest[0] in {"van", "uit", "en"} or rest != vlak[1:5]):
            rest = rest[1:]
        return bool(rest) and vervoegd(rest[0])
    for plek in range(min(4, len(vlak) - 1)):
        if vlak[plek] in _GEZOCHT or (plek == 0 and vlak[0] not in _LIDWOORDEN and not _ANDEREN.match(vlak[0])):
            return False
        if _ANDEREN.match(vlak[plek]):
            return vervoegd(vlak[plek + 1]) and not ONDERWERP.match(vlak[0])
        if vlak[plek] in VOORZETSELS or vervoegd(vlak[plek]):
            return False
    return False


def _werk_eerst(woorden: list[str], vlak: list[str]) -> bool:
    """ "De roosters maakt onze planner", "Kleuradvies geeft Linda"."""
    for plek in range(1, min(8, len(vlak) - 1)):
        if vlak[plek - 1] in {"je", "jij", "ik", "u", "we", "wij"}:
            return False
        if not vervoegd(vlak[plek]) or (plek == 1 and _PERSOON_ZELF.search(vlak[0])):
            continue
        if vlak[0] in _LIDWOORDEN and _PERSOON_ZELF.search(vlak[plek - 1]) and not _ANDEREN.match(vlak[plek - 1]):
            return False
        volgende = plek + 1
        if vlak[volgende] in {"altijd", "allemaal", "vooral", "alleen"} and volgende + 1 < len(vlak):
            volgende += 1
        meervoud = vlak[plek].endswith("n")
        aan_het_eind = volgende == len(vlak) - 1 and len(vlak[volgende]) > 2 and vlak[volgende] not in TALEN
        if (
            is_naam(woorden[volgende])
            or (aan_het_eind and woorden[volgende][:1].isupper())
            or (vlak[plek] in _KORT_EN_ZEKER and woorden[volgende][:1].isupper())
        ):
            return True
        return bool(_WIE_NA.match(vlak[volgende])) and (not meervoud or vlak[volgende] not in {"de", "het", "een"})
    return False


def is_een_ander(vlak: str) -> bool:
    """Whether a clause ends in somebody who is not looked for, so that "die …" tells of them: "een planner die …"."""
    woorden = _WOORD.findall(vlak)
    if not woorden or re.search(r"\b(zoek\w*|gezocht|iemand|kandidaat|jij|ben|bent|nieuwe|als|word\w*)\b", vlak):
        return False
    gezocht = woorden[0] == "een" and len(woorden) <= 4 and not any(vervoegd(woord) for woord in woorden[1:-1])
    return not gezocht and bool(_ANDEREN.match(woorden[-1]))
