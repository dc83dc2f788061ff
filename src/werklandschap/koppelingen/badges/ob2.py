"""Open Badges 2.0: an Assertion, hosted or signed as JWS."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.koppelingen.badges.lezen import Onleesbaar
from werklandschap.koppelingen.badges.sleutels import Sleutel
from werklandschap.koppelingen.badges.velden import lijst, moment, object_van, tekst_van
from werklandschap.koppelingen.badges.verslag import Inhoud, Ontvanger


def lees_inhoud(document: dict[str, Any]) -> Inhoud:
    """What the assertion says. Raises Onleesbaar when it is none."""
    if "badge" not in document or "recipient" not in document:
        raise Onleesbaar(_("In dit bestand zit geen badge. Kies een PNG, SVG of JSON die u van de uitgever kreeg."))
    badge, uitgever = object_van(document["badge"]), object_van(object_van(document["badge"]).get("issuer"))
    ontvanger = object_van(document["recipient"])
    op, op_goed = moment(document.get("issuedOn"))
    tot, tot_goed = moment(document.get("expires"))
    return Inhoud(
        versie="2.0",
        sleutel=tekst_van(document.get("id")) or tekst_van(document.get("uid")),
        naam=tekst_van(badge.get("name")) or tekst_van(badge.get("id")),
        omschrijving=tekst_van(badge.get("description")),
        criteria=tekst_van(object_van(badge.get("criteria")).get("narrative")),
        uitgever_id=tekst_van(uitgever.get("id")),
        uitgever_naam=tekst_van(uitgever.get("name")),
        uitgegeven_op=op,
        geldig_tot=tot,
        datum_fout=not (op_goed and tot_goed),
        ontvangers=_ontvangers(ontvanger),
        verwijzingen=tuple(
            tekst_van(object_van(a).get("targetUrl")) for a in lijst(badge.get("alignment")) if object_van(a)
        ),
        intrekbaar=True,
    )


def _ontvangers(ontvanger: dict[str, Any]) -> tuple[Ontvanger, ...]:
    adres, gehasht = tekst_van(ontvanger.get("identity")), ontvanger.get("hashed") is True
    if tekst_van(ontvanger.get("type")) != "email" or not adres or (gehasht and not adres.startswith("sha256$")):
        return ()
    return (Ontvanger(adres, gehasht, tekst_van(ontvanger.get("salt"))),)


def _verificatie(document: dict[str, Any]) -> dict[str, Any]:
    return object_van(document.get("verification") or document.get("verify"))


def sleutelnaam(document: dict[str, Any], kop: dict[str, Any]) -> str:
    """The key the signer says it used."""
    verificatie = _verificatie(document)
    return tekst_van(verificatie.get("creator")) or tekst_van(verificatie.get("url")) or tekst_van(kop.get("kid"))


def los_bewijs(document: dict[str, Any], _sleutels: tuple[Sleutel, ...]) -> str:
    """JSON that is not signed proves nothing: a hosted badge is proved by the issuer's site alone."""
    soort = tekst_van(_verificatie(document).get("type")).lower()
    return "gehost" if soort in ("hostedbadge", "hosted") else "zonder_handtekening"


def jws_past(document: dict[str, Any]) -> bool:
    """Whether a signed assertion says that it is signed."""
    return tekst_van(_verificatie(document).get("type")).lower() in ("signedbadge", "signed")


def badge_is_elders(document: dict[str, Any]) -> bool:
    """Whether the badge itself, or who gives it, is only an address: it is not part of what was signed."""
    badge = object_van(document["badge"])
    return not badge or not object_van(badge.get("issuer"))


def einde_van_bewijs(_document: dict[str, Any]) -> datetime | None:
    """An assertion has one end, in its content."""
    return None
