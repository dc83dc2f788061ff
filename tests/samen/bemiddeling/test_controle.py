"""What may not go to an employer is found; ordinary work words are left alone."""

from __future__ import annotations

import pytest

from werklandschap.regelingen.bsn import maak_test_bsn
from werklandschap.samen.bemiddeling.controle import mag_werkgever_niet_weten

BSN = maak_test_bsn(7)


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Hij heeft ADHD.", "diagnose"),
        ("Zij is autistisch.", "diagnose"),
        ("Na een burn-out wil zij weer werken.", "diagnose"),
        ("Hij heeft rugklachten.", "gezondheid"),
        ("Zij is lang ziek geweest.", "gezondheid"),
        ("Hij heeft schulden.", "schulden"),
        ("Er loopt schuldhulpverlening.", "schulden"),
        ("Zij zit in de bijstand.", "uitkering"),
        ("Hij valt onder de banenafspraak.", "uitkering"),
        ("Met een Wajong-uitkering.", "uitkering"),
        ("Hij heeft een strafblad.", "justitie"),
        ("Zij is alleenstaande moeder.", "prive"),
        ("Hij is 52 jaar oud.", "prive"),
        ("Hij woont op 1234 AB.", "adres"),
    ],
)
def test_woorden_die_de_werkgever_niet_mag_weten_geven_een_waarschuwing_met_uitleg(tekst: str, soort: str) -> None:
    bevindingen = mag_werkgever_niet_weten(tekst)
    assert soort in {b.soort for b in bevindingen}
    assert all(b.uitleg and b.fragment in tekst and not b.blokkeert for b in bevindingen)


@pytest.mark.parametrize("schrijfwijze", [BSN, f"{BSN[:4]} {BSN[4:6]} {BSN[6:]}", f"{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}"])
def test_een_bsn_houdt_de_tekst_tegen(schrijfwijze: str) -> None:
    bevindingen = mag_werkgever_niet_weten(f"Zijn nummer is {schrijfwijze}, bel gerust.")
    assert [(b.soort, b.blokkeert) for b in bevindingen] == [("bsn", True)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Sam werkte vijf jaar in een ziekenhuis als schoonmaker.",
        "Zij is onschuldig eerlijk en leert snel.",
        "Hij kan goed samenwerken en wil graag in het groen werken. Bel 0612345678.",
        "Zij heeft een diploma verzorgende en een heftruckcertificaat.",
        "Ordernummer 123456789 kent hij uit zijn hoofd.",
        "Hij wil 32 uur per week werken, vanaf 1 maart 2026.",
    ],
)
def test_gewone_zinnen_over_werk_blijven_met_rust(tekst: str) -> None:
    assert mag_werkgever_niet_weten(tekst) == []
