"""Divided over the workers of a Dask cluster the answer is the same, byte for byte, also when a worker dies."""

from __future__ import annotations

import argparse
import json
import os
import signal
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.motor import Index
from werklandschap.matching.verdeeld import Verdeling
from werklandschap.project.cli import match

from .voorraad import PEILDATUM, Loterij

MENSEN = 2500
"""More than a block, so that every worker of two also has columns and planes."""
WERK = 140


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def loterij() -> Loterij:
    return Loterij(zaad=31)


def _json(waarde: Any) -> str:
    velden = {naam: lid for naam, lid in asdict(waarde).items() if lid is not None}
    return json.dumps(velden, default=lambda dag: dag.isoformat()) + "\n"


def _match(map_: Path, naam: str, *extra: str) -> bytes:
    parser = argparse.ArgumentParser()
    match.argumenten(parser)
    vast = [f"--{soort}={map_}/{soort}" for soort in ("kandidaten", "werkprofielen", "taxonomie")]
    opties = [*vast, "--top", "15", "--peildatum", PEILDATUM.isoformat(), "--uit", f"{map_}/{naam}", *extra]
    assert match.voer_uit(parser.parse_args(opties)) == 0
    return (map_ / naam).read_bytes()


def test_een_twee_en_vier_werkers_geven_dezelfde_bytes(cluster: LocalCluster, loterij: Loterij, tmp_path: Path) -> None:
    mensen = [loterij.kandidaat(f"k{nummer}") for nummer in range(MENSEN)]
    werk = [loterij.werkprofiel(f"w{nummer}") for nummer in range(WERK)]
    (tmp_path / "kandidaten").write_text("".join(map(_json, mensen)), encoding="utf-8")
    (tmp_path / "werkprofielen").write_text("".join(map(_json, werk)), encoding="utf-8")
    (tmp_path / "taxonomie").write_text(json.dumps(asdict(loterij.taxonomie())), encoding="utf-8")
    alleen = _match(tmp_path, "alleen")
    assert len(alleen.splitlines()) > WERK
    for aantal in (1, 2, 4):
        cluster.scale(aantal)
        with Client(cluster) as klant:
            klant.wait_for_workers(aantal)
        assert _match(tmp_path, f"dask{aantal}", "--dask", cluster.scheduler_address) == alleen


def test_ieder_heeft_alleen_zijn_deel_en_wie_sterft_wordt_vervangen(cluster: LocalCluster, loterij: Loterij) -> None:
    taxonomie = loterij.taxonomie()
    mensen = [loterij.kandidaat(f"k{nummer}") for nummer in range(MENSEN)]
    groepen = [[loterij.werkprofiel(f"w{groep}.{nummer}") for nummer in range(4)] for groep in range(12)]
    cluster.scale(2)
    with Client(cluster) as klant:
        klant.wait_for_workers(2)
        verdeling = Verdeling(klant, mensen, taxonomie)
        gevonden = verdeling.zoek_alle(_met_moord(klant, groepen), 15, PEILDATUM)
        index = Index.bouw(mensen, taxonomie)
        verwacht = [[(werk.id, index.zoek(werk, 15, PEILDATUM)) for werk in groep] for groep in groepen]
        assert list(gevonden) == verwacht
        assert sum(len(treffers) for antwoord in verwacht for _, treffers in antwoord) > 100


def _met_moord(klant: Client, groepen: list[list[Werkprofiel]]) -> Iterator[list[Werkprofiel]]:
    """The groups, and after some of them a worker is killed that has a part and questions waiting."""
    for nummer, groep in enumerate(groepen):
        if nummer == 10:
            assert sorted(_mensen_per_werker(klant)) == [[MENSEN // 2], [MENSEN // 2]]
            os.kill(min(klant.run(os.getpid).values()), signal.SIGKILL)
        yield groep


def _mensen_per_werker(klant: Client) -> list[list[int]]:
    """How many people are in the indexes each worker keeps."""

    def tel(dask_worker: Any) -> list[int]:
        return [len(waarde) for waarde in dask_worker.data.values() if type(waarde).__name__ == "Index"]

    return list(klant.run(tel).values())
