"""Rules for languages and their level: "redelijk Engels", "Nederlands B1", "NL vloeiend"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werklandschap.competenties.herkenning.regelvondst import Regelvondst
from werklandschap.competenties.herkenning.taal import plat

CEFR = ("geen", "A1", "A2", "B1", "B2", "C1", "C2")
TALEN = {
    "nederlands": ("nld", "Nederlands"),
    "nederlandse taal": ("nld", "Nederlands"),
    "dutch": ("nld", "Nederlands"),
    "nederlandstalig": ("nld", "Nederlands"),
    "nt2": ("nld", "Nederlands"),
    "nederlandse": ("nld", "Nederlands"),
    "engelse": ("eng", "Engels"),
    "duitse": ("deu", "Duits"),
    "franse": ("fra", "Frans"),
    "engels": ("eng", "Engels"),
    "engelse taal": ("eng", "Engels"),
    "english": ("eng", "Engels"),
    "duits": ("deu", "Duits"),
    "duitse taal": ("deu", "Duits"),
    "frans": ("fra", "Frans"),
    "franse taal": ("fra", "Frans"),
    "spaans": ("spa", "Spaans"),
    "italiaans": ("ita", "Italiaans"),
    "portugees": ("por", "Portugees"),
    "pools": ("pol", "Pools"),
    "roemeens": ("ron", "Roemeens"),
    "bulgaars": ("bul", "Bulgaars"),
    "russisch": ("rus", "Russisch"),
    "oekraiens": ("ukr", "Oekraïens"),
    "turks": ("tur", "Turks"),
    "koerdisch": ("kur", "Koerdisch"),
    "arabisch": ("ara", "Arabisch"),
    "berbers": ("ber", "Berbers"),
    "tamazight": ("ber", "Berbers"),
    "tigrinya": ("tir", "Tigrinya"),
    "amhaars": ("amh", "Amhaars"),
    "somalisch": ("som", "Somalisch"),
    "farsi": ("fas", "Farsi"),
    "perzisch": ("fas", "Farsi"),
    "dari": ("prs", "Dari"),
    "pasjtoe": ("pus", "Pasjtoe"),
    "urdu": ("urd", "Urdu"),
    "hindi": ("hin", "Hindi"),
    "chinees": ("zho", "Chinees"),
    "mandarijn": ("zho", "Chinees"),
    "vietnamees": ("vie", "Vietnamees"),
    "thai": ("tha", "Thais"),
    "indonesisch": ("ind", "Indonesisch"),
    "papiaments": ("pap", "Papiaments"),
    "papiamento": ("pap", "Papiaments"),
    "afrikaans": ("afr", "Afrikaans"),
    "sranan": ("srn", "Sranantongo"),
    "sranantongo": ("srn", "Sranantongo"),
    "fries": ("fry", "Fries"),
    "hongaars": ("hun", "Hongaars"),
    "grieks": ("ell", "Grieks"),
    "servisch": ("srp", "Servisch"),
    "kroatisch": ("hrv", "Kroatisch"),
    "bosnisch": ("bos", "Bosnisch"),
    "albanees": ("sqi", "Albanees"),
    "armeens": ("hye", "Armeens"),
    "gebarentaal": ("dse", "Nederlandse Gebarentaal"),
    "swahili": ("swa", "Swahili"),
    "frysk": ("fry", "Fries"),
}
"""Names of languages as written (without accents): ISO 639-3 code and label."""
_ALLEEN_MET_TAAL = frozenset({"nederlandse", "engelse", "duitse", "franse"})
_TAAL = re.compile(
    r"\b(?:"
    + "|".join(sorted((re.escape(t) for t in TALEN if t not in _ALLEEN_MET_TAAL), key=len, reverse=True))
    + r")\b|\b(?:"
    + "|".join(sorted(_ALLEEN_MET_TAAL))
    + r")(?= (?:en|of|&|als|en/of) (?:\w+ ){1,2}taal\b)"
)
_TAALCODES = {
    "nl": TALEN["nederlands"], "en": TALEN["engels"], "de": TALEN["duits"], "fr": TALEN["frans"],
    "tr": TALEN["turks"], "pl": TALEN["pools"], "es": TALEN["spaans"], "ar": TALEN["arabisch"],
    "it": TALEN["italiaans"], "pt": TALEN["portugees"], "ro": TALEN["roemeens"], "uk": TALEN["oekraiens"],
}  # fmt: skip
_TAALRIJ = re.compile(
    r"(?<![\w-])(?:NL|EN|DE|PL|RO|FR|TR|AR|UK|ES)(?:(?:, | of | en | ?/ ?| ?& ?)(?:NL|EN|DE|PL|RO|FR|TR|AR|UK|ES)\b)+"
    r"(?: (?:spreken|vloeiend|goed|is\b))?"
    r"|(?<![\w-])(?:NL|EN) (?:vloeiend|goed|spreken|uitstekend|redelijk|basis)\b"
    r"|(?<![\w-])NL(?=, (?:Engels|Duits|Pools))"
)
_ERF = re.compile(r"\b([abc][12])\b")
_REFERENTIE = re.compile(r"\b([1-4])f\b")
"""Dutch levels for language: 1F, 2F and 3F are near A2, B1 and B2."""
_NIVEAU_ERACHTER = re.compile(r"\s*[:(]?\s*(?:niveau )?[abc][12]\b")
_ANDERE_UITLEG = re.compile(r"\s*:\s*(?!(?:niveau )?[abc][12]\b|goed|redelijk|moedertaal|vloeiend|basis)\S")
"""A colon after a language that opens something else than its level."""
_TAALNIVEAUS = (
    (re.compile(r"\b(moedertaal|native|thuis (praten|spreken)|opgegroeid)\b"), 6),
    (
        re.compile(
            r"\b(foutloos|foutloze|uitstekend\w*|vloeiend|perfect|zeer goed|woord en geschrift|uitmuntend\w*|"
            r"fluent)\b"
        ),
        5,
    ),
    (
        re.compile(
            r"\b(een beetje|beetje|basis\w*|simpel|eenvoudig\w*|aardig woordje|woordje|mondje|een paar woorden|"
            r"basic)\b"
        ),
        2,
    ),
    (
        re.compile(
            r"\b(redelijk\w*|voldoende|genoeg|uit de voeten|(kunnen |te )?redden|verstaanbaar|gesprekje|begrijpt|"
            r"verstaat)\b"
        ),
        3,
    ),
    (re.compile(r"\b(goed\w*|prima|machtig|beheers\w*|beheersing|sterk)\b"), 4),
)


def vind_talen(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Languages between `start` and `eind` (a sentence) with the level its words give away (1–6 for A1–C2)."""
    vlak = plat(tekst[start:eind])
    treffers = [t for t in _TAAL.finditer(vlak) if not _ANDERE_UITLEG.match(vlak, t.end()) or t.start() < 2]
    if not treffers:
        yield from _taal_zonder_naam(vlak, start)
    yield from _afgekorte_talen(tekst, start, eind)
    for nummer, treffer in enumerate(treffers):
        code, label = TALEN[treffer.group()]
        van = treffers[nummer - 1].end() if nummer else 0
        tot = treffers[nummer + 1].start() if nummer + 1 < len(treffers) else len(vlak)
        erachter = _NIVEAU_ERACHTER.match(vlak, treffer.end())
        eigen = erachter.group() if erachter else vlak[van:tot]
        niveau = taalniveau(eigen if _ERF.search(eigen) else vlak if _ERF.search(vlak) else eigen) or taalniveau(vlak)
        yield Regelvondst("taal", code, label, start + treffer.start(), start + treffer.end(), 0.92, niveau)


def _taal_zonder_naam(vlak: str, start: int) -> Iterator[Regelvondst]:
    """A level of Dutch that is not named ("A2 heb ik al gehaald"), and abbreviations after "Talen:"."""
    erf = _ERF.search(vlak) or _REFERENTIE.search(vlak)
    if erf and re.search(r"\b(taal\w*|spreken|spreek|inburger\w*|schrijven|taalles\w*|nt2|les|gehaald|niveau)\b", vlak):
        yield Regelvondst("taal", "nld", "Nederlands", start + erf.start(), start + erf.end(), 0.7, taalniveau(vlak))
    rij = re.match(r"(?:vreemde |gesproken )?talen\b[:\s]+(.*)", vlak)
    for treffer in re.finditer(r"\b(nl|en|de|fr|tr|pl|es|ar|it|pt|ro|uk)\b", rij[1]) if rij else ():
        code, label = _TAALCODES[treffer[1]]
        plek = start + rij.start(1) + treffer.start() if rij else start
        yield Regelvondst("taal", code, label, plek, plek + 2, 0.75)


def _afgekorte_talen(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Languages as capitals beside each other or a level: "NL vloeiend", "EN, PL of NL spreken"."""
    for rij in _TAALRIJ.finditer(tekst, start, eind):
        for treffer in re.finditer(r"[A-Z]{2}", rij.group()):
            code, label = _TAALCODES[treffer.group().lower()]
            plek = rij.start() + treffer.start()
            yield Regelvondst("taal", code, label, plek, plek + 2, 0.75, taalniveau(plat(rij.group())))


def taalniveau(vlak: str) -> int | None:
    """The CEFR level (1–6) a piece of plain text speaks of, or None."""
    genoemd = _ERF.search(vlak)
    if genoemd:
        return CEFR.index(genoemd.group().upper())
    if referentie := _REFERENTIE.search(vlak):
        return int(referentie[1]) + 1
    return next((niveau for patroon, niveau in _TAALNIVEAUS if patroon.search(vlak)), None)
