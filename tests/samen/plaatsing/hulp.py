"""A placement brought to a step by the actions themselves."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Dossierfabriek, Gebruikerfabriek, Werkprofielfabriek

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing import actions
from werklandschap.samen.plaatsing.models import Plaatsing


def voorbereid(**velden: object) -> Plaatsing:
    dossier = velden.pop("dossier", None) or Dossierfabriek()
    werkprofiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)  # type: ignore[attr-defined]
    invoer = {"van": timezone.localdate() - timedelta(days=1), "uren": Decimal(32), **velden}
    return actions.maak_plaatsing(
        dossier=dossier,  # type: ignore[arg-type]
        werkprofiel=werkprofiel,
        door=dossier.verantwoordelijke,  # type: ignore[attr-defined]
        **invoer,  # type: ignore[arg-type]
    )


def met_akkoord(**velden: object) -> Plaatsing:
    rij = voorbereid(**velden)
    actions.akkoord_werkgever(plaatsing=rij, door=rij.door, wie="Kim van het bedrijf")
    return actions.akkoord_klant(plaatsing=rij, door=rij.door)


def lopend(**velden: object) -> Plaatsing:
    rij = met_akkoord(**velden)
    return actions.start_plaatsing(plaatsing=rij, door=rij.door)


def werkgever_van(plaatsing: Plaatsing) -> Gebruiker:
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=plaatsing.werkprofiel.werkgever, account=account)
    return account


def klant_van(plaatsing: Plaatsing) -> Gebruiker:
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    mens = plaatsing.dossier.werkzoekende
    mens.account = account
    mens.save()
    return account
