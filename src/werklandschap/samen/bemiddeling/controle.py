"""What an employer may not know, looked for in a text before it goes out.

A citizen service number stops the text. Words about health, debts, benefit, justice or private life are a warning:
the professional reads them once more, because a word can be innocent (who worked in debt help may say so).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.regelingen.bsn import is_geldig_bsn

NEGEN_CIJFERS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){8}(?!\d)")


@dataclass(frozen=True)
class Bevinding:
    """A piece of text with why it may not go to an employer; `blokkeert` when it never may."""

    fragment: str
    soort: str
    uitleg: str
    blokkeert: bool = False


@dataclass(frozen=True)
class _Regel:
    soort: str
    uitleg: str | Promise
    patroon: re.Pattern[str]


def _woorden(*delen: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(delen) + r")(?!\w)", re.IGNORECASE)


REGELS: tuple[_Regel, ...] = (
    _Regel(
        "diagnose",
        _("Dit lijkt een diagnose. De werkgever mag die niet weten. Schrijf op wat iemand nodig heeft."),
        _woorden(
            r"diagnoses?",
            r"adhd",
            r"add",
            r"autis\w*",
            r"asperger",
            r"pdd-?nos",
            r"depressie\w*",
            r"depressief",
            r"depressieve",
            r"burn-?outs?",
            r"ptss",
            r"borderline",
            r"schizofreni\w*",
            r"psychos\w*",
            r"psychiatri\w*",
            r"psycholo\w*",
            r"therapie\w*",
            r"angststoornis\w*",
            r"stoornis\w*",
            r"epilepsie",
            r"diabetes",
            r"reuma\w*",
            r"hernia",
            r"kanker",
            r"hiv",
            r"fibromyalgie",
            r"astma",
            r"copd",
            r"lvb",
            r"licht verstandelijk\w*",
            r"verstandelijke beperking",
        ),
    ),
    _Regel(
        "gezondheid",
        _("Dit gaat over gezondheid. Een werkgever mag dat niet weten. Schrijf op wat iemand kan."),
        _woorden(
            r"ziek",
            r"zieke",
            r"ziekte\w*",
            r"ziekmelding\w*",
            r"ziekteverleden",
            r"medicijn\w*",
            r"medicatie",
            r"handicap\w*",
            r"gehandicapt\w*",
            r"arbeidsbeperk\w*",
            r"beperkingen",
            r"verslaving\w*",
            r"verslaafd\w*",
            r"alcohol\w*",
            r"drugs\w*",
            r"zwanger\w*",
            r"rugklachten",
            r"\w*klachten",
            r"behandeling bij",
            r"operatie",
            r"huisarts",
            r"ggz",
            r"belastbaarheid",
            r"arbeidsongeschikt\w*",
            r"rolstoel\w*",
        ),
    ),
    _Regel(
        "schulden",
        _("Dit gaat over geld of schulden. Een werkgever hoeft dat niet te weten."),
        _woorden(
            r"schuld",
            r"schulden\w*",
            r"schuldhulp\w*",
            r"schuldsaner\w*",
            r"wsnp",
            r"bewindvoer\w*",
            r"deurwaarder\w*",
            r"loonbeslag\w*",
            r"beslaglegging\w*",
            r"huurachterstand\w*",
            r"betalingsachterstand\w*",
            r"voedselbank\w*",
            r"incasso\w*",
            r"failliet\w*",
        ),
    ),
    _Regel(
        "uitkering",
        _("Dit gaat over een uitkering. Een werkgever mag dat niet uit deze tekst weten."),
        _woorden(
            r"uitkering\w*",
            r"bijstand\w*",
            r"participatiewet",
            r"wajong\w*",
            r"wia",
            r"wga",
            r"iva",
            r"ioaw",
            r"ioaz",
            r"ww",
            r"ziektewet",
            r"doelgroep\w*",
            r"banenafspraak",
            r"loonwaarde",
            r"kostendeler\w*",
            r"niet-?uitkerings\w*",
        ),
    ),
    _Regel(
        "justitie",
        _("Dit gaat over politie of justitie. Een werkgever mag dat niet weten. Een VOG vraagt iemand zelf aan."),
        _woorden(
            r"strafblad",
            r"gevangenis\w*",
            r"detentie",
            r"gedetineerd\w*",
            r"reclassering\w*",
            r"veroordeeld\w*",
            r"justitieel",
            r"strafbaar",
            r"taakstraf\w*",
        ),
    ),
    _Regel(
        "prive",
        _("Dit gaat over iemands privéleven of afkomst. Laat het weg: het telt niet voor dit werk."),
        _woorden(
            r"gescheiden",
            r"scheiding",
            r"alleenstaand\w*",
            r"dakloos",
            r"dakloze",
            r"vluchteling\w*",
            r"statushouder\w*",
            r"asiel\w*",
            r"moslim\w*",
            r"christen\w*",
            r"geloof",
            r"geboren (?:op|in)",
            r"\d{2} jaar oud",
            r"nationaliteit",
            r"homoseksu\w*",
            r"huiselijk geweld",
            r"mantelzorg\w*",
        ),
    ),
    _Regel(
        "adres",
        _("Dit lijkt een adres of postcode. De werkgever krijgt die pas bij een contract."),
        re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b"),
    ),
)


def mag_werkgever_niet_weten(tekst: str) -> list[Bevinding]:
    """Everything in the text that may not go to an employer, in order of appearance; empty when it is clean."""
    gevonden = [
        (m.start(), _bsn(m.group())) for m in NEGEN_CIJFERS.finditer(tekst) if is_geldig_bsn(_cijfers(m.group()))
    ]
    for regel in REGELS:
        gevonden += [
            (m.start(), Bevinding(m.group(), regel.soort, str(regel.uitleg))) for m in regel.patroon.finditer(tekst)
        ]
    return [bevinding for _plek, bevinding in sorted(gevonden, key=lambda paar: paar[0])]


def keur_voor_werkgever(tekst: str, *, veld: str, gelezen: bool) -> None:
    """Refuse a text that may not go to an employer; a word that may be innocent passes once `gelezen` is ticked.

    Raises Invoerfout at `veld` and at waarschuwing_gelezen.
    """
    bevindingen = mag_werkgever_niet_weten(tekst)
    ernstig = [b for b in bevindingen if b.blokkeert]
    if ernstig:
        raise Invoerfout({veld: ernstig[0].uitleg})
    if bevindingen and not gelezen:
        uitleg = " ".join(f"“{b.fragment}”: {b.uitleg}" for b in bevindingen)
        raise Invoerfout(
            {
                veld: uitleg,
                "waarschuwing_gelezen": gettext("Pas de tekst aan. Klopt de tekst toch? Zet dan hier een vinkje."),
            }
        )


def _cijfers(tekst: str) -> str:
    return re.sub(r"\D", "", tekst)


def _bsn(fragment: str) -> Bevinding:
    uitleg = str(_("Dit is een burgerservicenummer. Dat mag nooit naar een werkgever. Haal het weg."))
    return Bevinding(fragment, "bsn", uitleg, blokkeert=True)
