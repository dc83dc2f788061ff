"""A card for administrators, and a page for residents."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.beheer.queries import Onderdeel, onderdelen_elders
from werklandschap.portaal.paginas import mijnpaginas


def uitgevers() -> Onderdeel:
    """Whose badges count."""
    tekst = _("Van welke scholen en bedrijven een badge telt als bewijs.")
    return Onderdeel(_("Uitgevers van badges"), tekst, reverse("badges:uitgevers"))


onderdelen_elders.registreer("badge_uitgevers", uitgevers)
mijnpaginas.registreer("badges", ("badges:mijn", gettext_lazy("Mijn badges")))
