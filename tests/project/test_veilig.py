"""What is not safe does not start."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings
from tests.fabrieken import Gebruikerfabriek

from werklandschap.project.veilig import weiger_onveilige_start

pytestmark = pytest.mark.django_db


def test_een_gewone_installatie_start() -> None:
    Gebruikerfabriek()
    weiger_onveilige_start()


def test_demo_accounts_starten_alleen_in_een_demo(settings: Settings) -> None:
    Gebruikerfabriek(is_demo=True)
    settings.DEMO = True
    weiger_onveilige_start()
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="demo-accounts"):
        weiger_onveilige_start()


@pytest.mark.parametrize(("naam", "waarde"), [("DEBUG", True), ("DEMO", True), ("SECRET_KEY", "kort")])
def test_productie_weigert_wat_onveilig_is(settings: Settings, naam: str, waarde: object) -> None:
    settings.PRODUCTIE = True
    settings.SECRET_KEY = "x" * 60
    weiger_onveilige_start()
    setattr(settings, naam, waarde)
    with pytest.raises(ImproperlyConfigured):
        weiger_onveilige_start()
