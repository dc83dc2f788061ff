"""What the person or the employer reads about an event is in words of their own."""

from __future__ import annotations

import re

from django.utils.translation import override

from werklandschap.kern.tijdlijn.soorten import SOORTEN, Soort, lees_titel, lees_zin

VAKTAAL = re.compile(r"\b(?<!{)(tegel|klantbeeld|voordracht|plaatsing|werkprofiel|doelgroep)\b", re.IGNORECASE)


def _leest(soort: Soort) -> str:
    titel, zin = soort.gewoon or (soort.titel, soort.zin)
    return f"{titel}: {zin}"


def test_wat_betrokkenen_lezen_is_geen_vaktaal() -> None:
    with override("nl"):
        gelezen = {s.code: _leest(s) for s in SOORTEN.values() if s.voor_betrokkene}
    assert len(gelezen) > 80
    assert {code: zin for code, zin in gelezen.items() if VAKTAAL.search(zin)} == {}


def test_een_professional_leest_wat_er_staat_en_de_klant_niet_het_cijfer() -> None:
    gegevens = {"aspect": "Wil om te werken", "waarde": "1 – helemaal niet", "bron": "professional"}
    assert "helemaal niet" in lees_zin("waarneming.vastgelegd", gegevens)
    voor_klant = lees_zin("waarneming.vastgelegd", gegevens, voor_betrokkene=True)
    assert voor_klant == "Dit gaat over: Wil om te werken. Ziet u het anders? Zeg dat bij ‘Hoe gaat het?’."
    assert lees_titel("waarneming.vastgelegd", voor_betrokkene=True) == "Er is iets opgeschreven"


def test_zonder_eigen_woorden_lezen_beiden_hetzelfde() -> None:
    gegevens = {"stap": "Bellen", "resultaat": "Gelukt"}
    assert lees_zin("stap.gedaan", gegevens, voor_betrokkene=True) == lees_zin("stap.gedaan", gegevens)
