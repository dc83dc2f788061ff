"""Instruments agreed for a placement: calculated, explained, and never changed but replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.samen.plaatsing import rekenen, rules
from werklandschap.samen.plaatsing.catalogus import instrumentnaam, instrumentsoort
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.stappen import SLUG, adres, noteer_bij_klant, noteer_bij_werkgever, vergrendel

PROEF_BESLIS_DAGEN = 14


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
) -> Besluit:
    """Agree an instrument. LKS, LKV and proefplaatsing are calculated; others take the amount that was filled in.

    Raises Invoerfout when the same instrument already runs in this period: that one is replaced instead.
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
    )
    if loopt_al(vast, instrument, uitkomst.van, uitkomst.tot):
        raise Invoerfout(
            {"instrument": _("Dit instrument loopt al in deze periode. Vervang het besluit dat er staat.")}
        )
    return _schrijf(vast, instrument, uitkomst, grondslag, toelichting, door)


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
) -> Besluit:
    """A new decision takes the place of an old one, which stays to be read."""
    vast = vergrendel(besluit.plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    oud = Besluit.objects.select_for_update().get(pk=besluit.pk)
    if oud.vervallen_op is not None:
        raise Invoerfout(_("Dit besluit is al vervangen."))
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
    )
    oud.vervallen_op = timezone.now()
    oud.save(update_fields=["vervallen_op"])
    sluit_taken_van(bron=_bron(oud), door=door)
    naam = instrumentnaam(oud.instrument)
    noteer_bij_klant(vast, "plaatsing.besluit_vervangen", door, instrument=naam, reden=reden.strip())
    return _schrijf(vast, oud.instrument, uitkomst, grondslag, toelichting, door)


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
) -> rekenen.Uitkomst:
    """The sum that belongs to an instrument; writes nothing, so that a page can show it first."""
    soort = instrumentsoort(instrument)
    if soort is None:
        raise Invoerfout({"instrument": _("Kies een instrument.")})
    if tot is not None and tot < van:
        raise Invoerfout({"tot": _("Het einde ligt voor het begin.")})
    if soort.som == "lks":
        return rekenen.reken_lks(plaatsing, van=van, tot=tot, loonwaarde=loonwaarde, forfaitair=forfaitair)
    if soort.som == "lkv":
        return rekenen.reken_lkv(plaatsing, van=van, groepen=lkv_groepen)
    if soort.som == "proef":
        return rekenen.reken_proef(plaatsing, van=van, maanden=maanden)
    return rekenen.Uitkomst(van=van, tot=tot, bedrag_per_maand=bedrag_per_maand)


def loopt_al(plaatsing: Plaatsing, instrument: str, van: date, tot: date | None) -> bool:
    """Is the same instrument agreed for a day of this period?"""
    rijen = plaatsing.besluiten.filter(instrument=instrument, vervallen_op__isnull=True)
    return any(
        (rij.tot is None or rij.tot >= van) and (tot is None or rij.van <= tot) for rij in rijen.only("van", "tot")
    )


def _schrijf(
    vast: Plaatsing, instrument: str, uitkomst: rekenen.Uitkomst, grondslag: str, toelichting: str, door: Gebruiker
) -> Besluit:
    besluit = Besluit.objects.create(
        plaatsing=vast,
        instrument=instrument,
        van=uitkomst.van,
        tot=uitkomst.tot,
        bedrag_per_maand=uitkomst.bedrag_per_maand,
        invoer={**uitkomst.invoer, "waarschuwingen": list(uitkomst.waarschuwingen)},
        regels=uitkomst.regels,
        grondslag=(grondslag.strip() or uitkomst.grondslag)[:200],
        toelichting=toelichting.strip(),
        door=door,
    )
    bedrag = f"{euro(besluit.bedrag_per_maand)} per maand." if besluit.bedrag_per_maand is not None else ""
    gegevens = {"instrument": instrumentnaam(instrument), "van": datum(besluit.van), "bedrag": bedrag}
    noteer_bij_klant(vast, "plaatsing.besluit", door, **gegevens)
    noteer_bij_werkgever(vast, "werkplek.besluit", door, **gegevens)
    if instrument == "proefplaatsing" and besluit.tot is not None:
        maak_taak(
            gemeente=vast.dossier.gemeente,
            eigenaar=vast.dossier.verantwoordelijke or door,
            keten=vast.dossier.keten,
            titel=_("De proefplaatsing eindigt op {dag}. Wat komt daarna?").format(dag=datum(besluit.tot)),
            voor_op=max(timezone.localdate(), besluit.tot - timedelta(days=PROEF_BESLIS_DAGEN)),
            door=door,
            bron=_bron(besluit),
            tegel=("werkzoekenden", SLUG),
            url=adres(vast),
        )
    return besluit


def _bron(besluit: Besluit) -> str:
    return f"plaatsing:{besluit.plaatsing_id}:besluit:{besluit.pk}"
