"""A backup is whole, checked before it is used, and comes back as it was."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings as instellingen
from django.db import connection
from pytest_django import Settings
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Werkgeverfabriek, Werkzoekendefabriek

from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.tijdlijn.ketens import controleer, leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten
from werklandschap.koppelingen.bestanden.herstel import herstel
from werklandschap.koppelingen.bestanden.reservekopie import Reservekopiefout, maak, tabellen

pytestmark = pytest.mark.django_db
BSN = "999990019"


@pytest.fixture
def wereld() -> Dossier:
    """A dossier with a BSN and events, and an upload."""
    dossier = Dossierfabriek(werkzoekende=Werkzoekendefabriek(bsn=BSN))
    for titel in ("een", "twee"):
        leg_vast(keten=dossier.keten, soort="taak.klaar", door=dossier.verantwoordelijke, gegevens={"titel": titel})
    Werkgeverfabriek(naam="Bakkerij Ω “Zó”")
    map_ = Path(instellingen.MEDIA_ROOT) / "logo"
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "9001.png").write_bytes(b"\x89PNG plaatje")
    return dossier


def _inhoud() -> dict[str, list[object]]:
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in tabellen()}


def test_alles_komt_terug_zoals_het_was(wereld: Dossier, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.zip"
    voor = _inhoud()
    gemaakt = maak(kopie, met_sleutels=False)
    Gebruikerfabriek()
    Gebeurtenis.objects.all().delete()
    (Path(instellingen.MEDIA_ROOT) / "logo" / "9001.png").unlink()
    assert herstel(kopie, vervang=True) == gemaakt.rijen
    assert _inhoud() == voor
    assert Werkzoekende.objects.get(pk=wereld.werkzoekende_id).bsn == BSN
    assert controleer(Keten.objects.get(pk=wereld.keten_id)) == []
    assert (Path(instellingen.MEDIA_ROOT) / "logo" / "9001.png").read_bytes() == b"\x89PNG plaatje"


def test_een_zoekindex_gaat_niet_mee_en_na_herstel_is_de_oude_weg(wereld: Dossier, tmp_path: Path) -> None:
    oud = instellingen.INDEX_MAP / "1-1.2" / "oud.index"
    oud.parent.mkdir(parents=True)
    oud.write_bytes(b"van voor het herstel")
    maak(tmp_path / "kopie", met_sleutels=False)
    with zipfile.ZipFile(tmp_path / "kopie") as kopie:
        assert not [naam for naam in kopie.namelist() if naam.endswith(".index")]
    herstel(tmp_path / "kopie", vervang=True)
    assert not oud.exists()


def test_na_herstel_krijgen_nieuwe_rijen_een_eigen_nummer(wereld: Dossier, tmp_path: Path) -> None:
    maak(tmp_path / "kopie.zip", met_sleutels=False)
    herstel(tmp_path / "kopie.zip", vervang=True)
    assert Dossierfabriek().pk != wereld.pk
    connection.check_constraints()


def test_bsn_en_sleutels_staan_niet_in_de_kopie_tenzij_gevraagd(wereld: Dossier, tmp_path: Path) -> None:
    maak(tmp_path / "zonder.zip", met_sleutels=False)
    maak(tmp_path / "met.zip", met_sleutels=True)
    with zipfile.ZipFile(tmp_path / "zonder.zip") as zonder, zipfile.ZipFile(tmp_path / "met.zip") as met:
        assert "sleutels.json" not in zonder.namelist()
        assert "sleutels.json" in met.namelist()
        assert not any(BSN.encode() in zonder.read(naam) for naam in zonder.namelist())


def test_een_lege_database_is_nodig_of_vervang(wereld: Dossier, tmp_path: Path) -> None:
    maak(tmp_path / "kopie.zip", met_sleutels=False)
    with pytest.raises(Reservekopiefout, match="vervang"):
        herstel(tmp_path / "kopie.zip", vervang=False)
    assert Dossier.objects.get() == wereld


def _veranderd(kopie: Path, doel: Path, naam: str, inhoud: bytes | None) -> Path:
    with zipfile.ZipFile(kopie) as bron, zipfile.ZipFile(doel, "w") as uit:
        for lid in bron.namelist():
            if lid != naam:
                uit.writestr(lid, bron.read(lid))
            elif inhoud is not None:
                uit.writestr(lid, inhoud)
    return doel


@pytest.mark.parametrize("inhoud", [b"[]\n", None])
def test_een_beschadigde_kopie_verandert_niets(wereld: Dossier, tmp_path: Path, inhoud: bytes | None) -> None:
    kopie = tmp_path / "kopie.zip"
    maak(kopie, met_sleutels=False)
    voor = _inhoud()
    stuk = _veranderd(kopie, tmp_path / "stuk.zip", "tabellen/dossiers.dossier.jsonl", inhoud)
    with pytest.raises(Reservekopiefout):
        herstel(stuk, vervang=True)
    assert _inhoud() == voor


def test_een_kopie_van_een_andere_versie_wordt_geweigerd(wereld: Dossier, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.zip"
    maak(kopie, met_sleutels=False)
    with zipfile.ZipFile(kopie) as bron:
        manifest = json.loads(bron.read("manifest.json"))
    manifest["migraties"].append(["dossiers", "0099_later"])
    anders = _veranderd(kopie, tmp_path / "anders.zip", "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(Reservekopiefout, match="versie"):
        herstel(anders, vervang=True)


def test_een_gewoon_bestand_is_geen_kopie(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("dag")
    with pytest.raises(Reservekopiefout):
        herstel(tmp_path / "brief.txt", vervang=True)


def test_een_bestaand_bestand_wordt_niet_overschreven(tmp_path: Path) -> None:
    (tmp_path / "kopie.zip").write_text("van gisteren")
    with pytest.raises(Reservekopiefout):
        maak(tmp_path / "kopie.zip", met_sleutels=False)
    assert (tmp_path / "kopie.zip").read_text() == "van gisteren"


def test_zonder_sleutels_zegt_herstel_wat_er_mist_en_maakt_geen_nieuwe(
    wereld: Dossier, tmp_path: Path, settings: Settings
) -> None:
    maak(tmp_path / "kopie.zip", met_sleutels=False)
    settings.SLEUTEL_BESTAND = tmp_path / "leeg" / "sleutels.json"
    with pytest.raises(Reservekopiefout, match="sleutels ontbreken"):
        herstel(tmp_path / "kopie.zip", vervang=True)
    assert not settings.SLEUTEL_BESTAND.exists()
