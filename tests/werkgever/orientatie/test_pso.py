"""The PSO is an indication from counts; the norms have a day and a source, and an administrator adds newer ones."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.orientatie import pso

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
NIEUW = "Mensen;1;2;3\n10;8;10;16,5\n\n100\t2,0\t3,0\t4,5\n"


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def werkgever(ik: Gebruiker) -> Werkgever:
    return Werkgeverfabriek(gemeente=ik.gemeente)


@pytest.fixture
def beheerder(ik: Gebruiker) -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=ik.gemeente)


def trede(werkgever: Werkgever) -> str:
    stand = pso.pso_stand(werkgever)
    assert stand is not None
    return stand.trede


def test_g3_3_de_pso_is_een_schatting_uit_getallen_en_normen(
    client: Client, ik: Gebruiker, werkgever: Werkgever
) -> None:
    assert ik.gemeente is not None
    normen = pso.normen_op(pso.normversies(ik.gemeente.pk), VANDAAG)
    assert normen.voor(50) == (Decimal("3.0"), Decimal("3.7"), Decimal("6.8"))
    assert normen.voor(55) == (Decimal("2.8"), Decimal("3.55"), Decimal("6.25"))
    assert normen.voor(900) == (Decimal("1.4"), Decimal("1.9"), Decimal("3.7"))
    assert normen.voor(1) == (Decimal("21.4"), Decimal("28.0"), Decimal("33.0"))
    pso.tel_pso(werkgever=werkgever, mensen=50, fte=Decimal(40), fte_doelgroep=Decimal("1.48"), door=ik)
    stand = pso.pso_stand(werkgever)
    assert stand is not None
    assert (stand.trede, stand.aandeel, stand.volgende) == ("Trede 2", Decimal("3.7"), ("Trede 3", Decimal("1.24")))
    client.force_login(ik)
    pagina = client.get(reverse("werkgever_orientatie:pso", args=[werkgever.pk]))
    assert "Trede 2" in pagina.content.decode()
    with pytest.raises(Invoerfout):
        pso.tel_pso(werkgever=werkgever, mensen=3, fte=Decimal(2), fte_doelgroep=Decimal(3), door=ik)


def test_g3_1_nieuwe_normen_gelden_vanaf_hun_dag_voor_de_hele_regio(
    ik: Gebruiker, werkgever: Werkgever, beheerder: Gebruiker
) -> None:
    buur = Werkgeverfabriek(gemeente=Gemeentefabriek(code="9002"))
    verweg = Werkgeverfabriek(gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Andere regio")))
    for bedrijf in (werkgever, buur, verweg):
        door = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=bedrijf.gemeente)
        pso.tel_pso(werkgever=bedrijf, mensen=100, fte=Decimal(100), fte_doelgroep=Decimal("1.8"), door=door)
    velden = {"bron": "PSO 2027", "dertig_plus": Decimal(30), "door": beheerder}
    pso.bewaar_normen(vanaf=VANDAAG + timedelta(days=1), normen=NIEUW, **velden)  # type: ignore[arg-type]
    assert [trede(b) for b in (werkgever, buur, verweg)] == ["Trede 1"] * 3
    pso.bewaar_normen(vanaf=VANDAAG, normen=NIEUW, **velden)  # type: ignore[arg-type]
    assert [trede(b) for b in (werkgever, buur, verweg)] == ["", "", "Trede 1"]
    stand = pso.pso_stand(werkgever)
    assert stand is not None
    assert stand.van.bron == "PSO 2027"
    # Half way between 10 and 100 people.
    assert stand.van.voor(55) == (Decimal(5), Decimal("6.5"), Decimal("10.5"))
    gemeenten = Gebeurtenis.objects.filter(soort="pso.normen").values_list("keten__beheer__gemeente__code", flat=True)
    assert sorted(gemeenten) == ["9001", "9001", "9002", "9002"]


@pytest.mark.parametrize(
    "normen",
    ["", "Mensen;1;2;3", "10;8;10", "10;8;10;veel", "10;12;10;16", "10;8;10;160", "20;2;3;4\n10;8;10;16", "0;1;2;3"],
)
def test_g3_1_een_tabel_die_niet_klopt_wordt_geweigerd_en_blijft_staan(
    client: Client, beheerder: Gebruiker, normen: str
) -> None:
    client.force_login(beheerder)
    velden = {"vanaf": VANDAAG, "bron": "PSO", "dertig_plus": "30", "normen": normen}
    antwoord = client.post(reverse("beheer:pso"), velden)
    assert "normen" in antwoord.context["formulier"].errors
    assert antwoord.context["formulier"]["normen"].value() == normen


def test_g3_1_de_beheerder_begint_met_de_normen_van_nu_en_ziet_wat_wanneer_geldt(
    client: Client, beheerder: Gebruiker, ik: Gebruiker
) -> None:
    client.force_login(beheerder)
    url = reverse("beheer:pso")
    begin = {veld.name: veld.value() for veld in client.get(url).context["formulier"]}
    assert begin["normen"].splitlines()[2] == "10; 6,7; 9,0; 15,5"
    assert client.post(url, {**begin, "vanaf": VANDAAG, "bron": "Gewijzigd"}).status_code == 302
    antwoord = client.get(url)
    assert antwoord.context["nu"].bron == "Gewijzigd"
    assert antwoord.context["nu"].als_tekst() == begin["normen"]
    with pytest.raises(GeenRecht):
        pso.bewaar_normen(vanaf=VANDAAG, bron="x", dertig_plus=Decimal(30), normen=NIEUW, door=ik)
    client.force_login(ik)
    assert client.get(url).status_code == 403
