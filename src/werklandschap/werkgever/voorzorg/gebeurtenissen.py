"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("route.besproken", _("Route besproken"), _("{route}"), voor_betrokkene=True)
registreer("vraag.gesteld", _("Vraag gesteld"), _("{vraag}"), voor_betrokkene=True)
registreer("vraag.beantwoord", _("Vraag beantwoord"), _("{vraag}"), voor_betrokkene=True)
registreer("nieuws.verstuurd", _("Nieuws gestuurd"), _("{titel}, aan {naam}"), voor_betrokkene=True)
registreer("nieuws.afgemeld", _("Afgemeld voor nieuws"), _("{naam} wil geen nieuws meer."), voor_betrokkene=True)
registreer("nieuws.gekozen", _("Nieuws gekozen"), _("{naam} wil nieuws over: {over}."), voor_betrokkene=True)
registreer("risico.gemeld", _("Medewerker met risico"), _("{soort}: {aanpak}."), voor_betrokkene=True)
registreer("risico.klaar", _("Teruggekeken op een risico"), _("{afloop}"), voor_betrokkene=True)
