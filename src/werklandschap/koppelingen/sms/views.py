"""SMS for administrators: is it on, how did the last messages go, and a test."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werklandschap.beheer.toegang import alleen_beheerders, beheerder_en_gemeente
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.koppelingen.sms import dienst
from werklandschap.koppelingen.sms.forms import Proefformulier
from werklandschap.koppelingen.sms.models import Smspoging
from werklandschap.koppelingen.sms.proef import stuur_proef

HOOGUIT = 50


@require_http_methods(["GET", "POST"])
@alleen_beheerders
def sms(request: HttpRequest) -> HttpResponse:
    """State, errors and test on one page."""
    gebruiker, gemeente = beheerder_en_gemeente(request)
    formulier = Proefformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            misgegaan = stuur_proef(gemeente=gemeente, door=gebruiker, **formulier.cleaned_data)
            if misgegaan:
                messages.error(request, misgegaan)
            else:
                messages.success(request, _("De sms-dienst nam het bericht aan. Kijk of het aankomt."))
            return redirect("koppelingen_sms:sms")
    context = {
        "formulier": formulier,
        "dienst": dienst.dienst(),
        "pogingen": Smspoging.objects.filter(gemeente=gemeente)[:HOOGUIT],
    }
    return render(request, "koppelingen_sms/sms.html", context, status=422 if formulier.errors else 200)
