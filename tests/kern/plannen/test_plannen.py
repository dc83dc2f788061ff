"""The plan: versions, agreement, steps, pages and paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader
from tests.fabrieken import (
    Doelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Planfabriek,
    Stapfabriek,
    Waarnemingfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.plannen import actions, queries
from werklandschap.kern.plannen.leerdoel import hulp_bij_leerdoel
from werklandschap.kern.plannen.models import Plan, Stap
from werklandschap.kern.plannen.sjablonen import plansjablonen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.leesbaarheid import flesch_douma

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    return Dossierfabriek(verantwoordelijke=ik, werkzoekende__account=Gebruikerfabriek(rol=Rol.INWONER))


@pytest.fixture
def plan(dossier: Dossier, ik: Gebruiker) -> Plan:
    return actions.nieuw_plan(dossier=dossier, door=ik, perspectief="Ik wil weer in het groen werken.")


def test_w2_5_van_eigen_woorden_naar_akkoord(plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    inwoner = dossier.werkzoekende.account
    assert inwoner is not None
    with pytest.raises(Invoerfout):
        actions.stel_voor_aan_klant(plan=plan, door=ik)
    with pytest.raises(Invoerfout):
        actions.geef_akkoord(plan=plan, door=inwoner, hoe="mijn")
    actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren op tijd te komen")
    actions.stel_voor_aan_klant(plan=plan, door=ik)
    for wie, hoe in ((ik, "mijn"), (inwoner, "gesprek"), (Gebruikerfabriek(rol=Rol.INWONER), "mijn")):
        with pytest.raises(GeenRecht):
            actions.geef_akkoord(plan=plan, door=wie, hoe=hoe)
    actions.geef_akkoord(plan=plan, door=inwoner, hoe="mijn", reactie="Goed zo")
    plan.refresh_from_db()
    assert (plan.status, plan.akkoord_op, plan.akkoord_hoe) == ("akkoord", timezone.localdate(), "mijn")
    with pytest.raises(Invoerfout):
        actions.voeg_doel_toe(plan=plan, door=ik, tekst="Nog een doel")
    assert controleer(dossier.keten) == []


def test_de_klant_kan_vragen_om_een_ander_plan(plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren fietsen")
    actions.stel_voor_aan_klant(plan=plan, door=ik)
    inwoner = dossier.werkzoekende.account
    assert inwoner is not None
    actions.vraag_aanpassing(plan=plan, door=inwoner, reactie="Fietsen kan ik al")
    plan.refresh_from_db()
    assert (plan.status, plan.reactie_klant) == ("concept", "Fietsen kan ik al")
    assert Taak.objects.get(status="open").eigenaar == ik
    actions.geef_akkoord(plan=plan, door=ik, hoe="gesprek")
    assert not Taak.objects.filter(status="open").exists()


def test_een_nieuwe_versie_neemt_open_doelen_mee(plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    af = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Af doel")
    actions.rond_doel_af(doel=af, door=ik, gehaald=True)
    open_doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Open doel")
    morgen = timezone.localdate() + timedelta(days=1)
    gedaan = actions.voeg_stap_toe(doel=open_doel, door=ik, tekst="Gedaan")
    actions.rond_stap_af(stap=gedaan, door=ik)
    belofte = actions.voeg_stap_toe(doel=open_doel, door=ik, tekst="Bellen", wie="professional", voor_op=morgen)
    nieuw = actions.nieuwe_versie(plan=plan, door=ik)
    plan.refresh_from_db()
    assert (plan.status, nieuw.nummer, nieuw.perspectief) == ("vervangen", 2, plan.perspectief)
    assert [(d.tekst, [s.tekst for s in d.stappen.all()]) for d in nieuw.doelen.all()] == [("Open doel", ["Bellen"])]
    assert plan.doelen.count() == 2
    assert Taak.objects.filter(status="open").count() == 1
    with pytest.raises(Invoerfout):
        actions.rond_stap_af(stap=belofte, door=ik)
    with pytest.raises(Invoerfout):
        actions.nieuwe_versie(plan=plan, door=ik)
    wat = [(v.wat, v.was, v.nu) for v in queries.verschillen(plan, nieuw)]
    assert wat == [("Doel gaat niet mee", "Af doel (Gehaald)", "")]


def test_stappen_van_de_professional_worden_taken_die_van_de_klant_niet(plan: Plan, ik: Gebruiker) -> None:
    doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren bellen")
    morgen = timezone.localdate() + timedelta(days=1)
    actions.voeg_stap_toe(doel=doel, door=ik, tekst="Zelf bellen", voor_op=morgen)
    assert not Taak.objects.exists()
    stap = actions.voeg_stap_toe(doel=doel, door=ik, tekst="Nummer opzoeken", wie="professional", voor_op=morgen)
    assert Taak.objects.get().voor_op == morgen
    actions.rond_stap_af(stap=stap, door=ik)
    assert Taak.objects.get().status == "klaar"


def test_een_doel_stoppen_stopt_zijn_stappen_en_alles_blijft_staan(plan: Plan, ik: Gebruiker) -> None:
    doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren koken")
    stap = actions.voeg_stap_toe(doel=doel, door=ik, tekst="Recept kiezen")
    actions.rond_doel_af(doel=doel, door=ik, gehaald=False)
    stap.refresh_from_db()
    assert (stap.status, stap.doel.status) == ("gestopt", "gestopt")
    with pytest.raises(Invoerfout):
        actions.voeg_stap_toe(doel=doel, door=ik, tekst="Nog iets")


@pytest.mark.parametrize("vertrouwen", [0, 11])
def test_vertrouwen_gaat_van_1_tot_10(plan: Plan, ik: Gebruiker, vertrouwen: int) -> None:
    doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren")
    with pytest.raises(Invoerfout) as fout:
        actions.voeg_stap_toe(doel=doel, door=ik, tekst=" ", vertrouwen=vertrouwen)
    assert set(fout.value.fouten) == {"tekst", "vertrouwen"}


def test_de_klant_rondt_alleen_eigen_stappen_af(plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren")
    eigen = actions.voeg_stap_toe(doel=doel, door=ik, tekst="Zelf")
    ander = actions.voeg_stap_toe(doel=doel, door=ik, tekst="Gemeente", wie="professional")
    inwoner = dossier.werkzoekende.account
    assert inwoner is not None
    actions.rond_stap_af(stap=eigen, door=inwoner, resultaat="Ging vanzelf")
    with pytest.raises(GeenRecht):
        actions.rond_stap_af(stap=ander, door=inwoner)
    with pytest.raises(GeenRecht):
        actions.rond_stap_af(stap=ander, door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert Stap.objects.get(status="gedaan").resultaat == "Ging vanzelf"


def test_wie_het_eerst_bewaart_wint(plan: Plan, ik: Gebruiker) -> None:
    actions.wijzig_plan(plan=plan, door=ik, versie=1, perspectief="Een")
    with pytest.raises(VerouderdeVersie):
        actions.wijzig_plan(plan=plan, door=ik, versie=1, perspectief="Twee")
    plan.refresh_from_db()
    assert plan.perspectief == "Een"


@pytest.mark.parametrize(
    "tekst",
    ["Ik wil 10 sollicitaties versturen", "Een baan vinden", "Mijn rijbewijs halen", "Altijd op tijd komen"],
)
def test_w5_4_een_prestatiedoel_krijgt_een_voorstel(tekst: str) -> None:
    advies = hulp_bij_leerdoel(tekst)
    assert advies is not None
    assert advies.reden
    assert hulp_bij_leerdoel(advies.voorstel) is None


@pytest.mark.parametrize("tekst", ["Leren op tijd te komen", "Ik oefen met bellen", "Meer rust in huis", ""])
def test_w5_4_een_leerdoel_krijgt_geen_opmerking(tekst: str) -> None:
    assert hulp_bij_leerdoel(tekst) is None


@pytest.fixture
def mijn(client: Client, ik: Gebruiker) -> Client:
    client.force_login(ik)
    return client


def adres(naam: str, dossier: Dossier, *args: object) -> str:
    return reverse(f"plannen:{naam}", args=[dossier.pk, *args])


def test_een_plan_maken_via_de_pagina(mijn: Client, dossier: Dossier) -> None:
    assert "Maak het plan" in mijn.get(adres("plan", dossier)).content.decode()
    mijn.post(adres("bewaar", dossier), {"perspectief": "Werken in het groen"})
    doel = {"tekst": "Een baan vinden", "soort": "leren", "aspect": ""}
    eerst = mijn.post(adres("doel_toevoegen", dossier), doel)
    assert eerst.status_code == 200
    assert "Kan het ook als leerdoel?" in eerst.content.decode()
    assert not dossier.plannen.get().doelen.exists()
    mijn.post(adres("doel_toevoegen", dossier), {**doel, "gezien": doel["tekst"]})
    plan = dossier.plannen.get()
    assert [d.tekst for d in plan.doelen.all()] == ["Een baan vinden"]
    stap = mijn.post(adres("stap_toevoegen", dossier, plan.doelen.get().pk), {"tekst": "", "wie": "klant"})
    assert stap.status_code == 422
    mijn.post(adres("stap_toevoegen", dossier, plan.doelen.get().pk), {"tekst": "CV maken", "wie": "klant"})
    mijn.post(adres("akkoord", dossier), {"hoe": "gesprek", "op": timezone.localdate().isoformat()})
    tekst = mijn.get(adres("plan", dossier)).content.decode()
    for deel in ("Werken in het groen", "CV maken", "Akkoord", "Maak een nieuwe versie"):
        assert deel in tekst


def test_een_oude_versie_staat_naast_de_nieuwe(mijn: Client, plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    actions.nieuwe_versie(plan=plan, door=ik)
    tekst = mijn.get(adres("plan", dossier), {"versie": "1"}).content.decode()
    assert "Dit is een oude versie" in tekst
    assert mijn.get(adres("plan", dossier), {"versie": "99"}).status_code == 200


def test_w2_5_het_plan_op_papier(mijn: Client, plan: Plan, dossier: Dossier, ik: Gebruiker) -> None:
    doel = actions.voeg_doel_toe(plan=plan, door=ik, tekst="Leren *plannen* #niet opmaken")
    actions.voeg_stap_toe(doel=doel, door=ik, tekst="Agenda kopen", voor_op=timezone.localdate())
    antwoord = mijn.get(adres("pdf", dossier))
    assert antwoord["Content-Type"] == "application/pdf"
    tekst = " ".join(p.extract_text() for p in PdfReader(BytesIO(antwoord.content)).pages)
    for deel in ("Plan van aanpak", "Agenda kopen", "*plannen* #niet", "weer in het groen"):
        assert deel in " ".join(tekst.split())


def test_een_vreemde_ziet_het_plan_niet(client: Client, plan: Plan, dossier: Dossier) -> None:
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    for naam in ("plan", "pdf"):
        assert client.get(adres(naam, dossier)).status_code == 404
    assert client.post(adres("nieuwe_versie", dossier)).status_code == 404


def test_stappen_van_een_ander_dossier_zijn_niet_te_bereiken(mijn: Client, plan: Plan, dossier: Dossier) -> None:
    vreemd = Stapfabriek(doel__plan__dossier=Dossierfabriek())
    assert mijn.post(adres("stap_afronden", dossier, vreemd.pk), {"resultaat": ""}).status_code == 404
    vreemd.refresh_from_db()
    assert vreemd.status == "open"


def test_de_pagina_kost_altijd_evenveel_queries(
    mijn: Client, dossier: Dossier, zelfde_aantal_queries: Callable[..., None]
) -> None:
    plan = Planfabriek(dossier=dossier)

    def maak(aantal: int) -> None:
        for _n in range(aantal):
            Stapfabriek(doel=Doelfabriek(plan=plan), voor_op=timezone.localdate())

    zelfde_aantal_queries(mijn, adres("plan", dossier), maak)


def test_w2_5_een_voorbeeld_vult_het_plan_met_doelen_en_stappen(
    client: Client, plan: Plan, dossier: Dossier, ik: Gebruiker
) -> None:
    client.force_login(ik)
    adres = reverse("plannen:sjabloon", args=[dossier.pk])
    assert client.post(adres, {"sjabloon": ""}).status_code == 422
    client.post(adres, {"sjabloon": "geld_op_orde"})
    assert [d.tekst for d in plan.doelen.all()] == ["Ik weet wat er in en uit gaat", "Ik krijg wat mij toekomt"]
    stappen = Stap.objects.filter(doel__plan=plan)
    assert all(stap.voor_op and stap.voor_op > timezone.localdate() for stap in stappen)
    assert Taak.objects.filter(bron__startswith="stap:").count() == stappen.filter(wie="professional").count() == 2
    nog_eens = client.post(adres, {"sjabloon": "geld_op_orde"})
    assert nog_eens.status_code == 422
    assert plan.doelen.count() == 2


def test_w2_5_elk_voorbeeld_past_in_een_plan_ook_in_het_engels(dossier: Dossier, ik: Gebruiker) -> None:
    with override("en"):
        engels = {s.code: s for s in plansjablonen()}
    assert len(engels) >= 8
    plan = actions.nieuw_plan(dossier=dossier, door=ik)
    for sjabloon in plansjablonen():
        assert actions.gebruik_sjabloon(plan=plan, code=sjabloon.code, door=ik) == len(sjabloon.doelen)
        teksten = [tekst for d in sjabloon.doelen for tekst in (d["tekst"], *(s["tekst"] for s in d["stappen"]))]
        assert flesch_douma(". ".join(teksten)) >= 60, sjabloon.code
        assert [len(d["stappen"]) for d in engels[sjabloon.code].doelen] == [len(d["stappen"]) for d in sjabloon.doelen]


def test_w2_5_van_het_klantbeeld_naar_een_doel_over_dat_onderwerp(mijn: Client, dossier: Dossier, plan: Plan) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=1)
    Waarnemingfabriek(dossier=dossier, aspect="zrm_huisvesting", waarde=5)
    planpad = reverse("plannen:plan", args=[dossier.pk])
    beeld = mijn.get(reverse("klantbeeld:klantbeeld", args=[dossier.pk])).content.decode()
    assert f'href="{planpad}?aspect=zrm_financien#nieuw-doel"' in beeld
    assert "?aspect=zrm_huisvesting#nieuw-doel" not in beeld
    pagina = mijn.get(planpad, {"aspect": "zrm_financien"}).content.decode()
    assert re.search(r'<option value="zrm_financien"\s+selected', pagina)
    Plan.objects.update(status=Plan.Status.AKKOORD)
    assert "Maak eerst een nieuwe versie" in mijn.get(planpad, {"aspect": "zrm_financien"}).content.decode()
    assert "Maak eerst een nieuwe versie" not in mijn.get(planpad).content.decode()


def test_w2_5_wat_gehaald_gedaan_of_gestopt_is_blijft_op_de_pagina_na_een_nieuwe_versie(
    mijn: Client, dossier: Dossier, plan: Plan, ik: Gebruiker
) -> None:
    gehaald, loopt = Doelfabriek(plan=plan, tekst="Een fiets regelen"), Doelfabriek(plan=plan, tekst="Leren solderen")
    stap = Stapfabriek(doel=loopt, tekst="De werkplaats bellen")
    Stapfabriek(doel=loopt, tekst="Een proefdag doen")
    gestopt = Doelfabriek(plan=plan, tekst="Een cursus bakken")
    for doel in (gehaald, loopt, gestopt):
        doel.plan = plan
    stap.doel = loopt
    actions.rond_stap_af(stap=stap, door=ik, resultaat="Aardige man")
    actions.rond_doel_af(doel=gehaald, door=ik, gehaald=True)
    actions.rond_doel_af(doel=gestopt, door=ik, gehaald=False)
    actions.nieuwe_versie(plan=plan, door=ik)
    pagina = mijn.get(reverse("plannen:plan", args=[dossier.pk])).content.decode()
    eerder = pagina[pagina.index("Uit eerdere versies") :]
    for tekst in ("Een fiets regelen", "Een cursus bakken", "De werkplaats bellen", "Aardige man", "versie 1"):
        assert tekst in eerder
    assert "Een proefdag doen" in pagina
    assert "Een proefdag doen" not in eerder
