"""The landscapes as SVG, drawn on the server in plain Python.

`primitives` projects and paints, `figuren` holds what returns everywhere (trees, people), `gebouwen` one drawing per
tile, `decor` the island, `opschriften` the labels, `kaart` puts it together.
"""
