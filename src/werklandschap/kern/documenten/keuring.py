"""Is an upload what it says, and does it hold nothing that runs? Decided by its content, never by its name.

Sources of the signatures: ISO 32000 (PDF names and streams), ISO/IEC 29500 and ODF 1.2 (packages).
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout

MAX_BYTES = 10 * 1024 * 1024
# What a document may unpack to: more is made to exhaust a machine.
MAX_UITGEPAKT = 100 * 1024 * 1024
NAAM_LENGTE = 150


@dataclass(frozen=True)
class Soort:
    """A kind that is accepted: its media type and the endings a name may have."""

    mime: str
    eindes: tuple[str, ...]


PDF = Soort("application/pdf", (".pdf",))
JPEG = Soort("image/jpeg", (".jpg", ".jpeg"))
PNG = Soort("image/png", (".png",))
DOCX = Soort("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
XLSX = Soort("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
ODT = Soort("application/vnd.oasis.opendocument.text", (".odt",))
SOORTEN = (PDF, JPEG, PNG, DOCX, XLSX, ODT)
EINDES = tuple(einde for soort in SOORTEN for einde in soort.eindes)

# Names in a PDF that make it do something when it is opened or clicked.
PDF_ACTIEF = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b")
PDF_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
PDF_KOP = 1024
PDF_STROOM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
# Parts of an office package that hold code, or load something from elsewhere.
PAKKET_ACTIEF = re.compile(
    r"vbaProject|vbaData|activeX|(?:^|/)embeddings/|externalLinks/|(?:^|/)Basic/|(?:^|/)Scripts/|\.(?:exe|dll|js|vbs|bat|ps1)$",
    re.IGNORECASE,
)
EXTERN_SJABLOON = re.compile(rb"attachedTemplate|oleObject|/frame\"", re.IGNORECASE)


def keur(naam: str, inhoud: bytes) -> tuple[str, Soort]:
    """The safe name and the kind of an upload. Raises Invoerfout that says how to mend it."""
    if not inhoud:
        raise Invoerfout({"bestand": _("Dit bestand is leeg. Kies een ander bestand.")})
    if len(inhoud) > MAX_BYTES:
        raise Invoerfout({"bestand": _("Het bestand is groter dan 10 MB. Maak het kleiner of deel het op.")})
    soort = _herken(inhoud)
    if soort is None:
        tekst = _("Dit soort bestand mag niet. Kies een PDF, foto (JPG of PNG), Word, Excel of ODT.")
        raise Invoerfout({"bestand": tekst})
    schoon = schone_naam(naam)
    if not schoon.lower().endswith(soort.eindes):
        raise Invoerfout(
            {"bestand": _("De naam past niet bij de inhoud: dit bestand is {soort}.").format(soort=soort.eindes[0])}
        )
    if _is_actief(soort, inhoud):
        tekst = _("In dit bestand zit iets dat vanzelf kan starten. Bewaar het als gewone PDF en probeer het zo.")
        raise Invoerfout({"bestand": tekst})
    return schoon, soort


def schone_naam(naam: str) -> str:
    """The last part of the name without control signs and signs that trick the eye, at most 150 long."""
    los = unicodedata.normalize("NFC", naam.replace("\\", "/").rsplit("/", 1)[-1])
    zichtbaar = "".join(teken for teken in los if unicodedata.category(teken)[0] != "C").strip().lstrip(".")
    stam, punt, einde = zichtbaar.rpartition(".")
    return f"{stam[: NAAM_LENGTE - len(einde) - 1]}{punt}{einde}" if punt else zichtbaar[:NAAM_LENGTE]


def _herken(inhoud: bytes) -> Soort | None:
    if inhoud.startswith(b"%PDF-"):
        return PDF
    if inhoud.startswith(b"\xff\xd8\xff"):
        return JPEG
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return _herken_pakket(inhoud) if inhoud.startswith(b"PK\x03\x04") else None


def _herken_pakket(inhoud: bytes) -> Soort | None:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            namen = set(pakket.namelist())
            if "word/document.xml" in namen:
                return DOCX
            if "xl/workbook.xml" in namen:
                return XLSX
            if "mimetype" in namen and pakket.read("mimetype")[:100].decode("ascii", "ignore") == ODT.mime:
                return ODT
    except (zipfile.BadZipFile, OSError, RuntimeError, zlib.error):
        return None
    return None


def _is_actief(soort: Soort, inhoud: bytes) -> bool:
    if soort is PDF:
        return _pdf_is_actief(inhoud)
    return _pakket_is_actief(inhoud) if soort in {DOCX, XLSX, ODT} else False


def _pdf_is_actief(inhoud: bytes) -> bool:
    """Also names written with codes (`/J#53`), and objects that lie in packed streams.

    Pictures and pages are left out: what looks like a name there is none. A locked PDF can't be looked into.
    """
    if b"/Encrypt" in inhoud:
        raise Invoerfout({"bestand": _("Op deze PDF zit een wachtwoord. Haal het eraf en probeer het opnieuw.")})
    if PDF_ACTIEF.search(_zonder_codes(PDF_STROOM.sub(b"", inhoud))):
        return True
    over = MAX_UITGEPAKT
    for stroom in PDF_STROOM.finditer(inhoud):
        kop = _zonder_codes(inhoud[max(0, stroom.start() - PDF_KOP) : stroom.start()])
        if b"/ObjStm" not in kop[kop.rfind(b" obj") + 1 :]:
            continue
        deel = _uitgepakt(stroom[1], over)
        over -= len(deel)
        if over <= 0:
            raise _te_groot()
        if not deel or PDF_ACTIEF.search(_zonder_codes(deel)):
            return True
    return False


def _zonder_codes(deel: bytes) -> bytes:
    return PDF_CODE.sub(lambda code: bytes([int(code[1], 16)]), deel)


def _uitgepakt(stroom: bytes, hooguit: int) -> bytes:
    """A packed stream of a PDF; empty when it can't be unpacked."""
    try:
        return zlib.decompressobj().decompress(stroom, hooguit)
    except zlib.error:
        return b""


def _pakket_is_actief(inhoud: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            delen = pakket.infolist()
            if sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
                raise _te_groot()
            if any(PAKKET_ACTIEF.search(deel.filename) for deel in delen):
                return True
            verwijzingen = (pakket.read(deel) for deel in delen if deel.filename.endswith(".rels"))
            return any(EXTERN_SJABLOON.search(tekst) for tekst in verwijzingen)
    except (zipfile.BadZipFile, RuntimeError, zlib.error) as fout:
        raise Invoerfout({"bestand": _("Dit bestand is beschadigd of heeft een wachtwoord. Kies een ander.")}) from fout


def _te_groot() -> Invoerfout:
    return Invoerfout({"bestand": _("Dit bestand wordt uitgepakt veel te groot. Kies een ander bestand.")})
