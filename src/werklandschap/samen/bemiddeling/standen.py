"""How people stand for a job profile, as the list of candidates shows it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER
from werklandschap.werkgever.werving.haken_uit import Stand

Status = Voordracht.Status
SOORT: dict[str, str] = {
    Status.VOORGESELECTEERD: "bezig",
    Status.GEVRAAGD: "bezig",
    Status.TOEGESTEMD: "let_op",
    Status.VOORGEDRAGEN: "bezig",
    Status.IN_GESPREK: "bezig",
    Status.AANGENOMEN: "goed",
    Status.GEPLAATST: "goed",
}


def _stand(voordracht: Voordracht) -> Stand:
    zelf = voordracht.wil_zelf_op is not None and voordracht.status == Status.VOORGESELECTEERD
    return Stand(
        tekst=_("Wil dit zelf") if zelf else str(voordracht.get_status_display()),
        soort="let_op" if zelf else SOORT.get(voordracht.status, "neutraal"),
        url=reverse("samen_bemiddeling:voordracht", args=[voordracht.pk]),
        zei_nee=voordracht.status == Status.AFGEZIEN,
        wil_zelf=voordracht.wil_zelf_op is not None,
    )


def per_mens(werkprofiel: Werkprofiel, door: Gebruiker) -> dict[UUID, Stand]:
    """{person: how they stand for this profile}, as far as this user may see; one query."""
    rijen = Voordracht.objects.voor(door).filter(werkprofiel=werkprofiel).select_related("dossier")
    return {v.dossier.werkzoekende_id: _stand(v) for v in rijen}


def per_profiel(dossier: Dossier, door: Gebruiker) -> dict[int, Stand]:
    """{profile: how this person stands for it}, as far as this user may see; one query."""
    return {v.werkprofiel_id: _stand(v) for v in Voordracht.objects.voor(door).filter(dossier=dossier)}


def bezig_bij_werkgevers(profielen: Iterable[Werkprofiel]) -> dict[int, int]:
    """{profile: candidates the employer has now}; one query."""
    rijen = Voordracht.objects.filter(werkprofiel__in=list(profielen), status__in=LOOPT_BIJ_WERKGEVER)
    return dict(rijen.values("werkprofiel").annotate(n=Count("pk")).order_by().values_list("werkprofiel", "n"))
