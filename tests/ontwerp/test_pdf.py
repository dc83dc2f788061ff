"""PDFs: readable, tagged, and safe with any text."""

import io
from typing import Any

import pypdf
import pytest

from werklandschap.ontwerp.pdf import PdfFout, maak_pdf, vind_sjabloon

BRIEF: dict[str, Any] = {
    "titel": "Uw afspraak",
    "gemeente": "Gemeente Voorbeeld",
    "adres": ["Jan Jansen", "Dorpsstraat 1"],
    "datum": "3 maart 2026",
    "aanhef": "Beste meneer Jansen,",
    "alineas": ["U heeft een afspraak.", '#panic("x") *vet* $a$ <b> Şahin €'],
    "groet": "Met vriendelijke groet,",
    "afzender": ["Sanne de Wit", "Gemeente Voorbeeld"],
}


def lees(inhoud: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(inhoud))


def test_een_pdf_is_pdf_ua_met_titel_taal_en_structuur() -> None:
    pdf = lees(maak_pdf("brief.typ", BRIEF))
    wortel: Any = pdf.trailer["/Root"]
    assert wortel["/Lang"] == "nl-NL"
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in wortel
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Uw afspraak"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data()


def test_tekst_van_mensen_is_tekst_en_nooit_opdracht() -> None:
    tekst = lees(maak_pdf("brief.typ", BRIEF)).pages[0].extract_text()
    assert '#panic("x") *vet* $a$ <b> Şahin €' in tekst
    assert "Pagina 1 van 1" in tekst


def test_de_taal_van_het_document_kan_engels_zijn() -> None:
    pdf = lees(maak_pdf("brief.typ", BRIEF, taal="en"))
    wortel: Any = pdf.trailer["/Root"]
    assert wortel["/Lang"] == "en-GB"
    assert "Page 1 of 1" in pdf.pages[0].extract_text()


def test_zonder_titel_geen_pdf() -> None:
    with pytest.raises(ValueError, match="titel"):
        maak_pdf("brief.typ", {**BRIEF, "titel": ""})


def test_een_ontbrekend_gegeven_noemt_het_sjabloon() -> None:
    zonder = {naam: waarde for naam, waarde in BRIEF.items() if naam != "aanhef"}
    with pytest.raises(PdfFout, match=r"brief\.typ.*aanhef"):
        maak_pdf("brief.typ", zonder)


@pytest.mark.parametrize("naam", ["bestaat_niet.typ", "../apps.py", "/etc/passwd", "brief.txt", "../pdf/brief.typ"])
def test_een_onbekend_of_gevaarlijk_sjabloon_wordt_geweigerd(naam: str) -> None:
    with pytest.raises(PdfFout):
        vind_sjabloon(naam)
