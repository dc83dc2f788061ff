"""What residents and employers are asked about a placement."""

from __future__ import annotations

from werklandschap.samen.plaatsing.models import Plaatsing


def vraagt_akkoord(plaatsing: Plaatsing, kant: str) -> bool:
    """Is this side, `klant` or `werkgever`, still asked to agree?"""
    op = plaatsing.akkoord_klant_op if kant == "klant" else plaatsing.akkoord_werkgever_op
    return plaatsing.status == Plaatsing.Status.VOORBEREIDING and op is None


def kan_melden(plaatsing: Plaatsing) -> bool:
    """Can a problem be reported: does the work run?"""
    return plaatsing.status == Plaatsing.Status.LOOPT
