"""Paths of this room."""

from django.urls import path

from werklandschap.kern.plannen import views, views_delen

app_name = "plannen"
urlpatterns = [
    path("dossiers/<int:nummer>/plan/", views.plan, name="plan"),
    path("dossiers/<int:nummer>/plan.pdf", views.pdf, name="pdf"),
    path("dossiers/<int:nummer>/plan/bewaar/", views.bewaar, name="bewaar"),
    path("dossiers/<int:nummer>/plan/nieuwe-versie/", views.nieuwe_versie, name="nieuwe_versie"),
    path("dossiers/<int:nummer>/plan/voorleggen/", views.voorleggen, name="voorleggen"),
    path("dossiers/<int:nummer>/plan/akkoord/", views.akkoord, name="akkoord"),
    path("dossiers/<int:nummer>/plan/sjabloon/", views.sjabloon, name="sjabloon"),
    path("dossiers/<int:nummer>/plan/delen/", views_delen.delen, name="delen"),
    path("dossiers/<int:nummer>/plan/delen/<int:deling>/stoppen/", views_delen.stoppen, name="delen_stoppen"),
    path("dossiers/<int:nummer>/plan/doelen/", views.doel_toevoegen, name="doel_toevoegen"),
    path("dossiers/<int:nummer>/plan/doelen/<int:doel>/afronden/", views.doel_afronden, name="doel_afronden"),
    path("dossiers/<int:nummer>/plan/doelen/<int:doel>/stap/", views.stap_toevoegen, name="stap_toevoegen"),
    path("dossiers/<int:nummer>/plan/stappen/<int:stap>/afronden/", views.stap_afronden, name="stap_afronden"),
    path("dossiers/<int:nummer>/plan/stappen/<int:stap>/stoppen/", views.stap_stoppen, name="stap_stoppen"),
]
