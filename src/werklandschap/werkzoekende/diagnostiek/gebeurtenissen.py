"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.contact import telt_als_contact
from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "gesprek.gepland", _("Gesprek gepland"), _("{soort} op {wanneer} met {wie}. {onderwerp}"), voor_betrokkene=True
)
registreer("gesprek.voorbereid", _("Gesprek voorbereid"), _("{soort} van {wanneer}."))
registreer("gesprek.gehouden", _("Gesprek gehouden"), _("{soort} op {wanneer}. {onderwerp}"), voor_betrokkene=True)
registreer("gesprek.vervallen", _("Gesprek gaat niet door"), _("{soort} van {wanneer}."), voor_betrokkene=True)
telt_als_contact("gesprek.gehouden")
