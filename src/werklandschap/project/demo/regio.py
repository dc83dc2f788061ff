"""Makes the demo region: everything in order, written in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from werklandschap.kern.dossiers.models import Kanaal, Toestemming
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie
from werklandschap.kern.plannen.models import Plan
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.project.demo.accounts import Organisaties, Ploeg, maak_organisaties, maak_postcodes
from werklandschap.project.demo.bedrijven import maak_bedrijven, open_profielen
from werklandschap.project.demo.gegevens import HULPVRAGEN
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.handen_werkgever import Bedrijf, Werkgeverhanden
from werklandschap.project.demo.mensen import Vak, geef_profiel, lees_vakken, maak_velden
from werklandschap.project.demo.naspel_bedrijven import Bedrijvenspel
from werklandschap.project.demo.naspel_dagelijks import speel_berichten, speel_cv, speel_papieren
from werklandschap.project.demo.naspel_groei import speel_groei
from werklandschap.project.demo.naspel_ips import speel_ips
from werklandschap.project.demo.naspel_leren import speel_leren
from werklandschap.project.demo.naspel_meedoen import speel_meedoen
from werklandschap.project.demo.naspel_mensen import Mens, Mensenspel
from werklandschap.project.demo.naspel_netwerk import Netwerkspel
from werklandschap.project.demo.naspel_speeddates import speel_speeddates
from werklandschap.project.demo.naspel_werk import Werkspel
from werklandschap.project.demo.ontmoetingen import AFLOOP, Ontmoeter
from werklandschap.project.demo.schrijver import zonder_opruimen
from werklandschap.project.demo.verhalen import Verteller, kies_begin, kies_stadium
from werklandschap.regelingen.bsn import maak_test_bsn

SEED = 20260201
DEMO_EMAIL = "klantmanager@voorbeeld.test"
CASELOAD = 62
BEKEND_BSN = 0.9
ZOEKT = {"maatschappelijk-fit", "orientatie", "werk-fit"}
WACHT_KORT = {"voorgeselecteerd", "gevraagd", "toegestemd", "voorgedragen"}


@dataclass(frozen=True)
class Maat:
    """How much to make: people and employers per municipality (code)."""

    mensen: dict[str, int] = field(default_factory=lambda: {"9001": 300, "9002": 100})
    werkgevers: dict[str, int] = field(default_factory=lambda: {"9001": 45, "9002": 15})


def bestaat() -> bool:
    """Is there a demo region in this database?"""
    return (
        Gebruiker.objects.filter(is_demo=True).exists() or Gemeente.objects.filter(code__in=("9001", "9002")).exists()
    )


def maak_demo_regio(
    *,
    vandaag: date | None = None,
    maat: Maat | None = None,
    seed: int = SEED,
    voortgang: Callable[[int], None] | None = None,
) -> int:
    """Make the region around `vandaag`, all or nothing. Returns the number of rows written."""
    w = Werkgeverhanden(seed, vandaag or timezone.localdate(), voortgang)
    hoeveel = maat or Maat()
    with transaction.atomic(), zonder_opruimen():
        organisaties = maak_organisaties(w)
        maak_postcodes("9001", "9002")
        streek = Streek(w, organisaties, lees_vakken())
        streek.maak(hoeveel)
        return w.schrijf(streek.speel)


class Streek:
    """The people and employers of the two municipalities."""

    def __init__(self, w: Werkgeverhanden, organisaties: Organisaties, vakken: dict[str, Vak]) -> None:
        self.w, self.org, self.vakken = w, organisaties, vakken
        self.keuze = list(vakken.values())
        self.verteller = Verteller(w, loketten(organisaties))
        self.nummer = 0
        self.bedrijven: dict[str, list[Bedrijf]] = {}
        self.mensen: dict[str, list[Mens]] = {}
        self.ontmoeters: dict[str, Ontmoeter] = {}

    def maak(self, maat: Maat) -> None:
        """Employers first, then people, then where they meet."""
        eerste = 0
        for ploeg in self.ploegen:
            code = ploeg.gemeente.code
            self.bedrijven[code] = maak_bedrijven(self.w, ploeg, self.vakken, maat.werkgevers.get(code, 0), eerste)
            eerste += maat.werkgevers.get(code, 0)
        self._koppel_bedrijf(self.bedrijven["9001"])
        for ploeg in self.ploegen:
            code = ploeg.gemeente.code
            self.mensen[code] = []
            self._maak_mensen(ploeg, maat.mensen.get(code, 0), self.bedrijven[code])

    @property
    def ploegen(self) -> tuple[Ploeg, Ploeg]:
        """Those of both municipalities, the shown one first."""
        return self.org.voorbeeld, self.org.buurdam

    def speel(self) -> None:
        """What the actions themselves tell, once the rows are there."""
        for ploeg in self.ploegen:
            code = ploeg.gemeente.code
            werk, mensen, bedrijven = Werkspel(self.w, ploeg), Mensenspel(self.w, ploeg), Bedrijvenspel(self.w, ploeg)
            for start in self.ontmoeters[code].starts:
                werk.speel(start)
            mensen.speel(self.mensen[code])
            bedrijven.speel(self.bedrijven[code])
            speel_leren(self.w, ploeg, self.mensen[code], [b.werkgever.naam for b in self.bedrijven[code]])
            if ploeg is self.org.voorbeeld:
                self._speel_accounts(mensen, bedrijven)
        for ploeg in self.ploegen:
            code = ploeg.gemeente.code
            rest = [
                m.persoon for m in self.mensen[code][1:] if m.persoon.dossier.status == "open" and m.stadium in ZOEKT
            ]
            speel_ips(self.w, ploeg, rest, self.bedrijven[code], self.org.partners["zorg"])
        eigen, hier = self.mensen["9001"], self.bedrijven["9001"]
        if eigen and hier:
            speel_groei(self.w, hier[0], eigen[0].persoon.dossier, self.org.voorbeeld.klantmanagers[0])

    def _speel_accounts(self, mensen: Mensenspel, bedrijven: Bedrijvenspel) -> None:
        """What the accounts on the login page find waiting."""
        eigen, hier = self.mensen["9001"], self.bedrijven["9001"]
        if eigen:
            mensen.inwoner(eigen[0])
            speel_papieren(self.w, eigen[0].persoon)
            speel_cv(self.w, eigen[0].persoon)
            speel_berichten(self.w, eigen[0].persoon)
        hoofd = self.org.voorbeeld.klantmanagers[0]
        met = [m.persoon for m in eigen[1:] if m.persoon.door == hoofd and m.stadium == "maatschappelijk-fit"]
        van_hoofd = [m for m in eigen[1:] if m.persoon.door == hoofd and m.persoon.dossier.status == "open"]
        mensen.liever_post(van_hoofd[:3])
        if met:
            mensen.partner(met[0], self.org.partners["wijkteam"])
        if eigen:
            speel_meedoen(self.w, eigen[0].persoon, met, self.org.partners["wijkteam"])
        if hier:
            bedrijven.nieuws()
            samen = [self.org.partners[soort] for soort in ("uwv", "wsp", "economische_zaken")]
            collega_s = [*self.org.voorbeeld.accountmanagers, *self.org.buurdam.accountmanagers]
            bedrijven.markt(hier, collega_s, samen)
            open_ = [m.persoon for m in eigen if m.persoon.dossier.status == "open"]
            netwerk = Netwerkspel(self.w, self.org.voorbeeld)
            netwerk.speel(hier, open_, self.org.partner, self.org.partners["economische_zaken"])
            speel_speeddates(self.w, hoofd, eigen, hier)

    def _koppel_bedrijf(self, bedrijven: list[Bedrijf]) -> None:
        """The employer account belongs to the first company."""
        if not bedrijven:
            return
        mens = bedrijven[0].mensen[0]
        mens.account, mens.naam, mens.email = self.org.werkgever, self.org.werkgever.naam, self.org.werkgever.email

    def _maak_mensen(self, ploeg: Ploeg, aantal: int, bedrijven: list[Bedrijf]) -> None:
        ontmoeter = Ontmoeter(self.w, open_profielen(bedrijven))
        self.ontmoeters[ploeg.gemeente.code] = ontmoeter
        hoofd = ploeg.klantmanagers[0]
        anderen = ploeg.klantmanagers[1:]
        for nr in range(aantal):
            caseload = min(CASELOAD, aantal // 3 + 1)
            door = hoofd if nr < caseload else self.w.rng.choice(anderen)
            if nr == 0 and ploeg is self.org.voorbeeld:
                self._inwoner(ploeg, door, ontmoeter)
            else:
                self._mens(ploeg, door, kies_stadium(self.w), ontmoeter)
        if ploeg is self.org.voorbeeld and bedrijven and aantal > 1:
            self._bij_het_demobedrijf(ploeg, hoofd, ontmoeter, bedrijven[0])

    def maak_persoon(self, ploeg: Ploeg, door: Gebruiker, begin: date, stadium: str) -> tuple[Persoon, Vak]:
        """A person with a dossier; whoever is past the first talks has a profile to match with."""
        w, vak = self.w, self.w.rng.choice(self.keuze)
        self.nummer += 1
        velden = maak_velden(w, ploeg.gemeente.code, self.nummer)
        bsn = maak_test_bsn(self.nummer) if w.kans(BEKEND_BSN) else ""
        kanaal = w.kies(Kanaal.BALIE, Kanaal.TELEFOON, Kanaal.FORMULIER, Kanaal.PARTNER)
        p = w.maak_dossier(
            gemeente=ploeg.gemeente,
            velden=velden,
            bsn=bsn,
            door=door,
            verantwoordelijke=door,
            hulpvraag=w.rng.choice(HULPVRAGEN),
            kanaal=kanaal.value,
            tijd=w.tijd(begin),
        )
        p.beroep = vak.beroep.code
        if stadium != "nieuw":
            geef_profiel(w, p.dossier.werkzoekende, vak, door, begin + timedelta(days=10))
        return p, vak

    def _mens(self, ploeg: Ploeg, door: Gebruiker, stadium: str, ontmoeter: Ontmoeter) -> Persoon:
        begin = self.w.werkdag(kies_begin(self.w, stadium))
        p, vak = self.maak_persoon(ploeg, door, min(begin, self.w.vandaag), stadium)
        self.mensen[ploeg.gemeente.code].append(Mens(p, vak, stadium))
        klaar = self.verteller.vertel(p, stadium)
        if stadium == "bemiddeling":
            self._bemiddel(p, vak, ontmoeter)
        elif stadium == "nazorg":
            self._plaats(p, vak, ontmoeter, klaar)
        return p

    def _bemiddel(self, p: Persoon, vak: Vak, ontmoeter: Ontmoeter) -> None:
        w = self.w
        for _keer in range(w.rng.choices((1, 2, 3), (3, 3, 1))[0]):
            profiel = ontmoeter.zoek_profiel(p, vak.beroep.sector)
            if profiel is None:
                return
            begin = max(p.dossier.gemeld_op, profiel.rij.aangemaakt_op + timedelta(hours=1))
            afloop = w.rng.choices(list(AFLOOP), list(AFLOOP.values()))[0]
            # Who waits for an answer does so for days, not weeks: then few tasks are late.
            dagen = w.tussen(1, 5) if afloop in WACHT_KORT else w.tussen(7, 22)
            start = max(begin, w.tijd(w.vandaag - timedelta(days=dagen)))
            ontmoeter.draag_voor(p, profiel, afloop, start)

    def _plaats(self, p: Persoon, vak: Vak, ontmoeter: Ontmoeter, klaar: date) -> None:
        w = self.w
        profiel = ontmoeter.zoek_profiel(p, vak.beroep.sector)
        if profiel is None:
            return
        vroegst = max(klaar, profiel.rij.aangemaakt_op.date()) + timedelta(days=40)
        dag = w.vandaag + timedelta(days=7) if vroegst > w.vandaag else vroegst
        if dag <= w.vandaag:
            dag = dag + timedelta(days=w.tussen(0, (w.vandaag - dag).days * 2 // 3))
        ontmoeter.neem_aan(p, profiel, w.werkdag(dag))

    def _inwoner(self, ploeg: Ploeg, door: Gebruiker, ontmoeter: Ontmoeter) -> None:
        """The dossier of the resident's account: an open consent question and a plan waiting for agreement."""
        w = self.w
        begin = w.werkdag(w.vandaag - timedelta(days=150))
        p, vak = self.maak_persoon(ploeg, door, begin, "werk-fit")
        self.mensen[ploeg.gemeente.code].append(Mens(p, vak, "werk-fit"))
        mens = p.dossier.werkzoekende
        mens.voornaam, mens.tussenvoegsel, mens.achternaam = "Sanne", "", "Voorbeeld"
        mens.zoeknaam, mens.email, mens.account = "sanne voorbeeld", self.org.inwoner.email, self.org.inwoner
        mens.versie += 1
        w.noteer(p.keten, "account.gekoppeld", p.door, w.tijd(begin + timedelta(days=3)))
        self.verteller.vertel(p, "werk-fit")
        plan = p.plan
        if plan is not None and plan.status == Plan.Status.AKKOORD:
            self._nieuw_plan(p, plan)
        profiel = ontmoeter.zoek_profiel(p, vak.beroep.sector)
        if profiel is not None:
            start = max(profiel.rij.aangemaakt_op + timedelta(hours=1), w.tijd(w.vandaag - timedelta(days=9)))
            ontmoeter.draag_voor(p, profiel, "gevraagd", start)
        else:
            w.vraag_toestemming(p, Toestemming.Soort.CONTACT, ploeg.gemeente.naam, w.nu - timedelta(days=1))

    def _nieuw_plan(self, p: Persoon, oud: Plan) -> None:
        """A second version, put before the person and not answered yet."""
        w = self.w
        tijd = w.tijd(w.vandaag - timedelta(days=4))
        oud.status = Plan.Status.VERVANGEN
        oud.versie += 1
        plan = w.rij(
            Plan(
                dossier=p.dossier,
                nummer=2,
                perspectief=oud.perspectief,
                evalueren_op=w.vandaag + timedelta(weeks=12),
                door=p.door,
                gemaakt_op=tijd,
            )
        )
        p.plan, p.doelen = plan, []
        w.noteer(p.keten, "plan.gemaakt", p.door, tijd, versie=2)
        doel = w.voeg_doel_toe(p, "Een dag in de week meelopen bij een bedrijf", tijd, "leren", "ritme", "werk-fit")
        voor = w.werkdag(w.vandaag + timedelta(days=14))
        w.voeg_stap_toe(p, doel, "Drie bedrijven kiezen", 1, tijd, "klant", voor, 7)
        w.voeg_stap_toe(p, doel, "Een bedrijf bellen", 2, tijd, "professional", voor)
        w.leg_plan_voor(p, tijd + timedelta(minutes=30))

    def _bij_het_demobedrijf(self, ploeg: Ploeg, door: Gebruiker, ontmoeter: Ontmoeter, bedrijf: Bedrijf) -> None:
        """The employer's account sees two candidates and somebody who works there already."""
        w = self.w
        profielen = [pr for pr in bedrijf.profielen if pr.rij.opengesteld_op is not None and pr in ontmoeter.profielen]
        if not profielen:
            return
        profiel = profielen[0]
        profiel.rij.max_voordrachten = None
        profiel.rij.posities = max(profiel.rij.posities, 3)
        for afloop in ("voorgedragen", "in_gesprek"):
            p = self._mens(ploeg, door, "werk-fit", ontmoeter)
            ontmoeter.draag_voor(p, profiel, afloop, w.tijd(w.vandaag - timedelta(days=10)))
        p, _vak = self.maak_persoon(ploeg, door, w.werkdag(w.vandaag - timedelta(days=420)), "nazorg")
        self.verteller.vertel(p, "nazorg")
        start = max(profiel.rij.aangemaakt_op.date() + timedelta(days=36), w.vandaag - timedelta(days=60))
        ontmoeter.neem_aan(p, profiel, w.werkdag(min(start, w.vandaag - timedelta(days=2))), blijft=True)


def loketten(org: Organisaties) -> dict[str, tuple[Partnerorganisatie, Gebruiker | None]]:
    """Partners by kind, with who answers for them. Only the neighbourhood team has a shown account."""
    uit: dict[str, tuple[Partnerorganisatie, Gebruiker | None]] = {}
    for soort, partner in org.partners.items():
        if soort == "wijkteam":
            uit[soort] = (partner, org.partner)
        elif soort in {"schuldhulp", "lokaal"}:
            uit[soort] = (
                partner,
                Gebruiker.objects.create(
                    email=partner.email,
                    naam=f"Loket {partner.naam}",
                    rol=Rol.PARTNER,
                    partnerorganisatie=partner,
                    password=make_password(None),
                ),
            )
    return uit
