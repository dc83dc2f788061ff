"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.werkprofiel import views, views_straks

urlpatterns = [
    path("werkprofielen/", views.lijst, name="lijst"),
    path("relaties/<int:nummer>/werkprofielen/", views.bij_werkgever, name="bij_werkgever"),
    path("relaties/<int:nummer>/werkprofielen/nieuw/", views.nieuw, name="nieuw"),
    path("werkprofielen/<int:nummer>/", views.werkprofiel, name="werkprofiel"),
    path("werkprofielen/<int:nummer>/bewerken/", views.bewerken, name="bewerken"),
    path("werkprofielen/<int:nummer>/eisen/", views.eisen, name="eisen"),
    path("werkprofielen/<int:nummer>/eisen/tel/", views.tel_eisen, name="tel_eisen"),
    path("werkprofielen/<int:nummer>/versies/", views_straks.versies, name="versies"),
    path("werkprofielen/<int:nummer>/taken/", views_straks.taken_erbij, name="taken_erbij"),
    path("relaties/<int:nummer>/verwachting/", views_straks.verwachting, name="verwachting"),
    path("werkprofielen/<int:nummer>/openstellen/", views.openstellen, name="openstellen"),
    path("werkprofielen/<int:nummer>/sluiten/", views.sluiten, name="sluiten"),
    path("werkprofielen/<int:nummer>/heropenen/", views.heropenen, name="heropenen"),
    path("werkprofielen/<int:nummer>/kopieren/", views.kopieren, name="kopieren"),
    path("werkprofielen/<int:nummer>/carven/", views_straks.carven, name="carven"),
    path("werkprofielen/<int:nummer>/advies/", views.advies, name="advies"),
    path("werkprofielen/<int:nummer>/convenant.pdf", views.convenant, name="convenant"),
]
