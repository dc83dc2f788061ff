"""What an action refuses comes to stand on the form; another error goes its own way."""

from __future__ import annotations

import pytest

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, fouten_op


class Formulier:
    def __init__(self) -> None:
        self.fouten: dict[str, str] = {}

    def zet_fouten(self, fouten: dict[str, str]) -> None:
        self.fouten.update(fouten)


def test_wat_de_actie_weigert_staat_op_het_formulier_en_de_pagina_gaat_verder() -> None:
    formulier = Formulier()
    verder = False
    with fouten_op(formulier):
        raise Invoerfout({"naam": "Deze naam bestaat al."})
    verder = True
    assert formulier.fouten == {"naam": "Deze naam bestaat al."}
    assert verder


def test_zonder_fout_blijft_het_formulier_leeg() -> None:
    formulier = Formulier()
    with fouten_op(formulier):
        pass
    assert formulier.fouten == {}


def test_een_andere_fout_wordt_niet_ingeslikt() -> None:
    with pytest.raises(GeenRecht), fouten_op(Formulier()):
        raise GeenRecht("Dit mag u niet.")
