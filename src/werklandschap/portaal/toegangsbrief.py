"""The letter with a code: how to get in, in a few short steps."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.ontwerp.opmaak import datum
from werklandschap.ontwerp.pdf import maak_pdf
from werklandschap.portaal.toegangscodes import GELDIG_DAGEN


def brief_met_code(dossier: Dossier, *, code: str, adres: str) -> bytes:
    """A PDF to give or send; in the language of contact."""
    persoon, taal = dossier.werkzoekende, taal_van(dossier.werkzoekende)
    straat = f"{persoon.straat} {persoon.huisnummer}".strip()
    plaats = f"{persoon.postcode}  {persoon.plaats}".strip()
    with override(taal):
        gegevens = {
            "titel": _("Uw code voor Mijn werklandschap"),
            "gemeente": dossier.gemeente.naam,
            "adres": [regel for regel in (persoon.naam, straat, plaats) if regel],
            "begin": _("Op Mijn werklandschap ziet u wat wij hebben afgesproken. U heeft geen e-mail nodig."),
            "stappen": [
                _("Ga op een computer of telefoon naar: {adres}").format(adres=adres),
                _("Typ deze code en uw geboortedatum."),
                _("Kies een wachtwoord."),
                _("Schrijf uw inlognaam op. Die krijgt u op de laatste pagina."),
            ],
            "code_kop": _("Uw code"),
            "code": code,
            "let_op": [
                _("De code werkt tot en met {dag}. U kunt hem één keer gebruiken.").format(
                    dag=datum(timezone.localdate() + timedelta(days=GELDIG_DAGEN - 1))
                ),
                _("Geef de code aan niemand anders. Wij vragen er nooit om."),
                _("Lukt het niet? Bel {nummer}, of kom langs. Wij helpen u.").format(nummer=_telefoon(dossier)),
            ],
        }
        return maak_pdf("toegangscode.typ", gegevens, taal=taal)


def _telefoon(dossier: Dossier) -> str:
    verantwoordelijke = dossier.verantwoordelijke
    nummer = (verantwoordelijke.telefoon if verantwoordelijke else "") or dossier.gemeente.telefoon
    return nummer or dossier.gemeente.naam
