"""Occupations side by side, with what somebody has and the chance on work in the region (W4.2, W4.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken

from werklandschap.competenties.models import BeroepCompetentie, Groeipad
from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.orientatie import actions, kansen
from werklandschap.werkzoekende.orientatie.models import Arbeidsmarktkans

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


@pytest.fixture
def beheerder(dossier: Any) -> Any:
    return fabrieken.Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente)


def _lees(dossier: Any, beheerder: Any, tekst: str) -> kansen.Ingelezen:
    return kansen.lees_kansen_in(
        gemeente=dossier.gemeente,
        door=beheerder,
        inhoud=tekst.encode(),
        bron="Regiocijfers",
        peildatum=timezone.localdate(),
    )


def test_w4_2_drie_beroepen_naast_elkaar_met_wat_iemand_heeft_en_leren_kan(client: Client, dossier: Any) -> None:
    client.force_login(dossier.verantwoordelijke)
    heeft = fabrieken.Competentiefabriek(label="tillen")
    fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=heeft, niveau=3)
    nieuw = fabrieken.Competentiefabriek(label="voegen", vanaf_nul=True, leertijd_weken=6)
    beroepen = [fabrieken.Beroepfabriek(label=f"vak {letter}") for letter in "abcd"]
    for beroep in beroepen:
        BeroepCompetentie.objects.create(beroep=beroep, competentie=heeft, niveau=2)
        BeroepCompetentie.objects.create(beroep=beroep, competentie=nieuw, niveau=1)
        actions.kies_beroep(dossier=dossier, beroep=beroep, door=dossier.verantwoordelijke)
    fabrieken.Werkprofielfabriek(beroep=beroepen[0], werkgever__gemeente=dossier.gemeente)
    overzicht = client.get(reverse("werkzoekende_orientatie:orientatie", args=[dossier.pk])).content.decode()
    assert overzicht.count('name="beroep"') == 4
    adres = reverse("werkzoekende_orientatie:vergelijk", args=[dossier.pk])
    pagina = client.get(adres, {"beroep": [b.pk for b in beroepen]}).content.decode()
    assert all(f"vak {letter}" in pagina for letter in "abc")
    assert "vak d" not in pagina
    assert pagina.count("1 van 2") == 3
    assert pagina.count("voegen (6)") == 3
    assert "Kies eerst twee of drie beroepen" in client.get(adres, {"beroep": "x"}).content.decode()


def test_w4_2_het_groeipad_staat_er_als_tekening_en_als_tabel(client: Client, dossier: Any) -> None:
    client.force_login(dossier.verantwoordelijke)
    eerst, daarna = fabrieken.Beroepfabriek(label="hulp in de keuken"), fabrieken.Beroepfabriek(label="zelfstandig kok")
    Groeipad.objects.create(van=eerst, naar=daarna, toelichting="Met een praktijkverklaring")
    pagina = client.get(reverse("werkzoekende_orientatie:beroep", args=[dossier.pk, eerst.pk])).content.decode()
    assert "<svg" in pagina
    assert "<table" in pagina
    assert pagina.count("zelfstandig kok") >= 2
    assert "Met een praktijkverklaring" in pagina


def test_w4_3_de_kans_op_werk_staat_bij_het_beroep_met_dag_en_bron(
    client: Client, dossier: Any, beheerder: Any
) -> None:
    kok, smid = fabrieken.Beroepfabriek(label="Kok"), fabrieken.Beroepfabriek(label="Smid")
    client.force_login(beheerder)
    bestand = SimpleUploadedFile("kansen.csv", b"beroep;kans\nkok;5\nTovenaar;3\nSmid;9\n")
    velden = {"peildatum": timezone.localdate().isoformat(), "bron": "Regiocijfers", "bestand": bestand}
    pagina = client.post("/beheer/arbeidsmarkt/", velden, follow=True).content.decode()
    assert "1 beroep ingelezen." in pagina
    assert "Rij 3: het beroep Tovenaar kennen wij niet" in pagina
    assert "Rij 4: de kans is geen cijfer van 1 tot en met 5" in pagina
    client.force_login(dossier.verantwoordelijke)
    bij_kok = client.get(reverse("werkzoekende_orientatie:beroep", args=[dossier.pk, kok.pk])).content.decode()
    assert "heel groot" in bij_kok
    assert "Bron: Regiocijfers" in bij_kok
    bij_smid = client.get(reverse("werkzoekende_orientatie:beroep", args=[dossier.pk, smid.pk])).content.decode()
    assert "geen kans bekend" in bij_smid


def test_w4_3_een_nieuwe_tabel_vervangt_en_geldt_alleen_in_de_eigen_regio(dossier: Any, beheerder: Any) -> None:
    fabrieken.Beroepfabriek(label="Kok")
    elders = fabrieken.Gemeentefabriek(code="9099", regio=fabrieken.Regiofabriek(naam="Elders"))
    ander = fabrieken.Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=elders)
    kansen.lees_kansen_in(
        gemeente=elders, door=ander, inhoud=b"beroep,kans\nkok,1\n", bron="Elders", peildatum=timezone.localdate()
    )
    _lees(dossier, beheerder, "beroep;kans\nkok;2\n")
    _lees(dossier, beheerder, "beroep;kans\nKOK;4\n")
    assert sorted(Arbeidsmarktkans.objects.values_list("regio", "kans")) == sorted(
        [(dossier.gemeente.regio_id, 4), (elders.regio_id, 1)]
    )
    with pytest.raises(GeenRecht):
        _lees(dossier, ander, "beroep;kans\nkok;5\n")


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"naam;cijfer\n", "kolommen"),
        (b"beroep;kans\nx;3\n", "Geen enkele rij"),
        (b"x" * 2_000_000, "1 MB"),
    ],
)
def test_een_tabel_die_niet_klopt_zegt_wat_er_mis_is(client: Client, beheerder: Any, inhoud: bytes, woord: str) -> None:
    client.force_login(beheerder)
    velden = {"peildatum": timezone.localdate().isoformat(), "bron": "Cijfers"}
    antwoord = client.post("/beheer/arbeidsmarkt/", {**velden, "bestand": SimpleUploadedFile("k.csv", inhoud)})
    assert antwoord.status_code == 422
    assert woord in antwoord.content.decode()
    morgen = (timezone.localdate() + timedelta(days=1)).isoformat()
    later = client.post(
        "/beheer/arbeidsmarkt/",
        {**velden, "peildatum": morgen, "bestand": SimpleUploadedFile("k.csv", b"beroep;kans\n")},
    )
    assert "in de toekomst" in later.content.decode()


def test_vergelijken_kost_evenveel_hoeveel_een_beroep_ook_vraagt(
    client: Client, dossier: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(dossier.verantwoordelijke)
    beroepen = fabrieken.Beroepfabriek.create_batch(3)

    def maak(aantal: int) -> None:
        for _nummer in range(aantal):
            regel = fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
            for beroep in beroepen:
                BeroepCompetentie.objects.create(beroep=beroep, competentie=regel.competentie, niveau=2)

    vraag = "&".join(f"beroep={b.pk}" for b in beroepen)
    adres = reverse("werkzoekende_orientatie:vergelijk", args=[dossier.pk])
    zelfde_aantal_queries(client, f"{adres}?{vraag}", maak)
