"""The list of employers, one employer, and the profile. What hangs on an employer is in `views_onderdelen`."""

from __future__ import annotations

from dataclasses import asdict

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import fouten_op
from werklandschap.kern.basis.haken import contactmomenttabs, tabs_voor
from werklandschap.kern.relaties import actions, handelsregister, queries, rules
from werklandschap.kern.relaties.catalogi import UITKOMSTEN, sectoren
from werklandschap.kern.relaties.duplicaten import Dubbel, zoek_dubbelen
from werklandschap.kern.relaties.export import als_xlsx
from werklandschap.kern.relaties.feiten import werkgeverlezingen
from werklandschap.kern.relaties.forms import Bewerkformulier, Lijstfilter, Nieuwformulier, vestigingsregel
from werklandschap.kern.relaties.gegevens import cijfers
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.pagina import delen_van, gebruiker_van, toon_relatiepagina, werkgever_van_verzoek
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.tegels import alle_tegels
from werklandschap.landschap.tekening.kaart import kaart
from werklandschap.ontwerp.tabellen import sortering
from werklandschap.regelingen.kvk import is_geldig_kvk_nummer

PER_PAGINA = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SORTEER: dict[str, str | tuple[str, ...]] = {
    "naam": "naam",
    "laatste": "laatste_contact",
    "volgend": "volgend_contact_op",
    "sector": ("sector", "naam"),
}


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Employers of the region, with filters; `?export=xlsx` gives the same list as a file."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.RELATIES_LEZEN))
    filter_ = Lijstfilter(request.GET)
    wens = queries.Zoekwens(**filter_.wens()) if filter_.is_valid() else queries.Zoekwens()
    volgorde = sortering(request, SORTEER, "naam")
    rijen = queries.met_lijstgegevens(queries.zoek(gebruiker, wens).order_by(*volgorde.velden))
    if request.GET.get("export") == "xlsx":
        vereis(rules.mag_exporteren(gebruiker))
        kop = {"Content-Disposition": 'attachment; filename="werkgevers.xlsx"'}
        return HttpResponse(als_xlsx(rijen), content_type=XLSX, headers=kop)
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    vraag = request.GET.copy()
    vraag["export"] = "xlsx"
    return render(
        request,
        "relaties/lijst.html",
        {
            "pagina": pagina,
            "regels": [(w, _lijstregel(w)) for w in pagina],
            "filter": filter_,
            "sortering": volgorde,
            "export_url": f"?{vraag.urlencode()}" if rules.mag_exporteren(gebruiker) else "",
            "mag_maken": rules.mag_werkgever_maken(gebruiker),
            "gefilterd": any(asdict(wens).values()),
        },
    )


def _lijstregel(werkgever: Werkgever) -> dict[str, object]:
    plekken = werkgever.plekken  # type: ignore[attr-defined]
    return {
        "plaats": plekken[0].plaats if plekken else "",
        "sector": naam_van(sectoren(), werkgever.sector) if werkgever.sector else "",
        "te_laat": queries.is_contact_te_laat(werkgever),
    }


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new employer; companies that look alike are shown before anything is saved."""
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_werkgever_maken(gebruiker))
    begin = _begin(request)
    formulier = Nieuwformulier(request.POST or None, initial=begin)
    dubbelen = _al_bekend(gebruiker, begin) if request.method == "GET" else []
    if request.method == "POST" and formulier.is_valid():
        gemeente = gebruiker.gemeente
        assert gemeente is not None
        waarden = formulier.cleaned_data
        dubbelen = zoek_dubbelen(
            gemeente=gemeente, naam=waarden["naam"], kvk_nummer=waarden["kvk_nummer"], plaats=waarden["plaats"]
        )
        if not dubbelen or "toch" in request.POST:
            with fouten_op(formulier):
                werkgever = actions.maak_relatie(
                    gegevens=formulier.gegevens(),
                    gemeente=gemeente,
                    door=gebruiker,
                    plaats=waarden["plaats"],
                    contact=formulier.contact(),
                    accountmanager=gebruiker if waarden["mijn"] else None,
                )
                messages.success(request, _("{naam} staat erbij.").format(naam=werkgever.naam))
                return redirect("relaties:relatie", werkgever.pk)
    context = {"formulier": formulier, "dubbelen": dubbelen, "kan_opzoeken": handelsregister.kan_opzoeken()}
    return render(request, "relaties/nieuw.html", context)


def _begin(request: HttpRequest) -> dict[str, str]:
    """What the form starts with: a name, or what the trade register knows of a number."""
    nummer = cijfers(request.GET.get("kvk", ""))
    if not nummer or not handelsregister.kan_opzoeken():
        return {"naam": request.GET.get("naam", "")}
    begin = {"kvk_nummer": nummer}
    if not is_geldig_kvk_nummer(nummer):
        messages.error(request, _("Een KVK-nummer heeft 8 cijfers, bijvoorbeeld 12345678."))
        return begin
    try:
        gevonden = handelsregister.zoek_inschrijving(nummer)
    except handelsregister.Registerfout as fout:
        messages.error(request, str(fout))
        return begin
    if gevonden is None:
        messages.error(request, _("De KVK kent dit nummer niet. Klopt het nummer?"))
        return begin
    messages.success(request, _("Dit staat bij de KVK. Kijk of het klopt en bewaar."))
    return {
        **begin,
        "naam": gevonden.naam,
        "plaats": gevonden.plaats,
        "grootte": gevonden.grootte,
        "sbi": gevonden.sbi,
    }


def _al_bekend(gebruiker: Gebruiker, begin: dict[str, str]) -> list[Dubbel]:
    """The employers of the region with the number that was looked up, before anything is typed."""
    nummer = begin.get("kvk_nummer", "")
    if not nummer or gebruiker.gemeente is None:
        return []
    gevonden = zoek_dubbelen(
        gemeente=gebruiker.gemeente, naam=begin.get("naam", ""), kvk_nummer=nummer, plaats=begin.get("plaats", "")
    )
    return [dubbel for dubbel in gevonden if dubbel.zeker]


@require_GET
def relatie(request: HttpRequest, nummer: int) -> HttpResponse:
    """One employer: who we speak to, what we promised, where they are in the landscape."""
    werkgever = werkgever_van_verzoek(request, nummer, feiten=True)
    werkgeverlezingen.lees(werkgever)
    suggesties = queries.suggesties_voor(werkgever)
    tegels = alle_tegels("werkgevers")
    namen = {t.slug: t.naam for t in tegels}
    lopend = [bezoek for bezoek in werkgever.keten.bezoeken.all() if bezoek.tot is None]
    bezig = {b.tegel for b in lopend}
    delen = delen_van(request, werkgever)
    context = {
        "beeld": (beeld := queries.relatiebeeld(werkgever)),
        "staat": queries.zo_staat_het(werkgever, beeld),
        "sector": naam_van(sectoren(), werkgever.sector) if werkgever.sector else "",
        "vestigingen": [vestigingsregel(v) for v in werkgever.vestigingen.all()],
        "contactpersonen": [persoon for persoon in werkgever.contactpersonen.all() if persoon.actief],
        "hoofddelen": [d for d in delen if d.kolom == "hoofd"],
        "zijdelen": [d for d in delen if d.kolom != "hoofd"],
        "kaart": kaart(
            "werkgevers",
            tegels,
            url=lambda slug: reverse("landschap:tegel", args=("werkgevers", slug)),
            status=queries.kaartstatus(werkgever, suggesties),
            klein=True,
        ),
        "lopend": [(b, namen.get(b.tegel, b.tegel)) for b in lopend],
        "suggesties": [(s, namen.get(s.slug, s.slug)) for s in suggesties if s.slug not in bezig],
        "andere_tegels": [(t.slug, t.naam) for t in tegels if t.slug not in bezig],
        "uitkomsten": UITKOMSTEN,
        "momenttabs": [tab for _code, tab in tabs_voor(contactmomenttabs, request.user, werkgever)],
    }
    return toon_relatiepagina(request, werkgever, "relaties/relatie.html", context)


@require_http_methods(["GET", "POST"])
def bewerken(request: HttpRequest, nummer: int) -> HttpResponse:
    """The profile. Who saves over somebody else's change sees both texts."""
    gebruiker, werkgever = gebruiker_van(request), werkgever_van_verzoek(request, nummer)
    vereis(rules.mag_werkgever_bewerken(gebruiker, werkgever))
    begin = {**asdict(actions.gegevens_van(werkgever)), "versie": werkgever.versie}
    formulier = Bewerkformulier(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        with fouten_op(formulier):
            actions.wijzig_werkgever(
                werkgever=werkgever,
                versie=formulier.cleaned_data["versie"],
                door=gebruiker,
                gegevens=formulier.gegevens(),
            )
            messages.success(request, _("Het profiel is bewaard."))
            return redirect("relaties:relatie", werkgever.pk)
    context = {"formulier": formulier, "kop": _("Profiel van het bedrijf"), "knop": _("Bewaar het profiel")}
    return toon_relatiepagina(request, werkgever, "relaties/formulier.html", context)


@require_GET
def tijdlijn(request: HttpRequest, nummer: int) -> HttpResponse:
    """Everything that happened with this employer, newest first."""
    werkgever = werkgever_van_verzoek(request, nummer)
    pagina = Paginator(gebeurtenissen_van(werkgever.keten), PER_PAGINA).get_page(request.GET.get("pagina"))
    items = [{"moment": r.tijd, "titel": r.titel, "tekst": r.zin, "wie": r.wie} for r in regels(pagina.object_list)]
    return toon_relatiepagina(request, werkgever, "relaties/tijdlijn.html", {"pagina": pagina, "items": items})
