"""Help to write an inclusive HR policy and a mission statement: building blocks, versions, a PDF."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.orientatie.catalogi import beleidsblokken
from werklandschap.werkgever.orientatie.models import Beleidsversie


def begintekst(werkgever: Werkgever, soort: str) -> dict[str, str]:
    """{building block: the proposed words}, with the name of the company."""
    return {blok.code: blok.tekst.format(bedrijf=werkgever.naam) for blok in beleidsblokken(soort)}


@actie
def bewaar_beleid(*, werkgever: Werkgever, soort: str, teksten: dict[str, str], door: Gebruiker) -> Beleidsversie:
    """A new version; the same words as the newest make none. Raises Invoerfout when nothing is written."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    if soort not in Beleidsversie.Soort.values:
        raise Invoerfout({"soort": _("Kies een soort tekst.")})
    bekend = {blok.code for blok in beleidsblokken(soort)}
    schoon = {code: tekst.strip() for code, tekst in teksten.items() if code in bekend and tekst.strip()}
    if not schoon:
        raise Invoerfout(_("Laat ten minste één onderdeel staan."))
    Werkgever.objects.select_for_update(of=("self",)).get(pk=werkgever.pk)
    laatste = werkgever.beleid.filter(soort=soort).first()
    if laatste is not None and laatste.teksten == schoon:
        return laatste
    versie = Beleidsversie.objects.create(
        werkgever=werkgever, soort=soort, versie=(laatste.versie if laatste else 0) + 1, teksten=schoon, door=door
    )
    leg_vast(
        keten=werkgever.keten,
        soort="beleid.bewaard",
        door=door,
        gegevens={"wat": str(versie.get_soort_display()), "versie": versie.versie},
    )
    return versie


def pdfgegevens(versie: Beleidsversie) -> dict[str, Any]:
    """Data for `beleid.typ`."""
    stukken = [
        (blok.kop, versie.teksten[blok.code]) for blok in beleidsblokken(versie.soort) if blok.code in versie.teksten
    ]
    return {
        "titel": str(versie.get_soort_display()),
        "ondertitel": versie.werkgever.naam,
        "stukken": stukken,
        "voet": _("Versie {nummer}, {dag}").format(nummer=versie.versie, dag=datum(versie.op)),
    }
