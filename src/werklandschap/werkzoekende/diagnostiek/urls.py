"""Paths of this room."""

from django.urls import path

from werklandschap.werkzoekende.diagnostiek import views

app_name = "werkzoekende_diagnostiek"
GESPREK = "dossiers/<int:nummer>/gesprekken/<int:gesprek>/"
urlpatterns = [
    path("dossiers/<int:nummer>/gesprekken/", views.gesprekken, name="gesprekken"),
    path(GESPREK, views.gesprek, name="gesprek"),
    path(f"{GESPREK}voorbereiden/", views.voorbereiden, name="voorbereiden"),
    path(f"{GESPREK}afzeggen/", views.afzeggen, name="afzeggen"),
]
