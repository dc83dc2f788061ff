"""Making, finishing and handing over tasks."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken import rules
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker


@actie
def maak_taak(
    *,
    gemeente: Gemeente,
    eigenaar: Gebruiker | None,
    titel: str,
    voor_op: date,
    door: Gebruiker | None,
    keten: Keten | None = None,
    toelichting: str = "",
    bron: str = "",
    tegel: tuple[str, str] | None = None,
    url: str = "",
) -> Taak:
    """A task for a colleague, or for nobody yet (the manager sees it). The same `bron` never opens a second one.

    `tegel` is (kant, slug). `door` is None when nobody was signed in (a public form).
    """
    if eigenaar is not None and door is not None:
        vereis(rules.mag_taak_geven(door, eigenaar), _("Deze collega werkt niet in uw gemeente."))
    if not titel.strip():
        raise Invoerfout({"titel": _("Schrijf op wat er moet gebeuren.")})
    if bron:
        bestaand = Taak.objects.select_for_update().filter(bron=bron, status=Taak.Status.OPEN).first()
        if bestaand is not None:
            return bestaand
    taak = Taak.objects.create(
        gemeente=gemeente,
        eigenaar=eigenaar,
        keten=keten,
        titel=titel[:200],
        toelichting=toelichting,
        voor_op=voor_op,
        bron=bron,
        kant=tegel[0] if tegel else "",
        tegel=tegel[1] if tegel else "",
        url=url,
        gemaakt_door=door,
    )
    if keten is not None:
        leg_vast(
            keten=keten,
            soort="taak.gemaakt",
            door=door,
            gegevens={"titel": titel, "wie": eigenaar.naam if eigenaar else ""},
        )
    return taak


@actie
def rond_taak_af(*, taak: Taak, door: Gebruiker, vervallen: bool = False) -> Taak:
    """Done, or cancelled because it is no longer needed. Doing it twice changes nothing."""
    vereis(rules.mag_taak_bewerken(door, taak))
    vast = Taak.objects.select_for_update(of=("self",)).get(pk=taak.pk)
    if vast.status != Taak.Status.OPEN:
        return vast
    nieuw = Taak.Status.VERVALLEN if vervallen else Taak.Status.KLAAR
    vast.wijzig(verwacht=None, status=nieuw, afgerond_op=timezone.now())
    if vast.keten is not None:
        leg_vast(keten=vast.keten, soort=f"taak.{nieuw}", door=door, gegevens={"titel": vast.titel})
    return vast


@actie
def heropen_taak(*, taak: Taak, door: Gebruiker) -> Taak:
    """Undo finishing."""
    vereis(rules.mag_taak_bewerken(door, taak))
    vast = Taak.objects.select_for_update(of=("self",)).get(pk=taak.pk)
    if vast.status == Taak.Status.OPEN:
        return vast
    if vast.bron and Taak.objects.filter(bron=vast.bron, status=Taak.Status.OPEN).exists():
        raise Invoerfout(_("Er is al een nieuwe taak hiervoor."))
    vast.wijzig(verwacht=None, status=Taak.Status.OPEN, afgerond_op=None)
    if vast.keten is not None:
        leg_vast(keten=vast.keten, soort="taak.heropend", door=door, gegevens={"titel": vast.titel})
    return vast


@actie
def sluit_taken_van(*, bron: str, door: Gebruiker | None) -> int:
    """Finish the open task a cause made, because the cause is gone. Returns how many (0 or 1)."""
    aantal = 0
    for taak in Taak.objects.select_for_update(of=("self",)).filter(bron=bron, status=Taak.Status.OPEN):
        taak.wijzig(verwacht=None, status=Taak.Status.KLAAR, afgerond_op=timezone.now())
        aantal += 1
    return aantal


@actie
def draag_taak_over(*, taak: Taak, naar: Gebruiker, door: Gebruiker) -> Taak:
    """Give one task to a colleague."""
    vereis(rules.mag_taak_bewerken(door, taak))
    vereis(rules.mag_taak_geven(door, naar), _("Deze collega werkt niet in uw gemeente."))
    vast = Taak.objects.select_for_update(of=("self",)).get(pk=taak.pk)
    vast.wijzig(verwacht=None, eigenaar=naar)
    if vast.keten is not None:
        leg_vast(
            keten=vast.keten, soort="taak.overgedragen", door=door, gegevens={"titel": vast.titel, "wie": naar.naam}
        )
    return vast


@actie
def neem_taak_van_niemand(*, taak: Taak, door: Gebruiker) -> Taak:
    """Take a task that nobody owns yet; Invoerfout when somebody was first."""
    vereis(rules.mag_taak_nemen(door, taak))
    vast = Taak.objects.select_for_update(of=("self",)).get(pk=taak.pk)
    if vast.eigenaar_id is not None:
        raise Invoerfout(_("Een collega heeft deze taak al."))
    vast.wijzig(verwacht=None, eigenaar=door)
    if vast.keten is not None:
        leg_vast(
            keten=vast.keten, soort="taak.overgedragen", door=door, gegevens={"titel": vast.titel, "wie": door.naam}
        )
    return vast


@actie
def laat_taak_los(*, taak: Taak, door: Gebruiker) -> Taak:
    """Give a task back to nobody, so that whoever becomes responsible takes it."""
    vereis(rules.mag_taak_bewerken(door, taak))
    taak.wijzig(verwacht=None, eigenaar=None)
    if taak.keten is not None:
        leg_vast(keten=taak.keten, soort="taak.overgedragen", door=door, gegevens={"titel": taak.titel, "wie": "–"})
    return taak


@actie
def draag_alle_taken_over(*, van: Gebruiker, naar: Gebruiker, door: Gebruiker) -> int:
    """Give all open tasks of one colleague to another. Returns how many."""
    vereis(door.pk == van.pk or (rules.mag_alle_taken_zien(door) and door.gemeente_id == van.gemeente_id))
    vereis(rules.mag_taak_geven(door, naar), _("Deze collega werkt niet in uw gemeente."))
    taken = list(Taak.objects.filter(eigenaar=van, status=Taak.Status.OPEN))
    for taak in taken:
        draag_taak_over(taak=taak, naar=naar, door=van if van.is_active else door)
    return len(taken)
