"""What this tile shows elsewhere: its worklist, a tab, and when it could help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from werklandschap.kern.basis.haken import (
    Afspraak,
    Tab,
    Teamafspraak,
    Tegelsuggestie,
    agendabronnen,
    dagtaken,
    dossiersuggesties,
    dossiertabs,
    teamagendabronnen,
)
from werklandschap.kern.berichten.herinneringen import Klantafspraak, klantafspraken
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.klantbeeld.queries import beeld_uit, verouderd, waarnemingen_voor_pagina
from werklandschap.kern.klantbeeld.werklijst import HOOGUIT, dossiers_op_tegel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.diagnostiek.actions import ruim_concepten_op
from werklandschap.werkzoekende.diagnostiek.models import Gesprek
from werklandschap.werkzoekende.diagnostiek.queries import als_klantafspraak

KANT, SLUG = "werkzoekenden", "diagnostiek"
FEIT = "diagnostiek_gesproken"
VEEL_VEROUDERD = 5


def werklijst(request: HttpRequest) -> Werklijst | None:
    """People in diagnosis, and people without a first conversation."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return None
    gehouden = Gesprek.objects.filter(dossier=OuterRef("pk"), status=Gesprek.Status.GEHOUDEN)
    gepland = Gesprek.objects.filter(dossier=OuterRef("pk"), status=Gesprek.Status.GEPLAND)
    op_tegel = dossiers_op_tegel(gebruiker, SLUG).values("pk")
    dossiers = (
        Dossier.objects.voor(gebruiker)
        .lopend()
        .van(gebruiker)
        .annotate(is_gesproken=Exists(gehouden), heeft_afspraak=Exists(gepland))
        .filter(Q(pk__in=op_tegel) | Q(is_gesproken=False))
        .select_related("werkzoekende")
        .order_by("is_gesproken", "gemeld_op", "pk")[:HOOGUIT]
    )
    return Werklijst(
        titel=_("Uw klanten in diagnostiek of zonder eerste gesprek"),
        kolommen=(_("Naam"), _("Gemeld op"), _("Eerste gesprek")),
        rijen=[
            Rij(
                (dossier.werkzoekende.naam, datum(dossier.gemeld_op), _stand(dossier)),
                reverse("werkzoekende_diagnostiek:gesprekken", args=[dossier.pk]),
            )
            for dossier in dossiers
        ],
        leeg_tekst=_("Al uw klanten hebben een eerste gesprek gehad."),
    )


def _stand(dossier: Dossier) -> str:
    if getattr(dossier, "is_gesproken", False):
        return _("geweest")
    return _("gepland") if getattr(dossier, "heeft_afspraak", False) else _("nog niet gepland")


def suggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """No first conversation yet, or a picture that got old."""
    if not feit(dossier, FEIT):
        return [Tegelsuggestie(KANT, SLUG, _("Er is nog geen eerste gesprek geweest."), gewicht=40)]
    beeld = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), aspecten())
    aantal = len(verouderd(beeld))
    if aantal < VEEL_VEROUDERD:
        return []
    zin = ngettext(
        "{aantal} onderwerp in het klantbeeld is verouderd.",
        "{aantal} onderwerpen in het klantbeeld zijn verouderd.",
        aantal,
    )
    return [Tegelsuggestie(KANT, SLUG, zin.format(aantal=aantal), gewicht=15)]


def agenda(gebruiker: Gebruiker, van: datetime, tot: datetime) -> Iterator[Afspraak]:
    """The conversations this colleague has; one that does not go on is called off."""
    rijen = Gesprek.objects.voor(gebruiker).filter(door=gebruiker, gepland_op__range=(van, tot))
    for rij in rijen.select_related("dossier__werkzoekende").defer("dossier__werkzoekende__bsn"):
        yield _als_afspraak(rij)


def teamagenda(collegas: Sequence[Gebruiker], van: datetime, tot: datetime) -> Iterator[Teamafspraak]:
    """The conversations of several colleagues that go on."""
    rijen = Gesprek.objects.filter(door__in=collegas, gepland_op__range=(van, tot))
    rijen = rijen.exclude(status=Gesprek.Status.VERVALLEN)
    met = rijen.select_related("dossier__werkzoekende", "dossier__verantwoordelijke")
    for rij in met.defer("dossier__werkzoekende__bsn"):
        assert rij.door_id is not None
        yield Teamafspraak(rij.door_id, _als_afspraak(rij), rij.dossier)


def _als_afspraak(rij: Gesprek) -> Afspraak:
    return Afspraak(
        code=f"gesprek-{rij.pk}",
        begin=rij.gepland_op,
        einde=rij.tot,
        titel=_("Gesprek"),
        naam=rij.dossier.werkzoekende.naam,
        waar=rij.waar,
        gaat_door=rij.status != Gesprek.Status.VERVALLEN,
        bron=f"gesprek:{rij.pk}",
        url=reverse("werkzoekende_diagnostiek:gesprek", args=[rij.dossier_id, rij.pk]),
    )


def dagtaak() -> str:
    """Let go of drafts that nobody recorded."""
    return f"{ruim_concepten_op()} concepten van gesprekken weggehaald"


def te_herinneren(van: datetime, tot: datetime) -> Iterator[Klantafspraak]:
    """Planned conversations of open dossiers."""
    rijen = Gesprek.objects.filter(
        status=Gesprek.Status.GEPLAND, gepland_op__gt=van, gepland_op__lte=tot, dossier__status=Dossier.Status.OPEN
    ).select_related(
        "door", "dossier__werkzoekende", "dossier__gemeente", "dossier__keten", "dossier__verantwoordelijke"
    )
    for rij in rijen.defer("dossier__werkzoekende__bsn"):
        yield als_klantafspraak(rij)


agendabronnen.registreer("diagnostiek", agenda)
teamagendabronnen.registreer("diagnostiek", teamagenda)
dagtaken.registreer("gesprekconcepten", dagtaak)
klantafspraken.registreer("diagnostiek", te_herinneren)
werklijsten.registreer(KANT, SLUG, werklijst)
dossierfeiten.registreer(FEIT, lambda: Exists(Gesprek.objects.gehouden().filter(dossier=OuterRef("pk"))))
dossiersuggesties.registreer("diagnostiek", suggestie)
dossiertabs.registreer(
    "gesprekken",
    Tab(
        label=gettext_lazy("Gesprekken"),
        url_naam="werkzoekende_diagnostiek:gesprekken",
        volgorde=15,
        mag=mag_dossier_lezen,
    ),
)
