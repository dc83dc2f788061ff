"""Paths of this room: the pages of residents, of employers and of partners."""

from django.urls import path

from werklandschap.portaal import (
    views_bedrijf,
    views_kansen,
    views_meedoen,
    views_mijn,
    views_papieren,
    views_partner,
    views_speeddate,
    views_werk,
)

urlpatterns = [
    path("mijn/", views_mijn.mijn, name="mijn"),
    path("mijn/beeld/", views_mijn.beeld, name="beeld"),
    path("mijn/beeld/<slug:code>/", views_mijn.beeld_aanvullen, name="beeld_aanvullen"),
    path("mijn/kansen/", views_kansen.kansen, name="kansen"),
    path("mijn/kansen/<int:sleutel>/", views_kansen.kies, name="kies"),
    path("mijn/meedoen/", views_meedoen.meedoen, name="meedoen"),
    path("mijn/papieren/", views_papieren.papieren, name="papieren"),
    path("mijn/papieren/terugschrijven/", views_papieren.terugschrijven, name="terugschrijven"),
    path("mijn/papieren/berichten/<int:sleutel>/gelezen/", views_papieren.gelezen, name="gelezen"),
    path("mijn/papieren/berichten/<int:sleutel>/brief.pdf", views_papieren.brief, name="brief"),
    path("mijn/papieren/<uuid:document>/", views_papieren.document, name="document"),
    path("mijn/tijdlijn/", views_mijn.tijdlijn, name="tijdlijn"),
    path("mijn/vragen/<int:sleutel>/", views_mijn.antwoord, name="antwoord"),
    path("mijn/vragen/<int:sleutel>/intrekken/", views_mijn.intrekken, name="intrekken"),
    path("mijn/stappen/<int:sleutel>/klaar/", views_mijn.stap_klaar, name="stap_klaar"),
    path("mijn/plan/akkoord/", views_mijn.plan_akkoord, name="plan_akkoord"),
    path("mijn/plan/anders/", views_mijn.plan_anders, name="plan_anders"),
    path("mijn/werk/<int:sleutel>/probleem/", views_werk.probleem, name="mijn_probleem"),
    path("mijn/werk/<int:sleutel>/akkoord/", views_werk.akkoord, name="mijn_akkoord"),
    path("mijn/speeddates/<int:sleutel>/", views_speeddate.mijn_speeddate, name="mijn_speeddate"),
    path(
        "mijn/speeddates/<int:sleutel>/gesprekken/<int:afspraak>/",
        views_speeddate.mijn_antwoord,
        name="mijn_speeddate_antwoord",
    ),
    path("bedrijf/speeddates/<int:sleutel>/", views_speeddate.bedrijf_speeddate, name="bedrijf_speeddate"),
    path(
        "bedrijf/speeddates/<int:sleutel>/gesprekken/<int:afspraak>/",
        views_speeddate.bedrijf_antwoord,
        name="bedrijf_speeddate_antwoord",
    ),
    path("bedrijf/", views_bedrijf.bedrijf, name="bedrijf"),
    path("bedrijf/kandidaten/<int:nummer>/", views_bedrijf.kandidaat, name="kandidaat"),
    path("bedrijf/werk/<int:sleutel>/probleem/", views_werk.probleem, name="bedrijf_probleem"),
    path("bedrijf/werk/<int:sleutel>/akkoord/", views_werk.akkoord, name="bedrijf_akkoord"),
    path("partner/", views_partner.partner, name="partner"),
    path("partner/overdrachten/<int:sleutel>/", views_partner.overdracht, name="overdracht"),
    path("partner/plannen/<int:sleutel>/", views_partner.gedeeld_plan, name="gedeeld_plan"),
    path("partner/plannen/<int:sleutel>/stappen/<int:stap>/klaar/", views_partner.partnerstap, name="partnerstap"),
]
