"""The room `organisaties`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.organisaties"
    label = "organisaties"
    verbose_name = _("Organisaties")
