"""The build of a clause in short: what kind of word stands where, and who is the subject.

Every word becomes a sort: a few hundred small words stand for themselves, the rest is a verb in some form, a person, a
name or just a word. What follows what among those sorts ("onze persoon werkwoord-t") tells who does something, also in
sentences nobody made a rule for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

import simplemma

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.ander import hele_werkwoorden, iemand, vervoegd
from werklandschap.competenties.herkenning.taal import bekend, plat
from werklandschap.competenties.herkenning.talen import TALEN


def _set(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


_SAMEN = {
    "je": "je jij jou u jullie", "jouw": "jouw uw", "ik": "ik", "mij": "mij me mezelf", "mijn": "mijn m'n",
    "wij": "wij we", "onze": "onze ons", "ze": "ze zij hij", "hen": "hen hem", "hun": "hun haar zijn-bez",
    "de": "de", "het": "het", "een": "een", "die": "die", "dat": "dat dit deze", "wie": "wie", "wat": "wat welke",
    "niet": "niet", "geen": "geen", "nooit": "nooit nergens nauwelijks amper zelden evenmin", "niemand": "niemand",
    "niks": "niks niets", "nee": "nee bah helaas", "zonder": "zonder", "behalve": "behalve uitgezonderd",
    "door": "door", "via": "via", "bij": "bij", "voor": "voor", "met": "met", "van": "van", "samen": "samen",
    "vz": "in op aan uit naar over onder tegen tot tussen naast binnen buiten per tijdens rond vanaf langs volgens na",
    "en": "en", "maar": "maar", "of": "of", "want": "want omdat doordat zodat dus", "als": "als indien mocht wanneer",
    "terwijl": "terwijl zodra nadat voordat waarna totdat", "te": "te", "om": "om", "er": "er", "hier": "hier",
    "daar": "daar daarvoor daarmee daaraan daarbij hiervoor", "is": "is zijn ben bent", "was": "was waren",
    "heeft": "heeft", "hebt": "hebt heb", "hebben": "hebben", "had": "had hadden", "wordt": "wordt worden word",
    "werd": "werd werden", "kan": "kan kunnen", "kunt": "kun kunt", "moet": "moet moeten", "mag": "mag mogen",
    "wil": "wil willen wilt", "zou": "zou zouden zullen zal", "gaat": "gaat gaan", "ga": "ga",
    "hoeft": "hoeft hoeven hoef",
    "doet": "doet doen deed deden", "doe": "doe", "laat": "laat laten liet overlaten", "krijgt": "krijgt krijgen krijg",
    "komt": "komt komen kom", "ligt": "ligt liggen valt vallen rust berust zit zitten", "houdt": "houdt houden",
    "loopt": "loopt lopen", "gebeurt": "gebeurt gebeuren", "zorgt": "zorgt zorgen zorg", "staat": "staat staan sta",
    "regelt": "regelt regelen verzorgt verzorgen", "zoekt": "zoeken zoekt zoek gezocht vragen verwachten vraagt",
    "helpt": "helpt helpen help ondersteunt assisteert", "leert": "leert leren leer geleerd",
    "ook": "ook eveneens", "wel": "wel juist", "alleen": "alleen slechts uitsluitend enkel", "zelf": "zelf zelfs",
    "graag": "graag", "liever": "liever liefst", "meer": "meer", "nog": "nog", "later": "later straks ooit misschien",
    "vroeger": "vroeger toen destijds eerder voorheen", "al": "al altijd", "iemand": "iemand",
    "iedereen": "iedereen iedere elke elk ieder alle",
    "zo": "zo zoals", "hoe": "hoe waarom waar",
    "nodig": "nodig vereist verplicht noodzakelijk must vereiste eis voorwaarde",
    "bang": "bang vies moeite hekel beroerd", "probleem": "probleem punt bezwaar erg straf", "hulp": "hulp",
    "goed": "goed prima makkelijk", "slecht": "slecht moeilijk lastig zwaar eng", "klaar": "klaar verleden voorbij",
    "verlopen": "verlopen kwijt gestopt afgebroken gezakt vergeten", "gedaan": "gedaan",
    "extern": "extern externe derden elders centraal automatisch",
    "uitbesteed": "uitbesteed ondergebracht belegd ingehuurd",
    "kosten": "kosten gratis vergoed vergoeden betalen betaald betaalt korting",
    "cursus": "cursus cursussen opleiding opleidingen training trainingen workshop studie scholing",
    "halen": "halen haal behalen gehaald behaald volgen",
    "gewend": "gewend", "andere": "andere anderen ander eigen vaste", "nieuwe": "nieuwe ideale toekomstige perfecte",
    "team": "team ploeg afdeling",
    "sinds": "sinds jaren jaarlijks",
    "bedrijf": "bedrijf organisatie stichting winkel fabriek school gemeente firma bv",
}  # fmt: skip
_SOORT = {woord: soort for soort, lijst in _SAMEN.items() for woord in lijst.split()}
_FAMILIE = _set(
    "man vrouw vader moeder opa oma broer broers zus zussen zoon dochter oom tante neef nicht zwager buurman buurvrouw "
    "vriend vriendin kinderen ouders gezin familie echtgenoot ex zoontje dochters zonen schoonmoeder "
    "schoonvader"
)
_MENSEN = _set(
    "klant klanten gast gasten bewoner bewoners bezoekers clienten client kind leerling leerlingen mensen leden "
    "deelnemers patienten patient reizigers huurders cursisten jongeren ouderen studenten peuters collega collega's "
    "jongens meiden dames heren mannen vrouwen baas chef kok koks chefs bazen juf meester piloot gids arts artsen boer "
    "boeren kapper bestuur voorzitter eigenaar eigenares directie vrijwilliger vrijwilligers stagiair "
    "stagiairs scholieren uitzendkrachten zzp'ers robot robots machine computer systeem specialist specialisten "
    "apotheek politie lab wasserij leverancier fabrikant verhuurder dealer cateraar monteur monteurs "
    "verpleging meldkamer helpdesk marketing hr ict hoofdkantoor kantoor consulent begeleider begeleiding coach"
)
_GEEN_PERSOON = _set(
    "kamer water winter zomer keer nummer papier materiaal vloer leer beker koffer kelder later eerder verder "
    "ander onder "
    "over voor per weer uur deur kleur natuur cultuur temperatuur tent dier dieren vuur cijfer cijfers kantoor "
    "magazijn "
    "rooster keuken garage taxi container computer printer scanner laser ladder steiger meter filter motor toner "
    "poster folder flyer trailer "
    "verhuur natuurlijk klusser vinger vingers letter letters bloemen formulier formulieren avontuur factuur facturen "
    "structuur procedure lever zeker lekker minder beter liever langer vaker sneller groter kleiner hoger lager "
    "meer"
)
LANGS_NAAM = (3, 10)
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_PERSOON = re.compile(
    r"(?:er|aar|eur|ist|ster|euse|kundige|loog|loge|ent|ant|arts|cien|iater|agoog|man|vrouw|chef|baas)$"
)
VERBUIGING = frozenset(["wwt", "wwd", "wwen", "ww1"])
_WERKWOORDEN = VERBUIGING | _set(
    "is was heeft hebt hebben had wordt werd kan kunt moet mag wil zou gaat ga hoeft doet doe laat krijgt komt "
    "ligt houdt "
    "loopt gebeurt zorgt staat regelt zoekt helpt leert"
)
_NA_BEZIT = frozenset(["woord", "persoon", "personen", "familie", "nieuwe", "andere", "team"])
_VOOR_ZELFSTANDIG = frozenset(["de", "een", "onze", "mijn", "geen", "nieuwe"])
"""After these a word that looks like a verb is none: "de ramen", "onze boeken"."""
_ONDERWERPEN = {
    "je": "lezer", "ik": "ik", "wij": "wij", "ze": "derde", "persoon": "persoon", "personen": "persoon",
    "familie": "familie", "naam": "naam", "iedereen": "ieder", "wie": "wie", "die": "die", "iemand": "iemand",
    "niemand": "niemand",
}  # fmt: skip


@cache
def _beroepsnamen() -> frozenset[str]:
    """The single words that name an occupation."""
    namen = (naam for beroep in startgegevens.beroepen() for naam in (beroep.label, *beroep.synoniemen))
    return frozenset(plat(naam) for naam in namen if naam.isalpha())


@lru_cache(maxsize=50_000)
def _persoon(woord: str) -> bool:
    """Whether a word is a person by what he or she does: "planner", "verpleegkundige"."""
    if woord in _GEEN_PERSOON or len(woord) < 4:
        return False
    if iemand(woord) or woord in _MENSEN or woord in _beroepsnamen():
        return True
    if not _PERSOON.search(woord):
        return False
    if woord.endswith("er") and not woord.endswith("eer"):
        return any(bekend(heel) for heel in hele_werkwoorden(woord[:-2])) or woord.endswith(("werker", "ier"))
    return len(woord) > 6 and woord.endswith(
        ("aar", "eur", "ist", "kundige", "arts", "loog", "agoog", "man", "vrouw", "ster", "chef")
    )


@lru_cache(maxsize=50_000)
def _vorm(woord: str) -> str:
    """The sort of a word in small letters that is no small word of its own."""
    if woord in _FAMILIE:
        return "familie"
    if _persoon(woord):
        return "persoon"
    enkel = woord.removesuffix("s").removesuffix("'") if woord.endswith("s") else woord.removesuffix("en")
    if enkel != woord and _persoon(enkel):
        return "personen"
    if woord.isdigit():
        return "getal"
    lemma = plat(simplemma.lemmatize(woord, lang="nl"))
    if vervoegd(woord):
        return "wwt" if woord.endswith("t") else "wwd"
    if re.match(r"(?:\w{2,5})?ge\w+(?:d|t|en)$", woord) and lemma != woord and lemma.endswith("en"):
        return "deelwoord"
    if len(woord) > 3 and woord.endswith("en") and lemma == woord:
        return "wwen"
    if (
        len(woord) > 2
        and not woord.endswith(("en", "te", "de"))
        and any(bekend(h) and plat(simplemma.lemmatize(h, lang="nl")) == h for h in hele_werkwoorden(woord))
    ):
        return "ww1"
    return "woord"


def _lijkt_naam(ruw: str, vlak: str, soort: str, *, vooraan: bool) -> bool:
    """Whether a word with a capital is a name; at the beginning only when no Dutch word."""
    if not ruw[:1].isupper() or vlak in TALEN:
        return False
    if vooraan:
        return soort == "woord" and LANGS_NAAM[0] <= len(ruw) <= LANGS_NAAM[1] and not bekend(vlak)
    return ruw[1:2].islower() and soort in ("woord", "ww1", "wwt", "personen")


def soorten_in(tekst: str) -> list[str]:
    """The sorts of the words of a clause, the same sort twice in a row only once."""
    uit: list[str] = []
    for plek, ruw in enumerate(_WOORD.findall(tekst)):
        vlak = plat(ruw)
        soort = _SOORT.get(vlak) or _vorm(vlak)
        if _lijkt_naam(ruw, vlak, soort, vooraan=not plek):
            soort = "naam"
        elif uit and uit[-1] in _VOOR_ZELFSTANDIG and soort in VERBUIGING:
            soort = "woord"
        if not (uit and uit[-1] == soort and soort in ("woord", "naam")):
            uit.append(soort)
    return [
        "jouw" if soort == "je" and volgend in _NA_BEZIT else soort
        for soort, volgend in zip(uit, [*uit[1:], "$"], strict=False)
    ]


def onderwerp(rij: Sequence[str]) -> str | None:
    """Who does it: the reader, the teller, the company, somebody else, or a thing; None without a verb."""
    werk = [n for n, soort in enumerate(rij) if soort in _WERKWOORDEN]
    for n in werk:
        for buur in (n - 1, n + 1):
            if 0 <= buur < len(rij) and rij[buur] in ("je", "ik", "wij", "ze"):
                return _ONDERWERPEN[rij[buur]]
    for wie in ("je", "ik"):
        if werk and wie in rij[:3]:
            return _ONDERWERPEN[wie]
    if not werk:
        return None
    for n in werk:
        voor = [_ONDERWERPEN[s] for s in rij[max(0, n - 3) : n] if s in _ONDERWERPEN]
        if voor:
            return voor[-1]
        na = [_ONDERWERPEN[s] for s in rij[n + 1 : n + 4] if s in _ONDERWERPEN]
        if na:
            return f"na-{na[0]}"
    if rij[0] in _WERKWOORDEN:
        return "gebiedend" if rij[0] in ("ww1", "ga", "doe") else "heel" if rij[0] == "wwen" else "vooraan"
    if all(rij[n] == "wwen" for n in werk):
        return "heel"
    return "ding"


def reeksen(rij: Sequence[str]) -> list[str]:
    """The sorts of a clause, alone and two by two, with where it begins and ends."""
    vol = ["^", *rij, "$"]
    return sorted({*rij, *(f"{een} {twee}" for een, twee in pairwise(vol))})
