"""What can go wrong in a rule; every message is one plain Dutch line for the person who asked."""

from __future__ import annotations


class RegelingFout(ValueError):
    """The input does not fit the rule: out of range, or not a number."""


class GeenParameter(RegelingFout):
    """No amount is known for this date, age or group."""
