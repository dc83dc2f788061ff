"""What the page of a person shows first: the next three things to do, and where this person is on the landscape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import Tegelsuggestie, dossiersuggesties
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.taken.queries import urgentie_tekst
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.overschrijvingen import tegels_van
from werklandschap.landschap.tegels import Tegel
from werklandschap.landschap.tekening.kaart import kaart

KANT = Tegelbezoek.Kant.WERKZOEKENDEN
STAPPEN = 3


@dataclass(frozen=True)
class Volgende:
    """One thing to do for this person."""

    titel: str
    url: str
    wanneer: str = ""
    te_laat: bool = False
    wie: str = ""
    datum: date | None = None


def volgende_stappen(dossier: Dossier) -> list[Volgende]:
    """The first three open tasks about this person; without any, what helps to go on."""
    taken: list[Taak] | None = getattr(dossier.keten, "open_taken", None)
    if taken is None:
        taken = list(Taak.objects.filter(keten=dossier.keten).open().select_related("eigenaar")[:STAPPEN])
    stappen = [
        Volgende(
            titel=taak.titel,
            url=taak.url,
            wanneer=urgentie_tekst(taak),
            te_laat=taak.is_te_laat,
            wie=taak.eigenaar.naam if taak.eigenaar else _("nog niemand"),
            datum=taak.voor_op,
        )
        for taak in taken[:STAPPEN]
    ]
    if dossier.status == Dossier.Status.OPEN and len(stappen) < STAPPEN:
        stappen += _aanvulling(dossier)[: STAPPEN - len(stappen)]
    return stappen


def _aanvulling(dossier: Dossier) -> list[Volgende]:
    persoon = dossier.werkzoekende
    uit = []
    if dossier.verantwoordelijke_id is None:
        uit.append(Volgende(_("Spreek af wie verantwoordelijk is"), reverse("dossiers:overdragen", args=[dossier.pk])))
    if not (persoon.telefoon or persoon.email):
        uit.append(
            Volgende(_("Vraag hoe u deze persoon kunt bereiken"), reverse("dossiers:persoon", args=[dossier.pk]))
        )
    if not dossier.hulpvraag:
        uit.append(
            Volgende(_("Schrijf de hulpvraag op in eigen woorden"), reverse("dossiers:hulpvraag", args=[dossier.pk]))
        )
    return uit


@dataclass(frozen=True)
class Tegelstand:
    """A tile for this person: the running visit, or that it was visited, and why it could help."""

    tegel: Tegel
    url: str
    bezoek: Tegelbezoek | None = None
    keren: int = 0
    reden: str = ""


@dataclass(frozen=True)
class Persoonslandschap:
    """The small landscape and the tiles in three groups: now, could help, the others."""

    kaart: SafeString
    nu: Sequence[Tegelstand]
    kan: Sequence[Tegelstand]
    andere: Sequence[Tegelstand]


def landschap_van(dossier: Dossier, gebruiker: Gebruiker) -> Persoonslandschap:
    """Where this person is, was and could go; no order is forced."""
    bezoeken = list(dossier.keten.bezoeken.all())
    lopend = {bezoek.tegel: bezoek for bezoek in bezoeken if bezoek.tot is None}
    redenen = _redenen(dossier)
    tegels = tegels_van(KANT, gebruiker.gemeente.code if gebruiker.gemeente else None)
    standen = [
        Tegelstand(
            tegel=tegel,
            url=_url(tegel.slug),
            bezoek=lopend.get(tegel.slug),
            keren=sum(bezoek.tegel == tegel.slug for bezoek in bezoeken),
            reden=redenen.get(tegel.slug, ""),
        )
        for tegel in tegels
    ]
    nu = [stand for stand in standen if stand.bezoek]
    kan = [stand for stand in standen if stand.reden and not stand.bezoek]
    return Persoonslandschap(
        kaart=kaart(KANT, tegels, url=_url, status={s.tegel.slug: _status(s) for s in standen}, klein=True),
        nu=nu,
        kan=sorted(kan, key=lambda stand: list(redenen).index(stand.tegel.slug)),
        andere=[stand for stand in standen if not stand.bezoek and not stand.reden],
    )


def _redenen(dossier: Dossier) -> dict[str, str]:
    """{slug: reason} of what the rooms suggest, weightiest first; the first reason per tile counts."""
    suggesties: list[Tegelsuggestie] = [
        suggestie for functie in dossiersuggesties.alle() for suggestie in functie(dossier) if suggestie.kant == KANT
    ]
    suggesties.sort(key=lambda suggestie: -suggestie.gewicht)
    redenen: dict[str, str] = {}
    for suggestie in suggesties:
        redenen.setdefault(suggestie.slug, suggestie.reden)
    return redenen


def _status(stand: Tegelstand) -> str:
    if stand.bezoek:
        return "nu"
    if stand.reden:
        return "kan"
    return "geweest" if stand.keren else ""


def _url(slug: str) -> str:
    return reverse("landschap:tegel", args=(KANT, slug))
