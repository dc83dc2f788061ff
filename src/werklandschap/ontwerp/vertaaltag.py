"""Django's `translate` tag, quicker where it stands most: before a text between quotes.

Django resolves such a text as a variable, wraps it in a lazy object, and formats and escapes that. It takes five times
as long as the translation itself, and a page has hundreds of them.
"""

from __future__ import annotations

from django.template import Variable
from django.template.base import Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext


class Vertaalnode(i18n.TranslateNode):
    """A text between quotes, without filters or a context: what it says depends on the language only."""

    def __init__(self, node: i18n.TranslateNode, tekst: str) -> None:
        super().__init__(node.filter_expression, node.noop, node.asvar, node.message_context)
        # As in Django: in a msgid the percent signs of a template are doubled, and what an author wrote is safe.
        self.msgid = mark_safe(tekst.replace("%", "%%"))  # noqa: S308

    def render(self, context: Context) -> SafeString:
        """The text in the language of the reader, or nothing when it goes to a variable."""
        tekst: SafeString = mark_safe(gettext(self.msgid).replace("%%", "%"))  # noqa: S308
        if not self.asvar:
            return tekst
        context[self.asvar] = tekst
        return SafeString("")


def vertaal(parser: Parser, token: Token) -> i18n.TranslateNode:
    """The tag: Django's own node for whatever is not a plain text."""
    node = i18n.do_translate(parser, token)
    wat = node.filter_expression
    vast = isinstance(wat.var, Variable) and isinstance(wat.var.literal, str) and not wat.filters
    if vast and not node.noop and not node.message_context:
        return Vertaalnode(node, wat.var.literal)
    return node


def zet_in_de_plaats() -> None:
    """For every template that loads `i18n`, those of Django and other packages too."""
    for naam in ("translate", "trans"):
        i18n.register.tag(naam, vertaal)
