"""The subsidy through time, the second pair of eyes, and the decision after a trial."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.samen.plaatsing import besluiten, rules
from werklandschap.samen.plaatsing import subsidie as acties
from werklandschap.samen.plaatsing.forms import (
    Metingformulier,
    Naproefformulier,
    Standformulier,
    Uitbetalingformulier,
    Weigerformulier,
)
from werklandschap.samen.plaatsing.loon import loonwaarschuwingen
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.pagina import (
    formulierpagina,
    gebruiker_van,
    plaatsing_van_medewerker,
    te_wijzigen,
)
from werklandschap.samen.plaatsing.proef import besluit_na_proef, proef_van
from werklandschap.samen.plaatsing.verloop import subsidieverloop


def _subsidie_url(plaatsing: Plaatsing) -> str:
    return reverse("samen_plaatsing:subsidie", args=[plaatsing.pk])


@require_GET
def subsidie(request: HttpRequest, nummer: int) -> HttpResponse:
    """Every period with its amount, the total per year, and what is due after what was paid."""
    rij = plaatsing_van_medewerker(request, nummer)
    standen = list(rij.standen.select_related("door"))
    context = {
        "plaatsing": rij,
        "verloop": subsidieverloop(rij),
        "standen": standen,
        "loonwaarschuwingen": loonwaarschuwingen(rij, standen),
        "metingen": list(rij.metingen.select_related("door")),
        "uitbetalingen": list(rij.uitbetalingen.select_related("door")),
        "mag_bewerken": rules.mag_plaatsing_bewerken(gebruiker_van(request), rij),
    }
    return render(request, "samen_plaatsing/subsidie.html", context)


@require_http_methods(["GET", "POST"])
def stand(request: HttpRequest, nummer: int) -> HttpResponse:
    """Other hours or another wage from a day on."""
    rij = te_wijzigen(request, nummer)
    begin = {"vanaf": max(timezone.localdate(), rij.van), "uren": rij.uren}
    return formulierpagina(
        request,
        rij,
        Standformulier(request.POST or None, initial=begin),
        titel=_("Andere uren of ander loon"),
        knop=_("Bewaar"),
        uitleg=_("Loopt er loonkostensubsidie? Dan maken wij meteen een nieuw besluit vanaf deze dag."),
        doe=lambda velden: acties.leg_stand_vast(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De uren staan erbij."),
        naar=_subsidie_url(rij),
    )


@require_http_methods(["GET", "POST"])
def meting(request: HttpRequest, nummer: int) -> HttpResponse:
    """A measured loonwaarde."""
    rij = te_wijzigen(request, nummer)
    return formulierpagina(
        request,
        rij,
        Metingformulier(request.POST or None, initial={"gemeten_op": timezone.localdate()}),
        titel=_("Leg een loonwaarde vast"),
        knop=_("Bewaar de meting"),
        uitleg=_(
            "Loopt er loonkostensubsidie? Dan maken wij meteen een nieuw besluit vanaf de dag dat de meting geldt."
        ),
        doe=lambda velden: acties.leg_meting_vast(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De loonwaarde is vastgelegd."),
        naar=_subsidie_url(rij),
    )


@require_http_methods(["GET", "POST"])
def uitbetaling(request: HttpRequest, nummer: int) -> HttpResponse:
    """What was paid for a month."""
    rij = te_wijzigen(request, nummer)
    return formulierpagina(
        request,
        rij,
        Uitbetalingformulier(request.POST or None, initial={"betaald_op": timezone.localdate()}),
        titel=_("Leg een uitbetaling vast"),
        knop=_("Bewaar de uitbetaling"),
        doe=lambda velden: acties.leg_uitbetaling_vast(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("De uitbetaling staat erbij."),
        naar=_subsidie_url(rij),
    )


def _te_beoordelen(request: HttpRequest, nummer: int, sleutel: int) -> Besluit:
    rij = plaatsing_van_medewerker(request, nummer)
    besluit = get_object_or_404(rij.besluiten.all(), pk=sleutel)
    besluit.plaatsing = rij
    vereis(rules.mag_besluit_vaststellen(gebruiker_van(request), besluit))
    return besluit


@require_POST
def vaststellen(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """The second colleague agrees."""
    besluit = _te_beoordelen(request, nummer, sleutel)
    besluiten.stel_besluit_vast(besluit=besluit, door=gebruiker_van(request))
    messages.success(request, _("Het besluit geldt nu."))
    return redirect("samen_plaatsing:plaatsing", nummer)


@require_http_methods(["GET", "POST"])
def weigeren(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """The second colleague does not agree."""
    besluit = _te_beoordelen(request, nummer, sleutel)
    return formulierpagina(
        request,
        besluit.plaatsing,
        Weigerformulier(request.POST or None),
        titel=_("Dit besluit gaat niet door"),
        knop=_("Leg vast"),
        uitleg=_("Wie het voorstelde, leest waarom. Het besluit dat er al was, blijft gelden."),
        doe=lambda velden: besluiten.weiger_besluit(besluit=besluit, door=gebruiker_van(request), **velden),
        klaar=_("Het besluit gaat niet door."),
    )


@require_http_methods(["GET", "POST"])
def na_proef(request: HttpRequest, nummer: int) -> HttpResponse:
    """Decide what comes after the trial."""
    rij = te_wijzigen(request, nummer)
    proef = proef_van(rij)
    uitleg = _("Bespreek dit met klant en werkgever.")
    if proef is not None and proef.tot is not None:
        uitleg = _("De proef duurt tot en met {dag}. Bespreek met klant en werkgever hoe het gaat.").format(
            dag=f"{proef.tot:%d-%m-%Y}"
        )
    return formulierpagina(
        request,
        rij,
        Naproefformulier(request.POST or None),
        titel=_("Hoe gaat het verder na de proef?"),
        knop=_("Leg het besluit vast"),
        uitleg=uitleg,
        doe=lambda velden: besluit_na_proef(plaatsing=rij, door=gebruiker_van(request), **velden),
        klaar=_("Het besluit is vastgelegd."),
    )
