"""Certificates that end: a task 90 days before, and again 30 days before, however the certificate came in."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Certificaat
from werklandschap.kern.profielen.queries import WAARSCHUW_DAGEN
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum

TEGEL = ("werkzoekenden", "opleiden")


def _begin(dossier: Dossier, code: str) -> str:
    return f"certificaat:{dossier.pk}:{code}:"


def _bron(dossier: Dossier, code: str, geldig_tot: date, dagen: int) -> str:
    return f"{_begin(dossier, code)}{geldig_tot:%Y%m%d}:{dagen}"


def waarschuw_voor_einde(*, dossier: Dossier, code: str, geldig_tot: date, dagen: int, door: Gebruiker | None) -> Taak:
    """A task so many days before a certificate ends; called from an action or the daily round."""
    titel = _("Certificaat verlengen: {naam}, geldig tot en met {dag}")
    return maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=titel.format(naam=naam_van_code(code), dag=datum(geldig_tot)),
        voor_op=max(timezone.localdate(), geldig_tot - timedelta(days=dagen)),
        door=door,
        keten=dossier.keten,
        bron=_bron(dossier, code, geldig_tot, dagen),
        tegel=TEGEL,
        url=reverse("werkzoekende_opleiden:opleiden", args=[dossier.pk]),
    )


def sluit_waarschuwingen(*, dossier: Dossier, code: str, behalve: date | None, door: Gebruiker) -> None:
    """A new end date makes warnings for the old one needless."""
    open_ = Taak.objects.filter(bron__startswith=_begin(dossier, code), status=Taak.Status.OPEN)
    for bron in list(open_.values_list("bron", flat=True)):
        if behalve is None or f":{behalve:%Y%m%d}:" not in bron:
            sluit_taken_van(bron=bron, door=door)


def bewaak() -> str:
    """Warn at 90 and at 30 days, each once per end date; returns one line of report.

    Only the nearest of the two stands open: the same task twice says nothing more.
    """
    vandaag, nieuw = timezone.localdate(), 0
    rijen = Certificaat.objects.filter(
        heeft=True,
        geldig_tot__range=(vandaag, vandaag + timedelta(days=WAARSCHUW_DAGEN[0])),
        werkzoekende__dossier__status=Dossier.Status.OPEN,
    ).select_related(*(f"werkzoekende__dossier__{veld}" for veld in ("keten", "gemeente", "verantwoordelijke")))
    gemaakt = set(Taak.objects.filter(bron__startswith="certificaat:").values_list("bron", flat=True))
    for certificaat in rijen.order_by("geldig_tot", "pk"):
        dossier, tot = certificaat.werkzoekende.dossier, certificaat.geldig_tot
        assert tot is not None
        dagen = min(grens for grens in WAARSCHUW_DAGEN if (tot - vandaag).days <= grens)
        if _bron(dossier, certificaat.code, tot, dagen) in gemaakt:
            continue
        for ruimer in WAARSCHUW_DAGEN:
            sluit_taken_van(bron=_bron(dossier, certificaat.code, tot, ruimer), door=None)
        waarschuw_voor_einde(dossier=dossier, code=certificaat.code, geldig_tot=tot, dagen=dagen, door=None)
        nieuw += 1
    return f"{nieuw} seintjes over certificaten die aflopen"
