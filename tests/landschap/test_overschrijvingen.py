"""A municipality's own words reach the page; places and drawings stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from werklandschap.landschap import overschrijvingen
from werklandschap.landschap.tegels import Tegel, alle_tegels


@pytest.fixture(autouse=True)
def _leeg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overschrijvingen, "_functies", [])


def _eigen_zin(tegels: Sequence[Tegel], gemeente_code: str | None) -> list[Tegel]:
    return [replace(t, kort="Onze zin.") if gemeente_code == "0001" and t.slug == "melding" else t for t in tegels]


def test_alleen_de_eigen_gemeente_ziet_de_eigen_tekst() -> None:
    overschrijvingen.registreer(_eigen_zin)
    standaard = [t.kort for t in alle_tegels("werkzoekenden")]
    assert [t.kort for t in overschrijvingen.tegels_van("werkzoekenden", "0001")] == ["Onze zin.", *standaard[1:]]
    assert [t.kort for t in overschrijvingen.tegels_van("werkzoekenden", "0002")] == standaard
    assert [t.kort for t in overschrijvingen.tegels_van("werkzoekenden", None)] == standaard
    assert overschrijvingen.tegel_van("werkzoekenden", "melding", "0001").kort == "Onze zin."


def test_een_overschrijving_verplaatst_geen_tegel() -> None:
    overschrijvingen.registreer(lambda tegels, _code: [replace(t, gebouw="kas") for t in tegels])
    with pytest.raises(ValueError, match="moved a tile"):
        overschrijvingen.tegels_van("werkgevers", "0001")


def test_een_overschrijving_verliest_geen_tegel() -> None:
    overschrijvingen.registreer(lambda tegels, _code: tegels[1:])
    with pytest.raises(ValueError, match="moved a tile"):
        overschrijvingen.tegels_van("werkgevers", "0001")


def test_tweemaal_aanmelden_is_eenmaal_toepassen() -> None:
    def langer(tegels: Sequence[Tegel], _code: str | None) -> list[Tegel]:
        return [replace(t, kort=t.kort + "!") for t in tegels]

    overschrijvingen.registreer(langer)
    overschrijvingen.registreer(langer)
    assert not overschrijvingen.tegel_van("werkgevers", "nazorg", None).kort.endswith("!!")
