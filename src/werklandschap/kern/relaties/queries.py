"""Reads over employers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werklandschap.kern.basis.haken import Tegelsuggestie, werkgeversuggesties
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.relaties.gegevens import cijfers
from werklandschap.kern.relaties.models import Contactmoment, Vestiging, Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.tijdlijn.queries import tegelstatus
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.regelingen.datums import plus_maanden

MEESTE_BELOFTEN = 20
LANG_GELEDEN = 183  # days


@dataclass(frozen=True)
class Zoekwens:
    """What the list is asked for; empty values don't filter."""

    q: str = ""
    sector: str = ""
    grootte: str = ""
    wie: str = ""
    geen_contact: int = 0


def werkgevers_voor(gebruiker: Gebruiker) -> QuerySet[Werkgever]:
    """The employers of the region that go on, each with `laatste_contact` (a date or None)."""
    laatste = Contactmoment.objects.filter(werkgever=OuterRef("pk"), gehouden=True).order_by("-datum")
    return (
        Werkgever.objects.voor(gebruiker)
        .filter(samengevoegd_in__isnull=True)
        .annotate(laatste_contact=Subquery(laatste.values("datum")[:1]))
    )


def zoek(gebruiker: Gebruiker, wens: Zoekwens) -> QuerySet[Werkgever]:
    """The list page and its export."""
    rijen = werkgevers_voor(gebruiker)
    if wens.q.strip():
        rijen = rijen.filter(_naam_of_nummer(wens.q))
    if wens.sector:
        rijen = rijen.filter(sector=wens.sector)
    if wens.grootte:
        rijen = rijen.filter(grootte=wens.grootte)
    if wens.wie == "mij":
        rijen = rijen.filter(accountmanager=gebruiker)
    elif wens.wie == "zonder":
        rijen = rijen.filter(accountmanager__isnull=True)
    elif wens.wie == "gemeente":
        rijen = rijen.filter(gemeente=gebruiker.gemeente_id)
    if wens.geen_contact:
        grens = plus_maanden(timezone.localdate(), -wens.geen_contact)
        rijen = rijen.filter(Q(laatste_contact__lt=grens) | Q(laatste_contact__isnull=True))
    return rijen


def op_naam_of_nummer(werkgevers: QuerySet[Werkgever], vraag: str) -> QuerySet[Werkgever]:
    """Of these employers those that go on and fit what was typed: a part of the name, the town or the KVK number."""
    return werkgevers.filter(_naam_of_nummer(vraag), samengevoegd_in__isnull=True)


def _naam_of_nummer(vraag: str) -> Q:
    schoon = vraag.strip()[:100]
    treffer = Q(naam__icontains=schoon) | Q(vestigingen__plaats__iexact=schoon)
    nummer = cijfers(schoon)
    treffer |= Q(kvk_nummer=nummer) if len(nummer) == 8 and nummer.isdigit() else Q()
    return Q(pk__in=Werkgever.objects.filter(treffer).values("pk"))


def met_lijstgegevens(rijen: QuerySet[Werkgever]) -> QuerySet[Werkgever]:
    """What a row shows, in a fixed number of queries."""
    hoofd = Vestiging.objects.order_by("-is_hoofdvestiging", "id")
    return rijen.select_related("accountmanager", "gemeente").prefetch_related(
        Prefetch("vestigingen", queryset=hoofd, to_attr="plekken")
    )


@dataclass(frozen=True)
class Relatiebeeld:
    """What the page of an employer says first."""

    laatste: Contactmoment | None
    gepland: list[Contactmoment]
    contactmomenten: list[Contactmoment]
    beloften: list[Taak]
    te_laat_met_contact: bool
    kennen: list[tuple[str, str, int]]


def relatiebeeld(werkgever: Werkgever) -> Relatiebeeld:
    """Last and next contact, and promises: two queries, one when the page read the open tasks before."""
    momenten = list(werkgever.contactmomenten.select_related("door__gemeente", "contactpersoon")[:30])
    gehouden = [m for m in momenten if m.gehouden]
    taken: list[Taak] | None = getattr(werkgever.keten, "open_taken", None)
    if taken is None:
        taken = list(Taak.objects.filter(keten=werkgever.keten_id).open().select_related("eigenaar")[:MEESTE_BELOFTEN])
    return Relatiebeeld(
        laatste=gehouden[0] if gehouden else None,
        gepland=sorted((m for m in momenten if not m.gehouden), key=lambda m: m.datum),
        contactmomenten=gehouden[:5],
        beloften=taken[:MEESTE_BELOFTEN],
        te_laat_met_contact=is_contact_te_laat(werkgever),
        kennen=_wie_kent_wie(gehouden),
    )


def _wie_kent_wie(momenten: list[Contactmoment]) -> list[tuple[str, str, int]]:
    """(colleague, person of the company, talks), most talks first."""
    paren = Counter((m.door.naam, m.contactpersoon.naam) for m in momenten if m.door and m.contactpersoon)
    return [(wij, zij, aantal) for (wij, zij), aantal in paren.most_common(5)]


def zo_staat_het(werkgever: Werkgever, beeld: Relatiebeeld) -> list[tuple[str, str]]:
    """(kind of badge, sentence): how the relation is, as facts one can act on, never as one number."""
    vandaag = timezone.localdate()
    uit = []
    if werkgever.accountmanager_id is None:
        uit.append(("let_op", _("Er is geen vast contact.")))
    if beeld.laatste is None:
        uit.append(("let_op", _("Er is nog geen contact geweest.")))
    else:
        dagen = (vandaag - beeld.laatste.datum).days
        soort = "goed" if dagen <= LANG_GELEDEN else "let_op"
        zin = ngettext("Het laatste contact was {n} dag geleden.", "Het laatste contact was {n} dagen geleden.", dagen)
        uit.append((soort, zin.format(n=dagen) if dagen else _("Het laatste contact was vandaag.")))
    if beeld.te_laat_met_contact:
        uit.append(("fout", _("Het volgende contact is te laat.")))
    laat = sum(1 for taak in beeld.beloften if taak.voor_op < vandaag)
    if laat:
        uit.append(("fout", ngettext("{n} belofte is te laat.", "{n} beloften zijn te laat.", laat).format(n=laat)))
    elif beeld.beloften:
        uit.append(("goed", _("De beloften zijn op tijd.")))
    if len({wij for wij, _zij, _aantal in beeld.kennen}) == 1:
        uit.append(("info", _("Alleen {naam} kent het bedrijf.").format(naam=beeld.kennen[0][0])))
    return uit


def is_contact_te_laat(werkgever: Werkgever) -> bool:
    """The date for the next contact has passed; a stopped employer is never late."""
    if werkgever.status == Werkgever.Status.GESTOPT or werkgever.volgend_contact_op is None:
        return False
    return werkgever.volgend_contact_op < timezone.localdate()


def contact_te_laat_voor(gebruiker: Gebruiker) -> QuerySet[Werkgever]:
    """Own employers whose next contact is overdue, or who never had one within the municipality's term."""
    if gebruiker.gemeente is None:
        return Werkgever.objects.none()
    vandaag = timezone.localdate()
    grens = plus_maanden(vandaag, -instelling(gebruiker.gemeente, "werkgevercontact_maanden"))
    nooit = Q(volgend_contact_op__isnull=True, aangemaakt_op__date__lt=grens)
    return (
        Werkgever.objects.voor(gebruiker)
        .filter(Q(volgend_contact_op__lt=vandaag) | nooit, accountmanager=gebruiker, samengevoegd_in__isnull=True)
        .exclude(status=Werkgever.Status.GESTOPT)
        .order_by("volgend_contact_op", "id")
    )


def contacten_van_vandaag(gebruiker: Gebruiker, dag: date) -> QuerySet[Contactmoment]:
    """Planned contacts of this colleague up to and including `dag` that nobody has finished."""
    return (
        Contactmoment.objects.filter(door=gebruiker, gehouden=False, datum__lte=dag)
        .select_related("werkgever", "contactpersoon")
        .order_by("datum", "id")
    )


def suggesties_voor(werkgever: Werkgever, hooguit: int = 4) -> list[Tegelsuggestie]:
    """Tiles that could help next, each once, the weightiest reason first."""
    alle = sorted((s for maak in werkgeversuggesties.alle() for s in maak(werkgever)), key=lambda s: -s.gewicht)
    per_tegel: dict[str, Tegelsuggestie] = {}
    for suggestie in alle:
        per_tegel.setdefault(suggestie.slug, suggestie)
    return list(per_tegel.values())[:hooguit]


def kaartstatus(werkgever: Werkgever, suggesties: list[Tegelsuggestie]) -> dict[str, str]:
    """{slug: nu | geweest | kan} for the small landscape."""
    return {s.slug: "kan" for s in suggesties} | tegelstatus(werkgever.keten)


def mijn_werkgevers_per_tegel(gebruiker: Gebruiker) -> dict[str, int]:
    """{slug: number of own employers with a running visit}."""
    rijen = (
        Tegelbezoek.objects.filter(
            kant=Tegelbezoek.Kant.WERKGEVERS,
            tot__isnull=True,
            keten__werkgever__accountmanager=gebruiker,
            keten__werkgever__samengevoegd_in__isnull=True,
        )
        .values("tegel")
        .annotate(aantal=Count("id"))
        .order_by()
        .values_list("tegel", "aantal")
    )
    return dict(rijen)
