"""Dutch words: tokens with their place in the text, and stems under which spellings of one word meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import simplemma

_WOORD = re.compile(r"\w+(?:['’]\w{1,2}\b)?|[+&]")
_KLINKERS = "aeiou"


def _lijst(tekst: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(tekst.split())


DEELTJES = _lijst(
    "aan achter af bij binnen dicht door goed in klaar leeg los mee na om onder op open over rond rustig samen "
    "schoon terug toe uit vast vol voor weg weer neer heen"
)
"""First parts of separable verbs: "klaarzetten" is also written "zet … klaar"."""

_DEELTJES = tuple(sorted(DEELTJES))

VOORZETSELS = _lijst("aan achter bij binnen door in na om onder op over rond samen uit voor af mee toe")
"""Those among them that also stand before a noun."""

NA_DEELTJE = _lijst("en of als zodat zoals voor van bij met op naar dat wat die aan tot tijdens na per zodra")
"""What may follow a first part that ends its clause."""

STOPWOORDEN = _lijst(
    """de het een en of maar want dus als dat die dit deze er hier daar waar wat wie hoe te van voor met op in aan bij
    naar om uit over tot door per zijn ben bent is was waren worden wordt werd hebben heb hebt heeft had kunnen kan kun
    kunt kon zullen zal zou moeten moet mogen mag willen wil gaan gaat ga ik je jij jouw jou u uw hij zij ze we wij ons
    onze mijn me m'n zich ook nog al wel zo zeer erg heel graag goed goede beetje dan nu toch even steeds altijd vaak
    soms meer veel alle alles iets binnen tijdens volgens zonder tussen & + oa ed etc bv bijvoorbeeld zoals denk we'll
    eigen diverse verschillende andere waarbij waardoor hun hem haar ligt staat zit doen doe doet daarnaast bereid"""
)


_VORMEN = """
    laad laden, rijd rijden reed, keur keuren, zaag zagen, sloop slopen, sleep slepen, spuit spuit, teken tekenen,
    wijs wijzen, speel spelen, rooi rooien, kuis kuisen kuiste, smeed smeden, typ typen, wis wissen, las gelast,
    snijd gesneden, draag gedragen, strijk gestreken, smeer gesmeerd, tap getapt, druk gedrukt, train getraind,
    zuig zoog, scheer schoor geschoren, weeg woog gewogen, afweeg afgewogen, vaar vaart, oefen oefende oefenden,
    bak bakte bakten, stuc stucen stuccen stucte gestuct, ontbraam ontbraamt ontbraamde ontbraamd, behang behangde,
    controleer gecontroleerd, uitdeel uitdelen uitgedeeld, indeel indelen ingedeeld, opdeel opdelen,
    uitleen uitlenen, insmeer insmeren, doorsmeer doorsmeren, afsmeer afsmeren, aansmeer aansmeren,
    wassen wast, dichtsmeer dichtsmeren, uitbeen uitbenen, opscheer opscheren, uitscheer uitscheren, biggen biggen,
    eerste eerste, stekken stekken
"""
UITZONDERINGEN = {"las": "lees", "lasen": "lees", "mag": "mag", "mist": "mis", "lades": "lade", "lade": "lade"} | {
    vorm: groep.split()[0] for groep in _VORMEN.split(",") for vorm in groep.split()
}
"""Forms whose dictionary lemma is a rarer word ("las voor" is reading, not welding; "slopen" is not what a thief did)
or another one than that of the other forms of the same verb ("uitdelen", but "deelt uit")."""


@dataclass(frozen=True, slots=True)
class Woord:
    """A word as written, where it stands (`start` up to `eind`) and its stem."""

    tekst: str
    start: int
    eind: int
    stam: str


class _Kaal(dict[int, str]):
    """The plain small letter of every sign, looked up once."""

    def __missing__(self, code: int) -> str:
        basis = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = basis if len(basis) == 1 else chr(code)
        return self[code]


_KAAL = _Kaal()


def plat(tekst: str) -> str:
    """Lower case without accents, one character for one character."""
    return tekst.lower() if tekst.isascii() else tekst.translate(_KAAL)


def woorden(tekst: str, vanaf: int = 0) -> list[Woord]:
    """The words of a piece of text that begins at `vanaf` of the whole."""
    return [
        Woord(treffer.group(), treffer.start() + vanaf, treffer.end() + vanaf, stam(treffer.group()))
        for treffer in _WOORD.finditer(tekst)
    ]


def stammen_van(tekst: str) -> list[str]:
    """The stems of the words of a text, without their places."""
    return [stam(woord) for woord in _WOORD.findall(tekst)]


@lru_cache(maxsize=100_000)
def stam(woord: str) -> str:
    """The stem of a word: accents off, lemma, then the form a Dutch verb has in the first person.

    "schoongemaakt", "schoonmaken" and "schoonmaak" all give "schoonmaak". Stop words and numbers stay as they are.
    """
    kaal = plat(woord).replace("’", "'").removesuffix("'s")
    if kaal in UITZONDERINGEN:
        return UITZONDERINGEN[kaal]
    if kaal in STOPWOORDEN or kaal in DEELTJES or kaal[:1].isdigit() or len(kaal) < 3:
        return kaal
    lemma = _lemma(kaal, _uit_woordenboek(woord.lower().replace("’", "'").removesuffix("'s")))
    return _werkwoordstam(lemma)


def _uit_woordenboek(woord: str) -> str:
    """The dictionary's lemma, which writes separable verbs now and then as "op_bouwen"."""
    return plat(simplemma.lemmatize(woord, lang="nl")).replace("_", "")


def _lemma(kaal: str, lemma: str) -> str:
    """The lemma, with a second try for what the dictionary lacks: participles and a lost final n."""
    if lemma != kaal:
        return lemma
    for deeltje in DEELTJES if kaal.startswith(_DEELTJES) else ():
        rest = kaal.removeprefix(deeltje)
        if rest != kaal and rest.startswith("ge") and len(rest) > 5:
            hele = _uit_woordenboek(rest)
            if hele != rest:
                return deeltje + hele
    if bekend(kaal):
        return lemma
    if kaal.endswith("e") and bekend(kaal + "n"):
        return _uit_woordenboek(kaal + "n")
    if kaal.startswith("ge") and kaal.endswith(("d", "t")) and len(kaal) > 5 and bekend(kaal[2:-1]):
        return _uit_woordenboek(kaal[2:-1])
    return lemma


def _werkwoordstam(lemma: str) -> str:
    """Infinitive to stem: "maken" → "maak", "stapelen" → "stapel", "pakken" → "pak", "lezen" → "lees"."""
    if not lemma.endswith("en") or len(lemma) < 5:
        return lemma
    kern = lemma[:-2]
    if len(kern) > 2 and kern[-1] == kern[-2]:
        kern = kern[:-1]
    elif _open_lettergreep(kern):
        kern = kern[:-1] + kern[-2] + kern[-1]
    return kern[:-1] + {"v": "f", "z": "s"}.get(kern[-1], kern[-1])


def _open_lettergreep(kern: str) -> bool:
    """Whether a vowel became single because the syllable was open: "mak(en)" but not "stapel(en)" or "bedien(en)"."""
    if len(kern) < 3 or kern[-1] in _KLINKERS or kern[-2] not in _KLINKERS or kern[-3] in _KLINKERS:
        return False
    zwak = kern[-2] == "e" and kern[-1] in "lnr" and any(teken in _KLINKERS for teken in kern[:-3])
    return not (zwak and not kern.endswith("eer")) or kern.endswith(("ler", "ser", "ter", "ner", "der", "ver"))


@lru_cache(maxsize=50_000)
def bekend(woord: str) -> bool:
    """Whether the Dutch dictionary knows the word."""
    return bool(simplemma.is_known(woord, lang="nl"))


@lru_cache(maxsize=50_000)
def klank(woord_stam: str) -> str:
    """A stem as it sounds: "stijger" and "steiger", "sekuur" and "secuur" sound the same."""
    klanken = woord_stam.replace("ij", "ei").replace("ck", "k").replace("ch", "\0").replace("qu", "kw")
    klanken = re.sub(r"c(?=[eiy])", "s", klanken).replace("c", "k").replace("\0", "ch").replace("ou", "au")
    klanken = klanken.replace("y", "i").replace("ph", "f").replace("x", "ks")
    return re.sub(r"(.)\1+", r"\1", klanken)
