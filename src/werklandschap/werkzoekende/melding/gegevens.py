"""What a request for help holds, and how a draft of it is kept."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.catalogi import signaalsoorten
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, controleer
from werklandschap.kern.dossiers.models import Kanaal
from werklandschap.kern.organisaties.models import Gemeente


@dataclass(frozen=True)
class Meldgegevens:
    """A person and their question. `signalen` are codes of the catalogue; the last fields are empty when unknown."""

    persoon: Persoonsgegevens
    hulpvraag: str = ""
    kanaal: str = Kanaal.BALIE
    signalen: tuple[str, ...] = ()
    doelgroep: str = ""
    inkomensaanvraag: str = ""
    inkomensaanvraag_op: date | None = None


def keur_melding(gegevens: Meldgegevens, gemeente: Gemeente) -> Meldgegevens:
    """Checked and in one form. A request needs a name, a way to reach the person, and the question."""
    fouten: dict[str, str] = {}
    persoon = gegevens.persoon
    try:
        persoon = controleer(persoon)
    except Invoerfout as fout:
        fouten |= fout.fouten
    if not persoon.achternaam.strip():
        fouten["achternaam"] = _("Vul de achternaam in.")
    if not (persoon.telefoon.strip() or persoon.email.strip() or (persoon.postcode and persoon.huisnummer)):
        fouten["telefoon"] = _("Vul een telefoonnummer of e-mailadres in. Dan kunnen wij contact opnemen.")
    if not gegevens.hulpvraag.strip():
        fouten["hulpvraag"] = _("Schrijf op waar het om gaat. Een paar woorden is genoeg.")
    if gegevens.inkomensaanvraag_op and not gegevens.inkomensaanvraag.strip():
        fouten["inkomensaanvraag"] = _("Vul ook het nummer van de aanvraag in, of haal de datum weg.")
    elif gegevens.inkomensaanvraag_op and gegevens.inkomensaanvraag_op > timezone.localdate():
        fouten["inkomensaanvraag_op"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    if any(vind(signaalsoorten(gemeente), code) is None for code in gegevens.signalen):
        fouten["signalen"] = _("Kies signalen uit de lijst.")
    if fouten:
        raise Invoerfout(fouten)
    return replace(gegevens, persoon=persoon, hulpvraag=gegevens.hulpvraag.strip())


def als_tekst(gegevens: Meldgegevens) -> str:
    """JSON for an encrypted field."""
    return json.dumps(asdict(gegevens), default=str, ensure_ascii=False)


def uit_tekst(tekst: str) -> Meldgegevens:
    """The other way round."""
    rij: dict[str, Any] = json.loads(tekst)
    persoon = rij.pop("persoon")
    geboren = persoon.pop("geboortedatum")
    aanvraag = rij.pop("inkomensaanvraag_op")
    return Meldgegevens(
        **{**rij, "signalen": tuple(rij["signalen"])},
        persoon=Persoonsgegevens(**persoon, geboortedatum=date.fromisoformat(geboren) if geboren else None),
        inkomensaanvraag_op=date.fromisoformat(aanvraag) if aanvraag else None,
    )
