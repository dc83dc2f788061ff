"""Text → suggestions. A professional confirms them; nothing is decided here."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from werklandschap.competenties.herkenning import gronden, regels, talen
from werklandschap.competenties.herkenning.buren import Deel
from werklandschap.competenties.herkenning.gevraagd import Blik, Deelgewichten, deelgewichten, herlees
from werklandschap.competenties.herkenning.gronden import Grond
from werklandschap.competenties.herkenning.omgeving import KORT, met_soort, omgevingen, ook_gelezen
from werklandschap.competenties.herkenning.oordeel import gewichten, van_deelzin, van_regel, van_treffer, van_verband
from werklandschap.competenties.herkenning.redenen import Reden
from werklandschap.competenties.herkenning.regelvondst import Regelvondst
from werklandschap.competenties.herkenning.taal import (
    NA_DEELTJE,
    STOPWOORDEN,
    VOORZETSELS,
    Woord,
    bekend,
    plat,
    woorden,
)
from werklandschap.competenties.herkenning.uitdrukkingen import lees_eroverheen
from werklandschap.competenties.herkenning.woordenboek import (
    Begrip,
    Patroon,
    Woordenboek,
    startberoepenboek,
    startwoordenboek,
)
from werklandschap.competenties.herkenning.zinnen import Zin, Zone, zinnen

SOORTEN = ("competentie", "certificaat", "rijbewijs", "taal", "omstandigheid", "uren")
IN_EERSTE_REGEL, MEESTE_BEROEPEN, BEGIN = 3, 3, 600
MINSTENS_GEVRAAGD = 0.4
"""A clause that asks something with less chance than this gives no suggestions, but for when and where one works."""
LAAGSTE = 0.4
"""Below this nearness of words there is no reading at all."""
_OOK_AANGEBODEN = frozenset(["thuiswerken"])
_WERKTIJDEN = frozenset(["vroeg", "avond", "nacht", "weekend", "ploegen", "onregelmatig"])
_WERKTIJD = re.compile(
    r"\b(?:wij|we) \w+en (?:om|vanaf|van|tot)\b"
    r"|\b(?:wij|we|lijnen|diensten)\b.*\b(?:draaien|werken|gaan|starten|beginnen|open|diensten)\b"
    r"|\b(?:draaien|"
    r"werken|starten|beginnen) (?:wij|we)\b"
)
_UREN_VOORAAN = re.compile(r"\d\d?(?: ?(?:-|–|tot) ?\d\d?)? ?uur\b")
LANGSTE_WOORD = 40
MEEST_TEKENS = 100_000


@dataclass(frozen=True, slots=True)
class Vondst:
    """A suggestion. `fragment` is the text exactly as written: tekst[start:eind].

    `zekerheid` 0–1 is the share of such suggestions that is right; `niveau` is 1–6
    (A1–C2) for a language, 1–3 for a condition, else None; `gronden` are the reasons.
    """

    soort: str
    term: str
    fragment: str
    id: str
    zekerheid: float
    start: int
    eind: int
    niveau: int | None
    gronden: tuple[Grond, ...] = ()

    @property
    def oordeel(self) -> str:
        """The certainty as a word in the language of the reader."""
        return gronden.oordeel(self.zekerheid)

    @property
    def uitleg(self) -> str:
        """The reasons as one line in the language of the reader."""
        return " ".join(map(str, self.gronden))


_Gewogen = tuple[Vondst, list[str]]
"""Something found, and the words that tell how sure it is."""


@dataclass(slots=True)
class _Plek:
    """A stem in a sentence: the words (indexes) that make it up and how sure the reading is."""

    woorden: tuple[int, ...]
    zekerheid: float


@dataclass(slots=True)
class _Treffer:
    """A phrase found: words used, certainty, phrase."""

    plekken: frozenset[int]
    zekerheid: float
    patroon: Patroon


def herken(tekst: str, *, taxonomie: Woordenboek | None = None, soort: str | None = None) -> list[Vondst]:
    """Suggestions in a text, in the order of the text, each id once; `soort` keeps one kind only.

    `taxonomie` is the index to use, default the starter set. Raises ValueError for a text over 100,000 characters or an
    unknown kind.
    """
    if len(tekst) > MEEST_TEKENS:
        raise ValueError(f"De tekst is te lang: hoogstens {MEEST_TEKENS} tekens.")
    if soort is not None and soort not in SOORTEN:
        raise ValueError(f"Onbekende soort {soort!r}; kies uit {', '.join(SOORTEN)}.")
    boek = taxonomie or startwoordenboek()
    weging = gewichten()
    beste: dict[tuple[str, str], Vondst] = {}
    for vondst, kenmerken in kandidaten(tekst, boek):
        kans = round(weging.kans(kenmerken), 2)
        eerder = beste.get((vondst.soort, vondst.id))
        if kans >= weging.drempels[vondst.soort]:
            beter = replace(vondst, zekerheid=kans) if eerder is None or kans > eerder.zekerheid else eerder
            niveau = beter.niveau or vondst.niveau or (eerder.niveau if eerder else None)
            beste[vondst.soort, vondst.id] = replace(beter, niveau=niveau)
    uit = [v for v in beste.values() if soort is None or v.soort == soort]
    return sorted(uit, key=lambda v: (v.start, v.eind, v.soort, v.id))


def kandidaten(tekst: str, boek: Woordenboek, *, gevraagd: Deelgewichten | None = None) -> list[_Gewogen]:
    """All that might be asked, with the words that tell how sure it is; from these the suggestions are chosen.

    Who learns weights gives other weights for the clauses (`gevraagd`).
    """
    leesbaar = lees_eroverheen(tekst)
    delen, blikken = herlees(tekst, zinnen(tekst), gevraagd or deelgewichten())
    gevonden = list(_gewogen(tekst, leesbaar, delen, blikken, boek))
    zekerste = max((v.zekerheid for v, _ in gevonden if v.soort == "uren"), default=0.0)
    gevonden = [(v, k) for v, k in gevonden if v.soort != "uren" or v.zekerheid >= min(zekerste, regels.VAST)]
    if not any(v.soort == "uren" for v, _ in gevonden):
        gevonden.extend(_voltijd(tekst, delen))
    codes = Counter(v.id for v, _ in gevonden)
    beroepen = _beroepen(leesbaar, delen)
    ernaast = ook_gelezen([(v.start, v.eind, v.soort) for v, _ in gevonden])
    return [
        (v, [*kenmerken, *van_verband(v.id, v.soort, codes, beroepen, kort=len(tekst) < KORT), *ook])
        for (v, kenmerken), ook in zip(gevonden, ernaast, strict=True)
        if v.zekerheid >= LAAGSTE
    ]


def _gewogen(
    tekst: str, leesbaar: str, delen: list[Zin], blikken: list[list[Blik]], boek: Woordenboek
) -> Iterator[_Gewogen]:
    """What stands in clauses that may ask something, with the words for its phrase, its clause and its place."""
    for zin, eigen, hier in zip(delen, blikken, omgevingen(tekst, delen), strict=True):
        for vondst, kenmerken in _in_zin(tekst, leesbaar, zin, boek):
            blik = min(b for deel, b in zip(zin.delen, eigen, strict=True) if _raakt(deel, vondst))
            altijd = vondst.soort == "uren" or vondst.id in _WERKTIJDEN | _OOK_AANGEBODEN
            if altijd or blik.kans >= MINSTENS_GEVRAAGD:
                plek = met_soort(hier, vondst.soort, gedrag="gedrag" in kenmerken)
                yield vondst, [*kenmerken, *van_deelzin(blik.kans, blik.reden), *plek]


def _beroepen(tekst: str, delen: list[Zin]) -> list[str]:
    """The occupations a text names most in its beginning, in its first line above all."""
    geteld: Counter[str] = Counter()
    for nummer, zin in enumerate(delen):
        if zin.start > BEGIN:
            break
        eigen = [deel for deel in zin.delen if deel.reden in (None, Reden.BEDRIJF)]
        for *_, begrip in treffers_in(tekst, eigen, startberoepenboek()):
            geteld[begrip.id] += IN_EERSTE_REGEL if nummer == 0 else 1
    return [beroep for beroep, _ in geteld.most_common(MEESTE_BEROEPEN)]


def _raakt(deel: Deel, vondst: Vondst) -> bool:
    return deel.start < vondst.eind and vondst.start < deel.eind


def _voltijd(tekst: str, delen: list[Zin]) -> Iterator[_Gewogen]:
    for zin in delen:
        if zin.zone not in (Zone.REAGEREN, Zone.BEDRIJF):
            yield from (_uit_regel(tekst, zin, r, zacht=False) for r in regels.vind_voltijd(tekst, zin.start, zin.eind))


def _in_zin(tekst: str, leesbaar: str, zin: Zin, boek: Woordenboek) -> Iterator[_Gewogen]:
    """Everything found in one sentence, as far as its zone asks something of the reader."""
    if zin.zone is Zone.REAGEREN or (zin.zone is Zone.BEDRIJF and not _UREN_VOORAAN.match(tekst, zin.start)):
        return
    for regel in regels.vind_uren(tekst, zin.start, zin.eind, kop=zin.zone is Zone.TITEL):
        if not _ontkend(zin, regel.start):
            yield _uit_regel(tekst, zin, regel, zacht=False)
    if zin.zone is Zone.BEDRIJF:
        return
    if zin.zone is Zone.AANBOD:
        yield from _werktijden(tekst, leesbaar, zin, list(zin.delen), boek, _OOK_AANGEBODEN)
        return
    over_bedrijf = [
        deel
        for deel in zin.delen
        if deel.reden is Reden.BEDRIJF and _WERKTIJD.search(plat(tekst[deel.start : deel.eind]))
    ]
    yield from _werktijden(tekst, leesbaar, zin, over_bedrijf, boek, _WERKTIJDEN)
    geteld = [deel for deel in zin.delen if deel.reden is None]
    zacht = any(deel.zacht for deel in geteld)
    in_woordenboek = [
        _uit_treffer(tekst, zin, treffer, reeks, boek, zacht=zacht)
        for treffer, reeks in _treffers(leesbaar, geteld, boek)
    ]
    if zin.zone is Zone.TITEL:
        yield from (kandidaat for kandidaat in in_woordenboek if kandidaat[0].soort == "omstandigheid")
        return
    yield from in_woordenboek
    papieren = [(v.start, v.eind) for v, _ in in_woordenboek if v.soort == "certificaat"]
    for regel in _regelvondsten(leesbaar, geteld):
        dubbel = regel.soort == "certificaat" and any(a < regel.eind and regel.start < b for a, b in papieren)
        if not dubbel:
            yield _uit_regel(tekst, zin, regel, zacht=zacht)


def _werktijden(
    tekst: str, leesbaar: str, zin: Zin, delen: list[Deel], boek: Woordenboek, codes: frozenset[str]
) -> Iterator[_Gewogen]:
    """The conditions that also hold when the company tells of itself: when people work, and where."""
    geteld = [deel for deel in delen if deel.reden not in (Reden.NIET, Reden.ANDER)]
    for treffer, reeks in _treffers(leesbaar, geteld, boek):
        if treffer.patroon.begrip.soort == "omstandigheid" and treffer.patroon.begrip.id in codes:
            yield _uit_treffer(tekst, zin, treffer, reeks, boek, zacht=False)
    for start, eind in _aaneen(geteld):
        yield from (
            _uit_regel(tekst, zin, r, zacht=False) for r in regels.vind_werktijden(tekst, start, eind) if r.id in codes
        )


def _ontkend(zin: Zin, plek: int) -> bool:
    return any(deel.start <= plek < deel.eind and deel.reden is Reden.NIET for deel in zin.delen)


def _regelvondsten(tekst: str, delen: list[Deel]) -> list[Regelvondst]:
    uit: list[Regelvondst] = []
    for start, eind in _aaneen(delen):
        for regel in (
            regels.vind_rijbewijzen,
            regels.vind_categorieen,
            talen.vind_talen,
            regels.vind_werktijden,
            regels.vind_diplomas,
            regels.vind_papieren,
            regels.vind_maten,
        ):
            uit.extend(regel(tekst, start, eind))
    return uit


def _aaneen(delen: Iterable[Deel]) -> list[tuple[int, int]]:
    """Clauses that touch, as stretches of text."""
    uit: list[tuple[int, int]] = []
    for deel in delen:
        if uit and uit[-1][1] == deel.start:
            uit[-1] = (uit[-1][0], deel.eind)
        else:
            uit.append((deel.start, deel.eind))
    return uit


def _treffers(tekst: str, delen: list[Deel], boek: Woordenboek) -> Iterator[tuple[_Treffer, list[Woord]]]:
    """The phrases in the clauses that count; where phrases share words the fullest one stays."""
    for start, eind in _aaneen(delen):
        reeks = woorden(tekst[start:eind], start)
        if not reeks:
            continue
        gebruikt: dict[str, set[int]] = defaultdict(set)
        kandidaten = [*_losse(reeks, boek), *_letterlijke(reeks, boek)]
        kandidaten.sort(key=_voorrang)
        for treffer in kandidaten:
            soort = treffer.patroon.begrip.soort
            if treffer.plekken & gebruikt[soort]:
                continue
            gebruikt[soort] |= treffer.plekken
            yield treffer, reeks


def _voorrang(treffer: _Treffer) -> tuple[int, int, float, int, int, str]:
    """More words first, then surer, tighter, our own set before ESCO, then by id."""
    span = max(treffer.plekken) - min(treffer.plekken)
    return (
        -len(treffer.patroon.stammen),
        -len(treffer.plekken),
        -treffer.zekerheid,
        span,
        0 if treffer.patroon.begrip.eigen else 1,
        treffer.patroon.begrip.id,
    )


def _letterlijke(reeks: list[Woord], boek: Woordenboek) -> Iterator[_Treffer]:
    stammen, zekerheden = [], []
    for woord in reeks:
        deel, zeker = _lees(woord, boek)
        stammen.append(deel)
        zekerheden.append(zeker)
    for begin, patroon in boek.letterlijke(stammen):
        eind = begin + len(patroon.stammen)
        zeker = min(zekerheden[begin:eind]) * (0.8 if len(patroon.stammen) == 1 else 0.88)
        yield _Treffer(frozenset(range(begin, eind)), zeker, patroon)
    for stam_, plekken in _samengesteld(reeks, boek):
        for _, patroon in boek.letterlijke([stam_]):
            yield _Treffer(frozenset(plekken), 0.75, patroon)


def _lees(woord: Woord, boek: Woordenboek) -> tuple[str, float]:
    """The stem a word stands for and how sure that is: 1, or 0.8 when it had to be mended."""
    if boek.kent(woord.stam) or woord.stam in STOPWOORDEN:
        return boek.groep(woord.stam), 1.0
    beter = boek.verbeter(woord.tekst, woord.stam) if _mag_verbeteren(woord) else boek.klinkt_als(woord.stam)
    if beter is not None:
        return boek.groep(beter), 0.8
    return woord.stam, 1.0


def _mag_verbeteren(woord: Woord) -> bool:
    """Only words of some length that the dictionary lacks."""
    return 4 <= len(woord.tekst) <= LANGSTE_WOORD and not woord.tekst[:1].isdigit() and not bekend(plat(woord.tekst))


def _samengesteld(reeks: list[Woord], boek: Woordenboek) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Stems made of several words: separable verbs ("zet … klaar") and compounds written apart ("hygiene regels")."""
    for nummer, woord in enumerate(reeks):
        for deeltje, hele in boek.scheidbaar.get(woord.stam, {}).items():
            for ander in range(max(0, nummer - 2), min(len(reeks), nummer + _bereik(deeltje))):
                dichtbij = _achteraan(reeks, ander) if ander > nummer else _te_ervoor(reeks, ander, nummer)
                if ander != nummer and reeks[ander].stam == deeltje and dichtbij:
                    yield hele, (nummer, ander)
                    break
        if nummer + 1 < len(reeks) and not {woord.stam, reeks[nummer + 1].stam} & STOPWOORDEN:
            aaneen = boek.groep(woorden(plat(woord.tekst + reeks[nummer + 1].tekst))[0].stam)
            if boek.kent(aaneen) and len(aaneen) > 6:
                yield aaneen, (nummer, nummer + 1)


def _bereik(deeltje: str) -> int:
    """How far after a verb its first part may stand: a preposition close by, others to the end of the clause."""
    return 6 if deeltje in VOORZETSELS else 12


def _achteraan(reeks: list[Woord], plek: int) -> bool:
    """Whether a word that can also be a preposition ends its clause: "laad de bus in, …", not "werkt in de winkel"."""
    if reeks[plek].stam not in VOORZETSELS or plek + 1 == len(reeks):
        return True
    volgende = reeks[plek + 1]
    return volgende.start - reeks[plek].eind > 1 or volgende.stam in NA_DEELTJE


def _te_ervoor(reeks: list[Woord], deeltje: int, werkwoord: int) -> bool:
    """Whether only "te" stands between the first part and the verb: "schoon te maken", "schoon maken"."""
    return all(reeks[n].stam == "te" for n in range(deeltje + 1, werkwoord))


def _plekken(reeks: list[Woord], boek: Woordenboek) -> dict[str, list[_Plek]]:
    """All stems in a row of words, with the words behind each."""
    uit: dict[str, list[_Plek]] = defaultdict(list)
    for nummer, woord in enumerate(reeks):
        deel, zeker = _lees(woord, boek)
        uit[deel].append(_Plek((nummer,), zeker))
        if not boek.kent(deel) and 8 <= len(deel) <= LANGSTE_WOORD and (delen := boek.splits(deel)):
            for stuk in delen:
                uit[stuk].append(_Plek((nummer,), 0.88))
    for stam_, plekken in _samengesteld(reeks, boek):
        uit[stam_].append(_Plek(plekken, 0.97))
    return uit


def _losse(reeks: list[Woord], boek: Woordenboek) -> Iterator[_Treffer]:
    """Phrases whose telling words all occur near each other."""
    plekken = _plekken(reeks, boek)
    for zeldzaam in list(plekken):
        for patroon in boek.los.get(zeldzaam, ()):
            if all(deel in plekken for deel in patroon.stammen):
                treffer = _dichtste(patroon, plekken, zeldzaam)
                if treffer is not None:
                    yield treffer


def _dichtste(patroon: Patroon, plekken: dict[str, list[_Plek]], anker: str) -> _Treffer | None:
    """The tightest way to find a phrase around its rarest word; None when the words stand too far apart."""
    beste: _Treffer | None = None
    for ankerplek in plekken[anker]:
        gekozen = [ankerplek]
        for deel in patroon.stammen:
            if deel != anker:
                gekozen.append(min(plekken[deel], key=lambda p: abs(p.woorden[0] - ankerplek.woorden[0])))
        alle = [n for plek in gekozen for n in plek.woorden]
        span = max(alle) - min(alle) + 1
        if span > 3 * len(patroon.stammen) + 4:
            continue
        los = span - len(set(alle))
        zeker = min(plek.zekerheid for plek in gekozen) * (0.95 - 0.02 * los)
        if beste is None or zeker > beste.zekerheid:
            beste = _Treffer(frozenset(alle), zeker, patroon)
    return beste


def treffers_in(tekst: str, delen: list[Deel], boek: Woordenboek) -> Iterator[tuple[int, int, float, Begrip]]:
    """(start, end, certainty, begrip) of the phrases in some clauses, for other readers (occupations)."""
    for treffer, reeks in _treffers(tekst, delen, boek):
        start, eind = reeks[min(treffer.plekken)].start, reeks[max(treffer.plekken)].eind
        yield start, eind, treffer.zekerheid, treffer.patroon.begrip


def _uit_treffer(
    tekst: str, zin: Zin, treffer: _Treffer, reeks: list[Woord], boek: Woordenboek, *, zacht: bool
) -> _Gewogen:
    begrip = treffer.patroon.begrip
    eerste, laatste = min(treffer.plekken), max(treffer.plekken)
    start, eind = reeks[eerste].start, reeks[laatste].eind
    niveau = (
        regels.omstandigheidsniveau(begrip.id, plat(tekst[zin.start : zin.eind]))
        if begrip.soort == "omstandigheid"
        else None
    )
    kenmerken = van_treffer(tekst, zin, reeks, treffer.plekken, treffer.patroon, treffer.zekerheid, boek)
    vondst = Vondst(
        soort=begrip.soort,
        term=begrip.term,
        fragment=tekst[start:eind],
        id=begrip.id,
        zekerheid=treffer.zekerheid,
        start=start,
        eind=eind,
        niveau=niveau,
        gronden=(_grond(treffer), *_voordeel(zacht=zacht)),
    )
    return vondst, [*kenmerken, *(["zacht"] if zacht else [])]


def _grond(treffer: _Treffer) -> Grond:
    """On which words a suggestion rests."""
    lijkt = treffer.zekerheid < 0.81 and len(treffer.patroon.stammen) > 1
    return Grond("lijkt" if lijkt else "als", treffer.patroon.tekst)


def _voordeel(*, zacht: bool) -> tuple[Grond, ...]:
    return (Grond("voordeel"),) if zacht else ()


def _uit_regel(tekst: str, zin: Zin, regel: Regelvondst, *, zacht: bool) -> _Gewogen:
    niveau = Grond("niveau", talen.CEFR[regel.niveau]) if regel.soort == "taal" and regel.niveau else None
    vondst = Vondst(
        soort=regel.soort,
        term=regel.term,
        fragment=tekst[regel.start : regel.eind],
        id=regel.id,
        zekerheid=regel.zekerheid,
        start=regel.start,
        eind=regel.eind,
        niveau=regel.niveau,
        gronden=(niveau or Grond("regel"), *_voordeel(zacht=zacht)),
    )
    return vondst, [*van_regel(regel, zin), *(["zacht"] if zacht else [])]
