"""From the text of a vacancy, or what somebody tells about work, to suggestions a professional confirms."""

from werklandschap.competenties.herkenning.beroepen import Beroepenboek, herken_beroep, startberoepen
from werklandschap.competenties.herkenning.gronden import AANNEMELIJK
from werklandschap.competenties.herkenning.herkenner import SOORTEN, Vondst, herken
from werklandschap.competenties.herkenning.woordenboek import Begrip, Woordenboek, startwoordenboek

__all__ = [
    "AANNEMELIJK",
    "SOORTEN",
    "Begrip",
    "Beroepenboek",
    "Vondst",
    "Woordenboek",
    "herken",
    "herken_beroep",
    "startberoepen",
    "startwoordenboek",
]
