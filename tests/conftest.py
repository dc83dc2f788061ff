"""What all tests share: strict templates, counted queries, accounts of every role."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.template import base as template_base
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

GEDEELD = Path(__file__).resolve().parents[2] / "shared"

# How fast a machine is decides about no test.
settings.register_profile("werklandschap", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("werklandschap")


MET_DATABASE = {"db", "transactional_db"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--alleen-database", action="store_true", help="leave out what never reads the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A second database has nothing to say about a test that asks none: pytest-django would refuse it one."""
    if config.getoption("--alleen-database"):
        weg = [item for item in items if not (item.get_closest_marker("django_db") or MET_DATABASE & _nodig(item))]
        config.hook.pytest_deselected(items=weg)
        over = set(items).difference(weg)
        items[:] = [item for item in items if item in over]


def _nodig(item: pytest.Item) -> set[str]:
    """The fixtures a test asks for."""
    return set(getattr(item, "fixturenames", ()))


class OnbekendeVariabele(Exception):
    """A template uses a variable that is not there."""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Tables straight from the models, as in any empty database (project/tabellen.py)."""
    connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every migration is noted as done, and what Django asks the database once it has asked: it counts in no test."""
    with django_db_blocker.unblock():
        call_command("migrate", fake=True, verbosity=0)
        assert connection.features.supports_json_field


@pytest.fixture(scope="session", autouse=True)
def sleutels(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keys and files of the tests live in a folder of their own."""
    from django.conf import settings

    from werklandschap.kern.basis.sleutels import sleutelbos

    map_ = tmp_path_factory.mktemp("data")
    settings.SLEUTEL_BESTAND = map_ / "sleutels.json"
    settings.MEDIA_ROOT = map_ / "bestanden"
    settings.INDEX_MAP = map_ / "index"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    sleutelbos.cache_clear()


@pytest.fixture(autouse=True)
def nederlands() -> Iterator[None]:
    """A request in English leaves its language behind in the thread: every test begins in Dutch."""
    with translation.override("nl"):
        yield


def vergeet() -> None:
    """What lives in the process: the index looks at row numbers, which begin again in every test; so does a taxonomy
    of competences that no import brought.
    """
    from werklandschap.competenties import taxonomie
    from werklandschap.kern.profielen import index

    index.vergeet()
    for naam in [naam for naam, (versie, _waarde) in taxonomie._bewaard.items() if not versie]:
        del taxonomie._bewaard[naam]


@pytest.fixture(autouse=True)
def vergeten_tussen_tests() -> None:
    vergeet()


@pytest.fixture(autouse=True)
def strenge_sjablonen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An undefined template variable fails the test, except inside `{% if %}`, `|default` and `{% firstof %}`."""
    echt = template_base.Variable._resolve_lookup

    def streng(self: Any, context: Any) -> Any:
        try:
            return echt(self, context)
        except template_base.VariableDoesNotExist as fout:
            sjabloon = (
                getattr(context, "template_name", None) or getattr(getattr(context, "template", None), "name", "") or ""
            )
            if self.lookups and self.lookups[0] not in {"block", "forloop"} and _is_van_ons(str(sjabloon)):
                gemist.append(f"{sjabloon}: {'.'.join(self.lookups)}")
            raise fout

    gemist: list[str] = []
    echt_filter = template_base.FilterExpression.resolve

    def streng_filter(self: Any, context: Any, ignore_failures: bool = False) -> Any:
        voor = len(gemist)
        uitkomst = echt_filter(self, context, ignore_failures)
        nieuw = gemist[voor:]
        if nieuw:
            del gemist[voor:]
            heeft_standaard = any(f[0].__name__ in {"default", "default_if_none"} for f in self.filters)
            if not ignore_failures and not heeft_standaard:
                raise OnbekendeVariabele(nieuw[0])
        return uitkomst

    monkeypatch.setattr(template_base.Variable, "_resolve_lookup", streng)
    monkeypatch.setattr(template_base.FilterExpression, "resolve", streng_filter)


def _is_van_ons(sjabloon: str) -> bool:
    return not sjabloon.startswith(("django/", "admin/", "account/", "mfa/", "socialaccount/", "allauth/"))


@pytest.fixture
def zelfde_aantal_queries(django_db_blocker: DjangoDbBlocker) -> Callable[..., None]:
    """`zelfde_aantal_queries(client, url, maak)`: the page costs the same for 1, 3 and 100 rows and at most 12 queries.

    `maak(n)` adds n rows. Writing the read log counts as two of them.
    """

    def controleer(client: Client, url: str, maak: Callable[[int], Any], hooguit: int = 12) -> None:
        aantallen = {}
        totaal = 0
        for doel in (1, 3, 100):
            maak(doel - totaal)
            totaal = doel
            client.get(url)  # warms caches that live longer than a request
            with CaptureQueriesContext(
                connection,
            ) as gevangen:
                antwoord = client.get(url)
            assert antwoord.status_code == 200, url
            aantallen[doel] = [
                q["sql"][:150]
                for q in gevangen.captured_queries
                if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
            ]
        lengtes = {doel: len(q) for doel, q in aantallen.items()}
        assert len(set(lengtes.values())) == 1, f"{url}: {lengtes}\n" + "\n".join(aantallen[100][:40])
        assert lengtes[100] <= hooguit, f"{url}: {lengtes[100]} queries\n" + "\n".join(aantallen[100])

    return controleer


@pytest.fixture
def gedeeld() -> Path:
    """The folder with real data; the test is left out, and says so, when it is not there."""
    if not (GEDEELD / "data").is_dir():
        pytest.skip("../shared is er niet: deze test leest echte gegevens")
    return GEDEELD / "data"


os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
