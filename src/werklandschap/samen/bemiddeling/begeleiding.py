"""Support while somebody is introduced, reminders to employers, several rows at once, and private parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling import actions, rules
from werklandschap.samen.bemiddeling.models import Begeleidingsnotitie, Bemiddelingsafspraak, Voordracht
from werklandschap.samen.bemiddeling.stappen import SLUG, adres_van, noteer_bij_kandidaat, taakbron, vergrendel

Status = Voordracht.Status


@actie
def noteer_begeleiding(
    *, voordracht: Voordracht, voor: str, tekst: str, door: Gebruiker, vervolg_op: date | None = None
) -> Begeleidingsnotitie:
    """What was said about help, at any step. With a day to look again there is a task on that day.

    Open to who presents and to colleagues who place and coach; the employer and the candidate's page never show it.
    """
    vast = vergrendel(voordracht)
    vereis(rules.mag_begeleiding_noteren(door, vast))
    if voor not in Begeleidingsnotitie.Voor.values:
        raise Invoerfout({"voor": _("Kies voor wie de hulp is.")})
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf op wat u heeft besproken.")})
    if vervolg_op is not None and vervolg_op < timezone.localdate():
        raise Invoerfout({"vervolg_op": _("Deze dag is al voorbij. Kies een dag in de toekomst.")})
    notitie = Begeleidingsnotitie.objects.create(
        voordracht=vast, voor=voor, tekst=tekst.strip(), vervolg_op=vervolg_op, door=door
    )
    noteer_bij_kandidaat(vast, "voordracht.begeleiding", door, wie=str(notitie.get_voor_display()).lower())
    if vervolg_op is not None:
        maak_taak(
            gemeente=vast.dossier.gemeente,
            eigenaar=door,
            keten=vast.dossier.keten,
            titel=_("Kijk opnieuw: welke hulp is nodig?"),
            voor_op=vervolg_op,
            door=door,
            bron=taakbron(vast, f"begeleiding:{notitie.pk}"),
            tegel=("werkzoekenden", SLUG),
            url=adres_van(vast),
        )
    return notitie


@actie
def herinner_werkgever(*, voordracht: Voordracht, door: Gebruiker) -> Voordracht:
    """Ask the employer kindly for an answer by mail, at most once a day. The mail holds no name."""
    vast = vergrendel(voordracht)
    vereis(rules.mag_voordracht_bewerken(door, vast))
    if vast.status not in {Status.VOORGEDRAGEN, Status.IN_GESPREK}:
        raise Invoerfout(_("De werkgever hoeft nu niets te kiezen."))
    vandaag = timezone.localdate()
    if vast.herinnerd_op == vandaag:
        return vast
    personen = vast.werkprofiel.werkgever.contactpersonen.filter(actief=True).exclude(email="")
    if not personen.exists():
        raise Invoerfout(_("Er is geen e-mailadres van deze werkgever bekend. Bel de werkgever."))
    vast.wijzig(verwacht=None, herinnerd_op=vandaag)
    noteer_bij_kandidaat(vast, "voordracht.herinnerd", door)
    na_vastleggen(lambda: mail_herinnering.enqueue(vast.pk))
    return vast


@task()
def mail_herinnering(sleutel: int) -> int:
    """Mail the contacts of the employer, unless the answer came meanwhile. Returns how many mails."""
    rij = Voordracht.objects.select_related("werkprofiel__werkgever", "door").get(pk=sleutel)
    if rij.status not in {Status.VOORGEDRAGEN, Status.IN_GESPREK}:
        return 0
    personen = list(rij.werkprofiel.werkgever.contactpersonen.filter(actief=True).exclude(email=""))
    for persoon in personen:
        tekst = _(
            "Dag {naam},\n\nU kreeg een kandidaat voorgesteld voor {functie} (nummer {nummer}). "
            "De kandidaat wacht op u. Wilt u op uw bedrijfspagina laten weten wat u kiest?\n\n{afzender}\n"
        ).format(
            naam=persoon.naam,
            functie=rij.werkprofiel.titel,
            nummer=rij.pk,
            afzender=rij.door.naam if rij.door else "",
        )
        EmailMessage(subject=_("Wilt u laten weten wat u kiest?"), body=tekst, to=[persoon.email]).send()
    return len(personen)


@dataclass(frozen=True)
class Reeksuitslag:
    """What came of one action on several rows: how many went well, and per refused row why."""

    gedaan: int
    geweigerd: list[tuple[Voordracht, str]]


def _vraag(rij: Voordracht, door: Gebruiker, tekst: str) -> object:
    return actions.vraag_kandidaat(voordracht=rij, door=door, wat=tekst)


def _herinner(rij: Voordracht, door: Gebruiker, tekst: str) -> object:
    return herinner_werkgever(voordracht=rij, door=door)


def _trek_in(rij: Voordracht, door: Gebruiker, tekst: str) -> object:
    return actions.trek_in(voordracht=rij, door=door, reden=tekst)


REEKSEN: dict[str, Callable[[Voordracht, Gebruiker, str], object]] = {
    "vraag": _vraag,
    "herinner": _herinner,
    "trek_in": _trek_in,
}


def voer_reeks_uit(*, wat: str, rijen: Sequence[Voordracht], door: Gebruiker, tekst: str = "") -> Reeksuitslag:
    """The same action on each row, each in a transaction of its own: what one refuses does not stop the others.

    `wat` is vraag, herinner or trek_in; `tekst` is what the question or the end says. Raises Invoerfout.
    """
    if wat not in REEKSEN:
        raise Invoerfout({"wat": _("Kies wat u wilt doen.")})
    if wat != "herinner" and not tekst.strip():
        raise Invoerfout({"tekst": _("Vul dit in.")})
    gedaan, geweigerd = 0, []
    for rij in rijen:
        try:
            REEKSEN[wat](rij, door, tekst)
        except (Invoerfout, GeenRecht) as fout:
            geweigerd.append((rij, str(fout)))
        else:
            gedaan += 1
    return Reeksuitslag(gedaan, geweigerd)


@actie
def leg_afspraak_met_partij_vast(
    *,
    werkgever: Werkgever,
    soort: str,
    afspraken: str,
    van: date,
    door: Gebruiker,
    tot: date | None = None,
    versie: int | None = None,
) -> Bemiddelingsafspraak:
    """What is agreed with an agency; while it does not hold, nobody is presented there. Raises Invoerfout."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    fouten = {}
    if soort not in Bemiddelingsafspraak.Soort.values:
        fouten["soort"] = _("Kies wat voor partij dit is.")
    if not afspraken.strip():
        fouten["afspraken"] = _("Schrijf op wat u heeft afgesproken.")
    if tot is not None and tot < van:
        fouten["tot"] = _("Deze dag ligt voor de eerste dag.")
    if fouten:
        raise Invoerfout(fouten)
    velden = {"soort": soort, "afspraken": afspraken.strip(), "van": van, "tot": tot}
    rij, nieuw = Bemiddelingsafspraak.objects.get_or_create(werkgever=werkgever, defaults=velden)
    if not nieuw:
        if all(getattr(rij, naam) == waarde for naam, waarde in velden.items()):
            return rij
        rij.wijzig(verwacht=versie, **velden)
    gegevens = {"soort": str(rij.get_soort_display()), "van": datum(van)}
    leg_vast(keten=werkgever.keten, soort="werkgever.bemiddelingsafspraak", door=door, gegevens=gegevens)
    return rij
