"""How fast are the main pages in a municipality with ten thousand dossiers, against a bare Django view?

    script/bench paginas [--mensen 10000] [--keer 15] [--data MAP]

Makes the people once with `simuleer` in a folder of its own, then asks each page in turn with the bare view: signed in,
through the same middleware, 25 rows from one query in a plain template. Each figure is the median; a ratio compares the
two medians of the same run, so that a busy machine weighs on both. Aims at 6 × or less; fails (1) when a page is above.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from datetime import timedelta
from functools import cache
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

HOOGUIT = 6.0
GEMEENTE = "9009"
MENSEN_PER_PLAATSING = 8
INSTRUMENTEN = ("jobcoach", "loonkostensubsidie", "proefplaatsing", "werkplekaanpassing")
RIJ = "<tr><td>{{ rij.pk }}</td><td>{{ rij.naam }}</td></tr>"
SJABLOON = f"<!doctype html><title>Kaal</title><table>{{% for rij in rijen %}}{RIJ}{{% endfor %}}</table>"
KLANTMANAGER, MANAGER, ACCOUNTMANAGER = (
    "klantmanager0@simulatie.test",
    "manager@bench.test",
    "accountmanager0@simulatie.test",
)
# A page by what it is called, who asks it, and its address. In it # is the number of a dossier, @ that of a job
# profile, & that of its employer and ~ the dossier of the first candidate.
PAGINAS = (
    ("Mijn dag", KLANTMANAGER, "/mijn-dag/"),
    ("Agenda, week", KLANTMANAGER, "/mijn-agenda/week/"),
    ("Dossiers, mijn mensen", KLANTMANAGER, "/dossiers/?wie=mij&status=open"),
    ("Dossiers, hele gemeente", KLANTMANAGER, "/dossiers/?wie=gemeente&status=open"),
    ("Dossiers, lang niet gezien", KLANTMANAGER, "/dossiers/?wie=gemeente&status=open&niet_gezien=8"),
    ("Dossiers, op naam", KLANTMANAGER, "/dossiers/?wie=gemeente&status=&q=test"),
    (
        "Dossiers, alle kolommen",
        KLANTMANAGER,
        "/dossiers/?wie=gemeente&kolom=tegels&kolom=gezien&kolom=volgende&kolom=laat&kolom=doelgroep",
    ),
    ("Dossier", KLANTMANAGER, "/dossiers/#/"),
    ("Dossier, klantbeeld", KLANTMANAGER, "/dossiers/#/klantbeeld/"),
    ("Dossier, profiel", KLANTMANAGER, "/dossiers/#/profiel/"),
    ("Dossier, plan", KLANTMANAGER, "/dossiers/#/plan/"),
    ("Dossier, tijdlijn", KLANTMANAGER, "/dossiers/#/tijdlijn/"),
    ("Dossier, werk dat past", KLANTMANAGER, "/dossiers/#/werk/"),
    ("Dossier, documenten", KLANTMANAGER, "/dossiers/#/documenten/"),
    ("Dossier, berichten", KLANTMANAGER, "/dossiers/#/berichten/"),
    ("Zoeken", KLANTMANAGER, "/zoeken/?q=test"),
    ("Landschap", KLANTMANAGER, "/werkzoekenden/"),
    ("Tegel met werk", KLANTMANAGER, "/werkzoekenden/werk-fit/"),
    ("Werkgevers", ACCOUNTMANAGER, "/relaties/"),
    ("Werkgever", ACCOUNTMANAGER, "/relaties/&/"),
    ("Werkprofiel", ACCOUNTMANAGER, "/werkprofielen/@/"),
    ("Werkprofielen", ACCOUNTMANAGER, "/werkprofielen/"),
    ("Kandidaten bij een werkprofiel", ACCOUNTMANAGER, "/werkprofielen/@/kandidaten/"),
    ("Uitleg bij een kandidaat", ACCOUNTMANAGER, "/werkprofielen/@/kandidaten/~/"),
    ("Wie kan groeien", ACCOUNTMANAGER, "/werkprofielen/@/groeien/"),
    ("Mijn dag, manager", MANAGER, "/mijn-dag/"),
    ("Dossiers, zonder collega", MANAGER, "/dossiers/?wie=zonder&status=open&sorteer=gemeld"),
    ("Caseload overdragen", MANAGER, "/dossiers/caseload-overdragen/"),
    ("Plaatsingen", MANAGER, "/plaatsingen/"),
    ("Inzicht, wachten en werkdruk", MANAGER, "/inzicht/"),
    ("Inzicht, tegels", MANAGER, "/inzicht/tegels/"),
    ("Inzicht, resultaten", MANAGER, "/inzicht/resultaten/"),
    ("Inzicht, gelijke kansen", MANAGER, "/inzicht/eerlijk/"),
    ("Inzicht, wie is te vinden", MANAGER, "/inzicht/vindbaar/"),
)


def main() -> int:
    """Prepare, measure, print, write .bench/paginas.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mensen", type=int, default=10_000)
    parser.add_argument("--keer", type=int, default=15)
    parser.add_argument("--data", type=Path, default=Path(".bench/paginas-data"))
    opties = parser.parse_args()
    _begin(opties.data, opties.mensen)
    rijen = _meet(opties.keer)
    uitkomst = {
        "mensen": opties.mensen,
        "keer": opties.keer,
        "machine": f"{platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}",
        "belasting": [round(x, 1) for x in os.getloadavg()],
        "datum": time.strftime("%Y-%m-%d"),
        "paginas": rijen,
    }
    _druk_af(rijen)
    Path(".bench").mkdir(exist_ok=True)
    Path(".bench/paginas.json").write_text(json.dumps(uitkomst, indent=2, ensure_ascii=False), encoding="utf-8")
    return 0 if all(rij["maal"] <= HOOGUIT for rij in rijen) else 1


def _begin(data: Path, mensen: int) -> None:
    """Django on a database of its own with enough people in one municipality."""
    data.mkdir(parents=True, exist_ok=True)
    os.environ |= {
        "WERKLANDSCHAP_DATA": str(data.resolve()),
        "DJANGO_SETTINGS_MODULE": "werklandschap.project.settings",
    }
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    from werklandschap.kern.dossiers.models import Dossier
    from werklandschap.kern.toegang.models import Gebruiker
    from werklandschap.project.cli import simuleer

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    over = mensen - Dossier.objects.filter(gemeente__code=GEMEENTE).count()
    if over > 0:
        simuleer.voer_uit(argparse.Namespace(inwoners=over, seed=1))
    _plaats(mensen // MENSEN_PER_PLAATSING)
    eerste = Gebruiker.objects.get(email=KLANTMANAGER)
    Gebruiker.objects.get_or_create(
        email=MANAGER, defaults={"naam": "Manager", "rol": "manager", "gemeente": eerste.gemeente, "team": eerste.team}
    )


def _plaats(aantal: int) -> None:
    """Placements of the past years, with an instrument each, a third of them ended: the simulation makes none."""
    from django.utils import timezone

    from werklandschap.kern.dossiers.models import Dossier
    from werklandschap.kern.profielen.models import Werkprofiel
    from werklandschap.samen.plaatsing.models import Besluit, Plaatsing

    dossiers = Dossier.objects.filter(gemeente__code=GEMEENTE)
    aantal -= Plaatsing.objects.filter(dossier__in=dossiers).count()
    if aantal <= 0:
        return
    profielen = list(Werkprofiel.objects.filter(gemeente__code=GEMEENTE).order_by("pk"))
    vandaag = timezone.localdate()
    plaatsingen = []
    for nr, dossier in enumerate(dossiers.order_by("-pk")[:aantal]):
        van = vandaag - timedelta(days=nr * 7 % 900)
        einde = van + timedelta(days=nr * 11 % 400)
        plaatsingen.append(
            Plaatsing(
                dossier=dossier,
                werkprofiel=profielen[nr % len(profielen)],
                status="geeindigd" if einde < vandaag and nr % 3 == 0 else "loopt",
                van=van,
                geeindigd_op=einde if einde < vandaag and nr % 3 == 0 else None,
                uren=24,
                functie=profielen[nr % len(profielen)].titel,
            )
        )
    Plaatsing.objects.bulk_create(plaatsingen)
    Besluit.objects.bulk_create(
        Besluit(plaatsing=rij, instrument=soort, van=rij.van)
        for rij, soort in zip(plaatsingen, cycle(INSTRUMENTEN), strict=False)
    )


def _kaal(request: Any) -> Any:
    """The bare view: who is signed in, 25 rows of one query, a plain template."""
    from django.http import HttpResponse
    from django.template import Context

    from werklandschap.kern.dossiers.models import Werkzoekende

    assert request.user.is_authenticated
    rijen = Werkzoekende.objects.filter(gemeente=request.user.gemeente_id).order_by("pk")[:25]
    return HttpResponse(_kaal_sjabloon().render(Context({"rijen": rijen})))


@cache
def _kaal_sjabloon() -> Any:
    from django.template import Template

    return Template(SJABLOON)


def _meet(keer: int) -> list[dict[str, Any]]:
    from django.test import Client
    from django.urls import path

    from werklandschap.kern.dossiers.models import Dossier
    from werklandschap.kern.profielen.models import Werkprofiel
    from werklandschap.kern.profielen.zoeken import zoek_kandidaten
    from werklandschap.kern.toegang.models import Gebruiker
    from werklandschap.project import urls
    from werklandschap.project.server import ruim_rustig_op

    ruim_rustig_op()
    urls.urlpatterns.append(path("_kaal/", _kaal))
    klanten = {}
    for email in (KLANTMANAGER, MANAGER, ACCOUNTMANAGER):
        klanten[email] = Client()
        klanten[email].force_login(
            Gebruiker.objects.get(email=email), backend="werklandschap.kern.toegang.backends.Accountbackend"
        )
    # The dossier in which most happened.
    eigen = Dossier.objects.lopend().filter(verantwoordelijke__email=KLANTMANAGER)
    dossier = eigen.order_by("-keten__lengte", "pk").first()
    profiel = Werkprofiel.objects.filter(gemeente__code=GEMEENTE, status="open").order_by("pk").first()
    assert dossier is not None
    assert profiel is not None
    zoeker = Gebruiker.objects.get(email=ACCOUNTMANAGER)
    eerste = zoek_kandidaten(werkprofiel=profiel, door=zoeker, top=1).matches[0]
    nummers = {
        "#": dossier.pk,
        "@": profiel.pk,
        "&": profiel.werkgever_id,
        "~": eerste.dossier.pk,
    }
    rijen = []
    for naam, email, adres in PAGINAS:
        pad, vraag, rest = adres.partition("?")
        for teken, nummer in nummers.items():
            pad = pad.replace(teken, str(nummer))
        volledig = pad + vraag + rest
        rijen.append({"pagina": naam, **_vergelijk(klanten[email], volledig, keer)})
    return rijen


def _vergelijk(klant: Any, adres: str, keer: int) -> dict[str, Any]:
    """Page and bare view in turn; the first time of each warms what is kept between requests."""
    tijden: dict[str, list[float]] = {adres: [], "/_kaal/": []}
    grootte = 0
    for beurt in range(keer + 1):
        for pad, lijst in tijden.items():
            begin = time.perf_counter()
            antwoord = klant.get(pad)
            duur = 1000 * (time.perf_counter() - begin)
            if antwoord.status_code != 200:
                raise SystemExit(f"{pad} antwoordt {antwoord.status_code}")
            if beurt:
                lijst.append(duur)
            if pad == adres:
                grootte = len(antwoord.content)
    ms, kaal = median(tijden[adres]), median(tijden["/_kaal/"])
    return {"ms": round(ms, 1), "kaal_ms": round(kaal, 1), "maal": round(ms / kaal, 1), "kB": round(grootte / 1024)}


def _druk_af(rijen: list[dict[str, Any]]) -> None:
    print(f"{'pagina':32} {'ms':>7} {'kaal':>7} {'maal':>6} {'kB':>5}")
    for rij in rijen:
        teken = "" if rij["maal"] <= HOOGUIT else f"  boven {HOOGUIT:.0f} ×"
        print(f"{rij['pagina']:32} {rij['ms']:7} {rij['kaal_ms']:7} {rij['maal']:6} {rij['kB']:5}{teken}")


if __name__ == "__main__":
    sys.exit(main())
