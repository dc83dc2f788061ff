"""Kinds of events of this room. Sensitive aspects leave no name and no value on the time line."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "waarneming.vastgelegd",
    _("Klantbeeld aangevuld"),
    _("{aspect}: {waarde} (volgens: {bron})."),
    gewoon=(
        _("Er is iets opgeschreven"),
        _("Dit gaat over: {aspect}. Ziet u het anders? Zeg dat bij ‘Hoe gaat het?’."),
    ),
)
registreer(
    "meting.vastgelegd",
    _("Meting vastgelegd"),
    _("{instrument}: {aantal} onderdelen besproken op {datum}."),
    voor_betrokkene=True,
)
