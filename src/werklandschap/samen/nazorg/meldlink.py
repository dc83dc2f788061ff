"""Reporting a problem from a link in a mail: no account needed, one placement and one side per link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.mail import send_mail
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten.bezorgen import als_brief, laat_weten_zonder_mail
from werklandschap.kern.dossiers.bereik import POST, mailadres_voor, wegen_naar
from werklandschap.kern.relaties.models import Contactpersoon
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.nazorg import rules
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.nazorg.problemen import eigenaar_van, schrijf_probleem
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.stappen import noteer_bij_klant, vergrendel

ZOUT = "werklandschap.meldlink"
# More than this many unanswered reports from links of one placement: somebody has to be called.
HOOGSTENS_OPEN = 5
KLANT = "klant"


class LinkKloptNiet(Exception):
    """The link was changed, the person left the company, or the job has ended."""


@dataclass(frozen=True)
class Melder:
    """Whose link this is: the placement, and klant or werkgever."""

    plaatsing: Plaatsing
    wie: str


def meldcode(plaatsing: Plaatsing, contactpersoon: Contactpersoon | None = None) -> str:
    """What stands in the link: signed, for the person (no contact) or for one contact of the employer."""
    wie = KLANT if contactpersoon is None else f"c{contactpersoon.pk}"
    return Signer(salt=ZOUT).sign(f"{plaatsing.pk}-{wie}")


def melder_bij(code: str) -> Melder:
    """Whose link this is. Raises LinkKloptNiet; a link works while the job runs and the contact is there."""
    try:
        nummer, wie = Signer(salt=ZOUT).unsign(code).split("-", 1)
    except BadSignature as fout:
        raise LinkKloptNiet from fout
    rijen = Plaatsing.objects.lopend().select_related("werkprofiel__werkgever", "dossier__gemeente")
    plaatsing = rijen.filter(pk=int(nummer)).first()
    if plaatsing is None:
        raise LinkKloptNiet
    if wie == KLANT:
        return Melder(plaatsing, KLANT)
    personen = plaatsing.werkprofiel.werkgever.contactpersonen.filter(actief=True, pk=int(wie[1:]))
    if not personen.exists():
        raise LinkKloptNiet
    return Melder(plaatsing, "werkgever")


@actie
def meld_via_link(*, code: str, soort: str, urgentie: str, tekst: str, door: Gebruiker | None) -> Probleem:
    """A problem from a link; the term and the task are those of every other report. `door` is None: the link is
    enough. Raises LinkKloptNiet, and Invoerfout for what is not filled in.
    """
    melder = melder_bij(code)
    vast = vergrendel(melder.plaatsing)
    via_link = vast.problemen.filter(kanaal=Probleem.Kanaal.LINK, beantwoord_op__isnull=True)
    if via_link.count() >= HOOGSTENS_OPEN:
        raise Invoerfout(_("Er wachten al meldingen op antwoord. Bel uw contact bij de gemeente."))
    return schrijf_probleem(
        vast,
        soort=soort,
        urgentie=urgentie,
        tekst=tekst,
        gemeld_door_wie=melder.wie,
        door=door,
        kanaal=Probleem.Kanaal.LINK,
    )


@actie
def stuur_meldlinks(*, plaatsing: Plaatsing, adres: str, door: Gebruiker) -> int:
    """Mail the person and the contacts of the employer their own link; returns to how many. A person who likes paper
    better gets a letter that says whom to call: nobody types such a link.

    `adres` is the address of this product without a path. Neither mail names the other.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_nazorg_geven(door, vast))
    if vast.status != Plaatsing.Status.LOOPT:
        raise Invoerfout(_("Deze plaatsing loopt nu niet."))
    post = []
    mens = vast.dossier.werkzoekende
    if adres_klant := mailadres_voor(mens):
        post.append((adres_klant, meldcode(vast)))
    personen = vast.werkprofiel.werkgever.contactpersonen.filter(actief=True).exclude(email="")
    post += [(persoon.email, meldcode(vast, persoon)) for persoon in personen]
    op_papier = POST in wegen_naar(mens)[:1]
    if not post and not op_papier:
        raise Invoerfout(_("Er is geen e-mailadres bekend van de klant of de werkgever."))
    if op_papier:
        _schrijf_brief(vast, door)
    for email, code in post:
        link = adres.rstrip("/") + reverse("samen_nazorg:via_link", args=[code])
        tekst = _("Gaat er iets niet goed op het werk? Laat het ons weten. U hoeft niet in te loggen: {link}")
        na_vastleggen(_verzending(email, tekst.format(link=link)))
    aantal = len(post) + op_papier
    noteer_bij_klant(vast, "nazorg.meldlinks", door, aantal=aantal)
    return aantal


def _schrijf_brief(plaatsing: Plaatsing, door: Gebruiker) -> None:
    contact = eigenaar_van(plaatsing)
    bereik = " ".join(deel for deel in (contact.naam, contact.telefoon or plaatsing.dossier.gemeente.telefoon) if deel)
    laat_weten_zonder_mail(
        dossier=plaatsing.dossier,
        onderwerp=_onderwerp(),
        tekst=als_brief(
            plaatsing.dossier,
            _("Gaat er iets niet goed op het werk? Laat het ons weten. Bel {bereik}.").format(bereik=bereik),
        ),
        eigenaar=door,
        bron=f"nazorg:{plaatsing.pk}:meldlink",
        door=None,
    )


def _verzending(email: str, tekst: str) -> Callable[[], int]:
    return lambda: send_mail(_onderwerp(), tekst, None, [email])


def _onderwerp() -> str:
    return _("Zo meldt u dat er iets niet goed gaat")
