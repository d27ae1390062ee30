"""Which place a name means: mentions in, places with coordinates, confidence and ranked candidates out.

Each name has candidates from the gazetteer. A candidate is scored by how it has the name (own or alternate), by the kind
that the words around the name give, by its population, by containment ("Paris, Texas"), and by the report's other
places: their countries, their first-order divisions, their distance. A name means one thing throughout a report.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.mentions import PlaceMention
from sayso.records import Candidate, Place, PlaceKind
from sayso.resolve.gazetteer.entry import Entry
from sayso.resolve.gazetteer.fold import fold

Lookup = Callable[[str], Sequence[Entry]]
# A name and the kind that the words around it give.
Key = tuple[str, PlaceKind | None]
Weights = dict[str, float]

MOST_CANDIDATES = 5
# Enough of a report's other places to tell where it plays; more would make long lists of names slow.
MOST_ANCHORS = 40
ROUNDS = 3

# Weights, in units of log-odds: developed on the first halves of LGL and GeoVirus.
OWN_NAME = 2.0
KIND_AGREES = 3.0
KIND_NEAR = 0.0
KIND_DIFFERS = -2.5
PRIOR: Mapping[PlaceKind, float] = {
    "country": 8.0,
    "region": 2.4,
    "district": -1.0,
    "settlement": 0.0,
    "site": 2.0,
    "other": 4.5,
}
PER_POWER_OF_TEN = 0.7
CONTAINED = 6.0
CONTAINS = 4.0
# "Georgia, USA" against "Guinea, Mali": a country before another is more often one of a list.
COUNTRY_CONTAINED = 2.5
# What our tables have is there because reports of conflicts mean it.
OWN_TABLE = 2.5
CAPITAL = 2.5
ACTING = 4.0
SAME_COUNTRY = 4.5
SAME_DIVISION = 2.5
NEAR = 1.0
NEAR_KM = 150.0
# Who names the United States does not speak of small towns there as much as who names Ohio.
COUNTRY_TELLS = 0.5
SENSE_OF_REPORT = 4.0
# "Belgorod" alone is the city, not the region that is named after it.
SEAT_OF_REGION = -2.5
SEAT_POPULATION = 50_000
# What two kinds must have in common to be taken for one another: a "district" is as often a GeoNames region.
AKIN: frozenset[frozenset[PlaceKind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("region", "district"),
        ("settlement", "district"),
        ("site", "settlement"),
        ("site", "other"),
        ("region", "other"),
        ("region", "country"),
    )
)
# A name found only by a part of it ("Aleppo" for "Aleppo market") is seldom the thing itself.
BY_PART = 0.4
# The only village of a name may still be the wrong one, where all else in the report is in another country.
STRANGE = 0.4
WELL_KNOWN = 100_000
TELLING = 1.5
# "Kiev" is nothing but Kyiv; "St. George", once a name of Freetown, is many things.
SURE, HALF = 0.9, 0.5
# A city and the region named after it are one answer, as far as a map goes.
SAME_PLACE_KM = 60.0

CONTAINER = re.compile(r"\s*[,(]\s*")
LIST_GOES_ON = re.compile(r"\s*,|\s+[^\W\d_]{1,4}\s")
INSIDE_RADII = 1.6


@dataclass
class Sense:
    """The candidates of one name in one kind, and their scores as they are worked out."""

    entries: Sequence[Entry]
    by_part: bool
    prior: list[float]
    bonus: dict[str, float] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)

    def settle(self, context: Callable[[Entry], float]) -> None:
        self.scores = [
            prior + self.bonus.get(entry.gazetteer_id, 0.0) + context(entry)
            for entry, prior in zip(self.entries, self.prior, strict=True)
        ]
        self.chances = softmax(self.scores)


def resolve_places(text: str, mentions: Sequence[PlaceMention], lookup: Lookup) -> tuple[Place, ...]:
    """A Place for each mention, in the same order, with ids "p1", "p2" ...; coordinates are None where the gazetteer has
    no such name. `confidence` is the share of the likelihood that falls on the first candidate and its namesakes
    nearby. `lookup` gives the gazetteer's entries of a name.
    """
    keys = [(fold(m.name), m.kind) for m in mentions]
    senses = {key: sense_of(m, lookup) for key, m in zip(keys, mentions, strict=True)}
    contained(text, mentions, keys, senses)
    for sense in senses.values():
        sense.settle(lambda _: 0.0)
    counts = Counter(keys)
    for _ in range(ROUNDS):
        surroundings = Surroundings(senses, counts)
        for key, sense in senses.items():
            sense.settle(surroundings.without(key))
    carry_over(senses)
    surroundings = Surroundings(senses, counts)
    return tuple(
        place_of(f"p{number}", mention, senses[key], surroundings.strange(key))
        for number, (mention, key) in enumerate(zip(mentions, keys, strict=True), 1)
    )


def sense_of(mention: PlaceMention, lookup: Lookup) -> Sense:
    """The candidates for a name: of the whole name, else of the longest part of it that the gazetteer has."""
    entries, by_part = lookup(mention.name), False
    parts = mention.name.split()
    if not entries and len(parts) > 1:
        by_part = True
        # "Western Ukraine" is in Ukraine; but not every "New Barrel" is in a village called Barrel.
        if mention.kind in ("site", "other", "district"):
            entries = next(
                (e for i in range(len(parts) - 1, 0, -1) if (e := lookup(" ".join(parts[:i])))), ()
            )
        else:
            entries = [e for e in lookup(" ".join(parts[1:])) if e.kind in ("country", "region")]
    country = any(entry.kind == "country" for entry in entries)
    priors = [prior(entry, mention, country) for entry in entries]
    if mention.kind is None:
        seats = [e for e in entries if e.kind == "settlement" and e.population >= SEAT_POPULATION]
        for i, entry in enumerate(entries):
            if entry.kind == "region" and not own_table(entry) and any(inside(seat, entry) for seat in seats):
                priors[i] += SEAT_OF_REGION
    return Sense(entries, by_part, priors)


def prior(entry: Entry, mention: PlaceMention, country: bool) -> float:
    """The score of a candidate before anything else in the report is looked at; `country`: some country has the name."""
    kind = mention.kind
    score = OWN_NAME if entry.main else OWN_NAME * renown(entry)
    if own_table(entry):
        score += OWN_TABLE
    if entry.capital and (entry.main or not country):
        score += ACTING if mention.role == "metonym" else CAPITAL
    if entry.kind == "site" and own_table(entry) and mention.role == "metonym":
        score += ACTING
    if kind is None:
        score += PRIOR[entry.kind]
    elif kind == entry.kind:
        score += KIND_AGREES
    else:
        score += KIND_NEAR if frozenset((kind, entry.kind)) in AKIN else KIND_DIFFERS
    if entry.kind == "settlement":
        score += PER_POWER_OF_TEN * math.log10(entry.population + 1)
    elif entry.kind == "region":
        score += PER_POWER_OF_TEN * 2 * math.log10(entry.precision_km + 1)
    return score


def own_table(entry: Entry) -> bool:
    """Whether our tables have the place, alone or beside GeoNames."""
    return "Sayso" in entry.source


def renown(entry: Entry) -> float:
    """How far an alternate counts like the name itself, 0 to 1: the spellings of a large city are all in use, many of
    a village's are transliterations nobody writes.
    """
    return (
        min(1.0, max(0.0, (math.log10(entry.population + 1) - 3) / 2)) if entry.kind == "settlement" else 0.0
    )


def contained(
    text: str, mentions: Sequence[PlaceMention], keys: Sequence[Key], senses: Mapping[Key, Sense]
) -> None:
    """Favours the readings of "A, B" under which A lies in B."""
    for i in range(len(mentions) - 1):
        between = text[mentions[i].end : mentions[i + 1].start]
        if len(between) > 40 or not CONTAINER.fullmatch(kind_words_off(between)):
            continue
        inner, outer = senses[keys[i]], senses[keys[i + 1]]
        pairs = [
            (a, b)
            for a in inner.entries
            for b in outer.entries
            if a.kind not in ("country", "other")
            and b.kind in ("country", "region", "district")
            and inside(a, b)
        ]
        country = any(entry.kind == "country" for entry in inner.entries)
        if country and LIST_GOES_ON.match(text, mentions[i + 1].end):
            continue
        for a in {a.gazetteer_id for a, _ in pairs}:
            inner.bonus[a] = COUNTRY_CONTAINED if country else CONTAINED
        for b in {b.gazetteer_id for _, b in pairs}:
            outer.bonus[b] = CONTAINS


def kind_words_off(between: str) -> str:
    """What stands between two names without one lower-case word after the first: "Kursk region, Russia"."""
    return re.sub(r"^\s+[^\W\d_]+(?=\s*[,(])", "", between)


def inside(a: Entry, b: Entry) -> bool:
    if a.gazetteer_id == b.gazetteer_id or not b.country or a.country != b.country:
        return False
    if b.kind == "country":
        return True
    if b.kind == "region" and a.admin1 and a.admin1 == b.admin1:
        return True
    return distance(a, b) <= INSIDE_RADII * b.precision_km


class Surroundings:
    """Where a report plays, as its places tell: weights of countries and of first-order divisions, and points."""

    def __init__(self, senses: Mapping[Key, Sense], counts: Mapping[Key, int]) -> None:
        self._senses = senses
        self._own: dict[str, tuple[Weights, Weights]] = {}
        self._countries: Weights = defaultdict(float)
        self._divisions: Weights = defaultdict(float)
        anchors: list[tuple[float, str, Entry]] = []
        for key, sense in senses.items():
            if not sense.entries:
                continue
            name = key[0]
            # A name met ten times tells more than one met once, not ten times as much.
            weight = 1 + math.log(counts[key])
            countries, divisions = self._own.setdefault(name, (defaultdict(float), defaultdict(float)))
            for entry, chance in zip(sense.entries, sense.chances, strict=True):
                if entry.country:
                    told = COUNTRY_TELLS if entry.kind == "country" else 1.0
                    countries[entry.country] += weight * chance * told
                if entry.admin1:
                    divisions[entry.admin1] += weight * chance
            best = max(range(len(sense.entries)), key=lambda i: (sense.chances[i], -i))
            if sense.entries[best].kind in ("settlement", "site", "district", "region"):
                anchors.append((sense.chances[best], name, sense.entries[best]))
        for countries, divisions in self._own.values():
            for whole, part in ((self._countries, countries), (self._divisions, divisions)):
                for code, weight in part.items():
                    whole[code] += weight
        anchors.sort(key=lambda a: (-a[0], a[1]))
        self._anchors = anchors[:MOST_ANCHORS]

    def strange(self, key: Key) -> bool:
        """Whether a name's first candidate is an obscure place in a country that nothing else in the report is in."""
        sense = self._senses[key]
        if not sense.entries:
            return False
        best = sense.entries[max(range(len(sense.entries)), key=lambda i: (sense.scores[i], -i))]
        if (
            best.kind == "country"
            or (best.kind == "region" and best.main)
            or own_table(best)
            or (best.population >= WELL_KNOWN and (best.main or max(sense.chances) >= SURE))
            or not best.country
        ):
            return False
        own_countries, _ = self._own[key[0]]
        elsewhere = {c: w - own_countries.get(c, 0.0) for c, w in self._countries.items()}
        return sum(elsewhere.values()) >= TELLING and elsewhere[best.country] < 0.05 * sum(elsewhere.values())

    def without(self, key: Key) -> Callable[[Entry], float]:
        """The score that the report's other names give an entry."""
        name = key[0]
        own_countries, own_divisions = self._own.get(name, ({}, {}))
        # One more than there is: a single other name is no certainty.
        all_countries = sum(self._countries.values()) - sum(own_countries.values()) + 1
        all_divisions = sum(self._divisions.values()) - sum(own_divisions.values()) + 1

        def score(entry: Entry) -> float:
            country = (
                self._countries.get(entry.country, 0.0) - own_countries.get(entry.country, 0.0)
            ) / all_countries
            division = (
                self._divisions.get(entry.admin1, 0.0) - own_divisions.get(entry.admin1, 0.0)
            ) / all_divisions
            near = max(
                (
                    chance * math.exp(-distance(entry, anchor) / NEAR_KM)
                    for chance, other, anchor in self._anchors
                    if other != name and not (anchor.kind == entry.kind == "region")
                ),
                default=0.0,
            )
            return (
                SAME_COUNTRY * math.sqrt(max(0.0, country) if entry.country else 0.0)
                + SAME_DIVISION * math.sqrt(max(0.0, division) if entry.admin1 else 0.0)
                + NEAR * near
            )

        return score


def carry_over(senses: Mapping[Key, Sense]) -> None:
    """One sense a report: where "Kursk region" is met, "Kursk" alone leans to the region too."""
    told: dict[str, set[str]] = defaultdict(set)
    for (name, kind), sense in senses.items():
        if kind is not None and sense.entries:
            best = max(range(len(sense.entries)), key=lambda i: (sense.scores[i], -i))
            told[name].add(sense.entries[best].gazetteer_id)
    for (name, kind), sense in senses.items():
        if kind is None and sense.entries and name in told:
            sense.scores = [
                score + SENSE_OF_REPORT * (entry.gazetteer_id in told[name])
                for score, entry in zip(sense.scores, sense.entries, strict=True)
            ]
            sense.chances = softmax(sense.scores)


def place_of(place_id: str, mention: PlaceMention, sense: Sense, strange: bool) -> Place:
    order = sorted(range(len(sense.entries)), key=lambda i: (-sense.scores[i], i))
    unplaced = Place(
        id=place_id,
        start=mention.start,
        end=mention.end,
        name=mention.name,
        kind=mention.kind or "other",
        country=None,
        latitude=None,
        longitude=None,
        gazetteer_id=None,
        literal=mention.role == "literal",
        confidence=0.0,
        candidates=tuple(candidate(sense.entries[i], sense.chances[i]) for i in order[:MOST_CANDIDATES]),
    )
    # An alternate name of an obscure place in a country that the report has nothing to do with is no find.
    if not order or (strange and not sense.entries[order[0]].main):
        return unplaced
    best = sense.entries[order[0]]
    if sense.by_part and mention.kind == "site":
        # Known only by its town: a point would claim more than is known, the town stands among the candidates.
        return msgspec.structs.replace(unplaced, country=best.country or None)
    share = sum(
        sense.chances[i]
        for i in order
        if sense.entries[i].country == best.country and distance(sense.entries[i], best) <= SAME_PLACE_KM
    )
    if mention.kind in ("region", "country") and best.kind == "settlement" and share < HALF:
        # "The Baltic states" are in none of the towns of that name.
        return unplaced
    factor = (BY_PART if sense.by_part else 1.0) * (STRANGE if strange else 1.0)
    return msgspec.structs.replace(
        unplaced,
        name=mention.name if sense.by_part else best.name,
        kind=mention.kind if mention.kind and best.kind != "country" else best.kind,
        country=best.country or None,
        latitude=best.latitude,
        longitude=best.longitude,
        gazetteer_id=best.gazetteer_id,
        confidence=round(min(1.0, share) * factor, 3),
    )


def candidate(entry: Entry, chance: float) -> Candidate:
    return Candidate(
        gazetteer_id=entry.gazetteer_id,
        name=entry.name,
        kind=entry.kind,
        country=entry.country or None,
        latitude=entry.latitude,
        longitude=entry.longitude,
        score=round(chance, 3),
    )


def softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def distance(a: Entry, b: Entry) -> float:
    """Kilometres, by the equirectangular approximation: a hundred times a report, and 1 % off does not matter."""
    across = math.radians((a.longitude - b.longitude + 180) % 360 - 180)
    x = across * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return 6371.0 * math.hypot(x, math.radians(a.latitude - b.latitude))
