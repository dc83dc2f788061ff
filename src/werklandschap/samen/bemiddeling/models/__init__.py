"""Tables of this room: presenting candidates, and speed dates."""

from werklandschap.samen.bemiddeling.models.speeddate import (
    Speeddate,
    Speeddateafspraak,
    Speeddatekandidaat,
    Speeddatevoorkeur,
    Speeddatewerkgever,
    Wens,
)
from werklandschap.samen.bemiddeling.models.voordracht import (
    Begeleidingsnotitie,
    Bemiddelingsafspraak,
    Ontmoeting,
    Voordracht,
    VoordrachtQuerySet,
    Voordrachtstap,
)

__all__ = [
    "Begeleidingsnotitie",
    "Bemiddelingsafspraak",
    "Ontmoeting",
    "Speeddate",
    "Speeddateafspraak",
    "Speeddatekandidaat",
    "Speeddatevoorkeur",
    "Speeddatewerkgever",
    "Voordracht",
    "VoordrachtQuerySet",
    "Voordrachtstap",
    "Wens",
]
