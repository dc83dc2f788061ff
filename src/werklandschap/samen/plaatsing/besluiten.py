"""Instruments agreed for a placement: calculated, explained, and never changed but replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.regelingen.datums import plus_maanden
from werklandschap.regelingen.getallen import rond_op_centen
from werklandschap.regelingen.kalender import tel_werkdagen_op
from werklandschap.regelingen.periodes import maanden_tussen
from werklandschap.samen.plaatsing import rekenen, rules
from werklandschap.samen.plaatsing.catalogus import instrumentnaam, instrumentsoort
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.stappen import SLUG, adres, noteer_bij_klant, noteer_bij_werkgever, vergrendel
from werklandschap.samen.plaatsing.verloop import blijvende_stroken

PROEF_BESLIS_DAGEN = 14
TWEEDE_DAGEN = 3


@actie
def leg_besluit_vast(
    *,
    plaatsing: Plaatsing,
    instrument: str,
    van: date,
    door: Gebruiker,
    tot: date | None = None,
    loonwaarde: Decimal | None = None,
    forfaitair: bool = False,
    lkv_groepen: Sequence[str] = (),
    maanden: int | None = None,
    bedrag_per_maand: Decimal | None = None,
    grondslag: str = "",
    toelichting: str = "",
    **hulp: Any,
) -> Besluit:
    """Agree an instrument. LKS, LKV and proefplaatsing are calculated; others take the amount that was filled in.

    `hulp` are the fields of rekenen.HULPVELDEN: hours, rate, regime and provider of a jobcoach, and a one-off amount.
    Above the amount of the municipality it waits for a second colleague. Raises Invoerfout when the same instrument
    already runs in this period: that one is replaced instead.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    uitkomst = bereken_uitkomst(
        vast,
        instrument=instrument,
        van=van,
        tot=tot,
        loonwaarde=loonwaarde,
        forfaitair=forfaitair,
        lkv_groepen=lkv_groepen,
        maanden=maanden,
        bedrag_per_maand=bedrag_per_maand,
        **hulp,
    )
    if loopt_al(vast, instrument, uitkomst.van, uitkomst.tot):
        raise Invoerfout(
            {"instrument": _("Dit instrument loopt al in deze periode. Vervang het besluit dat er staat.")}
        )
    return _schrijf(vast, instrument, uitkomst, grondslag, toelichting, door, None)


@actie
def vervang_besluit(
    *,
    besluit: Besluit,
    van: date,
    door: Gebruiker,
    reden: str,
    tot: date | None = None,
    loonwaarde: Decimal | None = None,
    forfaitair: bool = False,
    lkv_groepen: Sequence[str] = (),
    maanden: int | None = None,
    bedrag_per_maand: Decimal | None = None,
    grondslag: str = "",
    toelichting: str = "",
    **hulp: Any,
) -> Besluit:
    """A new decision takes the place of an old one, which stays to be read.

    The old one holds until the day before the new one. Needs the new one a second colleague, then the old one holds
    until that colleague agrees.
    """
    vast = vergrendel(besluit.plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    oud = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    if not oud.is_geldig:
        raise Invoerfout(_("Dit besluit is al vervangen, of het geldt nog niet."))
    if any(nieuwer.wacht for nieuwer in oud.vervangen_door.all()):
        raise Invoerfout(_("Er wacht al een nieuw besluit op een tweede collega."))
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom dit besluit verandert.")})
    uitkomst = bereken_uitkomst(
        vast,
        instrument=oud.instrument,
        van=van,
        tot=tot,
        loonwaarde=loonwaarde,
        forfaitair=forfaitair,
        lkv_groepen=lkv_groepen,
        maanden=maanden,
        bedrag_per_maand=bedrag_per_maand,
        vervangt=oud,
        **hulp,
    )
    if loopt_al(vast, oud.instrument, uitkomst.van, uitkomst.tot, vervangt=oud):
        raise Invoerfout({"van": _("Dit instrument loopt al in deze periode. Vervang het besluit dat er staat.")})
    nieuw = _schrijf(vast, oud.instrument, uitkomst, grondslag, toelichting or reden.strip(), door, oud)
    naam = instrumentnaam(oud.instrument)
    noteer_bij_klant(vast, "plaatsing.besluit_vervangen", door, instrument=naam, reden=reden.strip())
    return nieuw


@actie
def stel_besluit_vast(*, besluit: Besluit, door: Gebruiker) -> Besluit:
    """The second colleague agrees: from now on it holds. Twice changes nothing."""
    vast, rij = _wachtend(besluit, door)
    if not rij.wacht:
        return rij
    rij.tweede_door, rij.tweede_op = door, timezone.now()
    rij.save(update_fields=["tweede_door", "tweede_op"])
    _sluit_wachten(rij, door)
    noteer_bij_klant(vast, "plaatsing.besluit_tweede", door, instrument=instrumentnaam(rij.instrument))
    _laat_gelden(vast, rij, door)
    return rij


@actie
def weiger_besluit(*, besluit: Besluit, reden: str, door: Gebruiker) -> Besluit:
    """The second colleague does not agree: it never holds, the one before goes on. Twice changes nothing."""
    vast, rij = _wachtend(besluit, door)
    if not rij.wacht:
        return rij
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom u het niet eens bent.")})
    rij.tweede_door, rij.geweigerd_op, rij.weigering = door, timezone.now(), reden.strip()[:300]
    rij.save(update_fields=["tweede_door", "geweigerd_op", "weigering"])
    _sluit_wachten(rij, door)
    gegevens = {"instrument": instrumentnaam(rij.instrument), "reden": rij.weigering}
    noteer_bij_klant(vast, "plaatsing.besluit_geweigerd", door, **gegevens)
    return rij


def _wachtend(besluit: Besluit, door: Gebruiker) -> tuple[Plaatsing, Besluit]:
    vast = vergrendel(besluit.plaatsing)
    rij = Besluit.objects.select_for_update(of=("self",)).get(pk=besluit.pk)
    rij.plaatsing = vast
    vereis(rules.mag_besluit_vaststellen(door, rij), _("Een andere collega dan u kijkt mee met dit besluit."))
    return vast, rij


def bereken_uitkomst(
    plaatsing: Plaatsing,
    *,
    instrument: str,
    van: date,
    tot: date | None,
    loonwaarde: Decimal | None,
    forfaitair: bool,
    lkv_groepen: Sequence[str],
    maanden: int | None,
    bedrag_per_maand: Decimal | None,
    vervangt: Besluit | None = None,
    **hulp: Any,
) -> rekenen.Uitkomst:
    """The sum that belongs to an instrument; writes nothing, so that a page can show it first."""
    soort = instrumentsoort(instrument)
    if soort is None:
        raise Invoerfout({"instrument": _("Kies een instrument.")})
    if tot is not None and tot < van:
        raise Invoerfout({"tot": _("Het einde ligt voor het begin.")})
    if soort.som == "lks":
        return rekenen.reken_lks(
            plaatsing, van=van, tot=tot, loonwaarde=loonwaarde, forfaitair=forfaitair, vervangt=vervangt
        )
    if soort.som == "lkv":
        return rekenen.reken_lkv(plaatsing, van=van, groepen=lkv_groepen)
    if soort.som == "proef":
        return rekenen.reken_proef(plaatsing, van=van, maanden=maanden)
    return rekenen.reken_hulp(instrument, van=van, tot=tot, bedrag_per_maand=bedrag_per_maand, **hulp)


def loopt_al(
    plaatsing: Plaatsing, instrument: str, van: date, tot: date | None, vervangt: Besluit | None = None
) -> bool:
    """Is the same instrument agreed, or waiting to be, for a day of this period? A replaced decision held its days."""
    blijft = blijvende_stroken(plaatsing, instrument, van, vervangt)
    return any(strook.tot >= van and (tot is None or strook.van <= tot) for strook in blijft)


def eerste_jaar(uitkomst: rekenen.Uitkomst | Besluit) -> Decimal:
    """What a decision costs the municipality in its first year, in euros: the measure for a second pair of eyes."""
    bedrag = uitkomst.bedrag_eenmalig or Decimal(0)
    if uitkomst.bedrag_per_maand is None:
        return bedrag
    einde = uitkomst.tot or date.max
    jaar = plus_maanden(uitkomst.van, 12) - timedelta(days=1)
    maanden = maanden_tussen(uitkomst.van, min(einde, jaar))
    return bedrag + rond_op_centen(Fraction(uitkomst.bedrag_per_maand) * maanden)


def _schrijf(
    vast: Plaatsing,
    instrument: str,
    uitkomst: rekenen.Uitkomst,
    grondslag: str,
    toelichting: str,
    door: Gebruiker,
    vervangt: Besluit | None,
) -> Besluit:
    grens = instelling(vast.dossier.gemeente, "vier_ogen_euro")
    jaar = eerste_jaar(uitkomst)
    besluit = Besluit.objects.create(
        plaatsing=vast,
        instrument=instrument,
        van=uitkomst.van,
        tot=uitkomst.tot,
        bedrag_per_maand=uitkomst.bedrag_per_maand,
        bedrag_eenmalig=uitkomst.bedrag_eenmalig,
        invoer={**uitkomst.invoer, "waarschuwingen": list(uitkomst.waarschuwingen)},
        regels=uitkomst.regels,
        grondslag=(grondslag.strip() or uitkomst.grondslag)[:200],
        toelichting=toelichting.strip(),
        door=door,
        vervangt=vervangt,
        tweede_nodig=jaar > 0 and jaar >= grens,
    )
    if besluit.tweede_nodig:
        _vraag_tweede(vast, besluit, door)
    else:
        _laat_gelden(vast, besluit, door)
    return besluit


def _vraag_tweede(vast: Plaatsing, besluit: Besluit, door: Gebruiker) -> None:
    """A task for a manager, or for who divides the work when there is none."""
    managers = Gebruiker.objects.met_recht(Recht.CASELOAD_VERDELEN).filter(gemeente=vast.dossier.gemeente_id)
    naam = instrumentnaam(besluit.instrument)
    maak_taak(
        gemeente=vast.dossier.gemeente,
        eigenaar=managers.exclude(pk=door.pk).order_by("pk").first(),
        keten=vast.dossier.keten,
        titel=_("Kijk mee met een besluit: {instrument}").format(instrument=naam),
        voor_op=tel_werkdagen_op(timezone.localdate(), TWEEDE_DAGEN),
        door=door,
        bron=_wachtbron(besluit),
        tegel=("werkzoekenden", SLUG),
        url=adres(vast),
    )
    noteer_bij_klant(vast, "plaatsing.besluit_wacht", door, instrument=naam)


def _laat_gelden(vast: Plaatsing, besluit: Besluit, door: Gebruiker) -> None:
    """It holds now: what it replaces lapses, both chains hear it, and the end of a trial becomes a task."""
    if besluit.vervangt_id is not None:
        Besluit.objects.filter(pk=besluit.vervangt_id, vervallen_op__isnull=True).update(vervallen_op=timezone.now())
        sluit_taken_van(bron=proefbron(besluit.plaatsing_id, besluit.vervangt_id), door=door)
    bedrag = f"{euro(besluit.bedrag_per_maand)} per maand." if besluit.bedrag_per_maand is not None else ""
    gegevens = {"instrument": instrumentnaam(besluit.instrument), "van": datum(besluit.van), "bedrag": bedrag}
    noteer_bij_klant(vast, "plaatsing.besluit", door, **gegevens)
    noteer_bij_werkgever(vast, "werkplek.besluit", door, **gegevens)
    if besluit.instrument == "proefplaatsing" and besluit.tot is not None:
        maak_taak(
            gemeente=vast.dossier.gemeente,
            eigenaar=vast.dossier.verantwoordelijke or door,
            keten=vast.dossier.keten,
            titel=_("De proefplaatsing eindigt op {dag}. Wat komt daarna?").format(dag=datum(besluit.tot)),
            voor_op=max(timezone.localdate(), besluit.tot - timedelta(days=PROEF_BESLIS_DAGEN)),
            door=door,
            bron=proefbron(besluit.plaatsing_id, besluit.pk),
            tegel=("werkzoekenden", SLUG),
            url=adres(vast),
        )


def proefbron(plaatsing: int, besluit: int) -> str:
    """The cause of the task at the end of a trial placement."""
    return f"plaatsing:{plaatsing}:besluit:{besluit}"


def _wachtbron(besluit: Besluit) -> str:
    return f"plaatsing:{besluit.plaatsing_id}:tweede:{besluit.pk}"


def _sluit_wachten(besluit: Besluit, door: Gebruiker) -> None:
    sluit_taken_van(bron=_wachtbron(besluit), door=door)
