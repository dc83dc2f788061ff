"""Employees at risk, without a name and without medical data: an instrument or a referral, and a date to look back."""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_contact_vastleggen
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.voorzorg.actions import TEGEL
from werklandschap.werkgever.voorzorg.catalogi import medische_woorden, risicosoorten
from werklandschap.werkgever.voorzorg.models import Risico

Aanpak = Risico.Aanpak


def medisch_in(tekst: str) -> str:
    """The first word that says something about health; empty when there is none."""
    laag = tekst.lower()
    for begin in medische_woorden():
        if gevonden := re.search(rf"(?<![a-zà-ÿ]){re.escape(begin)}[a-zà-ÿ-]*", laag):
            return gevonden.group()
    return ""


@actie
def meld_risico(
    *,
    werkgever: Werkgever,
    soort: str,
    functie: str,
    aanpak: str,
    terug_op: date,
    door: Gebruiker,
    werk: str = "",
    instrument: str = "",
    naar: str = "",
) -> Risico:
    """Note that an employee may drop out, with what we do about it. A task asks to look back.

    Raises Invoerfout: also when a text holds a medical word, which an employer may not tell and we may not keep.
    """
    vereis(mag_contact_vastleggen(door, werkgever))
    gekozen = vind(risicosoorten(), soort)
    fouten = {}
    if gekozen is None:
        fouten["soort"] = _("Kies wat er speelt.")
    if not functie.strip():
        fouten["functie"] = _("Vul de functie in. Noem geen naam.")
    for veld, tekst in (("functie", functie), ("werk", werk), ("naar", naar)):
        if woord := medisch_in(tekst):
            fouten[veld] = _("“{woord}” gaat over gezondheid. Schrijf alleen op wat er op het werk nodig is.").format(
                woord=woord
            )
    if aanpak not in Aanpak.values:
        fouten["aanpak"] = _("Kies wat wij doen.")
    if aanpak == Aanpak.INSTRUMENT and not instrument:
        fouten["instrument"] = _("Kies een instrument.")
    if aanpak == Aanpak.VERWIJZEN and not naar.strip():
        fouten["naar"] = _("Schrijf op naar wie het bedrijf gaat.")
    if terug_op < timezone.localdate():
        fouten["terug_op"] = _("Kies een datum vanaf vandaag.")
    if fouten or gekozen is None:
        raise Invoerfout(fouten)
    assert door.gemeente is not None
    rij = Risico.objects.create(
        werkgever=werkgever,
        soort=soort,
        functie=functie.strip()[:100],
        werk=werk.strip()[:300],
        aanpak=aanpak,
        instrument=instrument if aanpak == Aanpak.INSTRUMENT else "",
        naar=naar.strip()[:150] if aanpak == Aanpak.VERWIJZEN else "",
        terug_op=terug_op,
        door=door,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="risico.gemeld",
        door=door,
        gegevens={"soort": gekozen.naam, "aanpak": str(rij.get_aanpak_display()).lower()},
    )
    maak_taak(
        gemeente=door.gemeente,
        eigenaar=door,
        keten=werkgever.keten,
        titel=_("Kijk terug met {bedrijf}: {soort}").format(bedrijf=werkgever.naam, soort=gekozen.naam.lower()),
        voor_op=terug_op,
        door=door,
        bron=f"werkgever_voorzorg:risico:{rij.pk}",
        tegel=TEGEL,
    )
    return rij


@actie
def rond_risico_af(*, risico: Risico, afloop: str, door: Gebruiker) -> Risico:
    """How it ended; its task closes. Only once. Medical words are refused here too."""
    vereis(mag_contact_vastleggen(door, risico.werkgever))
    if not afloop.strip():
        raise Invoerfout({"afloop": _("Schrijf op hoe het afliep.")})
    if woord := medisch_in(afloop):
        raise Invoerfout({"afloop": _("“{woord}” gaat over gezondheid. Schrijf dat niet op.").format(woord=woord)})
    vast = Risico.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=risico.pk)
    if vast.klaar_op is not None:
        return vast
    vast.klaar_op, vast.afloop = timezone.localdate(), afloop.strip()[:300]
    vast.save(update_fields=["klaar_op", "afloop"])
    leg_vast(keten=vast.werkgever.keten, soort="risico.klaar", door=door, gegevens={"afloop": vast.afloop})
    sluit_taken_van(bron=f"werkgever_voorzorg:risico:{vast.pk}", door=door)
    return vast
