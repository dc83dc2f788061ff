"""A company that reports itself, and chances. The regional plan is in `marktplan.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.actions import maak_relatie, voeg_contactpersoon_toe
from werklandschap.kern.relaties.gegevens import Contactgegevens, Werkgevergegevens, cijfers
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.regelingen.kalender import tel_werkdagen_op
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.models import Kans

TEGEL = ("werkgevers", "werkgever-contact")
TERUGBELLEN_BINNEN = 2  # working days
NAMENS = "werkgever via formulier"


@dataclass(frozen=True)
class Werkgevermelding:
    """What a company sends in on its own accord."""

    bedrijf: str
    naam: str
    vraag: str
    kvk_nummer: str = ""
    plaats: str = ""
    email: str = ""
    telefoon: str = ""


@actie
def meld_werkgever(*, melding: Werkgevermelding, gemeente: Gemeente, door: Gebruiker | None) -> Werkgever:
    """A company asks for contact. A known KVK number attaches to the employer we have; the sender is not told.

    Somebody is asked to call back within two working days. Raises Invoerfout for wrong input.
    """
    if not (melding.email or melding.telefoon):
        raise Invoerfout({"telefoon": _("Vul een telefoonnummer of een e-mailadres in. Dan kunnen we u bereiken.")})
    contact = Contactgegevens(melding.naam, email=melding.email, telefoon=melding.telefoon)
    werkgever = _bekend(gemeente, melding.kvk_nummer)
    if werkgever is None:
        gegevens = Werkgevergegevens(melding.bedrijf, kvk_nummer=melding.kvk_nummer, hulpvraag=melding.vraag)
        werkgever = maak_relatie(
            gegevens=gegevens, gemeente=gemeente, door=None, plaats=melding.plaats, contact=contact, namens=NAMENS
        )
    elif not werkgever.contactpersonen.filter(Q(naam__iexact=melding.naam) | Q(email=melding.email or "-")).exists():
        voeg_contactpersoon_toe(werkgever=werkgever, gegevens=contact, door=None)
    Contactmoment.objects.create(
        werkgever=werkgever,
        soort=Contactmoment.Soort.SCHRIFTELIJK,
        onderwerp=_("Formulier op de website"),
        datum=timezone.localdate(),
        verslag=melding.vraag,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="werkgever.gemeld",
        door=door,
        namens=NAMENS,
        gegevens={"vraag": melding.vraag[:300]},
    )
    start_bezoek(keten=werkgever.keten, kant=TEGEL[0], tegel=TEGEL[1], door=None)
    _vraag_terugbellen(werkgever, melding)
    return werkgever


def _bekend(gemeente: Gemeente, kvk_nummer: str) -> Werkgever | None:
    nummer = cijfers(kvk_nummer)
    if not nummer:
        return None
    rijen = Werkgever.objects.filter(kvk_nummer=nummer, samengevoegd_in__isnull=True, gemeente__regio=gemeente.regio_id)
    return rijen.select_related("keten", "gemeente", "accountmanager").order_by("id").first()


def _vraag_terugbellen(werkgever: Werkgever, melding: Werkgevermelding) -> None:
    bereik = melding.telefoon or melding.email
    maak_taak(
        gemeente=werkgever.gemeente,
        eigenaar=werkgever.accountmanager or minst_drukke_accountmanager(werkgever.gemeente),
        keten=werkgever.keten,
        titel=_("Bel {naam} van {bedrijf} terug").format(naam=melding.naam, bedrijf=werkgever.naam),
        toelichting=f"{bereik}: {melding.vraag}"[:1000],
        voor_op=tel_werkdagen_op(timezone.localdate(), TERUGBELLEN_BINNEN),
        door=None,
        bron=f"werkgever_contact:melding:{werkgever.pk}",
        tegel=TEGEL,
    )


def minst_drukke_accountmanager(gemeente: Gemeente) -> Gebruiker | None:
    """The colleague who cares for the fewest employers; None when the municipality has none."""
    collega_s = Gebruiker.objects.met_recht(Recht.RELATIES_BEWERKEN).filter(gemeente=gemeente)
    return collega_s.annotate(aantal=Count("werkgevers")).order_by("aantal", "id").first()


@actie
def noteer_kans(
    *,
    werkgever: Werkgever,
    code: str,
    volgende_stap: str,
    voor_op: date,
    wie: Gebruiker,
    door: Gebruiker,
    toelichting: str = "",
) -> Kans:
    """A chance with its next step, which becomes a task."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    soort = vind(kanssoorten(), code)
    if soort is None:
        raise Invoerfout({"code": _("Kies een kans uit de lijst.")})
    if voor_op < timezone.localdate():
        raise Invoerfout({"voor_op": _("Kies een datum vanaf vandaag.")})
    kans = Kans.objects.create(
        werkgever=werkgever,
        code=code,
        toelichting=toelichting.strip(),
        volgende_stap=(volgende_stap.strip() or soort.volgende_stap)[:200],
        wie=wie,
        voor_op=voor_op,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="kans.gezien",
        door=door,
        gegevens={"kans": soort.naam, "stap": kans.volgende_stap},
    )
    maak_taak(
        gemeente=werkgever.gemeente,
        eigenaar=wie,
        keten=werkgever.keten,
        titel=kans.volgende_stap,
        voor_op=voor_op,
        door=door,
        bron=f"werkgever_contact:kans:{kans.pk}",
        tegel=TEGEL,
    )
    return kans


@actie
def rond_kans_af(*, kans: Kans, uitkomst: str, door: Gebruiker) -> Kans:
    """What came of it; its task closes. Only once."""
    vereis(mag_werkgever_bewerken(door, kans.werkgever))
    vast = Kans.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=kans.pk)
    if vast.afgerond_op is not None:
        raise Invoerfout(_("Deze kans is al afgerond."))
    vast.afgerond_op, vast.uitkomst = timezone.localdate(), uitkomst.strip()[:300]
    vast.save(update_fields=["afgerond_op", "uitkomst"])
    soort = vind(kanssoorten(), vast.code)
    leg_vast(
        keten=vast.werkgever.keten,
        soort="kans.afgerond",
        door=door,
        gegevens={"kans": soort.naam if soort else vast.code, "uitkomst": vast.uitkomst},
    )
    sluit_taken_van(bron=f"werkgever_contact:kans:{vast.pk}", door=door)
    return vast
