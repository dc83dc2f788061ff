"""What this room shows elsewhere: Mijn dag, the search box, the landscape of employers, and its own page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.haken import (
    Dagblok,
    Dagregel,
    Tab,
    Tegelsuggestie,
    Zoekresultaat,
    dagblokken,
    werkgeversuggesties,
    werkgevertabs,
    zoekers,
)
from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.relaties import queries
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.feiten import werkgeverlezingen
from werklandschap.kern.relaties.gegevens import cijfers
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_lezen
from werklandschap.kern.taken.badges import te_laat_per_tegel
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Badge, Knop, Rij, Werklijst, badges, werklijsten
from werklandschap.ontwerp.opmaak import datum

HOOGUIT = 8
OP_TEGEL = 25


def contactblokken(gebruiker: Gebruiker) -> list[Dagblok]:
    """Planned contacts of today (or not finished yet) and employers we should have spoken to."""
    if not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return []
    vandaag = timezone.localdate()
    gepland = list(queries.contacten_van_vandaag(gebruiker, vandaag)[:HOOGUIT])
    te_laat = list(queries.contact_te_laat_voor(gebruiker)[: HOOGUIT + 1])
    return [
        Dagblok(
            "vandaag",
            _("Contact met werkgevers vandaag"),
            [
                Dagregel(
                    f"{m.werkgever.naam}: {m.onderwerp}",
                    reverse("relaties:contact_afronden", args=[m.werkgever_id, m.pk]),
                    m.datum,
                    m.datum < vandaag,
                    m.contactpersoon.naam if m.contactpersoon else "",
                )
                for m in gepland
            ],
        ),
        Dagblok(
            "te_laat",
            _("Lang geen contact met deze werkgevers"),
            [
                Dagregel(w.naam, reverse("relaties:relatie", args=[w.pk]), w.volgend_contact_op, te_laat=True)
                for w in te_laat[:HOOGUIT]
            ],
            totaal=len(te_laat),
            alles_url=f"{reverse('relaties:lijst')}?wie=mij&sorteer=volgend" if len(te_laat) > HOOGUIT else "",
        ),
    ]


def zoek_werkgevers(gebruiker: Gebruiker, vraag: str) -> list[Zoekresultaat]:
    """By a part of the name, or the whole KVK number."""
    nummer = cijfers(vraag)
    treffer = Q(naam__icontains=vraag) | (Q(kvk_nummer=nummer) if len(nummer) == 8 else Q())
    rijen = Werkgever.objects.voor(gebruiker).filter(treffer, samengevoegd_in__isnull=True)[:10]
    return [
        Zoekresultaat(
            _("Werkgevers"),
            w.naam,
            naam_van(sectoren(), w.sector) if w.sector else "",
            reverse("relaties:relatie", args=[w.pk]),
        )
        for w in rijen
        if gebruiker.heeft(Recht.RELATIES_LEZEN)
    ]


def tel_op_de_kaart(gebruiker: Any, kant: str) -> Mapping[str, Badge]:
    """My employers per tile, and my overdue tasks there."""
    if kant != "werkgevers" or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return {}
    mensen = queries.mijn_werkgevers_per_tegel(gebruiker)
    laat = te_laat_per_tegel(gebruiker, kant)
    return {slug: Badge(mensen.get(slug, 0), laat.get(slug, 0)) for slug in {*mensen, *laat} if slug}


def contactsuggesties(werkgever: Werkgever) -> list[Tegelsuggestie]:
    """Speak to them: never spoken, or too long ago."""
    if werkgever.status == Werkgever.Status.NIEUW:
        reden = _("We hebben nog geen contact gehad. Maak kennis.")
        return [Tegelsuggestie("werkgevers", "werkgever-contact", reden, 40)]
    if queries.is_contact_te_laat(werkgever):
        reden = _("Het contact had op {datum} moeten zijn.").format(datum=datum(werkgever.volgend_contact_op))
        return [Tegelsuggestie("werkgevers", "voorzorg", reden, 30)]
    return []


def werklijst_contact(request: HttpRequest) -> Werklijst | None:
    """On the tile of contact: my employers that wait longest."""
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.heeft(Recht.RELATIES_LEZEN):
        return None
    rijen = queries.contact_te_laat_voor(gebruiker)[:OP_TEGEL]
    return Werklijst(
        titel=_("Met wie moet u contact opnemen?"),
        kolommen=(_("Werkgever"), _("Contact had moeten zijn op")),
        rijen=[
            Rij(
                (w.naam, datum(w.volgend_contact_op) or _("nog nooit contact")),
                reverse("relaties:relatie", args=[w.pk]),
            )
            for w in rijen
        ],
        leeg_tekst=_("U heeft op tijd contact met al uw werkgevers."),
        knop=Knop(_("Nieuwe werkgever"), reverse("relaties:nieuw"))
        if gebruiker.heeft(Recht.RELATIES_BEWERKEN)
        else None,
    )


def rijen_van_werkgever(werkgever: Werkgever) -> list[Meelezen]:
    """Places, people, open tasks with who does them, and the tiles an employer visits or visited."""
    return [
        Meelezen(werkgever, "vestigingen"),
        Meelezen(werkgever, "contactpersonen"),
        Meelezen(werkgever.keten, "taken", Taak.objects.open, {"eigenaar": ("naam",)}, naar="open_taken"),
        Meelezen(werkgever.keten, "bezoeken"),
    ]


dagblokken.registreer("relaties", contactblokken)
werkgeverlezingen.registreer("relaties", rijen_van_werkgever)
zoekers.registreer("relaties", zoek_werkgevers)
badges.registreer(tel_op_de_kaart)
werkgeversuggesties.registreer("relaties", contactsuggesties)
werklijsten.registreer("werkgevers", "werkgever-contact", werklijst_contact)
werkgevertabs.registreer("overzicht", Tab(gettext_lazy("Overzicht"), "relaties:relatie", 0, mag_werkgever_lezen))
werkgevertabs.registreer("tijdlijn", Tab(gettext_lazy("Tijdlijn"), "relaties:tijdlijn", 95, mag_werkgever_lezen))
