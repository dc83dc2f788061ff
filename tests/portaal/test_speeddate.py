"""Speed dates on the own page of residents and employers: wishes, talks, answers, and nobody without a yes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from tests.fabrieken import Dossierfabriek, Werkprofielfabriek
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.test_g8_2_speeddates import maak
from tests.samen.bemiddeling.test_speeddate_wensen import baas_van

from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.samen.bemiddeling import speeddates
from werklandschap.samen.bemiddeling.models import Speeddatevoorkeur
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster

pytestmark = pytest.mark.django_db


def test_w7_2_een_inwoner_geeft_wensen_leest_het_rooster_en_zegt_zelf_hoe_het_was() -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    kandidaat, paar = rij.kandidaten.get(), Speeddatevoorkeur.objects.get()
    account, _dossier = inwoner(kandidaat.dossier)
    client = ingelogd(account)
    url = reverse("portaal:mijn_speeddate", args=[rij.pk])
    assert f'href="{url}"' in client.get("/mijn/").content.decode()
    pagina = client.get(url).content.decode()
    assert "Het rooster is er nog niet." in pagina
    assert "van 1000" not in pagina
    assert client.post(url, {f"wens_{paar.pk}": "2", "grens": "1"}).status_code == 302
    paar.refresh_from_db()
    kandidaat.refresh_from_db()
    assert (paar.wens_kandidaat, kandidaat.grens) == (2, 1)
    maak_rooster(speeddate=rij, door=rij.ik)
    afspraak = rij.afspraken.get()
    bedrijf = paar.werkgever.werkprofiel.werkgever.naam
    assert bedrijf in client.get(url).content.decode()
    antwoord = reverse("portaal:mijn_speeddate_antwoord", args=[rij.pk, afspraak.pk])
    assert "Dit gesprek komt nog." in client.post(antwoord, {"antwoord": "ja"}, follow=True).content.decode()
    speeddates.begin_ronde(speeddate=rij, ronde=afspraak.ronde, door=rij.ik)
    client.post(antwoord, {"antwoord": "ja"})
    afspraak.refresh_from_db()
    assert (afspraak.zegt_kandidaat, afspraak.zegt_werkgever, afspraak.gesproken) == ("ja", "", True)


def test_g8_2_een_werkgever_kiest_zelf_en_leest_niet_wat_de_kandidaat_zei() -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    werkgever, kandidaat = rij.werkgevers.get(), rij.kandidaten.get()
    client = ingelogd(baas_van(werkgever))
    url = reverse("portaal:bedrijf_speeddate", args=[werkgever.pk])
    assert f'href="{url}"' in client.get("/bedrijf/").content.decode()
    client.post(url, {f"wens_{Speeddatevoorkeur.objects.get().pk}": "1"})
    assert Speeddatevoorkeur.objects.get().wens_werkgever == 1
    maak_rooster(speeddate=rij, door=rij.ik)
    afspraak = rij.afspraken.get()
    speeddates.begin_ronde(speeddate=rij, ronde=afspraak.ronde, door=rij.ik)
    speeddates.leg_gesprek_vast(afspraak=afspraak, zegt_kandidaat="nee", door=rij.ik)
    pagina = client.get(url).content.decode()
    assert kandidaat.dossier.werkzoekende.naam in pagina
    assert 'aria-pressed="true"' not in pagina
    client.post(reverse("portaal:bedrijf_speeddate_antwoord", args=[werkgever.pk, afspraak.pk]), {"antwoord": "ja"})
    afspraak.refresh_from_db()
    assert (afspraak.zegt_kandidaat, afspraak.zegt_werkgever) == ("nee", "ja")


def test_g8_5_de_werkgever_ziet_alleen_wie_ja_zei_en_na_intrekken_is_de_naam_meteen_weg() -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    werkgever, kandidaat = rij.werkgevers.get(), rij.kandidaten.get()
    stil = speeddates.nodig_uit(speeddate=rij, dossier=Dossierfabriek(), door=rij.ik)
    maak_rooster(speeddate=rij, door=rij.ik)
    speeddates.begin_ronde(speeddate=rij, ronde=1, door=rij.ik)
    speeddates.leg_gesprek_vast(afspraak=rij.afspraken.get(), gesproken=True, door=rij.ik)
    client = ingelogd(baas_van(werkgever))
    url = reverse("portaal:bedrijf_speeddate", args=[werkgever.pk])
    pagina = client.get(url).content.decode()
    assert kandidaat.dossier.werkzoekende.naam in pagina
    assert stil.dossier.werkzoekende.achternaam not in pagina
    trek_toestemming_in(toestemming=kandidaat.toestemming, door=rij.ik)
    assert kandidaat.dossier.werkzoekende.achternaam not in client.get(url).content.decode()
    afspraak = rij.afspraken.get()
    antwoord = reverse("portaal:bedrijf_speeddate_antwoord", args=[werkgever.pk, afspraak.pk])
    assert client.post(antwoord, {"antwoord": "ja"}).status_code == 403
    afspraak.refresh_from_db()
    assert afspraak.zegt_werkgever == ""


def test_een_ander_komt_niet_op_de_pagina_van_dit_bedrijf_of_deze_inwoner() -> None:
    rij = maak(kandidaten=1, werkgevers=2)
    een, ander = rij.werkgevers.order_by("pk")
    maak_rooster(speeddate=rij, door=rij.ik)
    client = ingelogd(baas_van(een))
    assert client.get(reverse("portaal:bedrijf_speeddate", args=[ander.pk])).status_code == 404
    bij_ander = ander.afspraken.get()
    url = reverse("portaal:bedrijf_speeddate_antwoord", args=[een.pk, bij_ander.pk])
    assert client.post(url, {"antwoord": "ja"}).status_code == 404
    vreemde, _dossier = inwoner()
    url = reverse("portaal:mijn_speeddate", args=[rij.pk])
    assert [ingelogd(vreemde).get(url).status_code, client.get(url).status_code] == [404, 403]


@pytest.mark.parametrize("kant", ["mijn", "bedrijf"])
def test_de_pagina_kost_evenveel_queries(zelfde_aantal_queries: Callable[..., None], kant: str) -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    werkgever, kandidaat = rij.werkgevers.get(), rij.kandidaten.get()
    maak_rooster(speeddate=rij, door=rij.ik)

    def meer(aantal: int) -> None:
        for _ in range(min(aantal, 5)):
            if kant == "mijn":
                bij = rij.werkgevers.create(werkprofiel=Werkprofielfabriek(werkgever__gemeente=rij.gemeente))
                Speeddatevoorkeur.objects.create(kandidaat=kandidaat, werkgever=bij)
                continue
            toestemming = kandidaat.toestemming
            mens = rij.kandidaten.create(dossier=Dossierfabriek(), status="komt", toestemming=toestemming)
            Speeddatevoorkeur.objects.create(kandidaat=mens, werkgever=werkgever)

    account = inwoner(kandidaat.dossier)[0] if kant == "mijn" else baas_van(werkgever)
    sleutel = rij.pk if kant == "mijn" else werkgever.pk
    zelfde_aantal_queries(ingelogd(account), reverse(f"portaal:{kant}_speeddate", args=[sleutel]), meer)
