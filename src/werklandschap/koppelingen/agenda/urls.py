"""Paths of this room."""

from django.urls import path

from werklandschap.koppelingen.agenda import views, views_week

urlpatterns = [
    path("mijn-agenda/", views.mijn_agenda, name="mijn_agenda"),
    path("mijn-agenda/week/", views_week.week, name="week"),
    path("mijn-agenda/team/", views_week.team, name="team"),
    path("mijn-agenda/stop/", views.stop, name="stop"),
    path("agenda/<str:teken>.ics", views.feed, name="feed"),
]
