"""What administrators hear at once."""

from __future__ import annotations

from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol


@actie
def meld_raden(*, aantal: int, door: None = None) -> None:
    """Somebody may be guessing passwords or codes: a task per municipality, and a mail to every administrator."""
    for beheerder in {rij.gemeente_id: rij for rij in _beheerders()}.values():
        assert beheerder.gemeente is not None
        maak_taak(
            gemeente=beheerder.gemeente,
            eigenaar=beheerder,
            titel=_("Iemand raadt misschien wachtwoorden of codes"),
            toelichting=_uitleg(aantal),
            voor_op=timezone.localdate(),
            door=door,
            bron=f"raden:{beheerder.gemeente_id}",
            url=reverse("beheer:logboek"),
        )
    na_vastleggen(lambda: mail_raden.enqueue(aantal))


def _uitleg(aantal: int) -> str:
    return _(
        "In één uur ging inloggen {aantal} keer mis. Elk adres mag nu minder vaak proberen; wie weinig fout doet, komt "
        "gewoon binnen. Vraag wie uw server beheert om in de log te kijken."
    ).format(aantal=aantal)


@task()
def mail_raden(aantal: int) -> int:
    """Mail the administrators; returns how many."""
    adressen = [beheerder.email for beheerder in _beheerders()]
    for adres in adressen:
        send_mail(_("Iemand raadt misschien wachtwoorden of codes"), f"{_uitleg(aantal)}\n", None, [adres])
    return len(adressen)


def _beheerders() -> list[Gebruiker]:
    rijen = Gebruiker.objects.filter(rol=Rol.BEHEERDER, is_active=True, gemeente__isnull=False)
    return list(rijen.select_related("gemeente").order_by("pk"))
