"""The landscape as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LandschapConfig(AppConfig):
    """The two pictures, the pages of the tiles and the glossary."""

    name = "werklandschap.landschap"
    label = "landschap"
    verbose_name = _("Landschap")
