"""Where postcode areas lie: the table that `organisaties.plaatsen` looks in first."""

from __future__ import annotations

from collections.abc import Iterable

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.dossiers.models import Postcodegebied
from werklandschap.kern.organisaties.plaatsen import Plek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def ligging_van_postcode(pc4: str) -> Plek | None:
    """Where four digits lie; registered as a source of `organisaties.plaatsen`."""
    gebied = Postcodegebied.objects.filter(pc4=pc4).first()
    return (gebied.lat, gebied.lon) if gebied else None


@actie
def laad_postcodegebieden(*, rijen: Iterable[tuple[str, float, float]], door: Gebruiker | None) -> int:
    """Replace or add postcode areas (digits, latitude, longitude). Returns how many. `door` is None on the console."""
    vereis(door is None or door.heeft(Recht.BEHEREN))
    gebieden = [Postcodegebied(pc4=pc4, lat=lat, lon=lon) for pc4, lat, lon in rijen]
    Postcodegebied.objects.bulk_create(
        gebieden, batch_size=500, update_conflicts=True, unique_fields=["pc4"], update_fields=["lat", "lon"]
    )
    return len(gebieden)
