"""IPS: place then train, without selection, with care beside it; and fidelity."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactpersoonfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Partnerfabriek,
    Toestemmingfabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.kandidaat_fit import ips
from werklandschap.werkgever.kandidaat_fit.catalogi import ipsprincipes
from werklandschap.werkgever.kandidaat_fit.models import Ipstraject

pytestmark = pytest.mark.django_db


@pytest.fixture
def coach() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.JOBCOACH)


@pytest.fixture
def zorg(coach: Gebruiker) -> Partnerorganisatie:
    return Partnerfabriek(gemeenten=[coach.gemeente], naam="Zorg Proef", soort="zorg")


def dossier_van(coach: Gebruiker, zorg: Partnerorganisatie | None = None) -> Dossier:
    rij: Dossier = Dossierfabriek(werkzoekende__gemeente=coach.gemeente, verantwoordelijke=coach)
    if zorg is not None:
        Toestemmingfabriek(dossier=rij, soort="delen_partner", voor_wie=zorg.naam)
    return rij


def test_g5_3_ips_vraagt_een_wens_en_toestemming_maar_nooit_of_iemand_klaar_is(
    coach: Gebruiker, zorg: Partnerorganisatie
) -> None:
    zonder = dossier_van(coach)
    with pytest.raises(Invoerfout) as fout:
        ips.start_ips(dossier=zonder, zorgpartner=zorg, wens="In een keuken", door=coach)
    assert "Zorg Proef" in fout.value.fouten["zorgpartner"]
    rij = dossier_van(coach, zorg)
    with pytest.raises(Invoerfout):
        ips.start_ips(dossier=rij, zorgpartner=Partnerfabriek(gemeenten=[coach.gemeente]), wens="x", door=coach)
    ips.start_ips(dossier=rij, zorgpartner=zorg, wens="In een keuken", door=coach)
    with pytest.raises(Invoerfout):
        ips.start_ips(dossier=rij, zorgpartner=zorg, wens="Nog een keer", door=coach)


def test_g5_3_eerst_de_plek_dan_het_leren(client: Client, coach: Gebruiker, zorg: Partnerorganisatie) -> None:
    dossier = dossier_van(coach, zorg)
    werkgever = Werkgeverfabriek(gemeente=coach.gemeente)
    client.force_login(coach)
    url = reverse("werkgever_kandidaat_fit:dossier_ips", args=[dossier.pk])
    client.post(url, {"wens": "In een keuken", "zorgpartner": zorg.pk})
    fout = client.post(url, {"stap": "leren", "tekst": "Snijden"})
    assert "tekst" in fout.context["formulier"].errors
    assert "werkgever" in client.post(url, {"stap": "plek"}).context["formulier"].errors
    client.post(url, {"stap": "zorg"})
    client.post(url, {"stap": "plek", "werkgever": werkgever.pk})
    client.post(url, {"stap": "leren", "tekst": "Snijden, op de plek zelf"})
    rij = Ipstraject.objects.get()
    assert (rij.werkgever, rij.leert, rij.eerste_contact_op) == (
        werkgever,
        "Snijden, op de plek zelf",
        timezone.localdate(),
    )
    assert "Snijden, op de plek zelf" in client.get(url).content.decode()


def test_g5_3_modeltrouw_is_een_meting_naast_wat_de_trajecten_laten_zien(
    client: Client, coach: Gebruiker, zorg: Partnerorganisatie
) -> None:
    for dagen in (10, 50):
        rij = ips.start_ips(dossier=dossier_van(coach, zorg), zorgpartner=zorg, wens="Werk", door=coach)
        Ipstraject.objects.filter(pk=rij.pk).update(
            gestart_op=timezone.localdate() - timedelta(days=dagen), eerste_contact_op=timezone.localdate()
        )
    client.force_login(coach)
    url = reverse("werkgever_kandidaat_fit:ips")
    codes = [p.code for p in ipsprincipes()]
    laag = dict.fromkeys(codes, "4") | {codes[0]: "2"}
    assert "verbeterpunt" in client.post(url, laag).context["formulier"].errors
    client.post(url, {**laag, "verbeterpunt": "Geen dagbesteding meer vooraf"})
    trouw = client.get(url).context["trouw"]
    assert (trouw.totaal, trouw.hoogst) == (4 * 7 + 2, 40)
    assert (trouw.dagen, trouw.binnen_30, trouw.trajecten, trouw.drukste) == (30, 1, 2, 2)


def test_g5_3_wie_van_gezondheid_niets_mag_weten_ziet_geen_ips(
    client: Client, coach: Gebruiker, zorg: Partnerorganisatie
) -> None:
    dossier = dossier_van(coach, zorg)
    werkgever = Werkgeverfabriek(gemeente=coach.gemeente)
    rij = ips.start_ips(dossier=dossier, zorgpartner=zorg, wens="In een keuken", door=coach)
    ips.zet_stap(traject=rij, stap="plek", werkgever=werkgever, door=coach)
    accountmanager = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    buur = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=Gemeentefabriek(code="9002"))
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=werkgever, account=account)
    for wie in (accountmanager, buur, account):
        assert not Ipstraject.objects.voor(wie).exists()
        client.force_login(wie)
        antwoord = client.get(reverse("werkgever_kandidaat_fit:dossier_ips", args=[dossier.pk]))
        assert antwoord.status_code in {403, 404}
    for wie, pad in ((accountmanager, f"/relaties/{werkgever.pk}/"), (account, "/bedrijf/")):
        client.force_login(wie)
        tekst = client.get(pad).content.decode()
        assert "Zorg Proef" not in tekst
        assert "keuken" not in tekst
    zinnen = " ".join(regel.zin for regel in regels(gebeurtenissen_van(dossier.keten)))
    assert "Er is een plek." in zinnen
    for geheim in ("Zorg Proef", "keuken", "IPS"):
        assert geheim not in zinnen
    with pytest.raises(GeenRecht):
        ips.start_ips(dossier=dossier_van(coach, zorg), zorgpartner=zorg, wens="x", door=accountmanager)


def test_de_lijst_met_ips_kost_steeds_evenveel(
    client: Client, coach: Gebruiker, zorg: Partnerorganisatie, zelfde_aantal_queries: Any
) -> None:
    def maak(aantal: int) -> None:
        for _ in range(aantal):
            ips.start_ips(dossier=dossier_van(coach, zorg), zorgpartner=zorg, wens="Werk", door=coach)

    client.force_login(coach)
    zelfde_aantal_queries(client, reverse("werkgever_kandidaat_fit:ips"), maak)


def test_g5_3_wie_het_langst_op_een_werkgever_wacht_staat_bovenaan_op_de_tegel(
    client: Client, coach: Gebruiker, zorg: Partnerorganisatie
) -> None:
    vandaag = timezone.localdate()
    for naam, dagen, contact in (("Nieuw", 3, None), ("Gesproken", 60, vandaag), ("Wachter", 40, None)):
        dossier = dossier_van(coach, zorg)
        dossier.werkzoekende.achternaam = naam
        dossier.werkzoekende.save(update_fields=["achternaam"])
        traject = ips.start_ips(dossier=dossier, zorgpartner=zorg, wens="In een keuken", door=coach)
        begin = vandaag - timedelta(days=dagen)
        Ipstraject.objects.filter(pk=traject.pk).update(gestart_op=begin, eerste_contact_op=contact)
    client.force_login(coach)
    tegel = reverse("landschap:tegel", args=["werkgevers", "kandidaat-fit"])
    pagina = client.get(tegel).content.decode()
    assert pagina.index("Wachter") < pagina.index("Nieuw") < pagina.index("Gesproken")
    assert "zoekt, 40 dagen" in pagina
    assert reverse("werkgever_kandidaat_fit:ips") in pagina
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=coach.gemeente))
    assert "Wachter" not in client.get(tegel).content.decode()
