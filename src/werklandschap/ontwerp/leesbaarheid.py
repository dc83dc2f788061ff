"""How easy a Dutch text reads, and which sentences make it hard.

Source of the score: W.H. Douma (1960), the Flesch reading-ease formula fitted to Dutch. Syllables are counted here:
textstat counts the places where a word may be hyphenated, one in "open" and "idee", two in "alinea".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Groups of vowels that sound as one; a trema starts a new syllable.
LETTERGREEP = re.compile(
    r"ëi|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiou]|[áéíóúàèêâîôû]|[äëïöü]|y(?![aeiou])"
)
AFKORTINGEN = (
    "o.a.",
    "d.w.z.",
    "bijv.",
    "m.b.t.",
    "i.p.v.",
    "t.a.v.",
    "e.d.",
    "z.s.m.",
    "i.v.m.",
    "d.m.v.",
    "evt.",
    "nr.",
    "blz.",
)
ZINSEINDE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+")
LIJDEND = re.compile(r"\b(?:wordt|worden|werd|werden)\b(?=.*\b(?:ge|be|ver|her|ont)\w+(?:d|t|en)\b)", re.IGNORECASE)
LIJST = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")

LANGE_ZIN = 18
LANG_WOORD_LETTERGREPEN = 5
KOMMAS = 3

# Stiff words and what people say instead.
STIJF: dict[str, str] = {
    "aangaande": "over",
    "alvorens": "voordat",
    "betreffende": "over",
    "conform": "volgens",
    "desgewenst": "als u dat wilt",
    "derhalve": "daarom",
    "dient": "moet",
    "dienen": "moeten",
    "hieromtrent": "hierover",
    "indien": "als",
    "ingevolge": "volgens",
    "inzake": "over",
    "jegens": "tegen",
    "middels": "met",
    "mits": "als",
    "omtrent": "over",
    "reeds": "al",
    "tenzij": "behalve als",
    "teneinde": "om",
    "tevens": "ook",
    "thans": "nu",
    "voornoemde": "deze",
    "waarborgen": "zorgen voor",
    "zulks": "dit",
}

# Words of the trade and what people say instead.
VAKTAAL: dict[str, str] = {
    "arbeidsmarkt": "werk dat er is",
    "belanghebbende": "u",
    "beschikking": "brief met ons besluit",
    "casemanager": "contactpersoon",
    "cliënt": "u",
    "diagnostiek": "onderzoek",
    "doelgroep": "groep mensen",
    "indicatie": "besluit dat u hulp krijgt",
    "intake": "eerste gesprek",
    "interventie": "hulp",
    "klantbeeld": "wat wij over u weten",
    "klantmanager": "contactpersoon",
    "loonwaarde": "hoeveel werk u kunt doen",
    "participatie": "meedoen",
    "participeren": "meedoen",
    "perspectief": "wat u wilt bereiken",
    "re-integratie": "terug naar werk",
    "schuldhulpverlening": "hulp bij schulden",
    "traject": "hulp",
    "uitstroom": "werk vinden",
    "voorziening": "hulp of geld",
    "zelfredzaamheid": "wat u zelf kunt",
}


@dataclass(frozen=True)
class Leesgrens:
    """What a text for somebody may ask of the reader.

    `niveau` as people call it (A2), `zin_woorden` the most words per sentence on average, `flesch_douma` the lowest
    score, `lettergrepen` from how many syllables a word is long.
    """

    niveau: str
    zin_woorden: int
    flesch_douma: int
    lettergrepen: int = LANG_WOORD_LETTERGREPEN

    @property
    def lange_zin(self) -> int:
        """From more words than this a single sentence is long: a fifth above the average."""
        return round(self.zin_woorden * 1.2)


GEWONE_TAAL = Leesgrens("B1", 15, 60)


@dataclass(frozen=True)
class MoeilijkeZin:
    """A sentence with the reasons why it is hard, each with what to do."""

    zin: str
    redenen: tuple[str, ...]


def woorden(tekst: str) -> list[str]:
    """The words of a text, numbers left out."""
    return WOORD.findall(tekst)


def zinnen(tekst: str) -> list[str]:
    """The sentences; a line of its own (a heading, an item of a list) counts as one."""
    beschermd = tekst
    for afkorting in AFKORTINGEN:
        beschermd = re.sub(re.escape(afkorting), afkorting.replace(".", "\u2024"), beschermd, flags=re.IGNORECASE)
    gevonden = (LIJST.sub("", deel).strip().replace("\u2024", ".") for deel in ZINSEINDE.split(beschermd))
    return [zin for zin in gevonden if WOORD.search(zin)]


def lettergrepen(woord: str) -> int:
    """Syllables of a Dutch word, at least one: groups of vowels that sound together."""
    return max(1, len(LETTERGREEP.findall(woord.lower())))


def flesch_douma(tekst: str) -> float:
    """206.84 - 0.77 × syllables per hundred words - 0.93 × words per sentence; 60 and up reads well, more is easier.

    A text without words scores 100.
    """
    alle, stukken = woorden(tekst), zinnen(tekst)
    if not alle or not stukken:
        return 100.0
    per_honderd = 100 * sum(lettergrepen(woord) for woord in alle) / len(alle)
    return round(206.84 - 0.77 * per_honderd - 0.93 * len(alle) / len(stukken), 1)


def woorden_per_zin(tekst: str) -> float:
    """The mean length of a sentence in words; 0 for a text without words."""
    stukken = zinnen(tekst)
    return round(len(woorden(tekst)) / len(stukken), 1) if stukken else 0.0


def moeilijke_zinnen(tekst: str, grens: Leesgrens = GEWONE_TAAL) -> list[MoeilijkeZin]:
    """The sentences that are hard to read, in order, with the reasons; empty when there are none."""
    return [MoeilijkeZin(zin, redenen) for zin in zinnen(tekst) if (redenen := tuple(_redenen(zin, grens)))]


@dataclass(frozen=True)
class Leesoordeel:
    """A text against a limit: its score, why it does not fit, and the sentences to look at."""

    grens: Leesgrens
    score: float
    klachten: tuple[str, ...]
    zinnen: tuple[MoeilijkeZin, ...]

    @property
    def past(self) -> bool:
        """Readable at this level. A hard sentence is advice: only the text as a whole decides."""
        return not self.klachten


def beoordeel(tekst: str, grens: Leesgrens = GEWONE_TAAL) -> Leesoordeel:
    """Measure a text; one without words always fits."""
    score, gemiddeld = flesch_douma(tekst), woorden_per_zin(tekst)
    klachten = []
    if score < grens.flesch_douma:
        klachten.append(
            _("De leesscore is %(score)s. Voor niveau %(niveau)s is %(nodig)s of meer nodig.")
            % {"score": round(score), "niveau": grens.niveau, "nodig": grens.flesch_douma}
        )
    if gemiddeld > grens.zin_woorden:
        klachten.append(
            _("Een zin heeft gemiddeld %(aantal)s woorden. Bij niveau %(niveau)s zijn dat er hooguit %(nodig)s.")
            % {"aantal": round(gemiddeld), "niveau": grens.niveau, "nodig": grens.zin_woorden}
        )
    return Leesoordeel(grens, score, tuple(klachten), tuple(moeilijke_zinnen(tekst, grens)))


def _redenen(zin: str, grens: Leesgrens) -> list[str]:
    uit = []
    in_zin = woorden(zin)
    if len(in_zin) > grens.lange_zin:
        uit.append(_("De zin is lang: %(aantal)s woorden. Maak er twee van.") % {"aantal": len(in_zin)})
    if zin.count(",") >= KOMMAS:
        uit.append(_("De zin heeft veel komma's. Gebruik een opsomming."))
    if LIJDEND.search(zin):
        uit.append(_("Het is niet duidelijk wie iets doet. Zeg wie het doet."))
    for woord in dict.fromkeys(woord.lower() for woord in in_zin):
        if woord in STIJF:
            uit.append(_("Zeg niet “%(woord)s” maar “%(beter)s”.") % {"woord": woord, "beter": STIJF[woord]})
        elif woord in VAKTAAL:
            uit.append(
                _("“%(woord)s” is vaktaal. Zeg bijvoorbeeld “%(beter)s”.") % {"woord": woord, "beter": VAKTAAL[woord]}
            )
        elif lettergrepen(woord) >= grens.lettergrepen:
            uit.append(_("“%(woord)s” is een lang woord. Kies een korter woord of leg het uit.") % {"woord": woord})
    uit += [
        _("“%(kort)s” is een afkorting. Schrijf het voluit.") % {"kort": afkorting}
        for afkorting in AFKORTINGEN
        if afkorting in zin.lower()
    ]
    return uit
