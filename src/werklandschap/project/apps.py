"""The project itself: management commands that span the house."""

from django.apps import AppConfig
from django.conf import settings


class ProjectConfig(AppConfig):
    name = "werklandschap.project"
    label = "project"

    def ready(self) -> None:
        if settings.DEMO:
            from werklandschap.project.demo import handelsregister

            handelsregister.registreer()
