"""What stands for each parameter of an address in the world of `tests.wereld`."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from tests.fabrieken import (
    Beroepfabriek,
    Contactmomentfabriek,
    Doelfabriek,
    Dossierfabriek,
    Inzetfabriek,
    Overdrachtfabriek,
    Partnerfabriek,
    Planfabriek,
    Stapfabriek,
    Taakfabriek,
)

from werklandschap.kern.berichten.actions import verstuur_bericht
from werklandschap.kern.documenten.actions import voeg_document_toe
from werklandschap.kern.dossiers.caseload import bewaar_lijst
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.verdelen import wijs_meer_toe
from werklandschap.kern.plannen.models import Plandeling
from werklandschap.kern.profielen import cv
from werklandschap.koppelingen.agenda.actions import maak_agendalink
from werklandschap.koppelingen.badges.actions import lees_badge_in, vertrouw_uitgever
from werklandschap.koppelingen.bestanden.opladen import bied_aan
from werklandschap.samen.bemiddeling import ontmoetingen
from werklandschap.samen.nazorg import actions as nazorg
from werklandschap.samen.nazorg import problemen
from werklandschap.samen.nazorg.meldlink import meldcode

BADGE = b"""{"type": "Assertion", "id": "https://roc.test/a/1", "recipient": {"type": "email", "identity": "x@y.test"},
"verification": {"type": "HostedBadge"}, "badge": {"name": "Orders verzamelen", "issuer": {"id": "https://roc.test/"}}}"""

if TYPE_CHECKING:
    from tests.wereld import Wereld


def nummers_van(wereld: Wereld) -> dict[str, Any]:
    """What stands for each parameter, by the path before it."""
    nummers: dict[str, Any] = {}
    _persoon_nummers(wereld, nummers)
    _werkgever_nummers(wereld, nummers)
    _samen_nummers(wereld, nummers)
    _speeddate_nummers(wereld, nummers)
    klantmanager = wereld.mensen["klantmanager"]
    nummers["taken/<int:nummer>"] = Taakfabriek(eigenaar=klantmanager).pk
    nummers["beheer/accounts/<int:nummer>"] = klantmanager.pk
    nummers["beheer/tegels/<slug:kant>"] = "werkzoekenden"
    nummers["beheer/tegels/werkzoekenden/<slug:slug>"] = "melding"
    nummers["beheer/tegels/werkzoekenden/melding/<str:taal>"] = "nl"
    nummers["beheer/brieven/<slug:code>"] = "uitnodiging"
    nummers["beheer/brieven/uitnodiging/<slug:vorm>"] = "B1"
    nummers["beheer/instrumenten/<slug:code>"] = "jobcoach"
    nummers["beheer/lijsten/<slug:lijst>"] = "signalen"
    nummers["beheer/lijsten/signalen/<slug:code>"] = "laaggeletterdheid"
    nummers["beheer/instellingen/<slug:code>"] = "vier_ogen_euro"
    lijst = bewaar_lijst(naam="Nieuw", vraag="wie=zonder", opent_hiermee=False, door=klantmanager)
    nummers["dossiers/lijsten/<int:sleutel>"] = lijst.pk
    nummers["dossiers/verdelingen/<int:sleutel>"] = wijs_meer_toe(
        dossiers=[Dossierfabriek(verantwoordelijke=klantmanager)],
        naar=wereld.mensen["jobcoach"],
        reden="Verlof",
        door=klantmanager,
    ).pk
    nummers["agenda/<str:teken>"] = maak_agendalink(door=klantmanager)
    invoer = bied_aan(
        gemeente=klantmanager.gemeente,
        door=wereld.mensen["beheerder"],
        soort="werkzoekenden",
        naam="mensen.csv",
        inhoud=b"voornaam;achternaam\nNoor;Proef\n",
    )
    nummers["beheer/importeren/<uuid:sleutel>"] = invoer.pk
    _badge_nummers(wereld, nummers)
    return nummers


def _badge_nummers(wereld: Wereld, nummers: dict[str, Any]) -> None:
    """A badge nobody can prove yet, and an issuer that is trusted."""
    dossier = wereld.dossier
    badge = lees_badge_in(dossier=dossier, door=wereld.mensen["klantmanager"], inhoud=BADGE)
    uitgever = vertrouw_uitgever(
        gemeente=dossier.gemeente,
        door=wereld.mensen["beheerder"],
        naam="ROC Proef",
        kenmerk="did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        bron="Website",
    )
    nummers[f"dossiers/{dossier.pk}/badges/<uuid:sleutel>"] = badge.pk
    nummers["mijn/badges/<uuid:sleutel>"] = badge.pk
    nummers["beheer/badge-uitgevers/<int:uitgever>"] = uitgever.pk


def _persoon_nummers(wereld: Wereld, nummers: dict[str, Any]) -> None:
    dossier, door = wereld.dossier, wereld.mensen["klantmanager"]
    from werklandschap.werkzoekende.diagnostiek.models import Gesprek
    from werklandschap.werkzoekende.maatschappelijk_fit.models import Activiteit, Snellehulp
    from werklandschap.werkzoekende.melding.models import Signaal
    from werklandschap.werkzoekende.opleiden.models import Traject
    from werklandschap.werkzoekende.orientatie.models import Huiswerk, Testafname, Werkervaringsplek
    from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact, Obstakel

    pad = f"dossiers/{dossier.pk}"
    morgen = timezone.localdate() + timedelta(days=1)
    doel = Doelfabriek(plan=Planfabriek(dossier=dossier))
    onderdelen = [deel.sleutel for deel in cv.mogelijk(dossier.werkzoekende)]
    cv.kies_cv(dossier=dossier, onderdelen=onderdelen, wie_ben_ik="", hoe="gesprek", door=door)
    vraag = Toestemming.objects.create(
        dossier=dossier, soort=Toestemming.Soort.GEDEELD_PLAN, voor_wie="Wijkteam Noord", wat="Uw plan."
    )
    overdracht = Overdrachtfabriek(
        dossier=dossier, van=door, naar_partner=wereld.mensen["partner"].partnerorganisatie, verantwoordelijke=door
    )
    partnerstap = Stapfabriek(doel=doel, wie="partner")
    deling = Plandeling.objects.create(
        dossier=dossier,
        partner=overdracht.naar_partner,
        gedeeld_door=door,
        toestemming=Toestemming.objects.create(
            dossier=dossier, soort=Toestemming.Soort.GEDEELD_PLAN, voor_wie="Wijkteam Noord", antwoord=True, hoe="mijn"
        ),
    )
    deling.doelen.add(doel)
    beroep = Beroepfabriek(label="orderpicker")
    gesprek = Gesprek.objects.create(dossier=dossier, gepland_op=timezone.now(), onderwerp="Kennismaken", door=door)
    nummers |= {
        "dossiers/<int:nummer>": dossier.pk,
        f"{pad}/gesprekken/<int:gesprek>": gesprek.pk,
        f"{pad}/overdragen/<int:overdracht>": overdracht.pk,
        "partner/overdrachten/<int:sleutel>": overdracht.pk,
        "dossiers/leesbaarheid/<slug:niveau>": "a2",
        f"{pad}/plan/delen/<int:deling>": deling.pk,
        "partner/plannen/<int:sleutel>": deling.pk,
        f"partner/plannen/{deling.pk}/stappen/<int:stap>": partnerstap.pk,
        f"{pad}/toestemmingen/<int:toestemming>": vraag.pk,
        "mijn/vragen/<int:sleutel>": vraag.pk,
        f"{pad}/plan/doelen/<int:doel>": doel.pk,
        f"{pad}/plan/stappen/<int:stap>": Stapfabriek(doel=doel).pk,
        f"{pad}/klantbeeld/<slug:aspect>": "zrm_financien",
        f"{pad}/klantbeeld/metingen/<slug:soort>": "taaltoets",
        "mijn/beeld/<slug:code>": "motivatie_werk",
        f"{pad}/instrumenten/<int:inzet>": Inzetfabriek(keten=dossier.keten, gemeente=dossier.gemeente).pk,
        f"{pad}/orientatie/beroepen/<int:beroep>": beroep.pk,
        "mijn/beroepen/<int:beroep>": beroep.pk,
        f"{pad}/bezoeken/<int:bezoek>": dossier.keten.bezoeken.values_list("pk", flat=True).first(),
        f"{pad}/signalen/<int:signaal>": Signaal.objects.create(
            dossier=dossier, code="acute_geldnood", gezien_door=door
        ).pk,
        f"{pad}/maatschappelijk-fit/hulp/<int:hulp>": Snellehulp.objects.create(
            dossier=dossier, wat="Fiets", gevraagd_door=door
        ).pk,
        f"{pad}/maatschappelijk-fit/meedoen/<int:activiteit>": Activiteit.objects.create(
            dossier=dossier,
            soort="vrijwilligerswerk",
            wat="Helpen in de tuin",
            plek="Buurttuin",
            uren=4,
            herzien_op=morgen,
        ).pk,
        f"{pad}/werk-fit/obstakels/<int:obstakel>": Obstakel.objects.create(
            dossier=dossier, tekst="Geen vervoer", wie="Sam", voor_op=morgen, door=door
        ).pk,
        f"{pad}/werk-fit/netwerk/<int:contact>": Netwerkcontact.objects.create(
            dossier=dossier, naam="Bo", kan_helpen_met="Werk"
        ).pk,
        f"{pad}/opleiden/<int:traject>": Traject.objects.create(
            dossier=dossier, vorm="certificaat", naam="Heftruck", van=morgen, door=door
        ).pk,
        f"{pad}/orientatie/huiswerk/<int:huiswerk>": Huiswerk.objects.create(
            dossier=dossier, opdracht="Praat met een vakman", voor_op=morgen, door=door
        ).pk,
        f"{pad}/orientatie/test/<slug:soort>": "interesse",
        f"{pad}/orientatie/plekken/<int:plek>": Werkervaringsplek.objects.create(
            dossier=dossier,
            bedrijf="Bakkerij",
            doel="Proeven",
            van=morgen,
            weken=4,
            uren=16,
            begeleider="Kim",
            door=door,
        ).pk,
        "mijn/testen/<slug:soort>": "leren",
        "dossiers/melding/beoordelen/<uuid:melding>": _wachtende_melding(dossier),
        "kandidaten/<uuid:wie>": dossier.werkzoekende_id,
        "api/v1/werkzoekenden/<uuid:uuid>": dossier.werkzoekende_id,
    }
    document = voeg_document_toe(
        dossier=dossier, naam="diploma.jpg", inhoud=b"\xff\xd8\xff proef", voor_inwoner=True, door=door
    )
    bericht = verstuur_bericht(dossier=dossier, onderwerp="Uw plan", tekst="Lees het.", manier="mijn", door=door)
    nummers[f"{pad}/berichten/<int:bericht>"] = nummers["mijn/papieren/berichten/<int:sleutel>"] = bericht.pk
    nummers[f"{pad}/documenten/<uuid:document>"] = nummers["mijn/papieren/<uuid:document>"] = document.pk
    test = Testafname.objects.create(dossier=dossier, antwoorden={}, uitslag=[50] * 6, door=door)
    nummers[f"{pad}/orientatie/uitslag/<int:afname>"] = nummers["mijn/uitslag/<int:sleutel>"] = test.pk
    nummers["mijn/netwerk/<int:sleutel>"] = nummers[f"{pad}/werk-fit/netwerk/<int:contact>"]
    nummers["mijn/opdrachten/<int:sleutel>"] = nummers[f"{pad}/orientatie/huiswerk/<int:huiswerk>"]
    nummers["mijn/stappen/<int:sleutel>"] = nummers[f"{pad}/plan/stappen/<int:stap>"]


def _wachtende_melding(dossier: Dossier) -> Any:
    """A second request through the website by somebody who looks like this person."""
    from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
    from werklandschap.werkzoekende.melding.actions import meld_openbaar
    from werklandschap.werkzoekende.melding.gegevens import Meldgegevens
    from werklandschap.werkzoekende.melding.models import WachtendeMelding

    mens = dossier.werkzoekende
    persoon = Persoonsgegevens(
        voornaam=mens.voornaam,
        achternaam=mens.achternaam,
        geboortedatum=mens.geboortedatum,
        telefoon=mens.telefoon,
        postcode=mens.postcode,
    )
    meld_openbaar(gegevens=Meldgegevens(persoon, hulpvraag="Ik zoek weer werk."), gemeente=dossier.gemeente)
    return WachtendeMelding.objects.get().pk


def _werkgever_nummers(wereld: Wereld, nummers: dict[str, Any]) -> None:
    from werklandschap.werkgever.contact import netwerk
    from werklandschap.werkgever.contact.actions import noteer_kans
    from werklandschap.werkgever.contact.marktplan import Bedrijfsdoel, zet_op_marktplan
    from werklandschap.werkgever.kandidaat_fit.actions import start_draagvlakonderzoek, voeg_bewijs_toe
    from werklandschap.werkgever.kandidaat_fit.queries import deelcode
    from werklandschap.werkgever.opleiden.actions import leg_training_vast
    from werklandschap.werkgever.orientatie import beleid, sroi
    from werklandschap.werkgever.orientatie.models import Werkgeverstap
    from werklandschap.werkgever.voorzorg.actions import stel_vraag
    from werklandschap.werkgever.voorzorg.nieuws import maak_nieuws
    from werklandschap.werkgever.voorzorg.risico import meld_risico

    werkgever, door = wereld.werkgever, wereld.mensen["accountmanager"]
    morgen = timezone.localdate() + timedelta(days=1)
    pad = f"relaties/{werkgever.pk}"
    persoon = werkgever.contactpersonen.get()
    onderzoek = start_draagvlakonderzoek(werkgever=werkgever, sluit_op=morgen, door=door)
    kans = noteer_kans(
        werkgever=werkgever, code="personeel", volgende_stap="Bellen", voor_op=morgen, wie=door, door=door
    )
    stap = Werkgeverstap.objects.create(werkgever=werkgever, tekst="Praten met de teamleider", voor_op=morgen)
    opdracht = sroi.maak_opdracht(
        werkgever=werkgever,
        naam="Groenonderhoud",
        waarde=Decimal(200_000),
        percentage=Decimal(5),
        van=timezone.localdate() - timedelta(days=30),
        tot=timezone.localdate() + timedelta(days=335),
        door=door,
    )
    invulling = sroi.vul_in(opdracht=opdracht, bouwblok="participatiewet", plek=wereld.plaatsing.pk, door=door)
    verhaal = netwerk.vertel_verhaal(
        werkgever=werkgever,
        kop="Zo vonden wij een inpakker",
        kans="personeel",
        verhaal="Wij begonnen met een rondleiding.",
        toestemming_van=persoon,
        toestemming_op=timezone.localdate(),
        door=door,
    )
    verwijzing = netwerk.verwijs_door(
        werkgever=werkgever, vraag="Hoe krijgen wij een vergunning?", naar=Partnerfabriek(), door=door
    )
    risico = meld_risico(
        werkgever=werkgever,
        soort="zwaar_werk",
        functie="Inpakker",
        aanpak="verwijzen",
        naar="De arbodienst",
        terug_op=morgen,
        door=door,
    )
    tekst = beleid.bewaar_beleid(werkgever=werkgever, soort="hr", teksten={"start": "Rustig beginnen."}, door=door)
    deelname = leg_training_vast(werkgever=werkgever, training="harrie", naam="Kim", gepland_op=morgen, door=door)
    gesprek = Contactmomentfabriek(werkgever=werkgever, verslag="De chef wil het zelf.")
    voeg_bewijs_toe(
        werkgever=werkgever, moment=gesprek, punt="missie", zegt="aanwezig", fragment="De chef wil het.", door=door
    )
    nummers |= {
        f"{pad}/kandidaat-fit/gesprek/<int:moment>": gesprek.pk,
        f"{pad}/opleiden/<int:deelname>": deelname.pk,
        f"{pad}/verhalen/<int:verhaal>": verhaal.pk,
        f"{pad}/doorverwijzen/<int:doorverwijzing>": verwijzing.pk,
        f"{pad}/voorzorg/risico/<int:rij>": risico.pk,
        f"{pad}/orientatie/sroi/<int:opdracht>": opdracht.pk,
        f"{pad}/orientatie/sroi/weg/<int:invulling>": invulling.pk,
        f"{pad}/orientatie/beleid/<slug:soort>": "hr",
        f"{pad}/orientatie/beleid/hr/<int:versie>": tekst.versie,
        "relaties/<int:nummer>": werkgever.pk,
        f"{pad}/contact/<int:moment>": werkgever.contactmomenten.get(gehouden=False).pk,
        f"{pad}/contactpersonen/<int:persoon>": persoon.pk,
        f"{pad}/kansen/<int:kans>": kans.pk,
        f"{pad}/orientatie/stap/<int:stap>": stap.pk,
        f"{pad}/voorzorg/vraag/<int:vraag>": stel_vraag(werkgever=werkgever, vraag="Wie helpt ons?", door=door).pk,
        f"{pad}/instrumenten/<int:inzet>": Inzetfabriek(keten=werkgever.keten, gemeente=werkgever.gemeente).pk,
        f"{pad}/tegels/<slug:slug>": "voorzorg",
        f"{pad}/tegels/<int:bezoek>": werkgever.keten.bezoeken.values_list("pk", flat=True).first(),
        "draagvlak/<str:code>": deelcode(onderzoek),
        "marktbewerkingsplan/<int:doel>": zet_op_marktplan(gegevens=Bedrijfsdoel("Bakkerij Proef"), door=door).pk,
        "werkgeversnieuws/<int:bericht>": maak_nieuws(titel="Nieuwe regeling", tekst="Er is nieuws.", door=door).pk,
    }


def _samen_nummers(wereld: Wereld, nummers: dict[str, Any]) -> None:
    door = wereld.mensen["klantmanager"]
    plaatsing, voordracht = wereld.plaatsing, wereld.voordracht
    pad = f"plaatsingen/{plaatsing.pk}"
    plan = nazorg.maak_nazorgplan(
        plaatsing=plaatsing,
        sjabloon="licht",
        van=timezone.localdate(),
        contactpersoon=wereld.mensen["jobcoach"],
        door=door,
    )
    probleem = problemen.meld_probleem(
        plaatsing=plaatsing,
        soort="ruzie",
        urgentie="snel",
        tekst="Er is ruzie op de vloer.",
        gemeld_door_wie="werkgever",
        door=wereld.mensen["werkgever"],
    )
    from werklandschap.werkgever.werving import overleg as overleggen
    from werklandschap.werkgever.werving.models import Aanmelding, Groeiwens, OpenHiring

    overleg = overleggen.plan_overleg(
        naam="Overleg logistiek",
        wanneer=timezone.now() + timedelta(days=2),
        werkprofielen=[voordracht.werkprofiel],
        deelnemers=[wereld.mensen["partner"], wereld.mensen["accountmanager"]],
        door=door,
    )
    kandidaat = overleggen.breng_in(
        overleg=overleg, werkprofiel=voordracht.werkprofiel, dossier=wereld.dossier, door=door
    )
    lijst = OpenHiring.objects.create(werkprofiel=voordracht.werkprofiel, gesloten_op=timezone.now(), door=door)
    aanmelding = Aanmelding.objects.create(lijst=lijst, dossier=wereld.dossier, door=door)
    ontmoeting = ontmoetingen.plan_ontmoeting(
        voordracht=voordracht, soort="verkennend", wanneer=timezone.now() + timedelta(days=2), door=door
    )
    werkprofiel = voordracht.werkprofiel
    wens = Groeiwens.objects.create(
        dossier=wereld.dossier, werkprofiel=werkprofiel, leren=["Orders verzamelen"], gevraagd_door=door
    )
    nummers |= {
        "matchingsoverleg/<int:nummer>": overleg.pk,
        f"matchingsoverleg/{overleg.pk}/kandidaat/<int:kandidaat>": kandidaat.pk,
        f"werkprofielen/{werkprofiel.pk}/open-hiring/beurt/<int:aanmelding>": aanmelding.pk,
        f"werkprofielen/{werkprofiel.pk}/open-hiring/stop/<int:aanmelding>": aanmelding.pk,
        f"werkprofielen/{werkprofiel.pk}/groeien/<int:wens>": wens.pk,
        "mijn/groeien/<int:sleutel>": wens.pk,
        "werkprofielen/<int:nummer>": werkprofiel.pk,
        f"werkprofielen/{werkprofiel.pk}/kandidaten/<int:dossier>": wereld.dossier.pk,
        "api/v1/werkprofielen/<uuid:uuid>": werkprofiel.uuid,
        "voordrachten/<int:nummer>": voordracht.pk,
        f"voordrachten/{voordracht.pk}/ontmoeting/<int:sleutel>": ontmoeting.pk,
        "bedrijf/kandidaten/<int:nummer>": voordracht.pk,
        "bedrijf/werk/<int:sleutel>": plaatsing.pk,
        "mijn/werk/<int:sleutel>": plaatsing.pk,
        "mijn/kansen/<int:sleutel>": plaatsing.werkprofiel_id,
        "plaatsingen/<int:nummer>": plaatsing.pk,
        f"{pad}/akkoord/<str:kant>": "klant",
        f"{pad}/instrument/<int:sleutel>": plaatsing.besluiten.get().pk,
        "nazorgcontacten/<int:nummer>": plan.contacten.order_by("gepland_op").first().pk,
        "problemen/<int:nummer>": probleem.pk,
        "probleem-melden/<str:code>": meldcode(plaatsing),
    }


def _speeddate_nummers(wereld: Wereld, nummers: dict[str, Any]) -> None:
    """An event with a candidate who said yes, an employer, and a talk."""
    from werklandschap.samen.bemiddeling import speeddates
    from werklandschap.samen.bemiddeling.models import Speeddatevoorkeur
    from werklandschap.samen.bemiddeling.speeddate_planning import maak_rooster

    door = wereld.mensen["klantmanager"]
    rij = speeddates.maak_speeddate(
        door=door,
        naam="Werkcafé",
        begin=timezone.now() + timedelta(days=7),
        waar="Raadhuis",
        rondes=2,
        minuten=10,
        wissel=2,
        pauze_na="",
        pauze_minuten=15,
        max_gesprekken=2,
    )
    profiel = wereld.voordracht.werkprofiel
    werkgever = speeddates.voeg_werkgever_toe(speeddate=rij, werkprofiel=profiel, door=door)
    kandidaat = speeddates.nodig_uit(speeddate=rij, dossier=wereld.dossier, door=door)
    speeddates.leg_komst_vast(kandidaat=kandidaat, komt=True, hoe="telefoon", door=door)
    Speeddatevoorkeur.objects.update(wens_kandidaat=2)
    maak_rooster(speeddate=rij, door=door)
    nummers |= {
        "dossiers/<int:dossier>": wereld.dossier.pk,
        "relaties/<int:werkgever>": wereld.werkgever.pk,
        "speeddates/<int:nummer>": rij.pk,
        f"speeddates/{rij.pk}/werkgevers/<int:sleutel>": werkgever.pk,
        "mijn/speeddates/<int:sleutel>": rij.pk,
        f"mijn/speeddates/{rij.pk}/gesprekken/<int:afspraak>": rij.afspraken.get().pk,
        "bedrijf/speeddates/<int:sleutel>": werkgever.pk,
        f"bedrijf/speeddates/{werkgever.pk}/gesprekken/<int:afspraak>": rij.afspraken.get().pk,
        f"speeddates/{rij.pk}/kandidaten/<int:sleutel>": kandidaat.pk,
        f"speeddates/{rij.pk}/gesprekken/<int:sleutel>": rij.afspraken.get().pk,
        f"speeddates/{rij.pk}/<slug:soort>": "persoon",
    }
