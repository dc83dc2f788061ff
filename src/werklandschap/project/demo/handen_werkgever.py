"""Hands of employers, job profiles, presenting, placing and aftercare. Each mirrors the action it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.kern.dossiers.models import Toestemming
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Certificaateis, Eis, Taaleis, Werkprofiel
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Vestiging, Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, datum_tijd
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import WERKZOEKENDEN, Persoon
from werklandschap.regelingen.datums import plus_maanden
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht, Voordrachtstap
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER, OVERGANGEN
from werklandschap.samen.bemiddeling.redenen import redenen

WERKGEVERS = "werkgevers"
Status = Voordracht.Status


@dataclass
class Bedrijf:
    """An employer while its story is told."""

    werkgever: Werkgever
    door: Gebruiker
    vestigingen: list[Vestiging] = field(default_factory=list)
    mensen: list[Contactpersoon] = field(default_factory=list)
    bezoeken: dict[str, Tegelbezoek] = field(default_factory=dict)
    profielen: list[Profiel] = field(default_factory=list)

    @property
    def keten(self) -> Keten:
        """The time line."""
        return self.werkgever.keten


@dataclass
class Profiel:
    """A job profile with the company it belongs to."""

    rij: Werkprofiel
    bedrijf: Bedrijf


@dataclass
class Voorstel:
    """A voordracht with the two sides and the tasks that wait for somebody."""

    rij: Voordracht
    persoon: Persoon
    profiel: Profiel
    taken: dict[str, Taak] = field(default_factory=dict)


class Werkgeverhanden(Contacthanden):
    """What professionals do with employers."""

    def maak_werkgever(
        self, *, gemeente: Gemeente, velden: Mapping[str, Any], door: Gebruiker, tijd: datetime
    ) -> Bedrijf:
        """As `kern.relaties.actions.maak_werkgever` with the actor as fixed contact."""
        keten = self.keten(Keten.Soort.WERKGEVER)
        werkgever = self.rij(
            Werkgever(gemeente=gemeente, keten=keten, accountmanager=door, aangemaakt_op=tijd, versie=2, **velden)
        )
        self.noteer(keten, "relatie.gemaakt", door, tijd, naam=werkgever.naam, kanaal="")
        return Bedrijf(werkgever, door)

    def voeg_vestiging_toe(self, b: Bedrijf, tijd: datetime, **velden: Any) -> Vestiging:
        """As `kern.relaties.actions.voeg_vestiging_toe`; the first is the head office."""
        vestiging = self.rij(Vestiging(werkgever=b.werkgever, is_hoofdvestiging=not b.vestigingen, **velden))
        b.vestigingen.append(vestiging)
        self.noteer(b.keten, "relatie.vestiging", b.door, tijd, plaats=str(vestiging))
        return vestiging

    def voeg_contactpersoon_toe(self, b: Bedrijf, tijd: datetime, **velden: Any) -> Contactpersoon:
        """As `kern.relaties.actions.voeg_contactpersoon_toe`."""
        sinds = timezone.localdate(tijd) if velden.get("wil_nieuws") else None
        mens = self.rij(Contactpersoon(werkgever=b.werkgever, nieuws_sinds=sinds, **velden))
        b.mensen.append(mens)
        self.noteer(b.keten, "relatie.contactpersoon", b.door, tijd, naam=mens.naam, functie=mens.functie)
        return mens

    def leg_contact_vast(
        self,
        b: Bedrijf,
        *,
        soort: str,
        onderwerp: str,
        tijd: datetime,
        dag: date | None = None,
        verslag: str = "",
        afspraken: str = "",
    ) -> tuple[Contactmoment, Taak | None]:
        """As `kern.relaties.contacten.leg_contact_vast`; `dag` after today makes it a plan."""
        op = dag or timezone.localdate(tijd)
        gepland = op > timezone.localdate(tijd)
        moment = self.rij(
            Contactmoment(
                werkgever=b.werkgever,
                contactpersoon=b.mensen[0] if b.mensen else None,
                soort=soort,
                onderwerp=onderwerp,
                datum=op,
                gehouden=not gepland,
                verslag=verslag,
                afspraken=afspraken,
                door=b.door,
                vastgelegd_op=tijd,
            )
        )
        maanden = instelling(b.werkgever.gemeente, "werkgevercontact_maanden")
        b.werkgever.volgend_contact_op = op if gepland else plus_maanden(op, maanden)
        if not gepland and b.werkgever.status in {Werkgever.Status.NIEUW, Werkgever.Status.SLAPEND}:
            b.werkgever.status = Werkgever.Status.ACTIEF
        self.noteer(
            b.keten,
            "contact.gepland" if gepland else "contact.vastgelegd",
            b.door,
            tijd,
            soort=moment.get_soort_display(),
            onderwerp=onderwerp,
            datum=datum(op),
        )
        if not afspraken:
            return moment, None
        taak = self.maak_taak(
            gemeente=b.werkgever.gemeente,
            eigenaar=b.door,
            keten=b.keten,
            titel=afspraken,
            voor_op=timezone.localdate(tijd) + timedelta(days=14),
            door=b.door,
            tijd=tijd,
            tegel=(WERKGEVERS, "werkgever-contact"),
        )
        self.taakbron(taak, lambda: f"relaties:afspraak:{moment.pk}")
        return moment, taak

    def begin_bij(self, b: Bedrijf, slug: str, tijd: datetime, reden: str = "") -> None:
        """Start on a tile of the employer's side, unless they are there already."""
        if slug not in b.bezoeken:
            b.bezoeken[slug] = self.start_bezoek(b.keten, WERKGEVERS, slug, b.door, tijd, reden)

    def eindig_bij(self, b: Bedrijf, slug: str, tijd: datetime, uitkomst: str) -> None:
        """End the running visit to a tile, if there is one."""
        bezoek = b.bezoeken.pop(slug, None)
        if bezoek is not None:
            self.beeindig_bezoek(bezoek, b.door, tijd, uitkomst)

    def maak_werkprofiel(
        self, b: Bedrijf, *, titel: str, beroep: Beroep, start: date, tijd: datetime, **velden: Any
    ) -> Profiel:
        """As `werkgever.werkprofiel.actions.maak_werkprofiel`."""
        rij = self.rij(
            Werkprofiel(
                uuid=self.uuid(),
                gemeente=b.werkgever.gemeente,
                werkgever=b.werkgever,
                vestiging=b.vestigingen[0] if b.vestigingen else None,
                titel=titel,
                beroep=beroep,
                riasec=beroep.riasec,
                sector=beroep.sector or b.werkgever.sector,
                start=start,
                door=b.door,
                aangemaakt_op=tijd,
                **velden,
            )
        )
        self.begin_bij(b, "werkprofiel", tijd)
        profiel = Profiel(rij, b)
        b.profielen.append(profiel)
        self._noteer_profiel(profiel, "werkprofiel.gemaakt", tijd, hoe=f"Start: {datum(start)}.")
        return profiel

    def bevestig_eisen(
        self,
        profiel: Profiel,
        *,
        competenties: Sequence[tuple[Competentie, int, int, bool]],
        certificaten: Sequence[str],
        talen: Mapping[str, int],
        omstandigheden: Mapping[str, int],
        uren: tuple[int, int] | None,
        dagdelen: int | None,
        tijd: datetime,
    ) -> None:
        """As `werkgever.werkprofiel.actions.bevestig_eisen`; competences as (competence, level, weight, hard)."""
        rij = profiel.rij
        rij.omstandigheden, rij.dagdelen = dict(omstandigheden), dagdelen
        rij.uren_min, rij.uren_max = uren or (None, None)
        rij.versie += 1
        for competentie, niveau, gewicht, hard in competenties:
            self.rij(Eis(werkprofiel=rij, competentie=competentie, niveau=niveau, gewicht=gewicht, hard=hard))
        for code in certificaten:
            self.rij(Certificaateis(werkprofiel=rij, code=code))
        for taal, minimum in talen.items():
            self.rij(Taaleis(werkprofiel=rij, taal=taal, minimum=minimum))
        hard_aantal = sum(1 for *_rest, hard in competenties if hard)
        self._noteer_profiel(profiel, "werkprofiel.eisen", tijd, aantal=len(competenties), hard=hard_aantal)

    def stel_open(self, profiel: Profiel, tijd: datetime, max_voordrachten: int | None, reactie_dagen: int = 5) -> None:
        """As `werkgever.werkprofiel.actions.stel_open`."""
        rij, dag = profiel.rij, timezone.localdate(tijd)
        rij.status, rij.opengesteld_op = Werkprofiel.Status.OPEN, dag
        rij.max_voordrachten, rij.reactie_dagen = max_voordrachten, reactie_dagen
        rij.versie += 1
        self.begin_bij(profiel.bedrijf, "werving-en-selectie", tijd)
        self._noteer_profiel(
            profiel,
            "werkprofiel.opengesteld",
            tijd,
            datum=datum(dag),
            afspraak=f"Reactie binnen {reactie_dagen} dagen.",
        )

    def sluit_werkprofiel(self, profiel: Profiel, uitkomst: str, tijd: datetime) -> None:
        """As `werkgever.werkprofiel.actions.sluit_werkprofiel`."""
        profiel.rij.status = Werkprofiel.Status(uitkomst)
        profiel.rij.versie += 1
        tekst = str(profiel.rij.get_status_display()).lower()
        self._noteer_profiel(profiel, "werkprofiel.gesloten", tijd, uitkomst=tekst, toelichting="")

    def _noteer_profiel(self, profiel: Profiel, soort: str, tijd: datetime, /, **gegevens: Any) -> None:
        b = profiel.bedrijf
        self.noteer(b.keten, soort, b.door, tijd, titel=profiel.rij.titel, nummer=profiel.rij, **gegevens)

    def voorselecteer(
        self, p: Persoon, profiel: Profiel, tijd: datetime, reden: str, score_nu: int, score_straks: int
    ) -> Voorstel:
        """As `samen.bemiddeling.actions.voorselecteer`."""
        rij = self.rij(
            Voordracht(
                dossier=p.dossier,
                werkprofiel=profiel.rij,
                reden_keuze=reden,
                score_nu=score_nu,
                score_straks=score_straks,
                door=p.door,
                gemaakt_op=tijd,
            )
        )
        voorstel = Voorstel(rij, p, profiel)
        self.rij(
            Voordrachtstap(voordracht=rij, naar=Status.VOORGESELECTEERD, door=p.door, toelichting=reden, tijd=tijd)
        )
        self._bij_kandidaat(voorstel, "voordracht.voorgeselecteerd", tijd, toelichting=reden)
        if "bemiddeling" not in p.bezoeken:
            p.bezoeken["bemiddeling"] = self.start_bezoek(p.keten, WERKZOEKENDEN, "bemiddeling", p.door, tijd)
        return voorstel

    def stap(
        self,
        v: Voorstel,
        code: str,
        tijd: datetime,
        toelichting: str = "",
        voor_werkgever: str = "",
        **velden: Any,
    ) -> None:
        """As `samen.bemiddeling.stappen.zet_stap`, by the professional of the person."""
        overgang, was = OVERGANGEN[code], v.rij.status
        for naam, waarde in velden.items():
            setattr(v.rij, naam, waarde)
        v.rij.status = overgang.naar
        v.rij.versie += 1
        self.rij(
            Voordrachtstap(
                voordracht=v.rij, van=was, naar=overgang.naar, door=v.persoon.door, toelichting=toelichting, tijd=tijd
            )
        )
        for soort in overgang.sluit_taken:
            taak = v.taken.pop(soort, None)
            if taak is not None:
                self.sluit_taak(taak, tijd)
        self._bij_kandidaat(v, overgang.gebeurtenis, tijd, toelichting=toelichting)
        if overgang.bij_werkgever and (was in LOOPT_BIJ_WERKGEVER or overgang.naar in LOOPT_BIJ_WERKGEVER):
            self._bij_werkgever(v, overgang.werkgevergebeurtenis, tijd, toelichting=voor_werkgever)

    def _bij_kandidaat(self, v: Voorstel, soort: str, tijd: datetime, /, **gegevens: Any) -> None:
        rij = v.profiel.rij
        self.noteer(
            v.persoon.keten,
            soort,
            v.persoon.door,
            tijd,
            nummer=v.rij,
            functie=rij.titel,
            werkgever=rij.werkgever.naam,
            **gegevens,
        )

    def _bij_werkgever(self, v: Voorstel, soort: str, tijd: datetime, /, **gegevens: Any) -> None:
        self.noteer(
            v.profiel.bedrijf.keten,
            soort,
            v.persoon.door,
            tijd,
            nummer=v.rij,
            functie=v.profiel.rij.titel,
            **gegevens,
        )

    def _wachttaak(
        self, v: Voorstel, soort: str, titel: str, dagen: int, tijd: datetime, kant: str = WERKZOEKENDEN
    ) -> None:
        taak = self.maak_taak(
            gemeente=v.persoon.dossier.gemeente,
            eigenaar=v.persoon.door,
            keten=v.persoon.keten,
            titel=titel,
            voor_op=timezone.localdate(tijd) + timedelta(days=dagen),
            door=v.persoon.door,
            tijd=tijd,
            tegel=(kant, "bemiddeling"),
        )
        rij = v.rij
        self.taakbron(
            taak,
            lambda: f"voordracht:{rij.pk}:{soort}",
            lambda: reverse("samen_bemiddeling:voordracht", args=[rij.pk]),
        )
        v.taken[soort] = taak

    def vraag_kandidaat(self, v: Voorstel, wat: str, tijd: datetime) -> Toestemming:
        """As `samen.bemiddeling.actions.vraag_kandidaat`."""
        dagen = instelling(v.persoon.dossier.gemeente, "toestemming_voordracht_dagen")
        toestemming = self.vraag_toestemming(
            v.persoon,
            Toestemming.Soort.VOORDRACHT,
            v.profiel.rij.werkgever.naam,
            tijd,
            wat=wat,
            tot=timezone.localdate(tijd) + timedelta(days=dagen),
        )
        self.vul_later(toestemming, "onderwerp", lambda: f"voordracht:{v.rij.pk}")
        self.stap(v, "vraag", tijd, toestemming=toestemming)
        self._wachttaak(v, "antwoord", "Wil de kandidaat dit werk? Vraag om een antwoord", 5, tijd)
        return toestemming

    def kandidaat_zegt(self, v: Voorstel, toestemming: Toestemming, ja: bool, tijd: datetime) -> None:
        """As `samen.bemiddeling.actions.leg_antwoord_vast`."""
        self.beantwoord_toestemming(v.persoon, toestemming, ja, tijd)
        self.stap(v, "stem_toe" if ja else "zie_af", tijd)
        if ja:
            self._wachttaak(v, "voordragen", "De kandidaat zegt ja: stel voor aan de werkgever", 2, tijd)

    def draag_voor(self, v: Voorstel, introductie: str, tijd: datetime) -> None:
        """As `samen.bemiddeling.actions.draag_voor`."""
        dagen = v.profiel.rij.reactie_dagen
        self.stap(
            v,
            "draag_voor",
            tijd,
            introductie=introductie,
            reactie_voor=timezone.localdate(tijd) + timedelta(days=dagen),
        )
        titel = f"Reactie van {v.profiel.rij.werkgever.naam} op de kandidaat?"
        self._wachttaak(v, "reactie", titel, dagen, tijd, WERKGEVERS)

    def plan_ontmoeting(self, v: Voorstel, soort: str, wanneer: datetime, waar: str, tijd: datetime) -> Ontmoeting:
        """As `samen.bemiddeling.ontmoetingen.plan_ontmoeting` for somebody who is reached by mail."""
        rij = v.rij
        ontmoeting = Ontmoeting(voordracht=rij, soort=soort, wanneer=wanneer, waar=waar)
        zin = f"{ontmoeting.get_soort_display()}: {datum_tijd(wanneer)}."
        self.stap(v, "ontmoet", tijd, toelichting=zin, voor_werkgever=zin)
        self.rij(ontmoeting)
        taak = self.maak_taak(
            gemeente=v.persoon.dossier.gemeente,
            eigenaar=v.persoon.door,
            keten=v.persoon.keten,
            titel="Hoe ging de ontmoeting?",
            voor_op=timezone.localdate(wanneer) + timedelta(days=1),
            door=v.persoon.door,
            tijd=tijd,
            tegel=(WERKZOEKENDEN, "bemiddeling"),
        )
        self.taakbron(
            taak,
            lambda: f"voordracht:{rij.pk}:ontmoeting:{ontmoeting.pk}",
            lambda: reverse("samen_bemiddeling:voordracht", args=[rij.pk]),
        )
        v.taken["ontmoeting"] = taak
        return ontmoeting

    def leg_ontmoeting_vast(self, v: Voorstel, ontmoeting: Ontmoeting, uitkomst: str, tijd: datetime) -> None:
        """As `samen.bemiddeling.ontmoetingen.leg_ontmoeting_vast`."""
        ontmoeting.uitkomst = uitkomst
        self.sluit_taak(v.taken.pop("ontmoeting"), tijd)
        self._bij_kandidaat(
            v,
            "voordracht.ontmoeting_gehouden",
            tijd,
            soort=str(ontmoeting.get_soort_display()),
            uitkomst=str(ontmoeting.get_uitkomst_display()).lower(),
        )

    def besluit_werkgever(self, v: Voorstel, ja: bool, reden: str, toelichting: str, tijd: datetime) -> None:
        """As `samen.bemiddeling.actions.besluit_werkgever`, recorded by the professional."""
        naam = redenen()[reden].naam
        self.stap(
            v,
            "neem_aan" if ja else "wijs_af",
            tijd,
            toelichting=naam,
            voor_werkgever=naam,
            besluit_reden=reden,
            besluit_toelichting=toelichting,
            besloten_op=tijd,
            besloten_door=v.persoon.door,
        )
        self._wachttaak(v, "terugkoppelen", "Vertel de kandidaat wat de werkgever zei", 2, tijd)
        if ja:
            self._wachttaak(v, "plaatsen", "De werkgever zegt ja: maak afspraken over de start", 2, tijd)

    def koppel_terug(self, v: Voorstel, tekst: str, tijd: datetime) -> None:
        """As `samen.bemiddeling.actions.koppel_terug`."""
        v.rij.terugkoppeling, v.rij.teruggekoppeld_op = tekst, tijd
        v.rij.versie += 1
        self.sluit_taak(v.taken.pop("terugkoppelen"), tijd)
        self._bij_kandidaat(v, "voordracht.teruggekoppeld", tijd, tekst=tekst)


def als_uren(aantal: int) -> Decimal:
    """Hours a week as the placement keeps them."""
    return Decimal(aantal).quantize(Decimal("0.1"))
