"""Kinds of events of this room. What a colleague wrote in a report is no part of them."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.tijdlijn.soorten import registreer

registreer("relatie.gemaakt", _("Werkgever erbij"), _("{naam} staat erbij. {kanaal}"), voor_betrokkene=True)
registreer("relatie.gewijzigd", _("Profiel aangepast"), _("Aangepast: {velden}."), voor_betrokkene=True)
registreer("relatie.vestiging", _("Vestiging erbij"), _("{plaats}"), voor_betrokkene=True)
registreer("relatie.contactpersoon", _("Contactpersoon erbij"), _("{naam} {functie}"), voor_betrokkene=True)
registreer("relatie.contactpersoon_gewijzigd", _("Contactpersoon aangepast"), _("{naam}: {velden}"))
registreer(
    "relatie.accountmanager", _("Ander vast contact"), _("Vast contact is nu {naar}. {van}"), voor_betrokkene=True
)
registreer("relatie.samengevoegd", _("Werkgevers samengevoegd"), _("{vervallen} gaat verder in {blijft}."))
registreer("contact.vastgelegd", _("Contact geweest"), _("{soort}: {onderwerp}, op {datum}."), voor_betrokkene=True)
registreer("contact.gepland", _("Contact gepland"), _("{soort}: {onderwerp}, op {datum}."), voor_betrokkene=True)
registreer("contact.vervallen", _("Contact ging niet door"), _("{onderwerp} op {datum}."), voor_betrokkene=True)
