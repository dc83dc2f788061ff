"""What a municipality may set itself, with the default of the product. One table: key, default, meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.models import Gemeente


@dataclass(frozen=True)
class Instelling:
    """A parameter of the municipality: whole number, with its unit in the label."""

    code: str
    standaard: int
    label: Any
    minimum: int = 0
    maximum: int = 1000


INSTELLINGEN: dict[str, Instelling] = {
    i.code: i
    for i in (
        Instelling("overdracht_termijn_dagen", 5, _("Antwoord op een overdracht binnen (dagen)"), 1, 60),
        Instelling("eerste_gesprek_dagen", 10, _("Eerste gesprek na een melding binnen (dagen)"), 1, 60),
        Instelling("niet_gezien_weken", 8, _("Iemand is lang niet gezien na (weken)"), 1, 52),
        Instelling("evaluatie_instrument_weken", 12, _("Instrument samen bekijken na (weken)"), 1, 52),
        Instelling("proefplaatsing_maanden", 2, _("Proefplaatsing duurt (maanden)"), 1, 6),
        Instelling("proefplaatsing_maximum_maanden", 6, _("Proefplaatsing duurt hooguit (maanden)"), 1, 12),
        Instelling("werkgevercontact_maanden", 6, _("Contact met elke werkgever ten minste elke (maanden)"), 1, 24),
        Instelling("toestemming_voordracht_dagen", 90, _("Toestemming voor een voordracht geldt (dagen)"), 7, 365),
        Instelling("snelle_hulp_zelf_tot_euro", 50, _("Snelle hulp zonder akkoord tot en met (euro)"), 0, 1000),
        Instelling("zrm_herzien_weken", 26, _("ZRM opnieuw bekijken na (weken)"), 4, 104),
        Instelling("probleem_nu_werkuren", 2, _("Antwoord op een dringend probleem binnen (werkuren)"), 1, 40),
        Instelling("probleem_snel_werkuren", 8, _("Antwoord op een probleem binnen (werkuren)"), 1, 80),
        Instelling("probleem_gewoon_werkuren", 24, _("Antwoord op een gewone vraag binnen (werkuren)"), 1, 160),
        Instelling(
            "vier_ogen_euro", 20000, _("Tweede collega bij een besluit vanaf (euro in het eerste jaar)"), 0, 1000000
        ),
        Instelling("einde_contract_dagen", 90, _("Seintje voor het einde van een contract (dagen)"), 14, 365),
        Instelling("stilstand_weken", 4, _("Geen stap gezet: seintje na (weken)"), 1, 26),
    )
}


def instelling(gemeente: Gemeente, code: str) -> int:
    """The value that holds for this municipality. Raises KeyError for an unknown code."""
    return int(gemeente.instellingen.get(code, INSTELLINGEN[code].standaard))
