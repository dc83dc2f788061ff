"""What somebody can and wants, written down with what it rests on. Everything is an event in the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Beroep, Competentie, Omstandigheid
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen.catalogi import TAALNIVEAUS, certificaatcodes, taalcodes
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
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum as datumtekst

KANDIDAATVELDEN = (
    "leertempo",
    "uren_min",
    "uren_max",
    "beschikbaar_vanaf",
    "dagdelen",
    "reis_km",
    "grenzen",
    "voorkeuren",
    "riasec",
    "sectoren",
    "competenties_gevraagd",
    "wil_bemiddeld",
)


def _dossier(werkzoekende: Werkzoekende, door: Gebruiker) -> Dossier:
    """The dossier to write in. Raises GeenRecht."""
    dossier = werkzoekende.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    return dossier


def _in_verleden(veld: str, dag: date | None) -> dict[str, str]:
    if dag is not None and dag > timezone.localdate():
        return {veld: _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")}
    return {}


def _stop_bij(fouten: dict[str, str]) -> None:
    if fouten:
        raise Invoerfout(fouten)


@actie
def leg_competentie_vast(
    *,
    werkzoekende: Werkzoekende,
    competentie: Competentie,
    niveau: int,
    bewijs: str,
    door: Gebruiker,
    toelichting: str = "",
    datum: date | None = None,
) -> Competentieregel:
    """Add evidence of a kind of `Bewijs.Soort` for a level 0–5 (0 = asked, none).

    The level of the line becomes that of the newest evidence, which is not always this one. Raises Invoerfout.
    """
    dossier = _dossier(werkzoekende, door)
    op = datum or timezone.localdate()
    fouten = _in_verleden("datum", op)
    if niveau not in range(6):
        fouten["niveau"] = _("Kies een niveau van 0 tot en met 5.")
    if bewijs not in Bewijs.Soort.values:
        fouten["bewijs"] = _("Kies waar u dit aan ziet.")
    if len(toelichting) > 300:
        fouten["toelichting"] = _("Deze toelichting is te lang. Gebruik hooguit 300 tekens.")
    _stop_bij(fouten)
    regel, _nieuw = Competentieregel.objects.select_for_update().get_or_create(
        werkzoekende=werkzoekende, competentie=competentie, defaults={"niveau": niveau}
    )
    Bewijs.objects.create(
        regel=regel, soort=bewijs, niveau=niveau, toelichting=toelichting.strip(), datum=op, door=door
    )
    nieuwste = regel.bewijzen.order_by("-datum", "-id").values_list("niveau", flat=True)[0]
    regel.niveau, regel.bijgewerkt_op = nieuwste, timezone.now()
    regel.save(update_fields=["niveau", "bijgewerkt_op"])
    gegevens = {
        "competentie": competentie.label,
        "niveau": niveau,
        "bewijs": str(Bewijs.Soort(bewijs).label),
        "datum": datumtekst(op),
    }
    leg_vast(keten=dossier.keten, soort="competentie.vastgelegd", door=door, gegevens=gegevens)
    return regel


@actie
def verwijder_competentie(*, werkzoekende: Werkzoekende, competentie: Competentie, door: Gebruiker) -> None:
    """Take a line with its evidence out: it was a mistake. "Asked, none" is level 0 instead. Twice changes nothing."""
    dossier = _dossier(werkzoekende, door)
    regel = Competentieregel.objects.filter(werkzoekende=werkzoekende, competentie=competentie).first()
    if regel is None:
        return
    regel.delete()
    leg_vast(
        keten=dossier.keten, soort="competentie.verwijderd", door=door, gegevens={"competentie": competentie.label}
    )


@actie
def leg_certificaat_vast(
    *,
    werkzoekende: Werkzoekende,
    code: str,
    door: Gebruiker,
    heeft: bool = True,
    behaald_op: date | None = None,
    geldig_tot: date | None = None,
    uitgever: str = "",
    gezien: bool = False,
) -> Certificaat:
    """A certificate or licence somebody has, or surely has not; the newest answer replaces the former one."""
    dossier = _dossier(werkzoekende, door)
    fouten = _in_verleden("behaald_op", behaald_op)
    if code not in certificaatcodes():
        fouten["code"] = _("Kies een certificaat of rijbewijs uit de lijst.")
    if behaald_op and geldig_tot and geldig_tot < behaald_op:
        fouten["geldig_tot"] = _("De einddatum ligt voor de dag van behalen. Controleer de datums.")
    if not heeft and (behaald_op or geldig_tot or gezien):
        fouten["heeft"] = _("U vulde een datum in. Kies dan dat deze persoon dit heeft.")
    _stop_bij(fouten)
    velden = {
        "heeft": heeft,
        "behaald_op": behaald_op,
        "geldig_tot": geldig_tot,
        "uitgever": uitgever.strip()[:120],
        "gezien": gezien,
    }
    certificaat, _nieuw = Certificaat.objects.update_or_create(werkzoekende=werkzoekende, code=code, defaults=velden)
    leg_vast(
        keten=dossier.keten,
        soort="certificaat.vastgelegd",
        door=door,
        gegevens={"certificaat": naam_van_code(code), "stand": _stand(certificaat)},
    )
    return certificaat


def _stand(certificaat: Certificaat) -> str:
    if not certificaat.heeft:
        return _("heeft dit niet")
    if certificaat.geldig_tot:
        return _("geldig tot en met {dag}").format(dag=datumtekst(certificaat.geldig_tot))
    return _("zonder einddatum")


@actie
def leg_taal_vast(*, werkzoekende: Werkzoekende, taal: str, niveau: int, door: Gebruiker) -> Taalbeheersing:
    """How well somebody speaks a language (ISO 639-3): 0 none, 1 A1 … 6 C2."""
    dossier = _dossier(werkzoekende, door)
    fouten = {}
    if taal not in taalcodes():
        fouten["taal"] = _("Kies een taal uit de lijst.")
    if niveau not in range(7):
        fouten["niveau"] = _("Kies een niveau uit de lijst.")
    _stop_bij(fouten)
    regel, _nieuw = Taalbeheersing.objects.update_or_create(
        werkzoekende=werkzoekende, taal=taal, defaults={"niveau": niveau}
    )
    gegevens = {"taal": naam_van_code(taal), "niveau": str(TAALNIVEAUS[niveau][1])}
    leg_vast(keten=dossier.keten, soort="taal.vastgelegd", door=door, gegevens=gegevens)
    return regel


@actie
def voeg_werkervaring_toe(
    *,
    werkzoekende: Werkzoekende,
    functie: str,
    door: Gebruiker,
    werkgever_naam: str = "",
    beroep: Beroep | None = None,
    van: date | None = None,
    tot: date | None = None,
    omschrijving: str = "",
) -> Werkervaring:
    """A job somebody had, in their own words."""
    dossier = _dossier(werkzoekende, door)
    fouten = _in_verleden("van", van)
    if not functie.strip():
        fouten["functie"] = _("Schrijf op welk werk het was.")
    if van and tot and tot < van:
        fouten["tot"] = _("Het einde ligt voor het begin. Controleer de datums.")
    _stop_bij(fouten)
    werk = Werkervaring.objects.create(
        werkzoekende=werkzoekende,
        functie=functie.strip()[:150],
        werkgever_naam=werkgever_naam.strip()[:150],
        beroep=beroep,
        van=van,
        tot=tot,
        omschrijving=omschrijving.strip(),
    )
    leg_vast(keten=dossier.keten, soort="werkervaring.toegevoegd", door=door, gegevens={"functie": werk.functie})
    return werk


@actie
def voeg_opleiding_toe(
    *,
    werkzoekende: Werkzoekende,
    naam: str,
    door: Gebruiker,
    niveau: str = "onbekend",
    diploma: bool | None = None,
    afgerond_op: date | None = None,
) -> Opleidingsverleden:
    """Education somebody followed, with or without a diploma."""
    dossier = _dossier(werkzoekende, door)
    fouten = _in_verleden("afgerond_op", afgerond_op)
    if not naam.strip():
        fouten["naam"] = _("Schrijf op welke opleiding het was.")
    if niveau not in dict(Opleidingsverleden._meta.get_field("niveau").choices or ()):
        fouten["niveau"] = _("Kies een niveau uit de lijst.")
    _stop_bij(fouten)
    opleiding = Opleidingsverleden.objects.create(
        werkzoekende=werkzoekende, naam=naam.strip()[:150], niveau=niveau, diploma=diploma, afgerond_op=afgerond_op
    )
    leg_vast(keten=dossier.keten, soort="opleiding.toegevoegd", door=door, gegevens={"opleiding": opleiding.naam})
    return opleiding


@actie
def wijzig_kandidaatgegevens(
    *, werkzoekende: Werkzoekende, door: Gebruiker, versie: int | None = None, **velden: Any
) -> Kandidaatgegevens:
    """Change some of KANDIDAATVELDEN; None or {} makes a field unknown again.

    `versie` is that of the row when the form was opened, 0 when there was no row, None for whatever is there. Raises
    VerouderdeVersie, and Invoerfout for values matching.md does not allow.
    """
    dossier = _dossier(werkzoekende, door)
    vreemd = set(velden) - set(KANDIDAATVELDEN)
    if vreemd:
        raise TypeError(f"unknown fields: {', '.join(sorted(vreemd))}")
    with transaction.atomic():
        gegevens, nieuw = Kandidaatgegevens.objects.get_or_create(werkzoekende=werkzoekende)
    _controleer(velden, gegevens)
    anders = [naam for naam, waarde in velden.items() if getattr(gegevens, naam) != waarde]
    if not anders:
        return gegevens
    gegevens.wijzig(verwacht=None if nieuw else versie, **velden)
    namen = [str(veld.verbose_name) for veld in Kandidaatgegevens._meta.fields if veld.name in anders]
    leg_vast(keten=dossier.keten, soort="kandidaatgegevens.gewijzigd", door=door, gegevens={"velden": ", ".join(namen)})
    werkzoekende.kandidaatgegevens = gegevens
    return gegevens


def _controleer(velden: Mapping[str, Any], nu: Kandidaatgegevens) -> None:
    fouten: dict[str, str] = {}
    for naam in ("uren_min", "uren_max"):
        if velden.get(naam) is not None and velden[naam] not in range(169):
            fouten[naam] = _("Vul een aantal uren in van 0 tot en met 168.")
    laag, hoog = velden.get("uren_min", nu.uren_min), velden.get("uren_max", nu.uren_max)
    if laag is not None and hoog is not None and laag > hoog:
        fouten["uren_max"] = _("Het meeste aantal uren is lager dan het minste. Controleer de uren.")
    grenswaarden = {"dagdelen": MAX_DAGDELEN, "reis_km": 500, "leertempo": 3}
    for naam, hoogste in grenswaarden.items():
        if velden.get(naam) is not None and not 0 <= velden[naam] <= hoogste:
            fouten[naam] = _("Kies een waarde van 0 tot en met {hoogste}.").format(hoogste=hoogste)
    fouten |= _controleer_kaarten(velden)
    riasec = velden.get("riasec")
    if riasec is not None and (len(riasec) != 6 or any(w not in range(101) for w in riasec)):
        fouten["riasec"] = _("Vul zes getallen in van 0 tot en met 100.")
    _stop_bij(fouten)


def _controleer_kaarten(velden: Mapping[str, Any]) -> dict[str, str]:
    fouten = {}
    if velden.get("grenzen") or velden.get("voorkeuren"):
        bekend = set(Omstandigheid.objects.values_list("code", flat=True))
        for naam, waarden in (("grenzen", range(4)), ("voorkeuren", range(-2, 3))):
            kaart = velden.get(naam) or {}
            if not set(kaart) <= bekend or any(waarde not in waarden for waarde in kaart.values()):
                fouten[naam] = _("Kies bij elke omstandigheid een antwoord uit de lijst.")
    kaart = velden.get("sectoren") or {}
    if not set(kaart) <= {s.code for s in sectoren()} or any(w not in range(-2, 3) for w in kaart.values()):
        fouten["sectoren"] = _("Kies bij elke sector een antwoord uit de lijst.")
    return fouten
