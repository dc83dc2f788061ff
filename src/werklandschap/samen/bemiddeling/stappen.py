"""Setting a step of the table: lock, check, write, and tell both chains. Called by the actions of this room only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Toestemming
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER, OVERGANGEN, Overgang
from werklandschap.samen.bemiddeling.uitnodiging import zeg_komende_af

SLUG = "bemiddeling"


def vergrendel(voordracht: Voordracht) -> Voordracht:
    """The row as it is now, locked; its consent is locked first, as withdrawing does."""
    toestemming_id = Voordracht.objects.values_list("toestemming", flat=True).get(pk=voordracht.pk)
    if toestemming_id is not None:
        Toestemming.objects.select_for_update(of=("self",)).get(pk=toestemming_id)
    return (
        Voordracht.objects.select_for_update(of=("self",))
        .select_related(
            "toestemming",
            "dossier__keten",
            "dossier__gemeente",
            "dossier__werkzoekende",
            "dossier__verantwoordelijke",
            "werkprofiel__werkgever__keten",
            "door",
        )
        .get(pk=voordracht.pk)
    )


def zet_stap(
    vast: Voordracht,
    code: str,
    door: Gebruiker,
    *,
    verwacht: int | None = None,
    toelichting: str = "",
    voor_werkgever: str = "",
    velden: Mapping[str, Any] | None = None,
) -> Voordracht:
    """Set one step on a locked row, with other fields in the same write.

    `toelichting` stands on the person's chain, `voor_werkgever` on the employer's: that one never holds a name.
    Raises GeenRecht, Invoerfout with what is missing, VerouderdeVersie.
    """
    overgang = OVERGANGEN[code]
    vereis(rules.mag_stap(door, vast, code))
    meer = dict(velden or {})
    for naam, waarde in meer.items():
        setattr(vast, naam, waarde)
    _keur(vast, overgang)
    was = vast.status
    vast.wijzig(verwacht=verwacht, status=overgang.naar, **meer)
    Voordrachtstap.objects.create(voordracht=vast, van=was, naar=overgang.naar, door=door, toelichting=toelichting)
    for soort in overgang.sluit_taken:
        sluit_taken_van(bron=taakbron(vast, soort), door=door)
    if overgang.zegt_af:
        zeg_komende_af(vast, door, str(overgang.naam))
    noteer_bij_kandidaat(vast, overgang.gebeurtenis, door, toelichting=toelichting)
    if overgang.bij_werkgever and (was in LOOPT_BIJ_WERKGEVER or overgang.naar in LOOPT_BIJ_WERKGEVER):
        noteer_bij_werkgever(vast, overgang.werkgevergebeurtenis, door, toelichting=voor_werkgever)
    return vast


def _keur(vast: Voordracht, overgang: Overgang) -> None:
    if vast.status not in overgang.van:
        raise Invoerfout(
            _("Deze stap kan nu niet. De voordracht staat op: {status}.").format(status=vast.get_status_display())
        )
    tekort = [melding for controle in overgang.nodig if (melding := controle(vast))]
    if tekort:
        raise Invoerfout(" ".join(tekort))


def taakbron(voordracht: Voordracht, soort: str) -> str:
    """The cause of a task: what is waited for."""
    return f"voordracht:{voordracht.pk}:{soort}"


def noteer_bij_kandidaat(voordracht: Voordracht, gebeurtenis: str, door: Gebruiker, **gegevens: str) -> None:
    """An event on the person's chain."""
    leg_vast(
        keten=voordracht.dossier.keten,
        soort=gebeurtenis,
        door=door,
        gegevens={
            "nummer": voordracht.pk,
            "functie": voordracht.werkprofiel.titel,
            "werkgever": voordracht.werkprofiel.werkgever.naam,
            **gegevens,
        },
    )


def noteer_bij_werkgever(voordracht: Voordracht, gebeurtenis: str, door: Gebruiker, **gegevens: str) -> None:
    """An event on the employer's chain. The person is a number there, also as the actor."""
    is_kandidaat = door.heeft(Recht.MIJN)
    leg_vast(
        keten=voordracht.werkprofiel.werkgever.keten,
        soort=gebeurtenis,
        door=None if is_kandidaat else door,
        namens="kandidaat" if is_kandidaat else "",
        gegevens={"nummer": voordracht.pk, "functie": voordracht.werkprofiel.titel, **gegevens},
    )


def adres_van(voordracht: Voordracht) -> str:
    """The path of its page."""
    return reverse("samen_bemiddeling:voordracht", args=[voordracht.pk])


def maak_wachttaak(
    voordracht: Voordracht, soort: str, titel: str, dagen: int, door: Gebruiker, *, kant: str = "werkzoekenden"
) -> None:
    """A task for who presents the candidate; a resident or an employer gives nobody tasks, so then nobody does."""
    maak_taak(
        gemeente=voordracht.dossier.gemeente,
        eigenaar=voordracht.door or voordracht.dossier.verantwoordelijke,
        keten=voordracht.dossier.keten,
        titel=titel,
        voor_op=timezone.localdate() + timedelta(days=dagen),
        door=door if door.is_medewerker else None,
        bron=taakbron(voordracht, soort),
        tegel=(kant, SLUG),
        url=adres_van(voordracht),
    )
