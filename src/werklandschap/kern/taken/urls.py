"""Paths of this room."""

from django.urls import path

from werklandschap.kern.taken import views

urlpatterns = [
    path("mijn-dag/", views.mijn_dag, name="mijn_dag"),
    path("taken/", views.lijst, name="lijst"),
    path("taken/nieuw/", views.nieuw, name="nieuw"),
    path("taken/overdragen/", views.overdragen, name="alles_overdragen"),
    path("taken/<int:nummer>/klaar/", views.klaar, name="klaar"),
    path("taken/<int:nummer>/heropen/", views.heropen, name="heropen"),
    path("taken/<int:nummer>/overdragen/", views.overdragen, name="overdragen"),
    path("zoeken/", views.zoeken, name="zoeken"),
]
