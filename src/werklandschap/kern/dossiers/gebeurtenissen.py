"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("toestemming.gevraagd", _("Toestemming gevraagd"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.gegeven", _("Toestemming gegeven"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.geweigerd", _("Geen toestemming"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
registreer("toestemming.ingetrokken", _("Toestemming ingetrokken"), _("{waarvoor}: {voor_wie}."), voor_betrokkene=True)
