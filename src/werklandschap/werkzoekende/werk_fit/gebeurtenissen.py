"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("obstakel.gezien", _("Obstakel opgeschreven"), _("{tekst}: {wie}, voor {voor}."), voor_betrokkene=True)
registreer("obstakel.opgelost", _("Obstakel opgelost"), _("{tekst}. {oplossing}"), voor_betrokkene=True)
registreer(
    "netwerk.toegevoegd", _("Eigen netwerk aangevuld"), _("Iemand kan helpen met: {waarmee}."), voor_betrokkene=True
)
registreer("netwerk.gewijzigd", _("Eigen netwerk aangepast"), _("Over: {waarmee}."), voor_betrokkene=True)
registreer("netwerk.verwijderd", _("Iemand uit het netwerk gehaald"), _("Over: {waarmee}."), voor_betrokkene=True)
registreer(
    "netwerk.gesproken", _("Iemand uit het netwerk gesproken"), _("Over: {waarmee}. {uitkomst}"), voor_betrokkene=True
)
registreer("oefening.gedaan", _("Geoefend"), _("{wat} ({soort})."), voor_betrokkene=True)
