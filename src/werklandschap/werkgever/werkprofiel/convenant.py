"""What the cooperation covenant says, from the profile and its agreements."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.ontwerp.opmaak import datum


def convenantgegevens(profiel: Werkprofiel) -> dict[str, Any]:
    """Data for `convenant.typ`; no person is named in it."""
    gemeente, werkgever = profiel.gemeente.naam, profiel.werkgever.naam
    voorstel = _("zoveel als nodig is") if profiel.max_voordrachten is None else str(profiel.max_voordrachten)
    return {
        "titel": _("Afspraken over samenwerking"),
        "gemeente": gemeente,
        "ondertitel": f"{werkgever} · {profiel.titel}",
        "inleiding": _("{gemeente} en {werkgever} werken samen om passende collega’s te vinden.").format(
            gemeente=gemeente, werkgever=werkgever
        ),
        "paren": [
            (_("Functie"), profiel.titel),
            (_("Aantal plekken"), str(profiel.posities)),
            (_("Begint op"), datum(profiel.start)),
            (_("Waar"), str(profiel.vestiging or "")),
            (_("Aantal kandidaten dat wij voorstellen"), voorstel),
            (_("Wij stellen kandidaten voor tot en met"), datum(profiel.voordragen_voor)),
            (_("Reactie van de werkgever"), _("binnen {n} dagen").format(n=profiel.reactie_dagen)),
            (_("Verloop van de selectie"), profiel.selectieafspraken),
            (_("Begeleiding op de werkplek"), profiel.begeleiding),
        ],
        "kop_werkgever": _("De werkgever"),
        "werkgever": [
            _("geeft binnen de afgesproken tijd een reactie, met een reden;"),
            _("zorgt voor een veilige werkplek en een vaste begeleider;"),
            _("belt ons snel als het anders loopt dan gehoopt."),
        ],
        "kop_gemeente": _("De gemeente"),
        "gemeente_doet": [
            _("stelt alleen mensen voor die zelf ja hebben gezegd;"),
            _("helpt met regelingen, scholing en begeleiding;"),
            _("is bereikbaar via één vast contact."),
        ],
        "ondertekenaars": [werkgever, gemeente],
    }
