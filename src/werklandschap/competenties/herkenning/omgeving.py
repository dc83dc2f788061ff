"""Where in a text something stands: under which heading, as a point of a list, how far on, told by whom.

Under "Wat ga je doen?" a word is more often a task, under "Wij vragen" more often a trait or a paper, and near the end
more often nothing. `oordeel.py` weighs these words with the kind of what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from werklandschap.competenties.herkenning.taal import plat
from werklandschap.competenties.herkenning.zinnen import VERTELLER, Zin, is_punt

LANGSTE_KOP, STUKKEN, KORT = 8, 3, 300
_EINDE_KOP = re.compile(r"[^\S\n]*\n\s*\S")
"""After a heading the line ends and something follows."""
_EISEN = re.compile(
    r"\b(?:vragen|verwachten|eisen|profiel|breng|brengt|heb|hebt|heeft|ben|bent|jou|wie|nodig|need|have|neem|"
    r"herken|herkent|zoeken|kun|kunt|moet|past|kwaliteiten|you)\b"
)
_TAKEN = re.compile(
    r"\b(?:doe|doen|doet|taken|takenpakket|werkzaamheden|werk|werkdag|functie|job|rol|dag|klus|slag|baan|bezig|houdt|ziet)\b"
)
_AANGESPROKEN = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|wij|we)\b")


def omgevingen(tekst: str, rij: Sequence[Zin]) -> list[list[str]]:
    """Per sentence the words that tell where it stands."""
    vlak = plat(tekst)
    verteller = "ik" if len(VERTELLER.findall(vlak)) > len(_AANGESPROKEN.findall(vlak)) else "jij"
    kop = "geen"
    uit = []
    for zin in rij:
        punt = is_punt(tekst, zin)
        stuk = vlak[zin.start : zin.eind].strip()
        if not punt and len(stuk.split()) <= LANGSTE_KOP and _EINDE_KOP.match(vlak, zin.eind) and stuk[-1:] != ".":
            kop = _soort_kop(stuk) or kop
        deel = "kort" if len(tekst) < KORT else STUKKEN * zin.start // len(tekst)
        hier = [f"kop:{kop}", f"stuk:{deel}", f"verteller:{verteller}"]
        uit.append([*hier, "punt"] if punt else hier)
    return uit


def _soort_kop(stuk: str) -> str | None:
    """What a heading announces: demands or tasks; None when neither."""
    return "eisen" if _EISEN.search(stuk) else "taken" if _TAKEN.search(stuk) else None


def met_soort(hier: Iterable[str], soort: str, *, gedrag: bool) -> list[str]:
    """The words for where something stands, told apart by what it is."""
    return [f"{woord}:{'gedrag' if gedrag else soort}" for woord in hier]


def ook_gelezen(gevonden: Sequence[tuple[int, int, str]]) -> list[list[str]]:
    """Per find (start, end, kind) as what else its words are read: "tillen met de lift" is a task, no heavy lifting."""
    uit = []
    for start, eind, soort in gevonden:
        anders = {
            f"ook:{ander}:{_maat(b - a, eind - start)}:{soort}"
            for a, b, ander in gevonden
            if ander != soort and a < eind and start < b
        }
        uit.append(sorted(anders))
    return uit


def _maat(lengte: int, dan: int) -> str:
    """How one length is beside another."""
    return "ruimer" if lengte > dan else "krapper" if lengte < dan else "gelijk"
