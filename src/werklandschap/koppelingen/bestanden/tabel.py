"""Columns of a csv or xlsx, as documented in docs/beheer/importeren.md, as rows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens
from werklandschap.koppelingen.bestanden.rijen import (
    Persoonsrij,
    Werkervaringrij,
    Werkgeverrij,
    Werkprofielrij,
)
from werklandschap.koppelingen.bestanden.velden import Rijlezer, datum, geheel, lijst, talen

HERKOMST = "tabel"
PERSOON = (
    *("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "bsn", "email", "telefoon"),
    *("straat", "huisnummer", "postcode", "plaats", "taalniveau", "contactwijze"),
)
WERKZOEKENDEN = frozenset(
    (
        *PERSOON,
        *("dossier", "id", "hulpvraag", "gezocht_beroep", "werkervaring", "competenties", "certificaten", "talen"),
        *("uren_min", "uren_max", "beschikbaar_vanaf", "reis_km"),
    )
)
BEDRIJF = ("naam", "kvk_nummer", "sector", "grootte", "website", "kenmerken")
VESTIGING = ("vestigingsnummer", "straat", "huisnummer", "postcode", "plaats")
CONTACT = ("contact_naam", "contact_functie", "contact_email", "contact_telefoon")
WERKGEVERS = frozenset(("nummer", "id", *BEDRIJF, *VESTIGING, *CONTACT))
WERKPROFIELEN = frozenset(
    (
        *("nummer", "id", "werkgever", "kvk_nummer", "plaats", "postcode", "titel", "omschrijving", "start", "einde"),
        *("posities", "beroep", "sector", "uren_min", "uren_max", "competenties", "certificaten", "talen"),
    )
)


def persoon(rij: dict[str, Any]) -> tuple[Persoonsrij, list[str]]:
    """A person and the columns nobody knows. Raises Invoerfout."""
    lees = Rijlezer(rij, WERKZOEKENDEN)
    teksten = {kolom: lees.tekst(kolom) for kolom in PERSOON if kolom != "geboortedatum"}
    gegevens = {naam: waarde for naam, waarde in teksten.items() if waarde}
    uit = Persoonsrij(
        persoon=Persoonsgegevens(
            **gegevens,
            geboortedatum=lees.lees("geboortedatum", datum),
            herkomst=HERKOMST if lees.tekst("id") else "",
            extern_id=lees.tekst("id"),
        ),
        dossier=lees.lees("dossier", geheel),
        hulpvraag=lees.tekst("hulpvraag"),
        gezocht=tuple(lijst(lees.tekst("gezocht_beroep"))),
        werkervaring=tuple(Werkervaringrij(functie) for functie in lijst(lees.tekst("werkervaring"))),
        competentieteksten=tuple(lijst(lees.tekst("competenties"))),
        certificaten=dict.fromkeys(lijst(lees.tekst("certificaten"))),
        talen=lees.lees("talen", talen) or {},
        uren_min=lees.lees("uren_min", geheel),
        uren_max=lees.lees("uren_max", geheel),
        beschikbaar_vanaf=lees.lees("beschikbaar_vanaf", datum),
        reis_km=lees.lees("reis_km", geheel),
    )
    lees.klaar()
    return uit, lees.onbekend


def werkgever(rij: dict[str, Any]) -> tuple[Werkgeverrij, list[str]]:
    """An employer and the columns nobody knows. Raises Invoerfout."""
    lees = Rijlezer(rij, WERKGEVERS)
    vestiging = {kolom: lees.tekst(kolom) for kolom in VESTIGING}
    naam, functie, email, telefoon = (lees.tekst(kolom) for kolom in CONTACT)
    uit = Werkgeverrij(
        werkgever=Werkgevergegevens(**{kolom: lees.tekst(kolom) for kolom in BEDRIJF}),
        vestiging=Vestigingsgegevens(**vestiging, is_hoofdvestiging=True) if any(vestiging.values()) else None,
        contact=Contactgegevens(naam, functie, email, telefoon) if naam else None,
        nummer=lees.lees("nummer", geheel),
        herkomst=HERKOMST if lees.tekst("id") else "",
        extern_id=lees.tekst("id"),
    )
    lees.klaar()
    return uit, lees.onbekend


def werkprofiel(rij: dict[str, Any]) -> tuple[Werkprofielrij, list[str]]:
    """A job and the columns nobody knows. Raises Invoerfout."""
    lees = Rijlezer(rij, WERKPROFIELEN)
    start = lees.lees("start", datum)
    if start is None:
        lees.fouten.setdefault("start", _("Vul in wanneer het werk begint."))
    for verplicht in ("titel", "werkgever"):
        if not lees.tekst(verplicht):
            lees.fouten[verplicht] = _("Deze kolom mag niet leeg zijn.")
    gevraagd = lees.lees("talen", talen) or {}
    getallen = {kolom: lees.lees(kolom, geheel) for kolom in ("uren_min", "uren_max", "posities", "nummer")}
    einde = lees.lees("einde", datum)
    lees.klaar()
    assert start is not None
    plek = Vestigingsgegevens(plaats=lees.tekst("plaats"), postcode=lees.tekst("postcode"), is_hoofdvestiging=True)
    uit = Werkprofielrij(
        werkgever=Werkgeverrij(
            werkgever=Werkgevergegevens(naam=lees.tekst("werkgever"), kvk_nummer=lees.tekst("kvk_nummer")),
            vestiging=plek if plek.plaats or plek.postcode else None,
        ),
        titel=lees.tekst("titel"),
        start=start,
        einde=einde,
        omschrijving=lees.tekst("omschrijving"),
        posities=getallen["posities"] or 1,
        beroep=lees.tekst("beroep"),
        sector=lees.tekst("sector"),
        uren_min=getallen["uren_min"],
        uren_max=getallen["uren_max"],
        competentieteksten=tuple(lijst(lees.tekst("competenties"))),
        certificaten=tuple(lijst(lees.tekst("certificaten"))),
        talen=gevraagd,
        nummer=getallen["nummer"],
        herkomst=HERKOMST if lees.tekst("id") else "",
        extern_id=lees.tekst("id"),
    )
    return uit, lees.onbekend
