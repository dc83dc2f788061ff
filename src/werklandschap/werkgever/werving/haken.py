"""What this room shows elsewhere: a tab on the profile and on the dossier, and its worklist."""

from __future__ import annotations

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Tab, dagtaken, dossiertabs
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.werkprofielpagina import gebruiker_van, werkprofieltabs
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.haken_uit import voorselectie
from werklandschap.werkgever.werving.wensen import herinner

HOOGUIT = 10


def werklijst(request: HttpRequest) -> Werklijst | None:
    """Open jobs in the order of what was agreed on selection: by when, and how many the employer has already."""
    gebruiker = gebruiker_van(request)
    if not gebruiker.heeft(Recht.KANDIDATEN_ZIEN):
        return None
    rijen = Werkprofiel.objects.voor(gebruiker).zoekbaar().exclude(einde__lt=timezone.localdate())
    volgorde = (F("voordragen_voor").asc(nulls_last=True), "start", "pk")
    eerst = list(rijen.select_related("werkgever").order_by(*volgorde)[:HOOGUIT])
    bezig = voorselectie.bezig(eerst)
    return Werklijst(
        titel=_("Open plekken die mensen zoeken"),
        kolommen=[_("Functie"), _("Werkgever"), _("Voorstellen voor"), _("Voorgesteld"), _("Begint op")],
        rijen=[
            Rij(
                [p.titel, p.werkgever.naam, _voor_wanneer(p), _hoeveel(p, bezig.get(p.pk, 0)), datum(p.start)],
                reverse("werkgever_werving:kandidaten", args=[p.pk]),
            )
            for p in eerst
        ],
        leeg_tekst=_("Er zijn geen open plekken. Stel eerst een werkprofiel open."),
        knop=Knop(_("Matchingsoverleg"), reverse("werkgever_werving:overleggen")),
    )


def _voor_wanneer(profiel: Werkprofiel) -> str:
    if profiel.voordragen_voor is None:
        return _("geen datum")
    dag = datum(profiel.voordragen_voor)
    laat = profiel.voordragen_voor < timezone.localdate()
    return _("te laat: {dag}").format(dag=dag) if laat else dag


def _hoeveel(profiel: Werkprofiel, bezig: int) -> str:
    """Candidates the employer has now, of what was agreed."""
    if profiel.max_voordrachten is None:
        return str(bezig)
    return _("{n} van {hooguit}").format(n=bezig, hooguit=profiel.max_voordrachten)


werkprofieltabs.registreer(
    "kandidaten",
    Tab(
        label=gettext_lazy("Kandidaten"),
        url_naam="werkgever_werving:kandidaten",
        volgorde=30,
        mag=rules.mag_kandidaten_zoeken,
    ),
)
werkprofieltabs.registreer(
    "groeien",
    Tab(
        label=gettext_lazy("Kan erin groeien"),
        url_naam="werkgever_werving:groeien",
        volgorde=40,
        mag=rules.mag_kandidaten_zoeken,
    ),
)
werkprofieltabs.registreer(
    "persoonlijk",
    Tab(
        label=gettext_lazy("Zelf iemand kiezen"),
        url_naam="werkgever_werving:persoonlijk",
        volgorde=45,
        mag=rules.mag_voorselecteren,
    ),
)
werkprofieltabs.registreer(
    "open_hiring",
    Tab(
        label=gettext_lazy("Open hiring"),
        url_naam="werkgever_werving:open_hiring",
        volgorde=50,
        mag=rules.mag_kandidaten_zoeken,
    ),
)
dossiertabs.registreer(
    "werk",
    Tab(
        label=gettext_lazy("Werk dat past"),
        url_naam="werkgever_werving:dossier_werk",
        volgorde=58,
        mag=rules.mag_werk_zien,
    ),
)
werklijsten.registreer("werkgevers", "werving-en-selectie", werklijst)
dagtaken.registreer("groeiwensen", herinner)
