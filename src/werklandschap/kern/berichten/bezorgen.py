"""Telling a person something that is not mailed to them: a letter to print, or a call to make."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from werklandschap.kern.basis.acties import actie
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.actions import verstuur_bericht
from werklandschap.kern.berichten.models import Bericht, Manier
from werklandschap.kern.dossiers.bereik import wegen_naar
from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker


@actie
def laat_weten_zonder_mail(
    *, dossier: Dossier, onderwerp: str, tekst: str, eigenaar: Gebruiker | None, bron: str = "", door: None = None
) -> Bericht | None:
    """A letter with a task to print it, for whom paper reaches; else a task to tell it. The product itself does it.

    `bron` says what about, so that a colleague has one task for it; a later state takes the place of an earlier one.
    """
    brief = _schrijf(dossier, onderwerp, tekst) if Manier.POST in wegen_naar(dossier.werkzoekende) else None
    if brief is None:
        titel, adres = _("Vertel de klant: {onderwerp}"), reverse("dossiers:dossier", args=[dossier.pk])
    else:
        titel, adres = _("Druk de brief af: {onderwerp}"), reverse("berichten:bericht", args=[dossier.pk, brief.pk])
    if bron:
        sluit_taken_van(bron=bron, door=door)
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=eigenaar if eigenaar is not None and eigenaar.is_active else dossier.verantwoordelijke,
        keten=dossier.keten,
        titel=titel.format(onderwerp=onderwerp),
        toelichting="" if brief else tekst,
        voor_op=timezone.localdate(),
        door=None,
        bron=bron,
        url=adres,
    )
    return brief


def _schrijf(dossier: Dossier, onderwerp: str, tekst: str) -> Bericht | None:
    """None when the words still hold open places: then a colleague tells it."""
    try:
        return verstuur_bericht(dossier=dossier, onderwerp=onderwerp, tekst=tekst, manier=Manier.POST, door=None)
    except Invoerfout:
        return None


def als_brief(dossier: Dossier, tekst: str) -> str:
    """The words of a mail, with how a letter begins."""
    with override(taal_van(dossier.werkzoekende)):
        aanhef = _("Dag {naam},").format(naam=dossier.werkzoekende.aanspreeknaam)
    return f"{aanhef}\n\n{tekst}"
