"""Refuses to start with half a connection to VUM."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register

from werklandschap.koppelingen.vum.instellingen import KORTSTE_GEHEIM, OIN, vum


@register(Tags.security)
def vum_is_heel_of_uit(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """On means: a number for every municipality that takes part, known parties, and a secret that is one."""
    gezet = vum()
    if not gezet.aan:
        return []
    fouten: list[CheckMessage] = []
    nummers = [*gezet.oin.values(), *gezet.partijen]
    if not gezet.oin or not all(OIN.fullmatch(nummer) for nummer in nummers):
        hint = "Zet WERKLANDSCHAP_VUM_OIN (gemeentecode:OIN) en WERKLANDSCHAP_VUM_PARTIJEN: elk OIN heeft 20 cijfers."
        fouten.append(Error("VUM staat aan, maar een OIN ontbreekt of klopt niet.", hint=hint, id="vum.E001"))
    if gezet.partijen and len(gezet.geheim) < KORTSTE_GEHEIM:
        hint = f"Zet WERKLANDSCHAP_VUM_GEHEIM: {KORTSTE_GEHEIM} tekens of meer."
        fouten.append(Error("VUM staat aan zonder een geheim voor de poort.", hint=hint, id="vum.E002"))
    if gezet.sleutel is not None and gezet.certificaat is None:
        fouten.append(Error("VUM heeft een sleutel zonder certificaat.", id="vum.E003"))
    return fouten
