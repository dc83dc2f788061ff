"""Kinds of events of this room. On the employer's chain a placement is a number and no report is told."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.contact import telt_als_contact
from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "nazorg.gestart", _("Nazorg afgesproken"), _("{vorm}, tot {tot}. Uw vaste contact is {wie}."), voor_betrokkene=True
)
registreer("nazorg.contact", _("Contact na de start"), _("Gesproken op {dag} met {met_wie}."), voor_betrokkene=True)
registreer("nazorg.evaluatie", _("Samen teruggekeken"), _("{dag}: {besluit}."), voor_betrokkene=True)
registreer(
    "nazorg.contact_gewisseld",
    _("Ander vast contact"),
    _("{nieuw} neemt het over van {oud}. {reden}"),
    voor_betrokkene=True,
)
registreer("nazorg.verlengd", _("Nazorg verlengd"), _("De nazorg duurt tot {tot}."), voor_betrokkene=True)
registreer("nazorg.gestopt", _("Nazorg gestopt"), _("{reden}. {toelichting}"), voor_betrokkene=True)
registreer(
    "nazorg.doorplaatsing", _("Verder naar ander werk"), _("Wij zoeken samen nieuw werk. {reden}"), voor_betrokkene=True
)
registreer("nazorg.vorm", _("Andere vorm van nazorg"), _("Vanaf nu: {vorm}."), voor_betrokkene=True)
registreer("nazorg.meldlinks", _("Link om iets te melden gestuurd"), _("Naar {aantal} mensen."))
registreer("probleem.gesprek", _("Gesproken over een probleem"), _("Met {met_wie}."))
registreer("probleem.gemeld", _("Probleem gemeld"), _("{soort}, gemeld door {van_wie}. Antwoord voor {voor}."))
registreer("probleem.beantwoord", _("Probleem beantwoord"), _("{soort}: {stand}."))
registreer(
    "probleem.antwoord",
    _("Antwoord op wat u meldde"),
    _("U meldde iets op {dag}. Lees ons antwoord."),
    voor_betrokkene=True,
)
registreer("probleem.geescaleerd", _("Antwoord is te laat"), _("{soort}: de manager is gewaarschuwd."))

registreer(
    "werkplek.nazorg",
    _("Nazorg afgesproken"),
    _("Plaatsing {nummer}: uw vaste contact is {wie}."),
    gewoon=(_("Hulp na de start afgesproken"), _("Uw vaste contact is {wie}.")),
)
registreer(
    "werkplek.contact_gewisseld",
    _("Ander vast contact"),
    _("Plaatsing {nummer}: {nieuw} neemt het over van {oud}. {reden}"),
    gewoon=(_("Ander vast contact"), _("{nieuw} neemt het over van {oud}. {reden}")),
)
registreer(
    "werkplek.nazorg_gestopt",
    _("Nazorg gestopt"),
    _("Plaatsing {nummer}."),
    gewoon=(_("De hulp na de start is klaar"), _("U kunt ons altijd bellen.")),
)
registreer(
    "werkplek.probleem",
    _("Probleem gemeld"),
    _("Plaatsing {nummer}: u hoort van ons voor {voor}."),
    gewoon=(_("Probleem gemeld"), _("U hoort van ons voor {voor}.")),
)
registreer(
    "werkplek.probleem_beantwoord",
    _("Probleem beantwoord"),
    _("Plaatsing {nummer}: er is een antwoord."),
    gewoon=(_("Probleem beantwoord"), _("Er is een antwoord.")),
)
telt_als_contact("nazorg.contact")
