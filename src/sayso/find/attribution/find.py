"""The attribution finder: what the tagger sees, and round it the rules for what words do not tell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.find.attribution.content import Marks
from sayso.find.attribution.draft import Draft
from sayso.find.attribution.ends import Ends
from sayso.find.attribution.headline import find_labels, find_signed
from sayso.find.attribution.merge import merge
from sayso.find.attribution.passing import hand_on
from sayso.find.attribution.pointing import point_back
from sayso.find.attribution.quoted import attach
from sayso.find.attribution.sources import without_nobody
from sayso.find.attribution.syntax import Parse
from sayso.find.attribution.tags import drafts_of
from sayso.find.attribution.windows import windows
from sayso.find.quotes import find_quotes
from sayso.find.tree import Tree
from sayso.languages.speech import SpeechLexicon
from sayso.languages.tagger import Tagger
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Segment
from sayso.stretches import covers, merged


def find_attributions(
    text: str,
    segments: Sequence[Segment],
    sentences: Sequence[Sentence],
    lexicon: SpeechLexicon,
    tagger: Tagger,
    whole: bool = False,
) -> tuple[Attribution, ...]:
    """All attributions of a report, in the order of their first words. Spans are code points into `text`.

    `sentences` are the parsed sentences of the segments that are not boilerplate. Source and cue are empty where no
    words carry them (a quotation that goes on, a colon headline). With `whole`, the tagger labels as PARC and PolNeAR do:
    contents keep outer quotation marks and "that", a colon is a cue, a cue has its adverbs, little is found within others' words.
    """
    readable = [s for s in segments if s.kind != "boilerplate"]
    stretches = [(s.start, s.end) for s in readable]
    marks = Marks(find_quotes(text, stretches))
    trees = [Tree(sentence) for sentence in sentences if sentence.tokens]
    tokens = [token for tree in trees for token in tree.tokens]
    ends = Ends(trees)
    openers = {t.start for t in tokens if t.tag == "IN" or t.dep == "mark"}
    breaks = [s.start for s in sentences]

    parse = Parse(trees)
    tagged = [
        draft
        for window in windows(text, stretches, marks.quotes, tagger.vocabulary, tagger.longest, whole)
        for draft in drafts_of(text, window, parse, tagger)
    ]
    for draft in tagged:
        taken = [*draft.source, *draft.cue]
        draft.content = [ends.drawn_out(span, taken) for span in draft.content]
    without_nobody(text, tagged, trees, lexicon)
    drafts, inner = _apart(tagged, marks)
    _mark_cues(drafts, tokens, lexicon)
    hand_on(text, drafts, lexicon.complementisers | lexicon.words.role)
    point_back(text, drafts, sentences, stretches, lexicon.words.pointing | lexicon.words.empty, openers)
    drafts += [later for draft in drafts if not draft.says for later in _later(draft, breaks)]
    labels = [*find_labels(text, readable, trees, lexicon), *find_signed(text, stretches, marks)]
    verbs = sorted(t.start for t in tokens if t.tag in lexicon.finite)
    going_on = attach(text, stretches, marks, drafts, labels, verbs, breaks, lexicon.words.joining)
    return merge(text, [*labels, *drafts, *going_on, *inner], marks, lexicon, openers, whole)


def _apart(drafts: Sequence[Draft], marks: Marks) -> tuple[list[Draft], list[Draft]]:
    """The drafts whose cue stands by itself, and those within another's words: no rule for layout is for these."""
    contents = merged(span for draft in drafts for span in draft.content)
    inner = [
        covers(contents, draft.cue[0][0]) or marks.around(draft.cue[0][0]) is not None for draft in drafts
    ]
    return (
        [draft for draft, within in zip(drafts, inner, strict=True) if not within],
        [draft for draft, within in zip(drafts, inner, strict=True) if within],
    )


def _mark_cues(drafts: Sequence[Draft], tokens: Sequence[Token], lexicon: SpeechLexicon) -> None:
    """Tells of each draft whether its cue says ("said", "according to") or only thinks and wants ("supports"), and whether it
    passes words on ("quoted").
    """
    according = {phrase[0] for phrase in lexicon.according if len(phrase) == 2}
    passing = [token.start for token in tokens if token.lemma in lexicon.relays]
    entries = (lexicon.verbs, lexicon.nouns)
    saying = [
        token.start
        for token in tokens
        if token.text.lower() in according
        or any(token.lemma in entry and entry[token.lemma].says for entry in entries)
    ]
    for draft in drafts:
        draft.says, draft.passes_on = (
            any(bisect_left(starts, s) < bisect_left(starts, e) for s, e in draft.cue)
            for starts in (saying, passing)
        )


def _later(draft: Draft, breaks: Sequence[int]) -> Iterator[Draft]:
    """What begins after the sentence of a cue with which nothing is said, taken from it as words that go on without one: who
    "praised the army" may speak in the next sentence, but not with that word.
    """
    place = bisect_left(breaks, draft.clause[1])
    later = [span for span in draft.content if place < len(breaks) and span[0] >= breaks[place]]
    if not later or len(later) == len(draft.content):
        return
    draft.content = [span for span in draft.content if span not in later]
    for span in later:
        yield Draft("going on", [], [], [span], span, draft.confidence, continues=True)
