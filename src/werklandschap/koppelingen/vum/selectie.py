"""The question of another party: an area, and criteria with operators. What we don't know in it is passed over.

Shape (VUM 3): {"selectiegebied": {"postcode": "1234AB", "afstand": 20}, criteria …}; a criterion is nested or written
with dots, {"werktijden": {"aantalWerkurenPerWeekMaximaal": {"$gte": 24}}}; a bare value means $eq.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout

GEBIED = "selectiegebied"
POSTCODE = re.compile(r"[1-9][0-9]{3} ?([A-Za-z]{2})?", re.ASCII)
VERSTE_KM = 500
DIEPSTE, MEESTE = 6, 50
VERGELIJK: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": lambda is_, wil: is_ == wil,
    "$gt": lambda is_, wil: is_ > wil,
    "$gte": lambda is_, wil: is_ >= wil,
    "$lt": lambda is_, wil: is_ < wil,
    "$lte": lambda is_, wil: is_ <= wil,
    "$in": lambda is_, wil: isinstance(wil, list) and is_ in wil,
}


@dataclass(frozen=True)
class Vraag:
    """An area (postcode, kilometres) and criteria (path, operator, value) that all must hold."""

    postcode: str
    afstand: int
    criteria: tuple[tuple[tuple[str, ...], str, Any], ...]


def lees_vraag(inhoud: object) -> Vraag:
    """Check a question. Raises Invoerfout with the field."""
    if not isinstance(inhoud, dict):
        raise Invoerfout(_("De vraag is geen object."))
    gebied = inhoud.get(GEBIED)
    if not isinstance(gebied, dict):
        raise Invoerfout({GEBIED: _("Het selectiegebied ontbreekt.")})
    postcode, afstand = gebied.get("postcode"), gebied.get("afstand")
    if not isinstance(postcode, str) or not POSTCODE.fullmatch(postcode.strip()):
        raise Invoerfout({f"{GEBIED}.postcode": _("Verwacht een postcode als 1234AB.")})
    if isinstance(afstand, bool) or not isinstance(afstand, int) or not 0 <= afstand <= VERSTE_KM:
        raise Invoerfout({f"{GEBIED}.afstand": _("Verwacht een heel getal.")})
    rest = {naam: deel for naam, deel in inhoud.items() if naam != GEBIED}
    criteria = tuple(_criteria(rest, ()))
    if len(criteria) > MEESTE:
        raise Invoerfout(_("De vraag heeft te veel voorwaarden."))
    return Vraag(postcode.strip()[:4], afstand, criteria)


def _criteria(deel: dict[str, Any], pad: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    if len(pad) > DIEPSTE:
        raise Invoerfout(_("De vraag is te diep genest."))
    for naam, waarde in deel.items():
        if naam.startswith("$"):
            if naam in VERGELIJK and pad:
                yield pad, naam, waarde
        elif isinstance(waarde, dict):
            yield from _criteria(waarde, (*pad, *naam.split(".")))
        else:
            yield (*pad, *naam.split(".")), "$eq", waarde


def voldoet(bericht: dict[str, Any], vraag: Vraag) -> bool:
    """Does this message fit? What the message does not say keeps nobody out: ranking is the asker's work."""
    for pad, operator, wil in vraag.criteria:
        waarden = list(_waarden(bericht, pad))
        if waarden and not any(_past(waarde, operator, wil) for waarde in waarden):
            return False
    return True


def _waarden(deel: object, pad: tuple[str, ...]) -> Iterator[Any]:
    """Everything at this path; a list counts as each of its items."""
    if isinstance(deel, list):
        for item in deel:
            yield from _waarden(item, pad)
    elif not pad:
        if not isinstance(deel, dict):
            yield deel
    elif isinstance(deel, dict) and pad[0] in deel:
        yield from _waarden(deel[pad[0]], pad[1:])


def _past(is_: Any, operator: str, wil: Any) -> bool:
    try:
        return VERGELIJK[operator](is_, wil)
    except TypeError:
        return False
