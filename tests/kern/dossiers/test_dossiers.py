"""Making, changing, dividing and closing dossiers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from tests.fabrieken import (
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Overdrachtfabriek,
    Taakfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.basis.haken import dagtaken
from werklandschap.kern.dossiers.actions import (
    heropen_dossier,
    koppel_account,
    koppel_inkomensaanvraag,
    maak_dossier,
    sluit_dossier,
    wijs_toe,
    wijzig_hulpvraag,
    wijzig_persoon,
    zet_doelgroep,
    zet_verantwoordelijke,
)
from werklandschap.kern.dossiers.contact import contactsoorten, werk_contact_bij
from werklandschap.kern.dossiers.fouten import BekendBsn
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, gegevens_van
from werklandschap.kern.dossiers.models import Dossier, Postcodegebied, Werkzoekende
from werklandschap.kern.dossiers.queries import met_laatst_gezien, niet_gezien_sinds
from werklandschap.kern.dossiers.verdelen import draag_caseload_over
from werklandschap.kern.taken.actions import neem_taak_van_niemand
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer, leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Verwerking
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.bsn import maak_test_bsn

pytestmark = pytest.mark.django_db

SANNE = Persoonsgegevens(
    voornaam=" Sanne ",
    tussenvoegsel="van",
    achternaam="Bérg",
    geboortedatum=date(1990, 5, 3),
    bsn=maak_test_bsn(1),
    email="Sanne@Proef.TEST",
    telefoon="06 12345678",
    postcode="3511ab",
    plaats="Utrecht",
)


def soorten(dossier: Dossier) -> list[str]:
    return list(Gebeurtenis.objects.filter(keten=dossier.keten).order_by("nummer").values_list("soort", flat=True))


def test_een_nieuw_dossier_heeft_schone_gegevens_en_een_keten() -> None:
    ik = Gebruikerfabriek()
    dossier = maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik, hulpvraag=" Ik zoek werk ")
    persoon = Werkzoekende.objects.get(dossier=dossier)
    assert (persoon.naam, persoon.zoeknaam) == ("Sanne van Bérg", "sanne berg")
    assert (persoon.email, persoon.postcode, persoon.bsn) == ("sanne@proef.test", "3511 AB", SANNE.bsn)
    assert (dossier.hulpvraag, dossier.verantwoordelijke) == ("Ik zoek werk", None)
    assert soorten(dossier) == ["dossier.gemaakt"]
    assert controleer(dossier.keten) == []
    assert Verwerking.objects.count() == 1


def test_het_bsn_staat_niet_leesbaar_in_de_database() -> None:
    ik = Gebruikerfabriek()
    maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT bsn, bsn_zoekwaarde FROM dossiers_werkzoekende")
        rijen = cursor.fetchall()
    assert all(SANNE.bsn not in str(waarde) for rij in rijen for waarde in rij)
    assert all(SANNE.bsn not in str(g.gegevens) for g in Gebeurtenis.objects.all())


def test_de_ligging_komt_van_de_plaats_en_liever_van_de_postcode() -> None:
    ik = Gebruikerfabriek()
    plaats = maak_dossier(gegevens=Persoonsgegevens(achternaam="A", plaats="utrecht"), gemeente=ik.gemeente, door=ik)
    assert plaats.werkzoekende.lat == pytest.approx(52.09, abs=0.05)
    Postcodegebied.objects.create(pc4="3511", lat=52.5, lon=5.5)
    precies = maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    assert (precies.werkzoekende.lat, precies.werkzoekende.lon) == (52.5, 5.5)
    onbekend = maak_dossier(
        gegevens=Persoonsgegevens(achternaam="B", plaats="Nergenshuizen"), gemeente=ik.gemeente, door=ik
    )
    assert (onbekend.werkzoekende.lat, onbekend.werkzoekende.lon) == (None, None)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("bsn", "123456789"),
        ("postcode", "0123 AB"),
        ("email", "geen adres"),
        ("telefoon", "bel me"),
        ("geboortedatum", date(1899, 12, 31)),
        ("geboortedatum", date(2999, 1, 1)),
        ("taalniveau", "Z9"),
        ("contactwijze", "duif"),
        ("contacttaal", "Nederlands"),
        ("voornaam", "x" * 81),
    ],
)
def test_foute_gegevens_worden_bij_hun_veld_geweigerd(veld: str, waarde: object) -> None:
    ik = Gebruikerfabriek()
    with pytest.raises(Invoerfout) as fout:
        maak_dossier(gegevens=Persoonsgegevens(**{"achternaam": "A", veld: waarde}), gemeente=ik.gemeente, door=ik)
    assert list(fout.value.fouten) == [veld]
    assert (Dossier.objects.count(), Werkzoekende.objects.count(), Keten.objects.count()) == (0, 0, 0)


def test_w1_2_een_bsn_bestaat_een_keer_per_gemeente() -> None:
    ik = Gebruikerfabriek()
    eerste = maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    with pytest.raises(BekendBsn) as fout:
        maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    assert fout.value.nummer == eerste.pk
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert maak_dossier(gegevens=SANNE, gemeente=elders.gemeente, door=elders).pk != eerste.pk


def test_een_ander_mag_geen_dossier_maken() -> None:
    ik = Gebruikerfabriek()
    for vreemd in (
        Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")),
        Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER),
        Gebruikerfabriek(rol=Rol.MANAGER),
        Gebruikerfabriek(rol=Rol.INWONER),
    ):
        with pytest.raises(GeenRecht):
            maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=vreemd)
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER)
    assert maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=beheerder, kanaal="invoer").pk


def test_gegevens_wijzigen_laat_het_bsn_staan_en_noemt_alleen_de_velden() -> None:
    ik = Gebruikerfabriek()
    dossier = maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    persoon = dossier.werkzoekende
    wijzig_persoon(
        werkzoekende=persoon,
        door=ik,
        versie=persoon.versie,
        gegevens=Persoonsgegevens(**{**gegevens_van(persoon).__dict__, "telefoon": "06 87654321"}),
    )
    opnieuw = Werkzoekende.objects.get(pk=persoon.pk)
    assert (opnieuw.telefoon, opnieuw.bsn) == ("06 87654321", SANNE.bsn)
    laatste = Gebeurtenis.objects.filter(keten=dossier.keten).latest("nummer")
    assert laatste.gegevens == {"velden": "telefoon"}


def test_wie_later_opslaat_krijgt_beide_teksten_te_zien() -> None:
    dossier = Dossierfabriek()
    ik = dossier.verantwoordelijke
    oud = dossier.werkzoekende.versie
    nieuw = Persoonsgegevens(voornaam="Een", achternaam="Ander")
    wijzig_persoon(werkzoekende=dossier.werkzoekende, door=ik, versie=oud, gegevens=nieuw)
    with pytest.raises(VerouderdeVersie) as fout:
        wijzig_persoon(
            werkzoekende=dossier.werkzoekende, door=ik, versie=oud, gegevens=Persoonsgegevens(achternaam="Derde")
        )
    assert (fout.value.huidig.achternaam, fout.value.ingevuld["achternaam"]) == ("Ander", "Derde")


def test_alleen_wie_een_bsn_mag_zien_wijzigt_het() -> None:
    dossier = Dossierfabriek()
    coach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    met_bsn = Persoonsgegevens(achternaam="A", bsn=maak_test_bsn(5))
    with pytest.raises(GeenRecht):
        wijzig_persoon(werkzoekende=dossier.werkzoekende, door=coach, versie=None, gegevens=met_bsn)
    ik = dossier.verantwoordelijke
    wijzig_persoon(werkzoekende=dossier.werkzoekende, door=ik, versie=None, gegevens=met_bsn)
    assert Werkzoekende.objects.get(pk=dossier.werkzoekende.pk).bsn == met_bsn.bsn
    wijzig_persoon(
        werkzoekende=dossier.werkzoekende,
        door=ik,
        versie=None,
        gegevens=gegevens_van(dossier.werkzoekende),
        wis_bsn=True,
    )
    assert Werkzoekende.objects.get(pk=dossier.werkzoekende.pk).bsn_zoekwaarde is None


def test_een_bsn_van_een_ander_wordt_geweigerd() -> None:
    ik = Gebruikerfabriek()
    eerste = maak_dossier(gegevens=SANNE, gemeente=ik.gemeente, door=ik)
    ander = Dossierfabriek(verantwoordelijke=ik)
    with pytest.raises(BekendBsn) as fout:
        wijzig_persoon(werkzoekende=ander.werkzoekende, door=ik, versie=None, gegevens=Persoonsgegevens(bsn=SANNE.bsn))
    assert fout.value.nummer == eerste.pk


def test_w1_7_een_nieuwe_hoofdgroep_beeindigt_de_vorige() -> None:
    dossier = Dossierfabriek()
    ik = dossier.verantwoordelijke
    begin = date(2026, 1, 1)
    zet_doelgroep(dossier=dossier, code="participatiewet", van=begin, door=ik)
    zet_doelgroep(dossier=dossier, code="banenafspraak", van=begin, door=ik)
    zet_doelgroep(dossier=dossier, code="nug", van=date(2026, 3, 1), door=ik)
    periodes = set(dossier.doelgroepen.values_list("code", "van", "tot"))
    assert periodes == {
        ("participatiewet", begin, date(2026, 2, 28)),
        ("banenafspraak", begin, None),
        ("nug", date(2026, 3, 1), None),
    }
    with pytest.raises(Invoerfout):
        zet_doelgroep(dossier=dossier, code="ioaw", van=date(2025, 1, 1), door=ik)
    with pytest.raises(Invoerfout):
        zet_doelgroep(dossier=dossier, code="bestaat-niet", van=begin, door=ik)


def test_w1_6_de_inkomensaanvraag_wordt_gekoppeld() -> None:
    dossier = Dossierfabriek()
    koppel_inkomensaanvraag(
        dossier=dossier, nummer=" A-1 ", datum=date(2026, 2, 1), status="ingediend", door=dossier.verantwoordelijke
    )
    assert Dossier.objects.get(pk=dossier.pk).inkomensaanvraag == "A-1"
    with pytest.raises(Invoerfout):
        koppel_inkomensaanvraag(dossier=dossier, nummer=" ", door=dossier.verantwoordelijke)


def test_toewijzen_neemt_de_open_taken_over_dit_dossier_mee() -> None:
    dossier = Dossierfabriek()
    vorige = dossier.verantwoordelijke
    collega = Gebruikerfabriek()
    mee = Taakfabriek(eigenaar=vorige, keten=dossier.keten)
    blijft = Taakfabriek(eigenaar=vorige)
    wijs_toe(dossier=dossier, naar=collega, door=vorige)
    assert Dossier.objects.get(pk=dossier.pk).verantwoordelijke == collega
    assert set(Taak.objects.filter(eigenaar=collega)) == {mee}
    assert set(Taak.objects.filter(eigenaar=vorige)) == {blijft}
    assert soorten(dossier) == ["dossier.toegewezen", "taak.overgedragen"]
    assert controleer(Keten.objects.get(pk=dossier.keten.pk)) == []


def test_alleen_de_verantwoordelijke_of_manager_wijst_toe_en_nooit_naar_een_andere_gemeente() -> None:
    dossier = Dossierfabriek()
    collega = Gebruikerfabriek()
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        wijs_toe(dossier=dossier, naar=collega, door=collega)
    with pytest.raises(Invoerfout):
        wijs_toe(dossier=dossier, naar=elders, door=dossier.verantwoordelijke)
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    assert wijs_toe(dossier=dossier, naar=collega, door=manager).verantwoordelijke == collega
    with pytest.raises(GeenRecht):
        wijs_toe(dossier=dossier, naar=collega, door=elders)


def test_een_hele_caseload_gaat_in_een_keer_over() -> None:
    ik = Gebruikerfabriek()
    collega = Gebruikerfabriek()
    dossiers = Dossierfabriek.create_batch(3, verantwoordelijke=ik)
    gesloten = Dossierfabriek(verantwoordelijke=ik, status=Dossier.Status.GESLOTEN)
    taak = Taakfabriek(eigenaar=ik)
    with pytest.raises(GeenRecht):
        draag_caseload_over(van=ik, naar=collega, reden="Verlof", door=collega)
    assert draag_caseload_over(van=ik, naar=collega, reden="Verlof", door=ik).aantal == 3
    assert set(Dossier.objects.van(collega)) == set(dossiers)
    assert set(Dossier.objects.van(ik)) == {gesloten}
    assert Taak.objects.get(pk=taak.pk).eigenaar == collega


def test_sluiten_wacht_op_open_taken_en_overdrachten_en_is_terug_te_draaien() -> None:
    dossier = Dossierfabriek()
    ik = dossier.verantwoordelijke
    taak = Taakfabriek(eigenaar=ik, keten=dossier.keten)
    with pytest.raises(Invoerfout):
        sluit_dossier(dossier=dossier, reden="pensioen", door=ik)
    Taak.objects.filter(pk=taak.pk).update(status=Taak.Status.KLAAR)
    overdracht = Overdrachtfabriek(dossier=dossier)
    with pytest.raises(Invoerfout):
        sluit_dossier(dossier=dossier, reden="pensioen", door=ik)
    overdracht.delete()
    with pytest.raises(Invoerfout):
        sluit_dossier(dossier=dossier, reden="zomaar", door=ik)
    sluit_dossier(dossier=dossier, reden="pensioen", door=ik)
    gesloten = Dossier.objects.select_related("keten", "werkzoekende").get(pk=dossier.pk)
    assert (gesloten.status, gesloten.gesloten_op) == (Dossier.Status.GESLOTEN, timezone.localdate())
    with pytest.raises(GeenRecht):
        wijzig_hulpvraag(dossier=gesloten, door=ik, versie=None, hulpvraag="Nee")
    heropen_dossier(dossier=gesloten, door=ik)
    assert Dossier.objects.get(pk=dossier.pk).status == Dossier.Status.OPEN
    assert controleer(Keten.objects.get(pk=dossier.keten.pk)) == []


def test_een_account_hoort_bij_een_inwoner() -> None:
    dossier, ander = Dossierfabriek(), Dossierfabriek()
    ik = dossier.verantwoordelijke
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    with pytest.raises(Invoerfout):
        koppel_account(werkzoekende=dossier.werkzoekende, account=ik, door=ik)
    koppel_account(werkzoekende=dossier.werkzoekende, account=inwoner, door=ik)
    with pytest.raises(Invoerfout):
        koppel_account(werkzoekende=ander.werkzoekende, account=inwoner, door=ander.verantwoordelijke)
    assert set(Dossier.objects.voor(inwoner)) == {dossier}


def test_dezelfde_persoon_nog_niet_gezien_telt_vanaf_de_melding() -> None:
    lang = Dossierfabriek(gemeld_op=timezone.now() - timedelta(weeks=9))
    Dossierfabriek(gemeld_op=timezone.now() - timedelta(weeks=7))
    assert list(niet_gezien_sinds(Dossier.objects.lopend(), 8)) == [lang]


def test_wie_kort_geleden_gesproken_is_staat_niet_bij_lang_niet_gezien() -> None:
    nu = timezone.now()
    lang_bekend = nu - timedelta(weeks=30)
    gisteren_gezien, lang_gezien, nooit, later_gemeld = (
        Dossierfabriek(gemeld_op=gemeld) for gemeld in (lang_bekend, lang_bekend, lang_bekend, nu)
    )
    for dossier, weken in ((gisteren_gezien, 1), (gisteren_gezien, 20), (lang_gezien, 12), (later_gemeld, 9)):
        gebeurtenis = leg_vast(keten=dossier.keten, soort="dossier.gemaakt", door=dossier.verantwoordelijke)
        Gebeurtenis.objects.filter(pk=gebeurtenis.pk).update(tijd=nu - timedelta(weeks=weken))
    werk_contact_bij(Dossier.objects.all())
    taak = leg_vast(keten=nooit.keten, soort="taak.klaar", door=nooit.verantwoordelijke, gegevens={"titel": "x"})
    assert taak.tijd > nu - timedelta(weeks=1)
    alle = Dossier.objects.lopend()
    gevonden = list(niet_gezien_sinds(alle, 8))
    assert gevonden == [nooit, lang_gezien, later_gemeld]
    grens = nu - timedelta(weeks=8)
    assert set(gevonden) == set(met_laatst_gezien(alle).filter(laatst_gezien__lt=grens))


def test_het_laatste_contact_volgt_elke_gebeurtenis_die_telt() -> None:
    dossier = Dossierfabriek()
    assert dossier.laatste_contact is None
    for soort in sorted(contactsoorten()):
        gebeurtenis = leg_vast(keten=dossier.keten, soort=soort, door=dossier.verantwoordelijke)
        dossier.refresh_from_db()
        assert dossier.laatste_contact == gebeurtenis.tijd
    leg_vast(keten=dossier.keten, soort="taak.klaar", door=dossier.verantwoordelijke, gegevens={"titel": "x"})
    assert werk_contact_bij(Dossier.objects.all()) == 0


def test_de_dagelijkse_ronde_herstelt_een_laatste_contact_dat_niet_klopt() -> None:
    dossier, ander = Dossierfabriek.create_batch(2)
    gebeurtenis = leg_vast(keten=dossier.keten, soort="dossier.gemaakt", door=dossier.verantwoordelijke)
    Dossier.objects.update(laatste_contact=timezone.now() - timedelta(days=9))
    assert dict(dagtaken.paren())["laatste_contact"]() == "2 keer laatst gezien verbeterd"
    dossier.refresh_from_db()
    ander.refresh_from_db()
    assert (dossier.laatste_contact, ander.laatste_contact) == (gebeurtenis.tijd, None)
    assert werk_contact_bij(Dossier.objects.all()) == 0


def test_taken_van_niemand_gaan_naar_wie_verantwoordelijk_wordt() -> None:
    dossier = Dossierfabriek(verantwoordelijke=None)
    collega = Gebruikerfabriek(gemeente=dossier.gemeente)
    taak = Taakfabriek(gemeente=dossier.gemeente, keten=dossier.keten, eigenaar=None)
    zet_verantwoordelijke(dossier=dossier, naar=collega, door=collega)
    taak.refresh_from_db()
    assert taak.eigenaar == collega


def test_een_taak_van_een_ander_of_elders_neemt_niemand_zo() -> None:
    taak = Taakfabriek()
    with pytest.raises(Invoerfout):
        neem_taak_van_niemand(taak=taak, door=Gebruikerfabriek(gemeente=taak.gemeente))
    with pytest.raises(GeenRecht):
        neem_taak_van_niemand(taak=taak, door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))


def test_mensen_zonder_naam_zijn_uit_elkaar_te_houden() -> None:
    moment = datetime(2026, 3, 3, 14, 30, tzinfo=timezone.get_default_timezone())
    leeg = {"voornaam": "", "achternaam": "", "zoeknaam": "", "aangemaakt_op": moment}
    een = Werkzoekendefabriek(**leeg, herkomst="vum", extern_id="abc-000000012345")
    ander = Werkzoekendefabriek(**leeg, herkomst="vum", extern_id="abc-000000012346")
    assert [een.naam, ander.naam] == ["Naam nog onbekend (00012345)", "Naam nog onbekend (00012346)"]
    assert Werkzoekendefabriek(**leeg).naam == "Naam nog onbekend (3 maart 2026, 14.30 uur)"
