"""What this room writes in the log of the administration."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "eerlijk.geslacht",
    _("Vrouwen en mannen vergeleken"),
    _("Gelijke kansen berekend met een lijst over {aantal} mensen. De lijst is niet bewaard."),
)
