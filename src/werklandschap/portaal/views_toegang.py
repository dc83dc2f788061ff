"""Access without e-mail: the professional makes a code on paper, the resident opens /mijn/ with it."""

from __future__ import annotations

import time
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.fouten import Invoerfout, fouten_op
from werklandschap.kern.dossiers.pagina import dossier_om_te_wijzigen, gebruiker_van, toon_dossierpagina
from werklandschap.kern.dossiers.queries import dossier_van_verzoek
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.toegang import raden
from werklandschap.kern.toegang.inlognaam import inlognaam_van
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.kern.toegang.tellen import UUR, te_vaak
from werklandschap.portaal import toegangscodes
from werklandschap.portaal.forms import Codeformulier, Wachtwoordformulier
from werklandschap.portaal.toegang import gebruiker_met
from werklandschap.portaal.toegangsbrief import brief_met_code

# In the session: which code was checked, and when.
GEZIEN = "toegangscode_gezien"
MAG_SECONDEN = 15 * 60
POGINGEN_PER_UUR = 10
BACKEND = "werklandschap.kern.toegang.backends.Accountbackend"


@require_GET
def toegang(request: HttpRequest, nummer: int) -> HttpResponse:
    """How this person gets in now, and making a code."""
    dossier = dossier_van_verzoek(request, nummer, onderdeel="toegang")
    persoon = dossier.werkzoekende
    context = {
        "code": toegangscodes.open_code_van(persoon),
        "account": persoon.account,
        "inlognaam": inlognaam_van(persoon.account) if persoon.account else "",
        "mag": mag_dossier_bewerken(gebruiker_van(request), dossier),
        "kan": toegangscodes.kan_code_krijgen(persoon),
        "dagen": toegangscodes.GELDIG_DAGEN,
    }
    return toon_dossierpagina(request, dossier, "portaal/toegang.html", context)


@never_cache
@require_POST
def maak_code(request: HttpRequest, nummer: int) -> HttpResponse:
    """A new code; the letter is the only place where it stands."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    try:
        code = toegangscodes.maak_toegangscode(dossier=dossier, door=gebruiker_van(request))
    except Invoerfout as fout:
        messages.error(request, " ".join(fout.fouten.values()))
        return redirect("portaal:toegang", nummer)
    adres = request.build_absolute_uri(reverse("portaal:met_code"))
    inhoud = brief_met_code(dossier, code=code, adres=adres)
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = 'inline; filename="code.pdf"'
    return antwoord


@require_POST
def trek_code_in(request: HttpRequest, nummer: int) -> HttpResponse:
    """Withdraw it."""
    dossier = dossier_om_te_wijzigen(request, nummer)
    if toegangscodes.trek_toegangscode_in(dossier=dossier, door=gebruiker_van(request)):
        messages.success(request, _("De code werkt niet meer."))
    return redirect("portaal:toegang", nummer)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def met_code(request: HttpRequest) -> HttpResponse:
    """The resident types the code and the birth date. Whatever is wrong, the answer is the same."""
    formulier = Codeformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        vaak = te_vaak(request, "toegangscode", hooguit=POGINGEN_PER_UUR, per_seconden=UUR)
        if vaak or raden.moet_wachten(request):
            formulier.add_error(None, _("U probeerde het vaak. Wacht een uur, of bel uw gemeente."))
            return _toon_code(request, formulier, status=429)
        rij = toegangscodes.controleer_code(**formulier.cleaned_data)
        if rij is not None:
            request.session[GEZIEN] = {"code": rij.pk, "om": int(time.time())}
            return redirect("portaal:kies_wachtwoord")
        raden.noteer_mislukt(request)
        formulier.add_error(
            None, _("Deze code en geboortedatum horen niet bij elkaar, of de code werkt niet meer. Bel uw gemeente.")
        )
    return _toon_code(request, formulier, status=422 if formulier.errors else 200)


def _toon_code(request: HttpRequest, formulier: Codeformulier, *, status: int) -> HttpResponse:
    return render(request, "portaal/met_code.html", {"formulier": formulier}, status=status)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def kies_wachtwoord(request: HttpRequest) -> HttpResponse:
    """After the code: a password, and then in."""
    gezien: dict[str, Any] = request.session.get(GEZIEN) or {}
    if not gezien or time.time() - gezien["om"] > MAG_SECONDEN:
        return redirect("portaal:met_code")
    formulier = Wachtwoordformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            account = toegangscodes.open_toegang(
                sleutel=gezien["code"], wachtwoord=formulier.cleaned_data["wachtwoord"]
            )
            del request.session[GEZIEN]
            login(request, account, backend=BACKEND)
            return redirect("portaal:inlognaam")
    return render(
        request, "portaal/kies_wachtwoord.html", {"formulier": formulier}, status=422 if formulier.errors else 200
    )


@require_GET
def inlognaam(request: HttpRequest) -> HttpResponse:
    """The name to sign in with the next time, to write down or print."""
    gebruiker = gebruiker_met(request, Recht.MIJN)
    naam = inlognaam_van(gebruiker)
    if not naam:
        return redirect("portaal:mijn")
    return render(request, "portaal/inlognaam.html", {"inlognaam": naam, "vandaag": timezone.localdate()})
