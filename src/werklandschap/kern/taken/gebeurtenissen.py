"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("taak.gemaakt", _("Taak gemaakt"), _("{titel} {wie}"))
registreer("taak.klaar", _("Taak klaar"), _("{titel}"))
registreer("taak.vervallen", _("Taak vervallen"), _("{titel}"))
registreer("taak.heropend", _("Taak weer open"), _("{titel}"))
registreer("taak.overgedragen", _("Taak overgedragen"), _("{titel} → {wie}"))
