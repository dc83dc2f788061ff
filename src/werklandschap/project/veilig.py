"""An installation that is not safe does not start, whoever starts it."""

from __future__ import annotations

from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured


def weiger_onveilige_start() -> None:
    """Raise ImproperlyConfigured for demo accounts outside demo mode.

    In production also for DEBUG, demo mode or a default key.
    """
    gevonden = run_checks(tags=[Tags.security, Tags.database], databases=["default"], include_deployment_checks=False)
    fouten = [check for check in gevonden if str(check.id).startswith("werklandschap.E")]
    if fouten:
        raise ImproperlyConfigured(" ".join(f"{fout.msg} {fout.hint}" for fout in fouten))
