"""Pages of residents that rooms above this one add."""

from __future__ import annotations

from typing import Any

from werklandschap.kern.basis.haken import Register

# code → (name of the URL, label); they come after the pages of this room.
mijnpaginas: Register[tuple[str, Any]] = Register()
