"""What this room does for the rooms it builds upon."""

from werklandschap.kern.basis.beheerlog import registreer_schrijver
from werklandschap.kern.tijdlijn.beheerlog import schrijf

registreer_schrijver(schrijf)
