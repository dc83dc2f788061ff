"""Forms for one's own account."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.toegang.inlognaam import als_adres
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier


class Inlogformulier(LoginForm):
    """Sign in with an e-mail address, or with the name that somebody without one got."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("E-mail of inlognaam"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )

    def clean_login(self) -> str:
        """A name without @ is the name from a letter."""
        login = str(self.cleaned_data["login"]).strip()
        return login if "@" in login or not login else als_adres(login)


class Accountformulier(Basisformulier):
    """Name, telephone, and who stands in."""

    naam = forms.CharField(label=_("Naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    telefoon = forms.CharField(
        label=_("Telefoon"), max_length=20, required=False, widget=forms.TextInput(attrs={"autocomplete": "tel"})
    )
    vervanger = forms.ModelChoiceField(
        label=_("Wie neemt uw werk over als u weg bent?"), queryset=Gebruiker.objects.none(), required=False
    )
    afwezig_tot = forms.DateField(label=_("U bent weg tot en met"), required=False)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not gebruiker.is_medewerker:
            del self.fields["vervanger"], self.fields["afwezig_tot"]
            return
        veld = self.fields["vervanger"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker).exclude(pk=gebruiker.pk)
