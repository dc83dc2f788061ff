"""Files uploaded on /beheer/importeren/: kept, tried, imported, and thrown away again.

A short file is done at once; a long one by the queue, with its progress beside the database: what an import writes
shows only when its one transaction is finished.
"""

from __future__ import annotations

import base64
import logging
from datetime import timedelta

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.koppelingen.bestanden.invoer import Verslag, voer_in
from werklandschap.koppelingen.bestanden.lezen import Bron, Onleesbaar, lees_inhoud
from werklandschap.koppelingen.bestanden.models import Invoer

logboek = logging.getLogger(__name__)
MAX_BYTES = 10 * 1024 * 1024
EXTENSIES = (".csv", ".txt", ".xlsx", ".json")
# Up to this many rows the administrator waits; more goes to the queue.
METEEN_TOT = 25
BEWAAR_DAGEN = 7
VASTGELOPEN_NA = timedelta(hours=6)
Status = Invoer.Status


def mag_importeren(gebruiker: Gebruiker) -> bool:
    """Colleagues of a municipality who may bring in files."""
    return gebruiker.heeft(Recht.IMPORTEREN) and gebruiker.gemeente_id is not None


@actie
def bied_aan(*, gemeente: Gemeente, door: Gebruiker, soort: str, naam: str, inhoud: bytes) -> Invoer:
    """Keep a file and have it tried. Raises Invoerfout when it is too large or can't be read."""
    vereis(mag_importeren(door) and door.gemeente_id == gemeente.pk)
    if not naam.lower().endswith(EXTENSIES):
        raise Invoerfout({"bestand": _("Kies een bestand dat eindigt op .csv, .xlsx of .json.")})
    if len(inhoud) > MAX_BYTES:
        raise Invoerfout({"bestand": _("Het bestand is groter dan 10 MB. Deel het op.")})
    bron = _lees(inhoud, naam)
    if not bron.rijen:
        raise Invoerfout({"bestand": _("Er staan geen rijen in dit bestand, alleen een kopregel.")})
    invoer = Invoer.objects.create(
        gemeente=gemeente,
        door=door,
        soort=soort,
        bestandsnaam=naam[-150:],
        inhoud=base64.b64encode(inhoud).decode(),
        rijen=len(bron.rijen),
    )
    _plan(invoer)
    return invoer


@actie
def start(*, invoer: Invoer, door: Gebruiker) -> Invoer:
    """Import what was tried. Raises Invoerfout when it is not ready for that, or started already."""
    vast = _op_slot(invoer, door)
    if not vast.kan_invoeren:
        raise Invoerfout(_("Dit bestand kan nu niet worden ingevoerd."))
    vast.status, vast.begonnen_op = Status.INVOEREN, None
    vast.save(update_fields=["status", "begonnen_op"])
    _plan(vast)
    return vast


@actie
def gooi_weg(*, invoer: Invoer, door: Gebruiker) -> Invoer:
    """Do not import; the content of the file goes at once, the report stays."""
    vast = _op_slot(invoer, door)
    if vast.status not in {Status.GECONTROLEERD, Status.MISLUKT}:
        raise Invoerfout(_("Dit bestand is bezig of al klaar."))
    vast.status, vast.inhoud, vast.klaar_op = Status.WEG, "", timezone.now()
    vast.save(update_fields=["status", "inhoud", "klaar_op"])
    return vast


def _op_slot(invoer: Invoer, door: Gebruiker) -> Invoer:
    vereis(mag_importeren(door) and door.gemeente_id == invoer.gemeente_id)
    return Invoer.objects.select_for_update(of=("self",)).get(pk=invoer.pk)


def _plan(invoer: Invoer) -> None:
    sleutel = str(invoer.pk)
    if invoer.rijen <= METEEN_TOT:
        na_vastleggen(lambda: verwerk(sleutel))
    else:
        na_vastleggen(lambda: verwerk_later.enqueue(sleutel))


@task()
def verwerk_later(sleutel: str) -> None:
    """As `verwerk`, in the queue."""
    verwerk(sleutel)


def verwerk(sleutel: str) -> None:
    """Try or import one file. A second worker with the same file does nothing; a failure is kept and shown."""
    nu = timezone.now()
    bezig = Invoer.objects.filter(pk=sleutel, status__in=(Status.CONTROLEREN, Status.INVOEREN))
    if not bezig.filter(begonnen_op__isnull=True).update(begonnen_op=nu):
        return
    invoer = bezig.select_related("gemeente").get()
    proef = invoer.status == Status.CONTROLEREN
    try:
        verslag = _voer_uit(invoer, proef)
    except Exception:
        logboek.exception("import %s failed", sleutel)
        invoer.status = Status.MISLUKT
        invoer.fout = _(
            "Er ging iets mis. Er is niets ingevoerd. Probeer het opnieuw, of vraag uw applicatiebeheerder."
        )
    else:
        invoer.verslag = als_gegevens(verslag)
        invoer.status = Status.GECONTROLEERD if proef else Status.KLAAR
        if not proef:
            invoer.inhoud, invoer.klaar_op = "", timezone.now()
    invoer.save(update_fields=["status", "fout", "verslag", "inhoud", "klaar_op"])
    caches["voortgang"].delete(sleutel)


def _voer_uit(invoer: Invoer, proef: bool) -> Verslag:
    bron = _lees(base64.b64decode(invoer.inhoud), invoer.bestandsnaam)
    geheugen, sleutel = caches["voortgang"], str(invoer.pk)

    def voortgang(gedaan: int, totaal: int) -> None:
        if gedaan % 10 == 0 or gedaan == totaal:
            geheugen.set(sleutel, gedaan, timeout=3600)

    return voer_in(soort=invoer.soort, bron=bron, gemeente=invoer.gemeente, proef=proef, voortgang=voortgang)


def gedaan(invoer: Invoer) -> int:
    """Rows done so far, as far as this machine knows."""
    return int(caches["voortgang"].get(str(invoer.pk), 0))


def als_gegevens(verslag: Verslag) -> dict[str, object]:
    """The report as it is kept."""
    return {
        "aantallen": verslag.aantallen,
        "meldingen": [[m.rij, m.veld, m.tekst, m.geweigerd] for m in verslag.meldingen],
    }


def _lees(inhoud: bytes, naam: str) -> Bron:
    try:
        return lees_inhoud(inhoud, naam)
    except Onleesbaar as fout:
        raise Invoerfout({"bestand": str(fout)}) from fout


def ruim_op() -> str:
    """Empty what lies unused for a week, and let go of what a stopped worker left."""
    nu = timezone.now()
    oud = Invoer.objects.filter(gemaakt_op__lt=nu - timedelta(days=BEWAAR_DAGEN))
    gewist = oud.filter(status__in=(Status.GECONTROLEERD, Status.MISLUKT)).update(inhoud="", status=Status.WEG)
    vast = Invoer.objects.filter(
        status__in=(Status.CONTROLEREN, Status.INVOEREN), begonnen_op__lt=nu - VASTGELOPEN_NA
    ).update(
        status=Status.MISLUKT, fout=_("De invoer is onderbroken. Er is niets ingevoerd. Kies het bestand opnieuw.")
    )
    return f"{gewist} bestanden gewist, {vast} onderbroken"
