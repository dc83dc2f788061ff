"""Kinds of events of this room. An answer to the survey is no event: it would tell when somebody answered."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("gereedheid.bekeken", _("Gereedheid besproken"), _("{aantal} punten besproken."), voor_betrokkene=True)
registreer("draagvlak.gestart", _("Draagvlakonderzoek gestart"), _("Open tot en met {tot}."), voor_betrokkene=True)
