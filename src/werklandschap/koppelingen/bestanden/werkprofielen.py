"""Writing one imported job profile. What it asks is a suggestion made solid: a professional still opens it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.herkenning import AANNEMELIJK, herken, herken_beroep
from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.competenties.taxonomie import beroepenboek, woordenboek
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.bestanden import werkgevers
from werklandschap.koppelingen.bestanden.certificaten import herken_certificaten
from werklandschap.koppelingen.bestanden.rijen import Werkprofielrij
from werklandschap.koppelingen.bestanden.vaardigheden import MEESTE_TEKENS, genoemde_vaardigheden
from werklandschap.werkgever.werkprofiel import actions
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel, eisen_van


def schrijf(rij: Werkprofielrij, *, gemeente: Gemeente, door: Gebruiker) -> tuple[str, list[str]]:
    """Make or update one job profile with its employer; what happened, and what to know. Raises Invoerfout."""
    waarschuwingen = []
    if rij.start < timezone.localdate():
        waarschuwingen.append(_("de startdatum ligt in het verleden"))
    bekend = _zoek(rij, gemeente)
    if bekend is None:
        werkgevers.schrijf(rij.werkgever, gemeente=gemeente, door=door)
        werkprofiel = _maak(rij, gemeente, door)
        uitkomst = "nieuw"
    else:
        werkprofiel, uitkomst = bekend, _werk_bij(bekend, rij, door)
    if bekend is None or uitkomst == "bijgewerkt":
        eisen = _eisen(rij, werkprofiel)
        if eisen != eisen_van(werkprofiel):
            actions.bevestig_eisen(werkprofiel=werkprofiel, eisen=eisen, verwacht=None, door=door)
    niet_herkend = herken_certificaten(rij.certificaten)[1]
    waarschuwingen += [_("“{tekst}” kennen we niet; overgeslagen").format(tekst=tekst) for tekst in niet_herkend]
    return uitkomst, waarschuwingen


def _zoek(rij: Werkprofielrij, gemeente: Gemeente) -> Werkprofiel | None:
    if rij.nummer is not None:
        return Werkprofiel.objects.filter(gemeente=gemeente, pk=rij.nummer).first()
    if not rij.extern_id:
        return None
    return Werkprofiel.objects.filter(gemeente=gemeente, herkomst=rij.herkomst, extern_id=rij.extern_id).first()


def _maak(rij: Werkprofielrij, gemeente: Gemeente, door: Gebruiker) -> Werkprofiel:
    werkgever = werkgevers.zoek(rij.werkgever, gemeente)
    assert werkgever is not None
    plek = rij.werkgever.vestiging
    vestiging = werkgever.vestigingen.filter(plaats__iexact=plek.plaats).first() if plek else None
    return actions.maak_werkprofiel(
        werkgever=werkgever,
        door=door,
        titel=rij.titel,
        start=rij.start,
        einde=rij.einde,
        omschrijving=rij.omschrijving,
        beroep=_beroep(rij.beroep or rij.titel),
        vestiging=vestiging,
        posities=rij.posities,
        sector=rij.sector,
        herkomst=rij.herkomst,
        extern_id=rij.extern_id,
    )


def _werk_bij(werkprofiel: Werkprofiel, rij: Werkprofielrij, door: Gebruiker) -> str:
    velden = {"titel": rij.titel, "start": rij.start, "omschrijving": rij.omschrijving, "einde": rij.einde}
    anders = {naam: waarde for naam, waarde in velden.items() if waarde and getattr(werkprofiel, naam) != waarde}
    if not anders:
        return "gelijk"
    actions.wijzig_werkprofiel(werkprofiel=werkprofiel, verwacht=None, door=door, **anders)
    return "bijgewerkt"


def _beroep(naam: str) -> Beroep | None:
    vondsten = herken_beroep(naam, taxonomie=woordenboek(), beroepen=beroepenboek(), hoogstens=1)
    zeker = [v for v in vondsten if v.zekerheid >= 0.5]
    return Beroep.objects.filter(code=zeker[0].id).first() if zeker else None


def _eisen(rij: Werkprofielrij, werkprofiel: Werkprofiel) -> Eisen:
    """What was there, what the source gives, and what its texts say; none of it hard beyond certificates and hours."""
    vast = eisen_van(werkprofiel)
    fragmenten = genoemde_vaardigheden(rij.competentieteksten)
    for vondst in herken(rij.omschrijving[:MEESTE_TEKENS], taxonomie=woordenboek(), soort="competentie"):
        if vondst.zekerheid >= AANNEMELIJK:
            fragmenten.setdefault(vondst.id, vondst.fragment)
    niveaus = dict.fromkeys(fragmenten, 3) | rij.competenties
    regels = {regel.competentie.code: regel for regel in vast.competenties}
    for code, competentie in Competentie.objects.in_bulk(list(niveaus), field_name="code").items():
        regels.setdefault(code, Eisregel(competentie, niveau=niveaus[code] or 1, fragment=fragmenten.get(code, "")))
    return Eisen(
        competenties=tuple(regels.values()),
        certificaten=tuple(dict.fromkeys((*vast.certificaten, *herken_certificaten(rij.certificaten)[0]))),
        talen=rij.talen or vast.talen,
        omstandigheden=vast.omstandigheden,
        uren_min=rij.uren_min if rij.uren_min is not None else vast.uren_min,
        uren_max=rij.uren_max if rij.uren_max is not None else vast.uren_max,
        dagdelen=vast.dagdelen,
    )
