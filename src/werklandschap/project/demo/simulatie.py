"""Any number of invented people in a municipality of their own, written in chunks so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from werklandschap.kern.dossiers.models import Kanaal, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente, Regio, Team
from werklandschap.kern.profielen.models import Competentieregel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.project.demo.accounts import Ploeg, maak_postcodes
from werklandschap.project.demo.bedrijven import maak_bedrijven
from werklandschap.project.demo.gegevens import HULPVRAGEN
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Werkgeverhanden
from werklandschap.project.demo.mensen import Vak, geef_kandidaatgegevens, geef_papieren, lees_vakken, maak_velden
from werklandschap.project.demo.schrijver import zonder_opruimen
from werklandschap.regelingen.bsn import maak_test_bsn

CODE = "9009"
NAAM = "Simulatie"
PER_DEEL = 1000
MENSEN_PER_WERKGEVER = 250
MENSEN_PER_KLANTMANAGER, MEEST_KLANTMANAGERS = 100, 200
GEZIEN = ("motivatie_werk", "zelfvertrouwen", "samenwerken")
TEGELS = ("diagnostiek", "maatschappelijk-fit", "orientatie", "werk-fit", "opleiden")


def simuleer(
    *, inwoners: int, seed: int, vandaag: date | None = None, voortgang: Callable[[int], None] | None = None
) -> int:
    """Add so many people to the municipality "Simulatie", with an employer per 250. Returns the number of people.

    The same seed on the same day gives the same people; in a database that has some already, numbering goes on.
    """
    ploeg = _ploeg(max(10, min(MEEST_KLANTMANAGERS, inwoners // MENSEN_PER_KLANTMANAGER)))
    maak_postcodes(CODE)
    vakken = lees_vakken()
    dag = vandaag or timezone.localdate()
    eerste = Werkzoekende.objects.filter(gemeente=ploeg.gemeente).count()
    w = Werkgeverhanden(seed, dag)
    werkgevers = Werkgever.objects.filter(gemeente=ploeg.gemeente).count()
    maak_bedrijven(w, ploeg, vakken, max(1, inwoners // MENSEN_PER_WERKGEVER), werkgevers)
    w.schrijf()
    keuze = list(vakken.values())
    for begin in range(0, inwoners, PER_DEEL):
        deel = Werkgeverhanden(seed * 1_000_003 + begin, dag)
        aantal = min(PER_DEEL, inwoners - begin)
        with zonder_opruimen():
            for nr in range(aantal):
                _maak_mens(deel, ploeg, deel.rng.choice(keuze), eerste + begin + nr)
            deel.schrijf()
        if voortgang is not None:
            voortgang(aantal)
    return inwoners


def _ploeg(klantmanagers: int) -> Ploeg:
    """The municipality and its colleagues; nobody signs in with them."""
    regio, _nieuw = Regio.objects.get_or_create(naam="Regio Simulatie")
    gemeente, _nieuw = Gemeente.objects.get_or_create(code=CODE, defaults={"naam": NAAM, "regio": regio})
    team, _nieuw = Team.objects.get_or_create(gemeente=gemeente, naam="Simulatie")
    ploeg = Ploeg(gemeente)
    for rol, aantal in ((Rol.KLANTMANAGER, klantmanagers), (Rol.ACCOUNTMANAGER, 3)):
        for nummer in range(aantal):
            collega, _nieuw = Gebruiker.objects.get_or_create(
                email=f"{rol}{nummer}@simulatie.test",
                defaults={
                    "naam": f"{rol.label} {nummer + 1}",
                    "rol": rol,
                    "gemeente": gemeente,
                    "team": team,
                    "password": make_password(None),
                },
            )
            ploeg.collega_s.append(collega)
    return ploeg


def _maak_mens(w: Werkgeverhanden, ploeg: Ploeg, vak: Vak, nummer: int) -> None:
    """A person with a dossier, a few visits, conversations and what matching needs: less than in the demo region."""
    door = w.rng.choice(ploeg.klantmanagers)
    begin = w.werkdag(w.vandaag - timedelta(days=w.tussen(3, 700)))
    tijd = w.tijd(min(begin, w.vandaag))
    p = w.maak_dossier(
        gemeente=ploeg.gemeente,
        velden=maak_velden(w, CODE, nummer),
        bsn=maak_test_bsn(nummer) if w.kans(0.9) else "",
        door=door,
        verantwoordelijke=door if w.kans(0.97) else None,
        hulpvraag=w.rng.choice(HULPVRAGEN),
        kanaal=Kanaal.BALIE.value,
        tijd=tijd,
    )
    p.bezoeken["melding"] = w.start_bezoek(p.keten, "werkzoekenden", "melding", door, tijd)
    w.zet_doelgroep(p, "participatiewet", timezone.localdate(tijd), tijd)
    eerste = begin + timedelta(days=10)
    if eerste < w.vandaag:
        w.eindig(p, "melding", eerste, "naar_andere_tegel")
        w.begin(p, w.rng.choice(TEGELS), eerste)
    _spreek(w, p, begin)
    mens = p.dossier.werkzoekende
    for competentie, niveau in vak.competenties[:5]:
        eigen = max(0, min(5, niveau + w.kies(-2, -1, 0, 0, 1)))
        w.rij(Competentieregel(werkzoekende=mens, competentie=competentie, niveau=eigen, bijgewerkt_op=tijd))
    geef_papieren(w, mens, vak, begin)
    geef_kandidaatgegevens(w, mens, vak)


def _spreek(w: Werkgeverhanden, p: Persoon, begin: date) -> None:
    """The first conversation and what was seen in it, for most a later one, and for some a task that is open now."""
    eerste = w.werkdag(begin + timedelta(days=w.tussen(3, 25)))
    later = w.werkdag(w.vandaag - timedelta(days=w.tussen(1, 240)))
    for soort, dag, kans in (("kennismaking", eerste, 0.9), ("verdieping", later, 0.7)):
        if begin <= dag < w.vandaag and w.kans(kans):
            gesprek, taak = w.plan_gesprek(p, soort, "Hoe gaat het?", dag, w.tijd(min(begin, dag)))
            w.leg_gesprek_vast(p, gesprek, taak, w.tijd(dag), "Besproken wat er speelt en wat de volgende stap is.")
            for aspect in GEZIEN:
                w.leg_waarneming_vast(p, aspect, w.tussen(1, 5), "professional", w.tijd(dag))
    if w.kans(0.3):
        w.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.door,
            titel="Bel over het vervolg",
            voor_op=w.vandaag + timedelta(days=w.tussen(-14, 45)),
            door=p.door,
            tijd=w.tijd(w.vandaag - timedelta(days=15)),
            keten=p.keten,
        )
