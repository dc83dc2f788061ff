"""The pages of the landscape: public, small, in two languages, and with the work for who is logged in."""

from __future__ import annotations

import gzip
import re

import pytest
from django.http import HttpRequest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek

from werklandschap.kern.organisaties.models import Tegeltekst
from werklandschap.landschap import haken
from werklandschap.landschap.begrippen import alle_begrippen
from werklandschap.landschap.haken import Badge, Deur, Figuur, Instrumentnaam, Knop, Rij, Werklijst
from werklandschap.landschap.tegels import KANTEN, alle_tegels

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _eigen_haken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hooks that other rooms registered don't show here, and ours don't stay."""
    for register in (haken.werklijsten, haken.figuren, haken.deuren):
        monkeypatch.setattr(register, "_functies", {})
    monkeypatch.setattr(haken.badges, "_functies", [])
    monkeypatch.setattr(haken.instrumentnamen, "_functie", None)


@pytest.fixture
def ingelogd(client: Client) -> Client:
    client.force_login(Gebruikerfabriek())
    return client


def _pagina(client: Client, url: str, taal: str = "nl") -> str:
    antwoord = client.get(url, headers={"accept-language": taal})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def _paginas() -> list[str]:
    tegels = [f"/{t.kant}/{t.slug}/" for t in alle_tegels()]
    return ["/", "/werkzoekenden/", "/werkgevers/", "/begrippen/", *tegels]


def test_iedereen_ziet_elke_pagina_in_twee_talen_zonder_opmaak_in_de_regel(client: Client) -> None:
    for url in _paginas():
        for taal in ("nl", "en"):
            html = _pagina(client, url, taal)
            assert f'<html lang="{taal}"' in html
            assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", html), url
            ids = re.findall(r'\sid="([^"]+)"', html)
            assert len(ids) == len(set(ids)), url


def test_een_bezoeker_kost_geen_enkele_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _pagina(client, "/")
    with django_assert_num_queries(0):
        for url in ("/", "/werkgevers/", "/werkgevers/plaatsing/", "/begrippen/"):
            _pagina(client, url)


@pytest.mark.parametrize("url", ["/", "/werkzoekenden/", "/werkgevers/"])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_pagina_met_alle_getallen_is_hooguit_35_kilobyte(ingelogd: Client, url: str, taal: str) -> None:
    haken.badges.registreer(lambda _gebruiker, kant: {t.slug: Badge(1234, 567) for t in alle_tegels(kant)})
    html = _pagina(ingelogd, url, taal)
    assert html.count("567") >= 18
    assert len(gzip.compress(html.encode())) <= 35_000


@pytest.mark.parametrize("kant", KANTEN)
def test_het_landschap_heeft_elke_tegel_als_koppeling_en_de_andere_deur(client: Client, kant: str) -> None:
    html = _pagina(client, f"/{kant}/")
    verwacht = [f"/{kant}/{t.slug}/" for t in alle_tegels(kant)]
    assert re.findall(r'class="kaart-tegel" href="([^"]+)"', html) == verwacht
    (lijst, beeld, _weer) = (html.index(s) for s in ("alleen-smal", "landschap-beeld", "alleen-breed"))
    assert re.findall(r'<h3><a href="([^"]+)"', html[lijst:beeld]) == verwacht
    assert re.findall(r'<a href="([^"]+)" aria-current="page">(?:Werkzoekenden|Werkgevers)<', html) == [f"/{kant}/"]
    assert all(f'href="/{k}/"' in html for k in KANTEN)


@pytest.mark.parametrize("kant", KANTEN)
def test_een_tegel_leidt_terug_naar_het_landschap_waar_hij_vandaan_komt(client: Client, kant: str) -> None:
    ander = next(k for k in KANTEN if k != kant)
    html = _pagina(client, f"/{kant}/nazorg/")
    assert re.findall(r'class="terug" href="([^"]+)"', html) == [f"/{kant}/"]
    andere = html[html.index("andere-tegels") :]
    assert re.findall(rf'href="/{kant}/([a-z-]+)/"', andere) == [
        t.slug for t in alle_tegels(kant) if t.slug != "nazorg"
    ]
    assert f'href="/{ander}/nazorg/"' in andere


def test_een_tegel_zonder_tegenhanger_wijst_niet_naar_de_overkant(client: Client) -> None:
    assert "in het landschap" not in _pagina(client, "/werkzoekenden/melding/").split("andere-tegels")[2]


def test_een_tegel_toont_uitleg_hulpmiddelen_tips_en_bewijs_met_bron(client: Client) -> None:
    html = _pagina(client, "/werkgevers/werkgever-contact/")
    tegel = next(t for t in alle_tegels("werkgevers") if t.slug == "werkgever-contact")
    for tekst in (tegel.kort, *tegel.tips, tegel.tools[0].groep, tegel.tools[0].punten[0].tekst, tegel.bewijs[0].tekst):
        assert tekst in html
    assert "SBCM, 2015 (beschrijving, geen bewijs van oorzaak)" in html
    assert "<h2>Wat u hier doet</h2>" in html


def test_onbekende_tegels_en_kanten_bestaan_niet(client: Client) -> None:
    for url in ("/werkgevers/melding/", "/werkzoekenden/niets/", "/inwoners/melding/"):
        assert client.get(url).status_code == 404


def test_landschappen_nemen_geen_formulieren_aan(client: Client) -> None:
    assert client.post("/werkgevers/").status_code == 405


def _werklijst(_request: HttpRequest) -> Werklijst:
    rijen = [Rij(["Fatima Voorbeeld", "morgen"], "/dossiers/7/"), Rij(["Jan <b>", 3])]
    return Werklijst("Nieuwe meldingen", ["Wie", "Wanneer"], rijen, knop=Knop("Melding maken", "/nieuw/"))


def test_alleen_wie_is_ingelogd_ziet_werk(client: Client) -> None:
    haken.werklijsten.registreer("werkzoekenden", "melding", _werklijst)
    url = "/werkzoekenden/melding/"
    assert "Fatima" not in _pagina(client, url)
    client.force_login(Gebruikerfabriek())
    html = _pagina(client, url)
    assert '<th scope="row"><a href="/dossiers/7/">Fatima Voorbeeld</a></th><td>morgen</td>' in html
    assert "Jan &lt;b&gt;" in html
    assert 'href="/nieuw/"' in html
    assert "Fatima" not in _pagina(client, "/werkzoekenden/diagnostiek/")


def test_een_lege_werklijst_zegt_wat_u_kunt_doen_en_geen_werklijst_is_er_niet(ingelogd: Client) -> None:
    haken.werklijsten.registreer(
        "werkgevers", "nazorg", lambda _r: Werklijst("Meldingen", [], leeg_tekst="Alles is rustig.")
    )
    haken.werklijsten.registreer("werkgevers", "plaatsing", lambda _r: None)
    leeg = _pagina(ingelogd, "/werkgevers/nazorg/")
    assert "Alles is rustig." in leeg
    assert "<table" not in leeg
    assert "werklijst" not in _pagina(ingelogd, "/werkgevers/plaatsing/")


def test_getallen_op_de_kaart_zijn_van_deze_gebruiker_en_tellen_op(client: Client) -> None:
    haken.badges.registreer(lambda gebruiker, kant: {"melding": Badge(2, 1)} if kant == "werkzoekenden" else {})
    haken.badges.registreer(lambda gebruiker, kant: {"melding": Badge(3)})
    assert "te laat" not in _pagina(client, "/")
    client.force_login(Gebruikerfabriek())
    html = _pagina(client, "/")
    kaart = html[html.index("kaart-tegel") : html.index("alleen-breed")]
    assert re.findall(r"(\d+ mensen|\d+ te laat)<", kaart) == ["5 mensen", "1 te laat"]


def test_figuren_instrumenten_en_deuren_staan_op_de_tegel(client: Client) -> None:
    haken.figuren.registreer("werkgevers", "plaatsing", lambda _r: Figuur("Plaatsingen per maand", "tabel"))
    haken.figuren.registreer("werkgevers", "plaatsing", lambda _r: None)
    haken.instrumentnamen.registreer(
        lambda codes, gebruiker: [Instrumentnaam(f"Instrument {codes[0]}", "Uitleg.", "/instrumenten/1/")]
    )
    haken.deuren.registreer("werkgevers", "plaatsing", Deur("Begrippen opzoeken", "landschap:begrippen"))
    haken.deuren.registreer("werkgevers", "plaatsing", Deur("Nog niet gebouwd", "nergens:pagina"))
    html = _pagina(client, "/werkgevers/plaatsing/")
    assert html.count("wl-kaart__titel") >= 5
    assert "Plaatsingen per maand" in html
    eerste = next(t for t in alle_tegels("werkgevers") if t.slug == "plaatsing").instrumenten[0]
    assert f'<a href="/instrumenten/1/">Instrument {eerste}</a><br>Uitleg.' in html
    assert "Begrippen opzoeken" in html
    assert "Nog niet gebouwd" not in html
    assert "Plaatsingen per maand" not in _pagina(client, "/werkzoekenden/plaatsing/")


def test_een_gemeente_leest_haar_eigen_tekst_en_de_buren_niet(client: Client) -> None:
    eigen, buur = Gemeentefabriek(code="9001"), Gemeentefabriek(code="9002")
    Tegeltekst.objects.create(
        gemeente=eigen, kant="werkzoekenden", slug="melding", taal="nl", kort="Loop bij ons binnen."
    )
    for gemeente, ziet in ((eigen, True), (buur, False)):
        client.force_login(Gebruikerfabriek(gemeente=gemeente))
        for url in ("/", "/werkzoekenden/melding/"):
            assert ("Loop bij ons binnen." in _pagina(client, url)) is ziet


def test_een_ingelogde_gebruiker_kost_weinig_queries(
    ingelogd: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for url in ("/", "/werkgevers/", "/werkgevers/plaatsing/"):
        with django_assert_max_num_queries(8):
            _pagina(ingelogd, url)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_begrippen_staan_op_alfabet_en_verwijzen_naar_elkaar(client: Client, taal: str) -> None:
    html = _pagina(client, "/begrippen/", taal)
    namen = re.findall(r"<dt>([^<]+)</dt>", html)
    assert len(namen) == len(alle_begrippen()) > 50
    assert [n.casefold() for n in namen] == sorted(n.casefold() for n in namen)
    assert set(re.findall(r'href="#([a-z0-9-]+)"', html)) - set(re.findall(r'\sid="([^"]+)"', html)) == set()


def test_elk_zie_ook_bestaat() -> None:
    bekend = {b.slug for b in alle_begrippen()}
    assert {slug for b in alle_begrippen() for slug in b.zie} - bekend == set()
