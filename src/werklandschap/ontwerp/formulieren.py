"""Forms as the design layer shows them.

Label, help, the error at the field, a summary of errors on top, and optional fields named in words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Groep = tuple[Any, list[str]]

# Class of the design system per kind of input. Choices keep the browser's own look: it works in every mode, and
# the design system colours a required choice red before anybody has answered.
KLASSE_PER_SOORT: dict[str, str] = {
    "select": "wl-keuzelijst",
    "checkbox": "wl-aankruisvak",
    "radio": "wl-keuzerondje",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "hidden": "",
    "file": "wl-bestand",
}
NOEM_HOOGUIT = 6
TEKSTVELD = "utrecht-textbox utrecht-textbox--html-input"


class Formulierweergave(TemplatesSetting):
    """Renders every form of the product, those of other packages included, with the templates of the design layer."""

    form_template_name = "ontwerp/formulier.html"
    field_template_name = "ontwerp/veld.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Render a form part; inputs get the class of the design system that belongs to their kind."""
        widget = context.get("widget")
        if isinstance(widget, dict):
            _begin_leeg(widget)
            _geef_klasse(widget)
        return super().render(template_name, context, request)


class Opzoekveld(forms.CharField):
    """One row of many, typed by name or number, where a list to choose from would be endless.

    `zoek` gives what fits the words, `noem` how a row is called, with its number. Several that fit are named in the
    error, unless one is called exactly so.
    """

    def __init__(self, *, noem: Callable[[Any], str], **kwargs: Any) -> None:
        super().__init__(max_length=100, **kwargs)
        self.noem = noem
        self.zoek: Callable[[str], QuerySet[Any]] | None = None

    def clean(self, value: Any) -> Any:
        """The row, or None when nothing was typed and nothing is required."""
        woorden = super().clean(value)
        if not woorden:
            return None
        assert self.zoek is not None
        gevonden = list(self.zoek(woorden)[: NOEM_HOOGUIT + 1])
        precies = [rij for rij in gevonden if self.noem(rij).casefold() == woorden.casefold()]
        if len(precies or gevonden) == 1:
            return (precies or gevonden)[0]
        if not gevonden:
            raise forms.ValidationError(_("Wij vinden niets bij deze woorden. Kijk de naam na, of typ het nummer."))
        namen = ", ".join(self.noem(rij) for rij in gevonden[:NOEM_HOOGUIT])
        meer = _(" en anderen") if len(gevonden) > NOEM_HOOGUIT else ""
        raise forms.ValidationError(
            _("Er past meer dan een: {namen}{meer}. Typ het nummer van wie u bedoelt.").format(namen=namen, meer=meer)
        )


def _soort_van(widget: dict[str, Any]) -> str:
    sjabloon = str(widget.get("template_name", ""))
    if "select.html" in sjabloon and "checkbox" not in sjabloon:
        return "select"
    if "textarea" in sjabloon:
        return "textarea"
    if "/checkbox.html" in sjabloon:
        return "checkbox"
    return str(widget.get("type") or "text")


def _begin_leeg(widget: dict[str, Any]) -> None:
    """Start a required list in which nothing is chosen yet with an empty choice.

    A browser shows the first choice otherwise, and who saves without looking has answered the question.
    """
    if _soort_van(widget) != "select" or not widget["required"] or widget["attrs"].get("multiple"):
        return
    opties = [optie for _legenda, rij, _nummer in widget["optgroups"] for optie in rij]
    if len(opties) < 2 or any(optie["selected"] or optie["value"] in {"", None} for optie in opties):
        return
    leeg = {**opties[0], "value": "", "label": _("Kies"), "index": "leeg", "attrs": {}, "selected": False}
    widget["optgroups"].insert(0, (None, [leeg], 0))


def _geef_klasse(widget: dict[str, Any]) -> None:
    """Put the design class on one input, and on every option of a group."""
    for deel in widget.get("subwidgets", ()):
        if isinstance(deel, dict):
            _geef_klasse(deel)
    for _legenda, opties, _nummer in widget.get("optgroups", ()):
        for optie in opties:
            if optie.get("type") in {"radio", "checkbox"}:
                _voeg_toe(optie, KLASSE_PER_SOORT[optie["type"]])
    if widget.get("optgroups") and _soort_van(widget) != "select":
        return
    _voeg_toe(widget, KLASSE_PER_SOORT.get(_soort_van(widget), TEKSTVELD))


def _voeg_toe(widget: dict[str, Any], klasse: str) -> None:
    eigen = widget["attrs"].get("class", "")
    if klasse and klasse.split()[0] not in eigen.split():
        widget["attrs"] = {**widget["attrs"], "class": f"{eigen} {klasse}".strip()}


class Datuminvoer(forms.DateInput):
    """The browser's own date field; it sends and expects ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Tijdinvoer(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DatumTijdinvoer(forms.DateTimeInput):
    """The browser's own field for a date with a time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


_INVOER: dict[type[forms.Widget], type[Datuminvoer] | type[Tijdinvoer] | type[DatumTijdinvoer]] = {
    forms.DateInput: Datuminvoer,
    forms.TimeInput: Tijdinvoer,
    forms.DateTimeInput: DatumTijdinvoer,
}


class _Huisformulier:
    """What both base forms share: `groepen` divides the fields over fieldsets, as (legend, names of fields)."""

    groepen: ClassVar[list[Groep]] = []
    fields: dict[str, forms.Field]

    def _gebruik_browservelden(self) -> None:
        """Dates and times use the browser's own fields; a widget the form chose itself stays. A list asks to choose."""
        for veld in self.fields.values():
            if isinstance(veld, forms.ModelChoiceField) and veld.empty_label == BLANK_CHOICE_DASH[0][1]:
                veld.empty_label = _("Kies")
            invoer = _INVOER.get(type(veld.widget))
            if invoer is not None:
                veld.widget = _vervang(veld.widget, invoer)

    def zet_fouten(self, fouten: dict[str, str]) -> None:
        """Show the errors of an action (`Invoerfout.fouten`) at their fields; unknown names go on top."""
        for naam, tekst in fouten.items():
            self.add_error(naam if naam in self.fields else None, tekst)  # type: ignore[attr-defined]


def _vervang(
    widget: forms.Widget, invoer: type[Datuminvoer] | type[Tijdinvoer] | type[DatumTijdinvoer]
) -> forms.Widget:
    nieuw = invoer(widget.attrs)
    nieuw.is_required = widget.is_required
    nieuw.is_localized = False
    return nieuw


class Basisformulier(_Huisformulier, forms.Form):
    """A form of ours. Set `groepen` for fieldsets."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gebruik_browservelden()


class Basismodelformulier(_Huisformulier, forms.ModelForm):
    """A model form of ours. Set `groepen` for fieldsets."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gebruik_browservelden()


def vraag_in_gewone_woorden() -> None:
    """Say what is missing at a required field as one would say it, in every form, those of other packages included."""
    forms.Field.default_error_messages["required"] = gettext_lazy("Vul dit nog in.")
    forms.ChoiceField.default_error_messages["required"] = gettext_lazy("Kies nog wat hier past.")
    forms.ModelChoiceField.default_error_messages["required"] = gettext_lazy("Kies nog wat hier past.")
    forms.FileField.default_error_messages["required"] = gettext_lazy("Kies eerst een bestand.")


def velden_in_groepen(formulier: forms.BaseForm) -> list[tuple[str, list[forms.BoundField]]]:
    """Visible fields as (legend, fields); a form without `groepen` is one group without a legend.

    Fields that no group names come last, without a legend.
    """
    zichtbaar = {veld.name: veld for veld in formulier.visible_fields()}
    uitkomst = [
        (str(legenda), [zichtbaar.pop(naam) for naam in namen if naam in zichtbaar])
        for legenda, namen in getattr(formulier, "groepen", [])
    ]
    rest = list(zichtbaar.values())
    return [groep for groep in uitkomst if groep[1]] + ([("", rest)] if rest else [])


def foutanker(veld: forms.BoundField) -> str:
    """The id a link in the error summary jumps to: the input, or the first option of a group."""
    if isinstance(veld.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.MultiWidget):
        return f"{veld.auto_id}_0"
    return veld.auto_id or veld.html_name
