"""Bringing in a badge, checking it, and letting a proved one raise the profile. An unproved one never does."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentie
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.actions import leg_competentie_vast
from werklandschap.kern.profielen.models import Bewijs
from werklandschap.kern.profielen.queries import WAARSCHUW_DAGEN
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.badges import rules
from werklandschap.koppelingen.badges.controle import Adressen, Vertrouwd, controleer
from werklandschap.koppelingen.badges.lezen import Onleesbaar, lees
from werklandschap.koppelingen.badges.models import Badge, Uitgever
from werklandschap.koppelingen.badges.sleutels import Sleutel, Sleutelfout, lees_sleutels, uit_did, uit_pem
from werklandschap.koppelingen.badges.verslag import Verslag
from werklandschap.koppelingen.badges.weergave import standtekst
from werklandschap.ontwerp.opmaak import datum

TEGEL = ("werkzoekenden", "opleiden")


@actie
def lees_badge_in(*, dossier: Dossier, door: Gebruiker, inhoud: bytes, adres: str = "") -> Badge:
    """Keep the badge in a file with what could be proved of it. The same badge again is checked again, never doubled.

    `adres` is another e-mail address of the person; only a professional can vouch for it. A badge the person brings
    makes a task for the responsible colleague. Raises Invoerfout on the field `bestand` when the file holds no badge.
    """
    vereis(rules.mag_badge_inlezen(door, dossier))
    ander = adres.strip() if mag_dossier_bewerken(door, dossier) else ""
    try:
        tekst = lees(inhoud)
        vinger = hashlib.sha256(tekst.encode()).hexdigest()
        badge = Badge.objects.filter(dossier=dossier, vingerafdruk=vinger).first()
        nieuw = badge is None
        badge = badge or Badge(dossier=dossier, vingerafdruk=vinger, inhoud=tekst, door=door)
        # An address somebody vouched for earlier stays, also when the person brings the badge again.
        badge.adres = ander or badge.adres
        verslag = _controleer(dossier, tekst, badge.adres)
    except Onleesbaar as fout:
        raise Invoerfout({"bestand": str(fout)}) from fout
    _bewaar(badge, verslag)
    _noteer(badge, "badge.ingelezen", door, stand=standtekst(badge))
    if nieuw and not door.is_medewerker:
        _vraag_om_te_kijken(badge)
    return badge


@actie
def controleer_opnieuw(*, badge: Badge, door: Gebruiker) -> Badge:
    """Check again: an issuer may be trusted by now, an address filled in, or the end reached."""
    vereis(rules.mag_badge_inlezen(door, badge.dossier))
    vast = _op_slot(badge)
    _bewaar(vast, _controleer(vast.dossier, vast.inhoud, vast.adres))
    _noteer(vast, "badge.gecontroleerd", door, stand=standtekst(vast))
    return vast


@actie
def neem_badge_over(*, badge: Badge, door: Gebruiker, competenties: Sequence[tuple[Competentie, int]]) -> Badge:
    """Each (competence, level 1–5) gets this badge as evidence. It is checked once more: only what is proved counts.

    A badge that ends makes a task before it does. Raises Invoerfout.
    """
    vereis(mag_dossier_bewerken(door, badge.dossier))
    vast = _op_slot(badge)
    _bewaar(vast, _controleer(vast.dossier, vast.inhoud, vast.adres))
    if not vast.is_bewezen:
        raise Invoerfout(_("Deze badge is niet bewezen. Hij kan geen bewijs zijn in het profiel."))
    if not competenties:
        raise Invoerfout(_("Kies minstens één competentie die bij deze badge hoort."))
    vandaag = timezone.localdate()
    op = timezone.localtime(vast.uitgegeven_op).date() if vast.uitgegeven_op else vandaag
    for competentie, niveau in competenties:
        leg_competentie_vast(
            werkzoekende=vast.dossier.werkzoekende,
            competentie=competentie,
            niveau=niveau,
            bewijs=Bewijs.Soort.BADGE,
            toelichting=f"{vast.naam}, {vast.uitgever_naam}"[:300],
            datum=min(op, vandaag),
            door=door,
        )
    vast.overgenomen_op = vandaag
    vast.save(update_fields=["overgenomen_op"])
    sluit_taken_van(bron=f"badge:{vast.pk}", door=door)
    _waarschuw_voor_het_einde(vast, door)
    _noteer(vast, "badge.overgenomen", door, competenties=", ".join(c.label for c, _niveau in competenties))
    return vast


@actie
def verwijder_badge(*, badge: Badge, door: Gebruiker) -> None:
    """Take a badge away. What it already proved in the profile stays there, with its evidence."""
    vereis(rules.mag_badge_inlezen(door, badge.dossier))
    if badge.overgenomen_op and not mag_dossier_bewerken(door, badge.dossier):
        raise Invoerfout(_("Deze badge staat al in uw profiel. Vraag uw contactpersoon om hem weg te halen."))
    for bron in (f"badge:{badge.pk}", f"badge-einde:{badge.pk}"):
        sluit_taken_van(bron=bron, door=door if door.is_medewerker else None)
    _noteer(badge, "badge.verwijderd", door)
    badge.delete()


@actie
def vertrouw_uitgever(
    *, gemeente: Gemeente, door: Gebruiker, naam: str, kenmerk: str, bron: str, sleutels: str = ""
) -> Uitgever:
    """Put an issuer on the list. `sleutels` is what the issuer published: PEM, JWK (set), DID document or profile.

    A DID that is itself a key needs none. The same `kenmerk` again replaces its keys. Raises Invoerfout.
    """
    vereis(rules.mag_uitgever_vertrouwen(door, gemeente))
    fouten = {
        veld: _("Vul dit in.")
        for veld, waarde in (("naam", naam), ("kenmerk", kenmerk), ("bron", bron))
        if not waarde.strip()
    }
    gevonden: list[Sleutel] = []
    if sleutels.strip() or not uit_did(kenmerk.strip()):
        try:
            gevonden = lees_sleutels(sleutels)
        except Sleutelfout:
            fouten["sleutels"] = _(
                "Hierin staat geen sleutel die wij kennen. Plak de openbare sleutel van de uitgever."
            )
    if fouten:
        raise Invoerfout(fouten)
    uitgever, _nieuw = Uitgever.objects.update_or_create(
        gemeente=gemeente,
        kenmerk=kenmerk.strip()[:300],
        defaults={
            "naam": naam.strip()[:150],
            "bron": bron.strip()[:300],
            "sleutels": [{"id": sleutel.id, "pem": sleutel.pem} for sleutel in gevonden],
            "door": door,
        },
    )
    _log_beheer(uitgever, "uitgever.vertrouwd", door, bron=uitgever.bron)
    return uitgever


@actie
def haal_uitgever_weg(*, uitgever: Uitgever, door: Gebruiker) -> None:
    """Trust no longer. Badges keep the check they had until the next one; the profile keeps its evidence."""
    vereis(rules.mag_uitgever_vertrouwen(door, uitgever.gemeente))
    _log_beheer(uitgever, "uitgever.verwijderd", door)
    uitgever.delete()


def _op_slot(badge: Badge) -> Badge:
    rijen = Badge.objects.select_for_update(of=("self",)).select_related("dossier__werkzoekende", "dossier__keten")
    return rijen.get(pk=badge.pk)


def _controleer(dossier: Dossier, tekst: str, adres: str) -> Verslag:
    uitgevers = Uitgever.objects.filter(gemeente=dossier.gemeente_id)
    vertrouwd = [
        Vertrouwd(rij.kenmerk, tuple(uit_pem(sleutel["pem"], sleutel["id"]) for sleutel in rij.sleutels))
        for rij in uitgevers
    ]
    eigen = [dossier.werkzoekende.email] if dossier.werkzoekende.email else []
    adressen = Adressen(eigen=eigen, ingevuld=[adres] if adres else [])
    return controleer(tekst, vertrouwd=vertrouwd, adressen=adressen, nu=timezone.now())


def _bewaar(badge: Badge, verslag: Verslag) -> None:
    inhoud = verslag.inhoud
    badge.versie, badge.naam = inhoud.versie, (inhoud.naam or _("Badge zonder naam"))[:300]
    badge.omschrijving, badge.criteria = inhoud.omschrijving, inhoud.criteria
    badge.verwijzingen = [adres[:300] for adres in inhoud.verwijzingen if adres][:20]
    badge.uitgever_naam, badge.uitgever_kenmerk = inhoud.uitgever_naam[:200], inhoud.uitgever_id[:300]
    badge.uitgegeven_op, badge.geldig_tot = inhoud.uitgegeven_op, inhoud.geldig_tot
    badge.stand, badge.verslag = str(verslag.stand), [controle.als_rij() for controle in verslag.controles]
    badge.gecontroleerd_op = timezone.now()
    badge.save()


def _vraag_om_te_kijken(badge: Badge) -> None:
    _taak(badge, None, f"badge:{badge.pk}", _("Bekijk de badge van uw klant: {naam}"), timezone.localdate())


def _waarschuw_voor_het_einde(badge: Badge, door: Gebruiker) -> None:
    if badge.geldig_tot is None:
        return
    einde = timezone.localtime(badge.geldig_tot).date()
    voor_op = max(timezone.localdate(), einde - timedelta(days=WAARSCHUW_DAGEN[0]))
    titel = _("De badge {naam} loopt af op {dag}").replace("{dag}", datum(einde))
    _taak(badge, door, f"badge-einde:{badge.pk}", titel, voor_op)


def _taak(badge: Badge, door: Gebruiker | None, bron: str, titel: str, voor_op: Any) -> None:
    dossier = badge.dossier
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=titel.replace("{naam}", badge.naam),
        voor_op=voor_op,
        door=door,
        keten=dossier.keten,
        bron=bron,
        tegel=TEGEL,
        url=reverse("badges:badge", args=[dossier.pk, badge.pk]),
    )


def _noteer(badge: Badge, soort: str, door: Gebruiker, **meer: str) -> None:
    leg_vast(keten=badge.dossier.keten, soort=soort, door=door, gegevens={"naam": badge.naam, **meer})


def _log_beheer(uitgever: Uitgever, soort: str, door: Gebruiker, **meer: str) -> None:
    gegevens = {"naam": uitgever.naam, "kenmerk": uitgever.kenmerk, **meer}
    leg_beheer_vast(gemeente=uitgever.gemeente, soort=soort, door=door, gegevens=gegevens)
