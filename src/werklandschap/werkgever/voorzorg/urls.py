"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.voorzorg import views, views_nieuws, views_risico

urlpatterns = [
    path("relaties/<int:nummer>/voorzorg/", views.voorzorg, name="voorzorg"),
    path("relaties/<int:nummer>/voorzorg/vraag/", views.vraag_nieuw, name="vraag_nieuw"),
    path("relaties/<int:nummer>/voorzorg/vraag/<int:vraag>/", views.vraag, name="vraag"),
    path("relaties/<int:nummer>/voorzorg/risico/", views_risico.risico, name="risico"),
    path("relaties/<int:nummer>/voorzorg/risico/<int:rij>/klaar/", views_risico.risico_klaar, name="risico_klaar"),
    path("werkgeversvragen/", views.vragen, name="vragen"),
    path("werkgeversnieuws/", views_nieuws.lijst, name="nieuwslijst"),
    path("werkgeversnieuws/nieuw/", views_nieuws.nieuw, name="nieuws_nieuw"),
    path("werkgeversnieuws/<int:bericht>/", views_nieuws.bericht, name="nieuws"),
    path("werkgeversnieuws/<int:bericht>/wijzig/", views_nieuws.wijzig, name="nieuws_wijzig"),
    path("nieuws-afmelden/<str:code>/", views_nieuws.afmelden, name="afmelden"),
]
