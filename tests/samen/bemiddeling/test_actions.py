"""From choosing a candidate to telling the answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkprofielfabriek
from tests.samen.bemiddeling.hulp import (
    TEKST,
    gevraagd,
    kandidaat_van,
    toegestemd,
    voorgedragen,
    voorgeselecteerd,
    werkgever_van,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, trek_toestemming_in
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import actions, ontmoetingen
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht
from werklandschap.samen.bemiddeling.redenen import redenen

pytestmark = pytest.mark.django_db
Status = Voordracht.Status


def open_taken(rij: Voordracht) -> list[str]:
    bronnen = Taak.objects.filter(bron__startswith=f"voordracht:{rij.pk}:", status="open").values_list(
        "bron", flat=True
    )
    return sorted(b.split(":")[2] for b in bronnen)


def test_g8_1_een_voordracht_loopt_van_keuze_tot_besluit_en_elke_stap_staat_er_met_tijd_en_wie() -> None:
    rij = voorgedragen()
    wanneer = timezone.now() + timedelta(days=3)
    ontmoetingen.plan_ontmoeting(voordracht=rij, soort="verkennend", wanneer=wanneer, door=rij.door)
    rij = actions.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=werkgever_van(rij))
    assert [s.naar for s in rij.stappen.all()] == [
        "voorgeselecteerd",
        "gevraagd",
        "toegestemd",
        "voorgedragen",
        "in_gesprek",
        "aangenomen",
    ]
    assert all(s.door is not None and s.tijd <= timezone.now() for s in rij.stappen.all())
    assert controleer(rij.dossier.keten) == []
    assert controleer(rij.werkprofiel.werkgever.keten) == []
    assert open_taken(rij) == ["ontmoeting", "plaatsen", "terugkoppelen"]


def test_g7_5_zonder_ja_van_de_kandidaat_gaat_er_geen_naam_naar_de_werkgever() -> None:
    for rij in (voorgeselecteerd(), gevraagd()):
        werkgever = werkgever_van(rij)
        with pytest.raises(Invoerfout):
            actions.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door)
        assert list(Voordracht.objects.voor(werkgever)) == []
        assert rij.werkprofiel.werkgever.keten.gebeurtenissen.filter(soort__startswith="kandidaat").count() == 0


def test_een_verlopen_toestemming_telt_niet() -> None:
    rij = toegestemd()
    rij.toestemming.tot = timezone.localdate() - timedelta(days=1)
    rij.toestemming.save()
    with pytest.raises(Invoerfout, match="toestemming"):
        actions.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door)
    opnieuw = actions.vraag_kandidaat(voordracht=rij, door=rij.door, wat="Uw naam.")
    assert (opnieuw.status, opnieuw.toestemming.antwoord) == (Status.GEVRAAGD, None)


def test_verloopt_de_toestemming_bij_de_werkgever_dan_is_de_kandidaat_weg_tot_een_nieuw_ja() -> None:
    rij = voorgedragen()
    werkgever = werkgever_van(rij)
    rij.toestemming.tot = timezone.localdate() - timedelta(days=1)
    rij.toestemming.save()
    assert list(Voordracht.objects.voor(werkgever)) == []
    rij = actions.vraag_kandidaat(voordracht=rij, door=rij.door, wat="Uw naam.")
    assert rij.status == Status.VOORGEDRAGEN
    assert list(Voordracht.objects.voor(werkgever)) == []
    actions.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="telefoon", door=rij.door)
    assert list(Voordracht.objects.voor(werkgever)) == [rij]


def test_de_kandidaat_antwoordt_zelf_en_de_stap_volgt() -> None:
    rij = gevraagd()
    ik = kandidaat_van(rij)
    beantwoord_toestemming(toestemming=rij.toestemming, antwoord=True, hoe="mijn", door=ik)
    rij.refresh_from_db()
    assert rij.status == Status.TOEGESTEMD
    assert open_taken(rij) == ["voordragen"]
    assert Taak.objects.get(bron=f"voordracht:{rij.pk}:voordragen").eigenaar == rij.door


def test_een_nee_van_de_kandidaat_stopt_de_voordracht() -> None:
    rij = gevraagd()
    beantwoord_toestemming(toestemming=rij.toestemming, antwoord=False, hoe="mijn", door=kandidaat_van(rij))
    rij.refresh_from_db()
    assert (rij.status, open_taken(rij)) == (Status.AFGEZIEN, [])


def test_intrekken_haalt_de_kandidaat_meteen_weg_bij_de_werkgever_en_noemt_daar_geen_naam() -> None:
    rij = voorgedragen()
    werkgever, ik = werkgever_van(rij), kandidaat_van(rij)
    assert list(Voordracht.objects.voor(werkgever)) == [rij]
    trek_toestemming_in(toestemming=rij.toestemming, door=ik)
    assert list(Voordracht.objects.voor(werkgever)) == []
    rij.refresh_from_db()
    assert rij.status == Status.AFGEZIEN
    spoor = regels(gebeurtenissen_van(rij.werkprofiel.werkgever.keten))
    assert f"Kandidaat voordracht {rij.pk}" in spoor[0].zin
    mens = rij.dossier.werkzoekende
    alles = " ".join(f"{r.titel} {r.zin} {r.wie}" for r in spoor)
    assert not any(deel in alles for deel in (mens.voornaam, mens.achternaam, ik.naam, ik.email))
    assert all(g.door_id != ik.pk for g in rij.werkprofiel.werkgever.keten.gebeurtenissen.all())
    with pytest.raises(GeenRecht):
        actions.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=werkgever)


def test_g7_1_er_gaan_niet_meer_kandidaten_tegelijk_dan_is_afgesproken() -> None:
    rij = voorgedragen()
    profiel = rij.werkprofiel
    profiel.max_voordrachten = 1
    profiel.save()
    ander = Dossierfabriek(werkzoekende__gemeente=profiel.gemeente)
    tweede = actions.voorselecteer(dossier=ander, werkprofiel=profiel, door=rij.door)
    actions.vraag_kandidaat(voordracht=tweede, door=rij.door, wat="Uw naam.")
    actions.leg_antwoord_vast(voordracht=tweede, antwoord=True, hoe="gesprek", door=rij.door)
    with pytest.raises(Invoerfout, match="hooguit 1"):
        actions.draag_voor(voordracht=tweede, introductie=TEKST, door=rij.door)
    actions.besluit_werkgever(voordracht=rij, ja=False, reden="ervaring_mist", toelichting="Te jong.", door=rij.door)
    assert actions.draag_voor(voordracht=tweede, introductie=TEKST, door=rij.door).status == Status.VOORGEDRAGEN


def test_de_werkgever_krijgt_een_termijn_en_de_collega_een_taak_op_die_dag() -> None:
    rij = toegestemd()
    rij.werkprofiel.reactie_dagen = 3
    rij.werkprofiel.save()
    rij = actions.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door)
    dag = timezone.localdate() + timedelta(days=3)
    taak = Taak.objects.get(bron=f"voordracht:{rij.pk}:reactie")
    assert (rij.reactie_voor, taak.voor_op, taak.eigenaar, taak.kant) == (dag, dag, rij.door, "werkgevers")


def test_dubbel_klikken_verandert_niets() -> None:
    rij = voorgedragen()
    gebeurtenissen = rij.dossier.keten.gebeurtenissen.count()
    actions.voorselecteer(dossier=rij.dossier, werkprofiel=rij.werkprofiel, door=rij.door)
    actions.draag_voor(voordracht=rij, introductie="Iets anders", door=rij.door)
    wanneer = timezone.now() + timedelta(days=1)
    een = ontmoetingen.plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=wanneer, door=rij.door)
    assert ontmoetingen.plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=wanneer, door=rij.door) == een
    werkgever = werkgever_van(rij)
    besluit = {"ja": False, "reden": "vaardigheid_mist", "toelichting": "Lassen lukt niet.", "door": werkgever}
    actions.besluit_werkgever(voordracht=rij, **besluit)
    actions.besluit_werkgever(voordracht=rij, **besluit)
    rij.refresh_from_db()
    assert (Voordracht.objects.count(), rij.stappen.count(), rij.introductie) == (1, 6, TEKST)
    soorten = list(rij.dossier.keten.gebeurtenissen.order_by("nummer").values_list("soort", flat=True))[gebeurtenissen:]
    assert [s for s in soorten if not s.startswith("taak.")] == ["voordracht.in_gesprek", "voordracht.afgewezen"]


def test_een_oude_versie_overschrijft_het_werk_van_een_collega_niet() -> None:
    rij = toegestemd()
    oud = rij.versie
    Voordracht.objects.get(pk=rij.pk).wijzig(verwacht=None, reden_keuze="anders")
    with pytest.raises(VerouderdeVersie):
        actions.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door, versie=oud)


def test_g8_4_het_antwoord_komt_met_reden_terug_bij_de_kandidaat_en_in_het_klantbeeld() -> None:
    rij = voorgedragen()
    actions.besluit_werkgever(
        voordracht=rij, ja=False, reden="vaardigheid_mist", toelichting="Lassen lukt nog niet.", door=werkgever_van(rij)
    )
    assert "terugkoppelen" in open_taken(rij)
    zichtbaar = [r.zin for r in regels(gebeurtenissen_van(rij.dossier.keten, voor_betrokkene=True))]
    assert not any("Mist een vaardigheid" in zin for zin in zichtbaar)
    tekst = "De werkgever vond u gemotiveerd. Lassen kunt u nog leren."
    rij = actions.koppel_terug(voordracht=rij, tekst=tekst, door=rij.door, waarnemingen={"vakvaardigheid": 2})
    zichtbaar = [r.zin for r in regels(gebeurtenissen_van(rij.dossier.keten, voor_betrokkene=True))]
    assert tekst in zichtbaar
    waarneming = rij.dossier.waarnemingen.get(aspect="vakvaardigheid")
    assert (waarneming.waarde, waarneming.bron) == (2, "werkgever")
    assert "terugkoppelen" not in open_taken(rij)


def test_na_een_nee_begint_het_pas_opnieuw_als_de_kandidaat_het_weet_en_de_geschiedenis_blijft() -> None:
    rij = voorgedragen()
    actions.besluit_werkgever(voordracht=rij, ja=False, reden="tempo", toelichting="Te druk.", door=rij.door)
    with pytest.raises(Invoerfout, match="Vertel"):
        actions.voorselecteer(dossier=rij.dossier, werkprofiel=rij.werkprofiel, door=rij.door)
    actions.koppel_terug(voordracht=rij, tekst="Het tempo was te hoog.", door=rij.door)
    weer = actions.voorselecteer(dossier=rij.dossier, werkprofiel=rij.werkprofiel, door=rij.door)
    assert (weer.pk, weer.status, weer.toestemming, weer.introductie) == (rij.pk, Status.VOORGESELECTEERD, None, "")
    assert weer.stappen.count() == 6


@pytest.mark.parametrize(
    ("ja", "reden", "toelichting", "veld"),
    [(True, "tempo", "", "reden"), (False, "motivatie", "x", "reden"), (False, "tempo", "", "toelichting")],
)
def test_een_besluit_heeft_een_reden_die_erbij_past(ja: bool, reden: str, toelichting: str, veld: str) -> None:
    rij = voorgedragen()
    with pytest.raises(Invoerfout) as fout:
        actions.besluit_werkgever(voordracht=rij, ja=ja, reden=reden, toelichting=toelichting, door=rij.door)
    assert list(fout.value.fouten) == [veld]


def test_een_ontmoeting_in_het_verleden_wordt_uitgelegd() -> None:
    rij = voorgedragen()
    with pytest.raises(Invoerfout) as fout:
        ontmoetingen.plan_ontmoeting(
            voordracht=rij, soort="verkennend", wanneer=timezone.now() - timedelta(hours=1), door=rij.door
        )
    assert list(fout.value.fouten) == ["wanneer"]
    assert Ontmoeting.objects.count() == 0


def test_de_begeleider_legt_de_ontmoeting_vast_en_het_verslag_blijft_bij_de_gemeente() -> None:
    rij = voorgedragen()
    coach = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=rij.dossier.gemeente)
    afspraak = ontmoetingen.plan_ontmoeting(
        voordracht=rij, soort="meelopen", wanneer=timezone.now() + timedelta(days=1), door=rij.door, begeleider=coach
    )
    assert Taak.objects.get(bron=f"voordracht:{rij.pk}:ontmoeting:{afspraak.pk}").eigenaar == coach
    ontmoetingen.leg_ontmoeting_vast(ontmoeting=afspraak, uitkomst="verder", verslag="Vond het spannend.", door=coach)
    werkgever_leest = " ".join(r.zin for r in regels(gebeurtenissen_van(rij.werkprofiel.werkgever.keten)))
    assert "spannend" not in werkgever_leest
    assert not Taak.objects.filter(bron__contains=":ontmoeting:", status="open").exists()


@pytest.mark.parametrize("rol", [Rol.JOBCOACH, Rol.MANAGER, Rol.BEHEERDER])
def test_andere_rollen_stellen_niemand_voor(rol: Rol) -> None:
    rij = toegestemd()
    collega = Gebruikerfabriek(rol=rol, gemeente=rij.dossier.gemeente)
    with pytest.raises(GeenRecht):
        actions.draag_voor(voordracht=rij, introductie=TEKST, door=collega)
    with pytest.raises(GeenRecht):
        actions.voorselecteer(dossier=rij.dossier, werkprofiel=rij.werkprofiel, door=collega)


def test_een_vreemde_gemeente_kan_niets_met_deze_voordracht() -> None:
    rij = voorgedragen()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    afspraak = Ontmoeting.objects.create(voordracht=rij, soort="verkennend", wanneer=timezone.now())
    pogingen = [
        lambda: actions.voorselecteer(dossier=rij.dossier, werkprofiel=rij.werkprofiel, door=vreemde),
        lambda: actions.vraag_kandidaat(voordracht=rij, door=vreemde, wat="x"),
        lambda: actions.leg_antwoord_vast(voordracht=rij, antwoord=False, hoe="gesprek", door=vreemde),
        lambda: actions.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=vreemde),
        lambda: ontmoetingen.leg_ontmoeting_vast(ontmoeting=afspraak, uitkomst="stop", door=vreemde),
        lambda: actions.trek_in(voordracht=rij, reden="x", door=vreemde),
        lambda: actions.koppel_terug(voordracht=rij, tekst="x", door=vreemde),
        lambda: actions.zet_geplaatst(voordracht=rij, door=vreemde),
    ]
    for poging in pogingen:
        with pytest.raises(GeenRecht):
            poging()
    assert list(Voordracht.objects.voor(vreemde)) == []
    rij.refresh_from_db()
    assert rij.status == Status.VOORGEDRAGEN


def test_een_ander_bedrijf_beslist_niet() -> None:
    rij = voorgedragen()
    ander = werkgever_van(voorgedragen())
    with pytest.raises(GeenRecht):
        actions.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=ander)


def test_x6_een_kandidaat_gaat_ook_naar_een_bedrijf_van_de_buurgemeente() -> None:
    dossier = Dossierfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=Gemeentefabriek(code="9002"))
    rij = actions.voorselecteer(dossier=dossier, werkprofiel=profiel, door=dossier.verantwoordelijke)
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=profiel.gemeente)
    assert list(Voordracht.objects.voor(buur)) == []
    assert list(Voordracht.objects.voor(dossier.verantwoordelijke)) == [rij]


def test_een_jobcoach_zet_een_aangenomen_kandidaat_op_geplaatst() -> None:
    rij = voorgedragen()
    actions.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=rij.door)
    coach = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=rij.dossier.gemeente)
    assert actions.zet_geplaatst(voordracht=rij, door=coach).status == Status.GEPLAATST
    assert actions.zet_geplaatst(voordracht=rij, door=coach).stappen.count() == 6


def test_elke_reden_heeft_een_terugkoppeling_en_alleen_bekende_aspecten() -> None:
    from werklandschap.kern.klantbeeld.catalogus import aspecten

    assert {r.besluit for r in redenen().values()} == {"ja", "nee"}
    for reden in redenen().values():
        assert reden.terugkoppeling
        assert set(reden.aspecten) <= set(aspecten())
