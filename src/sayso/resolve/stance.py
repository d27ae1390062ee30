"""How a speaker stands to what is said, and how firmly: stance, hedges, negation.

The cue's entry in the speech lexicon gives the stance; the cue's own negation and the verb of the content's main clause
may turn it: "said Kyiv would fall" predicts, "said we will strike back" threatens, "said all sides must leave" urges.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.languages.speech import SpeechLexicon, cue_of
from sayso.languages.stance import StanceLexicon
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Record, Span, Stance

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "attr"})
# A hedge stands in the content or so many words beside it.
BESIDE = 2
# Of a content without a verb so many words tell what it is about.
FEW = 6
# Within so many words of a verb its subject and object are looked for.
NEAR = 40


class Judgement(Record, frozen=True, kw_only=True):
    """`hedges` are spans of weakening words. `negated` is True where the content's main clause is negative, or the cue
    is and that is not already the stance ("did not say" is negated, "does not believe" doubts).
    """

    stance: Stance
    hedges: tuple[Span, ...] = ()
    negated: bool = False


class _Word:
    """A token with its sentence, so that its head and dependents can be asked."""

    __slots__ = ("index", "sentence", "token")

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.sentence, self.index, self.token = sentence, index, sentence.tokens[index]

    def children(self) -> list[Token]:
        around = range(max(0, self.index - 2 * NEAR), min(len(self.sentence.tokens), self.index + 2 * NEAR))
        return [self.sentence.tokens[i] for i in around if self.sentence.tokens[i].head == self.index != i]


def judge(
    text: str,
    sentences: Sequence[Sentence],
    attribution: Attribution,
    lexicon: SpeechLexicon,
    words: StanceLexicon,
) -> Judgement:
    """The stance to an attribution's content, its hedges and whether it is negated. `sentences` are in text order."""
    cue = [w.token for span in attribution.cue for w in _words_in(sentences, span)]
    content = [w for span in attribution.content for w in _words_in(sentences, span)]
    cue_negated = any(t.text.lower() in lexicon.negations for t in cue)
    verb = _main(content)
    below = verb.children() if verb else []
    # "None of these figures could be verified", "figures from neither side could be": a subject is soon read.
    opening = {w.token.text.lower() for w in content[: FEW if len(content) <= FEW else 2]}
    stance, consumed = _by_cue(cue, cue_negated, opening, lexicon, words)
    if stance == "judges" and any(w.token.pos == "NUM" and w.token.text[:1].isdigit() for w in content):
        stance = "asserts"  # a boast or a complaint with a figure in it is a fact claimed
    if stance in {"asserts", "predicts", "intends", "asks"} and content:
        speaker = _speaker(sentences, attribution)
        own = _own_subjects(speaker, lexicon, words)
        stance = _by_content(stance, cue, verb, below, content, words, own)
    if stance == "asserts" and attribution.form == "direct" and _asks(text, attribution):
        stance = "asks"
    negated = (cue_negated and not consumed) or _negative(verb, below, lexicon, words)
    return Judgement(
        stance=stance,
        hedges=_hedges(sentences, attribution, lexicon, words),
        negated=negated and stance != "doubts",
    )


def _speaker(sentences: Sequence[Sentence], attribution: Attribution) -> Token | None:
    """The noun that a source's other words hang on."""
    source = [w for span in attribution.source for w in _words_in(sentences, span)]
    inside = {w.index for w in source}
    heads = (w.token for w in source if w.token.head not in inside or w.token.head == w.index)
    return next((t for t in heads if t.pos in {"NOUN", "PROPN", "PRON"}), None)


def _own_subjects(speaker: Token | None, lexicon: SpeechLexicon, words: StanceLexicon) -> frozenset[str]:
    """The subjects under which this speaker talks of the own side: "it" is a ministry, no minister and no critics."""
    if speaker is None:
        return words.own
    lower = speaker.text.lower()
    person = speaker.entity == "PERSON" or lower in lexicon.titles | words.persons
    if speaker.tag in {"NNS", "NNPS"}:
        return frozenset(
            w for w in words.own if w in words.first or w not in lexicon.pronouns or _is_plural(w, lexicon)
        )
    if person:
        return frozenset(w for w in words.own if w in words.first | words.persons)
    return words.own


def _is_plural(word: str, lexicon: SpeechLexicon) -> bool:
    return lexicon.pronouns[word].number == "plural"


def _by_cue(
    cue: Sequence[Token], negated: bool, opening: set[str], lexicon: SpeechLexicon, words: StanceLexicon
) -> tuple[Stance, bool]:
    """The cue's stance, and whether its negation is part of that. `opening` are the content's first words."""
    heard = {t.text.lower() for t in cue}
    if heard & lexicon.doubts or (heard & lexicon.doubts_negated and (negated or opening & words.nothing)):
        return "doubts", True
    entry = cue_of(lexicon, cue)
    if entry is None:
        return "asserts", False
    head = entry.lemma.split()[0]
    if negated and head in words.believing:
        return "doubts", True
    if negated and head in words.allowing:
        return "predicts", True
    if negated and entry.stance == "denies":
        return "asserts", True
    return entry.stance, False


def _by_content(
    stance: Stance,
    cue: Sequence[Token],
    verb: _Word | None,
    below: Sequence[Token],
    content: Sequence[_Word],
    words: StanceLexicon,
    own: frozenset[str],
) -> Stance:
    if (turned := _by_advice(cue, content, words)) is not None:
        return turned
    if stance == "asks":
        return stance
    harmful = _harmful(verb, below, content, words)
    infinitive = bool(content) and content[0].token.tag == "TO"
    if stance == "intends":
        return "threatens" if harmful else stance
    if infinitive:
        return "intends" if any(t.lemma in words.planning for t in cue) else stance
    if verb is None:
        return stance
    if stance == "predicts" and any(t.lemma in words.advising for t in cue) and _happened(verb, below, words):
        return "asserts"  # "warned that the dam had no gate" tells what is
    return _by_modality(stance, verb, below, words, own)


def _harmful(
    verb: _Word | None, below: Sequence[Token], content: Sequence[_Word], words: StanceLexicon
) -> bool:
    """Whether harm is what is intended: the verb, or what it governs; "to invoke the memory of a strike" harms nobody."""
    if verb is None:
        return any(w.token.lemma in words.harm for w in content[:FEW])
    governed = [t for t in below if t.dep in {"dobj", "xcomp", "conj", "advcl"}]
    return verb.token.lemma in words.harm or any(t.lemma in words.harm for t in governed)


def _happened(verb: _Word, below: Sequence[Token], words: StanceLexicon) -> bool:
    past = verb.token.tag == "VBD" or any(t.lemma in words.perfect and t.dep == "aux" for t in below)
    return past and not any(t.tag == "MD" for t in below)


def _by_advice(cue: Sequence[Token], content: Sequence[_Word], words: StanceLexicon) -> Stance | None:
    """ "Warned residents to leave", "warned against strikes": advice, no forecast."""
    if not any(t.lemma in words.advising for t in cue):
        return None
    if any(t.text.lower() in words.against for t in cue) or content[0].token.text.lower() in words.against:
        return "urges"
    opening = [w.token for w in content[:12]]
    finite = any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in opening)
    return "urges" if not finite and any(t.tag == "TO" for t in opening) else None


def _by_modality(
    stance: Stance, verb: _Word, below: Sequence[Token], words: StanceLexicon, own_subjects: frozenset[str]
) -> Stance:
    """What the auxiliaries of the main clause and its subject make of an assertion or a forecast."""
    token = verb.token
    helping = {t.text.lower() for t in below if t.dep in {"aux", "auxpass"}}
    past = any(t.lemma in words.perfect and t.dep == "aux" for t in below)
    subject = next((t for t in below if t.dep in SUBJECTS), None)
    own = subject is None or subject.text.lower() in own_subjects
    negated = any(t.dep == "neg" for t in below)
    if stance == "asserts" and any(t.lemma in words.untrue for t in below if t.dep in {"acomp", "attr"}):
        return stance if any(t.dep == "neg" for t in below) else "denies"
    if token.lemma == "be" and any(t.lemma in words.aims for t in below if t.dep in SUBJECTS):
        return "intends"
    first = subject is not None and subject.text.lower() in words.first
    if helping & words.future or token.text.lower() in words.future:
        return _of_future(stance, token, below, own, words) if not past else stance
    if helping & words.possible and not past and not negated:
        return "predicts" if token.pos == "VERB" else stance  # "could be up to 2,000" is a figure, and hedged
    needed = bool(helping & words.needed) or (token.lemma in words.needed and _leads_on(below))
    if (needed and not past) or any(t.lemma in words.important for t in below if t.dep in {"acomp", "attr"}):
        return "urges"
    if first and token.lemma in words.wanting and not negated:
        return "urges"
    if token.tag == "VB" and subject is None and helping <= words.bidding and token.dep in {"ROOT", "ccomp"}:
        return "urges"  # an imperative
    if own and token.lemma in words.planning and token.tag in {"VBG", "VBP", "VBZ"} and _leads_on(below):
        return "threatens" if any(t.lemma in words.harm for t in below) else "intends"
    return stance


def _of_future(
    stance: Stance, token: Token, below: Sequence[Token], own: bool, words: StanceLexicon
) -> Stance:
    passive = any(t.dep == "auxpass" for t in below)
    harmful = token.lemma in words.harm or any(
        t.lemma in words.harm for t in below if t.dep in {"dobj", "prep"}
    )
    if passive:
        return "threatens" if stance == "predicts" and token.lemma in words.reprisal else "predicts"
    if own and harmful:
        return "threatens"
    return "intends" if own and stance == "asserts" and token.lemma != "be" else "predicts"


def _leads_on(below: Sequence[Token]) -> bool:
    return any(t.dep == "xcomp" for t in below)


def _asks(text: str, attribution: Attribution) -> bool:
    """Whether the whole quotation is one question."""
    if len(attribution.content) != 1:
        return False
    start, end = attribution.content[0]
    said = text[start:end].rstrip("\"”' ")
    return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")


def _negative(
    verb: _Word | None, below: Sequence[Token], lexicon: SpeechLexicon, words: StanceLexicon
) -> bool:
    if verb is None:
        return False
    if any(t.text.lower() in lexicon.negations and t.dep in {"neg", "advmod", "aux"} for t in below):
        return True
    tokens = verb.sentence.tokens
    for token in tokens[max(0, verb.index - NEAR) : verb.index + NEAR]:
        # "No one was hurt", "there was no drone": what negates the subject or object negates the clause.
        if token.text.lower() not in words.nothing:
            continue
        noun = tokens[token.head]
        direct = token.head == verb.index and token.dep in SUBJECTS | {"dobj"}
        if direct or (
            token.dep in {"det", "neg"} and noun.head == verb.index and noun.dep in SUBJECTS | {"dobj"}
        ):
            return True
    return False


def _words_in(sentences: Sequence[Sentence], span: Span) -> list[_Word]:
    """The words of all sentences that begin within a span."""
    first = max(0, bisect_right(sentences, span[0], key=lambda s: s.start) - 1)
    found = []
    for sentence in sentences[first : bisect_left(sentences, span[1], key=lambda s: s.start)]:
        low = bisect_left(sentence.tokens, span[0], key=lambda t: t.start)
        high = bisect_left(sentence.tokens, span[1], key=lambda t: t.start)
        found += [_Word(sentence, i) for i in range(low, high)]
    return found


def _main(content: Sequence[_Word]) -> _Word | None:
    """The verb of the content's first main clause: one whose head is no word of the content, or is none at all."""
    inside = {(id(w.sentence), w.index) for w in content}
    tops = [
        w
        for w in content
        if w.token.pos in VERBS and (w.token.head == w.index or (id(w.sentence), w.token.head) not in inside)
    ]
    return next(
        (w for w in tops if w.token.dep not in {"advcl", "relcl", "acl", "aux"}), tops[0] if tops else None
    )


def _hedges(
    sentences: Sequence[Sentence],
    attribution: Attribution,
    lexicon: SpeechLexicon,
    stance_words: StanceLexicon,
) -> tuple[Span, ...]:
    """Weakening words in the content, in the cue, and right beside the content in its sentence."""
    found: set[Span] = set()
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon.hedges:
        starts.setdefault(phrase[0], []).append(phrase)
    cue = {t.start for span in attribution.cue for t in (w.token for w in _words_in(sentences, span))}
    for number, span in enumerate((*attribution.content, *attribution.cue)):
        words = _words_in(sentences, span)
        if not words:
            continue
        if number < len(attribution.content):
            sentence, low = words[0].sentence, words[0].index
            words = [_Word(sentence, i) for i in range(max(0, low - BESIDE), low)] + words
            sentence, high = words[-1].sentence, words[-1].index
            words += [
                _Word(sentence, i) for i in range(high + 1, min(len(sentence.tokens), high + 1 + BESIDE))
            ]
        tokens = [w.token for w in words]
        taken = 0
        for index, (word, token) in enumerate(zip(words, tokens, strict=True)):
            if index < taken or token.text.lower() not in starts:
                continue
            if not _weakens(tokens, index, number >= len(attribution.content), cue) or _able(
                word, stance_words
            ):
                continue
            for phrase in starts[token.text.lower()]:
                if tuple(t.text.lower() for t in tokens[index : index + len(phrase)]) == phrase:
                    found.add((token.start, tokens[index + len(phrase) - 1].end))
                    taken = index + len(phrase)
                    break
    return tuple(sorted(found))


def _able(word: _Word, words: StanceLexicon) -> bool:
    """Whether a word that can weaken tells of an ability, a purpose or a report to come: "could hear", "could not say"."""
    token, verb = word.token, _Word(word.sentence, word.token.head)
    below = verb.children()
    if token.tag == "VBN":
        return any(t.dep == "agent" and t.text.lower() in words.agents for t in word.children())
    if token.text.lower() not in words.ability:
        return False
    marks = [t for t in below if t.dep in {"mark", "advmod"} and t.text.lower() in words.purpose]
    purpose = bool(marks) and verb.token.dep == "advcl" and not _after_comma(word.sentence, marks[0])
    return purpose or verb.token.lemma in words.perceiving or any(t.dep == "neg" for t in below)


def _after_comma(sentence: Sentence, token: Token) -> bool:
    """ "..., so that it could burn" is what may come of it, "so that it could pass" what it is for."""
    index = bisect_left(sentence.tokens, token.start, key=lambda t: t.start)
    return index > 0 and sentence.tokens[index - 1].text == ","


def _weakens(tokens: Sequence[Token], index: int, in_cue: bool, cue: set[int]) -> bool:
    """Whether a word that may weaken does: not the month of May, "as far as possible", or "reported" as the verb of saying."""
    token = tokens[index]
    if token.pos == "PROPN" or (token.pos == "VERB" and token.tag == "VBD"):
        return False
    if index and token.pos == "ADJ" and tokens[index - 1].text.lower() == tokens[index - 1].lemma == "as":
        return False
    return (token.pos == "ADV") if in_cue else token.start not in cue
