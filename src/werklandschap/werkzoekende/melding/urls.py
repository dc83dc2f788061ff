"""Pages of this room: the desk, and the public form."""

from django.urls import path

from werklandschap.werkzoekende.melding.views import balie, openbaar

urlpatterns = [
    path("dossiers/melding/", balie.melding, name="melding"),
    path("dossiers/melding/beoordelen/<uuid:melding>/", balie.beoordelen, name="beoordelen"),
    path("dossiers/<int:nummer>/signalen/", balie.signalen, name="signalen"),
    path("dossiers/<int:nummer>/signalen/<int:signaal>/klaar/", balie.signaal_klaar, name="signaal_klaar"),
    path("hulp-vragen/", openbaar.hulp_vragen, name="hulp_vragen"),
    path("hulp-vragen/verder/", openbaar.verder, name="verder"),
    path("hulp-vragen/bewaard/", openbaar.bewaard, name="bewaard"),
    path("hulp-vragen/bedankt/", openbaar.bedankt, name="bedankt"),
    path("hulp-vragen/reactie/", openbaar.reactie, name="reactie"),
]
