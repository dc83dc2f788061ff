"""Small line drawings, 24 by 24, drawn in the colour of the text beside them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Name → inside of the svg element. Shapes differ, so that colour is never the only difference.
TEKENINGEN: dict[str, str] = {
    "goed": '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 3 3 5.5-6.5"/>',
    "fout": '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="M12 7.5v5.5M12 16.3v.2"/>',
    "let_op": '<path d="M12 3.5 22 20.5H2z"/><path d="M12 9.5v5M12 17.5v.2"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.2"/>',
    "neutraal": '<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M8.5 12h7"/>',
    "bezig": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "zoek": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "persoon": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-5 3.5-7 8-7s8 2 8 7"/>',
    "bedrijf": '<path d="M4 21V5l8-2v18M12 8h8v13M2 21h20M7 8h2M7 12h2M7 16h2M15 12h2M15 16h2"/>',
    "agenda": '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "pijl": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "terug": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "op": '<path d="M12 19V6M6.5 11 12 5.5l5.5 5.5"/>',
    "neer": '<path d="M12 5v13M6.5 13l5.5 5.5 5.5-5.5"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "slot": '<rect x="5" y="10" width="14" height="11" rx="2"/><path d="M8 10V7a4 4 0 0 1 8 0v3"/>',
    "document": '<path d="M6 2.5h8l5 5V21.5H6z"/><path d="M14 2.5v5h5M9 12h7M9 16h7"/>',
    "telefoon": '<path d="M5 3.5h4l2 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 2v4c0 1-1 2-2 2'
    'C10.5 21 3 13.5 3 5.5c0-1 1-2 2-2z"/>',
    "bericht": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3 7 9 6 9-6"/>',
    "vlag": '<path d="M5 22V3h13l-3 4.5 3 4.5H5"/>',
    "ster": '<path d="m12 3 2.7 5.8 6.3.7-4.7 4.3 1.3 6.2L12 16.8 6.4 20l1.3-6.2L3 9.5l6.3-.7z"/>',
    "wegwijzer": '<path d="M12 2v20M5 4h12l3 3-3 3H5zM19 12H7l-3 3 3 3h12z"/>',
    "handen": '<path d="M7 12V5.5a1.5 1.5 0 0 1 3 0V11M10 11V4a1.5 1.5 0 0 1 3 0v7M13 11V5.5a1.5 1.5 0 0 1 3 0V13'
    "m0-3.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6.5c-3.5 0-5-1.5-6.5-4L4 13.5a1.5 1.5 0 0 1 2.5-1.5"
    'L7 13"/>',
    "huis": '<path d="M3 11.5 12 4l9 7.5M5.5 9.5V20.5h13V9.5M10 20.5v-6h4v6"/>',
    "mensen": '<circle cx="8" cy="8" r="3"/><circle cx="16.5" cy="9" r="2.5"/><path d="M2 20c0-4 3-7 6-7s6 3 6 7'
    'M15 14.5c4-1 7 1.5 7 5.5"/>',
    "vraag": '<circle cx="12" cy="12" r="9"/><path d="M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.2M12 17v.2"/>',
    "lijst": '<path d="M9 6h12M9 12h12M9 18h12M3 6l1 1 2-2M3 12l1 1 2-2M3 18l1 1 2-2"/>',
    "herhaal": '<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5"/>',
    "camera": '<path d="M3 7h4l2-3h6l2 3h4v13H3z"/><circle cx="12" cy="13" r="4"/>',
    "gereedschap": '<path d="M14 7a4 4 0 0 1 5-4l-2.5 2.5 2 2L21 5a4 4 0 0 1-5.5 5L7 19a2 2 0 0 1-3-3l8.5-8.5z"/>',
    "hart": '<path d="M12 20s-8-5-8-11a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z"/>',
    "spiegel": '<ellipse cx="12" cy="9" rx="6" ry="7"/><path d="M12 16v6M8 22h8M9.5 8l2.5-2.5"/>',
    "gezond": '<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6z"/>',
    "hoofd": '<path d="M8 21v-3H5v-4l-2-1 2-4a7 7 0 1 1 12 5v7zM9 9h6M12 6v6"/>',
    "boek": '<path d="M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14"/>',
    "drempel": '<path d="M2 21h20M5 21V9h14v12M9 21v-7h6v7M3 9l9-6 9 6"/>',
    "bewerk": '<path d="m4 20 1-4.5L16.5 4 20 7.5 8.5 19z"/>',
}


def icoon(naam: str) -> SafeString:
    """The drawing as SVG, hidden from screen readers: the words beside it say the same.

    Raises KeyError for an unknown name.
    """
    return format_html(
        '<svg class="wl-icoon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(TEKENINGEN[naam]),  # noqa: S308  # our own constants
    )
