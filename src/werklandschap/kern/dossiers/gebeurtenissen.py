"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("toestemming.gevraagd", _("Toestemming gevraagd"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.gegeven", _("Toestemming gegeven"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.geweigerd", _("Geen toestemming"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.ingetrokken", _("Toestemming ingetrokken"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)

registreer("dossier.gemaakt", _("Dossier gemaakt"), _("Hulpvraag ontvangen: {kanaal}."), voor_betrokkene=True)
registreer("dossier.gesloten", _("Dossier gesloten"), _("Reden: {reden}. {toelichting}"), voor_betrokkene=True)
registreer("dossier.heropend", _("Dossier weer open"), _("{toelichting}"), voor_betrokkene=True)
registreer("dossier.toegewezen", _("Vaste contactpersoon"), _("{naam} is nu verantwoordelijk."), voor_betrokkene=True)
registreer("dossier.verdeeld", _("Dossier verdeeld"), _("Nu van {naam}. Reden: {reden}"))
registreer("dossier.teruggegeven", _("Verdeling teruggedraaid"), _("Terug naar {naam}."), voor_betrokkene=True)
registreer(
    "dossier.samengevoegd",
    _("Dossiers samengevoegd"),
    _("Dossier {vervallen} is opgegaan in dossier {blijft}. Er is niets weggegooid."),
    voor_betrokkene=True,
)
registreer("persoon.gewijzigd", _("Gegevens gewijzigd"), _("Gewijzigd: {velden}."), voor_betrokkene=True)
registreer("hulpvraag.gewijzigd", _("Hulpvraag aangepast"), _("{hulpvraag}"), voor_betrokkene=True)
registreer(
    "doelgroep.gezet",
    _("Doelgroep vastgelegd"),
    _("{doelgroep}, vanaf {van}."),
    gewoon=(_("Regels die voor u gelden"), _("{doelgroep}, vanaf {van}.")),
)
registreer("inkomen.gekoppeld", _("Aanvraag inkomen gekoppeld"), _("Nummer {nummer}. {status}"), voor_betrokkene=True)
registreer("leesniveau.gekozen", _("Niveau van brieven gekozen"), _("Brieven gaan op: {niveau}."))
registreer("account.gekoppeld", _("Account gekoppeld"), _("U kunt nu zelf inloggen."), voor_betrokkene=True)

registreer(
    "overdracht.aangeboden",
    _("Overdracht aangeboden"),
    _("{onderwerp}, aan {naar}. Antwoord voor {voor}. {wie_belt}"),
    voor_betrokkene=True,
)
registreer(
    "overdracht.geaccepteerd",
    _("Overdracht geaccepteerd"),
    _("{naar} gaat verder met: {onderwerp}. {antwoord}"),
    voor_betrokkene=True,
)
registreer("overdracht.herinnerd", _("Partner herinnerd"), _("{naar} is gevraagd om een antwoord voor {voor}."))
registreer("overdracht.geweigerd", _("Overdracht geweigerd"), _("{naar} neemt dit niet over: {onderwerp}. {antwoord}"))
registreer(
    "overdracht.ingetrokken", _("Overdracht ingetrokken"), _("{onderwerp} blijft waar het was."), voor_betrokkene=True
)
