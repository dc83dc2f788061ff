"""The demo region: two invented municipalities with people and employers at every stage, the same every time."""
