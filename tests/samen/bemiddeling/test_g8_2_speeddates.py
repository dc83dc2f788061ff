"""G8.2: speed dates from invitation to follow-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkprofielfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.profielen.indexbestanden import FORMULE
from werklandschap.kern.profielen.models import Zoekopdracht
from werklandschap.kern.profielen.zoeklog import in_woorden
from werklandschap.kern.taken.models import Taak
from werklandschap.samen.bemiddeling import speeddates
from werklandschap.samen.bemiddeling.aanbod import bied_aan
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddatevoorkeur
from werklandschap.samen.bemiddeling.speeddate_papier import papier
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster
from werklandschap.samen.bemiddeling.speeddate_rooster import vul_voorkeuren
from werklandschap.samen.bemiddeling.speeddate_wensen import zet_wensen

pytestmark = pytest.mark.django_db


def maak(kandidaten: int = 3, werkgevers: int = 2, **velden: object) -> Speeddate:
    """An event with everybody's yes, everybody likes everybody."""
    ik = Gebruikerfabriek()
    rij = speeddates.maak_speeddate(
        door=ik,
        naam="Werkcafé",
        begin=timezone.now() + timedelta(days=7),
        waar="Raadhuis",
        **{
            "rondes": 3,
            "minuten": 10,
            "wissel": 2,
            "pauze_na": "1",
            "pauze_minuten": 15,
            "max_gesprekken": 2,
            **velden,
        },
    )
    for nummer in range(werkgevers):
        profiel = Werkprofielfabriek(werkgever__gemeente=ik.gemeente)
        speeddates.voeg_werkgever_toe(speeddate=rij, werkprofiel=profiel, ruimte=f"Zaal {nummer}", door=ik)
    for _ in range(kandidaten):
        mens = speeddates.nodig_uit(speeddate=rij, dossier=Dossierfabriek(verantwoordelijke=ik), door=ik)
        speeddates.leg_komst_vast(kandidaat=mens, komt=True, hoe="telefoon", door=ik)
    Speeddatevoorkeur.objects.update(wens_kandidaat=1)
    rij.ik = ik  # type: ignore[attr-defined]
    return rij


def plekken(rij: Speeddate) -> set[tuple[int, int, int]]:
    return {(a.kandidaat_id, a.werkgever_id, a.ronde) for a in rij.afspraken.all()}


def test_g8_2_het_rooster_is_bewezen_en_houdt_zich_aan_de_grenzen() -> None:
    rij = maak()
    eerste = rij.kandidaten.first()
    zet_wensen(kandidaat=eerste, wensen={}, grens=1, door=rij.ik)
    uitslag = maak_rooster(speeddate=rij, door=rij.ik)
    assert (uitslag.bewezen, uitslag.afspraken) == (True, 5)
    assert eerste.afspraken.count() == 1
    assert len({(k, r) for k, _w, r in plekken(rij)}) == 5


def test_x2_elke_score_voor_een_speeddate_staat_als_zoekvraag_in_het_logboek() -> None:
    rij = maak(kandidaten=2, werkgevers=2)
    Zoekopdracht.objects.all().delete()
    maak_rooster(speeddate=rij, door=rij.ik)
    opdrachten = list(Zoekopdracht.objects.all())
    mensen = {kandidaat.dossier.werkzoekende_id: 2 for kandidaat in rij.kandidaten.all()}
    banen = {werkgever.werkprofiel_id: 2 for werkgever in rij.werkgevers.all()}
    assert {o.werkzoekende_id: o.aantal for o in opdrachten if o.werkzoekende_id} == mensen
    assert {o.werkprofiel_id: o.aantal for o in opdrachten if o.werkprofiel_id} == banen
    assert {(o.doel, o.door, o.formule) for o in opdrachten} == {("speeddate", rij.ik, FORMULE)}
    assert {in_woorden(o).waarmee.split(",")[0] for o in opdrachten} == {
        f"Rekenregels versie {FORMULE}. Uit de gegevens zelf"
    }


def test_scores_voor_speeddates_kosten_voor_veel_mensen_evenveel_vragen_als_voor_een() -> None:
    aantallen = set()
    for mensen in (1, 3, 12):
        rij = maak(kandidaten=mensen)
        Speeddatevoorkeur.objects.update(match=1)
        with CaptureQueriesContext(connection) as gevangen:
            vul_voorkeuren(rij, rij.ik)
        aantallen.add(len(gevangen))
    assert len(aantallen) == 1


def test_g8_5_zonder_ja_geen_plek_en_intrekken_haalt_meteen_weg() -> None:
    rij = maak()
    stil = speeddates.nodig_uit(speeddate=rij, dossier=Dossierfabriek(), door=rij.ik)
    maak_rooster(speeddate=rij, door=rij.ik)
    assert not stil.afspraken.exists()
    weg = rij.kandidaten.first()
    naam = weg.dossier.werkzoekende.naam
    assert naam in _tekst(papier(rij, "tafel"))
    trek_toestemming_in(toestemming=weg.toestemming, door=rij.ik)
    weg.refresh_from_db()
    assert (weg.status, weg.afspraken.count()) == ("afgemeld", 0)
    assert naam not in _tekst(papier(rij, "tafel"))


def test_g8_2_een_late_afmelding_verandert_zo_weinig_mogelijk_en_niets_dat_was() -> None:
    rij = maak(kandidaten=4)
    maak_rooster(speeddate=rij, door=rij.ik)
    speeddates.begin_ronde(speeddate=rij, ronde=1, door=rij.ik)
    was = plekken(rij)
    weg = rij.kandidaten.last()
    speeddates.leg_komst_vast(kandidaat=weg, komt=False, hoe="telefoon", door=rij.ik)
    uitslag = maak_rooster(speeddate=rij, door=rij.ik)
    nu = plekken(rij)
    assert uitslag.bewezen
    assert {p for p in was if p[2] == 1 and p[0] != weg.pk} == {p for p in nu if p[2] == 1}
    assert uitslag.anders == len({p for p in was if p[2] > 1 and p[0] != weg.pk} - nu)


def test_g8_2_tijden_tellen_wissel_en_pauze() -> None:
    rij = maak(kandidaten=0, werkgevers=0)
    assert rij.begin_van(2) - rij.begin == timedelta(minutes=27)
    assert rij.einde - rij.begin == timedelta(minutes=27 + 12 + 10)
    with pytest.raises(Invoerfout) as fout:
        maak_rooster(speeddate=rij, door=rij.ik)
    assert "rooster" in str(fout.value)


def test_g8_2_er_kunnen_meer_pauzes_zijn() -> None:
    rij = maak(kandidaten=0, werkgevers=0, rondes=4, pauze_na="1 en 3")
    assert [(rij.begin_van(n) - rij.begin).seconds // 60 for n in (1, 2, 3, 4)] == [0, 27, 39, 66]


@pytest.mark.parametrize("pauze_na", ["4", "0", "na ronde 2", "-1"])
def test_g8_2_een_pauze_die_niet_kan_wordt_uitgelegd(pauze_na: str) -> None:
    with pytest.raises(Invoerfout, match="na welke rondes er pauze is"):
        maak(kandidaten=0, werkgevers=0, rondes=4, pauze_na=pauze_na)


def test_g8_2_op_de_dag_ja_misschien_nee_en_daarna_taken() -> None:
    rij = maak(kandidaten=3, werkgevers=1)
    maak_rooster(speeddate=rij, door=rij.ik)
    ja, nee, stil = rij.afspraken.all()
    coach = Gebruikerfabriek(rol="jobcoach", gemeente=rij.gemeente)
    speeddates.leg_gesprek_vast(afspraak=ja, zegt_kandidaat="ja", zegt_werkgever="ja", door=coach)
    speeddates.leg_gesprek_vast(afspraak=nee, zegt_kandidaat="misschien", zegt_werkgever="nee", door=coach)
    speeddates.zet_aanwezig(kandidaat=stil.kandidaat, aanwezig=False, door=coach)
    with pytest.raises(GeenRecht):
        speeddates.rond_af(speeddate=rij, door=coach)
    assert speeddates.rond_af(speeddate=rij, door=rij.ik) == 2
    titels = sorted(Taak.objects.filter(bron__startswith=f"speeddate:{rij.pk}").values_list("titel", flat=True))
    assert [t.split(" ")[0] for t in titels] == ["Allebei", "Bel:"]
    with pytest.raises(Invoerfout, match="afgerond"):
        speeddates.rond_af(speeddate=rij, door=rij.ik)


def _tekst(pdf: bytes) -> str:
    """The words of a paper; a name may have been broken over two lines."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(("soort", "bladen"), [("persoon", 3), ("tafel", 2), ("zaal", 2)])
def test_g8_2_een_blad_per_persoon_tafel_en_zaal(soort: str, bladen: int) -> None:
    rij = maak()
    maak_rooster(speeddate=rij, door=rij.ik)
    pdf = PdfReader(BytesIO(papier(rij, soort)))
    assert len(pdf.pages) == bladen
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "nl-NL"


def test_g8_2_de_paginas_van_begin_tot_eind(zelfde_aantal_queries: Callable[..., None]) -> None:
    rij = maak()
    client = Client()
    client.force_login(rij.ik)
    een = reverse("samen_bemiddeling:speeddate", args=[rij.pk])
    assert client.post(reverse("samen_bemiddeling:speeddate_rooster", args=[rij.pk])).status_code == 302
    assert "Bewezen: geen rooster is beter." in client.get(een).content.decode()
    afspraak = rij.afspraken.first()
    dag = reverse("samen_bemiddeling:speeddate_dag", args=[rij.pk])
    client.post(
        reverse("samen_bemiddeling:speeddate_gesprek", args=[rij.pk, afspraak.pk]),
        {"zegt_werkgever": "ja", "toon": afspraak.ronde},
    )
    afspraak.refresh_from_db()
    assert (afspraak.gesproken, afspraak.zegt_werkgever) == (True, "ja")
    assert client.get(dag).status_code == 200
    wensen = reverse("samen_bemiddeling:speeddate_wensen", args=[rij.pk, afspraak.kandidaat_id])
    assert client.get(wensen).status_code == 200
    vreemde = Client()
    vreemde.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert [vreemde.get(adres).status_code for adres in (een, dag, wensen)] == [404, 404, 404]
    zelfde_aantal_queries(client, een, lambda aantal: [_kandidaat(rij) for _ in range(aantal)])


def _kandidaat(rij: Speeddate) -> None:
    rij.kandidaten.create(dossier=Dossierfabriek())


def test_g8_3_een_open_voorstel_gaat_door_dezelfde_stappen_en_is_geen_vacature() -> None:
    ik = Gebruikerfabriek(rol="accountmanager")
    bedrijf = Werkprofielfabriek(werkgever__gemeente=ik.gemeente).werkgever
    velden = {
        "dossier": Dossierfabriek(),
        "werkgever": bedrijf,
        "functie": "Inpakken",
        "reden": "Dichtbij.",
        "door": ik,
    }
    rij = bied_aan(**velden)
    assert (rij.open_voorstel, rij.status, rij.werkprofiel.status) == (True, "voorgeselecteerd", "concept")
    assert bied_aan(**velden) == rij
    with pytest.raises(GeenRecht):
        bied_aan(**{**velden, "door": Gebruikerfabriek(rol="jobcoach")})
