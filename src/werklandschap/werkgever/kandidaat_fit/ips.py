"""IPS as place-then-train: no selection, care beside it, contact within thirty days, and a measure of fidelity."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.kandidaat_fit.catalogi import ipsprincipes
from werklandschap.werkgever.kandidaat_fit.models import Ipstraject, Modeltrouw

SNEL = 30  # days until the first contact with an employer
CASELOAD = 20  # people per coach
PUNTEN = range(1, 6)


def mag_ips(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Who works with the dossier and may know of care."""
    return gebruiker.heeft(Recht.GEZONDHEID_ZIEN) and mag_dossier_bewerken(gebruiker, dossier)


@actie
def start_ips(*, dossier: Dossier, zorgpartner: Partnerorganisatie, wens: str, door: Gebruiker) -> Ipstraject:
    """Begin: the wish to work is enough, readiness is not asked. The person agreed that care is spoken with.

    Raises Invoerfout without that consent, without a wish, or when a track runs.
    """
    vereis(mag_ips(door, dossier))
    fouten = {}
    if not wens.strip():
        fouten["wens"] = _("Schrijf in de woorden van de persoon op welk werk die wil.")
    if zorgpartner.soort != Partnerorganisatie.Soort.ZORG or door.gemeente not in zorgpartner.gemeenten.all():
        fouten["zorgpartner"] = _("Kies een zorgorganisatie waar uw gemeente mee werkt.")
    elif not dossier.toestemmingen.geldig().filter(soort="delen_partner", voor_wie=zorgpartner.naam).exists():
        fouten["zorgpartner"] = _("Vraag de persoon eerst of u met {naam} mag overleggen.").format(
            naam=zorgpartner.naam
        )
    if dossier.ipstrajecten.filter(gestopt_op__isnull=True).exists():
        fouten[""] = _("Er loopt al een IPS-traject.")
    if fouten:
        raise Invoerfout(fouten)
    rij = Ipstraject.objects.create(dossier=dossier, coach=door, zorgpartner=zorgpartner, wens=wens.strip())
    leg_vast(keten=dossier.keten, soort="ips.gestart", door=door)
    return rij


@actie
def zet_stap(
    *, traject: Ipstraject, stap: str, door: Gebruiker, werkgever: Werkgever | None = None, tekst: str = ""
) -> Ipstraject:
    """Care was spoken with (`zorg`), an employer was (`contact`), there is a place (`plek`), or what is learned there.

    Any order, but learning (`leren`) comes after the place: first the place, then the training. Raises Invoerfout.
    """
    vereis(mag_ips(door, traject.dossier))
    rijen = Ipstraject.objects.select_for_update(of=("self",)).select_related("dossier__keten")
    vast = rijen.get(pk=traject.pk)
    vandaag = timezone.localdate()
    if vast.gestopt_op is not None:
        raise Invoerfout(_("Dit traject is gestopt."))
    if stap in {"contact", "plek"} and werkgever is None and vast.werkgever is None:
        raise Invoerfout({"werkgever": _("Kies de werkgever.")})
    if stap == "leren" and vast.plek_op is None:
        raise Invoerfout({"tekst": _("Eerst de plek, dan het leren. Leg eerst vast waar iemand werkt.")})
    if stap in {"leren", "stop"} and not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf het kort op.")})
    if stap == "zorg":
        vast.zorg_afgestemd_op = vandaag
    elif stap == "contact":
        vast.eerste_contact_op, vast.werkgever = vast.eerste_contact_op or vandaag, werkgever or vast.werkgever
    elif stap == "plek":
        vast.eerste_contact_op, vast.plek_op = vast.eerste_contact_op or vandaag, vandaag
        vast.werkgever = werkgever or vast.werkgever
    elif stap == "leren":
        vast.leert = tekst.strip()
    elif stap == "stop":
        vast.gestopt_op, vast.reden_stop = vandaag, tekst.strip()[:300]
    else:
        raise Invoerfout({"stap": _("Kies een stap.")})
    vast.save()
    leg_vast(keten=vast.dossier.keten, soort=f"ips.{stap}", door=door)
    return vast


@dataclass(frozen=True)
class Trouw:
    """The newest measure and what the tracks themselves show."""

    meting: Modeltrouw | None
    punten: list[tuple[str, int | None]]
    totaal: int
    hoogst: int
    dagen: float | None
    binnen_30: int
    trajecten: int
    drukste: int


def trouw_van(gebruiker: Gebruiker, trajecten: list[Ipstraject]) -> Trouw:
    """Fidelity of the own municipality: scored by people, beside what the data says; one query."""
    meting = Modeltrouw.objects.filter(gemeente=gebruiker.gemeente_id).select_related("door").first()
    scores = meting.scores if meting else {}
    principes = ipsprincipes()
    lopend = [t for t in trajecten if t.gestopt_op is None]
    met_contact = [t.dagen_tot_contact for t in trajecten if t.eerste_contact_op is not None]
    per_coach = [sum(1 for t in lopend if t.coach_id == coach) for coach in {t.coach_id for t in lopend}]
    return Trouw(
        meting=meting,
        punten=[(p.naam, scores.get(p.code)) for p in principes],
        totaal=sum(scores.values()),
        hoogst=5 * len(principes),
        dagen=median(met_contact) if met_contact else None,
        binnen_30=sum(1 for dagen in met_contact if dagen <= SNEL),
        trajecten=len(trajecten),
        drukste=max(per_coach, default=0),
    )


@actie
def meet_modeltrouw(*, scores: dict[str, int], door: Gebruiker, verbeterpunt: str = "") -> Modeltrouw:
    """Score every principle 1 to 5, with one thing to improve. Raises Invoerfout."""
    vereis(door.heeft(Recht.GEZONDHEID_ZIEN) and door.gemeente is not None)
    if set(scores) != {p.code for p in ipsprincipes()} or not set(scores.values()) <= set(PUNTEN):
        raise Invoerfout(_("Geef bij elk punt een cijfer van 1 tot en met 5."))
    if min(scores.values()) < 3 and not verbeterpunt.strip():
        raise Invoerfout({"verbeterpunt": _("Een punt is lager dan 3. Schrijf op wat u gaat verbeteren.")})
    assert door.gemeente is not None
    return Modeltrouw.objects.create(
        gemeente=door.gemeente, scores=scores, verbeterpunt=verbeterpunt.strip()[:300], door=door
    )
