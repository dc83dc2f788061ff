"""How bearer tokens are described in OpenAPI; found by drf-spectacular when it is imported (see apps.py)."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema


class Tokenschema(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """`Authorization: Bearer <token>`."""

    target_class = "werklandschap.koppelingen.api.authenticatie.Tokenauthenticatie"
    name = "bearer"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """The security scheme."""
        return {"type": "http", "scheme": "bearer"}
