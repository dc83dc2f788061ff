"""Base classes shared by the rooms' models."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from werklandschap.kern.basis.fouten import VerouderdeVersie


class MetVersie(models.Model):
    """A row that two people may edit at once: every save raises `versie`."""

    versie = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def wijzig(self, *, verwacht: int | None, **velden: Any) -> Self:
        """Save `velden` if nobody saved since version `verwacht`; None means: whatever version is there.

        Locks the row for the length of the transaction. Raises VerouderdeVersie with both texts.
        """
        huidig = type(self)._default_manager.select_for_update(of=("self",)).get(pk=self.pk)
        if verwacht is not None and huidig.versie != verwacht:
            raise VerouderdeVersie(huidig, velden)
        for naam, waarde in velden.items():
            setattr(self, naam, waarde)
        self.versie = huidig.versie + 1
        self.save(update_fields=[*velden, "versie"])
        return self


class AlleenToevoegen(models.Model):
    """A row that is written once: statements, events and logs are never edited."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is append-only")
        super().save(*args, **kwargs)
