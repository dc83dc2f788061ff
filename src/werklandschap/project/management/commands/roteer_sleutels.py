"""Encrypt everything again with the newest key, so that older keys can go."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import models, transaction
from django.db.models.functions import Cast

from werklandschap.kern.basis.haken import sleutelrondes
from werklandschap.kern.basis.sleutels import sleutelbos
from werklandschap.kern.basis.versleuteling import Versleuteld, VersleuteldVeld, ontsleutel, versleutel

PER_KEER = 500


class Command(BaseCommand):
    """Resumable: rows that already carry the newest key are skipped; every batch is a transaction."""

    help = "Versleutelt alle versleutelde velden opnieuw met de nieuwste sleutel."

    def handle(self, *args: Any, **opties: Any) -> None:
        """All encrypted fields of all tables, and the encrypted files."""
        voorvoegsel = f"v1:{sleutelbos().nieuwste}:"
        for model in apps.get_models():
            for veld in model._meta.local_fields:
                if isinstance(veld, VersleuteldVeld):
                    aantal = self._roteer(model, veld, voorvoegsel)
                    self.stdout.write(f"{model._meta.label}.{veld.name}: {aantal} waarden opnieuw versleuteld.")

        for code, ronde in sleutelrondes.paren():
            self.stdout.write(f"{code}: {ronde()} bestanden opnieuw versleuteld.")

    def _roteer(self, model: type[models.Model], veld: VersleuteldVeld, voorvoegsel: str) -> int:
        rijen = model._default_manager.annotate(ruw=Cast(veld.name, models.TextField())).exclude(ruw="")
        oude = rijen.exclude(ruw__isnull=True).exclude(ruw__startswith=voorvoegsel)
        totaal = 0
        while sleutels := list(oude.values_list("pk", flat=True)[:PER_KEER]):
            with transaction.atomic():
                for rij in model._default_manager.select_for_update().filter(pk__in=sleutels).only("pk", veld.attname):
                    self._versleutel(model, veld, rij)
            totaal += len(sleutels)
        return totaal

    def _versleutel(self, model: type[models.Model], veld: VersleuteldVeld, rij: models.Model) -> None:
        plaats = veld.plaats(rij)
        nieuw = Versleuteld(versleutel(ontsleutel(str(rij.__dict__[veld.attname]), plaats), plaats))
        model._default_manager.filter(pk=rij.pk).update(**{veld.attname: nieuw})
