"""Codes on paper with which a resident without e-mail opens /mijn/: made, withdrawn and used.

A code works once, for two weeks, together with the birth date. Five wrong dates block it. A wrong code, a wrong date, a
code that was used, withdrawn or blocked: all get the same answer.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.codes import hash_code, nieuwe_code
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.inlognaam import als_adres, inlognaam_van, nieuwe_inlognaam
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.opmaak import datum
from werklandschap.portaal.models import MEESTE_POGINGEN, Toegangscode
from werklandschap.regelingen.bewaartermijnen import standaard_termijnen

SOORT = "toegangscode"
TERMIJN = "inloggegevens"
GELDIG_DAGEN = 14
# Whoever asks for more in a day makes a mistake, or means harm.
HOOGUIT_PER_DAG = 5


def kan_code_krijgen(persoon: Werkzoekende) -> bool:
    """Only without an account, or with one that has no e-mail address: others ask a new password by mail."""
    return persoon.account is None or bool(inlognaam_van(persoon.account))


def open_code_van(persoon: Werkzoekende) -> Toegangscode | None:
    """The code that works now."""
    return Toegangscode.objects.open().filter(werkzoekende=persoon).select_related("door").first()


@actie
def maak_toegangscode(*, dossier: Dossier, door: Gebruiker) -> str:
    """A new code, returned once; an earlier one stops working. Raises Invoerfout without a birth date."""
    vereis(mag_dossier_bewerken(door, dossier))
    persoon = Werkzoekende.objects.select_for_update(of=("self",)).get(pk=dossier.werkzoekende_id)
    if persoon.geboortedatum is None:
        raise Invoerfout(_("Vul eerst de geboortedatum in. De klant heeft die nodig naast de code."))
    if not kan_code_krijgen(persoon):
        raise Invoerfout(_("Deze klant heeft al een account met e-mail."))
    sinds = timezone.now() - timedelta(days=1)
    if Toegangscode.objects.filter(werkzoekende=persoon, gemaakt_op__gt=sinds).count() >= HOOGUIT_PER_DAG:
        raise Invoerfout(_("Er zijn vandaag al veel codes gemaakt. Probeer het morgen weer."))
    _trek_open_in(persoon)
    code, verloopt_op = nieuwe_code(), timezone.now() + timedelta(days=GELDIG_DAGEN)
    Toegangscode.objects.create(werkzoekende=persoon, hash=hash_code(SOORT, code), door=door, verloopt_op=verloopt_op)
    leg_vast(keten=dossier.keten, soort="toegangscode.gemaakt", door=door, gegevens={"tot": datum(verloopt_op)})
    return code


@actie
def trek_toegangscode_in(*, dossier: Dossier, door: Gebruiker) -> bool:
    """The paper got lost: the code stops working at once. False when there was none."""
    vereis(mag_dossier_bewerken(door, dossier))
    if not _trek_open_in(dossier.werkzoekende):
        return False
    leg_vast(keten=dossier.keten, soort="toegangscode.ingetrokken", door=door)
    return True


def _trek_open_in(persoon: Werkzoekende) -> int:
    rijen = Toegangscode.objects.filter(werkzoekende=persoon, gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
    return rijen.update(ingetrokken_op=timezone.now())


@actie
def ruim_codes_op(*, door: None = None, vandaag: date | None = None) -> int:
    """Forget codes past the term for data on signing in; returns how many. The product itself does it."""
    dag, termijnen = vandaag or timezone.localdate(), standaard_termijnen()
    weg = [
        sleutel
        for sleutel, verloopt_op in Toegangscode.objects.values_list("pk", "verloopt_op")
        if termijnen.mag_weg(TERMIJN, timezone.localdate(verloopt_op), dag)
    ]
    return Toegangscode.objects.filter(pk__in=weg).delete()[0]


@actie
def controleer_code(*, code: str, geboortedatum: date, door: None = None) -> Toegangscode | None:
    """The code when it works and belongs to this birth date, else None. A wrong date counts against the code."""
    rij = (
        Toegangscode.objects.open()
        .filter(hash=hash_code(SOORT, code))
        .select_related("werkzoekende__dossier__keten")
        .select_for_update(of=("self",))
        .first()
    )
    if rij is None:
        return None
    if rij.werkzoekende.geboortedatum == geboortedatum:
        return rij
    Toegangscode.objects.filter(pk=rij.pk).update(pogingen=F("pogingen") + 1)
    if rij.pogingen + 1 >= MEESTE_POGINGEN:
        leg_vast(keten=rij.werkzoekende.dossier.keten, soort="toegangscode.geblokkeerd", door=None)
    return None


@actie
def open_toegang(*, sleutel: int, wachtwoord: str, door: None = None) -> Gebruiker:
    """Use the code up: the person gets an account with a name to sign in with, or a new password for the one there is.

    Raises Invoerfout when the code does not work any more or the password is too easy.
    """
    rij = (
        Toegangscode.objects.open()
        .filter(pk=sleutel)
        .select_related("werkzoekende__dossier__keten", "werkzoekende__account")
        .select_for_update(of=("self",))
        .first()
    )
    if rij is None or not kan_code_krijgen(rij.werkzoekende):
        raise Invoerfout(_("Deze code werkt niet meer. Vraag uw gemeente om een nieuwe."))
    persoon = rij.werkzoekende
    account = persoon.account or Gebruiker(
        email=als_adres(nieuwe_inlognaam()), naam=persoon.naam[:120], rol=Rol.INWONER
    )
    if not account.is_active:
        raise Invoerfout(_("Deze code werkt niet meer. Vraag uw gemeente om een nieuwe."))
    try:
        validate_password(wachtwoord, account)
    except ValidationError as fout:
        raise Invoerfout({"wachtwoord": " ".join(fout.messages)}) from fout
    account.set_password(wachtwoord)
    account.save()
    if persoon.account_id is None:
        persoon.wijzig(verwacht=None, account=account)
    rij.gebruikt_op = timezone.now()
    rij.save(update_fields=["gebruikt_op"])
    leg_vast(keten=persoon.dossier.keten, soort="toegangscode.gebruikt", door=account)
    return account
