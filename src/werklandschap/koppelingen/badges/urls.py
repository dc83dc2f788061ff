"""Paths of this room."""

from django.urls import path

from werklandschap.koppelingen.badges import views

BASIS = "dossiers/<int:nummer>/badges/"
urlpatterns = [
    path(BASIS, views.badges, name="badges"),
    path(f"{BASIS}<uuid:sleutel>/", views.badge, name="badge"),
    path(f"{BASIS}<uuid:sleutel>/opnieuw/", views.opnieuw, name="opnieuw"),
    path(f"{BASIS}<uuid:sleutel>/weg/", views.weg, name="weg"),
    path("mijn/badges/", views.mijn_badges, name="mijn"),
    path("mijn/badges/<uuid:sleutel>/weg/", views.mijn_weg, name="mijn_weg"),
    path("beheer/badge-uitgevers/", views.uitgevers, name="uitgevers"),
    path("beheer/badge-uitgevers/<int:uitgever>/weg/", views.uitgever_weg, name="uitgever_weg"),
]
