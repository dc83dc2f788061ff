"""Components in templates."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from werklandschap.ontwerp.iconen import TEKENINGEN
from werklandschap.ontwerp.tabellen import sortering


@pytest.fixture(autouse=True)
def nederlands() -> Any:
    with override("nl"):
        yield


def toon(bron: str, pad: str = "/lijst/", **gegevens: Any) -> str:
    """Render a piece of template as a page would."""
    verzoek: HttpRequest = RequestFactory().get(pad)
    return Template(bron).render(Context({"request": verzoek, **gegevens}))


def test_een_kaart_houdt_de_inhoud_en_haar_titel() -> None:
    html = toon('{% kaart "Taken" niveau=3 soort="nadruk" %}<p>{{ tekst }}</p>{% eindkaart %}', tekst="a < b")
    assert '<h3 class="wl-kaart__titel">Taken</h3>' in html
    assert "<p>a &lt; b</p>" in html
    assert "wl-kaart--nadruk" in html


def test_een_kaart_met_een_onbekend_kenmerk_is_een_fout_van_ons() -> None:
    with pytest.raises(TemplateSyntaxError, match="kleur"):
        toon('{% kaart "Taken" kleur="rood" %}{% eindkaart %}')


def test_een_badge_heeft_woord_en_vorm() -> None:
    goed = toon('{% status_badge "op tijd" "goed" %}')
    fout = toon('{% status_badge "te laat" "fout" %}')
    assert "op tijd" in goed
    assert TEKENINGEN["goed"] in goed
    assert TEKENINGEN["fout"] in fout


def test_alle_tekeningen_verschillen() -> None:
    assert len(set(TEKENINGEN.values())) == len(TEKENINGEN)


def test_paginering_houdt_de_rest_van_het_adres() -> None:
    html = toon("{% paginering p %}", "/lijst/?q=jan&pagina=2", p=Paginator(range(60), 20).page(2))
    assert 'href="?q=jan&amp;pagina=1" rel="prev"' in html
    assert 'href="?q=jan&amp;pagina=3" rel="next"' in html
    assert "21 tot en met 40 van 60" in html
    assert html.count('aria-current="page"') == 1


def test_een_lijst_van_een_pagina_heeft_geen_paginering() -> None:
    assert toon("{% paginering p %}", p=Paginator(range(5), 20).page(1)).strip() == ""


def test_sorteren_draait_om_bij_de_tweede_keer_en_begint_op_de_eerste_pagina() -> None:
    eerste = toon('{% sorteerkop "naam" "Naam" %}', "/lijst/?pagina=3")
    tweede = toon('{% sorteerkop "naam" "Naam" %}', "/lijst/?sorteer=naam")
    derde = toon('{% sorteerkop "naam" "Naam" %}', "/lijst/?sorteer=-naam")
    assert 'href="?sorteer=naam"' in eerste
    assert "aria-sort" not in eerste
    assert 'aria-sort="ascending"' in tweede
    assert 'href="?sorteer=-naam"' in tweede
    assert 'aria-sort="descending"' in derde


@pytest.mark.parametrize(
    ("vraag", "velden"),
    [
        ("", ("achternaam", "voornaam", "pk")),
        ("?sorteer=-naam", ("-achternaam", "-voornaam", "pk")),
        ("?sorteer=sinds", ("begonnen_op", "pk")),
        ("?sorteer=wachtwoord", ("achternaam", "voornaam", "pk")),
        ("?sorteer=--naam", ("-achternaam", "-voornaam", "pk")),
    ],
)
def test_alleen_toegestane_kolommen_sorteren(vraag: str, velden: tuple[str, ...]) -> None:
    verzoek = RequestFactory().get(f"/lijst/{vraag}")
    toegestaan = {"naam": ("achternaam", "voornaam"), "sinds": "begonnen_op"}
    assert sortering(verzoek, toegestaan, "naam").velden == velden


def test_een_actieknop_vraagt_eerst_en_stuurt_zijn_waarden_mee() -> None:
    html = toon('{% actieknop "/weg/" "Verwijderen" vraag="De taak gaat weg." id=7 %}', csrf_token="geheim")
    assert "De taak gaat weg." in html
    assert '<input type="hidden" name="id" value="7">' in html
    assert 'name="csrfmiddlewaretoken" value="geheim"' in html
    assert 'method="post"' in html


def test_voortgang_zegt_het_ook_in_woorden_en_blijft_binnen_de_balk() -> None:
    html = toon('{% voortgang 7 5 "Plan" %}')
    assert "Plan: 7 van 5" in html
    assert 'width="100.0" height="8"' in html
    assert 'width="0.0"' in toon("{% voortgang 0 0 %}")


def test_een_lege_waarde_zegt_dat_zij_niet_bekend_is_en_nul_is_wel_een_waarde() -> None:
    html = toon("{% definitielijst paren %}", paren=[("Geboren", None), ("Kinderen", 0)])
    assert html.count("niet bekend") == 1
    assert "<dd>0</dd>" in html


def test_een_tabel_geeft_elke_cel_haar_kop_mee() -> None:
    html = toon('{% tabel kop rijen "Mensen" %}', kop=["Naam", "Tegel"], rijen=[["Jan", "Melding"]])
    assert '<th scope="row">Jan</th>' in html
    assert '<td data-label="Tegel">Melding</td>' in html
    assert "<caption>Mensen</caption>" in html


def test_stappen_zeggen_waar_iemand_is() -> None:
    html = toon(
        "{% stappenlijst s %}", s=[{"titel": "Intake", "status": "klaar"}, {"titel": "Plan", "status": "bezig"}]
    )
    assert html.count('aria-current="step"') == 1
    assert html.index("klaar:") < html.index("Intake") < html.index("nu:") < html.index("Plan")


def test_een_tijdlijn_toont_moment_en_wie() -> None:
    html = toon(
        "{% gebeurtenissenlijst i %}",
        i=[{"moment": datetime(2026, 3, 3, 13, 30, tzinfo=UTC), "titel": "Gesprek", "wie": "Sanne"}],
    )
    assert "3 maart 2026, 14.30 uur" in html
    assert "Sanne" in html


def test_twee_versies_staan_naast_elkaar() -> None:
    html = toon("{% verschillen v %}", v=[{"label": "Doel", "mijn": "mijn <b>", "hun": "hun"}])
    assert html.index("Doel") < html.index("mijn &lt;b&gt;") < html.index("hun")


def test_geen_onderdeel_heeft_stijl_of_script_in_de_pagina() -> None:
    bron = (
        '{% kaart "A" %}{% status_badge "b" "goed" %}{% voortgang 1 2 %}{% knop "k" "/" %}{% actieknop "/x" "y" %}'
        '{% melding "fout" levend=True %}x{% eindmelding %}{% uitklap "meer" %}x{% einduitklap %}'
        '{% lege_staat "t" %}{% eindkaart %}'
    )
    html = toon(bron)
    assert " style=" not in html
    assert "<style" not in html
    assert "<script" not in html
    assert " onclick" not in html


def test_een_filterbalk_neemt_een_formulier_of_een_filterset() -> None:
    class Filter(forms.Form):
        naam = forms.CharField(label="Naam", required=False)

    class Filterset:
        form = Filter({"naam": "jan"})

    los = toon("{% filterbalk f %}", "/lijst/?naam=jan", f=Filter({"naam": "jan"}))
    assert toon("{% filterbalk f %}", "/lijst/?naam=jan", f=Filterset()) == los
    assert 'value="jan"' in los
    assert '<a href="/lijst/">Wis filter</a>' in los
