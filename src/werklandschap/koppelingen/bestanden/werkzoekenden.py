"""Writing one imported person."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.herkenning import herken, herken_beroep
from werklandschap.competenties.models import Beroep, BeroepCompetentie, Competentie
from werklandschap.competenties.taxonomie import beroepenboek, woordenboek
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.actions import maak_dossier, wijzig_persoon
from werklandschap.kern.dossiers.duplicaten import Zekerheid, zoek_dubbelen
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, bsn_zoekwaarde, controleer, gegevens_van
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen import actions
from werklandschap.kern.profielen.catalogi import taalcodes
from werklandschap.kern.profielen.models import Bewijs, Kandidaatgegevens
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.bestanden.certificaten import herken_certificaten
from werklandschap.koppelingen.bestanden.rijen import Persoonsrij
from werklandschap.koppelingen.bestanden.vaardigheden import MEESTE_TEKENS, genoemde_vaardigheden

# Work experience tells what somebody has done, not how well: a low level to begin with, to be confirmed in a talk.
NIVEAU_UIT_ERVARING = 2
NIVEAU_UIT_TEKST = 3


def schrijf(rij: Persoonsrij, *, gemeente: Gemeente, door: Gebruiker) -> tuple[str, list[str]]:
    """Make or update one person; what happened, and what to know. Raises Invoerfout."""
    schoon = controleer(rij.persoon)
    dossier = _zoek(schoon, gemeente, rij.dossier)
    waarschuwingen: list[str] = []
    if dossier is None:
        waarschuwingen = _weiger_dubbel(schoon, gemeente)
        dossier = maak_dossier(
            gegevens=schoon,
            gemeente=gemeente,
            door=door,
            kanaal="invoer",
            hulpvraag=_hulpvraag(rij),
            namens=_("Invoer"),
        )
        uitkomst = "nieuw"
    else:
        uitkomst = "bijgewerkt" if _werk_bij(dossier, schoon, door) else "gelijk"
    if _vul_profiel(dossier.werkzoekende, rij, door) and uitkomst == "gelijk":
        uitkomst = "bijgewerkt"
    if schoon.postcode and dossier.werkzoekende.lat is None:
        waarschuwingen.append(_("de postcode staat niet op onze kaart: de plaats is onbekend"))
    return uitkomst, waarschuwingen + _niet_herkend(rij)


def _hulpvraag(rij: Persoonsrij) -> str:
    if rij.hulpvraag or not rij.gezocht:
        return rij.hulpvraag
    return _("Zoekt werk als {beroep}.").format(beroep=", ".join(rij.gezocht))


def _zoek(persoon: Persoonsgegevens, gemeente: Gemeente, nummer: int | None) -> Dossier | None:
    """By our own number, then by the source's id, then by BSN."""
    bekend = Dossier.objects.filter(gemeente=gemeente).exclude(status=Dossier.Status.SAMENGEVOEGD)
    bekend = bekend.select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
    if nummer is not None:
        gevonden = bekend.filter(pk=nummer).first()
        if gevonden is None:
            raise Invoerfout({"dossier": _("Dit dossier is er niet in deze gemeente.")})
        return gevonden
    if persoon.extern_id:
        gevonden = bekend.filter(
            werkzoekende__herkomst=persoon.herkomst, werkzoekende__extern_id=persoon.extern_id
        ).first()
        if gevonden is not None:
            return gevonden
    zoekwaarde = bsn_zoekwaarde(gemeente, persoon.bsn)
    return bekend.filter(werkzoekende__bsn_zoekwaarde=zoekwaarde).first() if zoekwaarde else None


def _weiger_dubbel(persoon: Persoonsgegevens, gemeente: Gemeente) -> list[str]:
    """Refuse who is known for certain or probably; warn for a possible double."""
    dubbelen = zoek_dubbelen(
        gemeente=gemeente,
        bsn=persoon.bsn,
        voornaam=persoon.voornaam,
        achternaam=persoon.achternaam,
        geboortedatum=persoon.geboortedatum,
        postcode=persoon.postcode,
    )
    for dubbel in dubbelen:
        if dubbel.zekerheid is not Zekerheid.MOGELIJK:
            tekst = _("is waarschijnlijk dossier {nummer} ({redenen}). Zet het BSN of het nummer van de bron erbij.")
            raise Invoerfout(tekst.format(nummer=dubbel.dossier.pk, redenen=", ".join(dubbel.redenen)))
    return [_("misschien dezelfde als dossier {nummer}").format(nummer=dubbel.dossier.pk) for dubbel in dubbelen]


def _werk_bij(dossier: Dossier, persoon: Persoonsgegevens, door: Gebruiker) -> bool:
    """Only what the source knows; empty never overwrites."""
    nu = gegevens_van(dossier.werkzoekende)
    standaard = Persoonsgegevens()
    nieuw: dict[str, Any] = {
        veld.name: getattr(persoon, veld.name)
        for veld in fields(Persoonsgegevens)
        if veld.name not in {"herkomst", "extern_id", "bsn"}
        and getattr(persoon, veld.name) != getattr(standaard, veld.name)
        and getattr(persoon, veld.name) != getattr(nu, veld.name)
    }
    if not nieuw and not (persoon.bsn and dossier.werkzoekende.bsn_zoekwaarde is None):
        return False
    gegevens = replace(nu, **nieuw, bsn=persoon.bsn)
    wijzig_persoon(werkzoekende=dossier.werkzoekende, door=door, versie=None, gegevens=gegevens)
    return True


def _vul_profiel(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    """Add what is not there yet; True when anything was added."""
    gedaan = [
        _ervaring(werkzoekende, rij, door),
        _opleidingen(werkzoekende, rij, door),
        _competenties(werkzoekende, rij, door),
        _certificaten(werkzoekende, rij, door),
        _talen(werkzoekende, rij, door),
        _gegevens(werkzoekende, rij, door),
    ]
    return any(gedaan)


def _ervaring(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    bekend = {functie.lower() for functie in werkzoekende.werkervaring.values_list("functie", flat=True)}
    nieuw = [ervaring for ervaring in rij.werkervaring if ervaring.functie.lower() not in bekend]
    for ervaring in nieuw:
        actions.voeg_werkervaring_toe(
            werkzoekende=werkzoekende,
            door=door,
            functie=ervaring.functie,
            werkgever_naam=ervaring.werkgever,
            beroep=_beroep(ervaring.functie),
            omschrijving=ervaring.omschrijving,
        )
    return bool(nieuw)


def _opleidingen(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    bekend = {naam.lower() for naam in werkzoekende.opleidingen.values_list("naam", flat=True)}
    nieuw = [opleiding for opleiding in rij.opleidingen if opleiding.naam.lower() not in bekend]
    for opleiding in nieuw:
        actions.voeg_opleiding_toe(
            werkzoekende=werkzoekende,
            door=door,
            naam=opleiding.naam,
            niveau=opleiding.niveau,
            diploma=opleiding.diploma,
        )
    return bool(nieuw)


def _beroep(naam: str) -> Beroep | None:
    vondsten = herken_beroep(naam, taxonomie=woordenboek(), beroepen=beroepenboek(), hoogstens=1)
    zeker = [v for v in vondsten if v.zekerheid >= 0.5]
    return Beroep.objects.filter(code=zeker[0].id).first() if zeker else None


def _niveaus(rij: Persoonsrij) -> dict[str, tuple[int, str]]:
    """{competence code: (level, where it comes from)}: said by the source, found in its texts, or usual in a job."""
    uit: dict[str, tuple[int, str]] = {}
    for ervaring in rij.werkervaring:
        beroep = _beroep(ervaring.functie)
        if beroep is not None:
            nodig = beroep.beroepcompetenties.filter(soort=BeroepCompetentie.Soort.ESSENTIEEL)
            for code in nodig.values_list("competentie__code", flat=True):
                uit[code] = (NIVEAU_UIT_ERVARING, ervaring.functie)
    for code, woorden in genoemde_vaardigheden(rij.competentieteksten).items():
        uit[code] = (NIVEAU_UIT_TEKST, woorden)
    for tekst in (e.omschrijving for e in rij.werkervaring if e.omschrijving):
        for vondst in herken(tekst[:MEESTE_TEKENS], taxonomie=woordenboek(), soort="competentie"):
            uit[vondst.id] = (NIVEAU_UIT_TEKST, vondst.fragment)
    return uit | {code: (niveau, "") for code, niveau in rij.competenties.items()}


def _competenties(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    bekend = set(werkzoekende.competenties.values_list("competentie__code", flat=True))
    niveaus = {code: waarde for code, waarde in _niveaus(rij).items() if code not in bekend}
    gevonden = Competentie.objects.in_bulk(list(niveaus), field_name="code")
    for code, competentie in gevonden.items():
        niveau, uit_tekst = niveaus[code]
        actions.leg_competentie_vast(
            werkzoekende=werkzoekende,
            competentie=competentie,
            niveau=niveau,
            bewijs=Bewijs.Soort.INVOER,
            toelichting=uit_tekst[:300],
            datum=timezone.localdate(),
            door=door,
        )
    return bool(gevonden)


def _certificaten(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    bekend = set(werkzoekende.certificaten.values_list("code", flat=True))
    gevonden, _onbekend = herken_certificaten(rij.certificaten)
    nieuw = {code: tekst for code, tekst in gevonden.items() if code not in bekend}
    for code, tekst in nieuw.items():
        actions.leg_certificaat_vast(
            werkzoekende=werkzoekende, code=code, geldig_tot=rij.certificaten.get(tekst), door=door
        )
    return bool(nieuw)


def _talen(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    bekend = dict(werkzoekende.talen.values_list("taal", "niveau"))
    nieuw = {t: n for t, n in rij.talen.items() if bekend.get(t) != n and t in taalcodes()}
    for taal, niveau in nieuw.items():
        actions.leg_taal_vast(werkzoekende=werkzoekende, taal=taal, niveau=niveau, door=door)
    return bool(nieuw)


def _niet_herkend(rij: Persoonsrij) -> list[str]:
    _gevonden, onbekend = herken_certificaten(rij.certificaten)
    onbekend += [taal for taal in rij.talen if taal not in taalcodes()]
    return [_("“{tekst}” kennen we niet; overgeslagen").format(tekst=tekst) for tekst in onbekend]


def _gegevens(werkzoekende: Werkzoekende, rij: Persoonsrij, door: Gebruiker) -> bool:
    namen = ("uren_min", "uren_max", "beschikbaar_vanaf", "reis_km")
    bekend = Kandidaatgegevens.objects.filter(werkzoekende=werkzoekende).first()
    nieuw = {
        naam: getattr(rij, naam)
        for naam in namen
        if getattr(rij, naam) is not None and (bekend is None or getattr(bekend, naam) != getattr(rij, naam))
    }
    if nieuw:
        actions.wijzig_kandidaatgegevens(werkzoekende=werkzoekende, versie=None, door=door, **nieuw)
    return bool(nieuw)
