"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "badge.ingelezen", _("Badge ingelezen"), _("{naam}. {stand}"), gewoon=(_("Er is een badge bij"), _("{naam}."))
)
registreer(
    "badge.gecontroleerd",
    _("Badge opnieuw gecontroleerd"),
    _("{naam}. {stand}"),
    gewoon=(_("Uw badge is nog eens bekeken"), _("{naam}.")),
)
registreer(
    "badge.overgenomen",
    _("Badge staat in het profiel"),
    _("{naam}: {competenties}."),
    gewoon=(_("Uw badge telt mee"), _("{naam}.")),
)
registreer("badge.verwijderd", _("Badge verwijderd"), _("{naam}."), gewoon=(_("Een badge is weg"), _("{naam}.")))
registreer("uitgever.vertrouwd", _("Uitgever van badges toegevoegd"), _("{naam} ({kenmerk}). Bron: {bron}."))
registreer("uitgever.verwijderd", _("Uitgever van badges verwijderd"), _("{naam} ({kenmerk})."))
