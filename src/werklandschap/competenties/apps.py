"""The taxonomy: competences, occupations, working conditions and how texts are turned into them."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetentiesConfig(AppConfig):
    """Django app of the taxonomy."""

    name = "werklandschap.competenties"
    label = "competenties"
    verbose_name = _("Competenties")
