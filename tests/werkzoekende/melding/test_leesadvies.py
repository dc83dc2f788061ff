"""An open signal about reading makes the language of letters plainer, until a colleague knows better."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkzoekendefabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.berichten.sjablonen import sjabloon_met, voorzet
from werklandschap.kern.dossiers.actions import kies_leesniveau
from werklandschap.kern.dossiers.leesniveau import niveau_van
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.melding.actions import handel_signaal_af, meld_signaal
from werklandschap.werkzoekende.melding.models import Signaal

pytestmark = pytest.mark.django_db
# Fit for B1, too long a sentence for A2.
GEWOON = "Wij willen graag met u praten over het werk dat u zoekt."


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek()


def dossier_met(ik: Gebruiker, niveau: str, *signalen: str) -> Dossier:
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, taalniveau=niveau)
    dossier: Dossier = Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)
    for code in signalen:
        meld_signaal(dossier=dossier, code=code, door=ik)
    return dossier


def vers(dossier: Dossier) -> Werkzoekende:
    return Werkzoekende.objects.get(pk=dossier.werkzoekende_id)


@pytest.mark.parametrize(
    ("niveau", "signalen", "uitkomst"),
    [
        ("B1", (), "B1"),
        ("B1", ("laaggeletterdheid",), "A2"),
        ("B2", ("licht_verstandelijke_beperking",), "A2"),
        ("A1", ("laaggeletterdheid",), "A1"),
        ("B1", ("kinderen_in_knel",), "B1"),
    ],
)
def test_w1_2_een_signaal_over_lezen_maakt_brieven_eenvoudiger_en_nooit_moeilijker(
    ik: Gebruiker, niveau: str, signalen: tuple[str, ...], uitkomst: str
) -> None:
    dossier = dossier_met(ik, niveau)
    for code in signalen:
        Signaal.objects.create(dossier=dossier, code=code, gezien_door=ik)
    assert niveau_van(vers(dossier)).niveau == uitkomst


def test_w1_2_de_controle_en_de_brief_volgen_het_signaal_en_zeggen_waarom(client: Client, ik: Gebruiker) -> None:
    dossier = dossier_met(ik, "B1", "laaggeletterdheid")
    client.force_login(ik)
    adres = reverse("berichten:schrijf", args=[dossier.pk])
    pagina = client.get(f"{adres}?sjabloon=gemist")
    tekst = pagina.content.decode()
    assert "Schrijf op niveau A2." in tekst
    assert "Deze persoon krijgt uitleg liever in een gesprek." in tekst
    assert "Moeite met lezen en schrijven" not in tekst
    assert pagina.context["formulier"].initial["tekst"].startswith("Dag ")
    bericht = {"manier": "post", "onderwerp": "Gesprek", "tekst": GEWOON, "sjabloon": "leeg"}
    assert "te moeilijk voor deze persoon (niveau A2)" in client.post(adres, bericht).content.decode()
    kies_leesniveau(dossier=dossier, niveau="B1", door=ik)
    assert client.post(adres, bericht).status_code == 302


def test_een_afgehandeld_signaal_telt_niet_meer(ik: Gebruiker) -> None:
    dossier = dossier_met(ik, "B1", "laaggeletterdheid")
    handel_signaal_af(signaal=dossier.signalen.get(), door=ik)
    assert niveau_van(vers(dossier)).niveau == "B1"


def test_een_collega_kiest_anders_en_kan_terug_naar_het_advies(client: Client, ik: Gebruiker) -> None:
    dossier = dossier_met(ik, "B1", "laaggeletterdheid")
    client.force_login(ik)
    adres = reverse("dossiers:leesniveau", args=[dossier.pk])
    pagina = client.get(adres).content.decode()
    assert "Volg het advies: A2" in pagina
    client.post(adres, {"niveau": "B1"})
    assert niveau_van(vers(dossier)).waarom == "Een collega koos dit niveau."
    assert "Schrijf op niveau B1." in client.get(reverse("dossiers:dossier", args=[dossier.pk])).content.decode()
    client.post(adres, {"niveau": ""})
    assert niveau_van(vers(dossier)).niveau == "A2"
    gekozen = Gebeurtenis.objects.filter(keten=dossier.keten, soort="leesniveau.gekozen").order_by("nummer")
    assert [g.gegevens["niveau"] for g in gekozen] == ["B1", "het advies"]
    assert client.post(adres, {"niveau": "C9"}).status_code == 422


def test_een_vreemde_kiest_geen_niveau(ik: Gebruiker) -> None:
    dossier = dossier_met(ik, "B1")
    with pytest.raises(GeenRecht):
        kies_leesniveau(dossier=dossier, niveau="A1", door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    with pytest.raises(Invoerfout):
        kies_leesniveau(dossier=dossier, niveau="C2", door=ik)


def test_de_voorzet_kiest_de_korte_tekst(ik: Gebruiker) -> None:
    sjabloon = sjabloon_met("uitnodiging")
    assert sjabloon is not None
    gewoon, eenvoudig = dossier_met(ik, "B1"), dossier_met(ik, "B1", "laaggeletterdheid")
    assert [voorzet(d, sjabloon, ik, {}).vorm for d in (gewoon, eenvoudig)] == ["B1", "A2"]
