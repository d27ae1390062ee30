"""How a speaker stands to what is said, and how firmly: stance, hedges, negation.

The cue's entry in the speech lexicon gives the stance; its own negation and the main clauses of the content may turn it:
"said Kyiv would fall" predicts, "said we will strike back" threatens, "said all sides must leave" urges. The tagger has
an opinion of its own, learned from labels; the two are weighed together, except where a negation is part of the stance ("did not
deny", "had no plans to"): there the words decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages.speech import SpeechLexicon, cue_of
from sayso.languages.stance import StanceLexicon
from sayso.languages.tagger import STANCES
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Record, Span, Stance
from sayso.resolve.stance.clause import Clause, read_clause
from sayso.resolve.stance.firmness import find_hedges, is_negative
from sayso.resolve.stance.rules import Said, by_rules
from sayso.resolve.stance.sides import speaking
from sayso.resolve.stance.tree import Word, main_verbs, words_in

# Of a content without a verb so many words tell what it is about.
FEW = 6
# Advice comes within so many words: "warned all residents of the lower town to leave".
NEAR_CUE = 12
# What the content may turn; the others the cue settles, as far as words go.
OPEN = frozenset({"asserts", "predicts", "intends", "asks"})
RULED = 1.0
"""So much likelier, as a logarithm, is the stance that the words tell: best on reports that neither was tuned on."""


class Judgement(Record, frozen=True, kw_only=True):
    """`hedges` are spans of weakening words. `negated` is True where the content's main clause is negative, or the cue
    is and that is not already the stance ("did not say" is negated, "does not believe" doubts).
    """

    stance: Stance
    hedges: tuple[Span, ...] = ()
    negated: bool = False


def judge(
    text: str,
    sentences: Sequence[Sentence],
    attribution: Attribution,
    lexicon: SpeechLexicon,
    words: StanceLexicon,
) -> Judgement:
    """The stance to an attribution's content, its hedges and whether it is negated. `sentences` are in text order."""
    cue = [w.token for span in attribution.cue for w in words_in(sentences, span)]
    source = [w for span in attribution.source for w in words_in(sentences, span)]
    content = [w for span in attribution.content for w in words_in(sentences, span)]
    cue_negated = any(t.text.lower() in lexicon.negations for t in cue)
    # "None of these figures could be verified", "figures from neither side could be": a subject is soon read.
    opening = {w.token.text.lower() for w in content[: FEW if len(content) <= FEW else 2]}
    stance, consumed = _by_cue(cue, cue_negated, opening, lexicon, words)
    said = _said(cue, content, attribution)
    if stance == "judges" and said.figure and said.cue & words.boasting:
        stance = "asserts"  # a boast or a complaint with a figure in it is a fact claimed
    verbs = main_verbs(content)
    if stance in OPEN and content:
        speaker = speaking(
            [w.token for w in source], _head(source), attribution.form == "direct", lexicon, words
        )
        clauses = [read_clause(verb, speaker, words) for verb in verbs]
        stance = _by_content(stance, content, clauses, said, lexicon, words)
    if stance == "asserts" and attribution.form == "direct" and _asks(text, attribution):
        stance = "asks"
    if not consumed:
        stance = _weighed(stance, attribution.stances)
    first = verbs[0] if verbs else None
    negated = (cue_negated and not consumed) or is_negative(
        first, first.children() if first else [], lexicon, words
    )
    return Judgement(
        stance=stance,
        hedges=find_hedges(sentences, attribution, lexicon, words),
        negated=negated and stance != "doubts",
    )


def _weighed(ruled: Stance, stances: Sequence[float]) -> Stance:
    """The likeliest stance, after the tagger and the words together; after the words alone where it saw no cue."""
    if not stances:
        return ruled
    weighed = {
        stance: score + RULED * (stance == ruled) for stance, score in zip(STANCES, stances, strict=True)
    }
    return max(weighed, key=weighed.__getitem__)


def _said(cue: Sequence[Token], content: Sequence[Word], attribution: Attribution) -> Said:
    return Said(
        lemmas=frozenset(w.token.lemma.lower() for w in content),
        cue=frozenset(t.lemma.lower() for t in cue),
        figure=any(w.token.pos == "NUM" and w.token.text[:1].isdigit() for w in content),
        quoted=attribution.form != "indirect",
    )


def _head(source: Sequence[Word]) -> Token | None:
    """The noun that a source's other words hang on."""
    inside = {w.index for w in source}
    heads = (w.token for w in source if w.token.head not in inside or w.token.head == w.index)
    return next((t for t in heads if t.pos in {"NOUN", "PROPN", "PRON"}), None)


def _by_cue(
    cue: Sequence[Token], negated: bool, opening: set[str], lexicon: SpeechLexicon, words: StanceLexicon
) -> tuple[Stance, bool]:
    """The cue's stance, and whether its negation is part of that. `opening` are the content's first words."""
    heard = {t.text.lower() for t in cue}
    if heard & lexicon.doubts or (heard & lexicon.doubts_negated and (negated or opening & words.nothing)):
        return "doubts", True
    lemmas = [t.lemma.lower() for t in cue]
    if negated and set(lemmas) & lexicon.checks:
        return "doubts", True
    if negated and set(lemmas) & words.believing:
        return "doubts", True
    if negated and set(lemmas) & words.allowing:
        return "predicts", True
    # The noun of "expressed its desire" and the verb of "tried to convince" tell more than what carries them.
    told = [words.cues[lemma] for lemma in lemmas if lemma in words.cues]
    entry = cue_of(lexicon, cue)
    if told:
        stance = told[-1]
    elif entry is None:
        return "asserts", False
    else:
        carried = next((lexicon.nouns[x] for x in reversed(lemmas) if x in lexicon.nouns), None)
        turned = entry.lemma.split()[0] in lexicon.carriers and carried
        stance = carried.stance if turned and carried else entry.stance
    if negated and stance in {"denies", "doubts"}:
        return "asserts", True
    if negated and stance == "intends" and set(lemmas) & words.aims:
        return "denies", True  # "had no plans to"
    return stance, False


def _by_content(
    stance: Stance,
    content: Sequence[Word],
    clauses: Sequence[Clause],
    said: Said,
    lexicon: SpeechLexicon,
    words: StanceLexicon,
) -> Stance:
    if (turned := _by_advice(said, content, lexicon, words)) is not None:
        return turned
    if said.cue & words.blaming:
        return stance  # blame with a fact in it
    if stance == "asks":
        asked = clauses or said.figure or content[0].token.tag[:1] == "W"
        return stance if asked else "urges"  # "asked for help"
    infinitive = content[0].token.tag == "TO"
    if stance == "intends":
        return "threatens" if said.cue & words.vowing and _harmful(clauses, content, words) else stance
    if infinitive:
        return "intends" if said.cue & words.planning else stance
    if not clauses:
        return _without_verb(stance, said, words)
    if stance == "predicts" and said.cue & words.advising and clauses[0].mood == "past":
        return "asserts"  # "warned that the dam had no gate" tells what is
    readings = [by_rules(clause, said, words) for clause in clauses]
    return readings[0] or next((r for r in readings[1:] if r == "threatens"), None) or stance


def _harmful(clauses: Sequence[Clause], content: Sequence[Word], words: StanceLexicon) -> bool:
    """Whether harm is what is intended: the verb, or what it governs; "to invoke the memory of a strike" harms nobody."""
    if not clauses:
        return any(w.token.lemma in words.harm for w in content[:FEW])
    first = clauses[0]
    return first.lemma in words.harm or bool((first.governed | first.leads_on) & words.harm)


def _without_verb(stance: Stance, said: Said, words: StanceLexicon) -> Stance:
    """A noun phrase: "possible sanctions", "a brilliant idea"."""
    if stance == "asserts" and said.cue & words.announcing:
        return "intends"
    if said.figure or stance != "asserts":
        return stance
    if said.lemmas & (words.penalty | words.weapon) and said.lemmas & words.likely:
        return "threatens"
    if said.quoted and said.lemmas & (words.blame | words.praise):
        return "judges"
    return stance


def _by_advice(
    said: Said, content: Sequence[Word], lexicon: SpeechLexicon, words: StanceLexicon
) -> Stance | None:
    """ "Warned residents to leave", "warned against strikes": advice, no forecast."""
    if not said.cue & words.advising:
        return None
    opening = [w.token for w in content[:NEAR_CUE]]
    finite = any(t.tag in lexicon.finite for t in opening)
    if said.cue & words.against or content[0].token.text.lower() in words.against:
        return "urges"
    if not finite and any(t.text.lower() in words.against for t in opening):
        return "urges"
    return "urges" if not finite and any(t.tag == "TO" for t in opening) else None


def _asks(text: str, attribution: Attribution) -> bool:
    """Whether the whole quotation is one question."""
    if len(attribution.content) != 1:
        return False
    start, end = attribution.content[0]
    said = text[start:end].rstrip("\"”' ")
    return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")
