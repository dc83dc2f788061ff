"""What an employer gets to know of a candidate: an allow-list, used by the page of the company and by the PDF."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.competenties.startgegevens import certificaten
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.cv import NIVEAU, TAALNIVEAU
from werklandschap.kern.profielen.models import Bewijs, Certificaat, Competentieregel, Kandidaatgegevens
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling.models import Voordracht

TALEN: dict[str, str | Promise] = {
    "nld": gettext_lazy("Nederlands"),
    "eng": gettext_lazy("Engels"),
    "deu": gettext_lazy("Duits"),
    "fra": gettext_lazy("Frans"),
    "spa": gettext_lazy("Spaans"),
    "ara": gettext_lazy("Arabisch"),
    "tur": gettext_lazy("Turks"),
    "pol": gettext_lazy("Pools"),
    "ukr": gettext_lazy("Oekraïens"),
    "tir": gettext_lazy("Tigrinya"),
    "som": gettext_lazy("Somalisch"),
    "fas": gettext_lazy("Perzisch"),
}
# What somebody else saw or proved; what a person says of oneself is not called proof.
BEWIJS_TELT = frozenset(
    {
        Bewijs.Soort.GEZIEN,
        Bewijs.Soort.WERKGEVER,
        Bewijs.Soort.PRAKTIJKVERKLARING,
        Bewijs.Soort.CERTIFICAAT,
        Bewijs.Soort.DIPLOMA,
        Bewijs.Soort.BADGE,
        Bewijs.Soort.TEST,
    }
)
HOOGUIT = 12
KAN_HET_ZELF = 3


@dataclass(frozen=True)
class Kunde:
    """A competence in words: what, how well, and what it rests on."""

    naam: str
    niveau: str
    bewijs: str = ""
    gevraagd: bool = False
    cijfer: int = 0


@dataclass(frozen=True)
class Introductie:
    """All that an employer may know. Nothing else of the dossier is read to make it."""

    nummer: int
    naam: str
    functie: str
    tekst: str
    kundes: list[Kunde] = field(default_factory=list)
    certificaten: list[str] = field(default_factory=list)
    talen: list[str] = field(default_factory=list)
    uren: str = ""
    beschikbaar: str = ""
    contact_naam: str = ""
    contact_telefoon: str = ""
    contact_email: str = ""


def voor_werkgever(voordracht: Voordracht) -> Introductie:
    """The introduction of one candidate, in at most seven queries."""
    mens = voordracht.dossier.werkzoekende
    gegevens = Kandidaatgegevens.objects.filter(pk=mens.pk).first()
    contact = voordracht.door or voordracht.dossier.verantwoordelijke
    return Introductie(
        nummer=voordracht.pk,
        naam=mens.naam,
        functie=voordracht.werkprofiel.titel,
        tekst=voordracht.introductie,
        kundes=kundes(mens, voordracht),
        certificaten=_certificaten(mens),
        talen=_talen(mens),
        uren=_uren(gegevens),
        beschikbaar=_beschikbaar(gegevens),
        contact_naam=contact.naam if contact else "",
        contact_telefoon=contact.telefoon if contact else "",
        contact_email=contact.email if contact else "",
    )


def kundes(mens: Werkzoekende, voordracht: Voordracht) -> list[Kunde]:
    """What the person can, first what the job asks, then the strongest; at most twelve."""
    gevraagd = set(voordracht.werkprofiel.eisen.values_list("competentie", flat=True))
    regels = (
        Competentieregel.objects.filter(werkzoekende=mens, niveau__gte=1)
        .select_related("competentie")
        .prefetch_related("bewijzen")
    )
    volgorde = sorted(regels, key=lambda r: (r.competentie_id not in gevraagd, -r.niveau, r.competentie.label))
    return [
        Kunde(r.competentie.naam, str(NIVEAU[r.niveau]), _bewijs(r), r.competentie_id in gevraagd, r.niveau)
        for r in volgorde[:HOOGUIT]
    ]


def _bewijs(regel: Competentieregel) -> str:
    for bewijs in regel.bewijzen.all():
        if bewijs.soort in BEWIJS_TELT:
            return str(bewijs.get_soort_display()).lower()
    return ""


def certificaatnaam(code: str) -> str:
    """The name of a certificate or driving licence."""
    if code.startswith("rijbewijs:"):
        return _("rijbewijs {categorie}").format(categorie=code.partition(":")[2])
    return next((term.label for term in certificaten() if term.code == code), code)


def _certificaten(mens: Werkzoekende) -> list[str]:
    vandaag = timezone.localdate()
    rijen = Certificaat.objects.filter(werkzoekende=mens, heeft=True)
    return [certificaatnaam(c.code) for c in rijen if c.geldig_tot is None or c.geldig_tot >= vandaag]


def _talen(mens: Werkzoekende) -> list[str]:
    return [f"{TALEN.get(t.taal, t.taal)}: {TAALNIVEAU[t.niveau]}" for t in mens.talen.filter(niveau__gte=1)]


def _uren(gegevens: Kandidaatgegevens | None) -> str:
    if gegevens is None or gegevens.uren_max is None:
        return ""
    if gegevens.uren_min and gegevens.uren_min != gegevens.uren_max:
        return _("{van} tot {tot} uur per week").format(van=gegevens.uren_min, tot=gegevens.uren_max)
    return _("{uren} uur per week").format(uren=gegevens.uren_max)


def _beschikbaar(gegevens: Kandidaatgegevens | None) -> str:
    if gegevens is None or gegevens.beschikbaar_vanaf is None:
        return ""
    if gegevens.beschikbaar_vanaf <= timezone.localdate():
        return _("meteen")
    return _("vanaf {datum}").format(datum=datum(gegevens.beschikbaar_vanaf))


def stel_tekst_voor(voordracht: Voordracht) -> str:
    """A first text for the introduction, from the competence profile only; the professional makes it personal."""
    mens = voordracht.dossier.werkzoekende
    alle = kundes(mens, voordracht)
    naam = mens.aanspreeknaam
    zinnen = [_("{naam} wil graag bij u werken als {functie}.").format(naam=naam, functie=voordracht.werkprofiel.titel)]
    kan = [k.naam for k in alle if k.cijfer >= KAN_HET_ZELF][:4]
    if kan:
        zinnen.append(_("{naam} kan dit al: {wat}.").format(naam=naam, wat=", ".join(kan)))
    leert = [k.naam for k in alle if k.gevraagd and k.cijfer < KAN_HET_ZELF][:3]
    if leert:
        zinnen.append(_("{naam} wil hierin nog groeien: {wat}.").format(naam=naam, wat=", ".join(leert)))
    bewezen = [k for k in alle if k.bewijs]
    if bewezen:
        zinnen.append(
            _("Bij {wat} is dat ook gebleken: {bewijs}.").format(wat=bewezen[0].naam, bewijs=bewezen[0].bewijs)
        )
    papieren = _certificaten(mens)
    if papieren:
        zinnen.append(_("{naam} heeft: {wat}.").format(naam=naam, wat=", ".join(papieren)))
    zinnen.append(_("Wij bespreken graag met u welke hulp bij de start nodig is."))
    return " ".join(zinnen)
