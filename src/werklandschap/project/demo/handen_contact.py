"""Hands of conversations, consent and handovers. Each mirrors the action it names."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone

from werklandschap.kern.dossiers.klantbericht import standaardbericht
from werklandschap.kern.dossiers.models import (
    Overdracht,
    Toestemming,
)
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, datum_tijd
from werklandschap.project.demo.handen_beeld import Beeldhanden
from werklandschap.project.demo.handen_dossier import WERKZOEKENDEN, Persoon
from werklandschap.werkzoekende.diagnostiek.models import Gesprek


class Contacthanden(Beeldhanden):
    """Speaking with a person, asking consent, and handing over."""

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
            onderwerp=lambda: toestemming.onderwerp,
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
        aanbod = Overdracht(
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
        aanbod.bericht = standaardbericht(aanbod)
        overdracht = self.rij(aanbod)
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
