"""Bringing in a badge: the professional, the resident, and the administrator who says whom to trust (W6.3, W6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Competentiefabriek, Dossierfabriek, Gebruikerfabriek, Gemeentefabriek
from tests.koppelingen.badges.hulp import (
    ADRES,
    SCHOOL1,
    SCHOOL2,
    als_jwt,
    credential,
    publieke_jwk,
    vector,
    vertrouwde_sleutels,
)
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.forms import Competentieformulier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer as controleer_keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.badges import actions
from werklandschap.koppelingen.badges.models import Badge, Uitgever

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november() -> Any:
    with time_machine.travel("2026-11-29T10:00:00+00:00", tick=False):
        yield


@pytest.fixture
def dossier() -> Dossier:
    rij: Dossier = Dossierfabriek()
    rij.werkzoekende.email = ADRES
    rij.werkzoekende.save()
    return rij


def _vertrouw(dossier: Dossier, kenmerk: str = SCHOOL1, sleutel: str = "") -> Uitgever:
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente)
    sleutel = sleutel or (publieke_jwk() if kenmerk == SCHOOL1 else vertrouwde_sleutels()[kenmerk][-1])
    return actions.vertrouw_uitgever(
        gemeente=dossier.gemeente, door=beheerder, naam="ROC Proef", kenmerk=kenmerk, sleutels=sleutel, bron="Website"
    )


def _elders() -> Gemeente:
    rij: Gemeente = Gemeentefabriek(code="9099", naam="Gemeente Elders")
    return rij


def _door(dossier: Dossier) -> Gebruiker:
    assert dossier.verantwoordelijke is not None
    return dossier.verantwoordelijke


def _jwt(**anders: Any) -> bytes:
    return als_jwt(credential(iss=SCHOOL1, **anders))


def _lees_in(dossier: Dossier, inhoud: bytes = b"", **meer: Any) -> Badge:
    return actions.lees_badge_in(dossier=dossier, door=_door(dossier), inhoud=inhoud or _jwt(), **meer)


def test_w6_3_de_professional_leest_een_badge_in_en_ziet_wat_wel_en_niet_is_bewezen(dossier: Dossier) -> None:
    client = ingelogd(_door(dossier))
    pad = f"/dossiers/{dossier.pk}/badges/"
    antwoord = client.post(pad, {"bestand": SimpleUploadedFile("heftruck.png", vector("ob2-signed.png"))})
    badge = Badge.objects.get()
    assert antwoord["Location"] == f"{pad}{badge.pk}/"
    pagina = client.get(antwoord["Location"]).content.decode()
    assert "Niet bewezen" in pagina
    assert "ROC Proef staat niet op de lijst van uitgevers" in pagina
    assert "Zet in het profiel" not in pagina
    _vertrouw(dossier, SCHOOL2)
    client.post(f"{antwoord['Location']}opnieuw/")
    pagina = client.get(antwoord["Location"]).content.decode()
    assert "De handtekening klopt" in pagina
    assert "Ingetrokken of niet" in pagina
    assert "Niet gecontroleerd" in pagina
    badge.refresh_from_db()
    assert badge.stand == "goed"
    dossier.keten.refresh_from_db()
    assert controleer_keten(dossier.keten) == []


def test_w6_4_een_bewezen_badge_verhoogt_het_profiel_met_het_bewijs_erbij(dossier: Dossier) -> None:
    _vertrouw(dossier)
    orders = Competentiefabriek(label="orders verzamelen")
    badge = _lees_in(dossier, _jwt(validUntil="2027-06-01T00:00:00Z"))
    actions.neem_badge_over(badge=badge, door=_door(dossier), competenties=[(orders, 3)])
    regel = dossier.werkzoekende.competenties.get(competentie=orders)
    bewijs = regel.bewijzen.get()
    assert (regel.niveau, bewijs.soort, bewijs.toelichting) == (3, "badge", "Orders verzamelen, ROC Proef")
    assert f"{bewijs.datum}" == "2026-01-15"
    taak = Taak.objects.get(bron=f"badge-einde:{badge.pk}")
    assert f"{taak.voor_op}" == "2027-03-03"
    assert taak.titel == "De badge Orders verzamelen loopt af op 1 juni 2027"


def test_w6_3_een_badge_die_niet_bewezen_is_komt_nooit_in_het_profiel(dossier: Dossier) -> None:
    orders = Competentiefabriek(label="orders verzamelen")
    gevallen = [
        _lees_in(dossier),  # nobody trusts the issuer
        _lees_in(dossier, vector("ob2-hosted.json")),
        _lees_in(dossier, _jwt(validUntil="2026-01-20T00:00:00Z")),
    ]
    uitgever = _vertrouw(dossier)
    daarna = _lees_in(dossier, _jwt(name="Later ingetrokken"))
    assert daarna.stand == "goed"
    actions.haal_uitgever_weg(uitgever=uitgever, door=Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente))
    for badge in [*gevallen, daarna]:
        with pytest.raises(Invoerfout, match="niet bewezen"):
            actions.neem_badge_over(badge=badge, door=_door(dossier), competenties=[(orders, 5)])
    assert not dossier.werkzoekende.competenties.exists()
    keuzes = dict(Competentieformulier(gevonden=[]).fields["bewijs"].choices)  # type: ignore[attr-defined]
    assert "badge" not in keuzes
    assert "certificaat" in keuzes


def test_w6_3_een_badge_die_sinds_de_controle_verliep_telt_niet_meer(dossier: Dossier) -> None:
    _vertrouw(dossier)
    badge = _lees_in(dossier, _jwt(validUntil="2026-12-30T00:00:00Z"))
    assert badge.is_bewezen
    with time_machine.travel("2027-01-02T10:00:00+00:00", tick=False):
        assert not badge.is_bewezen
        pagina = ingelogd(_door(dossier)).get(f"/dossiers/{dossier.pk}/badges/").content.decode()
        assert "Verlopen" in pagina
        with pytest.raises(Invoerfout):
            actions.neem_badge_over(badge=badge, door=_door(dossier), competenties=[(Competentiefabriek(), 3)])


def test_w6_3_een_ander_adres_telt_alleen_als_de_professional_ervoor_instaat(dossier: Dossier) -> None:
    _vertrouw(dossier)
    account, _dossier = inwoner(dossier)
    dossier.werkzoekende.email = "prive@proef.test"
    dossier.werkzoekende.save()
    jwt = _jwt()
    zelf = actions.lees_badge_in(dossier=dossier, door=account, inhoud=jwt, adres=ADRES)
    assert (zelf.stand, zelf.adres) == ("fout", "")
    badge = _lees_in(dossier, jwt, adres=ADRES)
    assert (badge.pk, badge.stand) == (zelf.pk, "goed")
    assert Badge.objects.count() == 1


def test_w6_3_wie_dezelfde_badge_nog_eens_stuurt_raakt_het_ingevulde_adres_niet_kwijt(dossier: Dossier) -> None:
    _vertrouw(dossier)
    vreemd = _jwt(credentialSubject=credential()["credentialSubject"] | {"identifier": [VAN_EEN_ANDER]})
    account, _dossier = inwoner(dossier)

    def stuur() -> str:
        antwoord = ingelogd(account).post("/mijn/badges/", {"bestand": SimpleUploadedFile("b", vreemd)}, follow=True)
        return antwoord.content.decode()

    assert "Deze badge staat op een ander e-mailadres" in stuur()
    assert _lees_in(dossier, vreemd, adres="ander@proef.test").is_bewezen
    assert "Deze badge is echt. Hij is van u." in stuur()
    assert _lees_in(dossier, vreemd).is_bewezen


def test_w6_3_de_inwoner_stuurt_een_badge_en_de_klantmanager_krijgt_een_taak(dossier: Dossier) -> None:
    _vertrouw(dossier)
    account, _dossier = inwoner(dossier)
    client = ingelogd(account)
    antwoord = client.post("/mijn/badges/", {"bestand": SimpleUploadedFile("b.jwt", _jwt())}, follow=True)
    pagina = antwoord.content.decode()
    assert "Deze badge is echt. Hij is van u." in pagina
    badge = Badge.objects.get()
    taak = Taak.objects.get(bron=f"badge:{badge.pk}")
    assert (taak.eigenaar, taak.status) == (dossier.verantwoordelijke, Taak.Status.OPEN)
    actions.neem_badge_over(badge=badge, door=_door(dossier), competenties=[(Competentiefabriek(), 2)])
    taak.refresh_from_db()
    assert taak.status == Taak.Status.KLAAR
    weg = client.post(f"/mijn/badges/{badge.pk}/weg/", follow=True).content.decode()
    assert "staat al in uw profiel" in weg
    assert Badge.objects.exists()


VAN_EEN_ANDER = {
    "type": "IdentityObject",
    "hashed": False,
    "identityHash": "ander@proef.test",
    "identityType": "emailAddress",
}
NIET_BEWEZEN: dict[str, tuple[dict[str, Any], str, str]] = {
    "verlopen": (
        {"validUntil": "2026-02-01T00:00:00Z"},
        "Vraag of er een nieuwe badge is",
        "Vraag uw school of u een nieuwe badge kunt krijgen.",
    ),
    "van_een_ander": (
        {"credentialSubject": credential()["credentialSubject"] | {"identifier": [VAN_EEN_ANDER]}},
        "Lees de badge opnieuw in, met dat adres erbij.",
        "Is dat adres ook van u? Zeg het tegen uw contactpersoon.",
    ),
    "onbekende_uitgever": (
        {"issuer": {"id": "https://elders.test/1", "type": ["Profile"], "name": "Elders"}},
        "Vraag uw beheerder om deze uitgever op de lijst te zetten.",
        "Elders staat niet op de lijst",
    ),
}


@pytest.mark.parametrize("soort", NIET_BEWEZEN)
def test_w6_3_wat_niet_bewezen_is_zegt_wat_er_nu_kan_en_telt_niet_mee(dossier: Dossier, soort: str) -> None:
    anders, voor_de_professional, voor_de_persoon = NIET_BEWEZEN[soort]
    _vertrouw(dossier)
    account, _dossier = inwoner(dossier)
    bestand = SimpleUploadedFile("b.jwt", als_jwt(credential(**anders)))
    zelf = ingelogd(account).post("/mijn/badges/", {"bestand": bestand}, follow=True)
    assert voor_de_persoon in zelf.content.decode()
    assert "beheerder" not in zelf.content.decode()
    assert [str(m.level_tag) for m in zelf.context["messages"]] == ["warning"]
    badge = Badge.objects.get()
    pagina = ingelogd(_door(dossier)).get(f"/dossiers/{dossier.pk}/badges/{badge.pk}/").content.decode()
    assert voor_de_professional in pagina
    assert "Deze badge telt niet mee als bewijs" in pagina
    assert "Zet in het profiel" not in pagina
    with pytest.raises(Invoerfout):
        actions.neem_badge_over(badge=badge, door=_door(dossier), competenties=[(Competentiefabriek(), 2)])
    assert not dossier.werkzoekende.competenties.exists()


def test_w6_3_een_badge_zonder_uitgever_leest_als_een_zin(dossier: Dossier) -> None:
    badge = _lees_in(dossier, vector("ob2-signed-badge-elders.txt"))
    zinnen = " ".join(controle.zin for controle in badge.controles)
    assert "?" not in zinnen
    assert "geen sleutel van deze uitgever" in zinnen


def test_w6_3_een_kapot_bestand_zegt_bij_het_veld_wat_er_mis_is(dossier: Dossier) -> None:
    account, _dossier = inwoner(dossier)
    antwoord = ingelogd(account).post("/mijn/badges/", {"bestand": SimpleUploadedFile("cv.pdf", b"%PDF-1.7")})
    assert antwoord.status_code == 422
    assert "In dit bestand zit geen badge" in antwoord.content.decode()
    assert not Badge.objects.exists()


def test_een_vreemde_leest_geen_badge_in_en_ziet_er_geen(dossier: Dossier) -> None:
    badge = _lees_in(dossier)
    ander_account, ander = inwoner()
    with pytest.raises(GeenRecht):
        actions.lees_badge_in(dossier=dossier, door=ander_account, inhoud=_jwt())
    assert badge.naam not in ingelogd(ander_account).get("/mijn/badges/").content.decode()
    assert ingelogd(ander_account).post(f"/mijn/badges/{badge.pk}/weg/").status_code == 404
    vreemde = Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=_elders())
    assert ingelogd(vreemde).get(f"/dossiers/{dossier.pk}/badges/{badge.pk}/").status_code == 404
    assert ingelogd(_door(ander)).get(f"/dossiers/{ander.pk}/badges/{badge.pk}/").status_code == 404
    assert list(Badge.objects.voor(vreemde)) == []


def test_een_uitgever_geldt_alleen_in_de_eigen_gemeente(dossier: Dossier) -> None:
    elders = Dossierfabriek(werkzoekende__email=ADRES, werkzoekende__gemeente=_elders())
    _vertrouw(elders)
    assert _lees_in(dossier).stand == "onbekend"
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente)
    uitgever = Uitgever.objects.get()
    assert list(Uitgever.objects.voor(beheerder)) == []
    assert ingelogd(beheerder).post(f"/beheer/badge-uitgevers/{uitgever.pk}/weg/").status_code == 404
    with pytest.raises(GeenRecht):
        actions.haal_uitgever_weg(uitgever=uitgever, door=beheerder)


def test_w6_3_de_beheerder_zet_een_uitgever_op_de_lijst_met_de_bron_erbij(client: Client) -> None:
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER)
    client.force_login(beheerder)
    velden = {"naam": "ROC Proef", "kenmerk": SCHOOL2, "bron": "Website, vandaag", "sleutels": "geen sleutel"}
    fout = client.post("/beheer/badge-uitgevers/", velden)
    assert fout.status_code == 422
    assert "Hierin staat geen sleutel" in fout.content.decode()
    velden["sleutels"] = vertrouwde_sleutels()[SCHOOL2][-1]
    assert client.post("/beheer/badge-uitgevers/", velden).status_code == 302
    rij = Uitgever.objects.get()
    assert rij.sleutels[0]["id"] == f"{SCHOOL2}#rs256"
    assert "Website, vandaag" in client.get("/beheer/badge-uitgevers/").content.decode()
    assert "ROC Proef" in client.get("/beheer/logboek/").content.decode()


def test_de_badge_zelf_staat_versleuteld_in_de_database(dossier: Dossier) -> None:
    _lees_in(dossier)
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhoud FROM badges_badge")
        ((ruw,),) = cursor.fetchall()
    assert ruw.startswith("v1:")
    assert Badge.objects.get().inhoud.startswith("eyJ")


def test_de_lijst_van_badges_kost_evenveel_vragen(dossier: Dossier, zelfde_aantal_queries: Callable[..., None]) -> None:
    def maak(aantal: int) -> None:
        for _nummer in range(aantal):
            _lees_in(dossier, _jwt(id=f"urn:badge:{Badge.objects.count()}"))

    zelfde_aantal_queries(ingelogd(_door(dossier)), f"/dossiers/{dossier.pk}/badges/", maak)


def test_een_badge_vraagt_op_zijn_pagina_om_competenties_die_erbij_horen(dossier: Dossier) -> None:
    _vertrouw(dossier)
    esco = Competentiefabriek(label="palletwagen rijden", uri="http://data.europa.eu/esco/skill/proef")
    anders = Competentiefabriek(label="voorraad tellen")
    inhoud = credential(iss=SCHOOL1)
    inhoud["credentialSubject"]["achievement"]["alignment"] = [{"type": ["Alignment"], "targetUrl": esco.uri}]
    badge = _lees_in(dossier, als_jwt(inhoud))
    client = ingelogd(_door(dossier))
    pad = f"/dossiers/{dossier.pk}/badges/{badge.pk}/"
    assert "palletwagen rijden" in client.get(pad).content.decode()
    assert "voorraad tellen" in client.get(f"{pad}?zoek=voorraad").content.decode()
    leeg = client.post(pad, {"zoek": ""})
    assert leeg.status_code == 422
    assert "Kies minstens één competentie" in leeg.content.decode()
    client.post(pad, {"zoek": "voorraad", f"competentie-{anders.code}": "2", f"competentie-{esco.code}": "3"})
    assert {r.competentie.label: r.niveau for r in dossier.werkzoekende.competenties.all()} == {
        "palletwagen rijden": 3,
        "voorraad tellen": 2,
    }
    assert timezone.localdate() - timedelta(days=1) < Badge.objects.get().overgenomen_op  # type: ignore[operator]
