"""English words of saying: the table cues.tsv, and the closed classes round it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, cast, get_args

from sayso import tables
from sayso.languages.speech import Cue, FunctionWords, Gender, Number, Pronoun, SpeechLexicon
from sayso.records import Stance

ACCORDING = (
    ("according", "to"),
    ("accordingly", "to"),
    ("in", "accordance", "with", "reports", "of"),
)
DOUBTS = frozenset("unclear unknown uncertain unconfirmed unverified".split())
DOUBTS_NEGATED = frozenset("clear known certain verified confirmed corroborated".split())
CHECKS = frozenset("authenticate check confirm corroborate geolocate substantiate verify".split())
WORDS = FunctionWords(
    role=frozenset({"as"}),
    source=frozenset({"by", "from"}),
    empty=frozenset({"it", "there"}),
    pointing=frozenset({"this", "that"}),
    joining=frozenset("and but or then".split()),
    coordinating=frozenset({"and", "but", "or"}),
)
RELAYS = frozenset("cite quote".split())
CARRIERS = frozenset(
    """deliver dismiss draw echo express have issue make offer raise reiterate release reject renew repeat
    send voice""".split()
)
PRONOUNS: dict[str, tuple[Number, Gender, int]] = {
    "i": ("singular", "any", 1),
    "we": ("plural", "any", 1),
    "you": ("plural", "any", 2),
    "one": ("singular", "any", 2),
    "he": ("singular", "male", 3),
    "him": ("singular", "male", 3),
    "his": ("singular", "male", 3),
    "himself": ("singular", "male", 3),
    "she": ("singular", "female", 3),
    "her": ("singular", "female", 3),
    "hers": ("singular", "female", 3),
    "herself": ("singular", "female", 3),
    "it": ("singular", "neuter", 3),
    "its": ("singular", "neuter", 3),
    "itself": ("singular", "neuter", 3),
    "they": ("plural", "any", 3),
    "them": ("plural", "any", 3),
    "their": ("plural", "any", 3),
    "themselves": ("plural", "any", 3),
    "who": ("singular", "any", 3),
    "whom": ("singular", "any", 3),
    "whose": ("singular", "any", 3),
    "which": ("singular", "neuter", 3),
    "that": ("singular", "neuter", 3),
}
MEDIA_NOUNS = frozenset(
    """address app average blog briefing broadcast call channel clip comment conference email interview letter livestream memo
    message note podcast post programme program report show account slide tally article assessment audit ballot chart data document dossier evidence figure finding footage
    image intercept investigation investigator law leak map number paper photo photograph picture poll record research result review sign statistic story study survey testimony text transcript site speech statement tweet video website""".split()
)
HEDGES = tuple(
    sorted(
        (
            tuple(phrase.split())
            for phrase in """alleged;allegedly;apparent;apparently;appear;appears;appeared;as far as;could;could have;
            likely;may;may have;maybe;might;might have;perhaps;possible;possibly;presumably;probably;purported;
            purportedly;reported;reportedly;rumored;rumoured;seem;seems;seemed;seemingly;so-called;suggest;suggests;
            supposed;supposedly;suspected;unconfirmed;unlikely;unverified;would appear""".split(";")
        ),
        key=lambda words: (-len(words), words),
    )
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NEGATIONS = frozenset("not n't n’t no never nor neither none cannot without".split())
TITLES = frozenset(
    """adm. admiral ambassador attorney brig. capt. captain chairman chairwoman chancellor chief chief-of-staff col.
    colonel commander congressman congresswoman dame deputy director doctor dr dr. emir ex-president first foreign
    gen. general gov. governor imam judge king lady lieutenant lord lt. lt maj. major marshal mayor minister mr mr.
    mrs mrs. ms ms. mx. patriarch pope premier president prime prince princess professor prof. queen rabbi rep. rev.
    sec. secretary sen. senator sergeant sgt. sheikh sheriff sir spokesman spokesperson spokeswoman sultan
    vice-president""".split()
)
BACKING = frozenset("confirmation detail evidence explanation figure proof reason source specific".split())
LABELS = frozenset(
    phrase.strip()
    for phrase in """a;advertisement;analysis;background;breaking;breaking news;caption;comment;correction;credit;
    editor's note;exclusive;explainer;factbox;fact check;file photo;full text;image;in pictures;interview;just in;
    listen;live;live blog;more;note;opinion;photo;photos;picture;poll;q;q&a;read;read also;read more;related;report;
    review;see also;source;summary;timeline;update;updated;video;watch;world;attack;conflict;crisis;invasion;live updates;war""".split(
        ";"
    )
)
PEOPLE = frozenset(
    """activist administration adviser advisor agency aide ally ambassador analyst army author authority campaigner
    chairman chief civilian commander commentator commission committee company correspondent council critic defector
    department deputy diplomat director doctor embassy expert fighter firm force general government governor group
    guard head historian host hospital insider inspector intelligence investigator journalist judge lawmaker lawyer
    leader leadership man media medic member military militant minister ministry monitor mayor mp network newspaper
    observer observatory officer official operator opposition organisation organization outlet paper parent
    parliament participant party person police politician pollster president premier prisoner prosecutor publication
    rebel refugee relative report reporter representative rescuer researcher resident scholar scientist secretary
    senator service side soldier source speaker spokesman spokesperson spokeswoman staff state strategist student
    supporter survivor tabloid teacher television tv radio station broadcaster channel portal outlet press magazine weekly daily nurse doctor mother father shopkeeper driver neighbour neighbor think-tank troop victim villager volunteer witness woman worker writer""".split()
)


@cache
def lexicon() -> SpeechLexicon:
    """The English speech lexicon, read once from its table."""
    rows = list(_rows())
    return SpeechLexicon(
        verbs={cue.lemma: cue for part, cue in rows if part == "verb"},
        nouns={cue.lemma: cue for part, cue in rows if part == "noun"},
        according=ACCORDING,
        doubts=DOUBTS,
        doubts_negated=DOUBTS_NEGATED,
        checks=CHECKS,
        relays=RELAYS,
        carriers=CARRIERS,
        complementisers=frozenset({"that"}),
        words=WORDS,
        pronouns={
            word: Pronoun(number=number, gender=gender, person=person)
            for word, (number, gender, person) in PRONOUNS.items()
        },
        media_nouns=MEDIA_NOUNS,
        hedges=HEDGES,
        finite=FINITE,
        negations=NEGATIONS,
        titles=TITLES,
        backing=BACKING,
        labels=LABELS,
        people=PEOPLE,
    )


def _rows() -> Iterator[tuple[Literal["verb", "noun"], Cue]]:
    columns = ("part", "lemma", "stance", "says")
    for part, lemma, stance, says in tables.rows("sayso.languages.en", "cues.tsv", columns, _fault):
        yield (
            cast(Literal["verb", "noun"], part),
            Cue(lemma=lemma, stance=cast(Stance, stance), says=says == "yes"),
        )


def _fault(row: tables.Row) -> str | None:
    part, lemma, stance, says = row
    if part in {"verb", "noun"} and lemma and stance in get_args(Stance) and says in {"yes", "no"}:
        return None
    return f"not a part of speech, lemma, stance, and yes or no: {' '.join(row)!r}"
