"""A voordracht brought to a step by the actions themselves."""

from __future__ import annotations

from tests.fabrieken import Contactpersoonfabriek, Dossierfabriek, Gebruikerfabriek, Werkprofielfabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.models import Voordracht

TEKST = "Sam werkt graag met zijn handen en kan goed samenwerken."


def voorgeselecteerd(dossier: Dossier | None = None, **dossier_velden: object) -> Voordracht:
    dossier = dossier or Dossierfabriek(**dossier_velden)
    werkprofiel = Werkprofielfabriek(werkgever__gemeente=dossier.gemeente)
    return actions.voorselecteer(dossier=dossier, werkprofiel=werkprofiel, door=dossier.verantwoordelijke)


def gevraagd(dossier: Dossier | None = None) -> Voordracht:
    rij = voorgeselecteerd(dossier)
    return actions.vraag_kandidaat(voordracht=rij, door=rij.door, wat="Uw naam en wat u kunt.")


def toegestemd(dossier: Dossier | None = None) -> Voordracht:
    rij = gevraagd(dossier)
    return actions.leg_antwoord_vast(voordracht=rij, antwoord=True, hoe="gesprek", door=rij.door)


def voorgedragen(dossier: Dossier | None = None) -> Voordracht:
    rij = toegestemd(dossier)
    return actions.draag_voor(voordracht=rij, introductie=TEKST, door=rij.door)


def werkgever_van(voordracht: Voordracht) -> Gebruiker:
    account = Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)
    Contactpersoonfabriek(werkgever=voordracht.werkprofiel.werkgever, account=account)
    return account


def kandidaat_van(voordracht: Voordracht) -> Gebruiker:
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    mens = voordracht.dossier.werkzoekende
    mens.account = account
    mens.save()
    return account
