"""What this room shows elsewhere: on the tile, on my day, on the dossier and the employer; and what consent sets off.

The map counts people through their tile visits and late work through the tasks of this tile, so no badge of its own.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import (
    Dagblok,
    Dagregel,
    Paginadeel,
    Tegelsuggestie,
    agendabronnen,
    dagblokken,
    dagtaken,
    dossierdelen,
    dossiersuggesties,
    teamagendabronnen,
    werkgeverdelen,
    werkgeversuggesties,
)
from werklandschap.kern.basis.opzoeken import eerst
from werklandschap.kern.berichten.herinneringen import klantafspraken
from werklandschap.kern.dossiers.feiten import dossierfeiten, feit
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.toestemming import bij_geven, bij_intrekken
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.feiten import werkgeverfeiten
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Knop, Rij, Werklijst, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.bemiddeling import queries, rules
from werklandschap.samen.bemiddeling.actions import na_intrekking, na_toestemming, voorselecteer
from werklandschap.samen.bemiddeling.agenda import agenda, teamagenda
from werklandschap.samen.bemiddeling.herinnering import (
    ontmoetingen_zonder_mail,
    speeddates_zonder_mail,
    stuur_herinneringen,
)
from werklandschap.samen.bemiddeling.models import Bemiddelingsafspraak, Voordracht
from werklandschap.samen.bemiddeling.overgangen import LOOPT_BIJ_WERKGEVER
from werklandschap.samen.bemiddeling.speeddates import na_intrekking_speeddate, na_toestemming_speeddate
from werklandschap.samen.bemiddeling.standen import bezig_bij_werkgevers, per_mens, per_profiel
from werklandschap.werkgever.werkprofiel.rules import mag_open_plek_maken
from werklandschap.werkgever.werving.haken_uit import voorselectie

HOOGUIT = 10
SLUG = "bemiddeling"
FEIT = "bemiddeling_voordracht_loopt"
OPEN_WERK = "bemiddeling_open_werk"


def _mag(gebruiker: Any) -> bool:
    return isinstance(gebruiker, Gebruiker) and gebruiker.heeft(Recht.KANDIDATEN_ZIEN)


def werklijst(request: HttpRequest) -> Werklijst | None:
    """Running voordrachten, those that wait longest with the employer first; the same list on both sides."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not _mag(gebruiker):
        return None
    rijen = queries.lijst(gebruiker).order_by("reactie_voor", "gemaakt_op", "id")[:HOOGUIT]
    return Werklijst(
        titel=_("Lopende voordrachten"),
        kolommen=[_("Kandidaat"), _("Functie"), _("Werkgever"), _("Status"), _("Reactie voor")],
        rijen=[
            Rij(
                [
                    v.dossier.werkzoekende.naam,
                    v.werkprofiel.titel,
                    v.werkprofiel.werkgever.naam,
                    v.get_status_display(),
                    datum(v.reactie_voor),
                ],
                reverse("samen_bemiddeling:voordracht", args=[v.pk]),
            )
            for v in rijen
        ],
        leeg_tekst=_("Er loopt nu geen voordracht. Open een werkprofiel en kijk wie past."),
        knop=Knop(_("Alle voordrachten"), reverse("samen_bemiddeling:lijst")),
    )


def dagregels(gebruiker: Any) -> list[Dagblok]:
    """What waits for me: candidates who said yes, employers who are late, feedback to give."""
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.VOORDRAGEN):
        return []
    wacht = queries.wacht_op(gebruiker)
    groepen = (
        ("te_laat", _("Werkgever reageert te laat"), wacht.te_laat),
        ("wacht_op_mij", _("Wil dit werk zelf"), wacht.koos_zelf),
        ("wacht_op_mij", _("Kandidaat zei ja"), wacht.zei_ja),
        ("wacht_op_mij", _("Vertel het de kandidaat"), wacht.terug_te_koppelen),
    )
    alles = reverse("samen_bemiddeling:lijst")
    return [
        Dagblok(
            soort, titel, [_dagregel(v) for v in rijen[:HOOGUIT]], len(rijen), alles if len(rijen) > HOOGUIT else ""
        )
        for soort, titel, rijen in groepen
    ]


def _dagregel(voordracht: Voordracht) -> Dagregel:
    return Dagregel(
        tekst=f"{voordracht.dossier.werkzoekende.naam}: {voordracht.werkprofiel.titel}",
        url=reverse("samen_bemiddeling:voordracht", args=[voordracht.pk]),
        datum=voordracht.reactie_voor,
        te_laat=voordracht.wacht_te_lang,
        wie=voordracht.werkprofiel.werkgever.naam,
    )


def _dossierdeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    # Only what the part shows: of all columns of four tables, composing the question took longer than the answer.
    rijen = (
        Voordracht.objects.filter(dossier=dossier)
        .select_related("werkprofiel__werkgever")
        .only("status", "werkprofiel__titel", "werkprofiel__werkgever__naam")
    )
    assert isinstance(request.user, Gebruiker)
    mag = rules.mag_aanbieden(request.user, dossier)
    return {
        "voordrachten": list(rijen[:HOOGUIT]),
        "toon_naam": False,
        "aanbied_url": reverse("samen_bemiddeling:aanbieden", args=[dossier.pk]) if mag else "",
    }


def _werkgeverdeel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    assert isinstance(request.user, Gebruiker)
    rijen = queries.met_namen(
        eerst(Voordracht.objects.voor(request.user), Q(werkprofiel__werkgever=werkgever)).lopend()
    )
    mag = mag_open_plek_maken(request.user, werkgever)
    return {
        "voordrachten": list(rijen[:HOOGUIT]),
        "toon_naam": True,
        "aanbied_url": reverse("samen_bemiddeling:aanbieden_bij", args=[werkgever.pk]) if mag else "",
    }


def _partijdeel(request: HttpRequest, werkgever: Werkgever) -> dict[str, Any]:
    return {
        "afspraak": Bemiddelingsafspraak.objects.filter(werkgever=werkgever).first(),
        "partij_werkgever": werkgever,
        "mag_partij": mag_werkgever_bewerken(request.user, werkgever),  # type: ignore[arg-type]
    }


def dossiersuggestie(dossier: Dossier) -> list[Tegelsuggestie]:
    """Bemiddeling could help when the person wants work, the profile is known and nothing runs."""
    if feit(dossier, FEIT):
        return []
    aantal = sum(regel.niveau >= 2 for regel in dossier.werkzoekende.competenties.all())
    wil = getattr(dossier.werkzoekende, "kandidaatgegevens", None)
    if aantal < 3 or (wil is not None and not wil.wil_bemiddeld):
        return []
    reden = _("Er zijn {aantal} competenties bekend en er loopt geen voordracht.").format(aantal=aantal)
    return [Tegelsuggestie("werkzoekenden", SLUG, reden, 15)]


def _open_werk() -> Subquery:
    """The first open job of an employer for which nobody is presented; nothing when there is none."""
    rijen = Werkprofiel.objects.filter(
        werkgever=OuterRef("pk"), status=Werkprofiel.Status.OPEN, start__gte=timezone.localdate()
    ).exclude(voordrachten__status__in=LOOPT_BIJ_WERKGEVER)
    return Subquery(rijen.values("titel")[:1])


def dagtaak() -> str:
    """Remind of tomorrow."""
    return f"{stuur_herinneringen(door=None)} ontmoetingen en speeddates van morgen herinnerd"


def werkgeversuggestie(werkgever: Werkgever) -> list[Tegelsuggestie]:
    """Bemiddeling could help when a job profile is open and nobody is presented for it."""
    functie = werkgeverfeiten.van(werkgever, OPEN_WERK)
    if functie is None:
        return []
    reden = _("“{functie}” staat open en er is nog niemand voorgesteld.").format(functie=functie)
    return [Tegelsuggestie("werkgevers", SLUG, reden, 20)]


for kant in ("werkzoekenden", "werkgevers"):
    werklijsten.registreer(kant, SLUG, werklijst)
agendabronnen.registreer("samen_bemiddeling", agenda)
teamagendabronnen.registreer("samen_bemiddeling", teamagenda)
dagtaken.registreer("herinneringen", dagtaak)
klantafspraken.registreer("ontmoetingen", ontmoetingen_zonder_mail)
klantafspraken.registreer("speeddates", speeddates_zonder_mail)
dagblokken.registreer("samen_bemiddeling", dagregels)
dossierfeiten.registreer(FEIT, lambda: Exists(Voordracht.objects.filter(dossier=OuterRef("pk")).lopend()))
werkgeverfeiten.registreer(OPEN_WERK, _open_werk)
dossiersuggesties.registreer("samen_bemiddeling", dossiersuggestie)
werkgeversuggesties.registreer("samen_bemiddeling", werkgeversuggestie)
dossierdelen.registreer(
    "voordrachten",
    Paginadeel(
        titel=gettext_lazy("Voordrachten"),
        sjabloon="samen_bemiddeling/_deel.html",
        context=_dossierdeel,
        volgorde=60,
        mag=lambda gebruiker, dossier: _mag(gebruiker),
    ),
)
werkgeverdelen.registreer(
    "voordrachten",
    Paginadeel(
        titel=gettext_lazy("Voorgestelde kandidaten"),
        sjabloon="samen_bemiddeling/_deel.html",
        context=_werkgeverdeel,
        volgorde=60,
        mag=lambda gebruiker, werkgever: _mag(gebruiker),
    ),
)
werkgeverdelen.registreer(
    "private_partij",
    Paginadeel(
        titel=gettext_lazy("Private partij"),
        sjabloon="samen_bemiddeling/_partij.html",
        context=_partijdeel,
        volgorde=90,
        kolom="zij",
        mag=lambda gebruiker, werkgever: _mag(gebruiker),
    ),
)
voorselectie.registreer(voorselecteer)
voorselectie.registreer_standen(per_mens, per_profiel)
voorselectie.registreer_bezig(bezig_bij_werkgevers)
for gevolg in (na_toestemming, na_toestemming_speeddate):
    if gevolg not in bij_geven:
        bij_geven.append(gevolg)
for gevolg in (na_intrekking, na_intrekking_speeddate):
    if gevolg not in bij_intrekken:
        bij_intrekken.append(gevolg)
