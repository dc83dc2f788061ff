"""Giving many dossiers to a colleague at once, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.actions import keur_verantwoordelijke, zet_verantwoordelijke
from werklandschap.kern.dossiers.models import Dossier, Toewijzing
from werklandschap.kern.taken.actions import draag_alle_taken_over, draag_taak_over, laat_taak_los
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker

# More at once would hold up everybody else; a whole municipality is divided in parts.
HOOGUIT = 1000


@actie
def wijs_meer_toe(*, dossiers: Sequence[Dossier], naar: Gebruiker, reden: str, door: Gebruiker) -> Toewijzing:
    """Make one colleague responsible for all of these open dossiers; the open tasks of the former ones go along.

    Raises GeenRecht when one of them is not the actor's to give away: then none goes.
    """
    reden = _goede_reden(reden)
    gekozen = [d for d in dossiers if d.verantwoordelijke_id != naar.pk]
    if not gekozen:
        raise Invoerfout(_("Er valt niets te verdelen: kies dossiers die nog niet van deze collega zijn."))
    if len(gekozen) > HOOGUIT:
        raise Invoerfout(_("Verdeel hooguit {aantal} dossiers in één keer.").format(aantal=HOOGUIT))
    for dossier in gekozen:
        vereis(rules.mag_caseload_verdelen(door, dossier))
        keur_verantwoordelijke(naar, dossier)
    toewijzing = Toewijzing.objects.create(
        gemeente_id=gekozen[0].gemeente_id,
        naar=naar,
        door=door,
        reden=reden,
        dossiers=[[dossier.pk, dossier.verantwoordelijke_id] for dossier in gekozen],
        taken=_taken_van(gekozen),
    )
    for dossier in gekozen:
        _geef(dossier, toewijzing)
    return toewijzing


def _goede_reden(reden: str) -> str:
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf in een paar woorden op waarom. Uw collega leest dit.")})
    return reden.strip()[:200]


def _taken_van(dossiers: Sequence[Dossier]) -> list[list[int | None]]:
    """The open tasks that go along: of who was responsible, or of nobody when nobody was."""
    van = {dossier.keten_id: dossier.verantwoordelijke_id for dossier in dossiers}
    rijen = Taak.objects.open().filter(keten__in=van).values_list("pk", "eigenaar", "keten")
    return [[taak, eigenaar] for taak, eigenaar, keten in rijen if eigenaar == van[keten]]


def _geef(dossier: Dossier, toewijzing: Toewijzing) -> None:
    zet_verantwoordelijke(dossier=dossier, naar=toewijzing.naar, door=toewijzing.door)
    gegevens = {"naam": toewijzing.naar.naam, "reden": toewijzing.reden}
    leg_vast(keten=dossier.keten, soort="dossier.verdeeld", door=toewijzing.door, gegevens=gegevens)


@actie
def draag_caseload_over(*, van: Gebruiker, naar: Gebruiker, reden: str, door: Gebruiker) -> Toewijzing:
    """All open dossiers and all open tasks of one colleague to another."""
    vereis(rules.mag_caseload_overdragen(door, van))
    assert van.gemeente is not None
    reden = _goede_reden(reden)
    dossiers = list(Dossier.objects.lopend().van(van).select_related("keten", "gemeente", "verantwoordelijke"))
    for dossier in dossiers:
        keur_verantwoordelijke(naar, dossier)
    toewijzing = Toewijzing.objects.create(
        gemeente=van.gemeente,
        naar=naar,
        door=door,
        reden=reden,
        dossiers=[[dossier.pk, van.pk] for dossier in dossiers],
        taken=[[taak, van.pk] for taak in Taak.objects.open().filter(eigenaar=van).values_list("pk", flat=True)],
    )
    for dossier in dossiers:
        _geef(dossier, toewijzing)
    draag_alle_taken_over(van=van, naar=naar, door=door)
    return toewijzing


@actie
def draai_toewijzing_terug(*, toewijzing: Toewijzing, door: Gebruiker) -> int:
    """Everything back to who had it. Returns how many dossiers went back.

    What went on to somebody else since, was closed, or came from a colleague who has left, stays where it is.
    """
    vereis(rules.mag_toewijzing_terugdraaien(door, toewijzing))
    vast = Toewijzing.objects.select_for_update(of=("self",)).select_related("naar").get(pk=toewijzing.pk)
    if vast.ongedaan_op is not None:
        raise Invoerfout(_("Dit is al teruggedraaid."))
    mensen = Gebruiker.objects.in_bulk({van for _pk, van in [*vast.dossiers, *vast.taken] if van is not None})
    terug = _dossiers_terug(vast, mensen, door)
    _taken_terug(vast, mensen)
    vast.ongedaan_op, vast.ongedaan_door = timezone.now(), door
    vast.save(update_fields=["ongedaan_op", "ongedaan_door"])
    return terug


def _dossiers_terug(toewijzing: Toewijzing, mensen: dict[int, Gebruiker], door: Gebruiker) -> int:
    had = {nummer: mensen.get(van) if van is not None else None for nummer, van in toewijzing.dossiers}
    nog = Dossier.objects.lopend().van(toewijzing.naar).filter(pk__in=had).select_related("keten", "gemeente")
    terug = 0
    for dossier in nog.select_for_update(of=("self",)):
        vorige = had[dossier.pk]
        if vorige is not None and not rules.kan_verantwoordelijk_zijn(vorige, dossier):
            continue
        dossier.wijzig(verwacht=None, verantwoordelijke=vorige)
        naam = vorige.naam if vorige else _("niemand")
        leg_vast(keten=dossier.keten, soort="dossier.teruggegeven", door=door, gegevens={"naam": naam})
        terug += 1
    return terug


def _taken_terug(toewijzing: Toewijzing, mensen: dict[int, Gebruiker]) -> None:
    had = {taak: mensen.get(van) if van is not None else None for taak, van in toewijzing.taken}
    nog = Taak.objects.open().filter(pk__in=had, eigenaar=toewijzing.naar).select_related("keten")
    for taak in nog:
        vorige = had[taak.pk]
        if vorige is None:
            laat_taak_los(taak=taak, door=toewijzing.naar)
        elif vorige.is_active:
            draag_taak_over(taak=taak, naar=vorige, door=toewijzing.naar)
