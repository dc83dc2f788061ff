"""The design layer as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OntwerpConfig(AppConfig):
    """Templates, components, drawings and formats that every room uses."""

    name = "werklandschap.ontwerp"
    label = "ontwerp"
    verbose_name = _("Ontwerp")

    def ready(self) -> None:
        """Words for what is missing in a form, and our quicker tag in the place of Django's `translate`."""
        from werklandschap.ontwerp.formulieren import vraag_in_gewone_woorden
        from werklandschap.ontwerp.vertaaltag import zet_in_de_plaats

        vraag_in_gewone_woorden()
        zet_in_de_plaats()
