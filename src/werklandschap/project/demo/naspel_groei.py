"""Who can grow into a job: asked, a yes with a plan, and who did not answer yet."""

from __future__ import annotations

from datetime import timedelta

from werklandschap.competenties.models import Competentie
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkgever.werkprofiel.actions import bevestig_eisen, maak_werkprofiel, stel_open
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel
from werklandschap.werkgever.werving.afwegen import maak_voorbereiding
from werklandschap.werkgever.werving.models import Groeiwens
from werklandschap.werkgever.werving.wensen import beantwoord_groeiwens, herinner_aan_groeiwens, vraag_groeiers

TITEL = "Medewerker schoonmaak werkplaats"
# What the demo resident has partly: the list holds few people, and the resident among them.
TE_LEREN, AL_GEKEND = "schoonmaakmiddelen-doseren", "veilig-werken"


def speel_groei(w: Werkgeverhanden, bedrijf: Bedrijf, inwoner: Dossier, door: Gebruiker) -> None:
    """A job for later at the demo company. The resident was asked and has not answered; the first other says yes."""
    leren, kennen = (Competentie.objects.filter(code=code).first() for code in (TE_LEREN, AL_GEKEND))
    if leren is None or kennen is None:
        return
    with op_moment(w.nu - timedelta(days=12)):
        profiel = maak_werkprofiel(
            werkgever=bedrijf.werkgever,
            door=bedrijf.door,
            titel=TITEL,
            start=w.vandaag + timedelta(weeks=20),
            omschrijving="De werkplaats en de kantine schoonhouden, met een vaste collega.",
        )
        eisen = Eisen((Eisregel(leren, 3, 9, True), Eisregel(kennen, 3, 6, True)), uren_min=12, uren_max=24)
        profiel = bevestig_eisen(werkprofiel=profiel, eisen=eisen, verwacht=None, door=bedrijf.door)
        profiel = stel_open(werkprofiel=profiel, door=bedrijf.door, opengesteld_op=w.vandaag - timedelta(days=12))
    with op_moment(w.nu - timedelta(days=10)):
        vraag_groeiers(werkprofiel=profiel, door=bedrijf.door)
    wensen = Groeiwens.objects.filter(werkprofiel=profiel).select_related("dossier__keten", "dossier__gemeente")
    anderen = list(wensen.exclude(dossier=inwoner).order_by("pk"))
    for wens in anderen[:1]:
        with op_moment(w.nu - timedelta(days=6)):
            wens = beantwoord_groeiwens(wens=wens, ja=True, door=door)
        with op_moment(w.nu - timedelta(days=5)):
            maak_voorbereiding(dossier=wens.dossier, werkprofiel=profiel, door=door)
    with op_moment(w.nu - timedelta(days=3)):
        for wens in [*anderen[1:], *wensen.filter(dossier=inwoner)]:
            herinner_aan_groeiwens(wens=wens, door=None)
