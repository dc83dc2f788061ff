"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.orientatie import views, views_bedragen, views_uitwerken

urlpatterns = [
    path("relaties/<int:nummer>/orientatie/", views.orientatie, name="orientatie"),
    path("relaties/<int:nummer>/orientatie/kies/", views.kies, name="kies"),
    path("relaties/<int:nummer>/orientatie/stap/<int:stap>/", views.stap_klaar, name="stap_klaar"),
    path("relaties/<int:nummer>/orientatie/checklist/", views_uitwerken.checklist, name="checklist"),
    path("relaties/<int:nummer>/orientatie/functies/", views_uitwerken.functies, name="functies"),
    path("sroi-bedragen/", views_bedragen.sroi_bedragen, name="sroi_bedragen"),
    path("sroi-bedragen/volg-regio/", views_bedragen.sroi_volg_regio, name="sroi_volg_regio"),
    path("relaties/<int:nummer>/orientatie/sroi/", views_uitwerken.sroi_opdrachten, name="sroi"),
    path("relaties/<int:nummer>/orientatie/sroi/<int:opdracht>/", views_uitwerken.sroi_invullen, name="sroi_invullen"),
    path("relaties/<int:nummer>/orientatie/sroi/weg/<int:invulling>/", views_uitwerken.sroi_weg, name="sroi_weg"),
    path("relaties/<int:nummer>/orientatie/pso/", views_uitwerken.pso, name="pso"),
    path("relaties/<int:nummer>/orientatie/beleid/<slug:soort>/", views_uitwerken.beleid_schrijven, name="beleid"),
    path(
        "relaties/<int:nummer>/orientatie/beleid/<slug:soort>/<int:versie>.pdf",
        views_uitwerken.beleid_pdf,
        name="beleid_pdf",
    ),
]
