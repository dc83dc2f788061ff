"""Paths of the API: kebab-case, no trailing slash."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from drf_spectacular.views import SpectacularJSONAPIView

from werklandschap.koppelingen.api import views
from werklandschap.koppelingen.api.schema import SCHEMA

VERSIE = "api/v1/"


def pad(route: str, view: type, naam: str) -> object:
    """A path of version 1. DRF decides who may come in, so the page login does not apply."""
    return path(f"{VERSIE}{route}", login_not_required(view.as_view()), name=naam)  # type: ignore[attr-defined]


urlpatterns = [
    path(
        f"{VERSIE}openapi.json",
        login_not_required(SpectacularJSONAPIView.as_view(custom_settings=SCHEMA, permission_classes=[])),
        name="openapi",
    ),
    pad("tegels", views.Tegels, "tegels"),
    pad("meldingen", views.Meldingen, "meldingen"),
    pad("werkzoekenden", views.Werkzoekenden, "werkzoekenden"),
    pad("werkzoekenden/<uuid:uuid>", views.EenWerkzoekende, "werkzoekende"),
    pad("werkzoekenden/<uuid:uuid>/werkprofielen", views.PassendeWerkprofielen, "passende_werkprofielen"),
    pad("werkgevers", views.Werkgevers, "werkgevers"),
    pad("werkprofielen", views.Werkprofielen, "werkprofielen"),
    pad("werkprofielen/<uuid:uuid>/kandidaten", views.Kandidaten, "kandidaten"),
    pad("voordrachten", views.Voordrachten, "voordrachten"),
    pad("plaatsingen", views.Plaatsingen, "plaatsingen"),
    pad("taken", views.Taken, "taken"),
    pad("competenties", views.Competenties, "competenties"),
    pad("competenties/herkenning", views.Herkenning, "herkenning"),
]
