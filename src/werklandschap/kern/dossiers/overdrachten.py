"""Warm handovers as actions: offered, then accepted, refused or withdrawn. Until accepted the sender is responsible."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.actions import zet_verantwoordelijke
from werklandschap.kern.dossiers.klantbericht import bezorg, standaardbericht
from werklandschap.kern.dossiers.models import Dossier, Overdracht
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum as als_datum


@actie
def bied_overdracht_aan(
    *,
    dossier: Dossier,
    door: Gebruiker,
    onderwerp: str,
    toelichting: str,
    naar_partner: Partnerorganisatie | None = None,
    naar_collega: Gebruiker | None = None,
    wie_belt: str = "",
    antwoord_voor: date | None = None,
    bericht: str = "",
) -> Overdracht:
    """Offer a handover to one partner or one colleague, with a deadline; the sender gets a task on that day.

    The person hears of it: `bericht`, else a standard text in the plainest Dutch. To a colleague the whole dossier
    goes, to a partner only what `onderwerp` and `toelichting` say.
    """
    vereis(rules.mag_dossier_bewerken(door, dossier))
    vereis(naar_collega is None or rules.mag_caseload_verdelen(door, dossier))
    voor = antwoord_voor or timezone.localdate() + timedelta(
        days=instelling(dossier.gemeente, "overdracht_termijn_dagen")
    )
    fouten = fouten_in_aanbod(dossier, onderwerp, toelichting, naar_partner, naar_collega, voor)
    if fouten:
        raise Invoerfout(fouten)
    overdracht = Overdracht(
        dossier=dossier,
        van=door,
        verantwoordelijke=door,
        naar_partner=naar_partner,
        naar_collega=naar_collega,
        onderwerp=onderwerp.strip()[:150],
        toelichting=toelichting.strip(),
        wie_belt=wie_belt.strip()[:120],
        antwoord_voor=voor,
    )
    overdracht.bericht = bericht.strip() or standaardbericht(overdracht)
    overdracht.save()
    bezorg(overdracht)
    _noteer(overdracht, "overdracht.aangeboden", door)
    _maak_bewaaktaak(overdracht, door)
    return overdracht


def fouten_in_aanbod(
    dossier: Dossier,
    onderwerp: str,
    toelichting: str,
    partner: Partnerorganisatie | None,
    collega: Gebruiker | None,
    voor: date,
) -> dict[str, str]:
    """{field: what is wrong} of an offer."""
    fouten = {}
    if (partner is None) == (collega is None):
        fouten["naar_partner"] = _("Kies één ontvanger: een partner of een collega.")
    elif partner is not None and not partner.gemeenten.filter(pk=dossier.gemeente_id).exists():
        fouten["naar_partner"] = _("Uw gemeente werkt niet met deze partner.")
    elif collega is not None and not rules.kan_verantwoordelijk_zijn(collega, dossier):
        fouten["naar_collega"] = _("Kies een collega van deze gemeente die met dossiers werkt.")
    elif collega is not None and collega.pk == dossier.verantwoordelijke_id:
        fouten["naar_collega"] = _("Deze collega is al verantwoordelijk.")
    elif collega is not None and _wacht_op_collega(dossier):
        fouten["naar_collega"] = _("Dit dossier is al aan een collega aangeboden. Wacht op antwoord of trek dat in.")
    if not onderwerp.strip():
        fouten["onderwerp"] = _("Schrijf op waarvoor u overdraagt.")
    if not toelichting.strip():
        fouten["toelichting"] = _("Schrijf op wat de ander moet weten.")
    if voor < timezone.localdate():
        fouten["antwoord_voor"] = _("De uiterste dag voor het antwoord is al voorbij.")
    return fouten


def _wacht_op_collega(dossier: Dossier) -> bool:
    return dossier.overdrachten.filter(status=Overdracht.Status.AANGEBODEN, naar_collega__isnull=False).exists()


@actie
def beantwoord_overdracht(
    *, overdracht: Overdracht, accepteren: bool, door: Gebruiker, antwoord: str = ""
) -> Overdracht:
    """Accept or refuse. A refusal needs a reason, and gives the sender a task."""
    vast = _vergrendel(overdracht)
    vereis(rules.mag_overdracht_beantwoorden(door, vast))
    _keur_open(vast)
    if not accepteren and not antwoord.strip():
        raise Invoerfout({"antwoord": _("Schrijf op waarom u dit niet overneemt. Dan weet de ander wat nu kan.")})
    status = Overdracht.Status.GEACCEPTEERD if accepteren else Overdracht.Status.GEWEIGERD
    vast.antwoord = antwoord.strip()
    if accepteren:
        vast.verantwoordelijke = door
    _sluit(vast, status, door)
    if accepteren and vast.naar_collega_id is not None:
        zet_verantwoordelijke(dossier=vast.dossier, naar=door, door=door)
    if not accepteren:
        _maak_vervolgtaak(vast)
    return vast


@actie
def trek_overdracht_in(*, overdracht: Overdracht, door: Gebruiker) -> Overdracht:
    """Take an offer back while it is unanswered."""
    vast = _vergrendel(overdracht)
    vereis(rules.mag_overdracht_intrekken(door, vast))
    _keur_open(vast)
    _sluit(vast, Overdracht.Status.INGETROKKEN, door)
    return vast


def _vergrendel(overdracht: Overdracht) -> Overdracht:
    return (
        Overdracht.objects.select_for_update(of=("self",))
        .select_related("dossier__keten", "dossier__gemeente", "dossier__werkzoekende", "van", "naar_partner")
        .get(pk=overdracht.pk)
    )


def _keur_open(overdracht: Overdracht) -> None:
    if overdracht.status != Overdracht.Status.AANGEBODEN:
        raise Invoerfout(_("Op deze overdracht is al een antwoord, of hij is ingetrokken."))


def _sluit(overdracht: Overdracht, status: Overdracht.Status, door: Gebruiker) -> None:
    overdracht.status, overdracht.beantwoord_op, overdracht.beantwoord_door = status, timezone.now(), door
    overdracht.save(update_fields=["status", "beantwoord_op", "beantwoord_door", "antwoord", "verantwoordelijke"])
    sluit_taken_van(bron=_bron(overdracht), door=door)
    _noteer(overdracht, f"overdracht.{status}", door)


def _bron(overdracht: Overdracht) -> str:
    return f"dossiers:overdracht:{overdracht.pk}"


def _maak_bewaaktaak(overdracht: Overdracht, door: Gebruiker) -> None:
    maak_taak(
        gemeente=overdracht.dossier.gemeente,
        eigenaar=door,
        keten=overdracht.dossier.keten,
        titel=_("Is er antwoord op de overdracht aan {naar}?").format(naar=overdracht.naar),
        voor_op=overdracht.antwoord_voor,
        door=door,
        bron=_bron(overdracht),
        url=reverse("dossiers:overdragen", args=[overdracht.dossier_id]),
    )


def _maak_vervolgtaak(overdracht: Overdracht) -> None:
    maak_taak(
        gemeente=overdracht.dossier.gemeente,
        eigenaar=overdracht.van,
        keten=overdracht.dossier.keten,
        titel=_("{naar} neemt niet over: {onderwerp}").format(naar=overdracht.naar, onderwerp=overdracht.onderwerp),
        toelichting=overdracht.antwoord,
        voor_op=timezone.localdate() + timedelta(days=1),
        door=None,
        bron=f"{_bron(overdracht)}:geweigerd",
        url=reverse("dossiers:overdragen", args=[overdracht.dossier_id]),
    )


def _noteer(overdracht: Overdracht, soort: str, door: Gebruiker) -> None:
    belt = _("{wie} neemt contact op.").format(wie=overdracht.wie_belt) if overdracht.wie_belt else ""
    leg_vast(
        keten=overdracht.dossier.keten,
        soort=soort,
        door=door,
        gegevens={
            "onderwerp": overdracht.onderwerp,
            "naar": overdracht.naar,
            "voor": als_datum(overdracht.antwoord_voor),
            "wie_belt": belt,
            "antwoord": overdracht.antwoord,
        },
    )
