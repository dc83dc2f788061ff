"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.werving import views

urlpatterns = [
    path("werkprofielen/<int:nummer>/kandidaten/", views.kandidaten, name="kandidaten"),
    path("werkprofielen/<int:nummer>/groeien/", views.groeien, name="groeien"),
    path("werkprofielen/<int:nummer>/voorselecteren/", views.voorselecteren, name="voorselecteren"),
    path("dossiers/<int:nummer>/werk/", views.dossier_werk, name="dossier_werk"),
]
