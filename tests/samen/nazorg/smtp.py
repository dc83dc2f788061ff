"""A mail server on 127.0.0.1 for tests: it speaks enough SMTP (RFC 5321) to take mail in, and keeps what it got."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

BEKEND = {"EHLO", "HELO", "MAIL", "RCPT", "DATA", "RSET", "NOOP"}


class Postbus(socketserver.ThreadingTCPServer):
    """The server; `post` holds (recipients, message) in order of arrival."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.post: list[tuple[list[str], EmailMessage]] = []

    @property
    def poort(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class _Gesprek(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._zeg("220 proef ESMTP")
        aan: list[str] = []
        while regel := self.rfile.readline():
            woord = regel.decode("ascii").strip()
            opdracht = woord[:4].upper()
            if opdracht == "QUIT":
                self._zeg("221 dag")
                return
            if opdracht == "RCPT":
                aan.append(woord[woord.index("<") + 1 : woord.index(">")])
            if opdracht == "DATA":
                self._zeg("354 ga uw gang")
                assert isinstance(self.server, Postbus)
                self.server.post.append((aan, self._lees_bericht()))
                aan = []
            self._zeg(
                "250 goed" if opdracht in {"EHLO", "HELO", "MAIL", "RCPT", "DATA", "RSET", "NOOP"} else "500 onbekend"
            )

    def _lees_bericht(self) -> EmailMessage:
        regels = []
        while (regel := self.rfile.readline()) != b".\r\n":
            regels.append(regel[1:] if regel.startswith(b"..") else regel)
        bericht = message_from_bytes(b"".join(regels), policy=policy.default)
        assert isinstance(bericht, EmailMessage)
        return bericht

    def _zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode("ascii"))


@contextmanager
def postbus() -> Iterator[Postbus]:
    """A running server; stops at the end."""
    with Postbus() as server:
        draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        draad.start()
        try:
            yield server
        finally:
            server.shutdown()
            draad.join()
