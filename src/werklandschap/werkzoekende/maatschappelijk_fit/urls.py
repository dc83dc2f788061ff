"""Paths of this room."""

from django.urls import path

from werklandschap.werkzoekende.maatschappelijk_fit import views, views_meedoen

app_name = "werkzoekende_maatschappelijk_fit"
BASIS = "dossiers/<int:nummer>/maatschappelijk-fit/"
urlpatterns = [
    path(BASIS, views.overzicht, name="overzicht"),
    path(f"{BASIS}hulp/", views.hulp_vragen, name="hulp_vragen"),
    path(f"{BASIS}hulp/<int:hulp>/besluit/", views.hulp_besluiten, name="hulp_besluiten"),
    path(f"{BASIS}hulp/<int:hulp>/geregeld/", views.hulp_regelen, name="hulp_regelen"),
    path(f"{BASIS}meedoen/", views_meedoen.meedoen, name="meedoen"),
    path(f"{BASIS}meedoen/doel/", views_meedoen.doel, name="meedoendoel"),
    path(f"{BASIS}meedoen/<int:activiteit>/", views_meedoen.terugkijken, name="terugkijken"),
    path(f"{BASIS}stress/", views.stress, name="stress"),
    path("dossiers/<int:nummer>/zrm/", views.zrm, name="zrm"),
    path("dossiers/<int:nummer>/voorzieningen/", views.voorzieningen, name="voorzieningen"),
    path("dossiers/<int:nummer>/voorzieningen/taken/", views.voorzieningtaken, name="voorzieningtaken"),
]
