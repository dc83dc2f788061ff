"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("document.toegevoegd", _("Document toegevoegd"), _("{naam}."))
registreer("document.gedeeld", _("Document voor u en ons"), _("{naam}."), voor_betrokkene=True)
registreer("document.niet_gedeeld", _("Document niet meer gedeeld"), _("{naam}."))
registreer("document.verwijderd", _("Document verwijderd"), _("{naam}. Reden: {reden}"))
