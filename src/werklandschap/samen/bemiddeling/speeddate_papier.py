"""The schedule on paper: a sheet per person, per table and per room, as PDF/UA."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.ontwerp.opmaak import datum_tijd, tijd
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddateafspraak
from werklandschap.samen.bemiddeling.speeddate_queries import afspraken_van

Blad = dict[str, Any]


def papier(speeddate: Speeddate, soort: str) -> bytes:
    """The PDF; `soort` is persoon, tafel or zaal. Only who comes with valid consent is on it."""
    titel, maak = SOORTEN[soort]
    afspraken = [a for a in afspraken_van(speeddate).select_related("kandidaat__toestemming") if _mag(a)]
    gegevens = {
        "titel": f"{speeddate.naam}: {titel}",
        "ondertitel": f"{datum_tijd(speeddate.begin)}, {speeddate.waar}",
        "gemeente": speeddate.gemeente.naam,
        "bladen": maak(speeddate, afspraken),
        "leeg": _("Er is nog geen rooster."),
    }
    return maak_pdf("speeddate.typ", gegevens)


def _mag(afspraak: Speeddateafspraak) -> bool:
    toestemming = afspraak.kandidaat.toestemming
    return toestemming is not None and toestemming.is_geldig


def _naam(afspraak: Speeddateafspraak) -> str:
    return afspraak.kandidaat.dossier.werkzoekende.naam


def _bedrijf(afspraak: Speeddateafspraak) -> str:
    return afspraak.werkgever.werkprofiel.werkgever.naam


def _bladen(
    speeddate: Speeddate,
    afspraken: Iterable[Speeddateafspraak],
    kop: Callable[[Speeddateafspraak], str],
    kolommen: list[str],
    regel: Callable[[Speeddateafspraak], list[str]],
) -> list[Blad]:
    groepen: dict[str, list[list[str]]] = {}
    for afspraak in afspraken:
        van = tijd(speeddate.begin_van(afspraak.ronde))
        groepen.setdefault(kop(afspraak), []).append([str(afspraak.ronde), van, *regel(afspraak)])
    kolommen = [_("Ronde"), _("Tijd"), *kolommen]
    return [{"kop": naam, "kolommen": kolommen, "rijen": rijen} for naam, rijen in sorted(groepen.items())]


def _per_persoon(speeddate: Speeddate, afspraken: list[Speeddateafspraak]) -> list[Blad]:
    kolommen = [_("Bedrijf"), _("Zaal"), _("Tafel")]
    return _bladen(speeddate, afspraken, _naam, kolommen, lambda a: [_bedrijf(a), a.werkgever.ruimte, str(a.tafel)])


def _per_tafel(speeddate: Speeddate, afspraken: list[Speeddateafspraak]) -> list[Blad]:
    def kop(a: Speeddateafspraak) -> str:
        return _("{bedrijf}, {functie}, tafel {tafel}").format(
            bedrijf=_bedrijf(a), functie=a.werkgever.werkprofiel.titel, tafel=a.tafel
        )

    return _bladen(speeddate, afspraken, kop, [_("Kandidaat")], lambda a: [_naam(a)])


def _per_zaal(speeddate: Speeddate, afspraken: list[Speeddateafspraak]) -> list[Blad]:
    kolommen = [_("Bedrijf"), _("Tafel"), _("Kandidaat")]
    return _bladen(
        speeddate,
        afspraken,
        lambda a: a.werkgever.ruimte or _("Zonder zaal"),
        kolommen,
        lambda a: [_bedrijf(a), str(a.tafel), _naam(a)],
    )


SOORTEN: dict[str, tuple[str | Promise, Callable[[Speeddate, list[Speeddateafspraak]], list[Blad]]]] = {
    "persoon": (gettext_lazy("per persoon"), _per_persoon),
    "tafel": (gettext_lazy("per tafel"), _per_tafel),
    "zaal": (gettext_lazy("per zaal"), _per_zaal),
}
