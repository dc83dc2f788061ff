"""The room `voorzorg`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.voorzorg"
    label = "werkgever_voorzorg"
    verbose_name = _("Voorzorg")
