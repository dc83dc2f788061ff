"""Two dossiers become one and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Inzetfabriek,
    Kandidaatgegevensfabriek,
    Metingfabriek,
    Overdrachtfabriek,
    Planfabriek,
    Taakfabriek,
    Toestemmingfabriek,
    Waarnemingfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.gegevens import bsn_zoekwaarde
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.samenvoegen import BLIJVEN_STAAN, verhuizingen, voeg_samen
from werklandschap.kern.profielen.models import Bewijs, Certificaat, Competentieregel, Kandidaatgegevens, Taalbeheersing
from werklandschap.kern.tijdlijn.ketens import controleer, leg_vast
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.bsn import maak_test_bsn

pytestmark = pytest.mark.django_db


@pytest.fixture
def paar() -> tuple[Dossier, Dossier]:
    ik = Gebruikerfabriek()
    return Dossierfabriek(verantwoordelijke=ik), Dossierfabriek(verantwoordelijke=ik)


def vul(dossier: Dossier) -> None:
    """Something on the dossier, the person and the chain."""
    persoon = dossier.werkzoekende
    meting = Metingfabriek(dossier=dossier)
    Waarnemingfabriek(dossier=dossier, meting=meting)
    Planfabriek(dossier=dossier)
    Toestemmingfabriek(dossier=dossier)
    Overdrachtfabriek(dossier=dossier)
    Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke)
    Inzetfabriek(keten=dossier.keten)
    Kandidaatgegevensfabriek(werkzoekende=persoon)
    Competentieregelfabriek(werkzoekende=persoon)
    Certificaat.objects.create(werkzoekende=persoon, code="vca")
    Taalbeheersing.objects.create(werkzoekende=persoon, taal="nld", niveau=3)
    Tegelbezoek.objects.create(
        keten=dossier.keten, kant="werkzoekenden", tegel="diagnostiek", van=timezone.localdate() - timedelta(days=3)
    )
    log_lezing(keten=dossier.keten, door=dossier.verantwoordelijke, onderdeel="dossier")


def alle_rijen() -> dict[str, int]:
    return {m._meta.label: m._base_manager.count() for m in apps.get_models() if m.__module__.startswith("werkland")}


def test_alle_rijen_zijn_er_nog_en_beide_ketens_kloppen(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    vul(blijft)
    vul(vervalt)
    leg_vast(keten=vervalt.keten, soort="taak.gemaakt", door=None, gegevens={"titel": "oud"})
    voor = alle_rijen()
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    na = alle_rijen()
    erbij = {label: na[label] - aantal for label, aantal in voor.items() if na[label] != aantal}
    erbij.pop("profielen.Kandidaatwijziging", None)  # the queue of the search index
    assert erbij == {"tijdlijn.Gebeurtenis": 2, "tijdlijn.Verwerking": 2}
    for dossier in paar:
        assert controleer(Keten.objects.get(dossier=dossier)) == []
    oud = Dossier.objects.select_related("keten").get(pk=vervalt.pk)
    assert (oud.status, oud.samengevoegd_in, oud.keten.verder_in) == (
        Dossier.Status.SAMENGEVOEGD,
        blijft,
        blijft.keten,
    )
    for model in ("waarnemingen", "metingen", "toestemmingen", "overdrachten", "plannen"):
        assert (getattr(blijft, model).count(), getattr(vervalt, model).count()) == (2, 0), model
    assert sorted(blijft.plannen.values_list("nummer", flat=True)) == [1, 2]
    assert (blijft.keten.taken.count(), blijft.keten.bezoeken.count()) == (2, 2)
    assert blijft.keten.bezoeken.filter(tot__isnull=True).count() == 1


def test_elke_verwijzing_van_het_huis_verhuist_mee() -> None:
    """A new table that points at a dossier, person or chain is found without anybody adding it here."""
    wijzen = {
        (model, veld.name)
        for model in apps.get_models(include_auto_created=True)
        for veld in model._meta.concrete_fields
        if veld.remote_field is not None and veld.remote_field.model in {Dossier, Werkzoekende, Keten}
    }
    gevonden = {(v.model, v.veld.name) for soort in (Dossier, Werkzoekende, Keten) for v in verhuizingen(soort)}
    gemist = {f"{m._meta.label}.{veld}" for m, veld in wijzen - gevonden if m not in BLIJVEN_STAAN}
    assert gemist == set()


def test_dezelfde_competentie_houdt_het_bewijs_van_allebei(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    een = Competentieregelfabriek(werkzoekende=blijft.werkzoekende, niveau=2)
    ander = Competentieregelfabriek(werkzoekende=vervalt.werkzoekende, niveau=4, competentie=een.competentie)
    for regel in (een, ander):
        Bewijs.objects.create(regel=regel, soort="gezien", niveau=regel.niveau, datum=timezone.localdate())
    los = Competentieregelfabriek(werkzoekende=vervalt.werkzoekende)
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    assert set(blijft.werkzoekende.competenties.all()) == {een, los}
    assert sorted(een.bewijzen.values_list("niveau", flat=True)) == [2, 4]
    assert Competentieregel.objects.filter(pk=ander.pk).exists()


def test_kandidaatgegevens_vullen_elkaar_aan(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    Kandidaatgegevensfabriek(werkzoekende=blijft.werkzoekende, uren_min=16, grenzen={"tillen": 1})
    Kandidaatgegevensfabriek(
        werkzoekende=vervalt.werkzoekende, uren_min=24, uren_max=32, grenzen={"tillen": 3, "lawaai": 2}
    )
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    samen = Kandidaatgegevens.objects.get(werkzoekende=blijft.werkzoekende)
    assert (samen.uren_min, samen.uren_max, samen.grenzen) == (16, 32, {"tillen": 1, "lawaai": 2})


def test_kandidaatgegevens_verhuizen_als_de_ander_ze_niet_heeft(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    Kandidaatgegevensfabriek(werkzoekende=vervalt.werkzoekende, uren_max=20)
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    assert [(k.werkzoekende, k.uren_max) for k in Kandidaatgegevens.objects.all()] == [(blijft.werkzoekende, 20)]


def test_per_veld_wordt_gekozen_en_wat_week_staat_in_de_gebeurtenis(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    Werkzoekende.objects.filter(pk=blijft.werkzoekende.pk).update(telefoon="0611111111", plaats="", achternaam="Een")
    Werkzoekende.objects.filter(pk=vervalt.werkzoekende.pk).update(
        telefoon="0622222222", plaats="Elders", achternaam="Twee", geboortedatum=date(1980, 1, 2)
    )
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={"achternaam": "vervalt"}, door=blijft.verantwoordelijke)
    persoon = Werkzoekende.objects.get(pk=blijft.werkzoekende.pk)
    assert (persoon.achternaam, persoon.telefoon, persoon.plaats) == ("Twee", "0611111111", "Elders")
    assert persoon.zoeknaam.endswith("twee")
    geweken = blijft.keten.gebeurtenissen.get(soort="dossier.samengevoegd").gegevens["geweken"]
    assert (geweken["achternaam"], geweken["telefoon"]) == ("Een", "0622222222")


def test_bsn_en_account_gaan_mee(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    persoon = vervalt.werkzoekende
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    persoon.bsn, persoon.bsn_zoekwaarde = maak_test_bsn(3), bsn_zoekwaarde(vervalt.gemeente, maak_test_bsn(3))
    persoon.account = inwoner
    persoon.save()
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    nieuw = Werkzoekende.objects.get(pk=blijft.werkzoekende.pk)
    assert (nieuw.bsn, nieuw.account) == (maak_test_bsn(3), inwoner)
    assert set(Dossier.objects.voor(inwoner)) == {blijft}


def test_twee_verschillende_bsns_zijn_twee_mensen(paar: tuple[Dossier, Dossier]) -> None:
    for nummer, dossier in enumerate(paar):
        zoek = bsn_zoekwaarde(dossier.gemeente, maak_test_bsn(nummer))
        Werkzoekende.objects.filter(pk=dossier.werkzoekende.pk).update(bsn_zoekwaarde=zoek)
    with pytest.raises(Invoerfout):
        voeg_samen(blijft=paar[0], vervalt=paar[1], keuzes={}, door=paar[0].verantwoordelijke)
    assert Dossier.objects.filter(status=Dossier.Status.OPEN).count() == 2


def test_wie_eerder_opging_gaat_mee_door(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    eerder = Dossierfabriek(verantwoordelijke=blijft.verantwoordelijke)
    voeg_samen(blijft=vervalt, vervalt=eerder, keuzes={}, door=blijft.verantwoordelijke)
    voeg_samen(blijft=blijft, vervalt=vervalt, keuzes={}, door=blijft.verantwoordelijke)
    eerder.refresh_from_db()
    assert (eerder.samengevoegd_in, Keten.objects.get(dossier=eerder).verder_in) == (blijft, blijft.keten)


def test_samenvoegen_vraagt_schrijfrecht_in_dezelfde_gemeente(paar: tuple[Dossier, Dossier]) -> None:
    blijft, vervalt = paar
    elders = Dossierfabriek(werkzoekende__gemeente=Gemeentefabriek(code="9002"))
    pogingen: list[dict[str, Any]] = [
        {"blijft": blijft, "vervalt": elders, "door": blijft.verantwoordelijke},
        {"blijft": blijft, "vervalt": vervalt, "door": elders.verantwoordelijke},
        {"blijft": blijft, "vervalt": vervalt, "door": Gebruikerfabriek(rol=Rol.MANAGER)},
    ]
    for poging in pogingen:
        with pytest.raises(GeenRecht):
            voeg_samen(keuzes={}, **poging)
