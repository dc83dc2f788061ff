"""The room `contact`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.contact"
    label = "werkgever_contact"
    verbose_name = _("Werkgever contact")
