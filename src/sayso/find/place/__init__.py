"""Place names: what the parser's entities say, corrected by the words around them and by the gazetteer.

In: the report's text, its parsed sentences, the language's PlaceLexicon, and `known`, which tells whether any place
has a name. Out: PlaceMentions in the order of the text. A mention's span is the name alone: "Kharkiv" of "Kharkiv
region", "Ukraine" of "eastern Ukraine", but "Shayrat air base" whole. `find` takes the entities and meets each name
again; `name` says what one name's words are and whether they can be a place's; `rescue` brings back what the parser
missed; `role` tells a place on the map from one that acts.
"""

from sayso.find.place.find import find_places

__all__ = ["find_places"]
