"""The room `opleiden`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.opleiden"
    label = "werkgever_opleiden"
    verbose_name = _("Opleiden")
