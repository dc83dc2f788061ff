"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.opleiden import views

urlpatterns = [
    path("relaties/<int:nummer>/opleiden/", views.opleiden, name="opleiden"),
    path("relaties/<int:nummer>/opleiden/<int:deelname>/afronden/", views.afronden, name="afronden"),
    path("sectorplannen/", views.sectorplannen, name="sectorplannen"),
]
