"""Pages of the landscape; public. Mounted at the root under the namespace `landschap`."""

from django.urls import path, re_path

from werklandschap.landschap import views

KANT = "(?P<kant>werkzoekenden|werkgevers)"

urlpatterns = [
    path("", views.voordeur, name="voordeur"),
    path("werkzoekenden/", views.landschap, {"kant": "werkzoekenden"}, name="werkzoekenden"),
    path("werkgevers/", views.landschap, {"kant": "werkgevers"}, name="werkgevers"),
    re_path(rf"^{KANT}/(?P<slug>[a-z-]+)/$", views.tegelpagina, name="tegel"),
    path("begrippen/", views.begrippen, name="begrippen"),
]
