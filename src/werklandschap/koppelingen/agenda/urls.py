"""Paths of this room."""

from django.urls import path

from werklandschap.koppelingen.agenda import views

urlpatterns = [
    path("mijn-agenda/", views.mijn_agenda, name="mijn_agenda"),
    path("mijn-agenda/stop/", views.stop, name="stop"),
    path("agenda/<str:teken>.ics", views.feed, name="feed"),
]
