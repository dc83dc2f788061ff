"""What this room shows and does elsewhere."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Tab, dagtaken, dossiertabs, sleutelrondes
from werklandschap.kern.documenten import opslag
from werklandschap.kern.documenten.models import Document
from werklandschap.kern.dossiers.rules import mag_dossier_lezen


def ruim_op() -> str:
    """Remove content without a row: of an upload that failed, of a dossier that was destroyed."""
    oud = [pad for pad in opslag.bestanden() if opslag.is_oud(pad)]
    sleutels = {pad: UUID(pad.stem) for pad in oud}
    bekend = set(Document.objects.filter(pk__in=sleutels.values()).values_list("pk", flat=True))
    weg = [pad for pad, sleutel in sleutels.items() if pad.suffix or sleutel not in bekend]
    for pad in weg:
        pad.unlink(missing_ok=True)
    return f"{len(weg)} bestanden zonder document weggehaald"


dagtaken.registreer("documenten", ruim_op)
sleutelrondes.registreer("documenten", opslag.versleutel_opnieuw)
dossiertabs.registreer("documenten", Tab(_("Documenten"), "documenten:lijst", 65, mag_dossier_lezen))
