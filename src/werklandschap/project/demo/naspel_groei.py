"""Who can grow into a job: asked, a yes with a plan, and who did not answer yet."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Competentieregel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkgever.werkprofiel.actions import bevestig_eisen, maak_werkprofiel, stel_open
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel
from werklandschap.werkgever.werving.afwegen import maak_voorbereiding
from werklandschap.werkgever.werving.models import Groeiwens
from werklandschap.werkgever.werving.wensen import beantwoord_groeiwens, herinner_aan_groeiwens, vraag_groeiers

TITEL = "Medewerker in opleiding"
NODIG = 3
HOOGST = 5


def speel_groei(w: Werkgeverhanden, bedrijf: Bedrijf, inwoner: Dossier, door: Gebruiker) -> None:
    """A job for later at the demo company. The resident was asked and has not answered; the first other says yes."""
    # What few people know: then the list is short, and the resident is on it.
    rijen = list(inwoner.werkzoekende.competenties.select_related("competentie"))
    hoeveel = Counter(Competentieregel.objects.values_list("competentie_id", flat=True))
    # Somebody who knows all at the usual level still has one step to take.
    te_leren = sorted(
        (r for r in rijen if 0 < r.niveau < HOOGST),
        key=lambda r: (r.niveau >= NODIG, hoeveel[r.competentie_id], r.pk),
    )
    if len(te_leren) < 2:
        return
    leren = te_leren[0]
    nodig = max(NODIG, leren.niveau + 1)
    kennen = max((r for r in rijen if r != leren), key=lambda r: (r.niveau, -r.pk))
    with op_moment(w.nu - timedelta(days=12)):
        profiel = maak_werkprofiel(
            werkgever=bedrijf.werkgever,
            door=bedrijf.door,
            titel=TITEL,
            start=w.vandaag + timedelta(weeks=20),
            omschrijving="- Meewerken met een vaste collega\n- Het vak leren op de werkvloer",
        )
        hard = (Eisregel(leren.competentie, nodig, 9, True), Eisregel(kennen.competentie, kennen.niveau, 6, True))
        eisen = Eisen(hard if kennen.niveau >= NODIG else hard[:1])
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
