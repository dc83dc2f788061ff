"""A curriculum vitae holds what the person said yes to, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Waarnemingfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen.cv import cv_als_pdf, keuze_van, kies_cv, maak_cv, mogelijk
from werklandschap.kern.profielen.models import Certificaat, Taalbeheersing, Werkervaring
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Lezing
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
GEHEIM = ("999990019", "1987", "Schulden bij de energie", "rugklachten", "Participatiewet")


@pytest.fixture
def dossier() -> Dossier:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    mens = Werkzoekendefabriek(
        account=inwoner, voornaam="Sam", achternaam="de Proef", email="sam@inwoner.test", bsn=GEHEIM[0]
    )
    Werkzoekende.objects.filter(pk=mens.pk).update(geboortedatum="1987-05-04")
    rij: Dossier = Dossierfabriek(werkzoekende=mens, hulpvraag="Schulden bij de energie en rugklachten")
    Waarnemingfabriek(dossier=rij, aspect="zrm_financien", waarde=1, toelichting="Schulden bij de energie")
    Competentieregelfabriek(werkzoekende=mens, competentie=Competentiefabriek(label="orders verzamelen"), niveau=4)
    Competentieregelfabriek(werkzoekende=mens, competentie=Competentiefabriek(label="kassa bedienen"), niveau=1)
    Werkervaring.objects.create(werkzoekende=mens, functie="Inpakker", werkgever_naam="Bakkerij Bo", van="2019-01-01")
    vandaag = timezone.localdate()
    Certificaat.objects.create(werkzoekende=mens, code="rijbewijs:B", geldig_tot=vandaag + timedelta(days=90))
    Certificaat.objects.create(werkzoekende=mens, code="vca_basis", geldig_tot=vandaag - timedelta(days=1))
    Taalbeheersing.objects.create(werkzoekende=mens, taal="ara", niveau=6)
    return Dossier.objects.get(pk=rij.pk)


def teksten(dossier: Dossier) -> list[str]:
    mens = Werkzoekende.objects.get(pk=dossier.werkzoekende_id)
    cv = maak_cv(mens, keuze_van(mens))
    return [cv.naam, cv.wie_ben_ik, *(f"{deel.tekst} {deel.extra}" for _kop, regels in cv.delen for deel in regels)]


def sleutels(dossier: Dossier, *begin: str) -> list[str]:
    return [deel.sleutel for deel in mogelijk(dossier.werkzoekende) if deel.sleutel.startswith(begin)]


def test_er_valt_alleen_te_kiezen_wat_op_een_cv_hoort(dossier: Dossier) -> None:
    alles = " ".join(f"{deel.tekst} {deel.extra}" for deel in mogelijk(dossier.werkzoekende))
    assert "Inpakker (Bakkerij Bo, 2019 – nu)" in alles
    assert "orders verzamelen kan het goed" in alles
    assert "rijbewijs B" in alles
    assert "kassa bedienen" not in alles
    assert "vca" not in alles.lower()
    assert not [geheim for geheim in GEHEIM if geheim in alles]


def test_zonder_ja_is_het_cv_leeg_en_alleen_het_ja_staat_erop(client: Client, dossier: Dossier) -> None:
    inwoner = dossier.werkzoekende.account
    assert inwoner is not None
    client.force_login(inwoner)
    assert client.get("/mijn/cv.pdf").status_code == 404
    assert "Er staat nog niets op het cv" in client.get("/mijn/cv/").content.decode()
    werk = sleutels(dossier, "werkervaring")
    velden = dict(enumerate(client.get("/mijn/cv/").context["formulier"].fields))
    assert "wie_ben_ik" in velden.values()
    formulier = client.get("/mijn/cv/").context["formulier"]
    naam_van_deel = next(naam for naam, veld in formulier.fields.items() if str(veld.label) == "Werk dat ik deed")
    client.post("/mijn/cv/", {naam_van_deel: werk, "wie_ben_ik": "Ik werk graag."})
    assert teksten(dossier) == ["", "Ik werk graag.", "Inpakker (Bakkerij Bo, 2019 – nu) "]
    pdf = client.get("/mijn/cv.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf.content
    assert Gebeurtenis.objects.filter(keten=dossier.keten, soort="cv.gekozen").count() == 1


def test_wat_er_later_bij_komt_staat_er_pas_na_een_nieuw_ja(dossier: Dossier) -> None:
    ik: Any = dossier.verantwoordelijke
    kies_cv(dossier=dossier, onderdelen=sleutels(dossier, "werk"), wie_ben_ik="", hoe="gesprek", door=ik)
    mens = dossier.werkzoekende
    Werkervaring.objects.create(werkzoekende=mens, functie="Nieuw werk")
    assert teksten(dossier) == ["", "", "Inpakker (Bakkerij Bo, 2019 – nu) "]
    Werkervaring.objects.filter(functie="Inpakker").delete()
    assert teksten(dossier) == ["", ""]
    vers = Dossier.objects.get(pk=dossier.pk)
    kies_cv(dossier=vers, onderdelen=[*sleutels(vers, "werk"), "bsn", "naam"], wie_ben_ik="", hoe="papier", door=ik)
    assert teksten(dossier) == ["Sam de Proef", "", "Nieuw werk "]


def test_een_collega_legt_vast_hoe_de_klant_ja_zei_en_een_vreemde_niets(client: Client, dossier: Dossier) -> None:
    ik: Any = dossier.verantwoordelijke
    for hoe in ("mijn", "zomaar"):
        with pytest.raises(Invoerfout):
            kies_cv(dossier=dossier, onderdelen=["naam"], wie_ben_ik="", hoe=hoe, door=ik)
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        kies_cv(dossier=dossier, onderdelen=["naam"], wie_ben_ik="", hoe="gesprek", door=elders)
    client.force_login(ik)
    client.post(f"/dossiers/{dossier.pk}/cv/", {"hoe": "telefoon", "deel0": ["naam", "email"], "wie_ben_ik": ""})
    pagina = client.get(f"/dossiers/{dossier.pk}/cv/").content.decode()
    assert "sam@inwoner.test" in pagina
    assert Lezing.objects.filter(onderdeel="cv", door=ik).exists()
    assert client.get(f"/dossiers/{dossier.pk}/cv.pdf").content.startswith(b"%PDF-")
    client.force_login(elders)
    assert client.get(f"/dossiers/{dossier.pk}/cv.pdf").status_code == 404


def test_zonder_ja_op_de_naam_staat_die_niet_in_de_pdf(dossier: Dossier) -> None:
    ik: Any = dossier.verantwoordelijke
    kies_cv(dossier=dossier, onderdelen=sleutels(dossier, "taal"), wie_ben_ik="", hoe="gesprek", door=ik)
    mens = dossier.werkzoekende
    pdf = cv_als_pdf(mens, maak_cv(mens, keuze_van(mens)))
    assert b"Curriculum vitae" in pdf
    assert b"de Proef" not in pdf
