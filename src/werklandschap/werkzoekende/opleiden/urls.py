"""Paths of this tile."""

from django.urls import path

from werklandschap.werkzoekende.opleiden import views

urlpatterns = [
    path("dossiers/<int:nummer>/opleiden/", views.opleiden, name="opleiden"),
    path("dossiers/<int:nummer>/opleiden/nieuw/", views.nieuw, name="nieuw"),
    path("dossiers/<int:nummer>/opleiden/<int:traject>/begin/", views.begin, name="begin"),
    path("dossiers/<int:nummer>/opleiden/<int:traject>/afronden/", views.afronden, name="afronden"),
    path("dossiers/<int:nummer>/opleiden/<int:traject>/stoppen/", views.stoppen, name="stoppen"),
]
