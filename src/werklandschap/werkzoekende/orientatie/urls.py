"""Paths of this tile."""

from django.urls import path

from werklandschap.werkzoekende.orientatie import views, views_plekken, views_testen

BASIS = "dossiers/<int:nummer>/orientatie/"
urlpatterns = [
    path(BASIS, views.overzicht, name="orientatie"),
    path(f"{BASIS}test/<slug:soort>/", views_testen.test, name="test"),
    path(f"{BASIS}uitslag/<int:afname>/", views_testen.uitslag, name="uitslag"),
    path(f"{BASIS}plekken/", views_plekken.zoek, name="plekken"),
    path(f"{BASIS}plekken/nieuw/", views_plekken.nieuw, name="plek_nieuw"),
    path(f"{BASIS}plekken/<int:plek>/", views_plekken.plek, name="plek"),
    path(f"{BASIS}plekken/<int:plek>/stop/", views_plekken.stop, name="plek_stop"),
    path(f"{BASIS}beroepen/", views.beroepen, name="beroepen"),
    path(f"{BASIS}beroepen/vergelijk/", views.vergelijk, name="vergelijk"),
    path(f"{BASIS}beroepen/<int:beroep>/", views.beroep, name="beroep"),
    path(f"{BASIS}beroepen/<int:beroep>/kies/", views.kies, name="kies"),
    path(f"{BASIS}beroepen/<int:beroep>/los/", views.laat_los, name="laat_los"),
    path(f"{BASIS}huiswerk/<int:huiswerk>/klaar/", views.huiswerk_klaar, name="huiswerk_klaar"),
]
