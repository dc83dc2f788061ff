"""The languages a municipality adds by their code."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured


def extra_talen(codes: Iterable[str]) -> list[tuple[str, str]]:
    """(code, name in that language) of each. Raises ImproperlyConfigured for a code nobody knows."""
    uit = []
    for code in codes:
        if code not in LANG_INFO or "name_local" not in LANG_INFO[code]:
            raise ImproperlyConfigured(f"WERKLANDSCHAP_TALEN: {code!r} is geen taalcode. Bijvoorbeeld: uk, ar of tr.")
        if code not in {"nl", "en"}:
            uit.append((code, str(LANG_INFO[code]["name_local"])))
    return uit
