"""What this room shows on the page of an employer and on its tile."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, werkgevertabs
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.orientatie.models import Werkgeverstap

OP_TEGEL = 25


def werklijst_stappen(request: HttpRequest) -> Werklijst | None:
    """Open steps in the plans of my employers."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    rijen = Werkgeverstap.objects.filter(
        status=Werkgeverstap.Status.OPEN,
        werkgever__in=Werkgever.objects.voor(gebruiker).filter(accountmanager=gebruiker),
    ).select_related("werkgever")[:OP_TEGEL]
    return Werklijst(
        titel=_("Stappen van uw werkgevers"),
        kolommen=(_("Werkgever"), _("Stap"), _("Voor")),
        rijen=[
            Rij(
                (s.werkgever.naam, s.tekst, datum(s.voor_op)),
                reverse("werkgever_orientatie:orientatie", args=[s.werkgever_id]),
            )
            for s in rijen
        ],
        leeg_tekst=_("Er staan geen stappen open. Open een werkgever en kies samen een manier."),
    )


werkgevertabs.registreer(
    "orientatie", Tab(gettext_lazy("Oriëntatie"), "werkgever_orientatie:orientatie", 40, mag_werkgever_lezen)
)
werklijsten.registreer("werkgevers", "orientatie", werklijst_stappen)
