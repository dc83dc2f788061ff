"""Kinds of events of this tile."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("traject.gemaakt", _("Opleiding afgesproken"), _("{naam}, vanaf {van}."), voor_betrokkene=True)
registreer("traject.begonnen", _("Opleiding begonnen"), _("{naam}."), voor_betrokkene=True)
registreer("traject.afgerond", _("Opleiding afgerond"), _("{naam}. {resultaat}"), voor_betrokkene=True)
registreer("traject.gestopt", _("Opleiding gestopt"), _("{naam}. Reden: {reden}."), voor_betrokkene=True)
