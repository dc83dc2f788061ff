"""A real browser against the running product: the system's Chromium, else Playwright's own."""

from __future__ import annotations

import os
import shutil
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.fabrieken import WACHTWOORD

from werklandschap.matching.verwarmen import verwarm


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Which Chromium, and no sandbox where root runs it."""
    pad = os.environ.get("WERKLANDSCHAP_CHROMIUM") or shutil.which("chromium")
    argumenten = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": pad, "args": argumenten}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Dutch, still."""
    return {**browser_context_args, "locale": "nl-NL", "reduced_motion": "reduce"}


@pytest.fixture(scope="session", autouse=True)
def warme_motor() -> None:
    """Compile the engine before the clock of a page runs: on a fresh machine that takes longer than a page may."""
    verwarm()


@pytest.fixture
def page(page: Page) -> Page:
    """A page that waits two minutes: the machine may be doing other things."""
    page.set_default_timeout(120_000)
    page.set_default_navigation_timeout(120_000)
    return page


def log_in(pagina: Page, server: LiveServer, email: str) -> None:
    """Sign in as somebody else, on the login page."""
    pagina.context.clear_cookies()
    pagina.goto(f"{server.url}/account/login/")
    pagina.fill("input[name=login]", email)
    pagina.fill("input[name=password]", WACHTWOORD)
    pagina.click("main form button[type=submit]")
    pagina.wait_for_load_state()
    assert "/account/login" not in pagina.url
