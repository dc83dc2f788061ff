"""Overdue tasks per tile, for the badges on the landscape."""

from __future__ import annotations

from django.db.models import Count
from django.utils import timezone

from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker


def te_laat_per_tegel(gebruiker: Gebruiker, kant: str) -> dict[str, int]:
    """{slug: number of the user's overdue tasks on that tile}."""
    rijen = (
        Taak.objects.filter(eigenaar=gebruiker, status=Taak.Status.OPEN, kant=kant, voor_op__lt=timezone.localdate())
        .values("tegel")
        .annotate(aantal=Count("id"))
        .values_list("tegel", "aantal")
    )
    return dict(rijen)
