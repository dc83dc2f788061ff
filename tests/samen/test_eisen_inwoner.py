"""W7 to W9 as the person lives it: what somebody reads, decides and gets, and what the employer never hears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Werkgeverfabriek, Werkprofielfabriek
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.hulp import TEKST, kandidaat_van, voorgedragen, voorgeselecteerd
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.nazorg.test_nazorg import met_plan
from tests.samen.plaatsing.hulp import klant_van, lopend, voorbereid, werkgever_van

from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.samen.bemiddeling import actions as bemiddeling
from werklandschap.samen.bemiddeling.aanbod import bied_aan
from werklandschap.samen.bemiddeling.begeleiding import noteer_begeleiding
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.ontmoetingen import plan_ontmoeting
from werklandschap.samen.nazorg import actions as nazorg
from werklandschap.samen.nazorg.catalogus import sjablonen
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing import actions as plaatsing
from werklandschap.samen.plaatsing import besluiten
from werklandschap.samen.plaatsing.catalogus import valkuilen, voorbereidingen
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.voorzorg.nieuws import Selectie, maak_nieuws, verstuur_nieuws

pytestmark = pytest.mark.django_db


def lees(client: Client, pad: str) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def over_klant(rij: Plaatsing) -> str:
    """What the person reads on the own time line."""
    return " ".join(f"{r.titel} {r.zin}" for r in regels(gebeurtenissen_van(rij.dossier.keten, voor_betrokkene=True)))


def bij_werkgever(rij: Plaatsing) -> str:
    """Everything that stands on the employer's chain."""
    return " ".join(str(g.gegevens) for g in rij.werkprofiel.werkgever.keten.gebeurtenissen.all())


def test_w7_3_wie_wordt_aangeboden_zegt_eerst_zelf_ja_en_niemand_ziet_een_vacature() -> None:
    account, dossier = inwoner()
    ander, _ander_dossier = inwoner()
    bedrijf = Werkgeverfabriek(gemeente=dossier.gemeente)
    door = dossier.verantwoordelijke
    rij = bied_aan(dossier=dossier, werkgever=bedrijf, functie="Inpakken", reden="Kan dit goed.", door=door)
    assert "Inpakken" not in lees(ingelogd(account), "/mijn/")
    bemiddeling.vraag_kandidaat(voordracht=rij, door=door, wat="Uw naam en wat u kunt.")
    pagina = lees(ingelogd(account), "/mijn/")
    assert f"Wilt u dit werk? Inpakken bij {bedrijf.naam}" in pagina
    assert not bedrijf.keten.gebeurtenissen.filter(soort__startswith="kandidaat.").exists()
    ingelogd(account).post(reverse("portaal:antwoord", args=[dossier.toestemmingen.get().pk]), {"antwoord": "ja"})
    rij.refresh_from_db()
    assert rij.status == Voordracht.Status.TOEGESTEMD
    assert "Inpakken" not in lees(ingelogd(ander), "/mijn/kansen/")
    bemiddeling.draag_voor(voordracht=rij, introductie=TEKST, door=door)
    assert dossier.werkzoekende.naam in lees(ingelogd(bedrijf_van(rij)), "/bedrijf/")


@pytest.mark.parametrize(
    ("ja", "reden", "aspect"), [(True, "leert_snel", "leervermogen"), (False, "tempo", "werktempo")]
)
def test_w7_4_het_besluit_komt_met_uitleg_bij_de_kandidaat_en_in_het_klantbeeld(
    ja: bool, reden: str, aspect: str
) -> None:
    rij = voorgedragen()
    client = ingelogd(kandidaat_van(rij))
    ruw = "Wat de baas er zelf van vond."
    bemiddeling.besluit_werkgever(voordracht=rij, ja=ja, reden=reden, toelichting=ruw, door=bedrijf_van(rij))
    assert Taak.objects.get(bron=f"voordracht:{rij.pk}:terugkoppelen").eigenaar == rij.door
    assert ruw not in lees(client, "/mijn/")
    waarde = {"leervermogen": 5, "werktempo": 2}[aspect]
    bemiddeling.koppel_terug(
        voordracht=rij, tekst="Dit zegt het bedrijf, in gewone woorden.", waarnemingen={aspect: waarde}, door=rij.door
    )
    pagina = lees(client, "/mijn/")
    assert ("Dit zegt het bedrijf, in gewone woorden." in pagina, ruw in pagina) == (True, False)
    waarneming = rij.dossier.waarnemingen.get(aspect=aspect)
    assert (waarneming.bron, waarneming.waarde) == ("werkgever", waarde)


def test_w7_5_de_hulp_is_bij_elke_stap_te_bespreken_en_het_bedrijf_leest_niets() -> None:
    rij, gezegd = voorgeselecteerd(), []

    def bespreek() -> None:
        rij.refresh_from_db()
        gezegd.append(f"Hulp bij {rij.status}")
        noteer_begeleiding(voordracht=rij, voor="samen", tekst=gezegd[-1], vervolg_op=None, door=rij.door)

    bespreek()
    bemiddeling.vraag_kandidaat(voordracht=rij, door=rij.door, wat="Uw naam.")
    bespreek()
    bemiddeling.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="gesprek", door=rij.door)
    bespreek()
    bemiddeling.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door)
    bespreek()
    morgen = timezone.now() + timedelta(days=1)
    plan_ontmoeting(voordracht=rij, soort="meelopen", wanneer=morgen, begeleider=rij.door, door=rij.door)
    bespreek()
    bemiddeling.besluit_werkgever(voordracht=rij, ja=True, reden="motivatie", door=bedrijf_van(rij))
    bespreek()
    pagina = lees(ingelogd(rij.door), reverse("samen_bemiddeling:voordracht", args=[rij.pk]))
    assert len(set(gezegd)) == 6
    assert [zin in pagina for zin in gezegd] == [True] * 6
    baas = ingelogd(bedrijf_van(rij))
    for pad in ("/bedrijf/", reverse("portaal:kandidaat", args=[rij.pk])):
        assert "Hulp bij" not in lees(baas, pad)
    keten = rij.werkprofiel.werkgever.keten
    assert not any("Hulp bij" in str(g.gegevens) for g in keten.gebeurtenissen.all())


@pytest.mark.parametrize("dagen", [60, 300])
def test_w7_6_een_inwoner_kiest_ook_werk_dat_later_begint(dagen: int) -> None:
    account, dossier = inwoner()
    vandaag = timezone.localdate()
    velden = {"status": "open", "opengesteld_op": vandaag, "start": vandaag + timedelta(days=dagen)}
    werk = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente, titel="Hovenier", **velden)
    Werkprofielfabriek(werkgever__gemeente=dossier.gemeente, titel="Kok", **{**velden, "status": "concept"})
    client = ingelogd(account)
    pagina = lees(client, "/mijn/kansen/")
    assert ("Hovenier" in pagina, "Kok" in pagina) == (True, False)
    assert client.post(reverse("portaal:kies", args=[werk.pk])).status_code == 302
    rij = Voordracht.objects.get(dossier=dossier)
    assert (rij.werkprofiel, rij.wil_zelf_op is not None) == (werk, True)


def test_w8_3_elke_valkuil_heeft_een_plan_b_en_op_papier_staat_alleen_wat_gedeeld_mag() -> None:
    rij = voorbereid()
    assert len(valkuilen()) >= 15
    for valkuil in valkuilen():
        assert all((valkuil.signaal, valkuil.voorkomen, valkuil.plan_b, valkuil.wie)), valkuil.code
        plaatsing.voeg_risico_toe(plaatsing=rij, code=valkuil.code, door=rij.door)
    assert rij.risicos.count() == len(valkuilen())
    adres = reverse("samen_plaatsing:overeenkomst", args=[rij.pk])
    for wie in (klant_van(rij), werkgever_van(rij)):
        antwoord = ingelogd(wie).get(adres)
        inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
        tekst = " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages).split())
        staat_er = {v.code: v.naam in tekst for v in valkuilen()}
        assert staat_er == {v.code: v.delen for v in valkuilen()}
    bedrijfspagina = lees(ingelogd(werkgever_van(rij)), "/bedrijf/")
    assert not any(v.naam in bedrijfspagina for v in valkuilen() if not v.delen)


def test_w8_4_het_team_hoort_pas_iets_als_de_medewerker_zegt_wat_het_mag_weten() -> None:
    punten = voorbereidingen()
    assert punten[0].code == "akkoord_delen"
    assert min(p.dagen for p in punten) == punten[0].dagen
    assert {p.dagen < 0 for p in punten} == {True, False}
    rij = voorbereid()
    adres = reverse("samen_plaatsing:voorbereiding", args=[rij.pk])
    klant, baas = klant_van(rij), werkgever_van(rij)
    assert [ingelogd(wie).post(adres, {"klaar": [punten[0].code]}).status_code for wie in (klant, baas)] == [403, 403]
    ingelogd(rij.door).post(adres, {"klaar": [punten[0].code], "versie": rij.versie})
    rij.refresh_from_db()
    assert rij.collegas_voorbereid == [punten[0].code]


@pytest.mark.parametrize("vorm", [s.code for s in sjablonen()])
def test_w9_1_de_klant_leest_welke_nazorg_hoe_lang_en_van_wie_en_nooit_de_kosten(vorm: str) -> None:
    rij = lopend()
    plan = nazorg.maak_nazorgplan(
        plaatsing=rij,
        sjabloon=vorm,
        van=timezone.localdate(),
        contactpersoon=rij.door,
        aanbieder="Coach & Co",
        uren=Decimal(40),
        kosten=Decimal("4321.00"),
        inhoud="Samen de route fietsen.",
        door=rij.door,
    )
    gelezen = over_klant(rij)
    assert rij.door.naam in gelezen
    assert next(s.naam for s in sjablonen() if s.code == vorm) in gelezen
    collega = lees(ingelogd(rij.door), reverse("samen_nazorg:nazorg", args=[rij.pk]))
    assert ("Coach &amp; Co" in collega, "4.321" in collega) == (True, True)
    ritme = [c.gepland_op for c in plan.contacten.order_by("gepland_op")]
    tussen = [(b - a).days for a, b in pairwise(ritme)]
    assert tussen[-1] >= tussen[0]
    for pagina in (lees(ingelogd(klant_van(rij)), "/mijn/"), lees(ingelogd(werkgever_van(rij)), "/bedrijf/")):
        assert ("4321" in pagina, "4.321" in pagina) == (False, False)


def test_w9_2_een_ander_vast_contact_hoort_de_klant_met_naam_reden_en_bereik(
    django_capture_on_commit_callbacks: Any,
) -> None:
    plan = met_plan()
    rij = plan.plaatsing
    mens = rij.dossier.werkzoekende
    mens.email = "klant@inwoner.test"
    mens.save()
    nieuw = Gebruikerfabriek(rol="jobcoach", gemeente=rij.dossier.gemeente, telefoon="0612345678")
    with django_capture_on_commit_callbacks(execute=True):
        nazorg.wissel_contactpersoon(plan=plan, naar=nieuw, reden="Met verlof", door=rij.door)
    (bericht,) = [b for b in mail.outbox if b.to == ["klant@inwoner.test"]]
    assert all(deel in bericht.body for deel in (nieuw.naam, "0612345678", nieuw.email))
    assert rij.werkprofiel.werkgever.naam not in bericht.body
    assert f"{nieuw.naam} neemt het over van {rij.door.naam}. Met verlof" in over_klant(rij)


def test_w9_3_wat_de_klant_meldt_heeft_een_termijn_en_het_bedrijf_hoort_er_niets_van() -> None:
    rij = met_plan().plaatsing
    client = ingelogd(klant_van(rij))
    url = reverse("portaal:mijn_probleem", args=[rij.pk])
    client.post(url, {"soort": "ruzie", "urgentie": "nu", "tekst": "De voorman scheldt."})
    probleem = Probleem.objects.get()
    assert (probleem.gemeld_door_wie, probleem.eigenaar, probleem.kanaal) == ("klant", rij.door, "portaal")
    assert probleem.antwoord_voor > probleem.gemeld_op
    assert Taak.objects.get(bron=f"probleem:{probleem.pk}").eigenaar == rij.door
    assert "scheldt" not in bij_werkgever(rij)
    assert "probleem" not in " ".join(rij.werkprofiel.werkgever.keten.gebeurtenissen.values_list("soort", flat=True))
    assert "scheldt" not in lees(ingelogd(werkgever_van(rij)), "/bedrijf/")


@pytest.mark.parametrize(("cijfer", "taken"), [(1, 1), (2, 1), (3, 0), (5, 0)])
def test_w9_4_het_cijfer_van_de_klant_telt_ook_als_de_werkgever_tevreden_is(cijfer: int, taken: int) -> None:
    plan = met_plan()
    rij = nazorg.evalueer(
        plan=plan,
        op=timezone.localdate(),
        besluit="zo_door",
        verslag="Samen gesproken.",
        oordeel_klant=cijfer,
        oordeel_werkgever=5,
        door=plan.contactpersoon,
    )
    assert Taak.objects.filter(bron=f"nazorgcontact:{rij.pk}:laag", status="open").count() == taken
    assert "Samen teruggekeken" in over_klant(plan.plaatsing)
    assert "Samen gesproken." not in over_klant(plan.plaatsing)


def test_w9_5_geldzorgen_van_de_klant_worden_hulp_en_blijven_weg_bij_de_werkgever() -> None:
    rij = met_plan().plaatsing
    client = ingelogd(klant_van(rij))
    url = reverse("portaal:mijn_probleem", args=[rij.pk])
    client.post(url, {"soort": "geldzorgen", "urgentie": "gewoon", "tekst": "De huur lukt niet meer."})
    probleem = Probleem.objects.get()
    pagina = lees(ingelogd(rij.door), reverse("samen_nazorg:probleem", args=[probleem.pk]))
    assert "Plan een gesprek met schuldhulp. Vertel de werkgever niets." in pagina
    assert "Schuldhulp" in lees(ingelogd(rij.door), "/werkzoekenden/nazorg/")
    baas = lees(ingelogd(werkgever_van(rij)), "/bedrijf/")
    for woord in ("huur", "eldzorgen", "chuldhulp"):
        assert (woord in baas, woord in bij_werkgever(rij)) == (False, False), woord


def test_w9_6_wie_doorgaat_naar_ander_werk_is_weer_te_vinden_met_het_nieuwe_werk_in_het_profiel() -> None:
    plan = met_plan()
    rij = plan.plaatsing
    nazorg.plaats_door(plaatsing=rij, reden="Toe aan meer uren", door=rij.door)
    assert "Wij zoeken samen nieuw werk. Toe aan meer uren" in over_klant(rij)
    assert rij.dossier.werkzoekende.werkervaring.get().functie == rij.functie
    bezoek = rij.dossier.keten.bezoeken.get(tegel="bemiddeling", tot__isnull=True)
    assert bezoek.reden == "Toe aan meer uren"
    profiel = Werkprofielfabriek(werkgever__gemeente=rij.dossier.gemeente)
    opnieuw = bemiddeling.voorselecteer(dossier=rij.dossier, werkprofiel=profiel, door=rij.door)
    assert opnieuw.status == Voordracht.Status.VOORGESELECTEERD


def test_w9_7_nieuws_over_een_wet_noemt_geen_mensen(django_capture_on_commit_callbacks: Callable[..., Any]) -> None:
    rij = lopend()
    mens = rij.dossier.werkzoekende
    mens.email = "klant@inwoner.test"
    mens.save()
    besluiten.leg_besluit_vast(plaatsing=rij, instrument="no-risk", van=rij.van, door=rij.door)
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test", wil_nieuws=True)
    account = Gebruikerfabriek(rol="accountmanager", gemeente=rij.dossier.gemeente)
    with django_capture_on_commit_callbacks(execute=True):
        bericht = maak_nieuws(
            titel="De polis verandert",
            tekst="Vanaf 1 januari.",
            voor=Selectie(instrumenten=["no-risk"]),
            door=account,
        )
        aantal = verstuur_nieuws(bericht=bericht, door=account, adres="https://x.test/")
    assert aantal == 1
    assert not any("klant@inwoner.test" in b.to for b in mail.outbox)
    assert not any(mens.achternaam in f"{b.subject} {b.body}" for b in mail.outbox)
