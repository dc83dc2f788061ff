"""Prepares the data folder, starts web server and queue worker, and stops both when it is told to stop.

Standard library only: script/demo also runs it before anything is installed, to check the options.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType
from typing import NoReturn

WORTEL = Path(__file__).resolve().parent.parent
BRON = WORTEL / "src" / "werklandschap"
sys.path.insert(0, str(BRON.parent))

from werklandschap.project.cli.ontleder import Ontleder  # noqa: E402 - found through the line above

GEREED_BINNEN = 90.0  # seconds in which the page must answer
MAPPEN = {"migrations", "data", "matching"}
SOORTEN = {".py", ".yaml", ".json", ".csv"}
STOP_BINNEN = 10.0  # seconds a process gets to finish before it is killed


class Stop(Exception):
    """Somebody asked us to stop."""


def lees_opties(argumenten: list[str]) -> argparse.Namespace:
    """The options; a port outside 1–65535 or an unknown option ends with exit code 2."""
    parser = Ontleder(prog="script/demo", description="Zet alles klaar en start Werklandschap.", allow_abbrev=False)
    parser.add_argument("--port", default="8000", metavar="N", help="poort (8000)")
    parser.add_argument("--leeg", action="store_true", help="zonder demogegevens; vraagt om een eerste beheerder")
    parser.add_argument("--alleen-controleren", action="store_true", help=argparse.SUPPRESS)
    opties = parser.parse_args(argumenten)
    if not (opties.port.isascii() and opties.port.isdigit() and 1 <= int(opties.port) <= 65535):
        parser.error(f"poort {opties.port} bestaat niet; kies een getal van 1 tot en met 65535")
    opties.port = int(opties.port)
    return opties


def poort_is_vrij(poort: int) -> bool:
    """Whether we could listen on this port of this machine now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", poort))
        except OSError:
            return False
    return True


def omgeving(data: Path, *, leeg: bool) -> dict[str, str]:
    """The environment in which every process of this start runs."""
    return {
        **os.environ,
        "WERKLANDSCHAP_DATA": str(data),
        "WERKLANDSCHAP_DEMO": "0" if leeg else "1",
        "DJANGO_SETTINGS_MODULE": "werklandschap.project.settings",
    }


def opdracht(*argumenten: str) -> list[str]:
    """The command line of one of our own commands."""
    return [sys.executable, "-m", "werklandschap", *argumenten]


class Voorbereiding:
    """Fills the data folder once per version of the code; a stamp beside the database remembers that."""

    def __init__(self, data: Path, *, leeg: bool, env: dict[str, str]) -> None:
        self.data, self.leeg, self.env = data, leeg, env
        database = env.get("DATABASE_URL", "")
        naam = hashlib.sha256(database.encode()).hexdigest()[:12] if database else "sqlite"
        self.stempel = data / f"klaar.{naam}"
        self.soort = data / f"soort.{naam}"
        self.bestand = None if database else data / "werklandschap.sqlite3"

    def doe(self) -> None:
        """Tables, catalogues and demo region, as far as this folder lacks them."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.bestand is not None and not self.bestand.exists():
            self.stempel.unlink(missing_ok=True)
            self.soort.unlink(missing_ok=True)
        self._weiger_andere_soort()
        merk = self._merk()
        if self.stempel.exists() and self.stempel.read_text() == merk:
            return
        # Said beforehand, so that a start broken off halfway is not taken for one of the other kind.
        self.soort.write_text("leeg" if self.leeg else "demo")
        if self.leeg:
            voer_uit("Database en catalogi klaarzetten", opdracht("klaarzetten"), self.env)
        else:
            voer_uit("Database, catalogi en demoregio klaarzetten", opdracht("klaarzetten", "--demo"), self.env)
        self.stempel.write_text(merk)

    def _weiger_andere_soort(self) -> None:
        wil = "leeg" if self.leeg else "demo"
        if self.soort.exists() and self.soort.read_text() != wil:
            wat = "demogegevens" if self.leeg else "gegevens van een lege start (--leeg)"
            raise SystemExit(
                f"In {self.data} staan {wat}. Kies een andere map, bijvoorbeeld: "
                f"WERKLANDSCHAP_DATA={self.data}-{wil} script/demo{' --leeg' if self.leeg else ''}"
            )

    def _merk(self) -> str:
        """A text that changes with the files that make tables, catalogues, demo data or the compiled engine."""
        som = hashlib.sha256()
        for bestand in sorted(BRON.rglob("*")):
            deel = bestand.relative_to(BRON)
            telt = {"migrations", "data", "matching"} & set(deel.parts)
            if (telt or "demo" in str(deel) or "catalogi" in deel.name) and bestand.suffix in {
                ".py",
                ".yaml",
                ".json",
                ".csv",
            }:
                som.update(str(deel).encode() + bestand.read_bytes())
        som.update((BRON / "__init__.py").read_bytes())
        return som.hexdigest()


def begin_proces(regel: list[str], env: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a process that leads its own group, has no keyboard and, on Linux, doesn't outlive us."""
    return subprocess.Popen(
        regel, env=env, cwd=WORTEL, start_new_session=True, stdin=subprocess.DEVNULL, preexec_fn=_sterf_mee
    )


def _sterf_mee() -> None:
    """Ask Linux for SIGTERM when our parent dies, even by kill -9; other systems don't offer that."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def voer_uit(tekst: str, regel: list[str], env: dict[str, str]) -> None:
    """Run a command to its end, saying every 10 seconds that it is still going; a failure ends the start."""
    print(f"• {tekst} …", flush=True)
    begin = time.monotonic()
    proces = begin_proces(regel, env)
    try:
        while True:
            try:
                code = proces.wait(timeout=10)
                break
            except subprocess.TimeoutExpired:
                print(f"  nog bezig ({time.monotonic() - begin:.0f} s)", flush=True)
    except BaseException:
        beeindig([proces])
        raise
    if code != 0:
        raise SystemExit(f"{tekst} is mislukt (code {code}); de regels hierboven zeggen waarom.")
    print(f"  klaar ({time.monotonic() - begin:.0f} s)", flush=True)


def vraag_beheerder(env: dict[str, str]) -> None:
    """Let a person at a terminal make the first administrator; without one, say how."""
    if sys.stdin.isatty():
        code = subprocess.call(opdracht("manage", "eerste_beheerder"), env=env, cwd=WORTEL)
        if code != 0:
            raise SystemExit("Zonder eerste beheerder kan niemand inloggen. Begin opnieuw met script/demo --leeg.")
        return
    print(
        "Maak zelf de eerste beheerder:\n"
        f"  WERKLANDSCHAP_DATA={env['WERKLANDSCHAP_DATA']} "
        f"{sys.executable} -m werklandschap manage eerste_beheerder",
        flush=True,
    )


def beeindig(processen: list[subprocess.Popen[bytes]]) -> None:
    """End these processes with all they started: first politely, then for certain."""
    for proces in processen:
        _signaal(proces, signal.SIGTERM)
    uiterlijk = time.monotonic() + STOP_BINNEN
    for proces in processen:
        with contextlib.suppress(subprocess.TimeoutExpired):
            proces.wait(timeout=max(0.1, uiterlijk - time.monotonic()))
        _signaal(proces, signal.SIGKILL)
        proces.wait()


def _signaal(proces: subprocess.Popen[bytes], soort: signal.Signals) -> None:
    """Send a signal to the whole group a process leads; a group that is gone is fine."""
    try:
        os.killpg(proces.pid, soort)
    except (ProcessLookupError, PermissionError):
        return


def antwoord_van(poort: int, pad: str) -> int | None:
    """The status the page answers with; None while nobody listens yet or no answer comes."""
    # No proxy: this is our own machine.
    openen = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with openen.open(f"http://127.0.0.1:{poort}{pad}", timeout=10) as antwoord:
            return int(antwoord.status)
    except urllib.error.HTTPError as fout:
        return fout.code
    except OSError:
        return None


def bedien(poort: int, env: dict[str, str]) -> None:
    """Serve until a signal comes or one of the two processes ends by itself."""
    processen: list[subprocess.Popen[bytes]] = []
    try:
        server = opdracht("serve", "--port", str(poort), "--werkers", "2", "--draden", "4")
        processen.append(begin_proces(server, env))
        wacht_op_antwoord(poort, processen)
        # The queue starts once the page is there: on a small machine they would slow each other down.
        processen.append(begin_proces(opdracht("worker"), env))
        print(f"Werklandschap draait op http://127.0.0.1:{poort}/", flush=True)
        print("Stoppen: Ctrl-C", flush=True)
        while True:
            eis_levend(processen)
            time.sleep(0.5)
    finally:
        # A second signal while we clean up must not leave anything running.
        for soort in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(soort, signal.SIG_IGN)
        beeindig(processen)


def wacht_op_antwoord(poort: int, processen: list[subprocess.Popen[bytes]]) -> None:
    """Wait until the page answers; a process that ends or a page that keeps silent ends the start."""
    begin = time.monotonic()
    gemeld = False
    while (status := antwoord_van(poort, "/healthz")) != 200:
        eis_levend(processen)
        verstreken = time.monotonic() - begin
        if verstreken > GEREED_BINNEN:
            wat = "geen antwoord" if status is None else f"code {status}"
            raise SystemExit(f"De webserver geeft na {GEREED_BINNEN:.0f} s nog {wat} op /healthz.")
        if verstreken > 2 and not gemeld:
            print("• Webserver starten …", flush=True)
            gemeld = True
        # Nobody listening yet costs nothing to ask; a server that says it isn't well is given some rest.
        time.sleep(0.1 if status is None else 1)
    if (status := antwoord_van(poort, "/")) != 200:
        wat = "geen antwoord" if status is None else f"code {status}"
        raise SystemExit(f"De webserver draait, maar de voorpagina geeft {wat}; de regels hierboven zeggen waarom.")


def eis_levend(processen: list[subprocess.Popen[bytes]]) -> None:
    """End the demo when one of its processes has ended by itself."""
    for proces, naam in zip(processen, ("De webserver", "De wachtrij"), strict=False):
        if proces.poll() is not None:
            raise SystemExit(f"{naam} is gestopt (code {proces.returncode}); de regels hierboven zeggen waarom.")


def stop(_nummer: int, _frame: FrameType | None) -> NoReturn:
    """Turn a signal into an exception, so that everything is cleaned up on the way out."""
    raise Stop


def main(argumenten: list[str]) -> int:
    """Check, prepare, serve. Exit code 0 after Ctrl-C, 1 on a failure, 2 on wrong use or a port in use."""
    opties = lees_opties(argumenten)
    if not poort_is_vrij(opties.port):
        volgende = opties.port + 1 if opties.port < 65535 else 8000
        print(
            f"Poort {opties.port} is al in gebruik. Stop wat daar draait of kies een andere poort: "
            f"script/demo --port {volgende}",
            file=sys.stderr,
        )
        return 2
    if opties.alleen_controleren:
        return 0
    for soort in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # After nohup a closing terminal is no reason to stop.
        if soort != signal.SIGHUP or signal.getsignal(soort) != signal.SIG_IGN:
            signal.signal(soort, stop)
    data = Path(os.environ.get("WERKLANDSCHAP_DATA") or WORTEL / ".werklandschap").resolve()
    env = omgeving(data, leeg=opties.leeg)
    try:
        Voorbereiding(data, leeg=opties.leeg, env=env).doe()
        if opties.leeg:
            vraag_beheerder(env)
        bedien(opties.port, env)
    except Stop:
        print("Gestopt.", flush=True)
    except OSError as fout:
        print(f"De gegevensmap {data} is niet te gebruiken: {fout}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
