"""PDFs that everybody can read (PDF/UA-1), made with typst.

A template is a `*.typ` file in the `pdf/` folder of any installed app. It reads its data with `json("gegevens.json")`:
data is never pasted into the template. `ontwerp/pdf/huisstijl.typ` gives page, title, language and building blocks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import typst
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder

EIGEN_MAP = Path(__file__).resolve().parent
LETTERTYPEN = EIGEN_MAP / "static" / "extern" / "pdf"
HOOFDBESTAND = """#import "huisstijl.typ": huisstijl
#show: huisstijl.with(json("gegevens.json"))
#include "sjabloon.typ"
"""


class PdfFout(Exception):
    """The PDF could not be made; the text names the template and what typst says about it."""


def vind_sjabloon(naam: str) -> Path:
    """The file of a template: the first app whose `pdf/` folder has it. Raises PdfFout when none has."""
    deel = PurePosixPath(naam)
    if deel.is_absolute() or ".." in deel.parts or deel.suffix != ".typ":
        raise PdfFout(f"{naam!r} is geen naam van een sjabloon (verwacht: iets.typ)")
    for app in apps.get_app_configs():
        bestand = Path(app.path) / "pdf" / deel
        if bestand.is_file():
            return bestand
    raise PdfFout(f"sjabloon {naam!r} staat in geen enkele map pdf/")


def maak_pdf(sjabloon: str, gegevens: Mapping[str, Any], *, taal: str = "nl") -> bytes:
    """A tagged PDF of `sjabloon` filled with `gegevens`.

    `gegevens` must hold `titel` (the title of the document) and may hold `gemeente` and `ondertitel` for the top of
    the page; dates and amounts are best formatted with `ontwerp.opmaak`.
    Raises ValueError without a title, PdfFout when the template is missing or wrong.
    """
    if not gegevens.get("titel"):
        raise ValueError("a PDF needs a title: gegevens['titel']")
    bron = vind_sjabloon(sjabloon).read_bytes()
    invoer = json.dumps({"gemeente": "", "ondertitel": "", **gegevens, "taal": taal}, cls=DjangoJSONEncoder)
    onderdelen = {
        "main.typ": HOOFDBESTAND.encode(),
        "huisstijl.typ": (EIGEN_MAP / "pdf" / "huisstijl.typ").read_bytes(),
        "sjabloon.typ": bron,
        "gegevens.json": invoer.encode(),
    }
    paden = [str(LETTERTYPEN)] if LETTERTYPEN.is_dir() else []
    try:
        # Several files in one dictionary is a documented form of input that the type hints lack.
        uit = typst.compile(  # type: ignore[call-overload]
            onderdelen, format="pdf", font_paths=paden, ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
    except (typst.TypstError, RuntimeError) as fout:
        raise PdfFout(f"{sjabloon}: {fout}") from fout
    return bytes(uit)
