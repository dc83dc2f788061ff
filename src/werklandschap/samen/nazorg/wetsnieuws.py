"""News on a change of law or tax for the employers it concerns: those who use that instrument now."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.plaatsing.catalogus import INSTRUMENTEN
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.werkgever.voorzorg.nieuws import maak_nieuws, verstuur_nieuws


def betrokken_werkgevers(gemeente: Gemeente, instrumenten: Sequence[str]) -> set[int]:
    """Employers with a running placement of this municipality and one of these instruments today."""
    vandaag = timezone.localdate()
    rijen = Besluit.objects.geldig().filter(
        instrument__in=instrumenten,
        plaatsing__status=Plaatsing.Status.LOOPT,
        plaatsing__dossier__gemeente=gemeente,
    )
    lopend = rijen.exclude(tot__lt=vandaag)
    return set(lopend.values_list("plaatsing__werkprofiel__werkgever", flat=True).distinct())


@actie
def verstuur_wetsnieuws(*, titel: str, tekst: str, instrumenten: Sequence[str], door: Gebruiker, adres: str) -> int:
    """Send it to the people of those employers who want news; returns to how many. Kept with what was sent to whom.

    `adres` is the address of this product without a path. Raises Invoerfout when it concerns nobody.
    """
    bekend = {soort.code for soort in INSTRUMENTEN}
    if not instrumenten or set(instrumenten) - bekend:
        raise Invoerfout({"instrumenten": _("Kies over welke regeling het gaat.")})
    bericht = maak_nieuws(titel=titel, tekst=tekst, door=door)
    werkgevers = betrokken_werkgevers(bericht.gemeente, instrumenten)
    if not werkgevers:
        raise Invoerfout({"instrumenten": _("Er is nu geen werkgever die deze regeling gebruikt.")})
    return verstuur_nieuws(bericht=bericht, door=door, adres=adres, werkgevers=werkgevers)
