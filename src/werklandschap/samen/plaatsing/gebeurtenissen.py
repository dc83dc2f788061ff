"""Kinds of events of this room. Those on the employer's chain hold the number of the placement, never a name."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer(
    "plaatsing.gemaakt",
    _("Plaatsing in voorbereiding"),
    _("{functie} bij {werkgever} vanaf {van}."),
    gewoon=(_("Wij maken afspraken over uw werk"), _("{functie} bij {werkgever} vanaf {van}.")),
)
registreer(
    "plaatsing.gewijzigd", _("Afspraken gewijzigd"), _("{functie} bij {werkgever}: {wat}."), voor_betrokkene=True
)
registreer(
    "plaatsing.akkoord_klant",
    _("Akkoord van de klant"),
    _("Akkoord op {dag} van {wie}."),
    gewoon=(_("U bent akkoord met de afspraken"), _("Op {dag}.")),
)
registreer(
    "plaatsing.akkoord_werkgever",
    _("Akkoord van de werkgever"),
    _("{werkgever} is akkoord op {dag} ({wie})."),
    voor_betrokkene=True,
)
registreer(
    "plaatsing.gestart", _("Aan het werk"), _("Begonnen als {functie} bij {werkgever} op {van}."), voor_betrokkene=True
)
registreer(
    "plaatsing.geeindigd",
    _("Plaatsing geëindigd"),
    _("{functie} bij {werkgever}: {reden}. {toelichting}"),
    gewoon=(_("Het werk is gestopt"), _("{functie} bij {werkgever}: {reden}.")),
)
registreer(
    "plaatsing.afgebroken",
    _("Plaatsing ging niet door"),
    _("{functie} bij {werkgever}: {reden}. {toelichting}"),
    gewoon=(_("Het werk gaat niet door"), _("{functie} bij {werkgever}: {reden}.")),
)
registreer(
    "plaatsing.besluit",
    _("Instrument afgesproken"),
    _("{instrument} vanaf {van}. {bedrag}"),
    gewoon=(_("Hulp of subsidie afgesproken"), _("{instrument} vanaf {van}. {bedrag}")),
)
registreer("plaatsing.besluit_vervangen", _("Instrument vervangen"), _("{instrument}: {reden}"))
registreer("plaatsing.besluit_wacht", _("Besluit wacht op een tweede collega"), _("{instrument}."))
registreer("plaatsing.besluit_tweede", _("Besluit gezien door een tweede collega"), _("{instrument}."))
registreer("plaatsing.besluit_geweigerd", _("Besluit gaat niet door"), _("{instrument}: {reden}"))
registreer("plaatsing.uren", _("Andere uren"), _("{uren} uur per week vanaf {vanaf}."), voor_betrokkene=True)
registreer(
    "plaatsing.meting",
    _("Loonwaarde gemeten"),
    _("{procent} % van het minimumloon vanaf {vanaf}."),
    voor_betrokkene=True,
)
registreer("plaatsing.uitbetaling", _("Subsidie uitbetaald"), _("Maand {maand}: {bedrag}."))
registreer("plaatsing.na_proef", _("Besluit na de proefplaatsing"), _("{keuze}. {toelichting}"), voor_betrokkene=True)
registreer("plaatsing.risico", _("Valkuil met plan B"), _("{tekst} Plan B: {plan_b}"))
registreer("plaatsing.voorbereiding", _("Collega’s voorbereid"), _("{aantal} van {totaal} punten zijn klaar."))

registreer(
    "werkplek.voorbereiding",
    _("Plaatsing in voorbereiding"),
    _("Plaatsing {nummer}: {functie} vanaf {van}."),
    gewoon=(_("Wij maken afspraken over de start"), _("{functie} vanaf {van}.")),
)
registreer(
    "werkplek.gewijzigd",
    _("Afspraken gewijzigd"),
    _("Plaatsing {nummer}: {wat}."),
    gewoon=(_("Afspraken gewijzigd"), _("{wat}.")),
)
registreer(
    "werkplek.akkoord",
    _("Akkoord"),
    _("Plaatsing {nummer}: akkoord op {dag} van {wie}."),
    gewoon=(_("Akkoord"), _("Op {dag} van {wie}.")),
)
registreer(
    "werkplek.gestart",
    _("Plaatsing gestart"),
    _("Plaatsing {nummer}: {functie}."),
    gewoon=(_("Iemand is bij u begonnen"), _("{functie}.")),
)
registreer(
    "werkplek.geeindigd",
    _("Plaatsing geëindigd"),
    _("Plaatsing {nummer}: {functie}."),
    gewoon=(_("Iemand is bij u gestopt"), _("{functie}.")),
)
registreer(
    "werkplek.afgebroken",
    _("Plaatsing ging niet door"),
    _("Plaatsing {nummer}: {functie}."),
    gewoon=(_("De start gaat niet door"), _("{functie}.")),
)
registreer(
    "werkplek.besluit",
    _("Instrument afgesproken"),
    _("Plaatsing {nummer}: {instrument} vanaf {van}. {bedrag}"),
    gewoon=(_("Hulp of subsidie afgesproken"), _("{instrument} vanaf {van}. {bedrag}")),
)
registreer(
    "werkplek.uren",
    _("Andere uren"),
    _("Plaatsing {nummer}: {uren} uur per week vanaf {vanaf}."),
    gewoon=(_("Andere uren"), _("{uren} uur per week vanaf {vanaf}.")),
)
registreer(
    "werkplek.na_proef",
    _("Besluit na de proefplaatsing"),
    _("Plaatsing {nummer}: {keuze}."),
    gewoon=(_("Besluit na de proefplaatsing"), _("{keuze}.")),
)
registreer(
    "werkplek.vervuld",
    _("Werkprofiel vervuld"),
    _("Alle plekken van {functie} zijn bezet."),
    gewoon=(_("Alle plekken zijn bezet"), _("{functie}.")),
)
