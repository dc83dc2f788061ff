"""What this tile shows elsewhere: its worklist, a tab, and when it could help."""

from __future__ import annotations

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, Tegelsuggestie, dagtaken, dossiersuggesties, dossiertabs
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.klantbeeld.queries import ZORG_TOT, beeld_uit, waarnemingen_voor_pagina
from werklandschap.kern.klantbeeld.werklijst import HOOGUIT, dossiers_op_tegel
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.werk_fit.stilstand import signaleer

KANT, SLUG = "werkzoekenden", "werk-fit"
THEMAS = frozenset({"vaardigheden_werk", "sollicitatie"})
HOOGUIT_GENOEMD = 3


def werklijst(request: HttpRequest) -> Werklijst | None:
    """People on this tile with their next step; who has none comes first."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return None
    stappen = (
        Stap.objects.filter(
            ~Q(doel__plan__status=Plan.Status.VERVANGEN),
            doel__plan__dossier=OuterRef("pk"),
            doel__status=Doel.Status.OPEN,
            status=Stap.Status.OPEN,
            wie="klant",
        )
        .order_by("voor_op", "id")
        .values("tekst", "voor_op")
    )
    rijen = (
        dossiers_op_tegel(gebruiker, SLUG)
        .annotate(stap=Subquery(stappen.values("tekst")[:1]), stap_voor=Subquery(stappen.values("voor_op")[:1]))
        .order_by("stap_voor", "sinds", "pk")
    )
    return Werklijst(
        titel=_("Uw klanten op deze tegel"),
        kolommen=(_("Naam"), _("Volgende stap"), _("Voor")),
        rijen=[
            Rij(
                (dossier.werkzoekende.naam, dossier.stap or _("nog geen stap"), datum(dossier.stap_voor)),
                reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk]),
            )
            for dossier in rijen[:HOOGUIT]
        ],
        leeg_tekst=_("Geen van uw klanten is nu op deze tegel. Start de tegel vanuit een dossier."),
    )


def suggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """Skills for work or applying that can still grow; only aspects that are not sensitive."""
    open_lijst = {code: a for code, a in aspecten().items() if a.gevoelig == "none" and a.thema in THEMAS}
    beeld = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), open_lijst)
    laag = [r.aspect.naam.lower() for r in beeld.regels.values() if (r.goed_kant or ZORG_TOT + 1) <= ZORG_TOT]
    if not laag:
        return []
    zin = _("Dit kan nog groeien: {vaardigheden}.").format(vaardigheden=", ".join(laag[:HOOGUIT_GENOEMD]))
    return [Tegelsuggestie(KANT, SLUG, zin, gewicht=18)]


dagtaken.registreer("stilstand", signaleer)
werklijsten.registreer(KANT, SLUG, werklijst)
dossiersuggesties.registreer("werk-fit", suggestie)
dossiertabs.registreer(
    "werk-fit",
    Tab(
        label=gettext_lazy("Stap voor stap"),
        url_naam="werkzoekende_werk_fit:werk_fit",
        volgorde=55,
        mag=mag_dossier_lezen,
    ),
)
