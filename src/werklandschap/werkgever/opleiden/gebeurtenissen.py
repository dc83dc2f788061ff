"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("training.gepland", _("Training gepland"), _("{training} voor {naam}, op {datum}."), voor_betrokkene=True)
registreer("training.behaald", _("Training gevolgd"), _("{training} door {naam}. {geldig}"), voor_betrokkene=True)
