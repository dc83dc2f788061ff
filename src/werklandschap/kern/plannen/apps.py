"""The room `plannen`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.plannen"
    label = "plannen"
    verbose_name = _("Plannen")
