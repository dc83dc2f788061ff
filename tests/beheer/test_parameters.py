"""G9.5: one approach in the region; what a municipality sets itself has a day, a reason, a history and a preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Regiofabriek
from tests.samen.plaatsing.hulp import lopend

from werklandschap.beheer.parameters import Keuze, afwijkingen, bekijk, neem_regio_over, zet_parameter
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.organisaties.instellingen import (
    GEMEENTE,
    INSTELLINGEN,
    REGIO,
    STANDAARD,
    Periode,
    instelling,
    maak_rooster,
    periode_op,
)
from werklandschap.kern.organisaties.models import Gemeente, Parameterwaarde
from werklandschap.kern.tijdlijn.beheerlog import beheerlog_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing.besluiten import leg_besluit_vast
from werklandschap.samen.plaatsing.rekenen import afwijkingen_in_de_regio, parameters_van

CODE = "proefplaatsing_maanden"
DAG = timedelta(days=1)


def dag(over: int = 0) -> date:
    return timezone.localdate() + over * DAG


@pytest.fixture
def beheerder(db: None) -> Gebruiker:
    regio = Regiofabriek(naam="Regio Proef")
    Gemeentefabriek(code="9002", naam="Buurdam", regio=regio)
    gemeente = Gemeentefabriek(code="9001", naam="Voorbeeld", regio=regio)
    gebruiker: Gebruiker = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=gemeente)
    return gebruiker


def buurman(beheerder: Gebruiker) -> Gebruiker:
    assert beheerder.gemeente is not None
    gebruiker: Gebruiker = Gebruikerfabriek(
        rol=Rol.BEHEERDER, gemeente=Gemeente.objects.get(naam="Buurdam"), email="beheer@buurdam.test"
    )
    return gebruiker


def zet(door: Gebruiker, waarde: int | None, over: int = 0, code: str = CODE, regio: bool = False) -> None:
    gemeente = Gemeente.objects.get(pk=door.gemeente_id)
    rijen = Parameterwaarde.objects.filter(code=code).order_by("-pk")
    gezien = [r.pk for r in rijen if r.gemeente_id == gemeente.pk or r.regio_id == gemeente.regio_id]
    zet_parameter(
        gemeente=gemeente,
        keuze=Keuze(code, waarde, dag(over), regio),
        waarom="Zo spraken wij af.",
        gezien=gezien[0] if gezien else 0,
        door=door,
    )


def waarde(gemeente: str, over: int = 0, code: str = CODE) -> int:
    return instelling(Gemeente.objects.get(naam=gemeente), code, dag(over))


def test_een_eigen_waarde_geldt_vanaf_haar_dag_en_niet_eerder(beheerder: Gebruiker) -> None:
    zet(beheerder, 3, over=10)
    assert [waarde("Voorbeeld", over) for over in (0, 9, 10, 400)] == [2, 2, 3, 3]
    assert waarde("Buurdam", 10) == 2
    with time_machine.travel(timezone.now() + 11 * DAG):
        assert instelling(Gemeente.objects.get(naam="Voorbeeld"), CODE) == 3


def test_de_regio_geldt_voor_iedereen_die_niets_anders_kiest(beheerder: Gebruiker) -> None:
    buur = buurman(beheerder)
    zet(buur, 4)
    zet(beheerder, 3, over=1, regio=True)
    assert (waarde("Voorbeeld", 1), waarde("Buurdam", 1)) == (3, 4)
    zet(buur, None, over=2)
    assert [waarde("Buurdam", over) for over in (0, 1, 2)] == [4, 4, 3]
    nieuwste = beheerlog_van(Gemeente.objects.get(naam="Buurdam")).first()
    assert nieuwste is not None
    zin = [g.soort for g in beheerlog_van(Gemeente.objects.get(naam="Buurdam"))]
    assert sorted(zin) == ["parameter.gezet", "parameter.gezet", "parameter.regio"]


def test_afwijkingen_zijn_te_zien_met_de_reden(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    assert afwijkingen(gemeente) == {}
    zet(buurman(beheerder), 4)
    zet(beheerder, 15, code="eerste_gesprek_dagen")
    ((code, (rij,)),) = afwijkingen(gemeente).items()
    assert (code, rij.gemeente, rij.waarde, rij.waarom) == (CODE, "Buurdam", 4, "Zo spraken wij af.")


def test_bij_een_plaatsing_staat_waar_de_buren_anders_doen(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    buur = buurman(beheerder)
    zet(buur, 16, code="probleem_snel_werkuren")
    zet(buur, 3, code="eerste_gesprek_dagen")
    (afwijking,) = afwijkingen_in_de_regio(gemeente)
    assert (afwijking.hier, afwijking.elders) == (8, "Buurdam: 16")


def test_een_nieuwe_gemeente_krijgt_wat_de_regio_afsprak(beheerder: Gebruiker) -> None:
    zet(beheerder, 3, over=1, regio=True)
    assert beheerder.gemeente is not None
    nieuw = Gemeentefabriek(code="9003", naam="Nieuwstad", regio=beheerder.gemeente.regio)
    neem_regio_over(gemeente=nieuw, door=None)
    assert (waarde("Nieuwstad"), waarde("Nieuwstad", 1)) == (2, 3)


def test_een_getal_van_voor_er_dagen_waren_gaat_niet_verloren(beheerder: Gebruiker) -> None:
    Gemeente.objects.filter(naam="Voorbeeld").update(instellingen={CODE: 5})
    zet(beheerder, 6, over=3)
    assert [waarde("Voorbeeld", over) for over in (0, 2, 3)] == [5, 5, 6]
    assert list(Parameterwaarde.objects.values_list("waarde", flat=True)) == [5, 6]


@pytest.mark.parametrize(
    ("keuze", "veld"),
    [
        (Keuze(CODE, 7, dag()), "waarde"),
        (Keuze(CODE, 0, dag()), "waarde"),
        (Keuze(CODE, 3, dag(-1)), "vanaf"),
        (Keuze(CODE, 3, dag(3000)), "vanaf"),
        (Keuze(CODE, 3, dag(), voor_regio=True), "vanaf"),
        (Keuze("eerste_gesprek_dagen", 3, dag(1), voor_regio=True), "voor_regio"),
        (Keuze("proefplaatsing_maximum_maanden", 1, dag()), "waarde"),
        (Keuze("probleem_nu_werkuren", 9, dag()), "waarde"),
    ],
)
def test_wat_niet_kan_wordt_met_het_veld_geweigerd(beheerder: Gebruiker, keuze: Keuze, veld: str) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    for poging in (
        lambda: bekijk(gemeente, keuze),
        lambda: zet_parameter(gemeente=gemeente, keuze=keuze, waarom="Proef", gezien=0, door=beheerder),
    ):
        with pytest.raises(Invoerfout) as fout:
            poging()
        assert list(fout.value.fouten) == [veld]
    assert not Parameterwaarde.objects.exists()


def test_een_regio_kan_een_eigen_keuze_van_een_buur_niet_onmogelijk_maken(beheerder: Gebruiker) -> None:
    zet(buurman(beheerder), 5)
    with pytest.raises(Invoerfout, match="Buurdam"):
        zet(beheerder, 4, over=1, code="proefplaatsing_maximum_maanden", regio=True)


def test_alleen_beheerders_van_de_gemeente_zelf_en_met_een_reden(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    keuze = Keuze(CODE, 3, dag())
    for wie in (buurman(beheerder), Gebruikerfabriek(rol=Rol.MANAGER, gemeente=gemeente)):
        with pytest.raises(GeenRecht):
            zet_parameter(gemeente=gemeente, keuze=keuze, waarom="Proef", gezien=0, door=wie)
    with pytest.raises(Invoerfout, match="waarom"):
        zet_parameter(gemeente=gemeente, keuze=keuze, waarom="  ", gezien=0, door=beheerder)


def test_wie_een_oude_stand_zag_hoort_dat(beheerder: Gebruiker) -> None:
    zet(beheerder, 3)
    assert beheerder.gemeente is not None
    with pytest.raises(Invoerfout, match="collega"):
        zet_parameter(
            gemeente=beheerder.gemeente, keuze=Keuze(CODE, 4, dag()), waarom="Proef", gezien=0, door=beheerder
        )


def test_bekijken_schrijft_niets_en_belooft_wat_bewaren_doet(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    (verandering,) = bekijk(gemeente, Keuze(CODE, 3, dag(5)))
    assert (verandering.nu, verandering.straks) == ([], [Periode(dag(5), 3, GEMEENTE)])
    assert not Parameterwaarde.objects.exists()
    zet(beheerder, 3, over=5)
    gemeente.refresh_from_db()
    (daarna,) = bekijk(gemeente, Keuze(CODE, 3, dag(5)))
    assert daarna.nu == verandering.straks
    assert daarna.verandert is False


def test_het_voorbeeld_telt_wat_een_andere_grens_had_gedaan_maar_nooit_bij_de_buren(beheerder: Gebruiker) -> None:
    plaatsing = lopend()
    uren = {"uren_per_maand": Decimal(10), "tarief": Decimal(70)}
    leg_besluit_vast(plaatsing=plaatsing, instrument="jobcoach", van=plaatsing.van, door=plaatsing.door, **uren)
    gemeente = plaatsing.dossier.gemeente
    (verandering,) = bekijk(gemeente, Keuze("vier_ogen_euro", 8000, dag()))
    assert verandering.gevolgen[-1] == (
        "Bij 1 besluiten met een bedrag in het afgelopen jaar keek 0 keer een tweede collega mee. "
        "Met de nieuwe grens was dat 1 keer."
    )
    Gemeentefabriek(code="9010", naam="Nog een buur", regio=gemeente.regio)
    regio = bekijk(gemeente, Keuze("vier_ogen_euro", 8000, dag(1), voor_regio=True))
    assert {len(v.gevolgen) for v in regio if v.gemeente != gemeente} == {1}
    assert [len(v.gevolgen) for v in regio if v.gemeente == gemeente] == [2]


def test_wie_lang_niet_gezien_is_telt_mee_in_het_voorbeeld(beheerder: Gebruiker) -> None:
    gemeente = beheerder.gemeente
    assert gemeente is not None
    Dossierfabriek(gemeente=gemeente, gemeld_op=timezone.now() - timedelta(weeks=6))
    (verandering,) = bekijk(gemeente, Keuze("niet_gezien_weken", 4, dag()))
    assert verandering.gevolgen[-1] == ("Nu zijn 0 mensen lang niet gezien (na 8 weken). Met 4 weken: 1.")


def test_een_proefplaatsing_rekent_met_wat_op_haar_begin_geldt(beheerder: Gebruiker) -> None:
    zet(beheerder, 3, over=10, regio=True)
    gemeente = Gemeente.objects.get(naam="Voorbeeld")
    voor, na = (parameters_van(gemeente, dag(over)).rij("proefplaatsing.maanden", dag(over)) for over in (9, 10))
    assert (voor.bedrag, na.bedrag) == (2, 3)
    assert na.bron == "Afspraak van de regio"


RIJEN = st.lists(
    st.tuples(st.integers(0, 6), st.one_of(st.none(), st.integers(1, 9))).map(
        lambda paar: Parameterwaarde(vanaf=date(2026, 1, 1 + paar[0]), waarde=paar[1])
    ),
    max_size=5,
)


@given(eigen=RIJEN, regio=RIJEN)
def test_het_rooster_geeft_op_elke_dag_wat_de_rijen_zeggen(
    eigen: list[Parameterwaarde], regio: list[Parameterwaarde]
) -> None:
    rooster = maak_rooster(eigen, regio)
    assert [p.vanaf for p in rooster] == sorted({p.vanaf for p in rooster})
    for nummer in range(9):
        op = date(2025, 12, 31) + nummer * DAG
        verwacht: tuple[int | None, str] = (None, STANDAARD)
        for rijen, bron in ((regio, REGIO), (eigen, GEMEENTE)):
            laatste = None
            for rij in rijen:
                if rij.vanaf <= op and (laatste is None or rij.vanaf >= laatste.vanaf):
                    laatste = rij
            if laatste is not None and laatste.waarde is not None:
                verwacht = (laatste.waarde, bron)
        gevonden = periode_op(rooster, op)
        assert (gevonden.waarde, gevonden.bron) == verwacht


def _pagina(beheerder: Gebruiker) -> Client:
    client = Client()
    client.force_login(beheerder)
    return client


def test_op_de_pagina_eerst_bekijken_dan_bewaren(beheerder: Gebruiker) -> None:
    client, adres = _pagina(beheerder), f"/beheer/instellingen/{CODE}/"
    invoer: dict[str, Any] = {"gezien": 0, "waarde": 3, "vanaf": dag(5).isoformat(), "waarom": "Afspraak met het WSP"}
    ongezien = client.post(adres, {**invoer, "bewaar": "1"})
    assert ongezien.status_code == 200
    assert "Dit verandert er" in ongezien.content.decode()
    assert not Parameterwaarde.objects.exists()
    bekeken = ongezien.context["formulier"]["bekeken"].value()
    anders = client.post(adres, {**invoer, "waarde": 4, "bekeken": bekeken, "bewaar": "1"})
    assert anders.status_code == 200
    assert not Parameterwaarde.objects.exists()
    antwoord = client.post(adres, {**invoer, "bekeken": bekeken, "bewaar": "1"}, follow=True)
    pagina = antwoord.content.decode()
    assert "Afspraak met het WSP" in pagina
    assert beheerder.naam in pagina
    assert Parameterwaarde.objects.get().waarde == 3


def test_een_fout_houdt_vast_wat_getypt_is(beheerder: Gebruiker) -> None:
    antwoord = _pagina(beheerder).post(
        f"/beheer/instellingen/{CODE}/", {"gezien": 0, "waarde": 99, "vanaf": dag().isoformat(), "waarom": "Zomaar"}
    )
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Vul een getal in van 1 tot en met 6" in pagina
    assert 'value="99"' in pagina
    assert "Zomaar" in pagina


def test_een_onbekende_parameter_bestaat_niet(beheerder: Gebruiker) -> None:
    assert _pagina(beheerder).get("/beheer/instellingen/onzin/").status_code == 404


@pytest.mark.parametrize("adres", ["/beheer/instellingen/", f"/beheer/instellingen/{CODE}/"])
def test_de_paginas_kosten_altijd_evenveel_queries(
    beheerder: Gebruiker, zelfde_aantal_queries: Callable[..., None], adres: str
) -> None:
    def maak(aantal: int) -> None:
        for nummer in range(aantal):
            zet(beheerder, 1 + nummer % 6, over=1 + nummer)

    zelfde_aantal_queries(_pagina(beheerder), adres, maak)


def test_elke_parameter_heeft_een_standaard_binnen_zijn_grenzen() -> None:
    assert all(i.minimum <= i.standaard <= i.maximum for i in INSTELLINGEN.values())
