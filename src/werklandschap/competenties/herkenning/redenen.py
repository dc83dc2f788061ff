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
    WENS = "is een wens voor later"
    AANBOD = "is een aanbod"
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
    r"\b(app|bel|mail) (of|gerust|dan|naar|ons|met|voor|even)\b|\b(appen|bellen) (of|gerust|dan|naar|ons)\b",
    r"^(stel|stuur) (je|jouw) (vra(ag|gen)|cv|brief)\b|\bsollicitatiegesprek",
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

_BEL_WIE = re.compile(
    r"(?:[Mm]ail|[Bb]el|[Aa]pp|[Ww]hats[Aa]pp|DM|[Ss]tuur|[Vv]raag) "
    r"(?:[A-Z][a-z]+\b|(?:me|ons|mij|even|gerust|naar|aan)\b|"
    r"(?:je|uw|jouw) (?:naam|gegevens|cv|brief)\b|\S+@)"
)
"""How to reach a person: "Mail Lisanne", "Bel me even"."""

TOCH_WEL = patroon(
    r"\b(geen|zonder) (enkel |enkele |enige )?(moeite|probleem|problemen|bezwaar|hekel|hoogtevrees|angst|fouten|"
    r"baas|stress|9|negen|"
    r"centje|punt|schroom|dag is hetzelfde|uitdaging|stap|last|ramp|drempel|reden tot paniek|schrik)\b",
    r"\bniet (bang|vies|allergisch|in paniek|gauw|makkelijk|goed (gaat|gaan|voelt|is met)|lekker (in|voelt)|"
    r"te beroerd|ouder|erg|alleen|snel|zomaar|gek|afwachtend|op tegen|terug|omver|uit de weg|"
    r"te veel|op 'gevoel|op gevoel)\b",
    r"\b(bijna|haast|vrijwel|zelden of) nooit\b(?! (gedraaid|gedaan|gebruikt|gewerkt|gereden|gemaakt)\b)",
    r"\bnooit (te laat|ziek|een fout|fouten|kasverschil|een kasverschil|klachten)\b",
    r"\bhand niet (voor )?om\b",
    r"\bniet tegen (op|aan)\b",
    r"\bom wat te doen als",
    r"\bhoeft geen baas\b",
    r"\bwel (of|en) niet\b",
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
    r"\b(niet|geen|nooit) (goed |meer )?(schade|kasverschil|klaag|klagen|geklaagd|vrees|boete|boetes|ongeluk\w*|"
    r"ruzie|verzuim\w*|"
    r"vergeten|vergeet)\b",
    r"\b(deert|deren|stoort|storen|schrikt|schrikken|hindert|hinderen|doet|doen) (je|jou|u|me|mij) niet\b",
    r"\bmaakt (je |jou |me |mij |u )?niet uit\b|\bweer of geen weer\b|\bzo niet\b|\bgeen prater\b|"
    r"\bvergeet (je )?(niet|nooit)\b",
    r"\bzonder .*\b(kun|kom|kan|mag) (je|u) (hier )?niet\b|\bgeen reden (om|voor)\b|\bhoogtevrees heb (je|ik) niet\b",
    r"\bregen niet$|\bniet vanzelf\b|\bniet van slag\b|\bdus geen \w*(eczeem|allergie|hoogtevrees|vrees)\b",
    r"^die niet (weg|gauw|snel|bang)\w*\b|^doet iemand niet\b",
    r"\b(als|wanneer|toen|zodra|indien|of (er|iets|iemand)) (\S+ ){0,6}?(niet|geen|nooit)\b",
    r"^zonder\b.*\b(niet|geen|nooit)\b|\bnooit een (punt|probleem|feest|bezwaar)\b|\b(niks|niets|nooit) (iemand )?"
    r"(vergeten|vergeet|stikken|in de steek)\b|\bvergeet (ik )?(niks|niets)\b|\bnooit iemand\b",
    r"\b(mensen|iemand|klanten|bewoners|clienten) die (\S+ ){0,4}?(niet|geen)\b",
    r"^(die|dat) (zelf |zich )?(niet|geen) (\S+ ){0,3}(kan|kunnen|houden|houdt|willen|wil)\b",
)
_NIET = patroon(
    r"\b(niet|geen|nooit|noch|niemand|geeneen|evenmin|uitgesloten)\b",
    r"\b(niks geworden|laat maar|laten vallen|kappen daarmee)\b",
    r"\b(jij|je|u|jullie) hoe(f|ft|ven)\b|\b(laat|laten) (je|we|ik)? ?(\w+ )*(thuis|achterwege)\b|\bthuislaten\b",
    r"\bis (\w+ )?(een (ramp|drama|gruwel|nachtmerrie)|zonde)\b|\bgenoeg van\b|\bbeu\b|^\w+ (dicht|gesloten)$",
    r"\boverbodig\b",
    r"\b(verlopen|verlope)\b",
    r"\buitbesteed\b",
    r"\b(vervallen|ingeleverd|inleveren|afgenomen|afgepakt)\b",
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
    r"\bzonder\b.*\b(kun|kan|mag|maak|ook|welkom)\b",
    r"\b(taboe|onbelangrijk|overbodige|afgeschaft|amper|nauwelijks|nergens|verleden tijd|ingenomen|"
    r"kwijtgeraakt|(studie|opleiding|cursus|school)\\b.*\\bafgebroken|laten verlopen|gezakt voor)\b",
    r"\b(blijf|blijft|blijven) (je|jij|u|we|ik)\b.*\b(af|weg|vandaan)\b",
    r"\b(sla|slaat|slaan) (\w+ ){0,3}over$",
    r"\b(hier|bij ons) (verkeerd|aan het verkeerde adres)\b|\b(ergens anders|elders) (zijn|terecht|zoeken)\b",
    r"\b(valt|vallen) buiten\b",
    r"\b(niks|niets) (voor|aan) (hem|haar|hun)\b|\b(niks|niets) (mee )?te maken\b",
    r"\b(is|wordt|worden|gaat|lukt|blijft|vind ik|vindt (hij|zij|ze)) (nog |erg |heel |te |best |wel )*(lastig|"
    r"moeilijk|moeizaam|slecht|"
    r"zwaar|eng)\b(?! vind)(?=.*\b(voor (mij|me|hem|haar)|na|sinds|door|geworden|dyslexie)\b|$)",
    r"\b(verdraag|verdraagt|trekt|trek) (ik |hij |zij |ze |mijn \w+ )?(slecht|niet)\b",
    r"\bword (ik|je) (\w+ )?(gek|ziek|naar|onwel|ongelukkig|doodongelukkig|beroerd|onrustig|misselijk|zenuwachtig|"
    r"bang)\b",
    r"\b(krijg|raak|raakt|krijgt) (ik|hij|zij|ze) (\w+ )?(stress|de draad kwijt|in paniek|overprikkeld|hoofdpijn|"
    r"overstuur|de zenuwen)\b",
    r"\b(ben|was) ik (\w+ )?(vergeten|verleerd)\b|\bdat is weg$",
    r"\b(zwakke punt|zwakste punt|zwak punt|niet mijn ding)\b",
    r"\b(is|zijn|vinden we|vind ik) (ook |echt |hier |gewoon )?(onzin|flauwekul)\b|\btelt niet meer\b",
    r"^(nee( dank \w+| hoor| nooit)?|idem)$|\b(afgeslagen|geweigerd|afgewezen|afgeraden)\b",
    r"\b(not (needed|required|necessary)|no \w+ (needed|required)|do(n'?t| not) need|is a no-go)\b",
    r"\b(is|zijn) (me|mij|hem|haar) te \w+$|\bziet? (ik|hij|zij|ze) (\w+ )?tegen\w* op\b|"
    r"\been ander verhaal\b(?=.*\bniet\b)",
    r"\b(snap|weet|begrijp|kan|kun) (ik|hij|zij|ze) (niks|niets|weinig)\b|\b(niks|niets) aan\b|\bons niets\b",
    r"\bpas (vanaf|als je|na je)\b|\bzijn we dicht\b|\b(weinig|geen) verstand\b|\bliever iets anders dan\b",
)
_WENS = patroon(
    r"\b(mijn|zijn|haar|hun|m'n|grote) (grote )?(droom|wens)\b|\bdroom(t)? (ik )?(er )?van\b",
    r"\bzou (ik|hij|zij|ze) (\w+ )?(mooi|leuk|fijn|gaaf|geweldig|prachtig|interessant) vinden\b",
    r"\bzou (ik|hij|zij|ze)\b.*\b(willen|doen|worden)$|\b(ik|hij|zij|ze) (wil|wou) (daarna|later|dan|straks|ooit)\b",
    r"\b(daarna|later|straks) wil (ik|hij|zij|ze)\b|\bdan moet (ik|hij|zij|ze) (wel )?eerst\b",
    r"\b(ik|hij|zij|ze) (wil|wou|hoop)\b.*\b(opleiding|cursus|studie)\b.*\b(doen|volgen|starten|beginnen)$",
    r"\booit\b(?=.*\b(wil|wilt|zou|worden|hoop|hopelijk)\b)|\b(wil|wilt|zou|hoop)\b.*\booit\b",
    r"\blater (wil|word|wordt) (ik|hij|zij|ze)\b|\b(wil|word) (ik |hij |zij |ze )?later\b",
    r"\bdat zou (\w+ ){0,2}(vet|gaaf|mooi|leuk|fijn|wat|iets|welkom|top|geweldig|super|prachtig) (\w+ )?zijn\b",
    r"\b(lijkt|lijken) (me|mij|hem|haar) (\w+ ){0,2}(leuk|mooi|fijn|wat|interessant|gaaf|tof|prachtig)\b",
    r"\b(moet|wil|ga|hoop|zou) (ik|hij|zij|ze)\b.*\b(halen|leren|bijleren|nemen|gaan volgen|opfrissen)$",
    r"\b(ik|hij|zij|ze) (moet|wil|wou|hoop|gaat|ga|zou)\b.*\b(halen|gaan doen|bijleren|worden)$",
    r"\b(ben|is) (ik |hij |zij |ze )?(nu |nog |mee )*bezig (met|om)\b|\b(ingeschreven|aangemeld) voor\b",
    r"\b(rijbewijs|diploma|certificaat)\b\W*(in opleiding|mee bezig|ben ik mee bezig|volgt|nog niet)",
    r"\bbegin ik (mee|aan|met)\b.*\b(als|zodra|straks|volgend\w*)\b",
    r"\b(ik|we) (zou|zouden) (graag |nog |ooit |wel )*(willen )?(gaan )?(leren|omscholen|beginnen)\b",
    r"^(\S+ ){0,3}worden$",
    r"\bhet liefst zou\b|\baltijd al (\w+ )?gewild\b|\b(volgend|komend) (jaar|schooljaar)\b|\bga ik (nog )?(nemen|"
    r"halen|doen|volgen)\b",
    r"\bmisschien kan ik\b|\bhoop (ik|hij|zij)\b",
)
"""What somebody hopes for and does not have or do yet."""

_KORT_JA = re.compile(
    r"\b(?:ja|jazeker|graag|prima|leuk|mooi|fijn|plus\w*|pre|handig|welkom|verplicht|nodig|noodzakelijk|vereist|moet|dan|"
    r"perfect|top|super|goed|zeker|natuurlijk|absoluut|past|jij|je|jou|u|ik|mijn|we|wij|meegenomen|ideaal|aanrader)\b"
)


def wuift_weg(vraag: str, antwoord: str) -> bool:
    """Whether a short question is answered by somebody else or by no: "Poetsen? Twee scholieren."."""
    kort = len(vraag.split()) <= 5 and len(antwoord.split()) <= 8 and not ONDERWERP.search(vraag)
    return bool(ANTWOORD_NIET.search(antwoord)) or (
        kort and not _KORT_JA.search(antwoord) and not antwoord.endswith("?")
    )


ANTWOORD_NIET = patroon(
    r"^dat gebeurt\b|^dat is een ander",
    r"^(onbelangrijk|ook goed|ook prima|nee\b|nope\b|neen\b|bedankt\b|daar is |overbodig|liever niet|thuis (ja|wel)|"
    r"dat laten (we|wij)|"
    r"dan moet je niet|dan zit je (hier )?(verkeerd|fout))",
    r"^(dat|die|hem|haar|het) (is|zijn) (hier |bij ons )?(niet|overbodig|onbelangrijk)\b",
    r"^(binnen|in) (een|twee|drie|\d+) (week|weken|maand\w*|dag\w*) (geregeld|gehaald|klaar)\b",
    r"^(dat|die|dit|deze|hem|haar)? ?(regelen|betalen|vergoeden|leren|verzorgen|halen|haal|regel|krijg|"
    r"leer) (wij|we|je)\b",
    r"^(geen probleem|geen punt|geen zorgen|niet nodig|hoeft niet|maakt niet uit|niet erg|niks van aan)\b",
    r"^daar (zijn|zorgen|hebben|zorgt|heb) ",
    r"^dan (betalen|leren|regelen|leiden|helpen) (wij|we)\b",
    r"^(wij|we) (leiden|leren|betalen|regelen)\b",
    r"\b(doen|hebben|kunnen) (we|wij) (hier |er )?(niks|niets) (mee|aan)\b",
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
_MENSEN = (
    r"(?!\w*(?:rooster|container|computer|scanner|printer|letter|cijfer|nummer|folder|sticker|border|filter|emmer|"
    r"kamer|poster|"
    r"dossier|koffer|liter|meter|papier|formulier|bestel)s\b)(?:[\w-]+(?:ers|aars|eurs|isten|anten|enten|aten|"
    r"kundigen|logen|ici|lui|mensen|leden|artsen|coaches|assistenten|"
    r"collega's|koks|medewerkers|bazen)|mannen|vrouwen|jongens|meiden|dames|heren|docenten|stagiairs|vrijwilligers)"
)
"""More than one person, by the end of the word."""
_ANDER_DOET = patroon(
    rf"^(?!(en|of|ook|soms|dan|daarna|vervolgens|verder|tussendoor|af en toe|daarnaast)\b)"
    rf"(?:[\w'/-]+ ){{1,6}}(?<!\ben )(?<!\bof ){_AAN_HET_WERK} {_WIE}\b",
    r"^[\w'/-]+ (?:[\w'/-]+ ){0,4}(doe[nt]|deed|deden) (?!hij\b|pijn\b|zij\b|ieder\w*\b|zelf\b|iedereen\b|altijd\b|"
    r"wat\b|"
    r"er\b|aan\b|met\b|voor\b|in\b|op\b|of\b|en\b|"
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
    r"\bdaar (hebben|heb) (we|wij)\b(?! (jou|je|jullie|u)\b)",
    r"\bonze (eigen )?\w+ (leer|leert|leren|onderhoud\w*|doet|doen|regel\w*|verzorg\w*|maakt|maken|zorg\w*|"
    r"plan\w*|je)\b",
    r"\bwaar(bij|in|voor)? (de|onze) (baas|chef|directeur|collega)",
    r"\bvan onze eigen\b",
    r"\bonze eigen\b.*\b(die|waar)\b",
    r"\b(is|zijn|ligt|liggen) (het werk|de taak|een taak|taak) van\b",
    r"^(?!.*\b(je|jij|u|ik)\b).*\w neemt (de|onze|een)\b",
    r"\bdaar (is|zijn|zorgt|zorgen) (de|onze|een|andere|wij|we)\b",
    r"\bwaar onze \w+",
    rf"^(?:de|onze|deze|alle|veel|al onze|sommige|andere|mijn) (?:[\w-]+ )?{_MENSEN} (?!te\b|en\b|of\b|van\b|in\b|"
    rf"op\b|voor\b|"
    r"bij\b|uit\b|met\b|aan\b|die\b|helpen\b|begeleiden\b|aansturen\b|ontvangen\b|inwerken\b|opleiden\b|bedienen\b)"
    r"(?!.*\b(?:je|jij|jou|jouw|u|ik)\b)\w+",
    r"\b(?:werken|koken|staan|rijden|helpen|zorgen|doen|maken|wonen|lopen) (?:\d+|twee|drie|vier|vijf|zes|zeven|"
    r"acht|tien|twaalf|"
    r"honderd\w*) \S+(?!.*\b(?:je|jij|uur|dagen|keer|weken)\b)",
    rf"^{_MENSEN}(?:,? (?:en )?{_MENSEN})* (?:komen|gaan|rijden|werken|doen|maken|staan|lopen|zorgen|volgen|hebben|"
    rf"krijgen|leren|"
    r"brengen|halen|kopen|spelen|wonen)\b(?!.*\b(?:je|jij|jou|jouw|u|ik)\b)",
    r"^(?:telefoontjes|bestellingen|aanvragen|klachten|orders|mails?|brieven|goederen|boodschappen|"
    r"pakketten) (?:komen|gaan|lopen|liggen)\b"
    r"(?!.*\b(?:je|jij|jou|u|ik)\b)",
    r"\b(?:mag|mogen|doet|doen) alleen (?:de|het|onze|een)\b|\bhet (?:domein|terrein|werk) van\b|"
    r"\b(?:is|zijn) (?:een )?(?:verhaal|zaak) apart\b|\bvoorbehouden aan\b"
    r"|\bhoort bij (?:onze|de|het) (?!baan|functie|werk)|"
    r"\bhoren bij (?:onze|de) (?!baan|functie|werk|taken)",
    r"^(?:dat|dit) gebeurt\b|^komt (?:de|onze|een|er een) \S+ (?:\S+ )?voor$|^(?:overdag|hier|bij ons|elke|"
    r"iedere)\b.*\bwordt er\b",
    r"^(?:dat|dit|die) (?!gaat (?:wel|goed|prima|nog|ook|me|mij|heel|best|lekker)\b)"
    r"(?:gaat|komt|loopt|regelt|doet|doen|regelen)\b(?!.*\b(?:doe|ga|jij|jou|jouw)\b)",
    r"\bdat is het (terrein|werk|domein|vak) van\b|\bis \S+ er$|\bkun je terecht bij\b",
    r"^(?!.*\b(je|jij|ik|u)\b).*\b(gaan|gaat) naar (de|een|onze|het) \S+$",
    r"^(robots?|een robot|een machine|het systeem|de computer|de software|(een |onze |de |vaste )*vrijwilligers?|"
    r"stichting \S+|"
    r"het ziekenhuis|de gemeente) (?!te\b|en\b|of\b|van\b|in\b|op\b|voor\b|begeleiden\b|aansturen\b|helpen\b|"
    r"wegwijs\b|bij\b|"
    r"ondersteunen\b|inwerken\b|bedienen\b|is\b|zijn\b|werven\b)(?!.*\b(je|jij|ik)\b)\w+",
    r"\b(zit|zitten|valt|vallen) (in|onder) (een|het|de) (\w*contract|garantie|\w*abonnement)\b|\blaten (we|"
    r"wij) door\b",
    r"\b(huren|kopen|besteden) (we|wij)\b(?!.*\b(je|jij)\b).*\b(in|uit)$|\b(ingehuurd|in handen van)\b|"
    r"\bvoor (zijn|haar|hun) rekening\b",
    r"\b(kant[- ]en[- ]klaar|voorgesneden|aangeleverd|thuisgebracht)\b",
    r"\b(komt|komen) van (?!jou\b|je\b)(\S+ ){0,3}\S+$",
    r"\b(loopt|lopen|gaat|gaan|gebeurt) (via (?!jou\b|je\b)|centraal|automatisch|volautomatisch)\b",
    r"\b(blijft|blijven) van (de|het|onze)\b",
    r"^(?!.*\b(je|jij|jouw|u|ik)\b).*\b(is|zijn) (aan|voor) (de|het|onze|een) \S+$",
    r"\bis een (andere?|aparte?|eigen) (team|vak|afdeling|bedrijf|loket|ploeg|functie)\b",
    r"^(?!.*\b(je|jij|ik)\b).*\b(wordt|worden|werd|werden)\b.*\bdoor (?!jou\b|je\b|u\b|mij\b)\w+",
    r"^(?:onze |de |veel |alle |mijn )?(?:[\w-]*(?:klanten|gasten|bewoners|bezoekers|clienten|leden|reizigers|"
    r"gebruikers|"
    r"deelnemers|patienten|leerlingen|kinderen|ouders|cursisten|families|boeren|huurders)|klant|familie) (?!(?:je|"
    r"jij|help|te|en|of|met|"
    r"zijn|is|worden|helpen|ontvang\w*|informer\w*|begeleid\w*|adviser\w*|bedien\w*|begroet\w*|aansprek\w*|"
    r"verwelkom\w*|help\w*|"
    r"verzorg\w*|ondersteun\w*|vervoer\w*|wegwijs|te woord|blij|die|dat|aanmelden|inchecken|activer\w*|motiver\w*|"
    r"was+en|"
    r"aankleden|instruer\w*|oplei\w*|observer\w*|verschon\w*|ophalen|bellen|naar|in|op|bij|aan|van|uit|tot|een|de|"
    r"het)\b)"
    r"(?!.*\b(?:je|jij|jou|jouw|u|ik)\b)\w+",
    r"\b(gebeurt|gebeuren|gedaan|uitgevoerd|opgebouwd|opgesteld|aangelegd|verzorgd|geregeld)\b.* door\b",
    r"\b(laten|laat) (we|wij|ik)\b.*\b(doen|over|maken)\b",
    r"\b(besteden|besteedt) (we|wij)?\b.*\buit\b",
    r"\b(blijft|blijven|ligt|liggen|berust|berusten|zit|zitten|hoort|horen|valt|vallen) (onder|bij) "
    r"(?!ons\b|jou\b|je\b|mij\b|u\b|(?:het|de|een|dit) (?:vak|werk|baan|functie|hotel|winkel|zaak)\b)\w",
    r"\b(gaat|gaan) naar (de|een|onze|het) \w*(wasserij|leverancier|bedrijf|atelier|keuken|werkplaats)\b",
    r"\bliet ik over aan\b",
)
_MOET = re.compile(
    r"\b(?:moet|moeten) (?:je|u|jij)\b|\b(?:je|u|jij) moet\b|\b(?:verplicht|vereist|een must|noodzakelijk)\b"
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
    r"\bje (leert|ontwikkelt je|wordt ingewerkt|wordt opgeleid)\b|\b(bij ons|later|na een jaar) (word|kun|"
    r"kan) je\b(?!.*\bniet\b)",
    r"\b(bhv|ehbo|vca|haccp)\b.*\bdoe je bij ons\b|\b\w+ leren is mogelijk\b|^als je .* in de (avond|nacht) .*toeslag",
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
    r"^(een |interne |gratis |betaalde )*([\w-]*cursus(sen)?|workshops?|scholing|[\w-]*training(en)?)\b",
    r"\b(wie (dat |het )?(wil|leuk vindt|zin heeft)|wil je verder)\b",
    r"\b(wij|we) (trainen|scholen|helpen|sturen|financieren) (je|jou|u)\b|\b(leiden|scholen) (wij|we)\b",
    r"\b(doorstromen|doorgroeien|uitgroeien|opklimmen)\b|\b(op termijn|na verloop van tijd|na je proeftijd)\b",
    r"\b(wij|we) maken van jou\b|\bzit(ten)? in (het|je) (\w*pakket|inwerkprogramma)\b",
    r"\b(kansen|budget|mogelijkheden) (voor|richting)\b|\b(eigen academie|talencursus|taalcursus)\b",
    r"\bhaal je (\w+ ){0,2}(je|jouw) (\w+|diploma|papieren)$|\bhalen we\b|\b(halen|regelen) (we|wij|"
    r"je) (dan )?(samen|snel)\b",
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
_AANBOD = patroon(
    r"\b(van de zaak|korting(en)?|personeelskorting|bonus|winstdeling|pensioen\w*|reiskosten\w*|toeslag\w*|"
    r"kerstpakket|borrel\w*|"
    r"bedrijfsuitje|vakantiegeld|leaseauto|lease-auto)\b",
    r"^(gratis|elke vrijdag|iedere vrijdag|elk jaar|ieder jaar|eens per jaar|op vrijdag|elke maand)\b(?!.*\b(je|jij|"
    r"ik)\b)",
)
"""What is given, said in a clause of its own."""
_OVER_ONS = re.compile(
    r"^(?!voor (?:ons|onze)\b)(?!.*\b(?:je|jij|jou|jouw|u|ik|nieuwe|ideale|praten|spreken|"
    r"drukste)\b).*\b(?:wij|bij ons|tot ons|van ons|onze)\b"
)
"""A clause about the company that says nothing to the reader."""
_HIER_JE = re.compile(
    r"^(?:hier|bij ons|in onze \w+) (?:koop|vind|zie|eet|drink|proef|huur|krijg|leer|sport|zit|"
    r"kun|kan) je\b"
)
"""A "je" who is a visitor: "Hier koop je verf"."""
_IN_ONS = re.compile(r"^(?!voor ons\b)(?:in|op|bij|aan|achter) ons \w+ \w+(?!.*\b(?:je|jij|jou|jouw|u|ik)\b)")
_SPECIALIST = re.compile(
    r"^(?!.*\b(?:je|jij|jou|jouw|ik)\b).*\b(?:(?:is|zijn) (?:een|de) (?:\w+ )?(?:school|bedrijf|winkel|organisatie|"
    r"stichting|"
    r"instelling|zorginstelling|restaurant|hotel|groothandel|specialist|kwekerij|fabriek|gemeente|\w*bedrijf|"
    r"\w*school|\w*winkel)\b|"
    r"(?:is|zijn) (?:\w+ )?(?:gespecialiseerd|specialist|marktleider|actief|"
    r"toonaangevend)|"
    r"sinds (?:19|20)\d\d|al (?:ruim |meer dan )?\S+ jaar (?:lang )?(?:een|de|in|actief))\b"
)
_WIJ_DOEN = re.compile(
    r"^(?!.*\b(?:je|jij|jou|jouw|u|ik)\b)(?:.*\b\w{2,}en (?<!praten )(?<!spreken )(?:wij|we)\b(?! (?:je|een|jou|"
    r"iemand|op zoek|op prijs))|"
    r"(?:het|ons|je) team(?: bestaat|$)|(?:je|jouw|de) collega's zijn|als (?:marktleider|specialist|bedrijf|"
    r"familiebedrijf))"
    r"|\b(?:je )?collega's zijn\b|^(?:je|jij) komt te werken (?:tussen|met|bij)\b|^onze \w+ mag je\b"
)
"""The company tells what it does: "Al dertig jaar bakken wij brood"."""
_WIJ = re.compile(
    r"^(?!onze (?:ideale|nieuwe|toekomstige|perfecte|aanstaande)\b)(bij ons|wij|we|ons|onze|in onze|voor onze|"
    r"ons bedrijf|als bedrijf|de (baas|chef|directeur)|samen zijn we)\b"
)
_WIJ_VRAGEN = re.compile(
    r"\b(hopen|iemand|zoeken|vragen|verwachten|zien|willen|vinden|zoekt|hechten|je|jij|jou|u|collega|beginnen|starten|"
    r"beginnen|waarderen|werken (om|van|in|tot|op|volgens))\b"
)

_ONDERWIJS = re.compile(
    r"^(?:nieuwe |de |jonge )?(?:mensen|collega's|leerlingen|kinderen|klanten|stagiairs?|deelnemers|clienten|"
    r"bewoners) "
    r"(?:leer|leert|help) (?:je|jij)\b|\bje leert (?:de |onze |jonge |nieuwe )*(?:klanten|kinderen|leerlingen|"
    r"clienten|bewoners|collega)"
)
"""Teaching somebody: "Nieuwe mensen leer je de kneepjes"."""

_SAMEN = re.compile(r"\bdat doen (?:we|wij) (?:allemaal|samen|met z'n allen|om de beurt|om beurten)\b")
"""What everybody does is also done by the reader."""

_AANWIJZEND = patroon(
    r"^(dat|die|daar|dit|deze) (doet|doen|deed|regelt|regelen|verzorgt|verzorgen|gebeurt|gebeuren|zorgt|zorgen|"
    r"ligt|laten|laat|is het werk|is een taak|hebben (wij|we)) (?!je\b|jij\b|ik\b)\w",
    r"^daar (is|zijn) .*\bvoor$",
)
"""A new subject that takes over what was just said: "…, dat doet de verpleging"."""


def reden_van(ruw: str, vlak: str, *, zacht: bool, loopt_door: bool) -> Reden | None:
    """Why a clause asks nothing, or None; `loopt_door` when it goes on about the reader named before."""
    kaal = vlak.strip(" ,;:()-–.!?")
    if _NIET.search(kaal) and not TOCH_WEL.search(kaal) and not zacht:
        return Reden.NIET
    if _TE_LEREN.search(kaal) and not _ONDERWIJS.search(kaal) and not _MOET.search(kaal):
        return Reden.TE_LEREN
    if _WENS.search(kaal) and not re.search(r"\b(weer|opnieuw)\b", kaal):
        return Reden.WENS
    if _AANBOD.search(kaal):
        return Reden.AANBOD
    if _DOOR_ANDER.search(kaal):
        return Reden.ANDER
    nieuw = _AANWIJZEND.search(kaal) is not None
    if _SAMEN.search(kaal):
        return None
    eigen = loopt_door and not (kaal.startswith(("de ", "het ", "onze ", "ons ")) and doet_een_ander(ruw))
    if (
        (nieuw or not eigen)
        and not ONDERWERP.search(kaal.removesuffix(" voor je"))
        and (nieuw or _ANDER_DOET.search(kaal) or doet_een_ander(ruw))
    ):
        return Reden.ANDER
    if BEREIKBAAR.search(kaal) or _BEL_WIE.match(ruw.strip(" ,;:()-–")):
        return Reden.REAGEREN
    if (
        _HIER_JE.search(kaal)
        or _IN_ONS.search(kaal)
        or _SPECIALIST.search(kaal)
        or (_OVER_ONS.search(kaal) and not _WIJ_VRAGEN.search(kaal))
    ):
        return Reden.BEDRIJF
    if (_WIJ.search(kaal) or _WIJ_DOEN.search(kaal)) and not _WIJ_VRAGEN.search(kaal):
        return Reden.BEDRIJF
    return None
