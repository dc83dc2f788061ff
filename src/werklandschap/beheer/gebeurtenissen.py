"""Kinds of events of this room: what administrators change."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("gemeente.gewijzigd", _("Gemeente gewijzigd"), _("Gewijzigd: {wat}."))
registreer("instellingen.gewijzigd", _("Instellingen gewijzigd"), _("Gewijzigd: {wat}."))
registreer("team.gemaakt", _("Team gemaakt"), _("Team {naam} is erbij gekomen."))
registreer("partner.toegevoegd", _("Partner toegevoegd"), _("Partner {naam} is erbij gekomen."))
registreer("tegeltekst.gewijzigd", _("Tegeltekst gewijzigd"), _("Tekst van {tegel} ({taal}), versie {nummer}."))
registreer("instrument.aangepast", _("Instrument aangepast"), _("Instrument {code}: {stand}."))
