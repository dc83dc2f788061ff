"""The compiled loops of the engine, by what they do.

``bouw`` lays out an index; ``zeef`` finds who passes the requirements; ``affiniteit`` counts the part of a score beside
the competences; ``zoek`` counts the competences and keeps the best; ``lees`` reads what there is to tell of these.
"""
