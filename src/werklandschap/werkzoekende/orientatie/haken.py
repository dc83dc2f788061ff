"""What this tile shows elsewhere: its worklist, a tab, and when it could help."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, Tegelsuggestie, dossiersuggesties, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.klantbeeld.werklijst import HOOGUIT, dossiers_op_tegel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.orientatie.models import Beroepskeuze

KANT, SLUG = "werkzoekenden", "orientatie"
FEIT = "orientatie_beroep_gekozen"


def werklijst(request: HttpRequest) -> Werklijst | None:
    """People on this tile, with how many occupations they chose to look into."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return None
    rijen = list(dossiers_op_tegel(gebruiker, SLUG)[:HOOGUIT])
    gekozen = dict(
        Beroepskeuze.objects.filter(dossier__in=[d.pk for d in rijen])
        .order_by()
        .values_list("dossier")
        .annotate(aantal=Count("pk"))
    )
    return Werklijst(
        titel=_("Uw klanten op deze tegel"),
        kolommen=(_("Naam"), _("Gekozen beroepen"), _("Sinds")),
        rijen=[
            Rij(
                (d.werkzoekende.naam, gekozen.get(d.pk, 0), datum(d.sinds)),
                reverse("werkzoekende_orientatie:orientatie", args=[d.pk]),
            )
            for d in rijen
        ],
        leeg_tekst=_("Geen van uw klanten is nu op deze tegel. Start de tegel vanuit een dossier."),
    )


def suggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """No occupation chosen yet."""
    if feit(dossier, FEIT):
        return []
    return [Tegelsuggestie(KANT, SLUG, _("Er is nog geen beroep gekozen om te verkennen."), gewicht=12)]


werklijsten.registreer(KANT, SLUG, werklijst)
dossierfeiten.registreer(FEIT, lambda: Exists(Beroepskeuze.objects.filter(dossier=OuterRef("pk"))))
dossiersuggesties.registreer("orientatie", suggestie)
dossiertabs.registreer(
    "orientatie",
    Tab(gettext_lazy("Oriëntatie"), "werkzoekende_orientatie:orientatie", volgorde=50, mag=mag_dossier_lezen),
)
