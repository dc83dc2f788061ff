"""Views of the dossier, a module per kind of page."""
