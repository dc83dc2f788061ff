"""The PSO: the norms of a day, what a company counted, and which step that gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.orientatie.catalogi import PsoNorm, pso_instelling, pso_normen
from werklandschap.werkgever.orientatie.models import PsoTelling, Rekenversie
from werklandschap.werkgever.orientatie.rekenversies import Versies, leg_versie_vast, versies_van

CENT, TIENDE = Decimal("0.01"), Decimal("0.1")
KOLOMMEN = ("mensen", "trede1", "trede2", "trede3")
MEESTE_RIJEN = 50


@dataclass(frozen=True)
class Normen:
    """The norms by size of the company, small ones first, with PSO 30+; `versie` None: those of the product."""

    rijen: tuple[PsoNorm, ...]
    dertig_plus: Decimal
    bron: str
    gelezen: date
    versie: Rekenversie | None = None

    def voor(self, mensen: int) -> tuple[Decimal, Decimal, Decimal]:
        """The norms (%) for a company of so many people, in proportion between two sizes of the table."""
        onder = max((n for n in self.rijen if n.mensen <= mensen), key=lambda n: n.mensen, default=self.rijen[0])
        boven = min((n for n in self.rijen if n.mensen >= mensen), key=lambda n: n.mensen, default=self.rijen[-1])
        breedte = boven.mensen - onder.mensen
        deel = Decimal(mensen - onder.mensen) / breedte if breedte > 0 else Decimal(0)
        paren = ((onder.trede1, boven.trede1), (onder.trede2, boven.trede2), (onder.trede3, boven.trede3))
        een, twee, drie = (Decimal(o) + (Decimal(b) - Decimal(o)) * deel for o, b in paren)
        return een, twee, drie

    def als_tekst(self) -> str:
        """The table as it is typed: a line per size."""
        return "\n".join(
            "; ".join([str(n.mensen), *(t.replace(".", ",") for t in (n.trede1, n.trede2, n.trede3))])
            for n in self.rijen
        )


def normversies(gemeente_id: int) -> Versies:
    """All versions of the norms that the region wrote down; one query."""
    return versies_van(gemeente_id, Rekenversie.Soort.PSO)


def normen_op(versies: Versies, dag: date) -> Normen:
    """The norms that hold on a day."""
    versie = versies.op(dag)
    if versie is None:
        vast = pso_instelling()
        return Normen(pso_normen(), Decimal(vast.dertig_plus), vast.bron, vast.gelezen)
    rijen = tuple(PsoNorm(**rij) for rij in versie.waarden["normen"])
    dertig_plus = Decimal(versie.waarden["dertig_plus"])
    return Normen(rijen, dertig_plus, versie.bron, timezone.localdate(versie.op), versie)


def lees_normen(tekst: str) -> list[PsoNorm]:
    """A table of people and three shares, typed or pasted from a sheet; a first line of words is skipped.

    Raises Invoerfout naming each wrong line.
    """
    regels = [(nummer, regel) for nummer, regel in enumerate(tekst.splitlines(), 1) if regel.strip()]
    if regels and not regels[0][1].strip()[0].isdigit():
        regels = regels[1:]
    rijen: list[PsoNorm] = []
    fouten = []
    for nummer, regel in regels[: MEESTE_RIJEN + 1]:
        rij = _lees_regel(regel)
        if rij is None:
            fouten.append(_("regel {n}: schrijf vier getallen, zoals 10; 6,7; 9,0; 15,5").format(n=nummer))
        elif not 0 < Decimal(rij.trede1) < Decimal(rij.trede2) < Decimal(rij.trede3) <= 100:
            fouten.append(_("regel {n}: elke trede vraagt een hoger percentage, tot en met 100").format(n=nummer))
        elif rijen and rij.mensen <= rijen[-1].mensen:
            fouten.append(_("regel {n}: zet kleine bedrijven eerst, elke grootte één keer").format(n=nummer))
        else:
            rijen.append(rij)
    if len(regels) > MEESTE_RIJEN:
        fouten.append(_("hooguit {n} regels").format(n=MEESTE_RIJEN))
    if not regels:
        fouten.append(_("Vul ten minste één regel in."))
    if fouten:
        raise Invoerfout({"normen": "; ".join(fouten[:5])})
    return rijen


def _lees_regel(regel: str) -> PsoNorm | None:
    delen = [deel.removesuffix("%").replace(",", ".") for deel in re.split(r"\s*[;\t]\s*|\s+", regel.strip()) if deel]
    if len(delen) != len(KOLOMMEN) or not delen[0].isascii() or not delen[0].isdecimal() or int(delen[0]) < 1:
        return None
    if not all(re.fullmatch(r"\d{1,3}(\.\d{1,2})?", deel, re.ASCII) for deel in delen[1:]):
        return None
    return PsoNorm(int(delen[0]), *delen[1:])


def mag_normen_zetten(gebruiker: Gebruiker) -> bool:
    """Administrators, for their region."""
    return gebruiker.heeft(Recht.BEHEREN) and gebruiker.gemeente is not None


@actie
def bewaar_normen(*, vanaf: date, bron: str, dertig_plus: Decimal, normen: str, door: Gebruiker) -> Rekenversie:
    """The norms from a day on, for the actor's region: they are the same in the whole country. Raises Invoerfout."""
    vereis(mag_normen_zetten(door))
    assert door.gemeente is not None
    if not bron.strip():
        raise Invoerfout({"bron": _("Schrijf op waar deze normen staan.")})
    if not 0 < dertig_plus <= 100:
        raise Invoerfout({"dertig_plus": _("Vul een percentage boven 0 tot en met 100 in.")})
    rijen = [{naam: getattr(rij, naam) for naam in KOLOMMEN} for rij in lees_normen(normen)]
    rij = Rekenversie.objects.create(
        soort=Rekenversie.Soort.PSO,
        regio=door.gemeente.regio,
        vanaf=vanaf,
        bron=bron.strip()[:200],
        waarden={"normen": rijen, "dertig_plus": str(dertig_plus)},
        door=door,
    )
    leg_versie_vast(rij, "pso.normen", door)
    return rij


@dataclass(frozen=True)
class PsoStand:
    """An indication: the share (%), the norms for this size, and the highest step they give."""

    telling: PsoTelling
    aandeel: Decimal
    normen: list[tuple[str, Decimal, bool]]
    van: Normen

    @property
    def trede(self) -> str:
        """The highest step that is reached; empty for none."""
        return next((naam for naam, _norm, haalt in reversed(self.normen) if haalt), "")

    @property
    def volgende(self) -> tuple[str, Decimal] | None:
        """The next step and the full time jobs it asks besides, or None at the top."""
        for naam, norm, haalt in self.normen:
            if not haalt:
                nodig = norm * self.telling.fte / 100 - self.telling.fte_doelgroep
                return naam, nodig.quantize(CENT, ROUND_HALF_UP)
        return None


def pso_stand(werkgever: Werkgever) -> PsoStand | None:
    """The newest count beside the norms of today, or None when nobody counted."""
    telling = werkgever.psotellingen.first()
    if telling is None:
        return None
    van = normen_op(normversies(werkgever.gemeente_id), timezone.localdate())
    precies = 100 * telling.fte_doelgroep / telling.fte
    rijen = [
        *((_("Trede {nummer}").format(nummer=n), norm) for n, norm in enumerate(van.voor(telling.mensen), 1)),
        ("PSO 30+", van.dertig_plus),
    ]
    oplopend = sorted(rijen, key=lambda rij: rij[1])
    normen = [(naam, norm.quantize(TIENDE, ROUND_HALF_UP), precies >= norm) for naam, norm in oplopend]
    return PsoStand(telling, precies.quantize(TIENDE, ROUND_HALF_UP), normen, van)


@actie
def tel_pso(*, werkgever: Werkgever, mensen: int, fte: Decimal, fte_doelgroep: Decimal, door: Gebruiker) -> PsoTelling:
    """What the company counted. Numbers only: nobody is named, and nobody's reason is asked."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    fouten = {}
    if mensen < 1:
        fouten["mensen"] = _("Vul 1 of meer in.")
    if fte <= 0 or fte > mensen:
        fouten["fte"] = _("Vul een getal boven 0 in, niet hoger dan het aantal mensen.")
    if fte_doelgroep < 0 or fte_doelgroep > fte:
        fouten["fte_doelgroep"] = _(
            "Dit is een deel van alle voltijdbanen: vul 0 of meer in, niet hoger dan het geheel."
        )
    if fouten:
        raise Invoerfout(fouten)
    rij = PsoTelling.objects.create(werkgever=werkgever, mensen=mensen, fte=fte, fte_doelgroep=fte_doelgroep, door=door)
    leg_vast(keten=werkgever.keten, soort="pso.geteld", door=door, gegevens={"op": str(timezone.localdate())})
    return rij
