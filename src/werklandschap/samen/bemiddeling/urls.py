"""Paths of this room."""

from django.urls import path

from werklandschap.samen.bemiddeling import views

urlpatterns = [
    path("voordrachten/", views.lijst, name="lijst"),
    path("voordrachten/voorselecteren/", views.voorselecteren, name="voorselecteren"),
    path("voordrachten/<int:nummer>/", views.voordracht, name="voordracht"),
    path("voordrachten/<int:nummer>/vragen/", views.vragen, name="vragen"),
    path("voordrachten/<int:nummer>/antwoord/", views.antwoord, name="antwoord"),
    path("voordrachten/<int:nummer>/voordragen/", views.voordragen, name="voordragen"),
    path("voordrachten/<int:nummer>/ontmoeting/", views.ontmoeting, name="ontmoeting"),
    path("voordrachten/<int:nummer>/ontmoeting/<int:sleutel>/", views.ontmoeting_uitkomst, name="ontmoeting_uitkomst"),
    path("voordrachten/<int:nummer>/besluit/", views.besluit, name="besluit"),
    path("voordrachten/<int:nummer>/terugkoppelen/", views.terugkoppelen, name="terugkoppelen"),
    path("voordrachten/<int:nummer>/intrekken/", views.intrekken, name="intrekken"),
    path("voordrachten/<int:nummer>/introductie.pdf", views.introductie_pdf, name="introductie_pdf"),
]
