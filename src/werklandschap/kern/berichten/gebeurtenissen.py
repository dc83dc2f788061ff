"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("bericht.verstuurd", _("Bericht gestuurd"), _("{onderwerp}. {manier}."), voor_betrokkene=True)
registreer("bericht.ontvangen", _("Bericht van de klant"), _("Te lezen bij Berichten."), voor_betrokkene=True)
registreer("brief.gewijzigd", _("Brieftekst gewijzigd"), _("{brief}, {vorm}."))
registreer("brief.hersteld", _("Brieftekst hersteld"), _("{brief}, {vorm}: weer de tekst van Werklandschap."))
registreer("herinnering.afgedrukt", _("Herinnering afgedrukt"), _("Brief voor de afspraak van {wanneer}."))
