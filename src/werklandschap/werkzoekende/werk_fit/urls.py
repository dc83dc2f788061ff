"""Paths of this room."""

from django.urls import path

from werklandschap.werkzoekende.werk_fit import views, views_netwerk

app_name = "werkzoekende_werk_fit"
BASIS = "dossiers/<int:nummer>/werk-fit/"
urlpatterns = [
    path(BASIS, views.werk_fit, name="werk_fit"),
    path(f"{BASIS}stap/", views.stap, name="stap"),
    path(f"{BASIS}obstakels/", views.obstakel, name="obstakel"),
    path(f"{BASIS}obstakels/<int:obstakel>/opgelost/", views.obstakel_opgelost, name="obstakel_opgelost"),
    path(f"{BASIS}oefenen/", views.oefening, name="oefening"),
    path(f"{BASIS}netwerk/", views_netwerk.netwerk, name="netwerk"),
    path(f"{BASIS}netwerk/<int:contact>/", views_netwerk.wijzig, name="netwerk_wijzig"),
    path(f"{BASIS}netwerk/<int:contact>/weg/", views_netwerk.weg, name="netwerk_weg"),
    path(f"{BASIS}netwerk/<int:contact>/gesproken/", views_netwerk.gesproken, name="netwerk_gesproken"),
]
