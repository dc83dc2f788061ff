"""Meetings: plan, move, call off, write down how it went; the shared agenda; and help that was discussed."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.samen.bemiddeling import begeleiding, ontmoetingen, queries, rules
from werklandschap.samen.bemiddeling.agenda import regels_van_anderen
from werklandschap.samen.bemiddeling.forms import (
    Afzegformulier,
    Begeleidingsformulier,
    Ontmoetingformulier,
    Uitkomstformulier,
    Verzetformulier,
)
from werklandschap.samen.bemiddeling.models import Ontmoeting
from werklandschap.samen.bemiddeling.pagina import (
    formulierpagina,
    gebruiker_van,
    veilig_terug,
    voordracht_van_medewerker,
)
from werklandschap.samen.bemiddeling.speeddate_queries import komende_speeddates
from werklandschap.samen.bemiddeling.uitnodiging import Ontvanger, hoe_iedereen_het_hoort, maak_ics

AGENDA_WEKEN = 6


@require_http_methods(["GET", "POST"])
def plannen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Plan a meeting."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Ontmoetingformulier(request.POST or None, gebruiker=gebruiker),
        titel=_("Plan een ontmoeting"),
        knop=_("Plan de ontmoeting"),
        uitleg=hoe_iedereen_het_hoort(rij.dossier.werkzoekende),
        doe=lambda velden: ontmoetingen.plan_ontmoeting(voordracht=rij, door=gebruiker, **velden),
        klaar=_("De ontmoeting staat gepland."),
    )


@require_http_methods(["GET", "POST"])
def verzetten(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Move a meeting."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    deze = get_object_or_404(rij.ontmoetingen, pk=sleutel)
    begin = {
        "wanneer": deze.wanneer,
        "waar": deze.waar,
        "minuten": deze.minuten,
        "begeleider": deze.begeleider_id,
        "volgnummer": deze.volgnummer,
    }
    return formulierpagina(
        request,
        rij,
        Verzetformulier(request.POST or None, initial=begin, gebruiker=gebruiker),
        titel=_("Verzet de ontmoeting"),
        knop=_("Verzet de ontmoeting"),
        uitleg=" ".join(
            (hoe_iedereen_het_hoort(rij.dossier.werkzoekende), _("In de agenda verandert de afspraak mee."))
        ),
        doe=lambda velden: ontmoetingen.verzet_ontmoeting(ontmoeting=deze, door=gebruiker, **velden),
        klaar=_("De ontmoeting is verzet. Iedereen krijgt bericht."),
    )


@require_http_methods(["GET", "POST"])
def afzeggen(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Call a meeting off."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    deze = get_object_or_404(rij.ontmoetingen, pk=sleutel)
    return formulierpagina(
        request,
        rij,
        Afzegformulier(request.POST or None),
        titel=_("De ontmoeting gaat niet door"),
        uitleg=hoe_iedereen_het_hoort(rij.dossier.werkzoekende),
        knop=_("Zeg de ontmoeting af"),
        doe=lambda velden: ontmoetingen.zeg_ontmoeting_af(ontmoeting=deze, door=gebruiker, **velden),
        klaar=_("De ontmoeting is afgezegd. Iedereen krijgt bericht."),
    )


@require_http_methods(["GET", "POST"])
def uitkomst(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """Record how a meeting went."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    deze = get_object_or_404(rij.ontmoetingen, pk=sleutel)
    vereis(rules.mag_ontmoeting_vastleggen(gebruiker, deze))
    return formulierpagina(
        request,
        rij,
        Uitkomstformulier(request.POST or None, initial={"uitkomst": deze.uitkomst, "verslag": deze.verslag}),
        titel=_("Hoe ging de ontmoeting?"),
        knop=_("Bewaar"),
        doe=lambda velden: ontmoetingen.leg_ontmoeting_vast(ontmoeting=deze, door=gebruiker, **velden),
        klaar=_("De ontmoeting is vastgelegd."),
    )


@require_POST
def uitkomst_snel(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """How it went, with one button; a report can follow later."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    deze = get_object_or_404(rij.ontmoetingen, pk=sleutel)
    try:
        ontmoetingen.leg_ontmoeting_vast(ontmoeting=deze, uitkomst=request.POST.get("uitkomst", ""), door=gebruiker)
    except Invoerfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("De ontmoeting is vastgelegd."))
    return HttpResponseRedirect(veilig_terug(request, reverse("samen_bemiddeling:voordracht", args=[rij.pk])))


@require_GET
def ics(request: HttpRequest, nummer: int, sleutel: int) -> HttpResponse:
    """The meeting as a calendar file for the colleague."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    deze = get_object_or_404(rij.ontmoetingen.select_related("begeleider"), pk=sleutel)
    deze.voordracht = rij
    inhoud = maak_ics(deze, Ontvanger("begeleider", gebruiker.naam, gebruiker.email))
    antwoord = HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_POST
def begeleiding_noteren(request: HttpRequest, nummer: int) -> HttpResponse:
    """Write down what was said about help."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_begeleiding_noteren(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Begeleidingsformulier(request.POST),
        titel=_("Welke hulp is nodig?"),
        knop=_("Bewaar"),
        doe=lambda velden: begeleiding.noteer_begeleiding(voordracht=rij, door=gebruiker, **velden),
        klaar=_("Het staat erbij."),
    )


@require_GET
def agenda(request: HttpRequest) -> HttpResponse:
    """Meetings, speed dates and aftercare of the coming weeks, for coaches and account managers alike."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.KANDIDATEN_ZIEN))
    van_mij = request.GET.get("van") == "mij"
    tot = timezone.now() + timedelta(weeks=AGENDA_WEKEN)
    rijen = list(queries.komende_ontmoetingen(gebruiker, tot=tot, van_mij=van_mij)[:200])
    anders = regels_van_anderen(gebruiker, timezone.localdate(), timezone.localdate(tot), van_mij=van_mij)
    dagen = sorted({*map(_dag_van, rijen), *(regel.op for regel in anders)})
    hier = reverse("samen_bemiddeling:agenda")
    context = {
        "dagen": [
            (dag, [o for o in rijen if _dag_van(o) == dag], [regel for regel in anders if regel.op == dag])
            for dag in dagen
        ],
        "speeddates": list(komende_speeddates(gebruiker)),
        "van_mij": van_mij,
        "tabregels": [(hier, _("Van iedereen"), not van_mij), (f"{hier}?van=mij", _("Van mij"), van_mij)],
    }
    return render(request, "samen_bemiddeling/agenda.html", context)


def _dag_van(ontmoeting: Ontmoeting) -> date:
    return timezone.localdate(ontmoeting.wanneer)
