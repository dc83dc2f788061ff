"""Open jobs for a resident, with the reasons in plain words: what you can, can learn, and were not asked yet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.zoeken import Match, zoek_werkprofielen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.portaal.queries import stand_van
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.rules import staat_open

HOOGUIT = 20
REDENEN = 4


@dataclass(frozen=True)
class Kans:
    """One open job. `stand` says in plain words how it stands when the person chose it or was asked, else nothing."""

    werkprofiel: Werkprofiel
    km: float | None
    kunt_u: list[str]
    leert_u: list[str]
    weken: int
    nog_vragen: list[str]
    stand: str


def open_werk(dossier: Dossier) -> QuerySet[Werkprofiel]:
    """The jobs of the region that are open to this person today: those for which `staat_open` holds."""
    vandaag = timezone.localdate()
    rijen = Werkprofiel.objects.zoekbaar().filter(gemeente__regio=dossier.gemeente.regio_id)
    rijen = rijen.filter(opengesteld_op__lte=vandaag).exclude(einde__lt=vandaag)
    voor = Werkprofiel.Openvoor
    return rijen.filter(Q(open_voor=voor.REGIO) | Q(open_voor=voor.GEMEENTE, gemeente=dossier.gemeente_id))


def kansen(dossier: Dossier, gebruiker: Gebruiker) -> list[Kans]:
    """The jobs that are open to people today, those that fit best first. Raises GeenRecht."""
    matches = zoek_werkprofielen(werkzoekende=dossier.werkzoekende, door=gebruiker, top=HOOGUIT)
    standen = {v.werkprofiel_id: stand_van(v) for v in Voordracht.objects.voor(gebruiker).filter(dossier=dossier)}
    return [_kans(m, standen.get(m.werkprofiel.pk, "")) for m in matches if _mag_zien(m.werkprofiel, dossier)]


def _mag_zien(werkprofiel: Werkprofiel, dossier: Dossier) -> bool:
    return staat_open(werkprofiel) and werkprofiel.is_open_voor(dossier.gemeente_id)


def _kans(match: Match, stand: str) -> Kans:
    namen = {eis.competentie.code: eis.competentie.naam for eis in match.werkprofiel.eisen.all()}
    eisen = sorted(match.uitslag.eisen, key=lambda een: -een.eis.gewicht)
    kan = [een for een in eisen if een.niveau_gevonden and een.punten_nu == een.punten_max]
    leert = [een for een in eisen if een.niveaus_te_leren and een.punten_straks > een.punten_nu]
    return Kans(
        werkprofiel=match.werkprofiel,
        km=match.km,
        kunt_u=[namen[een.eis.competentie] for een in kan[:REDENEN]],
        leert_u=[namen[een.eis.competentie] for een in leert[:REDENEN]],
        weken=match.uitslag.weken,
        nog_vragen=match.onbekend[:REDENEN],
        stand=stand,
    )
