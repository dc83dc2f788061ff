"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("werkgever.gemeld", _("Werkgever meldde zich"), _("{vraag}"), voor_betrokkene=True)
registreer("kans.gezien", _("Kans gezien"), _("{kans}. Volgende stap: {stap}"), voor_betrokkene=True)
registreer("kans.afgerond", _("Kans afgerond"), _("{kans}. {uitkomst}"), voor_betrokkene=True)
registreer("marktdoel.benaderd", _("Benaderd uit het marktbewerkingsplan"), _("{naam}. {resultaat}"))
