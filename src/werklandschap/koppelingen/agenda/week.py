"""A week of a colleague: the appointments and tasks the rooms know, day by day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from werklandschap.kern.basis.haken import Afspraak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.koppelingen.agenda.kalender import afspraken_tussen

WERKDAGEN = 5


@dataclass(frozen=True)
class Dag:
    """One day: what has a time, in order, and what is only for that day."""

    datum: date
    op_tijd: list[Afspraak]
    hele_dag: list[Afspraak]

    @property
    def is_vandaag(self) -> bool:
        """Today."""
        return self.datum == timezone.localdate()

    @property
    def is_leeg(self) -> bool:
        """Nothing on this day."""
        return not (self.op_tijd or self.hele_dag)


def maandag_van(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def collegas_in_beeld(gebruiker: Gebruiker) -> QuerySet[Gebruiker]:
    """Whose week one may see: the own team, who one stands in for today, everybody for who divides the work."""
    collegas = Gebruiker.objects.collega_s_van(gebruiker).exclude(pk=gebruiker.pk).order_by("naam")
    if gebruiker.heeft(Recht.CASELOAD_VERDELEN):
        return collegas
    mag = Q(vervanger=gebruiker, afwezig_tot__gte=timezone.localdate())
    if gebruiker.team_id is not None:
        mag |= Q(team=gebruiker.team_id)
    return collegas.filter(mag)


def mag_taken_zien(kijker: Gebruiker, wie: Gebruiker) -> bool:
    """Tasks are one's own; also for who stands in and for who divides the work."""
    return kijker.pk == wie.pk or wie.wordt_vervangen_door(kijker) or kijker.heeft(Recht.CASELOAD_VERDELEN)


def voor_kijker(afspraak: Afspraak, kijker: Gebruiker) -> Afspraak:
    """Without the link for who may not open its page."""
    if not afspraak.recht or kijker.heeft(Recht(afspraak.recht)):
        return afspraak
    return replace(afspraak, url="")


def week_van(kijker: Gebruiker, wie: Gebruiker, maandag: date) -> list[Dag]:
    """Monday to Friday, and Saturday or Sunday when there is something."""
    zone = timezone.get_current_timezone()
    van = datetime.combine(maandag, time.min, tzinfo=zone)
    tot = datetime.combine(maandag + timedelta(days=6), time.max, tzinfo=zone)
    met_taken = mag_taken_zien(kijker, wie)
    alle = [voor_kijker(a, kijker) for a in afspraken_tussen(wie, van, tot) if met_taken or not a.is_taak]
    dagen = [_dag(maandag + timedelta(days=n), alle) for n in range(7)]
    return [dag for n, dag in enumerate(dagen) if n < WERKDAGEN or not dag.is_leeg]


def _dag(dag: date, alle: list[Afspraak]) -> Dag:
    op_tijd = [a for a in alle if isinstance(a.begin, datetime) and timezone.localtime(a.begin).date() == dag]
    hele_dag = [a for a in alle if not isinstance(a.begin, datetime) and a.begin == dag]
    return Dag(dag, op_tijd, hele_dag)
