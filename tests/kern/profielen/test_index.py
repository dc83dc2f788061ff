"""One index on disk for all processes: shared, current in each, and never half or damaged. With real processes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings
from tests.fabrieken import Dossierfabriek
from tests.kern.profielen import indexkind

from werklandschap.kern.profielen import index, indexbestanden

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.kern.profielen.indexserver"])


class Proces:
    """`indexkind` in a process of its own; calling sends a command and waits for the answer."""

    def __init__(self, database: str, map_: Path) -> None:
        self.fouten = map_ / "fouten"
        self.pijp, kant_van_kind = SERVER.Pipe()
        self.kind = SERVER.Process(target=indexkind.leef, args=(kant_van_kind, database, map_))
        self.kind.start()
        kant_van_kind.close()

    def __call__(self, *opdracht: Any) -> Any:
        self.pijp.send(opdracht)
        try:
            return self.pijp.recv()
        except EOFError:
            pytest.fail(self.fouten.read_text(encoding="utf-8"))

    def dood(self) -> None:
        """kill -9."""
        self.kind.kill()
        self.kind.join()
        self.pijp.close()


@pytest.fixture(scope="module")
def lege_database(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A SQLite file with tables; on PostgreSQL the processes use the database of the tests."""
    if connection.vendor != "sqlite":
        return None
    map_ = tmp_path_factory.mktemp("leeg")
    kind = Proces(str(map_ / "db"), map_)
    kind("zet_klaar")
    kind.dood()
    return map_ / "db"


@pytest.fixture
def proces(transactional_db: None, lege_database: Path | None, tmp_path: Path) -> Iterator[Callable[[], Proces]]:
    """Starts processes that share a database and a folder for the index."""
    database = str(connection.settings_dict["NAME"])
    if lege_database is not None:
        database = shutil.copy(lege_database, tmp_path / "db")
    gestart: list[Proces] = []

    def start() -> Proces:
        gestart.append(Proces(str(database), tmp_path))
        return gestart[-1]

    yield start
    for een in gestart:
        een.dood()


def _bestanden(map_: Path) -> list[Path]:
    return sorted((map_ / "index").rglob("*.index"))


def _gemeld(map_: Path) -> str:
    return (map_ / "fouten").read_text(encoding="utf-8")


def test_processen_delen_een_bestand_en_zien_elke_verandering_meteen(
    proces: Callable[[], Proces], tmp_path: Path
) -> None:
    een, ander = proces(), proces()
    mensen = een("vul", 6)
    eerst, ook = een("zoek"), ander("zoek")
    assert (sorted(eerst["wie"]), eerst["gedeeld"]) == (sorted(mensen), True)
    assert ook == eerst
    assert len(_bestanden(tmp_path)) == 1
    een("niveau", mensen[5], 5)
    nieuw = een("erbij")
    assert set(ander("zoek")["wie"][:2]) == {mensen[5], nieuw}
    een("zoekt_niet", mensen[0])
    een("sluit", mensen[1])
    for wie in (een, ander):
        gevonden = wie("zoek")
        assert sorted(gevonden["wie"]) == sorted([*mensen[2:], nieuw])
        assert gevonden["versie"] == eerst["versie"]


def test_wat_veranderde_komt_in_het_volgende_bestand_en_elk_proces_stapt_over(
    proces: Callable[[], Proces], tmp_path: Path
) -> None:
    web, werker = proces(), proces()
    mensen = web("vul", 5)
    eerst = web("zoek")
    assert werker("ronde", 2) == 0
    for wie in mensen[:3]:
        web("niveau", wie, 4)
    assert werker("ronde", 3) == 0
    assert werker("ronde", 2) == 1
    daarna = web("zoek")
    assert daarna["versie"] > eerst["versie"]
    assert daarna["gedeeld"]
    assert sorted(daarna["wie"][:3]) == sorted(mensen[:3])
    assert [pad.stem for pad in _bestanden(tmp_path)] == [daarna["versie"]]
    web("sluit", mensen[0])
    assert mensen[0] not in web("zoek")["wie"]


@pytest.mark.parametrize("plek", ["half", "klaar"])
def test_wie_met_kill_sterft_tijdens_het_schrijven_laat_het_oude_bestand_heel(
    proces: Callable[[], Proces], tmp_path: Path, plek: str
) -> None:
    web, werker = proces(), proces()
    mensen = web("vul", 4)
    eerst = web("zoek")
    web("niveau", mensen[2], 5)
    werker.pijp.send(("sterf_bij", plek))
    assert werker.pijp.recv() == "bezig"
    werker.dood()
    assert len(list((tmp_path / "index").rglob(".*.tmp"))) == 1
    vers = proces()
    assert vers("zoek") == web("zoek")
    assert web("zoek")["versie"] == eerst["versie"]
    assert web("zoek")["wie"][0] == mensen[2]
    assert vers("vouw_in") is True
    assert list((tmp_path / "index").rglob(".*.tmp")) == []
    assert web("zoek")["versie"] > eerst["versie"]


@pytest.mark.parametrize("schade", ["omgeklapt", "afgekapt", "leeg"])
def test_een_beschadigd_bestand_wordt_opnieuw_gemaakt_en_gemeld(
    proces: Callable[[], Proces], tmp_path: Path, schade: str
) -> None:
    een = proces()
    een("vul", 4)
    eerst = een("zoek")
    een.dood()
    (pad,) = _bestanden(tmp_path)
    inhoud = bytearray(pad.read_bytes())
    if schade == "omgeklapt":
        inhoud[len(inhoud) // 2] ^= 1
    else:
        del inhoud[0 if schade == "leeg" else len(inhoud) // 3 :]
    pad.write_bytes(inhoud)
    ander = proces()
    daarna = ander("zoek")
    assert (daarna["wie"], daarna["gedeeld"]) == (eerst["wie"], True)
    assert daarna["versie"] > eerst["versie"]
    assert _gemeld(tmp_path).count("de index wordt opnieuw gemaakt") == 1
    assert [bestand.stem for bestand in _bestanden(tmp_path)] == [daarna["versie"]]


def test_software_met_een_andere_formule_maakt_een_eigen_bestand(proces: Callable[[], Proces], tmp_path: Path) -> None:
    oud, nieuw = proces(), proces()
    oud("vul", 3)
    nieuw("met_formule", "2")
    eerst = oud("zoek")
    assert nieuw("zoek")["versie"] != eerst["versie"]
    assert len(_bestanden(tmp_path)) == 2
    assert oud("zoek")["versie"] == eerst["versie"]


def test_twee_bouwers_tegelijk_maken_een_bestand(proces: Callable[[], Proces], tmp_path: Path) -> None:
    een, ander = proces(), proces()
    een("vul", 40)
    ander("ronde", 500)
    for wie in (een, ander):
        wie.pijp.send(("zoek",))
    antwoorden = [een.pijp.recv(), ander.pijp.recv()]
    assert antwoorden[0] == antwoorden[1]
    assert len(_bestanden(tmp_path)) == 1


def test_wie_vouwt_terwijl_een_ander_dat_doet_wacht_niet(proces: Callable[[], Proces]) -> None:
    een, ander = proces(), proces()
    een("vul", 3)
    een.pijp.send(("sterf_bij", "klaar"))
    assert een.pijp.recv() == "bezig"
    assert ander("vouw_in") is False


def test_een_bestand_van_een_andere_database_wordt_niet_gebruikt(proces: Callable[[], Proces], tmp_path: Path) -> None:
    een = proces()
    een("vul", 3)
    eerst = een("zoek")
    een("vergeet_wijzigingen")
    assert proces()("zoek")["versie"] > eerst["versie"]


def test_een_map_waar_niet_geschreven_mag_worden_houdt_het_zoeken_niet_tegen(
    proces: Callable[[], Proces], tmp_path: Path
) -> None:
    (tmp_path / "index").write_text("geen map", encoding="utf-8")
    een = proces()
    mensen = een("vul", 3)
    gevonden = een("zoek")
    assert (sorted(gevonden["wie"]), gevonden["gedeeld"]) == (sorted(mensen), False)
    assert "is niet te gebruiken" in _gemeld(tmp_path)


def test_alleen_eigen_mappen_gaan_weg_en_wat_nog_gebruikt_kan_worden_blijft(tmp_path: Path, settings: Settings) -> None:
    settings.INDEX_MAP = tmp_path
    eigen, oud, vers = (tmp_path / naam for naam in (indexbestanden.map_van(1).name, "1-0.1", "2-0.1"))
    van_een_ander = tmp_path / "foto's"
    for map_ in (eigen, oud, vers, van_een_ander):
        map_.mkdir()
        os.utime(map_, (0, 0))
    os.utime(vers)
    indexbestanden.ruim_op({1})
    assert set(tmp_path.iterdir()) == {eigen, vers, van_een_ander}
    indexbestanden.vergeet()
    assert list(tmp_path.iterdir()) == [van_een_ander]


def test_een_versie_is_later_dan_elk_bestand_ook_als_de_klok_terugging(tmp_path: Path, settings: Settings) -> None:
    settings.INDEX_MAP = tmp_path
    straks = indexbestanden.map_van(1) / "29990101T000000000000.index"
    straks.parent.mkdir()
    straks.touch()
    assert indexbestanden.nieuwe_versie(1) == "29990101T000000000001"


@pytest.mark.django_db
def test_in_een_transactie_wordt_niets_bewaard(tmp_path: Path, settings: Settings) -> None:
    settings.INDEX_MAP = tmp_path / "index"
    mens = Dossierfabriek().werkzoekende
    assert str(mens.pk) in index.zoekindex(mens.gemeente_id).index
    assert not settings.INDEX_MAP.exists()
