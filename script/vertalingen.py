"""Compiles translations to the .mo that Django reads, and makes the file for a translator of another language.

script/vertalingen.py                    every .po under src/werklandschap
script/vertalingen.py MAP                every .po under MAP
script/vertalingen.py nieuw CODE MAP     MAP/CODE/LC_MESSAGES/django.po, what residents read first; what is there stays
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import yaml

WORTEL = Path(__file__).resolve().parent.parent
PAKKET = WORTEL / "src" / "werklandschap"
ENGELS = PAKKET / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Where residents read: their own pages, asking for help, and the frame around every page.
VAN_INWONERS = (
    *("portaal", "ontwerp", "werkzoekende/melding"),
    *(f"werkzoekende/{tegel}/{deel}.py" for tegel in ("orientatie", "werk_fit") for deel in ("forms", "models")),
)
CATALOGI = ("kern/klantbeeld/data", "werkzoekende/orientatie/data", "werkzoekende/maatschappelijk_fit/data")
BEROEPEN = "competenties/data/beroepen.yaml"


def compileer(map_: Path) -> list[Path]:
    """Compile all catalogues under `map_`; a damaged one raises OSError with its name and line."""
    gemaakt = []
    for po in sorted(map_.rglob("*.po")):
        mo = po.with_suffix(".mo")
        polib.pofile(str(po)).save_as_mofile(str(mo))
        gemaakt.append(mo)
    return gemaakt


def maak_nieuw(code: str, map_: Path) -> Path:
    """The file for one more language: residents' texts first, the English beside each; translations are kept."""
    doel = map_ / code / "LC_MESSAGES" / "django.po"
    oud = {e.msgid: e for e in polib.pofile(str(doel))} if doel.exists() else {}
    nieuw = polib.POFile()
    nieuw.metadata = {"Language": code, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
    bron = _bron_van_inwoners()
    product = [(e, "inwoner" if _staat_in(e.msgid, bron) else "medewerker") for e in polib.pofile(str(ENGELS))]
    catalogi = {nl: en for nl, en in _catalogusteksten() if nl not in {e.msgid for e, _voor in product}}
    regels = [*product, *((polib.POEntry(msgid=nl, msgstr=en), "inwoner") for nl, en in catalogi.items())]
    for regel, voor in sorted(regels, key=lambda paar: paar[1]):
        regel.comment = f"{voor}; English: {regel.msgstr or regel.msgstr_plural.get(0, '')}"
        bekend = oud.get(regel.msgid)
        regel.msgstr = bekend.msgstr if bekend else ""
        leeg = dict.fromkeys(regel.msgstr_plural, "")
        regel.msgstr_plural = bekend.msgstr_plural if bekend else leeg
        nieuw.append(regel)
    doel.parent.mkdir(parents=True, exist_ok=True)
    nieuw.save(str(doel))
    return doel


def _bron_van_inwoners() -> str:
    paden = [PAKKET / deel for deel in VAN_INWONERS]
    alles = [b for pad in paden for b in ([pad] if pad.is_file() else pad.rglob("*"))]
    bestanden = [b for b in alles if b.suffix in {".py", ".html"}]
    tekst = "\n".join(bestand.read_text(encoding="utf-8") for bestand in bestanden)
    aaneen = re.sub(r'"\s*\n\s*"', "", tekst)
    return re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", aaneen)


def _staat_in(msgid: str, bron: str) -> bool:
    return msgid in bron or msgid.replace("%%", "%") in bron


def _catalogusteksten() -> Iterator[tuple[str, str]]:
    """(Dutch, English) of what residents read from catalogues."""
    for deel in CATALOGI:
        for bestand in sorted((PAKKET / deel).glob("*.yaml")):
            yield from _teksten(yaml.safe_load(bestand.read_text(encoding="utf-8")))
    for rij in yaml.safe_load((PAKKET / BEROEPEN).read_text(encoding="utf-8")).values():
        yield rij["nl"], rij["en"]
        yield rij["uitleg"], rij["uitleg_en"]


def _teksten(inhoud: Any) -> Iterator[tuple[str, str]]:
    if isinstance(inhoud, dict):
        engels = inhoud.get("en")
        if isinstance(engels, str) and "tekst" in inhoud:
            yield inhoud["tekst"], engels
        elif isinstance(engels, dict):
            for veld, en in engels.items():
                yield from _paren(inhoud.get(veld), en)
        for deel in inhoud.values():
            yield from _teksten(deel)
    elif isinstance(inhoud, list):
        for deel in inhoud:
            yield from _teksten(deel)


def _paren(nederlands: Any, engels: Any) -> Iterator[tuple[str, str]]:
    if isinstance(nederlands, str) and isinstance(engels, str) and nederlands:
        yield nederlands, engels
    elif isinstance(nederlands, list) and isinstance(engels, list):
        for nl, en in zip(nederlands, engels, strict=False):
            yield from _paren(nl, en)
    elif isinstance(nederlands, dict) and isinstance(engels, dict):
        for veld in nederlands.keys() - {"code"}:
            yield from _paren(nederlands[veld], engels.get(veld))


def main(argumenten: list[str]) -> int:
    """Do what the arguments ask and name the files."""
    try:
        if len(argumenten) == 3 and argumenten[0] == "nieuw":
            print(maak_nieuw(argumenten[1], Path(argumenten[2])))
        elif len(argumenten) <= 1:
            for mo in compileer(Path(argumenten[0]) if argumenten else PAKKET):
                print(mo)
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except (OSError, UnicodeDecodeError) as fout:
        print(f"Een vertaalbestand is niet te lezen: {fout}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
