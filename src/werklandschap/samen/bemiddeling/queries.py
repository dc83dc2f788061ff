"""Reads of this room: the list, what waits, and the steps of one voordracht."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht, VoordrachtQuerySet
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER

Status = Voordracht.Status


def met_namen(rijen: VoordrachtQuerySet) -> VoordrachtQuerySet:
    """Rows with person, job, employer and who presents, so that a list costs no query per row."""
    return rijen.select_related("dossier__werkzoekende", "werkprofiel__werkgever", "toestemming", "door")


def lijst(gebruiker: Gebruiker, *, status: str = "lopend", van: str = "alle") -> VoordrachtQuerySet:
    """The list of a colleague. `status` is lopend, a status, or empty for all; `van` mij or alle."""
    rijen = met_namen(Voordracht.objects.voor(gebruiker))
    if status == "lopend":
        rijen = rijen.lopend()
    elif status:
        rijen = rijen.filter(status=status)
    return rijen.filter(door=gebruiker) if van == "mij" else rijen


@dataclass(frozen=True)
class Wachtend:
    """What waits for one colleague, longest waiting first.

    `koos_zelf`: the resident chose this job, nobody answered yet; without a presenter it waits for the one responsible.
    `te_laat`: the employer let the agreed day pass. `zei_ja`: the candidate agreed, the employer can hear of it.
    `terug_te_koppelen`: the employer decided, the candidate does not know yet.
    """

    koos_zelf: list[Voordracht]
    te_laat: list[Voordracht]
    zei_ja: list[Voordracht]
    terug_te_koppelen: list[Voordracht]


def wacht_op(gebruiker: Gebruiker) -> Wachtend:
    """Everything that this colleague presents and has to act on; one query."""
    te_laat = Q(status=Status.VOORGEDRAGEN, reactie_voor__lt=timezone.localdate())
    terug = Q(besloten_op__isnull=False, teruggekoppeld_op__isnull=True)
    zelf = Q(status=Status.VOORGESELECTEERD, wil_zelf_op__isnull=False)
    van_mij = Q(door=gebruiker), Q(door__isnull=True, dossier__verantwoordelijke=gebruiker)
    rijen = eerst(Voordracht.objects.voor(gebruiker), *van_mij).filter(
        te_laat | terug | zelf | Q(status=Status.TOEGESTEMD)
    )
    alle = list(met_namen(rijen).order_by("reactie_voor", "besloten_op", "gemaakt_op", "id"))
    return Wachtend(
        koos_zelf=sorted((v for v in alle if v.status == Status.VOORGESELECTEERD), key=lambda v: (v.wil_zelf_op, v.pk)),
        te_laat=[v for v in alle if v.status == Status.VOORGEDRAGEN and v.besloten_op is None],
        zei_ja=sorted((v for v in alle if v.status == Status.TOEGESTEMD), key=lambda v: (v.gemaakt_op, v.pk)),
        terug_te_koppelen=sorted(
            (v for v in alle if v.besloten_op and not v.teruggekoppeld_op), key=lambda v: (v.besloten_op, v.pk)
        ),
    )


@dataclass(frozen=True)
class Stapregel:
    """A step with its time, for the list of steps on the page."""

    titel: str
    tekst: str
    status: str


# The way most voordrachten go; other ends are shown in place of the last step.
GEWONE_WEG = (
    Status.VOORGESELECTEERD,
    Status.GEVRAAGD,
    Status.TOEGESTEMD,
    Status.VOORGEDRAGEN,
    Status.IN_GESPREK,
    Status.AANGENOMEN,
    Status.GEPLAATST,
)


def nog_te_gaan(voordracht: Voordracht) -> list[Voordracht.Status]:
    """The steps that usually follow; none when it ended."""
    if voordracht.status in Voordracht.GEEINDIGD:
        return []
    return list(GEWONE_WEG[GEWONE_WEG.index(Status(voordracht.status)) + 1 :])


def loopt_bij_werkgever(voordracht: Voordracht) -> bool:
    """Is the candidate with the employer now?"""
    return voordracht.status in LOOPT_BIJ_WERKGEVER


def komende_ontmoetingen(gebruiker: Gebruiker, *, tot: datetime, van_mij: bool = False) -> QuerySet[Ontmoeting]:
    """Meetings from now on that go on, of the own municipality; `van_mij`: I present or I go along."""
    rijen = Ontmoeting.objects.filter(
        voordracht__in=Voordracht.objects.voor(gebruiker),
        afgezegd_op__isnull=True,
        wanneer__gte=timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0),
        wanneer__lte=tot,
    )
    if van_mij:
        rijen = rijen.filter(Q(begeleider=gebruiker) | Q(voordracht__door=gebruiker))
    return rijen.select_related(
        "begeleider", "voordracht__dossier__werkzoekende", "voordracht__werkprofiel__werkgever"
    ).order_by("wanneer", "id")
