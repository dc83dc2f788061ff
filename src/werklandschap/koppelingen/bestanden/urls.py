"""Paths of this room."""

from django.urls import path

from werklandschap.koppelingen.bestanden import views

urlpatterns = [
    path("beheer/importeren/", views.importeren, name="importeren"),
    path("beheer/importeren/<uuid:sleutel>/", views.invoer, name="invoer"),
    path("beheer/importeren/<uuid:sleutel>/nu/", views.nu, name="nu"),
    path("beheer/importeren/<uuid:sleutel>/weg/", views.weg, name="weg"),
    path("beheer/importeren/<uuid:sleutel>/verslag.csv", views.verslag, name="verslag"),
]
