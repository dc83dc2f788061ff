"""What lies in a dossier beside the tiles: documents and messages."""

from __future__ import annotations

import struct
import zlib
from datetime import timedelta

from werklandschap.kern.berichten.actions import schrijf_terug, verstuur_bericht
from werklandschap.kern.berichten.sjablonen import sjabloon_met, voorzet
from werklandschap.kern.documenten.actions import voeg_document_toe
from werklandschap.kern.profielen.cv import kies_cv, mogelijk
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.handen_dossier import Persoon
from werklandschap.project.demo.klok import op_moment

# Invented papers of the shown person: name, about what, shared with the person, in words.
PAPIEREN = (
    ("Diploma mbo 2 logistiek.png", "gewoon", True, "Behaald in het laatste schooljaar"),
    ("Verslag kennismaking.png", "gewoon", False, "Notities van het eerste gesprek"),
    ("Brief van de huisarts.png", "gezondheid", False, "Over staan en tillen"),
)


def bladzijde(grijs: int) -> bytes:
    """A small empty page as a picture (PNG), so that a download opens."""
    breed, hoog = 210, 297
    rij = b"\x00" + bytes([grijs]) * breed

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", zlib.compress(rij * hoog)) + stuk(b"IEND", b"")


def speel_papieren(w: Contacthanden, p: Persoon) -> None:
    """Three documents in one dossier, on different days."""
    for nummer, (naam, onderwerp, gedeeld, wat) in enumerate(PAPIEREN):
        with op_moment(w.nu - timedelta(days=30 - 9 * nummer)):
            voeg_document_toe(
                dossier=p.dossier,
                naam=naam,
                inhoud=bladzijde(255 - nummer),
                onderwerp=onderwerp,
                voor_inwoner=gedeeld,
                toelichting=wat,
                door=p.door,
            )


def speel_cv(w: Contacthanden, p: Persoon) -> None:
    """The shown person chose a curriculum vitae."""
    account = p.dossier.werkzoekende.account
    if account is None:
        return
    delen = [deel.sleutel for deel in mogelijk(p.dossier.werkzoekende) if deel.sleutel != "telefoon"]
    with op_moment(w.nu - timedelta(days=11)):
        kies_cv(
            dossier=p.dossier,
            onderdelen=delen,
            wie_ben_ik="Ik ben rustig en precies. Ik werk graag met mijn handen en leer snel.",
            hoe="mijn",
            door=account,
        )


def speel_berichten(w: Contacthanden, p: Persoon) -> None:
    """Two messages to the shown person and one back."""
    for code, dagen in (("nieuw_contact", 40), ("plan", 4)):
        sjabloon = sjabloon_met(code)
        assert sjabloon is not None
        begin = voorzet(p.dossier, sjabloon, p.door, {})
        with op_moment(w.nu - timedelta(days=dagen)):
            verstuur_bericht(
                dossier=p.dossier,
                onderwerp=begin.onderwerp,
                tekst=begin.tekst,
                manier="mijn",
                sjabloon=code,
                door=p.door,
            )
    account = p.dossier.werkzoekende.account
    if account is not None:
        with op_moment(w.nu - timedelta(hours=20)):
            schrijf_terug(
                dossier=p.dossier, tekst="Ik heb het plan gelezen. Mag mijn zus mee naar het gesprek?", door=account
            )
