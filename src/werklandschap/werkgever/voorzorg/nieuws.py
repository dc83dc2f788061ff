"""News for employers: made, looked at, sent through the queue to those it concerns, narrowed or stopped by one link."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.instrumenten.gebruik import werkgevers_met
from werklandschap.kern.relaties.catalogi import nieuwsonderwerpen
from werklandschap.kern.relaties.gegevens import gekozen_onderwerpen
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.voorzorg.models import Nieuwsbericht, Nieuwsontvangst


@dataclass(frozen=True)
class Selectie:
    """Whom news concerns; an empty list is everyone. `jaren`: back in which an instrument was used, 0 for today."""

    sectoren: Sequence[str] = ()
    groottes: Sequence[str] = ()
    onderwerpen: Sequence[str] = ()
    instrumenten: Sequence[str] = ()
    jaren: int = 0


@dataclass(frozen=True)
class Publiek:
    """Who gets the news, and who would but asked for no news (about this)."""

    krijgen: list[Contactpersoon] = field(default_factory=list)
    willen_niet: list[Contactpersoon] = field(default_factory=list)


def publiek_van(bericht: Nieuwsbericht) -> Publiek:
    """The people of the employers the news concerns, in this municipality; at most two queries and those of rooms."""
    personen = Contactpersoon.objects.filter(
        actief=True, werkgever__gemeente=bericht.gemeente_id, werkgever__samengevoegd_in__isnull=True
    ).exclude(email="")
    personen = personen.exclude(werkgever__status=Werkgever.Status.GESTOPT)
    if bericht.sectoren:
        personen = personen.filter(werkgever__sector__in=bericht.sectoren)
    if bericht.groottes:
        personen = personen.filter(werkgever__grootte__in=bericht.groottes)
    if bericht.instrumenten:
        sinds = _jaren_terug(timezone.localdate(), bericht.jaren)
        personen = personen.filter(werkgever__in=werkgevers_met(bericht.gemeente, bericht.instrumenten, sinds))
    publiek = Publiek()
    for persoon in personen.select_related("werkgever__keten"):
        (publiek.krijgen if wil_lezen(persoon, bericht.onderwerpen) else publiek.willen_niet).append(persoon)
    return publiek


def wil_lezen(persoon: Contactpersoon, onderwerpen: Collection[str]) -> bool:
    """Does this person want news about one of these subjects? News without a subject is for who wants any."""
    if not persoon.wil_nieuws:
        return False
    return not persoon.nieuws_over or not onderwerpen or bool(set(persoon.nieuws_over) & set(onderwerpen))


def _jaren_terug(dag: date, jaren: int) -> date:
    """The same day so many years before; 29 February becomes the 28th."""
    laatste = 28 if (dag.month, dag.day) == (2, 29) else dag.day
    return dag.replace(year=dag.year - jaren, day=laatste)


@actie
def maak_nieuws(*, titel: str, tekst: str, door: Gebruiker, voor: Selectie | None = None) -> Nieuwsbericht:
    """A draft; nothing is sent yet."""
    vereis(mag_werkgever_maken(door))
    assert door.gemeente is not None
    velden = _gecontroleerd(titel, tekst, voor or Selectie())
    return Nieuwsbericht.objects.create(gemeente=door.gemeente, door=door, **velden)


@actie
def wijzig_nieuws(
    *, bericht: Nieuwsbericht, titel: str, tekst: str, door: Gebruiker, voor: Selectie | None = None
) -> Nieuwsbericht:
    """Another text or audience, as long as it was not sent."""
    vereis(mag_werkgever_maken(door) and door.gemeente_id == bericht.gemeente_id)
    vast = Nieuwsbericht.objects.select_for_update(of=("self",)).get(pk=bericht.pk)
    if vast.verstuurd_op is not None:
        raise Invoerfout(_("Dit bericht is al verstuurd."))
    velden = _gecontroleerd(titel, tekst, voor or Selectie())
    for naam, waarde in velden.items():
        setattr(vast, naam, waarde)
    vast.save(update_fields=list(velden))
    return vast


def _gecontroleerd(titel: str, tekst: str, voor: Selectie) -> dict[str, object]:
    fouten = {naam: _("Vul dit in.") for naam, waarde in (("titel", titel), ("tekst", tekst)) if not waarde.strip()}
    if fouten:
        raise Invoerfout(fouten)
    keuze = {naam: waarde if naam == "jaren" else list(waarde) for naam, waarde in asdict(voor).items()}
    return {"titel": " ".join(titel.split())[:150], "tekst": tekst.strip(), **keuze}


@actie
def verstuur_nieuws(*, bericht: Nieuwsbericht, door: Gebruiker, adres: str) -> int:
    """Note who gets it and put each mail in the queue. Once; returns how many people.

    `adres` is the address of this product without a path, for the link to stop.
    """
    vereis(mag_werkgever_maken(door) and door.gemeente_id == bericht.gemeente_id)
    vast = Nieuwsbericht.objects.select_related("gemeente").select_for_update(of=("self",)).get(pk=bericht.pk)
    if vast.verstuurd_op is not None:
        raise Invoerfout(_("Dit bericht is al verstuurd."))
    personen = publiek_van(vast).krijgen
    if not personen:
        raise Invoerfout(_("Er is niemand die dit bericht krijgt. Kies ruimer, of vraag wie nieuws wil."))
    vast.verstuurd_op = timezone.now()
    vast.save(update_fields=["verstuurd_op"])
    for persoon in personen:
        rij = Nieuwsontvangst.objects.create(bericht=vast, persoon=persoon, email=persoon.email)
        leg_vast(
            keten=persoon.werkgever.keten,
            soort="nieuws.verstuurd",
            door=door,
            gegevens={"titel": vast.titel, "naam": persoon.naam},
        )
        na_vastleggen(lambda pk=rij.pk: mail_nieuws.enqueue(pk, adres))  # type: ignore[misc]
    return len(personen)


def voettekst(link: str) -> str:
    """What stands under every mail."""
    return _("Andere onderwerpen kiezen of geen nieuws meer? Dat kan hier: {link}").format(link=link)


@task()
def mail_nieuws(ontvangst: int, adres: str) -> bool:
    """Send one mail. Doing it twice sends one; who stopped meanwhile, or with this subject, gets none."""
    rij = Nieuwsontvangst.objects.select_related("bericht", "persoon").get(pk=ontvangst)
    if rij.verzonden_op is not None or not wil_lezen(rij.persoon, rij.bericht.onderwerpen):
        return False
    link = adres.rstrip("/") + reverse("werkgever_voorzorg:afmelden", args=[afmeldcode(rij.persoon)])
    EmailMessage(
        subject=rij.bericht.titel,
        body=f"{rij.bericht.tekst}\n\n{voettekst(link)}\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[rij.email],
        headers={"List-Unsubscribe": f"<{link}>"},
    ).send()
    rij.verzonden_op = timezone.now()
    rij.save(update_fields=["verzonden_op"])
    return True


def afmeldcode(persoon: Contactpersoon) -> str:
    """What stands in the link to stop: signed, so that nobody stops news for another."""
    return Signer(salt="werklandschap.nieuws").sign(str(persoon.pk))


def persoon_bij(code: str) -> Contactpersoon:
    """Whose link this is. Raises BadSignature for a changed link, DoesNotExist when the person is gone."""
    nummer = Signer(salt="werklandschap.nieuws").unsign(code)
    return Contactpersoon.objects.select_related("werkgever__keten").get(pk=int(nummer))


@actie
def kies_nieuws(*, persoon: Contactpersoon, over: Collection[str], door: Gebruiker | None) -> None:
    """The person wants news about these subjects only; about none is no news. `door` is None: the link is enough."""
    if not over:
        meld_af(persoon=persoon, door=door)
        return
    gekozen = gekozen_onderwerpen(over)
    if persoon.wil_nieuws and persoon.nieuws_over == gekozen:
        return
    persoon.nieuws_sinds = persoon.nieuws_sinds if persoon.wil_nieuws else timezone.localdate()
    persoon.wil_nieuws, persoon.nieuws_over = True, gekozen
    persoon.save(update_fields=["wil_nieuws", "nieuws_sinds", "nieuws_over"])
    namen = ", ".join(naam_van(nieuwsonderwerpen(), code) for code in gekozen) or _("alles")
    leg_vast(
        keten=persoon.werkgever.keten,
        soort="nieuws.gekozen",
        door=door,
        gegevens={"naam": persoon.naam, "over": namen},
    )


@actie
def meld_af(*, persoon: Contactpersoon, door: Gebruiker | None) -> None:
    """No more news for this person. `door` is None: the link in the mail is enough."""
    if not persoon.wil_nieuws:
        return
    persoon.wil_nieuws, persoon.nieuws_sinds = False, None
    persoon.save(update_fields=["wil_nieuws", "nieuws_sinds"])
    leg_vast(keten=persoon.werkgever.keten, soort="nieuws.afgemeld", door=door, gegevens={"naam": persoon.naam})
