"""What this room shows elsewhere: on the employer's page, on its tile, in the search box, on the page of a profile."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Paginadeel, Tab, Zoekresultaat, werkgeverdelen, werkgevertabs, zoekers
from werklandschap.kern.profielen.rules import mag_werkprofiel_bewerken
from werklandschap.kern.profielen.werkprofielpagina import STATUSBADGE, gebruiker_van, werkprofieltabs
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werkprofiel import queries, rules

HOOGUIT = 10


def _deel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    gebruiker = gebruiker_van(request)
    rijen = list(queries.zoek(gebruiker, queries.Zoekwens(werkgever=werkgever)).order_by("-start", "pk")[:HOOGUIT])
    return {
        "werkgever": werkgever,
        "rijen": [(profiel, STATUSBADGE[profiel.status]) for profiel in rijen],
        "mag_maken": rules.mag_werkprofiel_maken(gebruiker, werkgever),
    }


def _zoek(gebruiker: Gebruiker, vraag: str) -> list[Zoekresultaat]:
    if not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return []
    soort = _("Werkprofielen")
    return [
        Zoekresultaat(
            soort,
            profiel.titel,
            f"{profiel.werkgever.naam}, {profiel.get_status_display()}",
            reverse("werkgever_werkprofiel:werkprofiel", args=[profiel.pk]),
        )
        for profiel in queries.zoek(gebruiker, queries.Zoekwens(q=vraag)).order_by("-start", "pk")[:HOOGUIT]
    ]


def _werklijst(request: HttpRequest) -> Werklijst | None:
    gebruiker = gebruiker_van(request)
    if not gebruiker.heeft(Recht.WERKPROFIELEN_BEWERKEN):
        return None
    return Werklijst(
        titel=_("Concepten die op u wachten"),
        kolommen=[_("Functie"), _("Werkgever"), _("Begint op"), _("Bevestigde eisen")],
        rijen=[
            Rij(
                [p.titel, p.werkgever.naam, datum(p.start), p.aantal_eisen],
                reverse("werkgever_werkprofiel:eisen", args=[p.pk]),
            )
            for p in queries.te_bevestigen(gebruiker)[:HOOGUIT]
        ],
        leeg_tekst=_("U heeft geen concepten. Maak een werkprofiel vanaf de pagina van een werkgever."),
        knop=Knop(_("Alle werkprofielen"), reverse("werkgever_werkprofiel:lijst")),
    )


werkgeverdelen.registreer(
    "werkprofielen",
    Paginadeel(
        titel=gettext_lazy("Werkprofielen"),
        sjabloon="werkgever_werkprofiel/_deel.html",
        context=_deel,
        volgorde=40,
        mag=mag_werkgever_lezen,
    ),
)
werkgevertabs.registreer(
    "werkprofielen",
    Tab(
        label=gettext_lazy("Werkprofielen"),
        url_naam="werkgever_werkprofiel:bij_werkgever",
        volgorde=40,
        mag=mag_werkgever_lezen,
    ),
)
werkprofieltabs.registreer(
    "werkprofiel",
    Tab(label=gettext_lazy("Werkprofiel"), url_naam="werkgever_werkprofiel:werkprofiel", volgorde=10),
)
werkprofieltabs.registreer(
    "eisen",
    Tab(
        label=gettext_lazy("Wat het werk vraagt"),
        url_naam="werkgever_werkprofiel:eisen",
        volgorde=20,
        mag=mag_werkprofiel_bewerken,
    ),
)
zoekers.registreer("werkprofielen", _zoek)
werklijsten.registreer("werkgevers", "werkprofiel", _werklijst)
