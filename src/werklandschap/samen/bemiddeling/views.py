"""The list of voordrachten, one voordracht with its steps, and a form for each step."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import aspecten
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.tijdlijn.leeslog import log_lezing
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.samen.bemiddeling import actions, queries, rules
from werklandschap.samen.bemiddeling.forms import (
    Antwoordformulier,
    Begeleidingsformulier,
    Besluitformulier,
    Intrekformulier,
    Introductieformulier,
    Reeksformulier,
    Terugkoppelformulier,
    Voordrachtfilter,
    Vraagformulier,
)
from werklandschap.samen.bemiddeling.introductie import stel_tekst_voor, voor_werkgever
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht
from werklandschap.samen.bemiddeling.overgangen import mogelijk, ontbreekt
from werklandschap.samen.bemiddeling.pagina import (
    formulierpagina,
    gebruiker_van,
    hoofdstap,
    veilig_terug,
    voordracht_van_medewerker,
)
from werklandschap.samen.bemiddeling.redenen import reden_naam, redenen

PER_PAGINA = 25
SNELLE_UITKOMSTEN = Ontmoeting._meta.get_field("uitkomst").flatchoices


@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Who is presented where, and what is waited for."""
    gebruiker = gebruiker_van(request)
    vereis(gebruiker.heeft(Recht.KANDIDATEN_ZIEN))
    filter_ = Voordrachtfilter(request.GET or {"status": "lopend", "van": "alle"})
    keuze = filter_.cleaned_data if filter_.is_valid() else {"status": "lopend", "van": "alle"}
    rijen = queries.lijst(gebruiker, status=keuze["status"], van=keuze["van"])
    pagina = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "samen_bemiddeling/lijst.html",
        {
            "pagina": pagina,
            "filter": filter_,
            "reeks": Reeksformulier() if gebruiker.heeft(Recht.VOORDRAGEN) else None,
            "mag_aanbieden": gebruiker.heeft(Recht.WERKPROFIELEN_BEWERKEN),
        },
    )


@require_POST
def voorselecteren(request: HttpRequest) -> HttpResponse:
    """Choose a candidate for a job profile, from any list; back to that list."""
    gebruiker = gebruiker_van(request)
    dossier = get_object_or_404(
        Dossier.objects.filter(gemeente=gebruiker.gemeente_id).select_related("keten", "werkzoekende"),
        pk=_getal(request, "dossier"),
    )
    werkprofiel = get_object_or_404(Werkprofiel.objects.voor(gebruiker), pk=_getal(request, "werkprofiel"))
    gekozen = actions.voorselecteer(
        dossier=dossier, werkprofiel=werkprofiel, door=gebruiker, reden=request.POST.get("reden", "")
    )
    messages.success(request, _("{naam} is voorgeselecteerd.").format(naam=dossier.werkzoekende.naam))
    return HttpResponseRedirect(veilig_terug(request, reverse("samen_bemiddeling:voordracht", args=[gekozen.pk])))


def _getal(request: HttpRequest, naam: str) -> int:
    waarde = request.POST.get(naam, "")
    if not waarde.isdecimal():
        raise Http404
    return int(waarde)


@require_GET
def voordracht(request: HttpRequest, nummer: int) -> HttpResponse:
    """One voordracht: who, where, every step with its time, and the next step."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    mag = rules.mag_voordracht_bewerken(gebruiker, rij)
    context = {
        "voordracht": rij,
        "stappen": list(rij.stappen.select_related("door")),
        "ontmoetingen": list(rij.ontmoetingen.select_related("begeleider")),
        "hierna": queries.nog_te_gaan(rij),
        "hoofdstap": hoofdstap(rij) if mag else None,
        "mogelijk": mogelijk(rij) if mag else set(),
        "mag_bewerken": mag,
        "mag_dossier": gebruiker.heeft(Recht.DOSSIERS_LEZEN),
        "besluit_reden": reden_naam(rij.besluit_reden),
        "uitkomsten": SNELLE_UITKOMSTEN,
        "nu": timezone.now(),
        "begeleiding": list(rij.begeleiding.select_related("door")),
        "begeleidingsformulier": Begeleidingsformulier() if rules.mag_begeleiding_noteren(gebruiker, rij) else None,
        "private_partij": getattr(rij.werkprofiel.werkgever, "bemiddelingsafspraak", None),
        "intrekformulier": Intrekformulier(initial={"versie": rij.versie}),
        "terug": veilig_terug(request, ""),
    }
    return render(request, "samen_bemiddeling/voordracht.html", context)


@require_http_methods(["GET", "POST"])
def vragen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Ask the candidate."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    wat = _(
        "Uw naam. Wat u kunt en welke diploma's en certificaten u heeft. "
        "Welke talen u spreekt en hoeveel uur u wilt werken. Een korte tekst over u. "
        "Niets over uw gezondheid, geld of uitkering."
    )
    return formulierpagina(
        request,
        rij,
        Vraagformulier(request.POST or None, initial={"wat": wat}),
        titel=_("Vraag de kandidaat"),
        knop=_("Stel de vraag"),
        uitleg=_("De kandidaat ziet de vraag op de eigen pagina. U kunt het antwoord ook zelf vastleggen."),
        doe=lambda velden: actions.vraag_kandidaat(voordracht=rij, door=gebruiker, wat=velden["wat"]),
        klaar=_("De vraag staat klaar voor de kandidaat."),
    )


@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record what the candidate said."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Antwoordformulier(request.POST or None, initial={"hoe": "gesprek"}),
        titel=_("Antwoord van de kandidaat"),
        knop=_("Leg het antwoord vast"),
        uitleg=rij.toestemming.wat if rij.toestemming else "",
        doe=lambda velden: actions.leg_antwoord_vast(voordracht=rij, door=gebruiker, **velden),
        klaar=_("Het antwoord is vastgelegd."),
    )


@require_http_methods(["GET", "POST"])
def voordragen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Write the introduction and present."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    rij.introductie = rij.introductie or stel_tekst_voor(rij)
    begin = {"introductie": rij.introductie, "versie": rij.versie}
    return formulierpagina(
        request,
        rij,
        Introductieformulier(request.POST or None, initial=begin),
        titel=_("Stel voor aan de werkgever"),
        knop=_("Stel voor"),
        uitleg=_("De tekst hieronder komt uit het competentieprofiel. Maak er uw eigen verhaal van."),
        doe=lambda velden: actions.draag_voor(voordracht=rij, door=gebruiker, **velden),
        klaar=_("De werkgever ziet de kandidaat nu."),
        context={"ontbreekt": ontbreekt(rij, "draag_voor")},
    )


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, nummer: int) -> HttpResponse:
    """Record what the employer decided."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Besluitformulier(request.POST or None, initial={"versie": rij.versie}),
        titel=_("Besluit van de werkgever"),
        knop=_("Leg het besluit vast"),
        doe=lambda velden: actions.besluit_werkgever(
            voordracht=rij,
            ja=velden["besluit"] == "ja",
            reden=velden["reden"],
            toelichting=velden["toelichting"],
            versie=velden["versie"],
            door=gebruiker,
        ),
        klaar=_("Het besluit is vastgelegd."),
    )


@require_http_methods(["GET", "POST"])
def terugkoppelen(request: HttpRequest, nummer: int) -> HttpResponse:
    """Read what the employer said, make it plain, and tell the candidate."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    reden = redenen().get(rij.besluit_reden)
    gevraagd = [aspecten()[code] for code in reden.aspecten if code in aspecten()] if reden else []
    begin = {"tekst": rij.terugkoppeling or (reden.terugkoppeling if reden else ""), "versie": rij.versie}
    formulier = Terugkoppelformulier(
        request.POST or None, initial=begin, aspecten=[a for a in gevraagd if a.gevoelig == "none"]
    )
    return formulierpagina(
        request,
        rij,
        formulier,
        titel=_("Vertel het de kandidaat"),
        knop=_("Bewaar en laat zien"),
        doe=lambda velden: actions.koppel_terug(
            voordracht=rij,
            tekst=velden["tekst"],
            versie=velden["versie"],
            waarnemingen=formulier.waarnemingen(),
            door=gebruiker,
        ),
        klaar=_("De kandidaat kan dit nu lezen."),
        sjabloon="samen_bemiddeling/terugkoppelen.html",
        context={"besluit_reden": reden.naam if reden else ""},
    )


@require_http_methods(["GET", "POST"])
def intrekken(request: HttpRequest, nummer: int) -> HttpResponse:
    """Stop a voordracht."""
    rij = voordracht_van_medewerker(request, nummer)
    gebruiker = gebruiker_van(request)
    vereis(rules.mag_voordracht_bewerken(gebruiker, rij))
    return formulierpagina(
        request,
        rij,
        Intrekformulier(request.POST or None, initial={"versie": rij.versie}),
        titel=_("Stop deze voordracht"),
        knop=_("Stop de voordracht"),
        uitleg=_("De werkgever ziet deze kandidaat dan niet meer. U kunt later opnieuw beginnen."),
        doe=lambda velden: actions.trek_in(voordracht=rij, door=gebruiker, **velden),
        klaar=_("De voordracht is gestopt."),
    )


@require_GET
def introductie_pdf(request: HttpRequest, nummer: int) -> HttpResponse:
    """The introduction as a PDF, for colleagues and for the employer who may see the candidate."""
    gebruiker = gebruiker_van(request)
    rijen = queries.met_namen(Voordracht.objects.voor(gebruiker)).select_related("dossier__keten", "dossier__gemeente")
    rij = get_object_or_404(rijen, pk=nummer)
    if not rules.mag_introductie_zien(gebruiker, rij):
        raise Http404
    log_lezing(keten=rij.dossier.keten, door=gebruiker, onderdeel="introductie")
    inhoud = voor_werkgever(rij)
    gegevens = {
        "titel": _("Kennismaken met {naam}").format(naam=inhoud.naam),
        "ondertitel": _("Kandidaat voor {functie}").format(functie=inhoud.functie),
        "gemeente": rij.dossier.gemeente.naam,
        "tekst": inhoud.tekst,
        "kop_kundes": _("Wat kan {naam}?").format(naam=rij.dossier.werkzoekende.aanspreeknaam),
        "kolommen": [_("Competentie"), _("Hoe goed"), _("Waar blijkt dat uit?")],
        "kundes": [[k.naam, k.niveau, k.bewijs or _("zelf gezegd")] for k in inhoud.kundes],
        "kop_praktisch": _("Praktisch"),
        "praktisch": [
            [_("Diploma's en bewijzen"), ", ".join(inhoud.certificaten)],
            [_("Talen"), ", ".join(inhoud.talen)],
            [_("Uren"), inhoud.uren],
            [_("Beschikbaar"), inhoud.beschikbaar],
        ],
        "kop_contact": _("Uw contact bij de gemeente"),
        "contact": [
            [_("Naam"), inhoud.contact_naam],
            [_("Telefoon"), inhoud.contact_telefoon],
            [_("E-mail"), inhoud.contact_email],
        ],
        "afspraak": _(
            "De kandidaat heeft toestemming gegeven om dit met u te delen. "
            "Geef het niet aan anderen. Gaat u niet verder? Gooi het dan weg."
        ),
    }
    antwoord = HttpResponse(maak_pdf("introductie.typ", gegevens), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="introductie-{rij.pk}.pdf"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord
