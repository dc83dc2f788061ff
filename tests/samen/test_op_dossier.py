"""What the rooms of both sides show on the page of a person: the names and states, for one query each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Voordrachtfabriek, Werkprofielfabriek
from tests.samen.plaatsing.hulp import lopend

from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db


def test_voordrachten_plaatsingen_en_problemen_kosten_per_rij_geen_vraag(
    zelfde_aantal_queries: Callable[..., None],
) -> None:
    """Each part reads the columns it shows: one that is missing would be asked again for every row."""
    plaatsing = lopend()
    dossier = plaatsing.dossier
    client = Client()
    client.force_login(dossier.verantwoordelijke)
    collega = Gebruikerfabriek(gemeente=dossier.gemeente, naam="Collega Nazorg")

    def maak(aantal: int) -> None:
        for nr in range(aantal):
            werkprofiel = Werkprofielfabriek(gemeente=dossier.gemeente)
            Voordrachtfabriek(dossier=dossier, werkprofiel=werkprofiel)
            Plaatsing.objects.create(
                dossier=dossier, werkprofiel=werkprofiel, van=timezone.localdate(), uren=24, functie=f"Functie {nr}"
            )
            Probleem.objects.create(
                plaatsing=plaatsing,
                soort="ruzie",
                tekst="x",
                gemeld_door_wie="klant",
                antwoord_voor=timezone.now() + timedelta(days=1),
                eigenaar=collega,
            )

    zelfde_aantal_queries(client, f"/dossiers/{dossier.pk}/", maak)
    pagina = client.get(f"/dossiers/{dossier.pk}/").content.decode()
    voordracht = dossier.voordrachten.select_related("werkprofiel__werkgever").latest("pk")
    laatste = dossier.plaatsingen.select_related("werkprofiel__werkgever").latest("pk")
    for tekst in (
        voordracht.werkprofiel.titel,
        voordracht.werkprofiel.werkgever.naam,
        voordracht.get_status_display(),
        laatste.functie,
        laatste.werkprofiel.werkgever.naam,
        laatste.get_status_display(),
        "Wacht op antwoord",
        collega.naam,
    ):
        assert str(tekst) in pagina
