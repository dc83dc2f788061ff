"""Adding, sharing and removing documents."""

from __future__ import annotations

import hashlib
import uuid

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.documenten import opslag, rules
from werklandschap.kern.documenten.keuring import keur
from werklandschap.kern.documenten.models import NODIG, Document, Onderwerp
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker

HOOGUIT = 200


@actie
def voeg_document_toe(
    *,
    dossier: Dossier,
    naam: str,
    inhoud: bytes,
    door: Gebruiker,
    onderwerp: str = Onderwerp.GEWOON,
    voor_inwoner: bool = False,
    toelichting: str = "",
) -> Document:
    """Check an upload and keep it encrypted. What the person adds, the person sees. Raises Invoerfout."""
    vereis(rules.mag_toevoegen(door, dossier))
    if onderwerp not in Onderwerp.values:
        raise Invoerfout({"onderwerp": _("Kies waarover het document gaat.")})
    eigen = rules.is_inwoner_van(door, dossier)
    if onderwerp in NODIG and not eigen:
        vereis(door.heeft(NODIG[onderwerp]), _("U mag zulke documenten niet zien. Laat een collega dit toevoegen."))
    if dossier.documenten.count() >= HOOGUIT:
        raise Invoerfout({"bestand": _("Er zijn al {n} documenten. Haal er eerst een weg.").format(n=HOOGUIT)})
    schoon, soort = keur(naam, inhoud)
    som = hashlib.sha256(inhoud).hexdigest()
    bekend = dossier.documenten.filter(sha256=som).first()
    if bekend is not None and rules.mag_zien(door, bekend):
        raise Invoerfout({"bestand": _("Dit bestand staat er al: {naam}.").format(naam=bekend.naam)})
    document = Document(
        id=uuid.uuid4(),
        dossier=dossier,
        naam=schoon,
        soort=soort.mime,
        grootte=len(inhoud),
        sha256=som,
        onderwerp=onderwerp,
        voor_inwoner=voor_inwoner or eigen,
        toelichting=toelichting.strip()[:300],
        door=door,
    )
    opslag.bewaar(document.pk, inhoud)
    document.save()
    _leg_vast(document, "document.gedeeld" if document.voor_inwoner else "document.toegevoegd", door)
    return document


def _leg_vast(document: Document, soort: str, door: Gebruiker) -> None:
    leg_vast(keten=document.dossier.keten, soort=soort, door=door, gegevens={"naam": document.naam_voor_iedereen})


@actie
def deel_document(*, document: Document, gedeeld: bool, door: Gebruiker) -> Document:
    """Let the person see it on /mijn/, or stop that."""
    vereis(rules.mag_wijzigen(door, document))
    if document.voor_inwoner != gedeeld:
        document.voor_inwoner = gedeeld
        document.save(update_fields=["voor_inwoner"])
        _leg_vast(document, "document.gedeeld" if gedeeld else "document.niet_gedeeld", door)
    return document


@actie
def verwijder_document(*, document: Document, reden: str, door: Gebruiker) -> None:
    """Row and content go for good; that it was there, and why it went, stays in the time line."""
    vereis(rules.mag_wijzigen(door, document))
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom het document weg mag.")})
    sleutel = document.pk
    gegevens = {"naam": document.naam_voor_iedereen, "reden": reden.strip()[:200]}
    leg_vast(keten=document.dossier.keten, soort="document.verwijderd", door=door, gegevens=gegevens)
    document.delete()
    na_vastleggen(lambda: opslag.gooi_weg(sleutel))
