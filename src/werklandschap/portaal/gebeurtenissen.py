"""Kinds of events of this room."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("toegangscode.gemaakt", _("Code op papier gemaakt"), _("De code werkt tot {tot}."), voor_betrokkene=True)
registreer(
    "toegangscode.ingetrokken", _("Code op papier ingetrokken"), _("De code werkt niet meer."), voor_betrokkene=True
)
registreer("toegangscode.gebruikt", _("Code op papier gebruikt"), _("U kunt nu zelf inloggen."), voor_betrokkene=True)
registreer("toegangscode.geblokkeerd", _("Code op papier geblokkeerd"), _("De geboortedatum was te vaak fout."))
