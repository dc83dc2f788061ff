"""Why somebody is not presented, and preparing who can grow into a job."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen import zoeken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.matching.referentie import Uitslag
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.werving import rules
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.models import Afweging, Voorbereiding

TEGEL = ("werkzoekenden", "opleiden")
BESPREKEN_BINNEN = timedelta(days=7)


@actie
def draag_niet_voor(
    *, dossier: Dossier, werkprofiel: Werkprofiel, reden: str, door: Gebruiker, toelichting: str = ""
) -> Afweging:
    """Record why this person is not presented for this job. Another reason needs a few words. Raises Invoerfout."""
    vereis(rules.mag_afwegen(door, dossier, werkprofiel))
    soort = vind(redenen_niet(), reden)
    if soort is None:
        raise Invoerfout({"reden": _("Kies een reden.")})
    if reden == "anders" and not toelichting.strip():
        raise Invoerfout({"toelichting": _("Schrijf kort op wat de reden is.")})
    rij = Afweging.objects.create(
        dossier=dossier, werkprofiel=werkprofiel, reden=reden, toelichting=toelichting.strip()[:300], door=door
    )
    leg_vast(
        keten=dossier.keten,
        soort="kandidaat.niet_voorgedragen",
        door=door,
        gegevens={"titel": werkprofiel.titel, "reden": soort.naam, "toelichting": rij.toelichting},
    )
    return rij


def laatste_afwegingen(werkprofiel: Werkprofiel, gemeente_id: int | None) -> dict[Any, str]:
    """{person: the newest reason} for one job, of the people of one municipality; one query."""
    rijen = Afweging.objects.filter(werkprofiel=werkprofiel, dossier__gemeente=gemeente_id).order_by("op", "id")
    namen = {reden.code: reden.naam for reden in redenen_niet()}
    return {wie: namen.get(code, code) for wie, code in rijen.values_list("dossier__werkzoekende", "reden")}


def leerstappen(uitslag: Uitslag, namen: dict[str, str]) -> list[dict[str, Any]]:
    """The competences of `namen` {code: name} that are not there yet: [{naam, nu, nodig}], `nu` and `nodig` levels."""
    uit = []
    for regel in uitslag.eisen:
        nu, nodig = regel.niveau_gevonden / 1000, regel.eis.niveau
        if nu >= nodig or regel.eis.competentie not in namen:
            continue
        uit.append({"naam": namen[regel.eis.competentie], "nu": round(nu, 1), "nodig": nodig})
    return uit


@actie
def maak_voorbereiding(*, dossier: Dossier, werkprofiel: Werkprofiel, door: Gebruiker) -> Voorbereiding:
    """A plan that closes the gap: each hard competence to learn, ready before the start. The coach discusses it first.

    Making it again renews the steps. Raises Invoerfout when there is no gap, or another requirement does not fit.
    """
    vereis(rules.mag_afwegen(door, dossier, werkprofiel))
    uitslag = zoeken.score_nu(werkprofiel=werkprofiel, werkzoekende=dossier.werkzoekende, door=door)
    if uitslag is None:
        raise Invoerfout(_("Er past nog een andere harde eis niet. Leren alleen helpt dan niet."))
    hard = {eis.competentie.code: eis.competentie.naam for eis in werkprofiel.eisen.all() if eis.hard}
    stappen = leerstappen(uitslag, hard)
    if not stappen:
        raise Invoerfout(_("Er is niets te leren: alle harde eisen zijn gehaald."))
    rij, _nieuw = Voorbereiding.objects.update_or_create(
        dossier=dossier,
        werkprofiel=werkprofiel,
        defaults={"stappen": stappen, "klaar_op": werkprofiel.start, "door": door},
    )
    wat = ", ".join(stap["naam"] for stap in stappen)
    leg_vast(
        keten=dossier.keten,
        soort="kandidaat.voorbereiding",
        door=door,
        gegevens={"titel": werkprofiel.titel, "dag": datum(rij.klaar_op), "wat": wat},
    )
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        keten=dossier.keten,
        titel=_("Vraag of de klant zich wil voorbereiden op {titel}").format(titel=werkprofiel.titel),
        toelichting=_("Te leren voor {dag}: {wat}.").format(dag=datum(rij.klaar_op), wat=wat),
        voor_op=timezone.localdate() + BESPREKEN_BINNEN,
        door=door,
        bron=f"werkgever_werving:voorbereiding:{rij.pk}",
        tegel=TEGEL,
    )
    return rij
