"""The day before: everybody who meets, or goes to speed dates, gets a mail once; candidates whom mail does not
reach, or who like another way better, are reminded as of any appointment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen
from werklandschap.kern.berichten.herinneringen import Klantafspraak
from werklandschap.kern.dossiers.bereik import mailadres_voor
from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, tijd
from werklandschap.samen.bemiddeling.models import Ontmoeting, Speeddate, Speeddatekandidaat, Speeddatewerkgever
from werklandschap.samen.bemiddeling.speeddate_queries import Gesprek, gesprekken_bij, gesprekken_van
from werklandschap.samen.bemiddeling.stappen import adres_van
from werklandschap.samen.bemiddeling.uitnodiging import (
    herinneringsbron,
    mag_doorgaan,
    met_wie,
    onderwerp,
    ontvangers,
    taal_voor,
    tekst,
)

SJABLOON = "herinnering_bedrijf"


@actie
def stuur_herinneringen(*, door: Gebruiker | None, vandaag: date | None = None) -> int:
    """Remind of everything of tomorrow that still goes on; returns how many meetings and events. A second time: 0."""
    dag = vandaag or timezone.localdate()
    begin = datetime.combine(dag + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())
    einde = datetime.combine(dag + timedelta(days=2), time(), tzinfo=timezone.get_current_timezone())
    ontmoetingen = Ontmoeting.objects.filter(
        herinnerd_op__isnull=True, afgezegd_op__isnull=True, uitkomst="", wanneer__gte=begin, wanneer__lt=einde
    )
    speeddates = Speeddate.objects.filter(
        herinnerd_op__isnull=True, status=Speeddate.Status.GEPLAND, begin__gte=begin, begin__lt=einde
    )
    sleutels = [list(rijen.values_list("pk", flat=True)) for rijen in (ontmoetingen, speeddates)]
    for model, wie in ((Ontmoeting, sleutels[0]), (Speeddate, sleutels[1])):
        model.objects.filter(pk__in=wie).update(herinnerd_op=dag)
    na_vastleggen(lambda: [herinner_ontmoeting.enqueue(pk) for pk in sleutels[0]])
    na_vastleggen(lambda: [herinner_speeddate.enqueue(pk) for pk in sleutels[1]])
    return len(sleutels[0]) + len(sleutels[1])


def ontmoetingen_zonder_mail(van: datetime, tot: datetime) -> Iterator[Klantafspraak]:
    """Meetings of candidates who get no mail: a letter, an SMS or a call."""
    rijen = Ontmoeting.objects.filter(
        wanneer__gt=van,
        wanneer__lte=tot,
        afgezegd_op__isnull=True,
        uitkomst="",
        voordracht__dossier__status=Dossier.Status.OPEN,
    )
    kandidaat = ("voordracht__dossier__gemeente", "voordracht__dossier__keten")
    for rij in met_wie(rijen).select_related(*kandidaat).defer("voordracht__dossier__werkzoekende__bsn"):
        if mag_doorgaan(rij) and not mailadres_voor(rij.voordracht.dossier.werkzoekende, ook_sms=True):
            yield Klantafspraak(
                bron=herinneringsbron(rij),
                dossier=rij.voordracht.dossier,
                namens=rij.voordracht.door or rij.voordracht.dossier.verantwoordelijke,
                begin=rij.wanneer,
                einde=rij.tot,
                waar=", ".join(deel for deel in (rij.voordracht.werkprofiel.werkgever.naam, rij.waar) if deel),
                adres=adres_van(rij.voordracht),
                sjabloon=SJABLOON,
            )


def speeddates_zonder_mail(van: datetime, tot: datetime) -> Iterator[Klantafspraak]:
    """Candidates of a speed-date event who get no mail; another day is another cause."""
    rijen = Speeddatekandidaat.objects.filter(
        speeddate__status=Speeddate.Status.GEPLAND,
        speeddate__begin__gt=van,
        speeddate__begin__lte=tot,
        status=Speeddatekandidaat.Status.KOMT,
        dossier__status=Dossier.Status.OPEN,
    ).select_related(
        "speeddate",
        "toestemming",
        "dossier__werkzoekende",
        "dossier__gemeente",
        "dossier__keten",
        "dossier__verantwoordelijke",
    )
    for rij in rijen.defer("dossier__werkzoekende__bsn"):
        if rij.doet_mee and not mailadres_voor(rij.dossier.werkzoekende, ook_sms=True):
            dag = rij.speeddate
            yield Klantafspraak(
                bron=f"speeddate:{rij.pk}:{dag.begin:%Y%m%d%H%M}",
                dossier=rij.dossier,
                namens=rij.dossier.verantwoordelijke,
                begin=dag.begin,
                einde=dag.einde,
                waar=f"{dag.naam}, {dag.waar}",
                adres=reverse("dossiers:dossier", args=[rij.dossier_id]),
                sjabloon=SJABLOON,
            )


@task()
def herinner_ontmoeting(sleutel: int) -> int:
    """Mail who meets tomorrow, unless it was called off or the consent ended meanwhile. Returns how many mails."""
    rij = met_wie(Ontmoeting.objects.all()).get(pk=sleutel)
    if not (rij.gaat_door and mag_doorgaan(rij)):
        return 0
    wie = ontvangers(rij, herinnering=True)
    for aan in wie:
        with override(taal_voor(rij, aan)):
            titel = _("Morgen: {titel}").format(titel=onderwerp(rij, aan))
            EmailMessage(titel, tekst(rij, aan, herinnering=True), None, [aan.email]).send()
    return len(wie)


@task()
def herinner_speeddate(sleutel: int) -> int:
    """Mail who comes to the event: candidates with their talks, companies with their times and no names."""
    speeddate = Speeddate.objects.get(pk=sleutel)
    aantal = 0
    kandidaten = speeddate.kandidaten.select_related("speeddate", "toestemming", "dossier__werkzoekende")
    for kandidaat in [k for k in kandidaten if k.doet_mee]:
        with override(taal_van(kandidaat.dossier.werkzoekende)):
            aantal += _mail(speeddate, *_van_kandidaat(kandidaat))
    for werkgever in speeddate.werkgevers.filter(afgemeld=False).select_related("speeddate", "werkprofiel__werkgever"):
        for naam, email, regels in _van_bedrijf(werkgever):
            aantal += _mail(speeddate, naam, email, regels)
    return aantal


def _van_kandidaat(kandidaat: Speeddatekandidaat) -> tuple[str, str, list[str]]:
    mens = kandidaat.dossier.werkzoekende
    regels = [
        f"{tijd(g.van)}: {g.afspraak.werkgever.werkprofiel.werkgever.naam}, {_plek(g)}"
        for g in gesprekken_van(kandidaat)
    ]
    return mens.naam, mailadres_voor(mens, ook_sms=True), regels


def _van_bedrijf(werkgever: Speeddatewerkgever) -> list[tuple[str, str, list[str]]]:
    regels = [f"{tijd(g.van)}: {_plek(g)}" for g in gesprekken_bij(werkgever)]
    personen = werkgever.werkprofiel.werkgever.contactpersonen.filter(actief=True)
    return [(persoon.naam, persoon.email, regels) for persoon in personen]


def _plek(gesprek: Gesprek) -> str:
    ruimte = gesprek.afspraak.werkgever.ruimte
    tafel = _("tafel {nummer}").format(nummer=gesprek.afspraak.tafel)
    return f"{ruimte}, {tafel}" if ruimte else tafel


def _mail(speeddate: Speeddate, naam: str, email: str, regels: list[str]) -> int:
    """One mail; none without an address or without a talk."""
    if not email or not regels:
        return 0
    kop = [
        _("Dag {naam},").format(naam=naam),
        "",
        _("Morgen zijn de speeddates. Dit zijn uw gesprekken."),
        "",
        _("Dag: {dag}").format(dag=datum(speeddate.begin)),
        _("Waar: {plek}").format(plek=speeddate.waar),
    ]
    inhoud = "\n".join([*kop, *regels]) + "\n"
    return EmailMessage(_("Morgen: {titel}").format(titel=speeddate.naam), inhoud, None, [email]).send()
