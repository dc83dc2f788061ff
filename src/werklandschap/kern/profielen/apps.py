"""The room `profielen`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.profielen"
    label = "profielen"
    verbose_name = _("Profielen")
    AANMELDINGEN = (*apps.Kamer.AANMELDINGEN, "wijzigingen", "index", "indexwerk")
