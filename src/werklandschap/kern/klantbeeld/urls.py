"""Paths of this room."""

from django.urls import path

from werklandschap.kern.klantbeeld import views, views_metingen

app_name = "klantbeeld"
urlpatterns = [
    path("dossiers/<int:nummer>/klantbeeld/", views.klantbeeld, name="klantbeeld"),
    path("dossiers/<int:nummer>/klantbeeld/toevoegen/", views.toevoegen, name="toevoegen"),
    path("dossiers/<int:nummer>/klantbeeld/metingen/", views_metingen.metingen, name="metingen"),
    path("dossiers/<int:nummer>/klantbeeld/metingen/<slug:soort>/", views_metingen.nieuwe_meting, name="nieuwe_meting"),
    path("dossiers/<int:nummer>/klantbeeld/<slug:aspect>/", views.verloop, name="verloop"),
    path("klantbeeld/waardeveld/", views.waardeveld, name="waardeveld"),
]
