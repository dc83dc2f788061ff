"""Paths of this room."""

from django.urls import path

from werklandschap.kern.documenten import views

urlpatterns = [
    path("dossiers/<int:nummer>/documenten/", views.lijst, name="lijst"),
    path("dossiers/<int:nummer>/documenten/<uuid:document>/", views.ophalen, name="ophalen"),
    path("dossiers/<int:nummer>/documenten/<uuid:document>/delen/", views.delen, name="delen"),
    path("dossiers/<int:nummer>/documenten/<uuid:document>/weg/", views.weg, name="weg"),
]
