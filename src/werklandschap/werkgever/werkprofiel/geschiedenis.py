"""Earlier versions of a job profile: what it said before each change."""

from __future__ import annotations

from django.utils.translation import gettext as _

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werkprofiel.eisen import eisen_van
from werklandschap.werkgever.werkprofiel.models import Profielversie


def regels_van(werkprofiel: Werkprofiel) -> list[list[str]]:
    """[[label, value]] of the profile as people read it."""
    eisen = eisen_van(werkprofiel)
    hard, wens = _("hard"), _("wens")
    competenties = "; ".join(
        f"{r.competentie.naam} ({r.niveau}, {r.gewicht}, {hard if r.hard else wens})" for r in eisen.competenties
    )
    uren = " – ".join(str(n) for n in (werkprofiel.uren_min, werkprofiel.uren_max) if n is not None)
    overig = [naam_van_code(code) for code in (*eisen.certificaten, *eisen.talen, *eisen.omstandigheden)]
    return [
        [_("Functie"), werkprofiel.titel],
        [_("Begint op"), datum(werkprofiel.start)],
        [_("Plekken"), str(werkprofiel.posities)],
        [_("Uren per week"), uren],
        [_("Competenties (niveau, gewicht, soort)"), competenties],
        [_("Ook nodig"), ", ".join(overig)],
        [_("Werkomgeving"), werkprofiel.omgeving],
        [_("Cultuur"), werkprofiel.cultuur],
        [_("Begeleiding op de werkplek"), werkprofiel.begeleiding],
        [_("Tekst van de vacature"), werkprofiel.omschrijving],
    ]


def bewaar_versie(werkprofiel: Werkprofiel, door: Gebruiker) -> None:
    """Keep how the profile is in the database now, unless that equals the version before."""
    vorig = Werkprofiel.objects.select_for_update(of=("self",)).get(pk=werkprofiel.pk)
    regels = regels_van(vorig)
    laatste = Profielversie.objects.filter(werkprofiel=vorig).first()
    if laatste is None or laatste.regels != regels:
        nummer = laatste.nummer + 1 if laatste else 1
        Profielversie.objects.create(werkprofiel=vorig, nummer=nummer, regels=regels, door=door)


def verschillen_met_volgende(werkprofiel: Werkprofiel) -> list[tuple[Profielversie, list[tuple[str, str, str]]]]:
    """Each version, newest first, with (label, then, after) of what the next change altered."""
    rijen = list(Profielversie.objects.filter(werkprofiel=werkprofiel).select_related("door"))
    na = regels_van(werkprofiel)
    uit = []
    for rij in rijen:
        volgende = dict(na)
        uit.append(
            (rij, [(label, oud, volgende.get(label, "")) for label, oud in rij.regels if volgende.get(label) != oud])
        )
        na = rij.regels
    return uit
