"""What drf-spectacular cannot know: how a token is sent, and how errors look. Loaded when Django starts (haken.py)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from werklandschap.koppelingen.api.fouten import TITELS

TEKST = {"type": "string"}
PROBLEEM = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "invalidParams"],
    "properties": {
        "type": TEKST,
        "title": TEKST,
        "status": {"type": "integer"},
        "detail": TEKST,
        "invalidParams": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "code", "reason"],
                "properties": {"name": TEKST, "code": TEKST, "reason": TEKST},
            },
        },
    },
}


class Tokenschema(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """`Authorization: Bearer <token>`."""

    target_class = "werklandschap.koppelingen.api.authenticatie.Tokenauthenticatie"
    name = "bearer"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """The security scheme."""
        return {"type": "http", "scheme": "bearer"}


def beschrijf_fouten(result: dict[str, Any], **_overig: Any) -> dict[str, Any]:
    """Add to every operation the errors it can answer with (postprocessing hook)."""
    result["components"].setdefault("schemas", {})["Probleem"] = PROBLEEM
    for pad, operaties in result["paths"].items():
        for operatie in operaties.values():
            for status in _fouten_van(pad, operatie):
                operatie["responses"].setdefault(str(status), _antwoord(status))
    return result


def _fouten_van(pad: str, operatie: dict[str, Any]) -> list[int]:
    """A wrong token is refused everywhere; the rest follows from what the operation takes."""
    vraagt = {parameter["name"] for parameter in operatie.get("parameters", [])}
    uit = [401, 403, 405, 406]
    if "{" in pad or "page" in vraagt:
        uit.append(404)
    if "requestBody" in operatie or vraagt:
        uit.append(400)
    if "requestBody" in operatie:
        uit += [409, 415]
    return sorted(uit)


def _antwoord(status: int) -> dict[str, Any]:
    vorm = {"schema": {"$ref": "#/components/schemas/Probleem"}}
    return {"description": str(TITELS[status]), "content": {"application/problem+json": vorm}}
