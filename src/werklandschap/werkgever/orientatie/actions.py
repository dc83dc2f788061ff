"""The short list of ways, the checklist behind it, suitable functions, and the plan in steps."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.orientatie.catalogi import checkvragen, manieren
from werklandschap.werkgever.orientatie.models import Checklist, Functie, Manierkeuze, Werkgeverstap


@actie
def kies_manier(*, werkgever: Werkgever, manier: str, door: Gebruiker, functies: str = "") -> Manierkeuze:
    """Put a way on the short list, with the functions it suits. Choosing again changes the functions."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    soort = vind(manieren(), manier)
    if soort is None:
        raise Invoerfout({"manier": _("Kies een manier uit de lijst.")})
    keuze, nieuw = Manierkeuze.objects.update_or_create(
        werkgever=werkgever,
        manier=manier,
        defaults={"functies": functies.strip()[:300]},
        create_defaults={"functies": functies.strip()[:300], "door": door},
    )
    if nieuw:
        leg_vast(keten=werkgever.keten, soort="manier.gekozen", door=door, gegevens={"manier": soort.naam})
    return keuze


@actie
def laat_manier_los(*, keuze: Manierkeuze, door: Gebruiker) -> None:
    """Take a way off the short list."""
    vereis(mag_werkgever_bewerken(door, keuze.werkgever))
    soort = vind(manieren(), keuze.manier)
    leg_vast(
        keten=keuze.werkgever.keten,
        soort="manier.losgelaten",
        door=door,
        gegevens={"manier": soort.naam if soort else keuze.manier},
    )
    keuze.delete()


@actie
def voeg_stap_toe(
    *, werkgever: Werkgever, tekst: str, voor_op: date, door: Gebruiker, wie: Gebruiker | None = None
) -> Werkgeverstap:
    """A step of the plan. When one of us takes it, it is a task; without `wie` the employer takes it."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    fouten = {}
    if not tekst.strip():
        fouten["tekst"] = _("Schrijf de stap op.")
    if voor_op < timezone.localdate():
        fouten["voor_op"] = _("Kies een datum vanaf vandaag.")
    if fouten:
        raise Invoerfout(fouten)
    stap = Werkgeverstap.objects.create(werkgever=werkgever, tekst=tekst.strip()[:300], wie=wie, voor_op=voor_op)
    leg_vast(keten=werkgever.keten, soort="werkgeverstap.erbij", door=door, gegevens={"stap": stap.tekst})
    if wie is not None:
        maak_taak(
            gemeente=werkgever.gemeente,
            eigenaar=wie,
            keten=werkgever.keten,
            titel=stap.tekst,
            voor_op=voor_op,
            door=door,
            bron=f"werkgever_orientatie:stap:{stap.pk}",
            tegel=("werkgevers", "orientatie"),
        )
    return stap


@actie
def rond_stap_af(*, stap: Werkgeverstap, door: Gebruiker, vervallen: bool = False) -> Werkgeverstap:
    """Done, or no longer needed. Doing it twice changes nothing."""
    vereis(mag_werkgever_bewerken(door, stap.werkgever))
    vast = Werkgeverstap.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=stap.pk)
    if vast.status != Werkgeverstap.Status.OPEN:
        return vast
    vast.status = Werkgeverstap.Status.VERVALLEN if vervallen else Werkgeverstap.Status.KLAAR
    vast.save(update_fields=["status"])
    leg_vast(keten=vast.werkgever.keten, soort=f"werkgeverstap.{vast.status}", door=door, gegevens={"stap": vast.tekst})
    sluit_taken_van(bron=f"werkgever_orientatie:stap:{vast.pk}", door=door)
    return vast


@actie
def bekijk_functie(
    *,
    werkgever: Werkgever,
    naam: str,
    geschikt: str,
    door: Gebruiker,
    mensen: int | None = None,
    waarom: str = "",
    manier: str = "",
) -> Functie:
    """Mark whether a function qualifies, and by which way. The same name again changes the mark."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    schoon = " ".join(naam.split())[:120]
    fouten = {}
    if not schoon:
        fouten["naam"] = _("Schrijf op om welke functie het gaat.")
    if geschikt not in Functie.Geschikt.values:
        fouten["geschikt"] = _("Kies of deze functie geschikt is.")
    if manier and vind(manieren(), manier) is None:
        fouten["manier"] = _("Kies een manier uit de lijst.")
    if geschikt == Functie.Geschikt.NEE and not waarom.strip():
        fouten["waarom"] = _("Schrijf op waarom niet. Misschien kan het later wel.")
    if fouten:
        raise Invoerfout(fouten)
    bestaand = werkgever.functies.filter(naam__iexact=schoon).first()
    functie, _nieuw = Functie.objects.update_or_create(
        werkgever=werkgever,
        naam=bestaand.naam if bestaand else schoon,
        defaults={
            "mensen": mensen,
            "geschikt": geschikt,
            "waarom": waarom.strip()[:300],
            "manier": manier,
            "op": timezone.localdate(),
            "door": door,
        },
    )
    oordeel = str(functie.get_geschikt_display()).lower()
    leg_vast(
        keten=werkgever.keten,
        soort="functie.bekeken",
        door=door,
        gegevens={"functie": functie.naam, "oordeel": oordeel},
    )
    return functie


@actie
def vul_checklist_in(*, werkgever: Werkgever, antwoorden: dict[str, bool], door: Gebruiker) -> Checklist:
    """The situation of this employer: {question: yes or no}. A question without an answer stays out."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    bekend = {vraag.code for vraag in checkvragen()}
    schoon = {code: bool(ja) for code, ja in antwoorden.items() if code in bekend}
    if not schoon:
        raise Invoerfout(_("Beantwoord ten minste één vraag."))
    rij = Checklist.objects.create(werkgever=werkgever, antwoorden=schoon, door=door)
    leg_vast(
        keten=werkgever.keten,
        soort="checklist.ingevuld",
        door=door,
        gegevens={"aantal": sum(1 for ja in schoon.values() if ja)},
    )
    return rij


def redenen_van(checklist: Checklist | None) -> dict[str, list[str]]:
    """{way: why it suits}, the way with the most reasons first; empty without a checklist."""
    if checklist is None:
        return {}
    uit: dict[str, list[str]] = {}
    for vraag in checkvragen():
        if checklist.antwoorden.get(vraag.code):
            for manier in vraag.manieren:
                uit.setdefault(manier, []).append(vraag.reden)
    return dict(sorted(uit.items(), key=lambda paar: -len(paar[1])))
