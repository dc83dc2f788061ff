"""A curriculum vitae made from the profile: only what the person said yes to, item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.samenlezen import Meelezen, is_gelezen, lees_samen
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.rules import mag_toestemming_beantwoorden
from werklandschap.kern.profielen.models import Cvkeuze, Werkervaring
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.pdf import maak_pdf

NIVEAU: dict[int, str | Promise] = {
    1: gettext_lazy("begint net"),
    2: gettext_lazy("kan het met hulp"),
    3: gettext_lazy("kan het zelf"),
    4: gettext_lazy("kan het goed"),
    5: gettext_lazy("kan het anderen leren"),
}
TAALNIVEAU: dict[int, str | Promise] = {
    0: gettext_lazy("geen"),
    1: gettext_lazy("losse woorden"),
    2: gettext_lazy("korte zinnen"),
    3: gettext_lazy("gewone gesprekken"),
    4: gettext_lazy("goed"),
    5: gettext_lazy("heel goed"),
    6: gettext_lazy("als moedertaal"),
}
# Below this a curriculum vitae would say what somebody cannot do.
LAAGSTE_NIVEAU = 2
HOE = ("mijn", "gesprek", "telefoon", "papier")


@dataclass(frozen=True)
class Onderdeel:
    """One line: its key ("werkervaring:12"), the heading it stands under, what it says, and a second line."""

    sleutel: str
    kop: str
    tekst: str
    extra: str = ""


@dataclass(frozen=True)
class Cv:
    """What is on paper. `delen`: (heading, lines)."""

    naam: str
    wie_ben_ik: str
    delen: list[tuple[str, list[Onderdeel]]]
    op: str

    @property
    def is_leeg(self) -> bool:
        """Nothing was said yes to."""
        return not (self.delen or self.wie_ben_ik)


def lees_cvgegevens(mens: Werkzoekende) -> None:
    """Everything a curriculum vitae may hold, in one query."""
    if not is_gelezen(mens, "werkervaring"):
        delen = [Meelezen(mens, naam) for naam in ("werkervaring", "opleidingen", "certificaten", "talen")]
        lees_samen([*delen, Meelezen(mens, "competenties", mee={"competentie": ()})])


def mogelijk(mens: Werkzoekende) -> list[Onderdeel]:
    """All that the person may choose from. Never a birth date, BSN, health, debt or benefit: those are not read."""
    lees_cvgegevens(mens)
    return [deel for deel in (*_wie(mens), *_gedaan(mens), *_kan(mens)) if deel.tekst]


def _wie(mens: Werkzoekende) -> Iterator[Onderdeel]:
    kop = _("Contact")
    yield Onderdeel("naam", kop, mens.naam)
    yield Onderdeel("telefoon", kop, mens.telefoon)
    yield Onderdeel("email", kop, mens.email)
    yield Onderdeel("plaats", kop, mens.plaats)


def _gedaan(mens: Werkzoekende) -> Iterator[Onderdeel]:
    for werk in mens.werkervaring.all():
        bij = ", ".join(deel for deel in (werk.werkgever_naam, _periode(werk)) if deel)
        titel = f"{werk.functie} ({bij})" if bij else werk.functie
        yield Onderdeel(f"werkervaring:{werk.pk}", _("Werk dat ik deed"), titel, werk.omschrijving)
    for school in mens.opleidingen.all():
        extra = _("met diploma") if school.diploma else ""
        jaar = str(school.afgerond_op.year) if school.afgerond_op else ""
        regel = ", ".join(deel for deel in (jaar, extra) if deel)
        yield Onderdeel(f"opleiding:{school.pk}", _("Opleiding"), school.naam, regel)


def _periode(werk: Werkervaring) -> str:
    van = str(werk.van.year) if werk.van else ""
    if not van:
        return ""
    tot = str(werk.tot.year) if werk.tot else _("nu")
    return van if van == tot else f"{van} – {tot}"


def _kan(mens: Werkzoekende) -> Iterator[Onderdeel]:
    vandaag = timezone.localdate()
    for papier in mens.certificaten.all():
        if papier.heeft and (papier.geldig_tot is None or papier.geldig_tot >= vandaag):
            tot = _("geldig tot {dag}").format(dag=datum(papier.geldig_tot)) if papier.geldig_tot else ""
            yield Onderdeel(f"certificaat:{papier.pk}", _("Certificaten en rijbewijs"), naam_van_code(papier.code), tot)
    for regel in sorted(mens.competenties.all(), key=lambda r: (-r.niveau, r.competentie.label)):
        if regel.niveau >= LAAGSTE_NIVEAU:
            niveau = str(NIVEAU[regel.niveau])
            yield Onderdeel(f"competentie:{regel.pk}", _("Dit kan ik"), regel.competentie.naam, niveau)
    for taal in mens.talen.all():
        if taal.niveau:
            yield Onderdeel(f"taal:{taal.pk}", _("Talen"), naam_van_code(taal.taal), str(TAALNIVEAU[taal.niveau]))


def keuze_van(mens: Werkzoekende) -> Cvkeuze | None:
    """What the person said yes to; None before the first time."""
    return Cvkeuze.objects.filter(pk=mens.pk).first()


def maak_cv(mens: Werkzoekende, keuze: Cvkeuze | None) -> Cv:
    """The curriculum vitae of today: what was chosen and is still so."""
    gekozen: Collection[str] = set(keuze.onderdelen) if keuze else ()
    delen: dict[str, list[Onderdeel]] = {}
    naam = ""
    for deel in mogelijk(mens):
        if deel.sleutel not in gekozen:
            continue
        if deel.sleutel == "naam":
            naam = deel.tekst
        else:
            delen.setdefault(deel.kop, []).append(deel)
    return Cv(naam, keuze.wie_ben_ik if keuze else "", list(delen.items()), datum(keuze.op) if keuze else "")


@actie
def kies_cv(*, dossier: Dossier, onderdelen: Collection[str], wie_ben_ik: str, hoe: str, door: Gebruiker) -> Cvkeuze:
    """Write down what the person says yes to, themselves or told to a colleague; a new choice replaces the old."""
    vereis(mag_toestemming_beantwoorden(door, dossier))
    eigen = dossier.werkzoekende.account_id == door.pk
    if hoe not in HOE or (hoe == "mijn") != eigen:
        raise Invoerfout({"hoe": _("Kies hoe de klant ja zei.")})
    bekend = [deel.sleutel for deel in mogelijk(dossier.werkzoekende)]
    velden = {
        "onderdelen": [sleutel for sleutel in bekend if sleutel in set(onderdelen)],
        "wie_ben_ik": wie_ben_ik.strip()[:1000],
        "hoe": hoe,
        "op": timezone.now(),
        "door": door,
    }
    keuze, _nieuw = Cvkeuze.objects.update_or_create(werkzoekende=dossier.werkzoekende, defaults=velden)
    leg_vast(keten=dossier.keten, soort="cv.gekozen", door=door, gegevens={"aantal": len(keuze.onderdelen)})
    return keuze


def cv_als_pdf(mens: Werkzoekende, cv: Cv) -> bytes:
    """The curriculum vitae on paper; without a name when the person did not say yes to that."""
    gegevens = {
        "titel": cv.naam or _("Curriculum vitae"),
        "ondertitel": _("Curriculum vitae") if cv.naam else "",
        "wie_ben_ik": cv.wie_ben_ik,
        "delen": [{"kop": kop, "regels": [[deel.tekst, deel.extra] for deel in regels]} for kop, regels in cv.delen],
    }
    return maak_pdf("cv.typ", gegevens, taal="en" if get_language() == "en" else "nl")
