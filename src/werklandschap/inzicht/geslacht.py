"""Equal chances of women and men, from a list somebody brings along: counted once and kept nowhere (ADR 0013)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.inzicht import rules
from werklandschap.inzicht.eerlijk import Rij, bereikt, blootstelling, selectie
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.blootstelling import gewicht
from werklandschap.kern.profielen.index import zoekbaren
from werklandschap.kern.profielen.lijsten import lijsten_nu
from werklandschap.kern.toegang.models import Gebruiker

GROEPEN = {
    "vrouw": gettext_lazy("Vrouwen"),
    "man": gettext_lazy("Mannen"),
    "anders": gettext_lazy("Anders of niet bekend"),
}
# As the population register writes it, and as people do.
CODES = {"v": "vrouw", "vrouw": "vrouw", "m": "man", "man": "man", "x": "anders", "o": "anders", "anders": "anders"}
KOLOMMEN = ("dossier", "geslacht")
MEESTE_FOUTEN = 5


@dataclass(frozen=True)
class Vergelijking:
    """The three steps for who is in the list, how many lists of today they rest on, and what was not used."""

    gezien: list[Rij]
    voorgedragen: list[Rij]
    aangenomen: list[Rij]
    lijsten: int
    mensen: int
    onbekend: int


def lees(tekst: str) -> dict[int, str]:
    """{number of the dossier: group} from a table with the columns dossier and geslacht. Raises Invoerfout."""
    eerste = tekst.partition("\n")[0]
    lezer = csv.DictReader(tekst.splitlines(), delimiter=";" if ";" in eerste else ",")
    lezer.fieldnames = [naam.strip().lower() for naam in lezer.fieldnames or ()]
    if not set(KOLOMMEN) <= set(lezer.fieldnames):
        raise Invoerfout({"bestand": _("De eerste regel van het bestand moet zijn: dossier;geslacht")})
    uit: dict[int, str] = {}
    fouten = []
    for nummer, rij in enumerate(lezer, 2):
        dossier, code = ((rij[kolom] or "").strip().lower() for kolom in KOLOMMEN)
        if dossier.isascii() and dossier.isdigit() and code in CODES:
            uit[int(dossier)] = CODES[code]
        else:
            fouten.append(str(nummer))
    if fouten:
        zin = _("Kijk naar regel {regels}: daar hoort een dossiernummer en v, m of x.")
        raise Invoerfout({"bestand": zin.format(regels=", ".join(fouten[:MEESTE_FOUTEN]))})
    return uit


@actie
def vergelijk(*, gemeente: Gemeente, geslacht: dict[int, str], door: Gebruiker) -> Vergelijking:
    """Count the groups of the own people in the list, and note that this was done, by whom and for how many.

    What the list says is in no row, file or log afterwards. Raises GeenRecht.
    """
    vereis(rules.mag_inzicht_zien(door) and door.gemeente_id == gemeente.pk)
    eigen = set(Dossier.objects.filter(gemeente=gemeente).order_by().values_list("pk", flat=True)) & geslacht.keys()
    te_vinden = {
        str(mens): dossier
        for mens, dossier in zoekbaren(gemeente.pk).order_by().values_list("pk", "dossier")
        if dossier in eigen
    }
    groep_van = {mens: geslacht[dossier] for mens, dossier in te_vinden.items()}
    stappen = {dossier: ja for dossier, (_geboren, ja) in bereikt(gemeente).items() if dossier in eigen}
    lijsten = [telling for lijst in lijsten_nu(gemeente) if (telling := _per_groep(lijst, groep_van))]

    def tel(dossiers: Iterable[int]) -> Counter[str]:
        return Counter(geslacht[dossier] for dossier in dossiers)

    leg_beheer_vast(gemeente=gemeente, soort="eerlijk.geslacht", door=door, gegevens={"aantal": str(len(eigen))})
    aangenomen = [dossier for dossier, ja in stappen.items() if ja]
    return Vergelijking(
        gezien=blootstelling(lijsten, Counter(groep_van.values()), GROEPEN),
        voorgedragen=selectie(tel({*te_vinden.values(), *stappen}), tel(stappen), GROEPEN),
        aangenomen=selectie(tel(stappen), tel(aangenomen), GROEPEN),
        lijsten=len(lijsten),
        mensen=len(eigen),
        onbekend=len(geslacht) - len(eigen),
    )


def _per_groep(lijst: list[str], groep_van: dict[str, str]) -> dict[str, list[int]]:
    """{group: [people, weight × 1000]}, as `profielen.blootstelling.tel` gives it for ages."""
    uit: dict[str, list[int]] = {}
    for plaats, mens in enumerate(lijst, 1):
        if mens in groep_van:
            telling = uit.setdefault(groep_van[mens], [0, 0])
            telling[0] += 1
            telling[1] += round(1000 * gewicht(plaats))
    return uit
