"""What is on somebody's plate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import Dagblok, Dagregel, Zoekresultaat, dagblokken, zoekers
from werklandschap.kern.taken.models import Taak, van_wie_ik_vervang
from werklandschap.kern.toegang.models import Gebruiker

MINSTE_ZOEKTEKENS = 2
MEEST_OP_EEN_DAG = 60
MEEST_GELIJK = 3  # tasks with one title that stand open below each other before the rest folds


@dataclass(frozen=True)
class Bundel:
    """Tasks with the same title: what stands open on the page, and what is folded under it."""

    open: list[Taak]
    dicht: list[Taak]


def bundel(taken: Sequence[Taak]) -> list[Bundel]:
    """The tasks in their order, those with the same title together; a long row of them shows its first few."""
    groepen: dict[str, list[Taak]] = {}
    for taak in taken:
        groepen.setdefault(taak.titel, []).append(taak)
    return [
        # One task alone is never folded: it would take the same line.
        Bundel(rij[:MEEST_GELIJK], rij[MEEST_GELIJK:]) if len(rij) > MEEST_GELIJK + 1 else Bundel(rij, [])
        for rij in groepen.values()
    ]


@dataclass(frozen=True)
class Dag:
    """Mijn dag: own tasks in three groups, and the blocks other rooms add; `is_alles` is no when more tasks wait."""

    te_laat: list[Taak]
    vandaag: list[Taak]
    straks: list[Taak]
    blokken: list[Dagblok]
    is_alles: bool

    @property
    def nu(self) -> list[tuple[str, str, list[Taak], list[Bundel]]]:
        """What cannot wait: (id, heading, tasks, the same tasks bundled), without empty parts."""
        delen = [("te-laat", _("Te laat"), self.te_laat), ("vandaag", _("Vandaag"), self.vandaag)]
        return [(code, kop, taken, bundel(taken)) for code, kop, taken in delen if taken]

    @property
    def is_leeg(self) -> bool:
        """Nothing to do and nobody waits."""
        return not (self.te_laat or self.vandaag or self.straks or self.blokken)


def taken_met_onderwerp(taken: QuerySet[Taak]) -> QuerySet[Taak]:
    """Tasks with what they are about, so that a list costs no query per row."""
    return taken.select_related("eigenaar", "keten__dossier__werkzoekende", "keten__werkgever")


def onderwerp_van(taak: Taak) -> tuple[str, str]:
    """(name, address) of the dossier or employer a task is about; empty when it is about nothing."""
    if taak.keten is None:
        return "", taak.url
    if taak.keten.soort == "dossier":
        dossier = taak.keten.dossier
        return dossier.werkzoekende.naam, taak.url or reverse("dossiers:dossier", args=[dossier.pk])
    werkgever = taak.keten.werkgever
    return werkgever.naam, taak.url or reverse("relaties:relatie", args=[werkgever.pk])


def dag_van(gebruiker: Gebruiker) -> Dag:
    """Everything for one colleague today; tasks up to two weeks ahead, `MEEST_OP_EEN_DAG` at most.

    What is late or due with colleagues who are away stands apart, for who stands in.
    """
    vandaag = timezone.localdate()
    grens = vandaag + timedelta(days=14)
    mijn = Q(eigenaar=gebruiker, voor_op__lte=grens) | (van_wie_ik_vervang(gebruiker) & Q(voor_op__lte=vandaag))
    alle = list(taken_met_onderwerp(Taak.objects.open().filter(mijn))[: MEEST_OP_EEN_DAG + 1])
    is_alles = len(alle) <= MEEST_OP_EEN_DAG
    alle = alle[:MEEST_OP_EEN_DAG]
    taken = [taak for taak in alle if taak.eigenaar_id == gebruiker.pk]
    blokken = [_vervanging([taak for taak in alle if taak.eigenaar_id != gebruiker.pk])]
    blokken += [blok for maak in dagblokken.alle() for blok in maak(gebruiker)]
    return Dag(
        te_laat=[t for t in taken if t.voor_op < vandaag],
        vandaag=[t for t in taken if t.voor_op == vandaag],
        straks=[t for t in taken if t.voor_op > vandaag],
        blokken=[blok for blok in blokken if blok.regels],
        is_alles=is_alles,
    )


def _vervanging(taken: Sequence[Taak]) -> Dagblok:
    regels = []
    for taak in taken:
        naam, adres = onderwerp_van(taak)
        tekst = f"{naam}: {taak.titel}" if naam else taak.titel
        wie = taak.eigenaar.naam if taak.eigenaar else ""
        regels.append(Dagregel(tekst, adres or reverse("taken:lijst"), taak.voor_op, taak.is_te_laat, wie))
    return Dagblok("te_laat", _("Van wie u vervangt"), regels, len(regels))


def zoek_overal(gebruiker: Gebruiker, vraag: str) -> list[tuple[str, list[Zoekresultaat]]]:
    """Hits per kind for at least two characters, at most ten of each."""
    schoon = vraag.strip()[:100]
    if len(schoon) < MINSTE_ZOEKTEKENS:
        return []
    groepen: dict[str, list[Zoekresultaat]] = {}
    for zoek in zoekers.alle():
        for resultaat in zoek(gebruiker, schoon)[:10]:
            groepen.setdefault(resultaat.soort, []).append(resultaat)
    return list(groepen.items())


def urgentie_tekst(taak: Taak) -> str:
    """How late or soon, in words."""
    dagen = (taak.voor_op - timezone.localdate()).days
    if dagen < 0:
        return _("{dagen} dagen te laat").format(dagen=-dagen) if dagen < -1 else _("1 dag te laat")
    if dagen == 0:
        return _("vandaag")
    return _("morgen") if dagen == 1 else _("over {dagen} dagen").format(dagen=dagen)
