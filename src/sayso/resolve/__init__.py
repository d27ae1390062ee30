"""Who, where and when is meant.

In: the mentions of one report, the actors known, and look-ups into the gazetteer. Out: speakers with their relays, places,
days, stance, and the claims with all that belongs to them. Pure, over tables and an index that are only read.
"""
