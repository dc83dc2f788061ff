"""Trainings of a company, and sector plans."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken, mag_werkgever_maken
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.regelingen.datums import plus_maanden
from werklandschap.werkgever.opleiden.catalogi import trainingen
from werklandschap.werkgever.opleiden.models import Sectorplan, Trainingsdeelname

# So long before a training expires somebody is asked to plan the next one.
WAARSCHUW_VOORAF = timedelta(days=60)


@actie
def leg_training_vast(
    *,
    werkgever: Werkgever,
    training: str,
    naam: str,
    door: Gebruiker,
    behaald_op: date | None = None,
    gepland_op: date | None = None,
    geldig_tot: date | None = None,
) -> Trainingsdeelname:
    """Somebody follows or followed a training. Until when it holds comes from the catalogue unless given.

    Before it expires there is a task to renew it. Raises Invoerfout for wrong input.
    """
    vereis(mag_werkgever_bewerken(door, werkgever))
    soort = vind(trainingen(), training)
    fouten = {}
    if soort is None:
        fouten["training"] = _("Kies een training uit de lijst.")
    if not naam.strip():
        fouten["naam"] = _("Vul in wie de training volgt.")
    if behaald_op is None and gepland_op is None:
        fouten["gepland_op"] = _("Vul in wanneer de training is of was.")
    if behaald_op is not None and behaald_op > timezone.localdate():
        fouten["behaald_op"] = _("Kies een datum tot en met vandaag.")
    if fouten or soort is None:
        raise Invoerfout(fouten)
    if behaald_op is not None and geldig_tot is None and soort.geldig_maanden:
        geldig_tot = plus_maanden(behaald_op, soort.geldig_maanden)
    rij = Trainingsdeelname.objects.create(
        werkgever=werkgever,
        training=training,
        naam=naam.strip(),
        gepland_op=gepland_op,
        behaald_op=behaald_op,
        geldig_tot=geldig_tot if behaald_op else None,
    )
    gegevens = {"training": soort.naam, "naam": rij.naam, "datum": datum(gepland_op), "geldig": ""}
    if rij.geldig_tot is not None:
        gegevens["geldig"] = _("Geldig tot en met {datum}.").format(datum=datum(rij.geldig_tot))
        _waarschuw(rij, soort.naam, door)
    soortnaam = "training.behaald" if behaald_op else "training.gepland"
    leg_vast(keten=werkgever.keten, soort=soortnaam, door=door, gegevens=gegevens)
    return rij


def _waarschuw(rij: Trainingsdeelname, training: str, door: Gebruiker) -> None:
    assert rij.geldig_tot is not None
    werkgever = rij.werkgever
    maak_taak(
        gemeente=werkgever.gemeente,
        eigenaar=werkgever.accountmanager or door,
        keten=werkgever.keten,
        titel=_("{training} van {naam} verloopt: plan een nieuwe").format(training=training, naam=rij.naam),
        voor_op=max(rij.geldig_tot - WAARSCHUW_VOORAF, timezone.localdate()),
        door=door,
        bron=f"werkgever_opleiden:training:{rij.pk}",
        tegel=("werkgevers", "opleiden"),
    )


@actie
def voeg_sectorplan_toe(
    *, sector: str, naam: str, uitleg: str, door: Gebruiker, website: str = "", tot: date | None = None
) -> Sectorplan:
    """A plan of a sector, for the whole region; a name stands there once."""
    vereis(mag_werkgever_maken(door))
    assert door.gemeente is not None
    fouten = {}
    if sector not in {s.code for s in sectoren()}:
        fouten["sector"] = _("Kies een sector uit de lijst.")
    if Sectorplan.objects.filter(regio=door.gemeente.regio_id, naam__iexact=naam.strip()).exists():
        fouten["naam"] = _("Dit plan staat er al.")
    if fouten:
        raise Invoerfout(fouten)
    return Sectorplan.objects.create(
        regio=door.gemeente.regio, sector=sector, naam=naam.strip(), uitleg=uitleg.strip(), website=website, tot=tot
    )
