"""One's own account."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.toegang import actions
from werklandschap.kern.toegang.forms import Accountformulier
from werklandschap.kern.toegang.models import Gebruiker


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Name, telephone, stand-in, and the way to password and second factor."""
    gebruiker = request.user
    assert isinstance(gebruiker, Gebruiker)
    velden = ("naam", "telefoon", "vervanger", "afwezig_tot")
    begin = {veld: getattr(gebruiker, veld) for veld in velden}
    formulier = Accountformulier(request.POST or None, gebruiker=gebruiker, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_eigen_account(
                door=gebruiker, **{"vervanger": None, "afwezig_tot": None, **formulier.cleaned_data}
            )
            messages.success(request, _("Uw gegevens zijn bewaard."))
            return redirect("toegang:account")
    return render(request, "toegang/account.html", {"formulier": formulier, "tweede_factor": is_mfa_enabled(gebruiker)})
