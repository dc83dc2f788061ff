"""Readiness, and a survey that stays anonymous."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.kandidaat_fit import actions, queries
from werklandschap.werkgever.kandidaat_fit.catalogi import draagvlakvragen
from werklandschap.werkgever.kandidaat_fit.models import Draagvlakantwoord, Draagvlakonderzoek

pytestmark = pytest.mark.django_db
VRAGEN = [v.code for v in draagvlakvragen() if v.soort == "schaal5"]


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def onderzoek(ik: Gebruiker) -> Draagvlakonderzoek:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    return actions.start_draagvlakonderzoek(
        werkgever=werkgever, sluit_op=timezone.localdate() + timedelta(days=14), door=ik
    )


def test_g5_1_gereedheid_heeft_een_datum_en_het_oude_antwoord_blijft(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("nee", "Samira")}, door=ik)
    assert actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("nee", "Samira")}, door=ik) == []
    client.force_login(ik)
    url = reverse("werkgever_kandidaat_fit:gereedheid", args=[werkgever.pk])
    pagina = client.get(url)
    assert [p.code for p in pagina.context["ontbreekt"]] == ["missie"]
    assert "Samira" in pagina.content.decode()
    bespreek = reverse("werkgever_kandidaat_fit:bespreken", args=[werkgever.pk])
    velden = client.get(bespreek).context["formulier"]
    invoer = {naam: velden[naam].value() or "" for naam in velden.fields}
    client.post(bespreek, {**invoer, "missie": "ja"})
    assert queries.stand_van(werkgever)["missie"].antwoord == "ja"
    assert werkgever.gereedheid.count() == 2
    with pytest.raises(Invoerfout):
        actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("misschien", "")}, door=ik)
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=ik.gemeente.regio))
    with pytest.raises(GeenRecht):
        actions.leg_gereedheid_vast(werkgever=werkgever, oordelen={"missie": ("ja", "")}, door=buur)
    ver = Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver"))
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ver))
    assert client.get(url).status_code == 404


def test_g5_2_onder_vijf_antwoorden_is_er_niets_te_zien(
    client: Client, ik: Gebruiker, onderzoek: Draagvlakonderzoek
) -> None:
    client.force_login(ik)
    url = reverse("werkgever_kandidaat_fit:gereedheid", args=[onderzoek.werkgever_id])
    for nummer in range(1, 6):
        actions.beantwoord_draagvlak(
            onderzoek=onderzoek, waarden=dict.fromkeys(VRAGEN, nummer), tekst=f"geheim-{nummer}", door=None
        )
        uitslag = queries.uitslag_van(onderzoek)
        assert ("geheim-1" in client.get(url).content.decode()) == (nummer == 5)
        assert (uitslag.genoeg, uitslag.aantal) == ((True, 5) if nummer == 5 else (False, None))
    assert uitslag.vragen[0].gemiddelde == 3
    assert [aantal for _naam, aantal in uitslag.vragen[0].aantallen] == [1, 1, 1, 1, 1]
    assert set(Gebeurtenis.objects.values_list("soort", flat=True)) == {"draagvlak.gestart"}


def test_g5_2_een_collega_antwoordt_zonder_account(client: Client, onderzoek: Draagvlakonderzoek) -> None:
    url = reverse("werkgever_kandidaat_fit:draagvlak", args=[queries.deelcode(onderzoek)])
    begin = timezone.now()
    with time_machine.travel(begin, tick=False):
        stempel = re.search(r'name="stempel" value="([^"]+)"', client.get(url).content.decode())
    assert stempel is not None
    invoer = {**dict.fromkeys(VRAGEN, "4"), "nodig": "Meer tijd", "stempel": stempel.group(1)}
    with time_machine.travel(begin + timedelta(seconds=40), tick=False):
        fout = client.post(url, {**invoer, VRAGEN[0]: ""})
        assert "Meer tijd" in fout.content.decode()
        assert Draagvlakantwoord.objects.count() == 0
        assert client.get(client.post(url, invoer).url).status_code == 200
    rij = Draagvlakantwoord.objects.get()
    assert (rij.waarden, rij.tekst) == (dict.fromkeys(VRAGEN, 4), "Meer tijd")
    assert client.get(url.replace("draagvlak/", "draagvlak/9", 1)).status_code == 404
    with time_machine.travel(begin + timedelta(days=20)), pytest.raises(Invoerfout):
        actions.beantwoord_draagvlak(onderzoek=onderzoek, waarden=dict.fromkeys(VRAGEN, 4), door=None)


def test_er_loopt_een_onderzoek_tegelijk(ik: Gebruiker, onderzoek: Draagvlakonderzoek) -> None:
    with pytest.raises(Invoerfout):
        actions.start_draagvlakonderzoek(
            werkgever=onderzoek.werkgever, sluit_op=timezone.localdate() + timedelta(days=3), door=ik
        )


def test_g5_2_een_onderzoek_duurt_twee_weken_als_u_niets_kiest(client: Client, ik: Gebruiker) -> None:
    client.force_login(ik)
    url = reverse("werkgever_kandidaat_fit:draagvlak_starten", args=[Werkgeverfabriek(gemeente=ik.gemeente).pk])
    assert client.get(url).context["formulier"]["sluit_op"].value() == timezone.localdate() + timedelta(days=14)
