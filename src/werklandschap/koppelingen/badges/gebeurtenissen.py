"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("badge.ingelezen", _("Badge ingelezen"), _("{naam}. {stand}"), voor_betrokkene=True)
registreer("badge.gecontroleerd", _("Badge opnieuw gecontroleerd"), _("{naam}. {stand}"), voor_betrokkene=True)
registreer("badge.overgenomen", _("Badge staat in het profiel"), _("{naam}: {competenties}."), voor_betrokkene=True)
registreer("badge.verwijderd", _("Badge verwijderd"), _("{naam}."), voor_betrokkene=True)
registreer("uitgever.vertrouwd", _("Uitgever van badges toegevoegd"), _("{naam} ({kenmerk}). Bron: {bron}."))
registreer("uitgever.verwijderd", _("Uitgever van badges verwijderd"), _("{naam} ({kenmerk})."))
