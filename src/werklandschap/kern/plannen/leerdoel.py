"""Help with wording: a goal to learn, not a result to deliver. Simple rules, always only an offer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

LEERWOORDEN = re.compile(
    r"\b(leer|leren|oefen|oefenen|uitprober(?:en)?|probeer|proberen|ontdek|ontdekken|onderzoek(?:en)?|weten|begrijp(?:en)?"
    r"|ervar(?:en|ing)|merk(?:en)?|uitzoek(?:en)?|verken(?:nen)?|learn|practise|practice|try|discover|find out)\b",
    re.IGNORECASE,
)
GETAL = re.compile(
    r"\b(\d+|een|één|twee|drie|vier|vijf|tien|twintig)\s+"
    r"(sollicitatie(?:s|brieven)?|brie(?:f|ven)|gesprek(?:ken)?|vacature(?:s)?|keer|applications?|letters?)\b",
    re.IGNORECASE,
)
UITKOMST = re.compile(
    r"\b(baan|werk|contract|diploma|certificaat|rijbewijs|examen|toets|job|diploma)\b.*"
    r"\b(vind(?:en|t)?|krijg(?:en|t)?|heb(?:ben)?|hal(?:en)|haalt|behalen|slagen|get|find|pass)\b"
    r"|\b(vind(?:en|t)?|krijg(?:en|t)?|haal|hal(?:en)|behal(?:en)|slagen|get|find|pass)\b.*"
    r"\b(baan|werk|contract|diploma|certificaat|rijbewijs|examen|toets|job)\b",
    re.IGNORECASE,
)
FOUTLOOS = re.compile(
    r"\b(altijd|nooit|elke (?:dag|keer)|foutloos|perfect|zonder fouten|binnen \d+ (?:dagen|weken|maanden)"
    r"|always|never)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Leerdoeladvies:
    """Why this reads as a result, and what could be written instead."""

    reden: str
    voorstel: str


def hulp_bij_leerdoel(tekst: str) -> Leerdoeladvies | None:
    """An offer to rephrase a goal that names a result; None when it already reads as learning, or nothing is found."""
    schoon = tekst.strip().rstrip(".")
    if not schoon or LEERWOORDEN.search(schoon):
        return None
    kern = re.sub(r"^(ik|hij|zij|de klant)\s+(wil|gaat|ga|moet|zal|heeft|heb)\s+", "", schoon, flags=re.IGNORECASE)
    if gevonden := GETAL.search(schoon):
        return Leerdoeladvies(
            _("“{woorden}” telt wat iemand aflevert. Tellen helpt weinig als het nog niet lukt.").format(
                woorden=gevonden.group(0)
            ),
            _("Ik leer hoe ik dit aanpak: {doel}. Ik merk wat al goed gaat.").format(doel=kern),
        )
    if UITKOMST.search(schoon):
        return Leerdoeladvies(
            _("Dit is een uitkomst. Die heeft iemand niet helemaal zelf in de hand."),
            _("Ik leer wat ik nodig heb om dit te bereiken: {doel}.").format(doel=kern),
        )
    if gevonden := FOUTLOOS.search(schoon):
        return Leerdoeladvies(
            _("Met “{woorden}” mag er niets misgaan. Wie leert, mag fouten maken.").format(woorden=gevonden.group(0)),
            _("Ik oefen met: {doel}. Elke keer kijk ik wat beter ging.").format(doel=kern),
        )
    return None
