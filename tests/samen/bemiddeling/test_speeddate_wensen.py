"""Wishes of both sides at speed dates: each counts alike, and who says what about whom is guarded."""

from __future__ import annotations

from itertools import product

import pytest
from django.urls import reverse
from tests.fabrieken import Contactpersoonfabriek, Dossierfabriek, Gebruikerfabriek, Gemeentefabriek
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.test_g8_2_speeddates import maak, plekken

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import speeddates
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddatevoorkeur, Speeddatewerkgever
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster
from werklandschap.samen.bemiddeling.speeddate_wensen import zet_bedrijfswensen, zet_wensen

pytestmark = pytest.mark.django_db


def baas_van(werkgever: Speeddatewerkgever) -> Gebruiker:
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=werkgever.werkprofiel.werkgever, account=account)
    return account


def zonder_wensen(**velden: int) -> Speeddate:
    rij = maak(**velden)
    Speeddatevoorkeur.objects.update(wens_kandidaat=0, wens_werkgever=0)
    return rij


@pytest.mark.parametrize(("kandidaat", "werkgever"), list(product((-1, 0, 1, 2), repeat=2)))
def test_g8_2_beide_wensen_tellen_even_zwaar_en_een_liever_niet_is_genoeg(kandidaat: int, werkgever: int) -> None:
    paar = Speeddatevoorkeur(match=300, wens_kandidaat=kandidaat, wens_werkgever=werkgever)
    andersom = Speeddatevoorkeur(match=300, wens_kandidaat=werkgever, wens_werkgever=kandidaat)
    verwacht = 0 if -1 in (kandidaat, werkgever) else 300 + 250 * kandidaat + 250 * werkgever
    assert (paar.waarde, andersom.waarde) == (verwacht, verwacht)


@pytest.mark.parametrize("kant", ["kandidaat", "werkgever"])
def test_g8_2_de_wens_van_elke_kant_bepaalt_wie_elkaar_spreekt(kant: str) -> None:
    rij = zonder_wensen(kandidaten=2, werkgevers=1, rondes=1, max_gesprekken=1, pauze_na="")
    werkgever, (een, ander) = rij.werkgevers.get(), rij.kandidaten.order_by("pk")
    if kant == "kandidaat":
        zet_wensen(kandidaat=ander, wensen={werkgever.pk: 2}, door=rij.ik)
    else:
        zet_bedrijfswensen(werkgever=werkgever, wensen={een.pk: 0, ander.pk: 2}, door=rij.ik)
    uitslag = maak_rooster(speeddate=rij, door=rij.ik)
    assert uitslag is not None
    match = Speeddatevoorkeur.objects.get(kandidaat=ander).match
    assert (uitslag.waarde, uitslag.bewezen) == (match + 500, True)
    assert plekken(rij) == {(ander.pk, werkgever.pk, 1)}
    zet_bedrijfswensen(werkgever=werkgever, wensen={ander.pk: -1}, door=rij.ik)
    rij.refresh_from_db()
    assert rij.verouderd
    maak_rooster(speeddate=rij, door=rij.ik)
    rij.refresh_from_db()
    assert (plekken(rij), rij.verouderd) == ({(een.pk, werkgever.pk, 1)}, False)


def test_g8_2_wensen_staan_op_de_tijdlijn_van_wie_ze_heeft_en_dubbel_bewaren_doet_niets() -> None:
    rij = zonder_wensen(kandidaten=1, werkgevers=1)
    werkgever, kandidaat = rij.werkgevers.get(), rij.kandidaten.get()
    for _ in range(2):
        zet_wensen(kandidaat=kandidaat, wensen={werkgever.pk: 1}, door=rij.ik)
        zet_bedrijfswensen(werkgever=werkgever, wensen={kandidaat.pk: 1}, door=rij.ik)
    van_mens = kandidaat.dossier.keten.gebeurtenissen.filter(soort="speeddate.wensen")
    van_bedrijf = werkgever.werkprofiel.werkgever.keten.gebeurtenissen.filter(soort="speeddate.bedrijfswensen")
    assert (van_mens.count(), van_bedrijf.count()) == (1, 1)
    assert kandidaat.dossier.werkzoekende.achternaam not in str(van_bedrijf.get().gegevens)


def test_g8_2_wie_mag_welke_wens_zetten() -> None:
    rij = zonder_wensen(kandidaten=2, werkgevers=2)
    (werkgever, andere), (mens, ander) = rij.werkgevers.order_by("pk"), rij.kandidaten.order_by("pk")
    zelf, _dossier = inwoner(mens.dossier)
    baas, vreemde = baas_van(werkgever), Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    for door, kandidaat in ((zelf, ander), (baas, mens), (vreemde, mens)):
        with pytest.raises(GeenRecht):
            zet_wensen(kandidaat=kandidaat, wensen={werkgever.pk: 2}, door=door)
    for door, bedrijf in ((zelf, werkgever), (baas, andere), (vreemde, werkgever)):
        with pytest.raises(GeenRecht):
            zet_bedrijfswensen(werkgever=bedrijf, wensen={mens.pk: 2}, door=door)
    zet_wensen(kandidaat=mens, wensen={werkgever.pk: 2}, door=zelf)
    zet_bedrijfswensen(werkgever=werkgever, wensen={mens.pk: 1}, door=baas)
    paar = Speeddatevoorkeur.objects.get(kandidaat=mens, werkgever=werkgever)
    assert (paar.wens_kandidaat, paar.wens_werkgever) == (2, 1)
    with pytest.raises(Invoerfout, match="lijst"):
        zet_bedrijfswensen(werkgever=werkgever, wensen={mens.pk: 9}, door=baas)
    speeddates.begin_ronde(speeddate=rij, ronde=1, door=rij.ik)
    with pytest.raises(Invoerfout, match="begonnen"):
        zet_wensen(kandidaat=mens, wensen={werkgever.pk: 0}, door=zelf)
    zet_wensen(kandidaat=mens, wensen={werkgever.pk: 0}, door=rij.ik)


def test_g8_5_het_bedrijf_wenst_niets_over_wie_geen_ja_zei() -> None:
    rij = zonder_wensen(kandidaten=1, werkgevers=1)
    werkgever = rij.werkgevers.get()
    stil = speeddates.nodig_uit(speeddate=rij, dossier=Dossierfabriek(), door=rij.ik)
    with pytest.raises(GeenRecht):
        zet_bedrijfswensen(werkgever=werkgever, wensen={stil.pk: 2}, door=baas_van(werkgever))


def test_g8_2_een_collega_ziet_wat_de_andere_kant_wenst() -> None:
    rij = zonder_wensen(kandidaten=1, werkgevers=1)
    werkgever, kandidaat = rij.werkgevers.get(), rij.kandidaten.get()
    zet_bedrijfswensen(werkgever=werkgever, wensen={kandidaat.pk: 2}, door=rij.ik)
    client = ingelogd(rij.ik)
    url = reverse("samen_bemiddeling:speeddate_wensen", args=[rij.pk, kandidaat.pk])
    assert "De werkgever zegt: heel graag." in client.get(url).content.decode()
    bij_bedrijf = reverse("samen_bemiddeling:speeddate_bedrijfswensen", args=[rij.pk, werkgever.pk])
    paar = Speeddatevoorkeur.objects.get()
    assert client.post(bij_bedrijf, {f"wens_{paar.pk}": "-1"}).status_code == 302
    paar.refresh_from_db()
    assert (paar.wens_werkgever, paar.waarde) == (-1, 0)
