"""Making and changing accounts."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Team
from werklandschap.kern.toegang import rules
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import MEDEWERKERS, Rol


@actie
def maak_gebruiker(
    *,
    email: str,
    naam: str,
    rol: str,
    door: Gebruiker | None,
    gemeente: Gemeente | None = None,
    team: Team | None = None,
    partnerorganisatie: Partnerorganisatie | None = None,
    wachtwoord: str | None = None,
) -> Gebruiker:
    """A new account. `door` is None only for the very first administrator, made on the command line."""
    if door is None:
        vereis(rol == Rol.BEHEERDER and not Gebruiker.objects.filter(rol=Rol.BEHEERDER).exists())
    else:
        vereis(rules.mag_account_beheren(door))
        vereis(gemeente is None or gemeente.pk == door.gemeente_id)
    fouten: dict[str, str] = {}
    if Gebruiker.objects.filter(email=email.strip().lower()).exists():
        fouten["email"] = _("Er is al een account met dit e-mailadres.")
    if rol in MEDEWERKERS and gemeente is None:
        fouten["gemeente"] = _("Een medewerker hoort bij een gemeente.")
    if rol == Rol.PARTNER and partnerorganisatie is None:
        fouten["partnerorganisatie"] = _("Kies bij welke organisatie deze partner werkt.")
    if fouten:
        raise Invoerfout(fouten)
    gebruiker = Gebruiker.objects.create_user(
        email, wachtwoord, naam=naam, rol=rol, gemeente=gemeente, team=team, partnerorganisatie=partnerorganisatie
    )
    _log("account.gemaakt", gebruiker, door, rol=str(gebruiker.get_rol_display()))
    return gebruiker


def _log(soort: str, gebruiker: Gebruiker, door: Gebruiker | None, **gegevens: str) -> None:
    """Accounts of employers and partners belong to no municipality: the administrator's own keeps the line."""
    gemeente = gebruiker.gemeente or (door.gemeente if door else None)
    if gemeente is not None:
        basis = {"naam": gebruiker.naam, "email": gebruiker.email}
        leg_beheer_vast(gemeente=gemeente, soort=soort, door=door, gegevens=basis | gegevens)


def _wijziging(gebruiker: Gebruiker, velden: dict[str, Any]) -> str:
    """What changes, in words: "rol: klantmanager → manager"."""
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(gebruiker, naam) != waarde}
    return "; ".join(
        f"{Gebruiker._meta.get_field(naam).verbose_name}: {_woord(getattr(gebruiker, naam))} → {_woord(waarde)}"  # type: ignore[union-attr]
        for naam, waarde in anders.items()
    )


def _woord(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return str(_("ja") if waarde else _("nee"))
    return str(waarde) if waarde else "–"


@actie
def wijzig_gebruiker(*, gebruiker: Gebruiker, door: Gebruiker, **velden: Any) -> Gebruiker:
    """Change name, role, team, telephone or whether the account is active. The last administrator stays one."""
    vereis(rules.mag_account_beheren(door, gebruiker))
    toegestaan = {"naam", "rol", "team", "telefoon", "is_active", "partnerorganisatie"}
    if onbekend := set(velden) - toegestaan:
        raise TypeError(f"may not be changed here: {', '.join(sorted(onbekend))}")
    wordt_geen_beheerder = velden.get("rol", gebruiker.rol) != Rol.BEHEERDER or velden.get("is_active") is False
    if gebruiker.rol == Rol.BEHEERDER and wordt_geen_beheerder and _is_laatste_beheerder(gebruiker):
        raise Invoerfout({"rol": _("Dit is de laatste beheerder. Maak eerst een andere beheerder.")})
    wat = _wijziging(gebruiker, velden)
    for naam, waarde in velden.items():
        setattr(gebruiker, naam, waarde)
    try:
        gebruiker.full_clean(exclude=["password"])
    except ValidationError as fout:
        raise Invoerfout({veld: " ".join(teksten) for veld, teksten in fout.message_dict.items()}) from fout
    gebruiker.save(update_fields=list(velden))
    if wat:
        _log("account.gewijzigd", gebruiker, door, wat=wat)
    return gebruiker


def _is_laatste_beheerder(gebruiker: Gebruiker) -> bool:
    anderen = Gebruiker.objects.filter(rol=Rol.BEHEERDER, is_active=True, gemeente=gebruiker.gemeente_id)
    return not anderen.exclude(pk=gebruiker.pk).exists()


@actie
def wis_tweede_factor(*, gebruiker: Gebruiker, door: Gebruiker) -> int:
    """Remove all second factors of somebody who lost their device. Returns how many."""
    vereis(rules.mag_account_beheren(door, gebruiker))
    aantal: int
    aantal, _per_model = Authenticator.objects.filter(user=gebruiker).delete()
    if aantal:
        _log("account.tweede_factor_gewist", gebruiker, door)
    return aantal


@actie
def wijzig_eigen_account(
    *, door: Gebruiker, naam: str, telefoon: str, vervanger: Gebruiker | None, afwezig_tot: date | None
) -> Gebruiker:
    """What people change about themselves: name, telephone, who stands in and until when."""
    if vervanger is not None:
        vereis(vervanger.gemeente_id == door.gemeente_id and vervanger.is_medewerker and vervanger.pk != door.pk)
    if afwezig_tot is not None and vervanger is None:
        raise Invoerfout({"vervanger": _("Kies wie uw werk overneemt zolang u weg bent.")})
    wat = _wijziging(door, {"naam": naam, "telefoon": telefoon, "vervanger": vervanger, "afwezig_tot": afwezig_tot})
    door.naam, door.telefoon, door.vervanger, door.afwezig_tot = naam, telefoon, vervanger, afwezig_tot
    if wat:
        _log("account.eigen", door, door, wat=wat)
    door.save(update_fields=["naam", "telefoon", "vervanger", "afwezig_tot"])
    return door
