"""Making the schedule: a short search while one waits, a long one in the queue with its progress.

The queue holds no row while it searches. Did something change meanwhile, then it searches again: what is written
always fits what is there.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.matching.speeddates import Afspraak
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import Speeddate
from werklandschap.samen.bemiddeling.speeddate_rooster import (
    Planning,
    Roosteruitslag,
    lees_planning,
    los_op,
    schrijf,
    vul_voorkeuren,
)
from werklandschap.samen.bemiddeling.speeddates import open_speeddate

logboek = logging.getLogger(__name__)
# Up to so many places to choose from one waits: well under a second.
METEEN_TOT = 1500
SECONDEN_MEE = 5.0
SECONDEN_RIJ = 60.0
POGINGEN = 3


@dataclass(frozen=True)
class Zoekstand:
    """How far a search in the queue is: seconds of at most how many, and the best found of at most what worth."""

    seconden: int
    hooguit: int
    beste: int | None = None
    grens: int | None = None


@actie
def maak_rooster(*, speeddate: Speeddate, door: Gebruiker) -> Roosteruitslag | None:
    """The best schedule; a later time with as few moves as possible. None: it takes long, and goes to the queue.

    Raises Invoerfout.
    """
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast))
    if vast.zoekt:
        return None
    vul_voorkeuren(vast, door)
    planning = lees_planning(vast)
    if planning.is_nieuw or planning.omvang <= METEEN_TOT:
        afspraken, uitslag = los_op(planning, SECONDEN_MEE)
        _neem_over(vast, afspraken, uitslag)
        return uitslag
    Speeddate.objects.filter(pk=vast.pk).update(zoekt_sinds=timezone.now(), zoekfout="")
    caches["voortgang"].delete(_sleutel(vast.pk))
    na_vastleggen(lambda: zoek_rooster.enqueue(vast.pk, door.pk))
    return None


def _neem_over(vast: Speeddate, afspraken: tuple[Afspraak, ...], uitslag: Roosteruitslag) -> None:
    schrijf(vast, afspraken)
    vast.wijzig(
        verwacht=None,
        status=Speeddate.Status.GEPLAND,
        waarde=uitslag.waarde,
        bewezen=uitslag.bewezen,
        verouderd=False,
        zoekt_sinds=None,
        zoekfout="",
    )


@actie
def neem_rooster_over(
    *,
    speeddate: Speeddate,
    planning: Planning,
    afspraken: tuple[Afspraak, ...],
    uitslag: Roosteruitslag,
    door: Gebruiker,
) -> bool:
    """Write what the queue found, unless what it was made for has changed; says whether it was written."""
    vast = open_speeddate(speeddate)
    vereis(rules.mag_speeddate_bewerken(door, vast))
    if lees_planning(vast) != planning:
        return False
    _neem_over(vast, afspraken, uitslag)
    return True


@task()
def zoek_rooster(sleutel: int, wie: int) -> str:
    """Search the schedule of an event and write it, for colleague `wie`; a failure is kept and shown."""
    speeddate, door = Speeddate.objects.get(pk=sleutel), Gebruiker.objects.get(pk=wie)
    fout = _("Er veranderde steeds iets. Klik nog een keer op Plan opnieuw.")
    try:
        for _poging in range(POGINGEN):
            speeddate.refresh_from_db()
            planning = lees_planning(speeddate)
            afspraken, uitslag = los_op(planning, SECONDEN_RIJ, lambda nu, hoogst: _meld(sleutel, nu, hoogst))
            if neem_rooster_over(
                speeddate=speeddate, planning=planning, afspraken=afspraken, uitslag=uitslag, door=door
            ):
                return f"{uitslag.afspraken} gesprekken"
    except Invoerfout as geweigerd:
        fout = str(geweigerd)
    except Exception:
        logboek.exception("schedule of speed date %s failed", sleutel)
        fout = _("Er ging iets mis. Het rooster is niet veranderd. Probeer het opnieuw.")
    Speeddate.objects.filter(pk=sleutel).update(zoekt_sinds=None, zoekfout=fout[:200])
    return fout


def _sleutel(speeddate: int) -> str:
    return f"rooster-{speeddate}"


def _meld(speeddate: int, beste: int, grens: int) -> None:
    caches["voortgang"].set(_sleutel(speeddate), (beste, grens), timeout=3600)


def zoekstand(speeddate: Speeddate) -> Zoekstand | None:
    """How far the search in the queue is, as far as this machine knows; None when nothing is searched."""
    if not speeddate.zoekt or speeddate.zoekt_sinds is None:
        return None
    gevonden = caches["voortgang"].get(_sleutel(speeddate.pk)) or (None, None)
    duur = int((timezone.now() - speeddate.zoekt_sinds).total_seconds())
    return Zoekstand(min(duur, int(SECONDEN_RIJ)), int(SECONDEN_RIJ), *gevonden)
