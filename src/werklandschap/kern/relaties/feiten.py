"""What the page of an employer asks of the rooms above."""

from __future__ import annotations

from werklandschap.kern.basis.feiten import Feiten, Lezingen
from werklandschap.kern.relaties.models import Werkgever

werkgeverfeiten: Feiten[Werkgever] = Feiten(Werkgever)
werkgeverlezingen: Lezingen[Werkgever] = Lezingen()
