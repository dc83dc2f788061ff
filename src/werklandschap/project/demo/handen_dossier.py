"""Hands of a dossier: person, visits, tasks, signals and groups. Each mirrors the action it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
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
    Werkzoekende,
)
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.plannen.models import Doel, Plan
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Keten, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import tegel as zoek_tegel
from werklandschap.ontwerp.opmaak import datum
from werklandschap.project.demo.schrijver import Schrijver
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
        self.taakbron(
            taak,
            lambda: f"melding:eerste_gesprek:{p.dossier.pk}",
            lambda: reverse("werkzoekende_diagnostiek:gesprekken", args=[p.dossier.pk]),
        )
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
        self.taakbron(
            taak,
            lambda: f"melding:signaal:{signaal.pk}",
            lambda: reverse("werkzoekende_melding:signalen", args=[p.dossier.pk]),
        )
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
