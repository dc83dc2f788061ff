"""Occupations to look into, and homework."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Beroep
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_zelf_doen
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.orientatie.models import Beroepskeuze, Huiswerk


@actie
def kies_beroep(*, dossier: Dossier, beroep: Beroep, door: Gebruiker, waarom: str = "") -> Beroepskeuze:
    """An occupation to look into; the person may choose alone. Twice changes nothing."""
    vereis(mag_zelf_doen(door, dossier))
    keuze, nieuw = Beroepskeuze.objects.get_or_create(
        dossier=dossier, beroep=beroep, defaults={"waarom": waarom.strip()[:200], "door": door}
    )
    if nieuw:
        gegevens = {"beroep": beroep.label, "waarom": keuze.waarom}
        leg_vast(keten=dossier.keten, soort="beroep.gekozen", door=door, gegevens=gegevens)
    return keuze


@actie
def laat_beroep_los(*, dossier: Dossier, beroep: Beroep, door: Gebruiker) -> None:
    """An occupation is no longer looked into; the person may say so. Twice changes nothing."""
    vereis(mag_zelf_doen(door, dossier))
    if Beroepskeuze.objects.filter(dossier=dossier, beroep=beroep).delete()[0]:
        leg_vast(keten=dossier.keten, soort="beroep.losgelaten", door=door, gegevens={"beroep": beroep.label})


@actie
def geef_huiswerk(*, dossier: Dossier, opdracht: str, voor_op: date, door: Gebruiker) -> Huiswerk:
    """A small assignment for home."""
    vereis(mag_dossier_bewerken(door, dossier))
    if not opdracht.strip():
        raise Invoerfout({"opdracht": _("Schrijf de opdracht op.")})
    if voor_op < timezone.localdate():
        raise Invoerfout({"voor_op": _("Kies vandaag of een latere dag.")})
    werk = Huiswerk.objects.create(dossier=dossier, opdracht=opdracht.strip()[:300], voor_op=voor_op, door=door)
    gegevens = {"opdracht": werk.opdracht, "voor_op": datum(voor_op)}
    leg_vast(keten=dossier.keten, soort="huiswerk.gegeven", door=door, gegevens=gegevens)
    return werk


@actie
def rond_huiswerk_af(*, huiswerk: Huiswerk, door: Gebruiker, uitkomst: str = "") -> Huiswerk:
    """Done, with what came of it; the person may say so. Twice changes nothing."""
    vereis(mag_zelf_doen(door, huiswerk.dossier))
    vast = Huiswerk.objects.select_for_update(of=("self",)).get(pk=huiswerk.pk)
    if vast.gedaan_op is None:
        vast.gedaan_op, vast.uitkomst = timezone.localdate(), uitkomst.strip()[:300]
        vast.save(update_fields=["gedaan_op", "uitkomst"])
        gegevens = {"opdracht": vast.opdracht, "uitkomst": vast.uitkomst}
        leg_vast(keten=huiswerk.dossier.keten, soort="huiswerk.gedaan", door=door, gegevens=gegevens)
    return vast
