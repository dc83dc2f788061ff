"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("werkgever.gemeld", _("Werkgever meldde zich"), _("{vraag}"), voor_betrokkene=True)
registreer("kans.gezien", _("Kans gezien"), _("{kans}. Volgende stap: {stap}"), voor_betrokkene=True)
registreer("kans.afgerond", _("Kans afgerond"), _("{kans}. {uitkomst}"), voor_betrokkene=True)
registreer(
    "marktplan.bewaard",
    _("Marktbewerkingsplan bewaard"),
    _("Van {van} tot en met {tot}, {aantal} werkgevers. Met: {met}."),
)
registreer("marktdoel.toegevoegd", _("In het marktbewerkingsplan"), _("{naam} staat in het plan."))
registreer("marktdoel.gewijzigd", _("Marktbewerkingsplan gewijzigd"), _("{naam} is aangepast."))
registreer("marktdoel.weggehaald", _("Uit het marktbewerkingsplan"), _("{naam} staat niet meer in het plan."))
registreer(
    "marktdoel.bezig", _("Wordt benaderd uit het marktbewerkingsplan"), _("{naam}, door {wie}, tot en met {tot}.")
)
registreer("marktdoel.benaderd", _("Benaderd uit het marktbewerkingsplan"), _("{naam}. {resultaat}"))
registreer("verhaal.verteld", _("Verhaal gedeeld"), _("{kop}. Toestemming van {wie}."), voor_betrokkene=True)
registreer("verhaal.ingetrokken", _("Verhaal ingetrokken"), _("{kop}"), voor_betrokkene=True)
registreer("doorverwezen", _("Vraag doorgegeven"), _("Naar {naar}."), voor_betrokkene=True)
registreer("doorverwezen.opgepakt", _("Vraag opgepakt"), _("Door {naar}. {afloop}"), voor_betrokkene=True)
registreer("doorverwezen.terug", _("Vraag terug bij ons"), _("{naar} kan niet helpen. {afloop}"), voor_betrokkene=True)
