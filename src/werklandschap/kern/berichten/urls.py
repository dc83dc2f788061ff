"""Paths of this room."""

from django.urls import path

from werklandschap.kern.berichten import views, views_herinneringen

urlpatterns = [
    path("herinneringen/", views_herinneringen.herinneringen, name="herinneringen"),
    path("herinneringen/afdrukken/", views_herinneringen.afdrukken, name="afdrukken"),
    path("herinneringen/brieven.pdf", views_herinneringen.brieven, name="brieven"),
    path("dossiers/<int:nummer>/berichten/", views.lijst, name="lijst"),
    path("dossiers/<int:nummer>/berichten/nieuw/", views.schrijf, name="schrijf"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/", views.bericht, name="bericht"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/brief.pdf", views.pdf, name="pdf"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/opnieuw/", views.opnieuw, name="opnieuw"),
]
