"""Every room's own paths, in the order of the house. A room with a `urls.py` is found by itself."""

from __future__ import annotations

from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path

from werklandschap.project.views import healthz


def kamers() -> list[URLResolver]:
    """One include per room, its namespace being the app label."""
    return [
        path("", include((f"{kamer.name}.urls", kamer.label), namespace=kamer.label))
        for kamer in apps.get_app_configs()
        if kamer.name.startswith("werklandschap.") and kamer.label != "project" and find_spec(f"{kamer.name}.urls")
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("account/", include("allauth.urls")),
    *kamers(),
]
if not settings.PRODUCTIE:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

handler400 = "werklandschap.project.foutpaginas.fout_400"
handler403 = "werklandschap.project.foutpaginas.fout_403"
handler404 = "werklandschap.project.foutpaginas.fout_404"
handler500 = "werklandschap.project.foutpaginas.fout_500"
