"""Does somebody who can grow into a job want to? Asked of the person, answered by the person or told to a colleague."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.afwegen import TEGEL, leerstappen
from werklandschap.werkgever.werving.haken_uit import voorselectie, zeiden_nee
from werklandschap.werkgever.werving.models import Afweging, Groeiwens, Voorbereiding

# So many people are asked at once: those who fit best otherwise.
HOOGUIT = 25
TERMIJN = "groeiwens_dagen"


def wensen_van(werkprofiel: Werkprofiel, gemeente_id: int | None) -> dict[Any, Groeiwens]:
    """{person: what was asked and answered} for one job, of the people of one municipality; one query.

    `niet` is the code of why the person was not presented for it, the last time; `plan` the day on which the
    preparation is ready. Each is None when there is none.
    """
    afwegingen = Afweging.objects.filter(werkprofiel=werkprofiel, dossier=OuterRef("dossier")).order_by("-op", "-id")
    rijen = Groeiwens.objects.filter(werkprofiel=werkprofiel, dossier__gemeente=gemeente_id)
    plannen = Voorbereiding.objects.filter(werkprofiel=werkprofiel, dossier=OuterRef("dossier"))
    rijen = rijen.annotate(niet=Subquery(afwegingen.values("reden")[:1]), plan=Subquery(plannen.values("klaar_op")[:1]))
    return {rij.dossier.werkzoekende_id: rij for rij in rijen.select_related("dossier__werkzoekende")}


def wil_al(werkprofiel: Werkprofiel, gebruiker: Gebruiker) -> set[Any]:
    """People who chose this job themselves: nobody asks them again."""
    return {wie for wie, stand in voorselectie.standen(werkprofiel, gebruiker).items() if stand.wil_zelf}


@actie
def vraag_groeiers(*, werkprofiel: Werkprofiel, door: Gebruiker) -> int:
    """Ask who can grow into this job and was not asked yet, the best first and HOOGUIT at a time; returns how many.

    Who has an account answers on the own pages; the one responsible gets a task to ask the others.
    """
    vereis(rules.mag_voorselecteren(door, werkprofiel))
    bekend = {*wensen_van(werkprofiel, door.gemeente_id), *wil_al(werkprofiel, door)}
    bekend |= set(zeiden_nee(voorselectie.standen(werkprofiel, door)))
    matches, _aantal = zoeken.zoek_groeiers(werkprofiel=werkprofiel, door=door, top=HOOGUIT, ook=bekend)
    hard = {eis.competentie.code: eis.competentie.naam for eis in werkprofiel.eisen.all() if eis.hard}
    nieuw = [match for match in matches if match.dossier.werkzoekende_id not in bekend]
    for match in nieuw:
        _vraag(match.dossier, werkprofiel, [stap["naam"] for stap in leerstappen(match.uitslag, hard)], door)
    return len(nieuw)


def _vraag(dossier: Dossier, werkprofiel: Werkprofiel, leren: Iterable[str], door: Gebruiker) -> None:
    rij = Groeiwens.objects.create(dossier=dossier, werkprofiel=werkprofiel, leren=list(leren), gevraagd_door=door)
    leg_vast(
        keten=dossier.keten,
        soort="groeien.gevraagd",
        door=door,
        gegevens={"titel": werkprofiel.titel, "wat": ", ".join(rij.leren), "dag": datum(werkprofiel.start)},
    )
    termijn = timedelta(days=instelling(dossier.gemeente, TERMIJN))
    titel = _("Vraag of de klant in dit werk wil groeien: {titel}").format(titel=werkprofiel.titel)
    _geef_taak(rij, titel, timezone.localdate() + termijn, door)


def _geef_taak(wens: Groeiwens, titel: str, voor_op: date, door: Gebruiker | None) -> None:
    """For the one responsible; the page it leads to takes the answer."""
    dossier, werkprofiel = wens.dossier, wens.werkprofiel
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        keten=dossier.keten,
        titel=titel,
        toelichting=_("Te leren voor {dag}: {wat}.").format(dag=datum(werkprofiel.start), wat=", ".join(wens.leren)),
        voor_op=voor_op,
        door=door,
        bron=_bron(wens),
        tegel=TEGEL,
        url=reverse("werkgever_werving:dossier_werk", args=[dossier.pk]),
    )


def herinner() -> str:
    """Once per question that waits too long: the person reads it again, and whoever finished the task gets a new one.

    A task that is still open says itself that it is late.
    """
    vandaag = timezone.localdate()
    rijen = Groeiwens.objects.zonder_antwoord().filter(herinnerd_op__isnull=True)
    wachten = rijen.select_related("dossier__gemeente", "dossier__verantwoordelijke", "dossier__keten", "werkprofiel")
    aantal = 0
    for wens in wachten:
        termijn = timedelta(days=instelling(wens.dossier.gemeente, TERMIJN))
        if timezone.localdate(wens.gevraagd_op) + termijn <= vandaag:
            herinner_aan_groeiwens(wens=wens, door=None)
            aantal += 1
    return f"{aantal} mensen herinnerd"


@actie
def herinner_aan_groeiwens(*, wens: Groeiwens, door: Gebruiker | None) -> None:
    """Remind of one question; a second time does nothing."""
    vandaag = timezone.localdate()
    open_ = Groeiwens.objects.zonder_antwoord().filter(pk=wens.pk, herinnerd_op__isnull=True)
    if not open_.update(herinnerd_op=vandaag):
        return
    titel = wens.werkprofiel.titel
    leg_vast(keten=wens.dossier.keten, soort="groeien.herinnerd", door=door, gegevens={"titel": titel})
    zin = _("Nog geen antwoord. Vraag of de klant in dit werk wil groeien: {titel}").format(titel=titel)
    _geef_taak(wens, zin, vandaag, door)


@actie
def beantwoord_groeiwens(*, wens: Groeiwens, ja: bool, door: Gebruiker) -> Groeiwens:
    """Yes or no; the task to ask closes. A later answer takes the place of an earlier one."""
    vast = Groeiwens.objects.select_for_update(of=("self",)).get(pk=wens.pk)
    dossier = Dossier.objects.select_related("werkzoekende", "keten", "gemeente").get(pk=vast.dossier_id)
    zelf = dossier.werkzoekende.account_id == door.pk
    vereis(zelf or rules.mag_afwegen(door, dossier, vast.werkprofiel))
    if vast.antwoord == ja:
        return vast
    vast.antwoord, vast.beantwoord_op, vast.beantwoord_door = ja, timezone.now(), door
    vast.save(update_fields=["antwoord", "beantwoord_op", "beantwoord_door"])
    leg_vast(
        keten=dossier.keten,
        soort="groeien.ja" if ja else "groeien.nee",
        door=door,
        gegevens={"titel": vast.werkprofiel.titel},
    )
    sluit_taken_van(bron=_bron(vast), door=door)
    return vast


def _bron(wens: Groeiwens) -> str:
    return f"werkgever_werving:groeiwens:{wens.pk}"
