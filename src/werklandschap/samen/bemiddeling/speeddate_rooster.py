"""From the event to the solver and back: who takes part, what each talk is worth, and the schedule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.index import taxonomie_met_naam
from werklandschap.kern.profielen.models import Eis, Werkprofiel, Zoekopdracht
from werklandschap.kern.profielen.omzetting import kandidaten as als_kandidaten
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.kern.profielen.zoeken import log_zoekopdrachten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.matching.herplannen import SECONDEN, Voortgang, herplan
from werklandschap.matching.referentie import beste_werkprofielen
from werklandschap.matching.speeddates import Afspraak, Id, SpeeddateFout, Voorkeur, Vraag, maak_rooster
from werklandschap.samen.bemiddeling.models import (
    Speeddate,
    Speeddateafspraak,
    Speeddatekandidaat,
    Speeddatevoorkeur,
    Speeddatewerkgever,
)


@dataclass(frozen=True)
class Roosteruitslag:
    """What came of planning: talks, their worth, whether it is proved, and what of the old schedule stays."""

    afspraken: int
    waarde: int
    bewezen: bool
    blijft: int
    anders: int


def deelnemers(speeddate: Speeddate) -> tuple[list[Speeddatekandidaat], list[Speeddatewerkgever]]:
    """Candidates who come with valid consent, and employers who come."""
    kandidaten = speeddate.kandidaten.select_related("toestemming", "dossier__werkzoekende")
    return [k for k in kandidaten if k.doet_mee], list(speeddate.werkgevers.filter(afgemeld=False))


def vul_voorkeuren(speeddate: Speeddate, door: Gebruiker, wie: Iterable[Speeddatekandidaat] = ()) -> int:
    """Match candidates (`wie`, else all) with every employer of the event; wishes stay. Returns how many pairs are new.

    An employer whose hard requirements a candidate does not meet is worth 0: a wish can still bring them together. Each
    person and each job that was scored is logged as a search by `door`.
    """
    kandidaten = list(wie) or list(speeddate.kandidaten.select_related("dossier__werkzoekende"))
    werkgevers = {w.werkprofiel_id: w for w in speeddate.werkgevers.all()}
    eisen = Prefetch("eisen", Eis.objects.select_related("competentie"))
    profielen = list(
        Werkprofiel.objects.filter(pk__in=werkgevers)
        .select_related("vestiging", "werkgever", "gemeente")
        .prefetch_related(eisen, "certificaateisen", "taaleisen")
    )
    gevonden = _matches(speeddate, kandidaten, profielen, door)
    bekend = {(v.kandidaat_id, v.werkgever_id): v for v in Speeddatevoorkeur.objects.filter(kandidaat__in=kandidaten)}
    nieuw, anders = [], []
    for kandidaat in kandidaten:
        for profiel in profielen:
            werkgever = werkgevers[profiel.pk]
            rij = bekend.get((kandidaat.pk, werkgever.pk))
            match = gevonden.get((kandidaat.pk, profiel.pk), 0)
            if rij is None:
                nieuw.append(Speeddatevoorkeur(kandidaat=kandidaat, werkgever=werkgever, match=match))
            elif rij.match != match:
                rij.match = match
                anders.append(rij)
    Speeddatevoorkeur.objects.bulk_create(nieuw)
    Speeddatevoorkeur.objects.bulk_update(anders, ["match"])
    return len(nieuw)


def _matches(
    speeddate: Speeddate, kandidaten: Sequence[Speeddatekandidaat], profielen: Sequence[Werkprofiel], door: Gebruiker
) -> dict[tuple[int, int], int]:
    """The total at the start of each pair (candidate, job profile) that fits."""
    if not kandidaten or not profielen:
        return {}
    taxonomie, naam = taxonomie_met_naam()
    van_uuid, vragen = {str(p.uuid): p for p in profielen}, [naar_werkprofiel(p) for p in profielen]
    mensen = {kandidaat.dossier.werkzoekende_id: kandidaat for kandidaat in kandidaten}
    uit: dict[tuple[int, int], int] = {}
    per_mens_en_werk: Counter[Werkprofiel | Werkzoekende] = Counter(dict.fromkeys(profielen, 0))
    for mens in als_kandidaten(Werkzoekende.objects.filter(pk__in=mensen)):
        kandidaat = mensen[UUID(mens.id)]
        uitslagen = beste_werkprofielen(mens, vragen, taxonomie, timezone.localdate(), len(vragen))
        per_mens_en_werk[kandidaat.dossier.werkzoekende] = len(uitslagen)
        for uitslag in uitslagen:
            profiel = van_uuid[uitslag.werkprofiel]
            per_mens_en_werk[profiel] += 1
            uit[kandidaat.pk, profiel.pk] = uitslag.straks
    doel = Zoekopdracht.Doel.SPEEDDATE
    log_zoekopdrachten(door=door, doel=doel, index=naam, gevonden=per_mens_en_werk)
    return uit


def maak_vraag(speeddate: Speeddate) -> Vraag:
    """The question for the solver: only who takes part."""
    kandidaten, werkgevers = deelnemers(speeddate)
    voorkeuren = Speeddatevoorkeur.objects.filter(kandidaat__in=kandidaten, werkgever__in=werkgevers).order_by(
        "kandidaat_id", "werkgever_id"
    )
    return Vraag(
        rondes=speeddate.rondes,
        minuten_per_ronde=speeddate.minuten,
        max_per_kandidaat=speeddate.max_gesprekken,
        kandidaten=tuple(k.pk for k in kandidaten),
        tafels={w.pk: w.tafels for w in werkgevers},
        voorkeuren=tuple(Voorkeur(v.kandidaat_id, v.werkgever_id, v.waarde) for v in voorkeuren),
        grenzen={k.pk: k.grens for k in kandidaten if k.grens is not None},
    )


@dataclass(frozen=True)
class Planning:
    """Everything a schedule depends on; equal means that a schedule made for the one fits the other."""

    vraag: Vraag
    oud: tuple[Afspraak, ...]
    gehouden_tot: int
    vanaf: Mapping[Id, int]

    @property
    def is_nieuw(self) -> bool:
        """Nothing to keep and nobody who comes later: the fast way gives the best schedule."""
        return not self.oud and not self.vanaf

    @property
    def omvang(self) -> int:
        """How many places there are to choose from: a pair in a round to come. Planning again takes time by this."""
        return len(self.vraag.voorkeuren) * max(0, self.vraag.rondes - self.gehouden_tot)


def lees_planning(speeddate: Speeddate) -> Planning:
    """What has to be planned now. Talks of rounds that were held stay. Raises Invoerfout when there is nothing."""
    vraag = maak_vraag(speeddate)
    if not vraag.kandidaten or not vraag.tafels:
        raise Invoerfout(_("Er is nog geen rooster te maken. Nodig eerst kandidaten uit en voeg werkgevers toe."))
    rijen = list(speeddate.afspraken.all())
    laat = speeddate.kandidaten.filter(vanaf_ronde__gt=1, pk__in=vraag.kandidaten)
    return Planning(
        vraag=vraag,
        oud=tuple(Afspraak(r.ronde, r.werkgever_id, r.tafel, r.kandidaat_id) for r in rijen),
        gehouden_tot=max([speeddate.ronde_nu, *(r.ronde for r in rijen if r.gesproken is not None)]),
        vanaf={k.pk: k.vanaf_ronde for k in laat},
    )


def los_op(
    planning: Planning, seconden: float = SECONDEN, voortgang: Voortgang | None = None
) -> tuple[tuple[Afspraak, ...], Roosteruitslag]:
    """The best schedule, or the best with as few moves as possible. Reads and writes nothing. Raises Invoerfout."""
    try:
        if planning.is_nieuw:
            rooster = maak_rooster(planning.vraag)
            aantal = len(rooster.afspraken)
            return rooster.afspraken, Roosteruitslag(aantal, rooster.waarde, rooster.bewezen_optimaal, 0, 0)
        nieuw = herplan(
            planning.vraag,
            planning.oud,
            gehouden_tot=planning.gehouden_tot,
            vanaf=planning.vanaf,
            seconden=seconden,
            voortgang=voortgang,
        )
    except SpeeddateFout as fout:
        raise Invoerfout(str(fout)) from fout
    aantal = len(nieuw.afspraken)
    return nieuw.afspraken, Roosteruitslag(aantal, nieuw.waarde, nieuw.bewezen_optimaal, nieuw.blijft, nieuw.anders)


def schrijf(speeddate: Speeddate, afspraken: tuple[Afspraak, ...]) -> None:
    """Replace what changed; a talk that stays keeps its row with what was written down. Inside an action."""
    nieuw = {(a.kandidaat, a.werkgever, a.ronde, a.tafel) for a in afspraken}
    oud = {(r.kandidaat_id, r.werkgever_id, r.ronde, r.tafel): r for r in speeddate.afspraken.all()}
    speeddate.afspraken.filter(pk__in=[r.pk for sleutel, r in oud.items() if sleutel not in nieuw]).delete()
    Speeddateafspraak.objects.bulk_create(
        Speeddateafspraak(
            speeddate=speeddate, kandidaat_id=a.kandidaat, werkgever_id=a.werkgever, ronde=a.ronde, tafel=a.tafel
        )
        for a in afspraken
        if (a.kandidaat, a.werkgever, a.ronde, a.tafel) not in oud
    )
