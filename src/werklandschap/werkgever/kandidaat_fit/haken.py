"""What this room shows on the page of an employer and on its tile."""

from __future__ import annotations

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, contactmomenttabs, dossiertabs, werkgevertabs
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.kandidaat_fit.ips import mag_ips
from werklandschap.werkgever.kandidaat_fit.models import Ipstraject

OP_TEGEL = 25


def werklijst_kandidaat_fit(request: HttpRequest) -> Werklijst | None:
    """My employers on this tile, the longest first; who guides people sees those with IPS instead."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    if gebruiker.heeft(Recht.GEZONDHEID_ZIEN) and not gebruiker.heeft(Recht.RELATIES_BEWERKEN):
        return _werklijst_ips(gebruiker)
    rijen = Tegelbezoek.objects.filter(
        kant=Tegelbezoek.Kant.WERKGEVERS,
        tegel="kandidaat-fit",
        tot__isnull=True,
        keten__werkgever__in=Werkgever.objects.voor(gebruiker).filter(accountmanager=gebruiker),
    ).select_related("keten__werkgever")[:OP_TEGEL]
    return Werklijst(
        titel=_("Werkgevers die u helpt om klaar te zijn"),
        kolommen=(_("Werkgever"), _("Sinds")),
        rijen=[
            Rij(
                (b.keten.werkgever.naam, datum(b.van)),
                reverse("werkgever_kandidaat_fit:gereedheid", args=[b.keten.werkgever.pk]),
            )
            for b in rijen
        ],
        leeg_tekst=_("Geen van uw werkgevers is hier nu. Start deze tegel op de pagina van een werkgever."),
    )


def _werklijst_ips(gebruiker: Gebruiker) -> Werklijst:
    """Running tracks of the municipality, who waits longest for an employer first."""
    rijen = Ipstraject.objects.voor(gebruiker).filter(gestopt_op__isnull=True)
    rijen = rijen.select_related("dossier__werkzoekende", "coach").order_by(
        F("eerste_contact_op").asc(nulls_first=True), "gestart_op", "pk"
    )[:OP_TEGEL]
    return Werklijst(
        titel=_("Wie zoekt en werkt met IPS?"),
        kolommen=(_("Naam"), _("Hoe staat het?"), _("Coach")),
        rijen=[
            Rij(
                (t.dossier.werkzoekende.naam, t.stand_in_woorden, t.coach.naam),
                reverse("werkgever_kandidaat_fit:dossier_ips", args=[t.dossier_id]),
            )
            for t in rijen
        ],
        leeg_tekst=_("Nog niemand. Start IPS op de pagina van een dossier."),
        knop=Knop(_("Alle IPS-trajecten"), reverse("werkgever_kandidaat_fit:ips")),
    )


werkgevertabs.registreer(
    "kandidaat_fit", Tab(gettext_lazy("Kandidaat fit"), "werkgever_kandidaat_fit:gereedheid", 60, mag_werkgever_lezen)
)
contactmomenttabs.registreer(
    "gereedheid",
    Tab(
        gettext_lazy("Wat zegt dit over de gereedheid?"),
        "werkgever_kandidaat_fit:gesprek",
        10,
        mag_werkgever_lezen,
    ),
)
dossiertabs.registreer("ips", Tab(gettext_lazy("IPS"), "werkgever_kandidaat_fit:dossier_ips", 65, mag_ips))
werklijsten.registreer("werkgevers", "kandidaat-fit", werklijst_kandidaat_fit)
