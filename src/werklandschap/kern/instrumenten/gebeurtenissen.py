"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "instrument.ingezet", _("Instrument ingezet"), _("{instrument}: {doel}. {waarschuwing}"), voor_betrokkene=True
)
registreer(
    "instrument.geevalueerd",
    _("Instrument bekeken"),
    _("{instrument} is samen bekeken. {oordeel} {toelichting}"),
    voor_betrokkene=True,
)
registreer("instrument.gestopt", _("Instrument gestopt"), _("{instrument} is gestopt. {reden}"), voor_betrokkene=True)
