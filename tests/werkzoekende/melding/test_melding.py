"""A request for help at the desk, by telephone and from the website."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek

from werklandschap.kern.basis.codes import TEKENS, nieuwe_code
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.fouten import MogelijkDubbel
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, maak_zoeknaam
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Tegelbezoek
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.melding import queries
from werklandschap.werkzoekende.melding.actions import (
    beoordeel_wachtende,
    bewaar_concept,
    geef_terugkoppeling,
    gooi_concept_weg,
    handel_signaal_af,
    meld,
    meld_openbaar,
    meld_opnieuw,
    meld_signaal,
    ruim_formulieren_op,
)
from werklandschap.werkzoekende.melding.gegevens import Meldgegevens, als_tekst, uit_tekst
from werklandschap.werkzoekende.melding.models import Meldingconcept, Signaal, Terugkoppeling, WachtendeMelding

pytestmark = pytest.mark.django_db

NOOR = Persoonsgegevens(
    voornaam="Noor", achternaam="Proef", geboortedatum=date(1995, 2, 3), telefoon="0612345678", postcode="1234 AB"
)
VRAAG = Meldgegevens(persoon=NOOR, hulpvraag="Ik wil werken.", signalen=("geen_dak", "zorgtaken"))


def bekende() -> Dossier:
    return Dossierfabriek(
        werkzoekende__voornaam="Noor",
        werkzoekende__achternaam="Proef",
        werkzoekende__zoeknaam=maak_zoeknaam("Noor", "Proef"),
        werkzoekende__geboortedatum=NOOR.geboortedatum,
    )


def test_w1_1_een_melding_maakt_dossier_bezoek_en_taken() -> None:
    ik = Gebruikerfabriek()
    dossier = meld(
        gegevens=replace(VRAAG, doelgroep="nug", inkomensaanvraag="A-7"),
        gemeente=ik.gemeente,
        door=ik,
        verantwoordelijke=ik,
    )
    vandaag = timezone.localdate()
    assert list(Tegelbezoek.objects.values_list("tegel", "tot")) == [("melding", None)]
    assert dict(Taak.objects.filter(eigenaar=ik).values_list("titel", "voor_op")) == {
        "Regel een slaapplek en een postadres": vandaag,
        "Bespreek opvang en hulp voor mantelzorgers": vandaag + timedelta(days=14),
        "Plan het eerste gesprek": vandaag + timedelta(days=10),
    }
    assert set(dossier.doelgroepen.values_list("code", flat=True)) == {"nug"}
    assert Dossier.objects.get(pk=dossier.pk).inkomensaanvraag == "A-7"
    assert controleer(Keten.objects.get(dossier=dossier)) == []
    assert list(queries.zonder_eerste_gesprek(ik)) == [dossier]


def test_een_melding_vraagt_een_naam_een_vraag_en_een_weg_terug() -> None:
    ik = Gebruikerfabriek()
    with pytest.raises(Invoerfout) as fout:
        meld(
            gegevens=Meldgegevens(persoon=Persoonsgegevens(email="fout"), signalen=("bestaat-niet",)),
            gemeente=ik.gemeente,
            door=ik,
        )
    assert set(fout.value.fouten) == {"achternaam", "email", "hulpvraag", "signalen"}
    assert not Dossier.objects.exists()


def test_w1_2_een_bekende_wordt_gevonden_voor_er_een_tweede_dossier_is() -> None:
    bekend = bekende()
    ik = bekend.verantwoordelijke
    with pytest.raises(MogelijkDubbel) as fout:
        meld(gegevens=VRAAG, gemeente=ik.gemeente, door=ik)
    assert [k.dossier for k in fout.value.kandidaten] == [bekend]
    assert Dossier.objects.count() == 1
    assert meld(gegevens=VRAAG, gemeente=ik.gemeente, door=ik, andere_persoon=True) != bekend


def test_wie_niet_mag_melden_maakt_niets() -> None:
    gemeente = Gemeentefabriek()
    for vreemd in (
        Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")),
        Gebruikerfabriek(rol=Rol.MANAGER),
        Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER),
    ):
        with pytest.raises(GeenRecht):
            meld(gegevens=VRAAG, gemeente=gemeente, door=vreemd)
    assert not Dossier.objects.exists()


def test_een_nieuwe_vraag_van_een_bekende_opent_het_gesloten_dossier() -> None:
    bekend = bekende()
    Dossier.objects.filter(pk=bekend.pk).update(status=Dossier.Status.GESLOTEN)
    bekend.refresh_from_db()
    meld_opnieuw(dossier=bekend, gegevens=VRAAG, door=bekend.verantwoordelijke)
    assert Dossier.objects.get(pk=bekend.pk).status == Dossier.Status.OPEN
    assert Signaal.objects.filter(dossier=bekend).count() == 2
    laatste = Gebeurtenis.objects.get(keten=bekend.keten, soort="melding.opnieuw")
    assert laatste.gegevens == {"hulpvraag": "Ik wil werken."}


def test_w1_3_een_signaal_wordt_een_taak_en_gevoelige_woorden_staan_nergens_open() -> None:
    dossier = Dossierfabriek()
    ik = dossier.verantwoordelijke
    signaal = meld_signaal(dossier=dossier, code="verslaving", door=ik)
    assert meld_signaal(dossier=dossier, code="verslaving", door=ik) == signaal
    taak = Taak.objects.get(eigenaar=ik)
    neutraal = "Deze persoon vraagt hulp die in vertrouwen blijft."
    assert (taak.titel, taak.voor_op) == (neutraal, timezone.localdate() + timedelta(days=7))
    assert Gebeurtenis.objects.get(soort="signaal.gemeld").gegevens == {"tekst": neutraal}
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    assert [(r.tekst, r.tip) for r in queries.signalen_van(dossier, manager)] == [(neutraal, "")]
    assert queries.signalen_van(dossier, ik)[0].tekst == "Zorgen over alcohol, drugs of gokken"
    handel_signaal_af(signaal=signaal, door=ik)
    assert Taak.objects.get(pk=taak.pk).status == Taak.Status.KLAAR
    assert queries.signalen_van(dossier, ik) == []
    with pytest.raises(GeenRecht):
        meld_signaal(dossier=dossier, code="verslaving", door=manager)


def test_een_melding_van_de_website_noemt_geen_medewerker() -> None:
    gemeente = Gemeentefabriek()
    ontvangst = meld_openbaar(gegevens=VRAAG, gemeente=gemeente)
    dossier = Dossier.objects.get()
    assert (dossier.kanaal, dossier.verantwoordelijke, ontvangst.dagen) == ("formulier", None, 10)
    assert {(g.door, g.namens) for g in dossier.keten.gebeurtenissen.filter(soort="dossier.gemaakt")} == {
        (None, "inwoner via de website")
    }
    # Signals are for professionals: the public form cannot set them.
    assert not Signaal.objects.exists()
    assert Taak.objects.get().eigenaar is None


def test_wie_misschien_bekend_is_wacht_op_een_collega_en_merkt_daar_niets_van() -> None:
    bekend = bekende()
    ontvangst = meld_openbaar(gegevens=VRAAG, gemeente=bekend.gemeente)
    assert (Dossier.objects.count(), ontvangst.dagen, bool(ontvangst.code)) == (1, 10, True)
    wachtend = WachtendeMelding.objects.get()
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.url) == (bekend.verantwoordelijke, f"/dossiers/melding/beoordelen/{wachtend.pk}/")
    assert taak.toelichting == f"De melding lijkt op dossier {bekend.pk}."
    with pytest.raises(GeenRecht):
        beoordeel_wachtende(
            melding=wachtend, zelfde_als=None, door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
        )
    assert beoordeel_wachtende(melding=wachtend, zelfde_als=bekend, door=bekend.verantwoordelijke) == bekend
    assert Dossier.objects.count() == 1
    assert Taak.objects.get(pk=taak.pk).status == Taak.Status.KLAAR
    with pytest.raises(Invoerfout):
        beoordeel_wachtende(melding=wachtend, zelfde_als=None, door=bekend.verantwoordelijke)


def test_een_ander_dan_de_bekende_krijgt_een_eigen_dossier() -> None:
    bekend = bekende()
    meld_openbaar(gegevens=VRAAG, gemeente=bekend.gemeente)
    nieuw = beoordeel_wachtende(melding=WachtendeMelding.objects.get(), zelfde_als=None, door=bekend.verantwoordelijke)
    assert (nieuw != bekend, nieuw.hulpvraag) == (True, "Ik wil werken.")


def test_een_beoordeeld_formulier_gaat_na_zes_weken_weg_en_een_wachtend_niet() -> None:
    bekend = Dossierfabriek()
    for afgehandeld_op in (None, timezone.now()):
        WachtendeMelding.objects.create(
            gemeente=bekend.gemeente, gegevens=als_tekst(VRAAG), lijkt_op=bekend, afgehandeld_op=afgehandeld_op
        )
    vandaag = timezone.localdate()
    assert ruim_formulieren_op(vandaag=vandaag + timedelta(days=41)) == 0
    assert ruim_formulieren_op(vandaag=vandaag + timedelta(days=42)) == 1
    assert WachtendeMelding.objects.get().afgehandeld_op is None


def test_gegevens_gaan_heen_en_terug_door_het_versleutelde_veld() -> None:
    assert uit_tekst(als_tekst(VRAAG)) == VRAAG


def test_een_concept_wordt_gevonden_met_de_code_en_verdwijnt_na_twee_weken() -> None:
    code = bewaar_concept(tekst="half af")
    assert Meldingconcept.objects.get().code_hash != code
    assert queries.lees_concept(code.lower().replace("-", " ")) == "half af"
    assert bewaar_concept(tekst="bijna af", code=code) == code
    assert (queries.lees_concept(code), Meldingconcept.objects.count()) == ("bijna af", 1)
    Meldingconcept.objects.update(verloopt_op=timezone.now() - timedelta(minutes=1))
    assert queries.lees_concept(code) is None
    ander = bewaar_concept(tekst="nieuw")
    assert ruim_formulieren_op() == 1
    assert Meldingconcept.objects.count() == 1
    assert Meldingconcept.objects.count() == 1
    gooi_concept_weg(code=ander)
    assert not Meldingconcept.objects.exists()


def test_codes_lijken_niet_op_elkaar() -> None:
    assert not set("ILO01") & set(TEKENS)
    assert len({nieuwe_code() for _ in range(200)}) == 200


def test_w1_8_na_afloop_een_vraag_die_een_keer_wordt_beantwoord() -> None:
    ontvangst = meld_openbaar(gegevens=VRAAG, gemeente=Gemeentefabriek())
    Terugkoppeling.objects.update(dossier=Dossier.objects.get())
    gegeven = geef_terugkoppeling(code=ontvangst.code, antwoord="beetje", opmerking=" Lang wachten ")
    assert (gegeven.antwoord, gegeven.opmerking) == ("beetje", "Lang wachten")
    assert Gebeurtenis.objects.filter(soort="terugkoppeling.gegeven").count() == 1
    with pytest.raises(Invoerfout):
        geef_terugkoppeling(code=ontvangst.code, antwoord="ja")
    with pytest.raises(Invoerfout):
        geef_terugkoppeling(code="AAAA-BBBB-CCCC", antwoord="ja")
