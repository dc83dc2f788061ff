"""How it went with somebody: visits in any order, repeated and in parallel, with what happened on each tile."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from werklandschap.kern.dossiers.catalogi import signaalsoorten, zrm_domeinen
from werklandschap.kern.dossiers.models import Overdracht, Toestemming
from werklandschap.kern.instrumenten.catalogus import standaardcatalogus
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import euro
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.werkzoekende.maatschappelijk_fit.models import Snellehulp
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact

# Stages, and which part of the caseload is there.
STADIA = {
    "nieuw": 8,
    "diagnostiek": 11,
    "maatschappelijk-fit": 17,
    "orientatie": 9,
    "werk-fit": 15,
    "opleiden": 9,
    "bemiddeling": 14,
    "nazorg": 11,
    "klaar": 6,
}
MIDDEN = ("maatschappelijk-fit", "orientatie", "werk-fit", "opleiden")
INSTRUMENTEN = {
    "maatschappelijk-fit": ("taalcursus", "schuldhulp", "vrijwilligerswerk", "digitale-vaardigheden", "meedoenplek"),
    "orientatie": ("interessetest", "beroepenverkenning", "netwerkgesprek", "werkervaringsplek"),
    "werk-fit": (
        "werknemersvaardigheden",
        "sollicitatietraining",
        "empowerment",
        "motivatiegesprek",
        "presentatietraining",
    ),
    "opleiden": ("vca", "heftruck", "praktijkverklaring", "leerwerktraject"),
}
BEELD = (
    "motivatie_werk",
    "perspectief_helder",
    "zelfvertrouwen",
    "ritme",
    "op_tijd_komen",
    "samenwerken",
    "taal_spreken",
    "digitaal",
    "netwerk_werk",
    "sollicitatievaardig",
    "energie",
    "vertrouwen_kunnen",
    "administratie",
    "belastbaarheid",
    "steun_omgeving",
    "presenteren",
)
LASTEN = ("last_vervoer", "last_kinderopvang", "last_schulden", "last_stress", "last_papieren", "last_mantelzorg")


def kies_stadium(w: Contacthanden) -> str:
    """A stage, as often as its share."""
    return w.rng.choices(list(STADIA), list(STADIA.values()))[0]


def kies_begin(w: Contacthanden, stadium: str) -> date:
    """The day of the request for help that fits a stage."""
    laag, hoog = {
        "nieuw": (0, 16),
        "diagnostiek": (18, 60),
        "klaar": (400, 730),
        "nazorg": (330, 730),
        "bemiddeling": (190, 730),
    }.get(stadium, (110, 700))
    return w.vandaag - timedelta(days=w.tussen(laag, hoog))


class Verteller:
    """Tells the story of one person with the hands of professionals."""

    def __init__(self, w: Contacthanden, partners: dict[str, tuple[Partnerorganisatie, Gebruiker | None]]) -> None:
        self.w, self.partners = w, partners

    def vertel(self, p: Persoon, stadium: str) -> date:
        """Everything up to presenting. Returns the day from which this person was ready for what comes next."""
        w = self.w
        begin = p.dossier.gemeld_op.date()
        taak = self.melding(p, begin)
        if stadium == "nieuw":
            return begin
        eerste = w.werkdag(begin + timedelta(days=w.tussen(4, 12)))
        w.sluit_taak(taak, w.tijd(min(eerste, w.vandaag)))
        w.eindig(p, "melding", min(eerste, w.vandaag), "naar_andere_tegel")
        if stadium == "diagnostiek":
            self.diagnostiek(p, min(eerste, w.vandaag), w.vandaag, klaar=False)
            return eerste
        na = w.werkdag(min(eerste + timedelta(days=w.tussen(25, 55)), w.vandaag - timedelta(days=25)))
        self.diagnostiek(p, eerste, na, klaar=True)
        if stadium in MIDDEN:
            laatste = max(na, w.vandaag - timedelta(days=w.tussen(8, 100)))
            self.midden(p, na, laatste, w.tussen(0, 2))
            self.tegel(p, stadium, laatste, None)
            self.bijpraten(p, laatste)
            if w.kans(0.25):
                self.tegel(p, w.rng.choice([s for s in MIDDEN if s not in p.bezoeken]), laatste, None)
            return laatste
        rest = {"bemiddeling": w.tussen(40, 80), "nazorg": w.tussen(140, 260), "klaar": w.tussen(150, 250)}[stadium]
        eind = max(na, w.vandaag - timedelta(days=rest))
        self.midden(p, na, eind, w.tussen(1, 3))
        if stadium == "bemiddeling":
            self.bijpraten(p, eind)
        if stadium == "bemiddeling" and w.kans(0.3):
            self.tegel(p, "werk-fit", eind, None)
        if stadium == "klaar":
            reden = w.kies("werk_zonder_uitkering", "opleiding", "meedoen_geregeld", "andere_gemeente", "geen_contact")
            self.sluit(p, reden, eind + timedelta(days=w.tussen(20, 90)))
        return eind

    def sluit(self, p: Persoon, reden: str, dag: date) -> None:
        """Close; what still waited is finished first, as the action asks."""
        for taak in self._open_taken(p):
            self.w.rond_taak_af(taak, p.door, max(taak.gemaakt_op, self.w.tijd(dag) - timedelta(days=1)))
        self.w.sluit_dossier(p, reden, dag + timedelta(days=1))

    def _open_taken(self, p: Persoon) -> list[Taak]:
        rijen: list[Taak] = self.w.wachtend(Taak)
        return [t for t in rijen if t.keten is p.keten and t.status == Taak.Status.OPEN]

    def midden(self, p: Persoon, van: date, tot: date, aantal: int) -> None:
        """Some tiles between two days: one after the other or in parallel, sometimes the same one again."""
        w = self.w
        ruimte = (tot - van).days
        for _keer in range(aantal if ruimte > 40 else 0):
            slug = w.rng.choice(MIDDEN)
            begin = van + timedelta(days=w.tussen(0, max(0, ruimte - 35)))
            eind = min(tot, begin + timedelta(days=w.tussen(28, 130)))
            if slug not in p.bezoeken and not self._bezet(p, slug, begin, eind):
                self.tegel(p, slug, begin, eind)

    def _bezet(self, p: Persoon, slug: str, van: date, tot: date) -> bool:
        """Is there a visit to this tile in the period already?"""
        from werklandschap.kern.tijdlijn.models import Tegelbezoek

        rijen: list[Tegelbezoek] = self.w.wachtend(Tegelbezoek)
        return any(
            b.keten is p.keten and b.tegel == slug and b.van <= tot and (b.tot is None or b.tot >= van)
            for b in rijen[-40:]
        )

    def melding(self, p: Persoon, dag: date) -> Taak:
        """The request: group, signals and the task for a first talk."""
        w = self.w
        tijd = p.dossier.gemeld_op
        p.bezoeken["melding"] = w.start_bezoek(p.keten, "werkzoekenden", "melding", p.door, tijd)
        groep = w.rng.choices(("participatiewet", "nug", "wajong", "ww", "ioaw"), (12, 3, 1, 1, 1))[0]
        w.zet_doelgroep(p, groep, dag, tijd)
        if w.kans(0.25):
            w.zet_doelgroep(p, w.kies("banenafspraak", "jongere_27", "loonkostensubsidie", "inburgering"), dag, tijd)
        for soort in w.rng.sample(list(signaalsoorten()), w.rng.choices((0, 1, 2), (5, 3, 1))[0]):
            klaar = w.tijd(dag + timedelta(days=w.tussen(2, 20)))
            oud = klaar.date() < w.vandaag and (dag < w.vandaag - timedelta(days=40) or w.kans(0.8))
            w.meld_signaal(p, soort.code, tijd, klaar if oud else None)
        if groep == "participatiewet" and w.kans(0.6):
            p.dossier.inkomensaanvraag = f"PW-{w.tussen(10000, 99999)}"
            p.dossier.inkomensaanvraag_op = dag
            p.dossier.versie += 1
            w.noteer(p.keten, "inkomen.gekoppeld", p.door, tijd, nummer=p.dossier.inkomensaanvraag, status="")
        return w.eerste_gesprek_taak(p, tijd)

    def diagnostiek(self, p: Persoon, van: date, tot: date, *, klaar: bool) -> None:
        """One to three conversations, the picture from both sides, the matrix, and a plan."""
        w = self.w
        w.begin(p, "diagnostiek", van)
        duur = max(1, (tot - van).days)
        soorten = ("kennismaking", "verdieping", "plan")[: w.tussen(1, 3)] if klaar else ("kennismaking",)
        for nummer, soort in enumerate(soorten):
            dag = w.werkdag(van + timedelta(days=nummer * duur // max(1, len(soorten))))
            self.gesprek(p, soort, min(dag, tot))
        self.beeld(p, van, eerste=True)
        self.zrm(p, van + timedelta(days=min(duur, 6)))
        if not klaar:
            if w.kans(0.6):
                w.plan_gesprek(
                    p, "verdieping", "Verder praten", w.werkdag(w.vandaag + timedelta(days=w.tussen(0, 9))), w.nu
                )
            return
        self.plan(p, tot)
        w.eindig(p, "diagnostiek", tot, w.kies("stap_gezet", "naar_andere_tegel"))
        if len(soorten) == 3:
            p.dossier.hulpvraag_verhelderd = w.rng.choice(woorden.PERSPECTIEVEN)
            p.dossier.versie += 1
            w.noteer(p.keten, "hulpvraag.gewijzigd", p.door, w.tijd(tot), hulpvraag=p.dossier.hulpvraag_verhelderd)

    def gesprek(self, p: Persoon, soort: str, dag: date) -> None:
        """A conversation that was planned a week before and took place."""
        w = self.w
        gepland = max(p.dossier.gemeld_op, w.tijd(dag - timedelta(days=7)))
        gesprek, taak = w.plan_gesprek(p, soort, w.kies("Kennismaken", "Wat wilt u?", "Hoe gaat het nu?"), dag, gepland)
        tijd = max(w.tijd(dag), gepland + timedelta(minutes=5))
        w.leg_gesprek_vast(p, gesprek, taak, tijd, w.rng.choice(woorden.GESPREKSVERSLAGEN))

    def bijpraten(self, p: Persoon, sinds: date) -> None:
        """Most people were seen in the last weeks."""
        w = self.w
        if w.kans(0.85):
            dag = max(sinds, w.vandaag - timedelta(days=w.tussen(3, 50)))
            self.gesprek(p, "verdieping", dag - timedelta(days=max(0, dag.weekday() - 4)))

    def beeld(self, p: Persoon, dag: date, *, eerste: bool) -> None:
        """Statements of the professional, the person, and sometimes an employer; a few obstacles with urgency."""
        w = self.w
        for aspect in w.rng.sample(BEELD, w.tussen(5, 9) if eerste else w.tussen(2, 4)):
            tijd = w.tijd(min(w.vandaag, dag + timedelta(days=w.tussen(0, 5))))
            nu = p.waarde(aspect)
            waarde = w.tussen(1, 4) if nu is None else max(1, min(5, nu + w.kies(-1, 0, 1, 1)))
            w.leg_waarneming_vast(p, aspect, waarde, "professional", tijd)
            if w.kans(0.5):
                eigen = max(1, min(5, waarde + w.kies(-2, -1, 0, 0, 1)))
                w.leg_waarneming_vast(p, aspect, eigen, "klant", tijd + timedelta(minutes=2))
        if eerste:
            for aspect in w.rng.sample(LASTEN, w.tussen(1, 2)):
                last = w.tussen(1, 5)
                urgentie = None if last < 3 else w.kies(0, 1, 1, 2, 3) if last == 5 else w.kies(0, 1)
                w.leg_waarneming_vast(p, aspect, last, "professional", w.tijd(dag), urgentie)

    def zrm(self, p: Persoon, dag: date) -> None:
        """The matrix; the second time most domains stay or go up a step."""
        w = self.w
        waarden = {}
        for domein in zrm_domeinen():
            nu = p.waarde(domein.aspect)
            if not isinstance(nu, int):
                waarden[domein.aspect] = (
                    w.rng.choices((1, 2, 3, 4, 5), (1, 3, 6, 6, 4))[0] if w.kans(0.95) else "niet_besproken"
                )
            else:
                waarden[domein.aspect] = max(1, min(5, nu + w.rng.choices((-1, 0, 1), (1, 6, 4))[0]))
        dag = min(dag, w.vandaag)
        w.leg_meting_vast(
            p, "zrm", "Zelfredzaamheid-Matrix", waarden, w.tijd(dag), herzien_op=dag + timedelta(weeks=26)
        )

    def plan(self, p: Persoon, dag: date) -> None:
        """A plan with two or three small goals; most are agreed, part of the steps are done."""
        w = self.w
        tijd = w.tijd(dag)
        w.maak_plan(p, w.rng.choice(woorden.PERSPECTIEVEN), tijd, evalueren_op=dag + timedelta(weeks=12))
        for tekst, soort, aspect, tegel, stappen in w.rng.sample(woorden.DOELEN, w.tussen(2, 3)):
            doel = w.voeg_doel_toe(p, tekst, tijd, soort, aspect, tegel)
            gedaan = 0
            for nummer, (stap, wie) in enumerate(stappen, 1):
                voor = w.werkdag(dag + timedelta(days=21 * nummer))
                rij, taak = w.voeg_stap_toe(p, doel, stap, nummer, tijd, wie, voor, w.tussen(4, 9))
                lang = voor < w.vandaag - timedelta(days=25)
                if voor < w.vandaag - timedelta(days=5) and (w.kans(0.8) or (lang and taak is not None)):
                    moment = max(tijd, w.tijd(voor - timedelta(days=w.tussen(0, 5))))
                    w.rond_stap_af(p, rij, taak, moment, w.rng.choice(woorden.RESULTATEN))
                    gedaan += 1
            if gedaan == len(stappen):
                w.rond_doel_af(p, doel, w.tijd(min(w.vandaag, voor + timedelta(days=7))))
        w.leg_plan_voor(p, tijd + timedelta(minutes=30))
        if w.kans(0.85):
            w.geef_akkoord(p, max(tijd + timedelta(hours=1), w.tijd(min(w.vandaag, dag + timedelta(days=3)))))

    def tegel(self, p: Persoon, slug: str, van: date, tot: date | None) -> None:
        """A visit to one of the four tiles in the middle; None: it still runs."""
        w = self.w
        w.begin(p, slug, van, w.rng.choice(woorden.REDENEN_BEZOEK))
        eind = tot or w.vandaag
        self.inzet(p, w.rng.choice(INSTRUMENTEN[slug]), van, eind)
        {
            "maatschappelijk-fit": self.maatschappelijk_fit,
            "orientatie": self.orientatie,
            "werk-fit": self.werk_fit,
            "opleiden": self.opleiden,
        }[slug](p, van, eind)
        self.beeld(p, eind - timedelta(days=min(6, (eind - van).days)), eerste=False)
        if tot is not None:
            w.eindig(
                p,
                slug,
                tot,
                w.kies("doel_bereikt", "stap_gezet", "stap_gezet", "geen_verandering", "naar_andere_tegel"),
            )

    def inzet(self, p: Persoon, code: str, van: date, tot: date) -> None:
        """Deploy an instrument; looked back on when its time has come, and then most aspects move."""
        w = self.w
        wat = standaardcatalogus()[code]
        tijd = w.tijd(van + timedelta(days=min(3, (tot - van).days)))
        inzet, taak = w.zet_in(p, code, f"Samen werken aan: {aspecten()[wat.aspectcodes[0]].naam.lower()}", tijd)
        # The later of the planned day and the end of the visit; a few wait too long.
        if inzet.evalueren_op > w.vandaag or (inzet.evalueren_op > w.vandaag - timedelta(days=30) and w.kans(0.12)):
            return
        wanneer = max(tijd + timedelta(minutes=5), w.tijd(inzet.evalueren_op))
        effect = {}
        for beoogd in wat.aspecten:
            was = p.waarde(beoogd.code)
            if isinstance(was, int) and aspecten()[beoogd.code].soort == "schaal5":
                stap = w.rng.choices((-1, 0, 1, 2), (1, 4, 6, 1))[0]
                effect[beoogd.code] = max(1, min(5, was + (stap if beoogd.richting == "op" else -stap)))
        w.evalueer(p, inzet, taak, wanneer, effect, w.tussen(2, 5), w.rng.choice(woorden.EVALUATIES))

    def maatschappelijk_fit(self, p: Persoon, van: date, tot: date) -> None:
        """The matrix again, quick help, and often a partner."""
        w = self.w
        self.zrm(p, tot - timedelta(days=min(10, (tot - van).days)))
        if w.kans(0.5):
            self.snelle_hulp(p, van + timedelta(days=min(5, (tot - van).days)))
        if tot == w.vandaag and w.kans(0.1):
            # Offered a few days ago and not answered yet; now and then the answer is late.
            self.overdracht(p, max(van, w.werkdag(w.vandaag - timedelta(days=w.tussen(2, 8)))), wacht=True)
        elif w.kans(0.6):
            self.overdracht(p, van + timedelta(days=min(w.tussen(0, 20), (tot - van).days)))

    def snelle_hulp(self, p: Persoon, dag: date) -> None:
        """A practical obstacle solved quickly."""
        w = self.w
        wat, waarom, bedrag = w.rng.choice(woorden.SNELLE_HULP)
        tijd = w.tijd(dag)
        rij = w.rij(
            Snellehulp(
                dossier=p.dossier,
                wat=wat,
                waarom=waarom,
                bedrag=Decimal(bedrag),
                gevraagd_door=p.door,
                gevraagd_op=tijd,
            )
        )
        w.noteer(p.keten, "hulp.gevraagd", p.door, tijd, wat=wat, bedrag=euro(rij.bedrag))
        if dag > w.vandaag - timedelta(days=7):
            return
        rij.status, rij.besloten_door, rij.besloten_op = Snellehulp.Status.GEREGELD, p.door, tijd + timedelta(days=1)
        rij.geregeld_op = dag + timedelta(days=w.tussen(2, 6))
        rij.versie += 2
        w.noteer(p.keten, "hulp.akkoord", p.door, rij.besloten_op, wat=wat, bedrag=euro(rij.bedrag), besluit="")
        w.noteer(p.keten, "hulp.geregeld", p.door, max(rij.besloten_op, w.tijd(rij.geregeld_op)), wat=wat)

    def overdracht(self, p: Persoon, dag: date, *, wacht: bool = False) -> None:
        """A warm handover to a partner in one of its states; with consent to share."""
        w = self.w
        # What the neighbourhood team still has to answer is told with its account.
        keuze = [rij for rij in woorden.OVERDRACHTEN if not (wacht and rij[2] == "wijkteam")]
        onderwerp, tekst, soort = w.rng.choice(keuze)
        partner, persoon = self.partners[soort]
        tijd = w.tijd(dag)
        toestemming = w.vraag_toestemming(p, Toestemming.Soort.DELEN_PARTNER, partner.naam, tijd, wat=tekst)
        w.beantwoord_toestemming(p, toestemming, True, tijd + timedelta(minutes=1))
        rij, taak = w.bied_overdracht_aan(
            p, partner, onderwerp, tekst, tijd + timedelta(minutes=2), wie_belt=partner.naam
        )
        if wacht:
            return
        klaar = tijd + timedelta(days=w.tussen(1, 6))
        if klaar >= w.nu or persoon is None:
            if klaar < w.nu:
                w.sluit_overdracht(p, rij, taak, Overdracht.Status.INGETROKKEN, p.door, klaar)
            return
        keus = w.rng.choices(("geaccepteerd", "geweigerd", "ingetrokken"), (7, 2, 1))[0]
        door = p.door if keus == "ingetrokken" else persoon
        antwoord = "Wij zitten vol tot volgende maand." if keus == "geweigerd" else ""
        w.sluit_overdracht(p, rij, taak, Overdracht.Status(keus), door, klaar, antwoord)

    def orientatie(self, p: Persoon, van: date, tot: date) -> None:
        """A talk about the outcome of the test."""
        if self.w.kans(0.6):
            self.gesprek(p, "uitslag", self.w.werkdag(min(tot, van + timedelta(days=14))))

    def werk_fit(self, p: Persoon, van: date, tot: date) -> None:
        """The own network."""
        w = self.w
        if w.kans(0.4):
            naam, waarvan, nabij, hulp, waarmee = w.rng.choice(woorden.NETWERK)
            w.rij(
                Netwerkcontact(
                    dossier=p.dossier, naam=naam, waarvan=waarvan, nabij=nabij, hulp=hulp, kan_helpen_met=waarmee
                )
            )
            w.noteer(p.keten, "netwerk.toegevoegd", p.door, w.tijd(van), waarmee=waarmee)

    def opleiden(self, p: Persoon, van: date, tot: date) -> None:
        """A talk about how learning goes."""
        if self.w.kans(0.4):
            self.gesprek(p, "verdieping", self.w.werkdag(min(tot, van + timedelta(days=20))))
