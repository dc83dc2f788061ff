"""Accounts of residents, employers and partners, signed in."""

from __future__ import annotations

from django.test import Client
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol


def ingelogd(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def inwoner(dossier: Dossier | None = None) -> tuple[Gebruiker, Dossier]:
    dossier = dossier or Dossierfabriek()
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    dossier.werkzoekende.account = account
    dossier.werkzoekende.save()
    return account, dossier
