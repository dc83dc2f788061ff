"""The list of employers as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.models import Werkgever


def als_xlsx(werkgevers: Iterable[Werkgever]) -> bytes:
    """A workbook with one line per employer. Text that begins as a formula stays text."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    werkboek = Workbook()
    blad = werkboek.active
    blad.title = _("Werkgevers")
    kop = [_("Nummer"), _("Naam"), _("KVK-nummer"), _("Plaats"), _("Sector"), _("Grootte"), _("Gemeente")]
    kop += [_("Vast contact"), _("Status"), _("Laatste contact"), _("Volgend contact")]
    blad.append(kop)
    for cel in blad[1]:
        cel.font = Font(bold=True)
    for werkgever in werkgevers:
        blad.append(_regel(werkgever))
        for cel in blad[blad.max_row]:
            if cel.data_type == "f":
                cel.data_type = "s"
    blad.freeze_panes = "C2"
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def _regel(werkgever: Any) -> list[Any]:
    """`werkgever` comes from `queries.met_lijstgegevens`."""
    return [
        werkgever.pk,
        werkgever.naam,
        werkgever.kvk_nummer,
        werkgever.plekken[0].plaats if werkgever.plekken else "",
        naam_van(sectoren(), werkgever.sector) if werkgever.sector else "",
        werkgever.get_grootte_display(),
        werkgever.gemeente.naam,
        werkgever.accountmanager.naam if werkgever.accountmanager else "",
        werkgever.get_status_display(),
        werkgever.laatste_contact,
        werkgever.volgend_contact_op,
    ]
