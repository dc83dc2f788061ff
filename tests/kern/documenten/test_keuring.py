"""Uploads are judged by what is in them: kind, size, name, and nothing that runs."""

from __future__ import annotations

import io
import os
import zipfile
import zlib

import pytest

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.documenten.keuring import DOCX, JPEG, MAX_BYTES, ODT, PDF, PNG, XLSX, keur, schone_naam
from werklandschap.ontwerp.pdf import maak_pdf


def pdf(*delen: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(delen) + b"\n%%EOF"


def stroom(kop: bytes, inhoud: bytes) -> bytes:
    return b"7 0 obj <<" + kop + b"/Filter/FlateDecode>>\nstream\n" + zlib.compress(inhoud) + b"\nendstream endobj"


def pakket(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


WORD = {"word/document.xml": b"<w:document/>"}
ODF = {"mimetype": ODT.mime.encode(), "content.xml": b"<office/>"}
# A picture of 3 MB whose bytes hold "/JS " by chance: no reason to refuse.
SCAN = pdf(b"7 0 obj <</Subtype/Image>>\nstream\n" + os.urandom(3_000_000) + b"/JS /Launch \nendstream")
BRIEF = {
    "titel": "Brief",
    "adres": ["Sam"],
    "datum": "vandaag",
    "aanhef": "Dag",
    "alineas": ["Tekst."],
    "groet": "Groet",
    "afzender": ["Kim"],
}


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort"),
    [
        ("scan.PDF", SCAN, PDF),
        ("foto.jpeg", b"\xff\xd8\xff\xe0 foto", JPEG),
        ("foto.png", b"\x89PNG\r\n\x1a\n plaatje", PNG),
        ("cv.docx", pakket(WORD), DOCX),
        ("uren.xlsx", pakket({"xl/workbook.xml": b"<workbook/>"}), XLSX),
        ("brief.odt", pakket(ODF), ODT),
    ],
)
def test_gewone_bestanden_komen_erin(naam: str, inhoud: bytes, soort: object) -> None:
    assert keur(naam, inhoud) == (naam, soort)


def test_een_pdf_van_onszelf_komt_erin() -> None:
    assert keur("brief.pdf", maak_pdf("brief.typ", BRIEF)) == ("brief.pdf", PDF)


@pytest.mark.parametrize(
    ("naam", "inhoud", "waarom"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("groot.pdf", b"%PDF-" + b"x" * MAX_BYTES, "groter dan 10 MB"),
        ("pagina.pdf", b"<html><script>alert(1)</script>", "Dit soort bestand"),
        ("plaatje.svg", b"<svg onload='alert(1)'/>", "Dit soort bestand"),
        ("programma.png", b"MZ\x90\x00", "Dit soort bestand"),
        ("archief.docx", pakket({"anders": b"x"}), "Dit soort bestand"),
        ("foto.pdf", b"\xff\xd8\xff\xe0 foto", "naam past niet"),
        ("brief.exe", pdf(b"1 0 obj <<>> endobj"), "naam past niet"),
        ("slot.pdf", pdf(b"trailer <</Encrypt 3 0 R>>"), "wachtwoord"),
        ("js.pdf", pdf(b"1 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj"), "vanzelf kan starten"),
        ("code.pdf", pdf(b"1 0 obj <</S/Java#53cript>> endobj"), "vanzelf kan starten"),
        ("start.pdf", pdf(b"1 0 obj <</S/Launch/F(cmd)>> endobj"), "vanzelf kan starten"),
        ("bijlage.pdf", pdf(b"1 0 obj <</EmbeddedFile 2 0 R>> endobj"), "vanzelf kan starten"),
        ("diep.pdf", pdf(stroom(b"/Type/ObjStm", b"1 0 <</S/JavaScript>>")), "vanzelf kan starten"),
        ("dieper.pdf", pdf(stroom(b"/Type/Obj#53tm", b"1 0 <</S/#4aavaScript>>")), "vanzelf kan starten"),
        ("stuk.pdf", pdf(b"7 0 obj <</Type/ObjStm/Filter/LZWDecode>>\nstream\nonleesbaar\nendstream"), "vanzelf"),
        ("macro.docx", pakket(WORD | {"word/vbaProject.bin": b"Sub"}), "vanzelf kan starten"),
        ("object.docx", pakket(WORD | {"word/embeddings/ole.bin": b"x"}), "vanzelf kan starten"),
        (
            "sjabloon.docx",
            pakket(WORD | {"word/_rels/settings.xml.rels": b'Type="x/attachedTemplate" Target="elders"'}),
            "vanzelf kan starten",
        ),
        ("macro.odt", pakket(ODF | {"Basic/Standard/m.xml": b"Sub"}), "vanzelf kan starten"),
    ],
)
def test_wat_niet_klopt_of_kan_starten_wordt_geweigerd_met_uitleg(naam: str, inhoud: bytes, waarom: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        keur(naam, inhoud)
    assert waarom in fout.value.fouten["bestand"]


def test_een_bestand_dat_enorm_wordt_uitgepakt_komt_er_niet_in() -> None:
    bom = pakket(WORD | {"word/groot.xml": b"0" * (101 * 1024 * 1024)})
    assert len(bom) < 1_000_000
    with pytest.raises(Invoerfout) as fout:
        keur("bom.docx", bom)
    assert "veel te groot" in fout.value.fouten["bestand"]


def test_een_naam_verliest_zijn_pad_en_tekens_die_het_oog_bedriegen() -> None:
    assert schone_naam("../../etc/passwd.pdf") == "passwd.pdf"
    assert schone_naam("C:\\geheim\\cv.pdf") == "cv.pdf"
    assert schone_naam("cv\u202efdp.exe") == "cvfdp.exe"
    assert schone_naam("regel\r\neinde.pdf") == "regeleinde.pdf"
    assert len(schone_naam("n" * 400 + ".pdf")) == 150
    assert schone_naam("n" * 400 + ".pdf").endswith(".pdf")
