"""English words for people and bodies: the tables titles.tsv, given_names.tsv, demonyms.tsv with the
demonyms of place_countries.tsv, and the closed classes."""

from __future__ import annotations

from functools import cache
from typing import cast

from sayso import tables
from sayso.languages.en import place
from sayso.languages.person import Noun, PersonLexicon
from sayso.languages.speech import Gender
from sayso.records import ActorKind

HERE = "sayso.languages.en"
TITLES = ("noun", "kind", "gender", "before a name")
PARTS = frozenset(
    """acting prime vice first former ex foreign defence defense interior chief deputy press state high senior brigadier
    lieutenant major rear field retired interim newly supreme national security special crown grand war""".split()
)
HEADS_OF = {
    "head of state": "president",
    "head of government": "premier",
    "prime minister": "premier",
    "head": "chief",
    "boss": "chief",
    "dictator": "leader",
    "ruler": "leader",
    "strongman": "leader",
    "army chief": "commander",
    "chief of staff": "chief",
}
ENDINGS: dict[str, Gender] = {
    "ova": "female",
    "eva": "female",
    "ina": "female",
    "skaya": "female",
    "ska": "female",
    "aya": "female",
    "skyi": "male",
    "sky": "male",
    "skiy": "male",
    "ski": "male",
}
AGAINST = ("pro", "anti", "non", "ex")
WHERE = frozenset("in near at around outside inside through across".split())
OF_SIDE = frozenset({"of", "for"})
AT_SEAT = frozenset({"in"})
SEATS = frozenset("ministry government cabinet presidency parliament".split())
FREE = frozenset(
    "opposition dissident exile defector critic outlet newspaper paper tabloid daily weekly".split()
)
NAMELESS = frozenset("name named names anonymity anonymous anonymously identified identify unnamed".split())
GENERIC = frozenset(
    """agency association bank body broadcaster charity company daily firm foundation group institute journal magazine
    newspaper organisation organization outlet paper publication tabloid watchdog weekly""".split()
)
WIRES = frozenset("information news photo press telegraph telegraphic wire".split())
RETELLING = frozenset(
    """amplify convey echo invoke paraphrase rehearse reiterate relay repeat republish requote restate retell
    retweet transmit""".split()
)
NOBODY = frozenset("nobody no-one noone none whoever anyone anybody everyone everybody".split())
SAME = frozenset({"same", "latter"})
ARTICLES = frozenset("the this that these those".split())
INDEFINITE = frozenset("a an another some one several many two three four five other".split())


@cache
def lexicon() -> PersonLexicon:
    """The English person lexicon, read once from its tables. Raises TableError on a row that is none."""
    return PersonLexicon(
        nouns={
            noun: Noun(kind=cast(ActorKind, kind), gender=cast(Gender, gender), title=before == "title")
            for noun, kind, gender, before in tables.rows(HERE, "titles.tsv", TITLES)
        },
        parts=PARTS,
        heads_of=HEADS_OF,
        given={
            name.lower(): cast(Gender, gender)
            for name, gender in tables.rows(HERE, "given_names.tsv", ("name", "gender"))
        },
        endings=ENDINGS,
        demonyms=_demonyms(),
        against=AGAINST,
        where=WHERE,
        of_side=OF_SIDE,
        at_seat=AT_SEAT,
        seats=SEATS,
        free=FREE,
        generic=GENERIC,
        wires=WIRES,
        nameless=NAMELESS,
        retelling=RETELLING,
        nobody=NOBODY,
        same=SAME,
        articles=ARTICLES,
        indefinite=INDEFINITE,
        by=frozenset({"by"}),
        saying=frozenset({"as"}),
        relatives=frozenset({"who", "whom", "whose", "which", "that"}),
        personal=frozenset({"who", "whom", "whose"}),
    )


def _demonyms() -> dict[str, str]:
    """Every state's demonyms with the state's name, those of its row in place_countries.tsv first, then demonyms.tsv."""
    found = {
        word.lower(): names.split("|")[0]
        for _, names, _, demonyms in place.countries()
        for word in demonyms.split("|")
        if word
    }
    own = {
        word if word.isupper() else word.lower(): side
        for word, side in tables.rows(HERE, "demonyms.tsv", ("word", "side"))
    }
    return found | own
