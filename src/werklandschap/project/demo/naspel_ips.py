"""IPS in every stage: who just began, who speaks to employers, who learns at the place, and how true the work is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from werklandschap.kern.dossiers.models import Toestemming
from werklandschap.kern.dossiers.toestemming import beantwoord_toestemming, vraag_toestemming
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Bedrijf
from werklandschap.project.demo.klok import op_moment
from werklandschap.werkgever.kandidaat_fit.catalogi import ipsprincipes
from werklandschap.werkgever.kandidaat_fit.ips import meet_modeltrouw, start_ips, zet_stap


@dataclass(frozen=True)
class Verloop:
    """A track: days ago that it began, and the steps with how many days after the start they were."""

    wens: str
    dagen: int
    stappen: tuple[tuple[str, int, str], ...]


VERLOPEN = (
    Verloop(
        "Ik wil met mijn handen werken, het liefst buiten.",
        118,
        (
            ("zorg", 4, ""),
            ("contact", 17, ""),
            ("plek", 46, ""),
            ("leren", 60, "Leert hoe je een bestelling klaarzet. De begeleider werkt elke dinsdag mee."),
        ),
    ),
    Verloop("Ik wil terug naar de winkel. Daar ken ik mensen.", 41, (("zorg", 3, ""), ("contact", 22, ""))),
    Verloop("Rustig werk in de ochtend, met dieren als het kan.", 37, (("zorg", 9, ""),)),
    Verloop("Ik wil weer koken voor een groep.", 9, ()),
)
SCORES = (5, 5, 4, 3, 4, 2, 4, 3)
VERBETERPUNT = "De coach belt elke maandag twee werkgevers."


def speel_ips(
    w: Contacthanden, ploeg: Ploeg, personen: list[Persoon], bedrijven: list[Bedrijf], zorg: Partnerorganisatie
) -> None:
    """A track for each story, with people whose dossier is open long enough, and one measure of fidelity."""
    vrij = [p for p in personen if p.door in ploeg.klantmanagers]
    for nummer, verloop in enumerate(VERLOPEN):
        begin = w.vandaag - timedelta(days=verloop.dagen)
        persoon = next((p for p in vrij if p.dossier.gemeld_op.date() < begin), None)
        if persoon is None or not bedrijven:
            continue
        vrij.remove(persoon)
        _traject(w, persoon, verloop, bedrijven[nummer % len(bedrijven)], zorg)
    if ploeg.klantmanagers:
        with op_moment(w.nu - timedelta(days=21)):
            scores = dict(zip((p.code for p in ipsprincipes()), SCORES, strict=True))
            meet_modeltrouw(scores=scores, verbeterpunt=VERBETERPUNT, door=ploeg.klantmanagers[0])


def _traject(w: Contacthanden, p: Persoon, verloop: Verloop, bedrijf: Bedrijf, zorg: Partnerorganisatie) -> None:
    begin = w.vandaag - timedelta(days=verloop.dagen)
    with op_moment(w.tijd(begin)):
        vraag = vraag_toestemming(
            dossier=p.dossier,
            soort=Toestemming.Soort.DELEN_PARTNER,
            voor_wie=zorg.naam,
            wat="Overleg over werk en steun.",
            door=p.door,
        )
        beantwoord_toestemming(toestemming=vraag, antwoord=True, hoe="gesprek", door=p.door)
        traject = start_ips(dossier=p.dossier, zorgpartner=zorg, wens=verloop.wens, door=p.door)
    for stap, na, tekst in verloop.stappen:
        werkgever = bedrijf.werkgever if stap in {"contact", "plek"} else None
        with op_moment(w.tijd(begin + timedelta(days=na))):
            zet_stap(traject=traject, stap=stap, werkgever=werkgever, tekst=tekst, door=p.door)
