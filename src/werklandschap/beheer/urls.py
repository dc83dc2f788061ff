"""Paths of this room."""

from django.urls import path

from werklandschap.beheer import (
    views,
    views_arbeidsmarkt,
    views_brieven,
    views_lijsten,
    views_logboek,
    views_parameters,
    views_pso,
    views_teksten,
)

urlpatterns = [
    path("beheer/arbeidsmarkt/", views_arbeidsmarkt.arbeidsmarkt, name="arbeidsmarkt"),
    path("beheer/kleur/<str:code>.<int:versie>.css", views.kleur, name="kleur"),
    path("beheer/", views.overzicht, name="overzicht"),
    path("beheer/gemeente/", views.gemeente, name="gemeente"),
    path("beheer/gemeente/logo/", views.logo, name="logo"),
    path("beheer/instellingen/", views_parameters.instellingen, name="instellingen"),
    path("beheer/instellingen/<slug:code>/", views_parameters.instelling, name="instelling"),
    path("beheer/accounts/", views.gebruikers, name="gebruikers"),
    path("beheer/accounts/nieuw/", views.gebruiker_nieuw, name="gebruiker_nieuw"),
    path("beheer/accounts/<int:nummer>/", views.gebruiker, name="gebruiker"),
    path("beheer/accounts/<int:nummer>/tweede-factor/", views.gebruiker_tweede_factor, name="gebruiker_tweede_factor"),
    path("beheer/teams/", views.teams, name="teams"),
    path("beheer/partners/", views.partners, name="partners"),
    path("beheer/lezingen/", views.lezingen, name="lezingen"),
    path("beheer/logboek/", views_logboek.logboek, name="logboek"),
    path("beheer/dagelijks/", views.dagelijks, name="dagelijks"),
    path("beheer/parameters/", views.parameters, name="parameters"),
    path("beheer/pso/", views_pso.pso, name="pso"),
    path("beheer/tegels/", views_teksten.tegels, name="tegels"),
    path("beheer/tegels/versies/<int:nummer>/herstel/", views_teksten.tegel_herstel, name="tegel_herstel"),
    path("beheer/tegels/<slug:kant>/<slug:slug>/<str:taal>/", views_teksten.tegel, name="tegel"),
    path("beheer/brieven/", views_brieven.brieven, name="brieven"),
    path("beheer/brieven/<slug:code>/<slug:vorm>/", views_brieven.brief, name="brief"),
    path("beheer/brieven/<slug:code>/<slug:vorm>/herstel/", views_brieven.brief_herstel, name="brief_herstel"),
    path("beheer/lijsten/<slug:lijst>/", views_lijsten.lijst, name="lijst"),
    path("beheer/lijsten/<slug:lijst>/<slug:code>/", views_lijsten.rij, name="lijstrij"),
    path("beheer/instrumenten/", views_teksten.instrumenten, name="instrumenten"),
    path("beheer/instrumenten/<slug:code>/", views_teksten.instrument, name="instrument"),
]
