"""Paths of this tile."""

from django.urls import path

from werklandschap.werkzoekende.orientatie import views

BASIS = "dossiers/<int:nummer>/orientatie/"
urlpatterns = [
    path(BASIS, views.overzicht, name="orientatie"),
    path(f"{BASIS}riasec/", views.test, name="riasec"),
    path(f"{BASIS}beroepen/", views.beroepen, name="beroepen"),
    path(f"{BASIS}beroepen/<int:beroep>/", views.beroep, name="beroep"),
    path(f"{BASIS}beroepen/<int:beroep>/kies/", views.kies, name="kies"),
    path(f"{BASIS}huiswerk/<int:huiswerk>/klaar/", views.huiswerk_klaar, name="huiswerk_klaar"),
]
