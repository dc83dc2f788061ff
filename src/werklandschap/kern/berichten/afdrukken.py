"""Reminders on paper: who prints them, with one task on Mijn dag that says how many wait."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.berichten import rules
from werklandschap.kern.berichten.models import Herinnering
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum_tijd


def af_te_drukken_door(gebruiker: Gebruiker) -> list[Herinnering]:
    """Letters to print for one's own appointments and those of who one stands in for; one query."""
    rijen = Herinnering.objects.af_te_drukken().filter(dossier__gemeente=gebruiker.gemeente_id)
    return [
        rij
        for rij in rijen.select_related("namens", "bericht", "dossier__werkzoekende", "dossier__gemeente")
        if _is_voor(rij, gebruiker)
    ]


def net_afgedrukt_voor(gebruiker: Gebruiker) -> list[Herinnering]:
    """Letters of appointments to come that were printed already, to print again when one got lost; one query."""
    rijen = Herinnering.objects.komt_nog().filter(
        dossier__gemeente=gebruiker.gemeente_id, namens=gebruiker, afgedrukt_op__isnull=False
    )
    return list(rijen.select_related("dossier__werkzoekende")[:50])


def _is_voor(rij: Herinnering, gebruiker: Gebruiker) -> bool:
    wie = rij.namens
    return wie is not None and (wie.pk == gebruiker.pk or wie.wordt_vervangen_door(gebruiker))


@actie
def druk_af(*, herinneringen: list[Herinnering], door: Gebruiker) -> list[Herinnering]:
    """Mark these letters as printed; returns those that were still to print. Twice prints none."""
    sleutels = [rij.pk for rij in herinneringen]
    vast = list(
        Herinnering.objects.af_te_drukken()
        .filter(pk__in=sleutels)
        .select_for_update(of=("self",))
        .select_related("bericht", "namens__gemeente", "dossier__werkzoekende", "dossier__gemeente", "dossier__keten")
    )
    for rij in vast:
        vereis(rules.mag_schrijven(door, rij.dossier))
        rij.afgedrukt_op = timezone.now()
        rij.save(update_fields=["afgedrukt_op"])
        leg_vast(
            keten=rij.dossier.keten,
            soort="herinnering.afgedrukt",
            door=door,
            gegevens={"wanneer": datum_tijd(rij.afspraak_op)},
        )
    werk_printtaken_bij(van={rij.namens for rij in vast if rij.namens}, door=door)
    return vast


def printtaak(gebruiker: Gebruiker) -> str:
    """The cause of the task to print."""
    return f"herinneringen:{gebruiker.pk}"


@actie
def werk_printtaken_bij(*, van: Iterable[Gebruiker], door: Gebruiker | None) -> None:
    """Let the task of each of these colleagues say how many letters wait; none waits, then it closes."""
    for gebruiker in van:
        assert gebruiker.gemeente is not None
        aantal = Herinnering.objects.af_te_drukken().filter(namens=gebruiker).count()
        if not aantal:
            sluit_taken_van(bron=printtaak(gebruiker), door=door)
            continue
        titel = ngettext("{aantal} herinnering af te drukken", "{aantal} herinneringen af te drukken", aantal)
        titel = titel.format(aantal=aantal)
        taak = maak_taak(
            gemeente=gebruiker.gemeente,
            eigenaar=gebruiker,
            titel=titel,
            voor_op=timezone.localdate(),
            door=None,
            bron=printtaak(gebruiker),
            url=reverse("berichten:herinneringen"),
        )
        if taak.titel != titel:
            taak.wijzig(verwacht=None, titel=titel)
