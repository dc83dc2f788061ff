"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.contact import views, views_markt, views_netwerk

urlpatterns = [
    path("werkgever-melden/", views.melden, name="melden"),
    path("werkgever-melden/bedankt/", views.bedankt, name="bedankt"),
    path("relaties/<int:nummer>/kansen/", views.kansen, name="kansen"),
    path("relaties/<int:nummer>/kansen/<int:kans>/klaar/", views.kans_klaar, name="kans_klaar"),
    path("relaties/<int:nummer>/voorbereiden/", views.voorbereiden, name="voorbereiden"),
    path("relaties/<int:nummer>/verhalen/", views_netwerk.verhalen, name="verhalen"),
    path(
        "relaties/<int:nummer>/verhalen/<int:verhaal>/weg/", views_netwerk.verhaal_intrekken, name="verhaal_intrekken"
    ),
    path("relaties/<int:nummer>/arbeidsmarkt/", views_netwerk.markt, name="markt"),
    path("relaties/<int:nummer>/doorverwijzen/", views_netwerk.doorverwijzen, name="doorverwijzen"),
    path(
        "relaties/<int:nummer>/doorverwijzen/<int:doorverwijzing>/klaar/",
        views_netwerk.doorverwijzing_klaar,
        name="doorverwijzing_klaar",
    ),
    path("arbeidsmarkt/inlezen/", views_netwerk.arbeidsmarkt_inlezen, name="arbeidsmarkt_inlezen"),
    path("marktbewerkingsplan/", views_markt.plan, name="marktplan"),
    path("marktbewerkingsplan/plannen/", views_markt.plannen, name="marktplannen"),
    path("marktbewerkingsplan/instellen/", views_markt.instellen, name="marktplan_instellen"),
    path("marktbewerkingsplan/nieuw/", views_markt.nieuw, name="marktdoel_nieuw"),
    path("marktbewerkingsplan/<int:doel>/wijzig/", views_markt.wijzig, name="marktdoel_wijzig"),
    path("marktbewerkingsplan/<int:doel>/weg/", views_markt.weg, name="marktdoel_weg"),
    path("marktbewerkingsplan/<int:doel>/benader/", views_markt.benader, name="marktdoel_benader"),
    path("marktbewerkingsplan/<int:doel>/partner/", views_markt.partner, name="marktdoel_partner"),
    path("marktbewerkingsplan/<int:doel>/resultaat/", views_markt.resultaat, name="marktdoel_resultaat"),
]
