"""What an administrator changes: the municipality, teams, partners, tile texts and the catalogue of instruments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from werklandschap.beheer import kleuren, rules
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout, VerouderdeVersie
from werklandschap.kern.instrumenten.models import Instrumentaanpassing
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Team, Tegeltekst, Tegeltekstversie
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.landschap.tegels import tegel as zoek_tegel

LOGO_GROOTTE = 512 * 1024
# SVG can carry scripts: only pictures a browser cannot run.
LOGO_BEGIN = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def _mag(door: Gebruiker, gemeente: Gemeente) -> None:
    vereis(rules.mag_gemeente_beheren(door, gemeente))


def _log(soort: str, gemeente: Gemeente, door: Gebruiker, **gegevens: Any) -> None:
    leg_beheer_vast(gemeente=gemeente, soort=soort, door=door, gegevens=gegevens)


@actie
def wijzig_gemeente(*, gemeente: Gemeente, door: Gebruiker, versie: int, **velden: Any) -> Gemeente:
    """Name, colour, telephone and e-mail. A colour on which white text is hard to read is refused."""
    _mag(door, gemeente)
    if onbekend := set(velden) - {"naam", "kleur", "telefoon", "email"}:
        raise TypeError(f"may not be changed here: {', '.join(sorted(onbekend))}")
    kleur = velden.get("kleur", gemeente.kleur)
    if kleuren.contrast(kleur) < kleuren.MINIMUM:
        raise Invoerfout({"kleur": _("Witte letters zijn op deze kleur slecht te lezen. Kies een donkerder kleur.")})
    wat = ", ".join(f"{naam}: {waarde}" for naam, waarde in velden.items() if getattr(gemeente, naam) != waarde)
    gemeente.wijzig(verwacht=versie, **velden)
    _log("gemeente.gewijzigd", gemeente, door, wat=wat)
    return gemeente


@actie
def zet_logo(*, gemeente: Gemeente, door: Gebruiker, bestand: UploadedFile) -> Gemeente:
    """A PNG or JPEG of at most 512 kB; looked at by content, not by name."""
    _mag(door, gemeente)
    begin = bestand.read(8)
    bestand.seek(0)
    soort = next((soort for teken, soort in LOGO_BEGIN.items() if begin.startswith(teken)), None)
    if soort is None or (bestand.size or 0) > LOGO_GROOTTE:
        raise Invoerfout({"logo": _("Kies een plaatje in PNG of JPEG van hooguit 512 kB.")})
    gemeente.logo.save(f"{gemeente.code}.{soort}", bestand, save=False)
    gemeente.wijzig(verwacht=None, logo=gemeente.logo)
    _log("gemeente.gewijzigd", gemeente, door, wat=_("logo"))
    return gemeente


@actie
def maak_team(*, gemeente: Gemeente, naam: str, door: Gebruiker) -> Team:
    """A new team."""
    _mag(door, gemeente)
    if gemeente.teams.filter(naam__iexact=naam.strip()).exists():
        raise Invoerfout({"naam": _("Dit team is er al.")})
    team = Team.objects.create(gemeente=gemeente, naam=naam.strip())
    _log("team.gemaakt", gemeente, door, naam=team.naam)
    return team


@actie
def maak_partner(*, gemeente: Gemeente, door: Gebruiker, naam: str, soort: str, **velden: str) -> Partnerorganisatie:
    """A partner to hand over to; one that other municipalities know already is shared, not doubled."""
    _mag(door, gemeente)
    partner = Partnerorganisatie.objects.filter(naam__iexact=naam.strip()).first()
    if partner is None:
        partner = Partnerorganisatie.objects.create(naam=naam.strip(), soort=soort, **velden)
    partner.gemeenten.add(gemeente)
    _log("partner.toegevoegd", gemeente, door, naam=partner.naam)
    return partner


@actie
def bewaar_tegeltekst(
    *,
    gemeente: Gemeente,
    door: Gebruiker,
    kant: str,
    slug: str,
    taal: str,
    versie: int,
    kort: str,
    tekst: str,
    instrumenten: list[str] | None,
) -> Tegeltekst:
    """Keep the municipality's own text for a tile; empty fields keep the product's. `versie` 0 = there was none yet."""
    _mag(door, gemeente)
    zoek_tegel(kant, slug)
    velden = {"kort": kort, "tekst": tekst, "instrumenten": instrumenten}
    rij, nieuw = Tegeltekst.objects.select_for_update().get_or_create(
        gemeente=gemeente, kant=kant, slug=slug, taal=taal, defaults=velden
    )
    if not nieuw:
        if versie == 0:
            raise VerouderdeVersie(rij, velden)
        rij.wijzig(verwacht=versie, **velden)
    Tegeltekstversie.objects.create(tegeltekst=rij, nummer=rij.versie, door=door, **velden)
    _log("tegeltekst.gewijzigd", rij.gemeente, door, tegel=f"{rij.kant}/{rij.slug}", taal=rij.taal, nummer=rij.versie)
    return rij


@actie
def herstel_tegeltekst(*, versie: Tegeltekstversie, door: Gebruiker) -> Tegeltekst:
    """Bring back an earlier version, as a new one on top: history stays."""
    rij = Tegeltekst.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=versie.tegeltekst_id)
    _mag(door, rij.gemeente)
    velden = {"kort": versie.kort, "tekst": versie.tekst, "instrumenten": versie.instrumenten}
    rij.wijzig(verwacht=None, **velden)
    Tegeltekstversie.objects.create(tegeltekst=rij, nummer=rij.versie, door=door, **velden)
    _log("tegeltekst.gewijzigd", rij.gemeente, door, tegel=f"{rij.kant}/{rij.slug}", taal=rij.taal, nummer=rij.versie)
    return rij


@actie
def pas_instrument_aan(
    *, gemeente: Gemeente, door: Gebruiker, code: str, actief: bool, naam: str = "", doel: str = "", aanbieder: str = ""
) -> Instrumentaanpassing:
    """Switch an instrument of the catalogue off or give it a name, aim or provider of the municipality's own."""
    _mag(door, gemeente)
    velden = {"actief": actief, "naam": naam, "doel": doel, "aanbieder": aanbieder}
    rij, nieuw = Instrumentaanpassing.objects.get_or_create(gemeente=gemeente, code=code, defaults=velden)
    if not nieuw:
        rij.wijzig(verwacht=None, **velden)
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise Invoerfout({veld: " ".join(teksten) for veld, teksten in fout.message_dict.items()}) from fout
    _log("instrument.aangepast", gemeente, door, code=code, stand=_("in gebruik") if actief else _("uit"))
    return rij


@actie
def bewaar_eigen_rij(
    *, gemeente: Gemeente, door: Gebruiker, lijst: str, code: str, gegevens: Mapping[str, Any]
) -> Gemeente:
    """What the municipality says about one row of a catalogue; `gegevens` holds "actief" and the fields it changed."""
    _mag(door, gemeente)
    vast = Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    lijsten = {**vast.eigen_lijsten, lijst: {**vast.eigen_lijsten.get(lijst, {}), code: dict(gegevens)}}
    vast.wijzig(verwacht=None, eigen_lijsten=lijsten)
    stand = _("in gebruik") if gegevens["actief"] else _("uit")
    _log("lijst.aangepast", gemeente, door, lijst=lijst, code=code, stand=stand)
    return vast
