"""The lists profiles choose from: levels, certificates, licences, languages and parts of the day."""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext_lazy as _

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.talen import TALEN
from werklandschap.kern.profielen.uitleg import naam_van_code

# What each level of a competence means; 0 = asked, none.
NIVEAUS = (
    (0, _("0: kan dit niet")),
    (1, _("1: kan dit met veel hulp")),
    (2, _("2: kan dit met een beetje hulp")),
    (3, _("3: kan dit zelfstandig")),
    (4, _("4: kan dit goed, ook als het lastig is")),
    (5, _("5: kan dit anderen leren")),
)
TAALNIVEAUS = (
    (0, _("Geen")),
    (1, _("A1: losse woorden")),
    (2, _("A2: korte zinnen")),
    (3, _("B1: een gewoon gesprek")),
    (4, _("B2: goed")),
    (5, _("C1: heel goed")),
    (6, _("C2: als moedertaal")),
)
GRENZEN = (
    (0, _("Niet")),
    (1, _("Een beetje")),
    (2, _("Vaak")),
    (3, _("Zonder grens")),
)
VOORKEUREN = (
    (-2, _("Liever echt niet")),
    (-1, _("Liever niet")),
    (0, _("Maakt niet uit")),
    (1, _("Graag")),
    (2, _("Heel graag")),
)
DAGEN = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
DELEN = (_("ochtend"), _("middag"), _("avond"))
RIJBEWIJZEN = ("AM", "A", "B", "BE", "C1", "C", "CE", "D1", "D", "DE", "T")


@cache
def certificaatcodes() -> tuple[str, ...]:
    """Every certificate and licence a profile may hold."""
    return tuple(f"rijbewijs:{soort}" for soort in RIJBEWIJZEN) + tuple(t.code for t in startgegevens.certificaten())


def certificaatkeuzes() -> list[tuple[str, str]]:
    """(code, name) for a form, licences first."""
    return [(code, naam_van_code(code)) for code in certificaatcodes()]


@cache
def taalcodes() -> tuple[str, ...]:
    """Languages by ISO 639-3 code, Dutch first."""
    return tuple(dict.fromkeys(code for code, _naam in TALEN.values()))


def taalkeuzes() -> list[tuple[str, str]]:
    """(code, name) for a form."""
    return [(code, naam_van_code(code)) for code in taalcodes()]


def dagdelentekst(dagdelen: int | None) -> list[tuple[str, str]]:
    """[(day, parts of it)] for the days somebody can work; empty when unknown."""
    uit = []
    for nummer, dag in enumerate(DAGEN):
        delen = [str(deel) for i, deel in enumerate(DELEN) if dagdelen and dagdelen >> (3 * nummer + i) & 1]
        if delen:
            uit.append((str(dag), ", ".join(delen)))
    return uit
