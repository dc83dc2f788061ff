"""Uploading a file: tried first, imported once, and gone afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.bestanden import opladen
from werklandschap.koppelingen.bestanden.models import Invoer

pytestmark = pytest.mark.django_db
URL = "/beheer/importeren/"
GOED = "naam;kvk_nummer;sector\nBakkerij Proef;;\nSmederij Proef;;\n"
FOUT = "naam;kvk_nummer\nBakkerij Proef;\n;12345678\nSmederij Proef;abc\n"


@pytest.fixture
def beheerder(client: Client) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek(rol=Rol.BEHEERDER)
    client.force_login(gebruiker)
    return gebruiker


def _laad(client: Client, tekst: str | bytes, naam: str = "lijst.csv", soort: str = "werkgevers") -> Any:
    inhoud = tekst.encode() if isinstance(tekst, str) else tekst
    return client.post(URL, {"soort": soort, "bestand": SimpleUploadedFile(naam, inhoud)})


def test_eerst_de_proef_dan_de_knop_en_daarna_is_het_bestand_weg(
    client: Client, beheerder: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = _laad(client, FOUT)
    invoer = Invoer.objects.get()
    assert antwoord["Location"] == f"{URL}{invoer.pk}/"
    assert (invoer.status, invoer.geweigerd, Werkgever.objects.count()) == ("gecontroleerd", 2, 0)
    pagina = client.get(antwoord["Location"]).content.decode()
    assert "Nu importeren" in pagina
    assert "Geweigerd: 2" in pagina
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{URL}{invoer.pk}/nu/")
    invoer.refresh_from_db()
    assert (invoer.status, invoer.inhoud, invoer.verslag["aantallen"]["nieuw"]) == ("klaar", "", 1)
    assert Werkgever.objects.get().gemeente_id == beheerder.gemeente_id
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{URL}{invoer.pk}/nu/")
    assert Werkgever.objects.count() == 1


def test_wat_op_schijf_staat_is_versleuteld(client: Client, beheerder: Gebruiker) -> None:
    _laad(client, GOED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhoud FROM bestanden_invoer")
        opgeslagen = cursor.fetchone()[0]
    assert opgeslagen.startswith("v1:")


@pytest.mark.parametrize(
    ("naam", "inhoud", "zegt"),
    [
        ("lijst.exe", b"MZ", "eindigt op .csv"),
        ("lijst.csv", b"", "leeg"),
        ("lijst.csv", b"naam;kvk_nummer\n", "geen rijen"),
        ("lijst.json", b"[1, 2]", "VUM-berichten"),
        ("lijst.xlsx", b"PK\x03\x04stuk", "niet te lezen als xlsx"),
        ("lijst.csv", b"naam\n" + b"x" * opladen.MAX_BYTES, "10 MB"),
    ],
)
def test_een_slecht_bestand_wordt_bij_het_veld_genoemd(
    client: Client, beheerder: Gebruiker, naam: str, inhoud: bytes, zegt: str
) -> None:
    antwoord = _laad(client, inhoud, naam)
    assert antwoord.status_code == 200
    assert zegt in antwoord.context["formulier"].errors["bestand"][0]
    assert not Invoer.objects.exists()


def test_een_groot_bestand_gaat_door_de_wachtrij(
    client: Client, beheerder: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    rijen = "".join(f"Bedrijf {nummer};\n" for nummer in range(opladen.METEEN_TOT + 1))
    with django_capture_on_commit_callbacks(execute=True):
        adres = _laad(client, f"naam;kvk_nummer\n{rijen}")["Location"]
    assert "Wordt gecontroleerd" in client.get(adres).content.decode()
    werk = DBTaskResult.objects.get()
    werk.task.call(*werk.task_result.args)
    invoer = Invoer.objects.get()
    assert (invoer.status, invoer.verslag["aantallen"]["nieuw"]) == ("gecontroleerd", opladen.METEEN_TOT + 1)
    werk.task.call(*werk.task_result.args)
    assert Werkgever.objects.count() == 0


def test_het_verslag_is_te_downloaden_zonder_formules(
    client: Client, beheerder: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _laad(client, "naam;=1+1\nBakkerij;x\n")
    tekst = client.get(f"{URL}{Invoer.objects.get().pk}/verslag.csv").content.decode("utf-8-sig")
    assert tekst.splitlines()[0] == "rij;veld;soort;melding"
    assert "'=1+1" in tekst


def test_alleen_wie_mag_en_alleen_de_eigen_gemeente(client: Client, beheerder: Gebruiker) -> None:
    _laad(client, GOED)
    adres = f"{URL}{Invoer.objects.get().pk}/"
    vreemde = Client()
    vreemde.force_login(Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=Gemeentefabriek(code="9002")))
    for pad in (adres, f"{adres}verslag.csv"):
        assert vreemde.get(pad).status_code == 404
    for pad in (f"{adres}nu/", f"{adres}weg/"):
        assert vreemde.post(pad).status_code == 404
    client.force_login(Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=beheerder.gemeente))
    assert client.get(URL).status_code == 403
    assert client.get(adres).status_code == 403


def test_wissen_en_opruimen(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert isinstance(gemeente, Gemeente)
    gegevens = {"gemeente": gemeente, "door": beheerder, "soort": "werkgevers", "naam": "a.csv"}
    oud = opladen.bied_aan(inhoud=GOED.encode(), **gegevens)
    vast = opladen.bied_aan(inhoud=GOED.encode(), **gegevens)
    with pytest.raises(Invoerfout):
        opladen.gooi_weg(invoer=oud, door=beheerder)
    opladen.verwerk(str(oud.pk))
    lang = timezone.now() - timedelta(days=8)
    Invoer.objects.update(gemaakt_op=lang)
    Invoer.objects.filter(pk=vast.pk).update(begonnen_op=lang)
    assert opladen.ruim_op() == "1 bestanden gewist, 1 onderbroken"
    assert {i.pk: i.status for i in Invoer.objects.all()} == {oud.pk: "weg", vast.pk: "mislukt"}
    assert opladen.gooi_weg(invoer=vast, door=beheerder).inhoud == ""
