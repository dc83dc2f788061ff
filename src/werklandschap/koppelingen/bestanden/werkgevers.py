"""Writing one imported employer."""

from __future__ import annotations

from dataclasses import asdict, replace

from django.utils.translation import gettext as _

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties import actions
from werklandschap.kern.relaties.duplicaten import zoek_dubbelen
from werklandschap.kern.relaties.gegevens import PROFIELVELDEN, Werkgevergegevens
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.bestanden.rijen import Werkgeverrij


def schrijf(rij: Werkgeverrij, *, gemeente: Gemeente, door: Gebruiker) -> tuple[str, list[str]]:
    """Make or update one employer; what happened, and what to know. Raises Invoerfout."""
    bekend = zoek(rij, gemeente)
    waarschuwingen: list[str] = []
    if bekend is None:
        mogelijk = zoek_dubbelen(gemeente=gemeente, naam=rij.werkgever.naam, kvk_nummer=rij.werkgever.kvk_nummer)
        waarschuwingen = [
            _("lijkt op {naam} ({nummer}): kijk of het dezelfde is").format(
                naam=d.werkgever.naam, nummer=d.werkgever.pk
            )
            for d in mogelijk
        ]
        werkgever = actions.maak_werkgever(
            gegevens=rij.werkgever, gemeente=gemeente, door=door, herkomst=rij.herkomst, extern_id=rij.extern_id
        )
        uitkomst = "nieuw"
    else:
        werkgever, uitkomst = bekend, _werk_bij(bekend, rij, door)
    _vul_aan(werkgever, rij, door)
    return uitkomst, waarschuwingen


def zoek(rij: Werkgeverrij, gemeente: Gemeente) -> Werkgever | None:
    """The employer this row is about: by the source's id, then by KVK number, then by exactly the same name."""
    eigen = Werkgever.objects.filter(gemeente=gemeente, samengevoegd_in__isnull=True).select_related(
        "keten", "gemeente"
    )
    if rij.nummer is not None:
        return eigen.filter(pk=rij.nummer).first()
    if rij.extern_id:
        gevonden = eigen.filter(herkomst=rij.herkomst, extern_id=rij.extern_id).first()
        if gevonden is not None:
            return gevonden
    if rij.werkgever.kvk_nummer:
        gevonden = eigen.filter(kvk_nummer=rij.werkgever.kvk_nummer).first()
        if gevonden is not None:
            return gevonden
    zonder_nummer = eigen.filter(naam__iexact=rij.werkgever.naam.strip())
    if rij.werkgever.kvk_nummer:
        zonder_nummer = zonder_nummer.filter(kvk_nummer="")
    return zonder_nummer.first() if not rij.extern_id else zonder_nummer.filter(extern_id="").first()


def _werk_bij(werkgever: Werkgever, rij: Werkgeverrij, door: Gebruiker) -> str:
    nu = Werkgevergegevens(**{naam: getattr(werkgever, naam) for naam in PROFIELVELDEN})
    nieuw = {naam: waarde for naam, waarde in asdict(rij.werkgever).items() if waarde}
    versie = werkgever.versie
    actions.wijzig_werkgever(werkgever=werkgever, versie=None, door=door, gegevens=replace(nu, **nieuw))
    return "bijgewerkt" if werkgever.versie != versie else "gelijk"


def _vul_aan(werkgever: Werkgever, rij: Werkgeverrij, door: Gebruiker) -> None:
    if rij.vestiging is not None:
        plek = {"plaats__iexact": rij.vestiging.plaats, "huisnummer__iexact": rij.vestiging.huisnummer}
        if not werkgever.vestigingen.filter(**plek).exists():
            actions.voeg_vestiging_toe(werkgever=werkgever, gegevens=rij.vestiging, door=door)
    if rij.contact is not None and not werkgever.contactpersonen.filter(naam__iexact=rij.contact.naam).exists():
        actions.voeg_contactpersoon_toe(werkgever=werkgever, gegevens=rij.contact, door=door)
