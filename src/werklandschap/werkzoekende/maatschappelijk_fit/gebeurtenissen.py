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
registreer(
    "meedoen.begonnen", _("Begonnen met meedoen"), _("{soort}: {wat} bij {plek}, {uren} uur."), voor_betrokkene=True
)
registreer("meedoen.gaat_door", _("Meedoen gaat door"), _("{wat}, {uren} uur. {reactie}"), voor_betrokkene=True)
registreer("meedoen.gestopt", _("Gestopt met meedoen"), _("{wat}. {reactie}"), voor_betrokkene=True)
registreer(
    "meedoendoel.gezet", _("Meedoen is nu het doel"), _("{stap} Wij kijken opnieuw op {datum}."), voor_betrokkene=True
)
registreer(
    "meedoendoel.blijft", _("Meedoen blijft het doel"), _("Wij kijken opnieuw op {datum}."), voor_betrokkene=True
)
registreer("meedoendoel.meer", _("Er kan nu meer"), _("{reden}"), voor_betrokkene=True)
