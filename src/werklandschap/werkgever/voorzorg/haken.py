"""What this room shows on the page of an employer and on its tile."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, werkgevertabs
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.voorzorg.models import Vraag

OP_TEGEL = 25


def werklijst_vragen(request: HttpRequest) -> Werklijst | None:
    """Questions nobody answered yet, the oldest first."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    rijen = Vraag.objects.voor(gebruiker).filter(beantwoord_op__isnull=True).select_related("werkgever", "gesteld_aan")
    return Werklijst(
        titel=_("Vragen van werkgevers zonder antwoord"),
        kolommen=(_("Werkgever"), _("Vraag"), _("Gesteld op"), _("Bij")),
        rijen=[
            Rij(
                (v.werkgever.naam, v.vraag[:120], datum(v.gesteld_op), v.gesteld_aan.naam),
                reverse("werkgever_voorzorg:vraag", args=[v.werkgever_id, v.pk]),
            )
            for v in rijen.order_by("gesteld_op", "id")[:OP_TEGEL]
        ],
        leeg_tekst=_("Alle vragen zijn beantwoord."),
        knop=Knop(_("Zoek in eerdere antwoorden"), reverse("werkgever_voorzorg:vragen")),
    )


werkgevertabs.registreer(
    "voorzorg", Tab(gettext_lazy("Voorzorg"), "werkgever_voorzorg:voorzorg", 30, mag_werkgever_lezen)
)
werklijsten.registreer("werkgevers", "voorzorg", werklijst_vragen)
