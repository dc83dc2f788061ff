"""`werklandschap worker`: does the work in the queue (mail, exports, reminders)."""

from __future__ import annotations

import argparse
import threading
import time

NAAM = "worker"
HULP = "voer het werk in de wachtrij uit, zoals mail en herinneringen; stop met Ctrl-C"
DJANGO = True
KIJK_ELKE = 600  # seconds


def argumenten(parser: argparse.ArgumentParser) -> None:
    """How often to look, and whether to stop when all is done."""
    parser.add_argument(
        "--pauze", type=float, default=1.0, metavar="SECONDEN", help="wachttijd als er niets te doen is (1)"
    )
    parser.add_argument("--eenmalig", action="store_true", help="doe wat er ligt en stop dan")


def voer_uit(opties: argparse.Namespace) -> int:
    """Work on all queues until told to stop; the task under way is finished first."""
    import logging
    import uuid

    from django_tasks_db.management.commands.db_worker import Worker

    # What the settings say about logging holds; only the worker's own start and stop lines are left out.
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=opties.pauze,
        batch=opties.eenmalig,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
    )
    worker.configure_signals()
    if opties.eenmalig:
        _werk_dag_af()
    else:
        threading.Thread(target=_elke_dag, name="dagelijks", daemon=True).start()
    worker.run()
    return 0


def _elke_dag() -> None:
    """Look every ten minutes what is due by now and whether today's work is done; of several workers one does that."""
    while True:
        _werk_dag_af()
        time.sleep(KIJK_ELKE)


def _werk_dag_af() -> None:
    import logging

    from django.db import DatabaseError, close_old_connections

    from werklandschap.beheer.dagelijks import loop_ronde, werk_dag_af

    try:
        loop_ronde()
        werk_dag_af()
    except DatabaseError:
        # The database is away or busy: the next look tries again.
        logging.getLogger(__name__).exception("the daily work could not start")
    finally:
        close_old_connections()
