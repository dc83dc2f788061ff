"""Kinds of events of this room; the person may read all of them."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("plan.gemaakt", _("Plan gemaakt"), _("Versie {versie} van het plan is gemaakt."), voor_betrokkene=True)
registreer("plan.gewijzigd", _("Plan aangepast"), _("Versie {versie} van het plan is aangepast."), voor_betrokkene=True)
registreer("plan.voorgelegd", _("Plan voorgelegd"), _("Versie {versie} ligt klaar voor akkoord."), voor_betrokkene=True)
registreer("plan.akkoord", _("Akkoord met het plan"), _("Akkoord met versie {versie} ({hoe})."), voor_betrokkene=True)
registreer("plan.reactie", _("Reactie op het plan"), _("Het plan moet anders: {reactie}"), voor_betrokkene=True)
registreer("doel.toegevoegd", _("Doel afgesproken"), _("{doel}"), voor_betrokkene=True)
registreer("doel.gehaald", _("Doel gehaald"), _("{doel}"), voor_betrokkene=True)
registreer("doel.gestopt", _("Doel gestopt"), _("{doel}"), voor_betrokkene=True)
registreer("stap.afgesproken", _("Stap afgesproken"), _("{stap} ({wie})"), voor_betrokkene=True)
registreer("stap.gedaan", _("Stap gezet"), _("{stap}. {resultaat}"), voor_betrokkene=True)
registreer("stap.gestopt", _("Stap gestopt"), _("{stap}"), voor_betrokkene=True)
registreer("plan.partnerbericht", _("Bericht van een partner"), _("{partner} schreef: {tekst}"), voor_betrokkene=True)
