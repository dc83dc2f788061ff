"""The matching consultation: numbers until somebody with the right asks, decisions, tasks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Partnerfabriek,
    Partnergebruikerfabriek,
    Regiofabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.indexbestanden import FORMULE
from werklandschap.kern.profielen.models import Werkprofiel, Zoekopdracht
from werklandschap.kern.profielen.zoeklog import in_woorden
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.beheerlog import beheerlog_van
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten, Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.werving import overleg as acties
from werklandschap.werkgever.werving.models import Afweging, Overleg, Overlegkandidaat

pytestmark = pytest.mark.django_db


class Tafel:
    """A meeting of two municipalities and a partner about one job."""

    def __init__(self) -> None:
        self.ik = Gebruikerfabriek(rol=Rol.KLANTMANAGER, naam="Ik")
        gemeente = self.ik.gemeente
        buurgemeente = Gemeentefabriek(code="9002", regio=gemeente.regio)
        self.buur = Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=buurgemeente, naam="Buur")
        self.partner = Partnergebruikerfabriek(
            partnerorganisatie=Partnerfabriek(gemeenten=[gemeente], naam="UWV Proef"), naam="Partner"
        )
        self.profiel: Werkprofiel = Werkprofielfabriek(
            werkgever__gemeente=gemeente, titel="Orderpicker", start=timezone.localdate() + timedelta(days=200)
        )
        kan, leert = Competentiefabriek(label="inpakken"), Competentiefabriek(label="heftruck rijden")
        Eisfabriek(werkprofiel=self.profiel, competentie=kan, niveau=2)
        Eisfabriek(werkprofiel=self.profiel, competentie=leert, niveau=3)
        self.dossier: Dossier = Dossierfabriek(
            werkzoekende__gemeente=gemeente,
            werkzoekende__achternaam="Geheimenaam",
            werkzoekende__telefoon="0699988877",
            verantwoordelijke=self.ik,
            hulpvraag="Ik heb schulden en een depressie",
        )
        Kandidaatgegevensfabriek(werkzoekende=self.dossier.werkzoekende)
        Competentieregelfabriek(werkzoekende=self.dossier.werkzoekende, competentie=kan, niveau=4)
        self.overleg: Overleg = acties.plan_overleg(
            naam="Logistiek maart",
            wanneer=timezone.now() + timedelta(days=3),
            werkprofielen=[self.profiel],
            deelnemers=[self.buur, self.partner],
            door=self.ik,
        )

    def ingebracht(self) -> Overlegkandidaat:
        return acties.breng_in(overleg=self.overleg, werkprofiel=self.profiel, dossier=self.dossier, door=self.ik)


@pytest.fixture
def tafel() -> Tafel:
    return Tafel()


def test_x2_de_score_die_wordt_ingebracht_staat_als_zoekvraag_in_het_logboek(tafel: Tafel) -> None:
    tafel.ingebracht()
    opdracht = Zoekopdracht.objects.get()
    assert (opdracht.doel, opdracht.door, opdracht.aantal) == ("score", tafel.ik, 1)
    assert (opdracht.werkprofiel, opdracht.werkzoekende) == (tafel.profiel, tafel.dossier.werkzoekende)
    assert in_woorden(opdracht).waarmee.startswith(f"Rekenregels versie {FORMULE}. Uit de gegevens zelf")
    assert in_woorden(opdracht).waarom == "Een keuze vastleggen met de score erbij"


def blad(client: Client, wie: Gebruiker, overleg: Overleg) -> str:
    client.force_login(wie)
    antwoord = client.get(reverse("werkgever_werving:overleg", args=[overleg.pk]))
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def test_g7_3_een_kandidaat_is_een_nummer_tot_iemand_die_mag_het_vraagt(client: Client, tafel: Tafel) -> None:
    kandidaat = tafel.ingebracht()
    assert tafel.ingebracht() == kandidaat
    for wie in (tafel.ik, tafel.buur, tafel.partner):
        tekst = blad(client, wie, tafel.overleg)
        assert "Kandidaat 1" in tekst
        assert "inpakken" in tekst
        for geheim in ("Geheimenaam", "0699988877", "schulden", "depressie", tafel.dossier.werkzoekende.voornaam):
            assert geheim not in tekst
    for vreemd in (tafel.buur, tafel.partner):
        client.force_login(vreemd)
        url = reverse("werkgever_werving:overleg_naam", args=[tafel.overleg.pk, kandidaat.pk])
        assert client.post(url).status_code == 403
        with pytest.raises(GeenRecht):
            acties.toon_naam(kandidaat=kandidaat, door=vreemd)
    client.force_login(tafel.ik)
    client.post(reverse("werkgever_werving:overleg_naam", args=[tafel.overleg.pk, kandidaat.pk]))
    assert "Geheimenaam" in blad(client, tafel.ik, tafel.overleg)
    assert "Geheimenaam" not in blad(client, tafel.buur, tafel.overleg)
    assert Lezing.objects.filter(keten=tafel.dossier.keten, door=tafel.ik, onderdeel="matchingsoverleg").count() == 1


def test_g7_3_een_besluit_van_een_partner_wordt_een_taak_van_wie_inbracht(client: Client, tafel: Tafel) -> None:
    kandidaat = tafel.ingebracht()
    client.force_login(tafel.partner)
    url = reverse("werkgever_werving:overleg_besluit", args=[tafel.overleg.pk, kandidaat.pk])
    p = f"k{kandidaat.pk}"
    client.post(url, {f"{p}-besluit": "voordragen", f"{p}-toelichting": "Begin met een rondleiding"})
    kandidaat.refresh_from_db()
    assert (kandidaat.besluit, kandidaat.besloten_door) == ("voordragen", tafel.partner)
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.titel) == (tafel.ik, "Vraag de kandidaat: Orderpicker")
    assert "rondleiding" in taak.toelichting
    assert controleer(Keten.objects.get(pk=tafel.dossier.keten_id)) == []


def test_g7_3_niet_voor_dit_werk_vraagt_een_reden_die_bij_de_persoon_blijft(client: Client, tafel: Tafel) -> None:
    kandidaat = tafel.ingebracht()
    with pytest.raises(Invoerfout):
        acties.besluit(kandidaat=kandidaat, besluit="niet", door=tafel.buur)
    acties.besluit(kandidaat=kandidaat, besluit="niet", reden="eerst_leren", door=tafel.buur)
    assert Afweging.objects.get().reden == "eerst_leren"
    client.force_login(tafel.ik)
    lijst = client.get(reverse("werkgever_werving:kandidaten", args=[tafel.profiel.pk])).content.decode()
    assert "Niet voorgedragen: Moet eerst iets leren" in lijst


def test_g7_3_een_besluit_dat_niet_kan_blijft_staan_zoals_u_het_typte(client: Client, tafel: Tafel) -> None:
    kandidaat = tafel.ingebracht()
    client.force_login(tafel.buur)
    url = reverse("werkgever_werving:overleg_besluit", args=[tafel.overleg.pk, kandidaat.pk])
    p = f"k{kandidaat.pk}"
    pagina = client.post(url, {f"{p}-besluit": "niet", f"{p}-toelichting": "Eerst de reis regelen"})
    assert pagina.status_code == 422
    (_profiel, (regel,)) = pagina.context["groepen"][0]
    assert regel.formulier.errors
    assert "Eerst de reis regelen" in pagina.content.decode()
    kandidaat.refresh_from_db()
    assert kandidaat.besluit == ""


def test_g7_3_bij_plannen_staan_de_eigen_werkgevers_voorop(client: Client, tafel: Tafel) -> None:
    ik = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=tafel.ik.gemeente)
    mijn = Werkprofielfabriek(werkgever__gemeente=ik.gemeente, werkgever__accountmanager=ik)
    buur = Werkprofielfabriek(werkgever__gemeente=tafel.buur.gemeente)
    client.force_login(ik)
    url = reverse("werkgever_werving:overleg_nieuw")

    def groepen(vraag: str = "") -> list[list[int]]:
        keuzes = client.get(url + vraag).context["formulier"].fields["werkprofielen"].choices
        return [[sleutel for sleutel, _label in rijen] for _kop, rijen in keuzes]

    assert groepen() == [[mijn.pk], [tafel.profiel.pk], [buur.pk]]
    assert groepen(f"?werkprofiel={buur.pk}") == [[buur.pk], [mijn.pk], [tafel.profiel.pk]]


def test_g7_3_na_afronden_verandert_er_niets_meer(tafel: Tafel) -> None:
    kandidaat = tafel.ingebracht()
    with pytest.raises(GeenRecht):
        acties.rond_af(overleg=tafel.overleg, door=tafel.buur)
    acties.rond_af(overleg=tafel.overleg, door=tafel.ik)
    acties.rond_af(overleg=tafel.overleg, door=tafel.ik)
    with pytest.raises(Invoerfout):
        acties.besluit(kandidaat=kandidaat, besluit="uitzoeken", door=tafel.ik)


def test_niemand_brengt_iemand_van_een_andere_gemeente_in(client: Client, tafel: Tafel) -> None:
    with pytest.raises(GeenRecht):
        acties.breng_in(overleg=tafel.overleg, werkprofiel=tafel.profiel, dossier=tafel.dossier, door=tafel.buur)
    ander = Werkprofielfabriek(werkgever__gemeente=tafel.ik.gemeente)
    with pytest.raises(Invoerfout):
        acties.breng_in(overleg=tafel.overleg, werkprofiel=ander, dossier=tafel.dossier, door=tafel.ik)
    client.force_login(tafel.buur)
    url = reverse("werkgever_werving:inbrengen", args=[tafel.profiel.pk])
    assert client.post(url, {"dossier": tafel.dossier.pk, "overleg": tafel.overleg.pk}).status_code == 404


def test_wie_niet_meedoet_ziet_het_overleg_niet(client: Client, tafel: Tafel) -> None:
    tafel.ingebracht()
    ver = Gebruikerfabriek(
        rol=Rol.KLANTMANAGER, gemeente=Gemeentefabriek(code="9009", regio=Regiofabriek(naam="Ver weg"))
    )
    anderen = (
        ver,
        Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=tafel.buur.gemeente),
        Partnergebruikerfabriek(partnerorganisatie=tafel.partner.partnerorganisatie),
        Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None),
    )
    for wie in anderen:
        client.force_login(wie)
        assert client.get(reverse("werkgever_werving:overleg", args=[tafel.overleg.pk])).status_code == 404
    with pytest.raises(Invoerfout):
        acties.plan_overleg(
            naam="x", wanneer=timezone.now(), werkprofielen=[tafel.profiel], deelnemers=[ver], door=tafel.ik
        )


def test_g7_3_plannen_en_inbrengen_in_de_browser(client: Client, tafel: Tafel) -> None:
    client.force_login(tafel.ik)
    url = reverse("werkgever_werving:overleg_nieuw")
    assert "UWV Proef" in client.get(url).content.decode()
    velden = {"naam": "Mei", "werkprofielen": [tafel.profiel.pk], "deelnemers": []}
    voorbij = client.post(url, {**velden, "wanneer": "2026-05-01T10:00"})
    assert "wanneer" in voorbij.context["formulier"].errors
    antwoord = client.post(url, {**velden, "wanneer": f"{timezone.localdate() + timedelta(days=9)}T10:00"})
    rij = Overleg.objects.get(naam="Mei")
    assert antwoord["Location"] == reverse("werkgever_werving:overleg", args=[rij.pk])
    client.post(
        reverse("werkgever_werving:inbrengen", args=[tafel.profiel.pk]),
        {"dossier": tafel.dossier.pk, "overleg": rij.pk},
    )
    kandidaat = rij.kandidaten.get()
    assert (kandidaat.sterk, kandidaat.leren) == (["inpakken"], ["heftruck rijden"])
    client.force_login(tafel.partner)
    assert "Logistiek maart" in client.get("/partner/").content.decode()


def test_g7_3_een_overleg_is_aan_te_passen_tot_het_is_afgerond(client: Client, tafel: Tafel) -> None:
    tafel.ingebracht()
    rij, erbij = tafel.overleg, Werkprofielfabriek(gemeente=tafel.ik.gemeente, werkgever=tafel.profiel.werkgever)
    url = reverse("werkgever_werving:overleg_wijzig", args=[rij.pk])
    pagina = reverse("werkgever_werving:overleg", args=[rij.pk])
    for wie, status in ((tafel.buur, 403), (tafel.partner, 403)):
        client.force_login(wie)
        assert client.get(url).status_code == status
        assert url not in client.get(pagina).content.decode()
    client.force_login(tafel.ik)
    assert url in client.get(pagina).content.decode()
    begin = client.get(url).context["formulier"].initial
    assert (begin["naam"], set(begin["deelnemers"])) == (
        "Logistiek maart",
        {tafel.ik.pk, tafel.buur.pk, tafel.partner.pk},
    )
    dag = timezone.localdate() + timedelta(days=9)
    velden = {"naam": "Logistiek april", "wanneer": f"{dag}T10:00", "versie": begin["versie"]}
    velden |= {"werkprofielen": [erbij.pk], "deelnemers": [tafel.partner.pk]}
    assert client.post(url, velden)["Location"] == pagina
    rij.refresh_from_db()
    assert (rij.naam, timezone.localdate(rij.wanneer)) == ("Logistiek april", dag)
    # Who planned it, and a job about which somebody was brought in, stay.
    assert set(rij.werkprofielen.all()) == {tafel.profiel, erbij}
    assert set(rij.deelnemers.all()) == {tafel.ik, tafel.partner}
    assert client.post(url, velden).status_code == 409
    acties.rond_af(overleg=rij, door=tafel.ik)
    assert client.get(url).status_code == 404
    soorten = [regel.soort for regel in beheerlog_van(rij.gemeente)]
    assert soorten == ["overleg.afgerond", "overleg.gewijzigd", "overleg.gepland"]


def test_het_overleg_kost_steeds_evenveel_queries(client: Client, tafel: Tafel, zelfde_aantal_queries: Any) -> None:
    def maak(aantal: int) -> None:
        for _ in range(aantal):
            dossier = Dossierfabriek(werkzoekende__gemeente=tafel.ik.gemeente)
            Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende)
            acties.breng_in(overleg=tafel.overleg, werkprofiel=tafel.profiel, dossier=dossier, door=tafel.ik)

    client.force_login(tafel.ik)
    zelfde_aantal_queries(client, reverse("werkgever_werving:overleg", args=[tafel.overleg.pk]), maak)
