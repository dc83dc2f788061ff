"""Planning again in the queue: progress while it searches, and never a schedule that no longer fits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.portaal.hulp import ingelogd
from tests.samen.bemiddeling.test_g8_2_speeddates import maak, plekken

from werklandschap.matching.herplannen import herplan
from werklandschap.samen.bemiddeling import speeddate_planning, speeddates
from werklandschap.samen.bemiddeling.models import Speeddate
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster, neem_rooster_over, zoek_rooster, zoekstand
from werklandschap.samen.bemiddeling.speeddate_rooster import lees_planning, los_op

pytestmark = pytest.mark.django_db


@pytest.fixture
def lang(monkeypatch: pytest.MonkeyPatch) -> Speeddate:
    """An event with a schedule and a late cancellation, in a product that finds everything long."""
    rij = maak(kandidaten=4)
    maak_rooster(speeddate=rij, door=rij.ik)
    weg = rij.kandidaten.last()
    speeddates.leg_komst_vast(kandidaat=weg, komt=False, hoe="telefoon", door=rij.ik)
    monkeypatch.setattr(speeddate_planning, "METEEN_TOT", 0)
    rij.refresh_from_db()
    return rij


def test_g8_2_lang_zoeken_gaat_naar_de_wachtrij_en_de_pagina_toont_hoe_ver(
    lang: Speeddate, django_capture_on_commit_callbacks: Any
) -> None:
    ik, was = lang.ik, plekken(lang)  # type: ignore[attr-defined]
    client = ingelogd(ik)
    een = reverse("samen_bemiddeling:speeddate", args=[lang.pk])
    assert "Na dit rooster is er iets veranderd" in client.get(een).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("samen_bemiddeling:speeddate_rooster", args=[lang.pk]))
    assert plekken(lang) == was
    caches["voortgang"].set(f"rooster-{lang.pk}", (1234, 2000))
    bezig = client.get(een).content.decode()
    assert "Wij zoeken het beste rooster." in bezig
    assert "Gevonden tot nu: 1234 punten. Meer dan 2000 kan niet." in bezig
    assert "Plan opnieuw" not in bezig
    with django_capture_on_commit_callbacks(execute=True):
        assert maak_rooster(speeddate=lang, door=ik) is None
    opdracht = DBTaskResult.objects.get(task_path__endswith="zoek_rooster")
    zoek_rooster.call(*opdracht.args_kwargs["args"])
    lang.refresh_from_db()
    assert (lang.zoekt, lang.verouderd, lang.bewezen, lang.zoekfout) == (False, False, True, "")
    klaar = client.get(een).content.decode()
    assert "Bewezen: geen rooster is beter." in klaar
    assert "Wij zoeken" not in klaar


def test_g8_2_wat_intussen_veranderde_wordt_niet_overschreven(lang: Speeddate) -> None:
    ik = lang.ik  # type: ignore[attr-defined]
    planning = lees_planning(lang)
    afspraken, uitslag = los_op(planning)
    velden = {"speeddate": lang, "planning": planning, "afspraken": afspraken, "uitslag": uitslag, "door": ik}
    eerste = lang.kandidaten.first()
    speeddates.leg_komst_vast(kandidaat=eerste, komt=False, hoe="telefoon", door=ik)
    assert neem_rooster_over(**velden) is False
    assert eerste.afspraken.count() == 0
    zoek_rooster.call(lang.pk, ik.pk)
    assert not {p for p in plekken(lang) if p[0] == eerste.pk}
    assert plekken(lang)


def test_g8_2_een_fout_staat_op_de_pagina_en_het_oude_rooster_blijft(
    lang: Speeddate, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = plekken(lang)
    monkeypatch.setattr(speeddate_planning, "SECONDEN_RIJ", 0.0)
    zoek_rooster.call(lang.pk, lang.ik.pk)  # type: ignore[attr-defined]
    assert plekken(lang) == was
    pagina = ingelogd(lang.ik).get(reverse("samen_bemiddeling:speeddate", args=[lang.pk])).content.decode()  # type: ignore[attr-defined]
    assert "lukt het niet om opnieuw te plannen" in pagina
    assert "Plan opnieuw" in pagina


def test_g8_2_een_gestopte_zoeker_houdt_niemand_op() -> None:
    rij = maak(kandidaten=1, werkgevers=1)
    Speeddate.objects.filter(pk=rij.pk).update(zoekt_sinds=timezone.now() - timedelta(minutes=16))
    rij.refresh_from_db()
    assert zoekstand(rij) is None
    assert maak_rooster(speeddate=rij, door=rij.ik) is not None


def test_g8_2_het_zoeken_vertelt_wat_het_vond_en_wat_hooguit_kan() -> None:
    rij = maak(kandidaten=4)
    maak_rooster(speeddate=rij, door=rij.ik)
    planning, gehoord = lees_planning(rij), []
    uitslag = herplan(planning.vraag, planning.oud, voortgang=lambda nu, hoogst: gehoord.append((nu, hoogst)))
    assert gehoord
    assert all(nu <= hoogst for nu, hoogst in gehoord)
    assert gehoord[-1][0] == uitslag.waarde
