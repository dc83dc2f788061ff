"""Paths of profiles."""

from django.urls import path

from werklandschap.kern.profielen import views, views_cv, views_zoeklog

urlpatterns = [
    path("dossiers/<int:nummer>/profiel/", views.profiel, name="profiel"),
    path("dossiers/<int:nummer>/profiel/vraag/", views.vraag, name="vraag"),
    path("dossiers/<int:nummer>/profiel/werkervaring/", views.werkervaring, name="werkervaring"),
    path("dossiers/<int:nummer>/profiel/competentie/", views.competentie, name="competentie"),
    path("dossiers/<int:nummer>/profiel/competentie/weg/", views.competentie_weg, name="competentie_weg"),
    path("dossiers/<int:nummer>/profiel/certificaat/", views.certificaat, name="certificaat"),
    path("dossiers/<int:nummer>/profiel/taal/", views.taal, name="taal"),
    path("dossiers/<int:nummer>/profiel/opleiding/", views.opleiding, name="opleiding"),
    path("dossiers/<int:nummer>/profiel/beschikbaarheid/", views.beschikbaarheid, name="beschikbaarheid"),
    path("dossiers/<int:nummer>/profiel/omstandigheden/", views.omstandigheden, name="omstandigheden"),
    path("dossiers/<int:nummer>/cv/", views_cv.cv_pagina, name="cv"),
    path("dossiers/<int:nummer>/cv.pdf", views_cv.cv_pdf, name="cv_pdf"),
    path("dossiers/<int:nummer>/zoekvragen/", views_zoeklog.bij_dossier, name="zoekvragen"),
    path("werkprofielen/<int:nummer>/zoekvragen/", views_zoeklog.bij_werkprofiel, name="zoekvragen_werkprofiel"),
    path("kandidaten/<uuid:wie>/", views.kandidaat, name="kandidaat"),
]
