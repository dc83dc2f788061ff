"""What this room shows elsewhere: on the tile, on my day, on the dossier and the employer."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from werklandschap.kern.basis.haken import (
    Dagblok,
    Dagregel,
    Paginadeel,
    Tegelsuggestie,
    dagblokken,
    dossierdelen,
    dossiersuggesties,
    werkgeverdelen,
    werkgeversuggesties,
)
from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.instrumenten.gebruik import gebruiksbronnen
from werklandschap.kern.organisaties.instellingen import parametergevolgen
from werklandschap.kern.relaties.feiten import werkgeverfeiten
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing import gevolgen, queries, rules
from werklandschap.samen.plaatsing.gebruik import afgesproken_bij
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.sroi import plekken
from werklandschap.werkgever.orientatie.haken_uit import werkplekken

HOOGUIT = 10
SLUG = "plaatsing"
FEIT = "plaatsing_wie_ja_zei"
AANGENOMEN = "plaatsing_aangenomen"


def _mag(gebruiker: Any, _onderwerp: Any = None) -> bool:
    return isinstance(gebruiker, Gebruiker) and rules.mag_plaatsingen_zien(gebruiker)


def werklijst(request: HttpRequest) -> Werklijst | None:
    """What is being prepared, soonest start first; the same list on both sides."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not _mag(gebruiker):
        return None
    rijen = queries.lijst(gebruiker, status=Plaatsing.Status.VOORBEREIDING).order_by("van", "id")[:HOOGUIT]
    return Werklijst(
        titel=_("Plaatsingen in voorbereiding"),
        kolommen=[_("Wie"), _("Functie"), _("Werkgever"), _("Begint op"), _("Nog nodig")],
        rijen=[
            Rij(
                [
                    p.dossier.werkzoekende.naam,
                    p.functie,
                    p.werkprofiel.werkgever.naam,
                    datum(p.van),
                    _nog_nodig(p),
                ],
                reverse("samen_plaatsing:plaatsing", args=[p.pk]),
            )
            for p in rijen
        ],
        leeg_tekst=_("Er is nu niets in voorbereiding. Zegt een werkgever ja, dan maakt u een plaatsing."),
        knop=Knop(_("Alle plaatsingen"), reverse("samen_plaatsing:lijst")),
    )


def _nog_nodig(plaatsing: Plaatsing) -> str:
    nodig = []
    if plaatsing.akkoord_werkgever_op is None:
        nodig.append(_("akkoord werkgever"))
    if plaatsing.akkoord_klant_op is None:
        nodig.append(_("akkoord klant"))
    return ", ".join(nodig) or _("kan starten")


def dagregels(gebruiker: Any) -> list[Dagblok]:
    """Placements I prepare, those whose start has passed as late."""
    if not _mag(gebruiker):
        return []
    vandaag = timezone.localdate()
    rijen = list(queries.in_voorbereiding(gebruiker)[:HOOGUIT])
    regels = [
        Dagregel(
            tekst=f"{p.dossier.werkzoekende.naam}: {_nog_nodig(p)}",
            url=reverse("samen_plaatsing:plaatsing", args=[p.pk]),
            datum=p.van,
            te_laat=p.van < vandaag,
            wie=p.werkprofiel.werkgever.naam,
        )
        for p in rijen
    ]
    te_laat, straks = [r for r in regels if r.te_laat], [r for r in regels if not r.te_laat]
    alles = reverse("samen_plaatsing:lijst")
    return [
        Dagblok("te_laat", _("Startdatum voorbij, nog niet gestart"), te_laat, len(te_laat), alles),
        Dagblok("wacht_op_mij", _("Plaatsingen om voor te bereiden"), straks, len(straks), alles),
    ]


def _dossierdeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    # Only what the part shows, as in samen_bemiddeling.
    rijen = (
        Plaatsing.objects.filter(dossier=dossier)
        .select_related("werkprofiel__werkgever")
        .only("functie", "status", "van", "werkprofiel__werkgever__naam")
    )
    return {"plaatsingen": list(rijen[:HOOGUIT]), "toon_naam": False}


def _werkgeverdeel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    assert isinstance(request.user, Gebruiker)
    rijen = eerst(Plaatsing.objects.voor(request.user), Q(werkprofiel__werkgever=werkgever))
    return {"plaatsingen": list(queries.met_namen(rijen)[:HOOGUIT]), "toon_naam": True}


def _wie_ja_zei() -> Subquery:
    """Name of an employer that took somebody on without a placement; nothing when there is none."""
    rijen = Voordracht.objects.filter(
        dossier=OuterRef("pk"), status=Voordracht.Status.AANGENOMEN, plaatsing__isnull=True
    )
    return Subquery(rijen.values("werkprofiel__werkgever__naam")[:1])


def _aangenomen() -> Coalesce:
    """How many candidates an employer took on without a placement."""
    rijen = Voordracht.objects.filter(
        werkprofiel__werkgever=OuterRef("pk"), status=Voordracht.Status.AANGENOMEN, plaatsing__isnull=True
    )
    per_werkgever = rijen.order_by().values("werkprofiel__werkgever").annotate(aantal=Count("pk")).values("aantal")
    return Coalesce(Subquery(per_werkgever), 0)


def dossiersuggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """Plaatsing could help when an employer said yes and nothing is agreed yet."""
    werkgever = feit(dossier, FEIT)
    if werkgever is None:
        return []
    reden = _("{werkgever} zegt ja. Maak afspraken over de start.").format(werkgever=werkgever)
    return [Tegelsuggestie("werkzoekenden", SLUG, reden, 40)]


def werkgeversuggestie(werkgever: Werkgever) -> list[Tegelsuggestie]:
    """The same, seen from the employer; without a name."""
    aantal = werkgeverfeiten.van(werkgever, AANGENOMEN)
    if not aantal:
        return []
    reden = ngettext(
        "Er is {aantal} kandidaat aangenomen. Maak afspraken over de start.",
        "Er zijn {aantal} kandidaten aangenomen. Maak afspraken over de start.",
        aantal,
    ).format(aantal=aantal)
    return [Tegelsuggestie("werkgevers", SLUG, reden, 40)]


for _kant in ("werkzoekenden", "werkgevers"):
    werklijsten.registreer(_kant, SLUG, werklijst)
gebruiksbronnen.registreer("plaatsingen", afgesproken_bij)
parametergevolgen.registreer("vier_ogen_euro", gevolgen.vier_ogen)
for _code in ("proefplaatsing_maanden", "proefplaatsing_maximum_maanden"):
    parametergevolgen.registreer(_code, gevolgen.proefplaatsing)
dagblokken.registreer("samen_plaatsing", dagregels)
dossierfeiten.registreer(FEIT, _wie_ja_zei)
werkgeverfeiten.registreer(AANGENOMEN, _aangenomen)
dossiersuggesties.registreer("samen_plaatsing", dossiersuggestie)
werkgeversuggesties.registreer("samen_plaatsing", werkgeversuggestie)
for _register, _context in ((dossierdelen, _dossierdeel), (werkgeverdelen, _werkgeverdeel)):
    _register.registreer(
        "plaatsingen",
        Paginadeel(
            titel=gettext_lazy("Plaatsingen"),
            sjabloon="samen_plaatsing/_deel.html",
            context=_context,
            volgorde=70,
            mag=_mag,
        ),
    )
werkplekken.registreer("samen_plaatsing", plekken)
