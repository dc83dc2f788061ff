"""The columns a list of dossiers can have: what each shows, who may see it, and what it costs to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.dossiers import catalogi, queries
from werklandschap.kern.dossiers.models import Doelgroepperiode, Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.tegels import alle_tegels

Waarde = str | int | date | None
Lezen = Callable[[QuerySet[Dossier]], QuerySet[Dossier]]


@dataclass(frozen=True)
class Kolom:
    """`waarde(dossier)` is text, a number or a day; `sorteer` the word in the address when it can be sorted by.

    `lees` adds to the rows what `waarde` needs; `recht` is asked of who wants to see it.
    """

    code: str
    label: Any
    waarde: Callable[[Any], Waarde]
    sorteer: str = ""
    lees: Lezen | None = None
    recht: Recht | None = None


def tegelnamen() -> dict[str, str]:
    """{slug: name} of the tiles of the person, in the active language."""
    return {tegel.slug: tegel.naam for tegel in alle_tegels("werkzoekenden")}


def _tegels_nu(dossier: Any) -> str:
    namen = tegelnamen()
    return ", ".join(namen.get(bezoek.tegel, bezoek.tegel) for bezoek in dossier.keten.lopende_bezoeken)


def _met_tegels(rijen: QuerySet[Dossier]) -> QuerySet[Dossier]:
    lopend = Tegelbezoek.objects.filter(tot__isnull=True)
    return rijen.prefetch_related(Prefetch("keten__bezoeken", lopend, to_attr="lopende_bezoeken"))


def _met_doelgroep(rijen: QuerySet[Dossier]) -> QuerySet[Dossier]:
    nu = Doelgroepperiode.objects.filter(tot__isnull=True)
    return rijen.prefetch_related(Prefetch("doelgroepen", nu, to_attr="doelgroepen_nu"))


def _doelgroepen(dossier: Any) -> str:
    groepen = catalogi.doelgroepen()
    return ", ".join(naam_van(groepen, periode.code) for periode in dossier.doelgroepen_nu)


def _met_taken_te_laat(rijen: QuerySet[Dossier]) -> QuerySet[Dossier]:
    laat = Taak.objects.te_laat().filter(keten=OuterRef("keten")).order_by().values("keten")
    return rijen.annotate(taken_te_laat=Coalesce(Subquery(laat.annotate(n=Count("pk")).values("n")), 0))


def _met_volgende_taak(rijen: QuerySet[Dossier]) -> QuerySet[Dossier]:
    volgende = Taak.objects.open().filter(keten=OuterRef("keten"), voor_op__gte=timezone.localdate())
    return rijen.annotate(volgende_taak=Subquery(volgende.values("voor_op")[:1]))


KOLOMMEN: Mapping[str, Kolom] = {
    kolom.code: kolom
    for kolom in (
        Kolom("nummer", _("Nummer"), lambda d: d.pk, "nummer"),
        Kolom("tegels", _("Nu op tegel"), _tegels_nu, lees=_met_tegels),
        Kolom("wie", _("Verantwoordelijk"), lambda d: d.verantwoordelijke.naam if d.verantwoordelijke else "", "wie"),
        Kolom(
            "gezien",
            _("Laatst gezien"),
            lambda d: timezone.localdate(d.laatst_gezien),
            "gezien",
            queries.met_laatst_gezien,
        ),
        Kolom("gemeld", _("Gemeld op"), lambda d: timezone.localdate(d.gemeld_op), "gemeld"),
        Kolom("status", _("Status"), lambda d: d.get_status_display()),
        Kolom("volgende", _("Volgende taak"), lambda d: d.volgende_taak, lees=_met_volgende_taak),
        Kolom("laat", _("Taken te laat"), lambda d: d.taken_te_laat, lees=_met_taken_te_laat),
        Kolom("plaats", _("Woonplaats"), lambda d: d.werkzoekende.plaats),
        Kolom("taal", _("Taalniveau"), lambda d: d.werkzoekende.taalniveau),
        Kolom("doelgroep", _("Doelgroep"), _doelgroepen, lees=_met_doelgroep, recht=Recht.DOSSIERS_BEWERKEN),
        Kolom("telefoon", _("Telefoon"), lambda d: d.werkzoekende.telefoon, recht=Recht.DOSSIERS_BEWERKEN),
        Kolom("email", _("E-mail"), lambda d: d.werkzoekende.email, recht=Recht.DOSSIERS_BEWERKEN),
    )
}
STANDAARD = ("nummer", "tegels", "wie", "gezien", "gemeld", "status")


def mogelijke_kolommen(gebruiker: Gebruiker) -> list[Kolom]:
    """The columns this role may see, in their fixed order."""
    return [kolom for kolom in KOLOMMEN.values() if kolom.recht is None or gebruiker.heeft(kolom.recht)]


def gekozen_kolommen(gebruiker: Gebruiker, codes: Iterable[str]) -> list[Kolom]:
    """Those asked for that this role may see; without a (valid) choice the usual ones."""
    mogelijk = mogelijke_kolommen(gebruiker)
    return [k for k in mogelijk if k.code in set(codes)] or [k for k in mogelijk if k.code in STANDAARD]


def lees_rijen(dossiers: QuerySet[Dossier], kolommen: Sequence[Kolom]) -> QuerySet[Dossier]:
    """With everything these columns show, so that a row costs no query."""
    rijen = dossiers.select_related("werkzoekende", "verantwoordelijke", "keten")
    for kolom in kolommen:
        rijen = kolom.lees(rijen) if kolom.lees else rijen
    return rijen


def rijen_op_volgorde(sleutels: Sequence[int], kolommen: Sequence[Kolom]) -> list[Dossier]:
    """The dossiers with these keys, in this order: only what a page shows is read, not the whole list."""
    rijen = {d.pk: d for d in lees_rijen(Dossier.objects.filter(pk__in=sleutels), kolommen)}
    return [rijen[sleutel] for sleutel in sleutels if sleutel in rijen]
