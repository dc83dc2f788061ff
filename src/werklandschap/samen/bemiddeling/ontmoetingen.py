"""Meetings of candidate and employer: planned, moved, called off, and how they went."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.herinneringen import laat_herinnering_vervallen
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum_tijd
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht
from werklandschap.samen.bemiddeling.stappen import (
    SLUG,
    adres_van,
    maak_wachttaak,
    noteer_bij_kandidaat,
    noteer_bij_werkgever,
    taakbron,
    vergrendel,
    zet_stap,
)
from werklandschap.samen.bemiddeling.uitnodiging import herinneringsbron, verstuur_later, zeg_af

BEL_NA_NIET_GEKOMEN_DAGEN = 1
UITKOMSTEN = frozenset({"verder", "stop", "niet_geweest", "niet_gekomen"})


@actie
def plan_ontmoeting(
    *,
    voordracht: Voordracht,
    soort: str,
    wanneer: datetime,
    door: Gebruiker,
    waar: str = "",
    begeleider: Gebruiker | None = None,
    minuten: int = 60,
) -> Ontmoeting:
    """Plan a meeting of candidate and employer, with support if wanted, and invite everybody.

    The same meeting is not planned twice.
    """
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if soort not in Ontmoeting.Soort.values:
        raise Invoerfout({"soort": _("Kies een soort ontmoeting.")})
    bestaand = vast.ontmoetingen.filter(soort=soort, wanneer=wanneer, uitkomst="", afgezegd_op__isnull=True).first()
    if bestaand is not None:
        return bestaand
    _keur_moment(wanneer, minuten)
    ontmoeting = Ontmoeting(
        voordracht=vast, soort=soort, wanneer=wanneer, waar=waar.strip()[:200], begeleider=begeleider, minuten=minuten
    )
    zin = f"{ontmoeting.get_soort_display()}: {datum_tijd(wanneer)}."
    zet_stap(vast, "ontmoet", door, toelichting=zin, voor_werkgever=zin)
    ontmoeting.save()
    _maak_vraag_hoe_het_ging(vast, ontmoeting, door)
    verstuur_later(ontmoeting)
    return ontmoeting


def _keur_moment(wanneer: datetime, minuten: int) -> None:
    if wanneer < timezone.now():
        raise Invoerfout({"wanneer": _("Dit moment is al voorbij. Kies een moment in de toekomst.")})
    if not 5 <= minuten <= 12 * 60:
        raise Invoerfout({"minuten": _("Kies een duur van 5 minuten tot 12 uur.")})


def _maak_vraag_hoe_het_ging(vast: Voordracht, ontmoeting: Ontmoeting, door: Gebruiker) -> None:
    maak_taak(
        gemeente=vast.dossier.gemeente,
        eigenaar=ontmoeting.begeleider or door,
        keten=vast.dossier.keten,
        titel=_("Hoe ging de ontmoeting?"),
        voor_op=timezone.localdate(ontmoeting.wanneer) + timedelta(days=1),
        door=door,
        bron=taakbron(vast, f"ontmoeting:{ontmoeting.pk}"),
        tegel=("werkzoekenden", SLUG),
        url=adres_van(vast),
    )


@actie
def verzet_ontmoeting(
    *,
    ontmoeting: Ontmoeting,
    wanneer: datetime,
    door: Gebruiker,
    waar: str = "",
    begeleider: Gebruiker | None = None,
    minuten: int = 60,
    volgnummer: int | None = None,
) -> Ontmoeting:
    """Another moment, place or colleague; everybody gets the same invitation with a higher SEQUENCE.

    `volgnummer` is the one the user saw. Saving what is there already changes nothing.
    """
    vast, rij = _open(ontmoeting)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    nieuw = (wanneer, waar.strip()[:200], begeleider.pk if begeleider else None, minuten)
    if nieuw == (rij.wanneer, rij.waar, rij.begeleider_id, rij.minuten):
        return rij
    if volgnummer is not None and volgnummer != rij.volgnummer:
        raise Invoerfout(_("Een collega heeft deze afspraak net veranderd. Kijk eerst wat er nu staat."))
    if not rij.gaat_door:
        raise Invoerfout(_("Deze ontmoeting is al geweest of gaat niet door. Plan een nieuwe."))
    _keur_moment(wanneer, minuten)
    laat_herinnering_vervallen(bron=herinneringsbron(rij), door=door)
    rij.wanneer, rij.waar, rij.begeleider, rij.minuten = wanneer, nieuw[1], begeleider, minuten
    rij.volgnummer += 1
    rij.herinnerd_op = None
    rij.save(update_fields=["wanneer", "waar", "begeleider", "minuten", "volgnummer", "herinnerd_op"])
    sluit_taken_van(bron=taakbron(vast, f"ontmoeting:{rij.pk}"), door=door)
    _maak_vraag_hoe_het_ging(vast, rij, door)
    _noteer_allebei(vast, "ontmoeting_verzet", door, f"{rij.get_soort_display()}: {datum_tijd(wanneer)}.")
    verstuur_later(rij)
    return rij


@actie
def zeg_ontmoeting_af(*, ontmoeting: Ontmoeting, door: Gebruiker, reden: str) -> Ontmoeting:
    """It does not go on; everybody hears it and it leaves their calendar. Twice changes nothing."""
    vast, rij = _open(ontmoeting)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if rij.afgezegd_op is not None:
        return rij
    if rij.uitkomst:
        raise Invoerfout(_("Deze ontmoeting is al geweest."))
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf kort op waarom het niet doorgaat.")})
    zeg_af(rij, door, reden.strip())
    _noteer_allebei(vast, "ontmoeting_afgezegd", door, f"{rij.get_soort_display()}: {datum_tijd(rij.wanneer)}.")
    return rij


def _noteer_allebei(vast: Voordracht, wat: str, door: Gebruiker, zin: str) -> None:
    noteer_bij_kandidaat(vast, f"voordracht.{wat}", door, toelichting=zin)
    noteer_bij_werkgever(vast, f"kandidaat.{wat}", door, toelichting=zin)


def _open(ontmoeting: Ontmoeting) -> tuple[Voordracht, Ontmoeting]:
    vast = vergrendel(ontmoeting.voordracht)
    rij = Ontmoeting.objects.select_for_update(of=("self",)).select_related("begeleider").get(pk=ontmoeting.pk)
    rij.voordracht = vast
    return vast, rij


@actie
def leg_ontmoeting_vast(
    *, ontmoeting: Ontmoeting, uitkomst: str, door: Gebruiker, verslag: str | None = None
) -> Ontmoeting:
    """Record how a meeting went; None keeps the report. The report stays with the municipality.

    Somebody who did not come is called the next day: there is no blame in it, for the employer nothing is written.
    """
    vast, rij = _open(ontmoeting)
    vereis(rules.mag_ontmoeting_vastleggen(door, rij))
    if uitkomst not in UITKOMSTEN:
        raise Invoerfout({"uitkomst": _("Kies hoe de ontmoeting afliep.")})
    if rij.afgezegd_op is not None:
        raise Invoerfout(_("Deze ontmoeting gaat niet door. Plan een nieuwe."))
    nieuw = rij.verslag if verslag is None else verslag.strip()
    if (rij.uitkomst, rij.verslag) == (uitkomst, nieuw):
        return rij
    was, rij.uitkomst, rij.verslag = rij.uitkomst, uitkomst, nieuw
    rij.save(update_fields=["uitkomst", "verslag"])
    sluit_taken_van(bron=taakbron(vast, f"ontmoeting:{rij.pk}"), door=door)
    if was == uitkomst:
        return rij
    soort = str(rij.get_soort_display())
    if uitkomst == "niet_gekomen":
        noteer_bij_kandidaat(vast, "voordracht.niet_gekomen", door, soort=soort)
        titel = _("Bel de kandidaat: hoe gaat het, en wat is nodig om wel te komen?")
        maak_wachttaak(vast, f"niet_gekomen:{rij.pk}", titel, BEL_NA_NIET_GEKOMEN_DAGEN, door)
        return rij
    noteer_bij_kandidaat(
        vast,
        "voordracht.ontmoeting_gehouden",
        door,
        soort=soort,
        uitkomst=str(rij.get_uitkomst_display()).lower(),
    )
    return rij
