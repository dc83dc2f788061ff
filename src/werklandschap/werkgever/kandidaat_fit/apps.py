"""The room `kandidaat_fit`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.kandidaat_fit"
    label = "werkgever_kandidaat_fit"
    verbose_name = _("Kandidaat fit")
