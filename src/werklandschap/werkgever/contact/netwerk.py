"""Stories of employers, referrals with a handover, and what changes around a company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.relaties.rules import mag_contact_vastleggen, mag_werkgever_bewerken
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.models import Doorverwijzing, Ontwikkeling, Werkgeversverhaal

TEGEL = ("werkgevers", "werkgever-contact")
NAVRAGEN_NA = timedelta(days=7)
LANG_WOORD = 6
MEESTE_WOORDEN = 3
Status = Doorverwijzing.Status


@dataclass(frozen=True)
class Vindplaats:
    """A story with why it is comparable, in words."""

    verhaal: Werkgeversverhaal
    kans: str
    redenen: list[str]


@actie
def vertel_verhaal(
    *,
    werkgever: Werkgever,
    kop: str,
    kans: str,
    verhaal: str,
    toestemming_van: Contactpersoon,
    toestemming_op: date,
    door: Gebruiker,
) -> Werkgeversverhaal:
    """A story others may read, with permission of somebody of the company. Raises Invoerfout."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    fouten = {}
    if not kop.strip():
        fouten["kop"] = _("Schrijf een korte kop.")
    if not verhaal.strip():
        fouten["verhaal"] = _("Schrijf het verhaal op.")
    if vind(kanssoorten(), kans) is None:
        fouten["kans"] = _("Kies welke vraag het bedrijf had.")
    if toestemming_van.werkgever_id != werkgever.pk:
        fouten["toestemming_van"] = _("Kies iemand van dit bedrijf.")
    if toestemming_op > timezone.localdate():
        fouten["toestemming_op"] = _("Kies een datum tot en met vandaag.")
    if fouten:
        raise Invoerfout(fouten)
    rij = Werkgeversverhaal.objects.create(
        werkgever=werkgever,
        kop=kop.strip()[:150],
        kans=kans,
        verhaal=verhaal.strip(),
        toestemming_van=toestemming_van,
        toestemming_op=toestemming_op,
        door=door,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="verhaal.verteld",
        door=door,
        gegevens={"kop": rij.kop, "wie": toestemming_van.naam},
    )
    return rij


@actie
def trek_verhaal_in(*, verhaal: Werkgeversverhaal, door: Gebruiker) -> Werkgeversverhaal:
    """The company no longer wants it told; nobody finds it any more."""
    vereis(mag_werkgever_bewerken(door, verhaal.werkgever))
    if verhaal.ingetrokken_op is None:
        verhaal.ingetrokken_op = timezone.localdate()
        verhaal.save(update_fields=["ingetrokken_op"])
        leg_vast(keten=verhaal.werkgever.keten, soort="verhaal.ingetrokken", door=door, gegevens={"kop": verhaal.kop})
    return verhaal


def verhalen_voor(werkgever: Werkgever, gebruiker: Gebruiker) -> list[Vindplaats]:
    """Stories of other companies, those of a comparable question first: the same question, sector, size, words."""
    soorten = kanssoorten()
    open_kansen = set(werkgever.kansen.filter(afgerond_op__isnull=True).values_list("code", flat=True))
    woorden = _woorden(werkgever.hulpvraag)
    rijen = Werkgeversverhaal.objects.voor(gebruiker).exclude(werkgever=werkgever).select_related("werkgever")
    gevonden = []
    for rij in rijen:
        redenen, punten = [], 0
        if rij.kans in open_kansen:
            redenen.append(_("dezelfde vraag"))
            punten += 4
        if rij.werkgever.sector and rij.werkgever.sector == werkgever.sector:
            redenen.append(_("dezelfde sector"))
            punten += 2
        if rij.werkgever.grootte and rij.werkgever.grootte == werkgever.grootte:
            redenen.append(_("even groot"))
            punten += 1
        gedeeld = sorted(woorden & _woorden(f"{rij.kop} {rij.verhaal}"))[:MEESTE_WOORDEN]
        if gedeeld:
            redenen.append(_("gaat ook over: {woorden}").format(woorden=", ".join(gedeeld)))
            punten += len(gedeeld)
        gevonden.append((punten, Vindplaats(rij, naam_van(soorten, rij.kans), redenen)))
    return [plek for _punten, plek in sorted(gevonden, key=lambda paar: -paar[0])]


def _woorden(tekst: str) -> set[str]:
    schoon = (woord.strip(".,;:!?()\"'“”").lower() for woord in tekst.split())
    return {woord for woord in schoon if len(woord) >= LANG_WOORD}


@actie
def verwijs_door(
    *,
    werkgever: Werkgever,
    vraag: str,
    naar: Partnerorganisatie,
    door: Gebruiker,
    wie_daar: str = "",
    controle_op: date | None = None,
) -> Doorverwijzing:
    """Hand a question over to another desk. Until it is taken up we stay the contact: a task asks to check."""
    vereis(mag_contact_vastleggen(door, werkgever))
    dag = controle_op or timezone.localdate() + NAVRAGEN_NA
    fouten = {}
    if not vraag.strip():
        fouten["vraag"] = _("Schrijf de vraag op.")
    if not naar.actief or door.gemeente not in naar.gemeenten.all():
        fouten["naar"] = _("Kies een organisatie waar uw gemeente mee werkt.")
    if dag < timezone.localdate():
        fouten["controle_op"] = _("Kies een datum vanaf vandaag.")
    if fouten:
        raise Invoerfout(fouten)
    assert door.gemeente is not None
    rij = Doorverwijzing.objects.create(
        werkgever=werkgever,
        vraag=vraag.strip(),
        naar=naar,
        wie_daar=wie_daar.strip()[:120],
        controle_op=dag,
        door=door,
    )
    leg_vast(keten=werkgever.keten, soort="doorverwezen", door=door, gegevens={"naar": naar.naam})
    maak_taak(
        gemeente=door.gemeente,
        eigenaar=door,
        keten=werkgever.keten,
        titel=_("Vraag {naar} of de vraag van {bedrijf} is opgepakt").format(naar=naar.naam, bedrijf=werkgever.naam),
        toelichting=rij.vraag,
        voor_op=dag,
        door=door,
        bron=f"werkgever_contact:doorverwijzing:{rij.pk}",
        tegel=TEGEL,
    )
    return rij


@actie
def rond_doorverwijzing_af(
    *, doorverwijzing: Doorverwijzing, opgepakt: bool, door: Gebruiker, afloop: str = ""
) -> Doorverwijzing:
    """The other desk has it, or it comes back to us. Only once."""
    vereis(mag_contact_vastleggen(door, doorverwijzing.werkgever))
    rijen = Doorverwijzing.objects.select_for_update(of=("self",)).select_related("werkgever__keten", "naar")
    vast = rijen.get(pk=doorverwijzing.pk)
    if vast.status != Status.AANGEBODEN:
        return vast
    if not opgepakt and not afloop.strip():
        raise Invoerfout({"afloop": _("Schrijf op wat wij nu doen.")})
    vast.status = Status.OPGEPAKT if opgepakt else Status.TERUG
    vast.afloop = afloop.strip()[:300]
    vast.save(update_fields=["status", "afloop"])
    soort = "doorverwezen.opgepakt" if opgepakt else "doorverwezen.terug"
    leg_vast(
        keten=vast.werkgever.keten, soort=soort, door=door, gegevens={"naar": vast.naar.naam, "afloop": vast.afloop}
    )
    sluit_taken_van(bron=f"werkgever_contact:doorverwijzing:{vast.pk}", door=door)
    return vast


@actie
def noteer_ontwikkeling(*, werkgever: Werkgever, tekst: str, op: date, door: Gebruiker, bron: str = "") -> Ontwikkeling:
    """What changes at or around the company."""
    vereis(mag_contact_vastleggen(door, werkgever))
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf op wat er speelt.")})
    return Ontwikkeling.objects.create(
        werkgever=werkgever, tekst=tekst.strip()[:500], bron=bron.strip()[:200], op=op, door=door
    )
