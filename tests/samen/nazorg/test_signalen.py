"""Early warning with its reason, another rhythm, contacts in between, a stand-in, and onward placement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek
from tests.samen.nazorg.test_nazorg import gemeld, ingelogd, met_plan
from tests.samen.plaatsing.hulp import lopend

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.samen.nazorg import actions
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan
from werklandschap.samen.nazorg.signalen import signalen, signalen_van
from werklandschap.samen.plaatsing import besluiten
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db


def van(plan: Nazorgplan) -> list[tuple[str, int]]:
    return [(s.soort, s.zwaarte) for s in signalen(Plaatsing.objects.filter(pk=plan.plaatsing_id))]


def gehouden(plan: Nazorgplan, dagen_terug: int, klant: int | None, werkgever: int | None = None) -> None:
    dag = timezone.localdate() - timedelta(days=dagen_terug)
    Nazorgcontact.objects.create(
        plan=plan, gepland_op=dag, gehouden_op=dag, oordeel_klant=klant, oordeel_werkgever=werkgever
    )


def test_g10_4_een_plaatsing_die_goed_gaat_geeft_geen_signaal() -> None:
    plan = met_plan()
    gehouden(plan, 30, 3, 4)
    gehouden(plan, 10, 4, 4)
    assert van(plan) == []


def test_g10_4_gemiste_contacten_wegen_zwaarder_als_het_er_meer_zijn() -> None:
    plan = met_plan()
    vandaag = timezone.localdate()
    Nazorgcontact.objects.create(plan=plan, gepland_op=vandaag)
    assert van(plan) == []
    Nazorgcontact.objects.create(plan=plan, gepland_op=vandaag - timedelta(days=1))
    assert van(plan) == [("gemist", 2)]
    Nazorgcontact.objects.create(plan=plan, gepland_op=vandaag - timedelta(days=9))
    assert van(plan) == [("gemist", 3)]


@pytest.mark.parametrize(
    ("eerst", "nu", "signaal"),
    [
        (4, 4, []),
        (3, 5, []),
        (5, 4, [("oordeel", 2)]),
        (4, 2, [("oordeel", 3)]),
        (2, 2, [("oordeel", 3)]),
        (1, 2, [("oordeel", 3)]),
        (None, 2, [("oordeel", 3)]),
        (None, 3, []),
        (2, 3, []),
    ],
)
def test_g10_4_een_cijfer_dat_zakt_of_laag_is_valt_op(
    eerst: int | None, nu: int, signaal: list[tuple[str, int]]
) -> None:
    plan = met_plan()
    gehouden(plan, 30, eerst)
    gehouden(plan, 20, None, 4)
    gehouden(plan, 10, nu)
    assert van(plan) == signaal


@pytest.mark.parametrize(("dagen", "ziet"), [(0, True), (90, True), (91, False)])
def test_g10_6_een_contract_of_subsidie_die_afloopt_geeft_de_reden(dagen: int, ziet: bool) -> None:
    tot = timezone.localdate() + timedelta(days=dagen)
    plan = met_plan(tot=tot)
    besluiten.leg_besluit_vast(
        plaatsing=plan.plaatsing, instrument="jobcoach", van=plan.plaatsing.van, tot=tot, door=plan.contactpersoon
    )
    gevonden = signalen(Plaatsing.objects.lopend())
    assert [s.soort for s in gevonden] == (["contract", "subsidie"] if ziet else [])
    assert all(f"{tot.day}" in s.reden for s in gevonden)


def test_g10_3_een_laat_antwoord_en_vaak_problemen_vallen_op() -> None:
    plan = met_plan()
    gemeld(plan.plaatsing, gemeld_op=timezone.now() - timedelta(days=20))
    gemeld(plan.plaatsing)
    assert van(plan) == [("te_laat", 3)]
    gemeld(plan.plaatsing)
    assert van(plan) == [("te_laat", 3), ("vaak", 2)]


def test_een_andere_gemeente_en_een_ander_vast_contact_zien_het_signaal_niet() -> None:
    plan = met_plan()
    gehouden(plan, 5, 1)
    collega = Gebruikerfabriek(gemeente=plan.plaatsing.dossier.gemeente)
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert len(signalen_van(plan.contactpersoon)) == 1
    assert signalen_van(collega) == []
    assert len(signalen_van(collega, van="alle")) == 1
    assert signalen_van(vreemde, van="alle") == []
    pagina = ingelogd(plan.contactpersoon).get(reverse("samen_nazorg:lijst")).content.decode()
    assert "Het cijfer van de klant is laag: 1 van 5." in pagina


@pytest.mark.parametrize("kant", ["werkzoekenden", "werkgevers"])
def test_g10_4_de_tegel_toont_waar_iets_dreigt_met_de_reden_en_alleen_bij_mijn_plaatsingen(kant: str) -> None:
    plan = met_plan()
    gehouden(plan, 5, 1)
    naam, reden = plan.plaatsing.dossier.werkzoekende.naam, "Het cijfer van de klant is laag: 1 van 5."
    tegel = f"/{kant}/nazorg/"
    mijn = ingelogd(plan.contactpersoon).get(tegel).content.decode()
    assert reden in mijn
    assert f'href="{reverse("samen_nazorg:nazorg", args=[plan.plaatsing_id])}"' in mijn
    collega = ingelogd(Gebruikerfabriek(gemeente=plan.plaatsing.dossier.gemeente)).get(tegel).content.decode()
    assert "Bij uw plaatsingen dreigt nu niets." in collega
    assert reden not in collega
    werkgever = ingelogd(Gebruikerfabriek(rol="werkgever", gemeente=None)).get(tegel).content.decode()
    assert [tekst in werkgever for tekst in (reden, naam, "Hier dreigt iets")] == [False] * 3


@pytest.mark.parametrize("adres", ["/nazorg/", "/werkzoekenden/nazorg/"])
def test_de_signalen_kosten_evenveel_queries_bij_meer_plaatsingen(
    zelfde_aantal_queries: Callable[..., None], adres: str
) -> None:
    plan = met_plan()
    ik = plan.contactpersoon

    def maak(aantal: int) -> None:
        for _ in range(min(aantal, 6)):
            rij = Plaatsing.objects.create(
                dossier=plan.plaatsing.dossier,
                werkprofiel=plan.plaatsing.werkprofiel,
                status="loopt",
                van=timezone.localdate(),
                tot=timezone.localdate() + timedelta(days=9),
                uren=Decimal(20),
                functie="Kok",
                door=ik,
            )
            Nazorgplan.objects.create(
                plaatsing=rij, sjabloon="licht", van=rij.van, tot=rij.van + timedelta(days=9), contactpersoon=ik
            )

    maak(6)
    maak(6)  # from ten placements on the tile also shows how long people stay
    zelfde_aantal_queries(ingelogd(ik), adres, maak)


def test_g10_4_een_evaluatie_met_minder_of_meer_plant_de_contacten_opnieuw() -> None:
    plan = met_plan("stevig")
    vandaag = timezone.localdate()
    eerst = plan.contacten.count()
    rij = actions.evalueer(plan=plan, op=vandaag, besluit="minder", verslag="Gaat goed.", door=plan.contactpersoon)
    plan.refresh_from_db()
    assert (rij.besluit, plan.sjabloon) == ("minder", "gewoon")
    assert plan.contacten.filter(gehouden_op__isnull=True).count() < eerst
    assert plan.contacten.filter(gehouden_op=vandaag).count() == 1
    open_taken = Taak.objects.filter(bron__startswith="nazorgcontact:", status="open").values_list("bron", flat=True)
    assert set(open_taken) <= {f"nazorgcontact:{pk}" for pk in plan.contacten.values_list("pk", flat=True)}
    assert open_taken.count() > 0
    actions.wissel_vorm(plan=plan, sjabloon="intensief", door=plan.contactpersoon)
    plan.refresh_from_db()
    assert plan.contacten.filter(gehouden_op__isnull=True).count() > eerst
    with pytest.raises(GeenRecht):
        actions.wissel_vorm(plan=plan, sjabloon="licht", door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))


def test_g10_4_aan_het_einde_van_de_reeks_blijft_de_vorm_staan() -> None:
    plan = met_plan("licht")
    actions.evalueer(plan=plan, op=timezone.localdate(), besluit="minder", verslag="Goed.", door=plan.contactpersoon)
    plan.refresh_from_db()
    assert plan.sjabloon == "licht"


@pytest.mark.parametrize(
    ("besluit", "naar"), [("zo_door", "nazorg"), ("verlengen", "verlengen"), ("stoppen", "stoppen")]
)
def test_g10_4_het_besluit_opent_wat_erbij_hoort(besluit: str, naar: str) -> None:
    plan = met_plan()
    antwoord = ingelogd(plan.contactpersoon).post(
        reverse("samen_nazorg:evaluatie", args=[plan.plaatsing_id]),
        {"op": timezone.localdate().isoformat(), "besluit": besluit, "verslag": "Samen besproken."},
    )
    assert antwoord.headers["Location"] == reverse(f"samen_nazorg:{naar}", args=[plan.plaatsing_id])


def test_een_gesprek_tussendoor_komt_in_hetzelfde_verslag() -> None:
    plan = met_plan()
    client = ingelogd(plan.contactpersoon)
    adres = reverse("samen_nazorg:los_contact", args=[plan.plaatsing_id])
    invoer = {"gehouden_op": timezone.localdate().isoformat(), "met_wie": "werkgever", "verslag": "Belde zelf op."}
    assert client.post(adres, invoer).status_code == 302
    assert "Belde zelf op." in client.get(reverse("samen_nazorg:nazorg", args=[plan.plaatsing_id])).content.decode()
    with pytest.raises(Invoerfout):
        actions.leg_los_contact_vast(
            plan=plan,
            gehouden_op=timezone.localdate() + timedelta(days=1),
            met_wie="klant",
            door=plan.contactpersoon,
        )
    assert plan.contacten.filter(gehouden_op__isnull=False).count() == 1
    assert client.get(reverse("samen_nazorg:vorm", args=[plan.plaatsing_id])).status_code == 200


def test_g10_2_bij_afwezigheid_krijgt_de_vervanger_de_taak() -> None:
    rij = lopend()
    vervanger = Gebruikerfabriek(gemeente=rij.dossier.gemeente)
    rij.door.vervanger, rij.door.afwezig_tot = vervanger, timezone.localdate() + timedelta(days=7)
    rij.door.save()
    plan = actions.maak_nazorgplan(
        plaatsing=rij, sjabloon="licht", van=timezone.localdate(), contactpersoon=rij.door, door=rij.door
    )
    eerste = plan.contacten.earliest("gepland_op")
    assert Taak.objects.get(bron=f"nazorgcontact:{eerste.pk}").eigenaar == vervanger
    assert plan.contactpersoon == rij.door


def test_g10_6_bij_doorplaatsen_komt_dit_werk_in_het_profiel() -> None:
    plan = met_plan()
    rij = plan.plaatsing
    actions.plaats_door(plaatsing=rij, reden="Toe aan meer", door=rij.door)
    werk = rij.dossier.werkzoekende.werkervaring.get()
    assert (werk.functie, werk.werkgever_naam) == (rij.functie, rij.werkprofiel.werkgever.naam)
    assert (werk.van, werk.tot) == (rij.van, timezone.localdate())
