"""Who may do what with a request for help and its signals."""

from __future__ import annotations

from werklandschap.kern.dossiers.catalogi import Signaalsoort
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import kan_verantwoordelijk_zijn
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkzoekende.melding.models import WachtendeMelding

# Signals about health or debts; who lacks the right reads the neutral text.
RECHT_PER_SIGNAAL: dict[str, Recht] = {
    "psychische_nood": Recht.GEZONDHEID_ZIEN,
    "verslaving": Recht.GEZONDHEID_ZIEN,
    "licht_verstandelijke_beperking": Recht.GEZONDHEID_ZIEN,
    "acute_geldnood": Recht.SCHULDEN_ZIEN,
    "dreigende_huisuitzetting": Recht.SCHULDEN_ZIEN,
    "afsluiting_energie": Recht.SCHULDEN_ZIEN,
    "oplopende_schulden": Recht.SCHULDEN_ZIEN,
    "post_niet_open": Recht.SCHULDEN_ZIEN,
    "onveilig_thuis": Recht.DOSSIERS_BEWERKEN,
    "kinderen_in_knel": Recht.DOSSIERS_BEWERKEN,
}


RECHT_PER_GEVOELIGHEID = {"gezondheid": Recht.GEZONDHEID_ZIEN, "schulden": Recht.SCHULDEN_ZIEN}


def recht_voor(soort: Signaalsoort) -> Recht | None:
    """What one needs to read which signal it is; None when everybody with the dossier may."""
    return RECHT_PER_SIGNAAL.get(soort.code) or RECHT_PER_GEVOELIGHEID.get(soort.gevoelig)


def mag_signaal_lezen(gebruiker: Gebruiker, soort: Signaalsoort) -> bool:
    """May this user read what the signal is, or only its neutral text?"""
    recht = recht_voor(soort)
    return recht is None or gebruiker.heeft(recht)


def mag_signaal_melden(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Whoever may work in the dossier."""
    return kan_verantwoordelijk_zijn(gebruiker, dossier) and dossier.status == Dossier.Status.OPEN


def mag_wachtende_beoordelen(gebruiker: Gebruiker, melding: WachtendeMelding) -> bool:
    """Decide whether a public request is about somebody known."""
    return gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) and gebruiker.gemeente_id == melding.gemeente_id
