"""Making and changing employers, their branches and the people we speak to. Contacts are in `contacten.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.organisaties.plaatsen import coordinaten
from werklandschap.kern.relaties import rules
from werklandschap.kern.relaties.gegevens import (
    PROFIELVELDEN,
    Contactgegevens,
    Vestigingsgegevens,
    Werkgevergegevens,
    controleer_contact,
    controleer_vestiging,
    controleer_werkgever,
    veldnamen,
)
from werklandschap.kern.relaties.models import Contactpersoon, Vestiging, Werkgever
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol

KENNISMAKEN_BINNEN = timedelta(days=14)


@actie
def maak_werkgever(
    *,
    gegevens: Werkgevergegevens,
    gemeente: Gemeente,
    door: Gebruiker | None,
    namens: str = "",
    accountmanager: Gebruiker | None = None,
    herkomst: str = "",
    extern_id: str = "",
) -> Werkgever:
    """A new employer with its time line. `door` is None for the public form; `namens` then says who it was.

    Raises Invoerfout when the KVK number is known in this municipality already.
    """
    vereis(door is None or (rules.mag_werkgever_maken(door) and door.gemeente_id == gemeente.pk))
    velden = controleer_werkgever(gegevens)
    _weiger_bekend_nummer(gemeente, velden["kvk_nummer"])
    keten = Keten.objects.create(soort=Keten.Soort.WERKGEVER)
    werkgever = Werkgever.objects.create(
        gemeente=gemeente, keten=keten, herkomst=herkomst[:40], extern_id=extern_id[:100], **velden
    )
    leg_vast(
        keten=keten,
        soort="relatie.gemaakt",
        door=door,
        namens=namens,
        gegevens={"naam": werkgever.naam, "kanaal": namens},
    )
    if accountmanager is not None:
        vereis(rules.kan_accountmanager_zijn(accountmanager, werkgever), _("Deze collega kan geen vast contact zijn."))
        werkgever.wijzig(verwacht=None, accountmanager=accountmanager)
    return werkgever


@actie
def maak_relatie(
    *,
    gegevens: Werkgevergegevens,
    gemeente: Gemeente,
    door: Gebruiker | None,
    plaats: str = "",
    contact: Contactgegevens | None = None,
    accountmanager: Gebruiker | None = None,
    namens: str = "",
) -> Werkgever:
    """A new employer with its place and the first person to speak to, all or nothing."""
    werkgever = maak_werkgever(
        gegevens=gegevens, gemeente=gemeente, door=door, namens=namens, accountmanager=accountmanager
    )
    if plaats.strip():
        voeg_vestiging_toe(werkgever=werkgever, gegevens=Vestigingsgegevens(plaats=plaats), door=door)
    if contact is not None:
        voeg_contactpersoon_toe(werkgever=werkgever, gegevens=contact, door=door)
    return werkgever


def _weiger_bekend_nummer(gemeente: Gemeente, nummer: str, behalve: int | None = None) -> None:
    if not nummer:
        return
    bekend = Werkgever.objects.filter(gemeente=gemeente, kvk_nummer=nummer, samengevoegd_in__isnull=True)
    ander = bekend.first()
    if ander is not None and ander.pk != behalve:
        raise Invoerfout({"kvk_nummer": _("Dit KVK-nummer hoort al bij {naam}.").format(naam=ander.naam)})


@actie
def wijzig_werkgever(
    *, werkgever: Werkgever, versie: int | None, door: Gebruiker, gegevens: Werkgevergegevens
) -> Werkgever:
    """Change the profile. Nothing is written or logged when nothing changed.

    Raises VerouderdeVersie when somebody else saved after `versie`; Invoerfout for wrong input.
    """
    vereis(rules.mag_werkgever_bewerken(door, werkgever))
    velden = controleer_werkgever(gegevens)
    _weiger_bekend_nummer(werkgever.gemeente, velden["kvk_nummer"], behalve=werkgever.pk)
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(werkgever, naam) != waarde}
    if not anders and versie in {None, werkgever.versie}:
        return werkgever
    werkgever.wijzig(verwacht=versie, **(anders or velden))
    leg_vast(
        keten=werkgever.keten,
        soort="relatie.gewijzigd",
        door=door,
        gegevens={"velden": veldnamen(Werkgever, list(anders))},
    )
    return werkgever


@actie
def zet_status(*, werkgever: Werkgever, status: str, door: Gebruiker) -> Werkgever:
    """Active, asleep or stopped."""
    vereis(rules.mag_werkgever_bewerken(door, werkgever))
    if status not in Werkgever.Status.values:
        raise Invoerfout({"status": _("Kies een status uit de lijst.")})
    if werkgever.status != status:
        werkgever.wijzig(verwacht=None, status=status)
        leg_vast(
            keten=werkgever.keten,
            soort="relatie.gewijzigd",
            door=door,
            gegevens={"velden": f"status: {Werkgever.Status(status).label}"},
        )
    return werkgever


def gegevens_van(werkgever: Werkgever, **anders: str) -> Werkgevergegevens:
    """The profile as it is now, with other values where given."""
    return replace(Werkgevergegevens(**{naam: getattr(werkgever, naam) for naam in PROFIELVELDEN}), **anders)


@actie
def voeg_vestiging_toe(*, werkgever: Werkgever, gegevens: Vestigingsgegevens, door: Gebruiker | None) -> Vestiging:
    """A branch, put on the map by its postcode or place. The first one is the head office."""
    vereis(door is None or rules.mag_werkgever_bewerken(door, werkgever))
    velden = controleer_vestiging(gegevens)
    plek = coordinaten(postcode=velden["postcode"], plaats=velden["plaats"])
    lat, lon = plek or (None, None)
    velden["is_hoofdvestiging"] = velden["is_hoofdvestiging"] or not werkgever.vestigingen.exists()
    if velden["is_hoofdvestiging"]:
        werkgever.vestigingen.update(is_hoofdvestiging=False)
    vestiging = Vestiging.objects.create(werkgever=werkgever, lat=lat, lon=lon, **velden)
    leg_vast(keten=werkgever.keten, soort="relatie.vestiging", door=door, gegevens={"plaats": str(vestiging)})
    return vestiging


@actie
def voeg_contactpersoon_toe(
    *, werkgever: Werkgever, gegevens: Contactgegevens, door: Gebruiker | None, vestiging: Vestiging | None = None
) -> Contactpersoon:
    """Somebody to speak to. `door` is None for the public form."""
    vereis(door is None or rules.mag_contact_vastleggen(door, werkgever))
    velden = controleer_contact(gegevens)
    _hoort_bij(vestiging, werkgever)
    sinds = timezone.localdate() if velden["wil_nieuws"] else None
    persoon = Contactpersoon.objects.create(werkgever=werkgever, vestiging=vestiging, nieuws_sinds=sinds, **velden)
    leg_vast(
        keten=werkgever.keten,
        soort="relatie.contactpersoon",
        door=door,
        gegevens={"naam": persoon.naam, "functie": persoon.functie},
    )
    return persoon


def _hoort_bij(vestiging: Vestiging | None, werkgever: Werkgever) -> None:
    if vestiging is not None and vestiging.werkgever_id != werkgever.pk:
        raise Invoerfout({"vestiging": _("Kies een vestiging van dit bedrijf.")})


@actie
def wijzig_contactpersoon(
    *, persoon: Contactpersoon, gegevens: Contactgegevens, door: Gebruiker, actief: bool = True
) -> Contactpersoon:
    """Change how to reach somebody, or note that they left. A yes to news keeps its day."""
    werkgever = persoon.werkgever
    vereis(rules.mag_contact_vastleggen(door, werkgever))
    velden: dict[str, Any] = {**controleer_contact(gegevens), "actief": actief}
    anders = [naam for naam, waarde in velden.items() if getattr(persoon, naam) != waarde]
    if not anders:
        return persoon
    for naam in anders:
        setattr(persoon, naam, velden[naam])
    if "wil_nieuws" in anders:
        persoon.nieuws_sinds = timezone.localdate() if persoon.wil_nieuws else None
    persoon.save(update_fields=[*anders, "nieuws_sinds"])
    leg_vast(
        keten=werkgever.keten,
        soort="relatie.contactpersoon_gewijzigd",
        door=door,
        gegevens={"naam": persoon.naam, "velden": veldnamen(Contactpersoon, anders)},
    )
    return persoon


@actie
def koppel_account(*, persoon: Contactpersoon, account: Gebruiker, door: Gebruiker) -> Contactpersoon:
    """Let somebody of the company sign in and see the pages of the own company."""
    vereis(rules.mag_werkgever_bewerken(door, persoon.werkgever))
    if account.rol != Rol.WERKGEVER or not account.is_active:
        raise Invoerfout({"account": _("Kies een account van een werkgever.")})
    if not persoon.actief:
        raise Invoerfout({"account": _("Deze persoon werkt niet meer bij dit bedrijf.")})
    if Contactpersoon.objects.filter(account=account).exclude(pk=persoon.pk).exists():
        raise Invoerfout({"account": _("Dit account hoort al bij een andere contactpersoon.")})
    if persoon.account_id == account.pk:
        return persoon
    persoon.account = account
    persoon.save(update_fields=["account"])
    leg_vast(
        keten=persoon.werkgever.keten,
        soort="relatie.contactpersoon_gewijzigd",
        door=door,
        gegevens={"naam": persoon.naam, "velden": _("eigen account")},
    )
    return persoon


@actie
def wijs_accountmanager_toe(*, werkgever: Werkgever, naar: Gebruiker, door: Gebruiker) -> Werkgever:
    """One fixed contact. A change is announced: the employer sees it, and the new contact gets a task to meet."""
    vereis(rules.mag_werkgever_bewerken(door, werkgever))
    vereis(rules.kan_accountmanager_zijn(naar, werkgever), _("Deze collega kan geen vast contact zijn."))
    vorige = werkgever.accountmanager
    if vorige == naar:
        return werkgever
    werkgever.wijzig(verwacht=None, accountmanager=naar)
    leg_vast(
        keten=werkgever.keten,
        soort="relatie.accountmanager",
        door=door,
        gegevens={"naar": naar.naam, "van": _("Eerst was dat {naam}.").format(naam=vorige.naam) if vorige else ""},
    )
    if vorige is not None and naar != door:
        maak_taak(
            gemeente=werkgever.gemeente,
            eigenaar=naar,
            keten=werkgever.keten,
            titel=_("Maak kennis met {naam}: u bent nu het vaste contact").format(naam=werkgever.naam),
            voor_op=timezone.localdate() + KENNISMAKEN_BINNEN,
            door=door,
            bron=f"relaties:vast_contact:{werkgever.pk}",
            tegel=("werkgevers", "werkgever-contact"),
        )
    return werkgever
