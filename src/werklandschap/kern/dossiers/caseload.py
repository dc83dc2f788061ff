"""The list of dossiers: what is chosen, in which order, kept under a name, and taken out as a spreadsheet."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.dossiers import queries, rules
from werklandschap.kern.dossiers.kolommen import Kolom, lees_rijen, mogelijke_kolommen
from werklandschap.kern.dossiers.models import BewaardeLijst, Dossier
from werklandschap.kern.tijdlijn.models import Lezing, Tegelbezoek, Verwerking
from werklandschap.kern.toegang.models import Gebruiker

SORTERING: Mapping[str, str | tuple[str, ...]] = {
    "naam": ("werkzoekende__achternaam", "werkzoekende__voornaam"),
    "gemeld": "gemeld_op",
    "gezien": "laatst_gezien",
    "wie": "verantwoordelijke__naam",
    "nummer": "pk",
}
BLOK = 500
NAAM_LENGTE, VRAAG_LENGTE, HOOGUIT_BEWAARD = 60, 1000, 12


def kies_dossiers(gebruiker: Gebruiker, keuze: Mapping[str, Any]) -> QuerySet[Dossier]:
    """The dossiers a filter asks for, among those this user may list."""
    dossiers: QuerySet[Dossier] = Dossier.objects.voor(gebruiker).exclude(status=Dossier.Status.SAMENGEVOEGD)
    if keuze.get("wie") == "mij":
        dossiers = dossiers.filter(verantwoordelijke=gebruiker)
    elif keuze.get("wie") == "zonder":
        dossiers = dossiers.filter(verantwoordelijke=None)
    elif keuze.get("wie") == "vervang":
        vandaag = timezone.localdate()
        weg = Q(verantwoordelijke__vervanger=gebruiker, verantwoordelijke__afwezig_tot__gte=vandaag)
        dossiers = dossiers.filter(weg)
    elif (keuze.get("wie") or "").isdigit():
        dossiers = dossiers.filter(verantwoordelijke=int(keuze["wie"]))
    if keuze.get("status"):
        dossiers = dossiers.filter(status=keuze["status"])
    if keuze.get("team"):
        dossiers = dossiers.filter(verantwoordelijke__team=keuze["team"])
    if keuze.get("tegel"):
        nu = Tegelbezoek.objects.filter(keten=OuterRef("keten"), tegel=keuze["tegel"], tot__isnull=True)
        dossiers = dossiers.filter(Exists(nu))
    if keuze.get("q"):
        dossiers = queries.op_naam(queries.in_hele_gemeente(dossiers) if van_iedereen(keuze) else dossiers, keuze["q"])
    if keuze.get("niet_gezien"):
        return queries.niet_gezien_sinds(dossiers, keuze["niet_gezien"])
    return dossiers


def van_iedereen(keuze: Mapping[str, Any]) -> bool:
    """Does the filter leave open whose dossiers they are?"""
    return keuze.get("wie") in (None, "", "gemeente")


@actie
def bewaar_lijst(*, naam: str, vraag: str, opent_hiermee: bool, door: Gebruiker) -> BewaardeLijst:
    """Keep a filter with its columns and order; the same name takes the place of the former."""
    vereis(rules.mag_lijsten_zien(door))
    naam = naam.strip()
    if not naam:
        raise Invoerfout({"naam": _("Geef de lijst een naam.")})
    if len(naam) > NAAM_LENGTE or len(vraag) > VRAAG_LENGTE:
        raise Invoerfout({"naam": _("De naam of het filter is te lang.")})
    if opent_hiermee:
        door.bewaarde_lijsten.update(opent_hiermee=False)
    if door.bewaarde_lijsten.exclude(naam=naam).count() >= HOOGUIT_BEWAARD:
        raise Invoerfout({"naam": _("U hebt al {n} lijsten. Gooi er eerst een weg.").format(n=HOOGUIT_BEWAARD)})
    lijst, _nieuw = door.bewaarde_lijsten.update_or_create(
        naam=naam, defaults={"vraag": vraag, "opent_hiermee": opent_hiermee}
    )
    return lijst


@actie
def gooi_lijst_weg(*, lijst: BewaardeLijst, door: Gebruiker) -> None:
    """Forget a saved list; the dossiers in it are not touched."""
    vereis(lijst.gebruiker_id == door.pk)
    lijst.delete()


@actie
def exporteer_caseload(*, dossiers: QuerySet[Dossier], kolommen: Sequence[Kolom], door: Gebruiker) -> bytes:
    """An xlsx file with the name and these columns, never the BSN. Every dossier in it counts as read.

    Columns the role may not see are left out, whatever was asked.
    """
    vereis(rules.mag_exporteren(door))
    mag = [kolom for kolom in kolommen if kolom in mogelijke_kolommen(door)]
    eigen = Dossier.objects.voor(door)
    rijen = list(lees_rijen(dossiers.filter(pk__in=eigen.values("pk")), mag))
    _log_lezingen(rijen, door)
    return _werkblad(rijen, mag)


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


def _werkblad(dossiers: Iterable[Dossier], kolommen: Sequence[Kolom]) -> bytes:
    from openpyxl import Workbook

    boek = Workbook(write_only=True)
    blad = boek.create_sheet(_("Dossiers"))
    blad.append([_("Naam"), *(str(kolom.label) for kolom in kolommen)])
    for dossier in dossiers:
        waarden = [dossier.werkzoekende.naam, *(kolom.waarde(dossier) for kolom in kolommen)]
        blad.append([_tekstcel(blad, waarde) if isinstance(waarde, str) else waarde for waarde in waarden])
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _tekstcel(blad: Any, tekst: str) -> Any:
    """A cell that stays text, also when somebody is called `=1+1`."""
    from openpyxl.cell import WriteOnlyCell

    cel = WriteOnlyCell(blad, value=tekst)
    cel.data_type = "s"
    return cel
