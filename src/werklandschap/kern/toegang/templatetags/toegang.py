"""What templates need about accounts."""

from __future__ import annotations

from django import template
from django.conf import settings

from werklandschap.kern.toegang.models import Gebruiker

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[Gebruiker]:
    """The accounts to try the product with; none outside demo mode."""
    if not settings.DEMO:
        return []
    return list(Gebruiker.objects.filter(is_demo=True, is_active=True).select_related("gemeente").order_by("id"))
