"""Messages of the national exchange (VUM, pilot 0.8) as rows. Codes: the pilot's OpenAPI."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens
from werklandschap.koppelingen.bestanden.rijen import (
    Opleidingrij,
    Persoonsrij,
    Werkervaringrij,
    Werkgeverrij,
    Werkprofielrij,
)

HERKOMST = "vum"
# Spoken level: none, fair, good, excellent → CEFR 0–6. Our reading; the exchange has no CEFR.
TAALNIVEAU = {1: 0, 2: 2, 3: 4, 4: 5}
# Good, sufficient, insufficient, none → level of a competence.
BEHEERSING = {1: 4, 2: 3, 3: 2, 4: 0}
OPLEIDINGSNIVEAU = {1: "basis", 2: "vmbo", 3: "mbo4", 4: "mbo4", 5: "hbo", 6: "wo"}
DIPLOMA = {1: True, 2: False}
GEVRAAGD_NIVEAU = 3


def persoon(bericht: dict[str, Any]) -> tuple[Persoonsrij, list[str]]:
    """A job seeker; name, birth date and BSN are not in these messages and come at Melding. Raises Invoerfout."""
    kwalificatie = _deel(bericht, "arbeidsmarktkwalificatie")
    werktijden, mobiliteit = _deel(bericht, "werktijden"), _deel(bericht, "mobiliteit")
    uit = Persoonsrij(
        persoon=Persoonsgegevens(
            email=_eerste(bericht, "emailadres"),
            telefoon=_eerste(bericht, "telefoonnummer"),
            postcode=_tekst(mobiliteit, "bemiddelingspostcode"),
            herkomst=HERKOMST,
            extern_id=_verplicht(bericht, "idWerkzoekende"),
        ),
        gezocht=tuple(filter(None, (_beroepsnaam(b) for b in _lijst(bericht, "bemiddelingsberoep")))),
        werkervaring=tuple(_werkervaring(kwalificatie)),
        opleidingen=tuple(_opleidingen(kwalificatie)),
        competenties=_gedrag(kwalificatie),
        competentieteksten=tuple(_vaardigheden(kwalificatie)),
        certificaten=dict.fromkeys(_rijbewijzen(kwalificatie)) | _cursussen(kwalificatie),
        talen=_talen(kwalificatie),
        uren_min=_getal(werktijden, "aantalWerkurenPerWeekMinimaal"),
        uren_max=_getal(werktijden, "aantalWerkurenPerWeekMaximaal"),
        beschikbaar_vanaf=_datum(_deel(bericht, "flexibiliteit"), "datumAanvangBeschikbaarVoorWerk"),
        reis_km=_hooguit(_getal(mobiliteit, "maximaleReisafstand"), 500),
    )
    return uit, []


def werkprofiel(bericht: dict[str, Any]) -> tuple[Werkprofielrij, list[str]]:
    """A vacancy with its employer. Raises Invoerfout when its id, name, employer or start is missing."""
    voorwaarden, werktijden = _deel(bericht, "arbeidsVoorwaarden"), _deel(bericht, "werktijden")
    start = _datum(voorwaarden, "datumAanvangWerkzaamheden")
    if start is None:
        raise Invoerfout({"datumAanvangWerkzaamheden": _("De startdatum ontbreekt.")})
    beroep = _beroepsnaam(bericht.get("beroep"))
    titel = _tekst(bericht, "naamVacature") or beroep
    if not titel:
        raise Invoerfout({"naamVacature": _("De naam van de vacature ontbreekt.")})
    uit = Werkprofielrij(
        werkgever=werkgever_van(_deel(bericht, "werkgever")),
        titel=titel[:150],
        start=start,
        einde=_datum(voorwaarden, "datumEindeWerkzaamheden"),
        omschrijving=_tekst(bericht, "omschrijvingVacature"),
        beroep=beroep,
        uren_min=_getal(werktijden, "aantalWerkurenPerWeekMinimaal"),
        uren_max=_getal(werktijden, "aantalWerkurenPerWeekMaximaal"),
        competenties=dict.fromkeys(_gedrag(bericht), GEVRAAGD_NIVEAU),
        competentieteksten=tuple(_vaardigheden(bericht)),
        certificaten=(*_rijbewijzen(bericht), *_cursussen(bericht)),
        talen={taal: niveau for taal, niveau in _talen(bericht).items() if niveau > 0},
        herkomst=HERKOMST,
        extern_id=_verplicht(bericht, "idVacature"),
    )
    return uit, []


def werkgever(bericht: dict[str, Any]) -> tuple[Werkgeverrij, list[str]]:
    """The employer of a vacancy message, or the message of an employer alone. Raises Invoerfout."""
    return werkgever_van(_deel(bericht, "werkgever") or bericht), []


def werkgever_van(deel: dict[str, Any]) -> Werkgeverrij:
    """The employer part of a message."""
    naam = _tekst(deel, "handelsnaamOrganisatie")
    if not naam:
        raise Invoerfout({"handelsnaamOrganisatie": _("De naam van de werkgever ontbreekt.")})
    return Werkgeverrij(
        werkgever=Werkgevergegevens(naam=naam, kvk_nummer=_tekst(deel, "nummerKvk"), sbi=_sbi(deel)),
        vestiging=_vestiging(deel),
        contact=_contact(deel),
    )


def _vestiging(deel: dict[str, Any]) -> Vestigingsgegevens | None:
    for houding in _lijst(deel, "adresHouding"):
        adres = _deel(_deel(houding, "adres"), "adresNederland")
        straat = _deel(_deel(adres, "adresDetails"), "straatadres")
        if adres:
            return Vestigingsgegevens(
                straat=_tekst(straat, "straatnaam"),
                huisnummer="".join((_tekst(straat, "huisnummer"), _tekst(straat, "huisletter"))),
                postcode=_tekst(adres, "postcode"),
                plaats=_tekst(adres, "woonplaatsnaam"),
                is_hoofdvestiging=True,
            )
    return None


def _contact(deel: dict[str, Any]) -> Contactgegevens | None:
    for rij in _lijst(deel, "contactpersoon"):
        naam = _tekst(rij, "naamContactpersoonAfdeling")
        if naam:
            return Contactgegevens(naam=naam, email=_eerste(rij, "emailadres"), telefoon=_eerste(rij, "telefoonnummer"))
    return None


def _sbi(deel: dict[str, Any]) -> str:
    return next((str(s["codeSbi"]) for s in _lijst(deel, "sector") if s.get("codeSbi") not in {None, 99999}), "")


def _werkervaring(deel: dict[str, Any]) -> Iterator[Werkervaringrij]:
    for rij in _lijst(deel, "werkervaring"):
        functie = _beroepsnaam(rij.get("beroep"))
        if functie:
            yield Werkervaringrij(
                functie[:150], _tekst(rij, "naamOrganisatie")[:150], _tekst(rij, "toelichtingWerkervaring")
            )


def _opleidingen(deel: dict[str, Any]) -> Iterator[Opleidingrij]:
    for rij in _lijst(deel, "opleiding"):
        namen = _deel(rij, "opleidingsnaam")
        naam = _tekst(namen, "naamOpleidingOngecodeerd") or _tekst(namen, "omschrijvingOpleidingsnaam")
        niveau = OPLEIDINGSNIVEAU.get(rij.get("codeNiveauOpleiding", 0), "onbekend")
        if naam or niveau != "onbekend":
            yield Opleidingrij((naam or niveau)[:150], niveau, DIPLOMA.get(rij.get("indicatieDiploma", 0)))


def _gedrag(deel: dict[str, Any]) -> dict[str, int]:
    return {
        str(rij["codeGedragscompetentie"]): BEHEERSING[rij["codeBeheersingGedragscompetentie"]]
        for rij in _lijst(deel, "gedragscompetentie")
        if rij.get("codeGedragscompetentie") and rij.get("codeBeheersingGedragscompetentie") in BEHEERSING
    }


def _vaardigheden(deel: dict[str, Any]) -> Iterator[str]:
    for rij in _lijst(deel, "vakvaardigheid"):
        tekst = _tekst(rij, "omschrijving") or _tekst(rij, "naamVakvaardigheid")
        if tekst:
            yield tekst


def _rijbewijzen(deel: dict[str, Any]) -> list[str]:
    return [f"rijbewijs:{r['codeSoortRijbewijs']}" for r in _lijst(deel, "rijbewijs") if r.get("codeSoortRijbewijs")]


def _cursussen(deel: dict[str, Any]) -> dict[str, date | None]:
    """Names of courses; which certificate they are is recognised when they are recorded."""
    return {_tekst(rij, "naamCursus"): None for rij in _lijst(deel, "cursus") if _tekst(rij, "naamCursus")}


def _talen(deel: dict[str, Any]) -> dict[str, int]:
    uit = {}
    for rij in _lijst(deel, "taalbeheersing"):
        niveau = TAALNIVEAU.get(rij.get("codeNiveauTaalbeheersingMondeling", 0))
        if rij.get("codeTaal") and niveau is not None:
            uit[str(rij["codeTaal"])] = niveau
    return uit


def _beroepsnaam(beroep: object) -> str:
    if not isinstance(beroep, dict):
        return ""
    return _tekst(beroep, "naamBeroepOngecodeerd") or _tekst(beroep, "omschrijvingBeroepsnaam")


def _deel(bericht: dict[str, Any], naam: str) -> dict[str, Any]:
    deel = bericht.get(naam)
    return deel if isinstance(deel, dict) else {}


def _lijst(bericht: dict[str, Any], naam: str) -> list[dict[str, Any]]:
    deel = bericht.get(naam)
    return [rij for rij in deel if isinstance(rij, dict)] if isinstance(deel, list) else []


def _tekst(bericht: dict[str, Any], naam: str) -> str:
    waarde = bericht.get(naam)
    return str(waarde).strip() if isinstance(waarde, str | int) and not isinstance(waarde, bool) else ""


def _eerste(bericht: dict[str, Any], naam: str) -> str:
    deel = bericht.get(naam)
    return str(deel[0]).strip() if isinstance(deel, list) and deel else ""


def _verplicht(bericht: dict[str, Any], naam: str) -> str:
    tekst = _tekst(bericht, naam)
    if not tekst:
        raise Invoerfout({naam: _("Dit veld is nodig om het bericht te herkennen.")})
    return tekst


def _getal(bericht: dict[str, Any], naam: str) -> int | None:
    waarde = bericht.get(naam)
    if waarde is None:
        return None
    if isinstance(waarde, bool) or not isinstance(waarde, int) or not 0 <= waarde <= 999:
        raise Invoerfout({naam: _("Verwacht een heel getal.")})
    return waarde


def _hooguit(waarde: int | None, grens: int) -> int | None:
    return None if waarde is None else min(waarde, grens)


def _datum(bericht: dict[str, Any], naam: str) -> date | None:
    tekst = _tekst(bericht, naam)
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Invoerfout({naam: _("Verwacht een datum als 2026-03-31.")}) from fout
