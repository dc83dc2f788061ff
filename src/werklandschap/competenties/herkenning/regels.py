"""Rules for what has a fixed shape in a text: driving licences, hours, times, weights and diplomas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from werklandschap.competenties.herkenning.regelvondst import Regelvondst
from werklandschap.competenties.herkenning.taal import plat

VAST, KAAL, UIT_DAGEN = 0.65, 0.6, 0.55
"""Certainty of hours: surely a week; without a word that makes them one; reckoned from days. Only the surest count."""

_CATEGORIE = r"(?:AM|A1|A2|A|B\s?\+\s?E|BE|B|C1E|C1|C\s?\+\s?E|CE|C|D1|DE|D|T|E)"
_RIJBEWIJS = re.compile(
    rf"\b(?P<voor>(?:{_CATEGORIE}(?: of | en | ?[/,&] ?))?{_CATEGORIE}[ -])?(?P<wat>groot[ -]|"
    r"(?:vrachtwagen|vrachtauto|trekker|tractor|motor|scooter|bromfiets|brommer|bus|aanhanger|aanhangwagen)-?)?"
    r"(?:rij ?bewij(?:s|zen)|driv(?:er'?s?|ing) licen[cs]e)\b"
    rf"(?P<na>\s*(?:\(|categorie\s+|type\s+)?\s*{_CATEGORIE}(?![\w'’])(?:\s*(?:,|/|\+|&|en|of|"
    rf"en/of)\s*(?:rijbewijs\s+)?{_CATEGORIE}(?![\w'’]))*)?",
    re.IGNORECASE,
)
_SOORT_RIJBEWIJS = {
    "groot": "C", "vrachtwagen": "C", "vrachtauto": "C", "trekker": "T", "tractor": "T", "motor": "A", "scooter": "AM",
    "bromfiets": "AM", "brommer": "AM", "bus": "D", "aanhanger": "BE", "aanhangwagen": "BE",
}  # fmt: skip
_UREN = re.compile(
    r"(?<![\d.:,])(?<!half )(?P<a>\d{1,2})(?P<deel_a>[.,]\d)?(?:\s*(?:-|–|/|tot en met|tot|t/m|tm|à|a|of|en|"
    r"(?:uur|u),? (?:tot|en|mag ook|of)(?: max(?:imaal|\.)?)?|"
    r"tot max\.?)\s*(?P<b>\d{1,2})(?P<deel_b>[.,]\d)?)?\s*-?\s*"
    r"(?:uur|uren|urige?|hrs|hours|u\.?(?=\s*(?:p|per|/|in de)|$|\s*[|)]))"
    r"(?P<week>\s*(?:per week|p\.?/?\s?w\b|in de week|/\s?week|wekelijks|de week|week|a week))?"
)
_GETALLEN = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20, "vierentwintig": 24, "dertig": 30, "tweeendertig": 32,
    "zesendertig": 36, "achtendertig": 38, "veertig": 40,
}  # fmt: skip
_TELWOORD = "|".join(sorted(_GETALLEN, key=len, reverse=True))
_UREN_IN_WOORDEN = re.compile(
    rf"(?<!van )\b(?:(?P<a>{_TELWOORD}) (?:tot|a|of|en|-) )?(?P<b>{_TELWOORD}) uur"
    r"(?P<week> (?:per|in de|p) ?week)?(?! (?:per dag|lang|achter|onderweg|'s|s ))"
)
_UREN_ANDERS = re.compile(
    r"(?<![\d.,])(?:(?:werktijdfactor:? |wtf:? )(?P<wtf>[01][.,]\d{1,2})|(?P<fte>[01][.,]\d{1,2}|1) ?fte\b"
    r"|(?P<halve>[2-6]|twee|drie|vier|vijf|zes) (?:ochtenden|middagen|dagdelen)\b"
    r"|(?P<maand>\d{2,3}) (?:uur|uren) (?:per|in de|elke) (?:4|vier) weken"
    r"|(?:(?P<van>[2-5]|twee|drie|vier) (?:a|tot|of|-|/) )?(?P<dagen>[2-6]|twee|drie|vier|vijf) (?:hele |volle )?"
    r"dagen (?:per|in de|in een|p/?) ?w(?:eek)?\b"
    r"|(?P<kop_van>[2-5]) ?(?:a|tot|of|-|/) ?(?P<kop_dagen>[2-6]) dagen(?=[.,)]|$)"
    r"|uren[:?]? (?:max(?:imaal)? |hooguit |ongeveer )?(?P<los>\d{1,2})(?= ?max| ?[.,)(|]|$)"
    r"|uren[:?]? (?P<of_a>\d{1,2}) of (?P<of_b>\d{1,2})\b"
    r"|uren: tussen(?: de)? (?P<t_a>\d{1,2}) (?:en|tot) (?P<t_b>\d{1,2})"
    r"|uren:? (?P<a>\d{1,2}) (?:tot|-|of|t/m|en|a) (?P<b>\d{1,2})(?= (?:uur )?(?:per week|in de week)|\.?$)"
    r"|tussen(?: de)? (?P<w_a>\d{1,2}) (?:tot|en) (?P<w_b>\d{1,2})(?= (?:uur )?(?:per week|in de week)))"
)
_DAGDELEN = re.compile(
    rf"(?<![\d.,])\b(?P<aantal>\d(?:,5)?|{_TELWOORD}) (?:hele |halve )?(?P<dag>dagen|dagdelen|ochtenden|middagen|"
    rf"avonden|nachten|diensten)"
    rf" van (?P<lengte>\d\d?|{_TELWOORD}) uur"
    rf"|\b(?P<keer>[2-6]) ?x ?(?P<keeruren>\d\d?) ?uur"
)
_UREN_CONTEXT = re.compile(
    r"(contract|totaal|fulltime|parttime|full-time|part-time|voltijd|deeltijd|dienstverband|baan (van|voor)|"
    r"iets (van|voor)|werkweek|beschikbaar|\bvoor\s*$|gezocht|inzetbaar|van (maandag|dinsdag)|functie (van|voor)|"
    r"uren)"
)
_UURWOORD = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_KLOKTIJD = rf"\d{{1,2}}(?:[.:]\d\d)?|half (?:\d{{1,2}}|{_UURWOORD})|{_UURWOORD}"
_DEEL = r"(?:\s*'?s\s?(?P<deel_{}>ochtends|morgens|middags|avonds|nachts))?"
_KLOK = re.compile(
    rf"\b(?:van|tussen)\s+(?P<a>{_KLOKTIJD})\s*(?:uur\b\s*)?{_DEEL.format('a')}\s*(?:tot|t/m|en|-|–)\s*"
    rf"(?P<b>middernacht|{_KLOKTIJD})\b\s*(?:uur\b)?{_DEEL.format('b')}"
    r"(?!\s*(?:per|in de|p/?)\s?(?:week|dag|w\b))(?! dagen| nachten| weken| jaar| maanden| collega| personen)"
)
_LAAT = re.compile(
    r"(?<!\d )\btot (?P<tot>middernacht|(?:19|2[0-4])(?:[.:]\d\d)?(?= ?uur(?! (?:per|in de|beschikbaar)\b| ?p/?w))|"
    r"(?:19|2[0-4])[.:]\d\d)"
)
"""Until when: "tot 22.00 uur", "tot middernacht"."""
_VANAF_LAAT = re.compile(
    r"\b(?:vanaf|(?:start|begin)\w* om|na) (?P<van>(?:1[7-9]|2[0-3])(?:[.:]\d\d)?)(?= ?uur|\b[.,]?$)"
)
"""From when, in the evening or later: "vanaf 18.00 uur"."""
_DAG = "ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"
_DAGEN = re.compile(rf"\b(?P<van>{_DAG})\s*(?:tot en met|t/m|tm|tot|-|–)\s*(?P<tot>{_DAG})\b")
"""A row of days: "wo t/m zo", "vrijdag tot en met maandag"."""
_ROOSTER = re.compile(r"(?<![\d:.])(?P<a>[0-2]?\d[:.][0-5]\d)\s*(?:uur\s*)?[-–]\s*(?P<b>[0-2]?\d[:.][0-5]\d)(?![\d:.])")
"""Hours of work written as "06:00-14:30"."""
_BEGIN = re.compile(
    r"\b(?:om|vanaf|starten?|start om|start|beginnen|begin)\s+(?:kwart (?P<kwart>voor|over)\s+)?"
    r"(?P<uur>[1-9](?:[.:]\d\d)?|"
    r"0\d[.:]\d\d|half (?:[1-9]|vijf|zes|zeven)|"
    r"een|twee|drie|vier|vijf|zes|zeven)\b\s*(?P<woord>uur)?(?:\s*(?:'s|in de|s)\s*(?P<deel>ochtends|morgens|"
    r"ochtend|avonds|smorgens))?"
)
_VOLTIJD = re.compile(r"\b(full-?time|voltijd\w*|part-?time|deeltijd\w*)\b")
_DIPLOMA = re.compile(
    r"\b(?:(?P<soort>mbo|hbo|wo|vmbo|havo|vwo)(?:[- ]?(?P<n0>\d)\b)?[ -]*)?(?:(?:werk- en )?denkniveau|"
    r"(?:vak)?diploma'?s?|opleiding)(?:\s+(?:tot|in|als|van|richting)\b)?"
    r"(?P<richting>(?:\s+(?!niv|is\b|en\b|of\b|op\b|met\b|voor\b|heb|hebt|afgerond|een\b|de\b|nodig|vereist|"
    r"behaald|niet\b|not\b|or\b|and\b|no\b|needed|required)[A-Za-zÀ-ÿ&-]{2,}){0,4})\s*\(?(?:(?:niv(?:eau|o)\s*)?(?P<n>\d)\b)?\)?",
    re.IGNORECASE,
)
_PAPIER = re.compile(
    r"\b(?!(?:vak|school|zwem|basis|rij|legitimatie|identiteits|reis|betaal|ontvangst|garantie)(?:bewijs|diploma)\b)"
    r"[a-zà-ÿA-Z]{3,}-?(?:certificaat|certificaten|diploma|brevet|licentie|registratie|keuring|vaccinatie)\b"
    r"|\b[Cc]ertificaat (?:voor |van )?(?!is\b|en\b|of\b|hebt?\b|behaald\b|nodig\b|"
    r"halen\b|krijg|voor\b|met\b|in\b|op\b|als\b)[a-z]{5,}"
    r"|\b(?:koks|kappers|slagers|bakkers|schilders|stoffeerders|hoveniers|kok|kapper|slager|bakker)-?opleiding\b"
    r"|\b(?:gediplomeerd|gecertificeerd|medische keuring|vaccinatie tegen [a-z]+(?: [A-Z])?)\b"
)
_NIVEAU = re.compile(
    r"\b(?P<soort>mbo|hbo|wo|vmbo|havo|vwo|pabo|mts|lts|hts|meao|leao|heao|spw|sph|mdgo|lbo|mavo|vapro)"
    r"(?:[ -]?(?:niveau|nivo|niv\.?)?\s?(?P<n>\d))?(?:[ -](?:niveau|nivo|"
    r"werk))?\b",
    re.IGNORECASE,
)
_KILO = re.compile(rf"\b(\d{{1,3}}|vijfentwintig|vijfendertig|{_TELWOORD})\s*(?:kg|kilo(?!meter)\w*)\b")
TILGEWICHT = (8, 60)
"""Kilos of a thing that somebody lifts by hand."""
_PLOEGEN = re.compile(r"\b(\d|twee|drie|vier|vijf)[ -]?ploegen")


_CATEGORIEEN_ALLEEN = re.compile(
    r"\b(?:heb|hebt|heeft|bezit|van) ((?:C1?E?|BE|DE?)(?:\s*(?:,|/|\+|&|en)\s*(?:C1?E?|BE|DE?))*)\b"
)


_B_ALLEEN = re.compile(
    r"(?<![\w-])(?P<wat>B|BE|C|CE|D|T|AM)(?= (?:nodig|vereist|verplicht|in (?:het )?bezit|"
    r"behaald|heb (?:ik|je)|heeft (?:hij|zij))\b)"
    r"|\b(?:[Rr]ijdt?|[Rr]ijden)(?: \w+){0,5} (?P<rijdt>B|BE|C|CE|D)(?=\W*$|[,.)])"
)
"""A category that words beside it make a licence: "B nodig", "je rijdt al drie jaar B"."""
_CATEGORIERIJ = re.compile(r"((?:BE?|C1?E?)(?:\s*(?:,|/|\+|&|en)\s*(?:BE|C1?E?|DE?))+)(?![\w’'])")


def vind_categorieen(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Licences named by their category alone: "Ik heb C en CE", or a line of a CV that begins with "B, C, CE"."""
    for los in _B_ALLEEN.finditer(tekst, start, eind):
        categorie = los["wat"] or los["rijdt"]
        plek = los.span("wat" if los["wat"] else "rijdt")
        yield Regelvondst("rijbewijs", f"rijbewijs:{categorie}", f"rijbewijs {categorie}", *plek, 0.8)
    rijtje = _CATEGORIERIJ.match(tekst, start, eind)
    for treffer in [*_CATEGORIEEN_ALLEEN.finditer(tekst, start, eind), *([rijtje] if rijtje else [])]:
        for categorie in re.findall(r"C1?E?|BE?|DE?", treffer[1]):
            waar = (f"rijbewijs:{categorie}", f"rijbewijs {categorie}", treffer.start(1), treffer.end(1))
            yield Regelvondst("rijbewijs", *waar, 0.8)


def vind_rijbewijzen(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Driving licences between `start` and `eind`; without a category B is meant, a "groot rijbewijs" is C."""
    for treffer in _RIJBEWIJS.finditer(tekst, start, eind):
        genoemd = re.findall(
            _CATEGORIE,
            f"{treffer['voor'] or ''} {treffer['na'] or ''}".upper()
            .replace("CATEGORIE", "")
            .replace("TYPE", "")
            .replace("RIJBEWIJS", "")
            .replace(" OF ", " / ")
            .replace(" EN ", " / "),
        )
        categorieen = list(dict.fromkeys(re.sub(r"[\s+]", "", c) for c in genoemd)) or [
            _SOORT_RIJBEWIJS.get((treffer["wat"] or "").strip(" -").lower(), "B")
        ]
        for categorie in categorieen:
            categorie = "BE" if categorie == "E" else categorie
            zekerheid = 0.95 if genoemd else 0.85
            yield Regelvondst(
                "rijbewijs",
                f"rijbewijs:{categorie}",
                f"rijbewijs {categorie}",
                treffer.start(),
                treffer.end(),
                zekerheid,
            )


def vind_uren(tekst: str, start: int, eind: int, *, kop: bool = False) -> Iterator[Regelvondst]:
    """Hours per week between `start` and `eind`: ranges, or one number that words make a week."""
    vlak = plat(tekst[start:eind])
    for treffer in _UREN.finditer(vlak):
        laag, hoog = int(treffer["a"]), int(treffer["b"] or treffer["a"])
        voor = vlak[max(0, treffer.start() - 30) : treffer.start()]
        na = vlak[treffer.end() : treffer.end() + 25]
        per_week = bool(treffer["week"])
        context = (
            kop
            or bool(_UREN_CONTEXT.search(voor))
            or bool(re.match(r"\s*(contract|beschikbaar|van (ma|di)|werk|dienstverband|inzetbaar|baan|functie)", na))
        )
        klok = re.search(r"\b(na|vanaf|voor|(?<!gaat )om|binnen|tot|van|tussen( \d+)? en)\s*$", voor) and not per_week
        klok = bool(klok) or _KLOK.search(vlak, max(0, treffer.start() - 20), treffer.end()) is not None
        klok = klok and not context and not per_week and hoog <= 24
        if (
            klok
            or re.match(
                r"\s*(per (dag|maand|4|vier|keer|nacht|jaar)|op een dag|training|cursus|les|school|vakantie|"
                r"verlof|onderweg|"
                r"lang\b|van tevoren|na |te (lopen|zitten)|reactie|te staan|lopen|achter elkaar|'?s |smorgens|"
                r"snachts|bereikbaar|zorg)",
                na,
            )
            or not laag <= hoog <= 60
            or (laag < 4 and not treffer["b"])
        ):
            continue
        zeker = 0.9 if per_week else 0.8 if context or (treffer["b"] and hoog > 12) else KAAL
        if zeker > KAAL or hoog > 8:
            week = _uren(laag, hoog, start + treffer.start(), start + treffer.end(), zeker)
            breuk = treffer["deel_b"] if treffer["b"] else treffer["deel_a"]
            yield replace(week, term=week.term.replace(" uur", f",{breuk[1:]} uur")) if breuk else week
    for treffer in _UREN_IN_WOORDEN.finditer(vlak):
        hoog = _GETALLEN[treffer["b"]]
        laag = _GETALLEN.get(treffer["a"] or "", hoog)
        if laag <= hoog and (treffer["week"] or hoog > 12):
            yield _uren(laag, hoog, start + treffer.start(), start + treffer.end(), 0.75)
    for treffer in _DAGDELEN.finditer(vlak):
        keer, lengte = treffer["aantal"] or treffer["keer"], treffer["lengte"] or treffer["keeruren"]
        uren = round(_getal(keer) * _getal(lengte))
        if uren <= 60:
            yield _uren(uren, uren, start + treffer.start(), start + treffer.end(), 0.75)
    for treffer in _UREN_ANDERS.finditer(vlak):
        laag, hoog = _omgerekend(treffer)
        if 1 <= hoog <= 60 and laag <= hoog:
            dagen = treffer["halve"] or treffer["dagen"] or treffer["kop_dagen"]
            yield _uren(laag, hoog, start + treffer.start(), start + treffer.end(), UIT_DAGEN if dagen else 0.75)


def _getal(tekst: str) -> float:
    """A number in figures or in words."""
    return float(_GETALLEN.get(tekst) or tekst.replace(",", "."))


def _uren(laag: int, hoog: int, start: int, eind: int, zeker: float) -> Regelvondst:
    term = f"{laag} uur per week" if laag == hoog else f"{laag}-{hoog} uur per week"
    return Regelvondst("uren", f"uren:{laag}-{hoog}", term, start, eind, zeker)


def _omgerekend(treffer: re.Match[str]) -> tuple[int, int]:
    """Hours a week from a part of full time (36 to 40 hours), four weeks, days of eight hours, or a range."""
    if factor := treffer["fte"] or treffer["wtf"]:
        deel = float(factor.replace(",", "."))
        return round(36 * deel), round(40 * deel)
    if treffer["maand"]:
        return (round(int(treffer["maand"]) / 4),) * 2
    if halve := treffer["halve"]:
        return (4 * (_GETALLEN.get(halve) or int(halve)),) * 2
    if hoogste := treffer["dagen"] or treffer["kop_dagen"]:
        laagste = treffer["van"] or treffer["kop_van"] or hoogste
        return 8 * (_GETALLEN.get(laagste) or int(laagste)), 8 * (_GETALLEN.get(hoogste) or int(hoogste))
    if los := treffer["los"]:
        return int(los), int(los)
    for laag, hoog in (("of_a", "of_b"), ("t_a", "t_b"), ("a", "b"), ("w_a", "w_b")):
        if treffer[laag]:
            return int(treffer[laag]), int(treffer[hoog])
    return 0, 0


def vind_voltijd(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Full time or part time, for texts that give no number of hours."""
    for treffer in _VOLTIJD.finditer(plat(tekst[start:eind])):
        voltijd = treffer.group().startswith(("full", "vol"))
        term, code = ("voltijd (fulltime)", "uren:36-40") if voltijd else ("deeltijd (parttime)", "uren:deeltijd")
        yield Regelvondst("uren", code, term, start + treffer.start(), start + treffer.end(), 0.6)


def _minuten(klok: str, deel: str | None = None) -> int:
    """Minutes after midnight of "16.00", "8", "half 1", "zes" or "middernacht"; `deel` is the part of the day."""
    if klok == "middernacht":
        return 0
    if klok.startswith("half"):
        minuten = (int(_getal(klok.split()[1])) - 1) % 24 * 60 + 30
    else:
        uur, _, minuut = klok.replace(":", ".").partition(".")
        minuten = _getal_of_woord(uur) % 24 * 60 + int(minuut or 0)
    if deel == "middags" or (deel == "avonds" and minuten % 720):
        return minuten % 720 + 720
    return minuten % 720 if deel in ("avonds", "nachts") else minuten


def vind_werktijden(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Early, evening or night work from clock times such as "van 16.00 tot half 1"."""
    vlak = plat(tekst[start:eind])
    yield from _dagen(vlak, start)
    yield from _laat(vlak, start)
    for treffer in [*_KLOK.finditer(vlak), *_ROOSTER.finditer(vlak)]:
        if not re.search(r"[.:]|half|uur|middernacht", treffer.group()):
            continue
        if any(int(deel) > 24 for deel in re.findall(r"^\d+", treffer["a"]) + re.findall(r"^\d+", treffer["b"])):
            continue
        delen = treffer.groupdict()
        gelijk = delen.get("deel_b") if delen.get("deel_b") in ("middags", "avonds") else None
        begin = _minuten(treffer["a"], delen.get("deel_a") or gelijk)
        einde = _minuten(treffer["b"], delen.get("deel_b"))
        if 5 * 60 <= begin <= 12 * 60 and 60 <= einde < begin and not any(delen.get(d) for d in ("deel_a", "deel_b")):
            einde += 12 * 60
        if einde <= begin and einde < 6 * 60 and begin <= (22 if einde <= 60 else 18) * 60 + 59:
            soort = ("avond", "avonddienst")
        elif einde <= begin or begin < 5 * 60:
            soort = ("nacht", "nachtdienst")
        elif einde > 19 * 60:
            soort = ("avond", "avonddienst")
        elif begin < 7 * 60:
            soort = ("vroeg", "vroege ochtenddienst")
        else:
            continue
        yield Regelvondst("omstandigheid", soort[0], soort[1], start + treffer.start(), start + treffer.end(), 0.85, 3)
    for treffer in _BEGIN.finditer(plat(tekst[start:eind])):
        uur = _GETALLEN.get(treffer["uur"]) or _minuten(treffer["uur"]) // 60
        minuut = _minuten(treffer["uur"]) % 60 if treffer["uur"][0].isdigit() else 0
        minuut += {"voor": -15, "over": 15}.get(treffer["kwart"] or "", 0)
        if (
            not (treffer["woord"] or treffer["kwart"] or treffer["deel"] or minuut or "." in treffer["uur"])
            or treffer["deel"] == "avonds"
        ):
            continue
        if uur < 4:
            code, term = "nacht", "nachtdienst"
        elif uur * 60 + minuut < 7 * 60:
            code, term = "vroeg", "vroege ochtenddienst"
        else:
            continue
        yield Regelvondst("omstandigheid", code, term, start + treffer.start(), start + treffer.end(), 0.8, 3)


def _dagen(vlak: str, start: int) -> Iterator[Regelvondst]:
    """Weekend work from a row of days with Saturday or Sunday among them."""
    week = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    for treffer in _DAGEN.finditer(vlak):
        van, tot = week.index(treffer["van"][:2]), week.index(treffer["tot"][:2])
        rij = week[van : tot + 1] if van <= tot else week[van:] + week[: tot + 1]
        if {"za", "zo"} & set(rij):
            plek = (start + treffer.start(), start + treffer.end())
            yield Regelvondst("omstandigheid", "weekend", "weekendwerk", *plek, 0.8)


def _laat(vlak: str, start: int) -> Iterator[Regelvondst]:
    """Evening or night work from one clock time: "tot 22.00 uur", "vanaf 18.00 uur"."""
    for treffer in _LAAT.finditer(vlak):
        yield _dienst("avond", treffer, start)
    for treffer in _VANAF_LAAT.finditer(vlak):
        yield _dienst("nacht" if _minuten(treffer["van"]) >= 22 * 60 else "avond", treffer, start)


def _dienst(deel: str, treffer: re.Match[str], start: int) -> Regelvondst:
    return Regelvondst("omstandigheid", deel, f"{deel}dienst", start + treffer.start(), start + treffer.end(), 0.8)


_GRADEN = re.compile(
    r"(?P<min>-|−|\bmin |\bminus )?(?<!\d)(?P<a>\d{1,2})(?: ?(?:tot|en|a|-|–|of|/) ?(?P<min_b>-|min )?(?P<b>\d{1,2}))?"
    r" ?(?:graden\b|° ?c?\b|°)(?P<onder> onder (?:nul|0|het vriespunt))?"
)
_GEEN_WERKTEMPERATUUR = re.compile(
    r"\b(?:was|wassen|wast|water|kern\w*|bewaa?r\w*|gaar\w*|hoek\w*|draai\w*|helling|zwenk\w*)\b"
)
KOUD, HEET = 12, (28, 50)
"""Degrees Celsius up to which a place is cold, and between which it is hot."""
_METER_HOOG = re.compile(
    rf"\b(?P<a>\d{{1,3}}|{_TELWOORD}|vijftig|honderd) ?m(?:eter)?\b(?: \w+){{0,1}} (?:hoog|hoogte)\b|"
    rf"\bhoogtes? (?:van|tot|boven) (?:wel )?(?:de )?(?P<b>\d{{1,3}}|{_TELWOORD}|vijftig|honderd) ?m(?:eter)?\b"
)
_LOOPT = r"(?:loop\w*|lopen|lopend|wandel\w*|te voet)"
_LOOPAFSTAND = re.compile(
    rf"\b(?P<km>\d{{1,2}}|{_TELWOORD}) ?(?:km|kilometers?)\b(?: \w+){{0,4}} {_LOOPT}\b|"
    rf"\b{_LOOPT}(?: \w+){{0,6}} (?P<km2>\d{{1,2}}|{_TELWOORD}) ?(?:km|kilometers?)\b|"
    rf"\b(?P<stappen>\d{{1,2}})\.?000 stappen\b|\b(?P<duizend>{_TELWOORD})duizend stappen\b"
)
_LANGE_DAG = re.compile(
    r"\b(?:dag|dagen|werkdag|werkdagen|dienst|diensten|shift|shifts|nachten) van (?P<a>9|1[0-2]|negen|tien|elf|twaalf)"
    r"(?:[.,]\d)? uur\b|\b(?P<b>9|1[0-2]|negen|tien|elf|twaalf)(?: ?, ?5)? uur (?:per|op een) dag\b|"
    r"\b(?P<c>9|1[0-2]|negen|tien|elf|twaalf)[- ]?(?:uurs?-?|urige )(?:werk)?(?:dag|dagen|dienst|diensten|shifts?)\b|"
    r"\b4 ?x ?(?P<d>9|10)\b"
)


def vind_maten(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Conditions with a measure: kilos lifted, degrees, metres up, kilometres on foot, hours in a day."""
    vlak = plat(tekst[start:eind])
    gevonden = [
        *_gewichten(vlak),
        *_temperaturen(vlak),
        *_afstanden(vlak),
        *(("lange_dagen", "lange dagen", t, None) for t in _LANGE_DAG.finditer(vlak)),
    ]
    for code, term, treffer, niveau in gevonden:
        plek = (start + treffer.start(), start + treffer.end())
        yield Regelvondst("omstandigheid", code, term, *plek, 0.8, niveau)


_Maat = tuple[str, str, re.Match[str], int | None]
"""Code and name of a condition, where it stands, its level."""


def _gewichten(vlak: str) -> Iterator[_Maat]:
    """Lifting, from what a thing weighs: "een rol weegt 30 kg"."""
    for treffer in _KILO.finditer(vlak):
        if TILGEWICHT[0] <= _getal_of_woord(treffer[1]) <= TILGEWICHT[1]:
            yield "tillen", "tillen en sjouwen", treffer, omstandigheidsniveau("tillen", treffer.group())


def _temperaturen(vlak: str) -> Iterator[_Maat]:
    """Cold or heat, from degrees: "bij -20 graden", "tussen 2 en 7 graden", "tot 35 graden"."""
    if _GEEN_WERKTEMPERATUUR.search(vlak):
        return
    for treffer in _GRADEN.finditer(vlak):
        onder_nul = bool(treffer["min"] or treffer["onder"])
        hoogste = int(treffer["b"] or treffer["a"])
        if onder_nul or hoogste <= KOUD:
            yield "kou", "werken in de kou", treffer, 3 if onder_nul else 2 if hoogste <= 10 else 1
        elif HEET[0] <= hoogste <= HEET[1]:
            yield "hitte", "werken in de hitte", treffer, 3 if hoogste >= 30 else 2


def _afstanden(vlak: str) -> Iterator[_Maat]:
    """Metres above the ground, and kilometres or steps on foot."""
    for treffer in _METER_HOOG.finditer(vlak):
        meters = _getal_of_woord(treffer["a"] or treffer["b"])
        yield "hoogte", "werken op hoogte", treffer, 1 if meters <= 2 else 2 if meters <= 5 else 3
    for treffer in _LOOPAFSTAND.finditer(vlak):
        kilometers = _getal_of_woord(treffer["km"] or treffer["km2"] or treffer["stappen"] or treffer["duizend"])
        if treffer["stappen"] or treffer["duizend"]:
            kilometers = kilometers * 3 // 4
        yield "lopen", "veel lopen", treffer, 1 if kilometers < 5 else 2 if kilometers <= 10 else 3


def _getal_of_woord(tekst: str) -> int:
    """A whole number in figures or in words."""
    meer = {"vijfentwintig": 25, "vijfendertig": 35, "vijftig": 50, "honderd": 100}
    return meer.get(tekst) or int(_getal(tekst))


def vind_papieren(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Certificates nobody listed, by the end of their name: "shovelcertificaat", "wijnbrevet"."""
    for treffer in _PAPIER.finditer(tekst, start, eind):
        naam = plat(treffer.group()).removesuffix("en") if treffer.group().endswith("ten") else plat(treffer.group())
        yield Regelvondst("certificaat", f"papier-{naam}", naam, treffer.start(), treffer.end(), 0.75)


def vind_diplomas(tekst: str, start: int, eind: int) -> Iterator[Regelvondst]:
    """Diplomas and levels of education: "diploma Helpende niveau 2", "mbo werk- en denkniveau"."""
    gehad = [t.span() for t in _DAGEN.finditer(plat(tekst), start, eind)]
    for treffer in _DIPLOMA.finditer(tekst, start, eind):
        if any(a <= treffer.start() < b for a, b in gehad):
            continue
        soort, richting = (treffer["soort"] or "").lower(), (treffer["richting"] or "").strip()
        niveau = treffer["n"] or treffer["n0"]
        if not (soort or richting or niveau) or (not soort and not niveau and "diploma" not in treffer.group().lower()):
            continue
        gehad.append(treffer.span())
        yield _diploma(soort, niveau, richting, treffer)
    for treffer in _NIVEAU.finditer(tekst, start, eind):
        if not any(a <= treffer.start() < b for a, b in gehad):
            yield _diploma(treffer["soort"].lower(), treffer["n"], "", treffer)


def _diploma(soort: str, niveau: str | None, richting: str, treffer: re.Match[str]) -> Regelvondst:
    naam = " ".join(
        deel
        for deel in (f"{soort}-diploma" if soort else "diploma", richting, f"niveau {niveau}" if niveau else "")
        if deel
    )
    code = "-".join(["diploma", *(deel for deel in (soort, plat(richting).replace(" ", "-"), niveau) if deel)])
    eind = treffer.start() + len(treffer.group().rstrip())
    return Regelvondst("certificaat", code, naam, treffer.start(), eind, 0.85)


def omstandigheidsniveau(code: str, vlak: str) -> int | None:
    """The level (1–3) a sentence gives away for a condition: kilos for lifting, crews for shifts, else None."""
    if code == "tillen" and (kilo := _KILO.search(vlak)):
        gewicht = _getal_of_woord(kilo.group(1))
        return 1 if gewicht <= 10 else 2 if gewicht <= 15 else 3
    if code == "ploegen" and (ploeg := _PLOEGEN.search(vlak)):
        return {"2": 1, "twee": 1, "3": 2, "drie": 2}.get(ploeg.group(1), 3)
    return None
