"""Paths of the design layer."""

from django.urls import path

from werklandschap.ontwerp import views

urlpatterns = [
    path("taal/", views.taal, name="taal"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
]
