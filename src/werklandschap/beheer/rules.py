"""Who may change what belongs to a municipality."""

from __future__ import annotations

from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def mag_gemeente_beheren(gebruiker: Gebruiker, gemeente: Gemeente) -> bool:
    """Administrators of the municipality itself."""
    return gebruiker.heeft(Recht.BEHEREN) and gebruiker.gemeente_id == gemeente.pk


def mag_parameter_zetten(gebruiker: Gebruiker, gemeente: Gemeente) -> bool:
    """Administrators of the municipality; one of any municipality may also write down what the region agreed."""
    return mag_gemeente_beheren(gebruiker, gemeente)
