"""The resources of the API. The same rules, reads and actions as the pages."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, status
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import AllowAny, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from werklandschap.competenties.herkenning import herken
from werklandschap.competenties.models import Competentie
from werklandschap.competenties.queries import zoek_competenties
from werklandschap.competenties.taxonomie import woordenboek
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.dossiers.queries import open_dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.zoeken import zoek_kandidaten, zoek_werkprofielen
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.api import vormen
from werklandschap.landschap.overschrijvingen import tegels_van
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkzoekende.melding.actions import meld

API_VERSIE = "1.0.0"
MEESTE_MATCHES = 100
TOP = OpenApiParameter(
    "top",
    {"type": "integer", "minimum": 1, "maximum": MEESTE_MATCHES, "default": 20},
    description="hoeveel resultaten",
)


class Versie:
    """Every answer says which version of the API gave it."""

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Add the header the NL API Design Rules ask."""
        antwoord: Response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        antwoord["API-Version"] = API_VERSIE
        return antwoord


def gebruiker_van(request: Request) -> Gebruiker:
    """The account behind a token or session."""
    assert isinstance(request.user, Gebruiker)
    return request.user


class Lijst(Versie, generics.ListAPIView):
    """A paged list of what the account may see."""

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Any]:
        """The rows of this resource for an account."""
        raise TypeError(f"{type(self).__name__} says no rows")

    def get_queryset(self) -> QuerySet[Any]:
        """Rows for the account; none while the schema is made."""
        if getattr(self, "swagger_fake_view", False):
            return Taak.objects.none()
        return self.voor(gebruiker_van(self.request))


class Tegels(Versie, APIView):
    """All tiles; public."""

    permission_classes: list[type[BasePermission]] = [AllowAny]

    @extend_schema(responses=vormen.Tegellijst)
    def get(self, request: Request) -> Response:
        """The tiles in the reader's language, with the municipality's own words for who is known."""
        gemeente = request.user.gemeente if isinstance(request.user, Gebruiker) else None
        tegels = tegels_van(None, gemeente.code if gemeente else None)
        return Response({"results": vormen.Tegelvorm(tegels, many=True).data})


class Meldingen(Versie, APIView):
    """Requests for help."""

    @extend_schema(request=vormen.Meldingvorm, responses={201: vormen.Aangemaaktvorm})
    def post(self, request: Request) -> Response:
        """Record one; a likely double is refused unless `anderePersoon` says somebody looked."""
        gebruiker = gebruiker_van(request)
        if gebruiker.gemeente is None:
            raise PermissionDenied
        vorm = vormen.Meldingvorm(data=request.data)
        vorm.is_valid(raise_exception=True)
        dossier = meld(
            gegevens=vorm.als_melding(),
            gemeente=gebruiker.gemeente,
            door=gebruiker,
            andere_persoon=vorm.validated_data["anderePersoon"],
        )
        return Response({"dossier": dossier.pk}, status=status.HTTP_201_CREATED)


class Werkzoekenden(Lijst):
    """People of the own municipality; residents see themselves."""

    serializer_class = vormen.Werkzoekendevorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Werkzoekende]:
        """With their dossier, in one query."""
        rijen = Werkzoekende.objects.voor(gebruiker).filter(dossier__isnull=False).select_related("dossier")
        zoek = _zoek(self.request).lower()
        return rijen.filter(zoeknaam__contains=zoek) if zoek else rijen

    @extend_schema(parameters=[OpenApiParameter("zoek", str, description="deel van de naam")])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of people."""
        return super().get(request, *args, **kwargs)


class EenWerkzoekende(Versie, generics.RetrieveAPIView):
    """One person; the reading is logged, with the header X-Reden outside the own caseload."""

    serializer_class = vormen.Werkzoekendedetail
    queryset = Werkzoekende.objects.none()

    def get_object(self) -> Werkzoekende:
        """The person, through the read log. Raises Http404, RedenNodig."""
        gebruiker = gebruiker_van(self.request)
        werkzoekende = get_object_or_404(
            Werkzoekende.objects.voor(gebruiker).select_related("dossier"), pk=self.kwargs["uuid"]
        )
        reden = self.request.headers.get("X-Reden", "")[:200]
        open_dossier(gebruiker, werkzoekende.dossier.pk, onderdeel="api", reden=reden)
        return werkzoekende


class Werkgevers(Lijst):
    """Employers of the region."""

    serializer_class = vormen.Werkgevervorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Werkgever]:
        """With their municipality, in one query."""
        return Werkgever.objects.voor(gebruiker).filter(samengevoegd_in__isnull=True).select_related("gemeente")


class Werkprofielen(Lijst):
    """Job profiles of the region."""

    serializer_class = vormen.Werkprofielvorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Werkprofiel]:
        """With what they ask, in a fixed number of queries; `status` filters."""
        rijen = Werkprofiel.objects.voor(gebruiker).select_related("werkgever")
        gevraagd = self.request.query_params.get("status", "")
        if gevraagd and gevraagd not in Werkprofiel.Status.values:
            raise ValidationError(
                {"status": [_("Kies uit: {keuze}.").format(keuze=", ".join(Werkprofiel.Status.values))]}
            )
        if gevraagd:
            rijen = rijen.filter(status=gevraagd)
        return rijen.prefetch_related("eisen__competentie", "certificaateisen")

    @extend_schema(parameters=[OpenApiParameter("status", str, enum=Werkprofiel.Status.values)])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of profiles."""
        return super().get(request, *args, **kwargs)


class Kandidaten(Versie, APIView):
    """Who fits a job profile."""

    @extend_schema(responses=vormen.Matchlijst, parameters=[TOP])
    def get(self, request: Request, uuid: str) -> Response:
        """The best candidates of the own municipality, explained; the search is logged."""
        gebruiker = gebruiker_van(request)
        werkprofiel = get_object_or_404(
            Werkprofiel.objects.voor(gebruiker).select_related("gemeente", "vestiging"), uuid=uuid
        )
        uitslag = zoek_kandidaten(werkprofiel=werkprofiel, door=gebruiker, top=_top(request))
        rijen = [{"rang": rang, "match": match} for rang, match in enumerate(uitslag.matches, start=1)]
        return Response({"count": uitslag.gevonden, "results": vormen.Matchvorm(rijen, many=True).data})


class PassendeWerkprofielen(Versie, APIView):
    """The other way round: jobs for one person."""

    @extend_schema(responses=vormen.Matchlijst, parameters=[TOP])
    def get(self, request: Request, uuid: str) -> Response:
        """The best open job profiles of the region, explained; the search is logged."""
        gebruiker = gebruiker_van(request)
        werkzoekende = get_object_or_404(Werkzoekende.objects.voor(gebruiker), pk=uuid)
        matches = zoek_werkprofielen(werkzoekende=werkzoekende, door=gebruiker, top=_top(request))
        rijen = [{"rang": rang, "match": match} for rang, match in enumerate(matches, start=1)]
        return Response({"count": len(rijen), "results": vormen.Matchvorm(rijen, many=True).data})


def _top(request: Request) -> int:
    tekst = request.query_params.get("top", "20")
    if not re.fullmatch(r"[0-9]{1,3}", tekst) or not 1 <= int(tekst) <= MEESTE_MATCHES:
        zin = _("Vul een getal in van {minimum} tot en met {maximum}.")
        raise ValidationError({"top": [zin.format(minimum=1, maximum=MEESTE_MATCHES)]})
    return int(tekst)


def _zoek(request: Request) -> str:
    """What is searched for; a NUL character, which PostgreSQL refuses, is in no name."""
    return str(request.query_params.get("zoek", "")).replace("\x00", "").strip()[:100]


class Voordrachten(Lijst):
    """Presentations the account may see."""

    serializer_class = vormen.Voordrachtvorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Voordracht]:
        """In one query."""
        return Voordracht.objects.voor(gebruiker).select_related("werkprofiel")


class Plaatsingen(Lijst):
    """Placements the account may see."""

    serializer_class = vormen.Plaatsingvorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Plaatsing]:
        """In one query."""
        return Plaatsing.objects.voor(gebruiker).select_related("werkprofiel")


class Taken(Lijst):
    """Tasks of the account."""

    serializer_class = vormen.Taakvorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Taak]:
        """Open ones, overdue first."""
        return Taak.objects.voor(gebruiker).open().select_related("eigenaar")


class Competenties(Lijst):
    """The taxonomy."""

    serializer_class: type[BaseSerializer[Any]] = vormen.Competentievorm

    def voor(self, gebruiker: Gebruiker) -> QuerySet[Competentie]:
        """At most fifty competences whose label or synonym holds `zoek`."""
        return zoek_competenties(_zoek(self.request))

    @extend_schema(parameters=[OpenApiParameter("zoek", str, description="deel van de naam of een synoniem")])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Competences that fit the text."""
        return super().get(request, *args, **kwargs)


class Herkenning(Versie, APIView):
    """Competences in a text."""

    @extend_schema(request=vormen.Tekstvorm, responses=vormen.Vondstlijst)
    def post(self, request: Request) -> Response:
        """Suggestions with the fragment they come from; nothing is kept."""
        vorm = vormen.Tekstvorm(data=request.data)
        vorm.is_valid(raise_exception=True)
        vondsten = herken(vorm.validated_data["tekst"], taxonomie=woordenboek())
        return Response({"results": vormen.Vondstvorm(vondsten, many=True).data})
