"""What this room does every day."""

from werklandschap.kern.basis.haken import dagtaken
from werklandschap.koppelingen.vum.bron import ruim_verwijzingen_op

dagtaken.registreer("vum", ruim_verwijzingen_op)
