"""Paths of this room."""

from django.urls import path

from werklandschap.werkgever.werving import views, views_groeien, views_open_hiring, views_overleg

urlpatterns = [
    path("werkprofielen/<int:nummer>/kandidaten/", views.kandidaten, name="kandidaten"),
    path("werkprofielen/<int:nummer>/kandidaten/<int:dossier>/", views.uitleg, name="uitleg"),
    path("werkprofielen/<int:nummer>/groeien/", views_groeien.groeien, name="groeien"),
    path("werkprofielen/<int:nummer>/groeien/vraag/", views_groeien.vraag, name="groeien_vraag"),
    path("werkprofielen/<int:nummer>/groeien/<int:wens>/", views_groeien.antwoord, name="groeien_antwoord"),
    path("werkprofielen/<int:nummer>/voorselecteren/", views.voorselecteren, name="voorselecteren"),
    path("werkprofielen/<int:nummer>/niet-voordragen/", views.niet_voordragen, name="niet_voordragen"),
    path("werkprofielen/<int:nummer>/voorbereiden/", views.voorbereiden, name="voorbereiden"),
    path("werkprofielen/<int:nummer>/persoonlijk/", views.persoonlijk, name="persoonlijk"),
    path("werkprofielen/<int:nummer>/inbrengen/", views_overleg.inbrengen, name="inbrengen"),
    path("werkprofielen/<int:nummer>/open-hiring/", views_open_hiring.open_hiring, name="open_hiring"),
    path("werkprofielen/<int:nummer>/open-hiring/beurt/<int:aanmelding>/", views_open_hiring.beurt, name="beurt"),
    path("werkprofielen/<int:nummer>/open-hiring/stop/<int:aanmelding>/", views_open_hiring.stop, name="stop"),
    path("matchingsoverleg/", views_overleg.lijst, name="overleggen"),
    path("matchingsoverleg/nieuw/", views_overleg.nieuw, name="overleg_nieuw"),
    path("matchingsoverleg/<int:nummer>/", views_overleg.overleg, name="overleg"),
    path("matchingsoverleg/<int:nummer>/wijzig/", views_overleg.wijzig, name="overleg_wijzig"),
    path("matchingsoverleg/<int:nummer>/afronden/", views_overleg.afronden, name="overleg_afronden"),
    path("matchingsoverleg/<int:nummer>/kandidaat/<int:kandidaat>/naam/", views_overleg.naam, name="overleg_naam"),
    path(
        "matchingsoverleg/<int:nummer>/kandidaat/<int:kandidaat>/besluit/",
        views_overleg.besluit,
        name="overleg_besluit",
    ),
    path("dossiers/<int:nummer>/werk/", views.dossier_werk, name="dossier_werk"),
]
