"""Paths of this room."""

from django.urls import path

from werklandschap.kern.relaties import views, views_onderdelen

urlpatterns = [
    path("relaties/", views.lijst, name="lijst"),
    path("relaties/nieuw/", views.nieuw, name="nieuw"),
    path("relaties/<int:nummer>/", views.relatie, name="relatie"),
    path("relaties/<int:nummer>/bewerken/", views.bewerken, name="bewerken"),
    path("relaties/<int:nummer>/tijdlijn/", views.tijdlijn, name="tijdlijn"),
    path("relaties/<int:nummer>/contact/", views_onderdelen.contact, name="contact"),
    path("relaties/<int:nummer>/contact/<int:moment>/", views_onderdelen.contact_afronden, name="contact_afronden"),
    path("relaties/<int:nummer>/vestigingen/nieuw/", views_onderdelen.vestiging, name="vestiging"),
    path("relaties/<int:nummer>/contactpersonen/nieuw/", views_onderdelen.persoon_nieuw, name="persoon_nieuw"),
    path("relaties/<int:nummer>/contactpersonen/<int:persoon>/", views_onderdelen.persoon, name="persoon"),
    path(
        "relaties/<int:nummer>/contactpersonen/<int:persoon>/account/",
        views_onderdelen.persoon_account,
        name="persoon_account",
    ),
    path("relaties/<int:nummer>/vast-contact/", views_onderdelen.vast_contact, name="vast_contact"),
    path("relaties/<int:nummer>/samenvoegen/", views_onderdelen.samenvoegen, name="samenvoegen"),
    path("relaties/<int:nummer>/tegels/<slug:slug>/begin/", views_onderdelen.bezoek_start, name="bezoek_start"),
    path("relaties/<int:nummer>/tegels/<int:bezoek>/einde/", views_onderdelen.bezoek_eind, name="bezoek_eind"),
]
