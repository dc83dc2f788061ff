"""What a badge says, and what of it was proved: the words in which a check answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.opmaak import datum


class Stand(StrEnum):
    """Proved, refuted, or not checked."""

    GOED = "goed"
    FOUT = "fout"
    ONBEKEND = "onbekend"


# An issuer whom the badge names nor marks.
NAAMLOOS = "?"
# What is looked at, in the order of the page. Without all of `NODIG` proved a badge is not trusted.
NAMEN: dict[str, Any] = {
    "handtekening": _("Handtekening"),
    "uitgever": _("Uitgever"),
    "ontvanger": _("Ontvanger"),
    "geldigheid": _("Geldigheid"),
    "ingetrokken": _("Ingetrokken of niet"),
}
NODIG = ("handtekening", "uitgever", "ontvanger", "geldigheid")
REDENEN: dict[str, Any] = {
    "handtekening_goed": _("De handtekening klopt. De badge is niet veranderd nadat {uitgever} hem ondertekende."),
    "handtekening_fout": _("De handtekening klopt niet. De badge is veranderd, of is niet van {uitgever}."),
    "sleutel_onbekend": _("Wij hebben geen sleutel van {uitgever}. Daarom weten wij niet of de badge echt is."),
    "gehost": _(
        "Deze badge heeft geen handtekening. Het bewijs staat op de website van de uitgever. Die halen wij niet op."
    ),
    "zonder_handtekening": _("Deze badge heeft geen handtekening. Iedereen kan zo’n bestand maken."),
    "vorm_onbekend": _("Deze soort handtekening kunnen wij niet controleren."),
    "uitgever_vertrouwd": _("{uitgever} staat op de lijst van uitgevers die uw gemeente vertrouwt."),
    "uitgever_onbekend": _("{uitgever} staat niet op de lijst van uitgevers die uw gemeente vertrouwt."),
    "badge_elders": _("Wat de badge betekent, staat op een website van de uitgever. Die halen wij niet op."),
    "ontvanger_goed": _("De badge is van het e-mailadres dat in het dossier staat."),
    "ontvanger_ander_adres": _("De badge is van een ander e-mailadres, dat de professional invulde: {adres}."),
    "ontvanger_anders": _("De badge is van een ander e-mailadres dan in het dossier staat."),
    "ontvanger_zonder_adres": _("In het dossier staat geen e-mailadres. Wij kunnen niet zien van wie de badge is."),
    "ontvanger_niet_te_zien": _("In de badge staat geen e-mailadres. Wij kunnen niet zien van wie hij is."),
    "geldig_tot": _("De badge is geldig tot en met {dag}."),
    "geldig_altijd": _("De badge heeft geen einddatum."),
    "verlopen": _("De badge is verlopen op {dag}."),
    "nog_niet": _("De badge geldt pas vanaf {dag}."),
    "datum_fout": _("De datum in de badge is niet te lezen."),
    "intrekken_niet_gezien": _("Dit staat op een website van de uitgever. Die halen wij niet op."),
}
# What a professional, and the person, can do next about what was not proved.
VERDER: dict[str, Any] = {
    "handtekening_fout": _(
        "Vertrouw deze badge niet. Laat de klant hem opnieuw ophalen bij de uitgever. "
        "Kan de uitgever een nieuwe sleutel hebben? Vraag het uw beheerder."
    ),
    "uitgever_onbekend": _("Vraag uw beheerder om deze uitgever op de lijst te zetten. Controleer daarna opnieuw."),
    "gehost": _("Bekijk het bewijs zelf op die website, of vraag de uitgever om een ondertekende badge."),
    "zonder_handtekening": _("Vraag de uitgever om een ondertekende badge."),
    "vorm_onbekend": _("Bekijk het bewijs zelf bij de uitgever."),
    "badge_elders": _("Bekijk het bewijs zelf bij de uitgever."),
    "ontvanger_anders": _("Is het een ander adres van deze persoon? Lees de badge opnieuw in, met dat adres erbij."),
    "ontvanger_zonder_adres": _("Vul het e-mailadres in bij de gegevens van de persoon. Controleer daarna opnieuw."),
    "ontvanger_niet_te_zien": _("Vraag de uitgever van wie de badge is."),
    "verlopen": _("Vraag of er een nieuwe badge is, en lees die in."),
    "nog_niet": _("Controleer de badge op die dag opnieuw."),
    "datum_fout": _("Vraag de uitgever om een nieuwe badge."),
    "intrekken_niet_gezien": _("Twijfelt u? Vraag de uitgever of de badge nog geldt."),
}
VERDER_ZELF: dict[str, Any] = {
    "handtekening_fout": _("Haal de badge opnieuw op bij uw school. Stuur hem dan nog een keer."),
    "ontvanger_anders": _("Is dat adres ook van u? Zeg het tegen uw contactpersoon."),
    "ontvanger_zonder_adres": _("Geef uw e-mailadres aan uw contactpersoon."),
    "verlopen": _("Vraag uw school of u een nieuwe badge kunt krijgen."),
    "datum_fout": _("Vraag uw school om een nieuwe badge."),
}


@dataclass(frozen=True)
class Controle:
    """One thing that was looked at: `code` is a key of NAMEN, `reden` of REDENEN, `gegevens` fills its sentence.

    `dag` in it is an ISO moment.
    """

    code: str
    stand: str
    reden: str
    gegevens: dict[str, str]

    @property
    def naam(self) -> str:
        """What was looked at."""
        return str(NAMEN[self.code])

    @property
    def zin(self) -> str:
        """What came of it, in the reader's language."""
        gegevens = {naam: datum(tekst) if naam == "dag" else tekst for naam, tekst in self.gegevens.items()}
        if gegevens.get("uitgever") == NAAMLOOS:
            gegevens["uitgever"] = gettext("deze uitgever")
        zin = str(REDENEN[self.reden]).format_map(gegevens)
        return zin[:1].upper() + zin[1:]

    def verder(self, *, zelf: bool) -> str:
        """What to do next about what was not proved; `zelf`: told to the person. Empty when there is nothing."""
        return "" if self.stand == Stand.GOED else str((VERDER_ZELF if zelf else VERDER).get(self.reden, ""))

    def als_rij(self) -> dict[str, Any]:
        """As it is kept."""
        return {"code": self.code, "stand": str(self.stand), "reden": self.reden, "gegevens": self.gegevens}


@dataclass(frozen=True)
class Ontvanger:
    """Whose it is, as the badge says: an e-mail address, or its salted SHA-256."""

    adres: str
    gehasht: bool
    zout: str = ""


@dataclass(frozen=True)
class Inhoud:
    """What the badge says. Nothing of it is true until the report says so."""

    versie: str
    sleutel: str
    naam: str
    omschrijving: str
    criteria: str
    uitgever_id: str
    uitgever_naam: str
    uitgegeven_op: datetime | None
    geldig_tot: datetime | None
    datum_fout: bool
    ontvangers: tuple[Ontvanger, ...]
    verwijzingen: tuple[str, ...]
    intrekbaar: bool


@dataclass(frozen=True)
class Verslag:
    """The badge and what was checked of it."""

    inhoud: Inhoud
    controles: tuple[Controle, ...]

    @property
    def stand(self) -> Stand:
        """The badge as a whole."""
        return stand_van(self.controles)


def stand_van(controles: Iterable[Controle]) -> Stand:
    """Trusted only when everything that is needed was proved; refuted as soon as one thing was."""
    standen = {controle.code: controle.stand for controle in controles}
    if Stand.FOUT in standen.values():
        return Stand.FOUT
    return Stand.GOED if all(standen.get(code) == Stand.GOED for code in NODIG) else Stand.ONBEKEND
