"""The room `sms`: reminders by SMS, through the provider of the municipality."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.koppelingen.sms"
    label = "koppelingen_sms"
    verbose_name = _("Sms")
