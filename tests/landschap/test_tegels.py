"""Tiles are read from the rooms' own files; what is wrong is said with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation

from werklandschap.landschap.begrippen import alle_begrippen
from werklandschap.landschap.tegels import Bewijs, Groep, Punt, Tegelfout, alle_tegels, lees, markdown, tegel

WERKZOEKENDEN = "melding diagnostiek maatschappelijk-fit orientatie werk-fit opleiden bemiddeling plaatsing nazorg"
WERKGEVERS = (
    "voorzorg werkgever-contact orientatie opleiden kandidaat-fit werkprofiel werving-en-selectie "
    "bemiddeling plaatsing nazorg"
)
GOED = """---
kant: werkgevers
slug: proef
naam: Proef
kort: Een zin.
volgorde: 3
gebouw: markt
tools:
  - groep: Gesprek
    punten:
      - tekst: Vraag door
        uitleg: Twee keer.
      - tekst: Luister
tips: [Bel vooraf.]
bewijs:
  - tekst: Het werkt.
    bron: CBS
    jaar: 2024
    hardheid: hoog
  - tekst: Dat mag niet.
    bron: Wet
    jaar: null
instrumenten: [jobcoach]
begrippen: [nazorg]
---
## Kop

Tekst met **nadruk**.
"""


def _schrijf(map_: Path, tekst: str, naam: str = "tegel.md") -> Path:
    bestand = map_ / naam
    bestand.write_text(tekst, encoding="utf-8")
    return bestand


@pytest.mark.parametrize(("kant", "slugs"), [("werkzoekenden", WERKZOEKENDEN), ("werkgevers", WERKGEVERS)])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_alle_tegels_zijn_er_in_leesvolgorde(kant: str, slugs: str, taal: str) -> None:
    with translation.override(taal):
        tegels = alle_tegels(kant)
    assert [t.slug for t in tegels] == slugs.split()
    assert [t.volgorde for t in tegels] == list(range(1, len(tegels) + 1))
    assert all(t.tools and t.tips and t.instrumenten and t.begrippen for t in tegels)


def test_elke_tegel_heeft_een_eigen_engelse_tekst() -> None:
    nederlands = {(t.kant, t.slug): t for t in alle_tegels()}
    with translation.override("en"):
        engels = {(t.kant, t.slug): t for t in alle_tegels()}
    assert engels.keys() == nederlands.keys()
    for sleutel, t in engels.items():
        assert t.naam != nederlands[sleutel].naam
        assert t.inhoud != nederlands[sleutel].inhoud
        assert (t.gebouw, t.instrumenten) == (nederlands[sleutel].gebouw, nederlands[sleutel].instrumenten)


def test_begrippen_van_tegels_bestaan() -> None:
    bekend = {b.slug for b in alle_begrippen()}
    assert {slug for t in alle_tegels() for slug in t.begrippen} - bekend == set()


def test_een_onbekende_taal_toont_nederlands() -> None:
    with translation.override("fr"):
        assert tegel("werkgevers", "plaatsing").naam == "Plaatsing"


def test_een_onbekende_tegel_geeft_keyerror() -> None:
    with pytest.raises(KeyError):
        tegel("werkgevers", "melding")


def test_een_bestand_wordt_helemaal_gelezen(tmp_path: Path) -> None:
    gelezen = lees(_schrijf(tmp_path, GOED))
    assert (gelezen.kant, gelezen.slug, gelezen.naam, gelezen.volgorde) == ("werkgevers", "proef", "Proef", 3)
    assert gelezen.tools == (Groep("Gesprek", (Punt("Vraag door", "Twee keer."), Punt("Luister"))),)
    assert gelezen.bewijs == (Bewijs("Het werkt.", "CBS", 2024, "hoog"), Bewijs("Dat mag niet.", "Wet", None))
    assert [b.sterkte for b in gelezen.bewijs] == ["sterk bewijs", ""]
    assert gelezen.html == "<h2>Kop</h2>\n<p>Tekst met <strong>nadruk</strong>.</p>\n"


def test_een_vertaling_verandert_alleen_teksten(tmp_path: Path) -> None:
    basis = lees(_schrijf(tmp_path, GOED))
    engels = lees(_schrijf(tmp_path, "---\nnaam: Trial\ntips: [Call first.]\n---\n## Head\n", "tegel.en.md"), basis)
    assert (engels.naam, engels.tips, engels.inhoud) == ("Trial", ("Call first.",), "## Head")
    assert (engels.kort, engels.tools, engels.instrumenten) == (basis.kort, basis.tools, basis.instrumenten)


@pytest.mark.parametrize("regel", ["volgorde: 4", "gebouw: kas", "instrumenten: [ips]", "kant: werkzoekenden"])
def test_een_vertaling_kan_een_tegel_niet_verplaatsen(tmp_path: Path, regel: str) -> None:
    basis = lees(_schrijf(tmp_path, GOED))
    with pytest.raises(Tegelfout, match=rf"tegel\.en\.md: {regel.split(':')[0]}: "):
        lees(_schrijf(tmp_path, f"---\n{regel}\n---\n", "tegel.en.md"), basis)


@pytest.mark.parametrize(
    ("oud", "nieuw", "sleutel"),
    [
        ("naam: Proef\n", "", "naam"),
        ("kort: Een zin.", "kort: 12", "kort"),
        ("volgorde: 3", "volgorde: drie", "volgorde"),
        ("gebouw: markt", "gebouw: kasteel", "gebouw"),
        ("kant: werkgevers", "kant: inwoners", "kant"),
        ("slug: proef", "slug: proef\nkleur: rood", "kleur"),
        ("tips: [Bel vooraf.]", "tips: Bel vooraf.", "tips"),
        ("      - tekst: Luister", "      - uitleg: Luister", r"tools\[1\]\.punten\[2\]\.tekst"),
        ("    jaar: 2024", "    jaar: ooit", r"bewijs\[1\]\.jaar"),
        ("    hardheid: hoog", "    hardheid: zeker", r"bewijs\[1\]\.hardheid"),
        ("    bron: CBS\n", "", r"bewijs\[1\]\.bron"),
        ("## Kop\n\nTekst met **nadruk**.\n", "", "inhoud"),
        ("slug: proef", "slug: [proef", "---"),
    ],
)
def test_een_fout_noemt_bestand_en_sleutel(tmp_path: Path, oud: str, nieuw: str, sleutel: str) -> None:
    assert oud in GOED
    with pytest.raises(Tegelfout, match=rf"tegel\.md: {sleutel}: "):
        lees(_schrijf(tmp_path, GOED.replace(oud, nieuw, 1)))


def test_een_bestand_zonder_gegevens_is_een_duidelijke_fout(tmp_path: Path) -> None:
    with pytest.raises(Tegelfout, match=r"tegel\.md: ---: "):
        lees(_schrijf(tmp_path, "## Alleen tekst\n"))


def test_html_en_gevaarlijke_koppelingen_komen_niet_door() -> None:
    html = markdown("<script>x</script> [a](javascript:x) ![b](http://x.test/b.png)")
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<img" not in html
