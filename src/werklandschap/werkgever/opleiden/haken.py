"""What this room shows on the page of an employer and on its tile."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.haken import Tab, Tegelsuggestie, werkgeversuggesties, werkgevertabs
from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.instrumenten.gebruik import gebruiksbronnen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.feiten import werkgeverlezingen
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.opgeleid import opgeleiden
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.opleiden.catalogi import trainingen
from werklandschap.werkgever.opleiden.models import Trainingsdeelname

OP_TEGEL = 25
VOORUIT = timedelta(days=90)


def werklijst_verloopt(request: HttpRequest) -> Werklijst | None:
    """Trainings at employers in the region that expired or soon will."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    nieuwer = Trainingsdeelname.objects.filter(
        werkgever=OuterRef("werkgever"),
        training=OuterRef("training"),
        naam__iexact=OuterRef("naam"),
        behaald_op__gt=OuterRef("behaald_op"),
    )
    rijen = Trainingsdeelname.objects.filter(
        ~Exists(nieuwer),
        geldig_tot__lte=timezone.localdate() + VOORUIT,
        werkgever__in=Werkgever.objects.voor(gebruiker),
    ).select_related("werkgever")[:OP_TEGEL]
    soorten = trainingen()
    return Werklijst(
        titel=_("Trainingen die verlopen"),
        kolommen=(_("Werkgever"), _("Training"), _("Wie"), _("Geldig tot en met")),
        rijen=[
            Rij(
                (t.werkgever.naam, naam_van(soorten, t.training), t.naam, datum(t.geldig_tot)),
                reverse("werkgever_opleiden:opleiden", args=[t.werkgever_id]),
            )
            for t in rijen
        ],
        leeg_tekst=_("De komende drie maanden verloopt er geen training."),
        knop=Knop(_("Sectorplannen en subsidies"), reverse("werkgever_opleiden:sectorplannen")),
    )


def zonder_vervanging(rijen: Iterable[Trainingsdeelname]) -> list[Trainingsdeelname]:
    """Of every person and training the newest that was followed: an older one no longer expires."""
    nieuwste: dict[tuple[str, str], Trainingsdeelname] = {}
    for rij in sorted((r for r in rijen if r.behaald_op), key=lambda r: (r.behaald_op, r.pk)):
        nieuwste[(rij.training, rij.naam.casefold())] = rij
    return list(nieuwste.values())


def opleidsuggesties(werkgever: Werkgever) -> list[Tegelsuggestie]:
    """An expired training asks for a new one."""
    verlopen = next(
        (training for training in zonder_vervanging(werkgever.trainingen.all()) if training.is_verlopen), None
    )
    if verlopen is None:
        return []
    reden = _("De training van {naam} is verlopen.").format(naam=verlopen.naam)
    return [Tegelsuggestie("werkgevers", "opleiden", reden, 15)]


def geldige_trainingen(werkgever: Werkgever) -> list[tuple[str, str]]:
    """Who followed what, as far as it holds today."""
    vandaag = timezone.localdate()
    soorten = trainingen()
    rijen = Trainingsdeelname.objects.filter(werkgever=werkgever, behaald_op__lte=vandaag)
    return [
        (t.training, _("{naam} volgde {training}.").format(naam=t.naam, training=naam_van(soorten, t.training)))
        for t in rijen
        if not t.is_verlopen
    ]


def opgeleid_met(gemeente: Gemeente, codes: Collection[str], sinds: date) -> set[int]:
    """Employers where somebody followed the training of one of these instruments, valid on a day since `sinds`."""
    soorten = [training.code for training in trainingen() if training.instrument in codes]
    rijen = Trainingsdeelname.objects.filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=sinds),
        werkgever__gemeente=gemeente,
        training__in=soorten,
        behaald_op__isnull=False,
    )
    return set(rijen.values_list("werkgever", flat=True))


opgeleiden.registreer("werkgever_opleiden", geldige_trainingen)
werkgevertabs.registreer(
    "opleiden", Tab(gettext_lazy("Opleiden"), "werkgever_opleiden:opleiden", 50, mag_werkgever_lezen)
)
werkgeversuggesties.registreer("werkgever_opleiden", opleidsuggesties)
werkgeverlezingen.registreer("trainingen", lambda werkgever: [Meelezen(werkgever, "trainingen")])
werklijsten.registreer("werkgevers", "opleiden", werklijst_verloopt)
gebruiksbronnen.registreer("trainingen", opgeleid_met)
