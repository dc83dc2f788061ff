"""Make the first region, municipality and administrator of an empty installation."""

from __future__ import annotations

import getpass
import os
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from werklandschap.beheer.parameters import neem_regio_over
from werklandschap.kern.organisaties.models import Gemeente, Regio
from werklandschap.kern.toegang.actions import maak_gebruiker
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol

VRAGEN = {
    "REGIO": "Arbeidsmarktregio",
    "GEMEENTE": "Naam van de gemeente",
    "GEMEENTECODE": "Code van de gemeente (CBS, vier cijfers)",
    "NAAM": "Naam van de beheerder",
    "EMAIL": "E-mailadres van de beheerder",
}


class Command(BaseCommand):
    """Asks at the terminal, or reads WERKLANDSCHAP_BEHEERDER_<VRAAG> from the environment.

    Does nothing when there is an administrator.
    """

    help = "Maakt de eerste gemeente en de eerste beheerder."

    def handle(self, *args: Any, **opties: Any) -> None:
        """Ask, check and make."""
        if Gebruiker.objects.filter(rol=Rol.BEHEERDER).exists():
            self.stdout.write("Er is al een beheerder.")
            return
        antwoorden = {sleutel: self._vraag(sleutel, vraag) for sleutel, vraag in VRAGEN.items()}
        wachtwoord = self._wachtwoord()
        try:
            validate_email(antwoorden["EMAIL"])
            validate_password(wachtwoord)
            with transaction.atomic():
                self._maak(antwoorden, wachtwoord)
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        self.stdout.write(f"Gemaakt: {antwoorden['GEMEENTE']}, beheerder {antwoorden['EMAIL']}. U kunt nu inloggen.")

    def _vraag(self, sleutel: str, vraag: str) -> str:
        uit_omgeving = os.environ.get(f"WERKLANDSCHAP_BEHEERDER_{sleutel}", "").strip()
        if uit_omgeving:
            return uit_omgeving
        if not sys.stdin.isatty():
            raise CommandError(
                f"Geef WERKLANDSCHAP_BEHEERDER_{sleutel} mee, of start dit in een venster waarin u kunt typen."
            )
        antwoord = ""
        while not antwoord:
            antwoord = input(f"{vraag}: ").strip()
        return antwoord

    def _wachtwoord(self) -> str:
        uit_omgeving = os.environ.get("WERKLANDSCHAP_BEHEERDER_WACHTWOORD", "")
        if uit_omgeving or not sys.stdin.isatty():
            if not uit_omgeving:
                raise CommandError("Geef WERKLANDSCHAP_BEHEERDER_WACHTWOORD mee.")
            return uit_omgeving
        return getpass.getpass("Wachtwoord (12 tekens of meer): ")

    def _maak(self, antwoorden: dict[str, str], wachtwoord: str) -> None:
        regio, _nieuw = Regio.objects.get_or_create(naam=antwoorden["REGIO"])
        gemeente = Gemeente(code=antwoorden["GEMEENTECODE"], naam=antwoorden["GEMEENTE"], regio=regio)
        bestaand = Gemeente.objects.filter(code=gemeente.code).first()
        if bestaand is None:
            gemeente.full_clean()
            gemeente.save()
            neem_regio_over(gemeente=gemeente, door=None)
        maak_gebruiker(
            email=antwoorden["EMAIL"],
            naam=antwoorden["NAAM"],
            rol=Rol.BEHEERDER,
            gemeente=bestaand or gemeente,
            wachtwoord=wachtwoord,
            door=None,
        )
