"""The demo region can be made on any day: weekends, holidays, turns of the year and of the law."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine
from tests.project.demo.conftest import KLEIN

from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.project.demo.regio import SEED, maak_demo_regio

pytestmark = pytest.mark.django_db

# With seed 17 on that day an evaluation replaces contacts that the story was still to play.
DAGEN = (
    ("2026-11-29T07:30", 17),
    ("2026-12-25T23:30", SEED),
    ("2027-01-01T00:30", SEED),
    ("2028-02-29T13:00", SEED),
)


@pytest.mark.parametrize(("moment", "seed"), DAGEN)
def test_de_demoregio_kan_op_deze_dag_gemaakt_worden(moment: str, seed: int) -> None:
    with time_machine.travel(datetime.fromisoformat(moment).astimezone()):
        laad_startset()
        assert maak_demo_regio(maat=KLEIN, seed=seed) > 1000
        assert [fout for keten in Keten.objects.all() for fout in controleer(keten)] == []
