"""A week of a whole team: who is busy when, and with whom only for who may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from werklandschap.kern.basis.haken import Afspraak, Teamafspraak, teamagendabronnen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import is_eigen_caseload, mag_dossier_lezen
from werklandschap.kern.organisaties.models import Team
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.koppelingen.agenda.week import WERKDAGEN, voor_kijker


@dataclass(frozen=True)
class Blok:
    """An hour that somebody is busy; with `mag_zien` also with whom."""

    afspraak: Afspraak
    mag_zien: bool


@dataclass(frozen=True)
class Collegadag:
    """One day of one colleague."""

    datum: date
    blokken: list[Blok]
    is_weg: bool

    @property
    def is_vrij(self) -> bool:
        """There, and nothing at an hour."""
        return not (self.blokken or self.is_weg)


@dataclass(frozen=True)
class Collegaweek:
    """One row."""

    collega: Gebruiker
    dagen: list[Collegadag]

    @property
    def is_vrij(self) -> bool:
        """Free on every day."""
        return all(dag.is_vrij for dag in self.dagen)


def teams_in_beeld(gebruiker: Gebruiker) -> list[Team]:
    """Whose week one may see: all teams for who divides the work, else the own; one query at most."""
    if gebruiker.gemeente is None:
        return []
    teams = gebruiker.gemeente.teams.filter(leden__is_active=True).distinct()
    return list(teams if gebruiker.heeft(Recht.CASELOAD_VERDELEN) else teams.filter(leden=gebruiker))


def week_van_team(kijker: Gebruiker, team: Team, maandag: date) -> list[Collegaweek]:
    """Monday to Friday of everybody in the team, by name; Saturday and Sunday when somebody works then."""
    collegas = list(Gebruiker.objects.collega_s_van(kijker).filter(team=team).order_by("naam", "pk"))
    per_dag = _per_dag(kijker, collegas, maandag)
    dagen = [maandag + timedelta(days=n) for n in range(7)]
    toon = [dag for n, dag in enumerate(dagen) if n < WERKDAGEN or any((c.pk, dag) in per_dag for c in collegas)]
    return [
        Collegaweek(c, [Collegadag(dag, per_dag.get((c.pk, dag), []), _is_weg(c, dag)) for dag in toon])
        for c in collegas
    ]


def _week(maandag: date) -> tuple[datetime, datetime]:
    zone = timezone.get_current_timezone()
    einde = datetime.combine(maandag + timedelta(days=6), time.max, tzinfo=zone)
    return datetime.combine(maandag, time.min, tzinfo=zone), einde


def _per_dag(kijker: Gebruiker, collegas: Sequence[Gebruiker], maandag: date) -> dict[tuple[int, date], list[Blok]]:
    van, tot = _week(maandag)
    gevonden = [rij for bron in teamagendabronnen.alle() for rij in bron(collegas, van, tot)]
    wie = {collega.pk: collega for collega in collegas}
    uit: dict[tuple[int, date], list[Blok]] = {}
    for rij in sorted(gevonden, key=_begin):
        dag = timezone.localtime(_begin(rij)).date()
        uit.setdefault((rij.wie, dag), []).append(
            Blok(voor_kijker(rij.afspraak, kijker), mag_weten_met_wie(kijker, wie[rij.wie], rij.dossier))
        )
    return uit


def _begin(rij: Teamafspraak) -> datetime:
    begin = rij.afspraak.begin
    assert isinstance(begin, datetime)
    return begin


def _is_weg(collega: Gebruiker, dag: date) -> bool:
    """Away: from today up to the day that was filled in."""
    return collega.afwezig_tot is not None and timezone.localdate() <= dag <= collega.afwezig_tot


def mag_alles_weten(kijker: Gebruiker, wie: Gebruiker) -> bool:
    """With whom a colleague is busy: oneself, who stands in, and who divides the work, as far as they read dossiers."""
    if wie.pk == kijker.pk:
        return True
    neemt_waar = wie.wordt_vervangen_door(kijker) or kijker.heeft(Recht.CASELOAD_VERDELEN)
    return neemt_waar and kijker.heeft(Recht.DOSSIERS_LEZEN)


def mag_weten_met_wie(kijker: Gebruiker, wie: Gebruiker, dossier: Dossier) -> bool:
    """One appointment: also of people in one's own caseload. Another municipality's people stay hidden."""
    if wie.pk == kijker.pk:
        return True
    if not mag_dossier_lezen(kijker, dossier):
        return False
    return mag_alles_weten(kijker, wie) or is_eigen_caseload(kijker, dossier)


def afspraken_met_naam(kijker: Gebruiker, wie: Gebruiker, maandag: date) -> set[str]:
    """The codes of the appointments of a colleague in this week of which one may know with whom."""
    van, tot = _week(maandag)
    gevonden = [rij for bron in teamagendabronnen.alle() for rij in bron([wie], van, tot)]
    return {rij.afspraak.code for rij in gevonden if mag_weten_met_wie(kijker, wie, rij.dossier)}
