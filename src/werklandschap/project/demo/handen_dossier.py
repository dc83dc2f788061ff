"""Hands of a dossier: person, visits, picture, plan, instruments, conversations. Each mirrors the action it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.dossiers import catalogi
from werklandschap.kern.dossiers.gegevens import bsn_zoekwaarde, maak_zoeknaam
from werklandschap.kern.dossiers.models import (
    Doelgroepperiode,
    Dossier,
    Kanaal,
    Overdracht,
    Toestemming,
    Werkzoekende,
)
from werklandschap.kern.instrumenten.catalogus import Instrument, standaardcatalogus
from werklandschap.kern.instrumenten.models import Evaluatie, Inzet
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, aspecten
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import tegel as zoek_tegel
from werklandschap.ontwerp.opmaak import datum, datum_tijd
from werklandschap.project.demo.schrijver import Schrijver
from werklandschap.werkzoekende.diagnostiek.models import Gesprek
from werklandschap.werkzoekende.melding.models import Signaal

WERKZOEKENDEN = "werkzoekenden"


@dataclass
class Persoon:
    """A dossier while its story is told: what stands in the picture now, and which visits run."""

    dossier: Dossier
    door: Gebruiker
    beeld: dict[tuple[str, str], Waarneming] = field(default_factory=dict)
    bezoeken: dict[str, Tegelbezoek] = field(default_factory=dict)
    doelgroepen: dict[str, Doelgroepperiode] = field(default_factory=dict)
    plan: Plan | None = None
    doelen: list[Doel] = field(default_factory=list)
    beroep: str = ""

    @property
    def keten(self) -> Keten:
        """The time line."""
        return self.dossier.keten

    def waarde(self, aspect: str, bron: str = "professional") -> Any:
        """The newest value of an aspect by a source; None when nobody said anything."""
        rij = self.beeld.get((aspect, bron))
        return None if rij is None else rij.waarde


class Dossierhanden(Schrijver):
    """What professionals do in a dossier."""

    def maak_dossier(
        self,
        *,
        gemeente: Gemeente,
        velden: Mapping[str, Any],
        bsn: str,
        door: Gebruiker,
        verantwoordelijke: Gebruiker | None,
        hulpvraag: str,
        kanaal: str,
        tijd: datetime,
    ) -> Persoon:
        """As `kern.dossiers.actions.maak_dossier`."""
        werkzoekende = self.rij(
            Werkzoekende(
                id=self.uuid(),
                gemeente=gemeente,
                zoeknaam=maak_zoeknaam(velden.get("voornaam", ""), velden.get("achternaam", "")),
                bsn=bsn or None,
                bsn_zoekwaarde=bsn_zoekwaarde(gemeente, bsn),
                aangemaakt_op=tijd,
                **velden,
            )
        )
        keten = self.keten(Keten.Soort.DOSSIER)
        dossier = self.rij(
            Dossier(
                gemeente=gemeente,
                werkzoekende=werkzoekende,
                keten=keten,
                hulpvraag=hulpvraag,
                kanaal=kanaal,
                gemeld_op=tijd,
                verantwoordelijke=verantwoordelijke,
            )
        )
        self.noteer(keten, "dossier.gemaakt", door, tijd, kanaal=str(Kanaal(kanaal).label), hulpvraag=dossier.hulpvraag)
        return Persoon(dossier, verantwoordelijke or door)

    def start_bezoek(
        self, keten: Keten, kant: str, slug: str, door: Gebruiker | None, tijd: datetime, reden: str = ""
    ) -> Tegelbezoek:
        """As `kern.tijdlijn.actions.start_bezoek`, for a tile without a running visit."""
        dag = timezone.localdate(tijd)
        bezoek = self.rij(Tegelbezoek(keten=keten, kant=kant, tegel=slug, van=dag, reden=reden[:300], door=door))
        naam = zoek_tegel(kant, slug).naam
        self.noteer(keten, "bezoek.gestart", door, tijd, tegel=naam, slug=slug, reden=reden)
        return bezoek

    def beeindig_bezoek(
        self, bezoek: Tegelbezoek, door: Gebruiker, tijd: datetime, uitkomst: str, toelichting: str = ""
    ) -> None:
        """As `kern.tijdlijn.actions.beeindig_bezoek`."""
        bezoek.tot, bezoek.uitkomst = max(timezone.localdate(tijd), bezoek.van), uitkomst
        bezoek.toelichting = toelichting[:300]
        naam = zoek_tegel(bezoek.kant, bezoek.tegel).naam
        self.noteer(
            bezoek.keten,
            "bezoek.beeindigd",
            door,
            tijd,
            tegel=naam,
            slug=bezoek.tegel,
            uitkomst=uitkomst,
            toelichting=toelichting,
        )

    def begin(self, p: Persoon, slug: str, dag: date, reden: str = "") -> None:
        """Start on a tile of the person's side, unless they are there already."""
        if slug not in p.bezoeken:
            p.bezoeken[slug] = self.start_bezoek(p.keten, WERKZOEKENDEN, slug, p.door, self.tijd(dag), reden)

    def eindig(self, p: Persoon, slug: str, dag: date, uitkomst: str, toelichting: str = "") -> None:
        """End the running visit to a tile, if there is one."""
        bezoek = p.bezoeken.pop(slug, None)
        if bezoek is not None:
            self.beeindig_bezoek(bezoek, p.door, self.tijd(max(dag, bezoek.van)), uitkomst, toelichting)

    def maak_taak(
        self,
        *,
        gemeente: Gemeente,
        eigenaar: Gebruiker | None,
        titel: str,
        voor_op: date,
        door: Gebruiker | None,
        tijd: datetime,
        keten: Keten | None = None,
        toelichting: str = "",
        tegel: tuple[str, str] = ("", ""),
    ) -> Taak:
        """As `kern.taken.actions.maak_taak`; the cause is set with `taakbron`."""
        taak = self.rij(
            Taak(
                gemeente=gemeente,
                eigenaar=eigenaar,
                keten=keten,
                titel=titel[:200],
                toelichting=toelichting,
                voor_op=voor_op,
                kant=tegel[0],
                tegel=tegel[1],
                gemaakt_door=door,
                gemaakt_op=tijd,
            )
        )
        if keten is not None:
            self.noteer(keten, "taak.gemaakt", door, tijd, titel=titel, wie=eigenaar.naam if eigenaar else "")
        return taak

    def sluit_taak(self, taak: Taak, tijd: datetime) -> None:
        """As `kern.taken.actions.sluit_taken_van`: the cause is gone."""
        taak.status, taak.afgerond_op = Taak.Status.KLAAR, tijd
        taak.versie += 1

    def rond_taak_af(self, taak: Taak, door: Gebruiker, tijd: datetime) -> None:
        """As `kern.taken.actions.rond_taak_af`."""
        self.sluit_taak(taak, tijd)
        if taak.keten is not None:
            self.noteer(taak.keten, "taak.klaar", door, tijd, titel=taak.titel)

    def eerste_gesprek_taak(self, p: Persoon, tijd: datetime) -> Taak:
        """As `werkzoekende.melding.actions.meld` asks it."""
        dagen = instelling(p.dossier.gemeente, "eerste_gesprek_dagen")
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.dossier.verantwoordelijke,
            keten=p.keten,
            titel="Plan het eerste gesprek",
            voor_op=timezone.localdate(tijd) + timedelta(days=dagen),
            door=p.door,
            tijd=tijd,
            tegel=(WERKZOEKENDEN, "diagnostiek"),
        )
        self.taakbron(taak, lambda: f"melding:eerste_gesprek:{p.dossier.pk}")
        return taak

    def meld_signaal(self, p: Persoon, code: str, tijd: datetime, afgehandeld: datetime | None = None) -> Signaal:
        """As `werkzoekende.melding.actions.meld_signaal`, and `handel_signaal_af`."""
        from werklandschap.werkzoekende.melding.rules import RECHT_PER_SIGNAAL

        soort = vind(catalogi.signaalsoorten(), code)
        if soort is None:
            raise KeyError(code)
        dag = timezone.localdate(tijd)
        signaal = self.rij(Signaal(dossier=p.dossier, code=code, gezien_op=dag, gezien_door=p.door))
        self.noteer(p.keten, "signaal.gemeld", p.door, tijd, tekst=soort.neutrale_tekst)
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.dossier.verantwoordelijke or p.door,
            keten=p.keten,
            titel=soort.neutrale_tekst if code in RECHT_PER_SIGNAAL else soort.actie,
            voor_op=dag + timedelta(days=soort.termijn_dagen),
            door=p.door,
            tijd=tijd,
            tegel=(WERKZOEKENDEN, "melding"),
        )
        self.taakbron(taak, lambda: f"melding:signaal:{signaal.pk}")
        if afgehandeld is not None:
            signaal.afgehandeld_op = timezone.localdate(afgehandeld)
            self.noteer(p.keten, "signaal.afgehandeld", p.door, afgehandeld, tekst=soort.neutrale_tekst)
            self.sluit_taak(taak, afgehandeld)
        return signaal

    def zet_doelgroep(self, p: Persoon, code: str, van: date, tijd: datetime) -> None:
        """As `kern.dossiers.actions.zet_doelgroep`, for a group that is new in this dossier."""
        groep = vind(catalogi.doelgroepen(), code)
        if groep is None:
            raise KeyError(code)
        p.doelgroepen[code] = self.rij(Doelgroepperiode(dossier=p.dossier, code=code, van=van))
        self.noteer(p.keten, "doelgroep.gezet", p.door, tijd, doelgroep=groep.naam, code=code, van=datum(van))

    def sluit_dossier(self, p: Persoon, reden: str, dag: date, toelichting: str = "") -> None:
        """As `kern.dossiers.actions.sluit_dossier`: running visits end with it."""
        soort = vind(catalogi.sluitredenen(), reden)
        if soort is None:
            raise KeyError(reden)
        tijd = self.tijd(dag)
        for slug in list(p.bezoeken):
            self.beeindig_bezoek(p.bezoeken.pop(slug), p.door, tijd, "dossier_gesloten", soort.naam)
        p.dossier.status, p.dossier.gesloten_op, p.dossier.reden_sluiten = Dossier.Status.GESLOTEN, dag, reden
        p.dossier.versie += 1
        self.noteer(
            p.keten,
            "dossier.gesloten",
            p.door,
            tijd + timedelta(minutes=1),
            reden=soort.naam,
            code=reden,
            toelichting=toelichting,
        )

    # The picture

    def leg_waarneming_vast(
        self,
        p: Persoon,
        aspect: str,
        waarde: Any,
        bron: str,
        tijd: datetime,
        urgentie: int | None = None,
        toelichting: str = "",
    ) -> Waarneming:
        """As `kern.klantbeeld.actions.leg_waarneming_vast`."""
        wat = aspecten()[aspect]
        rij = self._waarneming(p, aspect, waarde, bron, tijd, urgentie, toelichting, None)
        label = str(Waarneming.Bron(bron).label).lower()
        if wat.gevoelig != "none":
            gegevens = {"aspect": "Een gevoelig onderwerp", "waarde": "zie het klantbeeld", "bron": label}
        else:
            gegevens = {"aspect": wat.naam, "waarde": wat.toon(waarde), "bron": label, "code": wat.code}
        self.noteer(p.keten, "waarneming.vastgelegd", p.door, tijd, **gegevens)
        if wat.belemmering and (urgentie or 0) >= 2:
            self._dringende_taak(p, aspect, urgentie or 0, tijd)
        return rij

    def _dringende_taak(self, p: Persoon, aspect: str, urgentie: int, tijd: datetime) -> None:
        wat = aspecten()[aspect]
        onderwerp = wat.naam if wat.gevoelig == "none" else "een gevoelig onderwerp"
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.dossier.verantwoordelijke or p.door,
            titel=f"Dringend, doe hier iets aan: {onderwerp}",
            voor_op=timezone.localdate(tijd) + timedelta(days={2: 7, 3: 1}[urgentie]),
            door=p.door,
            tijd=tijd,
            keten=p.keten,
            tegel=(WERKZOEKENDEN, "maatschappelijk-fit"),
        )
        self.taakbron(
            taak,
            lambda: f"klantbeeld:{p.dossier.pk}:{aspect}",
            lambda: reverse("klantbeeld:klantbeeld", args=[p.dossier.pk]),
        )
        if timezone.localdate(tijd) < self.vandaag - timedelta(days=21):
            self.rond_taak_af(taak, p.door, tijd + timedelta(days=self.tussen(1, 6)))

    def _waarneming(
        self,
        p: Persoon,
        aspect: str,
        waarde: Any,
        bron: str,
        tijd: datetime,
        urgentie: int | None,
        toelichting: str,
        meting: Meting | None,
    ) -> Waarneming:
        rij = self.rij(
            Waarneming(
                dossier=p.dossier,
                aspect=aspect,
                waarde=waarde,
                bron=bron,
                door=p.door,
                urgentie=urgentie,
                toelichting=toelichting,
                waargenomen_op=timezone.localdate(tijd),
                vastgelegd_op=tijd,
                meting=meting,
                vervangt=p.beeld.get((aspect, bron)),
            )
        )
        p.beeld[(aspect, bron)] = rij
        return rij

    def leg_meting_vast(
        self,
        p: Persoon,
        instrument: str,
        naam: str,
        waarden: Mapping[str, Any],
        tijd: datetime,
        bron: str = "professional",
        versie: str = "",
        herzien_op: date | None = None,
    ) -> Meting:
        """As `kern.klantbeeld.actions.leg_meting_vast`."""
        dag = timezone.localdate(tijd)
        meting = self.rij(
            Meting(
                dossier=p.dossier,
                instrument=instrument,
                versie_instrument=versie,
                afgenomen_op=dag,
                herzien_op=herzien_op,
                door=p.door,
                vastgelegd_op=tijd,
            )
        )
        for aspect, waarde in waarden.items():
            self._waarneming(p, aspect, waarde, bron, tijd, None, "", meting)
        besproken = sum(1 for waarde in waarden.values() if waarde != NIET_BESPROKEN)
        self.noteer(p.keten, "meting.vastgelegd", p.door, tijd, instrument=naam, aantal=besproken, datum=datum(dag))
        return meting

    # The plan

    def maak_plan(self, p: Persoon, perspectief: str, tijd: datetime, evalueren_op: date | None = None) -> Plan:
        """As `kern.plannen.actions.nieuw_plan`."""
        plan = self.rij(
            Plan(
                dossier=p.dossier,
                nummer=1,
                perspectief=perspectief,
                evalueren_op=evalueren_op,
                door=p.door,
                gemaakt_op=tijd,
            )
        )
        p.plan, p.doelen = plan, []
        self.noteer(p.keten, "plan.gemaakt", p.door, tijd, versie=1)
        return plan

    def voeg_doel_toe(
        self, p: Persoon, tekst: str, tijd: datetime, soort: str = "leren", aspect: str = "", tegel: str = ""
    ) -> Doel:
        """As `kern.plannen.actions.voeg_doel_toe`."""
        doel = self.rij(
            Doel(plan=p.plan, tekst=tekst, soort=soort, aspect=aspect, tegel=tegel, volgorde=len(p.doelen) + 1)
        )
        p.doelen.append(doel)
        self.noteer(p.keten, "doel.toegevoegd", p.door, tijd, doel=tekst)
        return doel

    def voeg_stap_toe(
        self,
        p: Persoon,
        doel: Doel,
        tekst: str,
        volgorde: int,
        tijd: datetime,
        wie: str = "klant",
        voor_op: date | None = None,
        vertrouwen: int | None = None,
    ) -> tuple[Stap, Taak | None]:
        """As `kern.plannen.actions.voeg_stap_toe`."""
        stap = self.rij(
            Stap(doel=doel, tekst=tekst, wie=wie, voor_op=voor_op, vertrouwen=vertrouwen, volgorde=volgorde)
        )
        self.noteer(p.keten, "stap.afgesproken", p.door, tijd, stap=tekst, wie=str(stap.get_wie_display()).lower())
        if wie != "professional" or voor_op is None:
            return stap, None
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.dossier.verantwoordelijke or p.door,
            titel=tekst,
            voor_op=voor_op,
            door=p.door,
            tijd=tijd,
            keten=p.keten,
        )
        self.taakbron(taak, lambda: f"stap:{stap.pk}", lambda: reverse("plannen:plan", args=[p.dossier.pk]))
        return stap, taak

    def rond_stap_af(self, p: Persoon, stap: Stap, taak: Taak | None, tijd: datetime, resultaat: str = "") -> None:
        """As `kern.plannen.actions.rond_stap_af`."""
        stap.status, stap.gedaan_op, stap.resultaat = Stap.Status.GEDAAN, timezone.localdate(tijd), resultaat
        if taak is not None:
            self.sluit_taak(taak, tijd)
        self.noteer(p.keten, "stap.gedaan", p.door, tijd, stap=stap.tekst, resultaat=resultaat)

    def rond_doel_af(self, p: Persoon, doel: Doel, tijd: datetime) -> None:
        """As `kern.plannen.actions.rond_doel_af`, for a goal without open steps."""
        doel.status, doel.afgerond_op = Doel.Status.GEHAALD, timezone.localdate(tijd)
        self.noteer(p.keten, "doel.gehaald", p.door, tijd, doel=doel.tekst)

    def leg_plan_voor(self, p: Persoon, tijd: datetime) -> None:
        """As `kern.plannen.actions.stel_voor_aan_klant`."""
        plan = self._plan(p)
        plan.status = Plan.Status.VOORGELEGD
        plan.versie += 1
        self.noteer(p.keten, "plan.voorgelegd", p.door, tijd, versie=plan.nummer)

    def geef_akkoord(self, p: Persoon, tijd: datetime, hoe: str = "gesprek") -> None:
        """As `kern.plannen.actions.geef_akkoord`."""
        plan = self._plan(p)
        plan.status, plan.akkoord_op, plan.akkoord_hoe = Plan.Status.AKKOORD, timezone.localdate(tijd), hoe
        plan.versie += 1
        self.noteer(
            p.keten,
            "plan.akkoord",
            p.door,
            tijd,
            versie=plan.nummer,
            hoe=str(plan.get_akkoord_hoe_display()).lower(),
        )

    @staticmethod
    def _plan(p: Persoon) -> Plan:
        if p.plan is None:
            raise ValueError("this person has no plan yet")
        return p.plan

    # Instruments

    def zet_in(
        self, p: Persoon, code: str, doel: str, tijd: datetime, reden: str = "", kosten: Decimal | None = None
    ) -> tuple[Inzet, Taak]:
        """As `kern.instrumenten.actions.zet_in` for a person."""
        gemeente, dag = p.dossier.gemeente, timezone.localdate(tijd)
        wat = standaardcatalogus()[code]
        weken = max(1, min(wat.duur_weken, instelling(gemeente, "evaluatie_instrument_weken")))
        nul = {a: p.waarde(a) for a in wat.aspectcodes if isinstance(p.waarde(a), int)}
        inzet = self.rij(
            Inzet(
                keten=p.keten,
                gemeente=gemeente,
                instrument=code,
                doel=doel,
                reden=reden,
                aanbieder=wat.aanbieder,
                van=dag,
                evalueren_op=dag + timedelta(weeks=weken),
                kosten=kosten,
                door=p.door,
                nulmeting=nul,
                status=Inzet.Status.LOOPT,
            )
        )
        taak = self.maak_taak(
            gemeente=gemeente,
            eigenaar=p.dossier.verantwoordelijke or p.door,
            titel=f"Kijk samen terug op: {wat.naam}",
            voor_op=inzet.evalueren_op,
            door=p.door,
            tijd=tijd,
            keten=p.keten,
        )
        self.taakbron(
            taak,
            lambda: f"inzet:{inzet.pk}:evaluatie",
            lambda: reverse("instrumenten:evaluatie", args=[p.dossier.pk, inzet.pk]),
        )
        self.noteer(
            p.keten,
            "instrument.ingezet",
            p.door,
            tijd,
            instrument=wat.naam,
            doel=doel,
            waarschuwing=self._waarschuwing(p, wat),
            code=code,
        )
        return inzet, taak

    @staticmethod
    def _waarschuwing(p: Persoon, wat: Instrument) -> str:
        from werklandschap.kern.instrumenten.rules import wettelijke_waarschuwing

        return wettelijke_waarschuwing(wat, set(p.doelgroepen)) if wat.wettelijk is not None else ""

    def evalueer(
        self, p: Persoon, inzet: Inzet, taak: Taak, tijd: datetime, effect: Mapping[str, int], oordeel: int, tekst: str
    ) -> Evaluatie:
        """As `kern.instrumenten.actions.evalueer`; the deployment ends."""
        dag = timezone.localdate(tijd)
        evaluatie = self.rij(
            Evaluatie(
                inzet=inzet,
                datum=dag,
                oordeel_klant=oordeel,
                toelichting=tekst,
                door=p.door,
                vastgelegd_op=tijd,
                effect={a: {"was": inzet.nulmeting.get(a), "nu": nu} for a, nu in effect.items()},
            )
        )
        for aspect, nu in effect.items():
            waarneming = self.leg_waarneming_vast(p, aspect, nu, "professional", tijd)
            self.rij(Evaluatie.waarnemingen.through(evaluatie=evaluatie, waarneming=waarneming))
        self.sluit_taak(taak, tijd)
        inzet.status, inzet.tot = Inzet.Status.KLAAR, dag
        inzet.versie += 1
        self.noteer(
            p.keten,
            "instrument.geevalueerd",
            p.door,
            tijd,
            instrument=standaardcatalogus()[inzet.instrument].naam,
            oordeel=f"De klant geeft het een {oordeel} van 5.",
            toelichting=tekst,
            code=inzet.instrument,
        )
        return evaluatie

    # Conversations, consent and handovers

    def plan_gesprek(self, p: Persoon, soort: str, onderwerp: str, op: date, tijd: datetime) -> tuple[Gesprek, Taak]:
        """As `werkzoekende.diagnostiek.actions.plan_gesprek`."""
        zone = timezone.get_current_timezone()
        gepland = datetime.combine(op, time(self.tussen(9, 15), self.kies(0, 30)), tzinfo=zone)
        gesprek = self.rij(
            Gesprek(
                dossier=p.dossier, gepland_op=gepland, soort=soort, onderwerp=onderwerp, door=p.door, gemaakt_op=tijd
            )
        )
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.door,
            titel=f"Gesprek: {gesprek.get_soort_display()}",
            voor_op=op,
            door=p.door,
            tijd=tijd,
            keten=p.keten,
            tegel=(WERKZOEKENDEN, "diagnostiek"),
        )
        self.taakbron(
            taak,
            lambda: f"gesprek:{gesprek.pk}",
            lambda: reverse("werkzoekende_diagnostiek:gesprek", args=[p.dossier.pk, gesprek.pk]),
        )
        gegevens = self._gespreksgegevens(gesprek, datum_tijd(gepland))
        self.noteer(p.keten, "gesprek.gepland", p.door, tijd, **gegevens, wie=p.door.naam)
        return gesprek, taak

    def leg_gesprek_vast(self, p: Persoon, gesprek: Gesprek, taak: Taak, tijd: datetime, verslag: str) -> None:
        """As `werkzoekende.diagnostiek.actions.leg_gesprek_vast`."""
        dag = timezone.localdate(tijd)
        gesprek.verslag, gesprek.gehouden_op, gesprek.status = verslag, dag, Gesprek.Status.GEHOUDEN
        gesprek.versie += 1
        self.sluit_taak(taak, tijd)
        self.noteer(p.keten, "gesprek.gehouden", p.door, tijd, **self._gespreksgegevens(gesprek, datum(dag)))

    @staticmethod
    def _gespreksgegevens(gesprek: Gesprek, wanneer: str) -> dict[str, str]:
        return {"soort": str(gesprek.get_soort_display()), "wanneer": wanneer, "onderwerp": gesprek.onderwerp}

    def vraag_toestemming(
        self, p: Persoon, soort: str, voor_wie: str, tijd: datetime, wat: str = "", tot: date | None = None
    ) -> Toestemming:
        """As `kern.dossiers.toestemming.vraag_toestemming`."""
        toestemming = self.rij(
            Toestemming(
                dossier=p.dossier,
                soort=soort,
                voor_wie=voor_wie,
                wat=wat,
                tot=tot,
                gevraagd_door=p.door,
                gevraagd_op=tijd,
            )
        )
        self._noteer_toestemming(p, toestemming, "toestemming.gevraagd", tijd)
        return toestemming

    def beantwoord_toestemming(
        self, p: Persoon, toestemming: Toestemming, antwoord: bool, tijd: datetime, hoe: str = "gesprek"
    ) -> None:
        """As `kern.dossiers.toestemming.beantwoord_toestemming`."""
        toestemming.antwoord, toestemming.hoe, toestemming.beantwoord_op = antwoord, hoe, tijd
        self._noteer_toestemming(p, toestemming, "toestemming.gegeven" if antwoord else "toestemming.geweigerd", tijd)

    def trek_toestemming_in(self, p: Persoon, toestemming: Toestemming, tijd: datetime) -> None:
        """As `kern.dossiers.toestemming.trek_toestemming_in`."""
        toestemming.ingetrokken_op = tijd
        self._noteer_toestemming(p, toestemming, "toestemming.ingetrokken", tijd)

    def _noteer_toestemming(self, p: Persoon, toestemming: Toestemming, soort: str, tijd: datetime) -> None:
        self.noteer(
            p.keten,
            soort,
            p.door,
            tijd,
            waarvoor=str(toestemming.get_soort_display()),
            voor_wie=toestemming.voor_wie,
            onderwerp=toestemming.onderwerp,
        )

    def bied_overdracht_aan(
        self,
        p: Persoon,
        partner: Partnerorganisatie,
        onderwerp: str,
        toelichting: str,
        tijd: datetime,
        wie_belt: str = "",
        antwoord_voor: date | None = None,
    ) -> tuple[Overdracht, Taak]:
        """As `kern.dossiers.overdrachten.bied_overdracht_aan` to a partner."""
        dagen = timedelta(days=instelling(p.dossier.gemeente, "overdracht_termijn_dagen"))
        overdracht = self.rij(
            Overdracht(
                dossier=p.dossier,
                van=p.door,
                verantwoordelijke=p.door,
                naar_partner=partner,
                onderwerp=onderwerp,
                toelichting=toelichting,
                wie_belt=wie_belt,
                antwoord_voor=antwoord_voor or timezone.localdate(tijd) + dagen,
                aangeboden_op=tijd,
            )
        )
        self._noteer_overdracht(p, overdracht, p.door, tijd)
        taak = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=p.door,
            keten=p.keten,
            titel=f"Is er antwoord op de overdracht aan {partner}?",
            voor_op=overdracht.antwoord_voor,
            door=p.door,
            tijd=tijd,
        )
        self.taakbron(
            taak,
            lambda: f"dossiers:overdracht:{overdracht.pk}",
            lambda: reverse("dossiers:overdragen", args=[p.dossier.pk]),
        )
        return overdracht, taak

    def sluit_overdracht(
        self,
        p: Persoon,
        overdracht: Overdracht,
        taak: Taak,
        status: Overdracht.Status,
        door: Gebruiker,
        tijd: datetime,
        antwoord: str = "",
    ) -> None:
        """As `beantwoord_overdracht` and `trek_overdracht_in` of `kern.dossiers.overdrachten`."""
        overdracht.status, overdracht.beantwoord_op, overdracht.beantwoord_door = status, tijd, door
        overdracht.antwoord = antwoord
        if status == Overdracht.Status.GEACCEPTEERD:
            overdracht.verantwoordelijke = door
        self.sluit_taak(taak, tijd)
        self._noteer_overdracht(p, overdracht, door, tijd)
        if status != Overdracht.Status.GEWEIGERD:
            return
        vervolg = self.maak_taak(
            gemeente=p.dossier.gemeente,
            eigenaar=overdracht.van,
            keten=p.keten,
            titel=f"{overdracht.naar} neemt niet over: {overdracht.onderwerp}",
            toelichting=antwoord,
            voor_op=timezone.localdate(tijd) + timedelta(days=1),
            door=None,
            tijd=tijd,
        )
        self.taakbron(
            vervolg,
            lambda: f"dossiers:overdracht:{overdracht.pk}:geweigerd",
            lambda: reverse("dossiers:overdragen", args=[p.dossier.pk]),
        )
        if timezone.localdate(tijd) < self.vandaag - timedelta(days=10):
            self.rond_taak_af(vervolg, p.door, tijd + timedelta(days=2))

    def _noteer_overdracht(self, p: Persoon, overdracht: Overdracht, door: Gebruiker, tijd: datetime) -> None:
        belt = f"{overdracht.wie_belt} neemt contact op." if overdracht.wie_belt else ""
        self.noteer(
            p.keten,
            f"overdracht.{overdracht.status}",
            door,
            tijd,
            onderwerp=overdracht.onderwerp,
            naar=overdracht.naar,
            voor=datum(overdracht.antwoord_voor),
            wie_belt=belt,
            antwoord=overdracht.antwoord,
        )
