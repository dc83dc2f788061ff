"""Compiles translations to the .mo that Django reads, and makes the file for a translator of another language.

script/vertalingen.py                    every .po under src/werklandschap
script/vertalingen.py MAP                every .po under MAP
script/vertalingen.py nieuw CODE MAP     MAP/CODE/LC_MESSAGES/django.po, what residents read first; what is there stays
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import yaml
from django.utils.translation.template import templatize

WORTEL = Path(__file__).resolve().parent.parent
PAKKET = WORTEL / "src" / "werklandschap"
ENGELS = PAKKET / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Where residents read: their own pages, asking for help, and the frame around every page. A map, a file, or with `:`
# one class, function or name of a file. tests/project/test_wie_leest_wat.py knows when one is missing.
VAN_INWONERS = (
    # The frame, forms and parts of pages.
    "ontwerp/templates",
    *(f"ontwerp/{naam}.py" for naam in ("formulieren", "views", "grafieken/groeipad", "grafieken/kringen", "opmaak")),
    "ontwerp/templatetags",
    *(
        "kern/toegang/adapters.py:Accountadapter",
        "kern/toegang/forms.py",
        "kern/toegang/context.py",
        "kern/toegang/templates/account/login.html",
    ),
    "kern/toegang/templates/toegang/account.html",
    *("kern/toegang/rollen.py:Rol.INWONER", "landschap/templates/landschap/begrippen.html"),
    # Asking for help, and what we tell of it.
    *(f"werkzoekende/melding/templates/werkzoekende_melding/{naam}.html" for naam in ("hulp_vragen", "verder")),
    *(f"werkzoekende/melding/templates/werkzoekende_melding/{naam}.html" for naam in ("bewaard", "bedankt", "reactie")),
    *(f"werkzoekende/melding/forms.py:{naam}" for naam in ("Hulpvraagformulier", "Codeformulier", "Reactieformulier")),
    *("werkzoekende/melding/bevestiging.py", "werkzoekende/melding/views/openbaar.py"),
    "werkzoekende/melding/models.py:Terugkoppeling.Antwoord",
    # The own pages.
    "portaal",
    *("koppelingen/badges/templates/badges/mijn.html", "koppelingen/badges/forms.py:Badgebestand"),
    *(f"koppelingen/badges/verslag.py:{naam}" for naam in ("NAMEN", "REDENEN", "VERDER_ZELF", "Controle")),
    *(f"koppelingen/badges/weergave.py:{naam}" for naam in ("STANDEN", "CONTROLESTANDEN", "VOOR_DE_PERSOON")),
    *("koppelingen/badges/lezen.py", "koppelingen/badges/views.py:mijn_weg"),
    *("kern/documenten/forms.py:Bestandformulier", "kern/documenten/models.py:Onderwerp"),
    *("kern/profielen/cv.py", "kern/profielen/views_cv.py:Cvformulier"),
    *("kern/dossiers/models.py:Contactwijze", "kern/dossiers/models.py:Toestemming.Soort"),
    "kern/klantbeeld/models.py:Waarneming.Bron",
    *("werkzoekende/orientatie/forms.py", "werkzoekende/orientatie/models.py", "werkzoekende/diagnostiek/models.py"),
    *("werkzoekende/werk_fit/forms.py", "werkzoekende/werk_fit/models.py"),
    *("samen/plaatsing/models.py:Plaatsing.Status", "samen/bemiddeling/models/voordracht.py:Ontmoeting.Soort"),
    *("samen/bemiddeling/models/speeddate.py:Wens", "samen/bemiddeling/models/speeddate.py:Speeddateafspraak.Antwoord"),
    "samen/bemiddeling/forms_speeddate.py:Wensenformulier",
    # Reporting that something goes wrong, and mails and letters.
    *(f"samen/nazorg/templates/samen_nazorg/{naam}.html" for naam in ("via_link", "gemeld")),
    *("samen/bemiddeling/uitnodiging.py", "kern/dossiers/klantbericht.py:standaardbericht"),
    *("kern/dossiers/klantbericht.py:bezorg", "kern/berichten/herinneringen.py:smstekst"),
    "kern/berichten/bezorgen.py:als_brief",
)
# Inside those maps, for colleagues, employers and partners only.
NIET_VAN_INWONERS = (
    *(f"portaal/templates/portaal/{naam}.html" for naam in ("bedrijf", "kandidaat", "overdracht", "partner")),
    *(f"portaal/templates/portaal/{naam}.html" for naam in ("gedeeld_plan", "toegang")),
    *(f"portaal/{naam}.py" for naam in ("views_bedrijf", "views_partner", "models", "gebeurtenissen", "haken")),
)
# Kinds of events on the log of an employer: the company reads those, not the person.
VAN_WERKGEVERS = ("werkgever/", "kern/relaties/")
WERKGEVERCODES = ("kandidaat.", "werkplek.", "werkgever.", "werkprofiel.")
VERTAALT = frozenset({"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"})
IN_SJABLOON = re.compile(r"\b(?:_|n?gettext)\(((?:\s*u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?)+)")
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
    inwoners = van_inwoners()
    product = [(e, "inwoner" if e.msgid in inwoners else "medewerker") for e in polib.pofile(str(ENGELS))]
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


def van_inwoners() -> set[str]:
    """Every text that residents read."""
    weg = {PAKKET / deel for deel in NIET_VAN_INWONERS}
    uit: set[str] = set()
    for deel in VAN_INWONERS:
        pad, _, naam = deel.partition(":")
        bron = PAKKET / pad
        for bestand in [bron] if bron.is_file() else sorted(bron.rglob("*")):
            if bestand not in weg and bestand.suffix in {".py", ".html"}:
                uit |= teksten_in(bestand, naam)
    return uit | {tekst for bestand in sorted(PAKKET.rglob("gebeurtenissen.py")) for tekst in _van_de_tijdlijn(bestand)}


def _van_de_tijdlijn(bestand: Path) -> Iterator[str]:
    """What the person reads of events: the plain words where there are some, else the professional's."""
    if str(bestand.relative_to(PAKKET)).startswith(VAN_WERKGEVERS):
        return
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if not (isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "registreer"):
            continue
        code, *woorden = knoop.args
        velden = {veld.arg: veld.value for veld in knoop.keywords}
        if isinstance(code, ast.Constant) and str(code.value).startswith(WERKGEVERCODES):
            continue
        delen = [velden["gewoon"]] if "gewoon" in velden else woorden if "voor_betrokkene" in velden else []
        yield from (tekst for deel in delen for binnen in ast.walk(deel) for tekst in _vertaalt(binnen))


def teksten_in(bestand: Path, naam: str = "") -> set[str]:
    """The texts of a file that are translated; with `naam` of that class, function or name in it."""
    bron = bestand.read_text(encoding="utf-8")
    if bestand.suffix == ".html":
        gevonden = IN_SJABLOON.findall(templatize(bron))
        return {tekst for deel in gevonden for tekst in ast.literal_eval(f"({deel.rstrip(' ,')},)")}
    delen: list[ast.stmt | ast.Module] = [ast.parse(bron)]
    for stuk in filter(None, naam.split(".")):
        delen = [binnen for deel in delen for binnen in getattr(deel, "body", [deel]) if stuk in _namen_van(binnen)]
        if not delen:
            raise KeyError(f"{bestand}: {naam}")
    return {tekst for deel in delen for knoop in ast.walk(deel) for tekst in _vertaalt(knoop)}


def _namen_van(deel: ast.AST) -> set[str]:
    if isinstance(deel, ast.ClassDef | ast.FunctionDef):
        return {deel.name}
    doelen = deel.targets if isinstance(deel, ast.Assign) else [deel.target] if isinstance(deel, ast.AnnAssign) else []
    return {doel.id for doel in doelen if isinstance(doel, ast.Name)}


def _vertaalt(knoop: ast.AST) -> Iterator[str]:
    if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in VERTAALT:
        for waarde in knoop.args[:2]:
            if isinstance(waarde, ast.Constant) and isinstance(waarde.value, str):
                yield waarde.value


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
