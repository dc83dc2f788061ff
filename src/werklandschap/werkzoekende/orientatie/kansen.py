"""Chances on work per occupation in a region, brought in as a table with its day and source."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Beroep
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.orientatie.models import Arbeidsmarktkans

MAX_BYTES = 1024 * 1024
MEESTE_MELDINGEN = 20


@dataclass(frozen=True)
class Ingelezen:
    """How many occupations got a chance, and what was refused: (row, why)."""

    aantal: int
    geweigerd: list[tuple[int, str]]


@actie
def lees_kansen_in(*, gemeente: Gemeente, door: Gebruiker, inhoud: bytes, bron: str, peildatum: date) -> Ingelezen:
    """A CSV with the columns `beroep` (name or code) and `kans` (1–5) for the region of this municipality.

    An occupation that was there gets the new figure; others stay. Raises Invoerfout when nothing can be read.
    """
    vereis(door.heeft(Recht.BEHEREN) and door.gemeente_id == gemeente.pk)
    fouten = {} if bron.strip() else {"bron": _("Schrijf op waar de cijfers vandaan komen.")}
    if peildatum > timezone.localdate():
        fouten["peildatum"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    rijen = _rijen(inhoud, fouten)
    if fouten:
        raise Invoerfout(fouten)
    kansen, geweigerd = _koppel(rijen)
    if not kansen:
        raise Invoerfout({"bestand": _("Geen enkele rij is te gebruiken. {eerste}").format(eerste=_eerste(geweigerd))})
    vast = {"peildatum": peildatum, "bron": bron.strip()[:200]}
    nieuw = [Arbeidsmarktkans(regio_id=gemeente.regio_id, beroep=b, kans=k, **vast) for b, k in kansen.items()]
    Arbeidsmarktkans.objects.bulk_create(
        nieuw, update_conflicts=True, unique_fields=["regio", "beroep"], update_fields=["kans", "peildatum", "bron"]
    )
    gegevens = {"aantal": str(len(nieuw)), "bron": vast["bron"], "peildatum": datum(peildatum)}
    leg_beheer_vast(gemeente=gemeente, soort="arbeidsmarkt.ingelezen", door=door, gegevens=gegevens)
    return Ingelezen(len(nieuw), geweigerd[:MEESTE_MELDINGEN])


def _eerste(geweigerd: list[tuple[int, str]]) -> str:
    return _("Rij {rij}: {waarom}").format(rij=geweigerd[0][0], waarom=geweigerd[0][1]) if geweigerd else ""


def _rijen(inhoud: bytes, fouten: dict[str, str]) -> list[dict[str, str]]:
    if len(inhoud) > MAX_BYTES:
        fouten["bestand"] = _("Het bestand is groter dan 1 MB. Deel het op.")
        return []
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        fouten["bestand"] = _("Bewaar het bestand als csv (UTF-8) en kies het opnieuw.")
        return []
    teken = ";" if ";" in tekst.partition("\n")[0] else ","
    lezer = csv.DictReader(io.StringIO(tekst, newline=""), delimiter=teken)
    kolommen = {(naam or "").strip().lower() for naam in lezer.fieldnames or ()}
    if not {"beroep", "kans"} <= kolommen:
        fouten["bestand"] = _("Het bestand heeft de kolommen beroep en kans nodig.")
        return []
    return [
        {
            (naam or "").strip().lower(): (waarde or "").strip()
            for naam, waarde in rij.items()
            if isinstance(waarde, str)
        }
        for rij in lezer
    ]


def _koppel(rijen: list[dict[str, str]]) -> tuple[dict[Beroep, int], list[tuple[int, str]]]:
    bekend: dict[str, Beroep] = {}
    for beroep in Beroep.objects.filter(actief=True).order_by("-pk"):
        bekend |= {beroep.label.lower(): beroep, beroep.code.lower(): beroep}
    kansen: dict[Beroep, int] = {}
    geweigerd = []
    for nummer, rij in enumerate(rijen, start=2):
        gevonden, kans = bekend.get(rij.get("beroep", "").lower()), rij.get("kans", "")
        if gevonden is None:
            geweigerd.append((nummer, _("het beroep {naam} kennen wij niet").format(naam=rij.get("beroep", ""))))
        elif kans not in {"1", "2", "3", "4", "5"}:
            geweigerd.append((nummer, _("de kans is geen cijfer van 1 tot en met 5")))
        else:
            kansen[gevonden] = int(kans)
    return kansen, geweigerd
