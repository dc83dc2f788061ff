"""Work-experience places, internships, networking talks and learning on the job: agreed, ended, looked back on."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.orientatie.models import Werkervaringsplek

TEGEL = ("werkzoekenden", "orientatie")
MEESTE_WEKEN, MEESTE_UREN = 52, 40


@actie
def spreek_plek_af(
    *,
    dossier: Dossier,
    door: Gebruiker,
    bedrijf: str,
    doel: str,
    van: date,
    weken: int,
    uren: int,
    begeleider: str,
    soort: str = Werkervaringsplek.Soort.ERVARING,
    werkprofiel: Werkprofiel | None = None,
) -> Werkervaringsplek:
    """Agree on a place. A week before its end there is a task to look back. Raises Invoerfout."""
    vereis(mag_dossier_bewerken(door, dossier))
    fouten: dict[str, str] = {}
    for veld, waarde in (("bedrijf", bedrijf), ("doel", doel), ("begeleider", begeleider)):
        if not waarde.strip():
            fouten[veld] = _("Vul dit in.")
    if not 1 <= weken <= MEESTE_WEKEN:
        fouten["weken"] = _("Kies 1 tot en met {meeste} weken.").format(meeste=MEESTE_WEKEN)
    if not 1 <= uren <= MEESTE_UREN:
        fouten["uren"] = _("Kies 1 tot en met {meeste} uur per week.").format(meeste=MEESTE_UREN)
    if soort not in Werkervaringsplek.Soort.values:
        fouten["soort"] = _("Kies een soort uit de lijst.")
    if fouten:
        raise Invoerfout(fouten)
    plek = Werkervaringsplek.objects.create(
        dossier=dossier,
        soort=soort,
        werkprofiel=werkprofiel,
        bedrijf=bedrijf.strip()[:150],
        doel=doel.strip()[:300],
        van=van,
        weken=weken,
        uren=uren,
        begeleider=begeleider.strip()[:120],
        door=door,
    )
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=_("Kijk terug op de plek bij {bedrijf}").format(bedrijf=plek.bedrijf),
        voor_op=max(timezone.localdate(), plek.tot - timedelta(days=7)),
        door=door,
        keten=dossier.keten,
        bron=f"plek:{plek.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_orientatie:plek", args=[dossier.pk, plek.pk]),
    )
    _noteer(plek, "plek.afgesproken", door, van=datum(van), weken=str(weken), doel=plek.doel)
    return plek


@actie
def rond_plek_af(
    *, plek: Werkervaringsplek, door: Gebruiker, evaluatie: str, cijfer: int | None = None
) -> Werkervaringsplek:
    """Look back with the person: what it brought, and the person's own mark 1–10. Raises Invoerfout."""
    vast = _vast(plek, door)
    fouten = {} if evaluatie.strip() else {"evaluatie": _("Schrijf op wat het opleverde.")}
    if cijfer is not None and cijfer not in range(1, 11):
        fouten["cijfer"] = _("Kies een cijfer van 1 tot en met 10.")
    if fouten:
        raise Invoerfout(fouten)
    vast.wijzig(
        verwacht=None,
        status=Werkervaringsplek.Status.AFGEROND,
        evaluatie=evaluatie.strip(),
        cijfer=cijfer,
        klaar_op=timezone.localdate(),
    )
    sluit_taken_van(bron=f"plek:{vast.pk}", door=door)
    _noteer(vast, "plek.afgerond", door, evaluatie=vast.evaluatie)
    return vast


@actie
def stop_plek(*, plek: Werkervaringsplek, door: Gebruiker, reden: str) -> Werkervaringsplek:
    """It ended early, with the reason. It stays visible."""
    vast = _vast(plek, door)
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom deze plek stopt.")})
    vast.wijzig(
        verwacht=None,
        status=Werkervaringsplek.Status.GESTOPT,
        reden_gestopt=reden.strip()[:300],
        klaar_op=timezone.localdate(),
    )
    sluit_taken_van(bron=f"plek:{vast.pk}", door=door)
    _noteer(vast, "plek.gestopt", door, reden=vast.reden_gestopt)
    return vast


def _vast(plek: Werkervaringsplek, door: Gebruiker) -> Werkervaringsplek:
    vereis(mag_dossier_bewerken(door, plek.dossier))
    vast = Werkervaringsplek.objects.select_for_update(of=("self",)).select_related("dossier__keten").get(pk=plek.pk)
    if not vast.is_lopend:
        raise Invoerfout(_("Deze plek is al afgerond of gestopt."))
    return vast


def _noteer(plek: Werkervaringsplek, soort: str, door: Gebruiker, **meer: str) -> None:
    gegevens = {"bedrijf": plek.bedrijf, "soort": str(plek.get_soort_display()), **meer}
    leg_vast(keten=plek.dossier.keten, soort=soort, door=door, gegevens=gegevens)
