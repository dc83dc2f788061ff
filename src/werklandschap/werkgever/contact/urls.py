"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.contact import views

urlpatterns = [
    path("werkgever-melden/", views.melden, name="melden"),
    path("werkgever-melden/bedankt/", views.bedankt, name="bedankt"),
    path("relaties/<int:nummer>/kansen/", views.kansen, name="kansen"),
    path("relaties/<int:nummer>/kansen/<int:kans>/klaar/", views.kans_klaar, name="kans_klaar"),
    path("relaties/<int:nummer>/voorbereiden/", views.voorbereiden, name="voorbereiden"),
    path("marktbewerkingsplan/", views.marktplan, name="marktplan"),
    path("marktbewerkingsplan/nieuw/", views.marktdoel_nieuw, name="marktdoel_nieuw"),
    path("marktbewerkingsplan/<int:doel>/benader/", views.marktdoel_benader, name="marktdoel_benader"),
    path("marktbewerkingsplan/<int:doel>/resultaat/", views.marktdoel_resultaat, name="marktdoel_resultaat"),
]
