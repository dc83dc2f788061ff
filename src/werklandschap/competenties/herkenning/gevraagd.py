"""The chance that a clause asks something of the reader, learnt from clauses with known answers.

The reasons of `redenen.py` know turns of phrase; here only the build of a clause counts: who does it, whether something
is denied, hoped for, learnt or offered, what kind of word follows what (`zinsbouw.py`), where it stands and what stands
around it. So it also says something of
wordings nobody wrote a rule for. `bench/leer_gevraagd.py` learns the weights and writes `data/gevraagdgewichten.json`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise

import simplemma

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.ander import hele_werkwoorden, iemand, is_naam, vervoegd
from werklandschap.competenties.herkenning.redenen import TOCH_WEL, Reden
from werklandschap.competenties.herkenning.taal import bekend, plat
from werklandschap.competenties.herkenning.zinnen import OOK, Zin, Zone, is_punt
from werklandschap.competenties.herkenning.zinsbouw import onderwerp, reeksen, soorten_in

GEWICHTEN = startgegevens.DATA / "gevraagdgewichten.json"
LANGSTE_LIJST, LANGSTE_KOP = 11, 8
KORTSTE_STUK, TOCH_GEVRAAGD, MEESTE = 3, 0.6, 0.6
"""A stretch under one heading of at least so many sentences, of which so large a share reads as asked."""
ZEKER_GEVRAAGD = 0.85
"""With this chance a clause is read, whatever the rules say of it."""
ZELF_GEEN = (None, "heel", "vooraan")
"""Who does it does not show in the clause itself: it goes on about whoever went before."""
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SOORTEN = {
    "niet": "niet geen nooit noch niemand niks niets nergens nauwelijks amper evenmin zelden nee",
    "zonder": "zonder behalve uitgezonderd buiten",
    "hoeft": "hoef hoeft hoeven overbodig onnodig onbelangrijk uitgesloten vrijgesteld bijzaak thuislaten",
    "lezer": "je jij jou jouw u uw jullie",
    "ik": "ik mijn mij m'n me",
    "wij": "we wij",
    "ons": "ons onze",
    "derde": "hij zij ze hun hem haar hen",
    "leren": "leren leer leert cursus cursussen opleiding opleidingen training trainingen scholing behalen halen haal "
    "volgen volg opgeleid opleiden leertraject bbl ingewerkt inwerken studie leergang bijscholing omscholing workshop",
    "geven": "krijg krijgt krijgen bieden biedt bied vergoeden vergoed vergoedt betalen betaalt betaal regelen regelt "
    "kosten gratis geven trakteren korting",
    "later": "later straks ooit termijn binnenkort volgend volgende toekomst daarna uiteindelijk doorgroeien misschien",
    "vroeger": "vroeger toen was waren eerder destijds voorheen verleden geleden had deed",
    "willen": "wil wilt willen zou zouden hoop hoopt droom graag wens wou liefst aspiraties ambitie",
    "kunnen": "kan kun kunt kunnen mag mogen mogelijk mogelijkheid",
    "moeten": "moet moeten nodig vereist verplicht vragen verwachten zoeken zoek zoekt eis must gevraagd beschikt hebt "
    "bent dient",
    "erbij": "hoort horen erbij gewend prima welkom pre handig",
    "samen": "samen allemaal",
    "als": "als mocht wie indien wanneer zodra",
    "worden": "wordt worden werd werden",
    "door": "door via",
    "terug": "dat die dit deze daar daarvoor hiervoor",
    "maar": "maar alleen helaas wel juist",
    "hier": "hier",
    "doet": "doet doen gebeurt gebeuren gedaan regelt verzorgt verzorgen neemt lost maakt laten laat overlaten "
    "overgelaten uitbesteed besteden",
    "ander": "ander andere anders elders apart aparte derden extern externe eigen vaste collega collega's",
    "liever": "liever hekel haat moeite moeilijk lastig slecht zwaar bang eng stress",
    "op": "verlopen kwijt gestopt afgebroken ingeleverd ingetrokken vergeten afgewezen meer",
    "klant": "klant klanten gasten bewoners bezoekers clienten kinderen leerlingen ouders familie mensen leden "
    "deelnemers patienten",
    "bedrijf": "bedrijf organisatie team winkel fabriek afdeling stichting gemeente school restaurant hotel sinds "
    "jaar locaties vestigingen medewerkers opdrachtgever",
}
_SOORT_VAN: dict[str, list[str]] = {}
for _soort, _woorden in _SOORTEN.items():
    for _een in _woorden.split():
        _SOORT_VAN.setdefault(_een, []).append(_soort)
_HULP = frozenset(
    [
        "is",
        "heeft",
        "wordt",
        "kan",
        "moet",
        "mag",
        "wil",
        "zal",
        "gaat",
        "staat",
        "zijn",
        "worden",
        "kunnen",
        "moeten",
        "hebben",
        "heb",
        "ben",
        "was",
        "had",
        "bent",
        "hebt",
        "zit",
        "komt",
        "komen",
        "gaan",
        "doe",
        "doen",
        "doet",
        "mogen",
        "waren",
        "werd",
        "kun",
        "kunt",
        "hoef",
        "hoeft",
        "hoeven",
        "ga",
        "kom",
        "zou",
        "zoeken",
        "vragen",
        "krijg",
        "krijgt",
        "ligt",
        "valt",
        "vallen",
    ]
)
_LEZERS = frozenset(["je", "jij", "u", "ik"])
_WIE = _LEZERS | frozenset(["we", "wij", "ze", "zij", "hij"])
_OVERSLAAN = frozenset(["en", "want", "maar", "terwijl", "dus", "ook", "verder", "soms", "daarnaast", "of"])
_EERSTE = {
    **dict.fromkeys(("je", "jij", "u"), "lezer"), "ik": "ik", **dict.fromkeys(("wij", "we"), "wij"),
    **dict.fromkeys(("de", "het", "een"), "lidwoord"), **dict.fromkeys(("onze", "ons", "mijn", "m'n"), "bezit"),
    **dict.fromkeys(("dat", "die", "dit", "daar"), "terug"),
}  # fmt: skip


@lru_cache(maxsize=50_000)
def _heel(woord: str) -> bool:
    """Whether a word is a whole verb, or one in the plural: "maken"."""
    return len(woord) > 3 and woord.endswith("en") and plat(simplemma.lemmatize(woord, lang="nl")) == woord


@lru_cache(maxsize=50_000)
def _kort(woord: str) -> bool:
    """Whether a word is a verb as after "ik", or a command: "maak"."""
    return (
        len(woord) > 2
        and woord not in _SOORT_VAN
        and not woord.endswith(("en", "te", "de"))
        and any(bekend(heel) and _heel(heel) for heel in hele_werkwoorden(woord))
    )


def _doet(woorden: list[str]) -> set[str]:
    """The short words for people that stand beside a verb: "je maakt", "maak ik"."""
    paren = [*pairwise(woorden), *((doet, wie) for wie, doet in pairwise(woorden))]
    return {
        wie for wie, doet in paren if wie in _WIE and (doet in _HULP or vervoegd(doet) or _kort(doet) or _heel(doet))
    }


def _gezegde(woorden: list[str]) -> bool:
    """Whether a clause has a verb of its own."""
    return any(woord in _HULP or vervoegd(woord) for woord in woorden) or bool(_doet(woorden))


def _bouw(ruw: list[str]) -> list[str]:
    """What the order of the words tells."""
    while ruw and plat(ruw[0]) in _OVERSLAAN:
        ruw = ruw[1:]
    vlak = [plat(woord) for woord in ruw]
    if not vlak:
        return ["leeg"]
    uit = []
    vast = [plek for plek, woord in enumerate(vlak) if woord in _HULP or vervoegd(woord)]
    doet = _doet(vlak)
    lezer = any(woord in _WIE for woord in vlak)
    if not _gezegde(vlak):
        uit.append("heel-werkwoord" if any(map(_heel, vlak)) else "geen-werkwoord")
    elif vast and not lezer:
        uit.append("gezegde-vooraan" if vast[0] == 0 else "ander-onderwerp")
    if _kort(vlak[0]) and not lezer:
        uit.append("gebiedend")
    eerste = _EERSTE.get(vlak[0]) or ("naam" if is_naam(ruw[0]) else None)
    if eerste:
        uit.append(f"eerst:{eerste}")
    if doet & _LEZERS:
        uit.append("lezer-doet")
    elif any(map(iemand, vlak)):
        uit.append("iemand")
    niet = [plek for plek, woord in enumerate(vlak) if "niet" in _SOORT_VAN.get(woord, ())]
    if niet:
        uit.append("niet-achteraan" if niet[-1] >= len(vlak) - 3 else "niet-vooraan" if niet[0] < 2 else "niet-midden")
        if "geen" in vlak:
            uit.append("geen")
    return uit


def kenmerken(tekst: str, rij: Sequence[Zin], nummer: int) -> list[list[str]]:
    """Per clause of a sentence the words that tell whether it asks something."""
    zin = rij[nummer]
    ruw = [_WOORD.findall(tekst[deel.start : deel.eind]) for deel in zin.delen]
    vlak = [[plat(woord) for woord in woorden] for woorden in ruw]
    soorten = [frozenset(s for woord in woorden for s in _SOORT_VAN.get(woord, ())) for woorden in vlak]
    bouw = [_bouw(woorden) for woorden in ruw]
    for plek, deel in enumerate(zin.delen):
        stuk = plat(tekst[deel.start : deel.eind])
        if TOCH_WEL.search(stuk) or (deel.reden is None and OOK.match(stuk)):
            soorten[plek] = soorten[plek] - {"niet", "liever"} | {"toch-wel"}
            bouw[plek] = [woord for woord in bouw[plek] if not woord.startswith(("niet-", "geen"))]
    gezegde = [_gezegde(woorden) for woorden in vlak]
    samen = [f"zone:{zin.zone}", *_rond(tekst, rij, nummer), *_kop(tekst, rij, nummer)]
    uit = []
    for plek, woorden in enumerate(vlak):
        elders = frozenset().union(*(s for ander, s in enumerate(soorten) if ander != plek)) - soorten[plek]
        eigen = [*samen, *soorten[plek], *(f"zin:{s}" for s in elders), *bouw[plek]]
        eigen.append(f"lengte:{min(4, len(woorden) // 4)}")
        eigen.append(
            "na-" + {",": "komma", ":": "dubbele-punt", "(": "haakje"}.get(tekst[zin.delen[plek].start], "woord")
            if plek
            else "begin"
        )
        if len(vlak) == 1:
            eigen.append("enig")
        if not gezegde[plek] and (gast := _gastheer(plek, gezegde)) is not None:
            eigen += [f"bij:{'voor' if gast < plek else 'na'}"]
            eigen += [f"bij:{s}" for s in (*soorten[gast], *bouw[gast])]
        uit.append(eigen)
    for deel, eigen, meer, kern in zip(zin.delen, uit, _wie_doet_wat(tekst, zin), soorten, strict=True):
        wie = next(woord for woord in meer if woord.startswith("doet:"))
        reden = f"reden:{deel.reden.name if deel.reden else 'geen'}"
        eigen += [*meer, *(f"{wie}+{soort}" for soort in sorted(kern)), reden, f"{reden}+{wie}", f"{reden}+{samen[0]}"]
    return uit


def _wie_doet_wat(tekst: str, zin: Zin) -> list[list[str]]:
    """Per clause its build, who is its subject, and who went before or comes after."""
    rijen = [soorten_in(tekst[deel.start : deel.eind]) for deel in zin.delen]
    wie = [onderwerp(rij) for rij in rijen]
    uit = []
    vorige: str | None = None
    for plek, rij in enumerate(rijen):
        eigen = [f"bouw:{reeks}" for reeks in reeksen(rij)]
        eigen.append(f"wie:{wie[plek]}")
        if plek and rij[:1] == ["die"]:
            eigen += [f"die-na:{rijen[plek - 1][-1:]}", f"die-bij:{wie[plek - 1]}"]
        if wie[plek] in ZELF_GEEN:
            eigen += [f"erft:{vorige}", f"doet:~{vorige}"]
        else:
            vorige = wie[plek]
            eigen.append(f"doet:{vorige}")
        if plek + 1 < len(rijen):
            eigen.append(f"daarna:{next((ander for ander in wie[plek + 1 :] if ander), None)}")
        uit.append(eigen)
    return uit


def _kop(tekst: str, rij: Sequence[Zin], nummer: int) -> list[str]:
    """What the line above a list says: "Wat doen anderen?"."""
    if not is_punt(tekst, rij[nummer]):
        return []
    boven = next((z for z in reversed(rij[max(0, nummer - LANGSTE_LIJST) : nummer]) if not is_punt(tekst, z)), None)
    if boven is None or len(tekst[boven.start : boven.eind].split()) > LANGSTE_KOP:
        return []
    return [f"kop:{soort}" for soort in sorted(set(soorten_in(tekst[boven.start : boven.eind])))]


def _gastheer(plek: int, gezegde: list[bool]) -> int | None:
    """The clause to which one without a verb belongs: the last one with a verb before it, else the first after it."""
    voor = [n for n in range(plek) if gezegde[n]]
    na = [n for n in range(plek + 1, len(gezegde)) if gezegde[n]]
    return voor[-1] if voor else na[0] if na else None


def _rond(tekst: str, rij: Sequence[Zin], nummer: int) -> list[str]:
    """What the sentence is among the others: a point of a list, a question and how it is answered, told by an "ik"."""
    zin = rij[nummer]
    uit = []
    if is_punt(tekst, zin):
        uit.append("punt")
    einde = tekst[zin.eind - 1 : zin.eind]
    if einde == "?":
        uit.append("vraag")
    if nummer + 1 < len(rij) and (einde == "?" or zin.eind - zin.start < 20):
        volgende = rij[nummer + 1]
        woorden = [plat(w) for w in _WOORD.findall(tekst[volgende.start : volgende.eind])]
        uit += sorted({f"volgt:{s}" for woord in woorden for s in _SOORT_VAN.get(woord, ())})
    return uit


@dataclass(frozen=True, slots=True)
class Deelgewichten:
    """What each word counts, and the start value."""

    begin: float
    woorden: dict[str, float]

    def kansen(self, tekst: str, rij: Sequence[Zin]) -> list[list[float]]:
        """Per sentence, per clause: the chance that it asks something."""
        return [[self.kans(woorden) for woorden in kenmerken(tekst, rij, nummer)] for nummer in range(len(rij))]

    def kans(self, woorden: Iterable[str]) -> float:
        """The chance that a clause with these words asks something."""
        return 1 / (1 + math.exp(-self.begin - sum(self.woorden.get(woord, 0.0) for woord in woorden)))


@dataclass(frozen=True, slots=True, order=True)
class Blik:
    """How a clause looks: the chance that it asks something, and why the rules say it does not."""

    kans: float
    reden: Reden | None = field(compare=False)


def herlees(tekst: str, rij: list[Zin], gewichten: Deelgewichten) -> tuple[list[Zin], list[list[Blik]]]:
    """The sentences and how their clauses look, once what stands under a heading that was misread is read again.

    "Dit kunt u bij ons doen" reads as a heading over what is offered; when most of what follows speaks of the reader's
    own work, it is no offer. What the rules turn away is read all the same when it surely asks something.
    """
    kansen = gewichten.kansen(tekst, rij)
    nieuw = list(rij)
    begin = 0
    while begin < len(rij):
        eind = begin + 1
        while eind < len(rij) and rij[eind].zone is rij[begin].zone:
            eind += 1
        vraagt = sum(max(eigen) >= TOCH_GEVRAAGD for eigen in kansen[begin:eind])
        if rij[begin].zone is Zone.AANBOD and eind - begin >= KORTSTE_STUK and vraagt >= MEESTE * (eind - begin):
            nieuw[begin:eind] = [replace(zin, zone=Zone.VRAAG) for zin in rij[begin:eind]]
        begin = eind
    if nieuw != rij:
        kansen = gewichten.kansen(tekst, nieuw)
    blikken = [
        [Blik(kans, deel.reden) for kans, deel in zip(eigen, zin.delen, strict=True)]
        for zin, eigen in zip(nieuw, kansen, strict=True)
    ]
    return [_zonder_reden(zin, eigen) for zin, eigen in zip(nieuw, blikken, strict=True)], blikken


def _zonder_reden(zin: Zin, blikken: Sequence[Blik]) -> Zin:
    """A sentence whose clauses go without a reason when they surely ask something all the same."""
    delen = (
        replace(deel, reden=None) if blik.kans > ZEKER_GEVRAAGD else deel
        for deel, blik in zip(zin.delen, blikken, strict=True)
    )
    return replace(zin, delen=tuple(delen))


@cache
def deelgewichten() -> Deelgewichten:
    """The learnt weights."""
    inhoud = json.loads(GEWICHTEN.read_text(encoding="utf-8"))
    return Deelgewichten(inhoud["begin"], inhoud["woorden"])
