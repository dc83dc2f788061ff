"""Deploying an instrument, looking back on it together, stopping it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.instrumenten import rules
from werklandschap.kern.instrumenten.catalogus import Instrument, catalogus
from werklandschap.kern.instrumenten.catalogus import instrument as zoek_instrument
from werklandschap.kern.instrumenten.models import Evaluatie, Inzet
from werklandschap.kern.klantbeeld.actions import leg_waarneming_vast
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.klantbeeld.queries import huidige_waarden
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker

LOPEND = (Inzet.Status.GEPLAND, Inzet.Status.LOOPT)


@actie
def zet_in(
    *,
    keten: Keten,
    instrument: str,
    doel: str,
    door: Gebruiker,
    van: date | None = None,
    tot: date | None = None,
    reden: str = "",
    aanbieder: str = "",
    kosten: Decimal | None = None,
    evalueren_op: date | None = None,
) -> Inzet:
    """Deploy an instrument for a person or an employer, with the picture as it stands now as the baseline.

    What the law says about the group of the person is a warning in the time line, never a block. A task asks to look
    back together on `evalueren_op` (else after the usual length, at most the municipality's term).
    """
    vereis(rules.mag_inzetten(door, keten))
    onderwerp = keten.dossier if keten.soort == Keten.Soort.DOSSIER else keten.werkgever
    kant = "werkzoekenden" if keten.soort == Keten.Soort.DOSSIER else "werkgevers"
    gekozen = catalogus(onderwerp.gemeente).get(instrument)
    if gekozen is None or not gekozen.is_voor(kant):
        raise Invoerfout({"instrument": _("Kies een instrument uit de lijst.")})
    begin = van or timezone.localdate()
    kijk_terug = evalueren_op or begin + timedelta(weeks=_weken(gekozen, onderwerp.gemeente))
    _controleer(doel, begin, tot, kijk_terug, kosten)
    inzet = Inzet.objects.create(
        keten=keten,
        gemeente=onderwerp.gemeente,
        instrument=instrument,
        doel=doel.strip()[:300],
        reden=reden.strip()[:300],
        aanbieder=(aanbieder.strip() or gekozen.aanbieder)[:150],
        van=begin,
        tot=tot,
        evalueren_op=kijk_terug,
        kosten=kosten,
        door=door,
        nulmeting=_nulmeting(keten, gekozen),
        status=Inzet.Status.GEPLAND if begin > timezone.localdate() else Inzet.Status.LOOPT,
    )
    _vraag_evaluatie(inzet, gekozen, door)
    leg_vast(
        keten=keten,
        soort="instrument.ingezet",
        door=door,
        gegevens={
            "instrument": gekozen.naam,
            "doel": inzet.doel,
            "waarschuwing": _waarschuwing(keten, gekozen),
            "code": instrument,
        },
    )
    return inzet


def _weken(instrument: Instrument, gemeente: Any) -> int:
    return max(1, min(instrument.duur_weken, instelling(gemeente, "evaluatie_instrument_weken")))


def _controleer(doel: str, van: date, tot: date | None, evalueren_op: date, kosten: Decimal | None) -> None:
    fouten: dict[str, str] = {}
    if not doel.strip():
        fouten["doel"] = _("Schrijf op wat u hiermee samen wilt bereiken.")
    if tot is not None and tot < van:
        fouten["tot"] = _("De einddatum ligt voor de begindatum. Kies een latere datum.")
    if evalueren_op < van:
        fouten["evalueren_op"] = _("Kies een datum na de start om samen terug te kijken.")
    if kosten is not None and kosten < 0:
        fouten["kosten"] = _("Vul een bedrag in van 0 of hoger.")
    if fouten:
        raise Invoerfout(fouten)


def _nulmeting(keten: Keten, instrument: Instrument) -> dict[str, Any]:
    if keten.soort != Keten.Soort.DOSSIER:
        return {}
    return dict(huidige_waarden(keten.dossier, instrument.aspectcodes))


def _waarschuwing(keten: Keten, instrument: Instrument) -> str:
    if keten.soort != Keten.Soort.DOSSIER or instrument.wettelijk is None:
        return ""
    return rules.wettelijke_waarschuwing(instrument, rules.huidige_doelgroepen(keten.dossier))


def _taakbron(inzet: Inzet) -> str:
    return f"inzet:{inzet.pk}:evaluatie"


def _vraag_evaluatie(inzet: Inzet, instrument: Instrument, door: Gebruiker) -> None:
    keten = inzet.keten
    if keten.soort == Keten.Soort.DOSSIER:
        dossier = keten.dossier
        eigenaar = dossier.verantwoordelijke or door
        url = reverse("instrumenten:evaluatie", args=[dossier.pk, inzet.pk])
    else:
        eigenaar = keten.werkgever.accountmanager or door
        url = reverse("instrumenten:evaluatie_werkgever", args=[keten.werkgever.pk, inzet.pk])
    maak_taak(
        gemeente=inzet.gemeente,
        eigenaar=eigenaar,
        titel=_("Kijk samen terug op: {instrument}").format(instrument=instrument.naam),
        voor_op=inzet.evalueren_op,
        door=door if door.gemeente_id == eigenaar.gemeente_id else None,
        keten=keten,
        bron=_taakbron(inzet),
        url=url,
    )


@actie
def evalueer(
    *,
    inzet: Inzet,
    door: Gebruiker,
    datum: date | None = None,
    oordeel_klant: int | None = None,
    effect: Mapping[str, Any] | None = None,
    effect_klant: Mapping[str, Any] | None = None,
    toelichting: str = "",
    met_klant: bool = True,
    gaat_door: bool = False,
    evalueren_op: date | None = None,
) -> Evaluatie:
    """Look back on a deployment. `effect` {aspect: value now} is the professional's view, `effect_klant` the client's.

    Every value becomes a statement in the picture. The deployment ends, or goes on with a new date to look back.
    """
    keten = inzet.keten
    vereis(rules.mag_inzetten(door, keten))
    vast = Inzet.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=inzet.pk)
    op = datum or timezone.localdate()
    iets_gezegd = bool(oordeel_klant or toelichting.strip() or effect or effect_klant)
    _controleer_evaluatie(vast, keten, op, oordeel_klant, gaat_door, evalueren_op, iets_gezegd)
    evaluatie = Evaluatie.objects.create(
        inzet=vast,
        datum=op,
        met_klant=met_klant,
        oordeel_klant=oordeel_klant,
        toelichting=toelichting.strip(),
        door=door,
    )
    if keten.soort == Keten.Soort.DOSSIER:
        _leg_effect_vast(evaluatie, keten, dict(effect or {}), dict(effect_klant or {}), door)
    sluit_taken_van(bron=_taakbron(vast), door=door)
    wat = zoek_instrument(vast.instrument, vast.gemeente)
    _rond_af_of_ga_door(vast, wat, op, evalueren_op if gaat_door else None, door)
    leg_vast(
        keten=keten,
        soort="instrument.geevalueerd",
        door=door,
        gegevens={
            "instrument": wat.naam,
            "oordeel": _("De klant geeft het een {cijfer} van 5.").format(cijfer=oordeel_klant)
            if oordeel_klant
            else "",
            "toelichting": evaluatie.toelichting,
            "code": vast.instrument,
        },
    )
    return evaluatie


def _controleer_evaluatie(
    inzet: Inzet,
    keten: Keten,
    op: date,
    oordeel: int | None,
    gaat_door: bool,
    evalueren_op: date | None,
    iets_gezegd: bool,
) -> None:
    fouten: dict[str, str] = {}
    if not iets_gezegd and keten.soort == Keten.Soort.DOSSIER:
        fouten["toelichting"] = _("Schrijf op wat de klant ervan vond of wat er veranderde. Een van de twee is genoeg.")
    if inzet.status not in LOPEND:
        fouten[""] = _("Dit instrument is al afgerond.")
    if op > timezone.localdate():
        fouten["datum"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    elif op < inzet.van:
        fouten["datum"] = _("Deze datum ligt voor de start. Kies een latere datum.")
    if oordeel is not None and oordeel not in range(1, 6):
        fouten["oordeel_klant"] = _("Kies een cijfer van 1 tot en met 5.")
    if gaat_door and (evalueren_op is None or evalueren_op <= op):
        fouten["evalueren_op"] = _("Kies wanneer u weer samen terugkijkt.")
    if fouten:
        raise Invoerfout(fouten)


def _leg_effect_vast(
    evaluatie: Evaluatie, keten: Keten, effect: dict[str, Any], effect_klant: dict[str, Any], door: Gebruiker
) -> None:
    dossier, was = keten.dossier, evaluatie.inzet.nulmeting
    uit: dict[str, dict[str, Any]] = {}
    waarnemingen = []
    bronnen = (("nu", Waarneming.Bron.PROFESSIONAL, effect), ("nu_klant", Waarneming.Bron.KLANT, effect_klant))
    for sleutel, bron, waarden in bronnen:
        for aspect, waarde in waarden.items():
            waarnemingen.append(
                _waarneming(dossier=dossier, aspect=aspect, waarde=waarde, bron=bron, evaluatie=evaluatie, door=door)
            )
            uit.setdefault(aspect, {"was": was.get(aspect)})[sleutel] = waarde
    evaluatie.effect = uit
    evaluatie.save(update_fields=["effect"])
    evaluatie.waarnemingen.set(waarnemingen)


def _waarneming(
    *, dossier: Any, aspect: str, waarde: Any, bron: str, evaluatie: Evaluatie, door: Gebruiker
) -> Waarneming:
    """One statement; an error is put at the field of this aspect."""
    try:
        return leg_waarneming_vast(
            dossier=dossier, aspect=aspect, waarde=waarde, bron=bron, door=door, waargenomen_op=evaluatie.datum
        )
    except Invoerfout as fout:
        voorvoegsel = "klant_" if bron == Waarneming.Bron.KLANT else "nu_"
        raise Invoerfout({f"{voorvoegsel}{aspect}": " ".join(fout.fouten.values())}) from fout


def _rond_af_of_ga_door(inzet: Inzet, instrument: Instrument, op: date, volgende: date | None, door: Gebruiker) -> None:
    if volgende is None:
        inzet.wijzig(verwacht=None, status=Inzet.Status.KLAAR, tot=min(inzet.tot, op) if inzet.tot else op)
        return
    inzet.wijzig(verwacht=None, status=Inzet.Status.LOOPT, evalueren_op=volgende)
    _vraag_evaluatie(inzet, instrument, door)


@actie
def stop_inzet(*, inzet: Inzet, door: Gebruiker, reden: str) -> Inzet:
    """Stop early, with the reason; nothing is measured."""
    vereis(rules.mag_inzetten(door, inzet.keten))
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom u stopt. Dat helpt bij de volgende keuze.")})
    vast = Inzet.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=inzet.pk)
    if vast.status not in LOPEND:
        return vast
    vast.wijzig(verwacht=None, status=Inzet.Status.GESTOPT, tot=max(vast.van, timezone.localdate()))
    sluit_taken_van(bron=_taakbron(vast), door=door)
    leg_vast(
        keten=inzet.keten,
        soort="instrument.gestopt",
        door=door,
        gegevens={
            "instrument": zoek_instrument(vast.instrument, vast.gemeente).naam,
            "reden": reden.strip()[:300],
            "code": vast.instrument,
        },
    )
    return vast
