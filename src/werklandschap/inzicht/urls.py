"""Paths of this room."""

from django.urls import path

from werklandschap.inzicht import views, views_eerlijk

urlpatterns = [
    path("inzicht/vindbaar/", views.vindbaar, name="vindbaar"),
    path("inzicht/", views.overzicht, name="overzicht"),
    path("inzicht/tegels/", views.tegels, name="tegels"),
    path("inzicht/resultaten/", views.resultaten, name="resultaten"),
    path("inzicht/eerlijk/", views_eerlijk.eerlijk_overzicht, name="eerlijk"),
    path("inzicht/eerlijk/vrouwen-en-mannen/", views_eerlijk.geslacht_vergelijken, name="geslacht"),
    path("inzicht/tegels.xlsx", views.export, name="export"),
]
