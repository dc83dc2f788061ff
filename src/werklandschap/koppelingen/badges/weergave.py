"""How a badge stands, in words: for a professional, and for the person."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from werklandschap.koppelingen.badges.models import Badge

# Stand → (words, look).
STANDEN: dict[str, tuple[Any, str]] = {
    "goed": (_("Bewezen"), "goed"),
    "fout": (_("Klopt niet"), "fout"),
    "onbekend": (_("Niet bewezen"), "let_op"),
    "verlopen": (_("Verlopen"), "fout"),
}
CONTROLESTANDEN: dict[str, tuple[Any, str]] = {
    "goed": (_("Gecontroleerd"), "goed"),
    "fout": (_("Klopt niet"), "fout"),
    "onbekend": (_("Niet gecontroleerd"), "let_op"),
}
VOOR_DE_PERSOON: dict[str, Any] = {
    "goed": _("Deze badge is echt. Hij is van u."),
    "fout": _("Er klopt iets niet aan deze badge. Praat erover met uw contactpersoon."),
    "onbekend": _("Wij weten nog niet zeker of deze badge echt is. Uw contactpersoon kijkt mee."),
    "verlopen": _("Deze badge is niet meer geldig."),
    "ander_adres": _(
        "Deze badge staat op een ander e-mailadres dan wij van u hebben. "
        "Is dat adres ook van u? Zeg het tegen uw contactpersoon."
    ),
}


def _stand(badge: Badge) -> str:
    return "verlopen" if badge.is_verlopen else badge.stand


def _voor_de_persoon(badge: Badge) -> str:
    """What the whole means. A badge on a school address is the common case, and no reason for alarm."""
    fout = [controle.reden for controle in badge.controles if controle.stand == "fout"]
    return str(VOOR_DE_PERSOON["ander_adres" if fout == ["ontvanger_anders"] else _stand(badge)])


def standtekst(badge: Badge) -> str:
    """One word for the whole."""
    return str(STANDEN[_stand(badge)][0])


def badgeregel(badge: Badge, *, zelf: bool = False) -> dict[str, Any]:
    """A badge as the pages show it: `stand` and `soort` for the label, `controles` as (name, words, look, sentences).

    `zelf`: for the person, who reads other advice.
    """
    woord, soort = STANDEN[_stand(badge)]
    return {
        "badge": badge,
        "stand": woord,
        "soort": soort,
        "voor_de_persoon": _voor_de_persoon(badge),
        "controles": [
            (c.naam, *CONTROLESTANDEN[c.stand], f"{c.zin} {c.verder(zelf=zelf)}".strip()) for c in badge.controles
        ],
    }
