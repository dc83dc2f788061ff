"""Rows read together are the rows the database gives one table at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Taakfabriek,
    Waarnemingfabriek,
)

from werklandschap.kern.basis.samenlezen import Meelezen, is_gelezen, lees_samen
from werklandschap.kern.dossiers.feiten import lees_rijen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.profielen.models import Bewijs, Certificaat
from werklandschap.kern.taken.models import Taak

pytestmark = pytest.mark.django_db


def vers(dossier: Dossier) -> Dossier:
    return Dossier.objects.select_related("werkzoekende", "keten").get(pk=dossier.pk)


def velden(rij: object) -> dict[str, object]:
    return {naam: waarde for naam, waarde in vars(rij).items() if not naam.startswith("_")}


def test_elk_veld_is_wat_de_database_los_geeft() -> None:
    """Whole numbers, text, JSON of every shape, days, moments, UUIDs and empty values."""
    dossier = Dossierfabriek()
    for aspect, waarde in (("zrm_financien", 2), ("hulpvraag", 'Een ’baan’ in de "zorg"'), ("vervoer", {"a": [1]})):
        Waarnemingfabriek(dossier=dossier, aspect=aspect, waarde=waarde)
    Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke)
    Certificaat.objects.create(werkzoekende=dossier.werkzoekende, code="vca", heeft=False, geldig_tot=None)
    gelezen = vers(dossier)
    lees_samen(
        [
            Meelezen(gelezen, "waarnemingen"),
            Meelezen(gelezen.keten, "taken"),
            Meelezen(gelezen.werkzoekende, "certificaten"),
        ]
    )
    for samen, los in (
        (gelezen.waarnemingen.all(), Waarneming.objects.filter(dossier=dossier)),
        (gelezen.keten.taken.all(), Taak.objects.filter(keten=dossier.keten)),
        (gelezen.werkzoekende.certificaten.all(), Certificaat.objects.filter(werkzoekende=dossier.werkzoekende)),
    ):
        assert [velden(rij) for rij in samen] == [velden(rij) for rij in los]
        assert los.exists()


def test_een_rij_van_een_ander_komt_niet_mee() -> None:
    dossier, ander = Dossierfabriek(), Dossierfabriek()
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=2)
    Waarnemingfabriek(dossier=ander, aspect="zrm_huisvesting", waarde=1)
    gelezen = vers(dossier)
    lees_samen([Meelezen(gelezen, "waarnemingen")])
    assert [w.aspect for w in gelezen.waarnemingen.all()] == ["zrm_financien"]


def test_dieper_hangt_onder_de_goede_ouder_in_de_volgorde_van_de_database() -> None:
    dossier = Dossierfabriek()
    laag, hoog = (
        Competentieregelfabriek(
            werkzoekende=dossier.werkzoekende, competentie=Competentiefabriek(label=label), niveau=niveau
        )
        for label, niveau in (("plannen", 1), ("lassen", 4))
    )
    for regel, dagen in ((laag, 1), (hoog, 9), (hoog, 2)):
        Bewijs.objects.create(
            regel=regel,
            soort=Bewijs.Soort.GEZIEN,
            niveau=2,
            datum=date(2026, 3, 20) - timedelta(days=dagen),
            door=dossier.verantwoordelijke,
        )
    gelezen = vers(dossier)
    lees_samen(
        [
            Meelezen(gelezen.werkzoekende, "competenties", mee={"competentie": ()}),
            Meelezen(gelezen.werkzoekende, "competenties__bewijzen", mee={"door": ("naam",)}),
        ]
    )
    with CaptureQueriesContext(connection) as gevangen:
        regels = list(gelezen.werkzoekende.competenties.all())
        assert [regel.competentie.label for regel in regels] == ["lassen", "plannen"]
        assert [bewijs.datum.day for bewijs in regels[0].bewijzen.all()] == [18, 11]
        assert [bewijs.door.naam for bewijs in regels[1].bewijzen.all()] == [dossier.verantwoordelijke.naam]
        assert regels[0].werkzoekende == gelezen.werkzoekende
    assert not gevangen.captured_queries


def test_een_lege_tabel_is_gelezen_en_leeg() -> None:
    gelezen = vers(Dossierfabriek())
    assert not is_gelezen(gelezen, "signalen")
    lees_samen([Meelezen(gelezen, "signalen"), Meelezen(gelezen, "waarnemingen", naar="beeld")])
    assert is_gelezen(gelezen, "signalen")
    assert list(gelezen.signalen.all()) == []
    assert gelezen.__dict__["beeld"] == []
    assert not is_gelezen(gelezen, "waarnemingen")


def test_wie_niets_vraagt_stelt_geen_vraag() -> None:
    with CaptureQueriesContext(connection) as gevangen:
        lees_samen([])
    assert not gevangen.captured_queries


def test_alles_wat_de_kamers_aanmelden_is_een_vraag() -> None:
    """Every registered room fits in the one query, with rows in it."""
    dossier = Dossierfabriek()
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=2)
    gelezen = vers(dossier)
    with CaptureQueriesContext(connection) as gevangen:
        lees_rijen(gelezen)
    assert len(gevangen.captured_queries) == 1


def test_van_twee_ouders_krijgt_elk_de_eigen_rijen() -> None:
    """Parents of one kind share a part; a part without parents asks nothing."""
    dossiers = [Dossierfabriek(), Dossierfabriek()]
    for niveau, dossier in enumerate(dossiers, start=1):
        regel = Competentieregelfabriek(werkzoekende=dossier.werkzoekende, niveau=niveau)
        Bewijs.objects.create(regel=regel, soort=Bewijs.Soort.ZELF, niveau=niveau, datum=date(2026, 3, niveau))
    mensen = [vers(dossier).werkzoekende for dossier in dossiers]
    leeg: list[Dossier] = []
    with CaptureQueriesContext(connection) as gevangen:
        lees_samen(
            [
                Meelezen(leeg, "waarnemingen"),
                Meelezen(mensen, "competenties"),
                Meelezen(list(mensen), "competenties__bewijzen"),
            ]
        )
        gelezen = [
            (regel.niveau, bewijs.datum.day)
            for mens in mensen
            for regel in mens.competenties.all()
            for bewijs in regel.bewijzen.all()
        ]
    assert gelezen == [(1, 1), (2, 2)]
    assert len(gevangen.captured_queries) == 1


def _open_taken() -> QuerySet[Taak]:
    return Taak.objects.filter(status=Taak.Status.OPEN)


def test_wat_een_keer_is_opgesteld_geeft_elke_ouder_de_eigen_rijen() -> None:
    """The SQL of a part is kept; whose rows, how many parents and at which place it stands are not."""
    dossiers = [Dossierfabriek() for _ in range(3)]
    for aantal, dossier in enumerate(dossiers, start=1):
        for _ in range(aantal):
            Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke)
        Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke, status=Taak.Status.KLAAR)
        Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=aantal)

    def gelezen(wie: list[Dossier], *, taken_eerst: bool) -> list[tuple[int, list[int]]]:
        hier = [vers(dossier) for dossier in wie]
        delen = [Meelezen([d.keten for d in hier], "taken", _open_taken), Meelezen(hier, "waarnemingen")]
        lees_samen(delen if taken_eerst else delen[::-1])
        return [(len(d.keten.taken.all()), [w.waarde for w in d.waarnemingen.all()]) for d in hier]

    assert gelezen(dossiers[:1], taken_eerst=True) == [(1, [1])]
    assert gelezen(dossiers[2:], taken_eerst=False) == [(3, [3])]
    assert gelezen(dossiers, taken_eerst=True) == [(1, [1]), (2, [2]), (3, [3])]


def test_een_vraag_van_vandaag_wordt_elke_keer_opnieuw_opgesteld() -> None:
    dossier = Dossierfabriek()
    for dag in (date(2026, 3, 20), date(2026, 3, 22)):
        Taakfabriek(keten=dossier.keten, eigenaar=dossier.verantwoordelijke, voor_op=dag)
    for vandaag, verwacht in ((date(2026, 3, 21), 1), (date(2026, 3, 19), 2)):
        gelezen = vers(dossier)
        lees_samen([Meelezen(gelezen.keten, "taken", Taak.objects.filter(voor_op__gte=vandaag))])
        assert len(gelezen.keten.taken.all()) == verwacht
