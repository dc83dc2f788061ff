"""Paths of this room."""

from django.urls import path

from werklandschap.kern.berichten import views

urlpatterns = [
    path("dossiers/<int:nummer>/berichten/", views.lijst, name="lijst"),
    path("dossiers/<int:nummer>/berichten/nieuw/", views.schrijf, name="schrijf"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/", views.bericht, name="bericht"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/brief.pdf", views.pdf, name="pdf"),
    path("dossiers/<int:nummer>/berichten/<int:bericht>/opnieuw/", views.opnieuw, name="opnieuw"),
]
