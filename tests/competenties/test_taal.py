"""All forms of a verb have one stem, so that what is asked is found however it is said."""

from __future__ import annotations

import pytest

from werklandschap.competenties.herkenning.taal import stam


@pytest.mark.parametrize(
    "vormen",
    [
        "slopen sloopt sloopte gesloopt",
        "zagen zaagt zaagde gezaagd",
        "keuren keurt keurde gekeurd",
        "laden laadt laadde geladen",
        "rijden rijdt reed gereden",
        "spuiten spuit spoot gespoten",
        "stucen stucte gestuct",
        "smeren smeert gesmeerd",
        "lakken lakt gelakt",
        "voegen voegt gevoegd",
        "controleren controleert gecontroleerd",
        "inspecteren inspecteert geïnspecteerd",
        "uitdelen uitgedeeld",
        "ontbramen ontbraamt ontbraamd",
    ],
)
def test_alle_vormen_van_een_werkwoord_hebben_een_stam(vormen: str) -> None:
    assert len({stam(vorm) for vorm in vormen.split()}) == 1


def test_een_zelfstandig_naamwoord_met_ge_blijft_wat_het_is() -> None:
    assert [stam(woord) for woord in ("gebied", "geluid", "gezicht", "gewicht")] == [
        "gebied",
        "geluid",
        "gezicht",
        "gewicht",
    ]
