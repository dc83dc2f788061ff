"""Two people edit the same row: nobody's work vanishes."""

from __future__ import annotations

import pytest
from tests.fabrieken import Werkgeverfabriek

from werklandschap.kern.basis.fouten import VerouderdeVersie
from werklandschap.kern.basis.middleware import conflictcontext
from werklandschap.kern.relaties.models import Werkgever

pytestmark = pytest.mark.django_db


def test_wie_op_een_verouderde_versie_bewaart_ziet_beide_teksten() -> None:
    werkgever = Werkgeverfabriek(missie="oud")
    ene, andere = Werkgever.objects.get(pk=werkgever.pk), Werkgever.objects.get(pk=werkgever.pk)
    ene.wijzig(verwacht=1, missie="van de ene")
    with pytest.raises(VerouderdeVersie) as gevangen:
        andere.wijzig(verwacht=1, missie="van de ander")
    verschil = conflictcontext(gevangen.value)["verschillen"][0]
    assert (verschil["hun"], verschil["mijn"]) == ("van de ene", "van de ander")
    assert Werkgever.objects.get(pk=werkgever.pk).missie == "van de ene"


def test_na_het_samenbrengen_gaat_bewaren_weer() -> None:
    werkgever = Werkgeverfabriek()
    werkgever.wijzig(verwacht=1, missie="een")
    werkgever.wijzig(verwacht=2, missie="twee")
    assert Werkgever.objects.get(pk=werkgever.pk).versie == 3
