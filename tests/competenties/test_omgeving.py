"""Where in a text something stands, and what else its words are read as."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning.herkenner import kandidaten
from werklandschap.competenties.herkenning.omgeving import KORT, met_soort, omgevingen, ook_gelezen
from werklandschap.competenties.herkenning.woordenboek import startwoordenboek
from werklandschap.competenties.herkenning.zinnen import zinnen

TEKST = """Kok gezocht in Heerde

Wat ga je doen?
- je kookt soep
- je dekt de tafels

Wij vragen:
- je bent netjes

Werken bij ons is fijn. We zijn een klein team met een grote keuken en een tuin vol kruiden. Iedereen eet mee, elke dag.
Er is een bus van het station naar de keuken, en wie wil, kan bij ons op het terrein parkeren zolang er plaats is.
"""


def _hier(fragment: str, tekst: str = TEKST) -> list[str]:
    plek = tekst.index(fragment)
    rij = zinnen(tekst)
    return next(h for z, h in zip(rij, omgevingen(tekst, rij), strict=True) if z.start <= plek < z.eind)


def test_een_punt_staat_onder_de_kop_die_taken_of_eisen_aankondigt() -> None:
    assert len(TEKST) > KORT
    assert {"kop:taken", "punt", "stuk:0"} <= set(_hier("kookt soep"))
    assert {"kop:eisen", "punt"} <= set(_hier("netjes"))
    assert "kop:geen" in _hier("Kok gezocht")


def test_een_losse_regel_aan_het_eind_is_geen_kop() -> None:
    assert _hier("stappen", "8.000 stappen per dag") == ["kop:geen", "stuk:kort", "verteller:jij"]


def test_wie_vertelt_blijkt_uit_de_hele_tekst() -> None:
    assert "verteller:ik" in _hier("soep", "Ik heb soep gekookt. Mijn baas was blij met mij. Dat deed je toch maar.")
    assert "verteller:jij" in _hier("soep", "Je kookt soep. Jij bent vlot en ik ben je baas.")


def test_waar_iets_staat_telt_per_soort() -> None:
    assert met_soort(["punt"], "taal", gedrag=False) == ["punt:taal"]
    assert met_soort(["punt"], "competentie", gedrag=True) == ["punt:gedrag"]


@pytest.mark.parametrize(
    ("gevonden", "ook"),
    [
        ([(0, 6, "omstandigheid"), (0, 20, "competentie")], ["ook:competentie:ruimer:omstandigheid"]),
        ([(0, 20, "omstandigheid"), (3, 6, "competentie")], ["ook:competentie:krapper:omstandigheid"]),
        ([(0, 6, "omstandigheid"), (0, 6, "competentie")], ["ook:competentie:gelijk:omstandigheid"]),
        ([(0, 6, "omstandigheid"), (0, 6, "omstandigheid"), (6, 9, "taal")], []),
    ],
)
def test_wat_ook_anders_gelezen_wordt_zegt_dat(gevonden: list[tuple[int, int, str]], ook: list[str]) -> None:
    assert ook_gelezen(gevonden)[0] == ook


def test_in_een_korte_tekst_telt_niet_hoe_vaak_iets_voorkomt() -> None:
    def woorden(tekst: str) -> set[str]:
        return {woord for _, kenmerken in kandidaten(tekst, startwoordenboek()) for woord in kenmerken}

    assert not any(woord.startswith("vaker:") for woord in woorden("Je kookt soep."))
    assert any(woord.startswith("vaker:") for woord in woorden(TEKST))
