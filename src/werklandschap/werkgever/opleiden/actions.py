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
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
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
    if behaald_op is None:
        _vraag_na(rij, soort.naam, door)
    _noteer(rij, soort.naam, door)
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
        bron=_taakbron(rij, "verloopt"),
        tegel=("werkgevers", "opleiden"),
    )


def _vraag_na(rij: Trainingsdeelname, training: str, door: Gebruiker) -> None:
    """After the planned day somebody asks whether it took place."""
    assert rij.gepland_op is not None
    werkgever = rij.werkgever
    maak_taak(
        gemeente=werkgever.gemeente,
        eigenaar=werkgever.accountmanager or door,
        keten=werkgever.keten,
        titel=_("Heeft {naam} {training} gevolgd?").format(naam=rij.naam, training=training),
        voor_op=max(rij.gepland_op, timezone.localdate()),
        door=door,
        bron=_taakbron(rij, "gepland"),
        tegel=("werkgevers", "opleiden"),
    )


def _taakbron(rij: Trainingsdeelname, soort: str) -> str:
    return f"werkgever_opleiden:training:{rij.pk}:{soort}"


@actie
def rond_training_af(
    *, deelname: Trainingsdeelname, behaald_op: date, door: Gebruiker, geldig_tot: date | None = None
) -> Trainingsdeelname:
    """A planned training was followed: the plan becomes what they have. Twice changes nothing. Raises Invoerfout."""
    vereis(mag_werkgever_bewerken(door, deelname.werkgever))
    rijen = Trainingsdeelname.objects.select_for_update(of=("self",)).select_related("werkgever__keten")
    vast = rijen.get(pk=deelname.pk)
    if vast.behaald_op is not None:
        return vast
    if behaald_op > timezone.localdate():
        raise Invoerfout({"behaald_op": _("Kies een datum tot en met vandaag.")})
    soort = vind(trainingen(), vast.training)
    vast.behaald_op = behaald_op
    vast.geldig_tot = geldig_tot or (
        plus_maanden(behaald_op, soort.geldig_maanden) if soort and soort.geldig_maanden else None
    )
    vast.save(update_fields=["behaald_op", "geldig_tot"])
    sluit_taken_van(bron=_taakbron(vast, "gepland"), door=door)
    _noteer(vast, soort.naam if soort else vast.training, door)
    return vast


def _noteer(rij: Trainingsdeelname, training: str, door: Gebruiker) -> None:
    """On the time line; before it expires somebody is warned."""
    gegevens = {"training": training, "naam": rij.naam, "datum": datum(rij.gepland_op), "geldig": ""}
    if rij.geldig_tot is not None:
        gegevens["geldig"] = _("Geldig tot en met {datum}.").format(datum=datum(rij.geldig_tot))
        _waarschuw(rij, training, door)
    soort = "training.behaald" if rij.behaald_op else "training.gepland"
    leg_vast(keten=rij.werkgever.keten, soort=soort, door=door, gegevens=gegevens)


@actie
def voeg_sectorplan_toe(
    *,
    naam: str,
    uitleg: str,
    door: Gebruiker,
    sector: str = "",
    soort: str = Sectorplan.Soort.SECTORPLAN,
    website: str = "",
    tot: date | None = None,
) -> Sectorplan:
    """A plan, subsidy or fund of a sector or (without `sector`) for all, for the region; a name stands there once."""
    vereis(mag_werkgever_maken(door))
    assert door.gemeente is not None
    fouten = {}
    if sector not in {"", *(s.code for s in sectoren())}:
        fouten["sector"] = _("Kies een sector uit de lijst.")
    if soort not in Sectorplan.Soort.values:
        fouten["soort"] = _("Kies wat het is.")
    if Sectorplan.objects.filter(regio=door.gemeente.regio_id, naam__iexact=naam.strip()).exists():
        fouten["naam"] = _("Dit plan staat er al.")
    if fouten:
        raise Invoerfout(fouten)
    return Sectorplan.objects.create(
        regio=door.gemeente.regio,
        sector=sector,
        soort=soort,
        naam=naam.strip(),
        uitleg=uitleg.strip(),
        website=website,
        tot=tot,
    )
