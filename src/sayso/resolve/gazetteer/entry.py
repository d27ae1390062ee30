"""What a look-up gives."""

from __future__ import annotations

from sayso.records import PlaceKind, Record


class Entry(Record, frozen=True, kw_only=True):
    """A place in the index.

    `gazetteer_id` is "geonames:" with a GeoNames id, "naturalearth:" with an ne_id, or "sayso:" with a table and a name.
    `country` is ISO 3166-1 alpha-2 ("" where there is none or several), `admin1` the first-order division in GeoNames'
    code ("UA.05"). Degrees are WGS 84. `precision_km` is how far off the point may be, for an area the radius of
    a circle of its size. `capital`: of its country. `main` tells whether the name looked up is the entry's own or an alternate of it.
    """

    gazetteer_id: str
    name: str
    kind: PlaceKind
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    precision_km: float
    source: str
    capital: bool = False
    main: bool = True
