"""Hands of the picture, the plan and the instruments of a person. Each mirrors the action it names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from werklandschap.kern.instrumenten.catalogus import Instrument, standaardcatalogus
from werklandschap.kern.instrumenten.models import Evaluatie, Inzet
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, aspecten
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.taken.models import Taak
from werklandschap.ontwerp.opmaak import datum
from werklandschap.project.demo.handen_dossier import WERKZOEKENDEN, Dossierhanden, Persoon


class Beeldhanden(Dossierhanden):
    """What is known of a person, what was agreed, and what was deployed."""

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
                naam=naam,
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
