"""Why a clause of a vacancy or a story asks nothing of the reader: not needed, somebody else's work, offered, …"""

from __future__ import annotations

import re
from enum import StrEnum

from werklandschap.competenties.herkenning.ander import ONDERWERP, doet_een_ander


def patroon(*stukken: str) -> re.Pattern[str]:
    """One expression out of alternatives."""
    return re.compile("|".join(stukken))


class Reden(StrEnum):
    """Why a clause asks nothing."""

    NIET = "niet nodig of niet aanwezig"
    ANDER = "een ander doet dit"
    TE_LEREN = "wordt aangeboden"
    BEDRIJF = "gaat over het bedrijf"
    REAGEREN = "gaat over reageren"


ZACHT = patroon(
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

BEREIKBAAR = patroon(
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

_TOCH_WEL = patroon(
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
    r"\b(niks|niets|niet) (is )?(me|mij|jou|je|u)? ?te (gek|veel|zwaar|moeilijk|dol|min)\b",
    r"\b(doe|wil|vind|liefst|is) (ik |je )?(niks|niets) liever\b",
    r"\bniet (weg|omheen) (te denken|te slaan)\b",
    r"\bniet (meteen|direct) (een )?(opgeven|op)\b",
    r"\bniet mag\b",
)
_NIET = patroon(
    r"\b(niet|geen|nooit|noch)\b",
    r"\boverbodig\b",
    r"\b(verlopen|verlope)\b",
    r"\buitbesteed\b",
    r"\b(vervallen|ingeleverd)\b",
    r"\bhoef (je|jij|ik|u)\b",
    r"\bhoeft niet\b",
    r"\b(onnodig|nergens voor nodig)\b",
    r"\b(kwijt|ingetrokken|ongeldig)\b",
    r"\b(hekel aan|haat|gestopt met|stopte met|verboden|liever geen|liever niet|een gruwel)\b",
    r"\b(niks|niets) voor (mij|me|ons)\b",
    r"\bvreselijk\b",
    r"^behalve\b",
    r"\b(kan|heb|weet|doe) ik (niks|niets|weinig)\b",
    r"^nee\b( hoor| dank\w*)?$",
    r"^zonder\b.*\b(kun|kan|mag|ook|welkom)\b",
)
ANTWOORD_NIET = patroon(
    r"^(dat|die|dit|deze|hem|haar)? ?(regelen|betalen|vergoeden|leren|verzorgen|halen|haal|regel|krijg|"
    r"leer) (wij|we|je)\b",
    r"^(geen probleem|geen punt|geen zorgen|niet nodig|hoeft niet|maakt niet uit|niet erg|niks van aan)\b",
    r"^daar (zijn|zorgen|hebben|zorgt|heb) ",
    r"^dan (betalen|leren|regelen|leiden|helpen) (wij|we)\b",
    r"^(wij|we) (leiden|leren|betalen|regelen)\b",
    r"^(dat|die|dit) (kan|kun je|mag) (hier|bij ons|via ons|intern)\b",
    r"^(prima|geen nood|geen stress|maak je geen zorgen|dan halen we|dan helpen we|anders)\b",
    r"^(dat|die|dit|daar) (doet|doen|regelt|gebeurt|zorgt|hebben (wij|we)) (?!je\b|jij\b|ik\b)\w",
)
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
_ANDER_DOET = patroon(
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
_DOOR_ANDER = patroon(
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
_TE_LEREN = patroon(
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
    r"\b(mag|kun|kan|kunt) (je|jij|u) .*\b(cursus\w*|opleiding\w*|training\w*|workshop\w*)\b",
    r"\b(mag|kun|kan|kunt) (je|jij|u) .*\b(halen|behalen|bijleren)\b",
    r"\b(je|jij|u) (mag|kunt|kan) .*\b(cursus\w*|opleiding\w*|training\w*|workshop\w*)\b",
    r"\bzou (ik|je|jij)? ?(graag |nog |ooit |wel )*(willen )?leren$",
    r"\b(wil|zou) (ik|je|jij) (graag |nog |ooit |wel )+(willen )?leren$",
    r"\bdan halen (we|wij)\b",
    r"\bhalen we dat\b",
    r"\b(werken|leiden|leren) (wij |we )?(je|jou|u)\b.*\bin\b$",
    r"\bvragen (wij|we) (hem|die|het|deze|dat) voor je aan\b",
    r"\bgroei(en|t)? (door|verder|uit) (tot|naar)\b",
    r"\b(verder|door) ?groeien\b",
    r"\b(storing|project|team|ploeg|hoofd|chef)\w* (of \w+ )*worden\b",
    r"\b(leergang|nascholing|bijscholing|e-learning\w*|scholing|herhaling (van )?\w*(diploma|certificaat))\b",
)
_WIJ = re.compile(
    r"^(bij ons|wij|we|ons|onze|in onze|voor onze|ons bedrijf|als bedrijf|de (baas|chef|directeur)|samen zijn we)\b"
)
_WIJ_VRAGEN = re.compile(
    r"\b(zoeken|vragen|verwachten|zien|willen|vinden|zoekt|hechten|je|jij|jou|u|collega|beginnen|starten|"
    r"beginnen|werken (om|van|in|tot|op|volgens))\b"
)

_AANWIJZEND = patroon(
    r"^(dat|die|daar|dit|deze) (doet|doen|deed|regelt|regelen|verzorgt|verzorgen|gebeurt|gebeuren|zorgt|zorgen|"
    r"ligt|laten|laat|is het werk|is een taak|hebben (wij|we)) (?!je\b|jij\b|ik\b)\w",
    r"^daar (is|zijn) .*\bvoor$",
)
"""A new subject that takes over what was just said: "…, dat doet de verpleging"."""


def reden_van(ruw: str, vlak: str, *, zacht: bool, loopt_door: bool) -> Reden | None:
    """Why a clause asks nothing, or None; `loopt_door` when it goes on about the reader named before."""
    kaal = vlak.strip(" ,;:()-–.!?")
    if _NIET.search(kaal) and not _TOCH_WEL.search(kaal) and not zacht:
        return Reden.NIET
    if _TE_LEREN.search(kaal):
        return Reden.TE_LEREN
    if _DOOR_ANDER.search(kaal):
        return Reden.ANDER
    nieuw = _AANWIJZEND.search(kaal) is not None
    if (
        (nieuw or not loopt_door)
        and not ONDERWERP.search(kaal.removesuffix(" voor je"))
        and (nieuw or _ANDER_DOET.search(kaal) or doet_een_ander(ruw))
    ):
        return Reden.ANDER
    if BEREIKBAAR.search(kaal):
        return Reden.REAGEREN
    if _WIJ.search(kaal) and not _WIJ_VRAGEN.search(kaal):
        return Reden.BEDRIJF
    return None
