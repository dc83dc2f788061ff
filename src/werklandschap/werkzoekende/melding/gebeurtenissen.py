"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.contact import telt_als_contact
from werklandschap.kern.tijdlijn.soorten import registreer

registreer("melding.opnieuw", _("Nieuwe hulpvraag"), _("{hulpvraag}"), voor_betrokkene=True)
# The words are neutral: who reads along need not know what exactly was noticed.
registreer("signaal.gemeld", _("Signaal"), _("{tekst}"))
registreer("signaal.afgehandeld", _("Signaal afgehandeld"), _("{tekst}"))
registreer("terugkoppeling.gegeven", _("Reactie op de melding"), _("Begrepen en geholpen: {antwoord}. {opmerking}"))

telt_als_contact("melding.opnieuw")
