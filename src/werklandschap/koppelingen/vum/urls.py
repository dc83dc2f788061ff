"""Paths of this room, for other parties of the exchange; a municipality's gateway stands in front."""

from django.urls import path

from werklandschap.koppelingen.vum import views

urlpatterns = [
    path("vum/werkzoekendeprofielen/matches", views.profielen, name="profielen"),
    path("vum/werkzoekendeprofielen/<uuid:vum_id>", views.profiel, name="profiel"),
    path("vum/vacatures/matches", views.vacatures, name="vacatures"),
    path("vum/vacatures/<uuid:vum_id>", views.vacature, name="vacature"),
]
