"""Paths of this room."""

from django.urls import path

from werklandschap.samen.bemiddeling import views, views_ontmoeting, views_partij, views_speeddate

_voordrachten = [
    path("voordrachten/", views.lijst, name="lijst"),
    path("voordrachten/voorselecteren/", views.voorselecteren, name="voorselecteren"),
    path("voordrachten/reeks/", views_partij.reeks, name="reeks"),
    path("voordrachten/agenda/", views_ontmoeting.agenda, name="agenda"),
    path("voordrachten/<int:nummer>/", views.voordracht, name="voordracht"),
    path("voordrachten/<int:nummer>/vragen/", views.vragen, name="vragen"),
    path("voordrachten/<int:nummer>/antwoord/", views.antwoord, name="antwoord"),
    path("voordrachten/<int:nummer>/voordragen/", views.voordragen, name="voordragen"),
    path("voordrachten/<int:nummer>/herinneren/", views_partij.herinneren, name="herinneren"),
    path("voordrachten/<int:nummer>/begeleiding/", views_ontmoeting.begeleiding_noteren, name="begeleiding"),
    path("voordrachten/<int:nummer>/besluit/", views.besluit, name="besluit"),
    path("voordrachten/<int:nummer>/terugkoppelen/", views.terugkoppelen, name="terugkoppelen"),
    path("voordrachten/<int:nummer>/intrekken/", views.intrekken, name="intrekken"),
    path("voordrachten/<int:nummer>/introductie.pdf", views.introductie_pdf, name="introductie_pdf"),
    path("dossiers/<int:dossier>/open-voorstel/", views_partij.aanbieden, name="aanbieden"),
    path("relaties/<int:werkgever>/open-voorstel/", views_partij.aanbieden_bij, name="aanbieden_bij"),
    path("relaties/<int:werkgever>/private-partij/", views_partij.partij, name="partij"),
]

_ontmoeting = "voordrachten/<int:nummer>/ontmoeting/<int:sleutel>/"
_ontmoetingen = [
    path("voordrachten/<int:nummer>/ontmoeting/", views_ontmoeting.plannen, name="ontmoeting"),
    path(_ontmoeting, views_ontmoeting.uitkomst, name="ontmoeting_uitkomst"),
    path(f"{_ontmoeting}snel/", views_ontmoeting.uitkomst_snel, name="ontmoeting_snel"),
    path(f"{_ontmoeting}verzetten/", views_ontmoeting.verzetten, name="ontmoeting_verzetten"),
    path(f"{_ontmoeting}afzeggen/", views_ontmoeting.afzeggen, name="ontmoeting_afzeggen"),
    path(f"{_ontmoeting}afspraak.ics", views_ontmoeting.ics, name="ontmoeting_ics"),
]

_een = "speeddates/<int:nummer>/"
_speeddates = [
    path("speeddates/", views_speeddate.lijst, name="speeddates"),
    path("speeddates/nieuw/", views_speeddate.nieuw, name="speeddate_nieuw"),
    path(_een, views_speeddate.een, name="speeddate"),
    path(f"{_een}bewerken/", views_speeddate.bewerken, name="speeddate_bewerken"),
    path(f"{_een}werkgevers/", views_speeddate.werkgever_erbij, name="speeddate_werkgever"),
    path(f"{_een}werkgevers/<int:sleutel>/af/", views_speeddate.werkgever_af, name="speeddate_werkgever_af"),
    path(f"{_een}werkgevers/<int:sleutel>/wensen/", views_speeddate.bedrijfswensen, name="speeddate_bedrijfswensen"),
    path(f"{_een}kandidaten/", views_speeddate.kandidaat_erbij, name="speeddate_kandidaat"),
    path(f"{_een}kandidaten/<int:sleutel>/komst/", views_speeddate.komst, name="speeddate_komst"),
    path(f"{_een}kandidaten/<int:sleutel>/wensen/", views_speeddate.wensen, name="speeddate_wensen"),
    path(f"{_een}kandidaten/<int:sleutel>/aanwezig/", views_speeddate.aanwezig, name="speeddate_aanwezig"),
    path(f"{_een}rooster/", views_speeddate.rooster, name="speeddate_rooster"),
    path(f"{_een}dag/", views_speeddate.dag, name="speeddate_dag"),
    path(f"{_een}ronde/", views_speeddate.ronde_begint, name="speeddate_ronde"),
    path(f"{_een}gesprekken/<int:sleutel>/", views_speeddate.gesprek, name="speeddate_gesprek"),
    path(f"{_een}afronden/", views_speeddate.afronden, name="speeddate_afronden"),
    path(f"{_een}rooster-<slug:soort>.pdf", views_speeddate.papieren, name="speeddate_papier"),
]

urlpatterns = [*_voordrachten, *_ontmoetingen, *_speeddates]
