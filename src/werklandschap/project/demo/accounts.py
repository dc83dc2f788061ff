"""Region, municipalities, partners, colleagues and the accounts that the login page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.contrib.auth.hashers import make_password

from werklandschap.kern.dossiers.models import Postcodegebied
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Regio, Team
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.project.demo.gegevens import PLAATSEN
from werklandschap.project.demo.schrijver import Schrijver

WACHTWOORD = "landschap-demo"

# (e-mail before the @, name, role, team, is shown on the login page)
VOORBEELD = (
    ("klantmanager", "Kim Klantmanager", Rol.KLANTMANAGER, "Werk", True),
    ("jobcoach", "Jip Jobcoach", Rol.JOBCOACH, "Werk", True),
    ("accountmanager", "Ada Accountmanager", Rol.ACCOUNTMANAGER, "Werkgevers", True),
    ("manager", "Mo Manager", Rol.MANAGER, "Werk", True),
    ("beheer", "Bea Beheer", Rol.BEHEERDER, "Werk", True),
    ("k.tweede", "Koen Tweedema", Rol.KLANTMANAGER, "Werk", False),
    ("k.derde", "Karima Derdema", Rol.KLANTMANAGER, "Meedoen", False),
    ("k.vierde", "Klaas Vierdema", Rol.KLANTMANAGER, "Meedoen", False),
    ("j.tweede", "Jet Begeleidstra", Rol.JOBCOACH, "Werk", False),
    ("a.tweede", "Arif Bedrijvenman", Rol.ACCOUNTMANAGER, "Werkgevers", False),
)
BUURDAM = (
    ("klantmanager", "Bo Buurman", Rol.KLANTMANAGER, "Werk", True),
    ("accountmanager", "Anna Overdam", Rol.ACCOUNTMANAGER, "Werkgevers", True),
    ("k.tweede", "Tim Naastdam", Rol.KLANTMANAGER, "Werk", False),
    ("j.eerste", "Jo Meedam", Rol.JOBCOACH, "Werk", False),
)
PARTNERS = (
    ("Wijkteam De Denkbeeldige Brug", "wijkteam", "Steun thuis en in de buurt", "partner@wijkteam.test"),
    ("Schuldhulp Nieuwe Bladzij", "schuldhulp", "Geld en post op orde", "loket@schuldhulp.test"),
    ("Taalhuis Het Verzonnen Woord", "lokaal", "Taal, rekenen en computer", "loket@taalhuis.test"),
    ("UWV Voorbeeldland", "uwv", "WW, Wajong en praktijkroute", "loket@uwv-voorbeeld.test"),
    ("Vakschool Denkbeeld", "onderwijs", "Leerbanen en praktijkverklaringen", "loket@vakschool.test"),
    ("Ontwikkelbedrijf Samen Bedacht", "ontwikkelbedrijf", "Leerwerktrajecten en beschut werk", "post@samen.test"),
    ("Ggz De Bedachte Haven", "zorg", "Behandeling, en steun bij werk (IPS)", "loket@ggz-voorbeeld.test"),
    ("Economische Zaken Voorbeeld", "economische_zaken", "Bedrijven die komen en groeien", "ez@voorbeeld.test"),
    ("WerkgeversServicepunt Voorbeeldland", "wsp", "Vacatures in de hele regio", "wsp@voorbeeld.test"),
)


@dataclass
class Ploeg:
    """Who works for one municipality."""

    gemeente: Gemeente
    collega_s: list[Gebruiker] = field(default_factory=list)

    def met_rol(self, rol: Rol) -> list[Gebruiker]:
        """Colleagues with a role, the shown account first."""
        return [g for g in self.collega_s if g.rol == rol]

    @cached_property
    def klantmanagers(self) -> list[Gebruiker]:
        return self.met_rol(Rol.KLANTMANAGER)

    @cached_property
    def accountmanagers(self) -> list[Gebruiker]:
        return self.met_rol(Rol.ACCOUNTMANAGER)

    @cached_property
    def jobcoaches(self) -> list[Gebruiker]:
        return self.met_rol(Rol.JOBCOACH)


@dataclass
class Organisaties:
    """The municipalities with their people, the partners, and the three accounts from outside."""

    voorbeeld: Ploeg
    buurdam: Ploeg
    partners: dict[str, Partnerorganisatie]
    partner: Gebruiker
    werkgever: Gebruiker
    inwoner: Gebruiker


def maak_organisaties(w: Schrijver) -> Organisaties:
    """Write region, municipalities, accounts and partners; they are few, so one by one."""
    regio = Regio.objects.create(naam="Regio Voorbeeldland")
    voorbeeld = _gemeente(regio, "9001", "Gemeente Voorbeeld", "#0f3d5c", "voorbeeld.test")
    buurdam = _gemeente(regio, "9002", "Gemeente Buurdam", "#5c2d0f", "buurdam.test")
    partners = _partners(voorbeeld, buurdam)
    hash_ = make_password(WACHTWOORD)
    # An account that works today began long ago.
    sinds = w.nu - timedelta(days=900)
    team_v = _team(voorbeeld, VOORBEELD, "voorbeeld.test", hash_, w)
    team_b = _team(buurdam, BUURDAM, "buurdam.test", hash_, w)
    los = {"password": hash_, "is_demo": True, "aangemaakt_op": sinds}
    partner = Gebruiker.objects.create(
        email="partner@wijkteam.test",
        naam="Wil Wijkteam",
        rol=Rol.PARTNER,
        partnerorganisatie=partners["wijkteam"],
        **los,
    )
    werkgever = Gebruiker.objects.create(
        email="werkgever@bedrijf.test", naam="Wim Bedrijfsman", rol=Rol.WERKGEVER, gemeente=voorbeeld, **los
    )
    inwoner = Gebruiker.objects.create(
        email="inwoner@inwoner.test", naam="Sanne Voorbeeld", rol=Rol.INWONER, gemeente=voorbeeld, **los
    )
    return Organisaties(team_v, team_b, partners, partner, werkgever, inwoner)


def _gemeente(regio: Regio, code: str, naam: str, kleur: str, domein: str) -> Gemeente:
    return Gemeente.objects.create(
        regio=regio, code=code, naam=naam, kleur=kleur, telefoon="0880000000", email=f"werk@{domein}"
    )


def maak_postcodes(*codes: str) -> None:
    """Where the invented places lie, so that a changed address keeps its spot on the map."""
    Postcodegebied.objects.bulk_create(
        (Postcodegebied(pc4=pc4, lat=lat, lon=lon) for code in codes for _naam, pc4, lat, lon in PLAATSEN[code]),
        ignore_conflicts=True,
    )


def _partners(*gemeenten: Gemeente) -> dict[str, Partnerorganisatie]:
    uit = {}
    for naam, soort, waarvoor, email in PARTNERS:
        partner = Partnerorganisatie.objects.create(
            naam=naam, soort=soort, waarvoor=waarvoor, email=email, telefoon="0880000001"
        )
        partner.gemeenten.set(gemeenten)
        uit[soort] = partner
    return uit


def _team(
    gemeente: Gemeente,
    mensen: tuple[tuple[str, str, Rol, str, bool], ...],
    domein: str,
    hash_: str,
    w: Schrijver,
) -> Ploeg:
    uit = Ploeg(gemeente)
    teams: dict[str, Team] = {}
    for voor, naam, rol, teamnaam, getoond in mensen:
        if teamnaam not in teams:
            teams[teamnaam] = Team.objects.create(gemeente=gemeente, naam=teamnaam)
        uit.collega_s.append(
            Gebruiker.objects.create(
                email=f"{voor}@{domein}",
                naam=naam,
                rol=rol,
                gemeente=gemeente,
                team=teams[teamnaam],
                telefoon=f"06{w.tussen(10000000, 19999999)}",
                # Colleagues for company only: nobody signs in with them.
                password=hash_ if getoond else make_password(None),
                is_demo=getoond,
                aangemaakt_op=w.nu - timedelta(days=900),
            )
        )
    return uit
