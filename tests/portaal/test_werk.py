"""Agreeing to a placement and reporting a problem, from both sides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.hulp import kandidaat_van, voorgedragen, werkgever_van

from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db


def plaatsing(status: str = "voorbereiding") -> Plaatsing:
    rij = voorgedragen()
    return Plaatsing.objects.create(
        voordracht=rij,
        dossier=rij.dossier,
        werkprofiel=rij.werkprofiel,
        status=status,
        van=timezone.localdate() + timedelta(days=7),
        uren=24,
        functie="Medewerker bakkerij",
        door=rij.door,
    )


def test_g9_1_werkgever_en_klant_gaan_zelf_akkoord() -> None:
    werk = plaatsing()
    klant, bedrijf = ingelogd(kandidaat_van(werk.voordracht)), ingelogd(werkgever_van(werk.voordracht))
    assert "Ik ga akkoord" in klant.get("/mijn/").content.decode()
    assert "Ik ga akkoord" in bedrijf.get("/bedrijf/").content.decode()
    klant.post(reverse("portaal:mijn_akkoord", args=[werk.pk]))
    bedrijf.post(reverse("portaal:bedrijf_akkoord", args=[werk.pk]))
    werk.refresh_from_db()
    assert werk.akkoord_klant_op == werk.akkoord_werkgever_op == timezone.localdate()
    assert "Ik ga akkoord" not in klant.get("/mijn/").content.decode()
    assert "Ik ga akkoord" not in bedrijf.get("/bedrijf/").content.decode()


@pytest.mark.parametrize("kant", ["mijn", "bedrijf"])
def test_g10_3_een_probleem_melden_en_wat_u_typte_blijft_staan(kant: str) -> None:
    werk = plaatsing("loopt")
    client = ingelogd(kandidaat_van(werk.voordracht) if kant == "mijn" else werkgever_van(werk.voordracht))
    url = reverse(f"portaal:{kant}_probleem", args=[werk.pk])
    assert client.get(url).status_code == 200
    fout = client.post(url, {"soort": "", "urgentie": "snel", "tekst": "De oven is te heet"})
    assert fout.status_code == 422
    assert "De oven is te heet" in fout.content.decode()
    goed = client.post(url, {"soort": "ruzie", "urgentie": "snel", "tekst": "Het botst met een collega"})
    assert goed.headers["Location"] == f"/{kant}/"
    probleem = Probleem.objects.get()
    assert probleem.gemeld_door_wie == ("klant" if kant == "mijn" else "werkgever")


def test_een_ander_komt_niet_bij_dit_werk() -> None:
    werk = plaatsing("loopt")
    vreemde, _dossier = inwoner()
    paren = [(ingelogd(vreemde), "mijn"), (ingelogd(werkgever_van(voorgedragen())), "bedrijf")]
    for client, kant in paren:
        assert client.post(reverse(f"portaal:{kant}_akkoord", args=[werk.pk])).status_code == 404
        assert client.get(reverse(f"portaal:{kant}_probleem", args=[werk.pk])).status_code == 404
    eigen = ingelogd(kandidaat_van(werk.voordracht))
    assert eigen.get(reverse("portaal:bedrijf_probleem", args=[werk.pk])).status_code == 403
