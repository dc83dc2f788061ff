"""Reading dossiers: opening one always goes through the read log; lists show names and numbers only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from werklandschap.kern.basis.fouten import RedenNodig, Samengevoegd
from werklandschap.kern.basis.tekst import zonder_accenten
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.feiten import met_feiten
from werklandschap.kern.dossiers.gegevens import TUSSENVOEGSELS
from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.tijdlijn.models import Lezing
from werklandschap.kern.tijdlijn.queries import ketens_van
from werklandschap.kern.toegang.models import Gebruiker


def open_dossier(
    gebruiker: Gebruiker, nummer: int, *, onderdeel: str, reden: str = "", feiten: bool = False
) -> Dossier:
    """The dossier with person, chain and responsible colleague; the reading is logged.

    Raises Http404 when it is not there for this user (another municipality looks like nothing), Samengevoegd when it
    went on under another number, RedenNodig when it lies outside the own caseload and no reason was given. With
    `feiten` the facts that rooms registered come along (see `dossiers.feiten`).
    """
    rijen = Dossier.objects.voor(gebruiker).filter(pk=nummer)
    rijen = rijen.select_related("werkzoekende__kandidaatgegevens", "keten", "gemeente", "verantwoordelijke").annotate(
        wacht_op_lezer=Exists(rules.aangeboden_aan(gebruiker).filter(dossier=OuterRef("pk")))
    )
    dossier = get_object_or_404(met_feiten(rijen) if feiten else rijen)
    if not rules.mag_dossier_lezen(gebruiker, dossier):
        raise Http404
    if dossier.werkzoekende.gemeente_id == dossier.gemeente_id:
        dossier.werkzoekende.gemeente = dossier.gemeente
    if dossier.samengevoegd_in_id is not None:
        raise Samengevoegd(nummer, dossier.samengevoegd_in_id)
    eigen = dossier.wacht_op_lezer or rules.is_eigen_caseload(gebruiker, dossier)  # type: ignore[attr-defined]
    if not eigen and not reden:
        raise RedenNodig(nummer)
    log_lezing(keten=dossier.keten, door=gebruiker, onderdeel=onderdeel, reden="" if eigen else reden)
    return dossier


def dossier_van_verzoek(request: HttpRequest, nummer: int, *, onderdeel: str, feiten: bool = False) -> Dossier:
    """`open_dossier` for a view: the reason given earlier in this session counts."""
    assert isinstance(request.user, Gebruiker)
    redenen: dict[str, str] = request.session.get("leesredenen", {})
    reden = redenen.get(str(nummer), "")
    return open_dossier(request.user, nummer, onderdeel=onderdeel, reden=reden, feiten=feiten)


def met_laatst_gezien(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Annotated with `laatst_gezien`: the last event that counts as contact, else the day of the Melding."""
    return dossiers.annotate(laatst_gezien=Coalesce("laatste_contact", "gemeld_op"))


def niet_gezien_sinds(dossiers: QuerySet[Dossier], weken: int) -> QuerySet[Dossier]:
    """Only people without contact in the last `weken` weeks, longest ago first."""
    lang = met_laatst_gezien(dossiers).filter(laatst_gezien__lt=timezone.now() - timedelta(weeks=weken))  # type: ignore[misc]
    return lang.order_by("laatst_gezien", "pk")  # type: ignore[misc]


def in_hele_gemeente(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """The same dossiers, for a list by name of a whole municipality: says that person and dossier are of the same one.

    The database then walks the names in order, from one index, and stops at the end of the page.
    """
    return dossiers.filter(werkzoekende__gemeente=F("gemeente"))


def op_naam(dossiers: QuerySet[Dossier], vraag: str) -> QuerySet[Dossier]:
    """Dossiers whose number, or whose person's name, fits what was typed: every word somewhere in the name."""
    schoon = zonder_accenten(vraag)
    if schoon.isdigit():
        return dossiers.filter(pk=int(schoon)) if len(schoon) < 16 else dossiers.none()
    for woord in naamwoorden(schoon):
        dossiers = dossiers.filter(werkzoekende__zoeknaam__contains=woord)
    return dossiers


def naamwoorden(schoon: str) -> Iterable[str]:
    """The words to search by; prefixes of surnames only when there is nothing else."""
    woorden = schoon.split()
    return [woord for woord in woorden if woord not in TUSSENVOEGSELS] or woorden


def wachtende_overdrachten(gebruiker: Gebruiker) -> QuerySet[Overdracht]:
    """Handovers that wait for this colleague's or partner's answer, the earliest deadline first."""
    return (
        overdrachten_met_alles(Overdracht.objects.filter(_voor_ontvanger(gebruiker)))
        .filter(status=Overdracht.Status.AANGEBODEN)
        .order_by("antwoord_voor", "pk")
    )


def ontvangen_overdrachten(gebruiker: Gebruiker) -> QuerySet[Overdracht]:
    """All handovers to this colleague or partner organisation but those withdrawn, newest first: for /partner/."""
    return overdrachten_met_alles(Overdracht.objects.filter(_voor_ontvanger(gebruiker))).exclude(
        status=Overdracht.Status.INGETROKKEN
    )


def _voor_ontvanger(gebruiker: Gebruiker) -> Q:
    if gebruiker.partnerorganisatie_id is not None:
        return Q(naar_partner=gebruiker.partnerorganisatie_id)
    return Q(naar_collega=gebruiker)


def overdrachten_met_alles(overdrachten: QuerySet[Overdracht]) -> QuerySet[Overdracht]:
    """With the names a list shows, so that it costs no query per row."""
    return overdrachten.select_related(
        "dossier__werkzoekende", "dossier__gemeente", "van", "naar_partner", "naar_collega", "beantwoord_door"
    )


def lezers_van(dossier: Dossier) -> QuerySet[Lezing]:
    """Who opened this dossier, those of records merged into it included; newest first."""
    return Lezing.objects.filter(keten__in=ketens_van(dossier.keten_id)).select_related("door").order_by("-tijd", "-pk")
