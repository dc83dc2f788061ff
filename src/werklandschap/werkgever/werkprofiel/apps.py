"""The room `werkprofiel`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkgever.werkprofiel"
    label = "werkgever_werkprofiel"
    verbose_name = _("Opstellen werkprofiel")
