"""Agreeing to a placement and reporting a problem, from both sides."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.hulp import kandidaat_van, voorgedragen
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.plaatsing.hulp import klant_van, lopend, werkgever_van

from werklandschap.regelingen.bsn import maak_test_bsn
from werklandschap.samen.nazorg import problemen
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing.models import Plaatsing

pytestmark = pytest.mark.django_db


def plaatsing(status: str = "voorbereiding") -> Plaatsing:
    rij = voorgedragen()
    return Plaatsing.objects.create(
        voordracht=rij,
        dossier=rij.dossier,
        werkprofiel=rij.werkprofiel,
        status=status,
        van=timezone.localdate() + timedelta(days=7),
        uren=24,
        functie="Medewerker bakkerij",
        door=rij.door,
    )


def test_g9_1_werkgever_en_klant_gaan_zelf_akkoord() -> None:
    werk = plaatsing()
    klant, bedrijf = ingelogd(kandidaat_van(werk.voordracht)), ingelogd(bedrijf_van(werk.voordracht))
    assert "Ik ga akkoord" in klant.get("/mijn/").content.decode()
    assert "Ik ga akkoord" in bedrijf.get("/bedrijf/").content.decode()
    klant.post(reverse("portaal:mijn_akkoord", args=[werk.pk]))
    bedrijf.post(reverse("portaal:bedrijf_akkoord", args=[werk.pk]))
    werk.refresh_from_db()
    assert werk.akkoord_klant_op == werk.akkoord_werkgever_op == timezone.localdate()
    assert "Ik ga akkoord" not in klant.get("/mijn/").content.decode()
    assert "Ik ga akkoord" not in bedrijf.get("/bedrijf/").content.decode()


@pytest.mark.parametrize("kant", ["mijn", "bedrijf"])
def test_g10_3_een_probleem_melden_en_wat_u_typte_blijft_staan(kant: str) -> None:
    werk = plaatsing("loopt")
    client = ingelogd(kandidaat_van(werk.voordracht) if kant == "mijn" else bedrijf_van(werk.voordracht))
    url = reverse(f"portaal:{kant}_probleem", args=[werk.pk])
    assert client.get(url).status_code == 200
    fout = client.post(url, {"soort": "", "urgentie": "snel", "tekst": "De oven is te heet"})
    assert fout.status_code == 422
    assert "De oven is te heet" in fout.content.decode()
    goed = client.post(url, {"soort": "ruzie", "urgentie": "snel", "tekst": "Het botst met een collega"})
    assert goed.headers["Location"] == f"/{kant}/"
    probleem = Probleem.objects.get()
    assert probleem.gemeld_door_wie == ("klant" if kant == "mijn" else "werkgever")


def test_een_ander_komt_niet_bij_dit_werk() -> None:
    werk = plaatsing("loopt")
    vreemde, _dossier = inwoner()
    paren = [(ingelogd(vreemde), "mijn"), (ingelogd(bedrijf_van(voorgedragen())), "bedrijf")]
    for client, kant in paren:
        assert client.post(reverse(f"portaal:{kant}_akkoord", args=[werk.pk])).status_code == 404
        assert client.get(reverse(f"portaal:{kant}_probleem", args=[werk.pk])).status_code == 404
    eigen = ingelogd(kandidaat_van(werk.voordracht))
    assert eigen.get(reverse("portaal:bedrijf_probleem", args=[werk.pk])).status_code == 403


@pytest.mark.parametrize("kant", ["klant", "werkgever"])
def test_g10_3_wie_meldde_leest_de_termijn_en_het_antwoord_en_de_ander_niets(
    kant: str, django_capture_on_commit_callbacks: Any
) -> None:
    rij = lopend()
    klant, werkgever = klant_van(rij), werkgever_van(rij)
    account, ander = (klant, werkgever) if kant == "klant" else (werkgever, klant)
    naam = {"klant": "portaal:mijn_probleem", "werkgever": "portaal:bedrijf_probleem"}
    url = reverse(naam[kant], args=[rij.pk])
    client = ingelogd(account)
    client.post(url, {"soort": "ruzie", "urgentie": "snel", "tekst": "Het botst in de ploeg."})
    probleem = Probleem.objects.get()
    assert "U hoort van ons voor" in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        problemen.beantwoord_probleem(probleem=probleem, antwoord="Morgen kom ik.", opgelost=False, door=rij.door)
    pagina = client.get(url).content.decode()
    assert ("Het botst in de ploeg." in pagina, "Morgen kom ik." in pagina) == (True, True)
    (bericht,) = mail.outbox
    assert bericht.to == [account.email]
    assert ("eigen pagina" in bericht.body, "Morgen" in bericht.body) == (True, False)
    andere = reverse(naam["werkgever" if kant == "klant" else "klant"], args=[rij.pk])
    gelezen = ingelogd(ander).get(andere).content.decode()
    assert ("botst" in gelezen, "Morgen" in gelezen) == (False, False)


def test_g10_3_wie_belde_zonder_account_krijgt_het_antwoord_per_mail(django_capture_on_commit_callbacks: Any) -> None:
    rij = lopend()
    mens = rij.dossier.werkzoekende
    mens.email = "klant@inwoner.test"
    mens.save()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    for wie in ("klant", "werkgever", "professional"):
        velden = {"soort": "vraag", "urgentie": "gewoon", "tekst": "Vraag.", "gemeld_door_wie": wie}
        probleem = problemen.meld_probleem(plaatsing=rij, kanaal="telefoon", door=rij.door, **velden)
        with django_capture_on_commit_callbacks(execute=True):
            problemen.beantwoord_probleem(probleem=probleem, antwoord=f"Voor {wie}.", opgelost=True, door=rij.door)
    gestuurd = [(b.to[0], b.body.splitlines()[-1]) for b in mail.outbox]
    assert gestuurd == [("klant@inwoner.test", "Voor klant."), ("baas@bedrijf.test", "Voor werkgever.")]


def test_g10_3_het_antwoord_aan_de_werkgever_noemt_niets_dat_die_niet_mag_weten() -> None:
    rij = lopend()
    baas = werkgever_van(rij)
    velden = {"soort": "vraag", "urgentie": "gewoon", "tekst": "Vraag.", "door": baas, "gemeld_door_wie": "werkgever"}
    probleem = problemen.meld_probleem(plaatsing=rij, **velden)
    client = ingelogd(rij.door)
    url = reverse("samen_nazorg:probleem", args=[probleem.pk])
    invoer = {"antwoord": "Er zijn schulden. Wij helpen.", "opgelost": "on"}
    fout = client.post(url, invoer)
    assert fout.status_code == 422
    assert "Er zijn schulden. Wij helpen." in fout.content.decode()
    assert "Zet dan hier een vinkje" in fout.content.decode()
    probleem.refresh_from_db()
    assert (probleem.antwoord, probleem.beantwoord_op) == ("", None)
    assert client.post(url, {**invoer, "waarschuwing_gelezen": "on"}).status_code == 302
    bsn = {"antwoord": f"BSN {maak_test_bsn(7)}", "waarschuwing_gelezen": "on"}
    assert client.post(url, bsn).status_code == 422
