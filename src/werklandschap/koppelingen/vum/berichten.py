"""A person and a vacancy as messages of the exchange (OpenAPI of the pilot: profiles 0.8.7, vacancies 0.8.2).

Of a person goes only what has a code or a word of our own lists: no name, address, contact, birth date, employer of
before, free text, or anything about health. Of a vacancy no contact person. Codes: the pilot's OpenAPI.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.catalogi import certificaatcodes
from werklandschap.kern.profielen.models import Competentieregel, Eis, Werkprofiel
from werklandschap.kern.profielen.uitleg import naam_van_code

# Competences by behaviour have a number of five digits that begins with 24.
GEDRAG = "24"
BEHEERSING = {5: 1, 4: 1, 3: 2, 2: 3, 1: 3, 0: 4}
RIJBEWIJS = "rijbewijs:"
# CEFR 0–6 → none, fair, good, excellent; the reverse of what the import reads.
TAALNIVEAU = {0: 1, 1: 2, 2: 2, 3: 2, 4: 3, 5: 4, 6: 4}
OPLEIDINGSNIVEAU = {"basis": 1, "vmbo": 2, "mbo2": 4, "mbo3": 4, "mbo4": 4, "hbo": 5, "wo": 6}
DIPLOMA = {True: 1, False: 2, None: 0}
JA, NEE = 1, 2


def profiel(mens: Werkzoekende, vum_id: UUID) -> dict[str, Any]:
    """The matching profile without a name; `vum_id` stands for the person. Unknown parts are left out.

    `mens` comes with competences, certificates, languages, work and education read before. Of the postcode go the
    four digits only: enough for a distance, too little for a street.
    """
    gegevens = getattr(mens, "kandidaatgegevens", None)
    bericht = {
        "vumID": str(vum_id),
        "idWerkzoekende": str(vum_id),
        "indicatieBeschikbaarheidContactgegevens": NEE,
        "mobiliteit": _vol(
            {"bemiddelingspostcode": mens.postcode[:4], "maximaleReisafstand": gegevens.reis_km if gegevens else None}
        ),
        "arbeidsmarktkwalificatie": _vol(_kwalificatie(mens)),
    }
    if gegevens is not None:
        vanaf = gegevens.beschikbaar_vanaf
        bericht["flexibiliteit"] = _vol({"datumAanvangBeschikbaarVoorWerk": vanaf.isoformat() if vanaf else None})
        bericht["werktijden"] = _uren(gegevens.uren_min, gegevens.uren_max)
    return _vol(bericht)


def met_contact(bericht: dict[str, Any], gemeente: Gemeente) -> dict[str, Any]:
    """The same with where to ask on: the municipality, never the person."""
    contact = _vol({"naamContactpersoonAfdeling": gemeente.naam[:35], "emailadres": gemeente.email})
    return {**bericht, "indicatieBeschikbaarheidContactgegevens": JA, "contactpersoon": [contact]}


def _kwalificatie(mens: Werkzoekende) -> dict[str, Any]:
    vandaag = timezone.localdate()
    papieren = [
        c.code for c in mens.certificaten.all() if c.heeft and (c.geldig_tot is None or c.geldig_tot >= vandaag)
    ]
    opleidingen = [(OPLEIDINGSNIVEAU.get(rij.niveau), rij.diploma) for rij in mens.opleidingen.all()]
    beroepen = [rij.beroep.naam for rij in mens.werkervaring.all() if rij.beroep is not None]
    return {
        "gedragscompetentie": [_gedrag(r, r.niveau) for r in mens.competenties.all() if _is_gedrag(r)],
        "vakvaardigheid": [_vaardigheid(r) for r in mens.competenties.all() if r.niveau > 0 and not _is_gedrag(r)],
        "taalbeheersing": [_taal(taal.taal, taal.niveau) for taal in mens.talen.all()],
        "opleiding": [
            {"codeNiveauOpleiding": niveau, "indicatieDiploma": DIPLOMA[diploma]}
            for niveau, diploma in opleidingen
            if niveau is not None
        ],
        "werkervaring": [{"beroep": {"naamBeroepOngecodeerd": naam[:120]}} for naam in dict.fromkeys(beroepen)],
        **_papieren(papieren),
    }


def vacature(werkprofiel: Werkprofiel) -> dict[str, Any]:
    """The vacancy; texts are cut at the lengths the contract allows."""
    beroep = werkprofiel.beroep.naam if werkprofiel.beroep else werkprofiel.titel
    einde = werkprofiel.einde
    bericht = {
        "vumID": str(werkprofiel.uuid),
        "idVacature": str(werkprofiel.uuid),
        "naamVacature": werkprofiel.titel[:120],
        "omschrijvingVacature": werkprofiel.omschrijving[:2000],
        "werkgever": {"handelsnaamOrganisatie": werkprofiel.werkgever.naam[:500]},
        "arbeidsVoorwaarden": _vol(
            {
                "datumAanvangWerkzaamheden": werkprofiel.start.isoformat(),
                "datumEindeWerkzaamheden": einde.isoformat() if einde else None,
            }
        ),
        "beroep": {"naamBeroepOngecodeerd": beroep[:120]},
        "werktijden": _uren(werkprofiel.uren_min, werkprofiel.uren_max),
        "gedragscompetentie": [_gedrag(e, e.niveau) for e in werkprofiel.eisen.all() if _is_gedrag(e)],
        "vakvaardigheid": [_vaardigheid(e) for e in werkprofiel.eisen.all() if not _is_gedrag(e)],
        "taalbeheersing": [_taal(eis.taal, eis.minimum) for eis in werkprofiel.taaleisen.all()],
        **_papieren([eis.code for eis in werkprofiel.certificaateisen.all()]),
    }
    return _vol(bericht)


def _vol(deel: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in deel.items() if waarde not in (None, "", [], {})}


def _uren(minimaal: int | None, maximaal: int | None) -> dict[str, int]:
    """The contract ends at 99 hours."""
    uren = {"aantalWerkurenPerWeekMinimaal": minimaal, "aantalWerkurenPerWeekMaximaal": maximaal}
    return {naam: min(waarde, 99) for naam, waarde in uren.items() if waarde is not None}


def _is_gedrag(regel: Competentieregel | Eis) -> bool:
    code = regel.competentie.code
    return code.startswith(GEDRAG) and code.isdigit() and len(code) == 5


def _gedrag(regel: Competentieregel | Eis, niveau: int) -> dict[str, int]:
    return {
        "codeGedragscompetentie": int(regel.competentie.code),
        "codeBeheersingGedragscompetentie": BEHEERSING[niveau],
    }


def _vaardigheid(regel: Competentieregel | Eis) -> dict[str, str]:
    return {"omschrijving": regel.competentie.naam[:120]}


def _taal(code: str, niveau: int) -> dict[str, Any]:
    return {"codeTaal": code, "codeNiveauTaalbeheersingMondeling": TAALNIVEAU[niveau]}


def _papieren(codes: list[str]) -> dict[str, list[dict[str, str]]]:
    """Only what stands in our list of certificates: another text may say who somebody is."""
    bekend = [code for code in codes if code in certificaatcodes()]
    rijbewijzen = [code.removeprefix(RIJBEWIJS) for code in bekend if code.startswith(RIJBEWIJS)]
    return {
        "rijbewijs": [{"codeSoortRijbewijs": soort} for soort in rijbewijzen],
        "cursus": [{"naamCursus": naam_van_code(code)[:120]} for code in bekend if not code.startswith(RIJBEWIJS)],
    }
