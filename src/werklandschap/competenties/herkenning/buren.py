"""What a clause has in common with its neighbours: one that goes on or points back shares the reason of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werklandschap.competenties.herkenning.ander import ONDERWERP, is_een_ander, vervoegd
from werklandschap.competenties.herkenning.redenen import Reden
from werklandschap.competenties.herkenning.taal import plat

_NODIG = re.compile(r"\b(nodig|hoef\w*|vereist\w*|verplicht\w*|gevraagd)\b")
_TERUG = re.compile(
    r"\W*(?:nee\b|maar (?:het )?(?:is |zijn )?(?:niet|geen) (?:\w+ )?(?:noodzakelijk|nodig|verplicht|vereiste?|must|"
    r"eis)\W*$|(?:maar|alleen|helaas) (?:dat|die|deze) (?:is|zijn|was|geldt|mag|telt)\b)"
)
_OVERGENOMEN = re.compile(
    r"\W*(dat|die|daar|dit) (doet|doen|regelt|gebeurt|zorgt|hoef\w*|hoort|kan|mag|lukt|gaat|hebben|heb|is) .*"
    r"(?:\bniet\b|\bnooit\b|\bde\b|\bonze\b|\been\b|\bhet werk\b|\bvoor\b)"
)
NIET_GEVRAAGD = re.compile(
    r"^(?:no need|niet nodig|not needed)\b|^(?:wat|dit|dat)\b.{0,20}\b(?:overslaan|kun je vergeten|"
    r"aan anderen|aan een ander|overlaten|laat je (?:over|liggen|staan))\b.{0,10}$"
    r"|^(?:niet|geen)\b.{0,30}\b(?:nodig|vereist|gevraagd|jouw|van jou|je werk|taken|takenpakket)\b|^(?:wat|dit|"
    r"deze)\b.{0,40}\b(?:niet|geen)\b(?!.*\b(?:vergeten|onbelangrijk|alleen)\b).{0,30}$"
)
_NIEUW_BEGIN = re.compile(r"\b(?:je|jij|jou|jouw|u|ik|mijn|we vragen|nodig|verplicht|gevraagd|vereist|dus|en jij)\b")
_AFGEROND = re.compile(r"^\W*(?:dat|die|daar|dit)\b|\bdoor \w|\b(?:gedaan|uitbesteed|geregeld|verzorgd)\b")
"""A clause that says all there is to say of the one before it: what follows is new."""
_TERUGWIJZEND = re.compile(
    r"^(?:\W*[,;–] ?|maar |want |alleen )(?:maar |want |en )?(?:(?:dat|die|daar|dit)\b(?! (?:je|jij|u)\b)|ik (?:heb|"
    r"wil|mag|kan|durf) (?:het|dat|die)\b|(?:is|zijn) (?:\w+ ){0,3}(?:verlopen|vervallen|ingetrokken|ingeleverd)\b)"
)
_BETALEN = re.compile(
    r"^\W*(?:dan )?(?:wij|we) (?:betalen|vergoeden|regelen|leiden|leren|scholen)\b|"
    r"^\W*dan (?:betalen|leiden|leren|regelen) (?:wij|we)\b"
)
_NIET_DEGENE = re.compile(r"\bniet (?:degene|iemand|de persoon)\b")
_ONTKENDE_KOP = re.compile(r"^(?!.*\bgeen\b)(?:\S+ ){0,5}\S+$")
"""A few words before a colon that say of what follows that it is not done, or only hoped for."""
_DAARVOOR = re.compile(r"^daar(?:voor)? (?:is|zijn|hebben|komt|staat)\b(?!.*\b(?:jou|jullie)\b).{0,30}$")


@dataclass(frozen=True, slots=True)
class Deel:
    """A clause: where it stands and why it asks nothing, if so; `zacht` when it is only an advantage."""

    start: int
    eind: int
    reden: Reden | None
    zacht: bool


def met_buren(tekst: str, delen: list[Deel]) -> list[Deel]:
    """The clauses of a sentence, each with the reason it shares with what stands before or after it."""
    return _trek_door(tekst, loopt_door(tekst, _bijzinnen(tekst, _na_dubbele_punt(tekst, delen))))


def _na_dubbele_punt(tekst: str, delen: list[Deel]) -> list[Deel]:
    """What comes after "Wat je niet hoeft: …" or "Daar is Ahmed voor: …" shares the fate of what stands before it."""
    uit = list(delen)
    for nummer in range(1, len(uit)):
        vorige = uit[nummer - 1]
        kop = plat(tekst[vorige.start : vorige.eind]).strip(" ,;:()-–")
        if tekst[uit[nummer].start] == ":" and _ONTKENDE_KOP.search(kop) and vorige.reden in (Reden.NIET, Reden.WENS):
            uit[nummer:] = [Deel(d.start, d.eind, d.reden or vorige.reden, d.zacht) for d in uit[nummer:]]
        if tekst[uit[nummer].start] != ":" or not (NIET_GEVRAAGD.search(kop) or _DAARVOOR.search(kop)):
            continue
        reden = Reden.ANDER if _DAARVOOR.search(kop) else Reden.NIET
        uit[nummer:] = [Deel(d.start, d.eind, d.reden or reden, d.zacht) for d in uit[nummer:]]
    return uit


def _bijzinnen(tekst: str, delen: list[Deel]) -> list[Deel]:
    """A clause "die …" about somebody who is not looked for: "je krijgt een planner die de routes maakt"."""
    uit = list(delen)
    for nummer in range(1, len(uit)):
        dit, vorige = uit[nummer], uit[nummer - 1]
        if (
            dit.reden is None
            and plat(tekst[dit.start : dit.eind]).startswith("die ")
            and (
                is_een_ander(plat(tekst[vorige.start : vorige.eind]))
                or _NIET_DEGENE.search(plat(tekst[vorige.start : vorige.eind]))
            )
        ):
            uit[nummer] = Deel(dit.start, dit.eind, Reden.ANDER, dit.zacht)
    return uit


def _somt_op(voor: str, stuk: str) -> bool:
    """Whether a piece without a verb goes on with what was denied at first: "Geen nachten, weekenden of avonden"."""
    ontkend = re.match(r"\W*(?:(?:en|dus|we zoeken|wij zoeken|wij vragen) )?(?:niet|geen|nooit|noch)\b", voor)
    klaar = re.search(r"\b(?:nodig|vereist|verplicht|gevraagd|probleem|hoeft?|erg|ramp)\b", voor)
    eigen = re.search(r"\b(?:wel|maar|liever|graag|alleen)\b", stuk) or any(map(vervoegd, re.findall(r"\w+", stuk)))
    return bool(ontkend) and not klaar and not eigen


def loopt_door(tekst: str, delen: list[Deel]) -> list[Deel]:
    """An enumeration goes on about the same people: "Onze verzorgenden wassen, kleden en begeleiden …"."""
    uit = list(delen)
    for nummer in range(1, len(uit)):
        vorige, dit = uit[nummer - 1], uit[nummer]
        stuk = plat(tekst[dit.start : dit.eind])
        if (
            tekst[dit.start] in ",;"
            and dit.reden is None
            and (
                vorige.reden in (Reden.ANDER, Reden.BEDRIJF, Reden.AANBOD)
                or (vorige.reden is Reden.NIET and _somt_op(plat(tekst[delen[0].start : vorige.eind]), stuk))
            )
            and not _NIEUW_BEGIN.search(stuk)
            and not (vorige.reden is Reden.ANDER and _AFGEROND.search(plat(tekst[vorige.start : vorige.eind])))
        ):
            uit[nummer] = Deel(dit.start, dit.eind, vorige.reden, dit.zacht)
    return uit


def _trek_door(tekst: str, delen: list[Deel]) -> list[Deel]:
    """A short enumeration before "… is niet nodig" shares its fate: "Rijbewijs, VCA en heftruck zijn niet nodig"."""
    uit = list(delen)
    for nummer in range(len(uit) - 1, 0, -1):
        vorige, dit = uit[nummer - 1], uit[nummer]
        stuk = tekst[vorige.start : vorige.eind].strip(" ,;:()-–")
        staart = plat(tekst[dit.start : dit.eind])
        los = re.match(r"\W*(niet|geen|nooit)\b", staart)
        kort = tekst[dit.start] == "," and len(stuk.split()) <= 3 and not (los or ONDERWERP.search(plat(stuk)))
        na_kop = tekst[dit.start] == ":" and dit.reden in (Reden.NIET, Reden.ANDER, Reden.WENS)
        na_kop = na_kop and len(stuk.split()) <= 4 and len(staart.split()) <= 8
        afgedaan = bool(
            re.match(
                r"\W*(?:idem|nee(?: \w+){0,3}|(?:liever |echt |maar )?niet|nooit|overbodig|onbelangrijk)\W*$", staart
            )
        )
        bijzin = staart.startswith("die ") and bool(_NODIG.search(staart))
        wijst_terug = dit.reden is not None and bool(_TERUGWIJZEND.match(staart)) and len(staart.split()) <= 12
        terug = dit.reden is not None and bool(_TERUG.match(staart) or _OVERGENOMEN.match(staart))
        tussen = tekst[dit.start] == "(" and dit.reden is Reden.NIET and len(staart.split()) <= 6
        if dit.reden is Reden.NIET and tekst[dit.start] == ")" and nummer >= 2:
            for eerder in (nummer - 1, nummer - 2):
                uit[eerder] = Deel(uit[eerder].start, uit[eerder].eind, dit.reden, uit[eerder].zacht)
        elif vorige.reden is None and (
            (dit.reden in (Reden.NIET, Reden.ANDER) and (kort or bijzin or terug or tussen or afgedaan))
            or (dit.reden in (Reden.NIET, Reden.ANDER, Reden.WENS, Reden.TE_LEREN) and wijst_terug)
            or na_kop
            or (dit.reden is Reden.TE_LEREN and bool(_BETALEN.match(staart)))
        ):
            uit[nummer - 1] = Deel(vorige.start, vorige.eind, dit.reden, vorige.zacht)
    return uit
