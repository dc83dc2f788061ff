"""The room `werving`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.werving"
    label = "werkgever_werving"
    verbose_name = _("Werving en selectie")
