"""News for employers: made, looked at, sent through the queue to those it concerns, and stopped by one link."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import Signer
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.werkgever.voorzorg.models import Nieuwsbericht, Nieuwsontvangst


def ontvangers(bericht: Nieuwsbericht) -> QuerySet[Contactpersoon]:
    """People who want news, of the employers of this municipality that the selection names."""
    personen = Contactpersoon.objects.filter(
        actief=True, wil_nieuws=True, werkgever__gemeente=bericht.gemeente_id, werkgever__samengevoegd_in__isnull=True
    ).exclude(email="")
    personen = personen.exclude(werkgever__status=Werkgever.Status.GESTOPT)
    if bericht.sectoren:
        personen = personen.filter(werkgever__sector__in=bericht.sectoren)
    if bericht.groottes:
        personen = personen.filter(werkgever__grootte__in=bericht.groottes)
    return personen.select_related("werkgever__keten")


@actie
def maak_nieuws(
    *, titel: str, tekst: str, door: Gebruiker, sectoren: list[str] | None = None, groottes: list[str] | None = None
) -> Nieuwsbericht:
    """A draft; nothing is sent yet."""
    vereis(mag_werkgever_maken(door))
    fouten = {naam: _("Vul dit in.") for naam, waarde in (("titel", titel), ("tekst", tekst)) if not waarde.strip()}
    if fouten:
        raise Invoerfout(fouten)
    assert door.gemeente is not None
    return Nieuwsbericht.objects.create(
        gemeente=door.gemeente,
        titel=" ".join(titel.split())[:150],
        tekst=tekst.strip(),
        sectoren=sectoren or [],
        groottes=groottes or [],
        door=door,
    )


@actie
def verstuur_nieuws(
    *, bericht: Nieuwsbericht, door: Gebruiker, adres: str, werkgevers: Collection[int] | None = None
) -> int:
    """Note who gets it and put each mail in the queue. Once; returns how many people.

    `adres` is the address of this product without a path, for the link to stop. With `werkgevers` only
    people of these employers get it.
    """
    vereis(mag_werkgever_maken(door) and door.gemeente_id == bericht.gemeente_id)
    vast = Nieuwsbericht.objects.select_for_update(of=("self",)).get(pk=bericht.pk)
    if vast.verstuurd_op is not None:
        raise Invoerfout(_("Dit bericht is al verstuurd."))
    rijen = ontvangers(vast)
    personen = list(rijen if werkgevers is None else rijen.filter(werkgever__in=werkgevers))
    if not personen:
        raise Invoerfout(_("Er is niemand die dit bericht krijgt. Kies meer sectoren, of vraag wie nieuws wil."))
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


@task()
def mail_nieuws(ontvangst: int, adres: str) -> bool:
    """Send one mail. Doing it twice sends one; who stopped meanwhile gets none."""
    rij = Nieuwsontvangst.objects.select_related("bericht", "persoon").get(pk=ontvangst)
    if rij.verzonden_op is not None or not rij.persoon.wil_nieuws:
        return False
    pad = reverse("werkgever_voorzorg:afmelden", args=[afmeldcode(rij.persoon)])
    voet = _("Wilt u geen nieuws meer? Meld u af: {link}").format(link=adres.rstrip("/") + pad)
    EmailMessage(
        subject=rij.bericht.titel,
        body=f"{rij.bericht.tekst}\n\n{voet}\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[rij.email],
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
def meld_af(*, persoon: Contactpersoon, door: Gebruiker | None) -> None:
    """No more news for this person. `door` is None: the link in the mail is enough."""
    if not persoon.wil_nieuws:
        return
    persoon.wil_nieuws, persoon.nieuws_sinds = False, None
    persoon.save(update_fields=["wil_nieuws", "nieuws_sinds"])
    leg_vast(keten=persoon.werkgever.keten, soort="nieuws.afgemeld", door=door, gegevens={"naam": persoon.naam})
