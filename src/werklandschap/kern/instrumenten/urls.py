"""Paths of this room."""

from django.urls import path

from werklandschap.kern.instrumenten import views, views_werkgever

app_name = "instrumenten"
DOSSIER = "dossiers/<int:nummer>/instrumenten/"
WERKGEVER = "relaties/<int:nummer>/instrumenten/"
urlpatterns = [
    path(DOSSIER, views.overzicht, name="overzicht"),
    path(f"{DOSSIER}nieuw/", views.nieuw, name="nieuw"),
    path(f"{DOSSIER}<int:inzet>/evaluatie/", views.evaluatie, name="evaluatie"),
    path(f"{DOSSIER}<int:inzet>/stoppen/", views.stoppen, name="stoppen"),
    path(WERKGEVER, views_werkgever.overzicht, name="werkgever"),
    path(f"{WERKGEVER}nieuw/", views_werkgever.nieuw, name="nieuw_werkgever"),
    path(f"{WERKGEVER}<int:inzet>/evaluatie/", views_werkgever.evaluatie, name="evaluatie_werkgever"),
    path(f"{WERKGEVER}<int:inzet>/stoppen/", views_werkgever.stoppen, name="stoppen_werkgever"),
]
