"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("hulp.gevraagd", _("Snelle hulp gevraagd"), _("{wat} ({bedrag})."), voor_betrokkene=True)
registreer("hulp.akkoord", _("Snelle hulp akkoord"), _("{wat} ({bedrag}). {besluit}"), voor_betrokkene=True)
registreer("hulp.afgewezen", _("Snelle hulp afgewezen"), _("{wat}. {besluit}"), voor_betrokkene=True)
registreer("hulp.geregeld", _("Snelle hulp geregeld"), _("{wat}."), voor_betrokkene=True)
registreer(
    "voorzieningen.gecheckt",
    _("Voorzieningencheck gedaan"),
    _("{kansrijk} kansrijk, {vraag_na} om na te vragen."),
    voor_betrokkene=True,
)
