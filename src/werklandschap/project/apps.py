"""The project itself: management commands that span the house."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "werklandschap.project"
    label = "project"
