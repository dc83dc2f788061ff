"""Words the demo is made of: obviously invented names, companies and places, and plain sentences."""

from __future__ import annotations

VOORNAMEN = [
    "Sanne",
    "Ali",
    "Fatima",
    "Johan",
    "Mila",
    "Kees",
    "Amina",
    "Tariq",
    "Roos",
    "Daan",
    "Yara",
    "Piet",
    "Nadia",
    "Bram",
    "Leyla",
    "Henk",
    "Zeynep",
    "Lars",
    "Maria",
    "Omar",
    "Sofie",
    "Ahmed",
    "Ingrid",
    "Samir",
    "Anouk",
    "Karel",
    "Hanna",
    "Mehmet",
    "Noor",
    "Willem",
    "Esra",
    "Thijs",
    "Selma",
    "Ruben",
    "Joke",
    "Ibrahim",
    "Lotte",
    "Gerrit",
    "Dewi",
    "Marco",
    "Aisha",
    "Frank",
    "Elif",
    "Sjoerd",
    "Naima",
    "Peter",
    "Suzan",
    "Rachid",
    "Tessa",
    "Hugo",
    "Mina",
    "Bilal",
    "Femke",
    "Stefan",
    "Rania",
    "Jasper",
    "Olga",
    "Yusuf",
    "Marleen",
    "Abel",
    "Zohra",
    "Wout",
    "Carmen",
    "Hassan",
    "Ilse",
    "Victor",
    "Malika",
    "Teun",
    "Rosa",
    "Idris",
]
ACHTERNAMEN = (
    "Voorbeeld",
    "Demoman",
    "Verzonnen",
    "Testema",
    "Fictief",
    "Proefman",
    "Bedacht",
    "Denkbeeld",
    "Nergensma",
    "Fantasia",
    "Niemandsverdriet",
    "Schijnbaar",
    "Zogenaamd",
    "Sprookje",
    "Mogelijk",
    "Demirtest",
    "El Voorbeeldi",
    "Probeersel",
    "Modelstra",
    "Oefening",
)
TUSSENVOEGSELS = ("", "", "", "", "van", "de", "van der")

# Place, four digits of the postcode, latitude and longitude: names are invented, the spot is somewhere in the region.
PLAATSEN: dict[str, tuple[tuple[str, str, float, float], ...]] = {
    "9001": (
        ("Voorbeeldstad", "1998", 52.155, 5.385),
        ("Oud-Voorbeeld", "1997", 52.182, 5.421),
        ("Proefdorp", "1996", 52.131, 5.334),
        ("Denkerveen", "1995", 52.204, 5.352),
    ),
    "9002": (
        ("Buurdam", "1994", 52.093, 5.452),
        ("Nergenshuizen", "1993", 52.071, 5.498),
        ("Klein Fantasia", "1992", 52.114, 5.517),
    ),
    "9009": (("Simulastad", "1991", 52.040, 5.300), ("Rekendam", "1990", 52.020, 5.340)),
}
STRATEN = (
    "Voorbeeldstraat",
    "Demolaan",
    "Proefpad",
    "Verzonnenweg",
    "Bedachthof",
    "Modelplein",
    "Oefenkade",
    "Fictiedreef",
)

HULPVRAGEN = (
    "Ik wil weer werken, maar ik weet niet wat ik nu nog kan.",
    "Mijn contract stopte. Ik zoek iets waar ik overdag kan werken.",
    "Ik wil uit de schulden komen en een vaste baan.",
    "Ik heb lang voor mijn moeder gezorgd. Nu wil ik zelf iets gaan doen.",
    "Ik ben net klaar met school en ik vind geen werk.",
    "Ik wil graag met mijn handen werken, liefst buiten.",
    "Mijn Nederlands is nog niet goed. Daar wil ik hulp bij, en bij werk vinden.",
    "Ik zit veel thuis. Ik wil weer mensen om me heen.",
    "Ik kan mijn oude werk niet meer doen door mijn rug. Wat kan wel?",
    "Ik wil een diploma halen, zodat ik beter werk krijg.",
    "Ik heb twee kleine kinderen en zoek werk onder schooltijd.",
    "Ik werk nu af en toe, maar ik wil meer uren.",
    "Ik wil graag in de zorg werken. Kan dat zonder diploma?",
    "Ik heb veel vrijwilligerswerk gedaan en wil nu betaald werk.",
)
PERSPECTIEVEN = (
    "Over een jaar werk ik vier dagen per week en hoef ik geen hulp meer te vragen.",
    "Ik wil elke ochtend een reden hebben om op te staan.",
    "Ik wil mijn kinderen laten zien dat het mij ook lukt.",
    "Ik wil werk waar ik trots op ben, liefst in de buurt.",
    "Eerst rust in mijn hoofd, dan een opleiding, dan werk.",
    "Ik wil mijn vak weer oppakken, maar dan rustiger dan vroeger.",
)
GESPREKSVERSLAGEN = (
    "Kennisgemaakt. Verteld wat wij kunnen doen en wat niet. De klant wil vooral ritme en weer onder de mensen zijn.",
    "Het klantbeeld samen doorgelopen. De klant schat zichzelf op sommige punten lager in dan wij zien.",
    "De thuissituatie besproken. Eerst moet de post op orde, daarna kijken we naar werk.",
    "De uitslag van de test besproken. De klant herkende zich erin en wil twee beroepen verder bekijken.",
    "Samen de doelen opgeschreven in eigen woorden. De eerste stap is klein en haalbaar.",
)
# (goal, kind, aspect, tile, steps as (text, who))
DOELEN = (
    (
        "Elke dag om half negen beginnen",
        "leren",
        "ritme",
        "werk-fit",
        (("Twee weken op vaste tijden opstaan", "klant"), ("Een rustig begin van de dag afspreken thuis", "klant")),
    ),
    (
        "Mijn post en geld op orde",
        "doen",
        "administratie",
        "maatschappelijk-fit",
        (("Alle post in één map doen", "klant"), ("Een afspraak maken met schuldhulp", "professional")),
    ),
    (
        "Weten welk werk bij mij past",
        "leren",
        "perspectief_helder",
        "orientatie",
        (
            ("De interessetest doen", "klant"),
            ("Een dag meekijken bij een bedrijf", "klant"),
            ("Een bedrijf zoeken om mee te kijken", "professional"),
        ),
    ),
    (
        "Durven vertellen wat ik kan",
        "leren",
        "presenteren",
        "werk-fit",
        (("Drie dingen opschrijven die goed gaan", "klant"), ("Oefengesprek houden", "professional")),
    ),
    (
        "Beter Nederlands spreken op het werk",
        "leren",
        "taal_spreken",
        "maatschappelijk-fit",
        (("Aanmelden voor de taalcursus", "professional"), ("Elke week een taalmaatje zien", "klant")),
    ),
    (
        "Een bewijs halen dat werkgevers vragen",
        "leren",
        "bewijs_op_zak",
        "opleiden",
        (("De cursus kiezen", "klant"), ("De cursus regelen", "professional"), ("Het examen doen", "klant")),
    ),
)
RESULTATEN = (
    "Ging beter dan gedacht.",
    "Spannend, maar gelukt.",
    "De eerste week was zwaar, daarna liep het.",
    "Iemand uit de buurt hielp mee.",
    "Ik ben er trots op.",
)
EVALUATIES = (
    "De vaste dagen hielpen. De eerste weken waren zwaar.",
    "Het tempo was prettig. De groep was soms te groot.",
    "De klant durft meer en vraagt zelf om de volgende stap.",
    "Het paste niet helemaal bij de vraag. Wel goed contact met de begeleider.",
)
REDENEN_BEZOEK = (
    "Uit het gesprek kwam dat dit nu het meest helpt.",
    "De klant koos hier zelf voor.",
    "Afgesproken in het plan van aanpak.",
    "Loopt naast de andere stappen.",
)
# (subject, what the other needs to know, kind of partner)
OVERDRACHTEN = (
    ("Hulp bij geld en post", "Er ligt post van drie maanden. Graag samen openen en ordenen.", "schuldhulp"),
    ("Steun thuis", "Graag een kennismaking thuis. De klant wil hulp bij de dag indelen.", "wijkteam"),
    ("Taalmaatje", "Zoekt iemand om elke week Nederlands mee te spreken.", "lokaal"),
    ("Gesprek over gezinssteun", "De opvoeding kost veel kracht. Graag meedenken over steun.", "wijkteam"),
)
OBSTAKELS = (
    ("vervoer", "Geen fiets en geen bus op tijd", "Er is een tweedehands fiets geregeld."),
    ("zorg", "Opvang voor de jongste ontbreekt op woensdag", "De buurvrouw vangt op."),
    ("belastbaarheid", "Lang staan gaat niet", "Werk met afwisseling gevonden."),
    ("begeleiding", "Heeft iemand nodig die het werk voordoet", "Een vaste collega legt uit."),
    ("anders", "Papieren voor de inschrijving missen", "Samen aangevraagd bij het loket."),
)
NETWERK = (
    ("Bo", "sportclub", 3, "werk", "een gesprek bij de werkplaats"),
    ("Kim", "oude collega", 2, "raad", "vertellen hoe het werk daar is"),
    ("Jo", "buren", 2, "praktisch", "meerijden in de ochtend"),
    ("Ans", "mijn zus", 1, "steun", "bellen als het tegenzit"),
    ("Piet", "oom", 2, "werk", "kent de baas van een garage"),
    ("Mo", "vriend", 1, "praktisch", "op de kinderen passen"),
    ("Lies", "van de school", 3, "raad", "een brief nalezen"),
)
SNELLE_HULP = (
    ("Reiskaart voor een maand", "Dan kan de klant naar de training.", "80.00"),
    ("Werkschoenen", "Zonder schoenen geen start op maandag.", "65.00"),
    ("Identiteitskaart", "Nodig voor de inschrijving.", "45.00"),
    ("Tweedehands fiets", "De bus gaat niet op tijd.", "120.00"),
    ("Beltegoed", "De klant is dan weer bereikbaar.", "15.00"),
)

# Invented companies: (name, sector, size, what they make, features)
BEDRIJVEN = (
    ("Fietsenmakerij De Verzonnen Band", "techniek", "klein"),
    ("Bakkerij Het Bedachte Brood", "productie", "middel"),
    ("Zorghuis De Denkbeeldige Linde", "zorg", "groot"),
    ("Magazijn Schijnbaar & Zoon", "logistiek", "groot"),
    ("Schoonmaakbedrijf Nergens Stof", "schoonmaak", "groot"),
    ("Hoveniers Het Fictieve Gras", "groen", "klein"),
    ("Restaurant De Verzonnen Vork", "horeca", "klein"),
    ("Bouwbedrijf Luchtkasteel", "bouw", "groot"),
    ("Supermarkt Modelmarkt", "detailhandel", "middel"),
    ("Klantenservice Hallo Voorbeeld", "klantenservice", "middel"),
    ("Kinderopvang Het Sprookjeshuis", "onderwijs", "middel"),
    ("Beveiliging Oog van Niemand", "beveiliging", "middel"),
    ("Kringloop Tweede Verhaal", "recycling", "middel"),
    ("Administratiekantoor Zogenaamd", "kantoor", "klein"),
    ("Koeriersdienst Snel Verzonnen", "transport", "middel"),
)
BEDRIJFSWOORDEN = (
    "Bedacht",
    "Verzonnen",
    "Fictief",
    "Denkbeeldig",
    "Modelmatig",
    "Proef",
    "Luchtspiegel",
    "Sprookjes",
    "Nergens",
    "Zogenaamd",
)
BEDRIJFSSOORTEN = (
    ("Groenbeheer", "groen"),
    ("Logistiek", "logistiek"),
    ("Schoonmaak", "schoonmaak"),
    ("Techniek", "techniek"),
    ("Zorggroep", "zorg"),
    ("Horeca", "horeca"),
    ("Bouw", "bouw"),
    ("Winkels", "detailhandel"),
    ("Productie", "productie"),
    ("Kantoorservice", "kantoor"),
)
FUNCTIES_CONTACT = ("Eigenaar", "Personeelsadviseur", "Teamleider", "Bedrijfsleider", "Directeur")
CONTACTVERSLAGEN = (
    "Rondgeleid over de werkvloer. De sfeer is rustig en er is een vaste begeleider.",
    "Gebeld over de komende maanden. Er gaan twee mensen met pensioen.",
    "Besproken hoe de laatste plaatsing loopt. Beide kanten zijn tevreden.",
    "Uitleg gegeven over loonkostensubsidie en de no-riskpolis.",
    "Gekeken welke taken apart te zetten zijn. Daar is interesse voor.",
)
AFSPRAKEN = (
    "Stuur informatie over loonkostensubsidie",
    "Plan een rondleiding voor twee kandidaten",
    "Bel over de plek die in het voorjaar vrijkomt",
    "Zoek uit welke training bij de begeleiders past",
)
VACATURE_OPENING = (
    "Wij zoeken een collega die graag meewerkt in een klein team.",
    "Een afwisselende plek met een vaste begeleider.",
    "Leren kan bij ons op de werkvloer. Ervaring helpt, maar is niet nodig.",
)
INTRODUCTIES = (
    "Deze kandidaat werkt graag met de handen, komt afspraken na en leert snel als iemand het voordoet.",
    "Rustig en nauwkeurig. Wil graag in een vast team werken en is goed in netjes afwerken.",
    "Enthousiast en sociaal. Heeft eerder vergelijkbaar werk gedaan en pakt dat snel weer op.",
)
VERSLAGEN_NAZORG = (
    "Het gaat goed. Het tempo komt er langzaam in.",
    "De begeleider is tevreden. Op vrijdag is het soms te druk.",
    "De reis kost tijd, maar dat lukt. Volgende keer praten we over meer uren.",
    "Goed contact met de collega’s. Er is een vraag over de roosters.",
)
PROBLEMEN = (
    ("taken_tempo", "Het tempo op de middagen is te hoog. Graag meedenken over andere taken.", "werkgever"),
    ("vervoer_opvang", "De opvang viel weg. Daardoor kom ik twee ochtenden later.", "klant"),
    ("begeleiding", "De vaste begeleider is ziek. Wie neemt het over?", "werkgever"),
    ("geldzorgen", "Mijn toeslag is gestopt en ik snap de brief niet.", "klant"),
    ("loon_contract", "Op mijn loonstrook staat iets anders dan afgesproken.", "klant"),
)
HUISWERK = (
    "Kijk op internet naar twee bedrijven waar dit werk wordt gedaan.",
    "Vraag iemand die u kent hoe een werkdag eruitziet.",
    "Schrijf op waar u trots op bent in eerder werk.",
    "Maak een lijst van wat u goed kunt met uw handen.",
)
HUISWERK_UITKOMSTEN = (
    "Twee bedrijven gevonden. Een ligt dichtbij.",
    "Gesproken met een buurman. Het werk is zwaarder dan gedacht.",
    "Goed gelukt. De lijst was langer dan verwacht.",
)
OPMERKINGEN = {
    "ja": ("Er werd goed geluisterd.", "Ik wist meteen wie mij zou bellen.", ""),
    "beetje": ("Het duurde lang voor ik iets hoorde.", "De brief was moeilijk.", ""),
    "nee": ("Ik moest mijn verhaal twee keer vertellen.",),
}
ROUTE_UITKOMSTEN = (
    "Er is interesse. Het bedrijf praat eerst met de teamleiders.",
    "Twee medewerkers willen leren. We zoeken een passende cursus.",
    "Nu geen vraag. Over een half jaar opnieuw bespreken.",
)
VRAGEN = (
    ("Wat betekent een proefplaatsing voor ons?", "De uitleg en de afspraken per mail gestuurd en samen doorgenomen."),
    ("Wie helpt als een medewerker vaak ziek is?", "Gesprek gepland met de jobcoach over aanpassing van het werk."),
    ("Hoe vragen wij een werkplekaanpassing aan?", "De stappen en het formulier gestuurd. De aanvraag loopt."),
    ("Kunnen wij taken anders verdelen?", "Een bezoek gepland om samen naar de taken te kijken."),
    ("Wie kan onze teamleider leren begeleiden?", "Twee trainingen voorgesteld. De teamleider kiest er een."),
)
WERKGEVERSTAPPEN = (
    "Kies een team dat wil beginnen",
    "Maak een lijst van taken die blijven liggen",
    "Nodig een collega-werkgever uit om te vertellen",
    "Spreek af wie een nieuwe collega begeleidt",
)
# Subject, title and text.
NIEUWS = (
    (
        "bijeenkomsten",
        "Ontbijt voor werkgevers",
        "Andere werkgevers spreken? Kom op de eerste dinsdag naar ons ontbijt.",
    ),
    ("scholing", "Hulp bij begeleiden", "Er zijn weer plaatsen in de training voor begeleiders op de werkvloer."),
    ("inclusief", "Een kijkje in de keuken", "Drie bedrijven laten zien hoe zij taken anders verdelen."),
)
# (sector or "" for all, kind, name, what a company can do with it, days until it closes)
SECTORPLANNEN = (
    ("zorg", "sectorplan", "Samen leren in de zorg", "Leerplekken en begeleiders in de hele regio.", 300),
    ("techniek", "sectorplan", "Techniek met je handen", "Korte lessen in de praktijk, met een verklaring.", None),
    ("logistiek", "fonds", "Op weg in de logistiek", "Heftruck, veiligheid en taal in een traject.", 130),
    ("", "subsidie", "Samen leren op de werkvloer", "Betaalt mee aan lessen voor begeleiders.", 34),
)
MARKTDOELEN = (
    ("Verzonnen Fietsfabriek", "productie", "middel", "vestigen", "Wil zich hier vestigen."),
    ("Denkbeeldig Distributiehuis", "logistiek", "groot", "groeien", "Bouwt een tweede hal."),
    ("Hotel Nergenszicht", "horeca", "middel", "personeel", "Zoekt mensen voor de bediening."),
    ("Zorghuis Bedacht", "zorg", "groot", "personeel", "Veel open plekken in de keuken."),
    ("Drukkerij Fantasie", "productie", "klein", "innoveren", "Nieuwe machines, andere taken."),
    ("Groenkwekerij Zomaar", "groen", "middel", "personeel", "Druk in het voorjaar."),
    ("Bouwbedrijf Luchtkasteel", "bouw", "groot", "groeien", "Wint grote opdrachten."),
    ("Schoonmaak Schijn", "schoonmaak", "middel", "strategisch_hrm", "Veel collega’s gaan met pensioen."),
    ("Winkel Van Verzinsel", "detailhandel", "klein", "personeel", "Open op zondag."),
    ("Metaalwerk Mythe", "techniek", "middel", "innoveren", "Wil leerlingen opleiden."),
    ("Callcenter Droom", "klantenservice", "groot", "groeien", "Nieuwe vestiging in de regio."),
    ("Vervoer Verdichtsel", "transport", "middel", "strategisch_hrm", "Zoekt chauffeurs voor later."),
)
# Per sector, how many employers the region wants in its network.
MARKTSTREVEN = {"productie": 2, "logistiek": 2, "zorg": 3, "horeca": 1, "groen": 1, "bouw": 2, "": 4}
# Outcome and sentence of an approach, in turn.
MARKTRESULTATEN = (
    ("netwerk", "Wil kennismaken met kandidaten. Wij zijn het vaste contact."),
    ("gesprek", "Een bezoek gepland voor volgende maand."),
    ("later", "Verhuist nu. Bel na de zomer."),
)
