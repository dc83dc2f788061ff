"""What another party may ask. Our own gateway checked the certificate and says who asks (docs/beheer/vum.md)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hmac import compare_digest
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.tellen import tel
from werklandschap.koppelingen.bestanden.invoer import invoeraccount
from werklandschap.koppelingen.vum import bron
from werklandschap.koppelingen.vum.instellingen import OIN, vum
from werklandschap.koppelingen.vum.selectie import Vraag, lees_vraag

VERSIE = "3.1.0"
VRAGEN_PER_MINUUT = 30
Gegevens = dict[str, Any] | list[dict[str, Any]]


@dataclass(frozen=True)
class Aanvraag:
    """A question that may be asked: which party, of which municipality, and the account that answers."""

    partij: str
    gemeente: Gemeente
    account: Gebruiker | None


class Weigering(Exception):
    """An answer in the shape of the exchange: status, code and message."""

    def __init__(self, status: int, code: str, tekst: str) -> None:
        super().__init__(tekst)
        self.status, self.code, self.tekst = status, code, tekst


def uitwisseling(methode: str) -> Callable[[Callable[..., Gegevens]], Callable[..., HttpResponse]]:
    """Off: 404. Else answers this method with JSON, and every refusal as {code, message}."""

    def om(view: Callable[..., Gegevens]) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @login_not_required
        @never_cache
        @wraps(view)
        def antwoord(request: HttpRequest, **delen: Any) -> HttpResponse:
            if not vum().aan:
                raise Http404
            try:
                return _json(view(request, _aanvraag(request, methode), **delen))
            except Weigering as fout:
                return _fout(fout.status, fout.code, fout.tekst)
            except Invoerfout as fout:
                return _fout(400, "400.02", "; ".join(f"{veld} {tekst}".strip() for veld, tekst in fout.fouten.items()))
            except bron.TeVeel:
                return _fout(429, "429.01", _("Er zijn te veel profielen in detail gevraagd bij deze vraag."))
            except Http404:
                return _fout(404, "404.01", _("Dit nummer kennen wij niet, of niet meer."))

        return antwoord

    return om


def _json(gegevens: Gegevens | dict[str, str], status: int = 200) -> HttpResponse:
    return JsonResponse(gegevens, safe=False, status=status, headers={"API-Version": VERSIE})


def _fout(status: int, code: str, tekst: str) -> HttpResponse:
    return _json({"code": code, "message": tekst[:500]}, status)


def _aanvraag(request: HttpRequest, methode: str) -> Aanvraag:
    """Who asks whom. Raises Weigering unless our own gateway vouches for a party we know."""
    gezet = vum()
    if request.method != methode:
        raise Weigering(405, "405.01", _("Dit kan hier niet."))
    if not gezet.geheim or not compare_digest(request.headers.get("X-VUM-Poort", "").encode(), gezet.geheim.encode()):
        raise Weigering(401, "401.01", _("Deze vraag kwam niet langs de poort."))
    partij = request.headers.get("X-VUM-fromParty", "")
    if not OIN.fullmatch(partij) or partij not in gezet.partijen:
        raise Weigering(403, "403.01", _("Met deze partij is niets afgesproken."))
    gemeente = Gemeente.objects.filter(code=gezet.gemeentecode(request.headers.get("X-VUM-toParty", ""))).first()
    if gemeente is None:
        raise Weigering(403, "403.02", _("Voor deze organisatie antwoorden wij niet."))
    if request.method == "GET":
        account = Gebruiker.objects.filter(email=f"invoer.{gemeente.code}@werklandschap.invalid").first()
        return Aanvraag(partij, gemeente, account)
    if tel("vum", partij, per_seconden=60) > VRAGEN_PER_MINUUT:
        raise Weigering(429, "429.01", _("U vraagt te vaak. Probeer het over een minuut weer."))
    return Aanvraag(partij, gemeente, invoeraccount(gemeente))


def _vraag(request: HttpRequest) -> Vraag:
    try:
        inhoud = json.loads(request.body)
    except (ValueError, RecursionError, RequestDataTooBig) as fout:
        raise Weigering(400, "400.01", _("Wij kunnen de vraag niet lezen.")) from fout
    return lees_vraag(inhoud)


@uitwisseling("POST")
def profielen(request: HttpRequest, aanvraag: Aanvraag) -> Gegevens:
    """Profiles without a name that fit a question."""
    assert aanvraag.account is not None
    return bron.beantwoord_profielen(
        gemeente=aanvraag.gemeente, partij=aanvraag.partij, vraag=_vraag(request), door=aanvraag.account
    )


@uitwisseling("GET")
def profiel(request: HttpRequest, aanvraag: Aanvraag, vum_id: UUID) -> Gegevens:
    """One of the profiles of an earlier answer, with where to ask on."""
    if aanvraag.account is None:
        raise Http404
    return bron.profiel_in_detail(
        gemeente=aanvraag.gemeente, partij=aanvraag.partij, vum_id=vum_id, door=aanvraag.account
    )


@uitwisseling("POST")
def vacatures(request: HttpRequest, aanvraag: Aanvraag) -> Gegevens:
    """Vacancies that fit a question."""
    return bron.beantwoord_vacatures(aanvraag.gemeente, _vraag(request))


@uitwisseling("GET")
def vacature(request: HttpRequest, aanvraag: Aanvraag, vum_id: UUID) -> Gegevens:
    """One vacancy."""
    return bron.vacature_in_detail(aanvraag.gemeente, vum_id)
