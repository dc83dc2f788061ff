"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.kandidaat_fit import views, views_ips

urlpatterns = [
    path("relaties/<int:nummer>/kandidaat-fit/", views.gereedheid, name="gereedheid"),
    path("relaties/<int:nummer>/kandidaat-fit/bespreken/", views.bespreken, name="bespreken"),
    path("relaties/<int:nummer>/kandidaat-fit/bewijs/", views.bewijs, name="bewijs"),
    path("relaties/<int:nummer>/kandidaat-fit/gesprek/<int:moment>/", views.gesprek, name="gesprek"),
    path("relaties/<int:nummer>/kandidaat-fit/draagvlak/", views.draagvlak_starten, name="draagvlak_starten"),
    path("ips/", views_ips.overzicht, name="ips"),
    path("dossiers/<int:nummer>/ips/", views_ips.dossier_ips, name="dossier_ips"),
    path("draagvlak/<str:code>/", views.draagvlak, name="draagvlak"),
    path("draagvlak-bedankt/", views.draagvlak_bedankt, name="draagvlak_bedankt"),
]
