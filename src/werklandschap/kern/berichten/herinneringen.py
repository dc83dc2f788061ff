"""Reminding people of their appointments: once each, in the way that reaches them, none for what does not go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from werklandschap.kern.basis.acties import actie
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.haken import Register
from werklandschap.kern.berichten import sjablonen
from werklandschap.kern.berichten.actions import verstuur_bericht
from werklandschap.kern.berichten.afdrukken import werk_printtaken_bij
from werklandschap.kern.berichten.models import Bericht, Herinnering, Manier
from werklandschap.kern.dossiers.bereik import wegen_naar
from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import INSTELLINGEN, instelling
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, datum_tijd

SJABLOON = "herinnering"
DAGEN, BRIEFDAGEN = "herinnering_dagen", "herinnering_brief_dagen"
# A letter that is posted later than this does not arrive in time.
POST_MINSTENS_DAGEN = 2
# Two parts of an SMS.
SMS_TEKENS = 306
PAPIER_NAKIJKEN_DAGEN = 14


@dataclass(frozen=True)
class Klantafspraak:
    """An appointment that goes on; `bron` is unique ("gesprek:12"), `adres` the page about it."""

    bron: str
    dossier: Dossier
    namens: Gebruiker | None
    begin: datetime
    einde: datetime
    waar: str = ""
    adres: str = ""
    sjabloon: str = SJABLOON

    @property
    def collega(self) -> Gebruiker | None:
        """Who answers for it: who sees the person, else who is responsible for the dossier."""
        wie = self.namens
        return wie if wie is not None and wie.is_active else self.dossier.verantwoordelijke


# functie(van, tot) -> appointments of open dossiers that go on between two moments, with dossier, person and
# municipality loaded: a fixed number of queries
klantafspraken: Register[Callable[[datetime, datetime], Iterable[Klantafspraak]]] = Register()


def herinner_klanten(nu: datetime | None = None) -> int:
    """Remind of what is due by today; returns of how many appointments. A second time: 0."""
    moment = nu or timezone.now()
    verste = max(INSTELLINGEN[code].maximum for code in (DAGEN, BRIEFDAGEN))
    tot = moment + timedelta(days=verste + 1)
    afspraken = [afspraak for bron in klantafspraken.alle() for afspraak in bron(moment, tot)]
    gedaan = set(Herinnering.objects.filter(bron__in=[a.bron for a in afspraken]).values_list("bron", flat=True))
    te_doen = [a for a in afspraken if a.bron not in gedaan and _is_aan_de_beurt(a, timezone.localdate(moment))]
    _laat_los_wat_verviel({afspraak.bron: afspraak.begin for afspraak in afspraken}, tot)
    for afspraak in te_doen:
        herinner_klant(afspraak=afspraak, door=None, vandaag=timezone.localdate(moment))
    # Also of whoever did not print in time: what is past is no work any more.
    op_papier = Herinnering.objects.filter(bericht__manier=Manier.POST, afgedrukt_op__isnull=True)
    sinds = moment - timedelta(days=PAPIER_NAKIJKEN_DAGEN)
    wie = op_papier.filter(afspraak_op__gt=sinds, namens__isnull=False).values("namens")
    werk_printtaken_bij(van=list(Gebruiker.objects.filter(pk__in=wie).select_related("gemeente")), door=None)
    return len(te_doen)


def _laat_los_wat_verviel(gaan_door: dict[str, datetime], tot: datetime) -> None:
    """What does not go on any more, or moved, for whatever reason: its letter or SMS stays here."""
    for rij in Herinnering.objects.komt_nog().filter(afspraak_op__lte=tot):
        if gaan_door.get(rij.bron) != rij.afspraak_op:
            laat_herinnering_vervallen(bron=rij.bron, door=None)


def _is_aan_de_beurt(afspraak: Klantafspraak, vandaag: date) -> bool:
    dag = herinnerdag(afspraak, vandaag)
    return dag is not None and dag <= vandaag


def herinnerdag(afspraak: Klantafspraak, vandaag: date) -> date | None:
    """The day on which the reminder is made; None where the municipality sends none in this way."""
    manier = manier_voor(afspraak, vandaag)
    dagen = instelling(afspraak.dossier.gemeente, BRIEFDAGEN if manier == Manier.POST else DAGEN)
    return timezone.localdate(afspraak.begin) - timedelta(days=dagen) if dagen else None


def manier_voor(afspraak: Klantafspraak, vandaag: date) -> Manier | None:
    """The first way that reaches this person in time; None when only a call is left."""
    te_laat = (timezone.localdate(afspraak.begin) - vandaag).days < POST_MINSTENS_DAGEN
    geen_post = te_laat or afspraak.collega is None
    wegen = [Manier(weg) for weg in wegen_naar(afspraak.dossier.werkzoekende, ook_sms=True)]
    return next((manier for manier in wegen if manier != Manier.POST or not geen_post), None)


@actie
def herinner_klant(*, afspraak: Klantafspraak, vandaag: date, door: None = None) -> Herinnering:
    """Make the reminder: a mail or SMS that goes, a letter to print, or a task to call. The product itself does it."""
    manier = manier_voor(afspraak, vandaag)
    bericht = _schrijf(afspraak, manier) if manier is not None else None
    herinnering = Herinnering.objects.create(
        bron=afspraak.bron,
        dossier=afspraak.dossier,
        bericht=bericht,
        namens=afspraak.collega,
        afspraak_op=afspraak.begin,
        tot=afspraak.einde,
        waar=afspraak.waar[:200],
    )
    if bericht is None:
        waarom = _("Wij kunnen geen mail, sms of brief sturen.")
        vraag_te_bellen(herinnering, waarom=waarom, adres=afspraak.adres, voor_op=vandaag)
    return herinnering


def _schrijf(afspraak: Klantafspraak, manier: Manier) -> Bericht | None:
    """The message; None when the municipality's own text leaves places open, so that a colleague calls."""
    dossier = afspraak.dossier
    with override(taal_van(dossier.werkzoekende)):
        feiten = {"wanneer": datum_tijd(afspraak.begin), "waar": afspraak.waar or dossier.gemeente.naam}
        if manier == Manier.SMS:
            onderwerp, tekst = str(_("Herinnering aan uw afspraak")), smstekst(afspraak, feiten)
        else:
            sjabloon = sjablonen.sjabloon_met(afspraak.sjabloon)
            assert sjabloon is not None
            voorzet = sjablonen.voorzet(dossier, sjabloon, afspraak.collega, feiten)
            onderwerp, tekst = voorzet.onderwerp, voorzet.tekst
    try:
        return verstuur_bericht(
            dossier=dossier,
            onderwerp=onderwerp,
            tekst=tekst,
            manier=manier,
            door=None,
            sjabloon=afspraak.sjabloon,
            bron=f"herinnering:{afspraak.bron}",
        )
    except Invoerfout:
        return None


def smstekst(afspraak: Klantafspraak, feiten: dict[str, str]) -> str:
    """Date, time, place and municipality, and whom to call. No name of the person, no subject."""
    gemeente = afspraak.dossier.gemeente
    nummer = (afspraak.collega.telefoon if afspraak.collega else "") or gemeente.telefoon
    delen = [
        _("{gemeente}: u heeft een afspraak op {wanneer}.").format(gemeente=gemeente.naam, wanneer=feiten["wanneer"]),
        _("Plek: {waar}.").format(waar=feiten["waar"]),
        _("Kunt u niet? Bel {nummer}.").format(nummer=nummer) if nummer else "",
    ]
    return " ".join(deel for deel in delen if deel)[:SMS_TEKENS]


def vraag_te_bellen(rij: Herinnering, *, waarom: str, adres: str, voor_op: date) -> None:
    """A task for the colleague the person comes to see, once."""
    maak_taak(
        gemeente=rij.dossier.gemeente,
        eigenaar=rij.namens,
        keten=rij.dossier.keten,
        titel=_("Bel de klant over de afspraak van {wanneer}").format(wanneer=datum_tijd(rij.afspraak_op)),
        toelichting=waarom,
        voor_op=voor_op,
        door=None,
        bron=beltaak(rij.bron),
        url=adres,
    )


def beltaak(bron: str) -> str:
    """The cause of the task to call about this appointment."""
    return f"herinnering:{bron}"


@actie
def laat_herinnering_vervallen(*, bron: str, door: Gebruiker | None) -> bool:
    """The appointment does not go on. True when the person was reminded already, and so has to hear this."""
    rij = (
        Herinnering.objects.select_related("bericht", "namens__gemeente")
        .filter(bron=bron, vervallen_op__isnull=True)
        .first()
    )
    if rij is None:
        return False
    rij.vervallen_op = timezone.now()
    rij.save(update_fields=["vervallen_op"])
    sluit_taken_van(bron=beltaak(bron), door=door)
    if rij.namens is not None:
        werk_printtaken_bij(van=[rij.namens], door=door)
    return rij.is_bij_klant


@dataclass(frozen=True)
class Stand:
    """How it is with the reminder of one appointment: a sentence, and a page to act on it."""

    tekst: str
    adres: str = ""
    is_fout: bool = False


def stand_van(afspraak: Klantafspraak) -> Stand:
    """What was done, or when it will be; one query."""
    rij = Herinnering.objects.filter(bron=afspraak.bron).select_related("bericht").first()
    if rij is None:
        return _nog_te_doen(afspraak)
    bericht = rij.bericht
    if bericht is None:
        return Stand(_("Bel zelf: wij konden geen mail, sms of brief sturen."), is_fout=True)
    adres = reverse("berichten:bericht", args=[rij.dossier_id, bericht.pk])
    if bericht.manier == Manier.POST:
        if rij.afgedrukt_op is None:
            return Stand(_("De brief staat klaar om af te drukken."), reverse("berichten:herinneringen"))
        return Stand(_("Brief afgedrukt op {wanneer}.").format(wanneer=datum_tijd(rij.afgedrukt_op)), adres)
    if bericht.mailfout:
        return Stand(_("De herinnering kwam niet aan. Bel de klant."), adres, is_fout=True)
    if bericht.gemaild_op is None:
        return Stand(_("De herinnering gaat zo weg."), adres)
    zin = _("{manier} gestuurd op {wanneer}.")
    return Stand(zin.format(manier=bericht.get_manier_display(), wanneer=datum_tijd(bericht.gemaild_op)), adres)


def _nog_te_doen(afspraak: Klantafspraak) -> Stand:
    vandaag = timezone.localdate()
    dag = herinnerdag(afspraak, vandaag)
    if dag is None:
        return Stand(_("Uw gemeente stuurt hiervoor geen herinnering."))
    manier = manier_voor(afspraak, vandaag)
    if manier is None:
        return Stand(_("Wij bereiken deze klant niet per mail, sms of brief. U krijgt een taak om te bellen."))
    # What is due already goes with the next daily round.
    wanneer = datum(max(dag, vandaag + timedelta(days=1)))
    if manier == Manier.POST:
        return Stand(_("Op {dag} staat een brief klaar om af te drukken.").format(dag=wanneer))
    zin = _("{manier}, op {dag}.").format(manier=manier.label, dag=wanneer)
    persoon = afspraak.dossier.werkzoekende
    if persoon.contactwijze == manier.value:
        return Stand(zin)
    liever = str(persoon.get_contactwijze_display()).lower()
    uitleg = _("Deze klant heeft het liefst: {liever}. Dat kan hier niet vanzelf. Is dit niet genoeg? Bel dan zelf.")
    return Stand(f"{zin} {uitleg.format(liever=liever)}")
