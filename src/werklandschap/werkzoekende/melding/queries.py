"""Reads of this room."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from werklandschap.kern.basis.codes import hash_code
from werklandschap.kern.dossiers.catalogi import Signaalsoort, signaalsoorten
from werklandschap.kern.dossiers.duplicaten import Kandidaatdubbel, zoek_dubbelen
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkzoekende.melding.models import Meldingconcept, Signaal, WachtendeMelding
from werklandschap.werkzoekende.melding.rules import mag_signaal_lezen


def zoek_bekenden(persoon: Persoonsgegevens, gemeente: Gemeente) -> list[Kandidaatdubbel]:
    """People of this municipality who may be the one described."""
    return zoek_dubbelen(
        gemeente=gemeente,
        bsn=persoon.bsn,
        voornaam=persoon.voornaam,
        achternaam=persoon.achternaam,
        geboortedatum=persoon.geboortedatum,
        postcode=persoon.postcode,
    )


def zonder_eerste_gesprek(gebruiker: Gebruiker) -> QuerySet[Dossier]:
    """Open dossiers on this tile of people who were never on Diagnostiek, the one who waits longest first."""
    bezoeken = Tegelbezoek.objects.filter(keten=OuterRef("keten"))
    return (
        Dossier.objects.voor(gebruiker)
        .lopend()
        .filter(Exists(bezoeken.filter(tegel="melding", tot__isnull=True)))
        .exclude(Exists(bezoeken.filter(tegel="diagnostiek")))
        .select_related("werkzoekende", "verantwoordelijke")
        .order_by("gemeld_op", "pk")
    )


def te_beoordelen_zonder_eigenaar(gebruiker: Gebruiker) -> QuerySet[WachtendeMelding]:
    """Waiting requests whose likely dossier has nobody responsible, the oldest first."""
    return (
        WachtendeMelding.objects.voor(gebruiker)
        .filter(status=WachtendeMelding.Status.WACHT, lijkt_op__verantwoordelijke=None)
        .order_by("ontvangen_op")
    )


@dataclass(frozen=True)
class Signaalregel:
    """A signal as this user may read it."""

    signaal: Signaal
    tekst: str
    tip: str
    is_acuut: bool


def signalen_van(dossier: Dossier, gebruiker: Gebruiker) -> list[Signaalregel]:
    """Signals that still ask for something; neutral words for who may not know more."""
    per_code = {soort.code: soort for soort in signaalsoorten(dossier.gemeente, ook_uit=True)}
    open_ = [signaal for signaal in dossier.signalen.all() if signaal.afgehandeld_op is None]
    return [_regel(signaal, per_code.get(signaal.code), gebruiker) for signaal in open_]


def _regel(signaal: Signaal, soort: Signaalsoort | None, gebruiker: Gebruiker) -> Signaalregel:
    if soort is None:
        return Signaalregel(signaal, signaal.code, "", False)
    mag = mag_signaal_lezen(gebruiker, soort)
    return Signaalregel(
        signaal=signaal,
        tekst=soort.naam if mag else soort.neutrale_tekst,
        tip=soort.tip if mag else "",
        is_acuut=soort.ernst == "acuut",
    )


def lees_concept(code: str) -> str | None:
    """What was typed under this code, while it is kept."""
    concept = Meldingconcept.objects.filter(
        code_hash=hash_code("meldingconcept", code), verloopt_op__gte=timezone.now()
    ).first()
    return concept.gegevens if concept else None
