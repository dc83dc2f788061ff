"""Taking part: activities with hours and a place, and taking part as the highest aim for now. Always a review date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import lees_catalogus, naam_van, vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, getal
from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit, Meedoendoel

DATA = Path(__file__).resolve().parent / "data" / "meedoen.yaml"
TEGEL = ("werkzoekenden", "maatschappelijk-fit")
MEESTE_UREN = Decimal(60)


@dataclass(frozen=True)
class Meedoensoort:
    """A kind of activity."""

    code: str
    naam: str
    uitleg: str
    tip: str


def meedoensoorten() -> tuple[Meedoensoort, ...]:
    """All kinds, in the active language."""
    return lees_catalogus(DATA, Meedoensoort)


def _termijn(dossier: Dossier, vanaf: date) -> date:
    return vanaf + timedelta(weeks=instelling(dossier.gemeente, "meedoen_herzien_weken"))


@actie
def start_activiteit(
    *,
    dossier: Dossier,
    door: Gebruiker,
    soort: str,
    wat: str,
    plek: str,
    uren: Decimal,
    contact: str = "",
    telefoon: str = "",
    van: date | None = None,
    herzien_op: date | None = None,
) -> Activiteit:
    """The person begins to take part. Without `herzien_op` the term of the municipality sets the date to look back."""
    vereis(mag_dossier_bewerken(door, dossier))
    begin = van or timezone.localdate()
    kijk = herzien_op or _termijn(dossier, max(begin, timezone.localdate()))
    _keur(soort, wat, plek, uren, kijk)
    rij = Activiteit.objects.create(
        dossier=dossier,
        soort=soort,
        wat=wat.strip()[:150],
        plek=plek.strip()[:150],
        contact=contact.strip()[:120],
        telefoon=telefoon.strip()[:20],
        uren=uren,
        van=begin,
        herzien_op=kijk,
        door=door,
    )
    _noteer(rij, "meedoen.begonnen", door)
    _vraag_terugkijken(rij, door)
    return rij


def _keur(soort: str, wat: str, plek: str, uren: Decimal, herzien_op: date) -> None:
    fouten: dict[str, str] = {}
    if vind(meedoensoorten(), soort) is None:
        fouten["soort"] = _("Kies een soort uit de lijst.")
    if not wat.strip():
        fouten["wat"] = _("Schrijf op wat de klant doet.")
    if not plek.strip():
        fouten["plek"] = _("Schrijf op waar het is.")
    fouten |= _keur_uren(uren) | _keur_datum(herzien_op)
    if fouten:
        raise Invoerfout(fouten)


def _keur_uren(uren: Decimal) -> dict[str, str]:
    if 0 < uren <= MEESTE_UREN:
        return {}
    return {"uren": _("Vul een aantal uren per week in, meer dan 0 en hooguit 60.")}


def _keur_datum(herzien_op: date) -> dict[str, str]:
    return {} if herzien_op > timezone.localdate() else {"herzien_op": _("Kies een datum na vandaag.")}


@actie
def kijk_terug(
    *,
    activiteit: Activiteit,
    door: Gebruiker,
    gaat_door: bool,
    reactie: str = "",
    uren: Decimal | None = None,
    herzien_op: date | None = None,
) -> Activiteit:
    """Look back with the person: it goes on (perhaps with other hours) until a new date, or it stops today."""
    dossier = activiteit.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    if activiteit.status == Activiteit.Status.GESTOPT:
        raise Invoerfout(_("Deze activiteit is al gestopt."))
    velden: dict[str, Any] = {"reactie": reactie.strip()[:300]}
    if gaat_door:
        kijk = herzien_op or _termijn(dossier, timezone.localdate())
        nieuw = activiteit.uren if uren is None else uren
        if fouten := _keur_uren(nieuw) | _keur_datum(kijk):
            raise Invoerfout(fouten)
        velden |= {"uren": nieuw, "herzien_op": kijk}
    else:
        velden |= {"status": Activiteit.Status.GESTOPT, "tot": timezone.localdate()}
    activiteit.wijzig(verwacht=None, **velden)
    sluit_taken_van(bron=_bron(activiteit), door=door)
    _noteer(activiteit, "meedoen.gaat_door" if gaat_door else "meedoen.gestopt", door)
    if gaat_door:
        _vraag_terugkijken(activiteit, door)
    return activiteit


@actie
def maak_meedoen_doel(
    *, dossier: Dossier, door: Gebruiker, eerste_stap: str, waarom: str, herzien_op: date | None = None
) -> Meedoendoel:
    """Taking part is the highest aim for now. It needs the person's own first step, and a date to look again."""
    vereis(mag_dossier_bewerken(door, dossier))
    kijk = herzien_op or _termijn(dossier, timezone.localdate())
    fouten = _keur_datum(kijk)
    if not eerste_stap.strip():
        fouten["eerste_stap"] = _("Schrijf op welke eerste stap de klant zelf wil zetten.")
    if not waarom.strip():
        fouten["waarom"] = _("Schrijf op waarom dit nu het hoogste doel is.")
    if dossier.meedoendoelen.filter(beeindigd_op__isnull=True).exists():
        fouten[""] = _("Meedoen is al het doel. Kijk eerst samen terug.")
    if fouten:
        raise Invoerfout(fouten)
    doel = Meedoendoel.objects.create(
        dossier=dossier,
        eerste_stap=eerste_stap.strip()[:300],
        waarom=waarom.strip()[:500],
        herzien_op=kijk,
        door=door,
    )
    _noteer_doel(doel, "meedoendoel.gezet", door)
    _vraag_opnieuw_kijken(doel, door)
    return doel


@actie
def kijk_opnieuw(
    *, doel: Meedoendoel, door: Gebruiker, meer_kan: bool, reden: str = "", herzien_op: date | None = None
) -> Meedoendoel:
    """Look again: more is possible now (say what), or it stays the aim until a new date."""
    dossier = doel.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    if doel.beeindigd_op is not None:
        raise Invoerfout(_("Dit doel is al afgesloten."))
    if meer_kan and not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op wat nu meer kan.")})
    kijk = herzien_op or _termijn(dossier, timezone.localdate())
    if not meer_kan and (fouten := _keur_datum(kijk)):
        raise Invoerfout(fouten)
    velden: dict[str, Any] = {"reden_einde": reden.strip()[:300]}
    velden |= {"beeindigd_op": timezone.localdate()} if meer_kan else {"herzien_op": kijk}
    doel.wijzig(verwacht=None, **velden)
    sluit_taken_van(bron=_doelbron(doel), door=door)
    _noteer_doel(doel, "meedoendoel.meer" if meer_kan else "meedoendoel.blijft", door)
    if not meer_kan:
        _vraag_opnieuw_kijken(doel, door)
    return doel


def _bron(activiteit: Activiteit) -> str:
    return f"meedoen:{activiteit.pk}"


def _doelbron(doel: Meedoendoel) -> str:
    return f"meedoendoel:{doel.pk}"


def _vraag_terugkijken(activiteit: Activiteit, door: Gebruiker) -> None:
    titel = _("Kijk samen terug: {wat}").format(wat=activiteit.wat)
    _maak_taak(activiteit.dossier, titel, activiteit.herzien_op, _bron(activiteit), door)


def _vraag_opnieuw_kijken(doel: Meedoendoel, door: Gebruiker) -> None:
    _maak_taak(doel.dossier, _("Kijk opnieuw: kan er nu meer dan meedoen?"), doel.herzien_op, _doelbron(doel), door)


def _maak_taak(dossier: Dossier, titel: str, voor_op: date, bron: str, door: Gebruiker) -> None:
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=titel,
        voor_op=voor_op,
        door=door,
        keten=dossier.keten,
        bron=bron,
        tegel=TEGEL,
        url=reverse("werkzoekende_maatschappelijk_fit:meedoen", args=[dossier.pk]),
    )


def _noteer(rij: Activiteit, soort: str, door: Gebruiker) -> None:
    gegevens: Mapping[str, Any] = {
        "soort": naam_van(meedoensoorten(), rij.soort),
        "wat": rij.wat,
        "plek": rij.plek,
        "uren": getal(rij.uren, 1),
        "reactie": rij.reactie,
    }
    leg_vast(keten=rij.dossier.keten, soort=soort, door=door, gegevens=dict(gegevens))


def _noteer_doel(doel: Meedoendoel, soort: str, door: Gebruiker) -> None:
    gegevens = {"stap": doel.eerste_stap, "datum": datum(doel.herzien_op), "reden": doel.reden_einde}
    leg_vast(keten=doel.dossier.keten, soort=soort, door=door, gegevens=gegevens)
