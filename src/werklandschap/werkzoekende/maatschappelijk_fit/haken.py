"""What this tile shows elsewhere: its worklist, a tab, and when it could help."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, Tegelsuggestie, dossiersuggesties, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.klantbeeld.models import Meting
from werklandschap.kern.klantbeeld.queries import beeld_uit, waarnemingen_voor_pagina
from werklandschap.kern.klantbeeld.werklijst import HOOGUIT, dossiers_op_tegel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit

KANT, SLUG = "werkzoekenden", "maatschappelijk-fit"
FEIT_VEEL = "maatschappelijk_fit_doet_veel_mee"
VEEL_UREN = 12


def werklijst(request: HttpRequest) -> Werklijst | None:
    """People on this tile, with when the matrix must be looked at again."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return None
    laatste = Meting.objects.filter(dossier=OuterRef("pk"), instrument="zrm", vervangen_door__isnull=True)
    laatste = laatste.order_by("-afgenomen_op", "-id")
    rijen = dossiers_op_tegel(gebruiker, SLUG).annotate(herzien_op=Subquery(laatste.values("herzien_op")[:1]))
    return Werklijst(
        titel=_("Uw klanten op deze tegel"),
        kolommen=(_("Naam"), _("Sinds"), _("Matrix opnieuw bekijken")),
        rijen=[
            Rij(
                (dossier.werkzoekende.naam, datum(dossier.sinds), datum(dossier.herzien_op) or _("nog niet gemeten")),
                reverse("werkzoekende_maatschappelijk_fit:overzicht", args=[dossier.pk]),
            )
            for dossier in rijen[:HOOGUIT]
        ],
        leeg_tekst=_("Geen van uw klanten is nu op deze tegel. Start de tegel vanuit een dossier."),
    )


def suggestie_verder(dossier: Dossier) -> list[Tegelsuggestie]:
    """Who takes part for many hours may be ready for a next step; nobody is forgotten on this tile."""
    if not feit(dossier, FEIT_VEEL):
        return []
    zin = _("Doet {uren} uur of meer per week mee. Kijk samen of werk of leren een volgende stap is.")
    return [Tegelsuggestie(KANT, "orientatie", zin.format(uren=VEEL_UREN), gewicht=25)]


def suggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """Something urgent or low in the basis. The reason names no subject: not everybody may see which one it is."""
    beeld = beeld_uit(waarnemingen_voor_pagina(dossier), timezone.localdate(), aspecten())
    obstakels = [regel for regel in beeld.aandacht() if regel.aspect.belemmering]
    if any(regel.urgentie >= 2 for regel in obstakels):
        return [Tegelsuggestie(KANT, SLUG, _("Er is een dringend onderwerp in de basis."), gewicht=50)]
    if obstakels:
        return [Tegelsuggestie(KANT, SLUG, _("In de basis vraagt iets aandacht."), gewicht=20)]
    return []


werklijsten.registreer(KANT, SLUG, werklijst)
dossierfeiten.registreer(
    FEIT_VEEL,
    lambda: Exists(
        Activiteit.objects.filter(dossier=OuterRef("pk"), status=Activiteit.Status.LOOPT, uren__gte=VEEL_UREN)
    ),
)
dossiersuggesties.registreer("maatschappelijk-fit", suggestie)
dossiersuggesties.registreer("meedoen", suggestie_verder)
dossiertabs.registreer(
    "maatschappelijk-fit",
    Tab(
        label=gettext_lazy("Basis op orde"),
        url_naam="werkzoekende_maatschappelijk_fit:overzicht",
        volgorde=50,
        mag=mag_dossier_lezen,
    ),
)
