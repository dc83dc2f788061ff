"""The script that fetches fonts and styles trusts nothing it has not checked."""

import importlib.util
import io
import json
import os
import stat
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def assets(tmp_path: Path) -> ModuleType:
    """The script as a module, with a lock and a target of its own."""
    spec = importlib.util.spec_from_file_location("assets", WORTEL / "script" / "assets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SLOT = tmp_path / "assets.lock.json"  # type: ignore[attr-defined]
    module.DOEL = tmp_path / "extern"  # type: ignore[attr-defined]
    return module


@pytest.fixture
def pakket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package, and an npm on the path that hands it out."""
    tarball = tmp_path / "bron.tgz"
    with tarfile.open(tarball, "w:gz") as archief:
        for naam, inhoud in {"dist/a.css": b"a{}", "dist/geheim.js": b"x", "../../uitbraak": b"!"}.items():
            lid = tarfile.TarInfo(f"package/{naam}")
            lid.size = len(inhoud)
            archief.addfile(lid, io.BytesIO(inhoud))
    npm = tmp_path / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(f'#!/bin/sh\necho gedaan >> "{tmp_path}/gebeld"\ncp "{tarball}" ./proef-1.0.0.tgz\n')
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")
    return tarball


def schrijf_slot(assets: ModuleType, sha512: str, bestanden: dict[str, str]) -> None:
    pakketten = [{"naam": "proef", "versie": "1.0.0", "sha512": sha512, "bestanden": bestanden}]
    letter = {"familie": "Proef", "gewicht": 400, "bestand": "proef.woff2", "bereik": "U+0000-00FF"}
    (assets.DOEL / "lettertypen").mkdir(parents=True, exist_ok=True)
    assets.SLOT.write_text(json.dumps({"pakketten": pakketten, "lettertypen": [letter]}))


def test_alleen_genoemde_bestanden_komen_eruit(assets: ModuleType, pakket: Path, tmp_path: Path) -> None:
    schrijf_slot(assets, assets.controlegetal(pakket), {"dist/a.css": "lettertypen/a.css"})
    assert assets.main([]) == 0
    gevonden = {str(p.relative_to(assets.DOEL)) for p in assets.DOEL.rglob("*") if p.is_file()}
    assert gevonden == {".klaar", "lettertypen/a.css", "lettertypen/noto.css"}
    assert not (tmp_path / "uitbraak").exists()


def test_een_verkeerd_controlegetal_wordt_geweigerd_en_laat_het_oude_staan(
    assets: ModuleType, pakket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf_slot(assets, "sha512-verkeerd", {"dist/a.css": "a.css"})
    (assets.DOEL / "oud.css").write_text("oud")
    assert assets.main([]) == 1
    assert "controlegetal klopt niet" in capsys.readouterr().err
    assert [p.name for p in assets.DOEL.rglob("*.css")] == ["oud.css"]


def test_de_tweede_keer_haalt_niets_op_tenzij_er_iets_weg_is(assets: ModuleType, pakket: Path, tmp_path: Path) -> None:
    schrijf_slot(assets, assets.controlegetal(pakket), {"dist/a.css": "lettertypen/a.css"})
    assert assets.main([]) == assets.main([]) == 0
    assert (tmp_path / "gebeld").read_text().count("gedaan") == 1
    (assets.DOEL / "lettertypen" / "a.css").unlink()
    assert assets.main([]) == 0
    assert (tmp_path / "gebeld").read_text().count("gedaan") == 2


def test_een_bestand_dat_niet_in_het_pakket_zit_wordt_genoemd(
    assets: ModuleType, pakket: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf_slot(assets, assets.controlegetal(pakket), {"dist/weg.css": "weg.css"})
    assert assets.main([]) == 1
    assert "dist/weg.css zit niet in het pakket" in capsys.readouterr().err


def test_het_echte_slot_is_volledig() -> None:
    slot = json.loads((WORTEL / "assets.lock.json").read_text(encoding="utf-8"))
    namen = {Path(naar).name for p in slot["pakketten"] for naar in p["bestanden"].values()}
    assert all(p["sha512"].startswith("sha512-") and p["licentie"] for p in slot["pakketten"])
    assert {letter["bestand"] for letter in slot["lettertypen"]} <= namen
