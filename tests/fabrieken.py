"""Real rows, short. Every factory makes a complete, valid row in one municipality unless told otherwise."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from werklandschap.competenties.models import Beroep, Competentie
from werklandschap.kern.dossiers.models import Dossier, Overdracht, Toestemming, Werkzoekende
from werklandschap.kern.instrumenten.models import Inzet
from werklandschap.kern.klantbeeld.models import Meting, Waarneming
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Regio, Team
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.kern.profielen.models import Certificaat, Competentieregel, Eis, Kandidaatgegevens, Werkprofiel
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Vestiging, Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht

WACHTWOORD = "een-lang-wachtwoord"


class Regiofabriek(DjangoModelFactory):
    class Meta:
        model = Regio
        django_get_or_create = ("naam",)

    naam = "Regio Proef"


class Gemeentefabriek(DjangoModelFactory):
    class Meta:
        model = Gemeente
        django_get_or_create = ("code",)

    code = "9001"
    naam = factory.LazyAttribute(lambda g: f"Gemeente {g.code}")
    regio = factory.SubFactory(Regiofabriek)


class Teamfabriek(DjangoModelFactory):
    class Meta:
        model = Team

    gemeente = factory.SubFactory(Gemeentefabriek)
    naam = factory.Sequence(lambda n: f"Team {n}")


class Partnerfabriek(DjangoModelFactory):
    class Meta:
        model = Partnerorganisatie
        skip_postgeneration_save = True

    naam = factory.Sequence(lambda n: f"Wijkteam {n}")
    soort = Partnerorganisatie.Soort.WIJKTEAM

    @factory.post_generation
    def gemeenten(self: Any, create: bool, waarden: Any, **kwargs: Any) -> None:
        self.gemeenten.set(waarden or [Gemeentefabriek()])


class Gebruikerfabriek(DjangoModelFactory):
    class Meta:
        model = Gebruiker
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"mens{n}@proef.test")
    naam = factory.Sequence(lambda n: f"Mens {n}")
    rol = Rol.KLANTMANAGER
    gemeente = factory.SubFactory(Gemeentefabriek)
    password = factory.django.Password(WACHTWOORD)


class Partnergebruikerfabriek(Gebruikerfabriek):
    rol = Rol.PARTNER
    gemeente = None
    partnerorganisatie = factory.SubFactory(Partnerfabriek)


class Werkzoekendefabriek(DjangoModelFactory):
    class Meta:
        model = Werkzoekende

    gemeente = factory.SubFactory(Gemeentefabriek)
    voornaam = factory.Sequence(lambda n: f"Voornaam{n}")
    achternaam = factory.Sequence(lambda n: f"Achternaam{n}")
    zoeknaam = factory.LazyAttribute(lambda w: f"{w.voornaam} {w.achternaam}".lower())
    geboortedatum = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=12000))
    telefoon = "0600000000"
    postcode = "1234 AB"
    plaats = "Voorbeeld"


class Dossierfabriek(DjangoModelFactory):
    class Meta:
        model = Dossier

    werkzoekende = factory.SubFactory(Werkzoekendefabriek)
    gemeente = factory.LazyAttribute(lambda d: d.werkzoekende.gemeente)
    keten = factory.LazyFunction(lambda: Keten.objects.create(soort=Keten.Soort.DOSSIER))
    verantwoordelijke = factory.SubFactory(Gebruikerfabriek, gemeente=factory.SelfAttribute("..gemeente"))
    hulpvraag = "Ik zoek werk."


class Toestemmingfabriek(DjangoModelFactory):
    class Meta:
        model = Toestemming

    dossier = factory.SubFactory(Dossierfabriek)
    soort = Toestemming.Soort.VOORDRACHT
    voor_wie = "Een werkgever"
    antwoord = True
    beantwoord_op = factory.LazyFunction(timezone.now)
    hoe = "gesprek"


class Overdrachtfabriek(DjangoModelFactory):
    class Meta:
        model = Overdracht

    dossier = factory.SubFactory(Dossierfabriek)
    van = factory.LazyAttribute(lambda o: o.dossier.verantwoordelijke)
    verantwoordelijke = factory.LazyAttribute(lambda o: o.van)
    naar_partner = factory.SubFactory(Partnerfabriek)
    onderwerp = "Hulp bij geld"
    toelichting = "Graag bellen over de post."
    antwoord_voor = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=5))


class Waarnemingfabriek(DjangoModelFactory):
    class Meta:
        model = Waarneming

    dossier = factory.SubFactory(Dossierfabriek)
    aspect = "zrm_financien"
    waarde = 3
    bron = Waarneming.Bron.PROFESSIONAL
    door = factory.LazyAttribute(lambda w: w.dossier.verantwoordelijke)
    waargenomen_op = factory.LazyFunction(timezone.localdate)


class Metingfabriek(DjangoModelFactory):
    class Meta:
        model = Meting

    dossier = factory.SubFactory(Dossierfabriek)
    instrument = "zrm"
    afgenomen_op = factory.LazyFunction(timezone.localdate)


class Planfabriek(DjangoModelFactory):
    class Meta:
        model = Plan

    dossier = factory.SubFactory(Dossierfabriek)
    nummer = 1
    perspectief = "Ik wil weer werken in het groen."


class Doelfabriek(DjangoModelFactory):
    class Meta:
        model = Doel

    plan = factory.SubFactory(Planfabriek)
    tekst = factory.Sequence(lambda n: f"Doel {n}")


class Stapfabriek(DjangoModelFactory):
    class Meta:
        model = Stap

    doel = factory.SubFactory(Doelfabriek)
    tekst = factory.Sequence(lambda n: f"Stap {n}")


class Taakfabriek(DjangoModelFactory):
    class Meta:
        model = Taak

    eigenaar = factory.SubFactory(Gebruikerfabriek)
    gemeente = factory.LazyAttribute(lambda t: t.eigenaar.gemeente)
    titel = factory.Sequence(lambda n: f"Taak {n}")
    voor_op = factory.LazyFunction(timezone.localdate)


class Werkgeverfabriek(DjangoModelFactory):
    class Meta:
        model = Werkgever

    gemeente = factory.SubFactory(Gemeentefabriek)
    keten = factory.LazyFunction(lambda: Keten.objects.create(soort=Keten.Soort.WERKGEVER))
    naam = factory.Sequence(lambda n: f"Bedrijf {n}")
    kvk_nummer = factory.Sequence(lambda n: f"{90000000 + n}")
    sector = "logistiek"


class Vestigingfabriek(DjangoModelFactory):
    class Meta:
        model = Vestiging

    werkgever = factory.SubFactory(Werkgeverfabriek)
    plaats = "Voorbeeld"
    is_hoofdvestiging = True


class Contactpersoonfabriek(DjangoModelFactory):
    class Meta:
        model = Contactpersoon

    werkgever = factory.SubFactory(Werkgeverfabriek)
    naam = factory.Sequence(lambda n: f"Contact {n}")
    email = factory.Sequence(lambda n: f"contact{n}@bedrijf.test")


class Contactmomentfabriek(DjangoModelFactory):
    class Meta:
        model = Contactmoment

    werkgever = factory.SubFactory(Werkgeverfabriek)
    soort = Contactmoment.Soort.TELEFOON
    onderwerp = "Kennismaken"
    datum = factory.LazyFunction(timezone.localdate)


class Competentiefabriek(DjangoModelFactory):
    class Meta:
        model = Competentie

    code = factory.Sequence(lambda n: f"proef-{n}")
    label = factory.Sequence(lambda n: f"proefcompetentie {n}")


class Beroepfabriek(DjangoModelFactory):
    class Meta:
        model = Beroep

    code = factory.Sequence(lambda n: f"beroep-{n}")
    label = factory.Sequence(lambda n: f"proefberoep {n}")


class Kandidaatgegevensfabriek(DjangoModelFactory):
    class Meta:
        model = Kandidaatgegevens

    werkzoekende = factory.SubFactory(Werkzoekendefabriek)


class Competentieregelfabriek(DjangoModelFactory):
    class Meta:
        model = Competentieregel

    werkzoekende = factory.SubFactory(Werkzoekendefabriek)
    competentie = factory.SubFactory(Competentiefabriek)
    niveau = 3


class Werkprofielfabriek(DjangoModelFactory):
    class Meta:
        model = Werkprofiel

    werkgever = factory.SubFactory(Werkgeverfabriek)
    gemeente = factory.LazyAttribute(lambda w: w.werkgever.gemeente)
    titel = factory.Sequence(lambda n: f"Functie {n}")
    status = Werkprofiel.Status.OPEN
    start = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class Eisfabriek(DjangoModelFactory):
    class Meta:
        model = Eis

    werkprofiel = factory.SubFactory(Werkprofielfabriek)
    competentie = factory.SubFactory(Competentiefabriek)


class Inzetfabriek(DjangoModelFactory):
    class Meta:
        model = Inzet

    keten = factory.LazyFunction(lambda: Dossierfabriek().keten)
    gemeente = factory.SubFactory(Gemeentefabriek)
    instrument = "jobcoach"
    doel = "Leren volhouden"
    van = factory.LazyFunction(timezone.localdate)
    evalueren_op = factory.LazyFunction(lambda: timezone.localdate() + timedelta(weeks=12))


class Voordrachtfabriek(DjangoModelFactory):
    """Chosen, not asked yet; with `toestemming` and `status` any later step."""

    class Meta:
        model = Voordracht

    dossier = factory.SubFactory(Dossierfabriek)
    werkprofiel = factory.SubFactory(Werkprofielfabriek)
    door = factory.LazyAttribute(lambda v: v.dossier.verantwoordelijke)


class Certificaatfabriek(DjangoModelFactory):
    class Meta:
        model = Certificaat

    werkzoekende = factory.SubFactory(Werkzoekendefabriek)
    code = "heftruck"
