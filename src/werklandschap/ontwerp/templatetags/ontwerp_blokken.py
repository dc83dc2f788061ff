"""Components that hold other content: `{% kaart "Titel" %} … {% eindkaart %}`."""

from __future__ import annotations

from typing import Any

from django.template import Library, Node, NodeList
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.utils.safestring import SafeString

# Tag → (template, name of the first argument, values when not given).
BLOKKEN: dict[str, tuple[str, str, dict[str, Any]]] = {
    "kaart": (
        "ontwerp/onderdelen/kaart.html",
        "titel",
        {"titel": "", "niveau": 2, "soort": "", "id": "", "icoon": ""},
    ),
    "uitklap": ("ontwerp/onderdelen/uitklap.html", "titel", {"titel": "", "open": False, "id": ""}),
    "melding": ("ontwerp/onderdelen/melding.html", "soort", {"soort": "info", "titel": "", "levend": False}),
}


class Bloknode(Node):
    """Renders what stands between the tags and puts it in the component's template as `inhoud`."""

    def __init__(self, naam: str, inhoud: NodeList, waarden: dict[str, FilterExpression]) -> None:
        self.naam = naam
        self.nodelist = inhoud
        self.waarden = waarden

    def render(self, context: Context) -> SafeString:
        """The component with its content."""
        sjabloon, _eerste, standaard = BLOKKEN[self.naam]
        gegevens = {**standaard, **{naam: waarde.resolve(context) for naam, waarde in self.waarden.items()}}
        gegevens["inhoud"] = self.nodelist.render(context)
        assert context.template is not None
        return context.template.engine.get_template(sjabloon).render(context.new(gegevens))


def _lees(parser: Parser, token: Token) -> Bloknode:
    naam, *delen = token.split_contents()
    _sjabloon, eerste, standaard = BLOKKEN[naam]
    waarden: dict[str, FilterExpression] = {}
    if delen and not token_kwargs(delen[:1], parser):
        waarden[eerste] = parser.compile_filter(delen.pop(0))
    waarden.update(token_kwargs(delen, parser))
    onbekend = (set(waarden) - set(standaard)) | set(delen)
    if onbekend:
        raise TemplateSyntaxError(
            f"{{% {naam} %}} knows no {', '.join(sorted(onbekend))}; it knows {', '.join(standaard)}"
        )
    inhoud = parser.parse((f"eind{naam}",))
    parser.delete_first_token()
    return Bloknode(naam, inhoud, waarden)


def registreer_blokken(bibliotheek: Library) -> None:
    """Add the block tags to the library of components."""
    for naam in BLOKKEN:
        bibliotheek.tag(naam, _lees)
