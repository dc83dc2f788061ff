"""The room `kvk`: what the trade register knows."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.kvk"
    label = "koppelingen_kvk"
    verbose_name = _("KVK")
