"""What this room shows on the page of an employer and on its tile."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.haken import (
    Paginadeel,
    Tab,
    Tegelsuggestie,
    werkgeverdelen,
    werkgeversuggesties,
    werkgevertabs,
)
from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.relaties.feiten import werkgeverlezingen
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Deur, Knop, Rij, Werklijst, deuren, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.marktbeeld import STANDBADGES, standnamen
from werklandschap.werkgever.contact.models import Kans

OP_TEGEL = 25


def werklijst_kansen(request: HttpRequest) -> Werklijst | None:
    """My open chances, the most urgent first."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    rijen = Kans.objects.filter(wie=gebruiker, afgerond_op__isnull=True).select_related("werkgever")[:OP_TEGEL]
    soorten = kanssoorten()
    return Werklijst(
        titel=_("Kansen die u oppakt"),
        kolommen=(_("Werkgever"), _("Kans"), _("Volgende stap"), _("Voor")),
        rijen=[
            Rij(
                (k.werkgever.naam, naam_van(soorten, k.code), k.volgende_stap, datum(k.voor_op)),
                reverse("werkgever_contact:kansen", args=[k.werkgever_id]),
            )
            for k in rijen
        ],
        leeg_tekst=_("U heeft geen open kansen. Kijk bij een werkgever wat die wil."),
        knop=Knop(_("Marktbewerkingsplan"), reverse("werkgever_contact:marktplan")),
    )


def kanssuggesties(werkgever: Werkgever) -> list[Tegelsuggestie]:
    """The tile that fits an open chance."""
    uit = []
    for kans in werkgever.kansen.all():
        if kans.afgerond_op is not None:
            continue
        soort = vind(kanssoorten(), kans.code)
        if soort is not None:
            reden = _("Kans: {kans}. {stap}").format(kans=soort.naam, stap=kans.volgende_stap)
            uit.append(Tegelsuggestie("werkgevers", soort.tegel, reden, 25))
    return uit


def _in_het_plan(gebruiker: Gebruiker, werkgever: Werkgever) -> bool:
    return mag_werkgever_lezen(gebruiker, werkgever) and bool(werkgever.marktdoelen.all())


def _marktdeel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    """The company in the regional plan: its stage, and who approaches it now."""
    assert isinstance(request.user, Gebruiker)
    vandaag, doel = timezone.localdate(), werkgever.marktdoelen.all()[0]
    stand = doel.stand_op(vandaag)
    wie = doel.partner or doel.wie
    return {
        "doel": doel,
        "stand": standnamen()[stand],
        "badge": STANDBADGES[stand],
        "bezig": stand == "bezig",
        "wie": wie.naam if wie is not None else "",
        "rust_tot": doel.bezet_tot(request.user, vandaag),
    }


werkgeverdelen.registreer(
    "marktplan",
    Paginadeel(
        titel=gettext_lazy("Marktbewerkingsplan"),
        sjabloon="werkgever_contact/_marktdoel.html",
        context=_marktdeel,
        volgorde=20,
        kolom="zij",
        mag=_in_het_plan,
    ),
)
werkgevertabs.registreer("kansen", Tab(gettext_lazy("Kansen"), "werkgever_contact:kansen", 20, mag_werkgever_lezen))
werkgevertabs.registreer(
    "voorbereiden", Tab(gettext_lazy("Bezoek voorbereiden"), "werkgever_contact:voorbereiden", 15, mag_werkgever_lezen)
)
werkgeversuggesties.registreer("werkgever_contact", kanssuggesties)
werkgeverlezingen.registreer(
    "werkgever_contact",
    lambda werkgever: [
        Meelezen(werkgever, "kansen"),
        Meelezen(werkgever, "marktdoelen", mee={"wie": ("naam",), "partner": ("naam",)}),
    ],
)
werklijsten.registreer("werkgevers", "werkgever-contact", werklijst_kansen)
for _slug in ("", "werkgever-contact"):
    deuren.registreer(
        "werkgevers",
        _slug,
        Deur(
            gettext_lazy("Ik wil contact met de gemeente"),
            "werkgever_contact:melden",
            gettext_lazy("Stel uw vraag als werkgever. Wij bellen u terug."),
        ),
    )
