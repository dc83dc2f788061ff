"""Werklandschap: the digital workplace that makes the landscape of tiles work."""

__version__ = "0.1.0"
