"""Open hiring as its own path: order of registration, no selection, no ranking."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.werving import haken_uit, rules
from werklandschap.werkgever.werving.models import Aanmelding, OpenHiring

Status = Aanmelding.Status


def open_lijst(werkprofiel: Werkprofiel) -> OpenHiring | None:
    """The line of this job while it is open; one query."""
    return OpenHiring.objects.filter(werkprofiel=werkprofiel, gesloten_op__isnull=True).first()


def eisen_in_de_weg(werkprofiel: Werkprofiel) -> bool:
    """Open hiring asks nothing beforehand: a hard requirement for a competence does not go with it."""
    return werkprofiel.eisen.filter(hard=True).exists()


@actie
def open_de_lijst(*, werkprofiel: Werkprofiel, door: Gebruiker) -> OpenHiring:
    """From now on there is no ranking for this job. Closed before: it opens again, the order stays.

    What the law asks (a certificate, a licence) may stay; a competence as a hard requirement not. Raises Invoerfout.
    """
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    if werkprofiel.status != Werkprofiel.Status.OPEN:
        raise Invoerfout(_("Stel het werkprofiel eerst open."))
    if eisen_in_de_weg(werkprofiel):
        raise Invoerfout(_("Bij open hiring is er geen selectie. Maak de harde competenties eerst een wens."))
    rij, nieuw = OpenHiring.objects.get_or_create(werkprofiel=werkprofiel, defaults={"door": door})
    if nieuw or rij.gesloten_op is not None:
        rij.gesloten_op = None
        rij.save(update_fields=["gesloten_op"])
        _noteer_bij_bedrijf(rij, "openhiring.geopend", door)
    return rij


@actie
def sluit_de_lijst(*, lijst: OpenHiring, door: Gebruiker) -> OpenHiring:
    """No open hiring any more. Who waited is told by the professional; the order is kept."""
    vereis(rules.mag_werkprofiel_bewerken(door, lijst.werkprofiel))
    if lijst.gesloten_op is None:
        lijst.gesloten_op = timezone.now()
        lijst.save(update_fields=["gesloten_op"])
        _noteer_bij_bedrijf(lijst, "openhiring.gesloten", door)
    return lijst


@actie
def meld_aan(*, lijst: OpenHiring, dossier: Dossier, door: Gebruiker) -> Aanmelding:
    """Put somebody at the end of the line: by the person, or by who guides them. Twice is once.

    Who stopped and comes back goes to the end again.
    """
    vereis(_mag_aanmelden(door, dossier, lijst.werkprofiel))
    vast = OpenHiring.objects.select_for_update(of=("self",)).select_related("werkprofiel").get(pk=lijst.pk)
    if vast.gesloten_op is not None:
        raise Invoerfout(_("Deze lijst is gesloten."))
    rij, nieuw = Aanmelding.objects.get_or_create(lijst=vast, dossier=dossier, defaults={"door": door})
    if not nieuw and rij.status != Status.GESTOPT:
        return rij
    if not nieuw:
        rij.status, rij.aangemeld_op, rij.door = Status.WACHT, timezone.now(), door
        rij.save(update_fields=["status", "aangemeld_op", "door"])
    _noteer(rij, "openhiring.aangemeld", door)
    return rij


def _mag_aanmelden(door: Gebruiker, dossier: Dossier, werkprofiel: Werkprofiel) -> bool:
    if door.heeft(Recht.MIJN):
        return dossier.werkzoekende.account_id == door.pk and dossier.gemeente.regio_id == werkprofiel.gemeente.regio_id
    return rules.mag_afwegen(door, dossier, werkprofiel)


def volgende(lijst: OpenHiring) -> Aanmelding | None:
    """Who waits longest."""
    rijen = lijst.aanmeldingen.filter(status=Status.WACHT)
    return rijen.select_related("dossier__werkzoekende", "dossier__keten", "dossier__gemeente").first()


@actie
def geef_beurt(*, aanmelding: Aanmelding, door: Gebruiker) -> Aanmelding:
    """A place is free: the first of the line, and only the first. The person is asked before a name goes anywhere.

    Raises Invoerfout when somebody waits longer; GeenRecht for somebody of another municipality.
    """
    vast = Aanmelding.objects.select_for_update(of=("self",)).select_related(
        "lijst__werkprofiel__werkgever__keten",
        "lijst__werkprofiel__gemeente",
        "dossier__werkzoekende",
        "dossier__keten",
        "dossier__gemeente",
    )
    rij = vast.get(pk=aanmelding.pk)
    vereis(rules.mag_afwegen(door, rij.dossier, rij.lijst.werkprofiel))
    if rij.status == Status.AAN_DE_BEURT:
        return rij
    eerste = volgende(rij.lijst)
    if eerste is None or eerste.pk != rij.pk:
        raise Invoerfout(_("Iemand anders meldde zich eerder. De volgorde van aanmelden telt."))
    haken_uit.voorselectie.voer_uit(
        dossier=rij.dossier,
        werkprofiel=rij.lijst.werkprofiel,
        door=door,
        reden=_("Open hiring: aan de beurt op volgorde van aanmelden"),
        score_nu=None,
        score_straks=None,
    )
    rij.status = Status.AAN_DE_BEURT
    rij.save(update_fields=["status"])
    _noteer(rij, "openhiring.beurt", door)
    return rij


@actie
def stop(*, aanmelding: Aanmelding, door: Gebruiker) -> Aanmelding:
    """The person no longer wants to wait."""
    vereis(_mag_aanmelden(door, aanmelding.dossier, aanmelding.lijst.werkprofiel))
    if aanmelding.status != Status.GESTOPT:
        aanmelding.status = Status.GESTOPT
        aanmelding.save(update_fields=["status"])
        _noteer(aanmelding, "openhiring.gestopt", door)
    return aanmelding


def _noteer(rij: Aanmelding, soort: str, door: Gebruiker) -> None:
    leg_vast(keten=rij.dossier.keten, soort=soort, door=door, gegevens={"titel": rij.lijst.werkprofiel.titel})


def _noteer_bij_bedrijf(lijst: OpenHiring, soort: str, door: Gebruiker) -> None:
    profiel = lijst.werkprofiel
    leg_vast(keten=profiel.werkgever.keten, soort=soort, door=door, gegevens={"titel": profiel.titel})


def rij_in_de_lijst(lijst: OpenHiring, gebruiker: Gebruiker) -> list[tuple[int, Aanmelding, bool]]:
    """(place, registration, own municipality) in order; the name is only for the own municipality. One query."""
    rijen = lijst.aanmeldingen.filter(~Q(status=Status.GESTOPT)).select_related("dossier__werkzoekende", "door")
    return [(n, rij, rij.dossier.gemeente_id == gebruiker.gemeente_id) for n, rij in enumerate(rijen, 1)]
