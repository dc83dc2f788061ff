"""The quick `translate` tag says the very same as Django's own."""

from __future__ import annotations

import pytest
from django.template import Context, Engine, Library
from django.templatetags import i18n
from django.utils.translation import override

from werklandschap.ontwerp.vertaaltag import Vertaalnode

# Django's tags as they were, under another name of the library.
django_eigen = Library()
django_eigen.tags = {**i18n.register.tags, "translate": i18n.do_translate, "trans": i18n.do_translate}
django_eigen.filters = dict(i18n.register.filters)

SJABLONEN = (
    '{% translate "Dossiers" %}',
    "{% trans 'Dossiers' %}",
    '{% translate "Dossiers" as wat %}<b title="{{ wat }}">{{ wat|upper }}</b>',
    '{% translate "100 % & <b>vet</b>" %}',
    '{% autoescape off %}{% translate "Mijn dag & meer" %}{% endautoescape %}',
    '{% translate "Dossiers" noop %}',
    '{% translate "Dossiers"|lower %}',
    '{% translate "May" context "month name" %}',
    "{% translate naam %}",
    "{% translate naam as wat %}{{ wat }}",
    '{% translate "" %}',
)


def _met(bron: str, eigen: bool) -> str:
    engine = Engine(libraries={"i18n": "django.templatetags.i18n"})
    if not eigen:
        engine.template_libraries["i18n"] = django_eigen
    sjabloon = engine.from_string("{% load i18n %}" + bron)
    return sjabloon.render(Context({"naam": "<i>Dossiers</i>"}))


@pytest.mark.parametrize("bron", SJABLONEN)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_snelle_tag_zegt_hetzelfde_als_die_van_django(bron: str, taal: str) -> None:
    with override(taal):
        assert _met(bron, eigen=True) == _met(bron, eigen=False)


def test_een_vaste_tekst_volgt_de_taal_van_wie_leest() -> None:
    """The same compiled template for two people."""
    sjabloon = Engine(libraries={"i18n": "django.templatetags.i18n"}).from_string(
        '{% load i18n %}{% translate "Dossiers" %}'
    )
    assert isinstance(sjabloon.nodelist[-1], Vertaalnode)
    gelezen = []
    for taal in ("nl", "en", "nl"):
        with override(taal):
            gelezen.append(sjabloon.render(Context()))
    assert gelezen == ["Dossiers", "Files", "Dossiers"]
