"""Documents of a dossier: who sees them, how they are kept, and how they go."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkzoekendefabriek

from werklandschap.kern.basis import sleutels
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.basis.versleuteling import OntsleutelFout
from werklandschap.kern.documenten import opslag
from werklandschap.kern.documenten.actions import deel_document, verwijder_document, voeg_document_toe
from werklandschap.kern.documenten.haken import ruim_op
from werklandschap.kern.documenten.models import Document
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Lezing
from werklandschap.kern.tijdlijn.queries import regels
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.bestanden.actions import vernietig_dossier
from werklandschap.koppelingen.bestanden.bewaren import te_vernietigen
from werklandschap.koppelingen.bestanden.herstel import herstel
from werklandschap.koppelingen.bestanden.reservekopie import maak

pytestmark = pytest.mark.django_db
INHOUD = b"%PDF-1.7\n1 0 obj <</Titel(Diploma horeca)>> endobj\n%%EOF"


def inwoner() -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    return gebruiker


@pytest.fixture
def dossier() -> Dossier:
    rij: Dossier = Dossierfabriek(werkzoekende=Werkzoekendefabriek(account=inwoner()))
    return rij


@pytest.fixture
def ik(dossier: Dossier) -> Gebruiker:
    assert dossier.verantwoordelijke is not None
    return dossier.verantwoordelijke


def test_een_document_ligt_versleuteld_en_komt_heel_terug_als_bijlage(
    client: Client, dossier: Dossier, ik: Gebruiker
) -> None:
    client.force_login(ik)
    bestand = SimpleUploadedFile("Diploma horeca.pdf", INHOUD, content_type="text/html")
    adres = f"/dossiers/{dossier.pk}/documenten/"
    client.post(adres, {"bestand": bestand, "onderwerp": "gewoon", "toelichting": "Van school"})
    rij = Document.objects.get()
    op_schijf = opslag.pad_van(rij.pk).read_bytes()
    assert b"Diploma" not in op_schijf
    assert b"%PDF" not in op_schijf
    assert opslag.pad_van(rij.pk).stat().st_mode & 0o077 == 0
    antwoord = client.get(f"{adres}{rij.pk}/")
    assert antwoord.getvalue() == INHOUD
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == 'attachment; filename="Diploma horeca.pdf"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Cache-Control"] == "private, no-store"
    assert "sandbox" in antwoord["Content-Security-Policy"]
    assert Lezing.objects.filter(onderdeel="document", door=ik, keten=dossier.keten).count() == 1
    assert [g.soort for g in Gebeurtenis.objects.filter(keten=dossier.keten)] == ["document.toegevoegd"]


def test_een_veranderd_of_verwisseld_bestand_is_niet_te_lezen(dossier: Dossier, ik: Gebruiker) -> None:
    een = voeg_document_toe(dossier=dossier, naam="een.pdf", inhoud=INHOUD, door=ik)
    twee = voeg_document_toe(dossier=dossier, naam="twee.pdf", inhoud=INHOUD + b" ", door=ik)
    opslag.pad_van(een.pk).write_bytes(opslag.pad_van(twee.pk).read_bytes())
    with pytest.raises(OntsleutelFout):
        opslag.lees(een.pk)
    versleuteld = bytearray(opslag.pad_van(twee.pk).read_bytes())
    versleuteld[-1] ^= 1
    opslag.pad_van(twee.pk).write_bytes(versleuteld)
    with pytest.raises(OntsleutelFout):
        opslag.lees(twee.pk)


def test_gezondheid_en_schulden_ziet_alleen_wie_dat_mag_ook_niet_in_de_tijdlijn(
    client: Client, dossier: Dossier, ik: Gebruiker
) -> None:
    ziek = voeg_document_toe(dossier=dossier, naam="GGZ-verslag.pdf", inhoud=INHOUD, onderwerp="gezondheid", door=ik)
    lijst = INHOUD + b"2"
    geld = voeg_document_toe(dossier=dossier, naam="Schuldenlijst.pdf", inhoud=lijst, onderwerp="schulden", door=ik)
    jobcoach, manager = Gebruikerfabriek(rol=Rol.JOBCOACH), Gebruikerfabriek(rol=Rol.MANAGER)
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert set(Document.objects.voor(ik)) == {ziek, geld}
    assert set(Document.objects.voor(jobcoach)) == {ziek}
    for gebruiker in (manager, elders, dossier.werkzoekende.account, Gebruikerfabriek(rol=Rol.BEHEERDER)):
        assert not Document.objects.voor(gebruiker).exists()
    zinnen = " ".join(str(regel) for regel in regels(Gebeurtenis.objects.filter(keten=dossier.keten)))
    assert "GGZ" not in zinnen
    assert "Schuldenlijst" not in zinnen
    client.force_login(manager)
    client.post(f"/dossiers/{dossier.pk}/reden/", {"reden": "Ik kijk mee met een klacht"})
    pagina = client.get(f"/dossiers/{dossier.pk}/documenten/")
    assert pagina.status_code == 200
    assert "GGZ" not in pagina.content.decode()
    assert client.get(f"/dossiers/{dossier.pk}/documenten/{ziek.pk}/").status_code == 404
    with pytest.raises(GeenRecht):
        voeg_document_toe(dossier=dossier, naam="x.pdf", inhoud=INHOUD + b"1", onderwerp="schulden", door=jobcoach)


def test_de_inwoner_ziet_wat_gedeeld_is_en_geeft_zelf_papieren(client: Client, dossier: Dossier, ik: Gebruiker) -> None:
    intern = voeg_document_toe(dossier=dossier, naam="Intern.pdf", inhoud=INHOUD, door=ik)
    zelf = dossier.werkzoekende.account
    assert zelf is not None
    client.force_login(zelf)
    assert "Intern" not in client.get("/mijn/papieren/").content.decode()
    assert client.get(f"/mijn/papieren/{intern.pk}/").status_code == 404
    deel_document(document=intern, gedeeld=True, door=ik)
    assert "Intern" in client.get("/mijn/papieren/").content.decode()
    assert client.get(f"/mijn/papieren/{intern.pk}/").getvalue() == INHOUD
    foto = SimpleUploadedFile("diploma.jpg", b"\xff\xd8\xff\xe0 foto")
    client.post("/mijn/papieren/", {"bestand": foto, "toelichting": "Mijn diploma"})
    eigen = Document.objects.get(door=zelf)
    assert (eigen.voor_inwoner, eigen.onderwerp) == (True, "gewoon")
    antwoord = client.post("/mijn/papieren/", {"bestand": SimpleUploadedFile("x.pdf", b"<script>")})
    assert antwoord.status_code == 422
    assert "Dit soort bestand mag niet" in antwoord.content.decode()
    vreemde = Dossierfabriek(werkzoekende=Werkzoekendefabriek(account=inwoner()))
    client.force_login(vreemde.werkzoekende.account)
    assert client.get(f"/mijn/papieren/{intern.pk}/").status_code == 404


def test_weghalen_vraagt_een_reden_en_wist_het_bestand(
    dossier: Dossier, ik: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    rij = voeg_document_toe(dossier=dossier, naam="oud.pdf", inhoud=INHOUD, door=ik)
    pad = opslag.pad_van(rij.pk)
    with pytest.raises(GeenRecht):
        verwijder_document(document=rij, reden="Weg", door=Gebruikerfabriek(rol=Rol.MANAGER))
    with pytest.raises(Invoerfout):
        verwijder_document(document=rij, reden=" ", door=ik)
    with django_capture_on_commit_callbacks(execute=True):
        verwijder_document(document=rij, reden="Verkeerde persoon", door=ik)
    assert not pad.exists()
    assert not Document.objects.exists()
    laatste = Gebeurtenis.objects.filter(keten=dossier.keten).latest("nummer")
    assert (laatste.soort, laatste.gegevens) == (
        "document.verwijderd",
        {"naam": "oud.pdf", "reden": "Verkeerde persoon"},
    )


def test_vernietigen_van_een_dossier_neemt_de_documenten_mee(
    dossier: Dossier, ik: Gebruiker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    weg = voeg_document_toe(dossier=dossier, naam="weg.pdf", inhoud=INHOUD, door=ik)
    blijft = voeg_document_toe(dossier=Dossierfabriek(verantwoordelijke=ik), naam="b.pdf", inhoud=INHOUD, door=ik)
    lang_geleden = timezone.localdate() - timedelta(days=365 * 30)
    Dossier.objects.filter(pk=dossier.pk).update(status="gesloten", gesloten_op=lang_geleden, reden_sluiten="werk")
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER)
    with django_capture_on_commit_callbacks(execute=True):
        for bewaard in list(te_vernietigen()):
            vernietig_dossier(bewaard=bewaard, door=beheerder)
    assert list(Document.objects.all()) == [blijft]
    assert not opslag.pad_van(weg.pk).exists()
    assert opslag.lees(blijft.pk) == INHOUD


def test_documenten_zitten_in_de_reservekopie(dossier: Dossier, ik: Gebruiker, tmp_path: Path) -> None:
    rij = voeg_document_toe(dossier=dossier, naam="diploma.pdf", inhoud=INHOUD, door=ik)
    maak(tmp_path / "kopie.zip", met_sleutels=False)
    assert INHOUD not in (tmp_path / "kopie.zip").read_bytes()
    opslag.gooi_weg(rij.pk)
    Document.objects.all().delete()
    herstel(tmp_path / "kopie.zip", vervang=True)
    assert opslag.lees(Document.objects.get().pk) == INHOUD


def test_een_nieuwe_sleutel_versleutelt_ook_de_bestanden_opnieuw(
    dossier: Dossier, ik: Gebruiker, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = voeg_document_toe(dossier=dossier, naam="diploma.pdf", inhoud=INHOUD, door=ik)
    oud = sleutels.sleutelbos()
    nieuw = sleutels.Sleutelbos({"s9": os.urandom(32), **oud.velden}, oud.zoek)
    for module in ("kern.basis.versleuteling", "kern.documenten.opslag", "project.management.commands.roteer_sleutels"):
        monkeypatch.setattr(f"werklandschap.{module}.sleutelbos", lambda: nieuw)
    call_command("roteer_sleutels")
    assert opslag.pad_van(rij.pk).read_bytes().startswith(b"v1:s9:")
    assert opslag.lees(rij.pk) == INHOUD
    assert opslag.versleutel_opnieuw() == 0


def test_een_bestand_zonder_rij_gaat_na_een_dag_weg(dossier: Dossier, ik: Gebruiker) -> None:
    rij = voeg_document_toe(dossier=dossier, naam="diploma.pdf", inhoud=INHOUD, door=ik)
    wees = uuid.uuid4()
    opslag.bewaar(wees, b"wees")
    ruim_op()
    assert opslag.pad_van(wees).exists()
    twee_dagen_terug = time.time() - 2 * 86400
    for pad in (opslag.pad_van(wees), opslag.pad_van(rij.pk)):
        os.utime(pad, (twee_dagen_terug, twee_dagen_terug))
    ruim_op()
    assert not opslag.pad_van(wees).exists()
    assert opslag.lees(rij.pk) == INHOUD


def test_hetzelfde_bestand_komt_er_niet_twee_keer_in_en_de_map_is_niet_op_het_web(
    client: Client, dossier: Dossier, ik: Gebruiker
) -> None:
    rij = voeg_document_toe(dossier=dossier, naam="diploma.pdf", inhoud=INHOUD, door=ik)
    with pytest.raises(Invoerfout, match="staat er al"):
        voeg_document_toe(dossier=dossier, naam="kopie.pdf", inhoud=INHOUD, door=ik)
    client.force_login(ik)
    pad = opslag.pad_van(rij.pk).relative_to(settings.MEDIA_ROOT)
    assert client.get(f"/{settings.MEDIA_URL.strip('/')}/{pad}").status_code == 404


def test_de_lijst_kost_voor_meer_documenten_niet_meer(
    client: Client, dossier: Dossier, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak_er(aantal: int) -> None:
        begin = Document.objects.count()
        for nummer in range(begin, begin + aantal):
            inhoud = INHOUD + str(nummer).encode()
            voeg_document_toe(dossier=dossier, naam=f"{nummer}.pdf", inhoud=inhoud, voor_inwoner=True, door=ik)

    client.force_login(ik)
    zelfde_aantal_queries(client, f"/dossiers/{dossier.pk}/documenten/", maak_er)
    assert dossier.werkzoekende.account is not None
    client.force_login(dossier.werkzoekende.account)
    zelfde_aantal_queries(client, "/mijn/papieren/", lambda n: None)
