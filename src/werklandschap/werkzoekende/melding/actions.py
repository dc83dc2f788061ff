"""Recording a request for help at the desk, by telephone or from the public form; signals; the question afterwards."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.codes import hash_code, nieuwe_code
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.actions import heropen_dossier, koppel_inkomensaanvraag, maak_dossier, zet_doelgroep
from werklandschap.kern.dossiers.bereik import mailadres_voor
from werklandschap.kern.dossiers.catalogi import Signaalsoort, signaalsoorten
from werklandschap.kern.dossiers.fouten import MogelijkDubbel
from werklandschap.kern.dossiers.models import Dossier, Kanaal
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.regelingen.bewaartermijnen import standaard_termijnen
from werklandschap.werkzoekende.melding import rules
from werklandschap.werkzoekende.melding.bevestiging import bevestig
from werklandschap.werkzoekende.melding.gegevens import Meldgegevens, als_tekst, keur_melding, uit_tekst
from werklandschap.werkzoekende.melding.models import Meldingconcept, Signaal, Terugkoppeling, WachtendeMelding
from werklandschap.werkzoekende.melding.queries import zoek_bekenden

TEGEL = ("werkzoekenden", "melding")
EERSTE_GESPREK = ("werkzoekenden", "diagnostiek")
CONCEPT_DAGEN = 14
# What a form said lives on in the dossier; the form itself goes with requests that were broken off.
FORMULIERTERMIJN = "afgebroken_sociaal_domein"
NAMENS_INWONER = "inwoner via de website"


@actie
def meld(
    *,
    gegevens: Meldgegevens,
    gemeente: Gemeente,
    door: Gebruiker | None,
    andere_persoon: bool = False,
    verantwoordelijke: Gebruiker | None = None,
    namens: str = "",
) -> Dossier:
    """Record a request for help: person, dossier, the visit here, a task for the first talk and for each signal.

    Raises Invoerfout for wrong data, BekendBsn for a known BSN, and MogelijkDubbel when the person may be known
    already; somebody who looked says `andere_persoon`.
    """
    schoon = keur_melding(gegevens, gemeente)
    if not andere_persoon:
        dubbelen = zoek_bekenden(schoon.persoon, gemeente)
        if dubbelen:
            raise MogelijkDubbel(dubbelen)
    dossier = maak_dossier(
        gegevens=schoon.persoon,
        gemeente=gemeente,
        door=door,
        kanaal=schoon.kanaal,
        hulpvraag=schoon.hulpvraag,
        verantwoordelijke=verantwoordelijke,
        namens=namens,
    )
    start_bezoek(keten=dossier.keten, kant=TEGEL[0], tegel=TEGEL[1], door=door)
    _vul_aan(dossier, schoon, door)
    _vraag_eerste_gesprek(dossier, door)
    return dossier


def _vul_aan(dossier: Dossier, gegevens: Meldgegevens, door: Gebruiker | None) -> None:
    for code in gegevens.signalen:
        _noteer_signaal(dossier, code, door, "")
    if door is not None and gegevens.doelgroep:
        zet_doelgroep(dossier=dossier, code=gegevens.doelgroep, van=timezone.localdate(), door=door)
    if door is not None and gegevens.inkomensaanvraag:
        koppel_inkomensaanvraag(
            dossier=dossier, nummer=gegevens.inkomensaanvraag, datum=gegevens.inkomensaanvraag_op, door=door
        )


def _vraag_eerste_gesprek(dossier: Dossier, door: Gebruiker | None) -> None:
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        keten=dossier.keten,
        titel=_("Plan het eerste gesprek"),
        voor_op=timezone.localdate() + timedelta(days=instelling(dossier.gemeente, "eerste_gesprek_dagen")),
        door=door,
        bron=f"melding:eerste_gesprek:{dossier.pk}",
        tegel=EERSTE_GESPREK,
        url=reverse("werkzoekende_diagnostiek:gesprekken", args=[dossier.pk]),
    )


@actie
def meld_opnieuw(*, dossier: Dossier, gegevens: Meldgegevens, door: Gebruiker, namens: str = "") -> Dossier:
    """The person is known: the new question and signals come to the dossier they have. A closed one opens again."""
    if dossier.status == Dossier.Status.GESLOTEN:
        heropen_dossier(dossier=dossier, door=door, toelichting=_("Er is een nieuwe hulpvraag."))
    vereis(rules.mag_signaal_melden(door, dossier))
    if not gegevens.hulpvraag.strip():
        raise Invoerfout({"hulpvraag": _("Schrijf op waar het om gaat. Een paar woorden is genoeg.")})
    leg_vast(
        keten=dossier.keten,
        soort="melding.opnieuw",
        door=door,
        namens=namens,
        gegevens={"hulpvraag": gegevens.hulpvraag.strip()},
    )
    start_bezoek(keten=dossier.keten, kant=TEGEL[0], tegel=TEGEL[1], door=door)
    _vul_aan(dossier, replace(gegevens, doelgroep=""), door)
    _vraag_eerste_gesprek(dossier, door)
    return dossier


@actie
def meld_signaal(*, dossier: Dossier, code: str, door: Gebruiker, toelichting: str = "") -> Signaal:
    """Record a signal; it becomes a task with the term of its kind. The same open signal is not doubled."""
    vereis(rules.mag_signaal_melden(door, dossier))
    return _noteer_signaal(dossier, code, door, toelichting)


def _noteer_signaal(dossier: Dossier, code: str, door: Gebruiker | None, toelichting: str) -> Signaal:
    soort = vind(signaalsoorten(dossier.gemeente), code)
    if soort is None:
        raise Invoerfout({"signalen": _("Kies signalen uit de lijst.")})
    bestaand = dossier.signalen.filter(code=code, afgehandeld_op__isnull=True).first()
    if bestaand is not None:
        return bestaand
    signaal = Signaal.objects.create(
        dossier=dossier, code=code, toelichting=toelichting.strip()[:300], gezien_door=door
    )
    leg_vast(keten=dossier.keten, soort="signaal.gemeld", door=door, gegevens={"tekst": soort.neutrale_tekst})
    _maak_signaaltaak(signaal, soort, door)
    return signaal


def _maak_signaaltaak(signaal: Signaal, soort: Signaalsoort, door: Gebruiker | None) -> None:
    """The title of a task is read by many: it says the neutral text unless everybody may read the signal."""
    gevoelig = rules.recht_voor(soort) is not None
    maak_taak(
        gemeente=signaal.dossier.gemeente,
        eigenaar=signaal.dossier.verantwoordelijke or door,
        keten=signaal.dossier.keten,
        titel=soort.neutrale_tekst if gevoelig else soort.actie,
        voor_op=timezone.localdate() + timedelta(days=soort.termijn_dagen),
        door=door,
        bron=_bron(signaal),
        tegel=TEGEL,
        url=reverse("werkzoekende_melding:signalen", args=[signaal.dossier_id]),
    )


def _bron(signaal: Signaal) -> str:
    return f"melding:signaal:{signaal.pk}"


@actie
def handel_signaal_af(*, signaal: Signaal, door: Gebruiker) -> Signaal:
    """Somebody acted on it: the task is done too. Twice changes nothing."""
    vereis(rules.mag_signaal_melden(door, signaal.dossier))
    vast = Signaal.objects.select_for_update(of=("self",)).get(pk=signaal.pk)
    if vast.afgehandeld_op is not None:
        return vast
    vast.afgehandeld_op = timezone.localdate()
    vast.save(update_fields=["afgehandeld_op"])
    soort = vind(signaalsoorten(signaal.dossier.gemeente, ook_uit=True), vast.code)
    leg_vast(
        keten=signaal.dossier.keten,
        soort="signaal.afgehandeld",
        door=door,
        gegevens={"tekst": soort.neutrale_tekst if soort else ""},
    )
    sluit_taken_van(bron=_bron(vast), door=door)
    return vast


@dataclass(frozen=True)
class Ontvangst:
    """What the sender of the public form gets to know: nothing about whether we know them."""

    code: str
    dagen: int


@actie
def meld_openbaar(*, gegevens: Meldgegevens, gemeente: Gemeente, door: None = None) -> Ontvangst:
    """A request from the public form. Somebody who may be known waits for a colleague; the sender never learns that.

    Raises Invoerfout for wrong data.
    """
    leeg = replace(gegevens, kanaal=Kanaal.FORMULIER, signalen=(), doelgroep="", inkomensaanvraag="")
    schoon = keur_melding(leeg, gemeente)
    dossier: Dossier | None = None
    try:
        dossier = meld(gegevens=schoon, gemeente=gemeente, door=None, namens=NAMENS_INWONER)
    except MogelijkDubbel as fout:
        _laat_wachten(schoon, gemeente, fout.kandidaten[0].dossier)
    code = _maak_terugkoppeling(gemeente, dossier)
    dagen = instelling(gemeente, "eerste_gesprek_dagen")
    if adres := mailadres_voor(schoon.persoon):
        na_vastleggen(lambda: bevestig(adres=adres, gemeente=gemeente, dagen=dagen))
    return Ontvangst(code=code, dagen=dagen)


def _laat_wachten(gegevens: Meldgegevens, gemeente: Gemeente, lijkt_op: Dossier) -> WachtendeMelding:
    melding = WachtendeMelding.objects.create(
        id=uuid.uuid4(), gemeente=gemeente, gegevens=als_tekst(gegevens), lijkt_op=lijkt_op
    )
    maak_taak(
        gemeente=gemeente,
        eigenaar=lijkt_op.verantwoordelijke,
        titel=_("Nieuwe melding: kennen wij deze persoon al?"),
        toelichting=_("De melding lijkt op dossier {nummer}.").format(nummer=lijkt_op.pk),
        voor_op=timezone.localdate() + timedelta(days=1),
        door=None,
        bron=f"melding:wachtend:{melding.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_melding:beoordelen", args=[melding.pk]),
    )
    return melding


@actie
def beoordeel_wachtende(*, melding: WachtendeMelding, zelfde_als: Dossier | None, door: Gebruiker) -> Dossier:
    """The same person as `zelfde_als`, or (None) somebody new. Returns the dossier the request came to."""
    vast = WachtendeMelding.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=melding.pk)
    vereis(rules.mag_wachtende_beoordelen(door, vast))
    if vast.status != WachtendeMelding.Status.WACHT:
        raise Invoerfout(_("Deze melding is al beoordeeld."))
    gegevens = uit_tekst(vast.gegevens)
    if zelfde_als is not None:
        vast.status = WachtendeMelding.Status.ZELFDE
        vast.dossier = meld_opnieuw(dossier=zelfde_als, gegevens=gegevens, door=door, namens=NAMENS_INWONER)
    else:
        vast.status = WachtendeMelding.Status.NIEUW
        vast.dossier = meld(
            gegevens=gegevens, gemeente=vast.gemeente, door=door, andere_persoon=True, namens=NAMENS_INWONER
        )
    vast.afgehandeld_op = timezone.now()
    vast.save(update_fields=["status", "dossier", "afgehandeld_op"])
    sluit_taken_van(bron=f"melding:wachtend:{vast.pk}", door=door)
    return vast.dossier


@actie
def vraag_terugkoppeling(*, dossier: Dossier, door: Gebruiker) -> str:
    """A code with which the person answers one question afterwards; shown once."""
    vereis(rules.mag_signaal_melden(door, dossier))
    return _maak_terugkoppeling(dossier.gemeente, dossier)


def _maak_terugkoppeling(gemeente: Gemeente, dossier: Dossier | None) -> str:
    code = nieuwe_code()
    Terugkoppeling.objects.create(code_hash=hash_code("terugkoppeling", code), gemeente=gemeente, dossier=dossier)
    return code


@actie
def geef_terugkoppeling(*, code: str, antwoord: str, door: None = None, opmerking: str = "") -> Terugkoppeling:
    """The person's answer, once. Raises Invoerfout for an unknown or used code."""
    vast = (
        Terugkoppeling.objects.select_for_update(of=("self",))
        .filter(code_hash=hash_code("terugkoppeling", code), gegeven_op__isnull=True)
        .first()
    )
    if vast is None:
        raise Invoerfout({"code": _("Deze code kennen wij niet, of hij is al gebruikt.")})
    if antwoord not in Terugkoppeling.Antwoord.values:
        raise Invoerfout({"antwoord": _("Kies een antwoord.")})
    vast.antwoord, vast.opmerking, vast.gegeven_op = antwoord, opmerking.strip(), timezone.now()
    vast.save(update_fields=["antwoord", "opmerking", "gegeven_op"])
    if vast.dossier is not None:
        leg_vast(
            keten=vast.dossier.keten,
            soort="terugkoppeling.gegeven",
            door=None,
            namens=NAMENS_INWONER,
            gegevens={"antwoord": str(vast.get_antwoord_display()), "opmerking": vast.opmerking},
        )
    return vast


@actie
def bewaar_concept(*, tekst: str, code: str = "", door: None = None) -> str:
    """Keep what was typed so far for two weeks; returns the code to come back with."""
    verloopt = timezone.now() + timedelta(days=CONCEPT_DAGEN)
    bestaand = Meldingconcept.objects.filter(code_hash=hash_code("meldingconcept", code)).first() if code else None
    if bestaand is not None:
        bestaand.gegevens, bestaand.verloopt_op = tekst, verloopt
        bestaand.save(update_fields=["gegevens", "verloopt_op"])
        return code
    nieuw = nieuwe_code()
    Meldingconcept.objects.create(
        id=uuid.uuid4(), code_hash=hash_code("meldingconcept", nieuw), gegevens=tekst, verloopt_op=verloopt
    )
    return nieuw


@actie
def ruim_formulieren_op(*, door: None = None, vandaag: date | None = None) -> int:
    """Destroy forms that nobody came back to, and those that were judged long ago: what they said is in the dossier.

    Returns how many. The product itself does it.
    """
    dag, termijnen = vandaag or timezone.localdate(), standaard_termijnen()
    beoordeeld = WachtendeMelding.objects.filter(afgehandeld_op__isnull=False).values_list("pk", "afgehandeld_op")
    weg = [pk for pk, op in beoordeeld if op and termijnen.mag_weg(FORMULIERTERMIJN, timezone.localdate(op), dag)]
    verlopen = Meldingconcept.objects.filter(verloopt_op__lt=timezone.now())
    return verlopen.delete()[0] + WachtendeMelding.objects.filter(pk__in=weg).delete()[0]


@actie
def gooi_concept_weg(*, code: str, door: None = None) -> None:
    """The form was sent: the draft is no longer needed."""
    Meldingconcept.objects.filter(code_hash=hash_code("meldingconcept", code)).delete()
