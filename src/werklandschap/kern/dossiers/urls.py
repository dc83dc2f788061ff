"""Pages of the dossier."""

from django.urls import path

from werklandschap.kern.dossiers.views import (
    dossier,
    lijst,
    overdracht,
    persoon,
    samenvoegen,
    taak,
    taal,
    toestemmingen,
    verdelen,
)

urlpatterns = [
    path("dossiers/", lijst.lijst, name="lijst"),
    path("dossiers/export/", lijst.export, name="export"),
    path("dossiers/zoek-bsn/", lijst.zoek_bsn, name="zoek_bsn"),
    path("dossiers/lijsten/bewaren/", lijst.bewaar, name="lijst_bewaren"),
    path("dossiers/lijsten/<int:sleutel>/weg/", lijst.weg, name="lijst_weg"),
    path("dossiers/verdelen/", verdelen.verdelen, name="verdelen"),
    path("dossiers/verdelingen/", verdelen.verdelingen, name="verdelingen"),
    path("dossiers/verdelingen/<int:sleutel>/terug/", verdelen.terug, name="verdeling_terug"),
    path("dossiers/caseload-overdragen/", verdelen.caseload, name="caseload"),
    path("dossiers/leesbaarheid/<slug:niveau>/", taal.leesbaarheid, name="leesbaarheid"),
    path("dossiers/<int:nummer>/", dossier.overzicht, name="dossier"),
    path("dossiers/<int:nummer>/reden/", dossier.reden, name="reden"),
    path("dossiers/<int:nummer>/tijdlijn/", dossier.tijdlijn, name="tijdlijn"),
    path("dossiers/<int:nummer>/lezers/", dossier.lezers, name="lezers"),
    path("dossiers/<int:nummer>/bezoeken/start/", dossier.bezoek_start, name="bezoek_start"),
    path("dossiers/<int:nummer>/bezoeken/<int:bezoek>/eind/", dossier.bezoek_eind, name="bezoek_eind"),
    path("dossiers/<int:nummer>/taak/", taak.taak, name="taak"),
    path("dossiers/<int:nummer>/sluiten/", dossier.sluiten, name="sluiten"),
    path("dossiers/<int:nummer>/heropenen/", dossier.heropenen, name="heropenen"),
    path("dossiers/<int:nummer>/persoon/", persoon.persoon, name="persoon"),
    path("dossiers/<int:nummer>/persoon/bsn/", persoon.bsn, name="bsn"),
    path("dossiers/<int:nummer>/leesniveau/", taal.leesniveau, name="leesniveau"),
    path("dossiers/<int:nummer>/persoon/account/", persoon.account, name="account"),
    path("dossiers/<int:nummer>/hulpvraag/", persoon.hulpvraag, name="hulpvraag"),
    path("dossiers/<int:nummer>/overdragen/", overdracht.overdragen, name="overdragen"),
    path("dossiers/<int:nummer>/toewijzen/", overdracht.toewijzen, name="toewijzen"),
    path(
        "dossiers/<int:nummer>/overdragen/<int:overdracht>/antwoord/",
        overdracht.antwoord,
        name="overdracht_antwoord",
    ),
    path(
        "dossiers/<int:nummer>/overdragen/<int:overdracht>/intrekken/",
        overdracht.intrekken,
        name="overdracht_intrekken",
    ),
    path("dossiers/<int:nummer>/toestemmingen/", toestemmingen.toestemmingen, name="toestemmingen"),
    path(
        "dossiers/<int:nummer>/toestemmingen/<int:toestemming>/antwoord/",
        toestemmingen.antwoord,
        name="toestemming_antwoord",
    ),
    path(
        "dossiers/<int:nummer>/toestemmingen/<int:toestemming>/intrekken/",
        toestemmingen.intrekken,
        name="toestemming_intrekken",
    ),
    path("dossiers/<int:nummer>/samenvoegen/", samenvoegen.samenvoegen, name="samenvoegen"),
]
