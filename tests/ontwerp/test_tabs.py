"""Many pages about one subject: the first ones side by side, the rest under "Meer", the open one always in view."""

from __future__ import annotations

from werklandschap.ontwerp.templatetags.ontwerp import TABS_NAAST_ELKAAR, tabs


def _rijen(aantal: int, open_: int = 0) -> list[tuple[str, str, bool]]:
    return [(f"/{n}/", f"Deel {n}", n == open_) for n in range(aantal)]


def test_een_meer_dan_er_naast_elkaar_staan_wordt_niet_verstopt() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 1)
    assert (tabs(alle)["items"], tabs(alle)["meer"]) == (alle, [])


def test_de_rest_staat_onder_meer() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 5)
    assert (tabs(alle)["items"], tabs(alle)["meer"]) == (alle[:TABS_NAAST_ELKAAR], alle[TABS_NAAST_ELKAAR:])


def test_de_open_pagina_blijft_in_beeld() -> None:
    alle = _rijen(TABS_NAAST_ELKAAR + 5, open_=TABS_NAAST_ELKAAR + 3)
    uit = tabs(alle)
    assert uit["items"] == [*alle[:TABS_NAAST_ELKAAR], alle[TABS_NAAST_ELKAAR + 3]]
    assert len(uit["meer"]) == 4
