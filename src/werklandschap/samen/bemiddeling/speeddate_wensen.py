"""What each side of speed dates wishes: said by themselves on their own page, or written down by a colleague."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import (
    Speeddate,
    Speeddatekandidaat,
    Speeddatevoorkeur,
    Speeddatewerkgever,
    Wens,
)
from werklandschap.samen.bemiddeling.speeddates import (
    maak_verouderd,
    noteer_bij_bedrijf,
    noteer_bij_mens,
    open_speeddate,
)


@actie
def zet_wensen(
    *,
    kandidaat: Speeddatekandidaat,
    wensen: Mapping[int, int],
    door: Gebruiker,
    grens: int | None = None,
    vanaf_ronde: int = 1,
) -> Speeddatekandidaat:
    """The candidate's wishes {employer of the event: Wens}, the most talks this person wants, and the first round.

    By the person, until the day begins, or by a colleague. Raises Invoerfout, GeenRecht.
    """
    vast = open_speeddate(kandidaat.speeddate)
    rij = (
        Speeddatekandidaat.objects.select_for_update(of=("self",))
        .select_related("speeddate", "dossier__keten", "dossier__werkzoekende")
        .get(pk=kandidaat.pk)
    )
    zelf = rules.is_speeddatekandidaat(door, rij)
    vereis(zelf or rules.mag_speeddate_bewerken(door, vast))
    _keur(vast, wensen, zelf=zelf)
    if not 1 <= vanaf_ronde <= vast.rondes:
        raise Invoerfout({"vanaf_ronde": _("Kies een ronde die er is.")})
    anders = (rij.grens, rij.vanaf_ronde) != (grens, vanaf_ronde)
    rij.grens, rij.vanaf_ronde = grens, vanaf_ronde
    rij.save(update_fields=["grens", "vanaf_ronde"])
    rijen = Speeddatevoorkeur.objects.filter(kandidaat=rij, werkgever__in=wensen)
    if _schrijf({v: wensen[v.werkgever_id] for v in rijen}, "wens_kandidaat") or anders:
        maak_verouderd(vast)
        noteer_bij_mens(rij, "speeddate.wensen", door)
    return rij


@actie
def zet_bedrijfswensen(
    *, werkgever: Speeddatewerkgever, wensen: Mapping[int, int], door: Gebruiker
) -> Speeddatewerkgever:
    """The employer's wishes {candidate of the event: Wens}. By the employer, about who may be known there and until
    the day begins, or by a colleague. Raises Invoerfout, GeenRecht.
    """
    vast = open_speeddate(werkgever.speeddate)
    zelf = rules.is_speeddatewerkgever(door, werkgever)
    vereis(zelf or rules.mag_speeddate_bewerken(door, vast))
    _keur(vast, wensen, zelf=zelf)
    rijen = list(
        Speeddatevoorkeur.objects.filter(werkgever=werkgever, kandidaat__in=wensen).select_related(
            "kandidaat__toestemming"
        )
    )
    vereis(not zelf or all(v.kandidaat.doet_mee for v in rijen))
    if _schrijf({v: wensen[v.kandidaat_id] for v in rijen}, "wens_werkgever"):
        maak_verouderd(vast)
        noteer_bij_bedrijf(werkgever, "speeddate.bedrijfswensen", door)
    return werkgever


def _keur(speeddate: Speeddate, wensen: Mapping[int, int], *, zelf: bool) -> None:
    if any(wens not in Wens.values for wens in wensen.values()):
        raise Invoerfout(_("Kies een wens uit de lijst."))
    if zelf and speeddate.is_begonnen(1):
        raise Invoerfout(_("De speeddates zijn begonnen. Vraag het de mensen van de gemeente."))


def _schrijf(wensen: Mapping[Speeddatevoorkeur, int], veld: str) -> bool:
    """Write what is different; was there anything?"""
    anders = [voorkeur for voorkeur, wens in wensen.items() if getattr(voorkeur, veld) != wens]
    for voorkeur in anders:
        setattr(voorkeur, veld, wensen[voorkeur])
    Speeddatevoorkeur.objects.bulk_update(anders, [veld])
    return bool(anders)
