"""One event of speed dates that is coming, with both sides' wishes and a schedule, through the actions themselves."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.project.demo.naspel_mensen import Mens
from werklandschap.samen.bemiddeling import speeddates
from werklandschap.samen.bemiddeling.models import Speeddate
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster
from werklandschap.samen.bemiddeling.speeddate_wensen import zet_bedrijfswensen, zet_wensen

BEDRIJVEN = 4
MENSEN = 8
OVER_DAGEN = 9


def speel_speeddates(w: Werkgeverhanden, door: Gebruiker, mensen: list[Mens], bedrijven: list[Bedrijf]) -> None:
    """People who look for work meet companies with an open job; the first of both have an account of the demo."""
    profielen = [
        pr.rij for bedrijf in bedrijven for pr in bedrijf.profielen[:1] if pr.rij.status == Werkprofiel.Status.OPEN
    ]
    wie = [
        m.persoon.dossier
        for m in mensen
        if m.stadium in {"werk-fit", "bemiddeling"} and m.persoon.dossier.status == Dossier.Status.OPEN
    ]
    if len(profielen) < 2 or not wie:
        return
    dag = w.werkdag(w.vandaag + timedelta(days=OVER_DAGEN))
    with op_moment(w.nu):
        rij = speeddates.maak_speeddate(
            door=door,
            naam="Werkcafé",
            begin=datetime.combine(dag, time(13, 30), tzinfo=timezone.get_current_timezone()),
            waar="Raadhuis, Grote Markt 1",
            rondes=4,
            minuten=10,
            wissel=2,
            pauze_na="2",
            pauze_minuten=15,
            max_gesprekken=3,
        )
        for nummer, profiel in enumerate(profielen[:BEDRIJVEN]):
            speeddates.voeg_werkgever_toe(
                speeddate=rij,
                werkprofiel=profiel,
                tafels=1 + nummer % 2,
                ruimte=("Trouwzaal", "Kantine")[nummer % 2],
                door=door,
            )
        for dossier in wie[:MENSEN]:
            _nodig_uit(w, rij, dossier, door)
        for werkgever in rij.werkgevers.all():
            wensen = {k: w.kies(0, 0, 1, 2) for k in rij.kandidaten.values_list("pk", flat=True)}
            zet_bedrijfswensen(werkgever=werkgever, wensen=wensen, door=door)
        maak_rooster(speeddate=rij, door=door)


def _nodig_uit(w: Werkgeverhanden, rij: Speeddate, dossier: Dossier, door: Gebruiker) -> None:
    kandidaat = speeddates.nodig_uit(speeddate=rij, dossier=dossier, door=door)
    speeddates.leg_komst_vast(kandidaat=kandidaat, komt=True, hoe="telefoon", door=door)
    bedrijven = list(rij.werkgevers.values_list("pk", flat=True))
    zet_wensen(kandidaat=kandidaat, wensen={b: w.kies(0, 0, 1, 2) for b in bedrijven}, door=door)
