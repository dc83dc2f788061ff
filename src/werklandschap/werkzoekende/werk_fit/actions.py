"""The next step, obstacles with an owner, and skills that are practised."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.dossiers.rules import mag_dossier_bewerken, mag_zelf_doen
from werklandschap.kern.plannen.actions import voeg_stap_toe
from werklandschap.kern.plannen.models import Doel, Stap
from werklandschap.kern.plannen.queries import huidig_plan, open_stappen
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkzoekende.werk_fit.models import Obstakel, Oefening

TEGEL = ("werkzoekenden", "werk-fit")


@actie
def zet_volgende_stap(
    *, doel: Doel, door: Gebruiker, tekst: str, vertrouwen: int | None, voor_op: date | None = None
) -> Stap:
    """Agree on the one next step of the person. There is only one at a time: the open one comes first.

    `vertrouwen` (1–10) is the person's own guess that it will work out.
    """
    dossier = doel.plan.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if any(stap.wie == "klant" for stap in open_stappen(huidig_plan(dossier))):
        raise Invoerfout(_("Er staat nog een stap open. Rond die eerst af of stop ermee."))
    if vertrouwen is None:
        raise Invoerfout({"vertrouwen": _("Vraag de klant om een cijfer van 1 tot en met 10.")})
    sluit_taken_van(bron=f"stilstand:{dossier.pk}", door=door)
    return voeg_stap_toe(doel=doel, door=door, tekst=tekst, wie="klant", voor_op=voor_op, vertrouwen=vertrouwen)


@actie
def noteer_obstakel(
    *, dossier: Dossier, door: Gebruiker, tekst: str, wie: str, voor_op: date, soort: str = Obstakel.Soort.ANDERS
) -> Obstakel:
    """Write down what is in the way, who solves it and before when; the responsible colleague gets a task."""
    vereis(mag_dossier_bewerken(door, dossier))
    fouten: dict[str, str] = {}
    if not tekst.strip():
        fouten["tekst"] = _("Schrijf op wat in de weg zit.")
    if not wie.strip():
        fouten["wie"] = _("Schrijf op wie dit oplost.")
    if voor_op < timezone.localdate():
        fouten["voor_op"] = _("Deze datum is al geweest. Kies vandaag of later.")
    if soort not in Obstakel.Soort.values:
        fouten["soort"] = _("Kies een soort uit de lijst.")
    if fouten:
        raise Invoerfout(fouten)
    obstakel = Obstakel.objects.create(
        dossier=dossier, soort=soort, tekst=tekst.strip()[:200], wie=wie.strip()[:120], voor_op=voor_op, door=door
    )
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke or door,
        titel=_("Is dit opgelost? {tekst}").format(tekst=obstakel.tekst),
        voor_op=voor_op,
        door=door,
        keten=dossier.keten,
        bron=f"obstakel:{obstakel.pk}",
        tegel=TEGEL,
        url=reverse("werkzoekende_werk_fit:werk_fit", args=[dossier.pk]),
    )
    leg_vast(
        keten=dossier.keten,
        soort="obstakel.gezien",
        door=door,
        gegevens={"tekst": obstakel.tekst, "wie": obstakel.wie, "voor": datum(voor_op)},
    )
    return obstakel


@actie
def los_obstakel_op(*, obstakel: Obstakel, door: Gebruiker, oplossing: str = "") -> Obstakel:
    """It is out of the way; twice changes nothing."""
    dossier = obstakel.dossier
    vereis(mag_dossier_bewerken(door, dossier))
    if obstakel.opgelost_op is not None:
        return obstakel
    obstakel.wijzig(verwacht=None, opgelost_op=timezone.localdate(), oplossing=oplossing.strip()[:300])
    sluit_taken_van(bron=f"obstakel:{obstakel.pk}", door=door)
    leg_vast(
        keten=dossier.keten,
        soort="obstakel.opgelost",
        door=door,
        gegevens={"tekst": obstakel.tekst, "oplossing": obstakel.oplossing},
    )
    return obstakel


@actie
def noteer_oefening(
    *, dossier: Dossier, door: Gebruiker, categorie: str, wat: str, hoe_ging_het: int, op: date | None = None
) -> Oefening:
    """A skill was practised; the person may write it down alone. Raises Invoerfout."""
    vereis(mag_zelf_doen(door, dossier))
    dag = op or timezone.localdate()
    fouten: dict[str, str] = {}
    if categorie not in Oefening.Categorie.values:
        fouten["categorie"] = _("Kies een soort uit de lijst.")
    if not wat.strip():
        fouten["wat"] = _("Schrijf op wat is geoefend.")
    if hoe_ging_het not in dict(Oefening.HOE_GING_HET):
        fouten["hoe_ging_het"] = _("Kies hoe het ging.")
    if dag > timezone.localdate():
        fouten["op"] = _("Deze datum ligt in de toekomst. Kies vandaag of eerder.")
    if fouten:
        raise Invoerfout(fouten)
    oefening = Oefening.objects.create(
        dossier=dossier, categorie=categorie, wat=wat.strip()[:200], hoe_ging_het=hoe_ging_het, op=dag, door=door
    )
    gegevens = {"wat": oefening.wat, "soort": str(oefening.get_categorie_display())}
    leg_vast(keten=dossier.keten, soort="oefening.gedaan", door=door, gegevens=gegevens)
    return oefening
