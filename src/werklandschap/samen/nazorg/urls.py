"""Paths of this room."""

from django.urls import path

from werklandschap.samen.nazorg import views, views_melden, views_plan

urlpatterns = [
    path("nazorg/", views.lijst, name="lijst"),
    path("nazorgcontacten/<int:nummer>/", views.contact, name="contact"),
    path("plaatsingen/<int:nummer>/nazorg/", views.nazorg, name="nazorg"),
    path("plaatsingen/<int:nummer>/nazorg/plan/", views.plan, name="plan"),
    path("plaatsingen/<int:nummer>/nazorg/contact/", views_plan.los_contact, name="los_contact"),
    path("plaatsingen/<int:nummer>/nazorg/vorm/", views_plan.vorm, name="vorm"),
    path("plaatsingen/<int:nummer>/nazorg/meldlinks/", views_melden.meldlinks, name="meldlinks"),
    path("plaatsingen/<int:nummer>/nazorg/evaluatie/", views_plan.evaluatie, name="evaluatie"),
    path("plaatsingen/<int:nummer>/nazorg/contactpersoon/", views.contactpersoon, name="contactpersoon"),
    path("plaatsingen/<int:nummer>/nazorg/verlengen/", views.verlengen, name="verlengen"),
    path("plaatsingen/<int:nummer>/nazorg/stoppen/", views.stoppen, name="stoppen"),
    path("plaatsingen/<int:nummer>/doorplaatsen/", views.doorplaatsen, name="doorplaatsen"),
    path("plaatsingen/<int:nummer>/probleem/", views.melden, name="melden"),
    path("problemen/<int:nummer>/", views.probleem, name="probleem"),
    path("problemen/<int:nummer>/gesprek/", views_melden.gesprek, name="gesprek"),
    path("probleem-melden/<str:code>/", views_melden.via_link, name="via_link"),
    path("probleem-gemeld/", views_melden.gemeld, name="gemeld"),
]
