"""What this room does and shows elsewhere: at the start and end of a placement, on the tile, on my day, on pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import (
    Afspraak,
    Dagblok,
    Dagregel,
    Paginadeel,
    Tegelsuggestie,
    agendabronnen,
    dagblokken,
    dagtaken,
    dossierdelen,
    dossiersuggesties,
    rondetaken,
    werkgeverdelen,
)
from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import parametergevolgen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling.agenda import Agendaregel, gedeelde_agenda
from werklandschap.samen.nazorg import queries
from werklandschap.samen.nazorg.actions import na_einde, na_start
from werklandschap.samen.nazorg.bewaking import bewaak, meld_te_late
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.nazorg.planning import contactbron, nazorg_url
from werklandschap.samen.nazorg.signalen import Lezing, lees, van_mij
from werklandschap.samen.nazorg.vervanging import vervang
from werklandschap.samen.plaatsing.actions import bij_einde, bij_start
from werklandschap.samen.plaatsing.models import Plaatsing

HOOGUIT = 10
GEDEELD = 300
SLUG = "nazorg"
FEIT = "nazorg_zonder_plan"
_gelezen: WeakKeyDictionary[HttpRequest, Lezing] = WeakKeyDictionary()


def _mag(gebruiker: Any, _onderwerp: Any = None) -> bool:
    return isinstance(gebruiker, Gebruiker) and gebruiker.heeft(Recht.NAZORG_GEVEN)


def werklijst(request: HttpRequest) -> Werklijst | None:
    """Unanswered problems, soonest deadline first; the same list on both sides."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not _mag(gebruiker):
        return None
    regels = [queries.regel_van(p) for p in queries.open_problemen(gebruiker)[:HOOGUIT]]
    return Werklijst(
        titel=_("Problemen die op antwoord wachten"),
        kolommen=[_("Wie"), _("Werkgever"), _("Wat"), _("Antwoord voor"), _("Stand")],
        rijen=[
            Rij(
                [
                    r.probleem.plaatsing.dossier.werkzoekende.naam,
                    r.probleem.plaatsing.werkprofiel.werkgever.naam,
                    r.naam,
                    datum(r.probleem.antwoord_voor),
                    r.stand,
                ],
                reverse("samen_nazorg:probleem", args=[r.probleem.pk]),
            )
            for r in regels
        ],
        leeg_tekst=_("Niemand wacht op een antwoord."),
        knop=Knop(_("Alle nazorg"), reverse("samen_nazorg:lijst")),
    )


def contactlijst(request: HttpRequest) -> Werklijst | None:
    """My next contacts."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not _mag(gebruiker):
        return None
    return Werklijst(
        titel=_("Mijn volgende contacten"),
        kolommen=[_("Wie"), _("Werkgever"), _("Gepland op")],
        rijen=[
            Rij(
                [plaatsing.dossier.werkzoekende.naam, plaatsing.werkprofiel.werkgever.naam, datum(c.gepland_op)],
                reverse("samen_nazorg:contact", args=[c.pk]),
            )
            for c, plaatsing in _mijn(request, gebruiker).komend[:HOOGUIT]
        ],
        leeg_tekst=_("Er is geen contact gepland. Maak een nazorgplan bij een plaatsing die loopt."),
    )


def _mijn(request: HttpRequest, gebruiker: Gebruiker) -> Lezing:
    """My placements, read once for all lists of one page."""
    gelezen = _gelezen.get(request)
    if gelezen is None:
        gelezen = _gelezen[request] = lees(van_mij(gebruiker))
    return gelezen


def signaallijst(request: HttpRequest) -> Werklijst | None:
    """Where something threatens at my placements, heaviest first, each with its reason."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not _mag(gebruiker):
        return None
    return Werklijst(
        titel=_("Hier dreigt iets"),
        kolommen=[_("Wie"), _("Werkgever"), _("Waarom"), _("Dag")],
        rijen=[
            Rij(
                [
                    s.plaatsing.dossier.werkzoekende.naam,
                    s.plaatsing.werkprofiel.werkgever.naam,
                    s.reden,
                    datum(s.op),
                ],
                nazorg_url(s.plaatsing),
            )
            for s in _mijn(request, gebruiker).signalen[:HOOGUIT]
        ],
        leeg_tekst=_("Bij uw plaatsingen dreigt nu niets."),
        knop=Knop(_("Ook die van collega’s"), f"{reverse('samen_nazorg:lijst')}?van=alle"),
    )


def dagregels(gebruiker: Any) -> list[Dagblok]:
    """Late problems first, then the problems that wait, then placements without a plan."""
    if not _mag(gebruiker):
        return []
    alles = reverse("samen_nazorg:lijst")
    regels = [_probleemregel(p) for p in queries.mijn_open_problemen(gebruiker)[:HOOGUIT]]
    te_laat, wacht = [r for r in regels if r.te_laat], [r for r in regels if not r.te_laat]
    zonder = [
        Dagregel(f"{p.dossier.werkzoekende.naam}: {p.functie}", nazorg_url(p), p.van, wie=p.werkprofiel.werkgever.naam)
        for p in queries.zonder_plan(gebruiker)[:HOOGUIT]
    ]
    return [
        Dagblok("te_laat", _("Probleem: antwoord is te laat"), te_laat, len(te_laat), alles),
        Dagblok("wacht_op_mij", _("Probleem: wacht op uw antwoord"), wacht, len(wacht), alles),
        Dagblok("nieuw", _("Loopt, nog geen nazorgplan"), zonder, len(zonder), alles),
    ]


def _probleemregel(probleem: Probleem) -> Dagregel:
    regel = queries.regel_van(probleem)
    return Dagregel(
        tekst=f"{probleem.plaatsing.dossier.werkzoekende.naam}: {regel.naam}",
        url=reverse("samen_nazorg:probleem", args=[probleem.pk]),
        datum=timezone.localdate(probleem.antwoord_voor),
        te_laat=probleem.is_te_laat,
        wie=probleem.plaatsing.werkprofiel.werkgever.naam,
    )


def agenda(gebruiker: Gebruiker, van: datetime, tot: datetime) -> Iterator[Afspraak]:
    """The contacts and evaluations that this colleague still has to hold, on their day."""
    if not _mag(gebruiker):
        return
    for rij in queries.komende_contacten(gebruiker).filter(gepland_op__range=(van.date(), tot.date())):
        plaatsing = rij.plan.plaatsing
        yield Afspraak(
            code=f"nazorg-{rij.pk}",
            begin=rij.gepland_op,
            titel=_("Evaluatie van de plaatsing") if rij.is_evaluatie else _("Nazorgcontact"),
            naam=f"{plaatsing.dossier.werkzoekende.naam}, {plaatsing.werkprofiel.werkgever.naam}",
            bron=contactbron(rij),
            url=reverse("samen_nazorg:contact", args=[rij.pk]),
            recht=Recht.NAZORG_GEVEN,
        )


def gedeeld(gebruiker: Gebruiker, van: date, tot: date, van_mij: bool) -> Iterator[Agendaregel]:
    """The contacts and evaluations still to hold, for everybody who looks in the shared agenda."""
    if not _mag(gebruiker):
        return
    rijen = queries.komende_contacten(gebruiker, van="mij" if van_mij else "alle")
    for rij in rijen.filter(gepland_op__range=(van, tot))[:GEDEELD]:
        yield Agendaregel(
            op=rij.gepland_op,
            titel=_("Evaluatie van de plaatsing") if rij.is_evaluatie else _("Nazorgcontact"),
            naam=rij.plan.plaatsing.dossier.werkzoekende.naam,
            bij=rij.plan.plaatsing.werkprofiel.werkgever.naam,
            wie=rij.plan.contactpersoon.naam,
            url=reverse("samen_nazorg:contact", args=[rij.pk]),
        )


def gevolg_einde_contract(gemeente: Gemeente, oud: int, nieuw: int) -> str:
    """How many running placements end within so many days: those get a sign."""
    vandaag = timezone.localdate()
    lopend = Plaatsing.objects.lopend().filter(dossier__gemeente=gemeente, tot__gte=vandaag)
    aantallen = [lopend.filter(tot__lte=vandaag + timedelta(days=dagen)).count() for dagen in (oud, nieuw)]
    zin = _("Nu krijgen {aantal_oud} plaatsingen een seintje (bij {oud} dagen). Met {nieuw} dagen: {aantal_nieuw}.")
    return zin.format(oud=oud, aantal_oud=aantallen[0], nieuw=nieuw, aantal_nieuw=aantallen[1])


def _dossierdeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    # Only what a line shows, as in samen_bemiddeling.
    alle = Probleem.objects.voor(request.user).open().select_related("eigenaar")  # type: ignore[arg-type]
    rijen = eerst(alle, Q(plaatsing__dossier=dossier)).only(
        "soort", "antwoord_voor", "beantwoord_op", "opgelost", "eigenaar__naam"
    )
    return {"problemen": [queries.regel_van(p) for p in rijen[:HOOGUIT]], "toon_naam": False}


def _werkgeverdeel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    alle = queries.open_problemen(request.user)  # type: ignore[arg-type]
    rijen = eerst(alle, Q(plaatsing__werkprofiel__werkgever=werkgever))
    return {"problemen": [queries.regel_van(p) for p in rijen[:HOOGUIT]], "toon_naam": True}


def _zonder_plan() -> Subquery:
    """The job of a running placement without a nazorgplan; nothing when there is none."""
    rijen = Plaatsing.objects.filter(dossier=OuterRef("pk"), status=Plaatsing.Status.LOOPT, nazorgplan__isnull=True)
    return Subquery(rijen.values("functie")[:1])


def dossiersuggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """Nazorg could help when somebody works and nobody agreed who stays in touch."""
    functie = feit(dossier, FEIT)
    if functie is None:
        return []
    reden = _("{functie} loopt en er is nog geen nazorgplan.").format(functie=functie)
    return [Tegelsuggestie("werkzoekenden", SLUG, reden, 35)]


def dagtaak() -> str:
    """The daily watch over aftercare."""
    verslag = bewaak()
    return (
        f"{verslag.geescaleerd} te laat gemeld, {verslag.waarschuwingen} waarschuwingen, "
        f"{verslag.contacttaken} contacttaken"
    )


if na_start not in bij_start:
    bij_start.append(na_start)
if na_einde not in bij_einde:
    bij_einde.append(na_einde)
for _kant in ("werkzoekenden", "werkgevers"):
    werklijsten.registreer(_kant, SLUG, werklijst)
    werklijsten.registreer(_kant, SLUG, signaallijst)
    werklijsten.registreer(_kant, SLUG, contactlijst)
parametergevolgen.registreer("einde_contract_dagen", gevolg_einde_contract)
agendabronnen.registreer("samen_nazorg", agenda)
gedeelde_agenda.registreer("samen_nazorg", gedeeld)
dagblokken.registreer("samen_nazorg", dagregels)
dagtaken.registreer("nazorg", dagtaak)
rondetaken.registreer("nazorg", meld_te_late)
rondetaken.registreer("nazorg_vervanging", vervang)
dossiersuggesties.registreer("samen_nazorg", dossiersuggestie)
dossierfeiten.registreer(FEIT, _zonder_plan)
for _register, _context in ((dossierdelen, _dossierdeel), (werkgeverdelen, _werkgeverdeel)):
    _register.registreer(
        "nazorg",
        Paginadeel(
            titel=gettext_lazy("Problemen op het werk"),
            sjabloon="samen_nazorg/_deel.html",
            context=_context,
            volgorde=75,
            mag=_mag,
        ),
    )
