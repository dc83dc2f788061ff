"""What templates need about tasks."""

from django import template

from werklandschap.kern.taken import queries
from werklandschap.kern.taken.models import Taak

register = template.Library()


@register.filter
def onderwerp(taak: Taak) -> tuple[str, str]:
    """(name, address) of what the task is about."""
    return queries.onderwerp_van(taak)


@register.filter
def urgentie(taak: Taak) -> str:
    """How late or soon, in words."""
    return queries.urgentie_tekst(taak)
