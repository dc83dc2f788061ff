"""Numbers of the Chamber of Commerce: eight digits, twelve for a branch; neither has a check digit."""

from __future__ import annotations

import re

_KVK = re.compile(r"[0-9]{8}")
_VESTIGING = re.compile(r"[0-9]{12}")


def is_geldig_kvk_nummer(nummer: str) -> bool:
    """Whether this is written as a KVK number: eight digits, nothing else."""
    return _KVK.fullmatch(nummer) is not None


def is_geldig_vestigingsnummer(nummer: str) -> bool:
    """Whether this is written as a branch number: twelve digits, nothing else."""
    return _VESTIGING.fullmatch(nummer) is not None
