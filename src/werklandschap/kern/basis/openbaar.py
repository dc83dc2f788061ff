"""Forms that anybody may send: three quiet guards against abuse, and no puzzle for people.

A field that only machines fill, a signed moment at which the page was made, and a limit per address.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.ontwerp.formulieren import Basisformulier

SNELSTE_MENS = 2  # seconds between opening the page and sending it
OUDSTE_PAGINA = 24 * 60 * 60  # seconds


def _ondertekenaar() -> TimestampSigner:
    return TimestampSigner(salt="werklandschap.openbaar")


def _te_snel(stempel: str) -> bool:
    """Whether a valid stamp is younger than a person needs. Raises BadSignature or SignatureExpired."""
    ondertekenaar = _ondertekenaar()
    ondertekenaar.unsign(stempel, max_age=OUDSTE_PAGINA)
    try:
        ondertekenaar.unsign(stempel, max_age=SNELSTE_MENS)
    except SignatureExpired:
        return False
    return True


class OpenbaarFormulier(Basisformulier):
    """Base of a public form. `is_machine` says after `is_valid()` that nobody real sent it."""

    achternaam_2 = forms.CharField(
        required=False,
        label=gettext_lazy("Laat dit veld leeg"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "data-voor-machines": ""}),
    )
    stempel = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stempel"].initial = _ondertekenaar().sign("formulier")

    @property
    def is_machine(self) -> bool:
        """The field for machines was filled."""
        return bool(self.cleaned_data.get("achternaam_2"))

    def vers_stempel(self) -> str:
        """A new stamp for showing the form again with what was typed."""
        return _ondertekenaar().sign("formulier")

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        try:
            te_snel = _te_snel(waarden.get("stempel", ""))
        except BadSignature:
            raise forms.ValidationError(
                _("Deze pagina stond te lang open. Verstuur het formulier nog een keer.")
            ) from None
        if te_snel:
            raise forms.ValidationError(_("Dat ging wel erg snel. Wacht even en verstuur het nog een keer."))
        return waarden
