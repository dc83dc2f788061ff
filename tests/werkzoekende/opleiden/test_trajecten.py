"""Trainings: agreeing, finishing with a result in the profile, stopping, and certificates that end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import fabrieken

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.profielen.models import Bewijs, Certificaat
from werklandschap.kern.profielen.queries import aflopende_certificaten
from werklandschap.kern.taken.actions import rond_taak_af
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.werkzoekende.opleiden import actions, bewaking, catalogus, haken
from werklandschap.werkzoekende.opleiden.models import Traject

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Any:
    return fabrieken.Dossierfabriek()


def _traject(dossier: Any, **anders: Any) -> Traject:
    velden = {"vorm": "vakcertificaat", "naam": "Heftruck", "van": timezone.localdate() - timedelta(days=9)}
    return actions.start_traject(dossier=dossier, door=dossier.verantwoordelijke, **{**velden, **anders})


def test_w6_4_een_resultaat_komt_met_bewijs_in_het_profiel(dossier: Any) -> None:
    competentie = fabrieken.Competentiefabriek()
    tot = timezone.localdate() + timedelta(days=400)
    actions.rond_traject_af(
        traject=_traject(dossier),
        door=dossier.verantwoordelijke,
        competenties=[(competentie, 3)],
        certificaat="heftruck",
        geldig_tot=tot,
    )
    regel = dossier.werkzoekende.competenties.get()
    assert (regel.niveau, regel.bewijzen.get().soort) == (3, Bewijs.Soort.CERTIFICAAT)
    assert Certificaat.objects.get().geldig_tot == tot
    assert Taak.objects.get().voor_op == tot - timedelta(days=90)
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_w6_1_een_diploma_wordt_een_gevolgde_opleiding(dossier: Any) -> None:
    actions.rond_traject_af(traject=_traject(dossier, vorm="hbo"), door=dossier.verantwoordelijke)
    opleiding = dossier.werkzoekende.opleidingen.get()
    assert (opleiding.diploma, opleiding.niveau) == (True, "hbo")


def test_stoppen_vraagt_een_reden_en_afronden_kan_een_keer(dossier: Any) -> None:
    traject = _traject(dossier)
    with pytest.raises(Invoerfout):
        actions.stop_traject(traject=traject, door=dossier.verantwoordelijke, reden=" ")
    assert actions.stop_traject(traject=traject, door=dossier.verantwoordelijke, reden="Te ver").status == "gestopt"
    with pytest.raises(Invoerfout):
        actions.rond_traject_af(traject=traject, door=dossier.verantwoordelijke)


def test_een_geplande_opleiding_begint_later(dossier: Any) -> None:
    traject = _traject(dossier, van=timezone.localdate() + timedelta(days=3))
    assert traject.status == "gepland"
    begonnen = actions.begin_traject(traject=traject, door=dossier.verantwoordelijke)
    assert (begonnen.status, begonnen.van) == ("loopt", timezone.localdate())
    klaar = actions.rond_traject_af(traject=begonnen, door=dossier.verantwoordelijke, resultaat="Gehaald")
    assert klaar.afgerond_op == timezone.localdate()


def test_een_vreemde_mag_niets(dossier: Any) -> None:
    vreemd = fabrieken.Gebruikerfabriek(gemeente=fabrieken.Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        actions.stop_traject(traject=_traject(dossier), door=vreemd, reden="x")


@pytest.mark.parametrize("velden", [{"vorm": "x"}, {"naam": " "}, {"certificaat": "x"}, {"kosten": -1}])
def test_wat_niet_kan_wordt_geweigerd(dossier: Any, velden: dict[str, Any]) -> None:
    with pytest.raises(Invoerfout) as fout:
        _traject(dossier, **velden)
    assert set(fout.value.fouten) == set(velden)


def test_elke_vorm_geeft_een_bewijssoort_en_termijnen_zijn_bekend() -> None:
    assert {vorm.bewijs for vorm in catalogus.vormen()} <= set(Bewijs.Soort.values)
    assert catalogus.geldig_maanden("heftruck") == 60
    assert catalogus.geldig_maanden("vca-basis") == 120
    assert catalogus.geldig_maanden("") is None


def test_paginas_werken_en_fouten_houden_de_invoer(client: Client, dossier: Any) -> None:
    client.force_login(dossier.verantwoordelijke)
    fabrieken.Competentiefabriek(code="orders-verzamelen", label="orders verzamelen")
    nieuw = reverse("werkzoekende_opleiden:nieuw", args=[dossier.pk])
    velden = {"vorm": "vakcertificaat", "naam": "Magazijn", "van": timezone.localdate().isoformat()}
    fout = client.post(nieuw, {**velden, "van": ""})
    assert fout.status_code == 422
    assert 'value="Magazijn"' in fout.content.decode()
    client.post(nieuw, {**velden, "inhoud": "U leert orderpicken."})
    traject = Traject.objects.get()
    afronden = reverse("werkzoekende_opleiden:afronden", args=[dossier.pk, traject.pk])
    assert "orders verzamelen" in client.get(afronden).content.decode()
    vandaag = timezone.localdate().isoformat()
    client.post(afronden, {"afgerond_op": vandaag, "competentie-orders-verzamelen": "2"})
    assert dossier.werkzoekende.competenties.get().niveau == 2
    assert client.get(reverse("werkzoekende_opleiden:stoppen", args=[dossier.pk, traject.pk])).status_code == 200


def test_w6_2_aflopende_certificaten_staan_op_de_werklijst(dossier: Any, rf: Any) -> None:
    vandaag = timezone.localdate()
    for code, dagen in (("bhv", 20), ("heftruck", 200)):
        Certificaat.objects.create(
            werkzoekende=dossier.werkzoekende, code=code, geldig_tot=vandaag + timedelta(days=dagen)
        )
    assert [c.code for c in aflopende_certificaten(dossier.verantwoordelijke)] == ["bhv"]
    request = rf.get("/")
    request.user = dossier.verantwoordelijke
    lijst = haken.aflopend(request)
    assert lijst is not None
    assert len(lijst.rijen) == 1
    assert [s.slug for s in haken.suggestie(dossier)] == ["opleiden"]


def test_de_pagina_kost_altijd_evenveel(
    client: Client, dossier: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(dossier.verantwoordelijke)
    adres = reverse("werkzoekende_opleiden:opleiden", args=[dossier.pk])
    zelfde_aantal_queries(client, adres, lambda aantal: [_traject(dossier) for _ in range(aantal)])


@pytest.mark.parametrize("vorm", ["mbo_bbl", "vakcertificaat", "praktijkverklaring", "leerwerktraject"])
def test_w6_1_elk_van_de_vier_vormen_heeft_begin_einde_aanbieder_kosten_en_een_reden_om_te_stoppen(
    client: Client, dossier: Any, vorm: str
) -> None:
    client.force_login(dossier.verantwoordelijke)
    vandaag = timezone.localdate()
    velden = {
        "vorm": vorm,
        "naam": "Leren in de keuken",
        "aanbieder": "Vakschool Proef",
        "van": vandaag.isoformat(),
        "tot": (vandaag + timedelta(days=90)).isoformat(),
        "kosten": "450",
    }
    client.post(reverse("werkzoekende_opleiden:nieuw", args=[dossier.pk]), velden)
    traject = Traject.objects.get()
    assert (traject.vorm, traject.aanbieder, traject.kosten, traject.status) == (vorm, "Vakschool Proef", 450, "loopt")
    stoppen = reverse("werkzoekende_opleiden:stoppen", args=[dossier.pk, traject.pk])
    assert client.post(stoppen, {"stopreden": "verzonnen", "reden": "Te ver"}).status_code == 422
    client.post(stoppen, {"stopreden": "reis", "reden": "De bus rijdt niet meer"})
    pagina = client.get(reverse("werkzoekende_opleiden:opleiden", args=[dossier.pk])).content.decode()
    for tekst in ("Leren in de keuken", "De reis.", "De bus rijdt niet meer"):
        assert tekst in pagina


def test_w6_1_een_praktijkverklaring_noemt_de_werkprocessen_en_die_staan_bij_het_bewijs(
    client: Client, dossier: Any
) -> None:
    client.force_login(dossier.verantwoordelijke)
    orders = fabrieken.Competentiefabriek(code="orders-verzamelen", label="orders verzamelen")
    traject = _traject(dossier, vorm="praktijkverklaring", naam="Magazijn")
    afronden = reverse("werkzoekende_opleiden:afronden", args=[dossier.pk, traject.pk])
    vandaag = timezone.localdate().isoformat()
    leeg = client.post(afronden, {"afgerond_op": vandaag, "werkprocessen": " \n"})
    assert leeg.status_code == 422
    assert "Schrijf op welke werkprocessen" in leeg.content.decode()
    processen = "Ontvangt goederen\nDoet orderpicken\n"
    herkend = client.post(afronden, {"afgerond_op": vandaag, "werkprocessen": processen}).content.decode()
    assert "competentie-orders-verzamelen" in herkend
    traject.refresh_from_db()
    assert traject.status == "loopt"
    velden = {"afgerond_op": vandaag, "werkprocessen": processen, f"competentie-{orders.code}": "3"}
    client.post(afronden, velden)
    traject.refresh_from_db()
    assert traject.werkprocessen == ["Ontvangt goederen", "Doet orderpicken"]
    bewijs = dossier.werkzoekende.competenties.get().bewijzen.get()
    assert (bewijs.soort, bewijs.toelichting) == (
        Bewijs.Soort.PRAKTIJKVERKLARING,
        "Magazijn: Ontvangt goederen, Doet orderpicken",
    )
    assert Certificaat.objects.get().code == "praktijkverklaring"


def test_w6_2_negentig_en_dertig_dagen_voor_het_einde_komt_er_een_taak_hoe_het_certificaat_ook_binnenkwam(
    dossier: Any,
) -> None:
    vandaag = timezone.localdate()
    for code, dagen in (("bhv", 20), ("heftruck", 80), ("vca-basis", 200), ("ehbo", -5)):
        Certificaat.objects.create(
            werkzoekende=dossier.werkzoekende, code=code, geldig_tot=vandaag + timedelta(days=dagen)
        )
    dicht = fabrieken.Dossierfabriek(status="gesloten", gesloten_op=vandaag)
    Certificaat.objects.create(werkzoekende=dicht.werkzoekende, code="bhv", geldig_tot=vandaag + timedelta(days=20))
    assert bewaking.bewaak().startswith("2 ")
    bronnen = sorted(bron.split(":")[2] + bron[-3:] for bron in Taak.objects.values_list("bron", flat=True))
    assert bronnen == ["bhv:30", "heftruck:90"]
    assert set(Taak.objects.values_list("eigenaar", flat=True)) == {dossier.verantwoordelijke.pk}
    for taak in Taak.objects.all():
        rond_taak_af(taak=taak, door=dossier.verantwoordelijke)
    assert bewaking.bewaak().startswith("0 ")
    assert Taak.objects.count() == 2


def test_w6_2_het_tweede_seintje_komt_in_de_plaats_van_het_eerste(dossier: Any) -> None:
    einde = timezone.localdate() + timedelta(days=80)
    Certificaat.objects.create(werkzoekende=dossier.werkzoekende, code="heftruck", geldig_tot=einde)
    with time_machine.travel(timezone.now(), tick=False) as klok:
        assert bewaking.bewaak().startswith("1 ")
        klok.shift(timedelta(days=55))
        assert bewaking.bewaak().startswith("1 ")
        assert [bron[-3:] for bron in Taak.objects.open().values_list("bron", flat=True)] == [":30"]
        assert bewaking.bewaak().startswith("0 ")


def test_w6_2_een_verlengd_certificaat_laat_de_oude_seintjes_vervallen(dossier: Any) -> None:
    vandaag = timezone.localdate()
    Certificaat.objects.create(
        werkzoekende=dossier.werkzoekende, code="heftruck", geldig_tot=vandaag + timedelta(days=20)
    )
    bewaking.bewaak()
    tot = vandaag + timedelta(days=1800)
    traject = _traject(dossier)
    actions.rond_traject_af(
        traject=traject, door=dossier.verantwoordelijke, certificaat="heftruck", geldig_tot=tot, bewijs_gezien=True
    )
    open_ = Taak.objects.get(status=Taak.Status.OPEN)
    assert open_.voor_op == tot - timedelta(days=90)
