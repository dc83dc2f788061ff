"""The person's own network: who is near or far, who can help with what, and the drawing of it.

A name stays on the page and does not go to the time line. The person may write here alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_zelf_doen
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.grafieken import Grafiek, Kringpunt, kringen
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact

Nabij, Hulp = Netwerkcontact.Nabij, Netwerkcontact.Hulp


@dataclass(frozen=True)
class Contactgegevens:
    """What is written down about somebody; the form has the same fields."""

    naam: str
    kan_helpen_met: str
    waarvan: str = ""
    nabij: int = Nabij.DICHTBIJ
    hulp: str = Hulp.ANDERS

    def schoon(self) -> Contactgegevens:
        """Trimmed to what fits. Raises Invoerfout."""
        fouten: dict[str, str] = {}
        if not self.naam.strip():
            fouten["naam"] = _("Vul een voornaam in.")
        if not self.kan_helpen_met.strip():
            fouten["kan_helpen_met"] = _("Schrijf op waarmee deze persoon kan helpen.")
        if self.nabij not in Nabij.values:
            fouten["nabij"] = _("Kies hoe dichtbij.")
        if self.hulp not in Hulp.values:
            fouten["hulp"] = _("Kies een soort uit de lijst.")
        if fouten:
            raise Invoerfout(fouten)
        teksten = (self.naam.strip()[:60], self.kan_helpen_met.strip()[:200], self.waarvan.strip()[:100])
        return Contactgegevens(*teksten, self.nabij, self.hulp)


@actie
def voeg_netwerkcontact_toe(*, dossier: Dossier, gegevens: Contactgegevens, door: Gebruiker) -> Netwerkcontact:
    """Somebody the person knows. Raises Invoerfout."""
    vereis(mag_zelf_doen(door, dossier))
    contact = Netwerkcontact.objects.create(dossier=dossier, **asdict(gegevens.schoon()))
    leg_vast(keten=dossier.keten, soort="netwerk.toegevoegd", door=door, gegevens={"waarmee": contact.kan_helpen_met})
    return contact


@actie
def wijzig_netwerkcontact(*, contact: Netwerkcontact, gegevens: Contactgegevens, door: Gebruiker) -> Netwerkcontact:
    """Nearer, farther, or other help. Raises Invoerfout."""
    vereis(mag_zelf_doen(door, contact.dossier))
    velden = asdict(gegevens.schoon())
    for veld, waarde in velden.items():
        setattr(contact, veld, waarde)
    contact.save(update_fields=list(velden))
    gemeld = {"waarmee": contact.kan_helpen_met}
    leg_vast(keten=contact.dossier.keten, soort="netwerk.gewijzigd", door=door, gegevens=gemeld)
    return contact


@actie
def haal_netwerkcontact_weg(*, contact: Netwerkcontact, door: Gebruiker) -> None:
    """Somebody who no longer belongs to the network, or does not want to be written down."""
    vereis(mag_zelf_doen(door, contact.dossier))
    leg_vast(
        keten=contact.dossier.keten,
        soort="netwerk.verwijderd",
        door=door,
        gegevens={"waarmee": contact.kan_helpen_met},
    )
    contact.delete()


@actie
def noteer_netwerkgesprek(*, contact: Netwerkcontact, door: Gebruiker, uitkomst: str = "") -> Netwerkcontact:
    """The person spoke to this contact; what came of it."""
    vereis(mag_zelf_doen(door, contact.dossier))
    contact.gesproken_op, contact.uitkomst = timezone.localdate(), uitkomst.strip()[:300]
    contact.save(update_fields=["gesproken_op", "uitkomst"])
    leg_vast(
        keten=contact.dossier.keten,
        soort="netwerk.gesproken",
        door=door,
        gegevens={"waarmee": contact.kan_helpen_met, "uitkomst": contact.uitkomst},
    )
    return contact


def netwerkkaart(titel: str, midden: str, contacten: Sequence[Netwerkcontact]) -> Grafiek:
    """The people around the person who is in the middle, with what each can help with in the table."""
    soorten = list(Hulp.values)
    punten = [Kringpunt(n.naam, n.nabij - 1, soorten.index(n.hulp), n.kan_helpen_met) for n in contacten]
    return kringen(
        titel,
        midden,
        [str(naam) for naam in Nabij.labels],
        [str(naam) for naam in Hulp.labels],
        punten,
        beschrijving=_telling(contacten),
    )


def _telling(contacten: Sequence[Netwerkcontact]) -> str:
    """The counts per ring in a sentence: what the picture says at a glance."""
    per_ring = [(str(Nabij(n).label).lower(), sum(c.nabij == n for c in contacten)) for n in Nabij.values]
    delen = [f"{aantal} {naam}" for naam, aantal in per_ring if aantal]
    mensen = ngettext("%(n)d mens", "%(n)d mensen", len(contacten)) % {"n": len(contacten)}
    return f"{mensen}: {', '.join(delen)}." if delen else ""
