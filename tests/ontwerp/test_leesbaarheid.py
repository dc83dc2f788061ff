"""How easy a text reads."""

import pytest
from django.utils.translation import override

from werklandschap.ontwerp.leesbaarheid import (
    Leesgrens,
    beoordeel,
    flesch_douma,
    lettergrepen,
    moeilijke_zinnen,
    woorden_per_zin,
    zinnen,
)

MAKKELIJK = "U krijgt geld van ons. Wij bellen u morgen. U hoeft niets te doen."
MOEILIJK = (
    "Indien de belanghebbende zijn inlichtingenverplichting niet nakomt, wordt de uitkering conform de geldende "
    "beleidsregels opgeschort totdat de benodigde gegevens zijn ontvangen."
)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("zee", 1),
        ("gemeente", 3),
        ("ideeën", 3),
        ("geïnteresseerd", 5),
        ("beëindigen", 4),
        ("leeuw", 1),
        ("nieuwe", 2),
        ("koffie", 2),
        ("baby", 2),
        ("radio", 3),
        ("bijstand", 2),
        ("werkgever", 3),
        ("pst", 1),
    ],
)
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_de_formule_klopt_op_een_met_de_hand_getelde_tekst() -> None:
    # Four words, five syllables, one sentence: 206.84 - 0.77 * 125 - 0.93 * 4.
    assert flesch_douma("Wij bellen u op.") == pytest.approx(106.9, abs=0.05)


def test_een_makkelijke_tekst_scoort_hoog_en_een_moeilijke_laag() -> None:
    assert flesch_douma(MAKKELIJK) > 90
    assert flesch_douma(MOEILIJK) < 30


def test_een_tekst_zonder_woorden_is_niet_moeilijk() -> None:
    assert flesch_douma("") == 100
    assert woorden_per_zin("12-34") == 0
    assert moeilijke_zinnen("") == []


def test_afkortingen_en_bedragen_breken_geen_zin() -> None:
    assert zinnen("U krijgt bijv. € 1.224,30 van ons. Dat is alles.") == [
        "U krijgt bijv. € 1.224,30 van ons.",
        "Dat is alles.",
    ]


def test_een_opsomming_is_geen_lange_zin() -> None:
    assert zinnen("Neem mee:\n- uw paspoort\n- uw bankpas") == ["Neem mee:", "uw paspoort", "uw bankpas"]


def test_alleen_de_moeilijke_zin_wordt_genoemd_met_redenen() -> None:
    with override("nl"):
        gevonden = moeilijke_zinnen(f"{MAKKELIJK} {MOEILIJK}")
    assert [zin.zin for zin in gevonden] == [MOEILIJK]
    redenen = " ".join(gevonden[0].redenen)
    assert "21 woorden" in redenen
    assert "Zeg niet “indien” maar “als”." in redenen
    assert "wie iets doet" in redenen
    assert "inlichtingenverplichting" in redenen


def test_een_strenger_niveau_vindt_meer_moeilijke_zinnen() -> None:
    zin = "Wij bellen u morgen en dan praten wij samen over wat u nodig heeft."
    assert moeilijke_zinnen(zin) == []
    a1 = Leesgrens("A1", 8, 80, 4)
    with override("nl"):
        assert "14 woorden" in moeilijke_zinnen(zin, a1)[0].redenen[0]
        oordeel = beoordeel(zin, a1)
    assert not oordeel.past
    assert oordeel.klachten == ("Een zin heeft gemiddeld 14 woorden. Bij niveau A1 zijn dat er hooguit 8.",)
    assert beoordeel(zin).past


def test_vaktaal_krijgt_een_gewoon_woord() -> None:
    with override("nl"):
        redenen = moeilijke_zinnen("Wij starten uw traject na de intake.")[0].redenen
    assert redenen == (
        "“traject” is vaktaal. Zeg bijvoorbeeld “hulp”.",
        "“intake” is vaktaal. Zeg bijvoorbeeld “eerste gesprek”.",
    )
