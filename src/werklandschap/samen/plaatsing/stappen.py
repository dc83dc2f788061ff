"""What the actions of this room share: locking, telling both chains, and the tile visits on both sides."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from werklandschap.kern.tijdlijn.actions import beeindig_bezoek, start_bezoek
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.rules import mag_keten_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.plaatsing.models import Plaatsing

SLUG = "plaatsing"


def vergrendel(plaatsing: Plaatsing) -> Plaatsing:
    """The row as it is now, locked, with everything an action reads."""
    return (
        Plaatsing.objects.select_for_update(of=("self",))
        .select_related(
            "dossier__keten",
            "dossier__gemeente",
            "dossier__werkzoekende",
            "dossier__verantwoordelijke",
            "werkprofiel__werkgever__keten",
            "voordracht",
            "door",
        )
        .get(pk=plaatsing.pk)
    )


def adres(plaatsing: Plaatsing) -> str:
    """The page of a placement."""
    return reverse("samen_plaatsing:plaatsing", args=[plaatsing.pk])


def noteer_bij_klant(plaatsing: Plaatsing, soort: str, door: Gebruiker | None, /, **gegevens: Any) -> None:
    """An event on the person's chain."""
    leg_vast(
        keten=plaatsing.dossier.keten,
        soort=soort,
        door=door,
        gegevens={
            "nummer": plaatsing.pk,
            "functie": plaatsing.functie,
            "werkgever": plaatsing.werkprofiel.werkgever.naam,
            **gegevens,
        },
    )


def noteer_bij_werkgever(plaatsing: Plaatsing, soort: str, door: Gebruiker | None, /, **gegevens: Any) -> None:
    """An event on the employer's chain. The person is a number there, also as the actor."""
    is_klant = door is not None and door.heeft(Recht.MIJN)
    leg_vast(
        keten=plaatsing.werkprofiel.werkgever.keten,
        soort=soort,
        door=None if is_klant else door,
        namens="klant" if is_klant else "",
        gegevens={"nummer": plaatsing.pk, "functie": plaatsing.functie, **gegevens},
    )


def start_bezoeken(plaatsing: Plaatsing, tegel: str, door: Gebruiker) -> None:
    """Person and employer are on this tile now, where the actor may write."""
    for kant, keten in _ketens(plaatsing):
        if mag_keten_bewerken(door, keten):
            start_bezoek(keten=keten, kant=kant, tegel=tegel, door=door)


def beeindig_bezoeken(plaatsing: Plaatsing, tegel: str, door: Gebruiker, uitkomst: str) -> None:
    """End the person's visit to this tile; an employer may have other placements, so theirs goes on meanwhile."""
    kant_en_keten = _ketens(plaatsing)
    if Plaatsing.objects.filter(
        werkprofiel__werkgever=plaatsing.werkprofiel.werkgever_id, status=plaatsing.Status.VOORBEREIDING
    ).exists():
        kant_en_keten = kant_en_keten[:1]
    for _kant, keten in kant_en_keten:
        if mag_keten_bewerken(door, keten):
            for bezoek in keten.bezoeken.filter(tegel=tegel, tot__isnull=True):
                beeindig_bezoek(bezoek=bezoek, door=door, uitkomst=uitkomst)


def _ketens(plaatsing: Plaatsing) -> list[tuple[str, Any]]:
    return [("werkzoekenden", plaatsing.dossier.keten), ("werkgevers", plaatsing.werkprofiel.werkgever.keten)]
