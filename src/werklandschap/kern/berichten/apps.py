"""The room `berichten`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.berichten"
    label = "berichten"
    verbose_name = _("Berichten")
