"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.kandidaat_fit import views

urlpatterns = [
    path("relaties/<int:nummer>/kandidaat-fit/", views.gereedheid, name="gereedheid"),
    path("relaties/<int:nummer>/kandidaat-fit/bespreken/", views.bespreken, name="bespreken"),
    path("relaties/<int:nummer>/kandidaat-fit/draagvlak/", views.draagvlak_starten, name="draagvlak_starten"),
    path("draagvlak/<str:code>/", views.draagvlak, name="draagvlak"),
    path("draagvlak-bedankt/", views.draagvlak_bedankt, name="draagvlak_bedankt"),
]
