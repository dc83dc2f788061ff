"""The worker makes the files of the search index anew: daily, and when so much changed that searching gets slower."""

from __future__ import annotations

from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import dagtaken, rondetaken
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen import indexbestanden
from werklandschap.kern.profielen.index import vouw_in, wacht_op_invouwen


def maak_alle() -> str:
    """A new file for every municipality with people in it; what nothing uses any more goes."""
    gemeenten = set(Gemeente.objects.filter(werkzoekenden__isnull=False).values_list("pk", flat=True).distinct())
    indexbestanden.ruim_op(gemeenten)
    gemaakt = sum(vouw_in(gemeente) for gemeente in sorted(gemeenten))
    return _("{aantal} zoekindexen vernieuwd").format(aantal=gemaakt)


def maak_wat_achterloopt() -> int:
    """Only where people searched before; answers how many were made."""
    gemeenten = Gemeente.objects.values_list("pk", flat=True)
    gebruikt = [gemeente for gemeente in gemeenten if indexbestanden.map_van(gemeente).is_dir()]
    return sum(vouw_in(gemeente) for gemeente in gebruikt if wacht_op_invouwen(gemeente))


dagtaken.registreer("zoekindex", maak_alle)
rondetaken.registreer("zoekindex", maak_wat_achterloopt)
