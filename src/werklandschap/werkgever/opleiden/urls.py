"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.opleiden import views

urlpatterns = [
    path("relaties/<int:nummer>/opleiden/", views.opleiden, name="opleiden"),
    path("sectorplannen/", views.sectorplannen, name="sectorplannen"),
]
