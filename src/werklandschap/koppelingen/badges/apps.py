"""The room `badges`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.badges"
    label = "badges"
    verbose_name = _("Badges")
