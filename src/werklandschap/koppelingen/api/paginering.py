"""Pages of an API list: `page` and `pageSize`, with links in HAL style as the NL API Design Rules advise."""

from __future__ import annotations

from typing import Any

from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response


class Paginering(PageNumberPagination):
    """At most 100 rows a page."""

    page_query_param = "page"
    page_size_query_param = "pageSize"
    page_size = 50
    max_page_size = 100

    def get_paginated_response(self, data: Any) -> Response:
        """The rows under `results`, their number under `count`."""
        assert self.page is not None
        links = {"next": self.get_next_link(), "previous": self.get_previous_link()}
        gevuld = {naam: {"href": url} for naam, url in links.items() if url}
        return Response({"count": self.page.paginator.count, "_links": gevuld, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The same shape for OpenAPI."""
        link = {"type": "object", "properties": {"href": {"type": "string", "format": "uri"}}}
        return {
            "type": "object",
            "required": ["count", "results"],
            "properties": {
                "count": {"type": "integer"},
                "_links": {"type": "object", "properties": {"next": link, "previous": link}},
                "results": schema,
            },
        }
