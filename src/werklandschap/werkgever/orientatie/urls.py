"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.orientatie import views

urlpatterns = [
    path("relaties/<int:nummer>/orientatie/", views.orientatie, name="orientatie"),
    path("relaties/<int:nummer>/orientatie/kies/", views.kies, name="kies"),
    path("relaties/<int:nummer>/orientatie/stap/<int:stap>/", views.stap_klaar, name="stap_klaar"),
]
