"""Doing a questionnaire, by the person or together, and confirming what it says. Unconfirmed it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_zelf_doen
from werklandschap.kern.klantbeeld.actions import leg_meting_vast
from werklandschap.kern.profielen.actions import wijzig_kandidaatgegevens
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.orientatie.models import Testafname
from werklandschap.werkzoekende.orientatie.vragenlijsten import Vragenlijst, leertempo, vragenlijsten

TEGEL = ("werkzoekenden", "orientatie")
INSTRUMENT = {"interesse": "interessetest", "leren": "leertest", "waarden": "werkwaarden"}
EIGEN_VERSIE = "1"


def _lijst(soort: str) -> Vragenlijst:
    lijst = vragenlijsten().get(soort)
    if lijst is None:
        raise Invoerfout(_("Deze test kennen wij niet."))
    return lijst


@actie
def bewaar_antwoorden(*, dossier: Dossier, soort: str, antwoorden: Mapping[str, Any], door: Gebruiker) -> Testafname:
    """Keep some answers {item: 0–4} of a test that is not finished; later ones are added. A draft makes no event."""
    vereis(mag_zelf_doen(door, dossier))
    geldig = _lijst(soort).geldig(antwoorden)
    afname, _nieuw = Testafname.objects.select_for_update().get_or_create(
        dossier=dossier, soort=soort, klaar=False, defaults={"antwoorden": {}, "door": door}
    )
    afname.antwoorden = {**afname.antwoorden, **geldig}
    afname.save(update_fields=["antwoorden"])
    return afname


@actie
def rond_test_af(*, afname: Testafname, door: Gebruiker, onderzoek: bool = False) -> Testafname:
    """The result of a test. When the person did it alone, the responsible colleague is asked to talk about it.

    `onderzoek` only ever comes from the person or was asked of the person. Raises Invoerfout with too few answers.
    """
    vereis(mag_zelf_doen(door, afname.dossier))
    vast = Testafname.objects.select_for_update(of=("self",)).get(pk=afname.pk)
    vast.dossier = afname.dossier
    if vast.klaar:
        return vast
    lijst = _lijst(vast.soort)
    uitslag = lijst.score(lijst.geldig(vast.antwoorden))
    if all(punten is None for punten in uitslag):
        raise Invoerfout(_("Beantwoord meer vragen. Er zijn nog te weinig antwoorden voor een uitslag."))
    vast.uitslag, vast.klaar, vast.onderzoek, vast.op = uitslag, True, onderzoek, timezone.localdate()
    vast.save(update_fields=["uitslag", "klaar", "onderzoek", "op"])
    gegevens = {"test": lijst.naam, "uitslag": ", ".join(lijst.sterkste(uitslag))}
    leg_vast(keten=vast.dossier.keten, soort="test.gedaan", door=door, gegevens=gegevens)
    if not door.is_medewerker:
        _vraag_om_gesprek(vast, lijst)
    return vast


def _vraag_om_gesprek(afname: Testafname, lijst: Vragenlijst) -> None:
    dossier = afname.dossier
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        titel=_("Bespreek de uitslag van de test: {test}").format(test=lijst.naam),
        voor_op=timezone.localdate(),
        door=None,
        keten=dossier.keten,
        bron=f"test:{afname.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_orientatie:uitslag", args=[dossier.pk, afname.pk]),
    )


@actie
def bevestig_uitslag(*, afname: Testafname, door: Gebruiker) -> Testafname:
    """ "This fits me": the result enters the picture as the person's own view. Twice changes nothing.

    The profile, by which we match, follows only when a professional confirms.
    """
    vereis(mag_zelf_doen(door, afname.dossier))
    vast = Testafname.objects.select_for_update(of=("self",)).get(pk=afname.pk)
    vast.dossier = afname.dossier
    if not vast.klaar:
        raise Invoerfout(_("Deze test is nog niet af."))
    if vast.bevestigd_op is None:
        _in_het_beeld(vast, door)
    if mag_dossier_bewerken(door, vast.dossier):
        _in_het_profiel(vast, door)
        sluit_taken_van(bron=f"test:{vast.pk}", door=door)
    vast.bevestigd_op, vast.bevestigd_door = timezone.localdate(), door
    vast.save(update_fields=["bevestigd_op", "bevestigd_door"])
    return vast


def _in_het_beeld(afname: Testafname, door: Gebruiker) -> None:
    waarden = BEELD[afname.soort](_lijst(afname.soort), afname.uitslag)
    if waarden:
        leg_meting_vast(
            dossier=afname.dossier,
            instrument=INSTRUMENT[afname.soort],
            naam=_lijst(afname.soort).naam,
            versie=EIGEN_VERSIE,
            afgenomen_op=afname.op,
            waarden=waarden,
            bron="klant",
            door=door,
        )


def _in_het_profiel(afname: Testafname, door: Gebruiker) -> None:
    mens, uitslag = afname.dossier.werkzoekende, afname.uitslag
    if afname.soort == "interesse" and all(punten is not None for punten in uitslag):
        wijzig_kandidaatgegevens(werkzoekende=mens, door=door, riasec=uitslag)
    if afname.soort == "leren" and uitslag[0] is not None:
        wijzig_kandidaatgegevens(werkzoekende=mens, door=door, leertempo=leertempo(uitslag[0]))


def _woorden(aspect: str) -> Callable[[Vragenlijst, list[int | None]], dict[str, Any]]:
    return lambda lijst, uitslag: {aspect: ", ".join(lijst.sterkste(uitslag))}


def _leervermogen(_lijst: Vragenlijst, uitslag: list[int | None]) -> dict[str, Any]:
    bekend = [punten for punten in uitslag if punten is not None]
    return {"leervermogen": 1 + round(sum(bekend) / len(bekend) / 25)} if bekend else {}


# What a result says about the picture: {aspect: value}.
BEELD: dict[str, Callable[[Vragenlijst, list[int | None]], dict[str, Any]]] = {
    "interesse": _woorden("affiniteit_werk"),
    "leren": _leervermogen,
    "waarden": _woorden("drijfveren"),
}


@actie
def doe_test(
    *, dossier: Dossier, soort: str, antwoorden: Mapping[str, Any], door: Gebruiker, onderzoek: bool = False
) -> Testafname:
    """All answers at once, as at the desk. The result still waits to be confirmed."""
    afname = bewaar_antwoorden(dossier=dossier, soort=soort, antwoorden=antwoorden, door=door)
    return rond_test_af(afname=afname, door=door, onderzoek=onderzoek)


@actie
def laat_niet_meer_meetellen(*, afname: Testafname, door: Gebruiker) -> Testafname:
    """The person no longer lets the answers count for how reliable the test is. It works at once."""
    vereis(mag_zelf_doen(door, afname.dossier))
    if afname.onderzoek:
        afname.onderzoek = False
        afname.save(update_fields=["onderzoek"])
        gegevens = {"test": _lijst(afname.soort).naam}
        leg_vast(keten=afname.dossier.keten, soort="test.telt_niet_mee", door=door, gegevens=gegevens)
    return afname
