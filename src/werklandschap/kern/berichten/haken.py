"""What this room shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.haken import Tab, dossiertabs
from werklandschap.kern.dossiers.rules import mag_dossier_lezen

dossiertabs.registreer("berichten", Tab(_("Berichten"), "berichten:lijst", 62, mag_dossier_lezen))
