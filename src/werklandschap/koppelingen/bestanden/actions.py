"""Destroying a dossier when its term has passed."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.documenten import opslag
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Lezing
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.koppelingen.bestanden.bewaren import TeVernietigen, wis_onderliggend
from werklandschap.koppelingen.bestanden.models import Vernietiging

LEEG_TEKST = {
    Werkzoekende: (
        *("voornaam", "tussenvoegsel", "achternaam", "zoeknaam", "email", "telefoon", "straat", "huisnummer"),
        *("postcode", "plaats", "herkomst", "extern_id"),
    ),
    Dossier: ("hulpvraag", "hulpvraag_verhelderd", "inkomensaanvraag", "inkomensaanvraag_status"),
}
LEEG_NULL = {
    Werkzoekende: ("geboortedatum", "bsn", "bsn_zoekwaarde", "lat", "lon", "account"),
    Dossier: ("inkomensaanvraag_op",),
}


@actie
def vernietig_dossier(*, bewaard: TeVernietigen, door: Gebruiker) -> Vernietiging:
    """Who it was and what was known goes; number, dates, chain and placements without a name stay for the figures.

    The chain still verifies: payloads are destroyed, their hashes stay. What was destroyed is recorded for ever.
    """
    vereis(door.heeft(Recht.BEHEREN) or door.heeft(Recht.IMPORTEREN))
    dossier = (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("werkzoekende", "keten")
        .get(pk=bewaard.dossier.pk)
    )
    if dossier.status != Dossier.Status.GESLOTEN or dossier.gesloten_op is None:
        raise Invoerfout(_("Alleen een gesloten dossier kan weg."))
    account = dossier.werkzoekende.account
    _wis_inhoud(list(dossier.documenten.values_list("pk", flat=True)))
    for rij in (dossier, dossier.werkzoekende):
        _wis_kinderen(rij)
        leeg = dict.fromkeys(LEEG_TEKST[type(rij)], "") | dict.fromkeys(LEEG_NULL[type(rij)])
        type(rij)._default_manager.filter(pk=rij.pk).update(**leeg)
    if account is not None:
        account.is_active, account.naam, account.email = (
            False,
            _("Vernietigd"),
            f"vernietigd.{account.pk}@werklandschap.invalid",
        )
        account.save(update_fields=["is_active", "naam", "email"])
    Lezing.objects.filter(keten=dossier.keten).delete()
    Gebeurtenis.objects.filter(keten=dossier.keten).update(gegevens=None, zout=None)
    leg_vast(
        keten=dossier.keten,
        soort="gegevens.vernietigd",
        door=door,
        gegevens={"nummer": _("alle"), "grondslag": bewaard.regel},
    )
    return Vernietiging.objects.create(
        gemeente=dossier.gemeente,
        dossier_nummer=dossier.pk,
        termijn=bewaard.termijn,
        regel=bewaard.regel,
        gesloten_op=dossier.gesloten_op,
    )


def _wis_inhoud(documenten: list[UUID]) -> None:
    """The content of documents goes when their rows are really gone."""
    for sleutel in documenten:
        na_vastleggen(partial(opslag.gooi_weg, sleutel))


def _wis_kinderen(rij: Dossier | Werkzoekende) -> None:
    """Everything that hangs on the row by CASCADE."""
    for relatie in type(rij)._meta.related_objects:
        if relatie.on_delete is models.CASCADE:
            model = relatie.related_model
            wis_onderliggend(model._base_manager.filter(**{relatie.field.name: rij.pk}))
