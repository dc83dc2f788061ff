"""The room `dossiers`."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import apps


class Config(apps.Kamer):
    name = "werklandschap.kern.dossiers"
    label = "dossiers"
    verbose_name = _("Dossiers")
    AANMELDINGEN = (*apps.Kamer.AANMELDINGEN, "contact")
