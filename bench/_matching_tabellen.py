"""The question as small tables and values, for the databases the engine is measured against."""

from __future__ import annotations

from typing import Any

from _matching_data import PEILDATUM, Bevolking

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import GRENS, SECTOR, TAAL, VOORKEUR
from werklandschap.matching.referentie import niveaus_te_leren, weken_tot_start

Tabellen = dict[str, tuple[tuple[str, ...], list[tuple[int, ...]]]]


def vraag_tabellen(lot: Bevolking, werk: Werkprofiel) -> Tabellen:
    """Per table its columns and rows: lijst, eis, leer, minimum and wens."""
    woorden, taxonomie = lot.woorden, lot.taxonomie
    lijst, eis_rijen, leer = [], [], []
    for nummer, eis in enumerate(werk.eisen):
        code, nul = woorden.competenties[eis.competentie], taxonomie.leerbaar_vanaf_nul(eis.competentie)
        eis_rijen.append((nummer, code, eis.niveau, eis.gewicht, int(eis.hard), int(nul)))
        lijst += [(nummer, woorden.competenties[s], v) for s, v in taxonomie.bronnen(eis.competentie).items()]
        leertijd, weken = taxonomie.weken_per_niveau(eis.competentie), weken_tot_start(werk, PEILDATUM)
        leer += [(nummer, tempo, niveaus_te_leren(weken, tempo, leertijd)) for tempo in range(4)]
    eisen = [(TAAL + code, niveau) for code, niveau in werk.talen.items()]
    eisen += [(GRENS + code, niveau) for code, niveau in werk.omstandigheden.items()]
    return {
        "lijst": (("eis", "code", "v"), lijst),
        "eis": (("eis", "code", "niveau", "gewicht", "hard", "nul"), eis_rijen),
        "leer": (("eis", "tempo", "l"), leer),
        "minimum": (("code", "waarde"), [(woorden.feiten[code], waarde) for code, waarde in eisen]),
        "wens": (("code",), [(woorden.feiten[VOORKEUR + code],) for code in werk.omstandigheden]),
    }


def waarden(lot: Bevolking, werk: Werkprofiel, top: int) -> dict[str, Any]:
    """The single values of the question by name; the riasec values under r, i, a, s, e and c."""
    return {
        "cert": lot.woorden.certificaten[werk.certificaten[0]],
        "uren_min": werk.uren_min,
        "uren_max": werk.uren_max,
        "start": werk.start.toordinal(),
        "dagdelen": werk.dagdelen,
        "lat": werk.lat,
        "lon": werk.lon,
        "sector": lot.woorden.feiten[f"{SECTOR}{werk.sector}"],
        "gewicht": sum(eis.gewicht for eis in werk.eisen),
        "wc": werk.weging.competentie,
        "wa": werk.weging.affiniteit,
        "wo": werk.weging.omstandigheden,
        "top": top,
    } | dict(zip("riasec", werk.riasec or (), strict=True))
