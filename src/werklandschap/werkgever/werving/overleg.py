"""The matching consultation: partners look together for people, who are numbers until somebody with the right asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.queries import lees_eisen
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import RECHTEN, Recht
from werklandschap.ontwerp.opmaak import datum_tijd
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.afwegen import draag_niet_voor
from werklandschap.werkgever.werving.models import Onthulling, Overleg, Overlegkandidaat

TEGEL = ("werkgevers", "werving-en-selectie")
DOEN_BINNEN = timedelta(days=7)
Besluit = Overlegkandidaat.Besluit
TAAK = {
    Besluit.VOORDRAGEN: gettext_lazy("Vraag de kandidaat: {titel}"),
    Besluit.VOORBEREIDEN: gettext_lazy("Maak een voorbereiding: {titel}"),
    Besluit.UITZOEKEN: gettext_lazy("Zoek iets uit over de kandidaat: {titel}"),
}


def mogelijke_deelnemers(gebruiker: Gebruiker) -> QuerySet[Gebruiker]:
    """Colleagues of the region who know employers, and accounts of partners of the own municipality."""
    if gebruiker.gemeente is None:
        return Gebruiker.objects.none()
    collega = [rol for rol, rechten in RECHTEN.items() if Recht.RELATIES_LEZEN in rechten and rol != "invoer"]
    regio = Q(rol__in=collega, gemeente__regio=gebruiker.gemeente.regio_id)
    partner = Q(rol="partner", partnerorganisatie__gemeenten=gebruiker.gemeente_id)
    return Gebruiker.objects.filter(regio | partner, is_active=True).distinct().order_by("naam", "pk")


@actie
def plan_overleg(
    *,
    naam: str,
    wanneer: datetime,
    werkprofielen: Iterable[Werkprofiel],
    deelnemers: Iterable[Gebruiker],
    door: Gebruiker,
    waar: str = "",
) -> Overleg:
    """Call partners together about open job profiles of the region. Who plans it takes part. Raises Invoerfout."""
    vereis(rules.mag_overleg_plannen(door))
    profielen, wie = list(werkprofielen), {mens.pk for mens in deelnemers}
    _controleer(naam, wanneer, profielen, wie, door)
    assert door.gemeente is not None
    rij = Overleg.objects.create(
        gemeente=door.gemeente, naam=naam.strip()[:150], wanneer=wanneer, waar=waar.strip()[:150], door=door
    )
    rij.werkprofielen.set(profielen)
    rij.deelnemers.set(wie | {door.pk})
    _leg_overleg_vast(rij, "overleg.gepland", door)
    return rij


@actie
def wijzig_overleg(
    *,
    overleg: Overleg,
    naam: str,
    wanneer: datetime,
    werkprofielen: Iterable[Werkprofiel],
    deelnemers: Iterable[Gebruiker],
    verwacht: int,
    door: Gebruiker,
    waar: str = "",
) -> Overleg:
    """Another time, place, agenda or company, until it is closed. Who planned it, and a job with candidates, stay.

    Raises Invoerfout, VerouderdeVersie.
    """
    vereis(rules.mag_overleg_leiden(door, overleg))
    vast = _open_overleg(overleg)
    profielen, wie = list(werkprofielen), {mens.pk for mens in deelnemers}
    _controleer(naam, wanneer, profielen, wie, door, was=vast.wanneer)
    vast.wijzig(verwacht=verwacht, naam=naam.strip()[:150], wanneer=wanneer, waar=waar.strip()[:150])
    besproken = set(vast.kandidaten.values_list("werkprofiel_id", flat=True))
    vast.werkprofielen.set(besproken | {profiel.pk for profiel in profielen})
    vast.deelnemers.set(wie | {vast.door_id})
    _leg_overleg_vast(vast, "overleg.gewijzigd", door)
    return vast


def _leg_overleg_vast(overleg: Overleg, soort: str, door: Gebruiker) -> None:
    """Who called whom together, in the log of the municipality: a meeting is about many people, and names none."""
    gegevens = {
        "naam": overleg.naam,
        "wanneer": datum_tijd(overleg.wanneer),
        "banen": overleg.werkprofielen.count(),
        "mensen": overleg.deelnemers.count(),
    }
    leg_beheer_vast(gemeente=overleg.gemeente, soort=soort, door=door, gegevens=gegevens)


def _controleer(
    naam: str,
    wanneer: datetime,
    profielen: list[Werkprofiel],
    wie: set[int],
    door: Gebruiker,
    *,
    was: datetime | None = None,
) -> None:
    fouten = {}
    dag = timezone.localdate(wanneer)
    if dag < timezone.localdate() and (was is None or dag != timezone.localdate(was)):
        fouten["wanneer"] = _("Kies vandaag of een dag daarna.")
    if not naam.strip():
        fouten["naam"] = _("Geef het overleg een naam.")
    if not profielen or Werkprofiel.objects.voor(door).filter(pk__in=[p.pk for p in profielen]).count() != len(
        profielen
    ):
        fouten["werkprofielen"] = _("Kies ten minste één werkprofiel van de regio.")
    if mogelijke_deelnemers(door).filter(pk__in=wie).count() != len(wie):
        fouten["deelnemers"] = _("Kies mensen uit de lijst.")
    if fouten:
        raise Invoerfout(fouten)


@actie
def breng_in(*, overleg: Overleg, werkprofiel: Werkprofiel, dossier: Dossier, door: Gebruiker) -> Overlegkandidaat:
    """Put somebody of the own municipality in the meeting, as a number. Twice is once.

    Shared are the totals and the names of what the job asks: strong, or still to learn. Raises Invoerfout, GeenRecht.
    """
    vereis(rules.mag_overleg_zien(door, overleg) and rules.mag_afwegen(door, dossier, werkprofiel))
    vast = _open_overleg(overleg)
    if not vast.werkprofielen.filter(pk=werkprofiel.pk).exists():
        raise Invoerfout(_("Dit werkprofiel staat niet op de agenda van het overleg."))
    al = vast.kandidaten.filter(werkprofiel=werkprofiel, dossier=dossier).first()
    if al is not None:
        return al
    lees_eisen(werkprofiel)
    uitslag = zoeken.score_nu(werkprofiel=werkprofiel, werkzoekende=dossier.werkzoekende, door=door)
    if uitslag is None:
        raise Invoerfout(_("Een harde eis past niet bij deze kandidaat. Kijk eerst of die eis nodig is."))
    namen = {eis.competentie.code: eis.competentie.naam for eis in werkprofiel.eisen.all()}
    gehaald = {regel.eis.competentie: regel.punten_nu >= regel.punten_max for regel in uitslag.eisen}
    rij = Overlegkandidaat.objects.create(
        overleg=vast,
        werkprofiel=werkprofiel,
        dossier=dossier,
        nummer=(vast.kandidaten.aggregate(m=Max("nummer"))["m"] or 0) + 1,
        score_nu=uitslag.nu,
        score_straks=uitslag.straks,
        sterk=[naam for code, naam in namen.items() if gehaald.get(code)],
        leren=[naam for code, naam in namen.items() if not gehaald.get(code)],
        ingebracht_door=door,
    )
    leg_vast(
        keten=dossier.keten,
        soort="overleg.ingebracht",
        door=door,
        gegevens={"overleg": vast.naam, "nummer": rij.nummer},
    )
    return rij


def _open_overleg(overleg: Overleg) -> Overleg:
    vast = Overleg.objects.select_for_update(of=("self",)).get(pk=overleg.pk)
    if vast.afgerond_op is not None:
        raise Invoerfout(_("Dit overleg is afgerond."))
    return vast


@actie
def toon_naam(*, kandidaat: Overlegkandidaat, door: Gebruiker) -> Onthulling:
    """Who is this? Only for a participant of the person's own municipality who matches; it stands in the read log."""
    vereis(rules.mag_overleg_zien(door, kandidaat.overleg) and rules.mag_naam_zien(door, kandidaat))
    log_lezing(keten=kandidaat.dossier.keten, door=door, onderdeel="matchingsoverleg")
    rij, _nieuw = Onthulling.objects.get_or_create(kandidaat=kandidaat, door=door)
    return rij


@actie
def besluit(
    *, kandidaat: Overlegkandidaat, besluit: str, door: Gebruiker, reden: str = "", toelichting: str = ""
) -> Overlegkandidaat:
    """What the meeting decides, by any participant. What must be done is a task of who brought the person in.

    Not for this job: the reason is kept with the person. A decision may be changed until the meeting is closed.
    """
    vereis(rules.mag_overleg_zien(door, kandidaat.overleg))
    _open_overleg(kandidaat.overleg)
    if besluit not in Besluit.values:
        raise Invoerfout({"besluit": _("Kies een besluit.")})
    rijen = Overlegkandidaat.objects.select_for_update(of=("self",))
    vast = rijen.select_related(
        "overleg", "werkprofiel", "dossier__keten", "dossier__gemeente", "dossier__werkzoekende", "ingebracht_door"
    ).get(pk=kandidaat.pk)
    if (vast.besluit, vast.reden, vast.toelichting) == (besluit, reden, toelichting.strip()[:300]):
        return vast
    if besluit == Besluit.NIET:
        _leg_reden_vast(vast, reden, toelichting)
    vast.besluit, vast.reden = besluit, reden if besluit == Besluit.NIET else ""
    vast.toelichting = toelichting.strip()[:300]
    vast.besloten_op, vast.besloten_door = timezone.now(), door
    vast.save(update_fields=["besluit", "reden", "toelichting", "besloten_op", "besloten_door"])
    gegevens = {
        "overleg": vast.overleg.naam,
        "titel": vast.werkprofiel.titel,
        "besluit": str(vast.get_besluit_display()).lower(),
        "toelichting": vast.toelichting,
    }
    leg_vast(keten=vast.dossier.keten, soort="overleg.besluit", door=door, gegevens=gegevens)
    _vraag_vervolg(vast)
    return vast


def _leg_reden_vast(vast: Overlegkandidaat, reden: str, toelichting: str) -> None:
    """The reason is the consultation's; it is kept in the name of who brought the person in."""
    draag_niet_voor(
        dossier=vast.dossier,
        werkprofiel=vast.werkprofiel,
        reden=reden,
        toelichting=toelichting,
        door=vast.ingebracht_door,
    )


def _vraag_vervolg(vast: Overlegkandidaat) -> None:
    titel = TAAK.get(Besluit(vast.besluit))
    if titel is None:
        return
    maak_taak(
        gemeente=vast.dossier.gemeente,
        eigenaar=vast.ingebracht_door,
        keten=vast.dossier.keten,
        titel=str(titel).format(titel=vast.werkprofiel.titel),
        toelichting=_("Besloten in {overleg}. {toelichting}").format(
            overleg=vast.overleg.naam, toelichting=vast.toelichting
        ),
        voor_op=timezone.localdate() + DOEN_BINNEN,
        door=None,
        bron=f"werkgever_werving:overleg:{vast.pk}:{vast.besluit}",
        tegel=TEGEL,
    )


@actie
def rond_af(*, overleg: Overleg, door: Gebruiker) -> Overleg:
    """Close the meeting: the decisions stand. Twice changes nothing."""
    vereis(rules.mag_overleg_leiden(door, overleg))
    vast = Overleg.objects.select_for_update(of=("self",)).get(pk=overleg.pk)
    if vast.afgerond_op is None:
        vast.wijzig(verwacht=None, afgerond_op=timezone.now())
        _leg_overleg_vast(vast, "overleg.afgerond", door)
    return vast
