"""The list of dossiers: what is chosen, in which order, and taking it out as a spreadsheet."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.dossiers import queries, rules
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Lezing, Tegelbezoek, Verwerking
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import alle_tegels

SORTERING: Mapping[str, str | tuple[str, ...]] = {
    "naam": ("werkzoekende__achternaam", "werkzoekende__voornaam"),
    "gemeld": "gemeld_op",
    "gezien": "laatst_gezien",
    "wie": "verantwoordelijke__naam",
    "nummer": "pk",
}
BLOK = 500


def kies_dossiers(gebruiker: Gebruiker, keuze: Mapping[str, Any]) -> QuerySet[Dossier]:
    """The dossiers a filter asks for, among those this user may list; with `laatst_gezien`."""
    dossiers: QuerySet[Dossier] = Dossier.objects.voor(gebruiker).exclude(status=Dossier.Status.SAMENGEVOEGD)
    if keuze.get("wie") == "mij":
        dossiers = dossiers.filter(verantwoordelijke=gebruiker)
    elif keuze.get("wie") == "zonder":
        dossiers = dossiers.filter(verantwoordelijke=None)
    if keuze.get("status"):
        dossiers = dossiers.filter(status=keuze["status"])
    if keuze.get("team"):
        dossiers = dossiers.filter(verantwoordelijke__team=keuze["team"])
    if keuze.get("tegel"):
        nu = Tegelbezoek.objects.filter(keten=OuterRef("keten"), tegel=keuze["tegel"], tot__isnull=True)
        dossiers = dossiers.filter(Exists(nu))
    if keuze.get("q"):
        dossiers = queries.op_naam(dossiers, keuze["q"])
    if keuze.get("niet_gezien"):
        return queries.niet_gezien_sinds(dossiers, keuze["niet_gezien"])
    return queries.met_laatst_gezien(dossiers)


def tegelnamen() -> dict[str, str]:
    """{slug: name} of the tiles of the person, in the active language."""
    return {tegel.slug: tegel.naam for tegel in alle_tegels("werkzoekenden")}


def tegels_nu(dossier: Dossier, namen: Mapping[str, str]) -> str:
    """Names of the tiles where somebody is now; needs `queries.voor_lijst`."""
    lopend: Sequence[Tegelbezoek] = dossier.keten.lopende_bezoeken  # type: ignore[attr-defined]
    return ", ".join(namen.get(bezoek.tegel, bezoek.tegel) for bezoek in lopend)


@actie
def exporteer_caseload(*, dossiers: QuerySet[Dossier], door: Gebruiker) -> bytes:
    """An xlsx file with the columns of the list, never the BSN. Every dossier in it counts as read."""
    vereis(rules.mag_exporteren(door))
    eigen = Dossier.objects.voor(door)
    rijen = list(queries.voor_lijst(dossiers.filter(pk__in=eigen.values("pk"))))
    _log_lezingen(rijen, door)
    return _werkblad(rijen)


def _log_lezingen(dossiers: Iterable[Dossier], door: Gebruiker) -> None:
    """The same lines as `log_lezing` writes one by one."""
    nu = timezone.now()
    lezingen, verwerkingen = [], []
    for dossier in dossiers:
        betrokkene = str(dossier.keten_id)
        verwerking = Verwerking(
            id=uuid.uuid4(),
            betrokkene=betrokkene,
            betrokkene_hash=zoekwaarde("betrokkene", betrokkene),
            activiteit="lezen:export",
            tijd=nu,
        )
        verwerkingen.append(verwerking)
        lezingen.append(Lezing(keten=dossier.keten, door=door, onderdeel="export", tijd=nu, verwerking=verwerking.id))
    Verwerking.objects.bulk_create(verwerkingen, batch_size=BLOK)
    Lezing.objects.bulk_create(lezingen, batch_size=BLOK)


def _werkblad(dossiers: Iterable[Dossier]) -> bytes:
    boek = Workbook(write_only=True)
    blad = boek.create_sheet(_("Dossiers"))
    namen = tegelnamen()
    blad.append(
        [_("Nummer"), _("Naam"), _("Verantwoordelijke"), _("Status"), _("Nu op"), _("Gemeld op"), _("Laatst gezien")]
    )
    for d in dossiers:
        teksten = [
            d.werkzoekende.naam,
            d.verantwoordelijke.naam if d.verantwoordelijke else "",
            d.get_status_display(),
            tegels_nu(d, namen),
        ]
        datums = [timezone.localdate(d.gemeld_op), timezone.localdate(d.laatst_gezien)]  # type: ignore[attr-defined]
        blad.append([d.pk, *(_tekstcel(blad, tekst) for tekst in teksten), *datums])
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _tekstcel(blad: Any, tekst: str) -> WriteOnlyCell:
    """A cell that stays text, also when somebody is called `=1+1`."""
    cel = WriteOnlyCell(blad, value=tekst)
    cel.data_type = "s"
    return cel
