"""A person's competence profile, read for a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentiesoort
from werklandschap.kern.basis.samenlezen import Meelezen, is_gelezen, lees_samen
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen.catalogi import TAALNIVEAUS, dagdelentekst
from werklandschap.kern.profielen.models import (
    Bewijs,
    Certificaat,
    Competentieregel,
    Kandidaatgegevens,
    Opleidingsverleden,
    Taalbeheersing,
    Werkervaring,
    Werkprofiel,
)
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.toegang.models import Gebruiker

COMPETENTIENAAM = ("code", "label", "label_en")
# Days before a certificate ends on which it warns: first mildly, then strongly.
WAARSCHUW_DAGEN = (90, 30)
# The order in which the kinds of competence stand on a page.
SOORTEN = (
    Competentiesoort.VAK,
    Competentiesoort.KENNIS,
    Competentiesoort.WERKNEMER,
    Competentiesoort.BASIS,
    Competentiesoort.GEDRAG,
    Competentiesoort.TAAL,
)


@dataclass(frozen=True)
class Certificaatregel:
    """A certificate with its name and, in words and as a kind of badge, how it stands today."""

    certificaat: Certificaat
    naam: str
    stand: str
    soort: str


@dataclass(frozen=True)
class Profiel:
    """Everything on the page of a profile. `groepen`: (kind, lines with evidence); `talen`: (name, level)."""

    werkzoekende: Werkzoekende
    groepen: list[tuple[str, list[Competentieregel]]]
    certificaten: list[Certificaatregel]
    talen: list[tuple[str, str]]
    werkervaring: list[Werkervaring]
    opleidingen: list[Opleidingsverleden]
    gegevens: Kandidaatgegevens | None
    dagdelen: list[tuple[str, str]]

    @property
    def is_leeg(self) -> bool:
        """Nothing is known yet about what somebody can do."""
        return not (self.groepen or self.certificaten or self.talen or self.werkervaring or self.opleidingen)


def profielrijen(mens: Werkzoekende) -> list[Meelezen]:
    """All rows a profile shows, to be read in one query."""
    return [
        Meelezen(mens, "competenties", mee={"competentie": ()}),
        Meelezen(mens, "competenties__bewijzen", mee={"door": ("naam",)}),
        *(Meelezen(mens, naam) for naam in ("certificaten", "talen", "werkervaring", "opleidingen")),
    ]


def matchrijen(mensen: Sequence[Werkzoekende]) -> list[Meelezen]:
    """The rows behind a match of these people, the strongest evidence first."""
    return [
        Meelezen(mensen, "competenties", mee={"competentie": COMPETENTIENAAM}),
        Meelezen(mensen, "competenties__bewijzen", _sterkste_bewijs_eerst),
        Meelezen(mensen, "certificaten"),
        Meelezen(mensen, "talen"),
    ]


def _sterkste_bewijs_eerst() -> QuerySet[Bewijs]:
    return Bewijs.objects.order_by("-niveau", "-datum")


def eisrijen(profielen: Sequence[Werkprofiel]) -> list[Meelezen]:
    """What these job profiles ask."""
    return [
        Meelezen(profielen, "eisen", mee={"competentie": COMPETENTIENAAM}),
        Meelezen(profielen, "certificaateisen"),
        Meelezen(profielen, "taaleisen"),
    ]


def lees_eisen(werkprofiel: Werkprofiel) -> None:
    """Hang on this job profile what it asks: one query, none when it was read before."""
    if not is_gelezen(werkprofiel, "eisen"):
        lees_samen(eisrijen([werkprofiel]))


def met_profiel(wie: UUID) -> Werkzoekende:
    """A person with all that a profile shows, in two queries."""
    mens = (
        Werkzoekende.objects.select_related("kandidaatgegevens", "gemeente", "dossier__keten").defer("bsn").get(pk=wie)
    )
    lees_samen(profielrijen(mens))
    return mens


def mens_met_profiel(dossier: Dossier) -> Werkzoekende:
    """The person of a dossier with all that a profile shows: one query, none when the page read the rows before."""
    mens = dossier.werkzoekende
    if not is_gelezen(mens, "competenties"):
        lees_samen(profielrijen(mens))
    return mens


def profiel(werkzoekende: Werkzoekende) -> Profiel:
    """The profile of one person in two queries, however much is in it."""
    return profiel_uit(met_profiel(werkzoekende.pk))


def profiel_uit(mens: Werkzoekende) -> Profiel:
    """The profile of a person from `met_profiel`."""
    per_soort: dict[str, list[Competentieregel]] = defaultdict(list)
    for regel in mens.competenties.all():
        per_soort[regel.competentie.soort].append(regel)
    gegevens = getattr(mens, "kandidaatgegevens", None)
    return Profiel(
        werkzoekende=mens,
        groepen=[(str(soort.label), per_soort[soort]) for soort in SOORTEN if soort in per_soort],
        certificaten=[certificaatregel(c, timezone.localdate()) for c in mens.certificaten.all()],
        talen=[_taalregel(taal) for taal in sorted(mens.talen.all(), key=lambda t: (-t.niveau, t.taal))],
        werkervaring=list(mens.werkervaring.all()),
        opleidingen=list(mens.opleidingen.all()),
        gegevens=gegevens,
        dagdelen=dagdelentekst(gegevens.dagdelen if gegevens else None),
    )


def _taalregel(taal: Taalbeheersing) -> tuple[str, str]:
    return naam_van_code(taal.taal), str(TAALNIVEAUS[taal.niveau][1])


def certificaatregel(certificaat: Certificaat, vandaag: date) -> Certificaatregel:
    """How a certificate stands: 90 days before its end it warns, 30 days before more strongly."""
    naam, tot = naam_van_code(certificaat.code), certificaat.geldig_tot
    if not certificaat.heeft:
        return Certificaatregel(certificaat, naam, _("heeft dit niet"), "neutraal")
    if tot is None:
        return Certificaatregel(certificaat, naam, _("zonder einddatum"), "goed")
    dagen = (tot - vandaag).days
    if dagen < 0:
        return Certificaatregel(certificaat, naam, _("verlopen"), "fout")
    mild, streng = WAARSCHUW_DAGEN
    if dagen <= mild:
        stand = _("verloopt vandaag") if dagen == 0 else _("verloopt over {dagen} dagen").format(dagen=dagen)
        return Certificaatregel(certificaat, naam, stand, "fout" if dagen <= streng else "let_op")
    return Certificaatregel(certificaat, naam, _("geldig"), "goed")


def aflopende_certificaten(gebruiker: Gebruiker, binnen: int = WAARSCHUW_DAGEN[0]) -> list[Certificaat]:
    """Certificates in the caseload of this colleague that end within so many days or ended in as many; one query."""
    vandaag = timezone.localdate()
    marge = timedelta(days=binnen)
    rijen = Certificaat.objects.filter(
        werkzoekende__dossier__verantwoordelijke=gebruiker,
        werkzoekende__dossier__status=Dossier.Status.OPEN,
        heeft=True,
        geldig_tot__range=(vandaag - marge, vandaag + marge),
    )
    return list(rijen.select_related("werkzoekende__dossier").defer("werkzoekende__bsn").order_by("geldig_tot", "pk"))
