"""A card for administrators, and what this room does every day."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.beheer.queries import Onderdeel, onderdelen_elders
from werklandschap.kern.basis.haken import dagtaken
from werklandschap.koppelingen.bestanden.actions import vernietig_dossier
from werklandschap.koppelingen.bestanden.bewaren import te_vernietigen
from werklandschap.koppelingen.bestanden.invoer import invoeraccount
from werklandschap.koppelingen.bestanden.opladen import ruim_op


def importeren() -> Onderdeel:
    """Bringing in files."""
    tekst = _("Mensen, werkgevers en werkprofielen uit een bestand overnemen.")
    return Onderdeel(_("Importeren"), tekst, reverse("bestanden:importeren"))


def bewaartermijnen() -> str:
    """Count what is past its term; destroy it only where WERKLANDSCHAP_VERNIETIG_DAGELIJKS is on."""
    voorbij = list(te_vernietigen())
    if not settings.VERNIETIG_DAGELIJKS:
        return f"{len(voorbij)} dossiers mogen weg; vernietigen doet u met 'werklandschap bewaartermijnen'"
    for bewaard in voorbij:
        vernietig_dossier(bewaard=bewaard, door=invoeraccount(bewaard.dossier.gemeente))
    return f"{len(voorbij)} dossiers vernietigd"


onderdelen_elders.registreer("importeren", importeren)
dagtaken.registreer("bewaartermijnen", bewaartermijnen)
dagtaken.registreer("invoer", ruim_op)
