"""Two dossiers of one person become one, and nothing is lost.

Every row of every room that hangs on the dossier, the person or the chain moves along, found through the models
themselves. Where the surviving side already has its one row (a competence, a certificate, a language), that row takes
over what it lacks and all evidence below the other; the other row stays with the old record. Logs and events stay on
the old chain, which points at the one that goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Max, Q, UniqueConstraint
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.gegevens import BEWERKBAAR, als_velden, controleer, gegevens_van
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Lezing, Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker

# The spine of a record and its logs stay where they are.
BLIJVEN_STAAN: frozenset[type[models.Model]] = frozenset({Dossier, Werkzoekende, Gebeurtenis, Lezing})
# functie(blijft, vervalt, door), in the same transaction, after all rows moved: indexes, open questions to the person.
bij_samenvoegen: list[Callable[[Dossier, Dossier, Gebruiker], None]] = []
# {"app.model": functie(row that stays, row that yields)}: how a room combines two rows that may not both be there.
combineer: dict[str, Callable[[Any, Any], None]] = {}
DOSSIERVELDEN = ("hulpvraag", "hulpvraag_verhelderd", "inkomensaanvraag")


@dataclass(frozen=True)
class Verhuizing:
    """Rows of one model that move by one foreign key."""

    model: type[models.Model]
    veld: models.ForeignKey[Any, Any]

    @property
    def eigen_label(self) -> str:
        """The model as `app.model`, lower case."""
        return self.model._meta.label_lower


def verhuizingen(soort: type[models.Model]) -> Iterator[Verhuizing]:
    """Every foreign key or one-to-one of the house that points at `soort`, hidden and many-to-many rows included."""
    for relatie in soort._meta.get_fields(include_hidden=True):
        if not isinstance(relatie, models.ManyToOneRel) or not relatie.auto_created:
            continue
        model, veld = relatie.related_model, relatie.field
        if model not in BLIJVEN_STAAN or (model in {Dossier, Keten} and model is soort):
            yield Verhuizing(model, veld)


@actie
def voeg_samen(*, blijft: Dossier, vervalt: Dossier, keuzes: dict[str, str], door: Gebruiker) -> Dossier:
    """Let `vervalt` go on in `blijft`. `keuzes` names per identity field whose value holds: "blijft" or "vervalt".

    A field without a choice keeps the value of `blijft`, or takes the other's when that one is empty. Values that
    yield are kept in the event. Raises Invoerfout when the two have different BSNs: then they are different people.
    """
    een, ander = _vergrendel(blijft, vervalt)
    vereis(rules.mag_samenvoegen(door, een, ander))
    _keur(een, ander)
    geweken = _kies_velden(een, ander, keuzes)
    aantallen = _verhuis_alles(een, ander)
    _sluit_keten(een, ander)
    ander.wijzig(verwacht=None, status=Dossier.Status.SAMENGEVOEGD, samengevoegd_in=een)
    inhoud = {"vervallen": str(ander.pk), "blijft": str(een.pk), "rijen": aantallen, "geweken": geweken}
    for dossier in (ander, een):
        leg_vast(keten=dossier.keten, soort="dossier.samengevoegd", door=door, gegevens=inhoud)
    for gevolg in bij_samenvoegen:
        gevolg(een, ander, door)
    return een


def _vergrendel(blijft: Dossier, vervalt: Dossier) -> tuple[Dossier, Dossier]:
    """Both rows locked in one order, so that two merges never wait for each other."""
    rijen = {
        dossier.pk: dossier
        for dossier in Dossier.objects.select_for_update(of=("self",))
        .select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
        .filter(pk__in=[blijft.pk, vervalt.pk])
        .order_by("pk")
    }
    return rijen[blijft.pk], rijen[vervalt.pk]


def _keur(blijft: Dossier, vervalt: Dossier) -> None:
    een, ander = blijft.werkzoekende, vervalt.werkzoekende
    if een.bsn_zoekwaarde and ander.bsn_zoekwaarde and een.bsn_zoekwaarde != ander.bsn_zoekwaarde:
        raise Invoerfout(_("Deze twee mensen hebben een ander BSN. Klopt dat niet? Verbeter dan eerst het BSN."))
    if een.account_id and ander.account_id:
        raise Invoerfout(_("Beide mensen hebben een eigen account. Laat de beheerder eerst één account sluiten."))


def _kies_velden(blijft: Dossier, vervalt: Dossier, keuzes: dict[str, str]) -> dict[str, str]:
    """Set the chosen values; returns {field: value that yielded} as text."""
    een, ander = blijft.werkzoekende, vervalt.werkzoekende
    persoon = _gekozen(een, ander, BEWERKBAAR, keuzes)
    geweken = _geweken(een, ander, BEWERKBAAR, persoon)
    werk = _gekozen(blijft, vervalt, DOSSIERVELDEN, keuzes)
    geweken |= _geweken(blijft, vervalt, DOSSIERVELDEN, werk)
    if werk.get("inkomensaanvraag", blijft.inkomensaanvraag) != blijft.inkomensaanvraag:
        werk |= {naam: getattr(vervalt, naam) for naam in ("inkomensaanvraag_op", "inkomensaanvraag_status")}
    if blijft.verantwoordelijke_id is None:
        werk["verantwoordelijke"] = vervalt.verantwoordelijke
    werk["gemeld_op"] = min(blijft.gemeld_op, vervalt.gemeld_op)
    _verplaats_sleutels(een, ander, persoon)
    blijft.wijzig(verwacht=None, **werk)
    return geweken


def _gekozen(een: Any, ander: Any, namen: Iterable[str], keuzes: dict[str, str]) -> dict[str, Any]:
    uit = {}
    for naam in namen:
        leeg = getattr(een, naam) in (None, "")
        standaard = "vervalt" if leeg else "blijft"
        uit[naam] = getattr(ander if keuzes.get(naam, standaard) == "vervalt" else een, naam)
    return uit


def _geweken(een: Any, ander: Any, namen: Iterable[str], gekozen: dict[str, Any]) -> dict[str, str]:
    uit = {}
    for naam in namen:
        for kant in (een, ander):
            waarde = getattr(kant, naam)
            if waarde not in (None, "") and waarde != gekozen[naam]:
                uit[naam] = str(waarde)
    return uit


def _verplaats_sleutels(een: Werkzoekende, ander: Werkzoekende, velden: dict[str, Any]) -> None:
    """The chosen data, and what only one row may have: BSN, account and the id of another system."""
    for naam, waarde in velden.items():
        setattr(een, naam, waarde)
    nieuw = als_velden(controleer(gegevens_van(een)))
    los: dict[str, Any] = {}
    if ander.bsn_zoekwaarde and not een.bsn_zoekwaarde:
        nieuw |= {"bsn": ander.bsn, "bsn_zoekwaarde": ander.bsn_zoekwaarde}
    if ander.bsn_zoekwaarde:
        los |= {"bsn": None, "bsn_zoekwaarde": None}
    if ander.account_id:
        nieuw["account"] = ander.account
        los["account"] = None
    if ander.extern_id and not een.extern_id:
        nieuw |= {"herkomst": ander.herkomst, "extern_id": ander.extern_id}
        los["extern_id"] = ""
    if los:
        ander.wijzig(verwacht=None, **los)
    een.wijzig(verwacht=None, **nieuw)


def _verhuis_alles(blijft: Dossier, vervalt: Dossier) -> dict[str, int]:
    """Move every related row; returns {model: rows}."""
    aantallen: dict[str, int] = {}
    _eindig_dubbele_bezoeken(blijft.keten, vervalt.keten)
    paren: tuple[tuple[models.Model, models.Model], ...] = (
        (blijft, vervalt),
        (blijft.werkzoekende, vervalt.werkzoekende),
        (blijft.keten, vervalt.keten),
    )
    for naar, van in paren:
        for verhuizing in verhuizingen(type(naar)):
            aantal = _verhuis(verhuizing, van, naar)
            if aantal:
                aantallen[verhuizing.eigen_label] = aantallen.get(verhuizing.eigen_label, 0) + aantal
    return aantallen


def _eindig_dubbele_bezoeken(blijft: Keten, vervalt: Keten) -> None:
    """Both on the same tile now: the visit that began first runs on, the other ends where it began to overlap."""
    lopend = {bezoek.tegel: bezoek for bezoek in blijft.bezoeken.filter(tot__isnull=True)}
    for bezoek in vervalt.bezoeken.filter(tot__isnull=True, tegel__in=lopend):
        paar = sorted((bezoek, lopend[bezoek.tegel]), key=lambda b: (b.van, b.pk))
        Tegelbezoek.objects.filter(pk=paar[1].pk).update(tot=paar[1].van, uitkomst="naar_andere_tegel")


def _verhuis(verhuizing: Verhuizing, van: models.Model, naar: models.Model) -> int:
    model, veld = verhuizing.model, verhuizing.veld
    rijen = list(model._base_manager.filter(**{veld.name: van}))
    for rij in rijen:
        oude_sleutel = rij.pk
        setattr(rij, veld.name, naar)
        _geef_vrij_nummer(rij, veld, naar)
        bezet = _bezet_door(rij, veld, naar, oude_sleutel)
        if bezet is not None:
            setattr(rij, veld.name, van)
            _voeg_rij_in(bezet, rij)
            continue
        nieuw = {f.attname: getattr(rij, f.attname) for f in model._meta.concrete_fields if _telt_mee(f, veld)}
        model._base_manager.filter(pk=oude_sleutel).update(**nieuw)
    return len(rijen)


def _telt_mee(veld: models.Field[Any, Any], sleutel: models.ForeignKey[Any, Any]) -> bool:
    return veld.name in {sleutel.name, "nummer"} and (veld.name == sleutel.name or not veld.primary_key)


def _sleutels_van(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], Q | None]]:
    """What may be there once: unique fields and constraints, as field names with their condition."""
    for veld in model._meta.concrete_fields:
        if veld.unique and (not veld.primary_key or veld.remote_field is not None):
            yield (veld.name,), None
    for namen in model._meta.unique_together:
        yield tuple(namen), None
    for regel in model._meta.constraints:
        if isinstance(regel, UniqueConstraint) and regel.fields:
            yield tuple(regel.fields), regel.condition


def _bezet_door(
    rij: models.Model, veld: models.ForeignKey[Any, Any], naar: models.Model, oude_sleutel: Any
) -> models.Model | None:
    """The row on the surviving side that makes this one impossible, if any."""
    model = type(rij)
    for namen, voorwaarde in _sleutels_van(model):
        waarden = {naam: getattr(rij, naam) for naam in namen}
        if veld.name not in namen or any(waarde is None for waarde in waarden.values()):
            continue
        anderen = model._base_manager.filter(**waarden)
        if not veld.primary_key:
            anderen = anderen.exclude(pk=oude_sleutel)
        if voorwaarde is not None:
            telt = model._base_manager.filter(voorwaarde, pk=oude_sleutel).exists()
            anderen = anderen.filter(voorwaarde) if telt else anderen.none()
        bezet = anderen.first()
        if bezet is not None:
            return bezet
    return None


def _geef_vrij_nummer(rij: models.Model, veld: models.ForeignKey[Any, Any], naar: models.Model) -> None:
    """Rows numbered per record (versions of a plan) keep their order and get the next free number."""
    model = type(rij)
    genummerd = any({veld.name, "nummer"} == set(namen) for namen, _voorwaarde in _sleutels_van(model))
    if genummerd:
        hoogste = model._base_manager.filter(**{veld.name: naar}).aggregate(h=Max("nummer"))["h"] or 0
        if model._base_manager.filter(**{veld.name: naar, "nummer": rij.nummer}).exists():  # type: ignore[attr-defined]
            rij.nummer = hoogste + 1  # type: ignore[attr-defined]


def _voeg_rij_in(blijft: models.Model, vervalt: models.Model) -> None:
    """The surviving row takes what it lacks and everything that hangs on the other."""
    for verhuizing in verhuizingen(type(blijft)):
        _verhuis(verhuizing, vervalt, blijft)
    eigen = combineer.get(type(blijft)._meta.label_lower)
    if eigen is not None:
        eigen(blijft, vervalt)
        return
    aangevuld = []
    for veld in blijft._meta.concrete_fields:
        waarde = _samen(getattr(blijft, veld.attname), getattr(vervalt, veld.attname))
        if not veld.primary_key and waarde != getattr(blijft, veld.attname):
            setattr(blijft, veld.attname, waarde)
            aangevuld.append(veld.name)
    if aangevuld:
        type(blijft)._base_manager.filter(pk=blijft.pk).update(
            **{naam: getattr(blijft, blijft._meta.get_field(naam).attname) for naam in aangevuld}  # type: ignore[union-attr]
        )


def _samen(een: Any, ander: Any) -> Any:
    """The first value, completed by the other where it is empty; dictionaries per key."""
    if isinstance(een, dict) and isinstance(ander, dict):
        return {**ander, **een}
    return ander if een is None or een == "" else een


def _sluit_keten(blijft: Dossier, vervalt: Dossier) -> None:
    Keten.objects.filter(pk=vervalt.keten_id).update(verder_in=blijft.keten)
