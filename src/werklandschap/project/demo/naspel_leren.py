"""Trying work, practising, badges and chances on work, told by the actions themselves."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from werklandschap.competenties.models import Beroep, Bron, Competentie
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.badges import actions as badges
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.gegevens import NETWERK
from werklandschap.project.demo.handen_contact import Contacthanden
from werklandschap.project.demo.klok import op_moment
from werklandschap.project.demo.naspel_mensen import Mens
from werklandschap.werkzoekende.orientatie import actions as orientatie
from werklandschap.werkzoekende.orientatie import kansen, plekken, testen
from werklandschap.werkzoekende.orientatie.vragenlijsten import vragenlijsten
from werklandschap.werkzoekende.werk_fit.actions import noteer_oefening
from werklandschap.werkzoekende.werk_fit.netwerk import Contactgegevens, voeg_netwerkcontact_toe

SCHOOL, SCHOOLNAAM = "https://vakschool.voorbeeld.test/uitgever", "Vakschool Denkbeeld"
OEFENINGEN = (
    ("solliciteren", "Een gesprek geoefend met mijn zus", 3),
    ("werknemer", "Drie dagen op tijd opgestaan", 4),
    ("presenteren", "In een minuut verteld wat ik kan", 2),
)
PLEKKEN = (
    ("stage", "Zien hoe een dag in het magazijn gaat", 1, 12),
    ("ervaring", "Weer wennen aan werken met collega’s", 8, 20),
    ("leren", "Leren hoe je een klant helpt", 6, 16),
)
# Occupations the shown person chose to look into, and why.
KEUZES = {
    "afvalinzamelaar": "Ik ben graag buiten.",
    "autopoetser": "Ik houd van auto’s die glimmen.",
    "productiemedewerker": "Ik werk graag met mijn handen.",
}
# What the school gives, and the competence it proves.
BADGES = (("Veilig werken", "veilig-werken"), ("Nauwkeurig werken", "nauwkeurig-werken"))


def speel_leren(w: Contacthanden, ploeg: Ploeg, mensen: list[Mens], bedrijven: list[str]) -> None:
    """For a handful of people, the one with an account first."""
    with op_moment(w.nu):
        _kansen(w, ploeg)
        _vertrouw(ploeg)
    open_ = [mens for mens in mensen if mens.persoon.dossier.status == "open"]
    for nummer, mens in enumerate(open_[:1] + [m for m in open_[1:] if m.stadium in {"orientatie", "werk-fit"}][:8]):
        _plek(w, mens, nummer, bedrijven)
        for soort, wat, hoe in OEFENINGEN[: 3 - nummer % 3]:
            _oefening(w, mens, soort, wat, hoe)
    with op_moment(w.nu):
        for nummer, mens in enumerate(open_[:1] + [m for m in open_[1:] if m.stadium == "opleiden"][:3]):
            _badge(w, mens, in_profiel=nummer % 2 == 1)
        if open_:
            _inwoner(w, open_[0])


def _kansen(w: Contacthanden, ploeg: Ploeg) -> None:
    beheerders = ploeg.met_rol(Rol.BEHEERDER)
    beroepen = list(Beroep.objects.filter(actief=True, bron="eigen").order_by("code")[:60])
    if not beheerders or not beroepen:
        return
    rijen = "\n".join(f"{beroep.label};{w.tussen(1, 5)}" for beroep in beroepen)
    kansen.lees_kansen_in(
        gemeente=ploeg.gemeente,
        door=beheerders[0],
        inhoud=f"beroep;kans\n{rijen}\n".encode(),
        bron="Verzonnen voorbeeldcijfers",
        peildatum=w.vandaag - timedelta(days=40),
    )


def _sleutel() -> Ed25519PrivateKey:
    """The invented school's key: the same in every demo, so that a demo can be made again."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(SCHOOLNAAM.encode()).digest())


def _vertrouw(ploeg: Ploeg) -> None:
    vorm = serialization.PublicFormat.SubjectPublicKeyInfo
    pem = _sleutel().public_key().public_bytes(serialization.Encoding.PEM, vorm).decode()
    for beheerder in ploeg.met_rol(Rol.BEHEERDER)[:1]:
        badges.vertrouw_uitgever(
            gemeente=ploeg.gemeente,
            door=beheerder,
            naam=SCHOOLNAAM,
            kenmerk=SCHOOL,
            sleutels=pem,
            bron="Verzonnen voorbeeld",
        )


def _badge(w: Contacthanden, mens: Mens, *, in_profiel: bool) -> None:
    """A signed badge on the person's own address, which may be in the profile already."""
    dossier, door = mens.persoon.dossier, mens.persoon.door
    if not dossier.werkzoekende.email:
        return
    naam, competentie = w.rng.choice(BADGES)
    op = datetime.combine(w.vandaag - timedelta(days=60), time(9), UTC)
    inhoud = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"urn:badge:{dossier.pk}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "iss": SCHOOL,
        "issuer": {"id": SCHOOL, "type": ["Profile"], "name": SCHOOLNAAM},
        "validFrom": op.isoformat(),
        "validUntil": op.replace(year=op.year + 3, day=1).isoformat(),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "identityType": "emailAddress",
                    "hashed": False,
                    "identityHash": dossier.werkzoekende.email,
                }
            ],
            "achievement": {
                "id": f"{SCHOOL}/badges",
                "type": ["Achievement"],
                "name": naam,
                "description": "Houdt zich aan de regels en doet het werk precies zoals het moet.",
                "criteria": {"narrative": "Zes weken oefenen in de praktijk."},
            },
        },
    }
    bewijs = jwt.encode(inhoud, _sleutel(), algorithm="EdDSA", headers={"kid": f"{SCHOOL}#1"})
    badge = badges.lees_badge_in(dossier=dossier, door=door, inhoud=bewijs.encode())
    if badge.is_bewezen and in_profiel:
        bewezen = Competentie.objects.get(bron=Bron.EIGEN, code=competentie)
        badges.neem_badge_over(badge=badge, door=door, competenties=[(bewezen, 3)])


def _niet_voor_de_melding(mens: Mens, dag: date) -> date:
    return max(dag, timezone.localdate(mens.persoon.dossier.gemeld_op) + timedelta(days=1))


def _plek(w: Contacthanden, mens: Mens, nummer: int, bedrijven: list[str]) -> None:
    soort, doel, weken, uren = PLEKKEN[nummer % len(PLEKKEN)]
    begin = _niet_voor_de_melding(mens, w.vandaag - timedelta(days=w.tussen(5, 50)))
    with op_moment(w.tijd(begin)):
        plek = plekken.spreek_plek_af(
            dossier=mens.persoon.dossier,
            door=mens.persoon.door,
            soort=soort,
            bedrijf=bedrijven[nummer % len(bedrijven)] if bedrijven else "Bedrijf om de hoek",
            doel=doel,
            van=begin,
            weken=weken,
            uren=uren,
            begeleider=w.kies("Kim", "Sem", "Noor"),
        )
    if plek.tot < w.vandaag:
        with op_moment(w.tijd(plek.tot)):
            plekken.rond_plek_af(
                plek=plek, door=mens.persoon.door, evaluatie="Het ritme lukte, de collega’s waren fijn.", cijfer=8
            )


def _oefening(w: Contacthanden, mens: Mens, soort: str, wat: str, hoe: int) -> None:
    dag = _niet_voor_de_melding(mens, w.vandaag - timedelta(days=w.tussen(1, 30)))
    with op_moment(w.tijd(dag)):
        noteer_oefening(
            dossier=mens.persoon.dossier, door=mens.persoon.door, categorie=soort, wat=wat, hoe_ging_het=hoe, op=dag
        )


def _inwoner(w: Contacthanden, mens: Mens) -> None:
    """Homework that waits, a finished test to talk about, occupations the person chose, and who they know."""
    dossier, door = mens.persoon.dossier, mens.persoon.door
    orientatie.geef_huiswerk(
        dossier=dossier,
        opdracht="Bel een bedrijf en vraag of u een dag mag meelopen.",
        door=door,
        voor_op=w.vandaag + timedelta(days=6),
    )
    for soort in ("interesse", "waarden"):
        antwoorden = {code: w.tussen(1, 4) for code in vragenlijsten()[soort].type_van}
        testen.doe_test(dossier=dossier, soort=soort, antwoorden=antwoorden, door=door)
    zelf = dossier.werkzoekende.account or door
    for beroep in Beroep.objects.filter(code__in=KEUZES).order_by("code"):
        orientatie.kies_beroep(dossier=dossier, beroep=beroep, waarom=KEUZES[beroep.code], door=zelf)
    for naam, waarvan, nabij, hulp, waarmee in NETWERK:
        voeg_netwerkcontact_toe(
            dossier=dossier, gegevens=Contactgegevens(naam, waarmee, waarvan, nabij, hulp), door=zelf
        )
