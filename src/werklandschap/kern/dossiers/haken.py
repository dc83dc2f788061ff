"""What this room shows elsewhere: tabs, Mijn dag, search, and the numbers on the landscape."""

from __future__ import annotations

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.haken import (
    Dagblok,
    Dagregel,
    Tab,
    Zoekresultaat,
    dagblokken,
    dagtaken,
    dossiertabs,
    zoekers,
)
from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.dossiers import queries
from werklandschap.kern.dossiers.contact import vergelijk_contact
from werklandschap.kern.dossiers.feiten import dossierlezingen
from werklandschap.kern.dossiers.klantbericht import herinner_partners
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.plaatsen import ligging_van_postcode
from werklandschap.kern.organisaties.instellingen import instelling, parametergevolgen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.organisaties.plaatsen import postcodebronnen
from werklandschap.kern.taken.badges import te_laat_per_tegel
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.haken import Badge, badges

OP_MIJN_DAG = 5
HOOGUIT_GEVONDEN = 10

postcodebronnen.append(ligging_van_postcode)


def rijen_van_dossier(dossier: Dossier) -> list[Meelezen]:
    """Open tasks with who does them, and the tiles somebody visits or visited."""
    return [
        Meelezen(dossier.keten, "taken", Taak.objects.open, {"eigenaar": ("naam",)}, naar="open_taken"),
        Meelezen(dossier.keten, "bezoeken"),
    ]


def gevolg_niet_gezien(gemeente: Gemeente, oud: int, nieuw: int) -> str:
    """How many open dossiers of the municipality would be marked."""
    lopend = Dossier.objects.lopend().filter(gemeente=gemeente)
    aantallen = [queries.niet_gezien_sinds(lopend, weken).count() for weken in (oud, nieuw)]
    zin = _("Nu zijn {aantal_oud} mensen lang niet gezien (na {oud} weken). Met {nieuw} weken: {aantal_nieuw}.")
    return zin.format(oud=oud, aantal_oud=aantallen[0], nieuw=nieuw, aantal_nieuw=aantallen[1])


parametergevolgen.registreer("niet_gezien_weken", gevolg_niet_gezien)
dossierlezingen.registreer("dossiers", rijen_van_dossier)
dossiertabs.registreer("overzicht", Tab(gettext_lazy("Overzicht"), "dossiers:dossier", 0))
dossiertabs.registreer("tijdlijn", Tab(gettext_lazy("Tijdlijn"), "dossiers:tijdlijn", 35))
dossiertabs.registreer("hulpvraag", Tab(gettext_lazy("Hulpvraag"), "dossiers:hulpvraag", 70))
dossiertabs.registreer("persoon", Tab(gettext_lazy("Gegevens"), "dossiers:persoon", 75))
dossiertabs.registreer("overdragen", Tab(gettext_lazy("Overdragen"), "dossiers:overdragen", 80))
dossiertabs.registreer("toestemmingen", Tab(gettext_lazy("Toestemmingen"), "dossiers:toestemmingen", 85))
dossiertabs.registreer("lezers", Tab(gettext_lazy("Wie keek mee"), "dossiers:lezers", 95))


def wacht_op_mij(gebruiker: Gebruiker) -> list[Dagblok]:
    """Handovers that wait for my answer."""
    if not gebruiker.is_medewerker:
        return []
    wachtend = list(queries.wachtende_overdrachten(gebruiker)[: OP_MIJN_DAG + 1])
    regels = [
        Dagregel(
            tekst=f"{o.dossier.werkzoekende.naam}: {o.onderwerp}",
            url=reverse("dossiers:overdragen", args=[o.dossier_id]),
            datum=o.antwoord_voor,
            te_laat=o.is_te_laat,
            wie=o.van.naam,
        )
        for o in wachtend[:OP_MIJN_DAG]
    ]
    return [Dagblok("wacht_op_mij", _("Overdrachten aan u"), regels, len(wachtend))]


def zonder_verantwoordelijke(gebruiker: Gebruiker) -> list[Dagblok]:
    """People nobody is responsible for yet, for who divides the work."""
    if not gebruiker.heeft(Recht.CASELOAD_VERDELEN):
        return []
    dossiers = Dossier.objects.voor(gebruiker).lopend().filter(verantwoordelijke=None)
    return [
        _blok(
            "nieuw",
            _("Nog niemand verantwoordelijk"),
            dossiers.order_by("gemeld_op", "pk"),
            reverse("dossiers:lijst") + "?wie=zonder",
        )
    ]


def lang_niet_gezien(gebruiker: Gebruiker) -> list[Dagblok]:
    """People of my caseload without contact for longer than the municipality wants."""
    if not gebruiker.heeft(Recht.DOSSIERS_BEWERKEN) or gebruiker.gemeente is None:
        return []
    weken = instelling(gebruiker.gemeente, "niet_gezien_weken")
    dossiers = queries.niet_gezien_sinds(Dossier.objects.lopend().van(gebruiker), weken)
    titel = _("{weken} weken of langer niet gezien").format(weken=weken)
    adres = f"{reverse('dossiers:lijst')}?wie=mij&status=open&niet_gezien={weken}"
    return [_blok("wacht_op_mij", titel, dossiers, adres)]


def _blok(soort: str, titel: str, dossiers: QuerySet[Dossier], adres: str) -> Dagblok:
    """The first few rows, and how many there are in all."""
    rijen = list(dossiers.select_related("werkzoekende").annotate(alles=Window(Count("pk")))[:OP_MIJN_DAG])
    totaal: int = rijen[0].alles if rijen else 0
    regels = [
        Dagregel(
            tekst=d.werkzoekende.naam,
            url=reverse("dossiers:dossier", args=[d.pk]),
            datum=timezone.localdate(getattr(d, "laatst_gezien", d.gemeld_op)),
        )
        for d in rijen
    ]
    return Dagblok(soort, titel, regels, totaal, adres if totaal > OP_MIJN_DAG else "")


def zoek_mensen(gebruiker: Gebruiker, vraag: str) -> list[Zoekresultaat]:
    """People of the own municipality by name or number; never by BSN, which would end up in an address."""
    if not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return []
    gevonden = (
        queries.op_naam(queries.in_hele_gemeente(Dossier.objects.voor(gebruiker)), vraag)
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .select_related("werkzoekende", "verantwoordelijke")
        .order_by("werkzoekende__achternaam", "pk")[:HOOGUIT_GEVONDEN]
    )
    return [
        Zoekresultaat(
            soort=_("Mensen"),
            titel=d.werkzoekende.naam,
            ondertitel=_("dossier {nummer}, {wie}").format(
                nummer=d.pk, wie=d.verantwoordelijke or _("nog niemand verantwoordelijk")
            ),
            url=reverse("dossiers:dossier", args=[d.pk]),
        )
        for d in gevonden
    ]


def badges_van(gebruiker: Gebruiker, kant: str) -> dict[str, Badge]:
    """Per tile: how many people I am responsible for are there now, and how many of my tasks there are overdue."""
    if kant != Tegelbezoek.Kant.WERKZOEKENDEN or not gebruiker.heeft(Recht.DOSSIERS_LEZEN):
        return {}
    hier = dict(
        Tegelbezoek.objects.filter(
            keten__dossier__verantwoordelijke=gebruiker,
            keten__dossier__status=Dossier.Status.OPEN,
            kant=kant,
            tot__isnull=True,
        )
        .values("tegel")
        .annotate(aantal=Count("id"))
        .values_list("tegel", "aantal")
    )
    laat = te_laat_per_tegel(gebruiker, kant)
    return {slug: Badge(hier.get(slug, 0), laat.get(slug, 0)) for slug in hier.keys() | laat.keys() if slug}


dagtaken.registreer("overdrachten", herinner_partners)
dagtaken.registreer("laatste_contact", vergelijk_contact)
dagblokken.registreer("overdrachten", wacht_op_mij)
dagblokken.registreer("zonder_verantwoordelijke", zonder_verantwoordelijke)
dagblokken.registreer("lang_niet_gezien", lang_niet_gezien)
zoekers.registreer("mensen", zoek_mensen)
badges.registreer(badges_van)
