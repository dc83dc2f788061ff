"""The room `werk_fit`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkzoekende.werk_fit"
    label = "werkzoekende_werk_fit"
    verbose_name = _("Werk fit")
