"""Kinds of events of this room: what administrators change."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("gemeente.gewijzigd", _("Gemeente gewijzigd"), _("Gewijzigd: {wat}."))
registreer("parameter.gezet", _("Parameter gezet"), _("{wat}: {waarde}, vanaf {vanaf}. Waarom: {waarom}"))
registreer(
    "parameter.regio",
    _("Parameter van de regio gezet"),
    _("{wat}: {waarde} voor de hele regio, vanaf {vanaf}. Waarom: {waarom}"),
)
registreer("team.gemaakt", _("Team gemaakt"), _("Team {naam} is erbij gekomen."))
registreer("partner.toegevoegd", _("Partner toegevoegd"), _("Partner {naam} is erbij gekomen."))
registreer("tegeltekst.gewijzigd", _("Tegeltekst gewijzigd"), _("Tekst van {tegel} ({taal}), versie {nummer}."))
registreer("instrument.aangepast", _("Instrument aangepast"), _("Instrument {code}: {stand}."))
registreer("lijst.aangepast", _("Lijst aangepast"), _("{lijst}, {code}: {stand}."))
