"""Real input: nothing half-written, nothing doubled, every refused row named."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.fabrieken import Dossierfabriek, Gemeentefabriek, Werkzoekendefabriek

from werklandschap.competenties.herkenning import AANNEMELIJK, herken, startwoordenboek
from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.koppelingen.bestanden.invoer import Verslag, voer_in
from werklandschap.koppelingen.bestanden.lezen import Onleesbaar, lees, lees_inhoud

pytestmark = pytest.mark.django_db
BSN = "999990019"


@pytest.fixture
def gemeente() -> Gemeente:
    """A municipality with the starter set."""
    laad_startset()
    return Gemeentefabriek()


def _csv(gemeente: Gemeente, tekst: str, soort: str = "werkzoekenden", **opties: bool) -> Verslag:
    return voer_in(soort=soort, bron=lees_inhoud(tekst.encode(), "proef.csv"), gemeente=gemeente, **opties)


def test_een_rij_wordt_een_dossier_met_profiel(gemeente: Gemeente) -> None:
    verslag = _csv(
        gemeente,
        "id;voornaam;achternaam;geboortedatum;bsn;postcode;plaats;werkervaring;talen;uren_max;certificaten\n"
        f"1;Ali;Demoman;31-03-1990;{BSN};1234ab;Utrecht;magazijnmedewerker;nld:B1|eng:A2;32;rijbewijs:B\n",
    )
    assert (verslag.aantallen["nieuw"], verslag.geweigerd) == (1, 0), [str(m) for m in verslag.meldingen]
    werkzoekende = Werkzoekende.objects.get()
    assert (werkzoekende.bsn, werkzoekende.postcode) == (BSN, "1234 AB")
    assert werkzoekende.kandidaatgegevens.uren_max == 32
    assert dict(werkzoekende.talen.values_list("taal", "niveau")) == {"nld": 3, "eng": 2}
    assert werkzoekende.certificaten.get().code == "rijbewijs:B"
    assert werkzoekende.competenties.count() > 2


def test_foute_rijen_worden_genoemd_en_de_andere_komen_erin(gemeente: Gemeente) -> None:
    verslag = _csv(
        gemeente,
        "voornaam,achternaam,geboortedatum,bsn\nAli,Demoman,31-31-1990,\nBea,Verzonnen,,123456789\nCor,Proefman,,\n",
    )
    assert verslag.aantallen["nieuw"] == 1
    assert {(m.rij, m.veld) for m in verslag.meldingen if m.geweigerd} == {(2, "geboortedatum"), (3, "bsn")}
    assert Werkzoekende.objects.get().voornaam == "Cor"


def test_een_proef_meldt_hetzelfde_en_schrijft_niets(gemeente: Gemeente) -> None:
    tekst = f"voornaam;achternaam;bsn;postcode\nAli;Demoman;{BSN};\nBea;Verzonnen;;12\n"
    proef = _csv(gemeente, tekst, proef=True)
    assert (Dossier.objects.count(), Gebeurtenis.objects.count()) == (0, 0)
    echt = _csv(gemeente, tekst)
    assert (proef.aantallen, proef.meldingen) == (echt.aantallen, echt.meldingen)


def test_nog_een_keer_invoeren_verdubbelt_niets_en_leeg_wist_niets(gemeente: Gemeente) -> None:
    _csv(gemeente, "id;voornaam;achternaam;telefoon;werkervaring\n7;Ali;Demoman;0600000001;kok\n")
    gelijk = _csv(gemeente, "id;voornaam;achternaam;telefoon;werkervaring\n7;Ali;Demoman;0600000001;kok\n")
    assert gelijk.aantallen == {"nieuw": 0, "bijgewerkt": 0, "gelijk": 1}
    anders = _csv(gemeente, "id;voornaam;achternaam;telefoon\n7;;Demoman;0600000002\n")
    assert anders.aantallen["bijgewerkt"] == 1
    werkzoekende = Werkzoekende.objects.get()
    assert (werkzoekende.voornaam, werkzoekende.telefoon) == ("Ali", "0600000002")
    assert werkzoekende.werkervaring.count() == 1


def test_een_bekend_bsn_werkt_bij_in_plaats_van_te_verdubbelen(gemeente: Gemeente) -> None:
    _csv(gemeente, f"achternaam;bsn\nDemoman;{BSN}\n")
    verslag = _csv(gemeente, f"achternaam;bsn;plaats\nDemoman;{BSN};Utrecht\n")
    assert verslag.aantallen["bijgewerkt"] == 1, [str(m) for m in verslag.meldingen]
    assert Werkzoekende.objects.get().plaats == "Utrecht"


def test_iemand_die_er_waarschijnlijk_al_is_wordt_geweigerd_met_het_nummer(gemeente: Gemeente) -> None:
    bekend = Dossierfabriek(
        werkzoekende=Werkzoekendefabriek(
            gemeente=gemeente, voornaam="Ali", achternaam="Demoman", zoeknaam="ali demoman", geboortedatum="1990-03-31"
        )
    )
    verslag = _csv(gemeente, "voornaam;achternaam;geboortedatum\nAli;Demoman;31-03-1990\n")
    assert verslag.geweigerd == 1
    assert str(bekend.pk) in verslag.meldingen[0].tekst


def test_dezelfde_persoon_in_een_andere_gemeente_is_geen_dubbel(gemeente: Gemeente) -> None:
    Dossierfabriek(werkzoekende=Werkzoekendefabriek(gemeente=Gemeentefabriek(code="9002"), bsn=BSN))
    assert _csv(gemeente, f"achternaam;bsn\nDemoman;{BSN}\n").aantallen["nieuw"] == 1


def test_xlsx_en_een_onbekende_kolom(gemeente: Gemeente, tmp_path: Path) -> None:
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.append(["Naam", "KVK nummer", "Plaats", "Lievelingskleur"])
    blad.append(["Bakkerij Proef", 12345678, "Utrecht", "blauw"])
    boek.save(tmp_path / "w.xlsx")
    verslag = voer_in(soort="werkgevers", bron=lees(tmp_path / "w.xlsx"), gemeente=gemeente)
    assert verslag.aantallen["nieuw"] == 1
    assert [m.veld for m in verslag.meldingen] == ["lievelingskleur"]
    werkgever = Werkgever.objects.get()
    assert (werkgever.kvk_nummer, werkgever.vestigingen.get().plaats) == ("12345678", "Utrecht")


def test_een_werkprofiel_met_werkgever_en_herkende_eisen(gemeente: Gemeente) -> None:
    rij = "1;Bakkerij Proef;Magazijnmedewerker;2027-03-01;Je verzamelt orders.;rijbewijs:B;nld:A2;24;32"
    kop = "id;werkgever;titel;start;omschrijving;certificaten;talen;uren_min;uren_max"
    verslag = _csv(gemeente, f"{kop}\n{rij}\n", "werkprofielen")
    assert verslag.aantallen["nieuw"] == 1, [str(m) for m in verslag.meldingen]
    profiel = Werkprofiel.objects.get()
    assert (profiel.uren_min, profiel.uren_max, profiel.werkgever.naam) == (24, 32, "Bakkerij Proef")
    assert profiel.certificaateisen.get().code == "rijbewijs:B"
    assert profiel.eisen.filter(hard=False).exists()
    assert _csv(gemeente, f"{kop}\n{rij}\n", "werkprofielen").aantallen["gelijk"] == 1


def _onzeker_woord() -> tuple[str, str]:
    """(synonym, competence) that a text suggests, but not surely enough to take over."""
    boek = startwoordenboek()
    for begrip in boek.begrippen:
        for woord in begrip.synoniemen if begrip.soort == "competentie" else ():
            gevonden = herken(woord, taxonomie=boek, soort="competentie")
            if [v.id for v in gevonden] == [begrip.id] and gevonden[0].zekerheid < AANNEMELIJK:
                return woord, begrip.id
    raise AssertionError


def test_een_vaardigheid_die_de_bron_noemt_telt_hoe_onzeker_ook_een_woord_uit_de_tekst_niet(gemeente: Gemeente) -> None:
    woord, code = _onzeker_woord()
    verslag = _csv(
        gemeente,
        "id;werkgever;titel;start;omschrijving;competenties\n"
        f"1;Bakkerij Proef;Genoemd;2027-03-01;;{woord}\n"
        f"2;Bakkerij Proef;Verteld;2027-03-01;{woord};\n",
        "werkprofielen",
    )
    assert verslag.aantallen["nieuw"] == 2, [str(m) for m in verslag.meldingen]
    (eis,) = Werkprofiel.objects.get(titel="Genoemd").eisen.all()
    assert (eis.competentie.code, eis.fragment, eis.hard) == (code, woord, False)
    assert not Werkprofiel.objects.get(titel="Verteld").eisen.exists()


@pytest.mark.parametrize(
    "inhoud", [b"", b"   ", b"\x00\x01\x02", b"PK\x03\x04stuk", b"{kapot", b"[1, 2]", b"a;a\n1;2\n"]
)
def test_een_onleesbaar_bestand_wordt_in_een_regel_uitgelegd(inhoud: bytes) -> None:
    with pytest.raises(Onleesbaar):
        lees_inhoud(inhoud, "proef")


def test_oude_windowstekens_en_een_bom_worden_gelezen() -> None:
    assert lees_inhoud("naam;plaats\nCafé;Ede\n".encode("cp1252"), "w").rijen[0].gegevens["naam"] == "Café"
    assert lees_inhoud("naam;plaats\nCafé;Ede\n".encode("utf-8-sig"), "w").rijen[0].gegevens["naam"] == "Café"


@pytest.mark.echte_data
def test_de_zes_mensen_van_vum_komen_erin_zonder_naam_en_zijn_geen_dubbelen(gemeente: Gemeente, gedeeld: Path) -> None:
    bron = lees(gedeeld / "vum" / "UM-Werkzoekenden-sonar.json")
    verslag = voer_in(soort="werkzoekenden", bron=bron, gemeente=gemeente)
    assert (verslag.aantallen["nieuw"], verslag.geweigerd) == (6, 0), [str(m) for m in verslag.meldingen]
    assert Werkzoekende.objects.filter(achternaam="", bsn__isnull=True, lat__isnull=True).count() == 6
    assert all("kaart" in m.tekst for m in verslag.meldingen)
    assert voer_in(soort="werkzoekenden", bron=bron, gemeente=gemeente).aantallen["gelijk"] == 6
    chauffeur = Werkzoekende.objects.get(extern_id="5")
    assert chauffeur.certificaten.filter(code="rijbewijs:C").exists()


@pytest.mark.echte_data
def test_de_vacature_van_vum_in_het_verleden_komt_erin_met_een_waarschuwing(gemeente: Gemeente, gedeeld: Path) -> None:
    bron = lees(gedeeld / "vum" / "1vacature.json")
    verslag = voer_in(soort="werkprofielen", bron=bron, gemeente=gemeente)
    assert (verslag.aantallen["nieuw"], verslag.geweigerd) == (1, 0), [str(m) for m in verslag.meldingen]
    assert any("verleden" in m.tekst for m in verslag.meldingen)
    profiel = Werkprofiel.objects.get()
    assert set(profiel.certificaateisen.values_list("code", flat=True)) == {"rijbewijs:B", "bhv"}
    assert profiel.werkgever.contactpersonen.count() == 1
    assert voer_in(soort="werkprofielen", bron=bron, gemeente=gemeente).aantallen["gelijk"] == 1
