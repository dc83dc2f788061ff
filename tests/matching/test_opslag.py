"""A saved index is the same index; a crash leaves the old one, a damaged file is noticed and made again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from werklandschap.matching.invoer import Kandidaat, Taxonomie
from werklandschap.matching.motor import Index
from werklandschap.matching.opslag import Beschadigd, bewaar, open_index, open_of_bouw

from .voorraad import PEILDATUM, Loterij


def _index(aantal: int = 300) -> tuple[Loterij, Index]:
    loterij = Loterij(zaad=11)
    taxonomie = loterij.taxonomie()
    return loterij, Index.bouw((loterij.kandidaat(f"é{nummer}") for nummer in range(aantal)), taxonomie)


def test_een_bewaarde_index_geeft_hetzelfde_ook_na_wijzigingen(tmp_path: Path) -> None:
    loterij, index = _index()
    for nummer in range(5):
        index.wijzig(loterij.kandidaat(f"nieuw{nummer}"))
        index.verwijder(f"é{nummer}")
    bewaar(index, tmp_path / "index")
    terug = open_index(tmp_path / "index")
    werk = [loterij.werkprofiel(f"w{nummer}") for nummer in range(4)]
    assert [terug.zoek(w, 40, PEILDATUM) for w in werk] == [index.zoek(w, 40, PEILDATUM) for w in werk]
    assert len(terug) == len(index) == 300
    wie = loterij.kandidaat("é7")
    for een in (index, terug):
        een.wijzig(wie)
        een.verwijder("nieuw3")
    assert "nieuw3" not in terug
    assert [terug.zoek(w, 40, PEILDATUM) for w in werk] == [index.zoek(w, 40, PEILDATUM) for w in werk]
    assert list(tmp_path.iterdir()) == [tmp_path / "index"]


def test_een_wijziging_in_het_ene_proces_raakt_het_bestand_niet(tmp_path: Path) -> None:
    _, index = _index(20)
    bewaar(index, tmp_path / "index")
    een, ander = open_index(tmp_path / "index"), open_index(tmp_path / "index")
    assert een.verwijder("é1")
    assert "é1" in ander
    assert "é1" in open_index(tmp_path / "index")


@pytest.mark.parametrize("plek", [0, 9, 40, -1, "midden", "half", "leeg"])
def test_een_beschadigd_bestand_wordt_opnieuw_gemaakt_met_een_melding(tmp_path: Path, plek: int | str) -> None:
    _, index = _index(50)
    pad = tmp_path / "index"
    bewaar(index, pad)
    inhoud = bytearray(pad.read_bytes())
    if plek == "half":
        del inhoud[len(inhoud) // 2 :]
    elif plek == "leeg":
        inhoud.clear()
    else:
        doel = inhoud.rindex(b"\xc3\xa91") if plek in ("midden", -1) else int(plek)
        inhoud[doel] ^= 0x40
    pad.write_bytes(inhoud)
    with pytest.raises(Beschadigd):
        open_index(pad)
    gemeld: list[str] = []
    opnieuw = open_of_bouw(pad, lambda: index, gemeld.append)
    assert len(gemeld) == 1
    assert gemeld[0].endswith("de index wordt opnieuw gemaakt")
    assert len(opnieuw) == len(open_index(pad)) == 50


def test_een_index_van_een_andere_versie_wordt_niet_gelezen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werklandschap.matching.opslag.FORMAAT", 99)
    bewaar(Index.bouw([Kandidaat("k")], Taxonomie()), tmp_path / "index")
    monkeypatch.undo()
    with pytest.raises(Beschadigd, match="versie 99"):
        open_index(tmp_path / "index")


SCHRIJVER = """
import sys
from pathlib import Path
from werklandschap.matching.opslag import bewaar, open_index
pad = Path(sys.argv[1])
index = open_index(pad)
print("bezig", flush=True)
while True:
    bewaar(index, pad)
"""


def test_wie_midden_in_het_schrijven_sterft_laat_het_oude_heel(tmp_path: Path) -> None:
    _, index = _index(200)
    pad = tmp_path / "index"
    bewaar(index, pad)
    for wacht in (0.0, 0.013, 0.027):
        schrijver = subprocess.Popen(
            [sys.executable, "-c", SCHRIJVER, str(pad)], stdout=subprocess.PIPE, env=os.environ
        )
        assert schrijver.stdout is not None
        assert schrijver.stdout.readline() == b"bezig\n"
        time.sleep(wacht)
        schrijver.send_signal(signal.SIGKILL)
        schrijver.wait()
        schrijver.stdout.close()
        assert len(open_index(pad)) == 200
    bewaar(index, pad)
    assert list(tmp_path.iterdir()) == [pad]


def test_een_lege_index_is_te_bewaren(tmp_path: Path) -> None:
    bewaar(Index.bouw([], Taxonomie()), tmp_path / "index")
    assert len(open_index(tmp_path / "index")) == 0
