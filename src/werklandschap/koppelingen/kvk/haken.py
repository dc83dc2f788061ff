"""Offers the trade register to the relations below."""

from __future__ import annotations

from werklandschap.kern.relaties.handelsregister import aan, opzoekers
from werklandschap.koppelingen.kvk import basisprofiel

aan.registreer("kvk", basisprofiel.is_aan)
opzoekers.registreer("kvk", basisprofiel.zoek)
