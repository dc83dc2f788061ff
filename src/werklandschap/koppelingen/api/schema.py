"""The description of the API (OpenAPI)."""

SCHEMA = {
    "TITLE": "Werklandschap",
    "VERSION": "1.0.0",
    "DESCRIPTION": "Mensen naar werk begeleiden en werkgevers helpen: dezelfde regels en handelingen als de pagina's.",
    "LICENSE": {"name": "EUPL-1.2"},
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "werklandschap.koppelingen.api.openapi.beschrijf_fouten",
    ],
}
