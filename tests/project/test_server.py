"""The port check in front of the web server."""

from __future__ import annotations

import gc
import socket

import pytest

from werklandschap.project.cli import main
from werklandschap.project.server import Webserver, poort_is_vrij, ruim_rustig_op


def test_een_bezette_poort_is_niet_vrij_en_daarna_weer_wel() -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        assert not poort_is_vrij("127.0.0.1", poort)
    assert poort_is_vrij("127.0.0.1", poort)


def test_serve_op_een_bezette_poort_zegt_wat_te_doen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from werklandschap.project.cli import serve

    monkeypatch.setattr(serve, "DJANGO", False)
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        assert main(["serve", "--port", str(poort)]) == 2
    fout = capsys.readouterr().err
    assert f"poort {poort}" in fout
    assert f"--port {poort + 1}" in fout
    assert fout.count("\n") == 1


def test_een_instelling_die_gunicorn_niet_kent_wordt_overgeslagen() -> None:
    server = Webserver({"workers": 3, "bestaat_niet": 1})
    assert server.cfg.workers == 3


def test_wat_geladen_is_wordt_niet_steeds_weer_nagelopen() -> None:
    drempels, lijst = gc.get_threshold(), [[]]
    try:
        ruim_rustig_op()
        assert gc.get_freeze_count() > 1000
        assert not any(ding is lijst for ding in gc.get_objects())
    finally:
        gc.unfreeze()
        gc.set_threshold(*drempels)
