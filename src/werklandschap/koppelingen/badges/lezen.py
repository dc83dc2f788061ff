"""What a badge file holds: a baked picture (PNG, SVG), JSON, or a signed text. The kind is told by the content."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

MAX_BYTES = 2 * 1024 * 1024
MAX_TEKST = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
PNG_SLEUTELS = frozenset({b"openbadges", b"openbadgecredential"})
SVG_BEWIJZEN = frozenset(
    {
        "{http://openbadges.org}assertion",
        "{https://purl.imsglobal.org/ob/v3p0}credential",
    }
)
JWS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class Onleesbaar(Exception):
    """Why this file holds no badge we can read, in words for the one who chose it."""


def lees(inhoud: bytes) -> str:
    """The proof in the file: JSON, or a compact JWS. Raises Onleesbaar."""
    if not inhoud.strip():
        raise Onleesbaar(_("Dit bestand is leeg. Kies een ander bestand."))
    if len(inhoud) > MAX_BYTES:
        raise Onleesbaar(_("Dit bestand is groter dan 2 MB. Een badge is kleiner. Kies het bestand van de badge."))
    tekst = _uit_bestand(inhoud).strip()
    if len(tekst) > MAX_TEKST:
        raise Onleesbaar(_("Deze badge is te groot om te controleren."))
    if re.match(r"https?://", tekst):
        raise Onleesbaar(
            _("Deze badge wijst alleen naar een website. Open die website, bewaar daar de badge als JSON en kies dat.")
        )
    if not (tekst.startswith("{") or JWS.fullmatch(tekst)):
        raise Onleesbaar(_("In dit bestand zit geen badge. Kies een PNG, SVG of JSON die u van de uitgever kreeg."))
    return tekst


def _uit_bestand(inhoud: bytes) -> str:
    if inhoud.startswith(PNG):
        return _uit_png(inhoud)
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Onleesbaar(_("Dit is geen PNG, SVG of JSON. Kies het bestand dat u van de uitgever kreeg.")) from None
    return _uit_svg(inhoud) if tekst.lstrip().startswith("<") else tekst


def _uit_png(inhoud: bytes) -> str:
    for soort, deel in _brokken(inhoud):
        if soort in (b"iTXt", b"tEXt") and deel.partition(b"\0")[0] in PNG_SLEUTELS:
            return _tekst_van(soort, deel)
    raise Onleesbaar(_("In deze afbeelding zit geen badge. Download de badge opnieuw bij de uitgever."))


def _brokken(inhoud: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, data) of every chunk. Raises Onleesbaar when the picture is broken."""
    plek = len(PNG)
    while plek < len(inhoud):
        lengte = int.from_bytes(inhoud[plek : plek + 4])
        soort, deel = inhoud[plek + 4 : plek + 8], inhoud[plek + 8 : plek + 8 + lengte]
        som = inhoud[plek + 8 + lengte : plek + 12 + lengte]
        if len(deel) != lengte or int.from_bytes(som) != zlib.crc32(soort + deel) or len(som) != 4:
            raise Onleesbaar(_("Deze afbeelding is beschadigd. Download de badge opnieuw bij de uitgever."))
        yield soort, deel
        plek += 12 + lengte


def _tekst_van(soort: bytes, deel: bytes) -> str:
    rest = deel.partition(b"\0")[2]
    if soort == b"iTXt":
        gepakt, rest = rest[:1] == b"\x01", rest[2:]
        rest = rest.split(b"\0", 2)[-1]
        rest = _pak_uit(rest) if gepakt else rest
    return rest.decode("utf-8", errors="replace")


def _pak_uit(gepakt: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(gepakt, 4 * MAX_TEKST)
    except zlib.error:
        raise Onleesbaar(_("Deze afbeelding is beschadigd. Download de badge opnieuw bij de uitgever.")) from None


def _uit_svg(inhoud: bytes) -> str:
    try:
        boom = fromstring(inhoud)
    except (ParseError, DefusedXmlException, ValueError):
        raise Onleesbaar(_("Deze SVG is beschadigd of niet veilig. Download de badge opnieuw.")) from None
    for element in boom.iter():
        if element.tag in SVG_BEWIJZEN:
            return (element.text or "").strip() or str(element.get("verify", ""))
    raise Onleesbaar(_("In deze afbeelding zit geen badge. Download de badge opnieuw bij de uitgever."))


def lees_json(tekst: str) -> dict[str, Any]:
    """A JSON object in which no key stands twice: a checker must not read another value than a signer did."""
    try:
        uit = json.loads(tekst, object_pairs_hook=_zonder_dubbele)
    except (ValueError, RecursionError):
        raise Onleesbaar(_("De tekst van deze badge is beschadigd. Download de badge opnieuw.")) from None
    if not isinstance(uit, dict):
        raise Onleesbaar(_("In dit bestand zit geen badge. Kies een PNG, SVG of JSON die u van de uitgever kreeg."))
    return uit


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) != len(paren):
        raise ValueError
    return uit
