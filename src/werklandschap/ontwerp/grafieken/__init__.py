"""Drawings made on the server, each with the table behind it. Show them with `{% grafiek g %}`."""

from werklandschap.ontwerp.grafieken.balken import Balk, Deel, histogram, staafbalken
from werklandschap.ontwerp.grafieken.basis import Grafiek, Legendaregel
from werklandschap.ontwerp.grafieken.groeipad import Overgang, Stap, groeipad
from werklandschap.ontwerp.grafieken.kringen import Kringpunt, kringen
from werklandschap.ontwerp.grafieken.overleving import Overlevingspunt, overlevingscurve
from werklandschap.ontwerp.grafieken.radar import radar
from werklandschap.ontwerp.grafieken.sankey import Stroom, sankey
from werklandschap.ontwerp.grafieken.tijd import Periode, lijn, tijdlijn

__all__ = [
    "Balk",
    "Deel",
    "Grafiek",
    "Kringpunt",
    "Legendaregel",
    "Overgang",
    "Overlevingspunt",
    "Periode",
    "Stap",
    "Stroom",
    "groeipad",
    "histogram",
    "kringen",
    "lijn",
    "overlevingscurve",
    "radar",
    "sankey",
    "staafbalken",
    "tijdlijn",
]
