"""Many pages about one subject: the first ones side by side, the rest under "Meer", the open one always in view."""

from __future__ import annotations

from django.template.loader import render_to_string

from werklandschap.ontwerp.templatetags.ontwerp import TABS_NAAST_ELKAAR, TABS_OP_TELEFOON, tabs

Rij = tuple[str, str, bool]


def _rijen(aantal: int, open_: int = 0) -> list[Rij]:
    return [(f"/{n}/", f"Deel {n}", n == open_) for n in range(aantal)]


def _breed(alle: list[Rij]) -> tuple[list[Rij], list[Rij]]:
    """(side by side, under Meer) on a wide screen."""
    uit = tabs(alle)
    return [rij[:3] for rij in uit["items"]], [rij[:3] for rij in uit["meer"] if not rij[3]]


def _telefoon(alle: list[Rij]) -> tuple[list[Rij], list[Rij]]:
    """(side by side, under Meer) on a phone."""
    uit = tabs(alle)
    return [rij[:3] for rij in uit["items"] if not rij[3]], [rij[:3] for rij in uit["meer"]]


def test_een_meer_dan_er_naast_elkaar_staan_wordt_niet_verstopt() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 1)
    assert _breed(alle) == (alle, [])
    alle = _rijen(TABS_OP_TELEFOON + 1)
    assert _telefoon(alle) == _breed(alle) == (alle, [])


def test_de_rest_staat_onder_meer() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 5)
    assert _breed(alle) == (alle[:TABS_NAAST_ELKAAR], alle[TABS_NAAST_ELKAAR:])


def test_een_telefoon_vouwt_meer_weg() -> None:
    alle = _rijen(10)
    assert _breed(alle) == (alle, [])
    assert _telefoon(alle) == (alle[:TABS_OP_TELEFOON], alle[TABS_OP_TELEFOON:])
    html = render_to_string("ontwerp/onderdelen/tabs.html", tabs(alle))
    assert html.count('class="wl-tabs__breed"') == html.count('<li class="wl-tabs__smal"') == 10 - TABS_OP_TELEFOON
    assert 'class="wl-tabs__meer wl-tabs__smal"' in html


def test_de_open_pagina_blijft_in_beeld() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 5, open_=TABS_NAAST_ELKAAR + 3)
    naast, meer = _breed(alle)
    assert naast == [*alle[:TABS_NAAST_ELKAAR], alle[TABS_NAAST_ELKAAR + 3]]
    assert len(meer) == 4
    naast, meer = _telefoon(alle)
    assert naast == [*alle[:TABS_OP_TELEFOON], alle[TABS_NAAST_ELKAAR + 3]]
    assert len(meer) == len(alle) - len(naast)
