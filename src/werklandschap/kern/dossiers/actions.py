"""Making, changing, dividing and closing dossiers. Handovers, consent and merging have modules of their own."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import catalogi, rules
from werklandschap.kern.dossiers.fouten import BekendBsn
from werklandschap.kern.dossiers.gegevens import (
    BEWERKBAAR,
    Persoonsgegevens,
    als_velden,
    bsn_zoekwaarde,
    controleer,
)
from werklandschap.kern.dossiers.models import (
    Doelgroepperiode,
    Dossier,
    Kanaal,
    Overdracht,
    Taalniveau,
    Werkzoekende,
)
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.actions import draag_taak_over, neem_taak_van_niemand
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import beeindig_bezoek
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.opmaak import datum as als_datum


@actie
def maak_dossier(
    *,
    gegevens: Persoonsgegevens,
    gemeente: Gemeente,
    door: Gebruiker | None,
    kanaal: str = Kanaal.BALIE,
    hulpvraag: str = "",
    verantwoordelijke: Gebruiker | None = None,
    namens: str = "",
    gemeld_op: datetime | None = None,
) -> Dossier:
    """A person with an empty dossier and its chain; for Melding, import and demo.

    `door` is None when nobody was signed in; then `namens` says who it was. Raises Invoerfout for wrong data and
    BekendBsn when this municipality already knows the BSN.
    """
    if door is not None:
        mag_melden = rules.mag_melden(door) and door.gemeente_id == gemeente.pk
        vereis(mag_melden or rules.mag_invoeren(door, gemeente.pk))
    if kanaal not in Kanaal.values:
        raise Invoerfout({"kanaal": _("Kies hoe de melding binnenkwam.")})
    dossier = Dossier(
        gemeente=gemeente,
        werkzoekende=_maak_werkzoekende(gegevens, gemeente),
        keten=Keten.objects.create(soort=Keten.Soort.DOSSIER),
        hulpvraag=hulpvraag.strip(),
        kanaal=kanaal,
        gemeld_op=gemeld_op or timezone.now(),
    )
    if verantwoordelijke is not None:
        keur_verantwoordelijke(verantwoordelijke, dossier)
        dossier.verantwoordelijke = verantwoordelijke
    dossier.save()
    leg_vast(
        keten=dossier.keten,
        soort="dossier.gemaakt",
        door=door,
        namens=namens,
        gegevens={"kanaal": str(Kanaal(kanaal).label), "hulpvraag": dossier.hulpvraag},
    )
    return dossier


def _maak_werkzoekende(gegevens: Persoonsgegevens, gemeente: Gemeente) -> Werkzoekende:
    schoon = controleer(gegevens)
    werkzoekende = Werkzoekende(
        id=uuid.uuid4(),
        gemeente=gemeente,
        herkomst=schoon.herkomst,
        extern_id=schoon.extern_id,
        **als_velden(schoon),
        **_bsn_velden(gemeente, schoon.bsn),
    )
    try:
        with transaction.atomic():
            werkzoekende.save()
    except IntegrityError:
        # Somebody recorded the same person a moment ago.
        _bsn_velden(gemeente, schoon.bsn)
        raise
    return werkzoekende


def _bsn_velden(gemeente: Gemeente, bsn: str, van: Werkzoekende | None = None) -> dict[str, Any]:
    """The two fields of a BSN. Raises BekendBsn when another dossier of the municipality has it."""
    if not bsn:
        return {"bsn": None, "bsn_zoekwaarde": None}
    zoek = bsn_zoekwaarde(gemeente, bsn)
    anderen = Dossier.objects.filter(gemeente=gemeente, werkzoekende__bsn_zoekwaarde=zoek)
    if van is not None:
        anderen = anderen.exclude(werkzoekende=van)
    bekend = anderen.values_list("pk", flat=True).first()
    if bekend is not None:
        raise BekendBsn(bekend)
    return {"bsn": bsn, "bsn_zoekwaarde": zoek}


def keur_verantwoordelijke(naar: Gebruiker, dossier: Dossier) -> None:
    """Raises Invoerfout unless this colleague may be responsible for the dossier."""
    if not rules.kan_verantwoordelijk_zijn(naar, dossier):
        raise Invoerfout({"naar": _("Kies een collega van deze gemeente die met dossiers werkt.")})


@actie
def wijzig_persoon(
    *,
    werkzoekende: Werkzoekende,
    door: Gebruiker,
    versie: int | None,
    gegevens: Persoonsgegevens,
    wis_bsn: bool = False,
) -> Werkzoekende:
    """Change who somebody is and how to reach them. An empty BSN leaves the known one, unless `wis_bsn`.

    Raises VerouderdeVersie when somebody else saved first.
    """
    dossier = werkzoekende.dossier
    invoer = rules.mag_invoeren(door, dossier.gemeente_id)
    vereis(invoer or rules.mag_dossier_bewerken(door, dossier))
    schoon = controleer(gegevens)
    velden = _gewijzigd(werkzoekende, als_velden(schoon))
    if schoon.bsn or wis_bsn:
        vereis(invoer or rules.mag_bsn_zien(door, dossier))
        velden |= _gewijzigd(werkzoekende, _bsn_velden(dossier.gemeente, schoon.bsn, werkzoekende))
    if not velden:
        return werkzoekende
    werkzoekende.wijzig(verwacht=versie, **velden)
    zichtbaar = [naam for naam in (*BEWERKBAAR, "bsn") if naam in velden]
    labels = [str(Werkzoekende._meta.get_field(naam).verbose_name) for naam in zichtbaar]  # type: ignore[union-attr]
    if labels:
        leg_vast(keten=dossier.keten, soort="persoon.gewijzigd", door=door, gegevens={"velden": ", ".join(labels)})
    return werkzoekende


def _gewijzigd(rij: Werkzoekende, velden: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in velden.items() if getattr(rij, naam) != waarde}


@actie
def wijzig_hulpvraag(
    *, dossier: Dossier, door: Gebruiker, versie: int | None, hulpvraag: str, verhelderd: str = ""
) -> Dossier:
    """The question in the person's own words, and what it became after talking about it."""
    vereis(rules.mag_dossier_bewerken(door, dossier))
    dossier.wijzig(verwacht=versie, hulpvraag=hulpvraag.strip(), hulpvraag_verhelderd=verhelderd.strip())
    leg_vast(
        keten=dossier.keten,
        soort="hulpvraag.gewijzigd",
        door=door,
        gegevens={"hulpvraag": dossier.hulpvraag_verhelderd or dossier.hulpvraag},
    )
    return dossier


@actie
def koppel_inkomensaanvraag(
    *, dossier: Dossier, nummer: str, door: Gebruiker, datum: date | None = None, status: str = ""
) -> Dossier:
    """Link the application for income support that came along, so that nothing of it is asked again."""
    vereis(rules.mag_dossier_bewerken(door, dossier))
    if not nummer.strip():
        raise Invoerfout({"inkomensaanvraag": _("Vul het nummer van de aanvraag in.")})
    if datum is not None and datum > timezone.localdate():
        raise Invoerfout({"datum": _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")})
    dossier.wijzig(
        verwacht=None,
        inkomensaanvraag=nummer.strip()[:40],
        inkomensaanvraag_op=datum,
        inkomensaanvraag_status=status.strip()[:20],
    )
    leg_vast(
        keten=dossier.keten,
        soort="inkomen.gekoppeld",
        door=door,
        gegevens={"nummer": dossier.inkomensaanvraag, "status": dossier.inkomensaanvraag_status},
    )
    return dossier


@actie
def zet_doelgroep(
    *, dossier: Dossier, code: str, van: date, door: Gebruiker, tot: date | None = None
) -> Doelgroepperiode:
    """The legal group from a date. A new main group ends the one before it; extra groups stand beside it."""
    vereis(rules.mag_dossier_bewerken(door, dossier) or rules.mag_invoeren(door, dossier.gemeente_id))
    groep = vind(catalogi.doelgroepen(), code)
    if groep is None:
        raise Invoerfout({"doelgroep": _("Kies een doelgroep uit de lijst.")})
    if tot is not None and tot < van:
        raise Invoerfout({"tot": _("De einddatum ligt voor de begindatum.")})
    bestaand = dossier.doelgroepen.filter(code=code, van=van, tot=tot).first()
    if bestaand is not None:
        return bestaand
    hoofd = {g.code for g in catalogi.doelgroepen() if g.soort == "hoofd"}
    _sluit_periodes(dossier, hoofd if groep.soort == "hoofd" else {code}, van)
    periode = Doelgroepperiode.objects.create(dossier=dossier, code=code, van=van, tot=tot)
    leg_vast(
        keten=dossier.keten,
        soort="doelgroep.gezet",
        door=door,
        gegevens={"doelgroep": groep.naam, "code": code, "van": als_datum(van)},
    )
    return periode


def _sluit_periodes(dossier: Dossier, codes: set[str], van: date) -> None:
    lopend = dossier.doelgroepen.select_for_update().filter(code__in=codes, tot__isnull=True)
    if lopend.filter(van__gte=van).exists():
        raise Invoerfout({"van": _("Er is al een doelgroep die later begint. Kies een latere datum.")})
    lopend.update(tot=van - timedelta(days=1))


@actie
def wijs_toe(*, dossier: Dossier, naar: Gebruiker, door: Gebruiker) -> Dossier:
    """Make one colleague responsible; the open tasks about this person of the former one, or of nobody, go along."""
    vereis(rules.mag_caseload_verdelen(door, dossier))
    keur_verantwoordelijke(naar, dossier)
    return zet_verantwoordelijke(dossier=dossier, naar=naar, door=door)


@actie
def zet_verantwoordelijke(*, dossier: Dossier, naar: Gebruiker, door: Gebruiker) -> Dossier:
    """What `wijs_toe` and an accepted handover share; who may is theirs to check."""
    vast = Dossier.objects.select_for_update(of=("self",)).select_related("keten").get(pk=dossier.pk)
    if vast.status != Dossier.Status.OPEN:
        raise Invoerfout(_("Dit dossier is niet open."))
    vorige = vast.verantwoordelijke
    if vorige == naar:
        return vast
    dossier.wijzig(verwacht=None, verantwoordelijke=naar)
    leg_vast(keten=vast.keten, soort="dossier.toegewezen", door=door, gegevens={"naam": naar.naam})
    for taak in Taak.objects.filter(keten=vast.keten, eigenaar=vorige, status=Taak.Status.OPEN):
        if vorige is None:
            neem_taak_van_niemand(taak=taak, door=naar)
        else:
            draag_taak_over(taak=taak, naar=naar, door=vorige)
    return dossier


@actie
def sluit_dossier(*, dossier: Dossier, reden: str, door: Gebruiker, toelichting: str = "") -> Dossier:
    """Close a dossier. Running visits end with it; open tasks and handovers must be dealt with first."""
    vereis(rules.mag_dossier_bewerken(door, dossier))
    soort = vind(catalogi.sluitredenen(), reden)
    if soort is None:
        raise Invoerfout({"reden": _("Kies waarom het dossier dicht gaat.")})
    _keur_sluiten(dossier)
    for bezoek in dossier.keten.bezoeken.filter(tot__isnull=True):
        beeindig_bezoek(bezoek=bezoek, door=door, uitkomst="dossier_gesloten", toelichting=soort.naam)
    dossier.wijzig(verwacht=None, status=Dossier.Status.GESLOTEN, gesloten_op=timezone.localdate(), reden_sluiten=reden)
    leg_vast(
        keten=dossier.keten,
        soort="dossier.gesloten",
        door=door,
        gegevens={"reden": soort.naam, "code": reden, "toelichting": toelichting.strip()},
    )
    return dossier


def _keur_sluiten(dossier: Dossier) -> None:
    open_taken = Taak.objects.filter(keten=dossier.keten, status=Taak.Status.OPEN).count()
    if open_taken:
        raise Invoerfout(
            _("Er staan nog {aantal} taken open. Rond die eerst af of laat ze vervallen.").format(aantal=open_taken)
        )
    if dossier.overdrachten.filter(status=Overdracht.Status.AANGEBODEN).exists():
        raise Invoerfout(_("Er wacht nog een overdracht op antwoord. Trek die eerst in."))


@actie
def heropen_dossier(*, dossier: Dossier, door: Gebruiker, toelichting: str = "") -> Dossier:
    """Go on with a closed dossier: the person is back, and everything that was known is still there."""
    vereis(rules.mag_heropenen(door, dossier))
    dossier.wijzig(verwacht=None, status=Dossier.Status.OPEN, gesloten_op=None, reden_sluiten="")
    leg_vast(keten=dossier.keten, soort="dossier.heropend", door=door, gegevens={"toelichting": toelichting.strip()})
    return dossier


@actie
def kies_leesniveau(*, dossier: Dossier, niveau: str, door: Gebruiker) -> Werkzoekende:
    """Write to this person at another level than the advice; empty follows the advice again."""
    vereis(rules.mag_dossier_bewerken(door, dossier))
    if niveau and niveau not in Taalniveau.values:
        raise Invoerfout({"niveau": _("Kies een niveau uit de lijst.")})
    persoon = dossier.werkzoekende
    if persoon.leesniveau == niveau:
        return persoon
    persoon.wijzig(verwacht=None, leesniveau=niveau)
    leg_vast(keten=dossier.keten, soort="leesniveau.gekozen", door=door, gegevens={"niveau": niveau or _("het advies")})
    return persoon


@actie
def koppel_account(*, werkzoekende: Werkzoekende, account: Gebruiker, door: Gebruiker) -> Werkzoekende:
    """Let a person see the own dossier on /mijn/ with this account."""
    dossier = werkzoekende.dossier
    vereis(rules.mag_account_koppelen(door, dossier))
    if account.rol != Rol.INWONER or not account.is_active:
        raise Invoerfout({"account": _("Kies een account van een inwoner.")})
    if Werkzoekende.objects.filter(account=account).exclude(pk=werkzoekende.pk).exists():
        raise Invoerfout({"account": _("Dit account hoort al bij iemand anders.")})
    if werkzoekende.account_id == account.pk:
        return werkzoekende
    werkzoekende.wijzig(verwacht=None, account=account)
    leg_vast(keten=dossier.keten, soort="account.gekoppeld", door=door)
    return werkzoekende
