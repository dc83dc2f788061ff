"""Statements: valid, appended, seen by who may, and what they cause."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Waarnemingfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld import queries
from werklandschap.kern.klantbeeld.actions import leg_meting_vast, leg_waarneming_vast
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, aspect, aspecten, themas
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.tijdlijn.soorten import lees_zin
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol

VANDAAG = date(2026, 3, 10)


@pytest.fixture
def dossier(db: None) -> Dossier:
    return Dossierfabriek()


@pytest.fixture(autouse=True)
def vandaag(time_machine: object) -> None:
    time_machine.move_to("2026-03-10 10:00:00+01:00", tick=False)  # type: ignore[attr-defined]


@pytest.fixture
def ik(dossier: Dossier) -> Gebruiker:
    assert dossier.verantwoordelijke is not None
    return dossier.verantwoordelijke


def test_de_catalogus_is_er_in_twee_talen() -> None:
    nederlands = {code: a.naam for code, a in aspecten().items()}
    with translation.override("en"):
        assert aspect("zrm_financien").naam == "Finances"
        assert aspect("zrm_financien").toon(1) == "1 – acute problems"
        assert set(aspecten()) == set(nederlands)
    assert {a.thema for a in aspecten().values()} <= set(themas())


@pytest.mark.parametrize(
    ("code", "goed", "fout"),
    [
        ("zrm_financien", [1, 5, NIET_BESPROKEN], [0, 6, True, "3", 2.0, None, ""]),
        ("cv_actueel", [0, 1], [2, "ja", None]),
        ("haalbaar_doel", ["opleiding"], ["astronaut", 1, ""]),
        ("talenten", ["Kan goed luisteren"], ["", "   ", "x" * 501, 3]),
    ],
)
def test_elk_soort_aspect_kent_zijn_waarden(code: str, goed: list[object], fout: list[object]) -> None:
    assert [aspect(code).is_geldig(w) for w in goed] == [True] * len(goed)
    assert [aspect(code).is_geldig(w) for w in fout] == [False] * len(fout)


def test_wat_iemand_typt_wordt_een_waarde() -> None:
    assert aspect("zrm_financien").lees("2") == 2
    assert aspect("zrm_financien").lees("acute problematiek") == 1
    assert aspect("zrm_financien").lees("Acute") == 1
    assert aspect("zrm_financien").lees("zelfredzaam") is None
    assert aspect("cv_actueel").lees("Ja") == 1
    assert aspect("haalbaar_doel").lees("een opleiding") == "opleiding"
    assert aspect("zrm_financien").lees("9") is None


def test_w2_3_een_nieuwe_waarneming_vervangt_de_vorige_van_dezelfde_bron(dossier: Dossier, ik: Gebruiker) -> None:
    eerste = leg_waarneming_vast(dossier=dossier, aspect="ritme", waarde=2, bron="professional", door=ik)
    klant = leg_waarneming_vast(dossier=dossier, aspect="ritme", waarde=4, bron="klant", door=ik)
    tweede = leg_waarneming_vast(dossier=dossier, aspect="ritme", waarde=3, bron="professional", door=ik)
    assert (eerste.vervangt, klant.vervangt, tweede.vervangt) == (None, None, eerste)
    assert dossier.waarnemingen.count() == 3
    with pytest.raises(TypeError):
        eerste.save()
    assert controleer(dossier.keten) == []


def test_een_foute_waarde_wordt_geweigerd_met_uitleg(dossier: Dossier, ik: Gebruiker) -> None:
    with pytest.raises(Invoerfout) as fout:
        leg_waarneming_vast(
            dossier=dossier,
            aspect="ritme",
            waarde=7,
            bron="buurman",
            door=ik,
            urgentie=2,
            waargenomen_op=VANDAAG + timedelta(days=1),
        )
    assert set(fout.value.fouten) == {"waarde", "bron", "urgentie", "waargenomen_op"}
    assert "lukt altijd zelf" in fout.value.fouten["waarde"]
    with pytest.raises(Invoerfout):
        leg_waarneming_vast(dossier=dossier, aspect="bestaat_niet", waarde=1, bron="klant", door=ik)
    assert not dossier.waarnemingen.exists()
    assert not Gebeurtenis.objects.filter(keten=dossier.keten).exists()


def test_wie_mag_wat_vastleggen(dossier: Dossier, ik: Gebruiker) -> None:
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH)
    manager = Gebruikerfabriek(rol=Rol.MANAGER)
    account = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)
    inwoner = Gebruikerfabriek(rol=Rol.INWONER)
    dossier.werkzoekende.account = inwoner
    dossier.werkzoekende.save()

    def probeer(wie: Gebruiker, code: str, bron: str) -> bool:
        try:
            leg_waarneming_vast(dossier=dossier, aspect=code, waarde=3, bron=bron, door=wie)
        except GeenRecht:
            return False
        return True

    assert not probeer(vreemde, "ritme", "professional")
    assert not probeer(manager, "ritme", "professional")
    assert probeer(jobcoach, "energie", "professional")
    assert not probeer(jobcoach, "last_schulden", "professional")
    assert probeer(inwoner, "last_schulden", "klant")
    assert not probeer(inwoner, "ritme", "professional")
    assert probeer(account, "samenwerken", "werkgever")
    assert not probeer(account, "energie", "werkgever")
    assert not probeer(account, "samenwerken", "professional")
    assert not probeer(Gebruikerfabriek(rol=Rol.INWONER), "ritme", "klant")
    dossier.status = Dossier.Status.GESLOTEN
    assert not probeer(ik, "ritme", "professional")


def test_w3_2_een_dringende_belemmering_wordt_een_taak_en_verdwijnt_weer(dossier: Dossier, ik: Gebruiker) -> None:
    def leg_vast(urgentie: int) -> None:
        leg_waarneming_vast(
            dossier=dossier, aspect="last_vervoer", waarde=5, bron="professional", door=ik, urgentie=urgentie
        )

    leg_vast(1)
    assert not Taak.objects.exists()
    leg_vast(3)
    leg_vast(2)
    taak = Taak.objects.get()
    assert (taak.eigenaar, taak.voor_op, taak.status) == (ik, VANDAAG + timedelta(days=1), "open")
    leg_waarneming_vast(dossier=dossier, aspect="last_vervoer", waarde=NIET_BESPROKEN, bron="professional", door=ik)
    taak.refresh_from_db()
    assert taak.status == "open"
    leg_vast(0)
    taak.refresh_from_db()
    assert taak.status == "klaar"


def test_een_gevoelig_onderwerp_staat_niet_op_de_tijdlijn_en_niet_in_een_taak(dossier: Dossier, ik: Gebruiker) -> None:
    leg_waarneming_vast(
        dossier=dossier, aspect="last_schulden", waarde=5, bron="professional", door=ik, urgentie=3, toelichting="12000"
    )
    zinnen = " ".join(lees_zin(g.soort, g.gegevens) for g in Gebeurtenis.objects.filter(keten=dossier.keten))
    assert "gevoelig onderwerp" in zinnen
    assert "schuld" not in (zinnen + Taak.objects.get().titel).lower()
    assert "12000" not in zinnen


def test_w2_3_het_beeld_op_elke_datum_zoals_het_was_of_zoals_wij_het_wisten(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=date(2026, 1, 5))
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=4, waargenomen_op=date(2026, 2, 5))
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=NIET_BESPROKEN, waargenomen_op=date(2026, 3, 5))

    def ritme(op: date, *, geweten: bool = False) -> object:
        beeld = queries.klantbeeld_op(dossier, op, ik, zoals_geweten=geweten)
        return beeld.waarden().get("ritme")

    assert [ritme(date(2026, 1, 4)), ritme(date(2026, 1, 5)), ritme(date(2026, 2, 5)), ritme(VANDAAG)] == [
        None,
        2,
        4,
        4,
    ]
    # All three were recorded today only.
    assert [ritme(date(2026, 2, 5), geweten=True), ritme(VANDAAG, geweten=True)] == [None, 4]


def test_w2_3_klant_naast_professional_met_de_verschillen(dossier: Dossier, ik: Gebruiker) -> None:
    for code, klant, professional in (("ritme", 5, 2), ("samenwerken", 3, 3), ("last_stress", 1, 4)):
        Waarnemingfabriek(dossier=dossier, aspect=code, waarde=klant, bron="klant")
        Waarnemingfabriek(dossier=dossier, aspect=code, waarde=professional)
    Waarnemingfabriek(dossier=dossier, aspect="volharding", waarde=3, bron="klant")
    beeld = queries.klantbeeld_op(dossier, VANDAAG, ik)
    gezien = {v.aspect.code: (v.verschil, v.is_anders) for v in queries.naast_elkaar(beeld)}
    assert gezien == {
        "ritme": (-3, True),
        "samenwerken": (0, False),
        "last_stress": (-3, True),
        "volharding": (None, False),
    }
    assert [v.aspect.code for v in queries.tegenstrijdig(beeld)] == ["ritme", "last_stress"]


def test_gevoelige_onderwerpen_blijven_dicht_zonder_recht(dossier: Dossier, ik: Gebruiker) -> None:
    for code in ("last_schulden", "energie", "zrm_justitie", "ritme"):
        Waarnemingfabriek(dossier=dossier, aspect=code, waarde=2)

    def ziet(wie: Gebruiker) -> set[str]:
        return set(queries.klantbeeld_op(dossier, VANDAAG, wie).regels)

    assert ziet(ik) == {"last_schulden", "energie", "zrm_justitie", "ritme"}
    assert ziet(Gebruikerfabriek(rol=Rol.JOBCOACH)) == {"energie", "ritme"}
    assert ziet(Gebruikerfabriek(rol=Rol.MANAGER)) == {"ritme"}
    assert ziet(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)) == set()
    assert ziet(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))) == set()
    assert queries.verloop(dossier, "energie", Gebruikerfabriek(rol=Rol.MANAGER)) == []
    assert len(queries.verloop(dossier, "energie", ik)) == 1


def test_verouderd_en_ontbrekend(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=date(2025, 11, 9))
    Waarnemingfabriek(dossier=dossier, aspect="werktempo", waarde=2, waargenomen_op=date(2025, 11, 9))
    beeld = queries.klantbeeld_op(dossier, VANDAAG, ik)
    assert [regel.aspect.code for regel in queries.verouderd(beeld)] == ["ritme"]  # 4 months; werktempo 6
    mist = {a.code for a in queries.ontbrekend(beeld, dossier, ik)}
    assert mist == set(aspecten()) - {"ritme", "werktempo"}


def test_maanden_terug_kent_korte_maanden() -> None:
    assert queries.maanden_terug(1, date(2026, 3, 31)) == date(2026, 2, 28)
    assert queries.maanden_terug(12, date(2024, 2, 29)) == date(2023, 2, 28)
    assert queries.maanden_terug(3, date(2026, 1, 15)) == date(2025, 10, 15)


def test_w2_4_een_meting_heeft_naam_versie_datum_en_uitslagen(dossier: Dossier, ik: Gebruiker) -> None:
    meting = leg_meting_vast(
        dossier=dossier,
        instrument="taalmeting",
        naam="Taalmeting",
        versie="2025-1",
        waarden={"taal_lezen": 3, "taal_schrijven": NIET_BESPROKEN},
        bron="test",
        door=ik,
        afgenomen_op=date(2026, 3, 1),
    )
    assert (meting.instrument, meting.versie_instrument, meting.afgenomen_op) == (
        "taalmeting",
        "2025-1",
        date(2026, 3, 1),
    )
    assert {w.aspect: (w.waarde, w.bron) for w in meting.waarnemingen.all()} == {
        "taal_lezen": (3, "test"),
        "taal_schrijven": (NIET_BESPROKEN, "test"),
    }
    gebeurtenis = Gebeurtenis.objects.get(keten=dossier.keten)
    assert lees_zin(gebeurtenis.soort, gebeurtenis.gegevens) == "Taalmeting: 1 onderdelen besproken op 1 maart 2026."
    assert controleer(dossier.keten) == []
    with pytest.raises(Invoerfout):
        leg_meting_vast(dossier=dossier, instrument="x", waarden={}, bron="test", door=ik)
    with pytest.raises(Invoerfout) as fout:
        leg_meting_vast(dossier=dossier, instrument="x", waarden={"taal_lezen": 9}, bron="test", door=ik)
    assert set(fout.value.fouten) == {"taal_lezen"}
    assert Waarneming.objects.count() == 2


def test_een_ander_gezichtspunt_is_geen_verandering(dossier: Dossier, ik: Gebruiker) -> None:
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=2, waargenomen_op=date(2026, 1, 5))
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=3, waargenomen_op=date(2026, 2, 5))
    Waarnemingfabriek(dossier=dossier, aspect="ritme", waarde=5, bron="klant", waargenomen_op=date(2026, 3, 1))
    eerder = queries.klantbeeld_op(dossier, date(2026, 1, 10), ik)
    nu = queries.klantbeeld_op(dossier, VANDAAG, ik)
    gezien = [(v.waarneming.bron, v.was[:1], v.nu[:1], v.vooruitgang) for v in queries.veranderingen(eerder, nu)]
    assert gezien == [("klant", "", "5", None), ("professional", "2", "3", 1)]
    assert nu.regels["ritme"].waarde == 5
    assert queries.huidige_waarden(dossier, ["ritme", "onzin"]) == {"ritme": 3}
