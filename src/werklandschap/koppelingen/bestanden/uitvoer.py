"""Lists to take away: the same columns an import reads, never a BSN, health, debts or benefit."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.koppelingen.bestanden.velden import FORMULETEKENS, TAALNIVEAUS
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing.models import Plaatsing

Rij = dict[str, Any]
NIVEAUNAAM = {niveau: naam.upper() if niveau else naam for naam, niveau in TAALNIVEAUS.items()}
VORMEN = ("csv", "xlsx", "json")


def _talen(paren: Iterator[tuple[str, int]]) -> str:
    return " | ".join(f"{taal}:{NIVEAUNAAM[niveau]}" for taal, niveau in paren)


def _werkzoekenden(gemeente: Gemeente) -> Iterator[Rij]:
    rijen = (
        Dossier.objects.filter(gemeente=gemeente)
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .select_related("werkzoekende__kandidaatgegevens")
        .prefetch_related("werkzoekende__talen", "werkzoekende__certificaten", "werkzoekende__werkervaring")
        .order_by("pk")
    )
    for dossier in rijen:
        mens = dossier.werkzoekende
        gegevens = getattr(mens, "kandidaatgegevens", None)
        velden = ("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "email", "telefoon", "straat")
        plek = ("huisnummer", "postcode", "plaats", "taalniveau", "contactwijze")
        matching = ("uren_min", "uren_max", "beschikbaar_vanaf", "reis_km")
        yield {
            "dossier": dossier.pk,
            **{naam: getattr(mens, naam) for naam in (*velden, *plek)},
            "werkervaring": " | ".join(ervaring.functie for ervaring in mens.werkervaring.all()),
            "certificaten": " | ".join(c.code for c in mens.certificaten.all() if c.heeft),
            "talen": _talen((taal.taal, taal.niveau) for taal in mens.talen.all()),
            **{naam: getattr(gegevens, naam, None) for naam in matching},
        }


def _werkgevers(gemeente: Gemeente) -> Iterator[Rij]:
    rijen = Werkgever.objects.filter(gemeente=gemeente, samengevoegd_in__isnull=True).order_by("pk")
    for werkgever in rijen.prefetch_related("vestigingen", "contactpersonen"):
        plek = next(iter(werkgever.vestigingen.all()), None)
        contact = next((c for c in werkgever.contactpersonen.all() if c.actief), None)
        velden = ("naam", "kvk_nummer", "sector", "grootte", "website", "kenmerken")
        adres = ("vestigingsnummer", "straat", "huisnummer", "postcode", "plaats")
        yield {
            "nummer": werkgever.pk,
            **{naam: getattr(werkgever, naam) for naam in velden},
            **{naam: getattr(plek, naam, "") for naam in adres},
            **{f"contact_{naam}": getattr(contact, naam, "") for naam in ("naam", "functie", "email", "telefoon")},
        }


def _werkprofielen(gemeente: Gemeente) -> Iterator[Rij]:
    rijen = (
        Werkprofiel.objects.filter(gemeente=gemeente)
        .select_related("werkgever", "beroep", "vestiging")
        .prefetch_related("certificaateisen", "taaleisen", "eisen__competentie")
        .order_by("pk")
    )
    for profiel in rijen:
        velden = ("titel", "omschrijving", "start", "einde", "posities", "sector", "uren_min", "uren_max")
        yield {
            "nummer": profiel.pk,
            "werkgever": profiel.werkgever.naam,
            "kvk_nummer": profiel.werkgever.kvk_nummer,
            "plaats": profiel.vestiging.plaats if profiel.vestiging else "",
            **{naam: getattr(profiel, naam) for naam in velden},
            "beroep": profiel.beroep.label if profiel.beroep else "",
            "competenties": " | ".join(eis.competentie.label for eis in profiel.eisen.all()),
            "certificaten": " | ".join(eis.code for eis in profiel.certificaateisen.all()),
            "talen": _talen((eis.taal, eis.minimum) for eis in profiel.taaleisen.all()),
        }


def _voordrachten(gemeente: Gemeente) -> Iterator[Rij]:
    rijen = Voordracht.objects.filter(dossier__gemeente=gemeente).select_related("werkprofiel").order_by("pk")
    for rij in rijen:
        yield {
            "voordracht": rij.pk,
            "dossier": rij.dossier_id,
            "werkprofiel": rij.werkprofiel_id,
            "titel": rij.werkprofiel.titel,
            "status": rij.status,
            "gemaakt_op": rij.gemaakt_op.date(),
            "besloten_op": rij.besloten_op.date() if rij.besloten_op else None,
            "reden": rij.besluit_reden,
        }


def _plaatsingen(gemeente: Gemeente) -> Iterator[Rij]:
    rijen = Plaatsing.objects.filter(dossier__gemeente=gemeente).select_related("werkprofiel__werkgever").order_by("pk")
    for rij in rijen:
        velden = ("soort", "status", "functie", "van", "tot", "uren", "geeindigd_op", "reden_einde")
        yield {
            "plaatsing": rij.pk,
            "dossier": rij.dossier_id,
            "werkgever": rij.werkprofiel.werkgever.naam,
            **{naam: getattr(rij, naam) for naam in velden},
        }


SOORTEN: dict[str, Callable[[Gemeente], Iterator[Rij]]] = {
    "werkzoekenden": _werkzoekenden,
    "werkgevers": _werkgevers,
    "werkprofielen": _werkprofielen,
    "voordrachten": _voordrachten,
    "plaatsingen": _plaatsingen,
}


def rijen(soort: str, gemeente: Gemeente) -> list[Rij]:
    """All rows of a kind; every value text, number, date or None."""
    return list(SOORTEN[soort](gemeente))


def schrijf(gegevens: list[Rij], vorm: str) -> bytes:
    """Rows as csv (semicolon, UTF-8 with BOM, as spreadsheets here expect), xlsx or json."""
    return {"csv": _csv, "xlsx": _xlsx, "json": _json}[vorm](gegevens)


def veilig(waarde: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets a quote before it."""
    if isinstance(waarde, str) and waarde[:1] in FORMULETEKENS:
        return f"'{waarde}"
    return waarde


def _tekst(waarde: Any) -> str:
    if waarde is None:
        return ""
    return waarde.isoformat() if isinstance(waarde, date) else str(veilig(waarde))


def _csv(gegevens: list[Rij]) -> bytes:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    if gegevens:
        schrijver.writerow(gegevens[0])
    schrijver.writerows([_tekst(waarde) for waarde in rij.values()] for rij in gegevens)
    return uit.getvalue().encode("utf-8-sig")


def _xlsx(gegevens: list[Rij]) -> bytes:
    from openpyxl import Workbook

    boek = Workbook(write_only=True)
    blad = boek.create_sheet("export")
    if gegevens:
        blad.append(list(gegevens[0]))
    for rij in gegevens:
        blad.append([veilig(waarde) for waarde in rij.values()])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _json(gegevens: list[Rij]) -> bytes:
    def vorm(waarde: Any) -> Any:
        if isinstance(waarde, date):
            return waarde.isoformat()
        if isinstance(waarde, Decimal):
            return str(waarde)
        raise TypeError(type(waarde).__name__)

    return json.dumps(gegevens, default=vorm, ensure_ascii=False, indent=1).encode()
