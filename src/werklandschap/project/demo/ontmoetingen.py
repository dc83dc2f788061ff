"""Where person and employer meet: presented in every state, up to the employer's yes."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Profiel, Voorstel, Werkgeverhanden
from werklandschap.project.demo.naspel_werk import Start
from werklandschap.samen.bemiddeling.redenen import redenen

# How far a voordracht came, and how often.
AFLOOP = {
    "voorgeselecteerd": 2,
    "gevraagd": 3,
    "afgezien": 2,
    "toegestemd": 2,
    "voorgedragen": 4,
    "in_gesprek": 3,
    "aangenomen": 1,
    "afgewezen": 6,
}
NEE = ("ander_gekozen", "vaardigheid_mist", "uren_tijden", "reistijd", "ervaring_mist")
JA = ("leert_snel", "motivatie", "past_in_team", "praktijk_getoond")
WAT = "Uw naam, wat u kunt en wat u zoekt. Niets over uw gezondheid of uitkering."


class Ontmoeter:
    """Brings people and jobs together; keeps count so that no agreement on numbers is broken."""

    def __init__(self, w: Werkgeverhanden, profielen: list[Profiel]) -> None:
        self.w, self.profielen = w, profielen
        self.starts: list[Start] = []
        self.bezig: Counter[int] = Counter()
        self.bezet: Counter[int] = Counter()
        self.gedaan: set[tuple[int, int]] = set()

    def zoek_profiel(self, p: Persoon, sector: str) -> Profiel | None:
        """An open profile of the same occupation, else of the same sector, where there is room."""
        vrij = [
            pr
            for pr in self.profielen
            if (id(p), id(pr)) not in self.gedaan
            and pr.rij.status == Werkprofiel.Status.OPEN
            and self.bezig[id(pr)] < (pr.rij.max_voordrachten or 3)
            and self.bezet[id(pr)] < pr.rij.posities
        ]
        zelfde = [pr for pr in vrij if pr.rij.beroep is not None and pr.rij.beroep.code == p.beroep]
        buurt = zelfde or [pr for pr in vrij if pr.rij.sector == sector] or vrij
        return self.w.rng.choice(buurt) if buurt else None

    def draag_voor(self, p: Persoon, profiel: Profiel, afloop: str, begin: datetime) -> Voorstel:
        """One voordracht from being chosen up to `afloop`, a few days between the steps and never past now."""
        w = self.w
        self.gedaan.add((id(p), id(profiel)))
        tijd = begin
        nu_score = w.tussen(450, 880)
        v = w.voorselecteer(
            p, profiel, tijd, "Past bij wat de klant wil en kan.", nu_score, nu_score + w.tussen(0, 110)
        )
        if afloop == "voorgeselecteerd":
            return v
        tijd = self._verder(tijd)
        toestemming = w.vraag_kandidaat(v, WAT, tijd)
        if afloop == "gevraagd":
            return v
        tijd = self._verder(tijd)
        w.kandidaat_zegt(v, toestemming, afloop != "afgezien", tijd)
        if afloop in {"afgezien", "toegestemd"}:
            return v
        tijd = self._verder(tijd)
        w.draag_voor(v, w.rng.choice(woorden.INTRODUCTIES), tijd)
        self.bezig[id(profiel)] += 1
        w.begin_bij(profiel.bedrijf, "bemiddeling", tijd)
        if afloop == "voorgedragen":
            return v
        self._ontmoeting(v, afloop, tijd)
        return v

    def _verder(self, tijd: datetime) -> datetime:
        return min(self.w.nu, tijd + timedelta(days=self.w.tussen(1, 3), minutes=1))

    def _ontmoeting(self, v: Voorstel, afloop: str, tijd: datetime) -> None:
        w = self.w
        tijd = self._verder(tijd)
        straks = afloop == "in_gesprek" and w.kans(0.6)
        dag = w.werkdag(w.vandaag + timedelta(days=w.tussen(1, 9))) if straks else tijd.date() + timedelta(days=1)
        wanneer = datetime.combine(dag, time(w.tussen(9, 15)), tzinfo=timezone.get_current_timezone())
        soort = w.kies("verkennend", "sollicitatie", "meelopen")
        waar = v.profiel.bedrijf.vestigingen[0].plaats
        ontmoeting = w.plan_ontmoeting(v, soort, wanneer, waar, tijd)
        if straks or wanneer > w.nu:
            return
        tijd = max(self._verder(tijd), min(w.nu, wanneer))
        w.leg_ontmoeting_vast(v, ontmoeting, "stop" if afloop == "afgewezen" else "verder", tijd)
        if afloop == "in_gesprek":
            return
        tijd = self._verder(tijd)
        ja = afloop != "afgewezen"
        reden = w.rng.choice(JA if ja else NEE)
        w.besluit_werkgever(v, ja, reden, "" if ja else "Het paste dit keer niet. Wel een goed gesprek.", tijd)
        if not ja:
            self.bezig[id(v.profiel)] -= 1
        if not ja and w.kans(0.2):
            return
        w.koppel_terug(v, redenen()[reden].terugkoppeling, self._verder(tijd))

    def neem_aan(self, p: Persoon, profiel: Profiel, start: date, *, blijft: bool = False) -> Start:
        """Presented a month before `start` up to the employer's yes; the placement itself is played by the actions."""
        w = self.w
        v = self.draag_voor(p, profiel, "aangenomen", w.tijd(start - timedelta(days=w.tussen(30, 36))))
        w.eindig(p, "bemiddeling", start - timedelta(days=8), "doel_bereikt")
        uit = Start(v, start, blijft)
        self.starts.append(uit)
        if start <= w.vandaag:
            self.bezig[id(profiel)] -= 1
            self.bezet[id(profiel)] += 1
            # The colleague who knows the employer goes along on that side.
            tijd = w.tijd(start - timedelta(days=8))
            w.begin_bij(profiel.bedrijf, "plaatsing", tijd)
            w.eindig_bij(profiel.bedrijf, "plaatsing", w.tijd(start), "aan_het_werk")
            w.begin_bij(profiel.bedrijf, "nazorg", w.tijd(start))
        return uit
