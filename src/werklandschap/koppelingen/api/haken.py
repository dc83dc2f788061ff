"""Loads how the API is described."""

from werklandschap.koppelingen.api import openapi

__all__ = ["openapi"]
