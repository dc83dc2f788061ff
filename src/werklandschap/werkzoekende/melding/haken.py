"""What this room shows on its tile, on the landscape and on the page of a person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import Dagblok, Dagregel, Paginadeel, dagblokken, dagtaken, dossierdelen
from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.dossiers.catalogi import signaalsoorten
from werklandschap.kern.dossiers.feiten import dossierlezingen
from werklandschap.kern.dossiers.leesniveau import Leesadvies, leesadviezen
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.dossiers.rules import mag_dossier_lezen, mag_melden
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Deur, Knop, Rij, Werklijst, deuren, werklijsten
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.melding import queries, rules
from werklandschap.werkzoekende.melding.actions import ruim_formulieren_op

OP_DE_TEGEL = 25
OP_MIJN_DAG = 5


def werklijst(request: HttpRequest) -> Werklijst | None:
    """New people without a first conversation."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return None
    dossiers = queries.zonder_eerste_gesprek(gebruiker)[:OP_DE_TEGEL]
    rijen = [
        Rij(
            cellen=(
                d.werkzoekende.naam,
                datum(d.gemeld_op),
                d.get_kanaal_display(),
                d.verantwoordelijke.naam if d.verantwoordelijke else _("nog niemand"),
            ),
            url=reverse("dossiers:dossier", args=[d.pk]),
        )
        for d in dossiers
    ]
    return Werklijst(
        titel=_("Nieuw, nog geen eerste gesprek"),
        kolommen=(_("Naam"), _("Gemeld op"), _("Hoe"), _("Verantwoordelijk")),
        rijen=rijen,
        leeg_tekst=_("Iedereen die zich meldde, heeft een eerste gesprek gehad of is verder geholpen."),
        knop=Knop(_("Nieuwe melding"), reverse("werkzoekende_melding:melding")) if mag_melden(gebruiker) else None,
    )


def wachtende_meldingen(gebruiker: Gebruiker) -> list[Dagblok]:
    """Requests from the website that look like somebody nobody is responsible for: no task reaches a colleague."""
    wachtend = list(queries.te_beoordelen_zonder_eigenaar(gebruiker)[: OP_MIJN_DAG + 1])
    regels = [
        Dagregel(
            tekst=_("Nieuwe melding: kennen wij deze persoon al?"),
            url=reverse("werkzoekende_melding:beoordelen", args=[melding.pk]),
            datum=timezone.localdate(melding.ontvangen_op),
        )
        for melding in wachtend[:OP_MIJN_DAG]
    ]
    return [Dagblok("nieuw", _("Meldingen om te beoordelen"), regels, len(wachtend))]


def signaaldeel(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """Signals on the page of a person."""
    assert isinstance(request.user, Gebruiker)
    return {
        "dossier": dossier,
        "regels": queries.signalen_van(dossier, request.user),
        "mag_bewerken": rules.mag_signaal_melden(request.user, dossier),
    }


def leesadvies(persoon: Werkzoekende) -> Leesadvies | None:
    """The lowest level that an open signal asks for, in words that every colleague may read."""
    soorten = {s.code: s for s in signaalsoorten(persoon.gemeente, ook_uit=True) if s.schrijf_op}
    open_ = [soorten[s.code] for s in persoon.dossier.signalen.all() if s.afgehandeld_op is None and s.code in soorten]
    laagste = min(open_, key=lambda soort: soort.schrijf_op, default=None)
    return Leesadvies(laagste.schrijf_op, laagste.neutrale_tekst) if laagste else None


def dagtaak() -> str:
    """Let go of forms that nobody finished."""
    return f"{ruim_formulieren_op()} bewaarde formulieren weggehaald"


leesadviezen.registreer("signalen", leesadvies)
dagtaken.registreer("meldingconcepten", dagtaak)
werklijsten.registreer("werkzoekenden", "melding", werklijst)
dagblokken.registreer("wachtende_meldingen", wachtende_meldingen)
_HULP = Deur(
    gettext_lazy("Hulp vragen"),
    "werkzoekende_melding:hulp_vragen",
    gettext_lazy("Zoekt u werk of wilt u meedoen? Stel hier uw vraag aan uw gemeente."),
)
deuren.registreer("werkzoekenden", "", _HULP)
deuren.registreer("werkzoekenden", "melding", _HULP)
dossierlezingen.registreer("signalen", lambda dossier: [Meelezen(dossier, "signalen")])
dossierdelen.registreer(
    "signalen",
    Paginadeel(
        titel=gettext_lazy("Signalen"),
        sjabloon="werkzoekende_melding/_signalen.html",
        context=signaaldeel,
        volgorde=10,
        kolom="zij",
        mag=mag_dossier_lezen,
    ),
)
