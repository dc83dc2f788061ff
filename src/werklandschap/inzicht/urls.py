"""Paths of this room."""

from django.urls import path

from werklandschap.inzicht import views

urlpatterns = [
    path("inzicht/", views.overzicht, name="overzicht"),
    path("inzicht/tegels.xlsx", views.export, name="export"),
]
