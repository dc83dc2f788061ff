"""Sharing a part of the plan with a partner, on the person's consent and no longer than that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in, vraag_toestemming
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.plannen import rules
from werklandschap.kern.plannen.models import Doel, Plan, Plandeling
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum

LANGSTE_BERICHT = 1000


@actie
def deel_plan(
    *, dossier: Dossier, partner: Partnerorganisatie, doelen: Sequence[Doel], tot: date, door: Gebruiker
) -> Plandeling:
    """Ask the person whether this partner may see these goals until `tot`; nothing is shared before the yes."""
    vereis(rules.mag_plan_maken(door, dossier))
    _keur(dossier, partner, doelen, tot)
    nummers = [doel.pk for doel in doelen]
    toestemming = vraag_toestemming(
        dossier=dossier,
        soort=Toestemming.Soort.GEDEELD_PLAN,
        voor_wie=partner.naam,
        onderwerp=f"plandeling:{partner.pk}:{_kenmerk(nummers)}",
        wat="\n".join([_("Deze doelen en de stappen erbij:"), *(f"- {doel.tekst}" for doel in doelen)]),
        tot=tot,
        door=door,
    )
    deling, _nieuw = Plandeling.objects.get_or_create(
        toestemming=toestemming, defaults={"dossier": dossier, "partner": partner, "gedeeld_door": door}
    )
    deling.doelen.set(nummers)
    return deling


def _kenmerk(nummers: Sequence[int]) -> str:
    """Another choice of goals is another question."""
    return sha256(",".join(str(n) for n in sorted(nummers)).encode()).hexdigest()[:16]


def _keur(dossier: Dossier, partner: Partnerorganisatie, doelen: Sequence[Doel], tot: date) -> None:
    fouten: dict[str, str] = {}
    if not partner.actief or not partner.gemeenten.filter(pk=dossier.gemeente_id).exists():
        fouten["partner"] = _("Uw gemeente werkt niet met deze partner.")
    elif Plandeling.objects.lopend().filter(dossier=dossier, partner=partner).exists():
        fouten["partner"] = _("U deelt al een plan met deze partner. Stop dat eerst.")
    if not doelen:
        fouten["doelen"] = _("Kies ten minste één doel.")
    if any(doel.plan.dossier_id != dossier.pk or doel.plan.status == Plan.Status.VERVANGEN for doel in doelen):
        fouten["doelen"] = _("Kies doelen uit het plan dat nu geldt.")
    if tot <= timezone.localdate():
        fouten["tot"] = _("Kies een datum na vandaag.")
    if fouten:
        raise Invoerfout(fouten)


@actie
def stop_delen(*, deling: Plandeling, door: Gebruiker) -> Plandeling:
    """Stop sharing at once; the question or the consent ends with it. Twice changes nothing."""
    vereis(rules.mag_plan_maken(door, deling.dossier))
    if deling.beeindigd_op is None:
        trek_toestemming_in(toestemming=deling.toestemming, door=door)
        deling.refresh_from_db(fields=["beeindigd_op"])
    return deling


def beeindig_bij_nee(*, toestemming: Toestemming, door: Gebruiker) -> None:
    """Consent refused or withdrawn: what was shared on it ends in the same transaction."""
    del door
    Plandeling.objects.filter(toestemming=toestemming, beeindigd_op__isnull=True).update(beeindigd_op=timezone.now())


@actie
def schrijf_bij_gedeeld_plan(*, deling: Plandeling, tekst: str, door: Gebruiker) -> Plandeling:
    """A message of the partner: on the time line, which the person reads too, and a task for who is responsible."""
    vereis(rules.mag_gedeeld_plan_zien(door, deling))
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf op wat de gemeente moet weten.")})
    if len(tekst) > LANGSTE_BERICHT:
        raise Invoerfout({"tekst": _("Deze tekst is te lang. Gebruik hooguit 1000 tekens.")})
    dossier = deling.dossier
    leg_vast(
        keten=dossier.keten,
        soort="plan.partnerbericht",
        door=door,
        gegevens={"partner": deling.partner.naam, "tekst": tekst.strip(), "datum": datum(timezone.localdate())},
    )
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        titel=_("{partner} schreef over het gedeelde plan").format(partner=deling.partner.naam),
        toelichting=tekst.strip(),
        voor_op=timezone.localdate(),
        door=None,
        keten=dossier.keten,
        bron=f"plandeling:{deling.pk}:bericht:{timezone.now():%Y%m%d%H%M%S%f}",
        url=reverse("plannen:delen", args=[dossier.pk]),
    )
    return deling
