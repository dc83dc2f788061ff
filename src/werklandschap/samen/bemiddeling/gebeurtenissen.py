"""Kinds of events of this room. Those on the employer's chain never hold the person's name."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("voordracht.voorgeselecteerd", _("Voorgeselecteerd"), _("Voor {functie} bij {werkgever}. {toelichting}"))
registreer(
    "voordracht.wil_zelf",
    _("Dit wil ik"),
    _("Zelf gekozen op de eigen pagina: {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.gevraagd",
    _("Werk gevonden dat kan passen"),
    _("Wij vragen of u dit wilt: {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.toegestemd",
    _("Kandidaat zegt ja"),
    _("Ja tegen {functie} bij {werkgever}."),
    gewoon=(_("U zei ja"), _("Ja tegen {functie} bij {werkgever}.")),
)
registreer(
    "voordracht.afgezien",
    _("Kandidaat ziet ervan af"),
    _("Niet verder met {functie} bij {werkgever}. Het bedrijf ziet de gegevens niet meer. {toelichting}"),
    gewoon=(
        _("U gaat niet verder"),
        _("Niet verder met {functie} bij {werkgever}. Het bedrijf ziet uw gegevens niet meer."),
    ),
)
registreer(
    "voordracht.voorgedragen",
    _("Voorgesteld aan een werkgever"),
    _("Voorgesteld voor {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.in_gesprek",
    _("Ontmoeting gepland"),
    _("{toelichting} {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.aangenomen", _("Werkgever zegt ja"), _("{werkgever} wil verder: {functie}."), voor_betrokkene=True
)
registreer("voordracht.afgewezen", _("Werkgever zegt nee"), _("{functie} bij {werkgever}: {toelichting}"))
registreer("voordracht.geplaatst", _("Geplaatst"), _("Aan het werk: {functie} bij {werkgever}."), voor_betrokkene=True)
registreer(
    "voordracht.ingetrokken",
    _("Voordracht gestopt"),
    _("Niet verder met {functie} bij {werkgever}."),
    gewoon=(_("Dit werk gaat niet door"), _("{functie} bij {werkgever}.")),
)
registreer(
    "voordracht.ontmoeting_gehouden",
    _("Ontmoeting geweest"),
    _("{soort} bij {werkgever}: {uitkomst}."),
    voor_betrokkene=True,
)
registreer("voordracht.teruggekoppeld", _("Wat de werkgever zei"), _("{tekst}"), voor_betrokkene=True)

registreer(
    "kandidaat.voorgedragen",
    _("Kandidaat voorgesteld"),
    _("Kandidaat voordracht {nummer}: {functie}."),
    gewoon=(_("Er is een kandidaat voor u"), _("Voor {functie}.")),
)
registreer(
    "kandidaat.in_gesprek",
    _("Ontmoeting gepland"),
    _("Kandidaat voordracht {nummer}: {toelichting}"),
    gewoon=(_("Ontmoeting gepland"), _("{toelichting}")),
)
registreer(
    "kandidaat.aangenomen",
    _("Besluit: ja"),
    _("Kandidaat voordracht {nummer}, {functie}: {toelichting}"),
    gewoon=(_("U zei ja"), _("{functie}: {toelichting}")),
)
registreer(
    "kandidaat.afgewezen",
    _("Besluit: nee"),
    _("Kandidaat voordracht {nummer}, {functie}: {toelichting}"),
    gewoon=(_("U zei nee"), _("{functie}: {toelichting}")),
)
registreer(
    "kandidaat.afgezien",
    _("Kandidaat gaat niet verder"),
    _("Kandidaat voordracht {nummer}, {functie}. De gegevens zijn niet meer te zien."),
    gewoon=(_("Een kandidaat gaat niet verder"), _("{functie}. U ziet de gegevens niet meer.")),
)
registreer(
    "kandidaat.ingetrokken",
    _("Voordracht ingetrokken"),
    _("Kandidaat voordracht {nummer}, {functie}."),
    gewoon=(_("Een kandidaat gaat niet verder"), _("{functie}.")),
)
registreer(
    "kandidaat.geplaatst",
    _("Kandidaat geplaatst"),
    _("Kandidaat voordracht {nummer}, {functie}."),
    gewoon=(_("Iemand komt bij u werken"), _("{functie}.")),
)
registreer(
    "voordracht.ontmoeting_verzet",
    _("Ontmoeting verzet"),
    _("{toelichting} {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.ontmoeting_afgezegd",
    _("Ontmoeting gaat niet door"),
    _("{toelichting} {functie} bij {werkgever}."),
    voor_betrokkene=True,
)
registreer(
    "voordracht.niet_gekomen",
    _("U was er niet bij"),
    _("{soort} bij {werkgever}. Dat kan gebeuren. Wij bellen u."),
    voor_betrokkene=True,
)
registreer("voordracht.begeleiding", _("Hulp besproken"), _("Bij {functie} bij {werkgever}, voor: {wie}."))
registreer("voordracht.herinnerd", _("Werkgever herinnerd"), _("Vraag om een reactie: {functie} bij {werkgever}."))
registreer(
    "kandidaat.ontmoeting_verzet",
    _("Ontmoeting verzet"),
    _("Kandidaat voordracht {nummer}: {toelichting}"),
    gewoon=(_("Ontmoeting verzet"), _("{toelichting}")),
)
registreer(
    "kandidaat.ontmoeting_afgezegd",
    _("Ontmoeting gaat niet door"),
    _("Kandidaat voordracht {nummer}: {toelichting}"),
    gewoon=(_("Ontmoeting gaat niet door"), _("{toelichting}")),
)
registreer("werkgever.bemiddelingsafspraak", _("Afspraken met een private partij"), _("{soort}, vanaf {van}."))
registreer("speeddate.uitgenodigd", _("Uitgenodigd voor speeddates"), _("{naam} op {wanneer}."), voor_betrokkene=True)
registreer("speeddate.komt", _("Komt naar de speeddates"), _("{naam}."), voor_betrokkene=True)
registreer("speeddate.afgemeld", _("Komt niet naar de speeddates"), _("{naam}."), voor_betrokkene=True)
registreer("speeddate.niet_gekomen", _("Was niet bij de speeddates"), _("{naam}. Wij bellen u."), voor_betrokkene=True)
registreer("speeddate.gesproken", _("Gesproken bij de speeddates"), _("{werkgever}."), voor_betrokkene=True)
registreer("speeddate.wensen", _("Wensen voor de speeddates"), _("{naam}."), voor_betrokkene=True)
registreer(
    "speeddate.bedrijf", _("Doet mee aan speeddates"), _("{naam} op {wanneer}, {functie}."), voor_betrokkene=True
)
registreer("speeddate.bedrijf_af", _("Doet niet mee aan speeddates"), _("{naam}."), voor_betrokkene=True)
registreer("speeddate.bedrijfswensen", _("Wensen voor de speeddates"), _("{naam}."), voor_betrokkene=True)
