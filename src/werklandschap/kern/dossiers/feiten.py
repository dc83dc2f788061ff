"""What the page of a person asks of the rooms above."""

from __future__ import annotations

from werklandschap.kern.basis.feiten import Feiten, Lezingen
from werklandschap.kern.dossiers.models import Dossier

dossierfeiten: Feiten[Dossier] = Feiten(Dossier)
dossierlezingen: Lezingen[Dossier] = Lezingen()

met_feiten = dossierfeiten.bij
feit = dossierfeiten.van
lees_rijen = dossierlezingen.lees
