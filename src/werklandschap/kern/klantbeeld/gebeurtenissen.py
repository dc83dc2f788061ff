"""Kinds of events of this room. Sensitive aspects leave no name and no value on the time line."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "waarneming.vastgelegd", _("Klantbeeld aangevuld"), _("{aspect}: {waarde} (volgens: {bron})."), voor_betrokkene=True
)
registreer(
    "meting.vastgelegd",
    _("Meting vastgelegd"),
    _("{instrument}: {aantal} onderdelen besproken op {datum}."),
    voor_betrokkene=True,
)
