"""Paths of this room."""

from django.urls import path

from werklandschap.samen.plaatsing import views, views_subsidie

urlpatterns = [
    path("plaatsingen/", views.lijst, name="lijst"),
    path("plaatsingen/nieuw/", views.nieuw, name="nieuw"),
    path("plaatsingen/<int:nummer>/", views.plaatsing, name="plaatsing"),
    path("plaatsingen/<int:nummer>/wijzigen/", views.wijzigen, name="wijzigen"),
    path("plaatsingen/<int:nummer>/akkoord/<str:kant>/", views.akkoord, name="akkoord"),
    path("plaatsingen/<int:nummer>/start/", views.starten, name="starten"),
    path("plaatsingen/<int:nummer>/instrument/", views.besluit, name="besluit"),
    path("plaatsingen/<int:nummer>/instrument/<int:sleutel>/vervangen/", views.vervangen, name="vervangen"),
    path(
        "plaatsingen/<int:nummer>/instrument/<int:sleutel>/vaststellen/",
        views_subsidie.vaststellen,
        name="vaststellen",
    ),
    path("plaatsingen/<int:nummer>/instrument/<int:sleutel>/weigeren/", views_subsidie.weigeren, name="weigeren"),
    path("plaatsingen/<int:nummer>/subsidie/", views_subsidie.subsidie, name="subsidie"),
    path("plaatsingen/<int:nummer>/subsidie/uren/", views_subsidie.stand, name="stand"),
    path("plaatsingen/<int:nummer>/subsidie/loonwaarde/", views_subsidie.meting, name="meting"),
    path("plaatsingen/<int:nummer>/subsidie/uitbetaling/", views_subsidie.uitbetaling, name="uitbetaling"),
    path("plaatsingen/<int:nummer>/na-proef/", views_subsidie.na_proef, name="na_proef"),
    path("plaatsingen/<int:nummer>/valkuil/", views.risico, name="risico"),
    path("plaatsingen/<int:nummer>/voorbereiding/", views.voorbereiding, name="voorbereiding"),
    path("plaatsingen/<int:nummer>/einde/", views.einde, name="einde"),
    path("plaatsingen/<int:nummer>/overeenkomst.pdf", views.overeenkomst, name="overeenkomst"),
]
