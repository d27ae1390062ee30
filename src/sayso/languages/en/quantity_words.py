"""The closed classes of English words around a number; what each is for stands in `sayso.languages.quantity`."""

from __future__ import annotations

from sayso.languages.quantity import (
    AgeWords,
    ChangeWords,
    DateWords,
    FunctionWords,
    MeasureWords,
    NameWords,
    NounWords,
    NumberWords,
    PartWords,
    Phrase,
    PhraseWords,
    Words,
)


def _words(words: str) -> Words:
    return frozenset(words.split())


def _phrases(phrases: str) -> frozenset[Phrase]:
    """Phrases parted by |, their tokens by spaces."""
    return frozenset(tuple(phrase.split()) for phrase in phrases.split("|"))


_OTHERS = _words("more other another")
_DETERMINERS = _OTHERS | _words(
    """the a an this that these those his her its their our my your some any all both each every additional further
    such no"""
)
_AUXILIARIES = _words(
    """is are was were be been being has have had having will would can could may might must should do does did
    get gets got getting reportedly also already allegedly all both confirmed reported feared believed said thought
    left declared presumed found to known"""
)
_PREPOSITIONS = _words(
    """in on at by from with during after near before into against under over between through across around within
    without outside inside along amid about for towards toward since until till per via behind beyond above below
    off up down out upon onto throughout beside despite following including than as to among amongst"""
)
_CONJUNCTIONS = _words("and or but nor plus while whereas as because if when although though so yet")
_ADVERBS = _words(
    """only just also even now already still then so far today yesterday tomorrow tonight overnight here there
    again ago later earlier daily weekly monthly annually yearly worldwide alone together altogether apiece abroad
    instead meanwhile respectively currently almost nearly not never very too once twice locally nationwide away back
    however"""
)
_SAYING = _words("said says told tells adds added reported wrote explained recalled noted quoted")
_PRONOUNS = _words(
    """who which that whom whose what where when why how it he she they we you i them him us me itself themselves
    himself there one"""
)
# Common verbs after a noun phrase: without a parser they are what ends it.
_VERBS = _words(
    """took take takes taken made make makes came come comes went go goes gone gave give gives given saw see sees seen
    kill kills killed killing injured injuring wounded wounding died dead die destroyed damaged hit hits struck arrived
    arrested detained captured evacuated displaced missing fled fleeing left leave leaves live living lived
    began begin begins ended continue continued remain remains remained became become used using use based according
    held holding hold carried carrying carry launched launching fired firing opened attacked attacking fighting fought
    fight entered entering trapped belonging belong wearing working seeking trying need needs needed want wants lost
    told said say says saying reported think believe believed support supported voted agreed signed joined include
    includes included stationed deployed sent waiting expected believed armed linked reached crossed returned
    participated suffered received provided located involved stood stand travelling traveling traveled accused
    gathered followed showed buried rescued treated taking making coming going leaving getting being having
    hurt led bound put paid supplied responsible wide long high deep tall strong worth due able ready aged old each"""
)

_PARTITIVES = _words("of")

FUNCTION = FunctionWords(
    additives=_words("and"),
    alternatives=_words("or"),
    partitives=_PARTITIVES,
    determiners=_DETERMINERS,
    others=_OTHERS,
    comparatives=_words("than"),
    auxiliaries=_AUXILIARIES,
    prepositions=_PREPOSITIONS,
    conjunctions=_CONJUNCTIONS,
    adverbs=_ADVERBS,
    saying=_SAYING,
    stops=_PREPOSITIONS
    | _PARTITIVES
    | _CONJUNCTIONS
    | _AUXILIARIES
    | _PRONOUNS
    | _VERBS
    | _ADVERBS
    | _SAYING
    | _DETERMINERS - {"other", "more"},
    acronyms=_words("IS US WHO IT"),
)

_GLUED = {
    **dict.fromkeys(("k", "K"), 1e3),
    **dict.fromkeys(("m", "M", "mn", "mln", "mil"), 1e6),
    **dict.fromkeys(("bn", "B", "b"), 1e9),
    **dict.fromkeys(("tn", "trn", "T"), 1e12),
}

NUMBER = NumberWords(
    ones=_words("one"),
    articles=_words("a an"),
    joints=_words("and"),
    halves=_words("half"),
    added_halves=_phrases("and a half"),
    not_halves=_words("latter other better"),
    ratios=_phrases("in"),
    firm_ratios=_phrases("out of"),
    vague_with_article=_words("few couple handful"),
    vague_articles=_words("the last past next first these those"),
    vague_with_partitive=_words("couple handful"),
    negatives=_words("minus"),
    glued=_GLUED,
    spaced={letters: _GLUED[letters] for letters in ("mn", "bn", "tn")},
    metre_or_million="m",
    # "200m from the border" is metres, "2.7m refugees" is million.
    beside_metres=_words(
        """away from long wide high deep tall north south east west above below apart behind range thick in to of off
        up down across by into and or at on underground closer further ahead sprint race depth height
        radius"""
    ),
)

_CHANGE_OPENERS = {"from": "to"}

PHRASE = PhraseWords(
    rates=_words("per /"),
    rate_articles=_words("a an each every"),
    lone_symbols=_words("m t g l h V F W % ° ″ ′ € £ $"),
    money_echoes=_phrases("US|U . S|U . S .|u . s|u . s ."),
    openers={"between": "and", **_CHANGE_OPENERS},
    change_openers=_CHANGE_OPENERS,
    joints=_words("to or"),
    padding=_words("up"),
    additions=_words("another additional further"),
    not_hedges=frozenset(
        (verb, place)
        for verb in ("all", "took", "fly", "flew", "control", "concern")
        for place in ("over", "under", "above", "below", "within")
    )
    | _phrases("hand over|hands over|handed over|handing over|turned over|turning over"),
)

_FIRM_YEARS = _words("in since until till during early late mid circa summer winter spring autumn ad")

DATES = DateWords(
    months=_words(
        """january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec"""
    ),
    day_joints=_words("of and to or"),
    clock=frozenset(
        (word,) for word in "am pm gmt utc est edt pst pdt cet cest eet eest bst msk o'clock o’clock".split()
    )
    | _phrases("a . m|p . m"),
    hours=_words("hours"),
    before_hours=_words("at by from until to between around about"),
    years=_FIRM_YEARS
    | _words("mid by before after from year years of fall and to through between bc - – / ( ,"),
    firm_years=_FIRM_YEARS,
    year_abbreviations=_words("d c"),
)

AGES = AgeWords(
    before=_words("aged age ages younger older"),
    between=_words("of to and under over than between about from around just only is"),
    not_before=_phrases("an age|new age"),
    units=_words("year years yr month months week weeks day days"),
    after=_phrases("old|of age"),
    limits=_words("under over"),
    nouns=_words("children child kids women men girls boys people those anyone everyone adults players"),
)

NAME = NameWords(
    ordinals=_words("st nd rd th s 's ’s"),
    spelled_ordinals=_words(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth
        thousandth"""
    ),
    scores=_words(
        """won win wins beat beats defeated lost lose draw drew tied tie score scored scoreline aggregate victory defeat
        match goal goals penalties"""
    ),
    crosses=_words("x"),
    hyphened=_words("man year"),
    ranks=_words("top bottom"),
)

NOUN = NounWords(
    plurals=("s",),
    not_plurals=("ss", "us", "is", "'s", "’s"),
    irregular_plurals=_words("people men women children dead personnel troops aircraft"),
    participles=("ed", "ing"),
    adjectives=_words(
        """armed wounded injured dead displaced unarmed armoured armored trained captured masked unidentified other more
        additional further new old young foreign missing destroyed damaged abandoned besieged killed occupied fortified
        used detained elderly guided manned unmanned related separate suspected"""
    ),
    skipped=_words("more most least very extremely highly"),
    passed_over=_words(
        """additional further such different separate best worst largest biggest greatest smallest highest lowest oldest
        youngest newest latest strongest deadliest bloodiest fiercest heaviest busiest richest poorest longest shortest
        nearest closest finest"""
    ),
    predicates=_words("dead missing wounded injured military displaced"),
    contents=_words("worth in"),
    of_none=_words("of them the those us"),
)

MEASURE = MeasureWords(
    before_bare=_words("more others were are reported"),
    objects=_words("the a an his their its"),
    passives=_words("were was been being are be"),
    to_number=_words(
        """of to as many than lives civilian also around about others him them and up total least reportedly number
        people men civilians soldiers including some left"""
    ),
    toll_links=_words("to at is was reached by of stands hit exceeded than from"),
    clauses=_words("that which after before"),
    complements=_words("that"),
    asides=_words("most mostly mainly some all both many"),
    series=_words("and or as well including plus another with of them & whom"),
    like_force=_words("men"),
)

CHANGE = ChangeWords(
    by=_words("by"),
    to=_words("to"),
    links=_words("by to another further just only more least at a"),
    not_changes=_phrases("up to|up at|up a|down to|down at|down a"),
)

PART = PartWords(
    inclusive=_words("including included include includes incl"),
    among=_words("among amongst"),
    between=_phrases("of the|of those|of its|of their|of these|among the|among at|amongst the"),
    of_them=_phrases("of them|of whom|of which|among them|among whom"),
    restating=_phrases(", or|/|or|, about"),
)

ABBREVIATIONS = _words(
    """mr mrs ms dr gen lt col maj capt sgt st jr sr no nos prof rev hon gov sen rep pres approx vs etc inc ltd co
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun sq cu ca op cit al fig vol ed p pp
    mt ft in us u s k"""
)
