"""`werklandschap vum profielen|vacatures`: asks another party of the national exchange (docs/beheer/vum.md)."""

from __future__ import annotations

import argparse
import json
import sys

NAAM = "vum"
HULP = "vraagt profielen zonder naam of vacatures aan een andere partij in het VUM-netwerk (vraagt accreditatie)"
DJANGO = True


def argumenten(parser: argparse.ArgumentParser) -> None:
    """What, of whom, and around where."""
    parser.add_argument("soort", choices=("profielen", "vacatures"), help="waarnaar u vraagt")
    parser.add_argument("--naar", required=True, metavar="OIN", help="aan welke organisatie (20 cijfers)")
    parser.add_argument("--postcode", required=True, help="het midden van het gebied, bijvoorbeeld 1234AB")
    parser.add_argument("--afstand", type=int, default=25, metavar="KM", help="hoe ver daarvandaan (standaard 25)")
    parser.add_argument("--uren", type=int, help="wie ten minste zoveel uur per week kan of mag werken")
    parser.add_argument("--detail", metavar="NUMMER", help="toon één antwoord (vumID) in detail")
    parser.add_argument("--gemeente", default="", metavar="NAAM", help="namens welke gemeente, als er meer zijn")


def voer_uit(opties: argparse.Namespace) -> int:
    """JSON lines on standard output; 2 when the exchange or the settings failed."""
    from werklandschap.kern.basis.fouten import Invoerfout
    from werklandschap.koppelingen.vum.instellingen import vum
    from werklandschap.koppelingen.vum.netwerk import Netwerkfout, Verbinding
    from werklandschap.koppelingen.vum.selectie import lees_vraag

    from .import_ import gemeente_met_naam

    try:
        gezet, gemeente = vum(), gemeente_met_naam(opties.gemeente)
        if not gezet.aan or not gezet.adres:
            raise Netwerkfout("VUM staat uit. Zet WERKLANDSCHAP_VUM en WERKLANDSCHAP_VUM_URL; zie docs/beheer/vum.md.")
        if gemeente.code not in gezet.oin:
            raise Netwerkfout(f"Zet het OIN van {gemeente.naam} in WERKLANDSCHAP_VUM_OIN.")
        verbinding = Verbinding(gezet.adres, gezet.oin[gemeente.code], gezet.certificaat, gezet.sleutel)
        if opties.detail:
            rijen = [verbinding.detail(opties.soort, naar=opties.naar, vum_id=opties.detail)]
        else:
            vraag: dict[str, object] = {"selectiegebied": {"postcode": opties.postcode, "afstand": opties.afstand}}
            if opties.uren is not None:
                vraag["werktijden"] = {"aantalWerkurenPerWeekMaximaal": {"$gte": opties.uren}}
            lees_vraag(vraag)
            rijen = verbinding.zoek(opties.soort, naar=opties.naar, vraag=vraag)
    except (Netwerkfout, LookupError) as fout:
        print(f"werklandschap vum: {fout.args[0]}", file=sys.stderr)
        return 2
    except Invoerfout as fout:
        print(f"werklandschap vum: {'; '.join(fout.fouten.values())}", file=sys.stderr)
        return 2
    for rij in rijen:
        print(json.dumps(rij, ensure_ascii=False))
    print(f"{len(rijen)} gevonden.", file=sys.stderr)
    return 0
