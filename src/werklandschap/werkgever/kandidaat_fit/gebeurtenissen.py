"""Kinds of events of this room. An answer to the survey is no event: it would tell when somebody answered."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("gereedheid.bekeken", _("Gereedheid besproken"), _("{aantal} punten besproken."), voor_betrokkene=True)
# For colleagues only: what we read in a report about a company is not for the company's own page.
registreer("gereedheid.bewijs", _("Bewijs over gereedheid"), _("{punt}. Gezegd op {wanneer}."))
registreer("draagvlak.gestart", _("Draagvlakonderzoek gestart"), _("Open tot en met {tot}."), voor_betrokkene=True)
# Who reads a time line need not know of care: these sentences say nothing about it.
registreer(
    "ips.gestart", _("Werk met steun gestart"), _("Eerst een plek, dan leren op die plek."), voor_betrokkene=True
)
registreer("ips.zorg", _("Werk met steun"), _("Afgestemd wie waarmee helpt."), voor_betrokkene=True)
registreer("ips.contact", _("Werk met steun"), _("Er is een werkgever gesproken."), voor_betrokkene=True)
registreer("ips.plek", _("Werk met steun"), _("Er is een plek."), voor_betrokkene=True)
registreer("ips.leren", _("Werk met steun"), _("Het leren op de plek is opgeschreven."), voor_betrokkene=True)
registreer("ips.stop", _("Werk met steun"), _("Gestopt."), voor_betrokkene=True)
