"""The papers where person and employer meet: PDF/UA-1, with headings and tables that another reader finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader
from tests.fabrieken import Competentieregelfabriek
from tests.portaal.hulp import ingelogd
from tests.samen.bemiddeling.hulp import TEKST, voorgedragen
from tests.samen.bemiddeling.test_g8_2_speeddates import maak
from tests.samen.plaatsing.hulp import lopend

from werklandschap.ontwerp import pdf as ontwerp_pdf
from werklandschap.samen.bemiddeling.speeddate_papier import papier
from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster
from werklandschap.samen.plaatsing import actions, besluiten

pytestmark = pytest.mark.django_db


def _introductie() -> tuple[bytes, list[str]]:
    rij = voorgedragen()
    kan = Competentieregelfabriek(werkzoekende=rij.dossier.werkzoekende, niveau=4)
    url = reverse("samen_bemiddeling:introductie_pdf", args=[rij.pk])
    return ingelogd(rij.door).get(url).content, [
        TEKST,
        kan.competentie.label,
        rij.dossier.werkzoekende.naam,
        rij.werkprofiel.titel,
    ]


def _overeenkomst() -> tuple[bytes, list[str]]:
    rij = lopend(afspraken="Maandag tot donderdag.")
    besluiten.leg_besluit_vast(plaatsing=rij, instrument="no-risk", van=rij.van, door=rij.door)
    actions.voeg_risico_toe(plaatsing=rij, code="te_snel", door=rij.door)
    url = reverse("samen_plaatsing:overeenkomst", args=[rij.pk])
    woorden = ["Maandag tot donderdag.", "No-riskpolis", "Te snel te veel", rij.werkprofiel.werkgever.naam]
    return ingelogd(rij.door).get(url).content, woorden


def _rooster() -> tuple[bytes, list[str]]:
    rij = maak()
    maak_rooster(speeddate=rij, door=rij.ik)
    namen = [k.dossier.werkzoekende.naam for k in rij.kandidaten.all()]
    return papier(rij, "persoon"), [*namen, "Zaal 0"]


def _takken(tak: Any) -> Iterator[Any]:
    """Every element of the structure tree, top to bottom."""
    tak = tak.get_object()
    if isinstance(tak, list):
        for deel in tak:
            yield from _takken(deel)
    elif hasattr(tak, "get"):
        if tak.get("/S"):
            yield tak
        if tak.get("/K") is not None:
            yield from _takken(tak["/K"])


@pytest.mark.parametrize(
    "bron", [_introductie, _overeenkomst, _rooster], ids=["introductie", "overeenkomst", "rooster"]
)
def test_g8_1_g9_1_g8_2_papier_is_toegankelijk_en_goed_te_lezen(bron: Callable[[], tuple[bytes, list[str]]]) -> None:
    inhoud, woorden = bron()
    lezer = PdfReader(BytesIO(inhoud))
    wortel: Any = lezer.trailer["/Root"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data()
    assert (wortel["/Lang"], wortel["/MarkInfo"]["/Marked"].value) == ("nl-NL", True)
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    soorten = [str(tak["/S"]).lstrip("/") for tak in _takken(wortel["/StructTreeRoot"]["/K"])]
    assert soorten.count("Title") == 1
    assert {"H1", "Table", "TR", "TH", "TD"} <= set(soorten)
    koppen = [int(s[1]) for s in soorten if len(s) == 2 and s[0] == "H" and s[1].isdigit()]
    assert all(volgende - kop <= 1 for kop, volgende in zip([0, *koppen], koppen, strict=False))
    tekst = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    assert [woord for woord in woorden if woord not in tekst] == []


def test_een_sjabloon_dat_ua_1_schendt_geeft_geen_papier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sjabloon = tmp_path / "proef.typ"
    monkeypatch.setattr(ontwerp_pdf, "vind_sjabloon", lambda _naam: sjabloon)
    sjabloon.write_text('#math.equation(alt: "n is een", $n = 1$)')
    assert ontwerp_pdf.maak_pdf("proef.typ", {"titel": "Proef"}).startswith(b"%PDF-")
    sjabloon.write_text("$n = 1$")
    with pytest.raises(ontwerp_pdf.PdfFout, match=r"alt"):
        ontwerp_pdf.maak_pdf("proef.typ", {"titel": "Proef"})
