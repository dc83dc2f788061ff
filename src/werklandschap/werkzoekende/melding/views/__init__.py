"""Views of this room: the desk and the public form."""
