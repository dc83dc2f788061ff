"""The rules that hold for every action."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest
from django.db import transaction

import werklandschap
from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.organisaties.models import Regio


def _actiemodules() -> list[str]:
    gevonden = pkgutil.walk_packages(werklandschap.__path__, "werklandschap.")
    return sorted(m.name for m in gevonden if m.name.split(".")[-1] in {"actions", "toestemming"})


def test_een_actie_neemt_alleen_benoemde_argumenten() -> None:
    with pytest.raises(TypeError, match="keyword"):
        actie(lambda door: None)


def test_een_actie_noemt_wie_het_doet() -> None:
    def zonder(*, titel: str) -> None: ...

    with pytest.raises(TypeError, match="door"):
        actie(zonder)


def _heeft_uitvoerder(functie: object) -> bool:
    return "door" in inspect.signature(functie).parameters  # type: ignore[arg-type]


@pytest.mark.parametrize("naam", _actiemodules())
def test_elke_openbare_functie_in_actions_met_een_uitvoerder_is_een_actie(naam: str) -> None:
    module = importlib.import_module(naam)
    openbaar = [
        (functienaam, functie)
        for functienaam, functie in inspect.getmembers(module, inspect.isfunction)
        if functie.__module__ == naam and not functienaam.startswith("_") and _heeft_uitvoerder(functie)
    ]
    geen_actie = [functienaam for functienaam, functie in openbaar if not getattr(functie, "is_actie", False)]
    assert geen_actie == []


def test_vereis_stopt_wie_geen_recht_heeft() -> None:
    vereis(True)
    with pytest.raises(GeenRecht, match="reden"):
        vereis(False, "de reden")


@pytest.mark.django_db(transaction=True)
def test_een_actie_die_stukloopt_laat_niets_achter_en_verstuurt_niets() -> None:
    verstuurd: list[str] = []

    @actie
    def loop_stuk(*, door: object) -> None:
        Regio.objects.create(naam="half")
        na_vastleggen(lambda: verstuurd.append("mail"))
        raise ValueError("stuk")

    with pytest.raises(ValueError, match="stuk"):
        loop_stuk(door=None)
    assert not Regio.objects.filter(naam="half").exists()
    assert verstuurd == []


@pytest.mark.django_db(transaction=True)
def test_na_vastleggen_loopt_pas_na_de_buitenste_transactie() -> None:
    volgorde: list[str] = []

    @actie
    def doe(*, door: object) -> None:
        na_vastleggen(lambda: volgorde.append("na"))
        volgorde.append("in")

    with transaction.atomic():
        doe(door=None)
        volgorde.append("buiten")
    assert volgorde == ["in", "buiten", "na"]
