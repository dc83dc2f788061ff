"""Planning, preparing and recording conversations."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.herinneringen import laat_herinnering_vervallen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.klantbeeld.actions import leg_waarneming_vast
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, datum_tijd
from werklandschap.werkzoekende.diagnostiek.models import Gesprek, Gesprekconcept
from werklandschap.werkzoekende.diagnostiek.queries import concept_tot

TEGEL = ("werkzoekenden", "diagnostiek")
MEESTE_TEKENS = 60_000


@actie
def plan_gesprek(
    *,
    dossier: Dossier,
    gepland_op: datetime,
    door: Gebruiker,
    soort: str = Gesprek.Soort.KENNISMAKING,
    onderwerp: str = "",
    voorbereiding: str = "",
    waar: str = "",
) -> Gesprek:
    """Plan a conversation; who plans it gets a task for that day, the person is reminded (`kern.berichten`)."""
    vereis(mag_dossier_bewerken(door, dossier))
    if soort not in Gesprek.Soort.values:
        raise Invoerfout({"soort": _("Kies een soort gesprek uit de lijst.")})
    if gepland_op.date() < timezone.localdate():
        raise Invoerfout({"gepland_op": _("Deze datum is al geweest. Kies vandaag of later.")})
    gesprek = Gesprek.objects.create(
        dossier=dossier,
        gepland_op=gepland_op,
        waar=waar.strip(),
        soort=soort,
        onderwerp=onderwerp.strip(),
        voorbereiding=voorbereiding.strip(),
        door=door,
    )
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=door,
        titel=_("Gesprek: {soort}").format(soort=gesprek.get_soort_display()),
        voor_op=timezone.localdate(gepland_op),
        door=door,
        keten=dossier.keten,
        bron=f"gesprek:{gesprek.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_diagnostiek:gesprek", args=[dossier.pk, gesprek.pk]),
    )
    leg_vast(
        keten=dossier.keten,
        soort="gesprek.gepland",
        door=door,
        gegevens={**_gegevens(gesprek, datum_tijd(gepland_op)), "wie": door.naam},
    )
    return gesprek


@actie
def bereid_gesprek_voor(*, gesprek: Gesprek, door: Gebruiker, versie: int | None, voorbereiding: str) -> Gesprek:
    """Note what to ask. Raises VerouderdeVersie when a colleague saved first."""
    vereis(mag_dossier_bewerken(door, gesprek.dossier))
    _vereis_gepland(gesprek)
    gesprek.wijzig(verwacht=versie, voorbereiding=voorbereiding.strip())
    leg_vast(
        keten=gesprek.dossier.keten,
        soort="gesprek.voorbereid",
        door=door,
        gegevens=_gegevens(gesprek, datum_tijd(gesprek.gepland_op)),
    )
    return gesprek


@dataclass(frozen=True)
class Antwoord:
    """What somebody said or saw about one aspect; `bron` is klant or professional."""

    aspect: str
    bron: str
    waarde: int | str


@actie
def leg_gesprek_vast(
    *,
    gesprek: Gesprek,
    door: Gebruiker,
    versie: int | None,
    verslag: str,
    gehouden_op: date | None = None,
    antwoorden: Sequence[Antwoord] = (),
) -> Gesprek:
    """Record what was said, with the answers for the klantbeeld; the task of that day closes and the draft goes.

    Raises VerouderdeVersie when a colleague saved first.
    """
    dossier = gesprek.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    op = gehouden_op or timezone.localdate()
    fouten: dict[str, str] = {}
    if not verslag.strip():
        fouten["verslag"] = _("Schrijf kort op wat u heeft besproken.")
    if op > timezone.localdate():
        fouten["gehouden_op"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    if gesprek.status == Gesprek.Status.VERVALLEN:
        fouten[""] = _("Dit gesprek ging niet door.")
    if fouten:
        raise Invoerfout(fouten)
    gesprek.wijzig(verwacht=versie, verslag=verslag.strip(), gehouden_op=op, status=Gesprek.Status.GEHOUDEN)
    for antwoord in antwoorden:
        leg_waarneming_vast(
            dossier=dossier,
            aspect=antwoord.aspect,
            waarde=antwoord.waarde,
            bron=antwoord.bron,
            door=door,
            waargenomen_op=op,
        )
    sluit_taken_van(bron=f"gesprek:{gesprek.pk}", door=door)
    laat_herinnering_vervallen(bron=gesprek.herinneringsbron, door=door)
    Gesprekconcept.objects.filter(gesprek=gesprek, door=door).delete()
    leg_vast(keten=dossier.keten, soort="gesprek.gehouden", door=door, gegevens=_gegevens(gesprek, datum(op)))
    return gesprek


@actie
def bewaar_gesprekconcept(*, gesprek: Gesprek, door: Gebruiker, velden: Mapping[str, str]) -> Gesprekconcept:
    """Keep what was typed so far, for this colleague only. It is no fact yet, so nothing is on the time line."""
    vereis(mag_dossier_bewerken(door, gesprek.dossier))
    if gesprek.status == Gesprek.Status.VERVALLEN:
        raise Invoerfout(_("Dit gesprek ging niet door."))
    tekst = json.dumps(dict(velden))
    if len(tekst) > MEESTE_TEKENS:
        raise Invoerfout({"verslag": _("Deze tekst is te lang om te bewaren. Maak hem korter.")})
    concept = Gesprekconcept.objects.select_for_update().filter(gesprek=gesprek, door=door).first()
    if concept is None:
        concept = Gesprekconcept(gesprek=gesprek, door=door)
    concept.gegevens, concept.bewaard_op = tekst, timezone.now()
    concept.save()
    return concept


@actie
def ruim_concepten_op(*, door: None = None, vandaag: date | None = None) -> int:
    """Destroy drafts past the term of their municipality; returns how many. The product itself does it."""
    dag = vandaag or timezone.localdate()
    weg = [
        concept.pk
        for concept in Gesprekconcept.objects.select_related("gesprek__dossier__gemeente").defer("gegevens")
        if concept_tot(concept.bewaard_op, concept.gesprek.dossier.gemeente) < dag
    ]
    return Gesprekconcept.objects.filter(pk__in=weg).delete()[0]


@actie
def zeg_gesprek_af(*, gesprek: Gesprek, door: Gebruiker) -> bool:
    """The conversation does not take place. True when the person was reminded of it, and so has to hear this."""
    vereis(mag_dossier_bewerken(door, gesprek.dossier))
    _vereis_gepland(gesprek)
    gesprek.wijzig(verwacht=None, status=Gesprek.Status.VERVALLEN)
    gesprek.concepten.all().delete()
    sluit_taken_van(bron=f"gesprek:{gesprek.pk}", door=door)
    leg_vast(
        keten=gesprek.dossier.keten,
        soort="gesprek.vervallen",
        door=door,
        gegevens=_gegevens(gesprek, datum_tijd(gesprek.gepland_op)),
    )
    return laat_herinnering_vervallen(bron=gesprek.herinneringsbron, door=door)


def _vereis_gepland(gesprek: Gesprek) -> None:
    if gesprek.status != Gesprek.Status.GEPLAND:
        raise Invoerfout(_("Dit gesprek is al geweest of gaat niet door."))


def _gegevens(gesprek: Gesprek, wanneer: str) -> dict[str, str]:
    return {"soort": str(gesprek.get_soort_display()), "wanneer": wanneer, "onderwerp": gesprek.onderwerp}
