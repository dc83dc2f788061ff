"""A municipality switches signals and provisions off, changes them and adds its own."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek

from werklandschap.beheer.lijsten import LIJSTEN
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.catalogi import signaalsoorten
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.maatschappelijk_fit import voorzieningen
from werklandschap.werkzoekende.maatschappelijk_fit.actions import doe_voorzieningencheck, maak_voorzieningtaken
from werklandschap.werkzoekende.melding.actions import meld_signaal
from werklandschap.werkzoekende.melding.queries import signalen_van

pytestmark = pytest.mark.django_db
WACHTLIJST = {
    "actief": "on",
    "naam": "Wacht op zorg",
    "herkenning": "Vertelt iemand over wachten op hulp?",
    "neutrale_tekst": "Deze persoon wacht ergens op.",
    "actie": "Bel de zorgmakelaar",
    "termijn_dagen": "3",
    "tip": "Vraag wat in de tussentijd helpt.",
    "ernst": "aandacht",
    "gevoelig": "gezondheid",
}


@pytest.fixture
def beheerder() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.BEHEERDER)


@pytest.fixture
def als_beheerder(beheerder: Gebruiker) -> Client:
    client = Client()
    client.force_login(beheerder)
    return client


def adres(*args: str) -> str:
    return reverse("beheer:lijstrij", args=args)


def gemeente_van(gebruiker: Gebruiker) -> Gemeente:
    return Gemeente.objects.get(pk=gebruiker.gemeente_id)


def codes(gemeente: Gemeente | None) -> set[str]:
    return {soort.code for soort in signaalsoorten(gemeente)}


def test_w1_3_een_eigen_signaal_met_actie_en_termijn(als_beheerder: Client, beheerder: Gebruiker) -> None:
    fout = als_beheerder.post(adres("signalen", "nieuw"), {**WACHTLIJST, "actie": ""})
    assert fout.status_code == 422
    assert "Bel de zorgmakelaar" not in fout.content.decode()
    assert als_beheerder.post(adres("signalen", "nieuw"), WACHTLIJST).status_code == 302
    code = "eigen_wacht_op_zorg"
    assert codes(gemeente_van(beheerder)) - codes(None) == {code}
    dossier = Dossierfabriek()
    assert dossier.gemeente_id == beheerder.gemeente_id
    dossier.gemeente.refresh_from_db()
    meld_signaal(dossier=dossier, code=code, door=dossier.verantwoordelijke)
    taak = Taak.objects.get()
    assert (taak.titel, (taak.voor_op - timezone.localdate()).days) == ("Deze persoon wacht ergens op.", 3)
    (regel,) = signalen_van(dossier, dossier.verantwoordelijke)
    assert (regel.tekst, regel.tip) == (WACHTLIJST["naam"], WACHTLIJST["tip"])
    (neutraal,) = signalen_van(dossier, Gebruikerfabriek(rol=Rol.MANAGER))
    assert (neutraal.tekst, neutraal.tip) == (WACHTLIJST["neutrale_tekst"], "")


def test_w1_3_een_signaal_van_een_andere_gemeente_bestaat_hier_niet(als_beheerder: Client) -> None:
    als_beheerder.post(adres("signalen", "nieuw"), WACHTLIJST)
    elders = Gemeentefabriek(code="9002")
    assert codes(elders) == codes(None)
    dossier = Dossierfabriek(gemeente=elders, verantwoordelijke=Gebruikerfabriek(gemeente=elders))
    with pytest.raises(Invoerfout):
        meld_signaal(dossier=dossier, code="eigen_wacht_op_zorg", door=dossier.verantwoordelijke)


def test_w1_3_een_signaal_aanpassen_en_uitzetten(als_beheerder: Client, beheerder: Gebruiker) -> None:
    (soort,) = [s for s in signaalsoorten() if s.code == "laaggeletterdheid"]
    velden = {
        **{naam: getattr(soort, naam) for naam in ("naam", "herkenning", "neutrale_tekst", "actie", "tip")},
        "termijn_dagen": 5,
    }
    als_beheerder.post(adres("signalen", soort.code), {**velden, "actief": "on"})
    gemeente = gemeente_van(beheerder)
    assert gemeente.eigen_lijsten["signalen"][soort.code] == {"termijn_dagen": 5, "actief": True}
    (eigen,) = [s for s in signaalsoorten(gemeente) if s.code == soort.code]
    assert (eigen.termijn_dagen, eigen.actie) == (5, soort.actie)
    with override("en"):
        (engels,) = [s for s in signaalsoorten(gemeente) if s.code == soort.code]
        assert engels.naam == "Trouble reading and writing"
    als_beheerder.post(adres("signalen", soort.code), velden)
    assert soort.code not in codes(gemeente_van(beheerder))
    assert "uit" in als_beheerder.get(reverse("beheer:lijst", args=["signalen"])).content.decode()


def test_w3_5_een_eigen_voorziening_met_voorwaarden(als_beheerder: Client, beheerder: Gebruiker) -> None:
    pas = {
        "actief": "on",
        "naam": "Fietsfonds",
        "uitleg": "Een tweedehands fiets.",
        "waar": "Loket Noord",
        "bron": "Verordening meedoen, artikel 3",
    }
    zonder = als_beheerder.post(adres("voorzieningen", "nieuw"), pas)
    assert zonder.status_code == 422
    assert "Kies ten minste één voorwaarde." in zonder.content.decode()
    als_beheerder.post(adres("voorzieningen", "nieuw"), {**pas, "v_inkomen_laag": "ja", "v_koopt": "nee"})
    gemeente = gemeente_van(beheerder)

    def uitkomst(**antwoorden: bool) -> str | None:
        return voorzieningen.beoordeel(antwoorden, gemeente).get("eigen_fietsfonds")

    assert uitkomst(inkomen_laag=True, koopt=False) == "kansrijk"
    assert uitkomst(inkomen_laag=True) == "vraag_na"
    assert uitkomst(inkomen_laag=True, koopt=True) == "niet"
    assert uitkomst(aow=True) is None
    dossier = Dossierfabriek()
    dossier.gemeente.refresh_from_db()
    ik = dossier.verantwoordelijke
    check = doe_voorzieningencheck(dossier=dossier, antwoorden={"inkomen_laag": True, "koopt": False}, door=ik)
    assert check.uitkomsten["eigen_fietsfonds"] == "kansrijk"
    maak_voorzieningtaken(dossier=dossier, codes=["eigen_fietsfonds"], door=ik)
    assert Taak.objects.get().toelichting == "Bij: Loket Noord."


def test_w3_5_een_voorziening_uitzetten(als_beheerder: Client, beheerder: Gebruiker) -> None:
    assert len(voorzieningen.voorzieningen()) >= 20
    product = voorzieningen.voorzieningen()["stadspas"]
    velden = {naam: getattr(product, naam) for naam in ("naam", "uitleg", "waar", "bron")}
    als_beheerder.post(adres("voorzieningen", "stadspas"), velden)
    gemeente = gemeente_van(beheerder)
    assert "stadspas" not in voorzieningen.voorzieningen(gemeente)
    assert "stadspas" not in voorzieningen.beoordeel(dict.fromkeys(voorzieningen.vragen(), True), gemeente)


def test_alleen_een_beheerder_en_alleen_bekende_lijsten(als_beheerder: Client) -> None:
    client = Client()
    client.force_login(Gebruikerfabriek())
    for code in LIJSTEN:
        assert client.get(reverse("beheer:lijst", args=[code])).status_code == 403
        assert client.post(adres(code, "nieuw"), WACHTLIJST).status_code == 403
        assert als_beheerder.get(reverse("beheer:lijst", args=[code])).status_code == 200
    assert als_beheerder.get(reverse("beheer:lijst", args=["bestaat-niet"])).status_code == 404
    assert als_beheerder.get(adres("signalen", "bestaat_niet")).status_code == 404
