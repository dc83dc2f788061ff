"""From agreements to the end of a placement, and the amounts that go with it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkprofielfabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.plaatsing.hulp import klant_van, lopend, met_akkoord, voorbereid, werkgever_van

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.actions import besluit_werkgever
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing import actions, besluiten
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db
Status = Plaatsing.Status


def test_g9_1_een_plaatsing_start_pas_als_beide_kanten_akkoord_zijn() -> None:
    rij = voorbereid()
    with pytest.raises(Invoerfout, match="werkgever"):
        actions.start_plaatsing(plaatsing=rij, door=rij.door)
    actions.akkoord_werkgever(plaatsing=rij, door=werkgever_van(rij))
    with pytest.raises(Invoerfout, match="klant"):
        actions.start_plaatsing(plaatsing=rij, door=rij.door)
    actions.akkoord_klant(plaatsing=rij, door=klant_van(rij))
    rij = actions.start_plaatsing(plaatsing=rij, door=rij.door)
    assert rij.status == Status.LOOPT
    assert controleer(Keten.objects.get(dossier=rij.dossier_id)) == []
    assert controleer(Keten.objects.get(werkgever=rij.werkprofiel.werkgever_id)) == []


def test_g9_1_een_andere_afspraak_vraagt_opnieuw_akkoord() -> None:
    rij = met_akkoord()
    rij = actions.wijzig_plaatsing(plaatsing=rij, versie=rij.versie, door=rij.door, uren=Decimal(24))
    assert (rij.akkoord_werkgever_op, rij.akkoord_klant_op) == (None, None)


def test_wie_een_oude_versie_bewaart_verliest_niets() -> None:
    rij = voorbereid()
    with pytest.raises(VerouderdeVersie):
        actions.wijzig_plaatsing(plaatsing=rij, versie=rij.versie - 1, door=rij.door, functie="Kok")


def test_w8_een_voordracht_wordt_een_plaatsing_en_het_werkprofiel_is_vervuld() -> None:
    voordracht = voorgedragen()
    with pytest.raises(Invoerfout, match="werkgever ja"):
        actions.maak_plaatsing(voordracht=voordracht, door=voordracht.door, van=timezone.localdate(), uren=Decimal(32))
    besluit_werkgever(voordracht=voordracht, ja=True, reden="motivatie", door=bedrijf_van(voordracht))
    rij = actions.maak_plaatsing(
        voordracht=voordracht, door=voordracht.door, van=timezone.localdate(), uren=Decimal(32)
    )
    actions.akkoord_werkgever(plaatsing=rij, door=rij.door, wie="Kim")
    actions.akkoord_klant(plaatsing=rij, door=rij.door)
    actions.start_plaatsing(plaatsing=rij, door=rij.door)
    voordracht.refresh_from_db()
    rij.werkprofiel.refresh_from_db()
    assert voordracht.status == Voordracht.Status.GEPLAATST
    assert rij.werkprofiel.status == rij.werkprofiel.Status.VERVULD
    bezoeken = rij.dossier.keten.bezoeken.filter(tot__isnull=True).values_list("tegel", flat=True)
    assert "nazorg" in bezoeken
    assert "plaatsing" not in bezoeken


def test_g9_2_loonkostensubsidie_wordt_regel_voor_regel_uitgelegd_met_bron() -> None:
    rij = voorbereid(van=date(2026, 2, 1))
    rij.dossier.werkzoekende.geboortedatum = date(1990, 1, 1)
    rij.dossier.werkzoekende.save()
    besluit = besluiten.leg_besluit_vast(
        plaatsing=rij, instrument="loonkostensubsidie", van=date(2026, 2, 1), loonwaarde=Decimal(55), door=rij.door
    )
    # 14.71 × 32 × 52/12 × 1.08 = basis; 45 % of it, and 23.5 % charges on top.
    basis = Decimal("14.71") * 32 * 52 / 12 * Decimal("1.08")
    subsidie = (basis * Decimal("0.45")).quantize(Decimal("0.01"))
    lasten = (basis * Decimal("0.45") * Decimal("0.235")).quantize(Decimal("0.01"))
    assert besluit.bedrag_per_maand == subsidie + lasten
    assert len(besluit.regels) >= 6
    assert all(regel["bron"] and regel["tekst"] and Decimal(regel["bedrag"]) >= 0 for regel in besluit.regels)


def test_g9_2_forfaitair_eindigt_na_zes_maanden_en_een_besluit_wordt_vervangen_niet_gewijzigd() -> None:
    rij = voorbereid(van=date(2026, 2, 1))
    oud = besluiten.leg_besluit_vast(
        plaatsing=rij, instrument="loonkostensubsidie", van=date(2026, 2, 1), forfaitair=True, door=rij.door
    )
    assert oud.tot == date(2026, 7, 31)
    with pytest.raises(Invoerfout, match="loopt al"):
        besluiten.leg_besluit_vast(
            plaatsing=rij, instrument="loonkostensubsidie", van=date(2026, 3, 1), forfaitair=True, door=rij.door
        )
    nieuw = besluiten.vervang_besluit(
        besluit=oud, van=date(2026, 3, 1), loonwaarde=Decimal(60), reden="Gemeten", door=rij.door
    )
    bedrag = oud.bedrag_per_maand
    oud.refresh_from_db()
    assert oud.vervallen_op is not None
    assert oud.bedrag_per_maand == bedrag
    assert nieuw.vervallen_op is None
    with pytest.raises(Invoerfout, match="al vervangen"):
        besluiten.vervang_besluit(besluit=oud, van=date(2026, 3, 1), forfaitair=True, reden="x", door=rij.door)


def test_g9_2_zonder_loonwaarde_of_geboortedatum_staat_er_wat_er_mist() -> None:
    rij = voorbereid(van=date(2026, 2, 1))
    with pytest.raises(Invoerfout) as fout:
        besluiten.leg_besluit_vast(plaatsing=rij, instrument="loonkostensubsidie", van=date(2026, 2, 1), door=rij.door)
    assert set(fout.value.fouten) == {"loonwaarde"}
    rij.dossier.werkzoekende.geboortedatum = None
    rij.dossier.werkzoekende.save()
    with pytest.raises(Invoerfout, match="geboortedatum"):
        besluiten.leg_besluit_vast(
            plaatsing=rij, instrument="loonkostensubsidie", van=date(2026, 2, 1), forfaitair=True, door=rij.door
        )


def test_g9_5_een_proefplaatsing_volgt_de_duur_van_de_gemeente_en_geeft_een_taak() -> None:
    rij = voorbereid()
    rij.dossier.gemeente.instellingen = {"proefplaatsing_maanden": 3}
    rij.dossier.gemeente.save()
    besluit = besluiten.leg_besluit_vast(
        plaatsing=rij, instrument="proefplaatsing", van=date(2026, 1, 1), door=rij.door
    )
    assert besluit.tot == date(2026, 3, 31)
    assert Taak.objects.filter(bron=f"plaatsing:{rij.pk}:besluit:{besluit.pk}", status="open").count() == 1
    with pytest.raises(Invoerfout) as fout:
        besluiten.leg_besluit_vast(
            plaatsing=rij, instrument="proefplaatsing", van=date(2027, 1, 1), maanden=12, door=rij.door
        )
    assert set(fout.value.fouten) == {"maanden"}


def test_g9_3_een_bekende_valkuil_brengt_plan_b_mee_en_komt_er_niet_dubbel_bij() -> None:
    rij = voorbereid()
    een = actions.voeg_risico_toe(plaatsing=rij, code="te_snel", door=rij.door)
    assert een.plan_b
    assert actions.voeg_risico_toe(plaatsing=rij, code="te_snel", door=rij.door) == een
    with pytest.raises(Invoerfout) as fout:
        actions.voeg_risico_toe(plaatsing=rij, tekst="Iets", door=rij.door)
    assert set(fout.value.fouten) == {"plan_b"}


def test_een_vreemde_of_een_verkeerde_rol_plaatst_niemand() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    manager = Gebruikerfabriek(rol=Rol.MANAGER, gemeente=dossier.gemeente)
    for wie in (vreemde, manager):
        with pytest.raises(GeenRecht):
            actions.maak_plaatsing(
                dossier=dossier, werkprofiel=profiel, van=timezone.localdate(), uren=Decimal(8), door=wie
            )
    rij = voorbereid()
    ander_bedrijf = werkgever_van(voorbereid())
    with pytest.raises(GeenRecht):
        actions.akkoord_werkgever(plaatsing=rij, door=ander_bedrijf)
    with pytest.raises(GeenRecht):
        actions.akkoord_klant(plaatsing=rij, door=werkgever_van(rij))


def test_de_keten_van_de_werkgever_noemt_nooit_de_naam_van_de_klant() -> None:
    rij = lopend()
    actions.beeindig_plaatsing(plaatsing=rij, reden="klant_stopt", toelichting="Thuis is het druk", door=rij.door)
    mens = rij.dossier.werkzoekende
    teksten = str(list(rij.werkprofiel.werkgever.keten.gebeurtenissen.values_list("gegevens", flat=True)))
    assert f"'nummer': {rij.pk}" in teksten
    assert mens.achternaam not in teksten
    assert "Thuis" not in teksten
    assert controleer(Keten.objects.get(werkgever=rij.werkprofiel.werkgever_id)) == []


def test_een_einde_voor_het_begin_kan_niet_en_afbreken_kan_alleen_voor_de_start() -> None:
    rij = lopend()
    with pytest.raises(Invoerfout, match="voor het begin"):
        actions.beeindig_plaatsing(plaatsing=rij, reden="anders", op=rij.van - timedelta(days=1), door=rij.door)
    with pytest.raises(Invoerfout):
        actions.breek_af(plaatsing=rij, reden="anders", door=rij.door)
    ander = voorbereid()
    assert actions.breek_af(plaatsing=ander, reden="past_niet", door=ander.door).status == Status.AFGEBROKEN
