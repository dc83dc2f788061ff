"""Cuts a vacancy or a story of work into sentences and clauses, and says which of them ask something of the reader.

A vacancy also tells what is offered, who the company is and how to apply, and what somebody else does or what is
not needed. Such clauses are no requirement; each gets a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from werklandschap.competenties.herkenning.ander import ONDERWERP
from werklandschap.competenties.herkenning.buren import NIET_GEVRAAGD, Deel, loopt_door, met_buren
from werklandschap.competenties.herkenning.redenen import (
    BEREIKBAAR,
    TOCH_WEL,
    ZACHT,
    Reden,
    patroon,
    reden_van,
    wuift_weg,
)
from werklandschap.competenties.herkenning.taal import plat


class Zone(StrEnum):
    """What a part of the text is about."""

    TITEL = "titel"
    INLEIDING = "inleiding"
    VRAAG = "vraag"
    AANBOD = "aanbod"
    BEDRIJF = "bedrijf"
    REAGEREN = "reageren"

    @property
    def vraagt(self) -> bool:
        """Whether it asks something of the reader."""
        return self not in (Zone.AANBOD, Zone.BEDRIJF, Zone.REAGEREN)


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence or bullet with its zone and clauses."""

    start: int
    eind: int
    zone: Zone
    delen: tuple[Deel, ...]


_AANBOD = patroon(
    r"^(wat )?(wij|we) bieden\b",
    r"^(wat|dit) bieden (wij|we)",
    r"^wat (krijg|kun|kan|mag) (je|jij|u)\b",
    r"^dit krijg",
    r"^ons aanbod",
    r"^what'?s in it",
    r"^we offer",
    r"^arbeidsvoorwaarden",
    r"^(jouw|je|de|onze) voordelen",
    r"^(wat|dit) staat (er|hier) tegenover",
    r"^(daar|hier) staat tegenover",
    r"^onze (arbeids)?voorwaarden",
    r"^(wij|we) geven (je|jou)",
    r"^je krijgt\b",
    r"^(wat|dit) hebben (wij|we) (jou |je )?te bieden",
    r"^dit (kun|kan|mag) je (van ons )?verwachten",
    r"^aanbod\b",
    r"^in ruil",
    r"^(benefits|perks)\b",
    r"^wat levert",
    r"^extra'?s\b",
    r"^wat wij je (te )?bieden",
    r"^waarom (bij ons|wij|werken bij)",
    r"^wat (je|jij|u) (van ons )?(krijgt|kunt verwachten|mag verwachten)",
    r"^wat (wij|we) (je|jou|jij|u)?\b.{0,6}bieden",
    r"^(wij|we) (bieden|zorgen)\b",
    r"^(hiervoor|daarvoor|bij ons|als dank) krijgt? (je|jij|u)\b",
    r"^(onze belofte|verdiensten?|salaris|loon|beloning|je verdient|salarisindicatie|wij belonen|verder krijg)\b",
    r"^(ons|het) aanbod\b",
    r"^(jouw|je) (salaris|beloning|pakket|extraatjes)\b",
    r"^(dat|dit) (krijg|bieden|mag je verwachten)",
    r"^(een greep uit|waar kun je op rekenen|daar doe je het voor|hier kun je op rekenen|dit zit erin)",
    r"^reden(en)? om (bij ons|voor ons)",
    r"^(cao|voorwaarden bij ons)\b",
)
_BEDRIJF = patroon(
    r"^over (ons|het bedrijf|de organisatie)\b",
    r"^wie (zijn|we zijn|wij zijn)",
    r"^(het|ons|de) (bedrijf|organisatie)$",
    r"^about us",
    r"^bedrijfsprofiel",
    r"^waar (kom|ga) je (te )?werken",
    r"^waar (kom|ga) je terecht",
    r"^(onze|de) (organisatie|werkgever|opdrachtgever)$",
    r"^(wie|wat) (is|doet) (ons|het|de)\b.{0,25}$",
    r"^(wij|we) zijn$",
    r"^(ons verhaal|even voorstellen|leer ons kennen|dit zijn wij|de opdrachtgever|jouw (nieuwe )?werkgever)",
    r"^(onze klant|het team|jouw team|je team|de afdeling)$",
)
_REAGEREN = patroon(
    r"^(interesse|enthousiast|nieuwsgierig geworden|geinteresseerd)\b",
    r"^solliciteren\b",
    r"^solliciteer",
    r"^reageren\b",
    r"^(klinkt|spreekt) (dit|dat)",
    r"^heb je (nog )?vragen",
    r"^vragen\?",
    r"^sollicitatie",
    r"^contact$",
    r"^apply",
)
_VRAAG = patroon(
    r"\b(wat|hoe) (ga|doe|houdt|ziet|wordt|vragen|verwachten|zoeken)\b",
    r"\b(taken|werkzaamheden)\b.{0,12}$",
    r"^(dit|wat) (breng|ga|doe|vragen|zoeken|heb|ben|kun|neem) (je|jij|wij|we)?\b",
    r"^(jij|je) (hebt|bent|kunt)$",
    r"^over jou",
    r"\bprofiel\b",
    r"^(wij|we) (zoeken|vragen|verwachten)",
    r"eisen$",
    r"^need to have",
    r"^nice to have",
    r"^your job",
    r"^de (job|functie|baan|klus)\b",
    r"^wie (ben|zoeken)",
    r"^jouw (dag|werk|rol|functie|taken)",
    r"^(het werk|functie|functieomschrijving|werktijden|papieren|vereisten|wat je (doet|meebrengt|kunt))\b",
    r"^(dit|wat) (is|zijn) (jouw|je)",
    r"^(wat|dit) moet je",
    r"^jij\b.{0,12}$",
    r"^(wie|wat) ben jij",
    r"^(gevraagd|vereist|eis|must|musts|pluspunt\w*|kwaliteiten|vaardigheden|competenties|talenten|takenpakket|"
    r"taken|vereisten|voorwaarden|kenmerken|opleiding en ervaring|ervaring en opleiding|beschikbaarheid)$",
    r"^wat (heb|kun|kan|breng|moet|neem) (je|jij|u)\b",
    r"^wat (je|jij|u) (gaat|doet|hebt|kunt|meebrengt|meeneemt|bent|moet)\b",
    r"^wie (je|jij|u) bent",
    r"^(jij|je) bent iemand",
    r"^(aan de slag|aan het werk|jouw dag|zo ziet|hier ga je|dit doe je|herken (je|jij))\b",
)
_EIS = re.compile(
    r"\b(?:wij|we) (?:vragen|verwachten|eisen) (?!(?:je|jou) mee)|\b(?:is|zijn) (?:verplicht|vereist|een must|"
    r"een vereiste)\b"
)
_OPSOMTEKEN = re.compile(r"^\s*(?:[-*•·–✔✓►▪>]+|\d+[.)])\s*")
_ZINSEINDE = re.compile(r"(?<=[.!?])\s+(?=[^\s])|(?<=[!?])(?=\w)")
_KOP_NIET = re.compile(
    r"\b(?:niet|geen|nooit|hoeft?|not?)\b(?!.*\b(?:vergeten|onbelangrijk|alleen|ontbreken|missen)\b)"
)
_KOP_AANBOD = re.compile(
    r"^(?!.*\b(?:zoeken|vragen|verwachten|nodig|taken|werk|functie|doe|doen|doet|ga|gaat|past?|kom|belangrijk)\b)"
    r".*\b(?:van ons|bij ons|ons aanbod|"
    r"onze (?:bijdrage|belofte|extra's|"
    r"voorwaarden|kant)|krijgt?|leert|bieden|beloven|cadeau|terugkrijgt|voor jou|trakteren|geboden|in ruil|wij geven|"
    r"tegenprestatie|voor je in|zonnige zaken|geven we)\b"
)
"""A short heading over what is given."""
_LEZER = re.compile(r"\b(?:je|jij|jou|jouw|u|uw)\b")
VERTELLER = re.compile(r"\b(?:ik|mijn|mij|m'n|me)\b")
_DERDE = re.compile(r"^\W*(?:(?:zij|ze|hij)\b|(?:\w+ )?\w+(?:t|en) (?:zij|hij)\b)")
OOK = re.compile(r"^(?:\S+ ){1,3}(?:ook(?: niet)?|evenmin|idem|net zo)\b\W*(?:niet\W*)?$")
_PUNTEN = frozenset("-*•·–>+✅✓✔👉")
"""Signs before a point of a list."""
LANGSTE_ZIN = 1500
LANGSTE_KOP = 6
"""Words in a line of its own that counts as a heading also without a colon."""
_DEELGRENS = re.compile(
    r"[,;:()]|\s[–-]\s|\b(?:maar|dus(?! (?:niet|geen|ook)\b)|want|terwijl|omdat|zodat|behalve|die)\b"
)


def zinnen(tekst: str) -> list[Zin]:
    """All sentences of a text, in order, each with its zone and clauses."""
    regels = _regels(tekst)
    zones = {_zone_van_kop(plat(tekst[a:b])) for a, b, _ in regels} - {None}
    koppen = bool(zones)
    zone = Zone.INLEIDING if Zone.VRAAG in zones else Zone.VRAAG
    uit: list[Zin] = []
    niet_gevraagd = False
    in_alinea = False
    for nummer, (start, eind, punt) in enumerate(regels):
        if in_alinea and tekst.count("\n", regels[nummer - 1][1], start) > 1:
            zone, in_alinea = Zone.VRAAG, False
        if niet_gevraagd and not punt and nummer and tekst.count("\n", regels[nummer - 1][1], start) > 1:
            zone, niet_gevraagd = Zone.VRAAG, False
        if nummer == 0 and koppen and _is_titel(tekst[start:eind]):
            uit.append(_zin(tekst, start, eind, Zone.TITEL))
            continue
        for a, b in _zinnen_in(tekst, start, eind):
            if not punt:
                alleen = (a, b) == (start, eind) and nummer + 1 < len(regels) and tekst[b - 1] not in ".,;"
                vlak = plat(tekst[a:b]) + (":" if alleen and len(tekst[a:b].split()) <= LANGSTE_KOP else "")
                kop = _zone_van_kop(vlak)
                if kop is not None and not alleen:
                    if a > start and not vlak.rstrip().endswith((":", "?")) and len(vlak.split()) > LANGSTE_KOP:
                        uit.append(_zin(tekst, a, b, kop))
                        continue
                    in_alinea = kop is not Zone.VRAAG and a > start
                niet_gevraagd = niet_gevraagd if kop is None else _is_niet_gevraagd(vlak)
                zone = kop or zone
            uit.append(_zin(tekst, a, b, _eigen_zone(tekst[a:b], zone)))
    return _met_ook(tekst, _met_antwoord(tekst, _met_anderen(tekst, uit)))


def is_punt(tekst: str, zin: Zin) -> bool:
    """Whether a sentence is a point of a list."""
    return tekst[max(0, zin.start - 3) : zin.start].strip()[-1:] in _PUNTEN


def _met_anderen(tekst: str, rij: list[Zin]) -> list[Zin]:
    """In a text to a reader, "zij", "ze" and "hij" are other people: "Zij leggen beslag en ontruimen woningen"."""
    vlak = plat(tekst)
    if len(_LEZER.findall(vlak)) < max(2, 2 * len(VERTELLER.findall(vlak))):
        return rij
    uit = []
    for zin in rij:
        delen = [
            Deel(d.start, d.eind, d.reden or Reden.ANDER, d.zacht)
            if _DERDE.search(vlak[d.start : d.eind]) and not ONDERWERP.search(vlak[d.start : d.eind])
            else d
            for d in zin.delen
        ]
        uit.append(
            Zin(zin.start, zin.eind, zin.zone, tuple(loopt_door(tekst, delen) if delen != list(zin.delen) else delen))
        )
    return uit


def _eigen_zone(zin: str, zone: Zone) -> Zone:
    """Statements to or by the reader count in full before the first heading; demands among what is offered do too."""
    kop, teken, rest = plat(zin).partition(":")
    if zone is Zone.VRAAG and teken and rest.strip() and len(kop.split()) <= 7:
        if _is_niet_gevraagd(f"{kop}:"):
            return Zone.BEDRIJF
        if _KOP_AANBOD.search(kop) or (_AANBOD.search(kop) and len(kop.split()) <= 3):
            return Zone.AANBOD
    if zone is Zone.AANBOD and _EIS.search(plat(zin)):
        return Zone.VRAAG
    spreekt_aan = zone is Zone.INLEIDING and ONDERWERP.search(plat(zin)) and not zin.rstrip().endswith("?")
    return Zone.VRAAG if spreekt_aan else zone


def _met_antwoord(tekst: str, rij: list[Zin]) -> list[Zin]:
    """A question that the next sentence waves away asks nothing: "VCA halen? Dat regelen wij."."""
    uit = list(rij)
    for nummer, (vraag, antwoord) in enumerate(pairwise(rij)):
        vraagt = tekst[vraag.start : vraag.eind].rstrip().endswith("?") and vraag.zone is not Zone.TITEL
        if vraagt and wuift_weg(plat(tekst[vraag.start : vraag.eind]), plat(tekst[antwoord.start : antwoord.eind])):
            delen = tuple(Deel(d.start, d.eind, d.reden or Reden.TE_LEREN, d.zacht) for d in vraag.delen)
            uit[nummer] = Zin(vraag.start, vraag.eind, vraag.zone, delen)
    return uit


def _met_ook(tekst: str, rij: list[Zin]) -> list[Zin]:
    """A few words with "ook" share what was just said: "Spuiten doet een ander. Lakken ook."."""
    uit = list(rij)
    for nummer in range(1, len(uit)):
        vorige, zin = uit[nummer - 1], uit[nummer]
        if not OOK.match(plat(tekst[zin.start : zin.delen[0].eind])):
            continue
        eerder = plat(tekst[vorige.start : vorige.eind])
        reden = vorige.delen[-1].reden or vorige.delen[0].reden
        if reden is not None or TOCH_WEL.search(eerder):
            uit[nummer] = replace(zin, delen=tuple(replace(deel, reden=reden) for deel in zin.delen))
    return uit


def _regels(tekst: str) -> list[tuple[int, int, bool]]:
    """(start, end, is a bullet) of every line that holds something; the bullet itself is left out."""
    uit = []
    plek = 0
    for regel in tekst.splitlines(keepends=True):
        teken = _OPSOMTEKEN.match(regel)
        voor = teken.end() if teken else len(regel) - len(regel.lstrip())
        inhoud = regel[voor:].rstrip()
        if inhoud:
            uit.append((plek + voor, plek + voor + len(inhoud), teken is not None))
        plek += len(regel)
    return uit


def _zinnen_in(tekst: str, start: int, eind: int) -> list[tuple[int, int]]:
    uit = []
    van = start
    for grens in _ZINSEINDE.finditer(tekst, start, eind):
        if re.search(
            r"\b(m\.i\.v|o\.a|bijv|n\.a\.v|a\.u\.b|ca|nr|min|max|incl|excl|ed|z\.s\.m|i\.v\.m|evt|t\.e\.m|\d)\.$",
            tekst[van : grens.start()],
        ):
            continue
        uit.append((van, grens.start()))
        van = grens.end()
    uit.append((van, eind))
    return [stuk for a, b in uit for stuk in _hak(tekst, a, b)]


def _hak(tekst: str, start: int, eind: int) -> list[tuple[int, int]]:
    """A stretch of text without an end of sentence, cut at spaces into pieces of at most `LANGSTE_ZIN`."""
    uit = []
    while eind - start > LANGSTE_ZIN:
        spatie = tekst.rfind(" ", start, start + LANGSTE_ZIN)
        grens = spatie if spatie > start else start + LANGSTE_ZIN
        uit.append((start, grens))
        start = grens
    return [*uit, (start, eind)] if eind > start else uit


def _is_titel(regel: str) -> bool:
    return len(regel.split()) <= 14 and not regel.rstrip().endswith((".", "?"))


def _zone_van_kop(zin: str) -> Zone | None:
    """The zone a heading (or a sentence that acts as one) opens; None when it opens none."""
    kort = zin.strip().rstrip(":?!. ")
    for uitdrukking, zone in ((_AANBOD, Zone.AANBOD), (_BEDRIJF, Zone.BEDRIJF), (_REAGEREN, Zone.REAGEREN)):
        if uitdrukking.search(kort):
            return zone
    if zin.rstrip().endswith(":") and len(kort.split()) <= 7 and _KOP_AANBOD.search(kort):
        return Zone.AANBOD
    if _is_niet_gevraagd(zin):
        return Zone.BEDRIJF
    if (len(kort.split()) <= 9 and (zin.rstrip().endswith((":", "?")) or len(kort.split()) <= 3)) and _VRAAG.search(
        kort
    ):
        return Zone.VRAAG
    kop = kort.split(":")[0]
    if ":" in zin and len(kop.split()) <= 5 and _VRAAG.search(kop):
        return Zone.VRAAG
    return None


def _is_niet_gevraagd(zin: str) -> bool:
    """Whether a heading says that what follows is not asked: "Wat heb je niet nodig?"."""
    kop = zin.strip().rstrip(":?!. ")
    kort = zin.rstrip().endswith(":") and len(kop.split()) <= 4 and _KOP_NIET.search(kop) and not TOCH_WEL.search(kop)
    return bool(kort or NIET_GEVRAAGD.search(kop)) and zin.rstrip().endswith((":", "?"))


def _zin(tekst: str, start: int, eind: int, zone: Zone) -> Zin:
    ruw = tekst[start:eind]
    vlak = plat(ruw)
    zacht = bool(ZACHT.search(vlak))
    if zone is Zone.VRAAG and BEREIKBAAR.search(vlak) and not ONDERWERP.search(vlak.split(" ")[0]):
        return Zin(start, eind, Zone.REAGEREN, (Deel(start, eind, Reden.REAGEREN, zacht),))
    grenzen = _grenzen(vlak)
    delen: list[Deel] = []
    for a, b in pairwise(grenzen):
        if b > a:
            delen.append(Deel(start + a, start + b, _reden(ruw, vlak, a, b, zacht=zacht), zacht))
    return Zin(start, eind, zone, tuple(met_buren(tekst, delen)))


def _reden(ruw: str, vlak: str, van: int, tot: int, *, zacht: bool) -> Reden | None:
    """Why the clause `van` up to `tot` of a sentence asks nothing; one after a comma goes on about the same subject."""
    loopt_door = vlak[van] == "," and bool(ONDERWERP.search(vlak[:van]))
    return reden_van(ruw[van:tot], vlak[van:tot], zacht=zacht, loopt_door=loopt_door)


def _grenzen(vlak: str) -> list[int]:
    """Where clauses begin, and the end; a clause holds more than signs: ", maar" opens one, not two."""
    uit = [0]
    for treffer in _DEELGRENS.finditer(vlak):
        if vlak[uit[-1] : treffer.start()].strip(" ,;:()-–"):
            uit.append(treffer.start())
    return [*uit, len(vlak)]
