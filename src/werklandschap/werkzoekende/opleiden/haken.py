"""What this tile shows elsewhere: its worklist, a tab, and when it could help."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, Tegelsuggestie, dagtaken, dossiersuggesties, dossiertabs
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_lezen
from werklandschap.kern.klantbeeld.werklijst import HOOGUIT, dossiers_op_tegel
from werklandschap.kern.profielen.queries import aflopende_certificaten, certificaatregel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.opleiden.bewaking import bewaak
from werklandschap.werkzoekende.opleiden.models import Traject

KANT, SLUG = "werkzoekenden", "opleiden"
FEIT = "opleiden_traject_loopt"
LOPEND = (Traject.Status.GEPLAND, Traject.Status.LOOPT)


def _pagina(dossier: int) -> str:
    return reverse("werkzoekende_opleiden:opleiden", args=[dossier])


def _ziet_mensen(request: HttpRequest) -> Gebruiker | None:
    gebruiker = request.user
    return gebruiker if isinstance(gebruiker, Gebruiker) and gebruiker.heeft(Recht.DOSSIERS_LEZEN) else None


def werklijst(request: HttpRequest) -> Werklijst | None:
    """People on this tile with the training that ends first."""
    gebruiker = _ziet_mensen(request)
    if gebruiker is None:
        return None
    trajecten = Traject.objects.filter(dossier=OuterRef("pk"), status__in=LOPEND).order_by("tot", "id")
    rijen = dossiers_op_tegel(gebruiker, SLUG).annotate(
        traject=Subquery(trajecten.values("naam")[:1]), traject_tot=Subquery(trajecten.values("tot")[:1])
    )
    return Werklijst(
        titel=_("Uw klanten op deze tegel"),
        kolommen=(_("Naam"), _("Opleiding"), _("Tot")),
        rijen=[
            Rij((d.werkzoekende.naam, d.traject or _("nog geen opleiding"), datum(d.traject_tot)), _pagina(d.pk))
            for d in rijen[:HOOGUIT]
        ],
        leeg_tekst=_("Geen van uw klanten is nu op deze tegel. Start de tegel vanuit een dossier."),
    )


def aflopend(request: HttpRequest) -> Werklijst | None:
    """Certificates in the own caseload that end within 90 days or just ended."""
    gebruiker = _ziet_mensen(request)
    if gebruiker is None:
        return None
    vandaag = timezone.localdate()
    regels = [certificaatregel(c, vandaag) for c in aflopende_certificaten(gebruiker)[:HOOGUIT]]
    return Werklijst(
        titel=_("Certificaten die aflopen"),
        kolommen=(_("Naam"), _("Certificaat"), _("Stand")),
        rijen=[
            Rij((r.certificaat.werkzoekende.naam, r.naam, r.stand), _pagina(r.certificaat.werkzoekende.dossier.pk))
            for r in regels
        ],
        leeg_tekst=_("Er loopt de komende 90 dagen niets af."),
    )


def suggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """A certificate that ends soon, while no training runs."""
    vandaag = timezone.localdate()
    regels = [certificaatregel(c, vandaag) for c in dossier.werkzoekende.certificaten.all() if c.heeft]
    af = [regel.naam for regel in regels if regel.soort in ("let_op", "fout")]
    if not af or feit(dossier, FEIT):
        return []
    zin = _("Dit loopt af of is verlopen: {namen}.").format(namen=", ".join(af[:3]))
    return [Tegelsuggestie(KANT, SLUG, zin, gewicht=22)]


dagtaken.registreer("certificaten", bewaak)
werklijsten.registreer(KANT, SLUG, werklijst)
werklijsten.registreer(KANT, SLUG, aflopend)
dossierfeiten.registreer(FEIT, lambda: Exists(Traject.objects.filter(dossier=OuterRef("pk"), status__in=LOPEND)))
dossiersuggesties.registreer("opleiden", suggestie)
dossiertabs.registreer(
    "opleiden",
    Tab(label=gettext_lazy("Opleiden"), url_naam="werkzoekende_opleiden:opleiden", volgorde=57, mag=mag_dossier_lezen),
)
