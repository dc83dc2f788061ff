"""The room `maatschappelijk_fit`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.werkzoekende.maatschappelijk_fit"
    label = "werkzoekende_maatschappelijk_fit"
    verbose_name = _("Maatschappelijk fit")
