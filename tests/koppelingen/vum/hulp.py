"""A person with everything filled, and the names of the parties."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from tests.fabrieken import (
    Beroepfabriek,
    Certificaatfabriek,
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Kandidaatgegevensfabriek,
    Toestemmingfabriek,
    Werkzoekendefabriek,
)

from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.kern.dossiers.models import Dossier, Postcodegebied, Toestemming
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Opleidingsverleden, Taalbeheersing, Werkervaring

ONS, PARTIJ, ANDER, VREEMD = (f"{nummer:020d}" for nummer in (1, 2, 3, 4))
GEHEIM = "een-lang-geheim-dat-alleen-de-poort-kent"
GEBIED = {"postcode": "1234AB", "afstand": 20}
PROFIELEN, VACATURES = "/vum/werkzoekendeprofielen", "/vum/vacatures"


def maak_mens(gemeente: Gemeente, ja: bool = True, **velden: Any) -> Dossier:
    """A person with everything filled, findable, in the middle of the area."""
    Postcodegebied.objects.get_or_create(pc4="1234", defaults={"lat": 52.1, "lon": 5.1})
    eigen = {
        "voornaam": "Noor",
        "achternaam": "Geheim",
        "email": "noor@geheim.test",
        "telefoon": "0612345678",
        "straat": "Dorpsstraat",
        "postcode": "1234AB",
        "bsn": "999990019",
        "geboortedatum": timezone.datetime(1990, 5, 5).date(),  # type: ignore[attr-defined]
        "lat": 52.1,
        "lon": 5.1,
    }
    mens = Werkzoekendefabriek(gemeente=gemeente, **(eigen | velden))
    dossier: Dossier = Dossierfabriek(werkzoekende=mens, gemeente=gemeente)
    Kandidaatgegevensfabriek(
        werkzoekende=mens, uren_min=16, uren_max=24, beschikbaar_vanaf=timezone.localdate(), reis_km=15
    )
    for code, niveau in (("24105", 4), ("vegen", 3), ("zagen", 0)):
        competentie = Competentie.objects.filter(code=code).first() or Competentiefabriek(
            code=code, label=code.capitalize()
        )
        Competentieregelfabriek(werkzoekende=mens, competentie=competentie, niveau=niveau)
    for code in ("rijbewijs:BE", "vca-basis", "cursus van Bakkerij Jansen"):
        Certificaatfabriek(werkzoekende=mens, code=code)
    Taalbeheersing.objects.create(werkzoekende=mens, taal="nld", niveau=4)
    Opleidingsverleden.objects.create(werkzoekende=mens, naam="Bakkerij Jansen", niveau="mbo2", diploma=True)
    Werkervaring.objects.create(
        werkzoekende=mens,
        functie="Bakker bij Bakkerij Jansen",
        werkgever_naam="Bakkerij Jansen",
        beroep=Beroep.objects.filter(label="Bakker").first() or Beroepfabriek(label="Bakker"),
        omschrijving="Noor heeft suikerziekte",
    )
    if ja:
        Toestemmingfabriek(dossier=dossier, soort=Toestemming.Soort.VUM)
    return dossier
