"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("manier.gekozen", _("Manier gekozen"), _("{manier}"), voor_betrokkene=True)
registreer("manier.losgelaten", _("Manier losgelaten"), _("{manier}"), voor_betrokkene=True)
registreer("werkgeverstap.erbij", _("Stap erbij"), _("{stap}"), voor_betrokkene=True)
registreer("werkgeverstap.klaar", _("Stap klaar"), _("{stap}"), voor_betrokkene=True)
registreer("werkgeverstap.vervallen", _("Stap vervallen"), _("{stap}"), voor_betrokkene=True)
registreer("functie.bekeken", _("Functie bekeken"), _("{functie}: {oordeel}."), voor_betrokkene=True)
registreer("checklist.ingevuld", _("Checklist ingevuld"), _("{aantal} vragen met ja."), voor_betrokkene=True)
registreer("sroi.opdracht", _("Opdracht met social return"), _("{naam}: {bedrag}."), voor_betrokkene=True)
registreer("sroi.ingevuld", _("Social return ingevuld"), _("Voor {naam}."), voor_betrokkene=True)
registreer("sroi.weggehaald", _("Invulling weggehaald"), _("Van {naam}."), voor_betrokkene=True)
registreer("pso.geteld", _("Geteld voor de PSO"), _("Op {op}."), voor_betrokkene=True)
registreer("beleid.bewaard", _("Beleid bewaard"), _("{wat}, versie {versie}."), voor_betrokkene=True)
registreer("sroi.bedragen", _("Bedragen voor social return gezet"), _("Vanaf {vanaf}. Bron: {bron}."))
registreer(
    "sroi.bedragen_regio", _("Bedragen voor social return van de regio gezet"), _("Vanaf {vanaf}. Bron: {bron}.")
)
registreer("sroi.volgt_regio", _("Social return: weer de bedragen van de regio"), _("Vanaf {vanaf}."))
registreer("pso.normen", _("Normen van de PSO gezet"), _("Vanaf {vanaf}. Bron: {bron}."))
