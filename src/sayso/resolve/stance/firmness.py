"""How firmly something is said: the weakening words, and whether the main clause is negative."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.languages.speech import SpeechLexicon
from sayso.languages.stance import StanceLexicon
from sayso.mentions import Attribution, Sentence, Token
from sayso.records import Span
from sayso.resolve.stance.tree import NEAR, SUBJECTS, Word, words_in

# A hedge stands in the content or so many words beside it.
BESIDE = 2


def is_negative(
    verb: Word | None, below: Sequence[Token], lexicon: SpeechLexicon, words: StanceLexicon
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


def find_hedges(
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
    cue = {t.start for span in attribution.cue for t in (w.token for w in words_in(sentences, span))}
    for number, span in enumerate((*attribution.content, *attribution.cue)):
        words = words_in(sentences, span)
        if not words:
            continue
        if number < len(attribution.content):
            sentence, low = words[0].sentence, words[0].index
            words = [Word(sentence, i) for i in range(max(0, low - BESIDE), low)] + words
            sentence, high = words[-1].sentence, words[-1].index
            words += [
                Word(sentence, i) for i in range(high + 1, min(len(sentence.tokens), high + 1 + BESIDE))
            ]
        tokens = [w.token for w in words]
        taken = 0
        for index, (word, token) in enumerate(zip(words, tokens, strict=True)):
            if index < taken or token.text.lower() not in starts:
                continue
            in_cue = number >= len(attribution.content)
            if not _weakens(tokens, index, in_cue, cue, stance_words) or _able(word, stance_words):
                continue
            for phrase in starts[token.text.lower()]:
                if tuple(t.text.lower() for t in tokens[index : index + len(phrase)]) == phrase:
                    found.add((token.start, tokens[index + len(phrase) - 1].end))
                    taken = index + len(phrase)
                    break
    return tuple(sorted(found))


def _able(word: Word, words: StanceLexicon) -> bool:
    """Whether a word that can weaken tells of an ability, a purpose or a report to come: "could hear", "could not say"."""
    token, verb = word.token, Word(word.sentence, word.token.head)
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


def _weakens(tokens: Sequence[Token], index: int, in_cue: bool, cue: set[int], words: StanceLexicon) -> bool:
    """Whether a word that may weaken does: not the month of May, "as far as possible", or "reported" as the verb of saying."""
    token = tokens[index]
    if token.pos == "PROPN" or (token.pos == "VERB" and token.tag == "VBD"):
        return False
    before = tokens[index - 1]
    if (
        index
        and token.pos == "ADJ"
        and before.text.lower() == before.lemma
        and before.lemma in words.comparing
    ):
        return False
    return (token.pos == "ADV") if in_cue else token.start not in cue
