"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("sms.proef", _("Proef-sms gestuurd"), _("{uitkomst}"))
