"""Compare two dossiers side by side and let one go on in the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.duplicaten import zoek_dubbelen
from werklandschap.kern.dossiers.forms import Samenvoegkeuze
from werklandschap.kern.dossiers.gegevens import BEWERKBAAR
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.samenvoegen import DOSSIERVELDEN, voeg_samen
from werklandschap.ontwerp.opmaak import datum


@dataclass(frozen=True)
class Vergelijking:
    """One field of both records; `standaard` is the side chosen until somebody chooses otherwise."""

    naam: str
    label: str
    blijft: str
    vervalt: str
    standaard: str

    @property
    def verschilt(self) -> bool:
        """Both are known and not the same."""
        return self.blijft != self.vervalt


@require_http_methods(["GET", "POST"])
def samenvoegen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Choose the other dossier (`?met=`), compare, and confirm. This dossier stays."""
    if request.method == "POST":
        return _voeg_samen(request, nummer)
    dossier = dossier_van_verzoek(request, nummer, onderdeel="samenvoegen")
    keuze = Samenvoegkeuze(request.GET or None)
    if not (request.GET and keuze.is_valid()):
        return _toon(request, dossier, keuze)
    ander = _ander(request, dossier, keuze)
    if ander is None:
        return _toon(request, dossier, keuze)
    # Comparing is reading the other one too: the log says so, and asks a reason outside the own caseload.
    dossier_van_verzoek(request, ander.pk, onderdeel="samenvoegen")
    return _toon(request, dossier, keuze, ander=ander)


def _voeg_samen(request: HttpRequest, nummer: int) -> HttpResponse:
    dossier = dossier_om_te_wijzigen(request, nummer)
    keuze = Samenvoegkeuze(request.POST)
    ander = _ander(request, dossier, keuze) if keuze.is_valid() else None
    if ander is None:
        return _toon(request, dossier, keuze)
    keuzes = {naam: request.POST.get(f"veld_{naam}", "") for naam in (*BEWERKBAAR, *DOSSIERVELDEN)}
    try:
        voeg_samen(
            blijft=dossier,
            vervalt=ander,
            keuzes={naam: kant for naam, kant in keuzes.items() if kant in {"blijft", "vervalt"}},
            door=gebruiker_van(request),
        )
    except Invoerfout as fout:
        keuze.zet_fouten(fout.fouten)
        return _toon(request, dossier, keuze, ander=ander)
    tekst = _("Dossier {ander} is opgegaan in dit dossier. Er is niets weggegooid.")
    messages.success(request, tekst.format(ander=ander.pk))
    return redirect("dossiers:dossier", dossier.pk)


def _ander(request: HttpRequest, dossier: Dossier, keuze: Samenvoegkeuze) -> Dossier | None:
    """The other dossier; None with an error on the form when it cannot be."""
    gebruiker = gebruiker_van(request)
    ander = (
        Dossier.objects.voor(gebruiker)
        .select_related("werkzoekende", "keten", "gemeente", "verantwoordelijke")
        .filter(pk=keuze.cleaned_data["met"])
        .first()
    )
    if ander is None or not rules.mag_samenvoegen(gebruiker, dossier, ander):
        keuze.add_error("met", _("Dit dossier kunt u hier niet mee samenvoegen. Controleer het nummer."))
        return None
    return ander


def _toon(
    request: HttpRequest, dossier: Dossier, keuze: Samenvoegkeuze, *, ander: Dossier | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"keuze": keuze, "ander": ander}
    if ander is not None:
        context["velden"] = vergelijk(dossier, ander)
    else:
        persoon = dossier.werkzoekende
        context["mogelijk"] = zoek_dubbelen(
            gemeente=dossier.gemeente,
            voornaam=persoon.voornaam,
            achternaam=persoon.achternaam,
            geboortedatum=persoon.geboortedatum,
            postcode=persoon.postcode,
            behalve=dossier.pk,
        )
    return toon_dossierpagina(request, dossier, "dossiers/samenvoegen.html", context)


def vergelijk(blijft: Dossier, vervalt: Dossier) -> list[Vergelijking]:
    """Every field that either record knows."""
    uit = []
    for een, ander, namen in (
        (blijft.werkzoekende, vervalt.werkzoekende, BEWERKBAAR),
        (blijft, vervalt, DOSSIERVELDEN),
    ):
        for naam in namen:
            links, rechts = _toonbaar(een, naam), _toonbaar(ander, naam)
            if links or rechts:
                label = str(een._meta.get_field(naam).verbose_name)  # type: ignore[union-attr]
                uit.append(Vergelijking(naam, label, links, rechts, "blijft" if links else "vervalt"))
    return uit


def _toonbaar(rij: Any, naam: str) -> str:
    if naam == "geboortedatum":
        return datum(rij.geboortedatum)
    toon = getattr(rij, f"get_{naam}_display", None)
    return str(toon() if toon else getattr(rij, naam) or "")
