"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("manier.gekozen", _("Manier gekozen"), _("{manier}"), voor_betrokkene=True)
registreer("manier.losgelaten", _("Manier losgelaten"), _("{manier}"), voor_betrokkene=True)
registreer("werkgeverstap.erbij", _("Stap erbij"), _("{stap}"), voor_betrokkene=True)
registreer("werkgeverstap.klaar", _("Stap klaar"), _("{stap}"), voor_betrokkene=True)
registreer("werkgeverstap.vervallen", _("Stap vervallen"), _("{stap}"), voor_betrokkene=True)
