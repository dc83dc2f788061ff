"""Starting, finishing and stopping a training. A result raises the competence profile with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentie
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.profielen import actions as profielacties
from werklandschap.kern.profielen.catalogi import certificaatcodes
from werklandschap.kern.profielen.queries import WAARSCHUW_DAGEN
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.opleiden import catalogus
from werklandschap.werkzoekende.opleiden.bewaking import sluit_waarschuwingen, waarschuw_voor_einde
from werklandschap.werkzoekende.opleiden.models import Traject

MEESTE_PROCESSEN = 30


@actie
def start_traject(
    *,
    dossier: Dossier,
    door: Gebruiker,
    vorm: str,
    naam: str,
    van: date,
    aanbieder: str = "",
    tot: date | None = None,
    kosten: Decimal | None = None,
    certificaat: str = "",
    inhoud: str = "",
) -> Traject:
    """Agree on a training. It runs at once when it began today or earlier, else it is planned."""
    vereis(mag_dossier_bewerken(door, dossier))
    fouten: dict[str, str] = {}
    if catalogus.vorm(vorm) is None:
        fouten["vorm"] = _("Kies een vorm uit de lijst.")
    if not naam.strip():
        fouten["naam"] = _("Schrijf op welke opleiding het is.")
    if tot and tot < van:
        fouten["tot"] = _("Het einde ligt voor het begin. Controleer de datums.")
    if kosten is not None and kosten < 0:
        fouten["kosten"] = _("Vul een bedrag in van 0 of hoger.")
    if certificaat and certificaat not in certificaatcodes():
        fouten["certificaat"] = _("Kies een certificaat uit de lijst.")
    if fouten:
        raise Invoerfout(fouten)
    loopt = van <= timezone.localdate()
    traject = Traject.objects.create(
        dossier=dossier,
        vorm=vorm,
        naam=naam.strip()[:150],
        aanbieder=aanbieder.strip()[:150],
        van=van,
        tot=tot,
        kosten=kosten,
        certificaat=certificaat,
        inhoud=inhoud.strip(),
        status=Traject.Status.LOOPT if loopt else Traject.Status.GEPLAND,
        door=door,
    )
    _noteer(traject, "traject.gemaakt", door, van=datum(van))
    return traject


@actie
def begin_traject(*, traject: Traject, door: Gebruiker) -> Traject:
    """The first day; sooner than agreed is today. Twice changes nothing."""
    vast = _vast(traject, door)
    if vast.status != Traject.Status.GEPLAND:
        return vast
    vast.wijzig(verwacht=None, status=Traject.Status.LOOPT, van=min(vast.van, timezone.localdate()))
    _noteer(vast, "traject.begonnen", door)
    return vast


@actie
def rond_traject_af(
    *,
    traject: Traject,
    door: Gebruiker,
    afgerond_op: date | None = None,
    resultaat: str = "",
    competenties: Sequence[tuple[Competentie, int]] = (),
    certificaat: str = "",
    geldig_tot: date | None = None,
    bewijs_gezien: bool = False,
    werkprocessen: Sequence[str] = (),
) -> Traject:
    """Finished: each (competence, level 1–5) gets this training as evidence; a certificate enters the profile.

    A practical statement names the work processes somebody masters; they stand with the evidence. A certificate with
    an end date makes a task 90 days before. Raises Invoerfout.
    """
    vast = _vast(traject, door)
    _vereis_lopend(vast)
    op = afgerond_op or timezone.localdate()
    vorm = catalogus.vorm(vast.vorm)
    processen = [proces.strip()[:150] for proces in werkprocessen if proces.strip()][:MEESTE_PROCESSEN]
    fouten: dict[str, str] = {}
    if op > timezone.localdate() or op < vast.van:
        fouten["afgerond_op"] = _("Kies een dag tussen het begin van de opleiding en vandaag.")
    if vorm is not None and vorm.vorm == "praktijkverklaring" and not processen:
        fouten["werkprocessen"] = _("Schrijf op welke werkprocessen op de verklaring staan, elk op een regel.")
    if fouten:
        raise Invoerfout(fouten)
    vast.wijzig(
        verwacht=None,
        status=Traject.Status.AFGEROND,
        afgerond_op=op,
        resultaat=resultaat.strip()[:300],
        werkprocessen=processen,
    )
    _noteer(vast, "traject.afgerond", door, resultaat=vast.resultaat)
    mens = vast.dossier.werkzoekende
    for competentie, niveau in competenties:
        profielacties.leg_competentie_vast(
            werkzoekende=mens,
            competentie=competentie,
            niveau=niveau,
            bewijs=vorm.bewijs if vorm else "gezien",
            toelichting=_toelichting(vast),
            datum=op,
            door=door,
        )
    if vorm is not None and vorm.vorm == "diploma":
        profielacties.voeg_opleiding_toe(
            werkzoekende=mens, naam=vast.naam, diploma=True, afgerond_op=op, niveau=_niveau(vorm.code), door=door
        )
    if vorm is not None and vorm.vorm == "praktijkverklaring":
        certificaat = certificaat or "praktijkverklaring"
    if certificaat:
        _geef_certificaat(vast, certificaat, op, geldig_tot, bewijs_gezien, door)
    return vast


def _toelichting(traject: Traject) -> str:
    processen = ", ".join(traject.werkprocessen)
    return f"{traject.naam}: {processen}"[:300] if processen else traject.naam


def _niveau(vorm: str) -> str:
    return vorm if vorm in ("hbo", "wo") else "onbekend"


def _geef_certificaat(
    traject: Traject, code: str, op: date, geldig_tot: date | None, gezien: bool, door: Gebruiker
) -> None:
    dossier = traject.dossier
    profielacties.leg_certificaat_vast(
        werkzoekende=dossier.werkzoekende,
        code=code,
        behaald_op=op,
        geldig_tot=geldig_tot,
        uitgever=traject.aanbieder,
        gezien=gezien,
        door=door,
    )
    sluit_waarschuwingen(dossier=dossier, code=code, behalve=geldig_tot, door=door)
    if geldig_tot is not None:
        waarschuw_voor_einde(dossier=dossier, code=code, geldig_tot=geldig_tot, dagen=WAARSCHUW_DAGEN[0], door=door)


@actie
def stop_traject(
    *, traject: Traject, door: Gebruiker, reden: str, stopreden: str = Traject.Stopreden.ANDERS
) -> Traject:
    """Stopped before the end, with the kind of reason and the reason in words. It stays visible."""
    vast = _vast(traject, door)
    _vereis_lopend(vast)
    if not reden.strip():
        raise Invoerfout({"reden": _("Schrijf op waarom de opleiding stopt.")})
    if stopreden not in Traject.Stopreden.values:
        raise Invoerfout({"stopreden": _("Kies een reden uit de lijst.")})
    vast.wijzig(
        verwacht=None,
        status=Traject.Status.GESTOPT,
        stopreden=stopreden,
        reden_gestopt=reden.strip()[:300],
        afgerond_op=timezone.localdate(),
    )
    _noteer(vast, "traject.gestopt", door, reden=vast.reden_gestopt)
    return vast


def _vast(traject: Traject, door: Gebruiker) -> Traject:
    vereis(mag_dossier_bewerken(door, traject.dossier))
    return Traject.objects.select_for_update(of=("self",)).select_related("dossier__keten").get(pk=traject.pk)


def _vereis_lopend(traject: Traject) -> None:
    if not traject.is_lopend:
        raise Invoerfout(_("Deze opleiding is al afgerond of gestopt."))


def _noteer(traject: Traject, soort: str, door: Gebruiker, **meer: str) -> None:
    leg_vast(keten=traject.dossier.keten, soort=soort, door=door, gegevens={"naam": traject.naam, **meer})
