"""The regional plan: what we want to reach, which companies, and who approaches them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.actions import maak_relatie
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.duplicaten import kernnaam, zoek_dubbelen
from werklandschap.kern.relaties.gegevens import Werkgevergegevens
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen, mag_werkgever_maken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.contact.models import Marktdoel, Marktplan, Sectordoel

VAST_DAGEN = 30
# Days of rest after which a company may be approached again, unless another day was agreed.
RUST = {Marktdoel.Uitkomst.LATER: 90, Marktdoel.Uitkomst.NEE: 365}


@dataclass(frozen=True)
class Bedrijfsdoel:
    """A company for the plan, as typed."""

    naam: str
    sector: str = ""
    grootte: str = ""
    kans: str = ""
    waarom: str = ""


@actie
def bewaar_marktplan(
    *,
    van: date,
    tot: date,
    doelen: Mapping[str, int],
    met: Sequence[Partnerorganisatie],
    door: Gebruiker,
    ambitie: str = "",
) -> Marktplan:
    """The plan of the region that begins on `van`, made or made anew.

    `doelen` is {sector: employers in our network at the end}, "" for all other sectors. Raises Invoerfout.
    """
    vereis(mag_werkgever_maken(door))
    gemeente = door.gemeente
    assert gemeente is not None
    echt = {sector: aantal for sector, aantal in doelen.items() if aantal}
    if tot <= van:
        raise Invoerfout({"tot": _("Kies een dag na het begin van het plan.")})
    if not echt:
        raise Invoerfout(_("Vul bij minstens één sector in hoeveel werkgevers u wilt."))
    if any(sector and vind(sectoren(), sector) is None for sector in echt):
        raise Invoerfout(_("Kies een sector uit de lijst."))
    eigen = set(Partnerorganisatie.objects.voor(door).values_list("pk", flat=True))
    vereis(all(partner.pk in eigen for partner in met))
    plan, nieuw = Marktplan.objects.get_or_create(
        regio=gemeente.regio, van=van, defaults={"tot": tot, "ambitie": ambitie.strip()[:500], "door": door}
    )
    if not nieuw:
        plan.wijzig(verwacht=None, tot=tot, ambitie=ambitie.strip()[:500])
        plan.sectordoelen.all().delete()
    Sectordoel.objects.bulk_create(Sectordoel(plan=plan, sector=s, aantal=n) for s, n in echt.items())
    plan.met.set(met)
    leg_beheer_vast(
        gemeente=gemeente,
        soort="marktplan.bewaard",
        door=door,
        gegevens={
            "van": datum(van),
            "tot": datum(tot),
            "aantal": sum(echt.values()),
            "met": ", ".join(partner.naam for partner in met) or _("niemand"),
        },
    )
    return plan


@actie
def zet_op_marktplan(*, gegevens: Bedrijfsdoel, door: Gebruiker, werkgever: Werkgever | None = None) -> Marktdoel:
    """A company we want in our network. The region sees one list; a company stands there once.

    An employer of the region with the same name is linked by itself. Raises Invoerfout.
    """
    vereis(mag_werkgever_maken(door) and (werkgever is None or mag_werkgever_lezen(door, werkgever)))
    gemeente = door.gemeente
    assert gemeente is not None
    velden = _gecontroleerd(gegevens)
    _weiger_dubbel(gemeente.regio_id, velden["naam"])
    werkgever = werkgever or _bekende(door, velden["naam"])
    doel = Marktdoel.objects.create(regio=gemeente.regio, gemeente=gemeente, werkgever=werkgever, **velden)
    _leg_vast(doel, "marktdoel.toegevoegd", door)
    return doel


@actie
def wijzig_marktdoel(*, doel: Marktdoel, gegevens: Bedrijfsdoel, versie: int | None, door: Gebruiker) -> Marktdoel:
    """Another name, sector, size, chance or reason. Raises Invoerfout and VerouderdeVersie."""
    _vereis_regio(door, doel)
    velden = _gecontroleerd(gegevens)
    _weiger_dubbel(doel.regio_id, velden["naam"], behalve=doel.pk)
    doel.wijzig(verwacht=versie, **velden)
    _leg_vast(doel, "marktdoel.gewijzigd", door)
    return doel


@actie
def haal_van_marktplan(*, doel: Marktdoel, door: Gebruiker) -> None:
    """Take away a company nobody approached yet; what was done stays readable."""
    _vereis_regio(door, doel)
    vast = Marktdoel.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=doel.pk)
    if vast.stand_op(timezone.localdate()) != "open":
        raise Invoerfout(_("Dit bedrijf is al benaderd. Het blijft in het plan staan."))
    _leg_vast(vast, "marktdoel.weggehaald", door)
    vast.delete()


@actie
def benader(*, doel: Marktdoel, door: Gebruiker, partner: Partnerorganisatie | None = None) -> Marktdoel:
    """Take a company, or agree that a partner does: for thirty days nobody else approaches it.

    Raises Invoerfout when somebody is busy with it, or when the company asked for rest.
    """
    _vereis_regio(door, doel)
    vereis(partner is None or Partnerorganisatie.objects.voor(door).filter(pk=partner.pk).exists())
    vast = _pak(doel)
    _weiger_bezet(vast, door)
    tot = timezone.localdate() + timedelta(days=VAST_DAGEN)
    vast.wijzig(verwacht=None, wie=door, partner=partner, vergrendeld_tot=tot)
    wie = partner.naam if partner else door.naam
    _leg_vast(vast, "marktdoel.bezig", door, wie=wie, tot=datum(tot))
    return vast


@actie
def leg_resultaat_vast(
    *, doel: Marktdoel, uitkomst: str, resultaat: str, door: Gebruiker, weer_vanaf: date | None = None
) -> Marktdoel:
    """What the approach brought; the lock opens. A company that joins our network becomes an employer of ours.

    `weer_vanaf`: nobody else approaches it before that day; without it the usual rest counts. Raises Invoerfout.
    """
    _vereis_regio(door, doel)
    vandaag = timezone.localdate()
    if uitkomst not in Marktdoel.Uitkomst.values:
        raise Invoerfout({"uitkomst": _("Kies wat het contact heeft opgeleverd.")})
    if not resultaat.strip():
        raise Invoerfout({"resultaat": _("Schrijf op wat het contact heeft opgeleverd.")})
    if weer_vanaf is not None and weer_vanaf <= vandaag:
        raise Invoerfout({"weer_vanaf": _("Kies een datum na vandaag.")})
    vast = _pak(doel)
    _weiger_bezet(vast, door)
    if uitkomst in Marktdoel.NIET_NU:
        weer_vanaf = weer_vanaf or vandaag + timedelta(days=RUST[Marktdoel.Uitkomst(uitkomst)])
    else:
        weer_vanaf = None
    werkgever = vast.werkgever
    if werkgever is None and uitkomst == Marktdoel.Uitkomst.NETWERK:
        werkgever = _bekende(door, vast.naam) or _nieuwe_relatie(vast, door)
    vast.wijzig(
        verwacht=None,
        benaderd_op=vandaag,
        uitkomst=uitkomst,
        resultaat=resultaat.strip()[:300],
        weer_vanaf=weer_vanaf,
        wie=door,
        vergrendeld_tot=None,
        werkgever=werkgever,
    )
    zin = f"{vast.get_uitkomst_display()}: {vast.resultaat}"
    _leg_vast(vast, "marktdoel.benaderd", door, resultaat=zin)
    return vast


def _vereis_regio(door: Gebruiker, doel: Marktdoel) -> None:
    vereis(mag_werkgever_maken(door) and door.gemeente is not None and door.gemeente.regio_id == doel.regio_id)


def _pak(doel: Marktdoel) -> Marktdoel:
    rijen = Marktdoel.objects.select_for_update(of=("self",))
    return rijen.select_related("wie", "partner", "werkgever__keten", "gemeente").get(pk=doel.pk)


def _weiger_bezet(doel: Marktdoel, door: Gebruiker) -> None:
    tot = doel.bezet_tot(door, timezone.localdate())
    if tot is None:
        return
    if doel.vergrendeld_tot == tot:
        wie = doel.partner.naam if doel.partner else doel.wie.naam if doel.wie else _("Een collega")
        raise Invoerfout(_("{naam} benadert dit bedrijf al, tot en met {tot}.").format(naam=wie, tot=datum(tot)))
    raise Invoerfout(_("Dit bedrijf wil nu geen contact. Wacht tot na {tot}.").format(tot=datum(tot)))


def _gecontroleerd(gegevens: Bedrijfsdoel) -> dict[str, str]:
    velden = {naam: " ".join(waarde.split()) for naam, waarde in asdict(gegevens).items()}
    if not velden["naam"]:
        raise Invoerfout({"naam": _("Vul de naam van het bedrijf in.")})
    return velden | {"naam": velden["naam"][:200], "waarom": velden["waarom"][:300]}


def _weiger_dubbel(regio: int, naam: str, behalve: int = 0) -> None:
    """The same company under another legal form or in capitals is the same company."""
    kern = kernnaam(naam) or naam.lower()
    namen = Marktdoel.objects.filter(regio=regio).exclude(pk=behalve).values_list("naam", flat=True)
    if any((kernnaam(ander) or ander.lower()) == kern for ander in namen):
        raise Invoerfout({"naam": _("Dit bedrijf staat al in het plan van de regio.")})


def _bekende(door: Gebruiker, naam: str) -> Werkgever | None:
    """The one employer of the region with this name, legal form apart."""
    assert door.gemeente is not None
    gelijk = [
        dubbel.werkgever
        for dubbel in zoek_dubbelen(gemeente=door.gemeente, naam=naam)
        if kernnaam(dubbel.werkgever.naam) == kernnaam(naam)
    ]
    return Werkgever.objects.select_related("keten", "gemeente").get(pk=gelijk[0].pk) if len(gelijk) == 1 else None


def _nieuwe_relatie(doel: Marktdoel, door: Gebruiker) -> Werkgever:
    assert door.gemeente is not None
    gegevens = Werkgevergegevens(doel.naam, sector=doel.sector, grootte=doel.grootte)
    return maak_relatie(gegevens=gegevens, gemeente=door.gemeente, door=door, accountmanager=door)


def _leg_vast(doel: Marktdoel, soort: str, door: Gebruiker, **gegevens: str) -> None:
    """On the time line of the employer when we know it, else in the log of the actor's municipality."""
    alles = {"naam": doel.naam, **gegevens}
    if doel.werkgever is not None:
        leg_vast(keten=doel.werkgever.keten, soort=soort, door=door, gegevens=alles)
    else:
        leg_beheer_vast(gemeente=door.gemeente, soort=soort, door=door, gegevens=alles)
