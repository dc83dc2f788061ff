"""Reading the picture: on any date, per source, side by side, through time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, Aspect, Thema, aspecten, themas
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker

# Where the statements wait that a page reads once for all its parts.
OP_PAGINA = "_klantbeeld_op_pagina"
# 1 and 2 on a scale turned so that 5 is good: this asks for attention.
ZORG_TOT = 2
# Who speaks as the professional when two views are laid side by side: the newest of these.
PROFESSIONELE_BRONNEN = frozenset({"professional", "test", "partner"})


def maanden_terug(aantal: int, vanaf: date) -> date:
    """The same day `aantal` months earlier; the last day of a shorter month."""
    jaar, maand = divmod(vanaf.year * 12 + vanaf.month - 1 - aantal, 12)
    for dag in range(vanaf.day, 27, -1):
        try:
            return date(jaar, maand + 1, dag)
        except ValueError:
            continue
    return date(jaar, maand + 1, min(vanaf.day, 28))


@dataclass(frozen=True)
class Beeldregel:
    """What is known of one aspect on a date: the newest statement of every source."""

    aspect: Aspect
    per_bron: dict[str, Waarneming]
    datum: date

    @property
    def nieuwste(self) -> Waarneming:
        """The newest statement; one with a real answer goes before "not discussed"."""
        return max(self.per_bron.values(), key=lambda w: (w.waarde != NIET_BESPROKEN, w.waargenomen_op, w.pk or 0))

    @property
    def bronnen(self) -> list[Waarneming]:
        """The newest of every source, newest first."""
        return sorted(self.per_bron.values(), key=lambda w: (w.waargenomen_op, w.pk), reverse=True)

    @property
    def waarde(self) -> object:
        """The value that counts now."""
        return self.nieuwste.waarde

    @property
    def tekst(self) -> str:
        """That value in words."""
        return self.aspect.toon(self.nieuwste.waarde)

    @property
    def is_besproken(self) -> bool:
        """Somebody answered it."""
        return bool(self.nieuwste.waarde != NIET_BESPROKEN)

    @property
    def is_verouderd(self) -> bool:
        """Older than the catalogue allows for this aspect, or from a test whose result no longer counts."""
        nieuwste = self.nieuwste
        meting = nieuwste.meting
        if meting is not None and meting.geldig_tot is not None and meting.geldig_tot < self.datum:
            return True
        return nieuwste.waargenomen_op < maanden_terug(self.aspect.verouderd_na_maanden, self.datum)

    @property
    def goed_kant(self) -> int | None:
        """The value turned so that 5 is good."""
        return self.aspect.goed_kant(self.nieuwste.waarde)

    @property
    def vraagt_aandacht(self) -> bool:
        """Low, or urgent."""
        laag = self.goed_kant is not None and self.goed_kant <= ZORG_TOT
        return self.is_besproken and (laag or self.urgentie >= ZORG_TOT)

    @property
    def urgentie(self) -> int:
        """0 (none) to 3 (now)."""
        return self.nieuwste.urgentie or 0

    @property
    def gezichtspunten(self) -> list[tuple[Waarneming, str]]:
        """The newest of every source with its value in words, newest first."""
        return [(w, self.aspect.toon(w.waarde)) for w in self.bronnen]

    @property
    def vakkundig(self) -> Waarneming:
        """What measures progress: the professional's view when there is one, so that two views are never mixed up."""
        gezien = self.professional
        return gezien if gezien is not None and gezien.waarde != NIET_BESPROKEN else self.nieuwste

    @property
    def klant(self) -> Waarneming | None:
        """The client's own view."""
        return self.per_bron.get("klant")

    @property
    def professional(self) -> Waarneming | None:
        """The newest view of a professional, a test or a partner."""
        gezien = [w for bron, w in self.per_bron.items() if bron in PROFESSIONELE_BRONNEN]
        return max(gezien, key=lambda w: (w.waargenomen_op, w.pk or 0), default=None)


@dataclass(frozen=True)
class Klantbeeld:
    """The picture on a date, as far as this user may see it: {aspect code: line}."""

    datum: date
    regels: dict[str, Beeldregel] = field(default_factory=dict)

    def waarden(self) -> dict[str, object]:
        """{aspect: value}, without what was not discussed."""
        return {code: regel.waarde for code, regel in self.regels.items() if regel.is_besproken}

    def per_thema(self) -> list[tuple[Thema, list[Beeldregel]]]:
        """Lines grouped by theme in reading order; empty themes left out."""
        groepen = [
            (thema, [r for r in self.regels.values() if r.aspect.thema == thema.code]) for thema in themas().values()
        ]
        return [(thema, regels) for thema, regels in groepen if regels]

    def aandacht(self) -> list[Beeldregel]:
        """What is low or urgent, the most urgent first."""
        zorgen = [regel for regel in self.regels.values() if regel.vraagt_aandacht]
        return sorted(zorgen, key=lambda r: (-r.urgentie, r.goed_kant or 6, r.aspect.naam))


@dataclass(frozen=True)
class Vergelijking:
    """One aspect as the client and as the professional see it; `verschil`: professional minus client, if countable."""

    aspect: Aspect
    klant: Waarneming | None
    professional: Waarneming | None
    verschil: int | None
    is_anders: bool

    @property
    def klant_tekst(self) -> str:
        """The client's view in words; empty when there is none."""
        return self.aspect.toon(self.klant.waarde) if self.klant else ""

    @property
    def professional_tekst(self) -> str:
        """The professional's view in words; empty when there is none."""
        return self.aspect.toon(self.professional.waarde) if self.professional else ""


@dataclass(frozen=True)
class Verandering:
    """What one aspect was on a date and is later."""

    aspect: Aspect
    was: str
    nu: str
    vooruitgang: int | None
    waarneming: Waarneming


def waarnemingen_van(dossier: Dossier) -> list[Waarneming]:
    """All statements of a dossier, oldest observation first, with who made them: one query."""
    rijen = dossier.waarnemingen.select_related("door", "meting").order_by("waargenomen_op", "id")
    return list(rijen)


def waarnemingrijen(dossier: Dossier) -> list[Meelezen]:
    """The same rows, to be read along with those of other rooms."""
    return [Meelezen(dossier, "waarnemingen", _oudste_eerst, {"door": ("naam",), "meting": ()}, OP_PAGINA)]


def _oudste_eerst() -> QuerySet[Waarneming]:
    return Waarneming.objects.order_by("waargenomen_op", "id")


def klantbeeld_op(dossier: Dossier, datum: date, gebruiker: Gebruiker, *, zoals_geweten: bool = False) -> Klantbeeld:
    """The newest statement per aspect and source up to `datum`; sensitive aspects only for who has the right.

    With `zoals_geweten` only what had been recorded by then counts: what the municipality knew on that date.
    """
    return beeld_uit(
        waarnemingen_van(dossier), datum, zichtbare_aspecten(gebruiker, dossier), zoals_geweten=zoals_geweten
    )


def beeld_uit(
    waarnemingen: Iterable[Waarneming], datum: date, zichtbaar: dict[str, Aspect], *, zoals_geweten: bool = False
) -> Klantbeeld:
    """The picture from statements in order of observation, oldest first; results of a corrected use don't count."""
    nieuwste: dict[str, dict[str, Waarneming]] = {}
    telt_mee = [
        w
        for w in waarnemingen
        if w.waargenomen_op <= datum and not (zoals_geweten and timezone.localdate(w.vastgelegd_op) > datum)
    ]
    verbeterd = {w.meting.vervangt_id for w in telt_mee if w.meting is not None and w.meting.vervangt_id is not None}
    for w in telt_mee:
        if w.aspect not in zichtbaar or w.meting_id in verbeterd:
            continue
        bronnen = nieuwste.setdefault(w.aspect, {})
        if w.waarde != NIET_BESPROKEN or w.bron not in bronnen:
            bronnen[w.bron] = w
    volgorde = [code for code in zichtbaar if code in nieuwste]
    return Klantbeeld(datum, {code: Beeldregel(zichtbaar[code], nieuwste[code], datum) for code in volgorde})


def dagen_met_nieuws(
    waarnemingen: Iterable[Waarneming], zichtbaar: dict[str, Aspect], *, geweten: bool = False
) -> list[date]:
    """The days on which something was seen (or recorded, with `geweten`), oldest first; today is the last."""
    dagen = {
        timezone.localdate(w.vastgelegd_op) if geweten else w.waargenomen_op
        for w in waarnemingen
        if w.aspect in zichtbaar
    }
    return sorted({*dagen, timezone.localdate()})


def naast_elkaar(beeld: Klantbeeld) -> list[Vergelijking]:
    """The client's view beside the professional's, aspects with a difference first."""
    uit = []
    for regel in beeld.regels.values():
        klant, professional = regel.klant, regel.professional
        if klant is None and professional is None:
            continue
        verschil = None
        if klant and professional:
            verschil = regel.aspect.vooruitgang(klant.waarde, professional.waarde)
        anders = bool(klant and professional and klant.waarde != professional.waarde and regel.aspect.soort != "tekst")
        uit.append(Vergelijking(regel.aspect, klant, professional, verschil, anders))
    return sorted(uit, key=lambda v: (not v.is_anders, -abs(v.verschil or 0)))


def tegenstrijdig(beeld: Klantbeeld) -> list[Vergelijking]:
    """Where client and professional see it differently."""
    return [v for v in naast_elkaar(beeld) if v.is_anders]


def verouderd(beeld: Klantbeeld) -> list[Beeldregel]:
    """What asks to be checked again, oldest first."""
    oud = [regel for regel in beeld.regels.values() if regel.is_verouderd]
    return sorted(oud, key=lambda regel: regel.nieuwste.waargenomen_op)


def ontbrekend(beeld: Klantbeeld, dossier: Dossier, gebruiker: Gebruiker) -> list[Aspect]:
    """Aspects this user may see that nobody answered yet, in the order of the catalogue."""
    bekend = beeld.waarden()
    return [a for code, a in zichtbare_aspecten(gebruiker, dossier).items() if code not in bekend]


def verloop(dossier: Dossier, aspect: str, gebruiker: Gebruiker) -> list[Waarneming]:
    """Every statement about one aspect, oldest first; empty when the user may not see it."""
    if aspect not in zichtbare_aspecten(gebruiker, dossier):
        return []
    rijen = dossier.waarnemingen.filter(aspect=aspect).select_related("door", "meting")
    return list(rijen.order_by("waargenomen_op", "id"))


def veranderingen(oud: Klantbeeld, nieuw: Klantbeeld) -> list[Verandering]:
    """What changed between two pictures, newest first. Each source is compared with itself: two views are no change."""
    uit = []
    for code, regel in nieuw.regels.items():
        eerder = oud.regels[code].per_bron if code in oud.regels else {}
        for bron, w in regel.per_bron.items():
            vorige = eerder.get(bron)
            if vorige is not None and vorige.waarde == w.waarde:
                continue
            was = regel.aspect.toon(vorige.waarde) if vorige else ""
            vooruit = regel.aspect.vooruitgang(vorige.waarde, w.waarde) if vorige else None
            uit.append(Verandering(regel.aspect, was, regel.aspect.toon(w.waarde), vooruit, w))
    return sorted(uit, key=lambda v: v.waarneming.waargenomen_op, reverse=True)


def laatste_meting(dossier: Dossier, instrument: str, *, voor: Meting | None = None) -> Meting | None:
    """The newest use of an instrument, or the one before `voor`, with its results."""
    metingen = dossier.metingen.filter(instrument=instrument, vervangen_door__isnull=True)
    metingen = metingen.prefetch_related("waarnemingen")
    if voor is not None:
        metingen = metingen.exclude(pk=voor.pk).filter(afgenomen_op__lte=voor.afgenomen_op)
    return metingen.first()


def huidige_waarden(dossier: Dossier, codes: Iterable[str]) -> dict[str, object]:
    """{aspect: value} as the professional sees it, else the newest: for baselines, without regard to who looks."""
    alles = aspecten()
    gevraagd = {code: alles[code] for code in codes if code in alles}
    rijen = dossier.waarnemingen.filter(aspect__in=list(gevraagd)).select_related("meting")
    rijen = rijen.order_by("waargenomen_op", "id")
    beeld = beeld_uit(rijen, timezone.localdate(), gevraagd)
    return {code: regel.vakkundig.waarde for code, regel in beeld.regels.items() if regel.is_besproken}


def waarnemingen_voor_pagina(dossier: Dossier) -> list[Waarneming]:
    """`waarnemingen_van`, read once for all parts and suggestions of one page: kept on this object, for GETs only."""
    bewaard: list[Waarneming] | None = dossier.__dict__.get(OP_PAGINA)
    if bewaard is None:
        bewaard = waarnemingen_van(dossier)
        dossier.__dict__[OP_PAGINA] = bewaard
    return bewaard


def taakbron(dossier: Dossier) -> str:
    """How the source of a task about an urgent subject of this dossier begins; the code of the subject follows."""
    return f"klantbeeld:{dossier.pk}:"


def dagen_van_dringende_taken(dossier: Dossier) -> dict[str, date]:
    """{subject: the day its open task is for}; one query."""
    begin = taakbron(dossier)
    rijen = Taak.objects.open().filter(keten=dossier.keten_id, bron__startswith=begin)
    return {bron.removeprefix(begin): voor_op for bron, voor_op in rijen.values_list("bron", "voor_op")}
