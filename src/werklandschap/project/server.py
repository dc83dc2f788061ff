"""gunicorn with the product in it, configured in code: no file, no state outside the process."""

from __future__ import annotations

import gc
import socket
from typing import Any

from gunicorn.app.base import BaseApplication


def poort_is_vrij(adres: str, poort: int) -> bool:
    """Whether a server could listen here now."""
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(familie, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
        except OSError:
            return False
    return True


def ruim_rustig_op() -> None:
    """Let the collector of cycles pass over what was loaded, and come less often.

    Code and models stay as long as the process; to walk them all takes a tenth of a second in the middle of a request.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def start(*, adres: str, poort: int, werkers: int, draden: int) -> None:
    """Serve until a signal stops it; ends the process (gunicorn calls sys.exit)."""
    haken = f"[{adres}]" if ":" in adres else adres
    Webserver(
        {
            "bind": f"{haken}:{poort}",
            "workers": werkers,
            "worker_class": "gthread",
            "threads": draden,
            "timeout": 60,
            "graceful_timeout": 8,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
    ).run()


class Webserver(BaseApplication):
    """gunicorn's application object around our WSGI application."""

    def __init__(self, opties: dict[str, Any]) -> None:
        self.opties = opties
        super().__init__()

    def load_config(self) -> None:
        """Set what this version of gunicorn knows; older ones lack the control socket."""
        for naam, waarde in self.opties.items():
            if naam in self.cfg.settings:
                self.cfg.set(naam, waarde)

    def load(self) -> Any:
        """The WSGI application, loaded in each worker process."""
        from werklandschap.project.wsgi import application

        ruim_rustig_op()
        return application
