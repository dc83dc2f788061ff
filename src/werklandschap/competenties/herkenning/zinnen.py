"""Cuts a vacancy or a story of work into sentences and clauses, and says which of them ask something of the reader.

A vacancy also tells what is offered, who the company is and how to apply, and what somebody else does or what is
not needed. Such clauses are no requirement; each gets a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from werklandschap.competenties.herkenning.taal import plat


class Zone(StrEnum):
    """What a part of the text is about."""

    TITEL = "titel"
    INLEIDING = "inleiding"
    VRAAG = "vraag"
    AANBOD = "aanbod"
    BEDRIJF = "bedrijf"
    REAGEREN = "reageren"


class Reden(StrEnum):
    """Why a clause asks nothing."""

    NIET = "niet nodig of niet aanwezig"
    ANDER = "een ander doet dit"
    TE_LEREN = "wordt aangeboden"
    BEDRIJF = "gaat over het bedrijf"
    REAGEREN = "gaat over reageren"


@dataclass(frozen=True, slots=True)
class Deel:
    """A clause: where it stands and why it asks nothing, if so; `zacht` when it is only an advantage."""

    start: int
    eind: int
    reden: Reden | None
    zacht: bool


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence or bullet with its zone and clauses."""

    start: int
    eind: int
    zone: Zone
    delen: tuple[Deel, ...]


def _patroon(*stukken: str) -> re.Pattern[str]:
    return re.compile("|".join(stukken))


_AANBOD = _patroon(
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
)
_BEDRIJF = _patroon(
    r"^over (ons|het bedrijf|de organisatie)\b",
    r"^wie (zijn|we zijn|wij zijn)",
    r"^(het|ons|de) (bedrijf|organisatie)$",
    r"^about us",
    r"^bedrijfsprofiel",
    r"^waar (kom|ga) je (te )?werken",
    r"^waar (kom|ga) je terecht",
    r"^(onze|de) (organisatie|werkgever|opdrachtgever)$",
    r"^(wie|wat) (is|doet) (ons|het|de)\b.{0,25}$",
)
_REAGEREN = _patroon(
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
_VRAAG = _patroon(
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
_BEREIKBAAR = _patroon(
    r"\b(app|bel|mail|appen|bellen) (of|gerust|dan|naar|ons|met)\b",
    r"\bsolliciteer\b",
    r"\bstuur (ons|dan|(een|je|jouw|uw) (\w+ )?(mail\w*|app\w*|berichtje?|cv|brief|dm|motivatie\w*|"
    r"sollicitatie\w*))\b",
    r"\bupload\b",
    r"\bloop (gerust )?(even )?(binnen|langs)",
    r"\breageer (snel|nu|dan|voor|direct)\b",
    r"\bacquisitie n\.?a",
    r"\bacquisitie (wordt|naar)",
    r"^acquisitie\b",
    r"\bcv\b.*\b(sturen|mailen)\b",
    r"\bmail dan\b",
    r"\bkom (gerust )?langs\b",
    r"\bneem (dan )?contact op met\b",
    r"\b(binnen|in) \d+ (uur|dagen) (reactie|antwoord)",
)
_ZACHT = _patroon(
    r"\b(een|n) pre\b",
    r"\bpre\b[.,!)]?\s*$",
    r"mooi meegenomen",
    r"\bpluspunt",
    r"\been plus\b",
    r"bij voorkeur",
    r"\bgewenst\b",
    r"\bhandig als\b",
    r"\bfijn als\b",
    r"\bleuk als\b",
    r"\bis mooi\b",
    r"\bmag ook\b",
    r"\bhet liefst\b",
)
_TOCH_WEL = _patroon(
    r"\b(geen|zonder) (enkel |enkele |enige )?(moeite|probleem|problemen|bezwaar|hekel|hoogtevrees|angst|fouten|"
    r"baas|stress|9|negen|"
    r"centje|punt|schroom|dag is hetzelfde|uitdaging|stap|last|ramp|drempel|reden tot paniek|schrik)\b",
    r"\bniet (bang|vies|allergisch|in paniek|gauw|makkelijk|goed (gaat|gaan|voelt|is met)|lekker (in|voelt)|"
    r"te beroerd|ouder|erg|alleen|snel|zomaar|gek|afwachtend|op tegen|terug|omver|uit de weg|"
    r"te veel|op 'gevoel|op gevoel)\b",
    r"\b(bijna|haast|vrijwel|zelden of) nooit\b",
    r"\bnooit (te laat|ziek|een fout|fouten|kasverschil|een kasverschil|klachten)\b",
    r"\bhand niet (voor )?om\b",
    r"\bniet tegen (op|aan)\b",
    r"\bom wat te doen als",
    r"\bhoeft geen baas\b",
    r"\bwel of niet\b",
    r"\bniet pluis\b",
    r"\b(ziet|kijkt|deinst|schrikt|schrik|kijk|zie|deins) (er )?(je )?niet\b",
    r"\bniet (meteen|direct|gelijk)\b.*\b(in paniek|van slag)",
    r"\b(niet|geen) (ziek|te laat)\b",
    r"\ben wat niet\b",
    r"\bniet mag\b",
)
_NIET = _patroon(
    r"\b(niet|geen|nooit|noch)\b",
    r"\boverbodig\b",
    r"\b(verlopen|verlope)\b",
    r"\buitbesteed\b",
    r"\b(vervallen|ingeleverd)\b",
    r"\bhoef (je|jij|ik|u)\b",
    r"\bhoeft niet\b",
    r"\b(onnodig|nergens voor nodig)\b",
    r"\b(kwijt|ingetrokken|ongeldig)\b",
)
_ANTWOORD_NIET = _patroon(
    r"^(dat|die|dit|deze|hem|haar)? ?(regelen|betalen|vergoeden|leren|verzorgen|halen|haal|regel|krijg|"
    r"leer) (wij|we|je)\b",
    r"^(geen probleem|geen punt|geen zorgen|niet nodig|hoeft niet|maakt niet uit|niet erg|niks van aan)\b",
    r"^daar (zijn|zorgen|hebben|zorgt|heb) ",
    r"^dan (betalen|leren|regelen|leiden|helpen) (wij|we)\b",
    r"^(wij|we) (leiden|leren|betalen|regelen)\b",
)
_ONDERWERP = re.compile(r"\b(je|jij|jou|ik|u|jullie)\b")
_AAN_HET_WERK = (
    r"(doe[nt]|deed|deden|geeft|geven|gaf|regel(t|en)|verzorg(t|en)|maakt|maken|bakt|bakken|kookt|koken|rijdt|"
    r"rijden|plaatst|plaatsen|schrijft|schrijven|neemt|nemen|staan|staat|werken|werkt|brengt|brengen|repareert|"
    r"repareren|bezorgt|bezorgen|levert|leveren|plant|plannen|bedient|bedienen|controleert|controleren)"
)
_WIE = (
    r"(onze|ons|de|het|een|m'n|mijn|hun|andere|collega'?s?|derden|specialisten|vrijwilligers|onderaannemers|"
    r"[\w-]+(monteurs?|chauffeurs?|bedrijf|bedrijven|teams?|ploeg|dienst|afdeling|krachten|vaste krachten|"
    r"mensen|sters|aars|ers))"
)
_ANDER_DOET = _patroon(
    rf"^(?!(en|of|ook|soms|dan|daarna|vervolgens|verder|tussendoor|af en toe|daarnaast)\b)"
    rf"(?:[\w'/-]+ ){{1,6}}(?<!\ben )(?<!\bof ){_AAN_HET_WERK} {_WIE}\b",
    r"^[\w'/-]+ (?:[\w'/-]+ ){0,4}(doe[nt]|deed|deden) (?!wat\b|er\b|aan\b|met\b|voor\b|in\b|op\b|of\b|en\b|"
    r"alles\b|bij\b|om\b|van\b|als\b|naar\b|samen\b|mee\b|veel\b|ook\b|graag\b)\w+",
    r"^(de|het|een|onze|ons|andere|mijn|me) ([\w-]+ ){0,2}?[\w-]*(directie|chef|baas|bazen|hoofdkantoor|afdeling|"
    r"bedrijf|expeditie|monteurs?|chauffeurs?|planners?|dierenarts|arts|artsen|dokter|aannemers?|onderaannemers?|"
    r"leveranciers?|boekhouder|accountant|dienst|garage|ploeg|specialisten|juristen|docent|therapeut|coach|"
    r"technici|koks?|engineers|vakdocent|werkvoorbereiders?|uitvoerder|meester) (?!te\b|en\b|of\b|van\b|in\b|"
    r"op\b|aan\b)\w+",
    r"^\S.*\b(doe[nt]|deed|deden|regelt|regelen|verzorgt|verzorgen|bakt|kookt|maakt) (?!wat\b|er\b|aan\b|met\b|"
    r"voor\b|in\b|op\b|of\b|en\b|alles\b)"
    r"(al(le)?tijd )?(onze|ons|de|het|een|me|m'n|mijn|hun|andere|mn|collega|een)\b",
)
_DOOR_ANDER = _patroon(
    r"\b(wordt|worden|werd|werden|is|zijn)\b.*\bdoor (onze|ons|de|het|een|andere|collega|mijn|me|derden|"
    r"specialisten)\b",
    r"\buitbesteed\b",
    r"\bdaar (hebben|heb) (we|wij)\b",
    r"\bonze (eigen )?\w+ (leer|leert|leren|onderhoud\w*|doet|doen|regel\w*|verzorg\w*|maakt|maken|zorg\w*|"
    r"plan\w*|je)\b",
    r"\bwaar(bij|in|voor)? (de|onze) (baas|chef|directeur|collega)",
    r"\bvan onze eigen\b",
    r"\bonze eigen\b.*\b(die|waar)\b",
    r"\b(is|zijn|ligt|liggen) (het werk|de taak|een taak|taak) van\b",
    r"\w neemt (de|onze|een)\b",
    r"\bdaar (is|zijn|zorgt|zorgen) (de|onze|een|andere|wij|we)\b",
    r"\bwaar onze \w+",
    r"\b(gebeurt|gebeuren|gedaan|uitgevoerd|opgebouwd|opgesteld|aangelegd|verzorgd|geregeld)\b.* door\b",
    r"\b(laten|laat) (we|wij|ik)\b.*\b(doen|over|maken)\b",
    r"\b(besteden|besteedt) (we|wij)?\b.*\buit\b",
    r"\b(valt|vallen|ligt|liggen|zit|zitten) (onder|bij) (een|de|het|onze|andere|ons)\b",
    r"\b(gaat|gaan) naar (de|een|onze|het) \w*(wasserij|leverancier|bedrijf|atelier|keuken|werkplaats)\b",
    r"\bliet ik over aan\b",
)
_TE_LEREN = _patroon(
    r"\b(via|bij|door) ons\b.*\b(halen|leren|behalen|volgen|krijgen|haalt)\b",
    r"\b(halen|behalen|leren|volgen) (via|bij) ons\b",
    r"\b(betalen|vergoeden|regelen|verzorgen) (wij|we)\b",
    r"\b(wij|we) (betalen|vergoeden|regelen|leren|verzorgen|bieden|geven|leiden)\b",
    r"\b(leert|leren) (wij |we )?(je|jou|u)\b",
    r"\bleer je (bij|van|hier|alles|het vak)\b",
    r"\bkrijg je van ons\b",
    r"\b(gratis|interne) (cursus|opleiding|training|taalles)",
    r"\b(cursus|opleiding|training)\b.*\b(als je|mocht je|volgen|aanbieden|wilt|mogelijk)\b",
    r"\bmeedoen aan\b",
    r"\bals je dat (leuk|wil|wilt|tof|ziet)",
    r"\b(mogelijkheid|kans|kansen|gelegenheid|budget) om\b",
    r"\b(doorgroeien|doorgroei\w*)\b",
    r"\bje leert\b",
    r"\bop onze kosten\b",
    r"\bmee ?denkt\b",
    r"\bbieden (wij|we)\b",
    r"\b(loopbaan|budget|job)coach\b",
    r"\bintern(e)? (opleiding|opgeleid)\b",
    r"\bwerken (wij|we) je in\b",
    r"\bmocht je later\b",
    r"\b(leid|leiden|leidt) (wij |we )?(je|jou|u)\b.*\bop\b",
    r"\b(opgeleid|opleiden|opleiding|scholing|bijscholing|omscholing|doorleren) (tot|naar)\b",
    r"\b(haal|behaal|volg|leer) je\b.*\b(bij ons|via ons|hier|intern|op onze|in de eerste|tijdens)\b",
    r"\b(krijg|krijgt|volg|volgt|bied|bieden|biedt|betaal|betalen|betaalt|vergoed\w*|verzorgen|regelen|doe) "
    r".*\b(cursus\w*|opleiding\w*|training\w*|scholing|workshops?|bbl[\w-]*|\w*certificaat|\w*diploma|"
    r"\w*rijbewijs|\w*bewijs)\b",
    r"\b(cursus\w*|training\w*|workshops?|scholing|taalles\w*)\b.*\b(krijg|bieden|betalen|vergoeden|geven|"
    r"verzorgen|regelen|mogelijk|aangeboden|kosten)\b",
    r"^(een |interne |gratis )?(cursus|workshop|training|scholing|taalcursus)\b",
    r"\b(wil|wilt|zou|wou)\b.* leren (?!van\b|en\b|om\b|op\b|in\b|hoe\b|kennen\b)\w",
    r"\b(kan|kun|kunt) (je |jij |u )?.*\b(hier|bij ons|intern|later) .*\b(halen|behalen|leren|behaald)\b",
    r"\b(behaald|gehaald) (worden|kan worden)\b",
    r"\bleer je\b",
)
_WIJ = re.compile(
    r"^(bij ons|wij|we|ons|onze|in onze|voor onze|ons bedrijf|als bedrijf|de (baas|chef|directeur)|samen zijn we)\b"
)
_WIJ_VRAGEN = re.compile(
    r"\b(zoeken|vragen|verwachten|zien|willen|vinden|zoekt|hechten|je|jij|jou|u|collega|beginnen|starten|"
    r"beginnen|werken (om|van|in|tot|op|volgens))\b"
)
_NODIG = re.compile(r"\b(nodig|hoef\w*|vereist\w*|verplicht\w*|gevraagd)\b")
_OPSOMTEKEN = re.compile(r"^\s*(?:[-*•·–✔✓►▪>]+|\d+[.)])\s*")
_ZINSEINDE = re.compile(r"(?<=[.!?])\s+(?=[^\s])|(?<=[!?])(?=\w)")
_TERUG = re.compile(r"(maar|alleen|helaas) (dat|die|deze) (is|zijn|was|geldt|mag|telt)\b")
LANGSTE_ZIN = 1500
_DEELGRENS = re.compile(r"[,;:()]|\s[–-]\s|\b(?:maar|dus|want|terwijl|omdat|behalve|die)\b")


def zinnen(tekst: str) -> list[Zin]:
    """All sentences of a text, in order, each with its zone and clauses."""
    regels = _regels(tekst)
    zones = {_zone_van_kop(plat(tekst[a:b])) for a, b, _ in regels} - {None}
    koppen = bool(zones)
    zone = Zone.INLEIDING if Zone.VRAAG in zones else Zone.VRAAG
    uit: list[Zin] = []
    for nummer, (start, eind, punt) in enumerate(regels):
        if nummer == 0 and koppen and _is_titel(tekst[start:eind]):
            uit.append(_zin(tekst, start, eind, Zone.TITEL))
            continue
        for a, b in _zinnen_in(tekst, start, eind):
            if not punt:
                zone = _zone_van_kop(plat(tekst[a:b])) or zone
            uit.append(_zin(tekst, a, b, _zone_in_inleiding(tekst[a:b], zone)))
    return _met_antwoord(tekst, uit)


def _zone_in_inleiding(zin: str, zone: Zone) -> Zone:
    """A statement to or by the reader counts in full, also before the first heading."""
    spreekt_aan = zone is Zone.INLEIDING and _ONDERWERP.search(plat(zin)) and not zin.rstrip().endswith("?")
    return Zone.VRAAG if spreekt_aan else zone


def _met_antwoord(tekst: str, rij: list[Zin]) -> list[Zin]:
    """A question that the next sentence waves away asks nothing: "VCA halen? Dat regelen wij."."""
    uit = list(rij)
    for nummer, (vraag, antwoord) in enumerate(pairwise(rij)):
        vraagt = tekst[vraag.start : vraag.eind].rstrip().endswith("?") and vraag.zone is not Zone.TITEL
        if vraagt and _ANTWOORD_NIET.search(plat(tekst[antwoord.start : antwoord.eind])):
            delen = tuple(Deel(d.start, d.eind, d.reden or Reden.TE_LEREN, d.zacht) for d in vraag.delen)
            uit[nummer] = Zin(vraag.start, vraag.eind, vraag.zone, delen)
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
    for patroon, zone in ((_AANBOD, Zone.AANBOD), (_BEDRIJF, Zone.BEDRIJF), (_REAGEREN, Zone.REAGEREN)):
        if patroon.search(kort):
            return zone
    if (len(kort.split()) <= 9 and (zin.rstrip().endswith((":", "?")) or len(kort.split()) <= 3)) and _VRAAG.search(
        kort
    ):
        return Zone.VRAAG
    kop = kort.split(":")[0]
    if ":" in zin and len(kop.split()) <= 5 and _VRAAG.search(kop):
        return Zone.VRAAG
    return None


def _zin(tekst: str, start: int, eind: int, zone: Zone) -> Zin:
    ruw = tekst[start:eind]
    vlak = plat(ruw)
    zacht = bool(_ZACHT.search(vlak))
    if zone is Zone.VRAAG and _BEREIKBAAR.search(vlak) and not _ONDERWERP.search(vlak.split(" ")[0]):
        return Zin(start, eind, Zone.REAGEREN, (Deel(start, eind, Reden.REAGEREN, zacht),))
    grenzen = [0, *(treffer.start() for treffer in _DEELGRENS.finditer(vlak)), len(ruw)]
    delen: list[Deel] = []
    for a, b in pairwise(grenzen):
        if b > a:
            loopt_door = vlak[a] == "," and bool(_ONDERWERP.search(vlak[:a]))
            delen.append(Deel(start + a, start + b, _reden(ruw[a:b], vlak[a:b], zacht, loopt_door), zacht))
    return Zin(start, eind, zone, tuple(_trek_door(tekst, delen)))


def _reden(ruw: str, vlak: str, zacht: bool, loopt_door: bool) -> Reden | None:
    """Why a clause asks nothing, or None; `loopt_door` when it goes on about the reader named before."""
    kaal = vlak.strip(" ,;:()-–")
    if _NIET.search(kaal) and not _TOCH_WEL.search(kaal) and not zacht:
        return Reden.NIET
    if _TE_LEREN.search(kaal):
        return Reden.TE_LEREN
    if _DOOR_ANDER.search(kaal):
        return Reden.ANDER
    if not (loopt_door or _ONDERWERP.search(kaal)) and (
        _ANDER_DOET.search(kaal) or re.search(r"\S\s(?:doet|deed|regelt|verzorgt) [A-Z]", ruw)
    ):
        return Reden.ANDER
    if _BEREIKBAAR.search(kaal):
        return Reden.REAGEREN
    if _WIJ.search(kaal) and not _WIJ_VRAGEN.search(kaal):
        return Reden.BEDRIJF
    return None


def _trek_door(tekst: str, delen: list[Deel]) -> list[Deel]:
    """A short enumeration before "… is niet nodig" shares its fate: "Rijbewijs, VCA en heftruck zijn niet nodig"."""
    uit = list(delen)
    for nummer in range(len(uit) - 1, 0, -1):
        vorige, dit = uit[nummer - 1], uit[nummer]
        stuk = tekst[vorige.start : vorige.eind].strip(" ,;:()-–")
        staart = plat(tekst[dit.start : dit.eind])
        los = re.match(r"\W*(niet|geen|nooit)\b", staart)
        kort = tekst[dit.start] == "," and len(stuk.split()) <= 3 and not (los or _ONDERWERP.search(plat(stuk)))
        bijzin = staart.startswith("die ") and bool(_NODIG.search(staart))
        terug = dit.reden is Reden.NIET and bool(_TERUG.match(staart))
        if dit.reden is Reden.NIET and tekst[dit.start] == ")" and nummer >= 2:
            for eerder in (nummer - 1, nummer - 2):
                uit[eerder] = Deel(uit[eerder].start, uit[eerder].eind, dit.reden, uit[eerder].zacht)
        elif dit.reden in (Reden.NIET, Reden.ANDER) and vorige.reden is None and (kort or bijzin or terug):
            uit[nummer - 1] = Deel(vorige.start, vorige.eind, dit.reden, vorige.zacht)
    return uit
