"""Refusals that a page can help with: the person may be known already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout

if TYPE_CHECKING:
    from werklandschap.kern.dossiers.duplicaten import Kandidaatdubbel


class BekendBsn(Invoerfout):
    """This BSN belongs to a dossier of the municipality; `nummer` is that dossier."""

    def __init__(self, nummer: int) -> None:
        self.nummer = nummer
        super().__init__({"bsn": _("Dit BSN is al bekend. Open dossier {nummer}.").format(nummer=nummer)})


class MogelijkDubbel(Invoerfout):
    """The person is probably known; `kandidaten` says who and why."""

    def __init__(self, kandidaten: Sequence[Kandidaatdubbel]) -> None:
        self.kandidaten = list(kandidaten)
        super().__init__(_("Misschien kennen wij deze persoon al. Kijk eerst of het dezelfde persoon is."))
