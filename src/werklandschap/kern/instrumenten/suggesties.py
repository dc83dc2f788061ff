"""Which instrument could help next, and why. Plain rules; the professional chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.instrumenten import rules
from werklandschap.kern.instrumenten.catalogus import Beoogd, Instrument, catalogus
from werklandschap.kern.instrumenten.effecten import Resultaat, lokale_resultaten, verwachting, vooruitgang_van
from werklandschap.kern.instrumenten.models import Inzet
from werklandschap.kern.klantbeeld.queries import Beeldregel, Klantbeeld, beeld_uit, waarnemingen_van
from werklandschap.kern.klantbeeld.rules import zichtbare_aspecten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, getal

HOOGSTE_AANTAL = 6
# How much an aspect asks for help, by its value turned so that 5 is good; 4 and 5 ask nothing.
BEHOEFTE = {1: 3.0, 2: 2.0, 3: 0.5}
DRINGEND_EXTRA = 2.0
BEWIJS_EXTRA = {"hoog": 1.0, "midden": 0.5}
TEGEL_EXTRA = 1.0
ZONDER_EFFECT = 0.3
LOPEND = (Inzet.Status.GEPLAND, Inzet.Status.LOOPT)


@dataclass(frozen=True)
class Voorstel:
    """An instrument with its reasons, what speaks against it, and what it did here before."""

    instrument: Instrument
    score: float
    redenen: tuple[str, ...]
    tegen: tuple[str, ...]
    resultaat: Resultaat | None
    resultaat_zin: str


@dataclass(frozen=True)
class Poging:
    """An earlier deployment for this person: what it changed, in steps in the good direction."""

    inzet: Inzet
    vooruitgang: float | None


def stel_voor(
    dossier: Dossier,
    gebruiker: Gebruiker,
    *,
    inzetten: Sequence[Inzet] | None = None,
    instrumenten: dict[str, Instrument] | None = None,
    hooguit: int = HOOGSTE_AANTAL,
) -> list[Voorstel]:
    """The instruments that fit the current picture best, with reasons in sentences.

    Only aspects the user may see count, so that no suggestion gives a hidden one away. What already runs is left out.
    A page that read the deployments (with evaluations) and the catalogue already hands them over.
    """
    zichtbaar = zichtbare_aspecten(gebruiker, dossier)
    beeld = beeld_uit(waarnemingen_van(dossier), timezone.localdate(), zichtbaar)
    if instrumenten is None:
        instrumenten = catalogus(dossier.gemeente)
    if inzetten is None:
        inzetten = list(dossier.keten.inzetten.prefetch_related("evaluaties"))
    lijst = {code: i for code, i in instrumenten.items() if i.actief and i.is_voor("werkzoekenden")}
    lopend = {inzet.instrument for inzet in inzetten if inzet.status in LOPEND}
    pogingen = _pogingen(inzetten, lijst)
    resultaten = lokale_resultaten(dossier.gemeente, lijst)
    doelgroepen, nu_op = _groepen_en_tegels(dossier)
    voorstellen = [
        _beoordeel(i, beeld, pogingen.get(code, []), resultaten.get(code), doelgroepen, nu_op)
        for code, i in lijst.items()
        if code not in lopend
    ]
    passend = [v for v in voorstellen if v is not None]
    return sorted(passend, key=lambda v: (-v.score, v.instrument.naam))[:hooguit]


def _groepen_en_tegels(dossier: Dossier) -> tuple[set[str], set[str]]:
    """Legal groups that hold today, and tiles the person is on now, in one query."""
    vandaag = timezone.localdate()
    geldig = Q(doelgroepen__van__lte=vandaag) & (Q(doelgroepen__tot__isnull=True) | Q(doelgroepen__tot__gte=vandaag))
    rijen = (
        Dossier.objects.filter(pk=dossier.pk)
        .annotate(
            groep=FilteredRelation("doelgroepen", condition=geldig),
            bezoek=FilteredRelation("keten__bezoeken", condition=Q(keten__bezoeken__tot__isnull=True)),
        )
        .values_list("groep__code", "bezoek__tegel")
    )
    groepen, tegels = set(), set()
    for groep, tegel in rijen:
        groepen.add(groep)
        tegels.add(tegel)
    return groepen - {None}, tegels - {None}


def _pogingen(inzetten: Sequence[Inzet], lijst: dict[str, Instrument]) -> dict[str, list[Poging]]:
    uit: dict[str, list[Poging]] = {}
    for inzet in inzetten:
        if inzet.status in LOPEND or inzet.instrument not in lijst:
            continue
        evaluaties = list(inzet.evaluaties.all())
        codes = lijst[inzet.instrument].aspectcodes
        stap = vooruitgang_van(evaluaties[0].effect, codes) if evaluaties else None
        uit.setdefault(inzet.instrument, []).append(Poging(inzet, stap))
    return uit


def _beoordeel(
    instrument: Instrument,
    beeld: Klantbeeld,
    pogingen: list[Poging],
    resultaat: Resultaat | None,
    doelgroepen: set[str],
    nu_op: set[str],
) -> Voorstel | None:
    geraakt = [(b, beeld.regels[b.code]) for b in instrument.aspecten if b.code in beeld.regels]
    behoefte = sum(_behoefte(regel) * beoogd.verwacht for beoogd, regel in geraakt)
    if behoefte < 1:
        return None
    per_stap = _verhouding(instrument, resultaat)
    score = behoefte * per_stap
    redenen = _redenen_uit_beeld(geraakt)
    if instrument.bewijs is not None:
        score += BEWIJS_EXTRA.get(instrument.bewijs.hardheid, 0.0)
        redenen.append(_("Onderzoek: {tekst}").format(tekst=instrument.bewijs.tekst))
    if any(slug in nu_op for kant, slug in instrument.tegels if kant == "werkzoekenden"):
        score += TEGEL_EXTRA
        redenen.append(_("Past bij de tegel waar deze klant nu mee bezig is."))
    tegen = [instrument.tegen] if instrument.tegen else []
    score, eerder = _weeg_pogingen(score, pogingen, redenen)
    tegen += eerder
    waarschuwing = rules.wettelijke_waarschuwing(instrument, doelgroepen)
    if waarschuwing:
        tegen.append(waarschuwing)
    return Voorstel(instrument, round(score, 3), tuple(redenen), tuple(tegen), resultaat, resultaat_zin(resultaat))


def _behoefte(regel: Beeldregel) -> float:
    goed = regel.goed_kant
    if goed is None:
        return 0.0
    basis = BEHOEFTE.get(goed, 0.0)
    return basis + (DRINGEND_EXTRA if regel.urgentie >= 2 and basis else 0.0)


def _verhouding(instrument: Instrument, resultaat: Resultaat | None) -> float:
    """How the local estimate compares with what was expected, between a fifth and double."""
    vooraf = verwachting(instrument)
    if resultaat is None or vooraf <= 0:
        return 1.0
    return min(2.0, max(0.2, resultaat.geschat / vooraf))


def _redenen_uit_beeld(geraakt: list[tuple[Beoogd, Beeldregel]]) -> list[str]:
    redenen = []
    for _beoogd, regel in sorted(geraakt, key=lambda paar: -_behoefte(paar[1])):
        if not _behoefte(regel):
            continue
        zin = _("{aspect}: {waarde} (volgens {bron}, {datum}).")
        if regel.urgentie >= 2:
            zin = _("{aspect}: {waarde}, en dat is dringend (volgens {bron}, {datum}).")
        w = regel.nieuwste
        redenen.append(
            zin.format(
                aspect=regel.aspect.naam,
                waarde=regel.tekst,
                bron=str(w.get_bron_display()).lower(),
                datum=datum(w.waargenomen_op),
            )
        )
    return redenen


def _weeg_pogingen(score: float, pogingen: list[Poging], redenen: list[str]) -> tuple[float, list[str]]:
    """Tried before: with effect is a reason, without effect speaks against it, unmeasured is only mentioned."""
    tegen = []
    for poging in pogingen[:1]:
        wanneer = datum(poging.inzet.van)
        if poging.vooruitgang is None:
            tegen.append(_("Is eerder ingezet ({datum}), zonder meting van het effect.").format(datum=wanneer))
        elif poging.vooruitgang > 0:
            redenen.append(
                _("Hielp deze klant eerder ({datum}): gemiddeld {stap} stap vooruit.").format(
                    datum=wanneer, stap=getal(poging.vooruitgang, 1)
                )
            )
        else:
            score *= ZONDER_EFFECT
            tegen.append(_("Is eerder ingezet ({datum}) en hielp toen niet.").format(datum=wanneer))
    return score, tegen


def resultaat_zin(resultaat: Resultaat | None) -> str:
    """What it did in this municipality, with how sure that is, in one sentence."""
    if resultaat is None:
        return _("In uw gemeente is dit nog niet gemeten.")
    if not resultaat.is_genoeg:
        return _(
            "Gemeten bij {n} klanten in uw gemeente: te weinig om op te bouwen. "
            "Daarom telt vooral wat wij vooraf verwachten. Schatting: {stap} stap."
        ).format(n=resultaat.n, stap=getal(resultaat.geschat, 1))
    return _(
        "Gemeten bij {n} klanten in uw gemeente: gemiddeld {stap} stap vooruit "
        "(met 95% zekerheid tussen {laag} en {hoog}). Dit is geen bewijs dat het instrument de oorzaak is."
    ).format(
        n=resultaat.n,
        stap=getal(resultaat.gemiddelde, 1),
        laag=getal(resultaat.laag, 1),
        hoog=getal(resultaat.hoog, 1),
    )
