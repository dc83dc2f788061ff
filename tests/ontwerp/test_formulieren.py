"""Forms as people and screen readers meet them."""

from datetime import date

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy, override

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.ontwerp.formulieren import Basisformulier, velden_in_groepen


class Proef(Basisformulier):
    groepen = [("Over u", ["naam", "geboren"])]

    naam = forms.CharField(label="Naam", help_text="Zoals op uw paspoort")
    geboren = forms.DateField(label="Geboortedatum", required=False)
    bereik = forms.ChoiceField(label="Hoe", choices=[("t", "Telefoon"), ("m", "E-mail")], widget=forms.RadioSelect)
    mag = forms.BooleanField(label="Ik ga akkoord", required=False)
    verborgen = forms.CharField(widget=forms.HiddenInput, required=False)
    mail = forms.EmailField(label="E-mail", required=False, widget=forms.EmailInput({"autocomplete": "email"}))


@pytest.fixture(autouse=True)
def nederlands() -> object:
    with override("nl"):
        yield


def test_een_fout_staat_bij_het_veld_en_in_de_lijst_met_een_link() -> None:
    html = str(Proef({"bereik": "t"}))
    assert '<a href="#id_naam">Naam: ' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_naam_error"' in html
    assert html.count('role="alert"') == 1


def test_zonder_fouten_is_er_geen_foutenlijst() -> None:
    assert "wl-foutenlijst" not in str(Proef())


def test_de_link_naar_een_groep_keuzes_wijst_naar_de_eerste_keuze() -> None:
    html = str(Proef({"naam": "Jan"}))
    assert '<a href="#id_bereik_0">' in html
    assert 'id="id_bereik_0"' in html
    assert '<legend class="wl-label">Hoe</legend>' in html.replace(" \n", "")


def test_niet_verplicht_staat_er_in_woorden_alleen_waar_het_zo_is() -> None:
    html = str(Proef())
    assert html.count("(niet verplicht)") == 2
    assert "Naam <span" not in html


def test_bij_een_vinkje_staat_niet_dat_het_niet_hoeft() -> None:
    assert "(niet verplicht)" not in Proef()["mag"].as_field_group()


class Leeg(Basisformulier):
    naam = forms.CharField(label="Naam")
    hoe = forms.ChoiceField(label="Hoe", choices=[("t", "Telefoon")])
    wie = forms.ModelChoiceField(label="Wie", queryset=Gemeente.objects.none())
    papier = forms.FileField(label="Papier")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("taal", "woorden"),
    [
        ("nl", ["Vul dit nog in.", "Kies nog wat hier past.", "Kies nog wat hier past.", "Kies eerst een bestand."]),
        ("en", ["Fill this in.", "Choose what fits here.", "Choose what fits here.", "Choose a file first."]),
    ],
)
def test_wat_nog_mist_staat_er_in_gewone_woorden(taal: str, woorden: list[str]) -> None:
    with override(taal):
        formulier = Leeg({})
        assert [str(fout[0]) for fout in formulier.errors.values()] == woorden


def test_een_datum_gebruikt_het_veld_van_de_browser_en_houdt_zijn_waarde() -> None:
    formulier = Proef(initial={"geboren": date(1990, 5, 4)})
    assert 'type="date"' in str(formulier["geboren"])
    assert 'value="1990-05-04"' in str(formulier["geboren"])
    ingevuld = Proef({"naam": "Jan", "bereik": "t", "geboren": "1990-05-04"})
    assert ingevuld.is_valid(), ingevuld.errors
    assert ingevuld.cleaned_data["geboren"] == date(1990, 5, 4)


def test_een_datum_mag_ook_op_zijn_nederlands_getypt_zijn() -> None:
    formulier = Proef({"naam": "Jan", "bereik": "t", "geboren": "04-05-1990"})
    assert formulier.is_valid(), formulier.errors
    assert formulier.cleaned_data["geboren"] == date(1990, 5, 4)


def test_groepen_en_de_rest_zijn_alle_zichtbare_velden_een_keer() -> None:
    groepen = velden_in_groepen(Proef())
    assert [legenda for legenda, _velden in groepen] == ["Over u", ""]
    assert [veld.name for _legenda, velden in groepen for veld in velden] == [
        "naam",
        "geboren",
        "bereik",
        "mag",
        "mail",
    ]


def test_autocomplete_en_verborgen_velden_blijven() -> None:
    html = str(Proef())
    assert 'autocomplete="email"' in html
    assert html.count('name="verborgen"') == 1


def test_fouten_van_een_handeling_komen_bij_hun_veld_en_anders_bovenaan() -> None:
    formulier = Proef({"naam": "Jan", "bereik": "t"})
    formulier.is_valid()
    formulier.zet_fouten({"naam": "Deze naam bestaat al.", "onbekend": "Er is iets anders."})
    assert formulier.errors["naam"] == ["Deze naam bestaat al."]
    assert formulier.non_field_errors() == ["Er is iets anders."]


def test_wat_iemand_typt_wordt_tekst_en_geen_html() -> None:
    html = str(Proef({"naam": "<script>alert(1)</script>"}))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


KLEUREN = [("r", "Rood"), ("g", "Groen")]


class Keuzes(Basisformulier):
    kleur = forms.ChoiceField(label="Kleur", choices=KLEUREN)
    gekozen = forms.ChoiceField(label="Gekozen", choices=KLEUREN, initial="g")
    vrij = forms.ChoiceField(label="Vrij", choices=KLEUREN, required=False)
    enige = forms.ChoiceField(label="Enige", choices=KLEUREN[:1])
    meer = forms.MultipleChoiceField(label="Meer", choices=KLEUREN)


def test_een_verplichte_keuzelijst_begint_leeg_zodat_niemand_ongemerkt_het_eerste_antwoord_geeft() -> None:
    leeg = '<option value="">Kies</option>'
    formulier = Keuzes()
    assert {veld.name: leeg in str(veld) for veld in formulier} == {
        "kleur": True,
        "gekozen": False,
        "vrij": False,
        "enige": False,
        "meer": False,
    }


def test_na_een_fout_houdt_de_keuzelijst_wat_gekozen_was() -> None:
    formulier = Keuzes({"kleur": "g"})
    assert not formulier.is_valid()
    assert '<option value="g" selected>Groen</option>' in str(formulier["kleur"])
    assert "Kies" not in str(formulier["kleur"])


@pytest.mark.django_db
def test_een_keuzelijst_vraagt_om_te_kiezen_en_een_eigen_woord_blijft() -> None:
    class Keuze(Basisformulier):
        wie = forms.ModelChoiceField(queryset=Gemeente.objects.none())
        ander = forms.ModelChoiceField(queryset=Gemeente.objects.none(), required=False, empty_label="Niemand")

    assert ">Kies</option>" in str(Keuze()["wie"])
    assert ">Niemand</option>" in str(Keuze()["ander"])


@pytest.mark.parametrize(("label", "regel"), [("Wie doet het?", "Wie doet het? Vul"), ("Naam", "Naam: Vul")])
def test_na_een_vraag_komt_in_de_foutenlijst_geen_dubbele_punt(label: str, regel: str) -> None:
    formulier = Proef({})
    formulier.fields["naam"].label = gettext_lazy(label)
    assert f">{regel}" in render_to_string("ontwerp/onderdelen/foutenlijst.html", {"formulier": formulier})
