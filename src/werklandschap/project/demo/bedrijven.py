"""The invented employers: branches, contacts, contact moments, chances, and job profiles now and in the future."""

from __future__ import annotations

from datetime import date, timedelta

from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.project.demo import gegevens as woorden
from werklandschap.project.demo.accounts import Ploeg
from werklandschap.project.demo.handen_werkgever import Bedrijf, Profiel, Werkgeverhanden
from werklandschap.project.demo.mensen import CERTIFICATEN, OVERDAG, Vak

SOORTEN_CONTACT = ("bezoek", "telefoon", "telefoon", "online", "email")
ONDERWERPEN = (
    "Kennismaking",
    "Vacature of plek",
    "Plek in de toekomst",
    "Subsidie of regeling",
    "Bezoek aan de werkvloer",
)
TEGELS = ("werkgever-contact", "voorzorg", "orientatie", "opleiden", "kandidaat-fit")


def maak_bedrijven(w: Werkgeverhanden, ploeg: Ploeg, vakken: dict[str, Vak], aantal: int, eerste: int) -> list[Bedrijf]:
    """Employers of one municipality; `eerste` is where the numbering begins."""
    per_sector: dict[str, list[Vak]] = {}
    for vak in vakken.values():
        per_sector.setdefault(vak.beroep.sector, []).append(vak)
    return [_maak_bedrijf(w, ploeg, per_sector, eerste + nummer) for nummer in range(aantal)]


def _maak_bedrijf(w: Werkgeverhanden, ploeg: Ploeg, per_sector: dict[str, list[Vak]], nummer: int) -> Bedrijf:
    naam, sector, grootte = _naam(nummer)
    begin = w.werkdag(w.vandaag - timedelta(days=w.tussen(120, 720)))
    tijd = w.tijd(begin)
    b = w.maak_werkgever(
        gemeente=ploeg.gemeente,
        door=w.rng.choice(ploeg.accountmanagers),
        tijd=tijd,
        velden={
            "naam": naam,
            "kvk_nummer": f"{99000000 + nummer}",
            "sector": sector,
            "grootte": grootte,
            "website": f"https://www.bedrijf{nummer}.test",
            "kenmerken": "Een bedrijf met korte lijnen. Nieuwe collega’s krijgen een vaste begeleider.",
            "producten": "Verzonnen producten en diensten voor klanten in de regio.",
            "missie": "Iedereen die wil werken, moet mee kunnen doen." if w.kans(0.5) else "",
            "verwachtingen": "Wij bellen elkaar als er iets is en wachten niet af." if w.kans(0.6) else "",
        },
    )
    for nr in range(w.rng.choices((1, 2), (4, 1))[0]):
        plaats, pc4, lat, lon = w.rng.choice(woorden.PLAATSEN[ploeg.gemeente.code])
        w.voeg_vestiging_toe(
            b,
            tijd,
            naam="" if nr == 0 else f"{naam} {plaats}",
            straat=w.rng.choice(woorden.STRATEN),
            huisnummer=str(w.tussen(1, 90)),
            postcode=f"{pc4} AA",
            plaats=plaats,
            lat=lat,
            lon=lon,
        )
    for nr in range(w.tussen(1, 2)):
        w.voeg_contactpersoon_toe(
            b,
            tijd,
            naam=f"{w.rng.choice(woorden.VOORNAMEN)} {w.rng.choice(woorden.ACHTERNAMEN)}",
            functie=w.rng.choice(woorden.FUNCTIES_CONTACT),
            email=f"contact{nr}@bedrijf{nummer}.test",
            telefoon=f"088{w.tussen(1000000, 9999999)}",
            wil_nieuws=w.kans(0.6),
        )
    _contacten(w, b, begin)
    _bezoeken(w, b, begin)
    keuze = per_sector.get(sector) or [vak for rij in per_sector.values() for vak in rij]
    for _keer in range(2):
        _maak_profiel(w, b, w.rng.choice(keuze), begin)
    return b


def _naam(nummer: int) -> tuple[str, str, str]:
    """Name, sector and size: the written list first, then made of words."""
    if nummer < len(woorden.BEDRIJVEN):
        return woorden.BEDRIJVEN[nummer]
    rest = nummer - len(woorden.BEDRIJVEN)
    woord = woorden.BEDRIJFSWOORDEN[rest % len(woorden.BEDRIJFSWOORDEN)]
    ronde = rest // len(woorden.BEDRIJFSWOORDEN)
    soort, sector = woorden.BEDRIJFSSOORTEN[(rest + ronde) % len(woorden.BEDRIJFSSOORTEN)]
    reeks = ronde // len(woorden.BEDRIJFSSOORTEN)
    grootte = ("klein", "middel", "groot", "zeer_groot")[rest % 4]
    return f"{woord} {soort}" + (f" {reeks + 1}" if reeks else ""), sector, grootte


def _contacten(w: Werkgeverhanden, b: Bedrijf, begin: date) -> None:
    """A contact every few months; promises of long ago are kept, a few recent ones are late."""
    dag = begin
    while dag < w.vandaag - timedelta(days=3):
        belofte = w.rng.choice(woorden.AFSPRAKEN) if w.kans(0.35) else ""
        tijd = w.tijd(dag)
        _moment, taak = w.leg_contact_vast(
            b,
            soort=w.rng.choice(SOORTEN_CONTACT),
            onderwerp=w.rng.choice(ONDERWERPEN),
            tijd=tijd,
            verslag=w.rng.choice(woorden.CONTACTVERSLAGEN),
            afspraken=belofte,
        )
        klaar = tijd + timedelta(days=w.tussen(3, 16))
        if taak is not None and klaar < w.nu and (taak.voor_op < w.vandaag - timedelta(days=20) or w.kans(0.6)):
            w.rond_taak_af(taak, b.door, klaar)
        dag = w.werkdag(dag + timedelta(days=w.tussen(50, 190)))
    if w.kans(0.3):
        over = w.werkdag(w.vandaag + timedelta(days=w.tussen(2, 30)))
        w.leg_contact_vast(
            b, soort="bezoek", onderwerp="Bezoek aan de werkvloer", tijd=w.nu - timedelta(days=2), dag=over
        )


def _bezoeken(w: Werkgeverhanden, b: Bedrijf, begin: date) -> None:
    """The tiles an employer was on; some visits still run, and one may come again."""
    w.begin_bij(b, "werkgever-contact", w.tijd(begin))
    eind = w.tijd(begin + timedelta(days=w.tussen(10, 60)))
    if eind < w.nu and w.kans(0.8):
        w.eindig_bij(b, "werkgever-contact", eind, "stap_gezet")
    ruimte = (w.vandaag - begin).days
    for slug in w.rng.sample(TEGELS[1:], w.tussen(1, 3)):
        van = begin + timedelta(days=w.tussen(60, max(61, ruimte - 5)))
        if van >= w.vandaag:
            continue
        w.begin_bij(b, slug, w.tijd(van))
        tot = van + timedelta(days=w.tussen(30, 150))
        if tot < w.vandaag:
            w.eindig_bij(b, slug, w.tijd(tot), w.kies("doel_bereikt", "stap_gezet", "geen_verandering"))


def _maak_profiel(w: Werkgeverhanden, b: Bedrijf, vak: Vak, begin: date) -> Profiel:
    """A job profile; one in three starts in the future, a few are still a concept."""
    # Never before the employer was known.
    gemaakt = w.vandaag - timedelta(days=w.tussen(20, min(300, (w.vandaag - begin).days - 5)))
    tijd = w.tijd(gemaakt)
    toekomst = w.kans(0.34)
    start = w.vandaag + timedelta(days=w.tussen(30, 330)) if toekomst else gemaakt + timedelta(days=w.tussen(10, 40))
    reden = (
        w.kies("groei", "pensioen", "verloop", "proces", "opleiding")
        if toekomst
        else w.kies("vacant", "vacant", "jobcarving")
    )
    taken = "\n".join(f"- {competentie.label}" for competentie, _niveau in vak.competenties[:6])
    profiel = w.maak_werkprofiel(
        b,
        titel=vak.beroep.label,
        beroep=vak.beroep,
        start=start,
        tijd=tijd,
        reden=reden,
        posities=w.rng.choices((1, 2, 3), (6, 2, 1))[0],
        omschrijving=f"{w.rng.choice(woorden.VACATURE_OPENING)}\n{taken}",
        omgeving=w.kies("Rustige werkplek", "Levendige werkvloer", "Buiten, met een vast team"),
        cultuur=w.kies("Gewoon doen en elkaar helpen", "Direct en vriendelijk", "Informeel"),
        begeleiding=w.kies("Een vaste collega legt alles uit", "Elke week een gesprek met de teamleider", ""),
        loon=w.kies("Volgens de cao", "Minimumloon", ""),
        contract=w.kies("Half jaar, daarna verlengen", "Jaarcontract", ""),
    )
    hoog = w.kies(20, 24, 28, 32, 36)
    zwaarste = max((niveau for _c, niveau in vak.competenties), default=0)
    eisen = [
        (competentie, max(1, niveau - 1), w.tussen(4, 9), niveau == zwaarste and niveau >= 4 and w.kans(0.5))
        for competentie, niveau in vak.competenties[: w.tussen(4, 7)]
    ]
    codes = [code for code in CERTIFICATEN.get(vak.beroep.sector, ()) if w.kans(0.25)]
    w.bevestig_eisen(
        profiel,
        competenties=eisen,
        certificaten=codes,
        talen={"nld": w.tussen(1, 3)} if w.kans(0.7) else {},
        omstandigheden=vak.omstandigheden,
        uren=(max(8, hoog - 12), hoog),
        dagdelen=OVERDAG if w.kans(0.7) else None,
        tijd=tijd + timedelta(minutes=20),
    )
    if w.kans(0.9):
        w.stel_open(profiel, tijd + timedelta(minutes=40), 3, w.kies(3, 5, 7))
    return profiel


def open_profielen(bedrijven: list[Bedrijf]) -> list[Profiel]:
    """The profiles one can present for."""
    return [p for b in bedrijven for p in b.profielen if p.rij.status == Werkprofiel.Status.OPEN]
