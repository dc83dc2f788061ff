"""The own network: near and far, kind of help, drawn with the table behind it, by the person or together (W5.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Dossierfabriek
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.werkzoekende.werk_fit import netwerk as acties
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact
from werklandschap.werkzoekende.werk_fit.netwerk import Contactgegevens

pytestmark = pytest.mark.django_db
MIJN = "/mijn/netwerk/"
VELDEN = {"naam": "Xandertje", "waarvan": "buren", "nabij": "1", "hulp": "werk", "kan_helpen_met": "Werk in de kas"}


@pytest.fixture
def dossier() -> Dossier:
    return inwoner()[1]


@pytest.fixture
def client(dossier: Dossier) -> Client:
    return ingelogd(dossier.verantwoordelijke)


def adres(dossier: Dossier, naam: str = "netwerk", *nummers: int) -> str:
    return reverse(f"werkzoekende_werk_fit:{naam}", args=[dossier.pk, *nummers])


def maak(dossier: Dossier, **velden: Any) -> Netwerkcontact:
    contact: Netwerkcontact = Netwerkcontact.objects.create(
        dossier=dossier, **{"naam": "Bo", "kan_helpen_met": "meerijden", "nabij": 3, "hulp": "praktisch"} | velden
    )
    return contact


def test_w5_3_het_netwerk_staat_er_als_tekening_met_tabel_en_telling(dossier: Dossier, client: Client) -> None:
    client.post(adres(dossier), VELDEN)
    maak(dossier)
    pagina = client.get(adres(dossier)).content.decode()
    assert pagina.count("<ellipse") == 3
    assert "2 mensen: 1 heel dichtbij, 1 verder weg." in pagina
    tabel = pagina[pagina.index("<table") : pagina.index("</table>")]
    for woorden in ("Xandertje", "Heel dichtbij", "Weet van werk", "Werk in de kas", "Bo", "Helpt met dingen doen"):
        assert woorden in tabel
    assert "Xandertje" in client.get(adres(dossier, "werk_fit")).content.decode()


def test_w5_3_een_naam_komt_niet_op_de_tijdlijn(dossier: Dossier, client: Client) -> None:
    client.post(adres(dossier), VELDEN)
    contact = Netwerkcontact.objects.get()
    client.post(adres(dossier, "netwerk_gesproken", contact.pk), {"uitkomst": "Mag een dag meelopen"})
    client.post(adres(dossier, "netwerk_wijzig", contact.pk), VELDEN | {"nabij": "3"})
    assert "Mag een dag meelopen" in client.get(adres(dossier)).content.decode()
    client.post(adres(dossier, "netwerk_weg", contact.pk))
    assert not Netwerkcontact.objects.exists()
    gebeurtenissen = list(dossier.keten.gebeurtenissen.filter(soort__startswith="netwerk.").order_by("pk"))
    assert [g.soort for g in gebeurtenissen] == [
        f"netwerk.{soort}" for soort in ("toegevoegd", "gesproken", "gewijzigd", "verwijderd")
    ]
    assert "Xandertje" not in str([g.gegevens for g in gebeurtenissen])


def test_wat_getypt_is_blijft_staan_als_er_iets_mist(dossier: Dossier, client: Client) -> None:
    for wie, pad in ((client, adres(dossier)), (ingelogd(dossier.werkzoekende.account), MIJN)):
        fout = wie.post(pad, VELDEN | {"kan_helpen_met": ""})
        assert fout.status_code == 422
        assert "Xandertje" in fout.content.decode()
    assert not Netwerkcontact.objects.exists()


def test_w5_3_de_inwoner_tekent_zelf_wie_om_hem_heen_staat(dossier: Dossier) -> None:
    client = ingelogd(dossier.werkzoekende.account)
    assert "Begin met een naam" in client.get(MIJN).content.decode()
    client.post(MIJN, VELDEN)
    contact = Netwerkcontact.objects.get()
    assert "<svg" in client.get(MIJN).content.decode()
    assert 'value="Xandertje"' in client.get(f"{MIJN}{contact.pk}/").content.decode()
    client.post(f"{MIJN}{contact.pk}/", VELDEN | {"nabij": "2", "hulp": "steun"})
    contact.refresh_from_db()
    assert (contact.nabij, contact.hulp) == (2, "steun")
    client.post(f"{MIJN}{contact.pk}/weg/")
    assert not Netwerkcontact.objects.exists()


def test_niemand_komt_aan_het_netwerk_van_een_ander(dossier: Dossier) -> None:
    ander = maak(Dossierfabriek(), naam="Geheimpje")
    client = ingelogd(dossier.werkzoekende.account)
    assert "Geheimpje" not in client.get(MIJN).content.decode()
    for pad in (f"{MIJN}{ander.pk}/", f"{MIJN}{ander.pk}/weg/"):
        assert client.post(pad, VELDEN).status_code == 404
    with pytest.raises(GeenRecht):
        acties.haal_netwerkcontact_weg(contact=ander, door=dossier.werkzoekende.account)
    assert Netwerkcontact.objects.count() == 1


@pytest.mark.parametrize(
    "anders",
    [{"naam": " "}, {"kan_helpen_met": ""}, {"nabij": 4}, {"hulp": "x"}],
    ids=lambda anders: next(iter(anders)),
)
def test_wat_niet_kan_wordt_geweigerd(dossier: Dossier, anders: dict[str, Any]) -> None:
    gegevens = Contactgegevens(**{"naam": "Bo", "kan_helpen_met": "meerijden"} | anders)
    with pytest.raises(Invoerfout) as fout:
        acties.voeg_netwerkcontact_toe(dossier=dossier, gegevens=gegevens, door=dossier.verantwoordelijke)
    assert set(fout.value.fouten) == set(anders)


def test_het_netwerk_kost_evenveel_voor_een_en_honderd_mensen(
    dossier: Dossier, client: Client, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def meer(aantal: int) -> None:
        for nummer in range(aantal):
            maak(dossier, naam=f"Bo {nummer}", nabij=nummer % 3 + 1)

    zelfde_aantal_queries(client, adres(dossier), meer)
    zelfde_aantal_queries(ingelogd(dossier.werkzoekende.account), MIJN, meer)
