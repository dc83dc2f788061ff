"""The map: links in reading order, labels that never touch, nothing that breaks on a page."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from werklandschap.landschap.haken import Badge
from werklandschap.landschap.tegels import KANTEN, Tegel, alle_tegels
from werklandschap.landschap.tekening.gebouwen import GEBOUWEN
from werklandschap.landschap.tekening.kaart import kaart, opschriften_van, standaardlabels, tekening
from werklandschap.landschap.tekening.opschriften import Opschrift, Tekst, Vak, breek, plaats, tekstbreedte
from werklandschap.landschap.tekening.plekken import BREED, HOOG, PLEKKEN

SVG = "{http://www.w3.org/2000/svg}"
LANG = "Onafhankelijke arbeidsdeskundige loopbaanbegeleiding"


def _url(slug: str) -> str:
    return f"/tegel/{slug}/"


def _boom(svg: str) -> ET.Element:
    """The SVG as the browser's HTML parser sees it: in the SVG namespace."""
    return ET.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def _naam(koppeling: ET.Element) -> str:
    return " ".join("".join(koppeling.itertext()).split())


def _badges(tegels: list[Tegel]) -> dict[str, Badge]:
    return {t.slug: Badge(mensen=1234, te_laat=567) for t in tegels}


def _botsingen(opschriften: list[Opschrift]) -> list[tuple[Vak, Vak]]:
    return [(a.vak, b.vak) for a, b in combinations(opschriften, 2) if a.vak.raakt(b.vak, ruimte=0)]


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("kant", KANTEN)
@pytest.mark.parametrize("klein", [False, True])
@pytest.mark.parametrize("met", ["niets", "badges", "status", "lange namen"])
def test_opschriften_raken_elkaar_niet_en_passen_in_hun_vak(taal: str, kant: str, klein: bool, met: str) -> None:
    with translation.override(taal):
        tegels = alle_tegels(kant)
        if met == "lange namen":
            tegels = [replace(t, naam=LANG) for t in tegels]
        opschriften = opschriften_van(
            kant,
            tegels,
            labels=standaardlabels(kant),
            badges=_badges(tegels) if met == "badges" else None,
            status={t.slug: "kan" for t in tegels} if met == "status" else None,
            klein=klein,
        )
    assert _botsingen(opschriften) == []
    for opschrift in opschriften:
        vak = opschrift.vak
        assert max(regel.breedte for regel in opschrift.regels) < vak.breed
        assert sum(regel.grootte for regel in opschrift.regels) < vak.hoog
        assert 0 <= vak.x <= vak.x + vak.breed <= BREED
        assert 0 <= vak.y <= vak.y + vak.hoog <= HOOG


def test_opschriften_op_dezelfde_plek_wijken_uit() -> None:
    opschriften = plaats([Tekst("Plaatsing"), Tekst("Nazorg"), Tekst("Melding")], [(700.0, 400.0)] * 3)
    assert _botsingen(opschriften) == []
    assert len({(o.vak.x, o.vak.y) for o in opschriften}) == 3


def test_wat_niet_past_krijgt_kleinere_letters() -> None:
    anker = (700.0, 400.0)
    ruim, vol = plaats([Tekst(LANG)] * 2, [anker] * 2), plaats([Tekst(LANG)] * 14, [anker] * 14)
    assert _botsingen(vol) == []
    assert vol[0].regels[0].grootte < ruim[0].regels[0].grootte


def test_een_kaart_zonder_ruimte_is_een_duidelijke_fout() -> None:
    with pytest.raises(ValueError, match="No room on the map for 90 labels"):
        plaats([Tekst("Plaatsing")] * 90, [(700.0, 400.0)] * 90)


def test_regels_breken_tussen_woorden() -> None:
    assert breek("Opstellen werkprofiel", 21, 150) == ["Opstellen", "werkprofiel"]
    assert breek("Opstellen werkprofiel", 21, 400) == ["Opstellen werkprofiel"]
    assert breek("Arbeidsongeschiktheidsverzekering", 21, 50) == ["Arbeidsongeschiktheidsverzekering"]
    assert tekstbreedte("mm", 20) > tekstbreedte("ii", 20)


@pytest.mark.parametrize("kant", KANTEN)
def test_koppelingen_staan_in_leesvolgorde_en_heten_als_hun_opschrift(kant: str) -> None:
    tegels = alle_tegels(kant)
    koppelingen = list(_boom(kaart(kant, tegels, url=_url)).iter(f"{SVG}a"))
    assert [k.get("href") for k in koppelingen] == [_url(t.slug) for t in tegels]
    assert [_naam(k) for k in koppelingen] == [t.naam for t in tegels]
    assert all(k.get("aria-label") is None for k in koppelingen)


def test_getallen_staan_zichtbaar_in_het_opschrift() -> None:
    tegels = alle_tegels("werkzoekenden")
    badges = {"melding": Badge(1), "diagnostiek": Badge(12, 3), "nazorg": Badge(0, 0)}
    svg = kaart("werkzoekenden", tegels, url=_url, badges=badges)
    namen = {k.get("href"): _naam(k) for k in _boom(svg).iter(f"{SVG}a")}
    assert namen[_url("melding")] == "Melding 1 persoon"
    assert namen[_url("diagnostiek")] == "Diagnostiek 12 mensen 3 te laat"
    assert namen[_url("nazorg")] == "Nazorg"


def test_de_kleine_kaart_zegt_waar_iemand_is_was_en_heen_kan() -> None:
    tegels = alle_tegels("werkzoekenden")
    status = {"melding": "geweest", "diagnostiek": "nu", "werk-fit": "kan", "nazorg": ""}
    boom = _boom(kaart("werkzoekenden", tegels, url=_url, status=status, klein=True))
    namen = [_naam(k) for k in boom.iter(f"{SVG}a")]
    assert [n for n in namen if n.split()[0] in {"Melding", "Diagnostiek", "Werk", "Nazorg"}] == [
        "Melding geweest",
        "Diagnostiek nu hier",
        "Werk fit kan helpen",
        "Nazorg",
    ]
    ringen = [
        u.get("class")
        for u in boom.iter(f"{SVG}use")
        if (u.get("class") or "") in {"ring-nu", "ring-geweest", "ring-kan"}
    ]
    assert sorted(ringen) == ["ring-geweest", "ring-kan", "ring-nu"]


@pytest.mark.parametrize("kant", KANTEN)
@pytest.mark.parametrize("klein", [False, True])
def test_elke_verwijzing_klopt_en_er_is_geen_opmaak_in_de_regel(kant: str, klein: bool) -> None:
    svg = kaart(kant, alle_tegels(kant), url=_url, klein=klein)
    boom = _boom(svg)
    ids = [e.get("id") for e in boom.iter() if e.get("id")]
    verwezen = {e.get("href", "")[1:] for e in boom.iter(f"{SVG}use")} | set(re.findall(r"url\(#([^)]+)\)", svg))
    verwezen |= {boom.get("aria-labelledby", ""), boom.get("aria-describedby", "")}
    assert len(ids) == len(set(ids))
    assert verwezen <= set(ids)
    assert all(e.get("style") is None for e in boom.iter())
    assert not list(boom.iter(f"{SVG}style"))


def test_alles_op_een_bladzijde_heeft_eigen_ids() -> None:
    delen = [kaart(k, alle_tegels(k), url=_url, klein=klein) for k in KANTEN for klein in (False, True)]
    delen += [tekening(t) for t in alle_tegels()] * 2
    ids = re.findall(r' id="([^"]+)"', "".join(delen))
    assert len(ids) == len(set(ids))


def test_een_tekening_uit_de_kaart_verwijst_naar_iets_op_die_kaart() -> None:
    for kant in KANTEN:
        svg = kaart(kant, alle_tegels(kant), url=_url)
        for tegel in alle_tegels(kant):
            (verwezen,) = re.findall(r'href="#([^"]+)"', tekening(tegel, uit_kaart=True))
            assert f'id="{verwezen}"' in svg


def test_namen_worden_nooit_opmaak() -> None:
    tegels = [replace(t, naam='<b onclick="x">&') for t in alle_tegels("werkgevers")]
    koppeling = next(_boom(kaart("werkgevers", tegels, url=lambda slug: f'/"{slug}')).iter(f"{SVG}a"))
    assert _naam(koppeling) == '<b onclick="x">&'
    assert koppeling.get("href") == '/"voorzorg'


def test_de_prent_zelf_is_voor_een_schermlezer_stil() -> None:
    boom = _boom(kaart("werkzoekenden", alle_tegels("werkzoekenden"), url=_url))
    (prent,) = [g for g in boom if g.tag == f"{SVG}g"]
    assert prent.get("aria-hidden") == "true"
    assert not list(prent.iter(f"{SVG}a"))
    assert not list(prent.iter(f"{SVG}text"))
    assert boom.findtext(f"{SVG}title") == "Landschap van werkzoekenden"
    assert "geen vaste volgorde" in (boom.findtext(f"{SVG}desc") or "")


def test_bemiddeling_plaatsing_en_nazorg_staan_op_dezelfde_plek_in_beide_landschappen() -> None:
    def plekken(kant: str) -> dict[str, object]:
        return dict(zip([t.slug for t in alle_tegels(kant)], PLEKKEN[kant], strict=True))

    persoon, werkgever = plekken("werkzoekenden"), plekken("werkgevers")
    assert [persoon[s] for s in ("bemiddeling", "plaatsing", "nazorg")] == [
        werkgever[s] for s in ("bemiddeling", "plaatsing", "nazorg")
    ]


def test_meer_tegels_dan_plekken_is_een_duidelijke_fout() -> None:
    tegels = alle_tegels("werkzoekenden")
    with pytest.raises(ValueError, match="places for 9 tiles, not for 10"):
        kaart("werkzoekenden", [*tegels, tegels[0]], url=_url)


@pytest.mark.parametrize("gebouw", sorted(GEBOUWEN))
def test_elk_gebouw_past_in_zijn_eigen_tekening(gebouw: str) -> None:
    svg = tekening(replace(alle_tegels()[0], gebouw=gebouw))
    links, boven, breed, hoog = (float(v) for v in _boom(svg).get("viewBox", "").split())
    punten = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) ?(-?[\d.]+)", svg)]
    eigen = [(x, y) for x, y in punten if links <= x <= links + breed and boven <= y <= boven + hoog]
    assert len(punten) > 10
    assert eigen == punten


def test_de_kaart_met_alle_getallen_blijft_klein() -> None:
    for kant in KANTEN:
        tegels = alle_tegels(kant)
        assert len(gzip.compress(kaart(kant, tegels, url=_url, badges=_badges(tegels)).encode())) < 20_000
