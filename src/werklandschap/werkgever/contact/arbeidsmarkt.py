"""The labour market of the region, from dated tables that somebody imports, and what it means for an employer."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Regio
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.contact.models import Arbeidsmarktrij, Arbeidsmarkttabel

KOLOMMEN = ("beroepsgroep", "sector", "vacatures", "werkzoekenden")
MEESTE_RIJEN = 5000
OUD_NA = timedelta(days=365)
KRAP, RUIM = Decimal("1.5"), Decimal("0.67")
WERK_NL = "https://www.werk.nl/arbeidsmarktinformatie"


@dataclass(frozen=True)
class Advies:
    """One group of occupations: vacancies per person who looks for work, and what helps. `ratio` None: nobody looks."""

    rij: Arbeidsmarktrij
    ratio: Decimal | None
    soort: str

    @property
    def tekst(self) -> str:
        """What to advise."""
        return {
            "krap": _("Krap. Vraag minder vooraf en leer mensen zelf op. Verdeel taken anders."),
            "gemiddeld": _("In balans. Zoek breed, en kijk wie het snel kan leren."),
            "ruim": _("Ruim. Er zijn veel mensen voor dit werk. Zoek eerst bij ons."),
        }[self.soort]


@dataclass(frozen=True)
class Beeld:
    """The newest table with the advice for one sector; `oud` when it is older than a year."""

    tabel: Arbeidsmarkttabel
    adviezen: list[Advies]
    oud: bool


def lees_tabel(tekst: str) -> list[dict[str, str | int]]:
    """The rows of a CSV (; or ,) with the columns of KOLOMMEN. Raises Invoerfout naming each wrong line."""
    eerste = tekst.partition("\n")[0]
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=";" if ";" in eerste else ",")
    kop = [(naam or "").strip().lower() for naam in lezer.fieldnames or []]
    if missend := [naam for naam in KOLOMMEN if naam not in kop]:
        raise Invoerfout({"bestand": _("Deze kolommen ontbreken: {namen}.").format(namen=", ".join(missend))})
    bekend = {sector.code for sector in sectoren()}
    rijen: list[dict[str, str | int]] = []
    fouten, gezien = [], set()
    for nummer, ruw in enumerate(lezer, 2):
        rij = {(naam or "").strip().lower(): (waarde or "").strip() for naam, waarde in ruw.items() if naam}
        if nummer > MEESTE_RIJEN:
            raise Invoerfout({"bestand": _("Het bestand heeft te veel regels (hooguit {n}).").format(n=MEESTE_RIJEN)})
        if not rij["beroepsgroep"] or rij["beroepsgroep"].lower() in gezien:
            fouten.append(_("regel {n}: beroepsgroep leeg of dubbel").format(n=nummer))
        elif rij["sector"] not in bekend:
            fouten.append(_("regel {n}: sector onbekend").format(n=nummer))
        elif not (rij["vacatures"].isdecimal() and rij["werkzoekenden"].isdecimal()):
            fouten.append(_("regel {n}: vul hele getallen in").format(n=nummer))
        else:
            gezien.add(rij["beroepsgroep"].lower())
            getallen = {naam: int(rij[naam]) for naam in ("vacatures", "werkzoekenden")}
            rijen.append({"beroepsgroep": rij["beroepsgroep"][:150], "sector": rij["sector"], **getallen})
    if fouten or not rijen:
        raise Invoerfout({"bestand": "; ".join(fouten[:10]) or _("Het bestand heeft geen regels.")})
    return rijen


@actie
def lees_arbeidsmarkt_in(*, naam: str, bron: str, peildatum: date, tekst: str, door: Gebruiker) -> Arbeidsmarkttabel:
    """Import a table for the own region; the same name and day replaces it. All or nothing. Raises Invoerfout."""
    vereis(mag_werkgever_maken(door))
    assert door.gemeente is not None
    fouten = {veld: _("Vul dit in.") for veld, waarde in (("naam", naam), ("bron", bron)) if not waarde.strip()}
    if peildatum > timezone.localdate():
        fouten["peildatum"] = _("Kies een datum tot en met vandaag.")
    if fouten:
        raise Invoerfout(fouten)
    rijen = lees_tabel(tekst)
    tabel, nieuw = Arbeidsmarkttabel.objects.update_or_create(
        regio=door.gemeente.regio,
        naam=naam.strip()[:150],
        peildatum=peildatum,
        defaults={"bron": bron.strip()[:200], "door": door, "gelezen_op": timezone.now()},
    )
    if not nieuw:
        tabel.rijen.all().delete()
    Arbeidsmarktrij.objects.bulk_create(Arbeidsmarktrij(tabel=tabel, **rij) for rij in rijen)
    return tabel


def beeld_voor(regio: Regio, sector: str) -> Beeld | None:
    """The newest table of the region, with advice for a sector (all of it when no sector is known); two queries."""
    tabel = Arbeidsmarkttabel.objects.filter(regio=regio).first()
    if tabel is None:
        return None
    rijen = tabel.rijen.filter(sector=sector) if sector else tabel.rijen.all()
    oud = timezone.localdate() - tabel.peildatum > OUD_NA
    return Beeld(tabel, [_advies(rij) for rij in rijen[:50]], oud)


def _advies(rij: Arbeidsmarktrij) -> Advies:
    if not rij.werkzoekenden:
        return Advies(rij, None, "krap" if rij.vacatures else "gemiddeld")
    ratio = (Decimal(rij.vacatures) / rij.werkzoekenden).quantize(Decimal("0.1"), ROUND_HALF_UP)
    precies = Decimal(rij.vacatures) / rij.werkzoekenden
    soort = "krap" if precies >= KRAP else ("ruim" if precies <= RUIM else "gemiddeld")
    return Advies(rij, ratio, soort)
