"""The shapes of the API: camelCase fields, ISO dates, never a BSN."""

from __future__ import annotations

from datetime import date
from typing import Any

from rest_framework import serializers

from werklandschap.kern.dossiers.gegevens import Persoonsgegevens
from werklandschap.kern.dossiers.models import Kanaal, Werkzoekende
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.taken.models import Taak
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkzoekende.melding.gegevens import Meldgegevens


class Tegelvorm(serializers.Serializer):
    """A tile with its explanation."""

    kant = serializers.CharField()
    slug = serializers.CharField()
    naam = serializers.CharField()
    kort = serializers.CharField()
    volgorde = serializers.IntegerField()
    tekst = serializers.CharField(source="inhoud")
    tips = serializers.ListField(child=serializers.CharField())
    instrumenten = serializers.ListField(child=serializers.CharField())


class Tegellijst(serializers.Serializer):
    """All tiles."""

    results = Tegelvorm(many=True)


class Werkzoekendevorm(serializers.ModelSerializer):
    """A person in a list: as little as is needed to find them."""

    uuid = serializers.UUIDField(source="pk")
    naam = serializers.CharField()
    dossier = serializers.IntegerField(source="dossier.pk")
    status = serializers.CharField(source="dossier.status")

    class Meta:
        model = Werkzoekende
        fields = ("uuid", "naam", "dossier", "status", "plaats")


class Competentieregelvorm(serializers.Serializer):
    """A competence with its level 0–5."""

    competentie = serializers.CharField(source="competentie.code")
    label = serializers.CharField(source="competentie.naam")  # type: ignore[assignment]
    niveau = serializers.IntegerField()


class Werkzoekendedetail(Werkzoekendevorm):
    """One person with how to reach them and the competence profile; reading it is logged."""

    competenties = Competentieregelvorm(many=True)
    taalniveau = serializers.CharField()

    class Meta(Werkzoekendevorm.Meta):
        fields = (  # type: ignore[assignment]
            *Werkzoekendevorm.Meta.fields,
            *("email", "telefoon", "postcode", "taalniveau", "contactwijze", "competenties"),
        )


class Werkgevervorm(serializers.ModelSerializer):
    """An employer of the region."""

    nummer = serializers.IntegerField(source="pk")
    kvkNummer = serializers.CharField(source="kvk_nummer")  # noqa: N815
    gemeente = serializers.CharField(source="gemeente.naam")

    class Meta:
        model = Werkgever
        fields = ("nummer", "naam", "kvkNummer", "sector", "grootte", "status", "gemeente")


class Eisvorm(serializers.Serializer):
    """A competence a job asks."""

    competentie = serializers.CharField(source="competentie.code")
    label = serializers.CharField(source="competentie.naam")  # type: ignore[assignment]
    niveau = serializers.IntegerField()
    gewicht = serializers.IntegerField()
    hard = serializers.BooleanField()


class Werkprofielvorm(serializers.ModelSerializer):
    """A job profile with what it asks."""

    nummer = serializers.IntegerField(source="pk")
    werkgever = serializers.IntegerField(source="werkgever_id")
    werkgeverNaam = serializers.CharField(source="werkgever.naam")  # noqa: N815
    urenMin = serializers.IntegerField(source="uren_min", allow_null=True)  # noqa: N815
    urenMax = serializers.IntegerField(source="uren_max", allow_null=True)  # noqa: N815
    eisen = Eisvorm(many=True)
    certificaten = serializers.SlugRelatedField(  # type: ignore[var-annotated]
        source="certificaateisen", slug_field="code", many=True, read_only=True
    )

    class Meta:
        model = Werkprofiel
        fields = (
            *("uuid", "nummer", "titel", "werkgever", "werkgeverNaam", "status", "reden", "posities", "start", "einde"),
            *("urenMin", "urenMax", "sector", "omstandigheden", "eisen", "certificaten"),
        )


class Voordrachtvorm(serializers.ModelSerializer):
    """A candidate presented, or about to be."""

    werkprofiel = serializers.UUIDField(source="werkprofiel.uuid")
    dossier = serializers.IntegerField(source="dossier_id")
    gemaaktOp = serializers.DateTimeField(source="gemaakt_op")  # noqa: N815
    reactieVoor = serializers.DateField(source="reactie_voor", allow_null=True)  # noqa: N815

    class Meta:
        model = Voordracht
        fields = ("id", "werkprofiel", "dossier", "status", "gemaaktOp", "reactieVoor")


class Plaatsingvorm(serializers.ModelSerializer):
    """A placement."""

    werkprofiel = serializers.UUIDField(source="werkprofiel.uuid")
    dossier = serializers.IntegerField(source="dossier_id")

    class Meta:
        model = Plaatsing
        fields = ("uuid", "dossier", "werkprofiel", "soort", "status", "functie", "van", "tot", "uren")


class Taakvorm(serializers.ModelSerializer):
    """A task of one's own."""

    voorOp = serializers.DateField(source="voor_op")  # noqa: N815
    eigenaar = serializers.CharField(source="eigenaar.naam", allow_null=True)

    class Meta:
        model = Taak
        fields = ("id", "titel", "toelichting", "voorOp", "status", "eigenaar")


class Competentievorm(serializers.Serializer):
    """A competence of the taxonomy."""

    code = serializers.CharField()
    label = serializers.CharField(source="naam")  # type: ignore[assignment]
    soort = serializers.CharField()
    bron = serializers.CharField()


class Tekstvorm(serializers.Serializer):
    """A text to recognise competences in."""

    tekst = serializers.CharField(max_length=100_000)


class Vondstvorm(serializers.Serializer):
    """Something recognised: `fragment` is the text as written, `zekerheid` 0–1."""

    soort = serializers.CharField()
    term = serializers.CharField()
    fragment = serializers.CharField()
    id = serializers.CharField()
    zekerheid = serializers.FloatField()


class Vondstlijst(serializers.Serializer):
    """Everything recognised in a text, in order."""

    results = Vondstvorm(many=True)


class Matchvorm(serializers.Serializer):
    """One match with its explanation: totals 0–1000 now and at the start, what is unknown, and a sentence per line."""

    rang = serializers.IntegerField()
    dossier = serializers.IntegerField(source="match.dossier.pk")
    naam = serializers.CharField(source="match.dossier.werkzoekende.naam")
    werkprofiel = serializers.UUIDField(source="match.werkprofiel.uuid")
    titel = serializers.CharField(source="match.werkprofiel.titel")
    nu = serializers.IntegerField(source="match.uitslag.nu")
    straks = serializers.IntegerField(source="match.uitslag.straks")
    onbekend = serializers.ListField(child=serializers.CharField(), source="match.uitslag.onbekend")
    uitleg = serializers.SerializerMethodField()

    def get_uitleg(self, rij: dict[str, Any]) -> list[str]:
        """The sentences of the explanation."""
        return [regel.regel.tekst for regel in rij["match"].regels]


class Matchlijst(serializers.Serializer):
    """The best matches; `count` is how many there are."""

    count = serializers.IntegerField()
    results = Matchvorm(many=True)


class Meldingvorm(serializers.Serializer):
    """A request for help."""

    voornaam = serializers.CharField(max_length=80, required=False, default="", allow_blank=True)
    tussenvoegsel = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)
    achternaam = serializers.CharField(max_length=120)
    geboortedatum = serializers.DateField(required=False, default=None, allow_null=True)
    bsn = serializers.CharField(max_length=11, required=False, default="", allow_blank=True, write_only=True)
    email = serializers.EmailField(required=False, default="", allow_blank=True)
    telefoon = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)
    postcode = serializers.CharField(max_length=7, required=False, default="", allow_blank=True)
    huisnummer = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)
    plaats = serializers.CharField(max_length=80, required=False, default="", allow_blank=True)
    hulpvraag = serializers.CharField(max_length=5000)
    signalen = serializers.ListField(child=serializers.CharField(max_length=60), required=False, default=list)
    anderePersoon = serializers.BooleanField(required=False, default=False)  # noqa: N815

    def als_melding(self) -> Meldgegevens:
        """The valid input as the action takes it."""
        gegevens: dict[str, Any] = dict(self.validated_data)
        geboren: date | None = gegevens["geboortedatum"]
        namen = (
            "voornaam",
            "tussenvoegsel",
            "achternaam",
            "bsn",
            "email",
            "telefoon",
            "postcode",
            "huisnummer",
            "plaats",
        )
        persoon = Persoonsgegevens(geboortedatum=geboren, **{naam: gegevens[naam] for naam in namen})
        return Meldgegevens(
            persoon=persoon,
            hulpvraag=gegevens["hulpvraag"],
            signalen=tuple(gegevens["signalen"]),
            kanaal=Kanaal.INVOER,
        )


class Aangemaaktvorm(serializers.Serializer):
    """The number of the new dossier."""

    dossier = serializers.IntegerField()
