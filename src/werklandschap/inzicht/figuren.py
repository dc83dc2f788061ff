"""The figures as drawings with their tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.inzicht import tellingen
from werklandschap.inzicht.bron import Bron
from werklandschap.kern.instrumenten.catalogus import catalogus
from werklandschap.kern.instrumenten.effecten import lokale_resultaten
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.landschap.tegels import alle_tegels
from werklandschap.ontwerp.grafieken import (
    Balk,
    Deel,
    Grafiek,
    Stroom,
    histogram,
    overlevingscurve,
    sankey,
    staafbalken,
)
from werklandschap.ontwerp.opmaak import getal
from werklandschap.samen.plaatsing.catalogus import instrumentnaam


def namen(kant: str) -> dict[str, str]:
    """{slug: name} of a side, in the order of the landscape."""
    return {tegel.slug: tegel.naam for tegel in alle_tegels(kant)}


def tegelrijen(gemeente: Gemeente, kant: str) -> list[list[str]]:
    """Rows of the table per tile: name, now, in, out, median stay."""
    cijfers = tellingen.per_tegel(gemeente, kant)
    leeg = tellingen.Tegelcijfer("", 0, 0, 0, None)
    rijen = []
    for slug, naam in namen(kant).items():
        cijfer = cijfers.get(slug, leeg)
        dagen = getal(cijfer.dagen) if cijfer.dagen is not None else _("te weinig om te tonen")
        rijen.append([naam, getal(cijfer.nu), getal(cijfer.erin), getal(cijfer.eruit), dagen])
    return rijen


def stroomfiguur(gemeente: Gemeente, kant: str) -> Grafiek | None:
    """Flows between tiles; None when there are none to show."""
    naam = namen(kant)
    stromen = [
        Stroom(naam[van], naam[naar], aantal)
        for (van, naar), aantal in tellingen.stromen(gemeente, kant).items()
        if van in naam and naar in naam
    ]
    if not stromen:
        return None
    return sankey(_("Van tegel naar tegel, afgelopen jaar"), stromen)


def maandfiguur(bron: Bron) -> Grafiek:
    """Placements that began, by month."""
    maanden = tellingen.plaatsingen_per_maand(bron)
    klassen = [(f"{maand:%m-%y}", aantal) for maand, aantal in maanden]
    return histogram(_("Plaatsingen per maand"), klassen, x_label=_("maand van de start"))


def duurfiguur(bron: Bron) -> Grafiek | None:
    """How long people stay in the job; None when there are too few placements."""
    punten = tellingen.duur_van_plaatsingen(bron)
    if not punten:
        return None
    reeks = (_("alle plaatsingen ({n})").format(n=punten[0].gevolgd), punten)
    return overlevingscurve(_("Hoe lang mensen aan het werk blijven"), [reeks], horizon=730)


def duurfiguren(bron: Bron) -> list[Grafiek]:
    """How long people stay, by instrument and by sector; only groups of ten placements or more, at most four each."""
    namen_sector = {sector.code: sector.naam for sector in sectoren()}
    figuren = []
    for titel, groepen, naam in (
        (_("Hoe lang mensen blijven, per instrument"), tellingen.duur_per_instrument(bron), instrumentnaam),
        (
            _("Hoe lang mensen blijven, per sector"),
            tellingen.duur_per_sector(bron),
            lambda code: str(namen_sector.get(code, code)),
        ),
    ):
        reeksen = [
            (_("{naam} ({n})").format(naam=naam(groep.code), n=groep.aantal), groep.punten) for groep in groepen[:4]
        ]
        if reeksen:
            figuren.append(overlevingscurve(titel, reeksen, horizon=730))
    return figuren


def caseloadfiguur(caseloads: Sequence[tellingen.Caseload]) -> Grafiek:
    """Open dossiers per colleague."""
    regels = [
        Balk(case.naam or _("Nog van niemand"), [Deel(case.aantal, "dossiers")], tekst=getal(case.aantal))
        for case in caseloads
    ]
    return staafbalken(_("Dossiers per collega"), regels, {"dossiers": _("open dossiers")})


@dataclass(frozen=True)
class Instrumentcijfer:
    """What an instrument did here; only shown for ten people or more."""

    naam: str
    n: int
    gemiddelde: str
    interval: str


def instrumentcijfers(gemeente: Gemeente) -> list[Instrumentcijfer]:
    """Results with their interval, best first."""
    instrumenten = catalogus(gemeente, ook_uit=True)
    genoeg = [(code, r) for code, r in lokale_resultaten(gemeente, instrumenten).items() if r.is_genoeg]
    return [
        Instrumentcijfer(
            naam=instrumenten[code].naam,
            n=resultaat.n,
            gemiddelde=getal(resultaat.gemiddelde, 1),
            interval=_("{laag} tot {hoog}").format(laag=getal(resultaat.laag, 1), hoog=getal(resultaat.hoog, 1)),
        )
        for code, resultaat in sorted(genoeg, key=lambda paar: -paar[1].gemiddelde)
    ]
