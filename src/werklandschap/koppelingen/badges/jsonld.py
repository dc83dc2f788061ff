"""JSON-LD in canonical form, with only the contexts we keep: nothing is fetched, nothing unsigned slips through."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from pyld.canon import URDNA2015
from pyld.jsonld import JsonLdError, JsonLdProcessor

from werklandschap.kern.basis.catalogus import lees_yaml

CONTEXTEN = Path(__file__).resolve().parent / "data" / "contexten.yaml"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context"
# A badge needs a handful of steps. One made to keep a checker busy for hours needs millions.
MEESTE_STAPPEN = 2000


class NietTeLezen(Exception):
    """The document uses what we don't know, or is made to be hard: it can't be checked."""


class _Begrensd(URDNA2015):
    """Gives up on a graph that was made to take for ever."""

    stappen = 0

    def __init__(self, som: str) -> None:
        super().__init__()
        self.som = som

    def create_hash(self) -> Any:
        return hashlib.new(self.som)

    def hash_n_degree_quads(self, id_: Any, issuer: Any) -> Any:
        self.stappen += 1
        if self.stappen > MEESTE_STAPPEN:
            raise NietTeLezen
        return super().hash_n_degree_quads(id_, issuer)


@cache
def contexten() -> dict[str, Any]:
    """{address: context}; where the assets were not fetched none is known, and no such badge can be checked."""
    map_ = settings.PAKKET / "ontwerp" / "static" / "extern" / "jsonld"
    namen = lees_yaml(CONTEXTEN).items()
    return {url: _lees_context(map_ / naam) for url, naam in namen if (map_ / naam).is_file()}


def _lees_context(bestand: Path) -> Any:
    """JSON, or the one object of a script that was published instead: its names lack quotes, as in YAML."""
    tekst = bestand.read_text(encoding="utf-8")
    return (
        json.loads(tekst) if bestand.suffix == ".jsonld" else yaml.safe_load(tekst[tekst.index("{") :].rstrip("; \n"))
    )


def _laad(url: str, _opties: Any) -> Any:
    if url not in contexten():
        raise NietTeLezen
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": contexten()[url]}


def eis_bekend(document: dict[str, Any]) -> None:
    """Only contexts we keep, named once at the top, with that of Open Badges among them. Raises NietTeLezen.

    A context inside the document could give a signed value another name, and put a lie under the name we read.
    """
    genoemd = document.get("@context")
    namen = genoemd if isinstance(genoemd, list) else [genoemd]
    if not all(isinstance(naam, str) and naam in contexten() for naam in namen):
        raise NietTeLezen
    if not any(str(naam).startswith(OPEN_BADGES) for naam in namen):
        raise NietTeLezen
    _eis_gewone_sleutels({sleutel: waarde for sleutel, waarde in document.items() if sleutel != "@context"})


def _eis_gewone_sleutels(deel: Any) -> None:
    if isinstance(deel, list):
        for onderdeel in deel:
            _eis_gewone_sleutels(onderdeel)
    elif isinstance(deel, dict):
        if any(sleutel.startswith("@") for sleutel in deel) or str(deel.get("id", "")).startswith("_:"):
            raise NietTeLezen
        for onderdeel in deel.values():
            _eis_gewone_sleutels(onderdeel)


def canoniek(document: dict[str, Any], som: str = "sha256") -> bytes:
    """The N-Quads of RDFC-1.0, ordered with this hash.

    Raises NietTeLezen, also when a property has no meaning: then it would not be signed.
    """
    gemist: list[str | None] = []
    werker = JsonLdProcessor(on_property_dropped=gemist.append)
    opties = {"documentLoader": _laad, "base": "", "extractAllScripts": False, "processingMode": "json-ld-1.1"}
    try:
        uitgevouwen = werker.expand(document, dict(opties))
        if gemist:
            raise NietTeLezen
        graaf = werker.to_rdf(uitgevouwen, {**opties, "produceGeneralizedRdf": False})
        return str(_Begrensd(som).main(graaf, {"format": "application/n-quads"})).encode()
    except (JsonLdError, RecursionError, ValueError, TypeError, KeyError, AttributeError) as fout:
        raise NietTeLezen from fout
