"""Two employers that are one company become one, and nothing is lost.

Every row of every room that hangs on the employer or its time line moves along, found through the models themselves.
A row that may not stand twice stays with the old record, which remains. Events stay on the old chain, which points at
the one that goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, models, transaction

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.relaties import rules
from werklandschap.kern.relaties.gegevens import PROFIELVELDEN
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Lezing
from werklandschap.kern.toegang.models import Gebruiker

BLIJVEN_STAAN: frozenset[type[models.Model]] = frozenset({Werkgever, Keten, Gebeurtenis, Lezing})
Sleutel = tuple[type[models.Model], str]


@actie
def voeg_werkgevers_samen(*, blijft: Werkgever, vervalt: Werkgever, door: Gebruiker) -> Werkgever:
    """Let `vervalt` go on in `blijft`. Empty fields of `blijft` are filled; other values are kept in the event."""
    rijen = Werkgever.objects.select_for_update(of=("self",)).select_related("keten", "gemeente")
    op_nummer = {w.pk: w for w in rijen.filter(pk__in=[blijft.pk, vervalt.pk]).order_by("pk")}
    een, ander = op_nummer[blijft.pk], op_nummer[vervalt.pk]
    vereis(rules.mag_samenvoegen(door, een, ander))
    ander.wijzig(verwacht=None, samengevoegd_in=een, status=Werkgever.Status.GESTOPT)
    geweken = _vul_aan(een, ander)
    _eindig_dubbele_bezoeken(een.keten, ander.keten)
    aantallen = _verhuis_alles(een, ander)
    Keten.objects.filter(pk=ander.keten_id).update(verder_in=een.keten)
    inhoud = {
        "vervallen": ander.naam,
        "blijft": een.naam,
        "nummers": [ander.pk, een.pk],
        "rijen": aantallen,
        "geweken": geweken,
    }
    for werkgever in (ander, een):
        leg_vast(keten=werkgever.keten, soort="relatie.samengevoegd", door=door, gegevens=inhoud)
    return een


def _vul_aan(een: Werkgever, ander: Werkgever) -> dict[str, str]:
    """Fill what `een` lacks; returns {field: value of the other that yielded}."""
    nieuw: dict[str, Any] = {}
    geweken = {}
    for naam in (*PROFIELVELDEN, "accountmanager", "volgend_contact_op"):
        mijn, hun = getattr(een, naam), getattr(ander, naam)
        if mijn in (None, "") and hun not in (None, ""):
            nieuw[naam] = hun
        elif hun not in (None, "") and hun != mijn:
            geweken[naam] = str(hun)
    een.wijzig(verwacht=None, **nieuw)
    return geweken


def _eindig_dubbele_bezoeken(blijft: Keten, vervalt: Keten) -> None:
    """Both on the same tile now: the visit that began first runs on, the other ends where it began to overlap."""
    lopend = {bezoek.tegel: bezoek for bezoek in blijft.bezoeken.filter(tot__isnull=True)}
    for bezoek in vervalt.bezoeken.filter(tot__isnull=True, tegel__in=lopend):
        laatste = max((bezoek, lopend[bezoek.tegel]), key=lambda b: (b.van, b.pk))
        laatste.tot, laatste.uitkomst = laatste.van, "naar_andere_tegel"
        laatste.save(update_fields=["tot", "uitkomst"])


def _verhuis_alles(een: Werkgever, ander: Werkgever) -> dict[str, int]:
    """Move every related row; returns {model: rows moved}."""
    aantallen: dict[str, int] = {}
    paren: tuple[tuple[models.Model, models.Model], ...] = ((een, ander), (een.keten, ander.keten))
    for naar, van in paren:
        for model, veld in verwijzingen(type(naar)):
            aantal = sum(_verhuis(model, pk, veld, naar) for pk in _sleutels(model, veld, van))
            if aantal:
                aantallen[model._meta.label_lower] = aantallen.get(model._meta.label_lower, 0) + aantal
    return aantallen


def verwijzingen(soort: type[models.Model]) -> Iterator[Sleutel]:
    """Every foreign key of the house that points at `soort`, hidden ones and many-to-many rows included."""
    for relatie in soort._meta.get_fields(include_hidden=True):
        if isinstance(relatie, models.ManyToOneRel) and relatie.related_model not in BLIJVEN_STAAN:
            yield relatie.related_model, relatie.field.name


def _sleutels(model: type[models.Model], veld: str, van: models.Model) -> list[Any]:
    return list(model._base_manager.filter(**{veld: van}).order_by("pk").values_list("pk", flat=True))


def _verhuis(model: type[models.Model], pk: Any, veld: str, naar: models.Model) -> int:
    """1 when the row moved, 0 when its like is there already and it stays with the old record."""
    try:
        with transaction.atomic():
            return model._base_manager.filter(pk=pk).update(**{veld: naar})
    except IntegrityError:
        return 0
