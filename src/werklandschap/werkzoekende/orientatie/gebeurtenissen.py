"""Kinds of events of this tile."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("interessetest.gedaan", _("Interessetest gedaan"), _("Dit kwam eruit: {uitslag}."), voor_betrokkene=True)
registreer("beroep.gekozen", _("Beroep gekozen om te verkennen"), _("{beroep}. {waarom}"), voor_betrokkene=True)
registreer("huiswerk.gegeven", _("Opdracht voor thuis"), _("{opdracht}. Klaar voor {voor_op}."), voor_betrokkene=True)
registreer("huiswerk.gedaan", _("Opdracht gedaan"), _("{opdracht}. {uitkomst}"), voor_betrokkene=True)
