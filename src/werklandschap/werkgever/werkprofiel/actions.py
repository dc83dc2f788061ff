"""Making a job profile, confirming what it asks, opening and closing it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.competenties.models import Beroep
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.profielen.models import MAX_DAGDELEN, Certificaateis, Eis, Taaleis, Werkprofiel
from werklandschap.kern.relaties.models import Vestiging, Werkgever
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.rules import mag_keten_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werkprofiel import rules
from werklandschap.werkgever.werkprofiel.eisen import Eisen, eisen_van
from werklandschap.werkgever.werkprofiel.geschiedenis import bewaar_versie

TE_WIJZIGEN = (
    "titel",
    "vestiging",
    "beroep",
    "omschrijving",
    "reden",
    "posities",
    "start",
    "einde",
    "sector",
    "omgeving",
    "cultuur",
    "begeleiding",
    "loon",
    "contract",
)
ADVIEZEN = {
    "regulier": gettext_lazy("Zet de vacature ook uit via gewone kanalen"),
    "carven": gettext_lazy("Verdeel de taken opnieuw en maak een passende plek"),
    "aanpassen": gettext_lazy("Pas de eisen of de werkplek aan"),
    "subsidie": gettext_lazy("Maak het mogelijk met subsidie, een jobcoach of scholing"),
}
# After a word or a letter by itself ("rijbewijs B."), so that "o.a. Excel" stays one sentence.
EINDE_ZIN = re.compile(r"(?:(?<=[\w)]{3}[.!?])|(?<=\s[A-Z\d]\.))\s+(?=[^\W\d_a-z])")
UITKOMSTEN = {"vervuld": Werkprofiel.Status.VERVULD, "gesloten": Werkprofiel.Status.GESLOTEN}


@actie
def maak_werkprofiel(
    *,
    werkgever: Werkgever,
    door: Gebruiker,
    titel: str,
    start: date,
    omschrijving: str = "",
    beroep: Beroep | None = None,
    vestiging: Vestiging | None = None,
    reden: str = Werkprofiel.Reden.VACANT,
    posities: int = 1,
    einde: date | None = None,
    sector: str = "",
    herkomst: str = "",
    extern_id: str = "",
) -> Werkprofiel:
    """A concept for an employer. An occupation gives its interests and sector; what it asks is confirmed later.

    `herkomst` and `extern_id` name the source it was imported from and its id there.
    """
    vereis(rules.mag_werkprofiel_maken(door, werkgever))
    return _maak(
        werkgever,
        door,
        titel=titel,
        start=start,
        omschrijving=omschrijving,
        beroep=beroep,
        vestiging=vestiging,
        reden=reden,
        posities=posities,
        einde=einde,
        sector=sector,
        herkomst=herkomst,
        extern_id=extern_id,
    )


def _maak(
    werkgever: Werkgever,
    door: Gebruiker,
    *,
    titel: str,
    start: date,
    beroep: Beroep | None = None,
    vestiging: Vestiging | None = None,
    posities: int = 1,
    einde: date | None = None,
    sector: str = "",
    gebeurtenis: str = "werkprofiel.gemaakt",
    **rest: Any,
) -> Werkprofiel:
    _controleer(werkgever, titel=titel, start=start, einde=einde, vestiging=vestiging, posities=posities)
    werkprofiel = Werkprofiel.objects.create(
        gemeente=werkgever.gemeente,
        werkgever=werkgever,
        vestiging=vestiging or werkgever.vestigingen.first(),
        titel=titel.strip(),
        beroep=beroep,
        riasec=beroep.riasec if beroep else None,
        sector=sector or (beroep.sector if beroep else "") or werkgever.sector,
        posities=posities,
        start=start,
        einde=einde,
        door=door,
        **rest,
    )
    if mag_keten_bewerken(door, werkgever.keten):
        start_bezoek(keten=werkgever.keten, kant="werkgevers", tegel="werkprofiel", door=door)
    _noteer(werkprofiel, gebeurtenis, door, hoe=_("Start: {dag}.").format(dag=datum(start)))
    return werkprofiel


@actie
def maak_open_plek(*, werkgever: Werkgever, functie: str, door: Gebruiker) -> Werkprofiel:
    """A concept that only carries an open proposal, so whoever presents people may make it.

    It is no vacancy: nobody else finds it until an account manager opens it, and the employer is not told.
    Raises GeenRecht, Invoerfout.
    """
    vereis(rules.mag_open_plek_maken(door, werkgever))
    return _maak(werkgever, door, titel=functie, start=timezone.localdate(), gebeurtenis="werkprofiel.open_plek")


@actie
def wijzig_werkprofiel(
    *, werkprofiel: Werkprofiel, verwacht: int | None, door: Gebruiker, **velden: Any
) -> Werkprofiel:
    """Change what is in `TE_WIJZIGEN`. Raises VerouderdeVersie when somebody else saved first."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    onbekend = set(velden) - set(TE_WIJZIGEN)
    if onbekend:
        raise TypeError(f"not to be changed here: {', '.join(sorted(onbekend))}")
    nieuw = {naam: velden.get(naam, getattr(werkprofiel, naam)) for naam in ("titel", "start", "einde", "vestiging")}
    _controleer(werkprofiel.werkgever, posities=velden.get("posities", werkprofiel.posities), **nieuw)
    oud = Werkprofiel.objects.get(pk=werkprofiel.pk)
    anders = [naam for naam, waarde in velden.items() if getattr(oud, naam) != waarde]
    if anders:
        bewaar_versie(werkprofiel, door)
    if "beroep" in anders:
        velden["riasec"] = velden["beroep"].riasec if velden["beroep"] else None
    werkprofiel.wijzig(verwacht=verwacht, **velden)
    if anders:
        namen = [str(Werkprofiel._meta.get_field(naam).verbose_name) for naam in anders]  # type: ignore[union-attr]
        _noteer(werkprofiel, "werkprofiel.gewijzigd", door, velden=", ".join(namen))
    return werkprofiel


@actie
def bevestig_eisen(*, werkprofiel: Werkprofiel, eisen: Eisen, verwacht: int | None, door: Gebruiker) -> Werkprofiel:
    """Replace all that the job asks by what a professional confirmed."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    _controleer_eisen(eisen)
    bewaar_versie(werkprofiel, door)
    werkprofiel.wijzig(
        verwacht=verwacht,
        omstandigheden=eisen.omstandigheden,
        uren_min=eisen.uren_min,
        uren_max=eisen.uren_max,
        dagdelen=eisen.dagdelen,
    )
    _schrijf_eisen(werkprofiel, eisen)
    _noteer(
        werkprofiel,
        "werkprofiel.eisen",
        door,
        aantal=len(eisen.competenties),
        hard=sum(1 for eis in eisen.competenties if eis.hard),
    )
    return werkprofiel


@actie
def stel_open(
    *,
    werkprofiel: Werkprofiel,
    door: Gebruiker,
    opengesteld_op: date,
    max_voordrachten: int | None = None,
    reactie_dagen: int = 5,
    selectieafspraken: str = "",
    open_voor: str = Werkprofiel.Openvoor.REGIO,
    voordragen_voor: date | None = None,
) -> Werkprofiel:
    """Open the profile with the agreements on selection: from when, to whom, how many, before when, and how.

    Without a confirmed requirement there is nothing to match.
    """
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    vast = _vast(werkprofiel)
    if vast.status != Werkprofiel.Status.CONCEPT:
        raise Invoerfout(_("Dit werkprofiel is al opengesteld of gesloten."))
    if not vast.eisen.exists():
        raise Invoerfout(_("Bevestig eerst welke competenties het werk vraagt. Daarna kunt u openstellen."))
    afspraken = {
        "opengesteld_op": opengesteld_op,
        "max_voordrachten": max_voordrachten,
        "reactie_dagen": reactie_dagen,
        "selectieafspraken": selectieafspraken,
        "open_voor": open_voor,
        "voordragen_voor": voordragen_voor,
    }
    _controleer_afspraken(afspraken)
    werkprofiel.wijzig(verwacht=None, status=Werkprofiel.Status.OPEN, **afspraken)
    afspraak = _zin_over(afspraken)
    start_bezoek(keten=vast.werkgever.keten, kant="werkgevers", tegel="werving-en-selectie", door=door)
    _noteer(werkprofiel, "werkprofiel.opengesteld", door, datum=datum(opengesteld_op), afspraak=afspraak)
    return werkprofiel


@actie
def wijzig_afspraken(*, werkprofiel: Werkprofiel, door: Gebruiker, **afspraken: Any) -> Werkprofiel:
    """Other agreements on selection while the profile is open, for instance open to more people."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    vast = _vast(werkprofiel)
    if vast.status != Werkprofiel.Status.OPEN:
        raise Invoerfout(_("Dit werkprofiel staat niet open."))
    _controleer_afspraken(afspraken)
    if any(getattr(vast, naam) != waarde for naam, waarde in afspraken.items()):
        werkprofiel.wijzig(verwacht=None, **afspraken)
        dag = datum(afspraken["opengesteld_op"])
        _noteer(werkprofiel, "werkprofiel.opengesteld", door, datum=dag, afspraak=_zin_over(afspraken))
    return werkprofiel


def _controleer_afspraken(afspraken: dict[str, Any]) -> None:
    fouten = {}
    if afspraken["max_voordrachten"] is not None and afspraken["max_voordrachten"] < 1:
        fouten["max_voordrachten"] = _("Vul 1 of meer in, of laat dit leeg.")
    if afspraken["open_voor"] not in Werkprofiel.Openvoor.values:
        fouten["open_voor"] = _("Kies voor wie het werk open staat.")
    if afspraken["voordragen_voor"] is not None and afspraken["voordragen_voor"] < afspraken["opengesteld_op"]:
        fouten["voordragen_voor"] = _("Kies een datum nadat het werk open staat.")
    if fouten:
        raise Invoerfout(fouten)


def _zin_over(afspraken: dict[str, Any]) -> str:
    zin = _("Reactie binnen {dagen} dagen.").format(dagen=afspraken["reactie_dagen"])
    if afspraken["voordragen_voor"] is None:
        return zin
    tot = _("Wij stellen kandidaten voor tot en met {dag}.").format(dag=datum(afspraken["voordragen_voor"]))
    return f"{zin} {tot}"


@actie
def sluit_werkprofiel(
    *, werkprofiel: Werkprofiel, uitkomst: str, door: Gebruiker, toelichting: str = ""
) -> Werkprofiel:
    """Filled (`vervuld`) or closed without (`gesloten`). Doing it twice changes nothing."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    if uitkomst not in UITKOMSTEN:
        raise Invoerfout({"uitkomst": _("Kies of de plek vervuld is, of gesloten zonder vervulling.")})
    vast = _vast(werkprofiel)
    if vast.status == UITKOMSTEN[uitkomst]:
        return werkprofiel
    werkprofiel.wijzig(verwacht=None, status=UITKOMSTEN[uitkomst])
    tekst = str(werkprofiel.get_status_display()).lower()
    _noteer(werkprofiel, "werkprofiel.gesloten", door, uitkomst=tekst, toelichting=toelichting)
    return werkprofiel


@actie
def heropen_werkprofiel(*, werkprofiel: Werkprofiel, door: Gebruiker) -> Werkprofiel:
    """Undo closing: back to open, or to concept when it never was open."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    vast = _vast(werkprofiel)
    if vast.status not in UITKOMSTEN.values():
        return werkprofiel
    status = Werkprofiel.Status.OPEN if vast.opengesteld_op else Werkprofiel.Status.CONCEPT
    werkprofiel.wijzig(verwacht=None, status=status)
    _noteer(werkprofiel, "werkprofiel.heropend", door)
    return werkprofiel


@actie
def kopieer(*, werkprofiel: Werkprofiel, door: Gebruiker, werkgever: Werkgever | None = None) -> Werkprofiel:
    """A new concept with the same text, requirements and workplace, for the same employer or another one."""
    doel = werkgever or werkprofiel.werkgever
    vereis(rules.mag_werkprofiel_zien(door, werkprofiel) and rules.mag_werkprofiel_maken(door, doel))
    nieuw = _kloon(werkprofiel, doel, door)
    _noteer(nieuw, "werkprofiel.gemaakt", door, hoe=_("Kopie van werkprofiel {nr}.").format(nr=werkprofiel.pk))
    return nieuw


@actie
def carve(
    *,
    werkprofiel: Werkprofiel,
    taken: Mapping[str, Decimal | None],
    titel: str,
    door: Gebruiker,
    haal_weg: bool = False,
) -> Werkprofiel:
    """Put tasks {task of the text: hours a week, or None} in a new profile; with `haal_weg` they leave the old one.

    The hours add up to those of the new profile: so much time the colleagues get back.
    """
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    vast = _vast(werkprofiel)
    gekozen = [regel for regel in taken_van(vast.omschrijving) if regel in taken]
    if not gekozen:
        raise Invoerfout({"": _("Kies ten minste één taak voor het nieuwe werkprofiel.")})
    nieuw = maak_werkprofiel(
        werkgever=vast.werkgever,
        door=door,
        titel=titel,
        start=vast.start,
        omschrijving="\n".join(gekozen),
        vestiging=vast.vestiging,
        reden=Werkprofiel.Reden.CARVING,
        sector=vast.sector,
    )
    uren = sum((taken[regel] or Decimal(0) for regel in gekozen), Decimal(0))
    if uren:
        heel = int(uren.to_integral_value(ROUND_CEILING))
        nieuw.wijzig(verwacht=None, uren_min=heel, uren_max=heel)
    _noteer(nieuw, "werkprofiel.gecarved", door, oud=vast.titel, aantal=len(gekozen), uren=f"{uren.normalize():f}")
    if haal_weg:
        werkprofiel.wijzig(verwacht=None, omschrijving=_zonder(vast.omschrijving, gekozen))
        _noteer(werkprofiel, "werkprofiel.gewijzigd", door, velden=_("taken naar een nieuw werkprofiel"))
    return nieuw


@actie
def voeg_taken_toe(*, werkprofiel: Werkprofiel, taken: str, door: Gebruiker) -> Werkprofiel:
    """Add pasted tasks to the text, each once."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    er_al = set(taken_van(werkprofiel.omschrijving))
    nieuw = [regel for regel in taken_van(taken) if regel not in er_al]
    if not nieuw:
        raise Invoerfout({"taken": _("Schrijf ten minste één nieuwe taak op, van meer dan drie letters.")})
    samen = "\n".join([*werkprofiel.omschrijving.splitlines(), *nieuw])
    werkprofiel.wijzig(verwacht=None, omschrijving=samen)
    _noteer(werkprofiel, "werkprofiel.gewijzigd", door, velden=_("taken erbij"))
    return werkprofiel


@actie
def kies_advies(*, werkprofiel: Werkprofiel, advies: str, door: Gebruiker) -> Werkprofiel:
    """What we advise the employer when few of our people fit."""
    vereis(rules.mag_werkprofiel_bewerken(door, werkprofiel))
    if advies not in ADVIEZEN:
        raise Invoerfout({"advies": _("Kies een advies.")})
    werkprofiel.wijzig(verwacht=None, niet_passend_advies=advies)
    _noteer(werkprofiel, "werkprofiel.advies", door, advies=str(ADVIEZEN[advies]))
    return werkprofiel


def taken_van(tekst: str) -> list[str]:
    """The sentences of a text that can be a task: without bullets, each once, no headings and no questions."""
    zinnen = [zin for regel in tekst.splitlines() for zin in _zinnen(regel)]
    return list(dict.fromkeys(zin for zin in zinnen if len(zin) > 3 and not zin.endswith((":", "?"))))


def _zonder(tekst: str, taken: list[str]) -> str:
    """The text without these tasks; a line of which nothing is left goes too."""
    uit = []
    for regel in tekst.splitlines():
        zinnen = _zinnen(regel)
        blijft = [zin for zin in zinnen if zin not in taken]
        if blijft == zinnen:
            uit.append(regel)
        elif blijft:
            uit.append(" ".join(blijft))
    return "\n".join(uit)


def _zinnen(regel: str) -> list[str]:
    return EINDE_ZIN.split(regel.strip().lstrip("-*•·–").strip())


def _vast(werkprofiel: Werkprofiel) -> Werkprofiel:
    rijen = Werkprofiel.objects.select_for_update(of=("self",)).select_related("werkgever__keten", "vestiging")
    return rijen.get(pk=werkprofiel.pk)


def _controleer(
    werkgever: Werkgever, *, titel: str, start: date, einde: date | None, vestiging: Vestiging | None, posities: int
) -> None:
    fouten = {}
    if not titel.strip():
        fouten["titel"] = _("Schrijf op om welke functie het gaat.")
    if einde is not None and einde < start:
        fouten["einde"] = _("De einddatum ligt voor de startdatum. Pas een van de twee aan.")
    if vestiging is not None and vestiging.werkgever_id != werkgever.pk:
        fouten["vestiging"] = _("Deze vestiging hoort bij een andere werkgever.")
    if posities < 1:
        fouten["posities"] = _("Er is ten minste 1 plek.")
    if fouten:
        raise Invoerfout(fouten)


def _controleer_eisen(eisen: Eisen) -> None:
    codes = [eis.competentie.pk for eis in eisen.competenties]
    fouten = {}
    if len(codes) != len(set(codes)):
        fouten[""] = _("Een competentie staat er twee keer. Laat er één staan.")
    if eisen.uren_min is not None and eisen.uren_max is not None and eisen.uren_min > eisen.uren_max:
        fouten["uren_min"] = _("Het laagste aantal uren is hoger dan het hoogste. Wissel ze om.")
    if any(uren is not None and not 0 <= uren <= 168 for uren in (eisen.uren_min, eisen.uren_max)):
        fouten["uren_max"] = _("Een week heeft 168 uur. Vul een getal tot en met 168 in.")
    if any(not (1 <= eis.niveau <= 5 and 1 <= eis.gewicht <= 10) for eis in eisen.competenties):
        fouten[""] = _("Een niveau is 1 tot en met 5, een gewicht 1 tot en met 10.")
    if eisen.dagdelen is not None and not 0 <= eisen.dagdelen <= MAX_DAGDELEN:
        fouten["dagdelen"] = _("Kies de dagdelen opnieuw.")
    if fouten:
        raise Invoerfout(fouten)


def _schrijf_eisen(werkprofiel: Werkprofiel, eisen: Eisen) -> None:
    werkprofiel.eisen.all().delete()
    werkprofiel.certificaateisen.all().delete()
    werkprofiel.taaleisen.all().delete()
    Eis.objects.bulk_create(
        Eis(
            werkprofiel=werkprofiel,
            competentie=eis.competentie,
            niveau=eis.niveau,
            gewicht=eis.gewicht,
            hard=eis.hard,
            fragment=eis.fragment[:300],
        )
        for eis in eisen.competenties
    )
    Certificaateis.objects.bulk_create(Certificaateis(werkprofiel=werkprofiel, code=c) for c in eisen.certificaten)
    Taaleis.objects.bulk_create(
        Taaleis(werkprofiel=werkprofiel, taal=taal, minimum=minimum) for taal, minimum in eisen.talen.items()
    )


# What a copy starts anew with.
_EIGEN_AAN_BRON = ("id", "uuid", "werkgever", "gemeente", "vestiging", "status", "start", "einde", "door", "versie")
_EIGEN_AAN_VERLOOP = (
    "aangemaakt_op",
    "opengesteld_op",
    "voordragen_voor",
    "niet_passend_advies",
    "herkomst",
    "extern_id",
)
NIET_MEE = frozenset((*_EIGEN_AAN_BRON, *_EIGEN_AAN_VERLOOP))


def _kloon(bron: Werkprofiel, doel: Werkgever, door: Gebruiker) -> Werkprofiel:
    velden = {v.name: getattr(bron, v.name) for v in Werkprofiel._meta.concrete_fields if v.name not in NIET_MEE}
    zelfde = doel.pk == bron.werkgever_id
    nieuw = Werkprofiel.objects.create(
        **velden,
        gemeente=doel.gemeente,
        werkgever=doel,
        vestiging=bron.vestiging if zelfde else doel.vestigingen.first(),
        start=max(bron.start, timezone.localdate()),
        door=door,
    )
    _schrijf_eisen(nieuw, eisen_van(bron))
    return nieuw


def _noteer(werkprofiel: Werkprofiel, soort: str, door: Gebruiker, **gegevens: Any) -> None:
    leg_vast(
        keten=werkprofiel.werkgever.keten,
        soort=soort,
        door=door,
        gegevens={"titel": werkprofiel.titel, "nummer": werkprofiel.pk, **gegevens},
    )
