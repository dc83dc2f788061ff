"""The navigation each role gets, and what counts as guessing."""

from __future__ import annotations

from typing import Any

from allauth.mfa.signals import authentication_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import navigatie
from werklandschap.kern.toegang import raden
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def _hoofdnavigatie(gebruiker: Gebruiker) -> list[tuple[str, Any]]:
    if gebruiker.heeft(Recht.MIJN):
        return [(reverse("portaal:mijn"), _("Mijn werklandschap"))]
    if gebruiker.heeft(Recht.BEDRIJF):
        return [(reverse("portaal:bedrijf"), _("Mijn bedrijf"))]
    if gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN):
        return [(reverse("portaal:partner"), _("Overdrachten"))]
    links: list[tuple[str, Any]] = [(reverse("taken:mijn_dag"), _("Mijn dag")), (reverse("agenda:week"), _("Agenda"))]
    if gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        links.append((reverse("dossiers:lijst"), _("Dossiers")))
    if gebruiker.heeft(Recht.RELATIES_LEZEN):
        links += [
            (reverse("relaties:lijst"), _("Werkgevers")),
            (reverse("werkgever_werkprofiel:lijst"), _("Werkprofielen")),
        ]
    links.append((reverse("landschap:werkzoekenden"), _("Landschap")))
    if gebruiker.heeft(Recht.INZICHT_ZIEN):
        links.append((reverse("inzicht:overzicht"), _("Inzicht")))
    if gebruiker.heeft(Recht.BEHEREN):
        links.append((reverse("beheer:overzicht"), _("Beheer")))
    return links


navigatie.registreer("hoofd", _hoofdnavigatie)


@receiver(authentication_failed, dispatch_uid="toegang.raden")
def _tweede_stap_mislukt(*, request: HttpRequest, **_rest: Any) -> None:
    raden.noteer_mislukt(request)
