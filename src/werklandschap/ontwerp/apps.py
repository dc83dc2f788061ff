"""The design layer as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OntwerpConfig(AppConfig):
    """Templates, components, drawings and formats that every room uses."""

    name = "werklandschap.ontwerp"
    label = "ontwerp"
    verbose_name = _("Ontwerp")

    def ready(self) -> None:
        """Words for what is missing in a form."""
        from werklandschap.ontwerp.formulieren import vraag_in_gewone_woorden

        vraag_in_gewone_woorden()
