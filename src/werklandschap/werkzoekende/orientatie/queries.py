"""Occupations beside what somebody can already do."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Beroep, BeroepCompetentie, Groeipad
from werklandschap.competenties.taxonomie import Matchingtaxonomie, matching_taxonomie
from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.models import Kandidaatgegevens
from werklandschap.ontwerp.grafieken import Grafiek
from werklandschap.ontwerp.grafieken.groeipad import Overgang, Stap, groeipad

DIEP = 2
STANDAARD_LEERTIJD = 8


@dataclass(frozen=True)
class Gevraagd:
    """A competence an occupation asks: `weken` 0 means somebody has it, None that the basis comes first."""

    naam: str
    nodig: bool
    niveau: int
    weken: int | None


def vergelijk(beroep: Beroep, werkzoekende: Werkzoekende) -> list[Gevraagd]:
    """What is asked and how long learning takes, by kinship and learning time of matching.md; two queries."""
    gegevens: Kandidaatgegevens | None = getattr(werkzoekende, "kandidaatgegevens", None)
    tempo = gegevens.leertempo if gegevens else None
    rijen = BeroepCompetentie.objects.order_by("soort", "pk")
    naam = {"competentie": ("code", "label", "label_en")}
    lees_samen([Meelezen(werkzoekende, "competenties", mee=naam), Meelezen(beroep, "beroepcompetenties", rijen, naam)])
    niveaus = {regel.competentie.code: regel.niveau for regel in werkzoekende.competenties.all()}
    taxonomie = matching_taxonomie()
    return [
        Gevraagd(
            rij.competentie.naam,
            rij.soort == BeroepCompetentie.Soort.ESSENTIEEL,
            rij.niveau,
            _weken(rij.competentie.code, rij.niveau, niveaus, 1 if tempo is None else tempo, taxonomie),
        )
        for rij in beroep.beroepcompetenties.all()
    ]


def _weken(code: str, niveau: int, niveaus: dict[str, int], tempo: int, taxonomie: Matchingtaxonomie) -> int | None:
    verwant = taxonomie["verwantschap"].get(code, {})
    heeft = max((n * (1000 if wie == code else verwant.get(wie, 0)) for wie, n in niveaus.items()), default=0)
    if heeft >= 1000 * niveau:
        return 0
    if heeft == 0 and not taxonomie["vanaf_nul"].get(code, False):
        return None
    stappen = -(-(1000 * niveau - heeft) // 1000)
    return -(-stappen * 2 * taxonomie["leertijd"].get(code, STANDAARD_LEERTIJD) // (tempo + 1))


def groeigrafiek(beroep: Beroep) -> Grafiek | None:
    """Where this occupation can lead in two steps; one query, None when nothing is known."""
    namen, rand, overgangen = {beroep.pk: beroep.naam}, {beroep.pk}, []
    daarna = Groeipad.objects.filter(van=beroep).values("naar")
    paden = list(Groeipad.objects.filter(Q(van=beroep) | Q(van__in=daarna)).select_related("naar").order_by("pk"))
    for _laag in range(DIEP):
        nieuw: set[int] = set()
        for pad in (pad for pad in paden if pad.van_id in rand):
            if pad.naar_id in namen and pad.naar_id not in nieuw:
                continue
            namen[pad.naar_id] = pad.naar.naam
            nieuw.add(pad.naar_id)
            overgangen.append(Overgang(str(pad.van_id), str(pad.naar_id), pad.uitleg))
        rand = nieuw
    if not overgangen:
        return None
    stappen = [Stap(str(pk), naam, pk == beroep.pk) for pk, naam in namen.items()]
    return groeipad(_("Waar dit toe kan leiden"), stappen, overgangen)
