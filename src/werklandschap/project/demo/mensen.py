"""Who the invented people are: name, address, what they can and want, and what we don't know yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from werklandschap.competenties.models import Beroep, BeroepCompetentie, Competentie
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.models import (
    MAX_DAGDELEN,
    Bewijs,
    Certificaat,
    Competentieregel,
    Kandidaatgegevens,
    Opleidingsverleden,
    Taalbeheersing,
    Werkervaring,
)
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.gegevens import ACHTERNAMEN, PLAATSEN, STRATEN, TUSSENVOEGSELS, VOORNAMEN
from werklandschap.project.demo.schrijver import Schrijver

# Monday to Friday, morning and afternoon, of 21 parts (three a day, Monday first).
OVERDAG = sum(1 << (3 * dag + deel) for dag in range(5) for deel in range(2))
CERTIFICATEN = {
    "bouw": ("vca-basis",),
    "logistiek": ("heftruck", "ept"),
    "horeca": ("haccp",),
    "zorg": ("vog", "ehbo"),
    "techniek": ("vca-basis",),
    "groen": ("kettingzaag",),
    "beveiliging": ("beveiliger-pas",),
    "transport": ("rijbewijs:B",),
}
TALEN = ("eng", "tur", "ara", "pol", "fra", "spa")


@dataclass(frozen=True)
class Vak:
    """An occupation with what it asks: (competence, level), essential ones first, and the usual conditions."""

    beroep: Beroep
    competenties: tuple[tuple[Competentie, int], ...]
    omstandigheden: dict[str, int]


def lees_vakken() -> dict[str, Vak]:
    """All occupations of the starter set that have competences, by code."""
    beroepen = Beroep.objects.filter(actief=True, bron="eigen").prefetch_related("omstandigheden__omstandigheid")
    per_beroep: dict[int, list[BeroepCompetentie]] = {}
    for regel in BeroepCompetentie.objects.select_related("competentie").order_by("soort", "competentie__code"):
        per_beroep.setdefault(regel.beroep_id, []).append(regel)
    return {
        beroep.code: Vak(
            beroep,
            tuple((r.competentie, r.niveau) for r in per_beroep[beroep.pk]),
            {o.omstandigheid.code: o.niveau for o in beroep.omstandigheden.all()},
        )
        for beroep in beroepen.order_by("code")
        if beroep.pk in per_beroep
    }


def maak_velden(w: Schrijver, gemeentecode: str, nummer: int) -> dict[str, Any]:
    """Fields of the person; `nummer` keeps e-mail addresses apart. All addresses end in .test."""
    voornaam, achternaam = w.rng.choice(VOORNAMEN), w.rng.choice(ACHTERNAMEN)
    plaats, pc4, lat, lon = w.rng.choice(PLAATSEN[gemeentecode])
    letters = w.kies("AA", "BC", "DE", "FG", "HK")
    leeftijd = w.rng.choices((w.tussen(18, 26), w.tussen(27, 45), w.tussen(46, 63)), (2, 5, 4))[0]
    return {
        "voornaam": voornaam,
        "tussenvoegsel": w.rng.choice(TUSSENVOEGSELS),
        "achternaam": achternaam,
        "geboortedatum": w.vandaag - timedelta(days=365 * leeftijd + w.tussen(0, 364)),
        "email": f"persoon{nummer}@inwoner.test" if w.kans(0.8) else "",
        "telefoon": f"06{w.tussen(20000000, 29999999)}",
        "straat": w.rng.choice(STRATEN),
        "huisnummer": str(w.tussen(1, 180)),
        "postcode": f"{pc4} {letters}",
        "plaats": plaats,
        "lat": lat,
        "lon": lon,
        "taalniveau": w.rng.choices(("A1", "A2", "B1", "B2"), (1, 3, 7, 2))[0],
        "contactwijze": w.kies("telefoon", "telefoon", "email", "langs"),
    }


def geef_profiel(w: Schrijver, werkzoekende: Werkzoekende, vak: Vak, door: Gebruiker, dag: date) -> None:
    """Competences with evidence, languages, certificates, work and education, and what matching needs."""
    _competenties(w, werkzoekende, vak, door, dag)
    geef_papieren(w, werkzoekende, vak, dag)
    _verleden(w, werkzoekende, vak, dag)
    geef_kandidaatgegevens(w, werkzoekende, vak)


def _competenties(w: Schrijver, werkzoekende: Werkzoekende, vak: Vak, door: Gebruiker, dag: date) -> None:
    for competentie, niveau in vak.competenties:
        if not w.kans(0.8):
            continue
        eigen = max(0, min(5, niveau + w.kies(-2, -1, -1, 0, 0, 1)))
        regel = w.rij(
            Competentieregel(
                werkzoekende=werkzoekende, competentie=competentie, niveau=eigen, bijgewerkt_op=w.tijd(dag)
            )
        )
        soort = w.kies("zelf", "gezien", "werkervaring", "werkervaring", "werkgever")
        w.rij(Bewijs(regel=regel, soort=soort, niveau=eigen, datum=dag, door=door))
        if eigen >= 3 and w.kans(0.15):
            bewijs = w.kies("praktijkverklaring", "certificaat", "diploma")
            w.rij(Bewijs(regel=regel, soort=bewijs, niveau=eigen, datum=dag - timedelta(days=200), door=door))


def geef_papieren(w: Schrijver, werkzoekende: Werkzoekende, vak: Vak, dag: date) -> None:
    """Certificates, some of which run out, and languages."""
    codes = [code for code in CERTIFICATEN.get(vak.beroep.sector, ()) if w.kans(0.5)]
    if w.kans(0.45) and "rijbewijs:B" not in codes:
        codes.append("rijbewijs:B")
    for code in codes:
        # Some run out soon, a few already did: the pages warn.
        geldig = None if code.startswith("rijbewijs") else w.vandaag + timedelta(days=w.tussen(-60, 900))
        w.rij(
            Certificaat(
                werkzoekende=werkzoekende,
                code=code,
                behaald_op=dag - timedelta(days=w.tussen(100, 1400)),
                geldig_tot=geldig,
                gezien=w.kans(0.6),
            )
        )
    w.rij(
        Taalbeheersing(werkzoekende=werkzoekende, taal="nld", niveau=w.rng.choices((1, 2, 3, 4, 5), (1, 3, 5, 4, 4))[0])
    )
    if w.kans(0.4):
        w.rij(Taalbeheersing(werkzoekende=werkzoekende, taal=w.rng.choice(TALEN), niveau=w.tussen(2, 6)))


def _verleden(w: Schrijver, werkzoekende: Werkzoekende, vak: Vak, dag: date) -> None:
    if w.kans(0.8):
        van = dag - timedelta(days=w.tussen(900, 4500))
        w.rij(
            Werkervaring(
                werkzoekende=werkzoekende,
                functie=vak.beroep.label,
                werkgever_naam=f"Bedrijf {w.kies('Voorheen', 'Van Toen', 'Oudmodel')}",
                beroep=vak.beroep,
                van=van,
                tot=van + timedelta(days=w.tussen(120, 800)),
            )
        )
    niveau = w.rng.choices(("basis", "vmbo", "mbo2", "mbo3", "mbo4", "hbo"), (2, 4, 4, 2, 2, 1))[0]
    naam = {"basis": "Basisschool", "vmbo": "Vmbo", "hbo": "Hbo"}.get(niveau, f"Mbo {vak.beroep.label}")
    w.rij(
        Opleidingsverleden(
            werkzoekende=werkzoekende,
            naam=naam[:150],
            niveau=niveau,
            diploma=w.kies(True, True, False),
            afgerond_op=dag - timedelta(days=w.tussen(1500, 7000)),
        )
    )


def geef_kandidaatgegevens(w: Schrijver, werkzoekende: Werkzoekende, vak: Vak) -> None:
    """Part of it stays unknown: then the page says what to ask next."""
    bekend = w.kans(0.75)
    hoog = w.kies(16, 20, 24, 28, 32, 36)
    riasec = vak.beroep.riasec
    w.rij(
        Kandidaatgegevens(
            werkzoekende=werkzoekende,
            leertempo=w.kies(0, 1, 1, 2, 3) if w.kans(0.8) else None,
            uren_min=max(8, hoog - 12) if bekend else None,
            uren_max=hoog if bekend else None,
            beschikbaar_vanaf=w.vandaag + timedelta(days=w.tussen(-60, 60)) if bekend else None,
            dagdelen=w.kies(OVERDAG, OVERDAG, MAX_DAGDELEN) if w.kans(0.8) else None,
            reis_km=w.kies(5, 10, 15, 20, 30) if w.kans(0.8) else None,
            grenzen={
                code: min(3, niveau + w.kies(0, 0, 1)) for code, niveau in vak.omstandigheden.items() if w.kans(0.7)
            },
            voorkeuren={code: w.kies(-1, 1, 2) for code in vak.omstandigheden if w.kans(0.3)},
            riasec=[max(0, min(100, punt + w.tussen(-15, 15))) for punt in riasec] if riasec and w.kans(0.6) else None,
            sectoren={vak.beroep.sector: w.kies(1, 2)} if vak.beroep.sector and w.kans(0.7) else {},
            competenties_gevraagd=w.kans(0.7),
        )
    )
